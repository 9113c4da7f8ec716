"""What differs between two texts of a procedure, line by line, and word by word within a line."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from enum import StrEnum
from itertools import zip_longest

from referent_desk.domain.draft_warnings import Part
from referent_desk.domain.procedures import ProcedureText, Step
from referent_desk.domain.step_marks import step_marks

_ALIKE = 0.4
"""Two lines that share less of their words are one taken away and one added."""
_WORDS = re.compile(r"\s+|[^\s]+")


class Change(StrEnum):
    SAME = "same"
    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True)
class Piece:
    """Some words of a line; never `CHANGED`."""

    change: Change
    text: str


@dataclass(frozen=True, slots=True)
class LineDifference:
    """One line of a part; `level` of a step, 0 of anything else.

    `mark` counts the steps of the newer text; what was taken away has none.
    """

    part: Part
    change: Change
    pieces: tuple[Piece, ...]
    level: int = 0
    mark: str = ""


@dataclass(frozen=True, slots=True)
class _Line:
    """The marks of two lines may differ: that a step was put before one is no change of it.

    So may the sort of their blanks, which nobody sees.
    """

    text: str = field(compare=False)
    words: tuple[str, ...]
    level: int = 0
    mark: str = field(default="", compare=False)


def _line(text: str, level: int = 0, mark: str = "") -> _Line:
    return _Line(text, tuple(text.split()), level, mark)


def compare(before: ProcedureText, after: ProcedureText) -> tuple[LineDifference, ...]:
    """Every line of both texts, in the order in which one reads them."""
    was, now = dict(_parts(before)), dict(_parts(after))
    return tuple(
        difference for part in was for difference in _compare_lines(part, was[part], now[part])
    )


def changes_in(differences: Iterable[LineDifference]) -> int:
    return sum(difference.change is not Change.SAME for difference in differences)


def _parts(text: ProcedureText) -> Iterator[tuple[Part, list[_Line]]]:
    yield Part.TITLE, [_line(text.title)] if text.title else []
    yield Part.TRIGGER, [_line(text.trigger)] if text.trigger else []
    yield Part.DECIDES, [_line(text.decides)] if text.decides else []
    yield Part.STOPS, [_line(line) for line in text.stops]
    yield Part.STILL_WORKS, [_line(line) for line in text.still_works]
    yield (
        Part.STEPS,
        [
            _line(step_line(step), step.level, mark)
            for step, mark in zip(text.steps, step_marks(text.steps), strict=True)
        ],
    )
    yield Part.NUMBERS, [_line(f"{n.label} · {n.number}") for n in text.numbers]
    yield Part.AFTER_48_HOURS, [_line(line) for line in text.after_48_hours]
    yield Part.BACK_TO_NORMAL, [_line(line) for line in text.back_to_normal]


def step_line(step: Step) -> str:
    """A step as one reads it aloud: who, what, with which forms and means, where it goes."""
    parts = (
        f"{step.who} · " if step.who else "",
        step.what,
        f" [{', '.join(step.forms)}]" if step.forms else "",
        f" ({' / '.join(step.means)})" if step.means else "",
        f" → {step.where}" if step.where else "",
    )
    return "".join(parts).strip()


def _compare_lines(
    part: Part, was: Sequence[_Line], now: Sequence[_Line]
) -> Iterator[LineDifference]:
    matcher = SequenceMatcher(None, was, now, autojunk=False)
    for what, w1, w2, n1, n2 in matcher.get_opcodes():
        if what == "equal":
            yield from (_whole(part, Change.SAME, line) for line in now[n1:n2])
        else:
            yield from _replaced(part, was[w1:w2], now[n1:n2])


def _replaced(part: Part, was: Sequence[_Line], now: Sequence[_Line]) -> Iterator[LineDifference]:
    """Lines that stand in each other's place are compared by their words."""
    for old, new in zip_longest(was, now):
        if old is not None and new is not None and _alike(old.words, new.words):
            yield LineDifference(
                part, Change.CHANGED, tuple(_pieces(old.text, new.text)), new.level, new.mark
            )
            continue
        if old is not None:
            yield _whole(part, Change.REMOVED, old)
        if new is not None:
            yield _whole(part, Change.ADDED, new)


def _whole(part: Part, change: Change, line: _Line) -> LineDifference:
    mark = "" if change is Change.REMOVED else line.mark
    return LineDifference(part, change, (Piece(change, line.text),), line.level, mark)


def _alike(old: Sequence[str], new: Sequence[str]) -> bool:
    words = SequenceMatcher(None, old, new, autojunk=False)
    return words.quick_ratio() >= _ALIKE


def _pieces(old: str, new: str) -> Iterator[Piece]:
    was, now = _WORDS.findall(old), _WORDS.findall(new)
    matcher = SequenceMatcher(None, _as_seen(was), _as_seen(now), autojunk=False)
    for what, w1, w2, n1, n2 in matcher.get_opcodes():
        if what == "equal":
            yield Piece(Change.SAME, "".join(now[n1:n2]))
            continue
        if w2 > w1:
            yield Piece(Change.REMOVED, "".join(was[w1:w2]))
        if n2 > n1:
            yield Piece(Change.ADDED, "".join(now[n1:n2]))


def _as_seen(words: Sequence[str]) -> list[str]:
    return [" " if word.isspace() else word for word in words]
