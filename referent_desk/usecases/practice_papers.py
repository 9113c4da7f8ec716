"""The papers of reading and dialling: F33 to be signed, the numbers of the month to be dialled."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from referent_desk.domain.acknowledgements import Register, Taught, share_of
from referent_desk.errors import RefusedInput
from referent_desk.language import _
from referent_desk.paper.department_pages import PageMarks
from referent_desk.paper.dial_lists import lay_out_dial_list
from referent_desk.paper.measures import LANDSCAPE
from referent_desk.paper.signing_sheets import CODE, lay_out_signing_sheet
from referent_desk.storage.departments import path_to, read_node
from referent_desk.usecases.acknowledgements import register_in
from referent_desk.usecases.binder_languages import binder_language
from referent_desk.usecases.desks import Desk
from referent_desk.usecases.dial_facts import dial_check
from referent_desk.usecases.paper_names import called_on_papers, paper_path
from referent_desk.usecases.papers import paper_of, write_paper


def write_signing_sheet(
    desk: Desk, department_id: str, revision_ids: Sequence[str], output: Path
) -> Path:
    """F33 in the language of the binder, for these revisions; for none named, for all that
    somebody of the staff lacks, else for all. Raises RefusedInput where nothing is in force."""
    with desk.database.read() as connection:
        said, head = paper_of(connection, desk, department_id)
        register = register_in(connection, department_id, desk.clock.today())
    taught = _wanted(register, revision_ids)
    if not taught:
        raise RefusedInput(
            _("No text is in force here yet: there is nothing to sign for."),
            _("Approve a procedure first."),
        )
    gettext = said.gettext
    marks = PageMarks(
        title=gettext("Read and practised"),
        code=CODE,
        under=gettext("reading and practice register"),
        foot=gettext(
            "Tick and sign. Practised: done once on paper, alone or in a drill. A cross that is "
            "printed is known already. Type it in afterwards: Degraded modes, Read and practised."
        ),
    )
    pages = lay_out_signing_sheet(register, taught, said)
    return write_paper(desk, output, pages, (head, marks, said), LANDSCAPE, turned=True)


def _wanted(register: Register, revision_ids: Sequence[str]) -> tuple[Taught, ...]:
    """The most critical ones first: they are on the first sheet."""
    ordered = sorted(register.taught, key=lambda one: one.criticality or 9)
    if revision_ids:
        return tuple(one for one in ordered if one.revision_id in revision_ids)
    cells = register.cells()
    lacking = [one for one in ordered if share_of(register, cells, one.procedure_id).percent < 100]
    return tuple(lacking or ordered)


def write_dial_list(desk: Desk, department_id: str, output: Path) -> Path:
    """The numbers that are drawn this month. Raises RefusedInput where there is none."""
    with desk.database.read() as connection:
        said, head = paper_of(connection, desk, department_id)
        path = path_to(connection, department_id)
        check = dial_check(connection, path, desk.clock.today())
    dialable = tuple(line for line in check.drawn if line.number)
    if not dialable:
        raise RefusedInput(
            _("The directory of this department has no number to dial yet."),
            _("Add a number first."),
        )
    gettext = said.gettext
    marks = PageMarks(
        title=gettext("Numbers to dial"),
        code=gettext("DIAL"),
        under=gettext("dial check, {day}").format(day=said.short_date(check.today)),
        foot=gettext("Type it in afterwards: Departments, Dial check. Then throw this page away."),
    )
    pages = lay_out_dial_list(replace(check, drawn=dialable), said)
    return write_paper(desk, output, pages, (head, marks, said))


def suggested_path(desk: Desk, what: str, department_id: str) -> Path:
    """Where the PDF goes if nobody says otherwise; `what`: signing or dialling."""
    with desk.database.read() as connection:
        node = read_node(connection, department_id)
        said = binder_language(connection, desk, department_id)
    named = {"signing": CODE, "dialling": said.gettext("numbers to dial")}[what]
    return paper_path(desk, named, called_on_papers(node), desk.clock.today())
