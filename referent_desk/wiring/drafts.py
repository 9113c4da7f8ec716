"""Writing procedures: opening a draft, saving it, seeing its sheet, approving it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from referent_desk.gui.questions_drafts import DraftQuestions, PreviewedSheet
from referent_desk.wiring.held_desks import HeldDesk

if TYPE_CHECKING:
    from referent_desk.domain.deeds import Saved
    from referent_desk.domain.drafts import (
        Approval,
        Beginning,
        Draft,
        DraftAids,
        Source,
        WantedDraft,
    )
    from referent_desk.domain.procedures import ProcedureText, Revision


class _Drafts:
    def __init__(self, held: HeldDesk) -> None:
        self._held = held

    def begin(self, department_id: str, function_id: str, software_id: str | None) -> Beginning:
        from referent_desk.usecases.draft_sources import begin_draft

        return begin_draft(self._held.desk, department_id, function_id, software_id)

    def sources(self, function_id: str, text: str) -> tuple[Source, ...]:
        from referent_desk.usecases.draft_sources import draft_sources

        return draft_sources(self._held.desk, function_id, text)

    def open(self, wanted: WantedDraft) -> Draft:
        from referent_desk.usecases.drafts import open_draft

        return open_draft(self._held.desk, wanted)

    def save(self, revision_id: str, text: ProcedureText, seen: str, carries_on: bool) -> Saved:
        from referent_desk.usecases.drafts import save_draft

        return save_draft(self._held.desk, revision_id, text, seen, carries_on=carries_on)

    def aids(self, department_id: str) -> DraftAids:
        from referent_desk.usecases.draft_previews import draft_aids

        return draft_aids(self._held.desk, department_id)

    def preview(self, draft: Draft, text: ProcedureText) -> PreviewedSheet:
        from referent_desk.usecases.draft_previews import preview_draft

        return preview_draft(self._held.desk, draft, text)

    def check_approval(self, revision_id: str, approval: Approval) -> None:
        from referent_desk.usecases.approvals import check_approval

        check_approval(self._held.desk, revision_id, approval)

    def approve(self, revision_id: str, approval: Approval) -> Saved:
        from referent_desk.usecases.approvals import approve_draft

        return approve_draft(self._held.desk, revision_id, approval)

    def discard(self, revision_id: str) -> Saved:
        from referent_desk.usecases.approvals import discard_draft

        return discard_draft(self._held.desk, revision_id)

    def close(self, procedure_id: str) -> Saved:
        from referent_desk.usecases.approvals import close_procedure

        return close_procedure(self._held.desk, procedure_id)

    def revisions(self, procedure_id: str) -> tuple[Revision, ...]:
        from referent_desk.usecases.revisions import revisions_of_procedure

        return revisions_of_procedure(self._held.desk, procedure_id)


def draft_questions(held: HeldDesk) -> DraftQuestions:
    drafts = _Drafts(held)
    return DraftQuestions(
        begin=drafts.begin,
        sources=drafts.sources,
        open=drafts.open,
        save=drafts.save,
        aids=drafts.aids,
        preview=drafts.preview,
        check_approval=drafts.check_approval,
        approve=drafts.approve,
        discard=drafts.discard,
        close=drafts.close,
        revisions=drafts.revisions,
    )
