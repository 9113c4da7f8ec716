"""The list for those who arrive, typed as it is read: one line for each thing."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QPlainTextEdit

from referent_desk.domain.arrivals import ArrivalList, lines_of
from referent_desk.domain.deeds import Saved
from referent_desk.gui.editing import Editing
from referent_desk.gui.icons import IconButton
from referent_desk.gui.labels import FieldLabel
from referent_desk.gui.pane_fields import FieldsForm
from referent_desk.gui.wrapping_rows import WrappingRow
from referent_desk.language import _

_HEIGHT = 320  # pixels


class ArrivalListForm(FieldsForm):
    def __init__(
        self,
        shown: ArrivalList,
        write: Callable[[str, tuple[str, ...]], Saved],
        editing: Editing,
    ) -> None:
        says = _(
            "One line for each thing that a new colleague is shown. A line that stays keeps what "
            "was ticked. No patient is ever named here."
        )
        super().__init__(_("The list for new colleagues"), says, _("&Keep this list"), editing)
        self._shown = shown
        self._write = write
        self.text = QPlainTextEdit()
        self.text.setTabChangesFocus(True)
        self.text.setFixedHeight(_HEIGHT)
        self.text.setAccessibleName(_("Lines of the list"))
        standing = tuple(item.what for item in shown.items)
        self.text.setPlainText("\n".join(standing or shown.offered))
        self.usual = IconButton(_("&Put the usual list here"))
        if not standing or standing == shown.offered:
            self.usual.hide()
        self.usual.clicked.connect(lambda _on: self._put_usual())
        head = WrappingRow(spacing=16)
        for widget in (FieldLabel(_("Lines &of the list"), self.text), self.usual):
            head.addWidget(widget)
        self.column.addLayout(head)
        self.place(self.text)
        self.close_up()

    def _put_usual(self) -> None:
        """Beneath what stands there: nothing that was typed is lost."""
        both = "\n".join((self.text.toPlainText(), *self._shown.offered))
        self.text.setPlainText("\n".join(lines_of(both)))
        self.text.setFocus()

    def focus_first(self) -> None:
        self.text.setFocus()

    def finish(self) -> None:
        department_id, write = self._shown.department_id, self._write
        lines = lines_of(self.text.toPlainText())
        self.send(lambda: write(department_id, lines))
