"""What users say of a software: an advice, what they need, and who says it."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt

from referent_desk.domain.advice import Advice, TypedAdvice, Verdict
from referent_desk.domain.deeds import Saved
from referent_desk.domain.records import FieldKind, RecordField, Unfinished
from referent_desk.gui.editing import Editing
from referent_desk.gui.labels import FieldLabel, Look, PlainLabel
from referent_desk.gui.pane_fields import FieldsForm, name_field
from referent_desk.gui.record_fields import ChoiceField, TextField
from referent_desk.gui.unfinished import BroughtBackBar, UnfinishedForm
from referent_desk.gui.wordings import sentence_case
from referent_desk.language import _, spoken
from referent_desk.words.advice import proposal_sentence, verdict_word

_VERDICTS = tuple(str(verdict) for verdict in Verdict if verdict)
_CHOICE = RecordField("verdict", FieldKind.CHOICE, choices=_VERDICTS)
_NEEDS = RecordField("needs", FieldKind.TEXT)
_NOTE = RecordField("note", FieldKind.TEXT)


class AdviceForm(FieldsForm):
    """What is typed is kept until it is saved."""

    def __init__(
        self, advice: Advice, write: Callable[[str, TypedAdvice], Saved], editing: Editing
    ) -> None:
        super().__init__(
            _("What the users say: {software}").format(software=advice.facts.name),
            _("Two sentences are enough: it is printed on one page. No patient data."),
            _("&Keep the advice"),
            editing,
        )
        self._software_id, self._write = advice.facts.software_id, write
        self.place(PlainLabel(proposal_sentence(advice, spoken()), Look.MUTED))
        self.verdict = ChoiceField(_CHOICE, _words())
        self.needs, self.note = TextField(_NEEDS), TextField(_NOTE)
        given = advice.given
        asked = (
            (_("&Advice"), self.verdict, str(given.verdict)),
            (_("What the users &need"), self.needs, given.needs),
            (_("N&ote"), self.note, given.note),
        )
        for text, field, value in asked:
            field.setAccessibleName(text.replace("&", ""))
            field.show_typed(value)
            self.place(FieldLabel(text, field))
            self.place(field)
        for long in (self.needs, self.note):
            long.entered.connect(self.finish)
        self.who = name_field(editing)
        if given.who:
            self.who.show_name(given.who)
        self.ask(_("&Said by"), self.who)
        self.close_up()
        self.unfinished = UnfinishedForm(
            f"advice:{self._software_id}", editing, self._unfinished_values, self
        )
        for one in (self.verdict, self.needs, self.note, self.who):
            one.edited.connect(self._note_edit)
        self.unfinished.read(self._bring_back)

    def focus_first(self) -> None:
        self.verdict.setFocus(Qt.FocusReason.OtherFocusReason)

    def settle(self) -> None:
        self.unfinished.settle()

    def finish(self) -> None:
        who = self.who.typed()
        if not who:
            self.refuse_field(self.who, _("Nobody is named. Type the name of who says it."))
            return
        self._editing.signer.remember(who)
        verdict = Verdict(self.verdict.typed())
        typed = TypedAdvice(verdict, self.needs.typed(), self.note.typed(), who)
        software_id, write = self._software_id, self._write
        self.send(lambda: write(software_id, typed))

    def _take(self, saved: Saved) -> None:
        self.unfinished.forget()
        super()._take(saved)

    def _note_edit(self) -> None:
        self.trouble.say("")
        self.unfinished.note()

    def _unfinished_values(self) -> Mapping[str, str]:
        return {name: field.typed() for name, field in self._kept() if field.is_changed}

    def _kept(self) -> tuple[tuple[str, ChoiceField | TextField], ...]:
        return ("verdict", self.verdict), ("needs", self.needs), ("note", self.note)

    def _bring_back(self, kept: Unfinished) -> None:
        """Not over what was typed meanwhile."""
        if self.is_gone or self._unfinished_values():
            return
        for name, field in self._kept():
            if name in kept.values:
                field.put(kept.values[name])
        bar = BroughtBackBar(kept.kept_at, self)
        self.column.insertWidget(1, bar)
        bar.show()

        def clear() -> None:
            bar.hide()
            for _name, field in self._kept():
                field.give_up()
            self.unfinished.forget()

        bar.cleared.connect(clear)


def _words() -> tuple[tuple[str, str], ...]:
    """The empty one says that nobody has chosen yet."""
    words = tuple((v, sentence_case(verdict_word(Verdict(v), spoken()))) for v in _VERDICTS)
    return (("", _("Not said yet")), *words)
