"""The state of binders for scripts: every sheet of every copy, or counts for each department."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator

from referent_desk.domain.copies import RunStage
from referent_desk.domain.departments import Node
from referent_desk.domain.sheet_states import BinderState, SheetState, SheetStatus
from referent_desk.language import Language
from referent_desk.storage.copies import open_copies
from referent_desk.storage.coverages import grouped
from referent_desk.storage.departments import binder_departments
from referent_desk.usecases.binder_counts import TOGETHER, count_sheets
from referent_desk.usecases.desks import Desk
from referent_desk.usecases.inventories import Record
from referent_desk.words.reasons import reason_sentence

Progress = Callable[[int, int], None]


def sheets_of_copies(state: BinderState, language: Language) -> list[Record]:
    """One record for each sheet of each open copy; `reasons` are sentences in `language`.

    `revision` and `check_code` are those that should lie there, a revision of None was never
    printed; `shelf_…` are those that do. `printing`: how far the one has come that waits to be
    filed: prepared, sent or confirmed.
    """
    return [
        {
            "department": state.department,
            "copy": copy.copy.number,
            **_sheet(sheet, copy.stage, language),
        }
        for copy in state.copies
        for sheet in copy.sheets
    ]


def _sheet(sheet: SheetState, stage: RunStage | None, language: Language) -> Record:
    revision, check_code = sheet.wanted or (None, "")
    shelf_revision, shelf_check_code = sheet.shelf or (None, "")
    return {
        "sheet": sheet.code,
        "title": sheet.title,
        "state": str(sheet.status),
        "printing": str(stage or "") if sheet.status is SheetStatus.PRINTED_NOT_FILED else "",
        "revision": revision,
        "check_code": check_code,
        "shelf_revision": shelf_revision,
        "shelf_check_code": shelf_check_code,
        "reasons": [reason_sentence(reason, language) for reason in sheet.reasons],
    }


def counts_of_departments(desk: Desk, progress: Progress | None = None) -> list[Record]:
    """One record for each department that prints a binder: its copies, and sheets by state."""
    return list(_counts(desk, progress))


def _counts(desk: Desk, progress: Progress | None) -> Iterator[Record]:
    with desk.database.read() as connection:
        copies = grouped((row.department_id, row) for row in open_copies(connection))
        departments = binder_departments(connection)
        for start in range(0, len(departments), TOGETHER):
            if progress is not None:
                progress(start, len(departments))
            nodes = departments[start : start + TOGETHER]
            here = {node.id: copies[node.id] for node in nodes if node.id in copies}
            counts = count_sheets(desk, connection, here)
            for node in nodes:
                yield _counted(node, len(here.get(node.id, ())), counts.get(node.id, Counter()))
    if progress is not None:
        progress(len(departments), len(departments))


def _counted(node: Node, copies: int, found: Counter[SheetStatus]) -> Record:
    return {
        "department": node.name,
        "code": node.code,
        "paper_code": node.paper_code,
        "copies": copies,
        **{str(status): found[status] for status in SheetStatus},
    }
