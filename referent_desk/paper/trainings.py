"""The attendance sheet of a training, to be signed and typed in, and its certificates."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import NamedTuple

from referent_desk.domain.skills import SkillLevel
from referent_desk.domain.skills_wards import Member
from referent_desk.language import Language
from referent_desk.paper.blocks import continued, sheet_title
from referent_desk.paper.drawing import Pen
from referent_desk.paper.layout import PageContent, Pages
from referent_desk.paper.letters import LaidLetter, lay_out_letter
from referent_desk.paper.measures import GAP, LABEL_SIZE, MM, PORTRAIT
from referent_desk.paper.people_lines import draw_facts, draw_signing
from referent_desk.paper.tables import Column, Table
from referent_desk.words.skills import level_word

_ROW = 8 * MM
_BOX = 4.2 * MM
_BLANK_ROWS = 6
"""At least so many lines without a name, for those who come from elsewhere."""
_MOST_NAMES = 60


class AskedAttendance(NamedTuple):
    """`software` and `version` are empty where they are to be written by hand."""

    department: str
    software: str
    version: str
    members: Sequence[Member]


def lay_out_attendance(asked: AskedAttendance, language: Language) -> tuple[PageContent, ...]:
    """The staff in lines, then blank ones to the foot of the page."""
    _ = language.gettext
    pages = Pages(PORTRAIT)
    title = _("Training: attendance sheet")
    pages.on_turn = continued(title, _("{title} (continued)"))
    sheet_title(pages, title)
    pages.y += GAP / 2
    named = " ".join(filter(None, (asked.software, asked.version)))
    draw_facts(
        pages,
        (
            (_("Software taught"), named),
            (_("What it was about"), ""),
            (_("Day, duration"), ""),
            (_("Held by"), ""),
        ),
    )
    pages.y += GAP
    _draw_lines(pages, asked.members[:_MOST_NAMES], language)
    draw_signing(pages, (_("Who held the training"), _("The referent")), language)
    return pages.finish()


def _draw_lines(pages: Pages, members: Sequence[Member], language: Language) -> None:
    _ = language.gettext
    words = " / ".join(level_word(level, language) for level in SkillLevel)
    table = Table(
        pages,
        (
            Column("", fixed=7 * MM, size=LABEL_SIZE),
            Column(_("Name and role"), share=1.0),
            Column(words, fixed=38 * MM),
            Column(_("Signature"), fixed=46 * MM),
        ),
        lowest=_ROW - 3 * MM,
    )
    table.head(keep=_ROW)
    number = 0
    for number, member in enumerate(members, 1):
        role = f" · {member.role}" if member.role else ""
        table.row((str(number), f"{member.name}{role}", _draw_levels, ""), drawn_height=_BOX)
    for blank in range(number + 1, number + 1 + _BLANK_ROWS):
        table.row((str(blank), "", _draw_levels, ""), drawn_height=_BOX)
    table.end()


def _draw_levels(pen: Pen, x: float, y: float, width: float, height: float) -> None:
    """A box for each level, in the order of the title."""
    step = width / len(SkillLevel)
    for place, _level in enumerate(SkillLevel):
        pen.check_box(x + place * step + (step - _BOX) / 2, y + (height - _BOX) / 2, _BOX)


def lay_out_certificates(
    letters: Sequence[LaidLetter], language: Language
) -> tuple[tuple[PageContent, ...], ...]:
    """The pages of each, one after another."""
    return tuple(map(partial(lay_out_letter, language=language), letters))
