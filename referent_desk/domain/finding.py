"""Finding anything by its name: what was typed, what fits it, what was found and where it leads."""

from __future__ import annotations

from collections.abc import Iterator
from enum import IntEnum, StrEnum
from functools import lru_cache

from referent_desk.domain.departments import DepartmentChoice
from referent_desk.domain.texts import clean_line, folded, spelling_key
from referent_desk.domain.values import dataclass

INSIDE_FROM = 3
"""Letters from which on a word is looked for inside words too, not only where they begin."""
_LONGEST = 1_000
"""Letters. Nothing that is searched is as long."""


class HitKind(StrEnum):
    """In the order in which a list of them is read."""

    DEPARTMENT = "department"
    SOFTWARE = "software"
    PERSON = "person"
    PROCEDURE = "procedure"
    FUNCTION = "function"
    NUMBER = "number"
    MEANS = "means"
    DRILL = "drill"
    ACTION = "action"
    TIP = "tip"
    FORM = "form"
    SHEET = "sheet"


@dataclass(frozen=True, slots=True)
class Hit:
    """`id` is what `lead_to` is asked with; that of a form is its code."""

    kind: HitKind
    id: str
    title: str
    detail: str = ""
    closed: bool = False


@dataclass(frozen=True, slots=True)
class HitGroup:
    """`total` fit in all, or more than that where `is_more`."""

    kind: HitKind
    hits: tuple[Hit, ...]
    total: int
    is_more: bool = False


@dataclass(frozen=True, slots=True)
class Found:
    text: str
    groups: tuple[HitGroup, ...]

    @property
    def total(self) -> int:
        return sum(group.total for group in self.groups)

    @property
    def is_more(self) -> bool:
        return any(group.is_more for group in self.groups)


class LeadTo(StrEnum):
    """Lists of the window, and the binder of a department."""

    DEPARTMENTS = "departments"
    SOFTWARE = "software"
    REFERENTS = "referents"
    PROCEDURES = "procedures"
    BINDER = "binder"
    DRILLS = "drills"
    HELP_GIVEN = "help_given"


@dataclass(frozen=True, slots=True)
class Lead:
    """Where a hit is shown. `department` None: whatever department is chosen stays chosen.

    `part` names what in it is opened.
    """

    to: LeadTo
    key: tuple[str | None, ...] = ()
    department: DepartmentChoice | None = None
    part: str = ""


@dataclass(frozen=True, slots=True)
class Query:
    """What was typed, folded: as a whole, word by word, and without blanks and signs.

    Every word must fit, in any order: one or two letters where a word begins, more anywhere.
    `joined` alone fits too: `dx care` finds `DxCare`, `dxcare` finds `DX CARE`.
    """

    whole: str
    words: tuple[str, ...]
    joined: str

    @property
    def is_empty(self) -> bool:
        return not self.words


class Fit(IntEnum):
    """How well something fits, the best first."""

    WHOLE = 0
    BEGINS = 1
    WORDS_BEGIN = 2
    IN_TITLE = 3
    ELSEWHERE = 4


def query_of(text: str) -> Query:
    """Nothing of what was typed has a meaning of its own: no letter commands the search."""
    whole = folded(clean_line(text[:_LONGEST]))
    words = tuple(dict.fromkeys(whole.split())) if len(text) <= _LONGEST else ()
    joined = spelling_key(whole) if words else ""
    return Query(whole, words, joined if len(joined) >= INSIDE_FROM else "")


def fits(query: Query, *texts: str) -> bool:
    """Whether every word stands in one of the texts, however they are spelled."""
    return fits_folded(query, " ".join(folded(text) for text in texts)) or (
        bool(query.joined) and any(query.joined in spelling_key(text) for text in texts)
    )


def fits_folded(query: Query, letters: str) -> bool:
    """Whether every word stands in a folded text."""
    for word in query.words:
        if word not in letters:
            return False
        if not _is_found_inside(word) and next(_places(letters, word), None) is None:
            return False
    return True


def fit_of(query: Query, title: str) -> Fit:
    """How well a folded title fits a query that is known to find it."""
    if title == query.whole:
        return Fit.WHOLE
    if title.startswith(query.whole):
        return Fit.BEGINS
    if all(any(_begins_word(title, at) for at in _all_places(title, w)) for w in query.words):
        return Fit.WORDS_BEGIN
    if all(word in title for word in query.words):
        return Fit.IN_TITLE
    return Fit.ELSEWHERE


def matched_letters(query: Query, text: str) -> tuple[tuple[int, int], ...]:
    """Where a text shown to people holds what was typed: (first, behind the last), in order."""
    letters, origins = _unfolded(text)
    taken: set[int] = set()
    for word in query.words:
        for place in _places(letters, word):
            taken.update(origins[place : place + len(word)])
    if not taken and query.joined:
        kept = [n for n, letter in enumerate(letters) if letter.isalnum() or letter in "+#"]
        at = "".join(letters[n] for n in kept).find(query.joined)
        if at >= 0:
            taken.update(origins[n] for n in kept[at : at + len(query.joined)])
    return tuple(_runs(sorted(taken)))


def _is_found_inside(word: str) -> bool:
    return len(word) >= INSIDE_FROM or not word.isalnum()


def _places(text: str, word: str) -> Iterator[int]:
    """Where a folded word fits a folded text."""
    for place in _all_places(text, word):
        if _is_found_inside(word) or _begins_word(text, place):
            yield place


def _all_places(text: str, word: str) -> Iterator[int]:
    place = text.find(word)
    while place >= 0:
        yield place
        place = text.find(word, place + 1)


def _begins_word(text: str, place: int) -> bool:
    return place == 0 or not text[place - 1].isalnum()


@lru_cache(maxsize=4096)
def _folded_letter(letter: str) -> str:
    return " " if letter.isspace() else folded(letter)


def _unfolded(text: str) -> tuple[str, list[int]]:
    """The text in folded letters, and for each of them where it came from."""
    letters: list[str] = []
    origins: list[int] = []
    for place, letter in enumerate(text):
        plain = _folded_letter(letter)
        letters.append(plain)
        origins.extend([place] * len(plain))
    return "".join(letters), origins


def _runs(places: list[int]) -> Iterator[tuple[int, int]]:
    start = end = -1
    for place in places:
        if place != end:
            if end > start:
                yield start, end
            start = place
        end = place + 1
    if end > start:
        yield start, end
