"""What differs between two texts of a procedure, line by line: in black and white, by signs."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from referent_desk.domain.differences import Change, LineDifference, changes_in
from referent_desk.language import Language
from referent_desk.paper.blocks import continued, heading, sheet_title
from referent_desk.paper.fonts import Face
from referent_desk.paper.layout import PageContent, Pages
from referent_desk.paper.measures import BODY_SIZE, LEADING, MM, PORTRAIT, THICK
from referent_desk.paper.paragraphs import Line, Run, wrap
from referent_desk.words.texts import SIGNS, count_words, legend, mark_words, part_word, piece_words

_SIZE = 10.5
_SIGN_ROOM = 6 * MM
_LEVEL_ROOM = 6 * MM
_LINE_GAP = 1.5
_HEADING = 10 * MM
"""What the heading of a part takes, with the gap above it."""


def lay_out_differences(
    title: str,
    named: tuple[str, str],
    differences: Sequence[LineDifference],
    language: Language,
) -> tuple[PageContent, ...]:
    """`named` are the two revisions, as one says them."""
    _ = language.gettext
    pages = Pages(PORTRAIT)
    pages.on_turn = continued(title, _("{title} (continued)"))
    under = _("from {before} to {after}").format(before=named[0], after=named[1])
    sheet_title(pages, title, under, largest=20.0)
    pages.y += 1 * MM
    changed = changes_in(differences)
    pages.pour(0, wrap(count_words(changed, language), pages.frame.width, BODY_SIZE, Face.BOLD))
    if changed:
        pages.pour(0, wrap(legend(language), pages.frame.width, 9.0), 9.0)
    draw_differences(pages, differences, language)
    return pages.finish()


def draw_differences(
    pages: Pages, differences: Sequence[LineDifference], language: Language, *, below: float = 0.0
) -> None:
    """Every line of both texts, part by part; what was added is bold as well.

    `below` is the height of what is drawn next: it stays with the last part if a page takes both.
    """
    parts = groupby(differences, key=lambda difference: difference.part)
    drawn = [(part_word(part, language), tuple(lines)) for part, lines in parts]
    for number, (words, lines) in enumerate(drawn, 1):
        if below and number == len(drawn):
            needed = _HEADING + sum(_height(pages, line) for line in lines) + below
            if pages.room < needed <= pages.whole:
                pages.turn()
        heading(pages, words)
        for line in lines:
            _draw_line(pages, line)


def _height(pages: Pages, line: LineDifference) -> float:
    return len(_wrapped(pages, line)) * _SIZE * LEADING + _LINE_GAP


def _left(line: LineDifference) -> float:
    return _SIGN_ROOM + max(0, line.level - 1) * _LEVEL_ROOM


def _wrapped(pages: Pages, line: LineDifference) -> list[Line]:
    runs: list[Run] = [
        (
            piece_words(piece, line.change),
            Face.BOLD if piece.change is Change.ADDED else Face.REGULAR,
        )
        for piece in line.pieces
    ]
    runs.insert(0, (mark_words(line.mark), Face.REGULAR))
    return wrap(runs, pages.frame.width - _left(line), _SIZE)


def _draw_line(pages: Pages, line: LineDifference) -> None:
    left, lines = _left(line), _wrapped(pages, line)
    step = _SIZE * LEADING
    top = pages.take(min(len(lines), 2) * step, _LINE_GAP)
    sign = SIGNS[line.change]
    if sign:
        pages.pen.text(1 * MM, top + step * 0.75, sign, _SIZE + 1, Face.BOLD)
        pages.pen.rule(-1 * MM, top, -1 * MM, top + min(len(lines), 2) * step, thickness=THICK)
    pages.pen.lines(left, top, lines[:2], _SIZE)
    pages.pour(left, lines[2:], _SIZE)
