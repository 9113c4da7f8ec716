"""The same number of the same post said in two lines: typed by hand, and in a list."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from functools import lru_cache

from referent_desk.domain.directory import DirectoryEntry, Purpose
from referent_desk.domain.hotlines import printed_number
from referent_desk.domain.posts import is_desk, is_limited, is_spare, post_words, purpose_told

_printed = lru_cache(maxsize=2048)(printed_number)


def said_once(entries: Iterable[DirectoryEntry]) -> tuple[DirectoryEntry, ...]:
    """One line of the two, called as the fuller of them; it stands where the first of them did.

    The hours of the list are those of the number that was typed: `DSI, astreinte 3000` is no
    number of the night where `Hotline 3000` answers by day.
    """
    lines = list(entries)
    for typed in [line for line in lines if line.purpose is not Purpose.NONE]:
        others = [line for line in lines if line is not typed and _is_same(typed, line)]
        if typed in lines and others:
            other = min(others, key=lambda line: is_limited(line.label))
            first, second = sorted((lines.index(typed), lines.index(other)))
            lines[first] = _both(typed, other)
            del lines[second]
    return tuple(lines)


def _is_same(typed: DirectoryEntry, other: DirectoryEntry) -> bool:
    return (
        _printed(typed.number) == _printed(other.number)
        and _is_post(typed, other)
        and not (typed.private or other.private)
        and not (typed.heading and typed.heading != other.heading)
        and not _differ(typed.hours, other.hours)
        and not _differ(typed.line_type, other.line_type)
        and len({typed.works_without_network, other.works_without_network} - {None}) < 2
    )


def _is_post(typed: DirectoryEntry, other: DirectoryEntry) -> bool:
    """Who is on duty is not who is there by day, but for the IT: it is asked for as on call."""
    is_on_call = typed.purpose is Purpose.IT_ON_CALL and is_limited(typed.label)
    if is_limited(other.label) is not is_limited(typed.label) and not is_on_call:
        return False
    if is_desk(other.label) is not is_desk(typed.label):
        return False
    if is_spare(other.label) is not is_spare(typed.label):
        return False
    if other.purpose is not Purpose.NONE:
        return other.purpose is typed.purpose
    told = purpose_told(other.label)
    names_it = post_words(typed.label) <= post_words(other.label)
    return told is typed.purpose or (told is Purpose.NONE and names_it)


def _differ(one: str, other: str) -> bool:
    return bool(one and other) and one != other


def _both(typed: DirectoryEntry, other: DirectoryEntry) -> DirectoryEntry:
    by_label = max(
        (other, typed), key=lambda line: (not is_limited(line.label), len(post_words(line.label)))
    )
    known = typed.works_without_network
    return replace(
        typed,
        label=by_label.label,
        number=_printed(typed.number),
        heading=typed.heading or other.heading,
        hours=typed.hours or other.hours,
        line_type=typed.line_type or other.line_type,
        works_without_network=other.works_without_network if known is None else known,
        dialled_on=max(filter(None, (typed.dialled_on, other.dialled_on)), default=None),
    )
