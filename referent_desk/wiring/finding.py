"""Finding anything by its name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from referent_desk.gui.questions_finding import FindingQuestions
from referent_desk.wiring.held_desks import HeldDesk

if TYPE_CHECKING:
    from referent_desk.domain.finding import Found, HitKind, Lead


def finding_questions(held: HeldDesk) -> FindingQuestions:
    def find(text: str, department_id: str | None) -> Found:
        from referent_desk.usecases.finding import find_anywhere

        return find_anywhere(held.desk, text, department_id)

    def lead(kind: HitKind, key: str, department_id: str | None) -> Lead:
        from referent_desk.usecases.finding import lead_to

        return lead_to(held.desk, kind, key, department_id)

    return FindingQuestions(find, lead)
