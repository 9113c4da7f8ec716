"""Everything the window may ask of a home."""

from __future__ import annotations

from referent_desk.clock import Clock
from referent_desk.gui.questions import Questions
from referent_desk.home import Home
from referent_desk.wiring.binders import binder_questions
from referent_desk.wiring.held_desks import HeldDesk
from referent_desk.wiring.homes import home_questions
from referent_desk.wiring.lists import list_questions
from referent_desk.wiring.starters import starter_questions


def questions_of(home: Home, clock: Clock) -> Questions:
    held = HeldDesk(home, clock)
    return Questions(
        home=home_questions(held),
        lists=list_questions(held),
        starters=starter_questions(held),
        binders=binder_questions(held),
    )
