"""What the columns of a list of numbers hold, where titles alone do not say it."""

from __future__ import annotations

import pytest

from referent_desk.domain.imports.kinds import Field, ImportKind
from referent_desk.domain.imports.ledgers import make_ledger
from referent_desk.domain.imports.mappings import ColumnTexts, mapping_warnings
from referent_desk.domain.imports.plans import plan_import
from referent_desk.domain.imports.runs import Choices
from referent_desk.exchange.lists import ListOptions, SourceList
from tests.domain.import_ledgers import NORTH, new_id
from tests.exchange.spreadsheet_files import read

LABO, STANDARD, PHARMA = "Labo|{}|{}|{}", "Standard|{}|{}|{}", "Pharmacie|{}|{}|{}"


def listed(*rows: str) -> SourceList:
    content = "\n".join(row.replace("|", ";") for row in rows).encode()
    return read(content, ListOptions(kind=ImportKind.DIRECTORY))


def entries(*rows: str) -> list[tuple[str, str, str]]:
    book = make_ledger(nodes=(NORTH,))
    plan_import(ImportKind.DIRECTORY, listed(*rows).lines, book, Choices("Hôpital Nord"), new_id)
    return [(entry.label, entry.number, entry.hours) for entry in book.entries]


@pytest.mark.parametrize(
    "title",
    ["En dehors des horaires", "Hors heures ouvrables", "Heures non ouvrables", "HNO", "18h-8h",
     "après 18h", "nuit 19h-7h", "Week-end", "Nuit / week-end", "Soir / nuit", "Le soir", "Tél. WE",
     "WE et fériés", "Nuit et WE (18h-8h)"],
)  # fmt: skip
@pytest.mark.parametrize("by_day", ["Jour", "jour 7h-19h", "Poste", "Hotline", "Assistance"])
def test_the_numbers_of_the_other_hours_are_told_from_those_of_the_day(
    by_day: str, title: str
) -> None:
    found = listed(f"Qui|{by_day}|{title}", "Labo|4501|4502", "Pharmacie|4601|4602", "Bloc|4701|")
    fields = [column.field for column in found.columns]
    assert fields == [Field.LABEL, Field.NUMBER, Field.NIGHT]


@pytest.mark.parametrize("title", ["Bip", "N° bip", "SDA", "Ligne directe", "Portable", "Externe"])
def test_a_further_column_of_numbers_gives_each_row_a_line_called_by_its_title(title: str) -> None:
    found = entries(
        f"Qui|Poste|{title}|Remarque", "Labo|4501|712|urgent", "Bloc|4701||", "Pharma||713|"
    )
    assert found == [
        ("Labo", "4501", "urgent"),
        (f"Labo ({title})", "712", "urgent"),
        ("Bloc", "4701", ""),
        ("Pharma", "713", title),
    ]


def test_two_columns_of_remarks_are_both_taken() -> None:
    found = entries(
        "Qui|N°|Remarque|Observations", "Labo|4501|urgent|sas 2", "Bloc|4701||sas 3", "Pharma|4|a|"
    )
    assert found == [
        ("Labo", "4501", "urgent, sas 2"), ("Bloc", "4701", "sas 3"), ("Pharma", "4", "a")
    ]  # fmt: skip


@pytest.mark.parametrize("field", [Field.REMARKS, Field.NUMBER])
def test_columns_that_are_joined_are_no_fault_of_the_columns_step(field: Field) -> None:
    texts = [ColumnTexts(field, letter, ["4501", "4502"]) for letter in "BC"]
    assert mapping_warnings(texts) == ()


def test_codes_and_places_are_no_further_numbers() -> None:
    found = listed("Qui|N°|N° UF|Étage", "Labo|4501|7001|2", "Bloc|4701|7002|3", "Réa|4801|7003|1")
    fields = [column.field for column in found.columns]
    assert fields == [Field.LABEL, Field.NUMBER, None, None]


@pytest.mark.parametrize("title", ["Numéros", "Téléphones", "N°", ""])
def test_a_column_of_names_that_is_called_numbers_names_whom_one_calls(title: str) -> None:
    found = listed(f"{title}|Jour|Nuit", "Labo|4501|4502", "Pharmacie|4601|", "Bloc|4701|4702")
    fields = [column.field for column in found.columns if column.letter != "A"]
    assert fields == [Field.NUMBER, Field.NIGHT]
    assert [line.text(Field.LABEL) for line in found.lines] == ["Labo", "Pharmacie", "Bloc"]


def fields_of_software(*rows: str) -> list[Field | None]:
    content = "\n".join(row.replace("|", ";") for row in rows).encode()
    return [column.field for column in read(content, ListOptions(kind=ImportKind.SOFTWARE)).columns]


@pytest.mark.parametrize(
    "title",
    ["Tél.", "Téléphone", "N°", "Numéro", "Contact", "Numéro à appeler", "Hotline éditeur",
     "Support éditeur", "Contact technique", "Qui joindre"],
)  # fmt: skip
def test_the_one_column_of_numbers_of_a_list_of_software_is_its_support(title: str) -> None:
    rows = (f"Logiciel|{title}|Horaires", "Alpha|DSI 4800|24h/24", "Beta|02 99 45 13 30|8h-18h")
    assert fields_of_software(*rows) == [
        Field.SOFTWARE, Field.SUPPORT_CONTACT, Field.SUPPORT_HOURS
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("title", "cells"),
    [
        ("Contact", ("Mme Roux", "M. Petit")),
        ("N°", ("1", "2")),
        ("N° de contrat", ("48215", "48216")),
        ("Code", ("4801", "4802")),
    ],
)
def test_names_and_codes_are_no_support_of_a_software(title: str, cells: tuple[str, str]) -> None:
    rows = (f"Logiciel|{title}", f"Alpha|{cells[0]}", f"Beta|{cells[1]}")
    assert fields_of_software(*rows) == [Field.SOFTWARE, None]


def test_a_bare_number_beside_a_referent_may_be_theirs() -> None:
    rows = ("Logiciel|Référent|Tél.", "Alpha|Mme Roux|4801", "Beta|M. Petit|4802")
    assert fields_of_software(*rows) == [Field.SOFTWARE, Field.REFERENT, None]
    rows = ("Logiciel|Référent|Qui joindre ?", "Alpha|Mme Roux|4801", "Beta|M. Petit|4802")
    assert fields_of_software(*rows)[2] is Field.SUPPORT_CONTACT


def test_a_further_number_beside_the_support_of_a_software_stays_untaken() -> None:
    rows = ("Logiciel|Support|Téléphone", "Alpha|4800|4501", "Beta|4800|4502")
    assert fields_of_software(*rows) == [Field.SOFTWARE, Field.SUPPORT_CONTACT, None]
