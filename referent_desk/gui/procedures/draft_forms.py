"""The form of a procedure: its parts one under the other, in the order in which one reads them."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QApplication, QScrollArea, QVBoxLayout, QWidget

from referent_desk.domain.draft_warnings import Part
from referent_desk.domain.procedures import ProcedureText, Step, UsefulNumber
from referent_desk.gui.labels import Look, PlainLabel
from referent_desk.gui.procedures.completions import Asked, Completions, roles_by, values_by
from referent_desk.gui.procedures.edit_histories import Spot
from referent_desk.gui.procedures.number_rows import NumberList
from referent_desk.gui.procedures.step_fields import Known
from referent_desk.gui.procedures.step_lists import StepList
from referent_desk.gui.procedures.text_fields import (
    GrowingText,
    LinesText,
    OneLineText,
    ShortText,
)
from referent_desk.gui.procedures.words import part_name
from referent_desk.language import _

_Line = TypeVar("_Line")
_LINES = (Part.STOPS, Part.STILL_WORKS, Part.AFTER_48_HOURS, Part.BACK_TO_NORMAL)
_PARAGRAPHS = (Part.TITLE, Part.TRIGGER, Part.DECIDES)


class DraftForm(QScrollArea):
    """`edited` tells where, and whether it was typing that goes on."""

    edited = Signal(object, bool)
    refused = Signal(str)

    def __init__(self, known: Known) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setProperty("look", "detail")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(_("Text of the procedure"))
        self._known = known
        self.paragraphs: dict[Part, GrowingText] = {}
        self.lines: dict[Part, LinesText] = {}
        self.steps = StepList(known)
        self.numbers = NumberList(known)
        self._boxes: dict[Part, QWidget] = {}
        self._column = self._page()
        for part in Part:
            if part is not Part.LOCAL_VALUES:
                self._add(part, self._make(part), _hint(part))
        self._connect()

    def _page(self) -> QVBoxLayout:
        page = QWidget()
        page.setProperty("look", "page")
        self.setWidget(page)
        column = QVBoxLayout(page)
        column.setContentsMargins(16, 12, 16, 24)
        column.setSpacing(4)
        column.addStretch(1)
        return column

    def _make(self, part: Part) -> QWidget:
        if part in _PARAGRAPHS:
            return self._paragraph(part)
        if part in _LINES:
            field = LinesText(part_name(part))
            Completions(field, (values_by(self._known.all_names),), _("Local values"))
            self.lines[part] = field
            return field
        return self.steps if part is Part.STEPS else self.numbers

    def _paragraph(self, part: Part) -> GrowingText:
        field = OneLineText(part_name(part))
        asked: tuple[Asked, ...] = (values_by(self._known.all_names),)
        if part is Part.DECIDES:
            asked = (*asked, roles_by(self._known.all_roles))
        Completions(field, asked, _("Local values"))
        field.entered.connect(lambda: self.go_to_part(1))
        self.paragraphs[part] = field
        return field

    def _add(self, part: Part, box: QWidget, hint: str = "") -> None:
        place = self._column.count() - 1
        if place:
            self._column.insertSpacing(place, 12)
            place += 1
        self._column.insertWidget(place, PlainLabel(part_name(part), Look.HEADING))
        if hint:
            self._column.insertWidget(place + 1, PlainLabel(hint, Look.MUTED))
            place += 1
        self._column.insertWidget(place + 1, box)
        self._boxes[part] = box

    def add_values(self, box: QWidget) -> None:
        """What the department fills in stands at the end."""
        self._add(Part.LOCAL_VALUES, box)

    def _connect(self) -> None:
        for part, field in (*self.paragraphs.items(), *self.lines.items()):
            field.edited.connect(lambda p=part: self.edited.emit(Spot(p), True))
            field.refused.connect(self.refused)
        self.steps.edited.connect(
            lambda row, field, typing: self.edited.emit(Spot(Part.STEPS, row, field), typing)
        )
        self.numbers.edited.connect(
            lambda row, field, typing: self.edited.emit(Spot(Part.NUMBERS, row, field), typing)
        )
        self.steps.refused.connect(self.refused)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._keep_in_sight)
        # rows that were just made have their places, and so the form its height, only later
        self.verticalScrollBar().rangeChanged.connect(lambda _least, _most: self._keep_focus())

    def text(self) -> ProcedureText:
        """As it stands in the fields, empty lines and all."""
        said = {part: field.text() for part, field in self.paragraphs.items()}
        lines = {part: _unless_empty(field.lines(), "") for part, field in self.lines.items()}
        return ProcedureText(
            title=said[Part.TITLE].replace("\n", " "),
            trigger=said[Part.TRIGGER].replace("\n", " "),
            decides=said[Part.DECIDES].replace("\n", " "),
            stops=lines[Part.STOPS],
            still_works=lines[Part.STILL_WORKS],
            steps=_unless_empty(self.steps.steps(), Step("")),
            numbers=_unless_empty(self.numbers.numbers(), UsefulNumber("", "")),
            after_48_hours=lines[Part.AFTER_48_HOURS],
            back_to_normal=lines[Part.BACK_TO_NORMAL],
        )

    def show_text(self, text: ProcedureText) -> None:
        for part, field in self.paragraphs.items():
            field.show_text(getattr(text, part.value))
        for part, lines in self.lines.items():
            lines.show_lines(getattr(text, part.value))
        self.steps.show_steps(text.steps)
        self.numbers.show_numbers(text.numbers)

    def go_to(self, spot: Spot) -> None:
        """Give the keyboard to a place."""
        if spot.part is Part.STEPS:
            self.steps.focus(spot.row, spot.field)
        elif spot.part is Part.NUMBERS:
            self.numbers.focus(spot.row, spot.field)
        elif spot.part in self.lines:
            self.lines[spot.part].setFocus(Qt.FocusReason.OtherFocusReason)
            self.lines[spot.part].go_to_line(spot.row)
        elif spot.part in self.paragraphs:
            self.paragraphs[spot.part].setFocus(Qt.FocusReason.OtherFocusReason)
        elif (target := _first_field(self._boxes.get(spot.part), spot.row)) is not None:
            target.setFocus(Qt.FocusReason.OtherFocusReason)

    def part(self) -> Part | None:
        """In which the keyboard is."""
        for part, box in self._boxes.items():
            if box.hasFocus() or box.isAncestorOf(QApplication.focusWidget() or self):
                return part
        return None

    def go_to_part(self, by: int) -> None:
        """The next or the one before, round and round; one without fields is passed over."""
        parts = [p for p, box in self._boxes.items() if _first_field(box, 0) is not None]
        here = self.part()
        place = parts.index(here) + by if here in parts else 0
        self.go_to(Spot(parts[place % len(parts)]))

    def _keep_focus(self) -> None:
        self._keep_in_sight(None, QApplication.focusWidget())

    def _keep_in_sight(self, _old: QWidget | None, now: QWidget | None) -> None:
        page = self.widget()
        if now is not None and page is not None and page.isAncestorOf(now):
            top = now.mapTo(page, QPoint(0, 0)).y()
            self.ensureVisible(0, top + now.height() // 2, 0, now.height() // 2 + 48)


def _unless_empty(lines: tuple[_Line, ...], empty: _Line) -> tuple[_Line, ...]:
    """A line that only waits to be typed into says nothing."""
    return () if lines == (empty,) else lines


def _first_field(box: QWidget | None, row: int) -> QWidget | None:
    """The field of that line, or the last one there is."""
    if box is None:
        return None
    known = (GrowingText, ShortText)
    fields = [w for w in (box, *box.findChildren(QWidget)) if isinstance(w, known)]
    return fields[min(row, len(fields) - 1)] if fields else None


def _hint(part: Part) -> str:
    if part is Part.STEPS:
        return _(
            "Enter: new step. Tab and Shift+Tab: level. Alt and the arrows: move. Ctrl+Tab: who, "
            "forms, means, place. Of several means one is enough. F6: next part."
        )
    if part is Part.NUMBERS:
        return _("Whose number it is, then the number. Enter: new line.")
    if part in _LINES:
        return _("One line for each point.")
    return ""
