"""How often a text that is in force is read again."""

from __future__ import annotations

from collections.abc import Callable

from referent_desk.domain.approvals import review_due, review_months
from referent_desk.domain.deeds import Saved
from referent_desk.domain.procedures import Revision
from referent_desk.gui.editing import Editing
from referent_desk.gui.labels import Look, PlainLabel, shortened
from referent_desk.gui.pane_fields import DAY_WIDTH, FieldsForm, line_field
from referent_desk.gui.wordings import day as day_words
from referent_desk.language import _

_TITLE_LETTERS = 80
_MOST_DIGITS = 3


class ReviewForm(FieldsForm):
    """The day that follows is said while the months are typed."""

    def __init__(
        self, revision: Revision, set_period: Callable[[str, int], Saved], editing: Editing
    ) -> None:
        super().__init__(
            _("When “{title}” is read again").format(
                title=shortened(revision.text.title, _TITLE_LETTERS)
            ),
            _("It counts from the approval, of this text and of those that come after it."),
            _("&Set it"),
            editing,
        )
        self._revision = revision
        self._set_period = set_period
        self.months = line_field("")
        self.months.setFixedWidth(DAY_WIDTH)
        self.months.show_typed(str(review_months(revision)))
        self.follows = PlainLabel("", Look.MUTED)
        self.ask(_("Read again after how many &months"), self.months)
        self.place(self.follows)
        self.months.edited.connect(self._tell)
        self.close_up()
        self._tell()

    def focus_first(self) -> None:
        """What is proposed is typed over."""
        self.months.setFocus()
        self.months.selectAll()

    def finish(self) -> None:
        months = self._typed()
        if months is None:
            sentence = _("This is not a number of months: type it like 12.")
            self.refuse_field(self.months, sentence)
            return
        procedure_id, set_period = self._revision.procedure_id, self._set_period
        self.send(lambda: set_period(procedure_id, months))

    def _typed(self) -> int | None:
        typed = self.months.typed().strip()
        return int(typed) if typed.isdecimal() and len(typed) <= _MOST_DIGITS else None

    def _tell(self) -> None:
        months, approved_on = self._typed(), self._revision.approved_on
        known = months is not None and months > 0 and approved_on is not None
        said = _("To be reviewed by {day}.")
        due = day_words(review_due(approved_on, months)) if known and approved_on else ""
        self.follows.say(said.format(day=due) if due else "")
