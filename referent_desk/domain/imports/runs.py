"""One import while it runs: what the file said so far, and what became of the present line."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from dataclasses import field as made
from datetime import date
from typing import Any, TypeVar

from referent_desk.domain.departments import Node
from referent_desk.domain.imports.answers import (
    Answers,
    Asked,
    Choice,
    Offer,
    Question,
    Reply,
    Tick,
    chosen,
)
from referent_desk.domain.imports.both import is_said_in, offers_of_two, together
from referent_desk.domain.imports.fields import is_same, told_as
from referent_desk.domain.imports.kinds import Field
from referent_desk.domain.imports.ledgers import Ledger, Record, Shelf, near_software
from referent_desk.domain.imports.matching import NearNames
from referent_desk.domain.imports.namesakes import NamesOfFile
from referent_desk.domain.imports.places import read_place
from referent_desk.domain.imports.reports import (
    Concern,
    LineReport,
    Outcome,
    Remark,
    SourceLine,
    remark,
)
from referent_desk.domain.imports.suppositions import Waiting
from referent_desk.domain.imports.values import DURATIONS
from referent_desk.domain.imports.vocabularies import Vocabulary, ids_by_name
from referent_desk.domain.minutes import minutes_typed

R = TypeVar("R", bound=Record)

_DOUBTFUL_DAMAGE = frozenset({"finess_zero_lost", "duration_range"})
"""What the reader could not settle by itself: a person must look."""
NO_ANSWERS = Answers()
LABELS = ((Field.HEAD, "Head"), (Field.WARD_MANAGER, "Ward manager"), (Field.DECT, "DECT"))


class LineWork:
    """What a line did so far. It ends in exactly one outcome."""

    def __init__(self, line: SourceLine, answers: Answers = NO_ANSWERS) -> None:
        self.row = line.row
        self.remarks: list[Remark] = list(line.remarks)
        self.asked: list[Asked] = []
        self._answers = answers
        self.touched = False
        self.about_id = self.shown_id = ""
        self.new_ids: set[str] = set()
        self.is_outside = False
        self.addable: tuple[str, ...] = ()
        self._added = False
        self._changed = False

    def added(self, what: str, name: str) -> None:
        """Said once, where a line adds several of one name: a program with two functions."""
        self._added = self.touched = True
        said = remark(Concern.NOTE, "added", what=what, name=name)
        if said not in self.remarks:
            self.remarks.append(said)

    def about(self, record_id: str, shown_id: str = "") -> None:
        """The record that the line is about, and the one in whose detail it is seen."""
        self.about_id, self.shown_id = record_id, shown_id or record_id

    def changed(self, record_id: str, name: str, field: str, before: str, after: str) -> None:
        """Noted field by field, but for a record that this line adds."""
        if record_id in self.new_ids:
            return
        self._changed = True
        self.remarks.append(
            remark(Concern.CHANGE, "changed", name=name, field=field, before=before, after=after)
        )

    def say(self, concern: Concern, code: str, /, **fields: str) -> None:
        self.remarks.append(Remark(concern, code, tuple(fields.items())))

    def doubt(self, code: str, /, **fields: str) -> None:
        self.say(Concern.DOUBT, code, **fields)

    def ask(self, code: str, offers: Iterable[Offer], /, **fields: str) -> Reply | None:
        """The answer to a question of the line; while there is none, it is a doubt."""
        reply = self.inquire(code, offers, **fields)
        if reply is None:
            self.doubt(code, **fields)
        return reply

    def inquire(self, code: str, offers: Iterable[Offer], /, **fields: str) -> Reply | None:
        question = Question(code, tuple(fields.items()), tuple(offers))
        reply = self._answers.reply_to(self.row, question)
        self.asked.append(Asked(question, reply))
        if reply is not None:
            self.say(Concern.NOTE, "decided", name=fields.get("name") or fields.get("value", ""))
        return reply

    def takes(self, field: str, after: str, *, by_default: bool = True) -> bool:
        return self._answers.takes(Tick(self.row, field, after), by_default=by_default)

    def leaves(self, name: str, field: str, before: str, after: str) -> None:
        """A person does not want what the line would change."""
        self.touched = True
        self.say(Concern.KEPT, "left_out", name=name, field=field, before=before, after=after)

    def refuse(self, code: str, /, **fields: str) -> None:
        self.say(Concern.REFUSAL, code, **fields)

    def report(self) -> LineReport:
        """Doubt goes before what was stored, and a refusal counts only if nothing was."""
        is_refused = any(r.concern is Concern.REFUSAL for r in self.remarks)
        if any(r.concern is Concern.DOUBT or r.code in _DOUBTFUL_DAMAGE for r in self.remarks):
            outcome = Outcome.DOUBTFUL
        elif self._added:
            outcome = Outcome.ADDED
        elif self._changed:
            outcome = Outcome.CHANGED
        elif self.touched and not is_refused:
            outcome = Outcome.UNCHANGED
        else:
            outcome = Outcome.REFUSED
            if not is_refused:
                self.refuse("nothing_to_import")
        return LineReport(self.row, outcome, tuple(self.remarks), tuple(self.asked), self.addable)


@dataclass(frozen=True, slots=True)
class Choices:
    """`establishment`: where a department lies whose line names none.

    `department_id`: where somebody new works whose line names no place, and who uses the software
    of a list that names nobody; `department` is its name where it is not known yet. `labels` are
    the roles and the line that columns of a list of departments give to people and numbers.
    `function_words`: what wards call a function, by its code; `beside`: staff of other sheets.
    """

    establishment: str = ""
    overwrite_edited: bool = False
    answers: Answers = NO_ANSWERS
    language: str = "fr"
    department_id: str = ""
    department: str = ""
    labels: tuple[tuple[Field, str], ...] = LABELS
    function_words: Mapping[str, tuple[str, ...]] = made(default_factory=dict)
    beside: tuple[SourceLine, ...] = ()

    def label(self, field: Field) -> str:
        return dict(self.labels)[field]


class Run:
    """The whole file: `told` remembers which line said what of which field.

    `unknown_people` names the referents whom nobody here knew before; `odd_rows` may be none of the
    list. What is only supposed is settled `later`, when all lines have said what they say.
    """

    def __init__(
        self,
        ledger: Ledger,
        choices: Choices,
        new_id: Callable[[], str],
        lines: Iterable[SourceLine],
    ) -> None:
        self.ledger = ledger
        self.choices = choices
        self.new_id = new_id
        self.lines = tuple(lines)
        self.places = {line.row: read_place(line) for line in self.lines}
        self.seen: set[str] = set()
        self.first_rows: dict[str, int] = {}
        self.unknown_people: dict[tuple[str, str], str] = {}
        self.kind_ids = ids_by_name(ledger.kinds)
        self.function_ids = ids_by_name(ledger.functions)
        self.vocabulary = Vocabulary(ledger.functions, choices.function_words)
        self.function_offers = chosen((f.id, f.name(choices.language)) for f in ledger.functions)
        self.names: NamesOfFile | None = None
        self.odd_rows: Mapping[int, str] = {}
        self.later: list[Waiting] = []
        self._told: dict[tuple[str, str], tuple[int, object]] = {}
        self._near_software: NearNames | None = None
        self.near_departments: dict[str, NearNames] = {}

    def near_software(self) -> NearNames:
        if self._near_software is None:
            self._near_software = near_software(self.ledger)
        return self._near_software

    def usual_functions(self, kind_id: str | None) -> tuple[str, ...]:
        """What a kind of software usually serves in a ward, in the order of the functions."""
        kind = next((k for k in self.ledger.kinds if k.id == kind_id), None)
        served = frozenset(kind.function_ids) if kind else frozenset()
        return tuple(f.id for f in self.ledger.functions if f.id in served)

    def shown(self, field: str, value: object) -> str:
        """A value as a person reads it: names for ids."""
        if value in (None, ""):
            return ""
        here = self.choices.language
        if field == "parent_id":
            return self.ledger.nodes.get(str(value)).name
        if field == "department_id":
            return self.ledger.nodes.get(str(value)).name
        if field == "kind_id":
            return next((k.name(here) for k in self.ledger.kinds if k.id == value), "")
        if field == "function_id":
            return next((f.name(here) for f in self.ledger.functions if f.id == value), "")
        if field in DURATIONS and isinstance(value, int):
            return minutes_typed(value)
        return value.isoformat() if isinstance(value, date) else str(value)

    def add(self, shelf: Shelf[R], record: R, work: LineWork, what: str, name: str) -> R:
        shelf.put(record)
        self.seen.add(record.id)
        work.new_ids.add(record.id)
        work.added(what, name)
        return record

    def told_already(self, record_id: str, field: str, value: object, row: int) -> int:
        """The row of an earlier line that said something else; 0 if there is none."""
        first_row, first = self._told.setdefault((record_id, field), (row, value))
        is_told = is_same(field, first, value) or is_said_in(field, first, value)
        return 0 if is_told else first_row

    def settle(
        self, shelf: Shelf[R], record: R, wanted: Mapping[str, object], name: str, work: LineWork
    ) -> R:
        """Bring the record to what the line says. An empty cell never erases anything."""
        self.seen.add(record.id)
        work.touched = True
        changes: dict[str, Any] = {}
        for field, said in wanted.items():
            if said is None or said == "":
                continue
            before, value = getattr(record, field), said
            other_row = self.told_already(record.id, field, value, work.row)
            told = told_as(record, field)
            if is_said_in(field, before, value):
                continue
            if other_row:
                value = self._of_two((field, told), before, value, name, work, other_row)
                if value is None:
                    continue
                self._told[record.id, field] = (work.row, value)
            if is_same(field, before, value):
                continue
            shown, shown_before = self.shown(field, value), self.shown(field, before)
            by_hand = (record.id, field) in self.ledger.edited and not (
                self.choices.overwrite_edited
            )
            if work.takes(told, shown, by_default=not by_hand):
                changes[field] = value
                work.changed(record.id, name, told, shown_before, shown)
            elif by_hand:
                work.say(
                    Concern.KEPT, "edited_by_hand",
                    name=name, field=told, before=shown_before, after=shown,
                )  # fmt: skip
            else:
                work.leaves(name, told, shown_before, shown)
        if not changes:
            return record
        changed: R = replace(record, **changes)  # type: ignore[type-var]
        shelf.put(changed)
        return changed

    def _of_two(
        self, field: tuple[str, str], before: object, value: object, name: str, work: LineWork,
        other_row: int,
    ) -> object:  # fmt: skip
        """What counts, where an earlier line says something else of a field, as it is stored and
        as a person knows it; None where that one does."""
        stored, told = field
        if both := together(stored, before, value):
            return both
        reply = work.ask(
            "contradiction", offers_of_two(stored, before, value),
            name=name, field=told, value=self.shown(stored, value), row=str(other_row),
        )  # fmt: skip
        if reply is None or reply.choice is Choice.SAME:
            return None
        return reply.value if reply.choice is Choice.CHOSEN else value

    def remember(self, record_id: str, wanted: Mapping[str, object], row: int) -> None:
        """Note what the line said of a record that it added."""
        for field, value in wanted.items():
            if value is not None and value != "":
                self._told.setdefault((record_id, field), (row, value))

    def node(self, node_id: str) -> Node:
        return self.ledger.nodes.get(node_id)
