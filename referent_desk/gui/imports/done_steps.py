"""What was taken, the report to keep, the way back, and what comes next."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from referent_desk.domain.changes import Kind
from referent_desk.domain.departments import DepartmentChoice
from referent_desk.domain.imports.guides import Applied
from referent_desk.domain.imports.kinds import ImportKind
from referent_desk.domain.imports.reports import ImportReport
from referent_desk.gui.icons import IconButton
from referent_desk.gui.imports.understood_words import unappointed_text, unnamed_text
from referent_desk.gui.imports.untaken_words import untaken_text
from referent_desk.gui.imports.words import counts_text
from referent_desk.gui.labels import Look, PlainLabel, escaped_mnemonic, shortened, show_tip
from referent_desk.gui.notices import NoticeBar
from referent_desk.gui.places import EVERYBODY, Place, TabName
from referent_desk.gui.shapes import Shape
from referent_desk.gui.themes import Tone
from referent_desk.gui.wordings import counted
from referent_desk.language import _, ngettext

_TABS = {
    ImportKind.DEPARTMENTS: (TabName.DEPARTMENTS, ""),
    ImportKind.DEPLOYMENTS: (TabName.DEPARTMENTS, ""),
    ImportKind.SOFTWARE: (TabName.SOFTWARE, ""),
    ImportKind.STAFF: (TabName.REFERENTS, EVERYBODY),
    ImportKind.DIRECTORY: (TabName.DEPARTMENTS, ""),
}
"""Where what was brought in is seen, and in which part of it."""
_LEADING_TO_TODAY = frozenset({ImportKind.DEPARTMENTS, ImportKind.DEPLOYMENTS, ImportKind.SOFTWARE})
_NAMED_ABSENT = 12
_LONGEST_SHEET = 40  # letters


class DoneStep(QWidget):
    """`leads_back`: the guide lies over other work, which goes on once it ends."""

    leads_back = False
    back_asked = Signal()
    report_asked = Signal()
    undo_asked = Signal()
    another_asked = Signal()
    sheet_asked = Signal(str)
    place_asked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.applied: Applied | None = None
        self._unread = ""
        self.place = Place(TabName.DEPARTMENTS)
        self.head = PlainLabel("", Look.TITLE)
        self.counts = PlainLabel("")
        self.absent = PlainLabel("", Look.MUTED)
        self.untaken = PlainLabel("", Look.MUTED)
        self.unnamed = PlainLabel("")
        self.next_step = PlainLabel("", Look.STRONG)
        self.trouble = NoticeBar("", Tone.BAD, Shape.SQUARE)
        self.told = NoticeBar("", Tone.GOOD, Shape.TICK)
        self.see = IconButton("", "", main=True)
        self.see.clicked.connect(lambda _on: self._go_on())
        self.today = IconButton(_("Go to Toda&y"), "")
        self.today.clicked.connect(lambda _on: self.place_asked.emit(Place(TabName.TODAY)))
        self.report = IconButton(_("&Save the report…"), "download")
        self.report.clicked.connect(lambda _on: self.report_asked.emit())
        self.undo = IconButton(_("&Undo the import"), "arrow-left")
        self.undo.clicked.connect(lambda _on: self.undo_asked.emit())
        self.another = IconButton(_("Import &another file"), "file-plus")
        self.another.clicked.connect(lambda _on: self.another_asked.emit())
        self.unread = PlainLabel("", Look.TITLE)
        self.sheet = IconButton("", "file-plus", main=True)
        self.sheet.clicked.connect(lambda _on: self.sheet_asked.emit(self._unread))
        self._lay_out()

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        for button in (self.see, self.today, self.report, self.undo, self.another):
            buttons.addWidget(button)
        buttons.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 16, 0, 0)
        layout.setSpacing(12)
        for seldom in (self.trouble, self.told, self.unnamed, self.unread, self.sheet):
            seldom.hide()
        layout.addWidget(self.unread)
        layout.addWidget(self.sheet, 0, Qt.AlignmentFlag.AlignLeft)
        said = self.counts, self.untaken, self.absent, self.unnamed
        for widget in (self.head, *said, self.next_step):
            layout.addWidget(widget)
        layout.addLayout(buttons)
        layout.addWidget(self.trouble)
        layout.addWidget(self.told)
        layout.addStretch(1)
        layout.setAlignment(Qt.AlignmentFlag.AlignTop)

    def show_applied(
        self,
        applied: Applied,
        *,
        has_department: bool = True,
        chosen: DepartmentChoice | None = None,
        unread: tuple[str, ...] = (),
    ) -> None:
        """Software is of no use to anybody before a department is chosen: that comes first.

        `chosen` is the department that is chosen from now on, `unread` the sheets
        of the file that hold something and were not read.
        """
        self.applied = applied
        report = applied.report
        self.head.say(_("The file {file} was imported.").format(file=report.file_name))
        read = ngettext("{count} line read", "{count} lines read", len(report.lines))
        told = read.format(count=counted(len(report.lines))), *counts_text(report.counts)
        self.counts.say(" · ".join(told))
        self._say(self.untaken, untaken_text(report))
        self._say(self.absent, absent_text(report))
        left = (unnamed_text(report), unappointed_text(report))
        self._say(self.unnamed, "\n".join(filter(None, left)))
        self._offer_sheet(unread)
        self._show_next(report, has_department=has_department, chosen=chosen)
        self.see.setText(_place_text(self.place, report.kind))
        self.today.setVisible(self.place.tab is not TabName.TODAY and not self.leads_back)
        if self.leads_back:
            self.next_step.say(_("Next: your department goes on where you left it; what was "
                                 "imported is counted there."))  # fmt: skip
            self.see.setText(_("&Go on with my department"))
        self.undo.setVisible(bool(report.changed_kinds))
        self.undo.setEnabled(True)
        self.trouble.say("")
        self.told.say("")

    @staticmethod
    def _say(label: PlainLabel, text: str) -> None:
        label.say(text)
        label.setVisible(bool(text))

    def _offer_sheet(self, names: tuple[str, ...]) -> None:
        """A workbook holds more than one list: what is not read yet is said first."""
        self._unread = names[0] if names else ""
        self._say(self.unread, unread_text(names))
        shown = escaped_mnemonic(shortened(self._unread, _LONGEST_SHEET))
        self.sheet.setText(_("&Read the sheet “{name}” too").format(name=shown))
        show_tip(self.sheet, self._unread)
        self.sheet.setVisible(bool(names))
        self.see.be_main(not names)

    def _show_next(
        self, report: ImportReport, *, has_department: bool, chosen: DepartmentChoice | None
    ) -> None:
        self.next_step.say(next_step_text(report))
        self.next_step.show()
        tab, part = _TABS[report.kind]
        if report.kind is ImportKind.DIRECTORY:
            part = report.shown_line
        self.place = Place(tab, (report.shown_id,) if report.shown_id else (), part=part)
        is_used = Kind.DEPLOYMENTS in report.changed_kinds
        if report.kind is ImportKind.SOFTWARE and is_used:
            self.next_step.say(_("Next: the tab Today says what is left to do."))
            self.place = Place(TabName.TODAY)
        elif report.kind is ImportKind.SOFTWARE and report.changed_kinds and not has_department:
            self.next_step.say(_("Next: begin with your department; there you say what each of "
                                 "these programs does for it."))  # fmt: skip
            self.place = Place(TabName.TODAY)
        if chosen is not None:
            self.next_step.say(
                _("Next: {department} is now chosen at the top of the window; the tab Today says "
                  "what is left to do.").format(department=chosen.name)
            )  # fmt: skip
            if report.kind in _LEADING_TO_TODAY:
                self.place = Place(TabName.TODAY)

    def _go_on(self) -> None:
        if self.leads_back:
            self.back_asked.emit()
        else:
            self.place_asked.emit(self.place)

    def show_undone(self) -> None:
        self.head.say(_("The import was undone."))
        self.next_step.hide()
        self.unnamed.hide()
        self.untaken.hide()
        self.undo.setVisible(False)
        self.told.say(_("Everything is as it was before the import."))

    def show_saved(self, path: str) -> None:
        self.trouble.say("")
        self.told.say(_("The report is saved as {path}.").format(path=path))

    def refuse(self, sentence: str) -> None:
        self.told.say("")
        self.trouble.say(sentence)
        self.undo.setEnabled(True)

    @property
    def widget(self) -> QWidget:
        return self

    def take_focus(self) -> None:
        first = self.sheet if self._unread else self.see
        first.setFocus(Qt.FocusReason.OtherFocusReason)


def unread_text(names: tuple[str, ...]) -> str:
    shown = ", ".join(shortened(name, _LONGEST_SHEET) for name in names[:_NAMED_ABSENT])
    return (
        ngettext(
            "One sheet of this file is not read yet: {names}",
            "{count} sheets of this file are not read yet: {names}",
            len(names),
        ).format(count=len(names), names=shown)
        if names
        else ""
    )


def absent_text(report: ImportReport) -> str:
    """What the home holds and the file does not: said, never closed."""
    if not report.absent:
        return ""
    names = ", ".join(report.absent[:_NAMED_ABSENT])
    if len(report.absent) > _NAMED_ABSENT:
        names += "…"
    return ngettext(
        "{count} entry known here is not in the file; it was left as it is: {names}",
        "{count} entries known here are not in the file; they were left as they are: {names}",
        len(report.absent),
    ).format(count=len(report.absent), names=names)


def next_step_text(report: ImportReport) -> str:
    if not report.changed_kinds:
        return _("Nothing changed: all of it was known already.")
    return {
        ImportKind.DEPARTMENTS: _("Next: go to the departments, click yours and “Work on this "
                                  "department”, then say which software it uses."),
        ImportKind.SOFTWARE: _("Next: say which departments use it."),
        ImportKind.DEPLOYMENTS: _("Next: go to the departments, click yours and “Work on this "
                                  "department”; the tab Today then says what is left to do."),
        ImportKind.STAFF: _("Next: say who is referent of which software, where nobody is yet; the "
                            "tab Today names it."),
        ImportKind.DIRECTORY: _("Next: look through the numbers in the detail of their hospital or "
                                "department; they are printed in the binder."),
    }[report.kind]  # fmt: skip


def _place_text(place: Place, kind: ImportKind) -> str:
    if kind is ImportKind.DIRECTORY:
        return _("See the &numbers")
    if place.part == EVERYBODY:
        return _("See the sta&ff")
    return {
        TabName.DEPARTMENTS: _("See the &departments"),
        TabName.SOFTWARE: _("See the s&oftware"),
        TabName.TODAY: _("Go to T&oday"),
    }[place.tab]
