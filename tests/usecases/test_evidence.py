from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from openpyxl import load_workbook

from referent_desk.domain.evidence import Evidence, Section, Theme
from referent_desk.domain.readiness import totals_of
from referent_desk.errors import NotFound, RefusedInput
from referent_desk.language import speak
from referent_desk.storage.audit import last_link
from referent_desk.storage.first_steps import establishments
from referent_desk.usecases.desks import Desk
from referent_desk.usecases.evidence import (
    find_establishment,
    gather_evidence,
    write_evidence_file,
)
from referent_desk.usecases.readiness import read_group
from tests.paper.pdfs import page_texts
from tests.usecases.homes import bare_desk, demo_desk


@pytest.fixture(autouse=True)
def _french() -> None:
    speak("fr")


@pytest.fixture(scope="module")
def demo(module_path: Path) -> Iterator[Desk]:
    desk = demo_desk(module_path)
    yield desk
    desk.close()


def section(evidence: Evidence, theme: Theme) -> Section:
    [found] = [one for one in evidence.sections if one.theme is theme]
    return found


def sites(desk: Desk) -> list[tuple[str, str]]:
    with desk.database.read() as connection:
        return [(key, name) for name, key in establishments(connection).items()]


def test_all_sections_are_there_and_their_establishments_add_up(demo: Desk) -> None:
    evidence = gather_evidence(demo)
    assert [one.theme for one in evidence.sections] == list(Theme)
    for one in evidence.sections:
        assert sum(site.part for site in one.sites) == one.part
        assert sum(site.whole for site in one.sites) == one.whole
        assert one.part <= one.whole
        assert {row[0] for row in one.rows} == {site.establishment for site in one.sites}


def test_the_share_covered_is_that_of_the_grid(demo: Desk) -> None:
    totals = totals_of(read_group(demo).departments)
    covered = section(gather_evidence(demo), Theme.COVERAGE)
    assert (covered.part, covered.whole, covered.share) == (
        *(totals.covered, totals.departments),
        totals.share,
    )


def test_the_seal_names_the_home_and_the_last_entry(demo: Desk) -> None:
    seal = gather_evidence(demo).seal
    with demo.database.read() as connection:
        number, link, _home = last_link(connection)
    assert (seal.entries, seal.hash) == (number, link.hex())
    assert seal.as_of == demo.clock.now()
    assert len(seal.home_id) == 36


def test_one_establishment_has_its_own_rows_and_those_of_the_group(demo: Desk) -> None:
    whole = gather_evidence(demo)
    parts = {name: gather_evidence(demo, key) for key, name in sites(demo)}
    assert len(parts) > 1
    for name, part in parts.items():
        assert part.scope == name
        for one in part.sections:
            assert {row[0] for row in one.rows} <= {name, ""}
    for theme in set(Theme) - {Theme.PROCEDURES}:
        rows = [row for part in parts.values() for row in section(part, theme).rows]
        known = section(whole, theme).rows
        assert sorted(map(repr, rows)) == sorted(map(repr, (r for r in known if r[0])))


def test_an_establishment_is_found_by_its_name(demo: Desk) -> None:
    key, name = sites(demo)[0]
    assert find_establishment(demo, f" {name.upper()} ") == key
    for text in ("", "Nulle part"):
        with pytest.raises(NotFound):
            find_establishment(demo, text)
    with pytest.raises(NotFound):
        gather_evidence(demo, "gone")


def test_the_pdf_names_each_reference_and_numbers_its_pages(demo: Desk, tmp_path: Path) -> None:
    path = write_evidence_file(demo, tmp_path / "preuves.pdf")
    pages = page_texts(path.read_bytes())
    text = " ".join(" ".join(pages).split())
    for reference in (
        *("CaRE domaine 2, objectif O4", "O1.D", "ReCyF 15.4", "DNS/2025/12", "ReCyF 14.3"),
        *("O1.C", "PGSSI-S 6.5.3.2", "HOP’EN, prérequis P2.3", "à atteindre : 66 %"),
    ):
        assert reference in text.replace("\u00a0", " "), reference
    assert all(f"page {n}/{len(pages)}" in page for n, page in enumerate(pages, 1))
    assert all("Situation au" in page for page in pages)
    assert "HAS" not in text


def test_the_workbook_has_every_list_whole(demo: Desk, tmp_path: Path) -> None:
    evidence = gather_evidence(demo)
    book = load_workbook(write_evidence_file(demo, tmp_path / "preuves.xlsx"))
    counts = [sheet.max_row - 1 for sheet in book.worksheets[1:]]
    assert counts == [len(one.rows) for one in evidence.sections]
    assert book.worksheets[0].max_row == 1 + len(Theme) + 3


def test_another_ending_is_refused(demo: Desk, tmp_path: Path) -> None:
    with pytest.raises(RefusedInput):
        write_evidence_file(demo, tmp_path / "preuves.doc")


def test_a_home_that_says_nothing_gives_a_file_that_says_so(tmp_path: Path) -> None:
    desk = bare_desk(tmp_path)
    text = " ".join(page_texts(write_evidence_file(desk, tmp_path / "a.pdf").read_bytes()))
    assert "Aucun logiciel critique n’est connu ici." in " ".join(text.split())
    desk.close()
