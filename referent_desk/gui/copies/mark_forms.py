"""What a person says of a printing: the paper came out, it is filed; or that this was wrong."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtWidgets import QButtonGroup, QRadioButton

from referent_desk.domain.copies import Copy, CopyEnd, Run
from referent_desk.domain.deeds import Saved
from referent_desk.gui.copies.words import fact_sentences, run_title
from referent_desk.gui.editing import Editing
from referent_desk.gui.pane_fields import (
    FieldsForm,
    ReasonForm,
    day_fault,
    day_field,
    name_field,
    typed_day,
)
from referent_desk.gui.places import Key
from referent_desk.language import _

Mark = Callable[[str, str, date], Saved]


class MarkForm(FieldsForm):
    """Who, and on which day; today unless said otherwise."""

    def __init__(
        self, words: tuple[str, str, str], run: Run, mark: Mark, editing: Editing, today: date
    ) -> None:
        """`words`: the title, what is meant by it, and the button."""
        super().__init__(*words, editing)
        self._run = run
        self._mark = mark
        self.who = name_field(editing)
        self.day = day_field(today)
        self.ask(_("&Who says so"), self.who)
        self.ask(_("On which da&y"), self.day)
        self.close_up()

    def finish(self) -> None:
        who, day = self.who.typed(), typed_day(self.day)
        if not who:
            self.refuse_field(self.who, _("Nobody is named. Type the name of who did it."))
        elif day is None:
            self.refuse_field(self.day, day_fault(self.day))
        else:
            self._editing.signer.remember(who)
            run_id, mark = self._run.id, self._mark
            self.send(lambda: mark(run_id, who, day))


def confirm_form(run: Run, confirm: Mark, editing: Editing, today: date) -> MarkForm:
    says = _(
        "{printing}. Every page is there and can be read. What lies on the printer is not yet in "
        "the binder."
    ).format(printing=run_title(run))
    words = (_("The paper has come out"), says, _("It &lies on paper"))
    return MarkForm(words, run, confirm, editing, today)


def file_form(run: Run, copy: Copy, file: Mark, editing: Editing, today: date) -> MarkForm:
    says = _(
        "{printing}. The old sheets are taken out, the new ones are in the binder, and the slip is "
        "signed."
    )
    if not run.replacements:
        says = _("{printing}. They stand in the binder on the shelf, and nothing older with them.")
    title = _("Filed and signed in copy {number}").format(number=copy.number)
    words = (title, says.format(printing=run_title(run)), _("It is in the &binder"))
    return MarkForm(words, run, file, editing, today)


class AnnulForm(ReasonForm):
    """Takes back the last thing that was said of a printing."""

    def __init__(self, run: Run, annul: Callable[[str, str], Saved], editing: Editing) -> None:
        said = [sentence for sentence, is_fact in fact_sentences(run) if is_fact]
        super().__init__(
            _("Take back what was said of print run {number}").format(number=run.number),
            _("“{fact}” no longer counts. It stays in the history, with your reason.").format(
                fact=said[-1]
            ),
            lambda reason: annul(run.id, reason),
            editing,
        )


class CloseForm(FieldsForm):
    """Why a copy is no more. Its number is never given again."""

    def __init__(
        self,
        copy: Copy,
        close: Callable[[str, CopyEnd, date], Saved],
        editing: Editing,
        today: date,
    ) -> None:
        super().__init__(
            _("Close copy {number}").format(number=copy.number),
            _(
                "Nothing is printed for it any more. Its history stays, and its number is never "
                "given again."
            ),
            _("&Close this copy"),
            editing,
        )
        self._copy = copy
        self._close = close
        self.ends: dict[CopyEnd, QRadioButton] = {}
        group = QButtonGroup(self)
        for end, text in _ends():
            self.ends[end] = QRadioButton(text)
            group.addButton(self.ends[end])
            self.place(self.ends[end])
        self.ends[CopyEnd.LOST].setChecked(True)
        self.day = day_field(today)
        self.ask(_("Since which da&y"), self.day)
        self.close_up()

    def key_of(self, _saved: Saved) -> Key:
        """The row of the closed copy, wherever it stands then."""
        return (self._copy.id,)

    def focus_first(self) -> None:
        self.ends[CopyEnd.LOST].setFocus()

    def finish(self) -> None:
        day = typed_day(self.day)
        if day is None:
            self.refuse_field(self.day, day_fault(self.day))
            return
        end = next(end for end, button in self.ends.items() if button.isChecked())
        copy_id, close = self._copy.id, self._close
        self.send(lambda: close(copy_id, end, day))


def _ends() -> tuple[tuple[CopyEnd, str], ...]:
    return (
        (CopyEnd.LOST, _("It is &lost")),
        (CopyEnd.DESTROYED, _("It was de&stroyed")),
        (CopyEnd.WITHDRAWN, _("It is no longer us&ed")),
    )
