"""What each status of a sheet is called."""

from __future__ import annotations

from referent_desk.domain.sheet_states import SheetStatus
from referent_desk.language import Language


def status_word(status: SheetStatus, language: Language) -> str:
    """In small letters, as within a sentence."""
    _ = language.gettext
    return {
        SheetStatus.UP_TO_DATE: _("up to date"),
        SheetStatus.OUT_OF_DATE: _("out of date"),
        SheetStatus.NEVER_PRINTED: _("never printed"),
        SheetStatus.TO_BE_REMOVED: _("to be removed"),
        SheetStatus.PRINTED_NOT_FILED: _("printed, not yet filed"),
    }[status]
