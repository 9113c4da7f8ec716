"""The second step: what the department does, and with which software where that is known."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import pairwise

from PySide6.QtCore import QEvent, QObject, QStringListModel, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QGridLayout,
    QVBoxLayout,
    QWidget,
)

from referent_desk.domain.first_steps import (
    FunctionOffer,
    FunctionWish,
    is_named_after,
    is_usual,
)
from referent_desk.domain.texts import clean_line, spelling_key
from referent_desk.gui.first_steps.function_lines import FunctionLine, follow_click
from referent_desk.gui.first_steps.import_hints import ImportHint
from referent_desk.gui.first_steps.offer_areas import OfferArea
from referent_desk.gui.labels import Look, PlainLabel
from referent_desk.language import _, ngettext

_NAME_WIDTH = 320  # pixels
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class FunctionPanel(QWidget):
    """`edited`: something was ticked or typed; `entered`: Enter in the last line."""

    edited = Signal()
    entered = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.lines: list[FunctionLine] = []
        self.reason = PlainLabel("", Look.MUTED)
        self.count = PlainLabel("", Look.STRONG)
        self._names = QStringListModel(self)
        self._known: tuple[str, ...] = ()
        self._served: frozenset[str] = frozenset()
        self._counted: frozenset[str] = frozenset()
        self._is_touched = False
        self._is_filling = False
        self._area = OfferArea()
        self.hint = ImportHint()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.reason)
        column.addWidget(self._area, 1)
        column.addWidget(self.count)
        column.addWidget(self.hint)

    def offer(self, functions: Iterable[FunctionOffer], software: tuple[str, ...]) -> None:
        """Once: the lines are made."""
        self._known = software
        self._names.setStringList(list(software))
        self.lines = [FunctionLine(function, self._names) for function in functions]
        for line in self.lines:
            for control in (line.tick, line.software, line.offers):
                control.installEventFilter(self)
            line.tick.toggled.connect(lambda _on: self._note())
            # what is picked from the offers is no edit to Qt, but a change
            line.software.textChanged.connect(lambda _text: self._note())
            line.software.editingFinished.connect(self._learn)
        self._place()

    def expect(self, department: str, beds: int | None) -> None:
        """Tick what such a department does as a rule, unless somebody has ticked already."""
        self.reason.say(_reason(beds, len(self._served)))
        self._is_filling = True
        for line in self.lines:
            if not self._is_touched:
                named = is_named_after(department, line.offer.name)
                line.tick.setChecked(named or is_usual(line.offer.code, beds))
            if line.offer.id in (self._served if not self._is_touched else self._uncounted):
                line.tick.setChecked(True)
        self._is_filling = False
        if not self._is_touched or self._uncounted:
            self._place()
        self._counted |= self._served
        self._show_count()

    @property
    def _uncounted(self) -> frozenset[str]:
        return self._served - self._counted

    def count_in(self, served: Mapping[str, tuple[str, ...]], software: tuple[str, ...]) -> None:
        """What the department has by now, by function: each is ticked once, when it is new."""
        self._known = software
        self._served = frozenset(served)
        for line in self.lines:
            line.show_served(served.get(line.offer.id, ()))
        self._learn()

    def _place(self) -> None:
        """What is ticked first; then it stays where it is, whatever is ticked."""
        page = QWidget()
        page.setProperty("look", "page")
        grid = QGridLayout(page)
        grid.setContentsMargins(16, 12, 16, 12)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(4)
        grid.setColumnMinimumWidth(0, _NAME_WIDTH)
        grid.setColumnStretch(2, 1)
        ticked = [line for line in self.lines if line.tick.isChecked()]
        others = [line for line in self.lines if not line.tick.isChecked()]
        row = 0
        for heading, lines in ((_("Usual"), ticked), (_("Less usual"), others)):
            if not lines:
                continue
            if ticked and others:
                grid.addWidget(PlainLabel(heading, Look.HEADING), row, 0)
                row += 1
            for line in lines:
                grid.addWidget(line.tick, row, 0)
                grid.addWidget(line.software, row, 1)
                row += 1
        grid.setRowStretch(row, 1)
        self.lines = [*ticked, *others]
        for before, after in pairwise(self._of_lines()):
            QWidget.setTabOrder(before, after)
        old = self._area.takeWidget()
        self._area.setWidget(page)
        if old is not None:
            old.deleteLater()

    def controls(self) -> list[QWidget]:
        return [*self._of_lines(), self.hint.button]

    def _of_lines(self) -> list[QWidget]:
        return [control for line in self.lines for control in (line.tick, line.software)]

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(watched, QAbstractItemView):
            return self._leave_offers(watched, event) or super().eventFilter(watched, event)
        if isinstance(watched, QWidget) and event.type() == QEvent.Type.FocusIn:
            self._area.ensureWidgetVisible(watched, 0, 40)
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            step = _STEPS.get(Qt.Key(event.key()))
            if step is not None:
                return self._step(watched, step)
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                return self._go_on(watched)
        return super().eventFilter(watched, event)

    def _leave_offers(self, offers: QAbstractItemView, event: QEvent) -> bool:
        """Enter without a choice goes on, a click elsewhere goes where it was aimed."""
        line = next((line for line in self.lines if line.offers is offers), None)
        if line is None:
            return False
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            if is_enter and not offers.currentIndex().isValid():
                offers.hide()
                return self._go_on(line.software)
        if isinstance(event, QMouseEvent) and event.type() == QEvent.Type.MouseButtonPress:
            return follow_click(offers, event)
        return False

    def _step(self, watched: QObject, step: int) -> bool:
        """Up and down within the column."""
        column = [line.tick if isinstance(watched, QCheckBox) else line.software
                  for line in self.lines]  # fmt: skip
        beyond = column[column.index(watched) :: step][1:]  # type: ignore[arg-type]
        if beyond:
            beyond[0].setFocus(Qt.FocusReason.TabFocusReason)
        return True

    def _go_on(self, watched: QObject) -> bool:
        """Enter leads to the next software to be named, at the end to the next step."""
        controls: list[QObject] = list(self.controls())
        later = controls[controls.index(watched) + 1 :]
        unnamed = (ln for ln in self.lines if ln.tick.isChecked() and not ln.is_served)
        fields = (line.software for line in unnamed)
        target = next((field for field in fields if field in later), None)
        if target is None:
            self.entered.emit()
        else:
            target.setFocus(Qt.FocusReason.TabFocusReason)
        return True

    def _learn(self) -> None:
        """What was typed in one line is offered in the others, known names as they are known."""
        known = {spelling_key(name): name for name in self._known}
        for line in self.lines:
            name = known.get(spelling_key(line.software.text()), "")
            if name and name != line.software.text():
                line.software.setText(name)
        typed = (clean_line(line.software.text()) for line in self.lines)
        names = list(dict.fromkeys([*(name for name in typed if name), *self._known]))
        if names != self._names.stringList():
            self._names.setStringList(names)

    def _note(self) -> None:
        self._show_count()
        if not self._is_filling:
            self._is_touched = True
            self.edited.emit()

    def _show_count(self) -> None:
        count = len(self.wishes())
        self.count.say(
            ngettext("{count} function ticked", "{count} functions ticked", count).format(
                count=count
            )
        )

    def wishes(self) -> tuple[FunctionWish, ...]:
        return tuple(
            FunctionWish(line.offer.id, line.software.text())
            for line in self.lines
            if line.tick.isChecked()
        )

    def names(self, ids: Iterable[str]) -> tuple[str, ...]:
        wanted = set(ids)
        return tuple(line.offer.name for line in self.lines if line.offer.id in wanted)

    def values(self) -> dict[str, str]:
        """Nothing before somebody ticked or typed: what is proposed follows from the beds."""
        if not self._is_touched:
            return {}
        wishes = self.wishes()
        named = {f"software:{w.function_id}": w.software for w in wishes if w.software}
        ticked = " ".join(wish.function_id for wish in wishes)
        return {"functions": ticked, "counted": " ".join(sorted(self._counted)), **named}

    def take(self, values: Mapping[str, str]) -> None:
        self._is_touched = "functions" in values
        self._counted = frozenset(values.get("counted", "").split())
        self._is_filling = True
        ticked = values.get("functions", "").split()
        for line in self.lines:
            line.tick.setChecked(line.offer.id in ticked)
            line.software.setText(values.get(f"software:{line.offer.id}", ""))
        self._is_filling = False
        self._learn()
        self._place()

    def take_focus(self) -> None:
        if self.lines:
            self.lines[0].tick.setFocus(Qt.FocusReason.OtherFocusReason)


def _reason(beds: int | None, served: int) -> str:
    if served:
        return ngettext(
            "Ticked as well: the function that your department has already. Untick what you do "
            "not do, tick what else you do.",
            "Ticked as well: the {count} functions that your department has already. Untick what "
            "you do not do, tick what else you do.",
            served,
        ).format(count=served)
    if beds == 0:
        return _("Ticked already: what a department without beds does. Tick what else you do.")
    return _("Ticked already: what a department with beds does. Untick what you do not do.")
