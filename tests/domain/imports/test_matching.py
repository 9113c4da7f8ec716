from __future__ import annotations

import pytest

from referent_desk.domain.imports.matching import NearNames, shape, share_a_word

KNOWN = ("ResUrgences", "DxCare", "Pharmagest", "Hôpital Manager", "Médecine A", "Cardiologie",
         "Bloc RX", "Windows 10")  # fmt: skip


def names(*, generous: bool) -> NearNames:
    near = NearNames(generous=generous)
    for name in KNOWN:
        near.add(name)
    return near


@pytest.mark.parametrize(
    ("name", "near"),
    [
        ("Res Urgences 4", "ResUrgences"),
        ("ResUrgence", "ResUrgences"),
        ("RseUrgences", "ResUrgences"),
        ("Pharmagets", "Pharmagest"),
        ("Hopital Manger", "Hôpital Manager"),
        ("Hôpitaux Manager", "Hôpital Manager"),
        ("ResUrgences", ""),
        ("res-urgences", ""),
        ("Windows 11", ""),
        ("Médecine B", ""),
        ("Radiologie", ""),
        ("Bloc RH", ""),
        ("DxLab", ""),
        ("Pharma", ""),
        ("", ""),
        ("😀", ""),
    ],
)
def test_a_product_nearly_called_like_another_is_asked_about(name: str, near: str) -> None:
    assert names(generous=True).near(name) == near


@pytest.mark.parametrize(
    ("name", "near"),
    [
        ("Cardiologe", "Cardiologie"),
        ("Cardiologie 2", ""),
        ("Radiologie", ""),
        ("Médecine", ""),
        ("Médecine B", ""),
    ],
)
def test_departments_of_a_series_are_different_departments(name: str, near: str) -> None:
    assert names(generous=False).near(name) == near


@pytest.mark.parametrize(
    ("one", "other", "shared"),
    [
        ("URG ADULTES", "Urgences", True),
        ("HOSP PNEUM.ALLER", "Pneumologie", True),
        ("Cardiologie", "Cardio-vasculaire", True),
        ("Service de cardiologie", "Service de dialyse", False),
        ("Hôpital de jour", "Urgences adultes", False),
        ("USI", "SSR", False),
        ("", "SSR", False),
    ],
)
def test_two_names_of_one_code_share_a_word_or_are_asked_about(
    one: str, other: str, shared: bool
) -> None:
    assert share_a_word(one, other) is shared


def test_the_shape_of_a_name_tells_words_from_numbers() -> None:
    assert shape("Res Urgences 4") == ("resurgences", ("4",))
    assert shape("ResUrgences4") == ("resurgences", ("4",))
    assert shape("Médecine B") == ("medecine", ("b",))


def test_a_thousand_names_of_a_series_are_told_apart_quickly() -> None:
    near = NearNames(generous=True)
    for number in range(1_000):
        assert near.near(f"Logiciel de soins numéro {number}") == ""
        near.add(f"Logiciel de soins numéro {number}")
