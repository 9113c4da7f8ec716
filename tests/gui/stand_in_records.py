"""Records in memory whose every text is the same, and what was asked to be done to them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime

from referent_desk.domain.changes import Kind
from referent_desk.domain.deeds import Deed, Saved, Verb
from referent_desk.domain.departments import DepartmentRow
from referent_desk.domain.local_values import AskedValue
from referent_desk.domain.needed_functions import FunctionTick
from referent_desk.domain.records import (
    FIELDS,
    FieldKind,
    Link,
    Record,
    RecordField,
    RecordKind,
    Unfinished,
)
from referent_desk.gui.questions_records import RecordQuestions
from tests.gui.stand_in_nominations import StandInNominations

AT = datetime(2026, 3, 12, 13, 2, tzinfo=UTC)


class StandInRecords:
    """`deeds` holds what was done; undoing takes the last one back."""

    def __init__(self, text: str = "Dossier+", rows: Sequence[DepartmentRow] = ()) -> None:
        self.text = text
        self.rows = tuple(rows)
        self.deeds: list[Deed] = []
        self.undone: list[Deed] = []
        self.typed: dict[tuple[RecordKind, str, str], str] = {}
        self.unfinished: dict[str, Unfinished] = {}
        self.nominations = StandInNominations(text, self.saved)

    def saved(self, deed: Deed, record_id: str) -> Saved:
        self.deeds.append(deed)
        self.undone.clear()
        return self._state(record_id)

    def _state(self, record_id: str) -> Saved:
        undo = self.deeds[-1] if self.deeds else None
        redo = self.undone[-1] if self.undone else None
        return Saved(frozenset({Kind.DEPARTMENTS}), record_id, AT, undo, redo)

    def record(self, kind: RecordKind, record_id: str) -> Record:
        values = {
            f.name: self.typed.get((kind, record_id, f.name), value)
            for f in FIELDS[kind]
            if (value := self._value(f)) is not None
        }
        values |= {f.name: f.choices[0] for f in FIELDS[kind] if f.required and f.choices}
        links = {f.name: Link("x1", self.text) for f in FIELDS[kind] if f.kind is FieldKind.LINK}
        return Record(kind, record_id, self.text, values, links)

    def _value(self, field: RecordField) -> str | None:
        """Plain texts are all the same; a choice is its first."""
        if field.kind in {FieldKind.LINE, FieldKind.TEXT}:
            return self.text
        return field.choices[0] if field.choices else None

    def below(self, parent_id: str | None) -> tuple[DepartmentRow, ...]:
        """All stand at the top."""
        return self.rows if parent_id is None else ()

    def edit(self, kind: RecordKind, record_id: str, field: str, typed: str) -> Saved:
        self.typed[kind, record_id, field] = typed
        return self.saved(Deed(Verb.EDITED, kind, self.text, field), record_id)

    def undo(self) -> Saved:
        self.undone.append(self.deeds.pop())
        return self._state("")

    def redo(self) -> Saved:
        self.deeds.append(self.undone.pop())
        return self._state("")

    def keep(self, key: str, values: Mapping[str, str]) -> None:
        self.unfinished[key] = Unfinished(dict(values), AT)

    def drop(self, key: str) -> None:
        self.unfinished.pop(key, None)

    def questions(self) -> RecordQuestions:
        return RecordQuestions(
            read=self.record,
            list=lambda kind, _field, _of: (self.record(kind, "r1"),),
            links=lambda _to, _text: (Link("x1", self.text, self.text),),
            add=lambda kind, _typed: self.saved(Deed(Verb.ADDED, kind, self.text), "new"),
            edit=self.edit,
            appoint=lambda _who, _what: self.saved(
                Deed(Verb.ADDED, RecordKind.APPOINTMENT, self.text), "new"
            ),
            unite=lambda key, _other: self.saved(Deed(Verb.UNITED, RecordKind.PERSON), key),
            begin_use=lambda name, _use: self.saved(
                Deed(Verb.ADDED, RecordKind.DEPLOYMENT, name), "new"
            ),
            close=lambda kind, key: self.saved(Deed(Verb.CLOSED, kind, self.text), key),
            reopen=lambda kind, key: self.saved(Deed(Verb.REOPENED, kind, self.text), key),
            undo=self.undo,
            redo=self.redo,
            children=self.below,
            needed_functions=lambda _id: (FunctionTick("f1", "PRE", self.text, None),),
            need_functions=lambda key, _ids: self.saved(Deed(Verb.TICKED, "node", self.text), key),
            move_number=lambda key, _steps: self.saved(
                Deed(Verb.MOVED, RecordKind.DIRECTORY_ENTRY, self.text), key
            ),
            lines_with_number=lambda _owner, _number: (),
            missing_numbers=lambda _id: (),
            asked_values=lambda _id: (
                AskedValue(self.text, "", (self.text,)),
                AskedValue("room", self.text, (self.text, "Meals"), "v2"),
            ),
            keep_unfinished=self.keep,
            read_unfinished=self.unfinished.get,
            drop_unfinished=self.drop,
            nominations=self.nominations.questions(),
        )
