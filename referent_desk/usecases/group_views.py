"""The view of the hospital group: who answers for what, and what could be one."""

from __future__ import annotations

from pathlib import Path

from referent_desk.domain.convergences import Convergence, convergences_of, spreads_of
from referent_desk.domain.group_coverage import group_coverage
from referent_desk.domain.group_offices import GroupOffices, OfficeNarrowing, narrowed, office_rows
from referent_desk.domain.group_views import GroupConvergences, TwoTexts
from referent_desk.domain.procedures import ProcedureText
from referent_desk.errors import NotFound
from referent_desk.exchange.evidence_books import BookSheet, write_book
from referent_desk.language import _, spoken
from referent_desk.storage.convergences import owned_texts
from referent_desk.storage.database import Connection
from referent_desk.storage.drafts import written
from referent_desk.storage.evidence import sites_in
from referent_desk.storage.group_offices import offices_in
from referent_desk.storage.places import places_in, software_names
from referent_desk.storage.procedures import functions_by_id
from referent_desk.storage.readiness import group_facts, uses_in
from referent_desk.usecases.desks import Desk
from referent_desk.usecases.garbage import uncollected
from referent_desk.usecases.workbook_files import workbook_at
from referent_desk.words.group_views import (
    OFFICE_WIDTHS,
    PAIR_WIDTHS,
    SPREAD_WIDTHS,
    office_cells,
    office_heads,
    pair_cells,
    pair_heads,
    spread_cells,
    spread_heads,
)


def read_offices(desk: Desk) -> GroupOffices:
    """Every open department that keeps a binder, and who answers for its software today."""
    today = desk.clock.today()
    with desk.database.read() as connection, uncollected():
        facts = group_facts(connection, today)
        covers = {one.department_id: one.cover for one in group_coverage(facts, today)}
        offices = offices_in(connection)
        return GroupOffices(today, office_rows(facts.places, facts.uses, offices, covers, today))


def read_convergences(desk: Desk) -> GroupConvergences:
    today = desk.clock.today()
    with desk.database.read() as connection, uncollected():
        compared = convergences_of(owned_texts(connection, today))
        code = spoken().code
        return GroupConvergences(
            functions={key: f.name(code) for key, f in functions_by_id(connection).items()},
            software=software_names(connection),
            sites=sites_in(connection),
            spreads=spreads_of(places_in(connection), uses_in(connection, today)),
            compared=compared,
        )


def read_two_texts(desk: Desk, pair: Convergence) -> TwoTexts:
    """Raises NotFound where one of them has gone meanwhile."""
    with desk.database.read() as connection:
        sites = sites_in(connection)
        first, second = (_text(connection, one.revision_id) for one in (pair.first, pair.second))
    return TwoTexts(sites[pair.first.owner_id], sites[pair.second.owner_id], first, second)


def _text(connection: Connection, revision_id: str) -> ProcedureText:
    found = written(connection, revision_id)
    if found is None:
        raise NotFound(_("This text is not here any more."), _("Go back and look again."))
    return found.revision.text


def export_offices(desk: Desk, narrowing: OfficeNarrowing, output: Path) -> Path:
    language = spoken()
    with workbook_at(output) as write:
        rows = narrowed(read_offices(desk).rows, narrowing)
        cells = (office_cells(row, language) for row in rows)
        write(write_book([BookSheet(_("Referents"), office_heads(language), cells, OFFICE_WIDTHS)]))
    return output


def export_convergences(desk: Desk, output: Path) -> Path:
    """A sheet of software by function, and one of procedures that could be one."""
    language = spoken()
    with workbook_at(output) as write:
        group = read_convergences(desk)
        spreads = (spread_cells(group, one) for one in group.spreads)
        pairs = (pair_cells(group, one, language) for one in group.compared.found)
        write(
            write_book(
                [
                    BookSheet(
                        _("Software by function"), spread_heads(language), spreads, SPREAD_WIDTHS
                    ),
                    BookSheet(
                        _("Procedures that could be one"), pair_heads(language), pairs, PAIR_WIDTHS
                    ),
                ]
            )
        )
    return output


def suggested_path(desk: Desk, ending: str) -> Path:
    return desk.home.prints / (_("group-{day}").format(day=desk.clock.today()) + ending)
