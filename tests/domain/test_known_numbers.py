from __future__ import annotations

import pytest

from referent_desk.domain.directory import DirectoryEntry, Purpose
from referent_desk.domain.known_numbers import KnownNumbers


def called(*labels: str, owner: str = "ward") -> tuple[DirectoryEntry, ...]:
    """Numbered 1, 2, 3 in their order."""
    return tuple(
        DirectoryEntry(f"{owner}-{place}", owner, "", label, str(place))
        for place, label in enumerate(labels, start=1)
    )


FILE = called(
    "Mme LEFORT Sylvie (Cadre de santé)",
    "Dr MARCHAND (Gériatre - chef de service)",
    "Dr Benali Karim (Gériatre)",
    "Laboratoire (Biochimie / hémato)",
    "Labo garde (nuit et WE)",
    "Pharmacie (Pharmacien)",
    "Informatique (Hotline 8h-18h)",
    "Informatique astreinte (nuit, WE, fériés)",
    "Standard",
    "Astreinte administrative",
)


@pytest.mark.parametrize(
    ("purpose", "number"),
    [
        (Purpose.WARD_MANAGER, "1"),
        (Purpose.PHYSICIAN, ""),
        (Purpose.IT_ON_CALL, "8"),
        (Purpose.SWITCHBOARD, "9"),
        (Purpose.ADMINISTRATOR_ON_DUTY, "10"),
    ],
)
def test_whom_a_line_reaches_is_read_from_what_stands_beside_the_name(
    purpose: Purpose, number: str
) -> None:
    assert KnownNumbers(directory=FILE).of(purpose) == number


@pytest.mark.parametrize(
    ("label", "purpose"),
    [
        ("Dr Martin (médecin)", Purpose.PHYSICIAN),
        ("Dr Martin (médecin de garde)", Purpose.PHYSICIAN),
        ("Mme Lefort, cadre de santé", Purpose.WARD_MANAGER),
        ("Mme Lefort – FF cadre", Purpose.WARD_MANAGER),
        ("Astreinte DSI CHU", Purpose.IT_ON_CALL),
        ("Astreinte de direction", Purpose.ADMINISTRATOR_ON_DUTY),
    ],
)
def test_every_essential_person_is_known_by_their_role(label: str, purpose: Purpose) -> None:
    assert KnownNumbers(directory=called(label)).of(purpose) == "1"


@pytest.mark.parametrize(
    "label",
    ["Secrétariat (médecin de garde)", "Dr Martin (chef de service)", "Médecin du travail",
     "Cadre de nuit", "Cadre supérieur de santé"],
)  # fmt: skip
def test_who_only_sounds_like_an_essential_person_is_none(label: str) -> None:
    known = KnownNumbers(directory=called(label))
    assert not any(known.of(purpose) for purpose in Purpose)


def test_of_several_people_of_one_role_nobody_is_taken() -> None:
    both = called("Mme Lefort (cadre de santé)", "M. Roux (cadre de santé)", owner="hospital")
    assert KnownNumbers(directory=both).of(Purpose.WARD_MANAGER) == ""
    own = called("Mme Petit (FF cadre)")
    assert KnownNumbers(directory=(*own, *both)).of(Purpose.WARD_MANAGER) == "1"


def test_the_manager_of_the_ward_goes_before_one_of_the_hospital() -> None:
    lines = (*called("Mme Petit (FF cadre)"), *called("x", "Cadre de santé", owner="hospital"))
    assert KnownNumbers(directory=lines).of(Purpose.WARD_MANAGER) == "1"


@pytest.mark.parametrize(
    ("label", "asked"),
    [
        ("Laboratoire (Biochimie / hémato)", "Laboratoire"),
        ("Labo biochimie (biologiste)", "Laboratoire"),
        ("Labo", "téléphone du laboratoire"),
        ("Pharmacie (Pharmacien)", "téléphone de la pharmacie"),
        ("Service de radiologie", "Imagerie"),
        ("Josiane (bureau des admissions)", "Bureau des admissions"),
        ("Régulation du brancardage", "téléphone du brancardage"),
        ("Gestionnaire des lits", "téléphone de la gestion des lits"),
    ],
)
def test_a_post_is_found_before_the_brackets_and_then_inside(label: str, asked: str) -> None:
    assert KnownNumbers(directory=called(label)).named(asked) == "1"


@pytest.mark.parametrize("label", ["Labo garde (nuit et WE)", "Laboratoire (nuit)", "Bloc ortho"])
def test_what_is_reached_at_night_alone_is_no_number_for_the_day(label: str) -> None:
    assert KnownNumbers(directory=called(label)).named("Laboratoire") == ""


def test_the_plainest_label_wins() -> None:
    lines = called("Labo de biochimie", "Laboratoire (hémato)", "Laboratoire")
    assert KnownNumbers(directory=lines).named("Laboratoire") == "3"
