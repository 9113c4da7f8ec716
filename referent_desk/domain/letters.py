"""Letters to a referent: a template with named fields becomes a text that is edited and printed.

In a text an empty line ends a paragraph, a line that begins with `#` is a heading, one that begins
with `-` an item of a list.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from enum import StrEnum

from referent_desk.domain.values import dataclass

LONGEST_LETTER = 12_000
_FIELD = re.compile(r"\{([^{}]*)\}")


class LetterKind(StrEnum):
    APPOINTMENT = "appointment"
    RECOGNITION = "recognition"


FIELDS: Mapping[LetterKind, tuple[str, ...]] = {
    LetterKind.APPOINTMENT: (
        *("name", "role", "who", "department", "establishment", "office", "software", "from"),
        *("until", "time", "appointed_by", "objectives", "partner", "today"),
    ),
    LetterKind.RECOGNITION: (
        *("name", "role", "who", "department", "establishment", "office", "software", "since"),
        *("year", "deeds", "reached", "today"),
    ),
}
"""The names that a template may hold between braces."""


class BlockKind(StrEnum):
    HEADING = "heading"
    ITEM = "item"
    TEXT = "text"


@dataclass(frozen=True, slots=True)
class LetterBlock:
    kind: BlockKind
    text: str


@dataclass(frozen=True, slots=True)
class LetterTemplate:
    """`signatures` are who signs, from left to right."""

    kind: LetterKind
    title: str
    text: str
    signatures: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Letter:
    """What is edited before it is printed. `is_kept`: it was edited or printed before."""

    appointment_id: str
    kind: LetterKind
    year: int
    title: str
    text: str
    name: str
    is_kept: bool = False


def unknown_field(text: str, kind: LetterKind) -> str | None:
    """The first name between braces that nobody knows."""
    known = FIELDS[kind]
    return next((name for name in _FIELD.findall(text) if name.strip() not in known), None)


def filled(text: str, values: Mapping[str, str]) -> str:
    """A line whose only content is a field without a value goes; elsewhere nothing stands there."""
    lines = []
    for line in text.split("\n"):
        names = [name.strip() for name in _FIELD.findall(line)]
        said = _FIELD.sub(lambda found: values.get(found[1].strip(), ""), line)
        is_bare = bool(names) and not _FIELD.sub("", line).strip(" -.")
        if not (is_bare and not any(values.get(name) for name in names)):
            lines.append(said)
    return _without_gaps("\n".join(lines))


def _without_gaps(text: str) -> str:
    """A heading under which nothing is left goes too."""
    blocks = [block for block in re.split(r"\n{2,}", text.strip("\n")) if block.strip()]
    kept = []
    for place, block in enumerate(blocks):
        following = blocks[place + 1] if place + 1 < len(blocks) else "#"
        if not (block.startswith("#") and "\n" not in block and following.startswith("#")):
            kept.append(block)
    return "\n\n".join(kept)


def blocks_of(text: str) -> tuple[LetterBlock, ...]:
    found: list[LetterBlock] = []
    is_open = False
    for raw in text.split("\n"):
        line = raw.strip()
        if line.startswith("#"):
            found.append(LetterBlock(BlockKind.HEADING, line.lstrip("# ")))
            is_open = False
        elif line.startswith(("- ", "– ", "• ")):
            found.append(LetterBlock(BlockKind.ITEM, line[2:].strip()))
            is_open = True
        elif line in {"", "-", "–", "•"}:
            is_open = False
        elif is_open:
            last = found.pop()
            found.append(LetterBlock(last.kind, f"{last.text} {line}"))
        else:
            found.append(LetterBlock(BlockKind.TEXT, line))
            is_open = True
    return tuple(block for block in found if block.text)
