"""What each status of a sheet is called."""

from __future__ import annotations

from referent_desk.domain.copies import RunStage
from referent_desk.domain.sheet_states import SheetStatus
from referent_desk.language import Language


def status_word(status: SheetStatus, language: Language, stage: RunStage | None = None) -> str:
    """In small letters, as within a sentence; `stage` of the newest printing of the copy."""
    _ = language.gettext
    if status is SheetStatus.PRINTED_NOT_FILED:
        return waiting_word(stage, language)
    return {
        SheetStatus.UP_TO_DATE: _("up to date"),
        SheetStatus.OUT_OF_DATE: _("out of date"),
        SheetStatus.NEVER_PRINTED: _("never printed"),
        SheetStatus.TO_BE_REMOVED: _("to be removed"),
    }[status]


def waiting_word(stage: RunStage | None, language: Language) -> str:
    """A PDF is not yet paper: what nobody has confirmed was only prepared, or sent."""
    _ = language.gettext
    if stage is RunStage.CONFIRMED:
        return _("printed, not filed")
    return _("sent, not filed") if stage is RunStage.SENT else _("prepared, not filed")
