"""A check of the shelf that was wrong: it no longer counts, and the history keeps why."""

from __future__ import annotations

from collections.abc import Callable

from referent_desk.domain.deeds import Saved
from referent_desk.domain.shelf_checks import ShelfCheck
from referent_desk.gui.editing import Editing
from referent_desk.gui.pane_fields import ReasonForm
from referent_desk.gui.wordings import short_day
from referent_desk.language import _


class AnnulCheckForm(ReasonForm):
    def __init__(
        self, check: ShelfCheck, annul: Callable[[str, str], Saved], editing: Editing
    ) -> None:
        super().__init__(
            _("Take back the check of {day}").format(day=short_day(check.day)),
            _(
                "What {who} read on the shelf no longer counts. It stays in the history, with "
                "your reason."
            ).format(who=check.who),
            lambda reason: annul(check.id, reason),
            editing,
        )
