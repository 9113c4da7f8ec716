"""The week of a department on one page: who answers when, and when nobody does.

Days are rows, hours columns. Covered by a main referent is black, by a deputy alone ruled upright,
for a part of the software alone ruled level, by nobody a crossed box; each also has its word, for a
copy of a copy.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from referent_desk.domain.hours_in_words import hours_in_words
from referent_desk.domain.presence_parts import Cover
from referent_desk.domain.presence_weeks import PresenceWeek, SubjectWeek
from referent_desk.domain.week_minutes import DAY
from referent_desk.language import Language
from referent_desk.paper.assembly import Document
from referent_desk.paper.drawing import Align, Pen
from referent_desk.paper.fonts import Face, drawable, text_width
from referent_desk.paper.measures import (
    FOOT_HEIGHT,
    FOOT_SIZE,
    LANDSCAPE,
    MEDIUM,
    MM,
    THICK,
    THIN,
)
from referent_desk.paper.pages import frame_matrix, punch_marks
from referent_desk.words.presence_parts import PartRow, answering_line, near_lines, part_rows
from referent_desk.words.presences import (
    cover_word,
    covers_of,
    day_name,
    empty_sentence,
    no_number_sentence,
    on_call_words,
    subject_name,
    totals_sentences,
    week_name,
)

_DAYS = 34 * MM
_ROW = 11 * MM
_BAR = 7 * MM
_SIZE, _LINE = 9.0, 10.0
_WIDTH = LANDSCAPE.width - _DAYS
_BOTTOM = LANDSCAPE.height - FOOT_HEIGHT - 2 * MM


def write_presence(
    week: PresenceWeek, shown: SubjectWeek, printed_at: datetime, language: Language
) -> bytes:
    """One PDF of one page, always the same bytes for the same week and moment."""
    title = language.gettext("Presence of the referents")
    document = Document(title, "", language.code, printed_at)
    pen = Pen(LANDSCAPE.height)
    rows = part_rows(week, shown, language)
    y = _draw_head(pen, title, week, shown, language)
    y = _draw_week(pen, y, week, rows, language)
    y = _draw_legend(pen, y + 2 * MM, shown, language)
    if answering := answering_line(week, shown, language):
        answering = answering[0].upper() + answering[1:]
        y += 2 * MM + pen.paragraph(0, y + 2 * MM, LANDSCAPE.width, answering, _LINE)
    if any(row.cover in (Cover.NOBODY, Cover.PARTLY) for row in rows):
        _draw_missing(pen, y + 2 * MM, week, near_lines(rows, language), language)
    _draw_foot(pen, printed_at, language)
    matrix = frame_matrix(LANDSCAPE, is_back=False)
    parts = (b"q", punch_marks(is_back=False), b"Q q", matrix, pen.operators, b"Q")
    document.add_page(b"\n".join(parts), pen.fonts)
    return document.finish(two_sided=False, turned=True)


def _draw_head(
    pen: Pen, title: str, week: PresenceWeek, shown: SubjectWeek, language: Language
) -> float:
    _ = language.gettext
    pen.text(0, 6 * MM, title, 16.0, Face.BOLD)
    week_said = week_name(week.monday, language)
    pen.text(LANDSCAPE.width, 6 * MM, week_said, 12.0, Face.BOLD, align=Align.RIGHT)
    pen.rule(0, 8 * MM, LANDSCAPE.width, thickness=THICK)
    y = 10 * MM
    named = f"{week.department} · {subject_name(shown, language)}"
    y += pen.paragraph(0, y, LANDSCAPE.width, named, 12.0, Face.BOLD) + 1 * MM
    opening = ", ".join(hours_in_words(week.opening_hours, language))
    said = [_("Open: {hours}.").format(hours=opening)] if opening else []
    said += totals_sentences(week, shown, language)
    said += filter(None, [empty_sentence(week, shown, language)])
    return y + pen.paragraph(0, y, LANDSCAPE.width, " ".join(said), 10.0) + 7 * MM


def _x(minutes: int) -> float:
    """Of a minute of the day."""
    return _DAYS + _WIDTH * minutes / DAY


def _draw_week(
    pen: Pen, y: float, week: PresenceWeek, rows: tuple[PartRow, ...], language: Language
) -> float:
    for hour in range(0, 25, 2):
        pen.text(_x(hour * 60), y - 1 * MM, str(hour), 8.0, align=Align.CENTRE)
        pen.rule(_x(hour * 60), y, _x(hour * 60), y + 7 * _ROW, thickness=THIN, ink=0.6)
    for day in range(7):
        top = y + day * _ROW
        pen.rule(0, top, LANDSCAPE.width, thickness=THIN)
        pen.text(0, top + 6.5 * MM, day_name(week.monday, day, language), 10.0, Face.BOLD)
    pen.rule(0, y + 7 * _ROW, LANDSCAPE.width, thickness=THIN)
    for row in rows:
        day = row.start // DAY
        left, right = _x(row.start - day * DAY), _x(row.end - day * DAY)
        top = y + day * _ROW + (_ROW - _BAR) / 2
        _BARS[row.cover](pen, left, top, right - left)
        _write_within(pen, left, top, right - left, row)
    return y + 7 * _ROW


def _write_within(pen: Pen, left: float, top: float, width: float, row: PartRow) -> None:
    """The first of its texts that fits, on a ground of its own."""
    for text in row.drawn:
        shown = drawable(text)
        room = text_width(shown, _SIZE, Face.BOLD) + 2 * MM
        if room <= width - 1 * MM:
            ink = 1.0 if row.cover is Cover.MAIN else 0.0
            if row.cover is not Cover.MAIN:
                pen.filled(left + (width - room) / 2, top + 1.2 * MM, room, _BAR - 2.4 * MM, 1.0)
            base, middle = top + _BAR / 2 + _SIZE * 0.35, left + width / 2
            pen.text(middle, base, shown, _SIZE, Face.BOLD, align=Align.CENTRE, ink=ink)
            return


def _black(pen: Pen, x: float, y: float, width: float) -> None:
    pen.filled(x, y, width, _BAR)


def _ruled(pen: Pen, x: float, y: float, width: float) -> None:
    pen.filled(x, y, width, _BAR, 1.0)
    at = x + 2.0
    while at < x + width:
        pen.rule(at, y, at, y + _BAR)
        at += 3.5
    pen.rectangle(x, y, width, _BAR, thickness=MEDIUM)


def _lined(pen: Pen, x: float, y: float, width: float) -> None:
    """Level lines, as the ruled ones stand upright."""
    pen.filled(x, y, width, _BAR, 1.0)
    at = y + 2.5
    while at < y + _BAR:
        pen.rule(x, at, x + width, at)
        at += 3.5
    pen.rectangle(x, y, width, _BAR, thickness=THICK)


def _crossed(pen: Pen, x: float, y: float, width: float) -> None:
    pen.filled(x, y, width, _BAR, 1.0)
    at = x
    while at < x + width:
        end = min(at + _BAR, x + width)
        pen.rule(at, y, end, y + (end - at))
        pen.rule(at, y + _BAR, end, y + _BAR - (end - at))
        at += _BAR
    pen.rectangle(x, y, width, _BAR, thickness=THICK)


_BARS: dict[Cover, Callable[[Pen, float, float, float], None]] = {
    Cover.MAIN: _black,
    Cover.DEPUTY: _ruled,
    Cover.PARTLY: _lined,
    Cover.NOBODY: _crossed,
}


def _draw_legend(pen: Pen, y: float, shown: SubjectWeek, language: Language) -> float:
    x, side = _DAYS, 12 * MM
    for cover in covers_of(shown):
        _BARS[cover](pen, x, y, side)
        word = drawable(cover_word(cover, language))
        pen.text(x + side + 2 * MM, y + _BAR / 2 + 3, word, 10.0, Face.BOLD)
        x += side + 2 * MM + text_width(word, 10.0, Face.BOLD) + 8 * MM
    return y + _BAR


def _draw_missing(
    pen: Pen, y: float, week: PresenceWeek, lines: tuple[str, ...], language: Language
) -> None:
    """Whom to call when nobody is there: as many lines as fit, in three columns."""
    _ = language.gettext
    asked = drawable(_("When nobody is there, call:"))
    pen.text(0, y + 4 * MM, asked, 11.0, Face.BOLD)
    beside = text_width(asked, 11.0, Face.BOLD) + 4 * MM
    if on_call := on_call_words(week, language):
        pen.text(beside, y + 4 * MM, on_call, 11.0, Face.BOLD)
    elif not lines:
        pen.text(0, y + 9 * MM, no_number_sentence(language), 10.0)
    y += 6 * MM
    width, top = (LANDSCAPE.width - 12 * MM) / 3, y
    x, column = 0.0, 0
    for text in lines:
        height = _height_of(text, width)
        if y + height > _BOTTOM:
            column, y = column + 1, top
            x = column * (width + 6 * MM)
            if column > 2:
                return
        y += pen.paragraph(x, y, width, text, _LINE)


def _height_of(text: str, width: float) -> float:
    return Pen(LANDSCAPE.height).paragraph(0, 0, width, text, _LINE)


def _draw_foot(pen: Pen, printed_at: datetime, language: Language) -> None:
    _ = language.gettext
    top = LANDSCAPE.height - FOOT_HEIGHT
    pen.rule(0, top, LANDSCAPE.width, thickness=THIN)
    foot = _("True on the day on which it was printed; not a sheet of the binder.")
    pen.text(0, top + 3 + FOOT_SIZE, foot, FOOT_SIZE)
    made = _("printed on {day}").format(day=language.short_date(printed_at.date()))
    pen.text(LANDSCAPE.width, top + 3 + FOOT_SIZE, made, FOOT_SIZE, align=Align.RIGHT)
