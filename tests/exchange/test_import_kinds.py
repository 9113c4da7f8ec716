from __future__ import annotations

import pytest

from referent_desk.domain.imports.kinds import Field, ImportKind
from referent_desk.exchange.import_kinds import kind_of_table
from referent_desk.exchange.tables import find_table, guess_fields
from referent_desk.exchange.workbooks import RawRow, RawSheet

POSTS = ("Urgence vitale interne|2222|24h/24", "DSI hotline|4800|24h/24", "Standard|9|",
         "Labo|43 21|", "Bloc op.|poste 4400|")  # fmt: skip
WARDS = ("Cardiologie|4127|", "Pneumologie|4128|", "Bloc opératoire|4400|")


def kind_of(name: str, *rows: str) -> ImportKind | None:
    cells = [RawRow(number, tuple(row.split("|"))) for number, row in enumerate(rows, start=1)]
    return kind_of_table(find_table(RawSheet(name, tuple(cells))))


@pytest.mark.parametrize("title", ["N°", "No", "N°s", "Tél."])
@pytest.mark.parametrize(
    ("name", "above"),
    [("Feuil1", ()), ("N° utiles", ()), ("Feuil1", ("NUMÉROS UTILES",)), ("Téléphones", ())],
)
def test_a_list_of_posts_and_numbers_is_a_directory_though_it_calls_them_services(
    name: str, above: tuple[str, ...], title: str
) -> None:
    assert kind_of(name, *above, f"Service|{title}|Remarque", *POSTS) is ImportKind.DIRECTORY


@pytest.mark.parametrize(
    ("name", "titles", "rows", "kind"),
    [
        ("Services", "Service|Tél.|Remarque", WARDS, ImportKind.DEPARTMENTS),
        ("Feuil1", "Service|N°|Remarque", WARDS, ImportKind.DEPARTMENTS),
        ("N° utiles", "Service|N°|Remarque", WARDS, ImportKind.DIRECTORY),
        ("N° utiles", "Pôle|Service|Téléphone", WARDS, ImportKind.DEPARTMENTS),
        ("N° utiles", "Service|N°|Remarque", ("A|1|", "B|2|", "C|3|"), ImportKind.DEPARTMENTS),
        ("Feuil1", "Qui|N°|Quand", POSTS, ImportKind.DIRECTORY),
        ("Feuil1", "N°|Logiciel|Éditeur", ("1|Easily|Hopsis",), ImportKind.SOFTWARE),
        ("Feuil1", "N°|Service|Lits", ("1|Cardiologie|12",), ImportKind.DEPARTMENTS),
        ("N° utiles", "N°|Nom|Prénom|Fonction", ("1|Roux|Anne|IDE",), ImportKind.STAFF),
    ],
)
def test_numbers_of_wards_and_numbers_of_lines_make_no_directory_of_a_list(
    name: str, titles: str, rows: tuple[str, ...], kind: ImportKind
) -> None:
    assert kind_of(name, titles, *rows) is kind


@pytest.mark.parametrize(
    ("titles", "number"),
    [("Service|N°|Remarque", 1), ("N°|Libellé|Téléphone", 2), ("N°|Libellé|DECT", None)],
)
def test_a_column_headed_n_is_the_number_where_no_other_is(titles: str, number: int | None) -> None:
    table = find_table(RawSheet("x", (RawRow(1, tuple(titles.split("|"))),)))
    fields = guess_fields(ImportKind.DIRECTORY, table.titles)
    assert next((p for p, f in fields.items() if f is Field.NUMBER), None) == number
