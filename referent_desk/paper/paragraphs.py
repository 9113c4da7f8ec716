"""Lines of a paragraph: greedy wrapping by cached word widths, bold spans, words too long."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import accumulate
from typing import NamedTuple

from referent_desk.paper.fonts import (
    BLANK,
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

_STICKY = re.compile(
    r" (?:(?=[:;!?»%·])|(?<=« )|(?<=\d )(?=(?:h|min|s|kg|g|mg|µg|mL|L|cm|mm|lits?)\b))"
)
"""A blank before a sign or a unit, or after an opening one."""
_BREAKABLE = "-/_@.,\\=\u00a0"
_SHORTEST_CUT = 3
_NARROW = 400
"""Few texts have letters that are as narrow on an average, in thousandths of the type size."""
_MOST_KEPT = 512
"""Texts: those of one sheet. More of them only have to be thrown away, or looked through by gc."""
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
    return _one_line(text, room) or _wrap_runs(text, room)


def line_count(text: Text, width: float, size: float, face: Face = Face.REGULAR) -> int:
    """Of `wrap`, quicker: for widths that are only tried."""
    if not text:
        return 0
    if not isinstance(text, str):
        return len(wrap(text, width, size, face))
    room = width * 1000 / size
    return sum([_count(words, room, face) for words in _measured(text, face)])


def one_line(text: str, width: float, size: float, face: Face = Face.REGULAR) -> str | None:
    """The text as it will be drawn, if it fits on a line and needs no box; an empty one is none."""
    found = _as_it_is(text, width * 1000 / size, face)
    return None if found is None or BLANK in found else found


def is_one_line(runs: Sequence[Run], width: float, size: float) -> bool:
    """Or none. Runs that are not set as they are, because of two blanks in a row, count as more."""
    return not any(text for text, _face in runs) or _one_line(runs, width * 1000 / size) is not None


def _as_it_is(text: str, room: float, face: Face) -> str | None:
    if len(text) * _NARROW > room:
        return None
    shown = _shown(text, face)
    if "\n" in shown or "  " in shown or shown[:1] == " " or shown[-1:] == " ":
        return None
    return shown if word_width(shown, face) <= room else None


@lru_cache(maxsize=_MOST_KEPT)
def _wrap_plain(text: str, room: float, face: Face) -> tuple[Line, ...]:
    """Remembered, because a block is measured before it is drawn."""
    whole = _as_it_is(text, room, face)
    if whole is not None:
        return (((whole, face),),)
    lines: list[str] = []
    for words in _measured(text, face):
        lines += _filled(words, room, face)
    return tuple([((line, face),) for line in lines])


def line_width(line: Line, size: float) -> float:
    return sum(word_width(text, face) for text, face in line) * size / 1000


@lru_cache(maxsize=_MOST_KEPT)
def _shown(text: str, face: Face) -> str:
    """As it will be drawn; a sign that stands after a blank keeps to its word."""
    return drawable(_STICKY.sub("\u00a0", text), face)


class _Words(NamedTuple):
    """`ends[n]` is how far the words up to the nth reach with a blank after each."""

    words: list[str]
    ends: list[float]
    blank: float
    widest: float


@lru_cache(maxsize=_MOST_KEPT)
def _measured(text: str, face: Face) -> tuple[_Words, ...]:
    """Each part up to a line end; measured once, and set in several widths before one is chosen."""
    return tuple(_words(part, face) for part in _shown(text, face).split("\n"))


def _words(part: str, face: Face) -> _Words:
    blank = word_width(" ", face)
    words = [word for word in part.split(" ") if word]
    widths = word_widths(words, face)
    ends = list(accumulate([width + blank for width in widths]))
    return _Words(words, ends, blank, max(widths, default=0.0))


def _filled(measured: _Words, room: float, face: Face) -> Iterable[str]:
    """Lines of one part."""
    words = measured.words
    if measured.widest > room:
        return _filled_by_cutting(words, room, face)
    first, lines = 0, []
    for last in _line_ends(measured, room):
        lines.append(" ".join(words[first:last]))
        first = last
    return lines


def _count(measured: _Words, room: float, face: Face) -> int:
    if measured.widest > room:
        return sum(1 for _line in _filled_by_cutting(measured.words, room, face))
    return len(_line_ends(measured, room))


def _line_ends(measured: _Words, room: float) -> list[int]:
    """Up to which word each line goes, where no word is wider than the line."""
    room += measured.blank + _HAIR  # the blank after the last word of a line takes no room
    ends, count = measured.ends, len(measured.words)
    if not count or ends[-1] <= room:
        return [count]
    found: list[int] = []
    last, before = 0, 0.0
    while last < count:
        last = max(last + 1, bisect_right(ends, before + room, last))
        found.append(last)
        before = ends[last - 1]
    return found


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


def _one_line(runs: Sequence[Run], room: float) -> list[Line] | None:
    """Runs that fit on a line as they are; a blank between two belongs to the one before it."""
    line: list[Run] = []
    for text, face in runs:
        shown = _shown(text, face)
        if shown[:1] == " " and line:
            line[-1] = (line[-1][0] + " ", line[-1][1])
            shown = shown[1:]
        if "\n" in shown or "  " in shown or shown[:1] == " ":
            return None
        if shown:
            line.append((shown, face))
    if not line or line[-1][0][-1] == " " or any("  " in text for text, _face in line):
        return None
    wide = sum([word_width(text, face) for text, face in line])
    return [_merged(line)] if wide <= room else None


def _wrap_runs(runs: Sequence[Run], room: float) -> list[Line]:
    setter = _Setter(room)
    for text, face in runs:
        for piece in _PIECES.findall(_shown(text, face)):
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
