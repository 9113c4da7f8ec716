"""The evidence file for auditors: gathered, and written as a PDF or as a workbook."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from referent_desk.domain.departments import NodeKind
from referent_desk.domain.evidence import Evidence, EvidenceFacts, Seal, Site
from referent_desk.domain.evidence_sections import sections_of
from referent_desk.domain.group_coverage import group_coverage
from referent_desk.errors import NotFound, RefusedInput
from referent_desk.exchange.evidence_books import BookSheet, write_book
from referent_desk.language import _, spoken
from referent_desk.paper.evidence import write_evidence
from referent_desk.storage import evidence as stored
from referent_desk.storage.audit import last_link
from referent_desk.storage.bare_rows import read_rows
from referent_desk.storage.database import Connection
from referent_desk.storage.group_offices import offices_in
from referent_desk.storage.places import house_name, software_names
from referent_desk.storage.procedures import functions_by_id
from referent_desk.storage.readiness import group_facts
from referent_desk.usecases.desks import Desk
from referent_desk.usecases.garbage import uncollected
from referent_desk.usecases.print_files import pdf_at
from referent_desk.usecases.workbook_files import workbook_at
from referent_desk.words.evidence import book_widths, heads_of, row_words, seal_rows, theme_name


def gather_evidence(desk: Desk, establishment_id: str = "") -> Evidence:
    """Of the whole home where no establishment is named. Raises NotFound."""
    with desk.database.read() as connection, uncollected():
        sites = stored.sites_in(connection)
        scope = house_name(connection)
        if establishment_id:
            site = sites.get(establishment_id)
            if site is None or site.establishment_id != establishment_id:
                raise NotFound(
                    _("This establishment is not here any more."), _("Choose another one.")
                )
            scope = site.name
        facts = _facts(connection, sites, desk)
        number, seal, _home = last_link(connection)
        [home_id] = read_rows(connection, "SELECT id FROM home")[0]
    return Evidence(
        scope or _("All establishments"),
        Seal(desk.clock.now(), home_id, number, seal.hex()),
        sections_of(facts, establishment_id),
    )


def _facts(connection: Connection, sites: Mapping[str, Site], desk: Desk) -> EvidenceFacts:
    today, code = desk.clock.today(), spoken().code
    group = group_facts(connection, today)
    return EvidenceFacts(
        today=today,
        places=group.places,
        sites=sites,
        coverage=tuple(group_coverage(group, today)),
        offices=tuple(offices_in(connection)),
        functions={key: f.name(code) for key, f in functions_by_id(connection).items()},
        software=software_names(connection),
        texts=stored.text_rows(connection, group.texts, today),
        runs=stored.run_rows(connection),
        plans=stored.next_plans(connection, today),
        copies=stored.copy_counts(connection),
        practice=stored.practice_in(connection, today),
    )


def find_establishment(desk: Desk, text: str) -> str:
    """By its code, its FINESS number or its name. Raises NotFound where none or several fit."""
    wanted = text.strip().casefold()
    with desk.database.read() as connection:
        rows = read_rows(
            connection,
            "SELECT id, code, finess, name FROM node WHERE kind = :kind AND closed_on IS NULL",
            {"kind": str(NodeKind.ESTABLISHMENT)},
        )
    for field in (1, 2, 3):
        fitting = [row[0] for row in rows if row[field].casefold() == wanted]
        if wanted and len(fitting) == 1:
            return str(fitting[0])
    known = ", ".join(sorted(row[1] or row[3] for row in rows)[:20])
    raise NotFound(
        _("No establishment is called “{text}”, or more than one is.").format(text=text),
        _("Give the code or the whole name of one of these: {known}").format(known=known),
    )


def write_evidence_file(desk: Desk, output: Path, establishment_id: str = "") -> Path:
    """A PDF or a workbook, as the name ends. Raises RefusedInput, NotFound."""
    ending = output.suffix.casefold()
    if ending == ".pdf":
        with pdf_at(output) as write:
            write(write_evidence(gather_evidence(desk, establishment_id), spoken()))
        return output
    if ending != ".xlsx":
        raise RefusedInput(
            _("{path} is neither a PDF nor a workbook.").format(path=output),
            _("Let the name end in .pdf or in .xlsx."),
        )
    with workbook_at(output) as write:
        write(evidence_book(gather_evidence(desk, establishment_id)))
    return output


def evidence_book(evidence: Evidence) -> bytes:
    language = spoken()
    first = BookSheet(_("Evidence"), *seal_rows(evidence, language))
    return write_book(
        [
            first,
            *(
                BookSheet(
                    theme_name(section.theme, language),
                    heads_of(section.theme, language),
                    row_words(section, language),
                    book_widths(section.theme),
                )
                for section in evidence.sections
            ),
        ]
    )


def suggested_path(desk: Desk, ending: str) -> Path:
    name = _("evidence-{day}").format(day=desk.clock.today())
    return desk.home.prints / f"{name}{ending}"
