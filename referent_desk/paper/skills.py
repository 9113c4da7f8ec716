"""The grid of skills, across the page: people in lines, the software used in columns."""

from __future__ import annotations

from collections.abc import Sequence

from referent_desk.domain.skills import Skill
from referent_desk.domain.skills_wards import Member, UsedSoftware, WardSkills, gaps_of
from referent_desk.language import Language
from referent_desk.paper.drawing import Align, Pen
from referent_desk.paper.fonts import Face
from referent_desk.paper.layout import PageContent, Pages
from referent_desk.paper.measures import (
    HAIR_GREY,
    LABEL_SIZE,
    LANDSCAPE,
    MEDIUM,
    MM,
    THIN,
)
from referent_desk.paper.paragraphs import Line, wrap
from referent_desk.words.skills import level_legend, level_letter

COLUMNS_A_PAGE = 10
_ROW, _HEAD, _FOOT = 7.4 * MM, 17 * MM, 7.4 * MM
_NAMES = 66 * MM
_LETTER_SIZE, _SIZE = 11.0, 10.0
_INSET = 1.4 * MM


def lay_out_skill_grid(ward: WardSkills, language: Language) -> tuple[PageContent, ...]:
    """As many sets of pages as the software needs; each set has all the people."""
    pages = Pages(LANDSCAPE)
    sets = max(-(-len(ward.used) // COLUMNS_A_PAGE), 1)
    columns = max(-(-len(ward.used) // sets), 1)  # as many on each
    for first in range(0, max(len(ward.used), 1), columns):
        if first:
            pages.turn()
        _draw_set(pages, ward, ward.used[first : first + columns], language)
    return pages.finish()


def _draw_set(
    pages: Pages, ward: WardSkills, used: Sequence[UsedSoftware], language: Language
) -> None:
    _draw_legend(pages, language)
    members = list(ward.members)
    place = 0
    while True:
        _draw_head(pages, used, language)
        fitting = max(pages.fitting(_ROW) - 1, 1)
        here = members[place : place + fitting]
        top = pages.y
        for member in here:
            _draw_row(pages, ward, member, used, language)
        _draw_rules(pages, top, len(here), len(used))
        place += fitting
        if place >= len(members):
            break
        pages.turn()
    _draw_sums(pages, ward, used, language)


def _draw_legend(pages: Pages, language: Language) -> None:
    _ = language.gettext
    renewed = _("(letter): had it, to be trained again · *: ends within 60 days")
    lines = wrap(f"{level_legend(language)} · {renewed}", LANDSCAPE.width, _SIZE)
    top = pages.take(len(lines) * _SIZE * 1.27 + 2 * MM)
    pages.pen.lines(0, top, lines, _SIZE)


def _width(columns: int) -> float:
    return (LANDSCAPE.width - _NAMES) / max(columns, 5)


def _draw_head(pages: Pages, used: Sequence[UsedSoftware], language: Language) -> None:
    _ = language.gettext
    top = pages.take(_HEAD)
    pen, width = pages.pen, _width(len(used))
    pen.text(0, top + _HEAD - 1.6 * MM, _("NAME AND FIRST NAME"), LABEL_SIZE, Face.BOLD)
    for column, one in enumerate(used):
        x = _NAMES + column * width + _INSET
        title = wrap(one.name, width - 2 * _INSET, 9.0, Face.BOLD)[:3]
        room = 1 if len(title) == 3 else 2
        under: list[Line] = wrap(one.release, width - 2 * _INSET, LABEL_SIZE)[:room]
        height = len(title) * 9.0 * 1.15 + len(under) * LABEL_SIZE * 1.2
        y = top + _HEAD - 1.2 * MM - height
        pen.lines(x, y, title, 9.0, leading=1.15)
        pen.lines(x, y + len(title) * 9.0 * 1.15, under, LABEL_SIZE, leading=1.2)
    pen.rule(0, pages.y, LANDSCAPE.width, thickness=MEDIUM)


def _draw_row(
    pages: Pages,
    ward: WardSkills,
    member: Member,
    used: Sequence[UsedSoftware],
    language: Language,
) -> None:
    top = pages.take(_ROW)
    pen, width = pages.pen, _width(len(used))
    _draw_name(pen, top, member, language)
    base = top + _ROW / 2 + _LETTER_SIZE * 0.35
    for column, one in enumerate(used):
        said = _letter(ward.skill(member.id, one.id), ward, language)
        face = Face.BOLD if said != "–" else Face.REGULAR
        x = _NAMES + (column + 0.5) * width
        pen.text(x, base, said, _LETTER_SIZE, face, align=Align.CENTRE)


def _draw_name(pen: Pen, top: float, member: Member, language: Language) -> None:
    """Too long a name goes on beneath, and is cut there."""
    name = member.name
    if not member.is_staff:
        name = language.gettext("{name} (of elsewhere)").format(name=name)
    words = [(name, Face.BOLD)]
    if member.role:
        words.append((f"  {member.role}", Face.REGULAR))
    size = _SIZE
    lines = wrap(words, _NAMES - 2 * MM, size)
    if len(lines) > 1:
        size = 7.6
        lines = wrap(words, _NAMES - 2 * MM, size)[:2]
    height = len(lines) * size * 1.12
    pen.lines(0, top + (_ROW - height) / 2, lines, size, leading=1.12)


def _letter(skill: Skill, ward: WardSkills, language: Language) -> str:
    if skill.level is not None:
        mark = "*" if skill.runs_out(ward.today) else ""
        return f"{level_letter(skill.level, language)}{mark}"
    return f"({level_letter(skill.lost, language)})" if skill.lost is not None else "–"


def _draw_sums(
    pages: Pages, ward: WardSkills, used: Sequence[UsedSoftware], language: Language
) -> None:
    """How many help or train: where it is nobody, the ward asks somewhere else."""
    _ = language.gettext
    top = pages.take(_FOOT)
    pen, width, base = pages.pen, _width(len(used)), top + _FOOT / 2 + _SIZE * 0.35
    pen.text(0, base, _("Help or train"), _SIZE, Face.BOLD)
    gaps = {one.software_id: one for one in gaps_of(ward)}
    for column, one in enumerate(used):
        found = gaps[one.id]
        count = found.helps + found.trains
        said = str(count) if count else _("nobody")
        x = _NAMES + (column + 0.5) * width
        pen.text(x, base, said, _SIZE, Face.BOLD, align=Align.CENTRE)
    pen.rule(0, top, LANDSCAPE.width, thickness=MEDIUM)


def _draw_rules(pages: Pages, top: float, rows: int, columns: int) -> None:
    pen, bottom, width = pages.pen, top + rows * _ROW, _width(columns)
    for row in range(1, rows + 1):
        pen.rule(0, top + row * _ROW, LANDSCAPE.width, thickness=THIN, ink=HAIR_GREY)
    for column in range(columns):
        x = _NAMES + column * width
        pen.rule(x, top - _HEAD, x, bottom, thickness=THIN, ink=HAIR_GREY)
