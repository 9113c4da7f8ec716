"""What a list of software says of the day on which one of them is down: words, or a number."""

from __future__ import annotations

import re

from referent_desk.domain.hotlines import hotlines
from referent_desk.domain.imports.kinds import Field
from referent_desk.domain.texts import folded
from referent_desk.exchange.tables import Fields, Table

_DOWN = re.compile(r"\b(?:panne|degrade|secours|coupure|bug|hs|downtime|fallback)\b")
_OTHER = re.compile(
    r"\b(?:duree|delai|date|jour|jours|frequence|contrat|responsable|referente?|qui|service|lieu)\b"
)
"""How long it may be down, who decides then: no advice."""


def columns_of_advice(table: Table, fields: Fields) -> None:
    """`En cas de panne`: whom to call where it holds numbers, else a remark as any other."""
    for place, title in enumerate(table.titles):
        if fields.get(place, Field.SUPPORT_CONTACT) is not Field.SUPPORT_CONTACT:
            continue
        told = folded(title.shown)
        if _DOWN.search(told) and not _OTHER.search(told) and _advises(table, place):
            fields[place] = Field.REMARKS


def _advises(table: Table, place: int) -> bool:
    """Words, and in most cells no number."""
    filled = [text for text in table.column(place) if text]
    called = [text for text in filled if hotlines(text)]
    return any(map(_is_wordy, filled)) and 2 * len(called) < len(filled)


def _is_wordy(text: str) -> bool:
    return any(map(str.isalpha, text))
