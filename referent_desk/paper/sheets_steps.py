"""The steps of a procedure: who, does what, with which form, where it goes; three levels."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from referent_desk.domain.procedures import Step
from referent_desk.domain.step_marks import step_marks
from referent_desk.language import Language
from referent_desk.paper.drawing import ASCENT, Align, Pen
from referent_desk.paper.fonts import Face
from referent_desk.paper.layout import Pages
from referent_desk.paper.measures import GAP, HAIR_GREY, LABEL_SIZE, LEADING, MEDIUM, MM
from referent_desk.paper.paragraphs import Line, line_count, wrap
from referent_desk.paper.step_columns import (
    ARROW_WIDTH,
    BETWEEN_TITLES,
    SPACING,
    aside_width,
    aside_widths,
    bold_width,
    who_widths,
)

_NUMBER_SIZE = 18.0
_TIGHT_NUMBER_SIZE = 15.0
_TIGHT = 1.2 * MM
_NUMBER_WIDTH = 8 * MM
_INDENT = 5 * MM
_GAP = 3 * MM
_SUB_PADDING = 0.5
"""Of the steps below a number, as a part of its own padding."""


class StepType(NamedTuple):
    """`padding` is the white above and below a step, `before` that above the first."""

    size: float
    padding: float
    leading: float = LEADING
    before: float = GAP


class _Grid(NamedTuple):
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
    leading: float

    @property
    def aside(self) -> float:
        return self.what + self.what_width + _GAP


class _Aside(NamedTuple):
    """`where` stands after an arrow: beside the forms if both fit on one line, else under them."""

    forms: list[Line]
    where: list[Line]
    beside: float

    @property
    def rows(self) -> int:
        return max(len(self.forms), 1) if self.beside else len(self.forms) + len(self.where)


class _Placed(NamedTuple):
    mark: str
    level: int
    who: list[Line]
    what: list[Line]
    aside: _Aside
    padding: float
    height: float


def draw_steps(pages: Pages, steps: Sequence[Step], type_: StepType, language: Language) -> None:
    """Numbered 1, a, –; a step is never split unless it is taller than a page."""
    if not steps:
        return
    titles = _aside_titles(steps, language)
    grids = dict.fromkeys(
        _grid(pages.frame.width, who, aside, type_)
        for who in who_widths(steps, type_.size)
        for aside in aside_widths(steps, titles, type_.size)
    )
    marked = _marked(steps)
    grid = min(grids, key=lambda grid: _height(marked, grid))
    placed = [_place(step, mark, grid, ends_group=end) for step, mark, end in marked]
    head = LABEL_SIZE * 1.2 + 6
    fits = placed[0].height <= pages.whole - head
    top = pages.take(head + (placed[0].height if fits else 6 * type_.size * LEADING), type_.before)
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


def _marked(steps: Sequence[Step]) -> list[tuple[Step, str, bool]]:
    """Each with its mark, and whether it is the last below its number."""
    marks = step_marks(steps)
    return list(zip(steps, marks, [mark.isdigit() for mark in marks[1:]] + [True], strict=True))


def _height(marked: Sequence[tuple[Step, str, bool]], grid: _Grid) -> float:
    """Of all of them, without placing any: most grids are only tried."""
    every = ((_row_count(step, mark, grid), mark, end) for step, mark, end in marked)
    return sum([_step_height(rows, mark, grid, ends_group=end) for rows, mark, end in every])


def _row_count(step: Step, mark: str, grid: _Grid) -> int:
    who = line_count(_breakable(step.who, grid), grid.who_width, grid.size, Face.BOLD)
    what = line_count(step.what, grid.what_width - (_level(step, mark) - 1) * _INDENT, grid.size)
    return max(1, who, what, _place_aside(step, grid).rows)


def _step_height(rows: int, mark: str, grid: _Grid, *, ends_group: bool) -> float:
    padding = _padding(mark, grid)
    return rows * grid.size * grid.leading + padding + (grid.padding if ends_group else padding)


def _padding(mark: str, grid: _Grid) -> float:
    return grid.padding * (1 if mark.isdigit() else _SUB_PADDING)


def _level(step: Step, mark: str) -> int:
    return 1 if mark.isdigit() else min(step.level, 3)


def _grid(width: float, who_width: float, aside_width: float, type_: StepType) -> _Grid:
    what = _NUMBER_WIDTH + (who_width + _GAP if who_width > 1 else 0)
    what_width = width - what - (aside_width + _GAP if aside_width else 0.0)
    size, padding, leading = type_.size, type_.padding, type_.leading
    return _Grid(_NUMBER_WIDTH, who_width, what, what_width, aside_width, size, padding, leading)


def _aside_titles(steps: Sequence[Step], language: Language) -> tuple[str, str]:
    _ = language.gettext
    forms = _("WITH") if any(step.forms for step in steps) else ""
    return forms, _("WHERE IT GOES") if any(step.where for step in steps) else ""


def _place(step: Step, mark: str, grid: _Grid, *, ends_group: bool) -> _Placed:
    level, size = _level(step, mark), grid.size
    who = wrap(_breakable(step.who, grid), grid.who_width, size, Face.BOLD) if step.who else []
    what = wrap(step.what, grid.what_width - (level - 1) * _INDENT, size)
    aside = _place_aside(step, grid)
    rows = max(1, len(who), len(what), aside.rows)
    height = _step_height(rows, mark, grid, ends_group=ends_group)
    return _Placed(mark, level, who, what, aside, _padding(mark, grid), height)


def _breakable(who: str, grid: _Grid) -> str:
    """`Aide-soignante` is broken at its hyphen where the column is narrower."""
    return who if bold_width(who, grid.size) <= grid.who_width else who.replace("-", "- ")


def _place_aside(step: Step, grid: _Grid) -> _Aside:
    size, width = grid.size, grid.aside_width
    forms = wrap(" ".join(step.forms), width, size, Face.BOLD) if step.forms else []
    if step.forms and step.where and aside_width(step, size) <= width:
        beside = bold_width(" ".join(step.forms) + " ", size)
        return _Aside(forms, wrap(step.where, width, size), beside)
    where = wrap(step.where, width - ARROW_WIDTH, size) if step.where else []
    return _Aside(forms, where, 0.0)


def _draw_head(pages: Pages, grid: _Grid, titles: tuple[str, str], language: Language) -> None:
    _ = language.gettext
    base = pages.y + LABEL_SIZE
    if grid.who_width > 1:
        pages.pen.text(grid.who, base, _("WHO"), LABEL_SIZE, Face.BOLD, spacing=SPACING)
    pages.pen.text(grid.what, base, _("DOES WHAT"), LABEL_SIZE, Face.BOLD, spacing=SPACING)
    forms, where = titles
    x = grid.aside
    if forms:
        x += pages.pen.text(x, base, forms, LABEL_SIZE, Face.BOLD, spacing=SPACING)
        x += BETWEEN_TITLES
    if where:
        _draw_arrow(pages.pen, x, base - LABEL_SIZE * 0.35)
        pages.pen.text(x + ARROW_WIDTH, base, where, LABEL_SIZE, Face.BOLD, spacing=SPACING)
    pages.y += LABEL_SIZE * 1.2 + 4
    pages.pen.rule(0, pages.y, pages.frame.width, thickness=MEDIUM)


def _draw_aside(pen: Pen, x: float, y: float, aside: _Aside, grid: _Grid) -> None:
    size, step = grid.size, grid.size * grid.leading
    pen.lines(x, y, aside.forms, size, leading=grid.leading)
    if not aside.where:
        return
    if aside.beside:
        x += aside.beside
    else:
        y += len(aside.forms) * step
    _draw_arrow(pen, x, y + step / 2)
    pen.lines(x + ARROW_WIDTH, y, aside.where, size, leading=grid.leading)


def _draw_arrow(pen: Pen, x: float, middle: float) -> None:
    tip = x + ARROW_WIDTH - 3.5
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
    pen, size, leading, y = pages.pen, grid.size, grid.leading, top + step.padding
    pen.lines(grid.who, y, step.who, size, leading=leading)
    pen.lines(grid.what + (step.level - 1) * _INDENT, y, step.what, size, leading=leading)
    _draw_aside(pen, grid.aside, y, step.aside, grid)
    if following is None or following.level == 1:
        pen.rule(0, pages.y, pages.frame.width, ink=HAIR_GREY)


def _draw_mark(pages: Pages, step: _Placed, top: float, grid: _Grid) -> None:
    base = top + step.padding + grid.size * ((grid.leading - 1) / 2 + ASCENT)
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
