"""The demo hospital with all that was done in it: the one list of what fills it."""

from __future__ import annotations

from referent_desk.domain.changes import Kind
from referent_desk.usecases.demo import fill_demo
from referent_desk.usecases.demo_advice import fill_demo_advice
from referent_desk.usecases.demo_approvals import fill_demo_approvals
from referent_desk.usecases.demo_drills import fill_demo_drills
from referent_desk.usecases.demo_handovers import fill_demo_handovers
from referent_desk.usecases.demo_help import fill_demo_help
from referent_desk.usecases.demo_practice import fill_demo_practice
from referent_desk.usecases.demo_shelves import fill_demo_shelf
from referent_desk.usecases.demo_skills import fill_demo_skills
from referent_desk.usecases.desks import Desk


def fill_demo_hospital(desk: Desk) -> frozenset[Kind]:
    """A home that holds it already is left as it is: nothing is changed then."""
    changed = fill_demo(desk)
    if changed:
        fill_demo_shelf(desk)
        fill_demo_approvals(desk)
        fill_demo_drills(desk)
        fill_demo_practice(desk)
        fill_demo_skills(desk)
        fill_demo_advice(desk)
        fill_demo_help(desk)
        fill_demo_handovers(desk)
    return changed
