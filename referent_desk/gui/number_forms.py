"""A new number of the emergency directory: what it is called says whom the sheets mean by it."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from PySide6.QtCore import Qt

from referent_desk.domain.deeds import Saved, Verb
from referent_desk.domain.posts import purpose_told
from referent_desk.domain.records import RecordKind
from referent_desk.gui.editing import Editing
from referent_desk.gui.field_words import choice_word
from referent_desk.gui.icons import IconButton
from referent_desk.gui.jobs import LatestAnswer
from referent_desk.gui.notices import NoticeBar
from referent_desk.gui.record_fields import LineField
from referent_desk.gui.record_forms import Beginning, RecordForm
from referent_desk.gui.record_proposals import added_text
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
        self._called: dict[str, str] = {}
        self._create = beginning.create
        self._records, self._alike = editing.records, LatestAnswer(editing.jobs)
        self._owner = beginning.given["owner_id"]
        self.question = NoticeBar()
        self.question.hide()
        super().__init__(beginning, editing, key=key)
        beneath = self.column.indexOf(self.rows["number"]) + 1  # above the fold of a low screen
        self.column.insertWidget(beneath, self.question)
        self.rows["label"].control.edited.connect(self._tell_purpose)
        self.skip_button = IconButton(_("Pass over this one"))
        self.skip_button.clicked.connect(lambda _checked: self.pass_over())
        if self.foot is not None:
            self.foot.row.insertWidget(1, self.skip_button)
        editing.saver.saved.connect(self._count_saved)

    def pass_over(self) -> None:
        """Nobody knows that number now: the next one is proposed."""
        passed = self.rows["label"].control.typed()
        for name in ("label", "number", "purpose"):
            self.rows[name].show_typed("")
            self.rows[name].say_fault("")
        self._told = ""
        self._forget_question()
        self.unfinished.forget()
        self.focus_first()
        self._proposals.ask(passed, super()._propose_next)

    def _propose_next(self, values: Mapping[str, str]) -> None:
        """Once one was added, another name than the proposed one is typed over it; Enter keeps it.

        Whoever passes over one goes on to the number of the next.
        """
        super()._propose_next(values)
        label = self.rows["label"].control
        if not self.is_gone and isinstance(label, LineField) and label.typed() == values["label"]:
            label.setFocus(Qt.FocusReason.OtherFocusReason)
            label.selectAll()

    def _go_on(self, row: FieldRow) -> None:
        """Enter without a number passes over whom the form proposed, and nobody else."""
        is_only_proposed = not any(r.control.is_changed for r in self.rows.values())
        is_empty = row is self.rows["number"] and not row.control.typed()
        if is_empty and is_only_proposed and self.rows["label"].control.typed():
            self.pass_over()
        else:
            super()._go_on(row)

    def _count_saved(self, saved: Saved) -> None:
        """What is taken back was not added, and is again once it is done again."""
        undone, redone = saved.redo, saved.undo
        if undone is not None and undone.verb is Verb.ADDED and saved.id in self.added:
            self.added = tuple(id_ for id_ in self.added if id_ != saved.id)
        elif redone is not None and saved.id in self._called and saved.id not in self.added:
            self.added = (*self.added, saved.id)
        else:
            return
        if self.added:
            self.done.say(added_text(self._called[self.added[-1]], len(self.added)))
        self.done.setVisible(bool(self.added))

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
        self._called[self.added[-1]] = self.rows["label"].control.typed()
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
