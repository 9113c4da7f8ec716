from __future__ import annotations

import pytest

from referent_desk.domain.imports.kinds import Field, ImportKind
from referent_desk.exchange.import_kinds import kind_of_table, lists_below
from referent_desk.exchange.import_names import field_name
from referent_desk.exchange.import_words import remark_sentence
from referent_desk.exchange.lists import guessed_fields
from referent_desk.exchange.tables import Table, find_table, guess_fields
from referent_desk.exchange.workbooks import RawRow, RawSheet
from referent_desk.gui.imports.words import warning_text
from referent_desk.gui.questions_imports import ImportWords

POSTS = ("Urgence vitale interne|2222|24h/24", "DSI hotline|4800|24h/24", "Standard|9|",
         "Labo|43 21|", "Bloc op.|poste 4400|")  # fmt: skip
PEOPLE = ("Dr Hélène Vasseur|Néphrologue|5460|701", "Nathalie Perrot|IDE|5465|", "Réa||5200|")
WARDS_BY_NIGHT = ("Cardiologie|4127|4199", "Pneumologie|4128|4199", "Bloc opératoire|4400|")
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
        ("Feuil1", "Nom / service|Fonction|Tél. jour|Bip", PEOPLE, ImportKind.DIRECTORY),
        ("Feuil1", "Service|Tél.|Tél. nuit / week-end", WARDS_BY_NIGHT, ImportKind.DIRECTORY),
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


DIALLED = ("Labo|4321|7h-19h", "Pharmacie|06.98.76.54.32|astreinte", "Accueil|+33 4 77 12 34 80|",
           "Biomédical|4 8 5 0|x", "Incendie|18 / int. 4444|", "Bloc op.|poste 4400|")  # fmt: skip


def numbers_in(titles: str, *rows: str, name: str = "Feuil1") -> tuple[ImportKind | None, str]:
    """The kind, and the fields of a list of numbers in the order of the columns."""
    cells = [RawRow(1, tuple(titles.split("|")))]
    cells += [RawRow(number, tuple(row.split("|"))) for number, row in enumerate(rows, start=2)]
    table = find_table(RawSheet(name, tuple(cells)))
    fields = guessed_fields(table, ImportKind.DIRECTORY, None, {})
    return kind_of_table(table), " ".join(fields[place].value for place in sorted(fields))


@pytest.mark.parametrize(
    ("titles", "fields"),
    [
        ("Qui|Poste|Nuit", "label number night"),
        ("Qui|Poste|Nuit / week-end", "label number night"),
        ("Qui|N° à faire|Remarque", "label number remarks"),
        ("Qui|Jour|Nuit", "label number night"),
        ("Pour|Appeler|Quand", "label number hours"),
        ("En cas de|Faire le|Précisions", "label number remarks"),
        ("Contact|Coordonnées|Remarques", "label number remarks"),
        ("Besoin|Numéro|Commentaire", "label number remarks"),
        ("|Tél|", "label number"),
    ],
)
def test_a_list_of_numbers_is_one_whatever_its_titles(titles: str, fields: str) -> None:
    assert numbers_in(titles, *DIALLED) == (ImportKind.DIRECTORY, fields)


def test_numbers_that_a_list_of_departments_would_lose_make_it_one_of_numbers() -> None:
    kind, fields = numbers_in("Service|N°|Remarque", *DIALLED)
    assert (kind, fields) == (ImportKind.DIRECTORY, "label number remarks")


@pytest.mark.parametrize("titles", ["Libellé|Court|Remarque", "Service|Jour|Nuit / week-end"])
def test_useful_numbers_are_found_below_titles_that_say_nothing_of_numbers(titles: str) -> None:
    assert numbers_in(titles, *DIALLED, name="N° utiles")[0] is ImportKind.DIRECTORY


@pytest.mark.parametrize(
    ("titles", "rows"),
    [
        ("Quoi|Année|Remarque", ("Lit|2024|", "Chaise|2025|")),
        ("Quoi|Code UF|Remarque", ("Lit|4127|", "Chaise|4128|")),
        ("Quoi|Quantité|Remarque", ("Lit|12|", "Chaise|14|")),
        ("Quoi|Rang|Remarque", ("Lit|1|", "Chaise|2|")),
        ("Quoi|Acheté|Remarque", ("Lit|12/03/24|", "Chaise|2024-03-12|")),
        ("Quoi|Prix en euros|Réf.", ("Lit|123456|", "Chaise|1234567|")),
    ],
)
def test_other_figures_make_no_list_of_numbers(titles: str, rows: tuple[str, ...]) -> None:
    assert numbers_in(titles, *rows)[0] is None


def table_below(*rows: str) -> Table:
    cells = [RawRow(number, tuple(row.split("|"))) for number, row in enumerate(rows, start=1)]
    return find_table(RawSheet("Équipe", tuple(cells)))


STAFF = ("Nom|Prénom|Fonction|Poste", "Roux|Anne|IDE|4127", "Fabre|Odile|Cadre de santé|4128")


@pytest.mark.parametrize("titles", ["Service|Poste|Remarque|", "Qui|Numéro|Quand|"])
def test_another_list_below_the_first_is_said(titles: str) -> None:
    table = table_below(*STAFF, "|||", titles, "Labo|4321||", "Standard|9||")
    [told] = lists_below(table)
    assert (told.code, told.value("row")) == ("list_below", "5")
    assert "5" in warning_text(told, ImportWords(remark_sentence, field_name))


@pytest.mark.parametrize(
    "row", [STAFF[0], "Service|Anne|Cadre|4129", "Contact|||", "Martin|Paul|Interne|DECT 4130"]
)
def test_titles_that_are_repeated_and_single_words_are_no_other_list(row: str) -> None:
    assert lists_below(table_below(*STAFF, row)) == ()
