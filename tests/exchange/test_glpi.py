from __future__ import annotations

import pytest

from referent_desk.domain.imports.kinds import Field, ImportKind
from tests.exchange.spreadsheet_files import read


@pytest.mark.parametrize(
    "text",
    [
        (
            '\ufeff"Nom";"Entité";"Éditeur";"Versions - Nom";"Nombre d\'installations";\n'
            '"Alpha";"GHT A > CH B";"Éditeur A";"4.6ZIP.16\n4.6ZLT.17";"38";\n'
        ),
        (
            'Name;Entity;Publisher;"Versions - Name";"Number of installations"\r\n'
            'Alpha;"GHT A > CH B";"Éditeur A";"4.6ZIP.16\n4.6ZLT.17";38\r\n'
        ),
    ],
)
def test_software_comes_in_french_and_in_english(text: str) -> None:
    found = read(text)
    assert (found.kind, found.source) == (ImportKind.SOFTWARE, "GLPI")
    assert dict(found.lines[0].values) == {
        Field.SOFTWARE: "Alpha",
        Field.VENDOR: "Éditeur A",
        Field.VERSION: ("4.6ZIP.16", "4.6ZLT.17"),
    }


def test_two_apostrophes_are_a_quotation_mark() -> None:
    text = '"Nom";"Nombre d\'installations";\n"Logiciel maison \'\'Bloc 2000\'\'";"1";\n'
    assert read(text).lines[0].values[Field.SOFTWARE] == 'Logiciel maison "Bloc 2000"'


@pytest.mark.parametrize(
    "text",
    [
        (
            '"Identifiant";"Nom de famille";"Prénom";"Téléphone";"Lieu";"Actif";\n'
            '"n";"N DIAYE";"Awa";"*6540";"CH B > Urgences";"Non";\n'
        ),
        (
            "Login;Last name;First name;Phone;Location;Active\n"
            "n;N DIAYE;Awa;*6540;CH B > Urgences;No\n"
        ),
    ],
)
def test_users_are_staff_with_the_place_they_work_in(text: str) -> None:
    found = read(text)
    assert found.kind is ImportKind.STAFF
    assert dict(found.lines[0].values) == {
        Field.LAST_NAME: "N DIAYE", Field.FIRST_NAME: "Awa", Field.TELEPHONE: "*6540",
        Field.PATH: "CH B > Urgences", Field.ACTIVE: False,
    }  # fmt: skip


def test_groups_are_departments_when_their_names_are_a_tree() -> None:
    found = read('"Nom complet";"Commentaires";\n"CH B > Pôle C > Urgences";"UF 0412";\n')
    assert found.kind is ImportKind.DEPARTMENTS
    assert found.lines[0].values == {Field.PATH: "CH B > Pôle C > Urgences"}


def test_a_column_of_full_names_is_no_tree() -> None:
    found = read("Nom complet;Fonction\nLE GUEN Maëlle;AMA\n")
    assert (found.kind, found.source) == (ImportKind.STAFF, "")
