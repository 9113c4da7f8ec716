"""What was copied in Word, LibreOffice, Outlook or anywhere else: its words and its list levels.

Everything else is dropped: looks, pictures, comments, links, scripts. What is larger than it can
be is refused before it is read, and nothing is cut in silence.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from referent_desk.domain.pasted_html import lines_of_html
from referent_desk.domain.pasted_lines import PastedLine, without_bullet
from referent_desk.domain.pasted_rtf import lines_of_rtf
from referent_desk.domain.procedures import DEEPEST_LEVEL
from referent_desk.domain.texts import clean_line

LARGEST = 1_000_000
"""Letters of HTML or RTF; Word writes some hundred of them for each word."""
MOST_LETTERS = 50_000
"""Letters of the words themselves."""
MOST_PASTED = 200

_INDENT = re.compile(r"[ \t\u00a0]*")
_SPACES_OF_A_LEVEL = 4


class PastedTooLong(ValueError):
    """`count` letters were pasted, or `lines`, where `most` can be taken."""

    def __init__(self, count: int, most: int, *, lines: bool = False) -> None:
        super().__init__(f"{count} of at most {most}")
        self.count = count
        self.most = most
        self.lines = lines


def pasted_lines(html: str, rtf: str, plain: str) -> tuple[PastedLine, ...]:
    """The lines of the first form that says something; a form that is not there is empty.

    Raises PastedTooLong.
    """
    lines: tuple[PastedLine, ...] = ()
    for text, read in ((html, lines_of_html), (plain, lines_of_plain), (rtf, lines_of_rtf)):
        if text and not lines:
            if len(text) > LARGEST:
                raise PastedTooLong(len(plain or text), MOST_LETTERS)
            lines = read(text)
    letters = sum(len(line.text) for line in lines)
    if letters > MOST_LETTERS:
        raise PastedTooLong(letters, MOST_LETTERS)
    if len(lines) > MOST_PASTED:
        raise PastedTooLong(len(lines), MOST_PASTED, lines=True)
    return lines


def joined(lines: Iterable[PastedLine]) -> str:
    """One line, for a field that holds one."""
    return " ".join(line.text for line in lines)


def lines_of_plain(text: str) -> tuple[PastedLine, ...]:
    """Levels by what a line is indented, against the other indents there are."""
    found: list[tuple[int, str]] = []
    for line in re.split(r"\r\n|[\n\r\v\f\u2028\u2029\x85]", text):
        indent = _INDENT.match(line)
        blank = indent[0] if indent else ""
        words = clean_line(without_bullet(line[len(blank) :]))
        if words:
            found.append((len(blank.expandtabs(_SPACES_OF_A_LEVEL)), words))
    steps = {width: step for step, width in enumerate(sorted({w for w, _ in found}), start=1)}
    return tuple(PastedLine(words, min(steps[width], DEEPEST_LEVEL)) for width, words in found)
