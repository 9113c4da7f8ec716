"""What falls and what stands, as a list on paper: department by department, black and white."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from itertools import groupby

from referent_desk.domain.fallbacks import Doubt, FallbackRow, Simulation
from referent_desk.domain.means import Standing
from referent_desk.domain.sheets import Head
from referent_desk.language import Language
from referent_desk.paper.blocks import ItemsBox, Marker, sheet_title, stack
from referent_desk.paper.department_pages import PageMarks, write_department_pages
from referent_desk.paper.drawing import Pen
from referent_desk.paper.fonts import Face
from referent_desk.paper.layout import Pages
from referent_desk.paper.measures import BODY_SIZE, MM
from referent_desk.paper.tables import Column, Draw, Table
from referent_desk.words.failures import (
    circles_sentence,
    doubt_word,
    row_reason,
    standing_word,
    steps_text,
    totals_sentence,
    without_sentence,
)

_SIGN = 3.2 * MM
_LINE = BODY_SIZE * 1.35
Whys = Mapping[tuple[str, str, str | None], str]
"""Why a procedure falls, by department, function and software."""


def write_fallback_list(
    simulation: Simulation,
    shown: Sequence[FallbackRow],
    whys: Whys,
    head: Head,
    printed_at: datetime,
    language: Language,
) -> bytes:
    """`shown` of its rows; `whys` need not hold all of them."""
    _ = language.gettext
    pages = Pages()
    title = _("What falls, what stands")
    fails = ", ".join(simulation.fails) or _("nothing")
    sheet_title(pages, title, _("When this fails: {names}").format(names=fails))
    _draw_summary(pages, simulation, len(shown), language)
    for department, rows in groupby(shown, lambda row: row.department):
        _draw_department(pages, department, tuple(rows), whys, language)
    marks = PageMarks(
        title=title,
        code=_("FAILURES"),
        under=_("simulation, not a sheet of the binder"),
        foot=_("True on the day on which it was printed: a procedure stands while each step does."),
    )
    return write_department_pages(pages.finish(), head, marks, printed_at, language)


def _draw_summary(pages: Pages, simulation: Simulation, shown: int, language: Language) -> None:
    total, narrowed = len(simulation.rows), ""
    if shown < total:
        text = language.gettext("Shown: {matching} of {total} lines.")
        narrowed = text.format(matching=shown, total=total)
    said = (
        totals_sentence(simulation, language),
        narrowed,
        without_sentence(simulation, language, most=40),
        circles_sentence(simulation.circles, language),
    )
    stack(pages, ItemsBox("", [text for text in said if text], Marker.NONE))


def _draw_department(
    pages: Pages,
    department: str,
    rows: tuple[FallbackRow, ...],
    whys: Whys,
    language: Language,
) -> None:
    _ = language.gettext
    pages.take(4 * MM)
    table = Table(
        pages,
        (
            Column(department, share=4, face=Face.BOLD),
            Column(_("Software used"), share=3),
            Column(_("State"), fixed=46 * MM),
            Column(_("Why"), share=5, size=9.5),
        ),
    )
    table.head(keep=3 * BODY_SIZE)
    lines = [_line(row, whys, language) for row in rows]
    for number, (cells, height) in enumerate(lines):
        keep = 0.0
        if number == len(lines) - 2:  # the last one does not go on to the next page alone
            keep = table.height_of(lines[-1][0], drawn_height=lines[-1][1])
        table.row(cells, drawn_height=height, keep=keep)
    table.end()


def _line(
    row: FallbackRow, whys: Whys, language: Language
) -> tuple[tuple[str, str, Draw, str], float]:
    """Its cells, and the height of the one that draws itself."""
    key = row.department_id, row.function_id, row.software_id
    why = whys.get(key, "") or row_reason(row, language) or steps_text(row, language)
    state = _State(row.standing, row.doubt, language)
    return (row.function, row.software, state.draw, why), state.height


class _State:
    """A sign and a word: a photocopy shows both. What is in doubt has no tick, and says why not."""

    def __init__(self, standing: Standing, doubt: Doubt | None, language: Language) -> None:
        self._standing = standing
        self._is_sure = standing is Standing.STANDS and doubt is None
        self._words = [standing_word(standing, language)]
        if doubt is not None:
            self._words.append(doubt_word(doubt, language))

    @property
    def height(self) -> float:
        return _LINE * len(self._words)

    def draw(self, pen: Pen, x: float, y: float, _width: float, _height: float) -> None:
        top = y + (_LINE - _SIGN) / 2
        if self._is_sure:
            pen.tick(x, top, _SIGN)
        elif self._standing is Standing.STANDS:
            pen.rectangle(x, top, _SIGN, _SIGN)
        elif self._standing is Standing.UNKNOWN:
            pen.box(x, top, _SIGN, _SIGN, corner=_SIGN / 2)
        else:
            pen.cross(x, top, _SIGN)
        face = Face.REGULAR if self._is_sure else Face.BOLD
        for number, word in enumerate(self._words):
            base = y + number * _LINE + BODY_SIZE
            pen.text(x + _SIGN + 2 * MM, base, word, BODY_SIZE, face)
