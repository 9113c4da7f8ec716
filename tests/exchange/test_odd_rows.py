"""Files as they really come: nothing of them stops the reader, and none of their lines lies."""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from referent_desk.domain.imports.guides import ListChoices
from referent_desk.domain.imports.kinds import Field, ImportKind
from referent_desk.domain.imports.places import refusal_of
from referent_desk.domain.imports.reports import SourceLine
from referent_desk.errors import RefusedInput
from referent_desk.exchange.import_looks import table_look, table_of
from referent_desk.exchange.lists import ListOptions, SourceList, list_of
from referent_desk.exchange.spreadsheets import workbook_of
from tests.exchange.spreadsheet_files import xlsx

Rows = list[list[object]]


def read(content: bytes, name: str = "liste.xlsx") -> SourceList:
    return list_of(workbook_of(content, name), ListOptions())


def names(found: SourceList) -> list[str]:
    """What the lines are about, without those that the reader or the rules refuse."""
    kept = [line for line in found.lines if not refusal_of(line) and not refused(line)]
    return [text for line in kept if (text := line.text(Field.SOFTWARE) or line.text(Field.LABEL))]


def refused(line: SourceLine) -> str:
    return next((r.code for r in line.remarks if r.concern == "refusal"), "")


def merge(*areas: str) -> Callable[[Any], None]:
    def shape(sheet: Any) -> None:
        for area in areas:
            sheet.merge_cells(area)

    return shape


def test_a_header_of_two_rows_with_merged_cells_is_one_header() -> None:
    rows: Rows = [
        ["LOGICIELS DU SERVICE DE CARDIOLOGIE"],
        ["Logiciel", "Contacts", None, "Remarques"],
        [None, "Référent", "Hotline", None],
        ["Labomatic", "Mme Petit", 4512.0, "lent"],
    ]
    book = workbook_of(xlsx(rows, merge("A1:D1", "A2:A3", "B2:C2", "D2:D3")), "l.xlsx")
    look = table_look(table_of(book, ListChoices()), ListChoices(), None)
    assert (look.titled, look.header_row) == ("Cardiologie", 3)
    (line,) = list_of(book, ListOptions()).lines
    assert {field.value: value for field, value in line.values.items()} == {
        "software": "Labomatic",
        "referent": "Mme Petit",
        "support_contact": "4512",
        "remarks": "lent",
    }


def test_a_wider_heading_above_the_titles_is_no_line_of_titles() -> None:
    rows: Rows = [
        ["Application", None, "Support", None],
        ["Nom", "Éditeur", "Tél", "Mail"],
        ["Labomatic", "Medix", "4512.0", "x"],
        ["Voirad", "Imax", "4620", None],
    ]
    found = read(xlsx(rows))
    assert found.header_row == 2
    assert names(found) == ["Labomatic", "Voirad"]
    assert [line.text(Field.SUPPORT_CONTACT) for line in found.lines] == ["4512", "4620"]


def test_sums_repeated_titles_and_headings_within_the_list_are_no_software() -> None:
    rows: Rows = [
        ["Logiciel", "Référent", "Criticité"],
        ["Soins courants", None, None],
        ["Labomatic", "Mme Petit", 2],
        ["Logiciel", "Référent", "Criticité"],
        ["— ADMINISTRATIF —"],
        ["Tempora", "M. Leroy", 1],
        ["TOTAL", None, 3],
        ["Total général : 2 logiciels"],
        ["Sous-total (2)"],
        ["Totalis", "M. Leroy", 3],
    ]
    found = read(xlsx(rows, merge("A2:C2")))
    assert names(found) == ["Labomatic", "Tempora", "Totalis"]
    assert [refused(line) for line in found.lines[:4]] == [
        "heading_line",
        "",
        "title_line",
        "heading_line",
    ]


def test_a_line_spread_under_the_list_is_a_remark_and_no_heading() -> None:
    rows: Rows = [
        ["Qui", "Numéro", "Quand"],
        ["Labo", "4215", "24h/24"],
        [None, None, None],
        ["Mis à jour par Sylvie le 12/10"],
    ]
    found = read(xlsx(rows, merge("A4:C4")))
    assert [refused(line) for line in found.lines] == ["", "note_line"]


def test_a_hidden_sheet_is_read_only_where_no_other_is_a_list() -> None:
    def hide(sheet: Any) -> None:
        other = sheet.parent.create_sheet("Ancienne", 0)
        other.append(["Logiciel", "Version", "Éditeur", "Criticité"])
        other.append(["Vieux", "1", "X", 2])
        other.sheet_state = "hidden"

    assert read(xlsx([["Logiciel", "Référent"], ["Labomatic", "P"]], hide)).sheet == "Liste"
    assert read(xlsx([["rien", "ici"]], hide)).sheet == "Ancienne"


def test_an_empty_sheet_before_the_list_is_passed_over() -> None:
    def add(sheet: Any) -> None:
        other = sheet.parent.create_sheet("Logiciels")
        other.append(["Logiciel"])
        other.append(["Labomatic"])

    assert names(read(xlsx([], add))) == ["Labomatic"]


@pytest.mark.parametrize("name", ["liste.xls", "liste.csv", "liste"])
def test_a_workbook_is_read_whatever_its_name_says(name: str) -> None:
    assert names(read(xlsx([["Logiciel"], ["Labomatic"]]), name)) == ["Labomatic"]


CSV = 'Service : Gériatrie\r\nLogiciel;À quoi ça sert;N° hotline\r\nŒilvue;"labo ; bio";4512.0\r\n'


@pytest.mark.parametrize("encoding", ["cp1252", "utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("name", ["liste.csv", "liste.xlsx"])
def test_a_text_is_read_in_the_letters_it_has(encoding: str, name: str) -> None:
    (line,) = read(CSV.encode(encoding), name).lines
    assert line.text(Field.SOFTWARE) == "Œilvue"
    assert line.text(Field.PURPOSE) == "labo ; bio"
    assert line.text(Field.SUPPORT_CONTACT) == "4512"


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("12/01/2026", date(2026, 1, 12)),
        ("12 janvier 2026", date(2026, 1, 12)),
        ("le 1er août 2025", date(2025, 8, 1)),
        ("3 févr. 2026", date(2026, 2, 3)),
        ("14 Dec 2025", date(2025, 12, 14)),
        ("31 février 2026", None),
        ("12 brumaire 2026", None),
        ("janvier 2026", None),
        ("45292", None),
    ],
)
def test_a_day_that_is_typed_as_a_text_is_read_or_said_to_be_damaged(
    typed: str, day: date | None
) -> None:
    (line,) = read(f"Logiciel;Mise en service\nLabomatic;{typed}\n".encode(), "l.csv").lines
    assert line.day(Field.LIVE_ON) == day
    assert bool(line.remarks) is (day is None)


@pytest.mark.parametrize(
    ("typed", "number"),
    [(4512.0, "4512"), ("4512.0", "4512"), ("4512,0", "4512"), ("04.00.00.12.30", "04.00.00.12.30"),
     (9, "9"), ("612345678.0", "")],
)  # fmt: skip
def test_a_number_that_a_program_wrote_as_a_fraction_is_dialled_as_it_was(
    typed: object, number: str
) -> None:
    found = read(xlsx([["Nom", "Poste"], ["Pharmacie", typed], ["Standard", "9"]]))
    assert found.kind is ImportKind.DIRECTORY
    assert found.lines[0].text(Field.NUMBER) == number


def test_columns_that_are_formatted_and_empty_are_no_columns() -> None:
    rows: Rows = [["Logiciel", *[None] * 299], ["Labomatic", *[None] * 298, " "]]
    assert [column.title for column in read(xlsx(rows)).columns] == ["Logiciel"]


def test_three_hundred_columns_are_read_as_text_or_refused_with_the_limit() -> None:
    titles = ["Logiciel", *(f"c{number}" for number in range(299))]
    text = ";".join(titles) + "\nLabomatic" + ";x" * 299 + "\n"
    assert names(read(text.encode(), "l.csv")) == ["Labomatic"]
    with pytest.raises(RefusedInput, match="100 columns"):
        read(xlsx([list(titles), ["Labomatic"] * 300]))


@pytest.mark.parametrize(
    "titles",
    [
        ["N°", "Logiciels utilisés", "Pour faire quoi ?", "Qui appeler en cas de panne"],
        ["N°", "Nom du\nlogiciel ", "À quoi\nça sert ?", "Tél. support"],
        ["N°", "Nom de l'outil", "Usage dans le service", "N° d'assistance"],
    ],
)
def test_titles_as_wards_write_them_are_understood(titles: list[str]) -> None:
    found = read(xlsx([titles, [1, "Labomatic", "labo", 4512]]))
    assert found.kind is ImportKind.SOFTWARE
    assert [column.field for column in found.columns] == [
        None,
        Field.SOFTWARE,
        Field.PURPOSE,
        Field.SUPPORT_CONTACT,
    ]


_CELL = st.one_of(
    st.none(),
    st.sampled_from(
        ["Logiciel", "Référent", "Service", "Nom", "Poste", "TOTAL", "—", "x", "4512.0"]
    ),
    st.text(alphabet=st.characters(codec="utf-8", exclude_categories=["Cs", "Cc"]), max_size=8),
    st.floats(allow_nan=False, allow_infinity=False, width=32),
    st.dates(date(1950, 1, 1), date(2090, 1, 1)),
    st.booleans(),
)


@settings(max_examples=60, deadline=None)
@given(rows=st.lists(st.lists(_CELL, max_size=6), max_size=8), area=st.sampled_from(
    ["", "A1:C1", "A1:A3", "B2:C4", "A2:F2"]))  # fmt: skip
def test_any_grid_is_a_list_or_is_refused_in_words(rows: Rows, area: str) -> None:
    content = xlsx(rows, merge(area) if area else lambda _sheet: None)
    with contextlib.suppress(RefusedInput):
        book = workbook_of(content, "l.xlsx")
        table_look(table_of(book, ListChoices()), ListChoices(), None)
        found = list_of(book, ListOptions())
        assert len({line.row for line in found.lines}) == len(found.lines)
