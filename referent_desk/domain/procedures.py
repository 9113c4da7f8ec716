"""Degraded-mode procedures: their text, who owns them, which one holds, how far to trust it.

A procedure belongs to one node of the tree; for a department the nearest one wins. An approved
revision is frozen; one draft at a time lies beside it. Nothing of a state is stored: it follows
from revisions, verifications, releases and the day.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING

from referent_desk.domain.values import dataclass

if TYPE_CHECKING:
    from referent_desk.domain.text_lives import TextLife

DEEPEST_LEVEL = 3
UNFILLED = "…………"
"""Where a number or an hour would stand: a blank to write in."""


@dataclass(frozen=True, slots=True)
class Step:
    """One line: who does what, with which forms, and where it goes. `level` is 1 to 3.

    `means` are named as on the ward; one of them is enough.
    """

    what: str
    who: str = ""
    forms: tuple[str, ...] = ()
    where: str = ""
    level: int = 1
    means: tuple[str, ...] = ()


def without_means(step: Step) -> Step:
    """As it is printed: what a procedure needs stands together below it."""
    if not step.means:
        return step
    return Step(step.what, step.who, step.forms, step.where, step.level)


@dataclass(frozen=True, slots=True)
class UsefulNumber:
    label: str
    number: str


@dataclass(frozen=True, slots=True)
class ProcedureText:
    """What a revision says. Texts may hold `{local values}`, filled in per department."""

    title: str
    trigger: str = ""
    decides: str = ""
    stops: tuple[str, ...] = ()
    still_works: tuple[str, ...] = ()
    steps: tuple[Step, ...] = ()
    numbers: tuple[UsefulNumber, ...] = ()
    after_48_hours: tuple[str, ...] = ()
    back_to_normal: tuple[str, ...] = ()


class RevisionState(StrEnum):
    DRAFT = "draft"
    APPROVED = "approved"


@dataclass(frozen=True, slots=True)
class Revision:
    """`number` counts approved revisions of one procedure; a draft has none.

    `submitted_mark` marks the text that was submitted: a draft with another text since is a draft
    again. `exception` says why author and approver are one person. From `withdrawn_on` on neither
    this revision nor an earlier one is in force.
    """

    id: str
    procedure_id: str
    state: RevisionState
    text: ProcedureText
    number: int | None = None
    author: str = ""
    approver: str = ""
    approved_on: date | None = None
    in_force_on: date | None = None
    review_due_on: date | None = None
    submitted_on: date | None = None
    submitted_by: str = ""
    submitted_mark: str = ""
    approver_role: str = ""
    approval_reference: str = ""
    exception: str = ""
    withdrawn_on: date | None = None
    withdrawn_because: str = ""

    @property
    def approved_by(self) -> str:
        """As it is printed: the name and the role."""
        return ", ".join(part for part in (self.approver, self.approver_role) if part)

    @property
    def begins_on(self) -> date:
        """The day from which an approved text is in force."""
        return self.in_force_on or self.approved_on or date.min


@dataclass(frozen=True, slots=True)
class Procedure:
    """`software_id` None: whatever the software. `owner_id` is a node of the tree.

    `review_months` from an approval to the next review; None: a year.
    """

    id: str
    owner_id: str
    function_id: str
    software_id: str | None = None
    closed_on: date | None = None
    review_months: int | None = None


class VerificationResult(StrEnum):
    WORKED = "worked"
    PARTLY = "partly"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Verification:
    """Somebody tried a revision on a release of a software in a department.

    `seen` is what did not work as written, `to_change` what must be done about it.
    """

    revision_id: str
    release_id: str
    department_id: str
    result: VerificationResult
    valid_on: date
    version: str = ""
    software_id: str = ""
    seen: str = ""
    to_change: str = ""


class ProcedureState(StrEnum):
    """From the worst to the best; the order is the order of the list."""

    MISSING = "missing"
    DRAFT_ONLY = "draft_only"
    FAILED = "failed"
    NEVER_VERIFIED = "never_verified"
    TO_VERIFY = "to_verify"
    REVIEW_DUE = "review_due"
    UP_TO_DATE = "up_to_date"


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a state is what it is; put into words at the edge. Values are texts, numbers or days."""

    code: str
    fields: Mapping[str, object]


@dataclass(frozen=True, slots=True)
class ProcedureStatus:
    state: ProcedureState
    reasons: tuple[Reason, ...] = ()
    verification: Verification | None = None


class Stage(StrEnum):
    """What a state alone does not tell of a text.

    The last two: a nearer draft, of which nothing is in force, is open beside the text that holds.
    """

    SUBMITTED = "submitted"
    WITHDRAWN = "withdrawn"
    DRAFT_BESIDE = "draft_beside"
    SUBMITTED_BESIDE = "submitted_beside"


@dataclass(frozen=True, slots=True)
class ProcedureRow:
    """A line of the list of degraded modes: one function × software of a department.

    `stage`: a draft waits for its signature, the text that was there was withdrawn, or a draft of
    the department is open beside it.
    """

    function_id: str
    software_id: str | None
    function: str
    software: str
    criticality: int | None
    procedure_id: str | None
    revision_id: str | None
    owner: str
    state: ProcedureState
    stage: Stage | None = None


@dataclass(frozen=True, slots=True)
class ProcedureDetail:
    """What the window shows of one function × software of a department; texts are filled in."""

    function: str
    software: str
    owner: str
    sheet_code: str
    sheet_revision: int | None
    check_code: str
    running_version: str
    revision: Revision | None
    status: ProcedureStatus
    contacts: tuple[tuple[str, str, str], ...]
    life: TextLife | None = None
