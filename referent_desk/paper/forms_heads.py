"""The head of every form: its title, and the identity block where a label goes.

The code block (QR, code, revision, check code, department) is drawn by the assembly above the
title, at the left of the head. The identity block lies at the top right, in the place and of
the size of a label: what a label says is asked inside, what a label does not say beside it.
"""

from __future__ import annotations

from referent_desk.domain.forms import Field, FormDefinition
from referent_desk.language import Language
from referent_desk.paper.drawing import Align, Pen
from referent_desk.paper.fonts import Face, drawable, text_width
from referent_desk.paper.forms_fields import FIELD_SIZE, Rows, draw_fields, least_width
from referent_desk.paper.measures import (
    IDENTITY_HEIGHT,
    IDENTITY_WIDTH,
    MM,
    PADDING,
    PORTRAIT,
    THICK,
    WRITING_LINE,
    Frame,
)

CODE_BLOCK_WIDTH = PORTRAIT.width - IDENTITY_WIDTH - 3 * MM
"""On landscape forms too, where more would be free: traits are asked beside it."""

_TITLE_BASE = 35.2 * MM
_TITLE_SIZE = 18.0
_COPIES_SIZE = 7.5
_COPIES_BASE = 27.6 * MM
_AFTER_TITLE = 2.4 * MM
_BESIDE = 4.0 * MM
_IDENTITY_SIZE = 8.5
_IDENTITY_PITCH = 8.3 * MM
_STRIP_SIZE = 9.0


def draw_head(pen: Pen, frame: Frame, form: FormDefinition, language: Language) -> None:
    taken = _draw_marks(pen, frame, language) if form.identity else 0.0
    if form.identity and frame.landscape:
        taken += _draw_stay(pen, frame.width - taken - _BESIDE, language) + _BESIDE
    room = frame.width - taken - _BESIDE
    wide = text_width(drawable(form.title, Face.BOLD), _TITLE_SIZE, Face.BOLD)
    size = _TITLE_SIZE * min(1.0, room / wide)
    pen.text(0, _TITLE_BASE, form.title, size, Face.BOLD)
    said = _copies_line(form, language)
    pen.text(CODE_BLOCK_WIDTH, _COPIES_BASE, said, _COPIES_SIZE, align=Align.RIGHT)
    _draw_block(pen, frame.width - IDENTITY_WIDTH, form.identity, language)
    if form.identity and frame.landscape:
        start = CODE_BLOCK_WIDTH + _BESIDE
        room = frame.width - IDENTITY_WIDTH - _BESIDE - start
        _draw_strip(pen, start, 0.0, room, _traits(language, beside=True), _IDENTITY_PITCH)
    elif form.identity:
        rows = _traits(language, beside=False)
        _draw_strip(pen, 0, _TITLE_BASE + 0.8 * MM, frame.width, rows, WRITING_LINE)


def _draw_marks(pen: Pen, frame: Frame, language: Language) -> float:
    """Under the identity block, where no label covers them; returns their width."""
    _ = language.gettext
    field = Field("", boxes=(_("homonym"), _("identity not verified")), line=False)
    width = least_width(field, FIELD_SIZE)
    draw_fields(pen, frame.width - width, _TITLE_BASE, width, (field,))
    return width


def _draw_stay(pen: Pen, end: float, language: Language) -> float:
    """On landscape forms there is room for it on the row of the title; returns its width."""
    width = end - CODE_BLOCK_WIDTH - _BESIDE
    draw_fields(pen, end - width, _TITLE_BASE, width, _stay_fields(language), _STRIP_SIZE)
    return width


def body_top(frame: Frame, form: FormDefinition, language: Language) -> float:
    """Where the blocks begin: under the traits that are asked beside a label."""
    top = _TITLE_BASE + _AFTER_TITLE
    if form.identity and not frame.landscape:
        top += len(_traits(language, beside=False)) * WRITING_LINE
    return top


def _copies_line(form: FormDefinition, language: Language) -> str:
    """Which version of the form, and how many sheets to have ready."""
    said = [language.gettext("version {number}").format(number=form.revision)]
    if form.sheets_per_patient_day:
        said.append(_per_patient(form.sheets_per_patient_day, language))
    elif form.sheets_per_department_day:
        count = round(form.sheets_per_department_day)
        said.append(language.gettext("have {count} ready per day").format(count=count))
    return " · ".join(said)


def _per_patient(count: float, language: Language) -> str:
    _ = language.gettext
    if count >= 1:
        return _("have {count} ready per patient and day").format(count=round(count))
    return _("have 1 ready for {count} patients per day").format(count=round(1 / count))


def _draw_block(pen: Pen, x: float, identity: bool, language: Language) -> None:
    """65 × 30 mm, at the same place on every form."""
    rows = _label_fields(language) if identity else _department_fields(language)
    hint = language.gettext("label here") if identity else language.gettext("department sheet")
    pen.rectangle(x, 0, IDENTITY_WIDTH, IDENTITY_HEIGHT, thickness=THICK)
    room = IDENTITY_WIDTH - 2 * PADDING
    for number, fields in enumerate(rows):
        base = (number + 1) * _IDENTITY_PITCH - 1.2 * MM
        draw_fields(pen, x + PADDING, base, room, fields, _IDENTITY_SIZE)
    end, base = x + IDENTITY_WIDTH - PADDING, IDENTITY_HEIGHT - 1.4 * MM
    pen.text(end, base, hint, 7.5, align=Align.RIGHT)


def _label_fields(language: Language) -> Rows:
    _ = language.gettext
    return (
        (Field(_("Birth name"), strong=True),),
        (Field(_("First name at birth"), strong=True),),
        (
            Field(_("Born on"), width=3, strong=True),
            Field(_("Sex"), boxes=("F", "M"), line=False, strong=True),
        ),
    )


def _department_fields(language: Language) -> Rows:
    _ = language.gettext
    shifts = (_("morning"), _("evening"), _("night"))
    return (
        (Field(_("Date"), strong=True),),
        (Field(_("Shift"), boxes=shifts, line=False, strong=True),),
        (Field(_("Sheet no."), strong=True), Field(_("out of"))),
    )


def _draw_strip(pen: Pen, x: float, top: float, width: float, rows: Rows, pitch: float) -> None:
    for number, fields in enumerate(rows, start=1):
        base = top + number * pitch - 1.2 * MM
        draw_fields(pen, x, base, width, fields, _STRIP_SIZE)


def _traits(language: Language, *, beside: bool) -> Rows:
    """What a label does not say, or says in small print. `beside`: in the head of a landscape form,
    where stay and bed stand in the row of the title."""
    _ = language.gettext
    used = (Field(_("Name used"), width=5), Field(_("First name used"), width=5))
    born = Field(_("Born at (INSEE code or country)"), width=5)
    number = Field(_("Permanent or provisional no."), width=6, strong=True)
    if beside:
        return (used, (born,), (number,))
    return ((*used, born), (number, *_stay_fields(language)))


def _stay_fields(language: Language) -> tuple[Field, ...]:
    _ = language.gettext
    return (Field(_("Stay no."), width=3), Field(_("Room, bed"), width=3))
