"""Tips: what is known of a software, and the card that hangs beside the PC."""

from __future__ import annotations

from pathlib import Path

from referent_desk.domain.hotlines import hotlines
from referent_desk.domain.support_lines import is_extension
from referent_desk.domain.tips import Tip, TipCard
from referent_desk.errors import NotFound, RefusedInput
from referent_desk.language import Language, _
from referent_desk.paper.department_pages import PageMarks
from referent_desk.paper.tips import lay_out_card
from referent_desk.storage.database import Connection
from referent_desk.storage.departments import path_to
from referent_desk.storage.software import software_by_id
from referent_desk.storage.tips import read_tip, tips_in
from referent_desk.usecases.desks import Desk
from referent_desk.usecases.paper_names import paper_path
from referent_desk.usecases.papers import paper_of, write_paper
from referent_desk.usecases.shares import share_numbers


def show_tip(desk: Desk, tip_id: str) -> Tip:
    with desk.database.read() as connection:
        tip = read_tip(connection, tip_id)
    if tip is None:
        raise NotFound(_("This tip is not here any more."), _("Choose another one."))
    return tip


def write_card(desk: Desk, department_id: str, software_id: str, output: Path) -> Path:
    """All tips of a software that hold in the department, and whom to call, on one page."""
    with desk.database.read() as connection:
        said, head = paper_of(connection, desk, department_id)
        card = _card(connection, desk, department_id, software_id, said)
    gettext = said.gettext
    marks = PageMarks(
        title=gettext("Tips: {software}").format(software=card.software),
        code=gettext("Tips"),
        under=gettext("to hang beside the PC"),
        foot=gettext("Something is missing, or wrong here? Tell the referent of the department."),
    )
    return write_paper(desk, output, lay_out_card(card, said), (head, marks, said))


def card_path(desk: Desk, department_id: str, software_id: str) -> Path:
    """Where the PDF goes if nobody says otherwise."""
    with desk.database.read() as connection:
        said, head = paper_of(connection, desk, department_id)
        software = software_by_id(connection, [software_id]).get(software_id)
    name = said.gettext("tips {software} {department}").format(
        software=software.name[:40] if software is not None else "",
        department=head.paper_code or head.department[:40],
    )
    return paper_path(desk, name)


def _card(
    connection: Connection, desk: Desk, department_id: str, software_id: str, said: Language
) -> TipCard:
    path = [node.id for node in path_to(connection, department_id)]
    tips = tips_in(connection, path, software_id)
    software = software_by_id(connection, [software_id]).get(software_id)
    if software is None or not tips:
        raise RefusedInput(
            _("There is no tip of this software for this department yet."),
            _("Write one: a title and two sentences are enough."),
        )
    numbers = share_numbers(connection, desk, department_id, software_id)
    gettext, support = said.gettext, software.support_contact
    is_own = bool(hotlines(support)) and is_extension(support)
    lines = [
        (gettext("Ask first"), gettext("the referent"), numbers.referent),
        (gettext("Account, PC, printer"), gettext("the IT department"), numbers.it),
    ]
    if support and not is_own:
        lines.append((gettext("Defect of the software"), software.vendor, support))
    return TipCard(software.name, tips, tuple(lines))
