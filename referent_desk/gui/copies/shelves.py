"""What the tab reads of a department's shelf, on the worker: the copies, and one in full."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from referent_desk.domain.copies import Run
from referent_desk.domain.listings import Listing, Page
from referent_desk.domain.lots import Lot
from referent_desk.domain.printing import PrinterRow
from referent_desk.domain.records import Record, RecordKind
from referent_desk.domain.sheet_states import BinderState, CopyState
from referent_desk.domain.shelf_checks import ShelfCheck
from referent_desk.domain.texts import folded
from referent_desk.gui.places import Key
from referent_desk.gui.questions_copies import CopyQuestions, Proposal
from referent_desk.gui.questions_records import RecordQuestions

NO_COPY: Key = ("",)
"""The key of what is shown where a department has no copy."""


@dataclass(frozen=True, slots=True)
class ShownShelf:
    """`copy` None: the department has none. `subjects`: what each sheet is made of, by code."""

    state: BinderState
    copy: CopyState | None = None
    record: Record | None = None
    runs: tuple[Run, ...] = ()
    checks: tuple[ShelfCheck, ...] = ()
    lots: tuple[Lot, ...] = ()
    printers: tuple[PrinterRow, ...] = ()
    proposal: Proposal | None = None
    subjects: Mapping[str, str] = field(default_factory=dict)


class Shelf:
    """The list reads the state; the detail that follows is shown from the same one."""

    def __init__(self, questions: CopyQuestions, records: RecordQuestions) -> None:
        self._questions = questions
        self._records = records
        self._state: BinderState | None = None

    def list_rows(self, listing: Listing) -> Page[CopyState]:
        """Open copies, then closed ones."""
        if listing.department_id is None:
            return Page((), 0, 0)
        self._state = state = self._questions.states.read_state(listing.department_id)
        rows = rows_of(state)
        fitting = [row for row in rows if _fits(row, listing.text)]
        if listing.sort:
            fitting.sort(key=lambda row: _sorted_by(row, listing.sort), reverse=listing.descending)
        return Page(tuple(fitting), len(fitting), len(rows))

    def read(self, key: Key, department_id: str | None) -> ShownShelf:
        assert department_id is not None, "the tab speaks of one department"
        state = self._state
        if state is None or state.department_id != department_id:
            state = self._state = self._questions.states.read_state(department_id)
        shared = ShownShelf(
            state,
            lots=self._questions.lots.list_lots(department_id),
            printers=self._questions.list_printers(department_id),
        )
        copy = next((row for row in rows_of(state) if (row.copy.id,) == key), None)
        return shared if copy is None else self._with_copy(shared, copy)

    def _with_copy(self, shared: ShownShelf, copy: CopyState) -> ShownShelf:
        questions, state, number = self._questions, shared.state, copy.copy.number
        wants_paper = copy.copy.closed_on is None and copy.stage is not None and copy.to_replace
        return ShownShelf(
            state,
            copy,
            self._records.read(RecordKind.COPY, copy.copy.id),
            questions.states.list_runs(copy.copy.id),
            questions.checks.list_checks(copy.copy.id),
            shared.lots,
            shared.printers,
            questions.replacements.propose(state.department_id, number) if wants_paper else None,
            questions.states.sheet_subjects(state.department_id),
        )


def rows_of(state: BinderState) -> tuple[CopyState, ...]:
    return (*state.copies, *(CopyState(copy, ()) for copy in state.closed))


def _fits(row: CopyState, text: str) -> bool:
    copy = row.copy
    here = folded(f"{copy.number} {copy.place} {copy.holder} {copy.colour}")
    return all(word in here for word in folded(text).split())


def _sorted_by(row: CopyState, name: str) -> tuple[bool, int, str]:
    value = getattr(row.copy, name)
    closed = row.copy.closed_on is not None
    return (closed, value, "") if isinstance(value, int) else (closed, 0, folded(str(value)))
