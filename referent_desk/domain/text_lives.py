"""The life of a text: who submitted, approved and withdrew it, what was decided about it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from referent_desk.domain.approvals import changed_since_submitted, is_submitted
from referent_desk.domain.procedures import Revision, RevisionState, Stage
from referent_desk.domain.upper_texts import UpperChoice, UpperDecision, UpperText


@dataclass(frozen=True, slots=True)
class Withdrawal:
    """From `day` on neither that revision nor an earlier one is in force."""

    id: str
    procedure_id: str
    number: int
    who: str
    day: date
    reason: str


@dataclass(frozen=True, slots=True)
class WantedWithdrawal:
    who: str
    day: date
    reason: str


class LifeKind(StrEnum):
    SUBMITTED = "submitted"
    APPROVED = "approved"
    WITHDRAWN = "withdrawn"
    KEPT = "kept"
    TAKEN = "taken"


@dataclass(frozen=True, slots=True)
class LifeLine:
    """Something that happened to a text. `record_id` names what can be taken back, if anything.

    `owner` is told where it happened to the text of another node than the one that holds.
    """

    kind: LifeKind
    day: date
    who: str
    number: int | None = None
    role: str = ""
    author: str = ""
    begins_on: date | None = None
    reference: str = ""
    reason: str = ""
    owner: str = ""
    record_id: str = ""


@dataclass(frozen=True, slots=True)
class Losing:
    """Whose text it is, which departments below would lose it with its owner, and whose would hold
    there instead; `next_owner` empty: nobody's."""

    owner: str
    departments: tuple[str, ...]
    next_owner: str = ""


@dataclass(frozen=True, slots=True)
class TextLife:
    """Of the procedure that holds, or of the one that was withdrawn where none does.

    `draft` is its open draft, or that of a nearer procedure, which `draft_owner` owns and of which
    nothing is in force yet; `withdrawn` a text that stood in the place of what holds now.
    """

    procedure_id: str = ""
    draft: Revision | None = None
    draft_owner: str = ""
    withdrawn: Revision | None = None
    upper: UpperText | None = None
    lines: tuple[LifeLine, ...] = ()
    today: date = date.min
    losing: Losing | None = None
    is_comparable: bool = False
    """Whether there is another text to compare the one that is shown with."""

    @property
    def beside(self) -> Revision | None:
        """The draft where it is a nearer one, beside the text that holds."""
        return self.draft if self.draft_owner else None

    @property
    def is_submitted(self) -> bool:
        return self.draft is not None and is_submitted(self.draft)

    @property
    def has_changed(self) -> bool:
        """The draft was submitted, and is another text since."""
        return self.draft is not None and changed_since_submitted(self.draft)


def stage_of(
    revision: Revision | None, withdrawn: Revision | None, beside: Revision | None = None
) -> Stage | None:
    """Of what holds, after what was withdrawn, `beside` a nearer draft."""
    if beside is not None:
        return Stage.SUBMITTED_BESIDE if is_submitted(beside) else Stage.DRAFT_BESIDE
    if revision is None:
        return Stage.WITHDRAWN if withdrawn is not None else None
    return Stage.SUBMITTED if is_submitted(revision) else None


def life_lines(
    revisions: Iterable[Revision],
    withdrawals: Iterable[Withdrawal] = (),
    decisions: Iterable[UpperDecision] = (),
    owner: str = "",
) -> tuple[LifeLine, ...]:
    """The newest first. Of one day: a withdrawal stands above the approval."""
    lines = [
        *_of_revisions(revisions, owner),
        *(
            LifeLine(
                LifeKind.WITHDRAWN, w.day, w.who, w.number,
                reason=w.reason, owner=owner, record_id=w.id,
            )
            for w in withdrawals
        ),
        *(
            LifeLine(_DECIDED[d.decision], d.day, d.who, owner=owner, record_id=d.id)
            for d in decisions
        ),
    ]  # fmt: skip
    return newest_first(lines)


def newest_first(lines: Iterable[LifeLine]) -> tuple[LifeLine, ...]:
    order = list(LifeKind)
    return tuple(
        sorted(lines, key=lambda li: (li.day, li.number or 0, order.index(li.kind)), reverse=True)
    )


_DECIDED = {UpperChoice.KEPT: LifeKind.KEPT, UpperChoice.TAKEN: LifeKind.TAKEN}


def _of_revisions(revisions: Iterable[Revision], owner: str) -> Iterator[LifeLine]:
    for revision in revisions:
        if revision.submitted_on is not None:
            yield LifeLine(
                LifeKind.SUBMITTED, revision.submitted_on, revision.submitted_by, revision.number,
                owner=owner,
            )  # fmt: skip
        if revision.state is RevisionState.APPROVED and revision.approved_on is not None:
            yield LifeLine(
                LifeKind.APPROVED,
                revision.approved_on,
                revision.approver,
                revision.number,
                role=revision.approver_role,
                author=revision.author,
                begins_on=revision.in_force_on,
                reference=revision.approval_reference,
                reason=revision.exception,
                owner=owner,
            )
