"""A letter: its title, its paragraphs, and boxes to sign in, never parted from one another."""

from __future__ import annotations

from dataclasses import dataclass

from referent_desk.domain.letters import BlockKind, LetterBlock
from referent_desk.language import Language
from referent_desk.paper.blocks import continued, sheet_title
from referent_desk.paper.fonts import Face, drawable
from referent_desk.paper.layout import PageContent, Pages
from referent_desk.paper.measures import BODY_SIZE, GAP, LEADING, MM, PORTRAIT
from referent_desk.paper.paragraphs import wrap
from referent_desk.paper.people_lines import draw_signing

_HEADING = 12.0
_INDENT = 5 * MM
_SIGN_HEIGHT = 30 * MM
_STEP = BODY_SIZE * LEADING


@dataclass(frozen=True, slots=True)
class LaidLetter:
    title: str
    blocks: tuple[LetterBlock, ...]
    signatures: tuple[str, ...]


def letters_without_face(text: str) -> tuple[str, ...]:
    """The characters that no font holds, each once: they would print as their number."""
    found = (c for c in text if c not in "\n\t" and drawable(c).startswith("[U+"))
    return tuple(dict.fromkeys(found))


def lay_out_letter(letter: LaidLetter, language: Language) -> tuple[PageContent, ...]:
    pages = Pages(PORTRAIT)
    pages.on_turn = continued(letter.title, language.gettext("{title} (continued)"))
    sheet_title(pages, letter.title, largest=20.0)
    pages.y += GAP / 2
    for place, block in enumerate(letter.blocks):
        if block.kind is BlockKind.TEXT and letter.blocks[place - 1].kind is BlockKind.ITEM:
            pages.y += GAP
        _draw(pages, block, keeps_to=place + 1 < len(letter.blocks))
    draw_signing(pages, letter.signatures, language, _SIGN_HEIGHT)
    return pages.finish()


def _draw(pages: Pages, block: LetterBlock, *, keeps_to: bool) -> None:
    """A heading never stands alone at the foot of a page."""
    width = pages.frame.width
    if block.kind is BlockKind.HEADING:
        lines = wrap(block.text, width, _HEADING, Face.BOLD)
        height = len(lines) * _HEADING * LEADING
        top = pages.take(height + (2 * _STEP if keeps_to else 0), GAP)
        pages.y = top + height + GAP / 3
        pages.pen.lines(0, top, lines, _HEADING)
        return
    indent = _INDENT if block.kind is BlockKind.ITEM else 0.0
    lines = wrap(block.text, width - indent, BODY_SIZE)
    if block.kind is BlockKind.ITEM:
        if pages.room < _STEP:
            pages.turn()
        pages.pen.lines(0, pages.y, wrap("–", _INDENT, BODY_SIZE), BODY_SIZE)
    pages.pour(indent, lines)
    pages.y += GAP / 4 if block.kind is BlockKind.ITEM else GAP
