"""Months by their first letters, in French and in English: `janv.`, `août`, `August`."""

from __future__ import annotations

_MONTHS = (
    ("jan",), ("fev", "feb"), ("mar",), ("avr", "apr"), ("mai", "may"), ("juin", "jun"),
    ("juil", "jul"), ("aou", "aug"), ("sep",), ("oct",), ("nov",), ("dec",),
)  # fmt: skip


def month_named(word: str) -> int | None:
    """`word` is folded; None where it begins no month."""
    return next((n for n, begins in enumerate(_MONTHS, 1) if word.startswith(begins)), None)
