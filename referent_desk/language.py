"""French first, English second: catalogues by gettext, dates and times as people write them.

`_` and `ngettext` speak the language of the window or of the command. Paper has a language of its
own: whoever lays out a sheet is given a `Language`.
"""

from __future__ import annotations

import datetime as calendar
import struct
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

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
    content = b"" if code == "en" else resource("language", f"{code}.mo").read_bytes()
    messages, translations = _compiled(content) if content else ([], [])
    known = dict(zip(messages, translations, strict=True))

    @cache
    def place_of(one: str, many: str) -> int | None:
        """Where the two stand one behind the other."""
        for place, pair in enumerate(pairwise(messages)):
            if pair == (one, many):
                return place
        return None

    def gettext(message: str) -> str:
        return known.get(message, message)

    def ngettext(one: str, many: str, count: int) -> str:
        place = place_of(one, many)
        if place is None:
            return one if count == 1 else many
        return translations[place + (count > 1)]

    return Language(code, gettext, ngettext)


def _compiled(content: bytes) -> tuple[list[str], list[str]]:
    """Of a `.mo` file, split at once: the library's reader takes longer than a sheet.

    Its texts stand one after another, each with a zero at its end, and so do their translations; a
    plural is two of each. French has them as English has, but for none, which is singular.
    """
    keys, texts = struct.unpack_from("<2I", content, 12)
    begin, middle = (struct.unpack_from("<2I", content, table)[1] for table in (keys, texts))
    messages = content[begin : middle - 1].decode().split("\0")
    translations = content[middle:-1].decode().split("\0")
    if len(messages) != len(translations):
        raise ValueError("a text without its translation in the compiled catalogue")
    return messages, translations


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
