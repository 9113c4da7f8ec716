"""Head and foot of every page: whose sheet it is, which one, and whether it can be trusted.

They are drawn when the binder is assembled, in the coordinates of the sheet's frame.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from referent_desk.domain.sheets import BinderStamp, Head, ProcedureBody, Sheet
from referent_desk.domain.slips import SlipBody
from referent_desk.language import Language
from referent_desk.paper.drawing import Align, Pen
from referent_desk.paper.fonts import Face, drawable, text_width
from referent_desk.paper.layout import HeadKind
from referent_desk.paper.measures import (
    FOOT_HEIGHT,
    FOOT_SIZE,
    IDENTITY_WIDTH,
    MM,
    PORTRAIT,
    QR_SIZE,
    THICK,
    THIN,
    Frame,
)
from referent_desk.paper.paragraphs import Line, wrap

_BESIDE_QR = 4.6 * MM  # the quiet zone of a symbol of 25 modules is 3.5 mm
_CODE_WIDTH = 50 * MM
_RULE_AT = 25.9 * MM
_CODE_SIZE = 24.0
_STACK_HEIGHT = 22.5 * MM
_FOOT_SIZES = (
    (FOOT_SIZE, 0),
    (7.0, 0),
    (FOOT_SIZE, 3),
    (7.0, 4),
    (6.5, 9),
    (6.0, 9),
    (5.5, 9),
    (5.0, 9),
)
"""Type sizes and the most lines at each; 0: each text on one line of its own."""
_MOST_LINES = (2, 3, 2)
"""Of each text of the head where they are too long at the smallest size."""
_SMALL = 9.0
_PAYLOAD_SIZE = 6.5


class PageNumber(NamedTuple):
    """Local to the sheet: `page 1/2`. A back left empty carries the number of its front."""

    page: int
    pages: int
    is_back: bool = False

    def words(self, language: Language) -> str:
        _ = language.gettext
        pattern = _("back of {page}/{pages}") if self.is_back else _("page {page}/{pages}")
        return pattern.format(page=self.page, pages=self.pages)


def unit_words(head: Head, language: Language) -> str:
    """`UF 0412 · 24 lits · 2e étage, aile B`, as far as it is known."""
    _, ngettext = language.gettext, language.ngettext
    beds = ""
    if head.beds:
        beds = ngettext("{count} bed", "{count} beds", head.beds).format(count=head.beds)
    unit = _("Unit {code}").format(code=head.code) if head.code else ""
    beds, unit = beds.replace(" ", "\u00a0"), unit.replace(" ", "\u00a0")
    return " · ".join(part for part in (unit, beds, head.place) if part)


def revision_words(revision: int | None, language: Language) -> str:
    _ = language.gettext
    return _("rev. {revision}").format(revision="—" if revision is None else revision)


def draw_department(pen: Pen, head: Head, kind: HeadKind, width: float, language: Language) -> None:
    """The part of the head that is the same on every sheet of a binder with that frame."""
    above = " · ".join(part for part in (head.establishment, head.pole) if part)
    under = unit_words(head, language)
    if kind is HeadKind.FORM:
        left = QR_SIZE + _BESIDE_QR
        room = PORTRAIT.width - IDENTITY_WIDTH - left - 3 * MM  # on landscape forms too
        below = " · ".join(part for part in (head.establishment, under) if part)
        _fitted(pen, left, 19.2 * MM, room, head.department, (11.0, 10.0, 9.0, 8.0), Face.BOLD)
        _fitted(pen, left, 23.4 * MM, room, below, (8.0, 7.5, 7.0, 6.5), Face.REGULAR)
        return
    room = width - QR_SIZE - _BESIDE_QR - _CODE_WIDTH - 4 * MM
    rows = ((above, _SMALL, Face.REGULAR), (head.department, 18.0, Face.BOLD))
    _stacked(pen, room, (*rows, (under, _SMALL, Face.REGULAR)))


def _stacked(pen: Pen, width: float, rows: Sequence[tuple[str, float, Face]]) -> None:
    """Texts one under the other, all as large as the height beside the symbol allows.

    What is too long even so is cut with a sign: the cover has the whole name.
    """
    for scale in (1.0, 0.9, 0.8, 0.72, 0.65, 0.6, 0.55):
        set_rows = [
            (wrap(text, width, size * scale, face), size * scale) for text, size, face in rows
        ]
        height = sum(len(lines) * size * 1.18 for lines, size in set_rows)
        if height <= _STACK_HEIGHT and len(set_rows[1][0]) <= 2:
            break
    if height > _STACK_HEIGHT:
        set_rows = [
            (_cut(lines, most), size)
            for (lines, size), most in zip(set_rows, _MOST_LINES, strict=True)
        ]
        height = sum(len(lines) * size * 1.18 for lines, size in set_rows)
    y = max(0.0, (_STACK_HEIGHT - height) / 2)
    for lines, size in set_rows:
        y += pen.lines(0, y, lines, size, leading=1.18)


def draw_code(pen: Pen, sheet: Sheet, frame: Frame, kind: HeadKind, language: Language) -> None:
    """Code and check code; the symbol beside them is drawn by the assembly."""
    _ = language.gettext
    code = sheet.content.code
    if kind is HeadKind.FORM:
        left = QR_SIZE + _BESIDE_QR
        pen.text(left, 7.6 * MM, code, _CODE_SIZE, Face.BOLD)
        master = left + text_width(drawable(code, Face.BOLD), _CODE_SIZE, Face.BOLD) + 3 * MM
        lines = wrap(_("master to copy, without number"), 32 * MM, 7.5)
        pen.lines(master, 3.2 * MM, lines, 7.5, leading=1.15)
        return
    right = frame.width - QR_SIZE - _BESIDE_QR
    pen.text(right, 7.8 * MM, code, _CODE_SIZE, Face.BOLD, align=Align.RIGHT)
    width = text_width(sheet.check_code, 14.0, Face.BOLD) + 3 * 1.4
    pen.text(right - width, 18.6 * MM, sheet.check_code, 14.0, Face.BOLD, spacing=1.4)
    pen.text(right - width - 4, 18.6 * MM, _("check"), 9.5, align=Align.RIGHT)


def draw_number(
    pen: Pen, sheet: Sheet, frame: Frame, kind: HeadKind, number: PageNumber, language: Language
) -> None:
    """Revision and n/N; on a form the check code follows on the same line."""
    _ = language.gettext
    words = f"{revision_words(sheet.revision, language)} · {number.words(language)}"
    if kind is HeadKind.FORM:
        left = QR_SIZE + _BESIDE_QR
        x = left + pen.text(left, 13.2 * MM, f"{words} · {_('check')} ", _SMALL)
        pen.text(x + 2, 13.2 * MM, sheet.check_code, 11.0, Face.BOLD, spacing=1.0)
        return
    right = frame.width - QR_SIZE - _BESIDE_QR
    pen.text(right, 13.0 * MM, words, 9.5, align=Align.RIGHT)


def draw_payload(
    pen: Pen, payload: str, frame: Frame, kind: HeadKind, *, has_symbol: bool = True
) -> None:
    """What the symbol says, in letters beside it, and the rule under the head."""
    if kind is HeadKind.FORM:
        pen.text(0, 27.6 * MM, payload, _PAYLOAD_SIZE)
        return
    right = frame.width - (QR_SIZE + _BESIDE_QR if has_symbol else 0)
    pen.text(right, 22.0 * MM, payload, _PAYLOAD_SIZE, align=Align.RIGHT)
    pen.rule(0, _RULE_AT, frame.width, thickness=THICK)


def symbol_corner(frame: Frame, kind: HeadKind) -> tuple[float, float]:
    """Where the lower left corner of the symbol lies, from the frame's lower left corner."""
    x = 0.0 if kind is HeadKind.FORM else frame.width - QR_SIZE
    return x, frame.height - QR_SIZE


def draw_foot(pen: Pen, sheet: Sheet, stamp: BinderStamp, frame: Frame, language: Language) -> None:
    """Referent, approval, drill, next review; which copy, which printing."""
    top = frame.height - FOOT_HEIGHT
    pen.rule(0, top, frame.width, thickness=THIN)
    right = _copy_lines(stamp, language)
    right_width = min(
        0.42 * frame.width, max(text_width(drawable(line), FOOT_SIZE) for line in right) + 1
    )
    left_width = frame.width - right_width - 6 * MM
    left = [*_people_line(stamp, language), *_trust_line(sheet, language)]
    if isinstance(sheet.content.body, SlipBody):
        left = _return_line(stamp, language)
    _fitted_lines(pen, 0, top + 3, left_width, left, Align.LEFT)
    _fitted_lines(pen, frame.width, top + 3, right_width, right, Align.RIGHT)


def _people_line(stamp: BinderStamp, language: Language) -> list[str]:
    _ = language.gettext
    referent, security = stamp.referent, stamp.security_referent
    is_of_programs = not referent and stamp.referent_count > 0
    several = stamp.referent_count > 1 or is_of_programs
    pattern = _("Referents: {names}") if several else _("Referent: {name}")
    if referent and referent == security:
        several, pattern = False, _("Referent for software and security: {name}")
        security = ""
    nobody = (
        _("named on the sheet of each software") if is_of_programs else _("nobody is appointed")
    )
    told = referent or nobody
    parts = [pattern.format(names=told) if several else pattern.format(name=told)]
    if stamp.deputy:
        parts.append(_("deputy: {name}").format(name=stamp.deputy))
    if security:
        parts.append(_("security referent: {name}").format(name=security))
    return [" — ".join(parts)]


def _return_line(stamp: BinderStamp, language: Language) -> list[str]:
    """Who is given the signed slip back."""
    _ = language.gettext
    if not stamp.referent:
        return [_("Sign it and keep it until it is recorded.")]
    return [_("Sign it, then give it back to: {name}").format(name=stamp.referent)]


def _trust_line(sheet: Sheet, language: Language) -> list[str]:
    _ = language.gettext
    stamp, parts = sheet.stamp, []
    if stamp.author:
        parts.append(_("written by {name}").format(name=stamp.author))
    if stamp.approver and stamp.approved_on:
        pattern = _("approved by {name} on {day}")
        day = language.short_date(stamp.approved_on)
        parts.append(pattern.format(name=stamp.approver, day=day))
    elif stamp.approver:
        parts.append(_("approved by {name}").format(name=stamp.approver))
    elif isinstance(sheet.content.body, ProcedureBody):
        parts.append(_("approved by nobody"))
    if stamp.next_review:
        day = language.short_date(stamp.next_review)
        parts.append(_("next review: {day}").format(day=day).replace(" ", "\u00a0"))
    if stamp.last_drill:
        parts.append(_("last drill: {drill}").format(drill=stamp.last_drill))
    line = " · ".join(parts)
    return [line[:1].upper() + line[1:]] if line else []


def _copy_lines(stamp: BinderStamp, language: Language) -> list[str]:
    _ = language.gettext
    moment = stamp.printed_at
    copy = [stamp.copy_place]
    if stamp.copy_number is not None:
        copy.insert(0, _("copy {number}").format(number=stamp.copy_number))
    if stamp.holder:
        copy.append(_("kept by {name}").format(name=stamp.holder))
    printed = _("printed on {day} at {time}").format(
        day=language.short_date(moment.date()), time=language.time(moment)
    )
    if stamp.unregistered:
        run = _("Unregistered printing")
    elif stamp.run_number is None:
        run = _("Preview, not recorded")
    else:
        run = _("print run {number}").format(number=stamp.run_number)
    lines = [" · ".join(part for part in copy if part), f"{run} · {printed}"]
    return [line for line in lines if line]


def _fitted(
    pen: Pen, x: float, y: float, width: float, text: str, sizes: Sequence[float], face: Face
) -> None:
    """The largest size at which the text is one line; at the smallest one, two at most."""
    shown = drawable(text, face)
    for size in sizes:
        if text_width(shown, size, face) <= width:
            pen.text(x, y, shown, size, face)
            return
    size = sizes[-1]
    lines = _cut(wrap(text, width, size, face), 2)
    pen.lines(x, y - size * (0.5 + 0.55 * len(lines)), lines, size, leading=1.1)


def _fitted_lines(
    pen: Pen, x: float, y: float, width: float, texts: Sequence[str], align: Align
) -> None:
    """The foot may shrink when names are long; what still does not fit is cut with a sign."""
    lines: list[Line] = []
    size = FOOT_SIZE
    for size, most in _FOOT_SIZES:
        lines = [line for text in texts for line in wrap(text, width, size)]
        if len(lines) <= (most or len(texts)) and len(lines) * size * 1.2 <= FOOT_HEIGHT - 3:
            break
    lines = _cut(lines, int((FOOT_HEIGHT - 3) // (size * 1.2)))
    pen.lines(x, y, lines, size, leading=1.2, align=align)


def _cut(lines: list[Line], most: int) -> list[Line]:
    return lines if len(lines) <= most else [*lines[: most - 1], (("…", Face.REGULAR),)]
