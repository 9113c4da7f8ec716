"""A new number of the emergency directory: what it is called says whom the sheets mean by it."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from referent_desk.domain.posts import purpose_told
from referent_desk.domain.records import RecordKind
from referent_desk.gui.editing import Editing
from referent_desk.gui.field_words import choice_word
from referent_desk.gui.jobs import LatestAnswer
from referent_desk.gui.notices import NoticeBar
from referent_desk.gui.record_forms import Beginning, RecordForm
from referent_desk.gui.record_rows import FieldRow
from referent_desk.gui.wordings import sentence_case
from referent_desk.language import _


class NumberForm(RecordForm):
    """`held` are the purposes that a number of this owner has already: saving gives none twice.

    A number that another line has is asked about once; the same button then adds it all the same.
    """

    def __init__(
        self, beginning: Beginning, editing: Editing, *, key: str, held: Collection[str]
    ) -> None:
        self._held = frozenset(held)
        self._told = ""
        self._agreed = ""
        self._create = beginning.create
        self._records, self._alike = editing.records, LatestAnswer(editing.jobs)
        self._owner = beginning.given["owner_id"]
        self.question = NoticeBar()
        self.question.hide()
        super().__init__(beginning, editing, key=key)
        beneath = self.column.indexOf(self.rows["number"]) + 1  # above the fold of a low screen
        self.column.insertWidget(beneath, self.question)
        self.rows["label"].control.edited.connect(self._tell_purpose)

    def create_record(self) -> None:
        number = self.rows["number"].control.typed()
        if not number or number == self._agreed:
            super().create_record()
            return
        find, owner = self._records.lines_with_number, self._owner
        self._alike.ask(
            lambda: find(owner, number), lambda lines: self._go_on_with(number, lines), self._refuse
        )

    def _go_on_with(self, number: str, lines: tuple[str, ...]) -> None:
        if self.is_gone or number != self.rows["number"].control.typed():
            return
        self._agreed = number
        if not lines:
            super().create_record()
            return
        said = _("This number is there already: {names}. Add it all the same, or change it.")
        self.question.say(said.format(names=", ".join(lines)))
        self.create_button.setText(_("Add all the sa&me"))
        self.create_button.setFocus()

    def _note(self, row: FieldRow) -> None:
        super()._note(row)
        if row is self.rows["number"]:
            self._forget_question()

    def _begin_next(self, keeps: tuple[str, ...]) -> None:
        self._forget_question()
        super()._begin_next(keeps)

    def _forget_question(self) -> None:
        self._alike.forget()
        self._agreed = ""
        self.question.say("")
        self.create_button.setText(self._create)

    def _tell_purpose(self) -> None:
        """While nobody chose another, the field shows what saving will set."""
        row = self.rows["purpose"]
        if row.control.is_changed or row.control.typed() not in {"", self._told}:
            return
        told = str(purpose_told(self.rows["label"].control.typed()))
        self._told = "" if told in self._held else told
        row.show_typed(self._told)


def proposed_numbers(editing: Editing, owner_id: str) -> tuple[Mapping[str, str], ...]:
    """Whom one cannot call yet, as the form of a number begins with it."""
    kind = RecordKind.DIRECTORY_ENTRY
    proposed = []
    for missing in editing.records.missing_numbers(owner_id):
        purpose = str(missing.purpose)
        values = {"label": missing.label or sentence_case(choice_word(kind, "purpose", purpose))}
        values |= {"purpose": purpose} if purpose else {}
        values |= {"heading": missing.heading} if missing.heading else {}
        proposed.append(values)
    return tuple(proposed)
