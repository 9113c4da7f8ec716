"""Days within a sentence."""

from __future__ import annotations

from datetime import date

from referent_desk.language import Language


def day_in_sentence(day: date, language: Language, *, year: bool) -> str:
    """`12 mars`, `12 March 2025`: with the year where it is not that of the reader."""
    whole = language.date(day)
    return whole if year else whole.rpartition("\u00a0")[0]
