"""A mobile that the file calls somebody's own: whether it is to be shown is asked."""

from __future__ import annotations

import re

from referent_desk.domain.directory import LineType, line_of
from referent_desk.domain.imports.answers import Choice, same_or_other
from referent_desk.domain.imports.runs import LineWork
from referent_desk.domain.texts import folded

_OWN = re.compile(
    r"\b(?:perso|privee?s?|private|(?:portable|mobile|numero|no|tel|telephone|ligne)s? "
    r"(?:personnel|personal)(?:le)?s?)\b"
)
"""`personnel` alone is the staff."""


def is_called_private(number: str, *said: str) -> bool:
    is_mobile = line_of(number, LineType.UNKNOWN) is LineType.MOBILE
    return is_mobile and any(_OWN.search(folded(text)) for text in (number, *said))


def ask_private(name: str, number: str, work: LineWork) -> bool | None:
    """Whether it is; None while nobody says."""
    reply = work.ask("private_number", same_or_other(), name=name, value=number)
    return None if reply is None else reply.choice is Choice.SAME
