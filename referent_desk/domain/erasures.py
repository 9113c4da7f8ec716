"""The name of somebody who left gives way to a neutral label, wherever it stands.

A name is known however it is written: `Maryse Aubry`, `AUBRY Maryse`, without its accents. What
signs with the last name alone, `M. Aubry`, counts as long as nobody else bears it.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import date, timedelta
from functools import cached_property
from typing import Any

from referent_desk.domain.private_mobiles import printed_telephone
from referent_desk.domain.texts import folded
from referent_desk.domain.values import dataclass

KEPT = timedelta(days=365)
"""After so long the program proposes to erase the name of somebody who left."""
_TITLES = ("m", "mme", "mlle", "mr", "mrs", "ms", "dr", "docteur", "pr", "professeur")


def proposed_on(left_on: date) -> date:
    return left_on + KEPT if left_on < date.max - KEPT else date.max


@dataclass(frozen=True, slots=True)
class Bearers:
    """Who else bears the name: `namesakes` the whole of it, `relatives` the last name.

    `places` are hospitals, wards and programs that are called so: a street may bear the name of a
    person, and a text then speaks of the place.
    """

    namesakes: tuple[str, ...] = ()
    relatives: int = 0
    places: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Mention:
    """A text in which the name stands among other words; `excerpt` shows the words around it."""

    table: str
    row_id: str
    field: str
    excerpt: str


@dataclass(frozen=True, slots=True)
class ErasureSurvey:
    """What erasing would do. `signed` counts the fields that hold nothing but the name, `printed`
    the sheets that were printed with it."""

    person_id: str
    person: str
    left_on: date | None
    erase_on: date | None
    erased_on: date | None
    today: date
    signed: int = 0
    printed: int = 0
    bearers: Bearers = Bearers()
    mentions: tuple[Mention, ...] = ()

    @property
    def has_left(self) -> bool:
        return self.left_on is not None and self.left_on < self.today


class Name:
    """The name that is erased, and what stands in its place."""

    def __init__(self, last_name: str, first_name: str, label: str, bearers: Bearers) -> None:
        self.label = label
        self._last, self._first = folded(last_name), folded(first_name)
        self.bearers = bearers
        whole = {f"{self._first} {self._last}".strip(), f"{self._last} {self._first}".strip()}
        self._alone = whole | (self._short() if not bearers.relatives else set())
        spelled = [_spelled(last_name)]
        if first_name.strip():
            blank, first, last = r"[\s\u00a0]+", _spelled(first_name), spelled[0]
            spelled = [f"{first}{blank}{last}", f"{last},?{blank}{first}"]
        self._whole = _words(spelled)
        self._part = _words([_spelled(last_name)])

    def _short(self) -> set[str]:
        titles = {f"{title}{dot} {self._last}" for title in _TITLES for dot in ("", ".")}
        initial = self._first[:1]
        return titles | {self._last, f"{initial}. {self._last}", f"{self._last} {initial}."}

    @cached_property
    def in_texts(self) -> bool:
        """Whether the whole name may be taken out from among other words: where it has two parts
        and no place is called so."""
        return bool(self._first and self._last) and not self.bearers.places

    def is_near(self, text: object) -> bool:
        """The last name stands in it as a word: a quick look before the others."""
        return isinstance(text, str) and self._part.search(text) is not None

    def is_all_of(self, text: str) -> bool:
        """The text is the name and nothing else."""
        return folded(text) in self._alone

    def stands_in(self, text: str) -> bool:
        return self._whole.search(text) is not None

    def taken_out_of(self, text: str) -> str:
        """The label where the whole name stood among other words."""
        return self._whole.sub(self.label.replace("\\", ""), text) if self.in_texts else text

    def excerpt(self, text: str, around: int = 40) -> str:
        found = self._whole.search(text) or self._part.search(text)
        if found is None:
            return ""
        start, end = max(found.start() - around, 0), found.end() + around
        before, after = "…" * (start > 0), "…" * (end < len(text))
        return f"{before}{' '.join(text[start:end].split())}{after}"

    def out_of_json(self, written: str, number: str = "") -> str:
        """The same in every string of a canonical JSON; `number` is the telephone beside the name,
        which goes with it."""
        try:
            value = json.loads(written)
        except ValueError:
            return self.out_of_line(written)
        if not isinstance(value, dict | list):
            return self.out_of_line(written)
        return _encode(self._plain(value, number))

    def out_of_line(self, text: str) -> str:
        return self.label if self.is_all_of(text) else self.taken_out_of(text)

    def _plain(self, value: Any, number: str) -> Any:
        if isinstance(value, str):
            return self.out_of_line(value) if self.is_near(value) else value
        if isinstance(value, list):
            return [self._plain(item, number) for item in value]
        if isinstance(value, dict):
            is_theirs = any(isinstance(v, str) and self.is_all_of(v) for v in value.values())
            return {
                key: self._plain(item, number)
                for key, item in value.items()
                if not (is_theirs and item and item in (number, printed_telephone(number)))
            }
        return value


_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def _spelled(name: str) -> str:
    """A pattern for the letters of a name, with and without their accents, and as JSON may hold
    them."""
    return "".join(_letter(character) for character in " ".join(name.split()))


def _letter(character: str) -> str:
    if character == " ":
        return r"[\s\u00a0]+"
    if character in "'’ʼ":
        return "['’ʼ]"
    kinds = {character, character.lower(), character.upper(), folded(character)} - {""}
    kinds |= {json.dumps(kind)[1:-1] for kind in kinds if not kind.isascii()}
    return f"(?:{'|'.join(re.escape(kind) for kind in sorted(kinds))})"


def _words(spelled: list[str]) -> re.Pattern[str]:
    """Whole words; in JSON one may stand right after a line end, which is written as two signs."""
    begins = r"(?:(?<!\w)|(?<=\\n)|(?<=\\t))"
    return re.compile(rf"{begins}(?:{'|'.join(spelled)})(?!\w)", re.IGNORECASE)


def next_number(labels: Iterator[str]) -> int:
    """One more than the highest number that a label bears."""
    numbers = [int(found[1]) for label in labels if (found := re.search(r"(\d+)$", label))]
    return max(numbers, default=0) + 1
