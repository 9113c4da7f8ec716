"""What the words beside a number tell of whom it reaches."""

from __future__ import annotations

import re

from referent_desk.domain.post_hours import is_by_night

_DUTY = re.compile(r"(?<!\w)(?:d[’']|de )?(?:astreinte|garde|on[- ]call)(?!\w)", re.IGNORECASE)
_WORDS_AND_HOURS = re.compile(
    r"([^\W\d][^()·]*\([^()]*\)), ([^()]+)|([^\W\d][^()·]*?) \(([^()]+)\)"
)
_SHORTEST_TELLING_WORD = 4
_LONGEST_KIND, _FEWEST_WORDS = 8, 2
"""`portable` stands before a number, one word of the two."""


def without_duty(what: str) -> str:
    """`DSI` of `DSI, astreinte`."""
    plain = _DUTY.sub(" ", what).strip(" ,")
    return plain[:1].upper() + plain[1:] or what


def is_duty(hours: str) -> bool:
    """Whether they say no more than that somebody is on duty."""
    return _DUTY.fullmatch(hours) is not None


def telling_words(text: str) -> set[str]:
    words = re.findall(r"[^\W_]+", text.casefold())
    return {word for word in words if len(word) >= _SHORTEST_TELLING_WORD}


def put_through(text: str) -> tuple[str, str]:
    """`par le standard (9), nuit` → what stands where a number would, and when; empty for none."""
    found = _WORDS_AND_HOURS.fullmatch(text)
    words, hours = (found[1] or found[3], found[2] or found[4]) if found else ("", "")
    return (words, hours) if is_by_night(hours) else ("", "")


def is_in_words(number: str) -> bool:
    """`par le standard (9)`, and not `DECT 4210`."""
    return sum(map(str.isalpha, number)) > _LONGEST_KIND and len(number.split()) > _FEWEST_WORDS
