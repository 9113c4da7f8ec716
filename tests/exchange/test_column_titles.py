from __future__ import annotations

import pytest

from referent_desk.domain.imports.kinds import Field, ImportKind
from referent_desk.exchange.column_titles import TITLES, title_key


@pytest.mark.parametrize("kind", [ImportKind.SOFTWARE, ImportKind.DEPLOYMENTS])
@pytest.mark.parametrize(
    "title",
    ["Suppléant", "Référent suppléant", "Adjoint", "Remplaçante", "Backup", "Back-up", "Deputy"],
)
def test_a_ward_heads_the_deputies_in_many_ways(kind: ImportKind, title: str) -> None:
    assert TITLES[kind].get(title_key(title)) is Field.DEPUTY


@pytest.mark.parametrize("kind", [ImportKind.SOFTWARE, ImportKind.DEPLOYMENTS])
@pytest.mark.parametrize(
    "title",
    ["Date référent", "Référent depuis", "Référent depuis le", "Nommé le", "Nommée le",
     "Date de nomination", "Désigné le", "Date de désignation", "Appointed on"],
)  # fmt: skip
def test_a_ward_heads_the_day_of_an_appointment_in_many_ways(kind: ImportKind, title: str) -> None:
    assert TITLES[kind].get(title_key(title)) is Field.REFERENT_SINCE


@pytest.mark.parametrize(
    ("kind", "field"),
    [
        (ImportKind.STAFF, Field.TELEPHONE),
        (ImportKind.DEPARTMENTS, Field.TELEPHONE),
        (ImportKind.DIRECTORY, Field.NUMBER),
    ],
)
@pytest.mark.parametrize(
    "title",
    ["Poste", "Poste téléphonique", "N° de poste", "N° poste", "Numéro de poste", "Poste tél.",
     "Poste interne", "Postes", "Tél. interne", "N° interne"],
)  # fmt: skip
def test_an_extension_is_headed_in_many_ways(kind: ImportKind, field: Field, title: str) -> None:
    assert TITLES[kind].get(title_key(title)) is field


@pytest.mark.parametrize("kind", [ImportKind.SOFTWARE, ImportKind.DEPLOYMENTS])
@pytest.mark.parametrize("title", ["Utilisé pour", "Sert à", "Usage", "Usages"])
def test_what_a_ward_uses_a_software_for_is_told_in_its_own_words(
    kind: ImportKind, title: str
) -> None:
    assert TITLES[kind].get(title_key(title)) is Field.PURPOSE


@pytest.mark.parametrize("kind", [ImportKind.SOFTWARE, ImportKind.DEPLOYMENTS])
@pytest.mark.parametrize(
    ("title", "field"),
    [
        ("Numéro si panne", Field.SUPPORT_CONTACT),
        ("N° si panne", Field.SUPPORT_CONTACT),
        ("N° en cas de panne", Field.SUPPORT_CONTACT),
        ("Tél. si panne", Field.SUPPORT_CONTACT),
        ("Qui appeler si panne", Field.SUPPORT_CONTACT),
        ("Durée d’arrêt acceptable", Field.TOLERATED_INTERRUPTION),
        ("Arrêt acceptable (h)", Field.TOLERATED_INTERRUPTION),
        ("Interruption acceptable", Field.TOLERATED_INTERRUPTION),
        ("Arrêt max", Field.TOLERATED_INTERRUPTION),
    ],
)
def test_whom_to_call_and_how_long_it_may_stop_are_headed_in_many_ways(
    kind: ImportKind, title: str, field: Field
) -> None:
    assert TITLES[kind].get(title_key(title)) is field


@pytest.mark.parametrize("kind", [ImportKind.SOFTWARE, ImportKind.DEPLOYMENTS])
@pytest.mark.parametrize(
    ("title", "field"),
    [
        ("Tél référent", Field.REFERENT_TELEPHONE),
        ("Téléphone du référent", Field.REFERENT_TELEPHONE),
        ("Poste du référent", Field.REFERENT_TELEPHONE),
        ("N° du référent", Field.REFERENT_TELEPHONE),
        ("Tél. suppléant", Field.DEPUTY_TELEPHONE),
        ("Téléphone du suppléant", Field.DEPUTY_TELEPHONE),
    ],
)
def test_the_number_of_a_referent_has_a_column_of_its_own(
    kind: ImportKind, title: str, field: Field
) -> None:
    assert TITLES[kind].get(title_key(title)) is field


@pytest.mark.parametrize("kind", [ImportKind.SOFTWARE, ImportKind.DEPLOYMENTS])
@pytest.mark.parametrize(
    "title",
    ["Horaires support", "Horaires du support", "Horaires hotline", "Horaires de la hotline",
     "Horaires assistance", "Horaires d’assistance", "Heures support", "Hours of support"],
)  # fmt: skip
def test_when_an_assistance_answers_is_headed_in_many_ways(kind: ImportKind, title: str) -> None:
    assert TITLES[kind].get(title_key(title)) is Field.SUPPORT_HOURS
