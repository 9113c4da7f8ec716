from __future__ import annotations

import pytest

from referent_desk.domain.imports.kinds import Field, ImportKind
from referent_desk.exchange.lists import ListOptions, list_of
from referent_desk.exchange.sheet_lists import lists_apart
from referent_desk.exchange.workbooks import RawRow, RawSheet, Workbook

STAFF = ("Nom|Prénom|Fonction|Poste", "Roux|Anne|IDE|4127", "Fabre|Odile|Cadre de santé|4128")
NUMBERS = ("Service|Jour|Nuit / WE|Remarque", "Labo|4210|4215|", "Scanner|4460|4466|")
BY_HOURS = ("Labo|4210|4215", "DSI|4800|voir standard")
SOFTWARE = ("Logiciel|Référent|Version", "Orvane|Anne Roux|7", "Labéo|Odile Fabre|2")


def book_of(*rows: str, name: str = "Annuaire") -> Workbook:
    cells = (RawRow(number, tuple(row.split("|"))) for number, row in enumerate(rows, start=1))
    filled = tuple(row for row in cells if any(row.cells))
    return lists_apart(Workbook("annuaire.xlsx", (RawSheet(name, filled),)))


def parts(*rows: str) -> list[tuple[int, int]]:
    sheets = book_of(*rows).sheets
    return [(sheet.rows[0].number, sheet.rows[-1].number) for sheet in sheets]


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ((*STAFF, "", "NUMEROS UTILES", *NUMBERS), [(1, 3), (5, 8)]),
        ((*STAFF, "", "NUMEROS UTILES", "", *NUMBERS), [(1, 3), (5, 9)]),
        ((*STAFF, "NUMEROS UTILES", *NUMBERS), [(1, 3), (4, 7)]),
        ((*STAFF, "", *NUMBERS), [(1, 3), (5, 7)]),
        (("ANNUAIRE", "", *STAFF, "", *NUMBERS), [(1, 5), (7, 9)]),
        ((*NUMBERS, "", *STAFF), [(1, 3), (5, 7)]),
        ((*STAFF, "", *NUMBERS, "", "Nos logiciels", *SOFTWARE), [(1, 3), (5, 7), (9, 12)]),
        (("Nom|Poste", "Roux|4127", "", *SOFTWARE), [(1, 2), (4, 6)]),
        ((*SOFTWARE, "", "Logiciel|Éditeur|Support", "Pharma|Hopsis|4800"), [(1, 3), (5, 6)]),
        ((*SOFTWARE, "", "|Jour|Nuit", *BY_HOURS), [(1, 3), (5, 7)]),
        ((*SOFTWARE, "", "Numéros|Jour|Nuit", *BY_HOURS), [(1, 3), (5, 7)]),
        ((*SOFTWARE, "", "En cas de panne|En journée|Hors horaires", *BY_HOURS), [(1, 3), (5, 7)]),
    ],
)
def test_each_list_of_a_sheet_is_a_list_of_its_own(
    rows: tuple[str, ...], expected: list[tuple[int, int]]
) -> None:
    assert parts(*rows) == expected


@pytest.mark.parametrize(
    "rows",
    [
        STAFF,
        (*STAFF, "", STAFF[0], "Morel|Luc|AS|4129"),
        (*STAFF, "", "NUIT", STAFF[0], "Morel|Luc|AS|4129"),
        (*STAFF, "", "NUIT", "Morel|Luc|AS|4129"),
        (*STAFF, "", "NUIT", "Nom|Prénom", "Morel|Luc"),
        (*NUMBERS, "", "Total|2||"),
        (*NUMBERS, "", "Service|Poste|voir|standard", "Morgue|4700||"),
        (*NUMBERS, "", "Cadre de garde|4999||", "Standard|9||"),
        (*NUMBERS, "", "Contact|Référent||", "Service|4001||"),
        (*STAFF, "", "Légende", "IDE|infirmier"),
        (*SOFTWARE, "", "|Jour|Nuit", "IDE|2|1", "AS|3|oui"),
        (*SOFTWARE, "", "|Jour|Nuit"),
        (*STAFF, "", "Service|Jour|Nuit / WE|Remarque"),
        ("Service|Cardiologie||", "Responsable|Dr Roux||", "", *STAFF),
        ("Service|Cardiologie|Téléphone|4500", "Pôle|Médecine|Cadre|Fabre", "", *STAFF),
        ("Structure||Logiciel métier", "", "Service|Code|Nom", "A|1|Alpha", "B|2|Beta"),
        (*STAFF[:2], NUMBERS[0], *NUMBERS[1:]),
    ],
)
def test_what_belongs_to_one_list_is_not_cut(rows: tuple[str, ...]) -> None:
    assert len(parts(*rows)) == 1


def test_a_part_keeps_the_row_numbers_and_says_where_it_begins() -> None:
    book = book_of(*STAFF, "", "NUMEROS UTILES", *NUMBERS)
    assert [sheet.name for sheet in book.sheets] == ["Annuaire", "Annuaire, from row 5"]
    first = list_of(book, ListOptions(sheet="Annuaire"))
    assert (first.kind, len(first.lines)) == (ImportKind.STAFF, 2)
    assert first.other_sheets == ("Annuaire, from row 5",)
    second = list_of(book, ListOptions(sheet="annuaire, from row 5"))
    assert (second.kind, second.header_row) == (ImportKind.DIRECTORY, 6)
    assert [(line.row, line.text(Field.LABEL)) for line in second.lines] == [
        (7, "Labo"),
        (8, "Scanner"),
    ]


def test_lists_in_a_sheet_without_a_name_are_called_by_their_rows() -> None:
    book = book_of(*STAFF, "", *NUMBERS, name="")
    assert [sheet.name for sheet in book.sheets] == ["From row 1", "From row 5"]


@pytest.mark.parametrize("sheet", ["", "Annuaire"])
def test_the_row_of_titles_that_a_person_names_tells_which_list_she_means(sheet: str) -> None:
    book = book_of(*STAFF, "", "NUMEROS UTILES", *NUMBERS)
    source = list_of(book, ListOptions(sheet=sheet, header_row=6))
    assert (source.kind, len(source.lines)) == (ImportKind.DIRECTORY, 2)
