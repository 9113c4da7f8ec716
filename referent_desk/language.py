"""French first, English second: catalogues by gettext, dates and times as people write them.

`_` and `ngettext` speak the language of the window or of the command. Paper has a language of its
own: whoever lays out a sheet is given a `Language`.
"""

from __future__ import annotations

import datetime as calendar
import gettext as gettext_files
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from referent_desk.resources import resource

LANGUAGES = ("fr", "en")
MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


@dataclass(frozen=True, slots=True)
class Language:
    code: str
    gettext: Callable[[str], str]
    ngettext: Callable[[str, str, int], str]

    def date(self, day: calendar.date) -> str:
        """`12 mars 2026`, `1er avril 2026`, `12 March 2026`."""
        number = "1er" if self.code == "fr" and day.day == 1 else str(day.day)
        return f"{number}\u00a0{self.gettext(MONTHS[day.month - 1])}\u00a0{day.year}"

    def short_date(self, day: calendar.date) -> str:
        """`12/03/2026` in both languages: day first, as on every form of the hospital."""
        return f"{day.day:02}/{day.month:02}/{day.year:04}"

    def time(self, moment: calendar.datetime | calendar.time) -> str:
        """`14 h 02` in French, `14:02` in English."""
        if self.code == "fr":
            return f"{moment.hour}\u00a0h\u00a0{moment.minute:02}"
        return f"{moment.hour}:{moment.minute:02}"


@cache
def language(code: str) -> Language:
    """The catalogue of `fr` or `en`; English is the language of the code and needs no file."""
    if code not in LANGUAGES:
        raise ValueError(f"no catalogue for {code!r}")
    catalogue: gettext_files.NullTranslations = gettext_files.NullTranslations()
    path: Path = resource("language", f"{code}.mo")
    if code != "en":
        with path.open("rb") as file:
            catalogue = gettext_files.GNUTranslations(file)
    return Language(code, catalogue.gettext, catalogue.ngettext)


class _Spoken:
    """The language of this process's window or command; set once, at start."""

    current: Language | None = None


def speak(code: str) -> Language:
    """Choose the language of the window or the command."""
    return speak_as(language(code))


def speak_as(chosen: Language) -> Language:
    """Speak with a catalogue that is not shipped: a hospital's own, or one made for a test."""
    _Spoken.current = chosen
    return chosen


def spoken() -> Language:
    return _Spoken.current or speak("fr")


def _(message: str) -> str:
    return spoken().gettext(message)


def ngettext(one: str, many: str, count: int) -> str:
    return spoken().ngettext(one, many, count)
