"""Lines of a paragraph: greedy wrapping by cached word widths, bold spans, words too long."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate

from referent_desk.paper.fonts import (
    Face,
    character_widths,
    drawable,
    word_width,
    word_widths,
)

Run = tuple[str, Face]
Line = tuple[Run, ...]
Text = str | Sequence[Run]
"""A plain text, or runs of text each with its face: `[("When: ", BOLD), (trigger, REGULAR)]`."""

_STICKY = (" :", " ;", " !", " ?", " »", "« ", " %", " ·")
_UNIT = re.compile(r"(?<=\d) (?=(?:h|min|s|kg|g|mg|µg|mL|L|cm|mm|lits?)\b)")
_BREAKABLE = "-/_@.,\\=\u00a0"
_SHORTEST_CUT = 3
_HAIR = 1e-6
"""Sums of widths in another order may differ by less than that."""
_PIECES = re.compile(r"[^ \n]+|[ \n]")


def wrap(text: Text, width: float, size: float, face: Face = Face.REGULAR) -> list[Line]:
    """The lines of a paragraph `width` points wide; `face` is that of a plain text.

    A line end of the text ends a line. Units and signs that stand after a blank keep to their word.
    A word wider than the paragraph is cut where it must be. An empty text has no line.
    """
    room = width * 1000 / size
    if not text:
        return []
    if isinstance(text, str):
        return list(_wrap_plain(text, room, face))
    return _wrap_runs(text, room)


@lru_cache(maxsize=4096)
def _wrap_plain(text: str, room: float, face: Face) -> tuple[Line, ...]:
    """Remembered, because a block is measured before it is drawn."""
    lines: list[str] = []
    for words in _measured(text, face):
        lines += _filled(words, room, face)
    return tuple([((line, face),) for line in lines])


def line_width(line: Line, size: float) -> float:
    return sum(word_width(text, face) for text, face in line) * size / 1000


def _with_sticky_signs(text: str) -> str:
    for sign in _STICKY:
        if sign in text:
            text = text.replace(sign, sign.replace(" ", "\u00a0"))
    return _UNIT.sub("\u00a0", text)


@dataclass(frozen=True, slots=True)
class _Words:
    """`ends[n]` is how far the words up to the nth reach with a blank after each."""

    words: list[str]
    ends: list[float]
    blank: float
    widest: float


@lru_cache(maxsize=4096)
def _measured(text: str, face: Face) -> tuple[_Words, ...]:
    """Each part up to a line end; measured once, and set in several widths before one is chosen."""
    return tuple(
        _words(part, face) for part in drawable(_with_sticky_signs(text), face).split("\n")
    )


def _words(part: str, face: Face) -> _Words:
    blank = word_width(" ", face)
    words = [word for word in part.split(" ") if word]
    widths = word_widths(words, face)
    ends = list(accumulate([width + blank for width in widths]))
    return _Words(words, ends, blank, max(widths, default=0.0))


def _filled(measured: _Words, room: float, face: Face) -> Iterable[str]:
    """Lines of one part."""
    words, ends = measured.words, measured.ends
    if measured.widest > room:
        return _filled_by_cutting(words, room, face)
    room += measured.blank + _HAIR  # the blank after the last word of a line takes no room
    if not words or ends[-1] <= room:
        return (" ".join(words),)
    lines: list[str] = []
    first, before, count = 0, 0.0, len(words)
    while first < count:
        last = max(first + 1, bisect_right(ends, before + room, first))
        lines.append(" ".join(words[first:last]))
        first, before = last, ends[last - 1]
    return lines


def _filled_by_cutting(words: Sequence[str], room: float, face: Face) -> Iterator[str]:
    """Where a word is wider than the line."""
    blank = word_width(" ", face)
    line: list[str] = []
    used = 0.0
    for word in words:
        wide = word_width(word, face)
        if line and used + blank + wide <= room:
            line.append(word)
            used += blank + wide
            continue
        if line:
            yield " ".join(line)
        *full, last = _cut(word, room, face) if wide > room else [word]
        yield from full
        line, used = [last], word_width(last, face)
    yield " ".join(line)


def _cut(word: str, room: float, face: Face) -> list[str]:
    """Pieces that each fit, cut after a sign such as `/` or `.` where one is near the end."""
    widths = character_widths(face)
    pieces = []
    start, used, sign = 0, 0.0, 0
    for index, character in enumerate(word):
        wide = widths[character]
        if used + wide > room and index > start:
            cut = sign if sign - start > _SHORTEST_CUT else index
            pieces.append(word[start:cut])
            used = sum(map(widths.__getitem__, word[cut:index]))
            start = cut
        used += wide
        if character in _BREAKABLE:
            sign = index + 1
    return [*pieces, word[start:]]


def _wrap_runs(runs: Sequence[Run], room: float) -> list[Line]:
    setter = _Setter(room)
    for text, face in runs:
        for piece in _PIECES.findall(drawable(_with_sticky_signs(text), face)):
            if piece == "\n":
                setter.end_line()
            elif piece == " ":
                setter.end_word(face)
            else:
                setter.add(piece, face)
    setter.end_line()
    return setter.lines


class _Setter:
    """Sets words that may change their face inside."""

    def __init__(self, room: float) -> None:
        self.lines: list[Line] = []
        self._room = room
        self._line: list[Run] = []
        self._used = 0.0
        self._gap = 0.0
        self._word: list[Run] = []
        self._wide = 0.0

    def add(self, piece: str, face: Face) -> None:
        wide = word_width(piece, face)
        if self._wide + wide > self._room:
            self.end_word(face)
            *full, piece = _cut(piece, self._room, face)
            for cut in full:
                self._word, self._wide = [(cut, face)], word_width(cut, face)
                self.end_word(face)
            wide = word_width(piece, face)
        self._word.append((piece, face))
        self._wide += wide

    def end_word(self, face: Face) -> None:
        if self._word:
            if self._line and self._used + self._gap + self._wide > self._room:
                self._break()
            elif self._line:
                self._line.append((" ", self._line[-1][1]))
                self._used += self._gap
            self._line.extend(self._word)
            self._used += self._wide
            self._word, self._wide = [], 0.0
        self._gap = word_width(" ", face)

    def end_line(self) -> None:
        self.end_word(Face.REGULAR)
        if self._line:
            self._break()

    def _break(self) -> None:
        self.lines.append(_merged(self._line))
        self._line, self._used = [], 0.0


def _merged(line: list[Run]) -> Line:
    merged: list[Run] = []
    for text, face in line:
        if merged and merged[-1][1] is face:
            merged[-1] = (merged[-1][0] + text, face)
        else:
            merged.append((text, face))
    return tuple(merged)
