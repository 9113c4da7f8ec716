"""The checks of a copy on its shelf: what they found, and when the next one is due."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QComboBox, QHBoxLayout, QWidget

from referent_desk.domain.sheet_states import BinderState
from referent_desk.domain.shelf_checks import ShelfCheck
from referent_desk.gui.columns import Column
from referent_desk.gui.copies.check_forms import AnnulCheckForm
from referent_desk.gui.copies.shelves import ShownShelf
from referent_desk.gui.copies.words import check_due_sentence
from referent_desk.gui.copy_doors import CopyDoors
from referent_desk.gui.detail_panes import DetailPane
from referent_desk.gui.editing import Editing
from referent_desk.gui.labels import FieldLabel
from referent_desk.gui.wordings import short_day
from referent_desk.language import _, ngettext

_SHOWN = 12
_CHOICES = (1, 2, 3, 6, 12, 0)


def show_checks(pane: DetailPane, shown: ShownShelf, editing: Editing, doors: CopyDoors) -> None:
    copy = shown.copy
    is_open = copy is not None and copy.copy.closed_on is None
    if copy is None or not (is_open or shown.checks):
        return
    pane.heading(_("Checks on the shelf"))
    if is_open:
        pane.text(check_due_sentence(copy, shown.state))
    if shown.checks:
        pane.lines(
            _("Checks on the shelf"),
            _columns(shown.checks),
            shown.checks[:_SHOWN],
            lambda _row: None,
        )
    if is_open and editing.is_possible and copy.check_due is not None:
        check = _("Check the &shelf…")
        pane.button(
            check, lambda: doors.check_shelf(copy.copy, shown.state.day), "list-checks", "check"
        )
    if is_open and editing.is_possible and shown.checks:
        newest, annul = shown.checks[0], doors.questions.checks.annul
        pane.button(
            _("Take back the check of {day}…").format(day=short_day(newest.day)),
            lambda: pane.form_asked.emit(AnnulCheckForm(newest, annul, editing)),
        )
    if is_open and editing.is_possible:
        pane.keep("months", lambda: MonthsChoice(doors, editing)).show_state(shown.state)


def _columns(checks: tuple[ShelfCheck, ...]) -> tuple[Column, ...]:
    def text(said: Callable[[ShelfCheck], str]) -> Callable[[Any], str]:
        return said

    return (
        Column(_("Day"), text(lambda check: day_text(check, checks)), "", 100, 0),
        Column(_("There"), text(lambda check: share_text(check.present, check)), "", 120, 1),
        Column(_("Up to date"), text(lambda check: share_text(check.current, check)), "", 120, 1),
        Column(_("Checked by"), text(lambda check: check.who), "", 120, 2, yields=1),
    )


def day_text(check: ShelfCheck, checks: tuple[ShelfCheck, ...]) -> str:
    """A second check of one day says so; `checks` are those of the copy, the newest first."""
    of_day = [other.id for other in reversed(checks) if other.day == check.day]
    place = of_day.index(check.id) + 1
    day = short_day(check.day)
    return day if place == 1 else _("{day}, no. {number}").format(day=day, number=place)


def share_text(count: int, check: ShelfCheck) -> str:
    """`83 %, 5 of 6`."""
    total = len(check.sheets)
    percent = round(100 * count / total) if total else 0
    return _("{percent} %, {count} of {total}").format(percent=percent, count=count, total=total)


class MonthsChoice(QWidget):
    """How often the shelf is looked at; saved when another is chosen."""

    def __init__(self, doors: CopyDoors, editing: Editing) -> None:
        super().__init__()
        self._doors = doors
        self._editing = editing
        self._department_id = ""
        self.choice = QComboBox()
        for months in _CHOICES:
            self.choice.addItem(months_text(months), months)
        self.choice.setAccessibleName(_("How often the shelf is checked"))
        self.choice.activated.connect(lambda _place: self._save())
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 8, 0, 0)
        row.setSpacing(8)
        row.addWidget(FieldLabel(_("A check is due:"), self.choice))
        row.addWidget(self.choice)
        row.addStretch(1)

    def show_state(self, state: BinderState) -> None:
        self._department_id = state.department_id
        months = state.months_between_checks
        if self.choice.findData(months) < 0:
            self.choice.addItem(months_text(months), months)
        self.choice.setCurrentIndex(self.choice.findData(months))

    def _save(self) -> None:
        months, department_id = int(self.choice.currentData()), self._department_id
        set_months = self._doors.questions.checks.set_months
        self._editing.saver.save(lambda: set_months(department_id, months))


def months_text(months: int) -> str:
    if not months:
        return _("never")
    return ngettext("every month", "every {count} months", months).format(count=months)
