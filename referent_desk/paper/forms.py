"""A blank form laid out: pieces placed from the top down, stretched so that no room is lost.

Blocks are measured, dealt out to pages, and then take what is left over: a table that fills the
page gets more rows, everything else gets higher rows. The foot closes the last page.
"""

from __future__ import annotations

from referent_desk.domain.forms import (
    Block,
    ChoicesBlock,
    FieldsBlock,
    FormDefinition,
    LinesBlock,
    NoteBlock,
    Orientation,
    PageBlock,
    TableBlock,
)
from referent_desk.language import Language
from referent_desk.paper.drawing import Pen
from referent_desk.paper.forms_feet import place_foot
from referent_desk.paper.forms_fields import choices_pieces, fields_pieces
from referent_desk.paper.forms_heads import body_top, draw_head
from referent_desk.paper.forms_pieces import Piece, lines_piece, note_piece
from referent_desk.paper.forms_tables import table_piece
from referent_desk.paper.layout import HeadKind, LaidOut, page_content
from referent_desk.paper.measures import FORM_LANDSCAPE, FORM_PORTRAIT, GAP

_HIGHEST_STRETCH = 1.7
"""A row to write in grows at most to this multiple of its least height."""


def lay_out_form(form: FormDefinition, language: Language) -> LaidOut:
    """The master of a form: without serial number, one page or as many as its blocks need."""
    landscape = form.orientation is Orientation.LANDSCAPE
    frame = FORM_LANDSCAPE if landscape else FORM_PORTRAIT
    top = body_top(frame, form, language)
    foot = place_foot(frame, form, language)
    dealt = _dealt(form.blocks, frame.width, frame.body_bottom - top, foot.height + GAP)
    pages = []
    for number, pieces in enumerate(dealt, start=1):
        pen = Pen(frame.height)
        draw_head(pen, frame, form, language)
        bottom = frame.body_bottom
        if number == len(dealt):
            bottom -= foot.height
            foot.draw(pen, bottom, language)
            bottom -= GAP
        _draw_pieces(pen, pieces, top, bottom)
        pages.append(page_content(pen))
    return LaidOut(tuple(pages), frame, HeadKind.FORM)


def _pieces_of(block: Block, above: Block | None, width: float) -> list[Piece]:
    open_above = isinstance(above, FieldsBlock) and not above.framed
    ruled = open_above or isinstance(above, ChoicesBlock)
    match block:
        case FieldsBlock():
            return fields_pieces(block, width, ruled=ruled)
        case ChoicesBlock():
            return choices_pieces(block, width, ruled=ruled)
        case TableBlock():
            return [table_piece(block, width)]
        case NoteBlock():
            return [note_piece(block, width)]
        case LinesBlock():
            return [lines_piece(block, width)]
        case PageBlock():
            return []


def _dealt(blocks: tuple[Block, ...], width: float, room: float, foot: float) -> list[list[Piece]]:
    """The pieces of each page. The last page leaves room for the foot."""
    pages: list[list[Piece]] = [[]]
    for above, block in zip((None, *blocks), blocks, strict=False):
        if isinstance(block, PageBlock) and pages[-1]:
            pages.append([])
        for piece in _pieces_of(block, above, width):
            _add(pages, piece, room)
    while _height(pages[-1]) > room - foot:
        _move_last(pages, room - foot)
    return pages


def _add(pages: list[list[Piece]], piece: Piece, room: float) -> None:
    """Onto the last page, parted where it can be, or onto a new page."""
    while True:
        used = _height(pages[-1])
        gap = piece.gap if pages[-1] else 0.0
        if used + gap + piece.height <= room + 0.01:
            pages[-1].append(piece)
            return
        parted = piece.split(room - used - gap) if piece.split else None
        if parted:
            pages[-1].append(parted[0])
            piece = parted[1]
        elif all(above.keeps_next for above in pages[-1]):
            pages[-1].append(piece._replace(height=room - used - gap))  # higher than any page
            return
        pages.append([pages[-1].pop()] if pages[-1][-1].keeps_next else [])


def _move_last(pages: list[list[Piece]], room: float) -> None:
    """Make room for the foot: part the last piece, or take it to a page of its own."""
    last = pages[-1].pop()
    gap = last.gap if pages[-1] else 0.0
    parted = last.split(room - _height(pages[-1]) - gap) if last.split else None
    if parted:
        pages[-1].append(parted[0])
        last = parted[1]
    if not pages[-1] and not parted:
        pages[-1].append(last._replace(height=room))  # higher than a page: drawn as high as one
        return
    pages.append([last])


def _height(pieces: list[Piece]) -> float:
    gaps = sum(piece.gap for piece in pieces[1:])
    return sum(piece.height for piece in pieces) + gaps


def _draw_pieces(pen: Pen, pieces: list[Piece], top: float, bottom: float) -> None:
    over = max(0.0, bottom - top - _height(pieces))
    filling = sum(piece.height for piece in pieces if piece.fills)
    stretch = sum(piece.stretch for piece in pieces)
    y = top
    for index, piece in enumerate(pieces):
        y += piece.gap if index else 0.0
        height = piece.height
        if filling and piece.fills:
            height += over * piece.height / filling
        elif not filling and stretch:
            most = piece.height * (_HIGHEST_STRETCH - 1)
            height += min(over * piece.stretch / stretch, most)
        piece.draw(pen, 0.0, y, height)
        y += height
