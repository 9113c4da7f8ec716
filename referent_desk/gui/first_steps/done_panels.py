"""The last step: what was made, and what can be done with it now."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from referent_desk.domain.first_steps import FirstDone
from referent_desk.gui.icons import IconButton
from referent_desk.gui.labels import Look, PlainLabel
from referent_desk.gui.shapes import Shape, ShapeMark
from referent_desk.gui.themes import Tone
from referent_desk.language import _, ngettext


class DonePanel(QWidget):
    print_asked = Signal()
    today_asked = Signal()
    import_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.title = PlainLabel("", Look.TITLE)
        self.made = PlainLabel()
        self.next_step = PlainLabel("", Look.MUTED)
        self.print = IconButton(_("&See and print the binder…"), "printer", main=True)
        self.print.clicked.connect(lambda _checked: self.print_asked.emit())
        self.today = IconButton(_("Go to &Today"), "check")
        self._prints_first = True
        self.today.clicked.connect(lambda _checked: self.today_asked.emit())
        self.bring = IconButton(_("&Import a file…"), "download")
        self.bring.clicked.connect(lambda _checked: self.import_asked.emit())
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(ShapeMark(Shape.TICK, Tone.GOOD))
        head.addWidget(self.title, 1)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.print)
        buttons.addWidget(self.today)
        buttons.addWidget(self.bring)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 16, 0, 0)
        column.setSpacing(12)
        column.addLayout(head)
        column.addWidget(self.made)
        column.addWidget(self.next_step)
        column.addSpacing(8)
        column.addLayout(buttons)
        column.addStretch(1)

    def say(self, done: FirstDone, *, at_once: bool = True) -> None:
        """`at_once`: all of it was made now, and is taken back as one."""
        self.title.say(_("{name} is there.").format(name=done.department.name))
        parts = [
            ngettext("{count} function", "{count} functions", done.functions).format(
                count=done.functions
            ),
            ngettext("{count} new software", "{count} new software", done.software).format(
                count=done.software
            ),
            ngettext(
                "{count} procedure to start from",
                "{count} procedures to start from",
                done.procedures,
            ).format(count=done.procedures),
        ]
        counts = (done.functions, done.software, done.procedures)
        said = [part for part, count in zip(parts, counts, strict=True) if count]
        self.made.say(_("Made: {things}.").format(things=", ".join(said)) if said else "")
        self.made.setVisible(bool(said))
        self.next_step.say(_next_step(done, at_once=at_once))
        self._prints_first = bool(done.functions and done.procedures)
        self.print.be_main(self._prints_first)
        self.today.be_main(not self._prints_first)

    def controls(self) -> list[QWidget]:
        return [self.print, self.today, self.bring]

    def take_focus(self) -> None:
        first = self.print if self._prints_first else self.today
        first.setFocus(Qt.FocusReason.OtherFocusReason)


def _next_step(done: FirstDone, *, at_once: bool) -> str:
    """A binder without a procedure is printed by nobody who knows what comes first."""
    if not done.functions:
        first = _("First say in the tab Today what the department does, then print.")
    elif not done.procedures:
        first = _("First take or write procedures, the tab Today leads there, then print.")
    else:
        first = _("The binder can be printed now, unfinished as it is.")
    rest = _("The tab Today says what is still missing, the most urgent first.")
    back = _("Ctrl+Z takes all of this back.") if at_once else ""
    return f"{first} {rest} {back}".rstrip()
