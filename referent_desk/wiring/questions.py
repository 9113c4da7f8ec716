"""Everything the window may ask of a home."""

from __future__ import annotations

from referent_desk.clock import Clock
from referent_desk.gui.questions import Questions
from referent_desk.home import Home
from referent_desk.wiring.advice import advice_questions
from referent_desk.wiring.approvals import approval_questions
from referent_desk.wiring.binders import binder_questions
from referent_desk.wiring.copies import copy_questions
from referent_desk.wiring.coverage import coverage_questions
from referent_desk.wiring.drafts import draft_questions
from referent_desk.wiring.drills import drill_questions
from referent_desk.wiring.failures import failure_questions
from referent_desk.wiring.finding import finding_questions
from referent_desk.wiring.first_steps import first_steps_questions
from referent_desk.wiring.group_views import group_view_questions
from referent_desk.wiring.handovers import handover_questions
from referent_desk.wiring.held_desks import HeldDesk
from referent_desk.wiring.help import help_questions
from referent_desk.wiring.help_given import help_given_questions
from referent_desk.wiring.homes import home_questions
from referent_desk.wiring.imports import import_questions
from referent_desk.wiring.lists import list_questions
from referent_desk.wiring.practice import practice_questions
from referent_desk.wiring.presences import presence_questions
from referent_desk.wiring.printing import printing_questions
from referent_desk.wiring.records import record_questions
from referent_desk.wiring.skills import skill_questions
from referent_desk.wiring.starters import starter_questions
from referent_desk.wiring.today import today_questions
from referent_desk.wiring.verifications import verification_questions


def questions_of(home: Home, clock: Clock) -> Questions:
    held = HeldDesk(home, clock)
    return Questions(
        home=home_questions(held),
        lists=list_questions(held),
        starters=starter_questions(held),
        binders=binder_questions(held),
        records=record_questions(held),
        help=help_questions(home, clock),
        help_given=help_given_questions(held),
        today=today_questions(held),
        first_steps=first_steps_questions(held),
        finding=finding_questions(held),
        drafts=draft_questions(held),
        imports=import_questions(held),
        printing=printing_questions(held),
        practice=practice_questions(held),
        copies=copy_questions(held),
        drills=drill_questions(held),
        failures=failure_questions(held),
        coverage=coverage_questions(held),
        verifications=verification_questions(held),
        approvals=approval_questions(held),
        skills=skill_questions(held),
        advice=advice_questions(held),
        presences=presence_questions(held),
        handovers=handover_questions(held),
        group_views=group_view_questions(held),
    )
