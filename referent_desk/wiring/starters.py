"""The shipped procedures: what they could fill, and taking them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from referent_desk.gui.questions import StarterOffer, StarterQuestions
from referent_desk.wiring.held_desks import HeldDesk

if TYPE_CHECKING:
    from referent_desk.domain.changes import Kind


def starter_questions(held: HeldDesk) -> StarterQuestions:
    def offer() -> StarterOffer:
        from referent_desk.usecases.starters import offer_starter_procedures

        return offer_starter_procedures(held.desk, held.desk.language)

    def adopt() -> frozenset[Kind]:
        from referent_desk.usecases.starters import adopt_starter_procedures

        changed, _count = adopt_starter_procedures(held.desk, held.desk.language)
        return changed

    return StarterQuestions(offer, adopt)
