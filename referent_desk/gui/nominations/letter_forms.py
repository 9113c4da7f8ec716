"""A letter before it is printed: its text in a field, kept as it was edited, written as PDF."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QVBoxLayout

from referent_desk.domain.deeds import Saved
from referent_desk.domain.letters import Letter, LetterKind
from referent_desk.domain.records import FieldKind, RecordField
from referent_desk.gui.editing import Editing
from referent_desk.gui.icons import IconButton
from referent_desk.gui.jobs import LatestAnswer
from referent_desk.gui.labels import FieldLabel, Look, PlainLabel
from referent_desk.gui.notices import NoticeBar, sentence_of
from referent_desk.gui.questions import FileQuestions
from referent_desk.gui.record_fields import LineField
from referent_desk.gui.record_forms import FormFoot, PaneForm
from referent_desk.gui.shapes import Shape
from referent_desk.gui.themes import Tone
from referent_desk.gui.written_papers import WrittenPaper
from referent_desk.language import _

_LEAST_HEIGHT = 350  # pixels
_YEAR = RecordField("year", FieldKind.COUNT, required=True)
_YEAR_WIDTH = 96  # pixels


class LetterForm(PaneForm):
    """The text is kept when the PDF is written, and when the form is left with changes."""

    def __init__(
        self, appointment_id: str, kind: LetterKind, editing: Editing, files: FileQuestions
    ) -> None:
        super().__init__()
        self._id, self._kind, self._editing = appointment_id, kind, editing
        self._answer = LatestAnswer(editing.jobs)
        self.letter: Letter | None = None
        self.title = PlainLabel(_titles()[kind], Look.TITLE)
        self.year = LineField(_YEAR)
        self.text = QPlainTextEdit()
        self.paper = WrittenPaper(files, editing.jobs)
        self.trouble = NoticeBar("", Tone.BAD, Shape.SQUARE)
        self.trouble.hide()
        self.print_button = IconButton(_("&Write the PDF…"), "printer", main=True)
        self.anew_button = IconButton(_("Beg&in anew from the template"))
        self.leave_button = IconButton(_("Done"))
        self._connect()
        self._lay_out()
        self._read(None, anew=False)

    def _connect(self) -> None:
        self.print_button.clicked.connect(lambda _on: self.print())
        self.anew_button.clicked.connect(lambda _on: self._read(self._typed_year(), anew=True))
        self.leave_button.clicked.connect(lambda _on: self.leave())
        self.year.entered.connect(self._change_year)
        self.year.left.connect(self._change_year)
        self.text.setTabChangesFocus(True)
        self.text.setMinimumHeight(_LEAST_HEIGHT)
        self.text.setReadOnly(not self._editing.is_possible)
        self.text.setAccessibleName(_("Text of the letter"))
        self.print_button.setEnabled(False)
        if not self._editing.is_possible:
            self.anew_button.hide()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.title)
        column.addWidget(
            PlainLabel(
                _(
                    "Read it and change what should be said otherwise. A line that begins with # "
                    "is a heading, one with - an item. No data about patients."
                ),
                Look.MUTED,
            )
        )
        if self._kind is LetterKind.RECOGNITION:
            column.addLayout(self._year_row())
        column.addWidget(self.text, 1)
        column.addWidget(self.paper)
        column.addWidget(self.trouble)
        self.foot = FormFoot(self, self.print_button, self.anew_button, self.leave_button)
        column.addWidget(self.foot)

    def _year_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        self.year.setFixedWidth(_YEAR_WIDTH)
        row.addWidget(FieldLabel(_("Yea&r"), self.year))
        row.addWidget(self.year)
        row.addStretch(1)
        return row

    def focus_first(self) -> None:
        self.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def settle(self) -> None:
        """What was changed is kept, as a deed that Undo takes back."""
        letter = self._typed()
        if letter is not None and self._is_changed(letter) and self._editing.is_possible:
            self._save(letter)

    def let_go(self) -> None:
        self._answer.forget()
        self.paper.forget()
        super().let_go()

    def print(self) -> None:
        letter = self._typed()
        if letter is None:
            return
        self.trouble.say("")
        if self._editing.is_possible:
            keep = self._editing.records.nominations.keep_letter
            self._editing.saver.save(
                lambda: keep(letter), lambda _saved: self._write(letter), self._refuse
            )
        else:
            self._write(letter)

    def _write(self, letter: Letter) -> None:
        self.letter = letter
        if not self.is_gone:
            asked = self._editing.records.nominations
            self.paper.write(
                lambda: asked.suggest_path(letter), lambda path: asked.write_letter(letter, path)
            )

    def _save(self, letter: Letter) -> None:
        keep = self._editing.records.nominations.keep_letter
        self.letter = letter
        self._editing.saver.save(lambda: keep(letter), self._note_kept, self._refuse)

    def _note_kept(self, _saved: Saved) -> None:
        """Nothing more to do: what stands there is kept."""

    def _typed(self) -> Letter | None:
        if self.letter is None:
            return None
        return replace(self.letter, text=self._typed_text())

    def _typed_text(self) -> str:
        """`toPlainText` makes ordinary blanks of those that keep a sign to its word."""
        return self.text.document().toRawText().replace("\u2029", "\n").replace("\u2028", "\n")

    def _is_changed(self, letter: Letter) -> bool:
        return self.letter is not None and letter.text != self.letter.text

    def _typed_year(self) -> int | None:
        text = self.year.typed().strip()
        return int(text) if text.isdecimal() and len(text) == 4 else None

    def _change_year(self) -> None:
        year = self._typed_year()
        if year is None:
            self.trouble.say(_("There is no such year. Type it with four digits, as 2026."))
        elif self.letter is not None and year != self.letter.year:
            self.settle()
            self._read(year, anew=False)

    def _read(self, year: int | None, *, anew: bool) -> None:
        read, key, kind = self._editing.records.nominations.read_letter, self._id, self._kind
        self._answer.ask(
            lambda: read(key, kind, year, anew),
            lambda letter: self._show(letter, as_new=anew),
            self._refuse,
        )

    def _show(self, letter: Letter, *, as_new: bool) -> None:
        """Begun anew it differs from what is kept: it is kept when it is left or printed."""
        self.trouble.say("")
        kept = self.letter
        self.letter = kept if as_new and kept is not None and kept.year == letter.year else letter
        self.text.setPlainText(letter.text)
        self.year.show_typed(f"{letter.year}")
        self.title.say(_("{title}: {name}").format(title=_titles()[self._kind], name=letter.name))
        self.print_button.setEnabled(True)

    def _refuse(self, error: Exception) -> None:
        if self.is_gone:
            self._editing.jobs.failed.emit(error)
        else:
            self.trouble.say(sentence_of(error))


def _titles() -> dict[LetterKind, str]:
    return {
        LetterKind.APPOINTMENT: _("Letter of appointment"),
        LetterKind.RECOGNITION: _("Certificate of recognition"),
    }
