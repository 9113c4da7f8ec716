from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from referent_desk.domain.group_coverage import Place, UseRow
from referent_desk.domain.group_offices import (
    Answering,
    Office,
    OfficeNarrowing,
    OfficeRow,
    narrowed,
    office_rows,
    office_totals,
)
from referent_desk.domain.readiness import Cover

TODAY = date(2026, 11, 22)
WARD = Place("ward", "Néphrologie", "0412", ("ward", "pole", "site"), "site", "Nord", "Cœur", 12)
USES: list[UseRow] = [(1, ("pre", "dossier"), 1, None), (2, ("lab", "labo"), 1, None)]


def office(
    node: str = "ward", software: str = "", rank: str = "main", kind: str = "software",
    since: str = "2026-01-01", last: str = "", person: str = "Anne Roy",
) -> Office:  # fmt: skip
    return Office(node, kind, rank, software, person, since, last)


def row(*offices: Office, uses: list[UseRow] | None = None) -> OfficeRow:
    known = USES if uses is None else uses
    covers = {"ward": Cover.HOLES}
    [found] = office_rows([WARD], {"ward": known}, offices, covers, TODAY)
    return found


@pytest.mark.parametrize(
    ("offices", "answering"),
    [
        ([], Answering.NOBODY),
        ([office()], Answering.COVERED),
        ([office("site")], Answering.COVERED),
        ([office("elsewhere")], Answering.NOBODY),
        ([office(software="dossier"), office(software="labo")], Answering.COVERED),
        ([office(software="dossier")], Answering.PARTLY),
        ([office(software="dossier"), office(rank="deputy")], Answering.PARTLY),
        ([office(software="unused")], Answering.NOBODY),
        ([office(rank="deputy")], Answering.DEPUTY),
        ([office(kind="security")], Answering.NOBODY),
        ([office(last="2026-11-21")], Answering.ORPHAN),
        ([office(last="2026-11-22")], Answering.COVERED),
        ([office(since="2026-11-23")], Answering.NOBODY),
        ([office(last="2026-11-21"), office(rank="deputy")], Answering.DEPUTY),
        ([office(last="2026-11-21", rank="deputy")], Answering.NOBODY),
        ([office(software="unused", last="2026-11-21")], Answering.NOBODY),
    ],
)
def test_how_a_department_is_answered_for(offices: list[Office], answering: Answering) -> None:
    assert row(*offices).answering is answering


def test_a_department_without_software_has_a_referent_where_one_is_there_for_all() -> None:
    assert row(office(), uses=[]).answering is Answering.COVERED
    assert row(office(software="dossier"), uses=[]).answering is Answering.NOBODY


def test_everybody_is_named_once_the_nearest_first() -> None:
    found = row(
        office("site", person="Zoé"), office(person="Anne"), office(software="labo", person="Zoé"),
        office(rank="deputy", person="Luc"), office(kind="security", person="Ève"),
    )  # fmt: skip
    assert (found.mains, found.deputies, found.security) == (("Anne", "Zoé"), ("Luc",), ("Ève",))
    assert (found.programs, found.held) == (2, 2)


def test_an_orphan_knows_since_when_and_a_covered_one_until_when() -> None:
    gone = row(office(last="2026-03-01"), office(last="2026-10-31"))
    assert gone.orphan_since == date(2026, 10, 31)
    assert row(office(last="2026-12-24")).ends_on == date(2026, 12, 24)
    assert row(office(last="2027-12-24")).ends_on is None


def test_rows_are_narrowed_by_name_establishment_and_state() -> None:
    here = row(office(person="Zoé Lê"))
    other = replace(here, name="Urgences", establishment_id="south", answering=Answering.ORPHAN)
    rows = (here, other)
    assert narrowed(rows, OfficeNarrowing("nephro zoe")) == (here,)
    assert narrowed(rows, OfficeNarrowing(establishment_id="south")) == (other,)
    assert narrowed(rows, OfficeNarrowing(answering=Answering.ORPHAN)) == (other,)
    totals = office_totals(rows)
    assert (totals.departments, totals.covered, totals.orphan, totals.share) == (2, 1, 1, 50)
    assert office_totals(()).share is None
