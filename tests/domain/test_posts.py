from __future__ import annotations

import pytest

from referent_desk.domain.directory import Purpose
from referent_desk.domain.posts import is_telephone, post_words, purpose_named


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("téléphone de la pharmacie", "Pharmacie"),
        ("téléphone du bureau des admissions", "Admissions, bureau"),
        ("téléphone de l’imagerie", "IMAGERIE"),
        ("téléphone du brancardage", "Le brancardage"),
        ("téléphone du cadre de garde", "Cadres de garde"),
        ("tél. du dépôt de sang", "Dépôt du sang"),
        ("admissions telephone", "Admission"),
        ("runner’s telephone", "The runner"),
        ("Bureau des admissions", "Admissions"),
        ("Admissions office", "Admissions"),
        ("Néphrologue d’astreinte", "Astreinte néphro"),
        ("Cardiologue de garde", "Garde cardiologie"),
        ("Réanimateur de garde", "Garde réa"),
        ("Anesthésiste d’astreinte", "Astreinte anesthésie"),
        ("Oncologue d’astreinte", "Oncologue d’avis"),
        ("Cardiologue d’astreinte", "Avis cardio"),
        ("Cardio", "Cardiologie"),
        ("Bloc op.", "Bloc opératoire"),
    ],
)
def test_a_post_is_known_however_it_is_written(one: str, other: str) -> None:
    assert post_words(one) == post_words(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("téléphone du cadre de garde", "Cadre de santé"),
        ("téléphone du laboratoire", "Laboratoire de nuit"),
        ("téléphone de la pharmacie", "Pharmacie, garde"),
        ("Néphrologue", "Néphrologie"),
        ("Bureau des médecins", "Médecins"),
        ("Bureau du cadre", "Cadre"),
        ("Bureau", "Bureau des admissions"),
        ("Radiologue de garde", "Manip radio de garde"),
    ],
)
def test_two_posts_are_not_taken_for_one_another(one: str, other: str) -> None:
    assert post_words(one) != post_words(other)


@pytest.mark.parametrize(
    ("name", "purpose"),
    [
        ("Cadre de santé", Purpose.WARD_MANAGER),
        ("téléphone du cadre de santé", Purpose.WARD_MANAGER),
        ("Sage-femme coordinatrice", Purpose.WARD_MANAGER),
        ("Sage-femme cadre", Purpose.WARD_MANAGER),
        ("Cadre sage-femme", Purpose.WARD_MANAGER),
        ("Puéricultrice cadre de santé", Purpose.WARD_MANAGER),
        ("IBODE cadre", Purpose.WARD_MANAGER),
        ("IADE cadre", Purpose.WARD_MANAGER),
        ("Cadre de bloc", Purpose.WARD_MANAGER),
        ("Cadre de pôle", Purpose.NONE),
        ("Sage-femme", Purpose.NONE),
        ("MEDECIN DE GARDE", Purpose.PHYSICIAN),
        ("DSI, astreinte", Purpose.IT_ON_CALL),
        ("Astreinte DSI", Purpose.IT_ON_CALL),
        ("Hotline DSI", Purpose.IT_ON_CALL),
        ("Standard téléphonique", Purpose.SWITCHBOARD),
        ("Directeur de garde", Purpose.ADMINISTRATOR_ON_DUTY),
        ("Duty manager", Purpose.NONE),
        ("Cadre de garde", Purpose.NONE),
        ("Pharmacie", Purpose.NONE),
        ("", Purpose.NONE),
        ("Téléphone", Purpose.NONE),
    ],
)
def test_whom_the_program_names_itself_is_recognised(name: str, purpose: Purpose) -> None:
    assert purpose_named(name) is purpose


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("téléphone du coursier", True),
        ("numéro du magasin", True),
        ("pharmacy telephone", True),
        ("emplacement du classeur", False),
        ("heure limite des repas", False),
    ],
)
def test_a_place_or_an_hour_is_no_number(name: str, expected: bool) -> None:
    assert is_telephone(name) is expected
