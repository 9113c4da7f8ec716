"""A mobile in a list of staff is often somebody's own: it is put on no sheet unasked."""

from __future__ import annotations

import re

from referent_desk.domain.texts import folded

_MOBILE = re.compile(
    r"(?<![\d+])(?:(?:\+|00)33[ .]*(?:\(0\)[ .]*)?|0)[67](?:[ .\-/]?\d\d){4}(?!\d)"
)
_BETWEEN = re.compile(r"[;|·,\n]|\s[/–—-]\s|/(?=\D)|(?<=[^\d\s])/|(?<=\d{4})/|\b(?:ou|et|or|and)\b")
_OF_WORK = re.compile(
    r"\b(?:astreinte|garde|dect|bip|pro|profession\w*|(?:de|du) service|on[ -]call|work)\b"
)
_OWN = re.compile(r"\b(?:perso\w*|privee?s?|private|own)\b")


def printed_telephone(telephone: str) -> str:
    """What paper says of it: no mobile, unless it says beside it that it is one of work."""
    if not _MOBILE.search(telephone):
        return telephone
    kept = (_without_mobile(part) for part in _BETWEEN.split(telephone))
    return " / ".join(filter(None, kept))


def is_of_work(number: str) -> bool:
    """Whether that stands beside it."""
    plain = folded(number)
    return bool(_OF_WORK.search(plain)) and not _OWN.search(plain)


def _without_mobile(part: str) -> str:
    if _MOBILE.search(part) and is_of_work(part):
        return part.strip()
    rest = _MOBILE.sub("", part).strip(" /-–.:")
    return rest.strip(" ()") if any(map(str.isdigit, rest)) else ""
