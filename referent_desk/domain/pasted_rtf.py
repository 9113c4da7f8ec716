"""RTF of the clipboard, where nothing better is offered: words, paragraphs and list levels."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from referent_desk.domain.pasted_lines import Lines, PastedLine

_TOKEN = re.compile(
    r"\\([a-zA-Z]{1,32})(-?\d{1,10})? ?|\\'([0-9a-fA-F]{2})|\\([^a-zA-Z])"
    r"|([{}])|([^\\{}\r\n]+)|[\r\n]"
)
_UNSAID = frozenset(
    {
        *("fonttbl", "colortbl", "stylesheet", "info", "pict", "object", "listtable", "header"),
        *("footer", "footnote", "annotation", "atnid", "atnauthor", "listtext", "pntext"),
        *("fldinst", "bkmkstart", "bkmkend"),
    }
)
_SIGNS = {
    "tab": "\t", "emdash": "—", "endash": "–", "lquote": "‘", "rquote": "’", "ldblquote": "“",
    "rdblquote": "”", "bullet": "•", "emspace": " ", "enspace": " ", "cell": " ",
}  # fmt: skip
_ENDS = frozenset({"par", "line", "row", "sect", "page"})


@dataclass(slots=True)
class _Reader:
    """`groups` remembers, for each brace that is open, whether what is in it is said."""

    lines: Lines = field(default_factory=Lines)
    groups: list[bool] = field(default_factory=lambda: [True])
    skip: int = 0

    def read(self, token: re.Match[str]) -> None:
        word, number, octet, sign, brace, words = token.groups()
        if brace == "{":
            self.groups.append(self.groups[-1])
        elif brace == "}":
            if len(self.groups) > 1:
                self.groups.pop()
        elif word:
            self._obey(word, int(number) if number else None)
        elif octet:
            self._say(bytes.fromhex(octet).decode("cp1252", "replace"))
        elif sign == "*":
            self.groups[-1] = False
        elif sign:
            self._say({"~": "\u00a0", "_": "-"}.get(sign, sign if sign in "\\{}" else ""))
        elif words:
            self._say(words)

    def _obey(self, word: str, number: int | None) -> None:
        if word in _UNSAID:
            self.groups[-1] = False
        elif word in _ENDS:
            self.lines.end()
        elif word == "pard":
            self.lines.level = 1
        elif word == "ilvl":
            self.lines.level = (number or 0) + 1
        elif word == "u" and number is not None:
            self._say(chr(number % 0x10000))
            self.skip = 1
        elif word in _SIGNS:
            self._say(_SIGNS[word])

    def _say(self, text: str) -> None:
        """After a letter by its number, the letter that stands for it elsewhere is passed over."""
        skipped, self.skip = self.skip, 0
        if self.groups[-1]:
            self.lines.words.append(text[skipped:])


def lines_of_rtf(rtf: str) -> tuple[PastedLine, ...]:
    reader = _Reader()
    for token in _TOKEN.finditer(rtf):
        reader.read(token)
    reader.lines.end()
    return tuple(reader.lines.done)
