"""Degraded-mode procedures: their text, who owns them, which one holds, how far to trust it.

A procedure belongs to one node of the tree; for a department the nearest one wins. An approved
revision is frozen; one draft at a time lies beside it. Nothing of a state is stored: it follows
from revisions, verifications, releases and the day.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING

from referent_desk.domain.known_numbers import NO_NUMBERS, KnownNumbers
from referent_desk.domain.local_values import is_delay
from referent_desk.domain.posts import is_telephone

if TYPE_CHECKING:
    from referent_desk.domain.text_lives import TextLife

DEEPEST_LEVEL = 3
UNFILLED = "…………"
"""Where a number or an hour would stand: a blank to write in."""

LOCAL_VALUE = re.compile(r"\{([^{}\n]{1,80})\}")
"""A value that each department fills in, named in a text between braces."""


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
    """Somebody tried a revision on a release of a software in a department."""

    revision_id: str
    release_id: str
    department_id: str
    result: VerificationResult
    valid_on: date
    version: str = ""
    software_id: str = ""


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


def local_value_names(text: ProcedureText) -> tuple[str, ...]:
    """The names in braces, in reading order, each once."""
    found: dict[str, None] = {}
    for piece in texts_of(text):
        found.update(dict.fromkeys(LOCAL_VALUE.findall(piece)))
    return tuple(found)


@dataclass(frozen=True, slots=True)
class LocalValues:
    """A department's values by name; `blank` stands, with its `{name}`, where one is missing.

    A number that the department did not say is one of `numbers`; `{name}` in `delay` too is filled.
    """

    values: Mapping[str, str]
    blank: str
    numbers: KnownNumbers = NO_NUMBERS
    delay: str = ""

    def value_of(self, name: str) -> str:
        """Empty where nobody knows."""
        delay = self.delay.replace("{name}", name) if is_delay(name) else ""
        found = self.values.get(name, "") or delay
        return found or (self.numbers.named(name) if is_telephone(name) else "")

    def fill(self, piece: str) -> str:
        if "{" not in piece:
            return piece
        return LOCAL_VALUE.sub(
            lambda m: self.value_of(m.group(1)) or self.blank.replace("{name}", m.group(1)),
            piece,
        )

    def filled(self, piece: str) -> str:
        """The text when every value that it names is known; empty when one is missing."""
        names = LOCAL_VALUE.findall(piece)
        return self.fill(piece) if all(self.value_of(name) for name in names) else ""

    def number_beside(self, label: str, number: str) -> str:
        """What was written beside a label, else the number of whom the label names."""
        return self.filled(number) or self.numbers.named(label) or UNFILLED


def fill_local_values(text: ProcedureText, local: LocalValues) -> ProcedureText:
    """The text with every name in braces replaced; itself where there is none to replace."""
    if all(n.number for n in text.numbers) and not any("{" in piece for piece in texts_of(text)):
        return text
    fill = local.fill

    def fill_all(pieces: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(fill(piece) for piece in pieces)

    return ProcedureText(
        title=fill(text.title),
        trigger=fill(text.trigger),
        decides=fill(text.decides),
        stops=fill_all(text.stops),
        still_works=fill_all(text.still_works),
        steps=tuple(
            replace(s, what=fill(s.what), where=fill(s.where)) if "{" in s.what + s.where else s
            for s in text.steps
        ),
        numbers=tuple(
            UsefulNumber(n.label, local.number_beside(n.label, n.number)) for n in text.numbers
        ),
        after_48_hours=fill_all(text.after_48_hours),
        back_to_normal=fill_all(text.back_to_normal),
    )


def texts_of(text: ProcedureText) -> Iterable[str]:
    yield from (text.title, text.trigger, text.decides, *text.stops, *text.still_works)
    for step in text.steps:
        yield from (step.what, step.where)
    yield from (number.number for number in text.numbers)
    yield from (*text.after_48_hours, *text.back_to_normal)
