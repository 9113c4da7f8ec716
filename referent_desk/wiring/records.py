"""Editing in place, undoing, and forms that were begun."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from referent_desk.domain.records import Link, Record, RecordKind, Unfinished
from referent_desk.errors import OutOfReach
from referent_desk.gui.questions_records import RecordQuestions
from referent_desk.wiring.held_desks import HeldDesk
from referent_desk.wiring.nominations import nomination_questions

if TYPE_CHECKING:
    from referent_desk.domain.deeds import Saved
    from referent_desk.domain.departments import DepartmentRow
    from referent_desk.domain.local_values import AskedValue
    from referent_desk.domain.missing_numbers import MissingNumber
    from referent_desk.domain.needed_functions import FunctionTick


class _Records:
    """`_unkept` holds what could not be kept while the stick of the home was out."""

    def __init__(self, held: HeldDesk) -> None:
        self._held = held
        self._unkept: dict[str, Unfinished] = {}

    def read(self, kind: RecordKind, record_id: str) -> Record:
        from referent_desk.usecases.records import read_record

        return read_record(self._held.desk, kind, record_id)

    def list(self, kind: RecordKind, by_field: str, of_id: str) -> tuple[Record, ...]:
        from referent_desk.usecases.records import list_records

        return list_records(self._held.desk, kind, by_field, of_id)

    def links(self, to: str, text: str) -> tuple[Link, ...]:
        from referent_desk.usecases.records import list_links

        return list_links(self._held.desk, to, text)

    def add(self, kind: RecordKind, typed: Mapping[str, str]) -> Saved:
        from referent_desk.usecases.records import add_record

        return add_record(self._held.desk, kind, typed)

    def edit(self, kind: RecordKind, record_id: str, field: str, typed: str) -> Saved:
        from referent_desk.usecases.records import edit_field

        return edit_field(self._held.desk, kind, record_id, field, typed)

    def appoint(self, person: Mapping[str, str], appointment: Mapping[str, str]) -> Saved:
        from referent_desk.usecases.people import appoint_newcomer

        return appoint_newcomer(self._held.desk, person, appointment)

    def unite(self, kept_id: str, other_id: str) -> Saved:
        from referent_desk.usecases.same_people import unite_people

        return unite_people(self._held.desk, kept_id, other_id)

    def begin_use(self, name: str, use: Mapping[str, str]) -> Saved:
        from referent_desk.usecases.software import begin_use

        return begin_use(self._held.desk, name, use)

    def close(self, kind: RecordKind, record_id: str) -> Saved:
        from referent_desk.usecases.records import close_record

        return close_record(self._held.desk, kind, record_id)

    def reopen(self, kind: RecordKind, record_id: str) -> Saved:
        from referent_desk.usecases.records import reopen_record

        return reopen_record(self._held.desk, kind, record_id)

    def undo(self) -> Saved:
        from referent_desk.usecases.undoing import undo

        return undo(self._held.desk)

    def redo(self) -> Saved:
        from referent_desk.usecases.undoing import redo

        return redo(self._held.desk)

    def children(self, parent_id: str | None) -> tuple[DepartmentRow, ...]:
        from referent_desk.usecases.departments import list_children

        return list_children(self._held.desk, parent_id)

    def needed_functions(self, department_id: str) -> tuple[FunctionTick, ...]:
        from referent_desk.usecases.needed_functions import needed_functions

        return needed_functions(self._held.desk, department_id)

    def need_functions(self, department_id: str, functions: frozenset[str]) -> Saved:
        from referent_desk.usecases.needed_functions import set_needed_functions

        return set_needed_functions(self._held.desk, department_id, functions)

    def move_number(self, entry_id: str, steps: int) -> Saved:
        from referent_desk.usecases.directory_orders import move_entry

        return move_entry(self._held.desk, entry_id, steps)

    def lines_with_number(self, owner_id: str, number: str) -> tuple[str, ...]:
        from referent_desk.usecases.same_numbers import lines_with_number

        return lines_with_number(self._held.desk, owner_id, number)

    def missing_numbers(self, department_id: str) -> tuple[MissingNumber, ...]:
        from referent_desk.usecases.missing_numbers import list_missing_numbers

        return list_missing_numbers(self._held.desk, department_id)

    def asked_values(self, department_id: str) -> tuple[AskedValue, ...]:
        from referent_desk.usecases.local_values import asked_local_values

        return asked_local_values(self._held.desk, department_id)

    def keep_unfinished(self, key: str, values: Mapping[str, str]) -> None:
        from referent_desk.usecases.unfinished import keep_unfinished

        self._unkept.pop(key, None)
        try:
            keep_unfinished(self._held.desk, key, values)
        except OutOfReach:
            self._unkept[key] = Unfinished(dict(values), self._held.clock.now())
            raise

    def read_unfinished(self, key: str) -> Unfinished | None:
        from referent_desk.usecases.unfinished import read_unfinished

        return self._unkept.get(key) or read_unfinished(self._held.desk, key)

    def drop_unfinished(self, key: str) -> None:
        from referent_desk.usecases.unfinished import drop_unfinished

        self._unkept.pop(key, None)
        drop_unfinished(self._held.desk, key)


def record_questions(held: HeldDesk) -> RecordQuestions:
    records = _Records(held)
    return RecordQuestions(
        read=records.read,
        list=records.list,
        links=records.links,
        add=records.add,
        edit=records.edit,
        appoint=records.appoint,
        unite=records.unite,
        begin_use=records.begin_use,
        close=records.close,
        reopen=records.reopen,
        undo=records.undo,
        redo=records.redo,
        children=records.children,
        needed_functions=records.needed_functions,
        need_functions=records.need_functions,
        move_number=records.move_number,
        lines_with_number=records.lines_with_number,
        missing_numbers=records.missing_numbers,
        asked_values=records.asked_values,
        keep_unfinished=records.keep_unfinished,
        read_unfinished=records.read_unfinished,
        drop_unfinished=records.drop_unfinished,
        nominations=nomination_questions(held),
    )
