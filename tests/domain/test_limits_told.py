from __future__ import annotations

import pytest

from referent_desk.domain.limits_told import limit_told, without_limit
from referent_desk.domain.post_hours import is_by_night


@pytest.mark.parametrize(
    ("remark", "limit"),
    [
        (
            "astreinte seulement pour le dossier et le labo",
            "seulement pour le dossier et le labo",
        ),
        ("nuit et WE, uniquement pour le bloc", "uniquement pour le bloc"),
        ("La nuit : gaz du sang et urgences seulement", "gaz du sang et urgences seulement"),
        ("24h/24, pas pour la messagerie", "pas pour la messagerie"),
        ("sauf l’imagerie", "sauf l’imagerie"),
        ("ne répond que pour le dossier", "ne répond que pour le dossier"),
        ("on call, only for the record", "only for the record"),
        ("réservé aux urgences vitales", "réservé aux urgences vitales"),
    ],
)
def test_what_a_number_is_limited_to_is_read_from_its_remark(remark: str, limit: str) -> None:
    assert limit_told(remark) == limit


@pytest.mark.parametrize(
    "remark",
    [
        "le matin seulement",
        "9h à 17h sauf WE",
        "tous les jours sauf le dimanche et les jours fériés",
        "seulement de 8h à 12h",
        "technicien de garde",
        "par le standard si pas de réponse",
        "",
    ],
)
def test_when_a_number_answers_is_no_limit(remark: str) -> None:
    assert limit_told(remark) == ""


def test_a_limit_leaves_the_hours_that_stand_before_it() -> None:
    assert without_limit("nuit/WE, sauf le laboratoire") == "nuit/WE"
    assert is_by_night("nuit/WE, sauf le laboratoire")
    assert not is_by_night("9h à 17h sauf WE")
