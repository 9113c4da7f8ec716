"""One line each: the means that the steps name and what they lean on, what the ward remarks."""

from __future__ import annotations

from collections.abc import Sequence

from referent_desk.domain.needs import Need
from referent_desk.language import Language
from referent_desk.paper.fonts import Face
from referent_desk.paper.layout import Pages
from referent_desk.paper.measures import GAP, LEADING
from referent_desk.paper.paragraphs import Run, wrap


def draw_needs(
    pages: Pages,
    needs: Sequence[Need],
    language: Language,
    *,
    size: float,
    gap: float,
    leading: float = LEADING,
) -> None:
    """`Needs: USB printer; line 8800 (IP telephony, network) or analogue telephone`"""
    if needs:
        _draw_line(pages, _runs(needs, language), size, gap, leading)


def draw_remark(
    pages: Pages,
    remark: str,
    language: Language,
    *,
    size: float,
    gap: float = GAP,
    leading: float = LEADING,
) -> None:
    """What the department says of the program besides its function."""
    _ = language.gettext
    if remark:
        runs = [(_("Remark of the department:") + " ", Face.BOLD), (remark, Face.REGULAR)]
        _draw_line(pages, runs, size, gap, leading)


def _draw_line(pages: Pages, runs: list[Run], size: float, gap: float, leading: float) -> None:
    lines = wrap(runs, pages.frame.width, size)
    height = len(lines) * size * leading
    if height > pages.whole:
        pages.pour(0, lines, size, leading)
        return
    top = pages.take(height, gap)
    pages.pen.lines(0, top, lines, size, leading=leading)


def _runs(needs: Sequence[Need], language: Language) -> list[Run]:
    """What nobody knows any more stands out: who reads it must ask."""
    _ = language.gettext
    runs: list[Run] = [(_("Needs:") + " ", Face.BOLD)]
    for place, need in enumerate(needs):
        if place:
            runs.append((_(" or ") if need.or_else else _("; "), Face.REGULAR))
        if need.is_unknown:
            words = _("{name} (means not known: ask)").format(name=need.name)
            runs.append((words, Face.BOLD))
            continue
        leant = f" ({', '.join(need.leans_on)})" if need.leans_on else ""
        runs.append((need.name + leant, Face.REGULAR))
    return runs
