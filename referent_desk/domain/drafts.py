"""Writing a procedure: where its text begins, whose it will be, what it may hold.

A draft is a `Revision` that is edited in place. What two people typed at once is told apart by the
mark of the text that each of them began from.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from enum import StrEnum
from hashlib import sha256

from referent_desk.domain.deeds import Saved
from referent_desk.domain.departments import NodeKind
from referent_desk.domain.procedure_texts import to_json
from referent_desk.domain.procedures import (
    DEEPEST_LEVEL,
    ProcedureText,
    RevisionState,
    Step,
    UsefulNumber,
)
from referent_desk.domain.texts import LONGEST_NAME, clean_text
from referent_desk.domain.values import dataclass
from referent_desk.errors import RefusedInput

LONGEST_PIECE = 1_000
"""Letters of a step, a point, a reason: far beyond what anybody reads on the worst night."""
MOST_STEPS = 200
MOST_LINES = 60
MOST_FORMS = 6
MOST_MEANS = 6
_BLANKS = re.compile(r"[ \t\n]+")


class SourceKind(StrEnum):
    """What a draft begins from."""

    STARTER = "starter"
    PROCEDURE = "procedure"
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True)
class Source:
    """A text that a draft may begin from, and what it would bring.

    `revision_id` names the revision of a procedure; a starter is named by the function.
    """

    kind: SourceKind
    title: str = ""
    owner: str = ""
    software: str = ""
    steps: int = 0
    forms: tuple[str, ...] = ()
    revision_id: str = ""
    state: RevisionState | None = None
    number: int | None = None


NOTHING = Source(SourceKind.NOTHING)


@dataclass(frozen=True, slots=True)
class OwnerChoice:
    """A node that may own the procedure; `draft_id` is its draft that is open already."""

    id: str
    name: str
    kind: NodeKind
    procedure_id: str = ""
    draft_id: str = ""


@dataclass(frozen=True, slots=True)
class Beginning:
    """What must be known before a draft is opened; the owner proposed stands first.

    `present` is what holds for the department now, `starter` what the program brings.
    `draft_owner_id` owns a draft that is open beside it.
    """

    department: str
    function: str
    software: str
    owners: tuple[OwnerChoice, ...]
    present: Source | None = None
    present_owner_id: str = ""
    draft_owner_id: str = ""
    starter: Source | None = None


@dataclass(frozen=True, slots=True)
class WantedDraft:
    """Whose draft of which function × software, and the text that it begins from."""

    department_id: str
    function_id: str
    software_id: str | None
    owner_id: str
    source: Source = NOTHING


@dataclass(frozen=True, slots=True)
class Draft:
    """An open draft as the editor shows it. `seen` marks the text that lies in the home.

    `number` is what it gets when it is approved; `saved` tells of a draft that was made just now.
    `submitted_mark` marks the text that was submitted on a day by somebody, where one was.
    """

    revision_id: str
    procedure_id: str
    department_id: str
    function_id: str
    software_id: str | None
    text: ProcedureText
    seen: str
    function: str
    software: str
    owner: OwnerChoice
    number: int
    today: date
    saved: Saved | None = None
    submitted_on: date | None = None
    submitted_by: str = ""
    submitted_mark: str = ""
    review_months: int | None = None
    author: str = ""
    above: str = ""
    """Whose text it takes the place of, where it has none of its own that was approved."""

    @property
    def has_earlier(self) -> bool:
        """Whether there is an approved text that this one takes the place of."""
        return self.number > 1 or bool(self.above)


@dataclass(frozen=True, slots=True)
class DraftAids:
    """What can be typed by two letters, and the local values of the department.

    `forms` are codes and titles. `values` maps names to what the department has filled in.
    `means` are the names of those that it can name.
    """

    roles: tuple[str, ...]
    forms: tuple[tuple[str, str], ...]
    local_names: tuple[str, ...]
    values: Mapping[str, str]
    means: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Approval:
    """Who approved, and from which day the text is in force.

    `reference` is that of the approval among the hospital's documents. `exception` says why author
    and approver are one person. `review_months` until it is read again; None: as before. `seen`
    marks the text that was shown, where one was. `asks_name`: an approver whose name is nobody's
    of the staff is refused, to be asked about.
    """

    approver: str
    approved_on: date
    in_force_on: date
    author: str = ""
    role: str = ""
    reference: str = ""
    exception: str = ""
    review_months: int | None = None
    seen: str = ""
    asks_name: bool = False


class TextChanged(RefusedInput):
    """The draft is not the one that was seen any more: `theirs` is what lies in the home now."""

    def __init__(self, happened: str, what_to_do: str, theirs: ProcedureText) -> None:
        super().__init__(happened, what_to_do)
        self.theirs = theirs


@dataclass(frozen=True, slots=True)
class TextFault:
    """Why a text cannot be kept as it is; `most` is what may stand there."""

    code: str
    most: int = 0


def text_mark(text: ProcedureText) -> str:
    """Equal for equal texts only."""
    return sha256(to_json(text).encode()).hexdigest()


def source_of(text: ProcedureText, kind: SourceKind) -> Source:
    forms = dict.fromkeys(code for step in text.steps for code in step.forms)
    return Source(kind, text.title, steps=numbered_steps(text.steps), forms=tuple(forms))


def numbered_steps(steps: Iterable[Step]) -> int:
    """Steps that carry a number; those below have letters and dashes."""
    return sum(step.level == 1 for step in steps)


def tidied(text: ProcedureText) -> ProcedureText:
    """As it is stored: each piece one clean line, nothing empty, no level skipped."""
    steps = (
        Step(
            _line(step.what),
            _line(step.who),
            tuple(dict.fromkeys(filter(None, map(_line, step.forms)))),
            _line(step.where),
            step.level,
            tuple(dict.fromkeys(filter(None, map(_line, step.means)))),
        )
        for step in text.steps
    )
    numbers = (UsefulNumber(_line(n.label), _line(n.number)) for n in text.numbers)
    return ProcedureText(
        title=_line(text.title),
        trigger=_line(text.trigger),
        decides=_line(text.decides),
        stops=_lines(text.stops),
        still_works=_lines(text.still_works),
        steps=with_levels(s for s in steps if s.what or s.who or s.forms or s.where or s.means),
        numbers=tuple(n for n in numbers if n.label or n.number),
        after_48_hours=_lines(text.after_48_hours),
        back_to_normal=_lines(text.back_to_normal),
    )


def _line(piece: str) -> str:
    """One line; a no-break space stays what it is."""
    return _BLANKS.sub(" ", clean_text(piece))


def _lines(pieces: Iterable[str]) -> tuple[str, ...]:
    return tuple(line for line in map(_line, pieces) if line)


def with_levels(steps: Iterable[Step]) -> tuple[Step, ...]:
    """The steps with no level skipped: the first has a number, each is at most one deeper."""
    fitting: list[Step] = []
    above = 0
    for step in steps:
        above = max(1, min(step.level, above + 1, DEEPEST_LEVEL))
        fitting.append(step if step.level == above else replace(step, level=above))
    return tuple(fitting)


def fault_of(text: ProcedureText) -> TextFault | None:
    """The first reason why a tidied text is refused; None: it can be kept."""
    if not text.title:
        return TextFault("no_title")
    if len(text.title) > LONGEST_NAME:
        return TextFault("long_title", LONGEST_NAME)
    if len(text.steps) > MOST_STEPS:
        return TextFault("many_steps", MOST_STEPS)
    lists = (text.stops, text.still_works, text.numbers, text.after_48_hours, text.back_to_normal)
    if any(len(lines) > MOST_LINES for lines in lists):
        return TextFault("many_lines", MOST_LINES)
    if any(len(step.forms) > MOST_FORMS for step in text.steps):
        return TextFault("many_forms", MOST_FORMS)
    if any(len(step.means) > MOST_MEANS for step in text.steps):
        return TextFault("many_means", MOST_MEANS)
    if any(len(piece) > LONGEST_PIECE for piece in _pieces(text)):
        return TextFault("long_piece", LONGEST_PIECE)
    return None


def _pieces(text: ProcedureText) -> Iterable[str]:
    yield from (text.trigger, text.decides, *text.stops, *text.still_works)
    for step in text.steps:
        yield from (step.what, step.who, step.where, *step.forms, *step.means)
    for number in text.numbers:
        yield from (number.label, number.number)
    yield from (*text.after_48_hours, *text.back_to_normal)
