"""The observer's grid of a drill, F31: one page, five timed tasks, to be typed in afterwards."""

from __future__ import annotations

from collections.abc import Sequence

from referent_desk.domain.drill_details import DrillDetail
from referent_desk.domain.drill_times import seconds_typed
from referent_desk.domain.drills import DrillTask
from referent_desk.domain.forms import Field
from referent_desk.language import Language
from referent_desk.paper.blocks import ItemsBox, Marker, sheet_title, stack
from referent_desk.paper.drawing import Align, Pen
from referent_desk.paper.fonts import Face
from referent_desk.paper.forms_fields import draw_fields
from referent_desk.paper.layout import PageContent, Pages
from referent_desk.paper.measures import (
    BODY_SIZE,
    GAP,
    HAIR_GREY,
    LABEL_SIZE,
    LEADING,
    MEDIUM,
    MM,
    PADDING,
    PORTRAIT,
    THIN,
)
from referent_desk.paper.paragraphs import wrap
from referent_desk.words.drills import shift_word

CODE = "F31"
_FIELD_ROW = 8.6 * MM
_TIME = 46 * MM
"""Of the right of a task: boxes for minutes and seconds, and how it went."""
_BOX = 9 * MM
_FINDINGS = 5
_FINDING_ROW = 9 * MM
_TASK_HEIGHT = 21 * MM
_ASKS_SIZE = 10.0


def lay_out_grid(detail: DrillDetail, language: Language) -> tuple[PageContent, ...]:
    _ = language.gettext
    pages = Pages(PORTRAIT)
    title = _("Drill: {function}").format(function=detail.function)
    under = [detail.software, shift_word(detail.drill.shift, language), _("twenty minutes")]
    if detail.sheet_code:
        under.insert(0, _("sheet {code}").format(code=detail.sheet_code))
    words = " · ".join(part for part in under if part)
    sheet_title(pages, title, words[:1].upper() + words[1:], largest=20.0)
    opening = _("This is a drill: {software} does not answer any more.")
    items = [[(opening.format(software=detail.software or detail.function), Face.BOLD)]]
    if detail.complication is not None:
        items.append(
            [
                (f"{detail.complication.title}. ", Face.BOLD),
                (detail.complication.asks, Face.REGULAR),
            ]
        )
    stack(pages, ItemsBox(_("Said aloud at the start"), items, Marker.NONE))
    _draw_who(pages, detail.drill.led_by, language)
    _draw_tasks(pages, detail.tasks, language)
    _draw_end(pages, language)
    _draw_findings(pages, language)
    _draw_signatures(pages, language)
    return pages.finish()


def _draw_who(pages: Pages, led_by: str, language: Language) -> None:
    _ = language.gettext
    leader = _("Led by: {name}").format(name=led_by) if led_by else _("Led by")
    rows = (
        (
            Field(_("Held on"), width=3),
            Field(_("began at"), width=2),
            Field(_("how many"), width=2),
        ),
        (Field(leader, width=5), Field(_("Observer"), width=5)),
    )
    top = pages.take(len(rows) * _FIELD_ROW, GAP / 2)
    for number, fields in enumerate(rows, 1):
        base = top + number * _FIELD_ROW - 1.2 * MM
        draw_fields(pages.pen, 0, base, pages.frame.width, fields, 10.0)


def _draw_tasks(pages: Pages, tasks: Sequence[DrillTask], language: Language) -> None:
    pages.y += GAP
    for number, task in enumerate(tasks, 1):
        top = pages.take(_TASK_HEIGHT)
        _draw_task(pages.pen, top, number, task, language)
    pages.pen.rule(0, pages.y, PORTRAIT.width, thickness=MEDIUM)


def _draw_task(pen: Pen, top: float, number: int, task: DrillTask, language: Language) -> None:
    _ = language.gettext
    width, left = PORTRAIT.width, 9 * MM
    pen.rule(0, top, width, thickness=MEDIUM if number == 1 else THIN)
    pen.text(0, top + 7 * MM, str(number), 18.0, Face.BOLD)
    room = width - left - _TIME - 4 * MM
    y = top + 1.6 * MM
    y += pen.paragraph(left, y, room, task.title, BODY_SIZE, Face.BOLD)
    lines = wrap(task.asks, room, _ASKS_SIZE)[:3]
    pen.lines(left, y, lines, _ASKS_SIZE, leading=1.15)
    x = width - _TIME
    pen.rule(x - 2 * MM, top + 2 * MM, x - 2 * MM, top + _TASK_HEIGHT - 2 * MM, ink=HAIR_GREY)
    _draw_time(pen, x, top + 1.6 * MM, task, language)
    boxes = (_("done"), _("in part"), _("no"))
    draw_fields(
        pen, x, top + _TASK_HEIGHT - 3 * MM, _TIME, (Field("", boxes=boxes, line=False),), 9.0
    )


def _draw_time(pen: Pen, x: float, y: float, task: DrillTask, language: Language) -> None:
    """Two boxes with a colon between them, and the time aimed at beside them."""
    _ = language.gettext
    for place, label in ((0.0, "min"), (_BOX + 3 * MM, "s")):
        pen.rectangle(x + place, y, _BOX, _BOX, thickness=MEDIUM)
        pen.text(x + place + _BOX / 2, y + _BOX + 2.6 * MM, label, LABEL_SIZE, align=Align.CENTRE)
    pen.text(x + _BOX + 1.5 * MM, y + _BOX / 2 + 1.4 * MM, ":", 14.0, Face.BOLD, align=Align.CENTRE)
    aimed = x + 2 * _BOX + 6 * MM
    pen.text(aimed, y + 3.4 * MM, _("aimed at"), LABEL_SIZE)
    pen.text(aimed, y + 8.4 * MM, seconds_typed(task.seconds), BODY_SIZE, Face.BOLD)


def _draw_end(pages: Pages, language: Language) -> None:
    _ = language.gettext
    fields = (
        Field(_("In all"), width=2, unit="min"),
        Field("", boxes=(_("stopped before its end, because"),), width=6),
    )
    top = pages.take(_FIELD_ROW)
    draw_fields(pages.pen, 0, top + _FIELD_ROW - 1.2 * MM, pages.frame.width, fields, 10.0)


def _draw_findings(pages: Pages, language: Language) -> None:
    """As many rows as there is room for above the signatures."""
    _ = language.gettext
    width = pages.frame.width
    titles = (_("WHAT WAS SEEN"), _("WHAT IS DONE ABOUT IT"), _("BY WHOM"), _("UNTIL"))
    edges = (0.0, 0.34 * width, 0.66 * width, 0.86 * width)
    head = LABEL_SIZE * LEADING + 2 * MM
    left = pages.room - _SIGNATURES - 2 * GAP - head
    rows = max(2, min(_FINDINGS, int(left // _FINDING_ROW)))
    top = pages.take(head + rows * _FINDING_ROW, GAP)
    pen = pages.pen
    for title, x in zip(titles, edges, strict=True):
        pen.text(x, top + LABEL_SIZE, title, LABEL_SIZE, Face.BOLD)
    for row in range(rows + 1):
        y = top + head + row * _FINDING_ROW
        pen.rule(0, y, width, thickness=THIN if row else MEDIUM, ink=HAIR_GREY if row else 0.0)
    for x in edges[1:]:
        pen.rule(
            x - 2 * MM, top + head, x - 2 * MM, top + head + rows * _FINDING_ROW, ink=HAIR_GREY
        )


_SIGNATURES = 15 * MM


def _draw_signatures(pages: Pages, language: Language) -> None:
    _ = language.gettext
    top = pages.take(_SIGNATURES, GAP)
    pen, width = pages.pen, pages.frame.width
    pen.box(0, top, width, _SIGNATURES)
    labels = (_("Signature of who led it"), _("Signature of the observer"))
    pen.rule(width / 2, top, width / 2, top + _SIGNATURES)
    for label, x in zip(labels, (0.0, width / 2), strict=True):
        pen.text(x + PADDING, top + PADDING + 6, label, 9.0)
