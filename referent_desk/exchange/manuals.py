"""The manual's files: one for each topic, in a small set of marks that any text editor shows well.

    # The title, on the first line
    ![What the picture shows](today.png)
    A paragraph, over as many lines as it needs. An empty line ends it.
    ## A heading
    1. A step; what belongs to it follows on lines that begin with blanks
    - A point
    | Ctrl+K | what the key does, or what the word means |
    > What must not be missed

Nothing else is a mark: there is no bold, no link, no HTML. Pictures lie in the folder `pictures`
beside the files. What does not fit is refused with the file and the line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import NoReturn

from referent_desk.domain.manuals import (
    TOPIC_NAMES,
    Block,
    Heading,
    Manual,
    Meanings,
    Note,
    Paragraph,
    Picture,
    Points,
    Steps,
    Topic,
)
from referent_desk.domain.texts import clean_text
from referent_desk.errors import RefusedInput
from referent_desk.language import _
from referent_desk.resources import resource

_PICTURE = re.compile(r"!\[(?P<words>[^\]]+)\]\((?P<file>[\w-]+\.png)\)")
_STEP = re.compile(r"(?P<number>\d+)\. (?P<text>.+)")
_PAIR = re.compile(r"\| (?P<word>[^|]+) \| (?P<meaning>[^|]+) \|")
_UNKNOWN = re.compile(r"#|!|\*|`|\||\[|</?\w|\d+[.)] |[-–—•]\S|>\S")
"""What begins like a mark and is none of those above: a slip of whoever wrote it."""


@cache
def shipped_manual(language_code: str) -> Manual:
    return read_manual(resource("manual", language_code), language_code)


def read_manual(folder: Path, language_code: str) -> Manual:
    """Raises `RefusedInput` for a topic that is missing, unknown, or not written as it must be."""
    written = {path.stem for path in folder.glob("*.md")}
    for name in sorted(written.symmetric_difference(TOPIC_NAMES)):
        raise RefusedInput(
            _("{file}: the manual needs this file.").format(file=f"{name}.md")
            if name in TOPIC_NAMES
            else _("{file}: the manual has no such topic.").format(file=f"{name}.md"),
            _("The topics are {names}.").format(names=", ".join(TOPIC_NAMES)),
        )
    return Manual(language_code, tuple(_read_topic(folder, name) for name in TOPIC_NAMES))


def _read_topic(folder: Path, name: str) -> Topic:
    path = folder / f"{name}.md"
    return parse_topic(path.read_text(encoding="utf-8"), path)


def parse_topic(text: str, path: Path) -> Topic:
    """The topic is named as its file; pictures are looked for beside it."""
    pieces = list(_pieces(text))
    if not text.startswith("# "):
        _refuse(path, 1, _("the first line must be the title after “# ”."))
    blocks: list[Block] = []
    for piece in pieces[1:]:
        _add(blocks, _block(piece, path), piece, path)
    return Topic(path.stem, pieces[0].text.removeprefix("# "), tuple(blocks))


@dataclass(frozen=True, slots=True)
class _Piece:
    """A paragraph or one entry of a list, its lines joined; where it begins in the file."""

    text: str
    line: int
    follows: bool
    """Nothing empty stands between it and the piece before."""


def _pieces(text: str) -> Iterator[_Piece]:
    lines: list[str] = []
    begun, follows = 1, False
    for number, line in enumerate(clean_text(text).split("\n"), 1):
        begins = not line.startswith("  ") and (not lines or _is_mark(line) or _is_mark(lines[0]))
        if lines and (not line or begins):
            yield _Piece(" ".join(lines), begun, follows)
            lines, follows = [], bool(line)
        if line:
            if not lines:
                begun = number
            lines.append(line.strip())
    if lines:
        yield _Piece(" ".join(lines), begun, follows)


def _is_mark(line: str) -> bool:
    return line.startswith(("# ", "## ", "- ", "> ", "| ", "![")) or bool(_STEP.fullmatch(line))


def _block(piece: _Piece, path: Path) -> Block:
    text = piece.text
    if text.startswith("## "):
        return Heading(text.removeprefix("## "))
    if text.startswith("> "):
        return Note(text.removeprefix("> "))
    if text.startswith("- "):
        return Points((text.removeprefix("- "),))
    if found := _STEP.fullmatch(text):
        return Steps((found["text"],))
    if found := _PAIR.fullmatch(text):
        return Meanings(((found["word"].strip(), found["meaning"].strip()),))
    if found := _PICTURE.fullmatch(text):
        return _picture(found, piece, path)
    if text.startswith("# "):
        _refuse(path, piece.line, _("a topic has one title; a heading begins with “## ”."))
    if _UNKNOWN.match(text):
        _refuse(path, piece.line, _("“{text}” begins with no known mark.").format(text=text[:30]))
    return Paragraph(text)


def _picture(found: re.Match[str], piece: _Piece, path: Path) -> Picture:
    file = path.parent / "pictures" / found["file"]
    if not file.is_file():
        reason = _("the picture {name} is not in the folder “pictures”.")
        _refuse(path, piece.line, reason.format(name=found["file"]))
    return Picture(file, found["words"])


def _add(blocks: list[Block], block: Block, piece: _Piece, path: Path) -> None:
    """An entry that follows one of its kind joins it; steps are counted."""
    last = blocks[-1] if blocks and piece.follows else None
    number = 1
    match last, block:
        case Points(texts), Points(more):
            blocks[-1] = Points(texts + more)
        case Meanings(pairs), Meanings(more_pairs):
            blocks[-1] = Meanings(pairs + more_pairs)
        case Steps(texts), Steps(more):
            number = len(texts) + 1
            blocks[-1] = Steps(texts + more)
        case _:
            blocks.append(block)
    if isinstance(block, Steps) and not piece.text.startswith(f"{number}. "):
        _refuse(
            path, piece.line, _("this step must have the number {number}.").format(number=number)
        )


def _refuse(path: Path, line: int, reason: str) -> NoReturn:
    raise RefusedInput(
        _("{file}, line {line}: {reason}").format(file=path.name, line=line, reason=reason),
        _("Correct this line in a text editor and try again; nothing was changed."),
    )
