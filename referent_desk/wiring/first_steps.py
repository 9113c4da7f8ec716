"""Starting with a department of one's own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from referent_desk.gui.questions_today import FirstStepsQuestions
from referent_desk.wiring.held_desks import HeldDesk

if TYPE_CHECKING:
    from referent_desk.domain.first_steps import FirstDone, FirstOffer, FirstSteps, StarterTitle


def first_steps_questions(held: HeldDesk) -> FirstStepsQuestions:
    def offer(department_id: str) -> FirstOffer:
        from referent_desk.usecases.first_steps import offer_first_steps

        return offer_first_steps(held.desk, department_id)

    def starters(establishment: str, functions: frozenset[str]) -> tuple[StarterTitle, ...]:
        from referent_desk.usecases.first_steps import offer_starters

        return offer_starters(held.desk, establishment, functions)

    def begin(steps: FirstSteps) -> FirstDone:
        from referent_desk.usecases.first_steps import begin_department

        return begin_department(held.desk, steps)

    return FirstStepsQuestions(offer, starters, begin)
