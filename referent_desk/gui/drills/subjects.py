"""The tab of drills: what is to come, then what was held; stops that were announced among them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from referent_desk.domain.changes import Kind
from referent_desk.domain.deeds import Saved
from referent_desk.domain.drill_details import DrillDetail, StopDetail
from referent_desk.domain.drills import DrillRow
from referent_desk.domain.records import Record, RecordKind
from referent_desk.gui.columns import Column, state_column
from referent_desk.gui.detail_panes import DetailPane
from referent_desk.gui.drills.details import show_drill
from referent_desk.gui.drills.doors import DrillDoors
from referent_desk.gui.drills.stops import show_stop
from referent_desk.gui.drills.words import row_state
from referent_desk.gui.empty_texts import EmptyText, NextStep
from referent_desk.gui.places import Key, TabName, tab_title
from referent_desk.gui.subjects import NewRecord, Scope, Subject
from referent_desk.gui.wordings import short_day
from referent_desk.language import _, spoken
from referent_desk.words.drills import shift_word

STOP = "stop"
"""The first part of the key of an announced stop."""
KINDS = frozenset(
    {Kind.DRILLS, Kind.ACTIONS, Kind.DEPLOYMENTS, Kind.SOFTWARE, Kind.PROCEDURES, Kind.DEPARTMENTS}
)


@dataclass(frozen=True, slots=True)
class ShownStop:
    detail: StopDetail
    record: Record
    department_id: str


def subject(doors: DrillDoors) -> Subject:
    def begin(_row: Any, department_id: str | None) -> Any:
        assert department_id is not None, "a drill is that of a department"
        return doors.prepare(department_id)

    return Subject(
        name=TabName.DRILLS,
        title=tab_title(TabName.DRILLS),
        columns=columns(),
        list_rows=doors.questions.list_rows,
        key_of=key_of,
        read=lambda key, department_id: _read(doors, key, department_id),
        show=lambda pane, shown: _show(pane, shown, doors),
        leads_to=lambda _row: None,
        kinds=KINDS,
        scope=Scope.CHOSEN_ONLY,
        empty=drills_empty(),
        new=NewRecord(_("Pr&epare a drill"), begin),
    )


def key_of(row: DrillRow) -> Key:
    return (row.key,) if row.state is not None else (STOP, row.key)


def key_of_stop(saved: Saved) -> Key:
    return (STOP, saved.id)


def drills_empty() -> EmptyText:
    return EmptyText(
        _("No drill is planned here, and none was held."),
        _(
            "Twenty minutes are enough: the program proposes one function, one shift and one "
            "difficulty."
        ),
        (NextStep.NEW,),
    )


def columns() -> tuple[Column, ...]:
    def text(said: Callable[[DrillRow], str]) -> Callable[[Any], str]:
        return said

    return (
        Column(_("Day"), text(lambda row: short_day(row.day)), "day", 100, 0),
        Column(_("Function"), text(_function), "function", 150, 3),
        Column(_("Difficulty"), text(lambda row: row.complication), "", 120, 2, yields=2),
        Column(_("Shift"), text(_shift), "", 110, 0, yields=1),
        state_column(_("State"), row_state, "state", 150),
    )


def _function(row: DrillRow) -> str:
    if row.state is None:
        return _("Stop of {software}").format(software=row.software)
    return row.function


def _shift(row: DrillRow) -> str:
    return shift_word(row.shift, spoken()) if row.shift is not None else ""


def _read(doors: DrillDoors, key: Key, department_id: str | None) -> DrillDetail | ShownStop:
    assert department_id is not None, "the tab speaks of one department"
    if key[0] == STOP:
        stop_id = key[1] or ""
        record = doors.editing.records.read(RecordKind.MAINTENANCE, stop_id)
        return ShownStop(doors.questions.read_stop(stop_id), record, department_id)
    return doors.questions.read(key[0] or "")


def _show(pane: DetailPane, shown: DrillDetail | ShownStop, doors: DrillDoors) -> None:
    if isinstance(shown, ShownStop):
        show_stop(pane, shown.detail, shown.record, shown.department_id, doors)
    else:
        show_drill(pane, shown, doors)
