"""The slip before replacement sheets: what to take out, what to put in, and where to sign."""

from __future__ import annotations

from referent_desk.domain.copies import StraySheet
from referent_desk.domain.slips import SheetNumber, SlipBody, SlipLine
from referent_desk.language import Language
from referent_desk.paper.blocks import continued, draw_label, sheet_title
from referent_desk.paper.drawing import Pen
from referent_desk.paper.fonts import Face, drawable, text_width
from referent_desk.paper.layout import LaidOut, Pages
from referent_desk.paper.measures import (
    BODY_LARGE,
    BODY_SIZE,
    GAP,
    LEADING,
    MEDIUM,
    MM,
    PADDING,
    WRITING_LINE,
)
from referent_desk.paper.paragraphs import Text, wrap
from referent_desk.paper.tables import Column, Table

_BOX = 12.0
_BELOW_TICK = 1.5 * MM
_SIGNING = 1.5 * WRITING_LINE + 2 * MM
"""Height of the row to write in, under which the boxes to tick stand."""
_SHARES = (0.0, 0.42, 0.62, 1.0)
"""Where the name, the day and the signature begin and end, of the width of the certificate."""


def slip_title(lines: tuple[SlipLine, ...], language: Language) -> str:
    """What is to be done, with how many sheets."""
    ngettext, count = language.ngettext, len(lines)
    if not any(line.takes_out for line in lines):
        words = ngettext("Insert {count} sheet", "Insert {count} sheets", count)
    elif all(line.inserted is None for line in lines):
        words = ngettext("Remove {count} sheet", "Remove {count} sheets", count)
    elif all(line.inserted and line.takes_out for line in lines):
        words = ngettext("Replace {count} sheet", "Replace {count} sheets", count)
    else:
        words = ngettext("Change {count} sheet", "Change {count} sheets", count)
    return words.format(count=count)


def lay_out_slip(body: SlipBody, language: Language) -> LaidOut:
    _ = language.gettext
    pages = Pages()
    pages.on_turn = continued(body.title, _("{title} (continued)"))
    sheet_title(pages, body.title, _copy_words(body, language))
    pages.y += GAP / 2
    _draw_table(pages, body, language)
    _draw_end(pages, body, language)
    return LaidOut(pages.finish())


def _copy_words(body: SlipBody, language: Language) -> Text:
    copy = language.gettext("Copy {number}").format(number=body.copy_number)
    place = f" · {body.copy_place}" if body.copy_place else ""
    return [(copy, Face.BOLD), (place, Face.REGULAR)]


def _draw_table(pages: Pages, body: SlipBody, language: Language) -> None:
    _ = language.gettext
    table = Table(
        pages,
        [
            Column(_("DONE"), fixed=10 * MM),
            Column(_("SHEET"), 0.8),
            Column(_("TAKE OUT"), fixed=31 * MM),
            Column(_("PUT IN"), fixed=31 * MM),
            Column(_("WHY"), 1.0),
        ],
        lowest=2 * BODY_SIZE * LEADING,
    )
    table.head(keep=12 * MM)
    for line in body.lines:
        sheet: Text = [(line.code, Face.BOLD), (f"\n{line.title}", Face.REGULAR)]
        table.row(
            [
                _draw_box,
                sheet,
                _out_words(line, language),
                _number_words(line.inserted, language, is_bold=True),
                line.reason,
            ]
        )
    table.end()


def _out_words(line: SlipLine, language: Language) -> Text:
    if line.stray is None:
        return _number_words(line.removed, language, is_bold=False)
    said = _stray_words(line.stray, language)
    if line.removed is None:
        return said
    return [*_number_words(line.removed, language, is_bold=False), ("\n", Face.REGULAR), *said]


def _stray_words(stray: StraySheet, language: Language) -> list[tuple[str, Face]]:
    """As it was read: by this it is told from the sheet that should lie there."""
    _ = language.gettext
    said = [(_("the stray sheet read:"), Face.REGULAR)]
    if stray.code:
        said.append((f" {stray.code}", Face.BOLD))
    if stray.paper_code:
        said.append((f" ({stray.paper_code})", Face.REGULAR))
    if stray.revision is not None:
        revision = _("rev. {revision}").format(revision=stray.revision)
        said.append((f"\n{revision}", Face.REGULAR))
    if stray.check_code:
        word = _("check") if stray.revision is not None or not stray.code else _("No.")
        said += [(f"\n{word} ", Face.REGULAR), (stray.check_code, Face.BOLD)]
    if stray.is_current:
        back = _("to its own place if it is missing there")
        said.append((f"\n{back}", Face.REGULAR))
    return said


def _number_words(
    number: SheetNumber | None, language: Language, *, is_bold: bool
) -> list[tuple[str, Face]]:
    _ = language.gettext
    if number is None:
        return [(_("nothing"), Face.REGULAR)]
    revision = "—" if number.revision is None else str(number.revision)
    before, after = _("rev. {revision}").split("{revision}")
    return [
        (before, Face.REGULAR),
        (revision, Face.BOLD if is_bold else Face.REGULAR),
        (f"{after}\n{_('check')} ", Face.REGULAR),
        (number.check_code, Face.BOLD),
    ]


def _draw_box(pen: Pen, x: float, y: float, width: float, height: float) -> None:
    pen.check_box(x, y + height / 2 - _BOX / 2, _BOX)


def _draw_end(pages: Pages, body: SlipBody, language: Language) -> None:
    """What becomes of the other sheets and of the old ones, and the certificate: on one page."""
    rest = wrap(_rest(body, language), pages.frame.width, BODY_LARGE)
    certificate = _Certificate(body, language, pages.frame.width)
    height = len(rest) * BODY_LARGE * LEADING
    between = 1.5 * GAP if rest else 0.0
    top = pages.take(height + between + certificate.height, 1.5 * GAP)
    pages.pen.lines(0, top, rest, BODY_LARGE)
    certificate.draw(pages.pen, top + height + between)


def _rest(body: SlipBody, language: Language) -> Text:
    _, ngettext = language.gettext, language.ngettext
    sentences: list[tuple[str, Face]] = []
    if body.remaining:
        stays = ngettext(
            "The other sheet stays where it is.",
            "The {count} other sheets stay where they are.",
            body.remaining,
        )
        sentences.append((stays.format(count=body.remaining) + " ", Face.REGULAR))
    if body.removed:
        bin_words = _("Throw the old ones into the bin for confidential paper.")
        sentences.append((bin_words + " ", Face.REGULAR))
    if body.superseded is not None:
        pattern = _("Print run {number} was never filed: throw its sheets away too.")
        sentences.append((pattern.format(number=body.superseded), Face.BOLD))
    return sentences


class _Certificate:
    """Who did it and when, signed by hand; it is recorded in the program afterwards."""

    def __init__(self, body: SlipBody, language: Language, width: float) -> None:
        self._language = language
        self._width = width
        self._room = width - 2 * PADDING
        self._said = wrap(_certified(body, language), self._room, BODY_SIZE)
        ticks = _ticks(body, language)
        self._ticks = [wrap(text, self._room - _BOX - 5, BODY_SIZE) for text in ticks]

    @property
    def height(self) -> float:
        ticks = sum(len(lines) * BODY_SIZE * LEADING + _BELOW_TICK for lines in self._ticks)
        return self._head + _SIGNING + ticks + PADDING

    @property
    def _head(self) -> float:
        return PADDING + 12.0 + len(self._said) * BODY_SIZE * LEADING

    def draw(self, pen: Pen, top: float) -> None:
        label = self._language.gettext("Insertion certificate (F32)")
        pen.box(0, top, self._width, self.height, thickness=MEDIUM)
        y = draw_label(pen, label, PADDING, top + PADDING)
        pen.lines(PADDING, y, self._said, BODY_SIZE)
        y = top + self._head + _SIGNING
        _draw_writing(pen, PADDING, y - 3.5 * MM, self._room, self._language)
        for lines in self._ticks:
            pen.check_box(PADDING, y + 1, _BOX)
            y += pen.lines(PADDING + _BOX + 5, y, lines, BODY_SIZE) + _BELOW_TICK


def _certified(body: SlipBody, language: Language) -> str:
    _ = language.gettext
    if body.run_number is None:
        return _("I have done what is ticked on this slip in copy {copy}.").format(
            copy=body.copy_number
        )
    pattern = _("I have done what is ticked on this slip in copy {copy}, with print run {number}.")
    return pattern.format(copy=body.copy_number, number=body.run_number)


def _ticks(body: SlipBody, language: Language) -> tuple[str, ...]:
    _, ngettext = language.gettext, language.ngettext
    recorded = () if body.unregistered else (_("Certificate recorded in the program"),)
    if not body.removed:
        return recorded
    destroyed = ngettext(
        "The sheet taken out was destroyed",
        "The {count} sheets taken out were destroyed",
        body.removed,
    )
    return (destroyed.format(count=body.removed), *recorded)


def _draw_writing(pen: Pen, x: float, base: float, width: float, language: Language) -> None:
    _ = language.gettext
    for label, left, right in zip(
        (_("Name"), _("on"), _("Signature")), _SHARES, _SHARES[1:], strict=False
    ):
        start = x + left * width
        pen.text(start, base, label, BODY_SIZE)
        begin = start + text_width(drawable(label), BODY_SIZE) + 1.5 * MM
        end = x + right * width - (0 if right == 1.0 else 3 * MM)
        pen.writing_line(begin, base + 1, end)
