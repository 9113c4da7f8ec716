"""The grid of coverage on paper: landscape, departments in rows, a sign for each function.

Functions that do not fit beside one another go on to pages of their own: first all departments with
the first functions, then all of them with the next.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import datetime
from itertools import pairwise

from referent_desk.domain.coverage_grids import FunctionName, Grid
from referent_desk.domain.means import Standing
from referent_desk.domain.procedures import ProcedureState
from referent_desk.domain.readiness import (
    CARE_SHARE,
    CoveredUse,
    DepartmentCoverage,
    Totals,
    worst_use,
)
from referent_desk.language import Language
from referent_desk.paper.assembly import Document
from referent_desk.paper.drawing import Align, Pen
from referent_desk.paper.fonts import Face, drawable, text_width
from referent_desk.paper.measures import FOOT_HEIGHT, FOOT_SIZE, LANDSCAPE, MM, THICK, THIN
from referent_desk.paper.pages import frame_matrix, punch_marks
from referent_desk.words.coverage import (
    cell_standing,
    cover_word,
    definition_sentence,
    narrowing_sentence,
    target_sentence,
    totals_sentences,
    use_word,
)
from referent_desk.words.failures import standing_word

_NAMES, _COVER = 66 * MM, 34 * MM
_LEAST_CELL = 10 * MM
_ROW = 6.2 * MM
_SIDE = 3.0 * MM
"""Of a sign."""
_SIZE, _HEAD_SIZE = 8.5, 8.0
_BODY_TOP = 10 * MM
_BOTTOM = LANDSCAPE.height - FOOT_HEIGHT - 2 * MM

_SHOWN = tuple(
    CoveredUse("f", "s", 1, None, state, has_referent=True) for state in reversed(ProcedureState)
)
"""One of each sign, for the legend."""
_MARKS: Mapping[Standing | None, str] = {
    Standing.STANDS: "+",
    Standing.FALLS: "–",
    Standing.UNKNOWN: "?",
}
"""Before a sign: what survives the usual failure. Of what is not written the sign says it."""
_NOBODYS = CoveredUse("f", "", 1, None, ProcedureState.MISSING)


def write_coverage_grid(grid: Grid, printed_at: datetime, language: Language) -> bytes:
    """One PDF, always the same bytes for the same grid and moment."""
    title = language.gettext("Coverage by function")
    document = Document(title, "", language.code, printed_at)
    pens = list(_pens(grid, title, language))
    for number, pen in enumerate(pens, 1):
        _draw_foot(pen, (number, len(pens)), printed_at, language)
        matrix = frame_matrix(LANDSCAPE, is_back=False)
        parts = (b"q", punch_marks(is_back=False), b"Q q", matrix, pen.operators, b"Q")
        document.add_page(b"\n".join(parts), pen.fonts)
    return document.finish(two_sided=False, turned=True)


def _pens(grid: Grid, title: str, language: Language) -> Iterator[Pen]:
    pen = Pen(LANDSCAPE.height)
    y = _draw_summary(pen, grid, title, language)
    for functions in _bands(grid.functions):
        waiting = list(_rows(grid.departments))
        while waiting:
            if _BOTTOM - y < 4 * _ROW:
                yield pen
                pen = Pen(LANDSCAPE.height)
                y = _draw_title(pen, title)
            y = _draw_heads(pen, y, functions, language)
            fitting = max(1, int((_BOTTOM - y) / _ROW))
            for row in waiting[:fitting]:
                if isinstance(row, str):
                    pen.text(0, y + 4.2 * MM, row, _SIZE, Face.BOLD)
                    pen.rule(0, y + _ROW, LANDSCAPE.width, thickness=THIN)
                else:
                    _draw_row(pen, y, row, grid.cells(row), functions, language)
                y += _ROW
            waiting = waiting[fitting:]
            y += 3 * MM
    yield pen


def _rows(departments: Sequence[DepartmentCoverage]) -> Iterator[DepartmentCoverage | str]:
    """The name of each establishment before its departments."""
    before = ""
    for department in departments:
        if department.establishment != before:
            before = department.establishment
            yield before
        yield department


def _bands(functions: Sequence[FunctionName]) -> list[Sequence[FunctionName]]:
    """As many beside one another as fit, shared out evenly."""
    most = int((LANDSCAPE.width - _NAMES - _COVER) / _LEAST_CELL)
    count = -(-len(functions) // most)
    each = -(-len(functions) // count) if count else 0
    return [functions[n * each : (n + 1) * each] for n in range(count)]


def _draw_title(pen: Pen, title: str) -> float:
    pen.text(0, 6 * MM, title, 16.0, Face.BOLD)
    pen.rule(0, 8 * MM, LANDSCAPE.width, thickness=THICK)
    return _BODY_TOP


def _draw_summary(pen: Pen, grid: Grid, title: str, language: Language) -> float:
    y = _draw_title(pen, title) + 2 * MM
    chosen = grid.narrowing.function_id
    names = {function.id: function.name for function in grid.functions}
    shown = narrowing_sentence(grid.narrowing, names.get(chosen or "", ""), language)
    said = " ".join((*totals_sentences(grid.totals, language), target_sentence(language)))
    for text, face in (
        (said, Face.BOLD), (definition_sentence(language), Face.REGULAR), (shown, Face.REGULAR)
    ):  # fmt: skip
        if text:
            y += pen.paragraph(0, y, LANDSCAPE.width, text, 10.0, face) + 1 * MM
    y = _draw_bar(pen, y + 5 * MM, grid.totals, language) + 4 * MM
    y = _draw_legend(pen, y, grid, language) + 2 * MM
    if not grid.departments:
        text = language.gettext("No department fits.")
        return y + pen.paragraph(0, y, LANDSCAPE.width, text, 10.0)
    names_said = " · ".join(f"{_code(f)} {f.name}" for f in grid.functions)
    return y + pen.paragraph(0, y, LANDSCAPE.width, names_said, 8.5) + 3 * MM


def _draw_bar(pen: Pen, y: float, totals: Totals, language: Language) -> float:
    """Covered is black, written and not verified is ruled; the line is what is to be reached."""
    width, height = LANDSCAPE.width * 0.6, 4.5 * MM
    whole = max(totals.departments, 1)
    covered = width * totals.covered / whole
    written = width * (totals.covered + totals.written) / whole
    if covered:
        pen.filled(0, y, covered, height)
    x = covered + 1.5
    while x < written:
        pen.rule(x, y, x, y + height)
        x += 3.0
    pen.rectangle(0, y, width, height)
    target = width * CARE_SHARE / 100
    pen.rule(target, y - 1.5 * MM, target, y + height + 1.5 * MM, thickness=THICK)
    if totals.share is not None:
        text = language.gettext("Share of departments covered: {share} %")
        pen.text(0, y - 1.5 * MM, text.format(share=totals.share), _SIZE)
    label = language.gettext("to be reached: {share} %").format(share=CARE_SHARE)
    pen.text(target, y - 2.2 * MM, label, _SIZE, Face.BOLD, align=Align.CENTRE)
    return y + height


def _draw_legend(pen: Pen, y: float, grid: Grid, language: Language) -> float:
    x = 0.0
    for use in _SHOWN:
        word = drawable(use_word(use, language))
        _draw_sign(pen, x, y + (_ROW - _SIDE) / 2, use)
        pen.text(x + _SIDE + 1.5 * MM, y + 4.2 * MM, word, _SIZE)
        x += _SIDE + 1.5 * MM + text_width(word, _SIZE) + 6 * MM
    word = drawable(use_word(_NOBODYS, language))  # beside any sign, and within that of a hole
    _draw_sign(pen, x, y + (_ROW - _SIDE) / 2, _NOBODYS)
    pen.text(x + _SIDE + 1.5 * MM, y + 4.2 * MM, f"! {word}", _SIZE, Face.BOLD)
    y += _ROW
    if not any(use.standing for department in grid.departments for use in department.uses):
        return y
    said = [f"{mark} {standing_word(each, language)}" for each, mark in _MARKS.items() if each]
    text = language.gettext("Without network, login and telephony: {marks}")
    marks = text.format(marks=" · ".join(said))
    pen.text(0, y + 4.2 * MM, drawable(marks), _SIZE)
    return y + _ROW


def _code(function: FunctionName) -> str:
    """As its column is headed."""
    return function.code or "?"


def _cell_width(functions: Sequence[FunctionName]) -> float:
    return min(18 * MM, (LANDSCAPE.width - _NAMES - _COVER) / max(len(functions), 1))


def _draw_heads(pen: Pen, y: float, functions: Sequence[FunctionName], language: Language) -> float:
    _ = language.gettext
    base, width = y + 4.2 * MM, _cell_width(functions)
    pen.text(0, base, _("DEPARTMENT"), _HEAD_SIZE, Face.BOLD)
    pen.text(_NAMES, base, _("COVERAGE"), _HEAD_SIZE, Face.BOLD)
    for number, function in enumerate(functions):
        middle = _NAMES + _COVER + width * (number + 0.5)
        pen.text(middle, base, _code(function), _HEAD_SIZE, Face.BOLD, align=Align.CENTRE)
    pen.rule(0, y + _ROW, LANDSCAPE.width, thickness=THICK)
    return y + _ROW


def _draw_row(
    pen: Pen,
    y: float,
    department: DepartmentCoverage,
    cells: Mapping[str, tuple[CoveredUse, ...]],
    functions: Sequence[FunctionName],
    language: Language,
) -> None:
    width, base = _cell_width(functions), y + 4.2 * MM
    pen.text(0, base, _cut(department.name, _NAMES - 2 * MM, _SIZE), _SIZE)
    word = cover_word(department.cover, language)
    pen.text(_NAMES, base, _cut(word, _COVER - 2 * MM, _SIZE), _SIZE)
    for number, function in enumerate(functions):
        worst = worst_use(cells.get(function.id, ()))
        if worst is not None:
            left = _NAMES + _COVER + width * (number + 0.5) - _SIDE / 2
            _draw_sign(pen, left, y + (_ROW - _SIDE) / 2, worst)
            mark = _MARKS.get(cell_standing(cells[function.id]), "")
            pen.text(left - 0.6 * MM, base, mark, _SIZE, Face.BOLD, align=Align.RIGHT)
    pen.rule(0, y + _ROW, LANDSCAPE.width, thickness=THIN, ink=0.6)


def _cut(text: str, room: float, size: float) -> str:
    """A long name loses its end; the list on screen and the workbook have it whole."""
    shown = drawable(text)
    if text_width(shown, size) <= room:
        return shown
    while shown and text_width(shown + "…", size) > room:
        shown = shown[:-1]
    return shown.rstrip() + "…"


def _draw_sign(pen: Pen, x: float, y: float, use: CoveredUse) -> None:
    _SIGNS[use.state](pen, x, y)
    if not use.is_nobodys:
        return
    if use.state is ProcedureState.MISSING:
        pen.text(x + _SIDE / 2, y + _SIDE * 0.85, "!", 8.0, Face.BOLD, align=Align.CENTRE, ink=1.0)
    else:
        pen.text(x + _SIDE + 1 * MM, y + _SIDE * 0.95, "!", 10.0, Face.BOLD)


def _lines(pen: Pen, x: float, y: float, *points: tuple[float, float]) -> None:
    places = [(x + u * _SIDE, y + v * _SIDE) for u, v in points]
    for (left, top), (right, bottom) in pairwise(places):
        pen.rule(left, top, right, bottom, thickness=1.1)


def _draw_boxed_tick(pen: Pen, x: float, y: float) -> None:
    pen.rectangle(x, y, _SIDE, _SIDE)
    pen.tick(x + 0.15 * _SIDE, y + 0.15 * _SIDE, 0.7 * _SIDE, 1.1)


_TRIANGLE = ((0.5, 0.0), (1.0, 1.0), (0.0, 1.0), (0.5, 0.0))
_DIAMOND = ((0.5, 0.0), (1.0, 0.5), (0.5, 1.0), (0.0, 0.5), (0.5, 0.0))
_SIGNS: Mapping[ProcedureState, Callable[[Pen, float, float], None]] = {
    ProcedureState.UP_TO_DATE: lambda pen, x, y: pen.tick(x, y, _SIDE),
    ProcedureState.REVIEW_DUE: _draw_boxed_tick,
    ProcedureState.TO_VERIFY: lambda pen, x, y: _lines(pen, x, y, *_TRIANGLE),
    ProcedureState.NEVER_VERIFIED: lambda pen, x, y: pen.box(x, y, _SIDE, _SIDE, corner=_SIDE / 2),
    ProcedureState.FAILED: lambda pen, x, y: pen.cross(x, y, _SIDE),
    ProcedureState.DRAFT_ONLY: lambda pen, x, y: _lines(pen, x, y, *_DIAMOND),
    ProcedureState.MISSING: lambda pen, x, y: pen.filled(x, y, _SIDE, _SIDE),
}


def _draw_foot(pen: Pen, number: tuple[int, int], printed_at: datetime, language: Language) -> None:
    _ = language.gettext
    top = LANDSCAPE.height - FOOT_HEIGHT
    pen.rule(0, top, LANDSCAPE.width, thickness=THIN)
    foot = _("True on the day on which it was printed; not a sheet of the binder.")
    pen.text(0, top + 3 + FOOT_SIZE, foot, FOOT_SIZE)
    page = _("page {page}/{pages}").format(page=number[0], pages=number[1])
    made = _("printed on {day}").format(day=language.short_date(printed_at.date()))
    pen.text(LANDSCAPE.width, top + 3 + FOOT_SIZE, f"{made} · {page}", FOOT_SIZE, align=Align.RIGHT)
