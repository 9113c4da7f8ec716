"""A drill in full: what will be played, or how it went against last time; and what comes next."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from referent_desk.domain.drill_details import DrillDetail, ShownFinding
from referent_desk.domain.drill_times import seconds_typed
from referent_desk.domain.drills import DrillRun, DrillTask, TaskChange
from referent_desk.gui.columns import Column
from referent_desk.gui.detail_panes import DetailPane
from referent_desk.gui.drills.doors import DrillDoors
from referent_desk.gui.drills.words import state_of, trouble_sentence
from referent_desk.gui.labels import Look, PlainLabel
from referent_desk.gui.parts import PART
from referent_desk.gui.wordings import day, sentence_case, short_day
from referent_desk.language import _, ngettext, spoken
from referent_desk.words.drills import (
    action_words,
    clock_words,
    gain_words,
    outcome_word,
    result_words,
    shift_word,
    stopped_sentence,
    target_words,
)

Offered = tuple[str, Callable[[], None], str, str]
"""A button: its text, what it does, its icon, and the part by which other tabs lead to it."""


def show_drill(pane: DetailPane, detail: DrillDetail, doors: DrillDoors) -> None:
    may_edit = doors.editing.is_possible
    pane.title(detail.function, state_of(detail.state))
    pane.muted(" · ".join(part for part in (detail.software, _when(detail)) if part))
    if detail.trouble is not None:
        pane.notice(trouble_sentence(detail.trouble))
    if not may_edit:
        pane.muted(_("This home is only read here: a drill can be printed, not recorded."))
    run = detail.run
    if run is not None:
        _show_run(pane, detail, run)
    if detail.drill.is_awaited:
        _offer(pane, _awaited_offers(pane, detail, doors, may_edit))
        _show_awaited(pane, detail)
    if detail.drill.closed_on is not None:
        pane.section(_("Given up"), [detail.drill.closed_because])
    if run is not None:
        _offer(pane, _run_offers(pane, detail, run, doors, may_edit))


def _when(detail: DrillDetail) -> str:
    drill = detail.drill
    planned = _("planned on {day}").format(day=day(drill.planned_on))
    return f"{planned}, {shift_word(drill.shift, spoken())}"


def _show_awaited(pane: DetailPane, detail: DrillDetail) -> None:
    stop = detail.stop
    if stop is not None:
        at = clock_words(stop.starts_at, spoken())
        pane.notice(
            _("The software stops that day: {stop}.").format(
                stop=" ".join(part for part in (stop.software, day(stop.planned_on), at) if part)
            )
        )
    if detail.complication is not None:
        pane.heading(_("What makes it harder"))
        pane.text(f"{detail.complication.title}. {detail.complication.asks}")
    pane.heading(_("Five tasks in twenty minutes"))
    for number, task in enumerate(detail.tasks, 1):
        pane.add(PlainLabel(_task_title(number, task), Look.STRONG))
        pane.muted(task.asks)
    pane.facts(((_("led by"), detail.drill.led_by), (_("sheet"), detail.sheet_code)))


def _show_run(pane: DetailPane, detail: DrillDetail, run: DrillRun) -> None:
    if run.stopped_because:
        pane.notice(stopped_sentence(run, spoken()))
    due = run.lessons_due_on
    if due is not None:
        is_over = due < detail.today
        said = (
            _("The lessons were to be written by {day}.")
            if is_over
            else _("The lessons are to be written by {day}.")
        )
        pane.notice(said.format(day=day(due)))
    people = ""
    if run.participants is not None:
        words = ngettext("{count} person", "{count} people", run.participants)
        people = words.format(count=run.participants)
    complication = detail.complication.title if detail.complication else ""
    pane.facts(
        (
            (_("held on"), _moment(run)),
            (_("result"), sentence_case(result_words(run, spoken()))),
            (_("what made it harder"), complication or detail.drill.complication),
            (_("led by"), run.led_by),
            (_("observer"), run.observer),
            (_("took part"), people),
        )
    )
    _show_changes(pane, detail)
    _show_findings(pane, detail.findings)
    written = ""
    if run.lessons_on is not None:
        written = _("Written on {day} by {name}.").format(
            day=day(run.lessons_on), name=run.lessons_by
        )
    if run.lessons:
        pane.section(_("What we learn from it"), run.lessons.split("\n"))
        pane.muted(written)


def _moment(run: DrillRun) -> str:
    at = clock_words(run.starts_at, spoken())
    return _("{day} at {time}").format(day=day(run.day), time=at) if at else day(run.day)


def _show_changes(pane: DetailPane, detail: DrillDetail) -> None:
    before = detail.before
    heading = _("The five tasks")
    if before is not None:
        heading = _("The five tasks, against {day}").format(day=short_day(before.day))
    pane.heading(heading)
    titles = {task.code: task.title for task in detail.tasks}
    columns = _change_columns(titles, with_last=before is not None)
    pane.lines(_("Results of the drill"), columns, detail.changes, lambda _row: None)
    for change in detail.changes:
        if change.result.note:
            title = titles.get(change.task, change.task)
            pane.muted(_("{task}: {note}").format(task=title, note=change.result.note))


def _show_findings(pane: DetailPane, findings: tuple[ShownFinding, ...]) -> None:
    if not findings:
        return
    pane.heading(_("What was seen, and what is done about it"))
    for shown in findings:
        pane.text(shown.finding.what)
        for action in shown.actions:
            pane.muted(f"→ {action_words(action, spoken())}")


def _task_title(number: int, task: DrillTask) -> str:
    return f"{number}. {task.title} · {seconds_typed(task.seconds)}"


def _change_columns(titles: dict[str, str], *, with_last: bool) -> tuple[Column, ...]:
    def text(said: Callable[[TaskChange], str]) -> Callable[[Any], str]:
        return said

    last = Column(_("Last time"), text(lambda c: gain_words(c, spoken())), "", 150, 0)
    return (
        Column(_("Task"), text(lambda c: titles.get(c.task, c.task)), "", 120, 1),
        Column(_("How"), text(lambda c: outcome_word(c.result.outcome, spoken())), "", 100, 0),
        Column(_("Took"), text(lambda c: seconds_typed(c.result.seconds)), "", 64, 0),
        Column(_("Aimed at"), text(lambda c: target_words(c, spoken())), "", 120, 0, yields=1),
        *((last,) if with_last else ()),
    )


def _awaited_offers(
    pane: DetailPane, detail: DrillDetail, doors: DrillDoors, may_edit: bool
) -> tuple[Offered, ...]:
    drill_id = detail.drill.id
    grid: Offered = (
        _("Pr&int the grid…"),
        lambda: doors.paper_asked.emit("grid", drill_id),
        "printer",
        "grid",
    )
    if not may_edit:
        return (grid,)
    return (
        grid,
        (_("P&lay it now"), lambda: doors.play(detail), "list-checks", "play"),
        (_("&Type in the grid"), lambda: doors.type_in(detail), "file-plus", "type"),
        (_("&Change…"), lambda: pane.form_asked.emit(doors.change(detail)), "", ""),
        (_("Gi&ve it up…"), lambda: pane.form_asked.emit(doors.give_up(detail)), "", ""),
    )


def _run_offers(
    pane: DetailPane, detail: DrillDetail, run: DrillRun, doors: DrillDoors, may_edit: bool
) -> tuple[Offered, ...]:
    drill_id = detail.drill.id
    report: Offered = (
        _("Report as PD&F…"),
        lambda: doors.paper_asked.emit("report", drill_id),
        "printer",
        "report",
    )
    if not may_edit:
        return (report,)
    lessons = _("&Write the lessons…") if not run.lessons else _("C&hange the lessons…")
    return (
        (lessons, lambda: pane.form_asked.emit(doors.write_lessons(detail, run)), "", "lessons"),
        report,
        (_("Take it &back…"), lambda: pane.form_asked.emit(doors.annul(detail, run)), "x", ""),
    )


def _offer(pane: DetailPane, offered: tuple[Offered, ...]) -> None:
    pane.buttons((text, press, icon_name) for text, press, icon_name, _part in offered)
    for text, _press, _icon, part in offered:
        button = pane.kept(f"button:{text}")
        if button is not None:
            button.setProperty(PART, part)
