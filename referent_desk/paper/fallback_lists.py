"""What falls and what stands, as a list on paper: department by department, black and white."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from itertools import groupby

from referent_desk.domain.fallbacks import FallbackRow, Simulation
from referent_desk.domain.means import Standing
from referent_desk.domain.sheets import Head
from referent_desk.language import Language
from referent_desk.paper.blocks import ItemsBox, Marker, sheet_title, stack
from referent_desk.paper.department_pages import PageMarks, write_department_pages
from referent_desk.paper.drawing import Pen
from referent_desk.paper.fonts import Face
from referent_desk.paper.layout import Pages
from referent_desk.paper.measures import BODY_SIZE, MM
from referent_desk.paper.tables import Column, Table
from referent_desk.words.failures import (
    circles_sentence,
    standing_word,
    steps_text,
    totals_sentence,
    without_sentence,
)

_SIGN = 3.2 * MM
Whys = Mapping[tuple[str, str, str | None], str]
"""Why a procedure falls, by department, function and software."""


def write_fallback_list(
    simulation: Simulation, whys: Whys, head: Head, printed_at: datetime, language: Language
) -> bytes:
    """`whys` need not hold all of them."""
    _ = language.gettext
    pages = Pages()
    title = _("What falls, what stands")
    fails = ", ".join(simulation.fails) or _("nothing")
    sheet_title(pages, title, _("When this fails: {names}").format(names=fails))
    _draw_summary(pages, simulation, language)
    for department, rows in groupby(simulation.rows, lambda row: row.department):
        _draw_department(pages, department, tuple(rows), whys, language)
    marks = PageMarks(
        title=title,
        code=_("FAILURES"),
        under=_("simulation, not a sheet of the binder"),
        foot=_("True on the day on which it was printed: a procedure stands while each step does."),
    )
    return write_department_pages(pages.finish(), head, marks, printed_at, language)


def _draw_summary(pages: Pages, simulation: Simulation, language: Language) -> None:
    said = (
        totals_sentence(simulation, language),
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
            Column(_("State"), fixed=34 * MM),
            Column(_("Why"), share=5, size=9.5),
        ),
    )
    table.head(keep=3 * BODY_SIZE)
    for row in rows:
        key = row.department_id, row.function_id, row.software_id
        why = whys.get(key, "") or steps_text(row, language)
        state = _State(row.standing, standing_word(row.standing, language))
        table.row((row.function, row.software, state.draw, why), drawn_height=BODY_SIZE * 1.35)
    table.end()


class _State:
    """A sign and a word: a photocopy shows both."""

    def __init__(self, standing: Standing, word: str) -> None:
        self._standing = standing
        self._word = word

    def draw(self, pen: Pen, x: float, y: float, _width: float, _height: float) -> None:
        top = y + (BODY_SIZE * 1.35 - _SIGN) / 2
        if self._standing is Standing.STANDS:
            pen.tick(x, top, _SIGN)
        elif self._standing is Standing.UNKNOWN:
            pen.box(x, top, _SIGN, _SIGN, corner=_SIGN / 2)
        else:
            pen.cross(x, top, _SIGN)
        face = Face.REGULAR if self._standing is Standing.STANDS else Face.BOLD
        pen.text(x + _SIGN + 2 * MM, y + BODY_SIZE, self._word, BODY_SIZE, face)
