"""Lines of a paragraph: greedy wrapping by cached word widths, bold spans, words too long."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from referent_desk.paper.fonts import Face, character_widths, drawable, word_width

Run = tuple[str, Face]
Line = tuple[Run, ...]
Text = str | Sequence[Run]
"""A plain text, or runs of text each with its face: `[("When: ", BOLD), (trigger, REGULAR)]`."""

_STICKY = (" :", " ;", " !", " ?", " »", "« ", " %", " ·")
_UNIT = re.compile(r"(?<=\d) (?=(?:h|min|s|kg|g|mg|µg|mL|L|cm|mm|lits?)\b)")
_BREAKABLE = "-/_@.,\\=\u00a0"
_SHORTEST_CUT = 3
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
    plain = drawable(_with_sticky_signs(text), face)
    return tuple(
        ((line, face),) for part in plain.split("\n") for line in _filled(part, room, face)
    )


def line_width(line: Line, size: float) -> float:
    return sum(word_width(text, face) for text, face in line) * size / 1000


def _with_sticky_signs(text: str) -> str:
    for sign in _STICKY:
        if sign in text:
            text = text.replace(sign, sign.replace(" ", "\u00a0"))
    return _UNIT.sub("\u00a0", text)


def _filled(part: str, room: float, face: Face) -> Iterator[str]:
    """Lines of one part without line ends."""
    blank = word_width(" ", face)
    line: list[str] = []
    used = 0.0
    for word in part.split(" "):
        if not word:
            continue
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
