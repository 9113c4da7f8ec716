"""Withdrawing a text from a day on, and taking back what was said of its life."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from referent_desk.domain.deeds import Saved
from referent_desk.domain.procedures import Revision
from referent_desk.domain.text_lives import LifeKind, LifeLine, Losing, TextLife, WantedWithdrawal
from referent_desk.gui.editing import Editing
from referent_desk.gui.labels import shortened
from referent_desk.gui.pane_fields import (
    FieldsForm,
    ReasonForm,
    day_fault,
    day_field,
    line_field,
    name_field,
    typed_day,
)
from referent_desk.gui.wordings import day as day_words
from referent_desk.language import _, ngettext, spoken
from referent_desk.words.texts import life_sentence

_TITLE_LETTERS = 80
_NAMED = 8


def losing_words(losing: Losing | None) -> str:
    """Whose text it is, who loses it, and what takes its place there."""
    announced = _("A day to come is announced until then.")
    if losing is None:
        return announced
    count = len(losing.departments)
    whose = _("This is the text of {owner}.").format(owner=losing.owner)
    if count:
        said = ngettext(
            "{count} department below loses it as well: {names}.",
            "{count} departments below lose it as well: {names}.",
            count,
        )
        names = ", ".join(losing.departments[:_NAMED])
        names += " …" if count > _NAMED else ""
        whose = f"{whose} {said.format(count=count, names=names)}"
    after = _("Their binder says from that day on that there is no procedure.")
    if losing.next_owner:
        after = _("From that day on the text of {owner} holds.").format(owner=losing.next_owner)
    return f"{whose} {after} {announced}"


class WithdrawalForm(FieldsForm):
    """Why, from which day, who decided it."""

    def __init__(
        self,
        revision: Revision,
        life: TextLife,
        withdraw: Callable[[str, WantedWithdrawal], Saved],
        editing: Editing,
    ) -> None:
        title = shortened(revision.text.title, _TITLE_LETTERS)
        super().__init__(
            _("Withdraw “{title}”").format(title=title),
            losing_words(life.losing),
            _("With&draw it"),
            editing,
        )
        self._procedure_id = revision.procedure_id
        self._withdraw = withdraw
        self.reason = line_field(_("Why"))
        self.day = day_field(life.today)
        self.who = name_field(editing)
        self.ask(_("Wh&y"), self.reason)
        self.ask(_("From &which day"), self.day)
        self.ask(_("Who de&cided it"), self.who)
        self.close_up()

    def finish(self) -> None:
        reason, day, who = self.reason.typed().strip(), typed_day(self.day), self.who.typed()
        if not reason:
            self.refuse_field(self.reason, _("A reason is needed. A few words are enough."))
        elif day is None:
            self.refuse_field(self.day, day_fault(self.day))
        elif not who:
            self.refuse_field(self.who, _("Nobody is named. Type the name of who decided it."))
        else:
            self._editing.signer.remember(who)
            procedure_id, withdraw = self._procedure_id, self._withdraw
            wanted = WantedWithdrawal(who, day, reason)
            self.send(lambda: withdraw(procedure_id, wanted))


class AnnulLineForm(ReasonForm):
    """A withdrawal or a decision that was recorded by mistake."""

    def __init__(
        self,
        line: LifeLine,
        today: date,
        annul: Callable[[LifeLine, str], Saved],
        editing: Editing,
    ) -> None:
        title = _("Take the decision back")
        if line.kind is LifeKind.WITHDRAWN:
            title = _("Take the withdrawal back")
        said = f"{day_words(line.day)} · {life_sentence(line, today, spoken())}"
        super().__init__(
            title,
            _("“{fact}” no longer counts. It stays in the home, with your reason.").format(
                fact=said
            ),
            lambda reason: annul(line, reason),
            editing,
        )
