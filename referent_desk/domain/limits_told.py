"""What a number is limited to, as its remark says it: `astreinte seulement pour le dossier`."""

from __future__ import annotations

import re
from functools import lru_cache

_CLAUSE = re.compile(r"[,;·()\n]|:(?!\d)|\s[-–—]\s")
_ONLY = (
    r"seulement|uniquement|exclusivement|réservée?s?|pas pour|"
    r"sauf|hormis|excepté|only|except|not for"
)
_LIMIT = re.compile(rf"(?<!\w)(?:{_ONLY})(?!\w)|(?<!\w)(?:ne .* )?que pour (?=\w)", re.IGNORECASE)
_TIMES = (
    r"tous|toutes|jours?|journée|nuits?|soirs?|soirées?|matin|matinée|après-midi|midi|minuit|we|w-e|"
    r"week-?ends?|semaine|fériés?|fériées?|ouvrés?|ouvrables?|ouvrées?|heures?|horaires?|h|"
    r"lun(?:di)?s?|mar(?:di)?s?|mer(?:credi)?s?|jeu(?:di)?s?|ven(?:dredi)?s?|sam(?:edi)?s?|"
    r"dim(?:anche)?s?|astreintes?|garde|vacances|nights?|days?|weekdays?|evenings?|"
    r"mornings?|hours|bank|holidays?|mon|tue|wed|thu|fri|sat|sun|"
    r"mondays?|tuesdays?|wednesdays?|thursdays?|fridays?|saturdays?|sundays?|on|call"
)
_SMALL = r"le|la|les|l|de|des|du|d|en|et|ou|à|a|au|aux|par|pour|est|the|at|in|and|or|for|of|c"
_TELLS_WHEN = re.compile(rf"(?:\d+|{_TIMES}|{_SMALL}|{_ONLY}|\W)+", re.IGNORECASE)
"""A clause of these words alone tells when, which stands beside the number as its hours."""
_DUTY_BEFORE = re.compile(
    rf"^(?:(?:{_TIMES}|{_SMALL}|\d+)(?!\w)\W*)+(?={_LIMIT.pattern})", re.IGNORECASE
)


@lru_cache(maxsize=2048)
def limit_told(remark: str) -> str:
    """`seulement pour le dossier` of `astreinte seulement pour le dossier`; empty where it tells
    none. What it says of when the number answers alone is none."""
    for clause in _CLAUSE.split(remark):
        said = " ".join(clause.split())
        if _LIMIT.search(said) and not _TELLS_WHEN.fullmatch(said):
            return _DUTY_BEFORE.sub("", said)
    return ""


def without_limit(said: str) -> str:
    """The hours alone of `nuit, sauf pour le laboratoire`."""
    limit = limit_told(said)
    return said.replace(limit, "").strip(" ,;:–-") if limit else said
