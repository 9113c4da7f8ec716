"""The steps of a procedure: who, does what, with which form, where it goes; three levels."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from referent_desk.domain.procedures import Step
from referent_desk.language import Language
from referent_desk.paper.drawing import Align, Pen
from referent_desk.paper.fonts import Face, drawable, text_width
from referent_desk.paper.layout import Pages
from referent_desk.paper.measures import GAP, HAIR_GREY, LABEL_SIZE, LEADING, MEDIUM, MM
from referent_desk.paper.paragraphs import Line, wrap

_NUMBER_SIZE = 18.0
_TIGHT_NUMBER_SIZE = 15.0
_TIGHT = 1.2 * MM
_NUMBER_WIDTH = 9 * MM
_INDENT = 5 * MM
_GAP = 3 * MM
_WIDEST_WHO = 34 * MM
_WIDEST_ASIDE = 40 * MM
_ARROW_WIDTH = 4.5 * MM
_SUB_PADDING = 0.5
"""Of the steps below a number, as a part of its own padding."""


@dataclass(frozen=True, slots=True)
class _Grid:
    """Left edges and widths of the columns; a column that no step uses has the width 0.

    `aside` holds the forms and, after an arrow, where they go.
    """

    who: float
    who_width: float
    what: float
    what_width: float
    aside_width: float
    size: float
    padding: float

    @property
    def aside(self) -> float:
        return self.what + self.what_width + _GAP


@dataclass(frozen=True, slots=True)
class _Aside:
    """`where` stands after an arrow: beside the forms if both fit on one line, else under them."""

    forms: list[Line]
    where: list[Line]
    beside: float

    @property
    def rows(self) -> int:
        return max(len(self.forms), 1) if self.beside else len(self.forms) + len(self.where)


@dataclass(frozen=True, slots=True)
class _Placed:
    mark: str
    level: int
    who: list[Line]
    what: list[Line]
    aside: _Aside
    padding: float
    height: float


def draw_steps(
    pages: Pages, steps: Sequence[Step], size: float, padding: float, language: Language
) -> None:
    """Numbered 1, a, –; a step is never split unless it is taller than a page."""
    if not steps:
        return
    grid = _grid(steps, pages.frame.width, size, padding, language)
    titles = _aside_titles(steps, language)
    marks = _marks(steps)
    ends = [mark.isdigit() for mark in marks[1:]] + [True]
    placed = [
        _place(step, mark, grid, ends_group=end)
        for step, mark, end in zip(steps, marks, ends, strict=True)
    ]
    head = LABEL_SIZE * 1.2 + 6
    fits = placed[0].height <= pages.whole - head
    top = pages.take(head + (placed[0].height if fits else 6 * size * LEADING), GAP)
    pages.y = top
    _draw_head(pages, grid, titles, language)
    before = pages.on_turn

    def repeat(turned: Pages) -> None:
        if before is not None:
            before(turned)
        _draw_head(turned, grid, titles, language)

    pages.on_turn = repeat
    for number, step in enumerate(placed):
        following = placed[number + 1] if number + 1 < len(placed) else None
        _draw_step(pages, step, following, grid)
    pages.on_turn = before


def _grid(
    steps: Sequence[Step], width: float, size: float, padding: float, language: Language
) -> _Grid:
    who_width = min(max(_bold_width(step.who, size) for step in steps) + 1, _WIDEST_WHO)
    aside_width = 0.0
    if any(step.forms or step.where for step in steps):
        wanted = [_aside_width(step, size) for step in steps]
        titles = _aside_titles(steps, language)
        wanted.append(sum(_bold_width(words, LABEL_SIZE) * 1.1 for words in titles) + _ARROW_WIDTH)
        aside_width = min(max(wanted) + 1, _WIDEST_ASIDE)
    what = _NUMBER_WIDTH + (who_width + _GAP if who_width > 1 else 0)
    taken = aside_width + _GAP if aside_width else 0.0
    return _Grid(_NUMBER_WIDTH, who_width, what, width - what - taken, aside_width, size, padding)


def _bold_width(text: str, size: float) -> float:
    return text_width(drawable(text, Face.BOLD), size, Face.BOLD)


def _aside_width(step: Step, size: float) -> float:
    """Of forms, arrow and where they go on one line."""
    forms = _bold_width(" ".join(step.forms) + " ", size) if step.forms else 0.0
    where = _ARROW_WIDTH + text_width(drawable(step.where), size) if step.where else 0.0
    return forms + where


def _aside_titles(steps: Sequence[Step], language: Language) -> tuple[str, str]:
    _ = language.gettext
    forms = _("WITH") if any(step.forms for step in steps) else ""
    return forms, _("WHERE IT GOES") if any(step.where for step in steps) else ""


def _marks(steps: Sequence[Step]) -> list[str]:
    """`1 2 a b – 3`: letters begin again under each number; a first step is always a number."""
    marks = []
    number = letter = 0
    for step in steps:
        if step.level <= 1 or number == 0:
            number, letter = number + 1, 0
            marks.append(str(number))
        elif step.level == 2:
            letter += 1
            marks.append(chr(97 + (letter - 1) % 26) * (1 + (letter - 1) // 26))
        else:
            marks.append("–")
    return marks


def _place(step: Step, mark: str, grid: _Grid, *, ends_group: bool) -> _Placed:
    level = 1 if mark.isdigit() else min(step.level, 3)
    indent = (level - 1) * _INDENT
    size = grid.size
    who = wrap(step.who, grid.who_width, size, Face.BOLD) if step.who else []
    what = wrap(step.what, grid.what_width - indent, size)
    aside = _place_aside(step, grid)
    rows = max(1, len(who), len(what), aside.rows)
    padding = grid.padding * (1 if level == 1 else _SUB_PADDING)
    height = rows * size * LEADING + padding + (grid.padding if ends_group else padding)
    return _Placed(mark, level, who, what, aside, padding, height)


def _place_aside(step: Step, grid: _Grid) -> _Aside:
    size, width = grid.size, grid.aside_width
    forms = wrap(" ".join(step.forms), width, size, Face.BOLD) if step.forms else []
    if step.forms and step.where and _aside_width(step, size) <= width:
        beside = _bold_width(" ".join(step.forms) + " ", size)
        return _Aside(forms, wrap(step.where, width, size), beside)
    where = wrap(step.where, width - _ARROW_WIDTH, size) if step.where else []
    return _Aside(forms, where, 0.0)


def _draw_head(pages: Pages, grid: _Grid, titles: tuple[str, str], language: Language) -> None:
    _ = language.gettext
    base = pages.y + LABEL_SIZE
    if grid.who_width > 1:
        pages.pen.text(grid.who, base, _("WHO"), LABEL_SIZE, Face.BOLD, spacing=0.5)
    pages.pen.text(grid.what, base, _("DOES WHAT"), LABEL_SIZE, Face.BOLD, spacing=0.5)
    forms, where = titles
    x = grid.aside
    if forms:
        x += pages.pen.text(x, base, forms, LABEL_SIZE, Face.BOLD, spacing=0.5) + 4
    if where:
        _draw_arrow(pages.pen, x, base - LABEL_SIZE * 0.35)
        pages.pen.text(x + _ARROW_WIDTH, base, where, LABEL_SIZE, Face.BOLD, spacing=0.5)
    pages.y += LABEL_SIZE * 1.2 + 4
    pages.pen.rule(0, pages.y, pages.frame.width, thickness=MEDIUM)


def _draw_aside(pen: Pen, x: float, y: float, aside: _Aside, size: float) -> None:
    pen.lines(x, y, aside.forms, size)
    if not aside.where:
        return
    if aside.beside:
        x += aside.beside
    else:
        y += len(aside.forms) * size * LEADING
    _draw_arrow(pen, x, y + size * LEADING / 2)
    pen.lines(x + _ARROW_WIDTH, y, aside.where, size)


def _draw_arrow(pen: Pen, x: float, middle: float) -> None:
    tip = x + _ARROW_WIDTH - 3.5
    pen.rule(x, middle, tip, thickness=MEDIUM)
    for side in (-2.6, 2.6):
        pen.rule(tip - 3, middle + side, tip, middle, thickness=MEDIUM)


def _draw_step(pages: Pages, step: _Placed, following: _Placed | None, grid: _Grid) -> None:
    """A step that has sub-steps keeps to the first of them."""
    if step.height > pages.whole:
        _pour_step(pages, step, grid)
        return
    leads = following is not None and following.level > step.level
    keep = following.height if following is not None and leads else 0.0
    if step.height + keep <= pages.whole:
        top = pages.take(step.height + keep)
        pages.y = top + step.height
    else:
        top = pages.take(step.height)
    _draw_mark(pages, step, top, grid)
    pen, size, y = pages.pen, grid.size, top + step.padding
    pen.lines(grid.who, y, step.who, size)
    pen.lines(grid.what + (step.level - 1) * _INDENT, y, step.what, size)
    _draw_aside(pen, grid.aside, y, step.aside, size)
    if following is None or following.level == 1:
        pen.rule(0, pages.y, pages.frame.width, ink=HAIR_GREY)


def _draw_mark(pages: Pages, step: _Placed, top: float, grid: _Grid) -> None:
    base = top + step.padding + grid.size * ((LEADING - 1) / 2 + 0.8)
    if step.level == 1:
        size = _NUMBER_SIZE if step.padding > _TIGHT else _TIGHT_NUMBER_SIZE
        pages.pen.text(
            _NUMBER_WIDTH * 0.42, base + 2, step.mark, size, Face.BOLD, align=Align.CENTRE
        )
        return
    x = grid.what + (step.level - 1) * _INDENT - _INDENT * 0.7
    pages.pen.text(x, base, step.mark, grid.size, Face.BOLD)


def _pour_step(pages: Pages, step: _Placed, grid: _Grid) -> None:
    """Taller than a page: its number and who, then its text over as many pages as it needs."""
    if pages.room < 4 * grid.size * LEADING:
        pages.turn()
    _draw_mark(pages, step, pages.y, grid)
    pages.y += step.padding
    for lines in (step.who, step.what, step.aside.forms, step.aside.where):
        pages.pour(grid.who, lines, grid.size)
    pages.y += step.padding
    pages.pen.rule(0, pages.y, pages.frame.width, ink=HAIR_GREY)
