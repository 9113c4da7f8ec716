"""Which printer, how many copies, which pages: the part of a dialog that asks how to print."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QComboBox,
    QHBoxLayout,
    QRadioButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from referent_desk.domain.printing import Printer, PrintOptions
from referent_desk.gui.closed_lists import ClosedList
from referent_desk.gui.icons import IconButton, IconToolButton
from referent_desk.gui.labels import FieldLabel, Look, PlainLabel
from referent_desk.gui.printing_words import printer_line, printer_sentence
from referent_desk.language import _

_MOST_COPIES = 20
_HEIGHT = 34  # pixels, of a field
_NAME_LETTERS = 18  # that a name is surely shown with


class PrinterRows(QWidget):
    """Which printer; `counts` is a part of its own, asked where it is laid out: how many
    times, which pages.

    `again_asked`: look for the printers once more. Nothing but a sentence while there is none.
    `chosen_changed` is emitted with the printer, or None.
    """

    again_asked = Signal()
    test_asked = Signal()
    changed = Signal()
    chosen_changed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._printers: tuple[Printer, ...] = ()
        self.list = ClosedList()
        self.list.setFixedHeight(_HEIGHT)
        self.list.setMinimumContentsLength(_NAME_LETTERS)
        self.list.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.list.setAccessibleName(_("Printer"))
        self.list.currentIndexChanged.connect(self._note_choice)
        self.again = IconToolButton(_("Look for printers again"), "refresh-cw")
        self.again.clicked.connect(self.again_asked)
        self.about = PlainLabel("", Look.MUTED)
        self.test = IconButton(_("Print a test pa&ge"), "printer")
        self.test.clicked.connect(self.test_asked)
        self._make_counts()
        self._lay_out()
        self.say(_("Looking for printers…"))

    def _make_counts(self) -> None:
        self.copies = _count(_("Number of times"), _MOST_COPIES)
        self.all = QRadioButton(_("&All pages"))
        self.some = QRadioButton(_("Fro&m page"))
        self.all.setChecked(True)
        self.first = _count(_("First page"), 1)
        self.last = _count(_("Last page"), 1)
        pages = QButtonGroup(self)
        pages.addButton(self.all)
        pages.addButton(self.some)
        self.some.toggled.connect(self._note_range)
        self.first.valueChanged.connect(self.last.setMinimum)
        for count in (self.copies, self.first, self.last):
            count.valueChanged.connect(lambda _number: self.changed.emit())

    def _lay_out(self) -> None:
        self.counts = QWidget()
        choices = QVBoxLayout(self.counts)
        choices.setContentsMargins(0, 0, 0, 0)
        choices.setSpacing(4)
        times = QHBoxLayout()
        times.setSpacing(8)
        times.addWidget(FieldLabel(_("&How many times:"), self.copies))
        times.addWidget(self.copies)
        times.addStretch(1)
        between = QHBoxLayout()
        between.setSpacing(8)
        for widget in (self.some, self.first, FieldLabel(_("to"), self.last), self.last):
            between.addWidget(widget)
        between.addStretch(1)
        choices.addLayout(times)
        choices.addWidget(self.all)
        choices.addLayout(between)
        choices.addSpacing(4)
        choices.addWidget(self.test)
        self._row = QWidget()
        row = QHBoxLayout(self._row)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.list, 1)
        row.addWidget(self.again)
        row.addStretch(0)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(PlainLabel(_("Printer"), Look.HEADING))
        layout.addWidget(self._row)
        layout.addWidget(self.about)
        self._note_range(False)

    @property
    def chosen(self) -> Printer | None:
        number = self.list.currentIndex()
        return self._printers[number] if 0 <= number < len(self._printers) else None

    def options(self, *, two_sided: bool) -> PrintOptions:
        """`two_sided` is how the pages were set; a printer that cannot is not asked to."""
        printer = self.chosen
        able = printer is None or printer.two_sided is not False
        first, last = (self.first.value(), self.last.value()) if self.some.isChecked() else (0, 0)
        return PrintOptions(two_sided and able, self.copies.value(), first or None, last or None)

    def set_pages(self, count: int) -> None:
        """How many pages there are; a range that was chosen stays as far as it fits."""
        was_whole = self.last.value() == self.last.maximum()
        self.first.setMaximum(max(count, 1))
        self.last.setMaximum(max(count, 1))
        if was_whole:
            self.last.setValue(self.last.maximum())

    def show_printers(self, printers: tuple[Printer, ...]) -> None:
        """The one chosen before stays chosen, while it is there."""
        before = self.chosen
        self._printers = printers
        self.list.blockSignals(True)
        self.list.clear()
        for printer in printers:
            self.list.addItem(printer_line(printer))
        queues = [printer.queue for printer in printers]
        if before is not None and before.queue in queues:
            self.list.setCurrentIndex(queues.index(before.queue))
        self.list.blockSignals(False)
        if not printers:
            self.say(
                _("No printer is set up on this computer. Save the PDF, and print it elsewhere.")
            )
        self._note_choice()

    def say(self, sentence: str) -> None:
        """Instead of printers: that they are looked for, or why there are none."""
        self.about.say(sentence)
        self._show_choices()

    def _note_choice(self) -> None:
        printer = self.chosen
        if printer is not None:
            sentence = printer_sentence(printer)
            self.about.say(sentence)
            self.about.setVisible(bool(sentence))
        self._show_choices()
        self.chosen_changed.emit(printer)

    def _show_choices(self) -> None:
        there = self.chosen is not None
        self.counts.setVisible(there and self.counts.parentWidget() is not None)
        self.list.setVisible(there)
        if not there:
            self.about.setVisible(True)

    def _note_range(self, some: bool) -> None:
        for count in (self.first, self.last):
            count.setEnabled(some)
        self.changed.emit()


def _count(name: str, most: int) -> QSpinBox:
    made = QSpinBox()
    made.setRange(1, most)
    made.setAccessibleName(name)
    made.setFixedSize(80, _HEIGHT)
    made.lineEdit().setTextMargins(6, 0, 0, 0)
    return made
