from __future__ import annotations

import pytest

from referent_desk.domain.imports.kinds import Field, ImportKind
from referent_desk.errors import RefusedInput
from referent_desk.exchange.column_titles import title_key, unit_of
from referent_desk.exchange.tables import find_table, guess_fields, guess_kind, named_columns
from referent_desk.exchange.workbooks import RawRow, RawSheet, column_letter, column_number


def sheet(*rows: str) -> RawSheet:
    """Rows as texts between `|`; an empty row is left out, its number is not."""
    numbered = enumerate(rows, start=1)
    return RawSheet("Liste", tuple(RawRow(n, tuple(r.split("|"))) for n, r in numbered if r))


@pytest.mark.parametrize(
    ("titles", "kind"),
    [
        ("N° UF|Service|Responsable|Téléphone|Date de MAJ", ImportKind.DEPARTMENTS),
        ("Établissement|Pôle|Service|Code", ImportKind.DEPARTMENTS),
        ("Department|Code|Beds", ImportKind.DEPARTMENTS),
        ("Nom|Éditeur|Version", ImportKind.SOFTWARE),
        ("Software|Vendor|Version", ImportKind.SOFTWARE),
        ("Application|RTO|RPO", ImportKind.SOFTWARE),
        ("Service|Logiciel|Version", ImportKind.DEPLOYMENTS),
        ("Hôpital|Service|Logiciel|Éditeur|Fonction|Utilisateurs", ImportKind.DEPLOYMENTS),
        ("Department|Software|Function|Since", ImportKind.DEPLOYMENTS),
        ("Nom|Prénom|Fonction|Service|Téléphone", ImportKind.STAFF),
        ("Last name|First name|Role|Phone", ImportKind.STAFF),
        ("nom|prenom|remarque", ImportKind.STAFF),
        ("Rubrique|Libellé|Téléphone|Personne|Horaires", ImportKind.DIRECTORY),
        ("Numéro|Libellé|Type de ligne", ImportKind.DIRECTORY),
        ("téléphone|forme", ImportKind.DIRECTORY),
        ("objet|position|option", None),
    ],
)
def test_the_kind_of_a_list_is_told_by_its_titles(titles: str, kind: ImportKind | None) -> None:
    assert guess_kind(find_table(sheet(titles)).titles)[0] == kind


@pytest.mark.parametrize(
    ("rows", "row"),
    [
        (("Service|Code", "A|1"), 1),
        (("Liste des services (2026)", "", "Service|Code", "A|1"), 3),
        (("CHU", "à jour", "", "N° UF|Libellé court|Pôle", "1|A|B"), 4),
        (("Structure||Logiciel métier", "Numéro UF|Libellé|Nom", "1|A|Alpha"), 2),
        (("x|y|z", "1|2|3"), 1),
    ],
)
def test_the_line_of_titles_is_found_wherever_it_stands(rows: tuple[str, ...], row: int) -> None:
    assert find_table(sheet(*rows)).header_row == row


def test_titles_below_a_merged_heading_take_their_sense_from_it() -> None:
    table = find_table(
        sheet("Structure||Logiciel métier|", "Numéro UF|Libellé court|Nom|Version", "1|A|Alpha|2")
    )
    kind, _score = guess_kind(table.titles)
    assert kind is ImportKind.DEPLOYMENTS
    assert guess_fields(kind, table.titles) == {
        0: Field.CODE, 1: Field.DEPARTMENT, 2: Field.SOFTWARE, 3: Field.VERSION,
    }  # fmt: skip
    assert table.titles[2].shown == "Logiciel métier / Nom"


def test_a_row_named_by_a_person_is_the_line_of_titles() -> None:
    table = find_table(sheet("Service|Code", "Alpha|Bêta", "A|1"), header_row=2)
    assert [title.text for title in table.titles] == ["Alpha", "Bêta"]
    with pytest.raises(RefusedInput, match="Row 9 is empty"):
        find_table(sheet("Service|Code"), header_row=9)


@pytest.mark.parametrize("name", ["Forme", "forme", "B", "b", "2"])
def test_a_column_is_named_by_title_letter_or_number(name: str) -> None:
    table = find_table(sheet("Téléphone|Forme", "4127|poste"))
    assert named_columns(table, {name: Field.LABEL}) == {1: Field.LABEL}


def test_a_column_that_is_not_there_is_refused_with_those_that_are() -> None:
    with pytest.raises(RefusedInput, match="The columns are: Téléphone, Forme"):
        named_columns(find_table(sheet("Téléphone|Forme")), {"Couleur": Field.LABEL})


@pytest.mark.parametrize(
    ("title", "key", "unit"),
    [
        ("N° UF", "n uf", ""),
        ("Exposition à l’externe", "exposition a l externe", ""),
        ("Interruption tolérée (h)", "interruption toleree", "h"),
        ("Interruption max (min)", "interruption max", "min"),
        ("Délai de reprise en heures", "delai de reprise", "h"),
        ("RTO", "rto", "min"),
        ("Interruption tolérée", "interruption toleree", ""),
        ("H", "h", ""),
    ],
)
def test_a_title_is_compared_without_accents_punctuation_and_unit(
    title: str, key: str, unit: str
) -> None:
    assert (title_key(title), unit_of(title)) == (key, unit)


@pytest.mark.parametrize(("number", "letters"), [(0, "A"), (25, "Z"), (26, "AA"), (701, "ZZ")])
def test_columns_have_the_letters_of_the_spreadsheet(number: int, letters: str) -> None:
    assert column_letter(number) == letters
    assert column_number(letters) == number
