from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from referent_desk.domain.evidence import Evidence, Rehearsal, Seal, Section, SiteFigure, Theme
from referent_desk.language import language
from referent_desk.paper.evidence import MOST_LINES, write_evidence
from referent_desk.words.evidence import heads_of
from tests.paper.pdfs import page_texts

SEAL = Seal(datetime(2026, 11, 22, 9, 5, tzinfo=UTC), "h" * 36, 1_234, "ab" * 32)


def pages(*sections: Section) -> list[str]:
    content = write_evidence(Evidence("Nord", SEAL, sections), language("en"))
    assert content == write_evidence(Evidence("Nord", SEAL, sections), language("en"))
    return [" ".join(text.replace("\u00a0", " ").split()) for text in page_texts(content)]


def rehearsals(count: int) -> Section:
    rows = tuple(
        ("Nord", f"Ward {n}", Rehearsal.PLANNED, None, date(2027, 1, 5)) for n in range(count)
    )
    return Section(Theme.TESTS, count, count, (SiteFigure("Nord", count, count),), rows)


@pytest.mark.parametrize(("count", "is_whole"), [(MOST_LINES, True), (MOST_LINES + 1, False)])
def test_a_long_list_is_told_by_establishment_and_said_so(count: int, is_whole: bool) -> None:
    said = " ".join(pages(rehearsals(count)))
    assert ("Ward 0" in said) is is_whole
    assert ("stands in the workbook" not in said) is is_whole
    assert ("drill planned" in said) is is_whole
    assert f"{count} of {count} departments held a drill" in said


def test_every_page_says_as_of_when_and_whose_seal_it_bears() -> None:
    for page in pages(rehearsals(MOST_LINES), Section(Theme.TRAINED, 0, 0)):
        assert "As of 22 November 2026" in page
        assert "entry 1 234" in page
        assert "ab" * 32 in page.replace(" ", "") or "abab" in page


def test_what_is_nowhere_counted_is_said_rather_than_zero_per_cent() -> None:
    said = " ".join(pages(Section(Theme.TRAINED, 0, 0)))
    assert "No staff is known here." in said
    assert "nothing to count" in said


def test_names_of_every_hospital_print() -> None:
    rows = (("", "Ğülhane İş — Lê Thị Ánh", 1, 0, 0, 0, 0),)
    said = " ".join(pages(Section(Theme.TRAINED, 0, 1, (SiteFigure("", 0, 1),), rows)))
    assert "Ğülhane İş" in said
    assert "In no establishment" in said


@pytest.mark.parametrize("code", ["fr", "en"])
def test_no_word_above_a_column_is_torn(code: str) -> None:
    day, theme = date(2026, 11, 22), Theme.PROCEDURES
    row = ("Nord", "Ward", "Labo", "Labofil", "Labo", 1, day, "Ada", day, day)
    section = Section(theme, 0, 1, (SiteFigure("Nord", 0, 1),), (row,))
    content = write_evidence(Evidence("Nord", SEAL, (section,)), language(code))
    said = " ".join(page_texts(content)).split()
    for head in heads_of(theme, language(code)):
        assert set(head.split()) <= set(said), head
