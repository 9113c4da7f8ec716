"""The list of effective sheets: what belongs into this copy, and the place to sign for it."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from referent_desk.domain.sheets import BinderStamp, ListBody, ListLine
from referent_desk.language import Language
from referent_desk.paper.blocks import continued, sheet_title
from referent_desk.paper.drawing import Align, Pen
from referent_desk.paper.fonts import Face
from referent_desk.paper.kept_binders import KeptBinder
from referent_desk.paper.kept_sheets import key_of
from referent_desk.paper.layout import LaidOut, Pages
from referent_desk.paper.measures import BODY_SIZE, GAP, HAIR_GREY, LEADING, MEDIUM, MM, PADDING
from referent_desk.paper.paragraphs import one_line, wrap
from referent_desk.paper.tables import Column, Draw, Table

_CHECK_SPACING = 1.2
_ROOMY, _TIGHT = (5.8 * MM, 1.2 * MM), (5.0 * MM, 0.7 * MM)
"""Least height of a row and its padding: room for a date and a name by hand, in one row or on few
pages."""
_SIGN_HEIGHT = 18 * MM
_STEP = BODY_SIZE * LEADING
_MANY = 200
"""So many lines surely take fewer pages in the tight setting."""


class ListedSheet(NamedTuple):
    """What the list says beside a line and does not hash."""

    title: str
    pages: int


def lay_out_list(
    body: ListBody,
    sheets: Mapping[str, ListedSheet],
    copy: str,
    language: Language,
    kept: KeptBinder | None = None,
) -> LaidOut:
    """`sheets` by code: those that are in this printing; `copy` is what `copy_words` says.

    The rows are `kept`, page by page: where one has changed, the others stay.
    """
    if len(body.lines) > _MANY:
        return _set(body, sheets, copy, language, _TIGHT, kept)
    roomy = _set(body, sheets, copy, language, _ROOMY, kept)
    if len(roomy.pages) == 1:
        return roomy
    tight = _set(body, sheets, copy, language, _TIGHT, kept)
    return tight if len(tight.pages) < len(roomy.pages) else roomy


def _set(
    body: ListBody,
    sheets: Mapping[str, ListedSheet],
    copy: str,
    language: Language,
    row: tuple[float, float],
    kept: KeptBinder | None = None,
) -> LaidOut:
    _ = language.gettext
    pages = Pages()
    title = _("Sheets in force")
    pages.on_turn = continued(title, _("{title} (continued)"))
    sheet_title(pages, title, copy)
    _draw_rule_box(pages, len(body.lines), language)
    table = Table(
        pages,
        [
            Column(_("SHEET"), fixed=18 * MM, face=Face.BOLD),
            Column(_("TITLE"), 1.0),
            Column(_("REV."), fixed=10 * MM, align=Align.RIGHT),
            Column(_("CHECK"), fixed=19 * MM, face=Face.BOLD, spacing=_CHECK_SPACING),
            Column(_("PAGES"), fixed=12 * MM, align=Align.CENTRE),
            Column(_("FILED ON, BY"), fixed=38 * MM),
        ],
        lowest=row[0],
        padding=row[1],
    )
    table.head(keep=9 * MM)
    rest = [_Row(*line_said(one, sheets)) for one in body.lines]
    height = max(row[0], _STEP) + 2 * row[1]
    while rest:
        if not pages.fitting(height):
            pages.turn()
        count = max(1, pages.fitting(height))
        _draw_rows(pages, table, rest[:count], height, kept)
        rest = rest[count:]
    table.end()
    _draw_signature(pages, language)
    return LaidOut(pages.finish())


def line_said(line: ListLine, sheets: Mapping[str, ListedSheet]) -> tuple[str, ...]:
    """All that stands in a row of the list."""
    listed = sheets.get(line.code)
    title, pages = (listed.title, str(listed.pages)) if listed else ("", "")
    revision = "—" if line.revision is None else str(line.revision)
    return line.code, title, revision, line.check_code, pages


class _Row(NamedTuple):
    code: str
    title: str
    revision: str
    check_code: str
    pages: str


def _draw_rows(
    pages: Pages, table: Table, rows: Sequence[_Row], height: float, kept: KeptBinder | None
) -> None:
    """As many as fit on the page where each takes one line."""
    pen, top = pages.pen, pages.y
    prepared = pen.prepare(ink=HAIR_GREY)
    name = key_of("rows", json.dumps((top, height, rows))) if kept else ""
    found = kept.recall(name, _unpacked) if kept else None
    if found is not None:
        pen.add(*found)
        pages.y = top + len(rows) * height
        return
    titles = [one_line(row.title, table.width_of(1), BODY_SIZE) for row in rows]
    if None in titles or not all(row.code.isascii() for row in rows):
        for row in rows:
            cells = (*row[:3], _check_cell(row.check_code), row.pages, "")
            table.row(cells, drawn_height=_STEP)
        return
    pen.fonts, before = set(), pen.fonts
    for row, title in zip(rows, titles, strict=True):
        table.short_row((row.code, title or "", *row[2:], ""), height)
    if kept:
        fonts = ",".join(sorted(pen.fonts))
        kept.keep(name, f"{fonts}\n{pen.since(prepared)}".encode("latin-1"))
    pen.fonts |= before
    pages.y = top + len(rows) * height  # as where they were kept: sums are rounded


def _unpacked(content: bytes) -> tuple[str, list[str]]:
    fonts, _end, operators = content.decode("latin-1").partition("\n")
    return operators, fonts.split(",")


def _check_cell(check_code: str) -> Draw:
    def draw(pen: Pen, x: float, y: float, width: float, height: float) -> None:
        base = y + BODY_SIZE * ((LEADING - 1) / 2 + 0.8)
        pen.text(x, base, check_code, BODY_SIZE, Face.BOLD, spacing=_CHECK_SPACING)

    return draw


def copy_words(stamp: BinderStamp, language: Language) -> str:
    """Which copy it is the list of, and of which day: all that it takes from the stamp."""
    _ = language.gettext
    parts = []
    if stamp.copy_number is not None:
        parts.append(_("copy {number}").format(number=stamp.copy_number))
    if stamp.copy_place:
        parts.append(stamp.copy_place)
    if stamp.holder:
        parts.append(_("kept by {name}").format(name=stamp.holder))
    parts.append(_("printed on {day}").format(day=language.date(stamp.printed_at.date())))
    words = " · ".join(parts)
    return words[:1].upper() + words[1:]


def _draw_rule_box(pages: Pages, count: int, language: Language) -> None:
    _, ngettext = language.gettext, language.ngettext
    number = ngettext("{count} sheet.", "{count} sheets.", count).format(count=count)
    runs = [
        (
            _("This binder is complete if each sheet below is in it with this check code."),
            Face.BOLD,
        ),
        (" " + number + " ", Face.REGULAR),
        (
            _(
                "What is not on the list is taken out and destroyed, except the cover and this "
                "list; the newest list wins."
            ),
            Face.REGULAR,
        ),
    ]
    lines = wrap(runs, pages.frame.width - 2 * PADDING, BODY_SIZE)
    height = len(lines) * BODY_SIZE * LEADING + 1.6 * PADDING
    top = pages.take(height, GAP)
    pages.pen.box(0, top, pages.frame.width, height, thickness=MEDIUM)
    pages.pen.lines(PADDING, top + 0.8 * PADDING, lines, BODY_SIZE)
    pages.y += GAP / 2


def _draw_signature(pages: Pages, language: Language) -> None:
    """Who checked the whole binder against the list."""
    _ = language.gettext
    top = pages.take(_SIGN_HEIGHT, GAP)
    pen, width = pages.pen, pages.frame.width
    pen.box(0, top, width, _SIGN_HEIGHT)
    labels = (_("Binder checked on"), _("Name and role"), _("Signature"))
    edges = (0.0, 0.26 * width, 0.64 * width, width)
    for label, left, right in zip(labels, edges, edges[1:], strict=False):
        pen.text(left + PADDING, top + PADDING + 6, label, 9.0)
        if right < width:
            pen.rule(right, top, right, top + _SIGN_HEIGHT)
