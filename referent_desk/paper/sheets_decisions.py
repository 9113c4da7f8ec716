"""Who decides, who warns: the signs that start and end the degraded mode, and each role."""

from __future__ import annotations

from referent_desk.domain.hotlines import in_pairs
from referent_desk.domain.sheets import DecidingRole, DecisionBody, DirectoryLine
from referent_desk.language import Language
from referent_desk.paper.blocks import (
    Block,
    ItemsBox,
    continued,
    heading,
    sheet_title,
    side_by_side,
    writing_lines,
)
from referent_desk.paper.drawing import Align
from referent_desk.paper.fonts import Face
from referent_desk.paper.layout import LaidOut, Pages
from referent_desk.paper.measures import BODY_LARGE, DENSE_LEADING, MM, WRITING_ROW
from referent_desk.paper.number_rows import NumberRow, one_by_one
from referent_desk.paper.number_words import is_in_words
from referent_desk.paper.tables import Column, Table

_NUMBER_SIZE = 14.0
_PRESENCE_SIZE = 10.0
_LEAST_NOTES = 2
"""Lines to write on."""


def lay_out_decisions(body: DecisionBody, language: Language) -> LaidOut:
    _ = language.gettext
    pages = Pages()
    pages.on_turn = continued(body.title, _("{title} (continued)"))
    sheet_title(pages, body.title)
    boxes: list[Block] = []
    if body.start_triggers:
        boxes.append(ItemsBox(_("We change to paper when"), body.start_triggers, size=BODY_LARGE))
    if body.stop_triggers:
        boxes.append(ItemsBox(_("We come back when"), body.stop_triggers, size=BODY_LARGE))
    if boxes:
        side_by_side(pages, boxes)
    _draw_roles(pages, body, language)
    _draw_presence(pages, body, language)
    writing_lines(pages, _("Notes: time, what was decided, by whom"), least=_LEAST_NOTES)
    return LaidOut(pages.finish())


def _draw_roles(pages: Pages, body: DecisionBody, language: Language) -> None:
    _ = language.gettext
    if not body.roles:
        return
    heading(pages, _("Who does what"), keep=30 * MM)
    table = Table(
        pages,
        [
            Column(_("ROLE"), 0.42, size=BODY_LARGE),
            Column(_("DECIDES, WARNS"), 0.58),
            Column(
                _("NUMBER"), fixed=38 * MM, size=_NUMBER_SIZE, face=Face.BOLD, align=Align.RIGHT
            ),
        ],
        lowest=WRITING_ROW,
    )
    table.head(keep=12 * MM)
    for role in body.roles:
        _draw_role(table, role, _("nobody for all of it"))
    table.end()


def _draw_presence(pages: Pages, body: DecisionBody, language: Language) -> None:
    """The numbers of those who answer here stand beside their roles already."""
    _ = language.gettext
    if not body.present:
        return
    said = _("{who}: {hours}")
    items = [
        ((said.format(who=_named(line), hours=""), Face.BOLD), (line.hours, Face.REGULAR))
        for line in body.present
    ]
    label = _("When the referents are there")
    box = ItemsBox(label, items, size=_PRESENCE_SIZE, leading=DENSE_LEADING)
    side_by_side(pages, [box])


def _named(line: DirectoryLine) -> str:
    """The number beside the name: behind the hours it would read as one of them."""
    number = in_pairs(line.number).replace(" ", "\u00a0")
    return f"{line.label}, {number}" if number else line.label


def _draw_role(table: Table, role: DecidingRole, nobody: str) -> None:
    """Whoever is reached by day and by night under two numbers has a line for each; `par le
    standard (9)` has more room beside the column of the numbers than in it.

    `nobody` stands where there is neither name nor number: who answers for one program alone is
    named on the sheets of that program.
    """
    number = role.contact.number if role.contact else ""
    name = _name(role) or ("" if number else nobody)
    for place, row in enumerate(one_by_one(NumberRow(role.role, name, number))):
        beneath = "".join(f"\n{said}" for said in (row.name, row.hours) if said)
        words = [(row.what, Face.BOLD), (beneath, Face.REGULAR)]
        decides = "" if place else role.decides
        if is_in_words(row.dialled):
            between = "\n" if decides else ""
            told = [(f"{decides}{between}", Face.REGULAR), (row.dialled, Face.BOLD)]
            table.row([words, told, ""])
        else:
            table.row([words, decides, row.dialled])


def _name(role: DecidingRole) -> str:
    """The contact's own role is said only where it is another word than the deciding role."""
    if role.contact is None:
        return ""
    known = role.contact.role.casefold() in role.role.casefold()
    other = "" if known else role.contact.role
    return "\n".join(part for part in (role.contact.name, other) if part)
