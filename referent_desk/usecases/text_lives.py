"""The lives of the texts of a department, and what they give to do there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from referent_desk.domain.approval_tasks import ApprovalFacts, WaitingText
from referent_desk.domain.approvals import is_submitted
from referent_desk.domain.coverage import CoverageFacts, Use
from referent_desk.domain.procedures import Procedure, Revision, RevisionState
from referent_desk.domain.revisions import open_draft
from referent_desk.domain.text_lives import (
    LifeLine,
    TextLife,
    Withdrawal,
    life_lines,
    newest_first,
)
from referent_desk.domain.upper_texts import UpperDecision, upper_text
from referent_desk.storage.database import Connection
from referent_desk.storage.upper_decisions import upper_decisions
from referent_desk.storage.withdrawals import withdrawals_of


@dataclass(frozen=True, slots=True)
class Lives:
    """What bears on the lives of the texts of one department."""

    facts: CoverageFacts
    today: date
    withdrawals: tuple[Withdrawal, ...]
    decisions: tuple[UpperDecision, ...]

    def of(self, use: Use) -> TextLife:
        shown = [p for p in (use.procedure, self._withdrawn(use)) if p is not None]
        if not shown:
            return TextLife(today=self.today)
        held = shown[0]
        lines = [line for one in dict.fromkeys(shown) for line in self._lines(one, held)]
        return TextLife(
            procedure_id=held.id,
            draft=self.open_draft(use),
            draft_owner=self._owner_of_draft(use),
            withdrawn=use.withdrawn,
            upper=upper_text(self.facts, use, self.decisions, self.today),
            lines=newest_first(lines),
            today=self.today,
            is_comparable=self._is_comparable(use),
        )

    def _is_comparable(self, use: Use) -> bool:
        """A first draft is compared with the text that it will take the place of."""
        beside = self.open_draft(use) if self._owner_of_draft(use) else None
        texts = [text for text in (beside, use.revision, use.withdrawn) if text is not None]
        known = self.facts.revisions.get(texts[0].procedure_id, ()) if texts else ()
        return len(known) > 1 or (beside is not None and use.revision is not None)

    def revisions_of(self, *procedures: Procedure | None) -> Iterator[Revision]:
        for procedure in procedures:
            if procedure is not None:
                yield from self.facts.revisions.get(procedure.id, ())

    def open_draft(self, use: Use) -> Revision | None:
        """That of a nearer procedure, which waits, before that of the one that holds."""
        return use.draft or open_draft(self.revisions_of(use.procedure or self._withdrawn(use)))

    def _owner_of_draft(self, use: Use) -> str:
        """Where it is that of a nearer procedure."""
        if use.waiting is None or use.draft is None:
            return ""
        return self.facts.path_names.get(use.waiting.owner_id, "")

    def _withdrawn(self, use: Use) -> Procedure | None:
        """The procedure whose withdrawn text stood in the place of what holds."""
        gone = use.withdrawn
        known = (p for p in self.facts.procedures if gone is not None and p.id == gone.procedure_id)
        return next(known, None)

    def _lines(self, procedure: Procedure, held: Procedure) -> tuple[LifeLine, ...]:
        owner = "" if procedure is held else self.facts.path_names.get(procedure.owner_id, "")
        return life_lines(
            self.facts.revisions.get(procedure.id, ()),
            (w for w in self.withdrawals if w.procedure_id == procedure.id),
            (d for d in self.decisions if d.procedure_id == procedure.id),
            owner,
        )


def lives_in(connection: Connection, facts: CoverageFacts, today: date) -> Lives:
    ids = [procedure.id for procedure in facts.procedures]
    return Lives(facts, today, withdrawals_of(connection, ids), upper_decisions(connection, ids))


def approval_facts(
    connection: Connection, facts: CoverageFacts, uses: Iterable[Use], today: date
) -> ApprovalFacts:
    """What the texts that hold in a department give to do; `uses` are those of `facts`."""
    ids = [procedure.id for procedure in facts.procedures]
    lives = Lives(facts, today, (), upper_decisions(connection, ids))
    held = [use for use in uses if use.procedure is not None and use.function is not None]
    return ApprovalFacts(
        submitted=_once(_submitted(lives, held)),
        reviews=_once(_reviews(held)),
        uppers=_once(_uppers(lives, held)),
        beginnings=_once(_beginnings(lives, held)),
        withdrawals=_once(_withdrawals(held, today)),
    )


def _once(texts: Iterable[WaitingText]) -> tuple[WaitingText, ...]:
    return tuple({text.revision_id: text for text in reversed(list(texts))}.values())[::-1]


def _waiting(use: Use, revision: Revision, day: date, about: str = "") -> WaitingText:
    function_id = use.function.id if use.function else ""
    is_own = use.procedure is not None and use.procedure.owner_id == use.deployment.department_id
    return WaitingText(
        *(function_id, use.software.id or None, revision.id, revision.text.title, day, about),
        is_own,
    )


def _submitted(lives: Lives, uses: Iterable[Use]) -> Iterator[WaitingText]:
    for use in uses:
        draft = lives.open_draft(use)
        if draft is not None and draft.submitted_on is not None and is_submitted(draft):
            yield _waiting(use, draft, draft.submitted_on, draft.submitted_by)


def _reviews(uses: Iterable[Use]) -> Iterator[WaitingText]:
    for use in uses:
        revision = use.revision
        if revision is not None and revision.review_due_on is not None:
            yield _waiting(use, revision, revision.review_due_on)


def _uppers(lives: Lives, uses: Iterable[Use]) -> Iterator[WaitingText]:
    """Each of our texts once: it is named by its own revision."""
    for use in uses:
        upper = upper_text(lives.facts, use, lives.decisions, lives.today)
        if upper is not None:
            day = upper.theirs.approved_on or lives.today
            yield _waiting(use, upper.ours, day, upper.owner)


def _beginnings(lives: Lives, uses: Iterable[Use]) -> Iterator[WaitingText]:
    for use in uses:
        for revision in lives.revisions_of(use.procedure, use.waiting):
            if revision.state is RevisionState.APPROVED and revision.begins_on > lives.today:
                yield _waiting(use, revision, revision.begins_on)


def _withdrawals(uses: Iterable[Use], today: date) -> Iterator[WaitingText]:
    for use in uses:
        gone = use.revision.withdrawn_on if use.revision else None
        if use.revision is not None and gone is not None and gone > today:
            yield _waiting(use, use.revision, gone, use.revision.withdrawn_because)
