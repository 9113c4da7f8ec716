"""A stop of a software that was announced: who is hit, and one button that makes drills of it."""

from __future__ import annotations

from collections.abc import Callable

from referent_desk.domain.drill_details import StopDetail
from referent_desk.domain.records import Record
from referent_desk.gui.detail_panes import DetailPane
from referent_desk.gui.drills.doors import DrillDoors
from referent_desk.gui.wordings import day
from referent_desk.language import _, ngettext

_NAMED = 8
"""So many departments are named; the others are counted."""


def show_stop(
    pane: DetailPane, detail: StopDetail, record: Record, department_id: str, doors: DrillDoors
) -> None:
    stop = detail.stop
    pane.title(_("Stop of {software}").format(software=stop.software))
    pane.muted(f"{detail.node} · {day(stop.planned_on)}")
    pane.edit(record, doors.editing, ("planned_on", "starts_at", "minutes", "note"))
    count = len(detail.departments)
    said = ngettext("{count} department uses it", "{count} departments use it", count).format(
        count=count
    )
    names = ", ".join(name for _key, name in detail.departments[:_NAMED])
    rest = count - _NAMED
    if rest > 0:
        names = ngettext("{names} and {count} more", "{names} and {count} more", rest).format(
            names=names, count=rest
        )
    pane.section(said, [names])
    if not doors.editing.is_possible:
        pane.muted(_("This home is only read here: no drill can be planned."))
        return
    if stop.planned_on < detail.today:
        pane.muted(_("This stop lies in the past: no drill can be made of it any more."))
        return
    _offer_drills(pane, detail, department_id, doors)


def _offer_drills(
    pane: DetailPane, detail: StopDetail, department_id: str, doors: DrillDoors
) -> None:
    """For this department, and for all of them where others wait too."""
    stop_id, waiting = detail.stop.id, detail.waiting
    play, saver = doors.questions.plans.play_stop, doors.editing.saver

    def make(where: str | None) -> Callable[[], None]:
        def press() -> None:
            saver.save(lambda: play(stop_id, where))

        return press

    is_hit = any(key == department_id for key, _name in detail.departments)
    waits_here = is_hit and department_id not in detail.playing
    offered: list[tuple[str, Callable[[], None], str]] = []
    if waits_here:
        offered.append((_("&Make it a drill"), make(department_id), "list-checks"))
    if waiting > int(waits_here):
        text = ngettext(
            "Make it a drill in {count} dep&artment",
            "Make it a drill in all {count} dep&artments",
            waiting,
        )
        offered.append((text.format(count=waiting), make(None), ""))
    for button in offered:
        pane.buttons((button,))
