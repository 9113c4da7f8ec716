"""Cells become values, or damage: a value that the file has lost is listed and never stored.

A spreadsheet takes zeros from codes, turns long numbers into `2,601E+13` and versions into dates.
Each reader gives the value or the code of the damage.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from referent_desk.domain.durations import minutes_of
from referent_desk.domain.hours import names_days, read_hours
from referent_desk.domain.imports.kinds import Field, Value
from referent_desk.domain.imports.number_cells import is_dash, is_put_through
from referent_desk.domain.months import month_named
from referent_desk.domain.texts import LONGEST_NAME, clean_line, clean_text, folded

_DATE_FORMS = (
    re.compile(r"^(?P<y>\d{4})-(?P<m>\d{1,2})-(?P<d>\d{1,2})(?:[T ]\d{1,2}:\d\d(?::\d\d)?.*)?$"),
    re.compile(r"^(?P<d>\d{1,2})[/.-](?P<m>\d{1,2})[/.-](?P<y>\d{4}|\d\d)(?: \d{1,2}:\d\d.*)?$"),
)
_DAY_IN_WORDS = re.compile(
    r"^(?:le )?(?P<d>\d{1,2})(?:er|st|nd|rd|th)? (?P<month>[a-z]{3,9})\.? (?P<y>\d{4})$"
)
_SCIENTIFIC = re.compile(r"^[+-]?\d+(?:[.,]\d+)?e[+-]?\d+$", re.IGNORECASE)
_ERROR_CELL = re.compile(
    r"^#(?:ref!|n/a|na|name\?|nom\?|value!|valeur!|div/0!|num!|nombre!|null!|nul!|calc!|spill!|#+)$",
    re.IGNORECASE,
)
_DIALLED = re.compile(r"(?:\+|\*|#)?[\d(][\d\s().\-]*")
_FRACTION = re.compile(r"^(\d+)[.,]0$")
_COUNTED = re.compile(
    r"(?<=\d)\s*(?:lits?|places?|fauteuils?|postes?|berceaux|berceau|box|brancards?|utilisateurs?"
    r"|personnes?|agents?|beds?|chairs?|users?|people)$",
    re.IGNORECASE,
)
_REMARK = re.compile(r"\((?!\s*0\s*\))[^)]*\)")


@dataclass(frozen=True, slots=True)
class Damage:
    code: str


def is_lost(text: str) -> Damage | None:
    """What no column can hold: a formula's error, a number that was cut to `4,13E+03`."""
    if _ERROR_CELL.match(text):
        return Damage("error_cell")
    if _SCIENTIFIC.match(text):
        return Damage("scientific")
    return None


def read_name(text: str) -> str | Damage:
    """One line of at most 300 letters; a longer one is refused, never cut."""
    line = clean_line(text)
    if len(line) > LONGEST_NAME:
        return Damage("too_long")
    return is_lost(line) or line


def read_finess(text: str) -> str | Damage:
    """Nine characters; eight digits are a number that lost its first zero."""
    code = re.sub(r"[\s.]", "", text).upper()
    lost = is_lost(clean_line(text))
    if lost:
        return lost
    if re.fullmatch(r"\d{8}", code):
        return Damage("finess_zero_lost")
    return code if re.fullmatch(r"\d[\dAB]\d{7}", code) else Damage("not_finess")


def _part_damage(part: str) -> Damage | None:
    found = _DIALLED.search(part)
    if not found:
        return None
    dialled = found.group().strip()
    digits = re.sub(r"\D", "", dialled)
    if dialled.startswith("+") or digits.startswith("00"):
        return Damage("truncated") if len(digits) < 8 else None
    if len(digits) == 9 and digits[0] != "0" and not dialled.startswith(("*", "#")):
        return Damage("zero_lost")
    if digits.startswith("0") and 6 <= len(digits) <= 9:
        return Damage("truncated")
    return None


def read_telephone(text: str) -> str | Damage:
    """Kept as typed, several in a cell too; only what cannot be dialled any more is damage.

    `4512.0` is what a program made of 4512.
    """
    line = _FRACTION.sub(r"\1", clean_line(text))
    lost = is_lost(line)
    if lost:
        return lost
    if not any(character.isdigit() for character in line):
        return Damage("not_a_number")
    if len(line) > LONGEST_NAME:
        return Damage("too_long")
    for part in re.split(r"[/,;]", _REMARK.sub(" ", line)):
        damage = _part_damage(part)
        if damage:
            return damage
    return line


def read_support(text: str) -> str | Damage:
    """Any words; a telephone number alone must be one that can be dialled."""
    line = clean_line(text)
    if not any(character.isalnum() for character in line):
        return Damage("not_a_number")
    is_number = re.fullmatch(r"[\d\s.+()\-]+", line)
    return read_telephone(line) if is_number else line


def read_day(text: str) -> date | Damage:
    """`12/01/2026`, `12/01/26`, `2026-01-12`, with or without a time; the day comes first.

    `12 janvier 2026` as well, in both languages.
    """
    line = _with_month_number(clean_line(text))
    lost = is_lost(line)
    if lost:
        return lost
    if re.fullmatch(r"[3-6]\d{4}", line):
        return Damage("date_serial")
    for form in _DATE_FORMS:
        found = form.match(line)
        if not found:
            continue
        year = int(found["y"])
        try:
            day = date(
                year + 2000 if len(found["y"]) == 2 else year, int(found["m"]), int(found["d"])
            )
        except ValueError:
            return Damage("impossible_date")
        return day if 1900 <= day.year <= 2100 else Damage("impossible_date")
    return Damage("not_a_day")


def _with_month_number(line: str) -> str:
    """`le 1er août 2025` → `1/8/2025`; anything else as it is."""
    found = _DAY_IN_WORDS.match(folded(line))
    month = month_named(found["month"]) if found else None
    return f"{found['d']}/{month}/{found['y']}" if found and month else line


def read_minutes(text: str, unit: str = "") -> int | Damage:
    """`90`, `1 h 30`, `2 jours`; a bare number is in `unit` (`min`, `h`, `d`), or damage."""
    found = is_lost(folded(text)) or minutes_of(text, unit)
    return Damage(found) if isinstance(found, str) else found


def read_count(text: str) -> int | Damage:
    """`14`, or what is counted beside it: `14 fauteuils`."""
    line = re.sub(r"\s", "", _COUNTED.sub("", clean_line(text)))
    if re.fullmatch(r"\d{1,5}(?:[.,]0+)?", line):
        return int(re.split(r"[.,]", line)[0])
    return is_lost(line) or Damage("not_a_count")


def read_criticality(text: str) -> int | Damage:
    """`2`, `P2`, `2 - haute`, or the word or the signs alone as wards write them."""
    line = re.sub(r"(?<=\+) (?=\+)", "", folded(text).strip())
    found = re.fullmatch(r"[pn]?\s?([1-4])(?:[\s,:()\-–]+[a-z ]+\)?)?", line)
    value = int(found[1]) if found else _CRITICALITY_WORDS.get(line)
    return value or Damage("not_a_criticality")


def read_weekly_hours(text: str, *, needs_days: bool = False) -> str | Damage:
    hours = read_hours(clean_text(text))
    if hours and needs_days and not names_days(text):  # nobody works on all of them
        return Damage("hours_without_days")
    return hours.stored() if hours else Damage("hours_not_understood")


def read_versions(text: str) -> tuple[str, ...] | Damage:
    """Several versions may stand in a cell, one under the other or between `;` `,` ` / `."""
    lost = is_lost(clean_line(text))
    if lost:
        return lost
    parts = (clean_line(part) for part in re.split(r"[\n;,]|\s/\s", clean_text(text)))
    versions = tuple(dict.fromkeys(part for part in parts if part))
    return Damage("too_long") if any(len(v) > LONGEST_NAME for v in versions) else versions


def read_texts(text: str) -> tuple[str, ...] | Damage:
    """Names between line ends, `;` or `|`."""
    parts = (clean_line(part) for part in re.split(r"[\n;|]", clean_text(text)))
    return tuple(dict.fromkeys(part for part in parts if part))


_YES = {"oui", "yes", "o", "y", "1", "true", "vrai", "x", "xx", "interne", "si", "ok", "ja", "+",
        "✓", "✔", "☑", "☒", "✅", "🗹"}  # fmt: skip
_NO = {"non", "no", "n", "0", "false", "faux", "aucun", "aucune", "jamais", "ko", "nok", "nein",
       "-", "–", "—", "/", "☐", "✗", "✘", "✕", "✖", "❌"}  # fmt: skip


def read_flag(text: str) -> bool | Damage:
    """As wards say it, or tick it."""
    word = _FRACTION.sub(r"\1", folded(text).replace("\ufe0f", "")).rstrip(" .!")
    if word in _YES:
        return True
    return False if word in _NO else Damage("not_yes_or_no")


def _read_choice(words: Mapping[str, str]) -> Callable[[str], str | Damage]:
    def read(text: str) -> str | Damage:
        return words.get(folded(text), Damage("unknown_word"))

    return read


_STATUS_WORDS = {
    "planned": "planned", "prevu": "planned", "en projet": "planned", "projet": "planned",
    "in use": "in_use", "in_use": "in_use", "en service": "in_use", "en production": "in_use",
    "production": "in_use", "utilise": "in_use", "actif": "in_use", "active": "in_use",
    "being replaced": "being_replaced", "being_replaced": "being_replaced",
    "en remplacement": "being_replaced", "en cours de remplacement": "being_replaced",
    "retired": "retired", "arrete": "retired", "obsolete": "retired", "retire": "retired",
    "decommissionne": "retired",
}  # fmt: skip
_HOSTING_WORDS = {
    "on site": "on_site", "on_site": "on_site", "sur site": "on_site", "local": "on_site",
    "interne": "on_site", "on premise": "on_site", "internal": "on_site",
    "group": "group", "ght": "group", "groupement": "group", "mutualise": "group",
    "vendor": "vendor", "editeur": "vendor", "saas": "vendor", "hds": "vendor",
    "externe": "vendor", "external": "vendor", "cloud": "vendor", "heberge": "vendor",
    "this pc": "this_pc", "this_pc": "this_pc", "poste": "this_pc", "poste local": "this_pc",
}  # fmt: skip
_CRITICALITY_WORDS = {
    **dict.fromkeys(("vital", "vitale", "tres critique", "critique", "maximale", "tres haute",
                     "tres elevee", "tres forte", "critical", "indispensable", "essentielle",
                     "essentiel", "+++", "++++"), 1),
    **dict.fromkeys(("haute", "haut", "elevee", "eleve", "forte", "fort", "importante",
                     "important", "high", "++"), 2),
    **dict.fromkeys(("moyenne", "moyen", "moderee", "modere", "medium", "normale", "+"), 3),
    **dict.fromkeys(("faible", "basse", "bas", "mineure", "mineur", "peu critique", "low",
                     "confort", "secondaire"), 4),
}  # fmt: skip
_LINE_WORDS = {
    "analogue": "analogue", "analogique": "analogue", "rtc": "analogue", "fixe analogique":
    "analogue", "analog": "analogue", "ip": "ip", "voip": "ip", "toip": "ip", "dect": "dect",
    "mobile": "mobile", "portable": "mobile", "gsm": "mobile", "bip": "pager", "pager": "pager",
    "beeper": "pager", "coursier": "runner", "runner": "runner",
}  # fmt: skip

DURATIONS = frozenset({Field.TOLERATED_INTERRUPTION, Field.RECOVERY_TIME, Field.RECOVERY_POINT,
                       Field.TOLERATED_OUTAGE})  # fmt: skip
_DAYS = (Field.LIVE_ON, Field.SINCE, Field.UNTIL, Field.LEFT_ON, Field.UPDATED_ON,
         Field.REFERENT_SINCE)  # fmt: skip
_CALLED = (Field.TELEPHONE, Field.NUMBER, Field.REFERENT_TELEPHONE, Field.DEPUTY_TELEPHONE,
           Field.MOBILE, Field.WORK_MOBILE)  # fmt: skip
_FLAGS = (Field.ACTIVE, Field.WORKS_WITHOUT_NETWORK, Field.PRIVATE)
_READERS: Mapping[Field, Callable[[str], Value | Damage]] = {
    **dict.fromkeys(_DAYS, read_day),
    **dict.fromkeys(_FLAGS, read_flag),
    **dict.fromkeys(_CALLED, read_telephone),
    Field.NUMBER: lambda text: (read_name if is_put_through(text) else read_telephone)(text),
    Field.OPENING_HOURS: read_weekly_hours,
    Field.WORKING_HOURS: lambda text: read_weekly_hours(text, needs_days=True),
    **dict.fromkeys((Field.BEDS, Field.USERS), read_count),
    Field.FINESS: read_finess,
    Field.CRITICALITY: read_criticality,
    **dict.fromkeys((Field.SUPPORT_CONTACT, Field.NIGHT), read_support),
    Field.VERSION: read_versions,
    Field.FUNCTION: read_texts,
    Field.STATUS: _read_choice(_STATUS_WORDS),
    Field.HOSTING: _read_choice(_HOSTING_WORDS),
    Field.LINE_TYPE: _read_choice(_LINE_WORDS),
}
_NEVER_DATES = frozenset({Field.CODE, Field.UNIT_CODE, Field.VERSION, Field.FINESS, *_CALLED})
_MAY_BE_NOBODYS = frozenset({Field.NIGHT, Field.DECT, Field.SUPPORT_CONTACT, *_CALLED})
_CACHED_LETTERS = 120


def read_value(field: Field, text: str, *, unit: str = "", is_date: bool = False) -> Value | Damage:
    """The value of a filled cell. `is_date`: the spreadsheet holds a date, whatever it shows."""
    read = _read_often if len(text) <= _CACHED_LETTERS else _read
    return read(field, text, unit, is_date)


def _read(field: Field, text: str, unit: str, is_date: bool) -> Value | Damage:
    if is_date and field in _NEVER_DATES:
        return Damage("became_date")
    if field in DURATIONS:
        return read_minutes(text, unit)
    if field in _MAY_BE_NOBODYS and is_dash(text):
        return ""
    return _READERS.get(field, read_name)(text)


_read_often = lru_cache(maxsize=50_000)(_read)
"""A list says the same few things on every line."""
