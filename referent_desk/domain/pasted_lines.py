"""A line of what was copied elsewhere: its words and how deep it stood in a list."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from referent_desk.domain.procedures import DEEPEST_LEVEL
from referent_desk.domain.texts import clean_line


@dataclass(frozen=True, slots=True)
class PastedLine:
    """`level` counts from 1; a text outside any list has 1."""

    text: str
    level: int = 1


@dataclass(slots=True)
class Lines:
    """Lines while they are read: `words` of the one that has not ended, and its `level`."""

    done: list[PastedLine] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    level: int = 1

    def end(self) -> None:
        text = clean_line("".join(self.words))
        if text:
            self.done.append(PastedLine(text, min(self.level, DEEPEST_LEVEL)))
        self.words.clear()


# Marks that stand before a point where a list was written by hand or flattened: “•”, “1.”, “2)”,
# “a)”, “IV.”, “–”. A number needs its point or bracket, a letter its bracket, so that “2 mg” and
# “A. Martin” stay whole.
_BULLET = re.compile(
    r"(?:[•◦▪▫‣⁃·●○■□➢➤✓✔§\uf0a7\uf0b7\uf0d8\uf0fc]|[-–—*+](?=\s)|o(?=\t|\s{2,})"
    r"|\(?\d{1,3}[.)](?=\s)|\(?[a-zA-Z]\)(?=\s)|[ivxIVX]{1,5}[.)](?=\s))\s*"
)


def without_bullet(text: str) -> str:
    found = _BULLET.match(text)
    return text[found.end() :] if found else text
