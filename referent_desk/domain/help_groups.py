"""What is asked again and again: entries of one trouble, however it was typed, put together."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from difflib import SequenceMatcher
from enum import StrEnum
from typing import NamedTuple

from referent_desk.domain.texts import folded
from referent_desk.domain.values import dataclass

SPAN, HALF = timedelta(days=90), timedelta(days=45)
_LEAST = 2
"""Asked once, it does not come back."""
_ALIKE = 0.84
_ENOUGH = 2
"""Words in common: with fewer, one word more is another trouble."""
_MOST_COMPARED = 200
"""With as many at most, the most frequent first."""
_SMALL = frozenset(
    {"le", "la", "les", "l", "un", "une", "de", "d", "du", "des", "a", "au", "aux", "en", "et",
     "ou", "pour", "sur", "dans", "par", "c", "ce", "cette", "son", "sa", "ses", "est", "qui",
     "que", "qu", "ne", "n", "se", "s", "y", "the", "an", "of", "to", "in", "on", "for", "and",
     "or", "is", "it", "with"}
)  # fmt: skip
_TELLING = frozenset(
    {"pas", "plus", "sans", "non", "rien", "jamais", "not", "no", "without", "never"}
)
"""Words that turn a sentence into another one."""
_WORDS = re.compile(r"\w+")


class Asked(NamedTuple):
    """One entry as it is read for this; thousands of them, so a tuple."""

    id: str
    software_id: str | None
    asked: str
    helped: str
    minutes: int | None
    day: date


class Trend(StrEnum):
    RISING = "rising"
    STEADY = "steady"
    FALLING = "falling"


@dataclass(frozen=True, slots=True)
class Recurring:
    """`count` and `minutes` are of the last ninety days, `lately` how often in their second half.

    `asked` is the spelling most often typed, `helped` what helped last; `ids` the newest first.
    """

    software_id: str | None
    asked: str
    helped: str
    count: int
    lately: int
    minutes: int
    usual_minutes: int | None
    last: date
    ids: tuple[str, ...]

    @property
    def key(self) -> str:
        return self.ids[0]

    @property
    def trend(self) -> Trend:
        """By half as often again, and at least two more or fewer."""
        before = self.count - self.lately
        if self.lately - before >= _LEAST and self.lately * 2 >= before * 3:
            return Trend.RISING
        if before - self.lately >= _LEAST and before * 2 >= self.lately * 3:
            return Trend.FALLING
        return Trend.STEADY


def recurring(entries: Iterable[Asked], today: date, least: int = _LEAST) -> tuple[Recurring, ...]:
    """Those asked at least so often in ninety days, the most frequent first."""
    known = [one for one in entries if today - SPAN < one.day <= today]
    found = [_recurring(group, today) for group in grouped(known) if len(group) >= least]
    found.sort(key=lambda one: (-one.count, -one.minutes, -one.last.toordinal(), one.asked))
    return tuple(found)


def _recurring(group: list[Asked], today: date) -> Recurring:
    group.sort(key=lambda one: (one.day, one.id), reverse=True)
    spelled = Counter(one.asked for one in group)
    took = sorted(one.minutes for one in group if one.minutes is not None)
    return Recurring(
        software_id=group[0].software_id,
        asked=max(spelled, key=lambda text: (spelled[text], text)),
        helped=next((one.helped for one in group if one.helped), ""),
        count=len(group),
        lately=sum(one.day > today - HALF for one in group),
        minutes=sum(took),
        usual_minutes=took[(len(took) - 1) // 2] if took else None,
        last=group[0].day,
        ids=tuple(one.id for one in group),
    )


def grouped(entries: Sequence[Asked]) -> list[list[Asked]]:
    """Of one software and the same words, in any order; then what is spelled nearly so."""
    exact: dict[str | None, dict[tuple[str, ...], list[Asked]]] = {}
    words_of: dict[str, tuple[str, ...]] = {}
    for one in entries:
        words = words_of.get(one.asked)
        if words is None:
            words = words_of[one.asked] = telling_words(one.asked)
        exact.setdefault(one.software_id, {}).setdefault(words, []).append(one)
    return [group for of_one in exact.values() for group in _merged(of_one)]


def telling_words(text: str) -> tuple[str, ...]:
    """In alphabetical order, without small words and the sign of the plural."""
    words = _WORDS.findall(folded(text))
    kept = {word for word in words if word not in _SMALL} or set(words)
    return tuple(sorted(word[:-1] if len(word) > 3 and word[-1] in "sx" else word for word in kept))


def _merged(exact: dict[tuple[str, ...], list[Asked]]) -> Iterable[list[Asked]]:
    """The most frequent spelling takes in those that are near it.

    Near ones have all words but one in common: they are looked up by what is left without one.
    """
    ordered = sorted(exact, key=lambda words: (-len(exact[words]), words))
    heads: dict[tuple[str, ...], list[tuple[str, ...]]] = {}
    groups: dict[tuple[str, ...], list[Asked]] = {}
    for words in ordered:
        keys = (words, *_without_one(words))
        near = (other for key in keys for other in heads.get(key, ())[:_MOST_COMPARED])
        into = next((other for other in near if is_near(words, other)), None)
        if into is not None:
            groups[into].extend(exact[words])
            continue
        groups[words] = list(exact[words])
        for key in keys:
            heads.setdefault(key, []).append(words)
    return groups.values()


def _without_one(words: tuple[str, ...]) -> Iterable[tuple[str, ...]]:
    return (words[:place] + words[place + 1 :] for place in range(len(words)))


def is_near(words: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """A slip of the pen in one word, or one word more: never another number, nor a “not”."""
    mine, theirs = set(words) - set(other), set(other) - set(words)
    differing = mine | theirs
    if any(word in _TELLING or any(map(str.isdigit, word)) for word in differing):
        return False
    if len(differing) == 1:
        return min(len(words), len(other)) >= _ENOUGH
    if len(mine) != 1 or len(theirs) != 1:
        return False
    one, another = next(iter(mine)), next(iter(theirs))
    return SequenceMatcher(None, one, another, autojunk=False).ratio() >= _ALIKE
