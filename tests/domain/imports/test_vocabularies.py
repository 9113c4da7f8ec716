from __future__ import annotations

import pytest

from referent_desk.domain.imports.vocabularies import Vocabulary
from referent_desk.exchange.function_words import function_words
from referent_desk.exchange.starters import read_functions


@pytest.fixture(scope="module")
def vocabulary() -> Vocabulary:
    return Vocabulary(read_functions(), function_words())


@pytest.mark.parametrize(
    ("written", "named"),
    [
        ("dossier patient, prescriptions", "SOI PRE"),
        ("dossier patient et prescription", "PRE SOI"),
        ("prescriptions ancien système, lecture seule", "PRE"),
        ("commande de médicaments", "APP"),
        ("résultats labo", "LAB"),
        ("labo", "LAB"),
        ("radio (images)", "IMA"),
        ("planning des agents", "PLA"),
        ("plannings", "PLA"),
        ("planning du bloc", "BLO"),
        ("comptes rendus", "COU"),
        ("courrier", "COU"),
        ("demandes de SSR", "MOU"),
        ("orientation SSR / EHPAD", "MOU"),
        ("brancardage", "TPT"),
        ("REPAS", "REP"),
        ("mails", "MSG"),
        ("Dictée et courriers", "COU"),
        ("dossier d’anesthésie", "ANE"),
        ("staff rota", "PLA"),
        ("lab results", "LAB"),
        ("e-mail", "MSG"),
    ],
)
def test_everyday_words_of_a_ward_name_functions(
    vocabulary: Vocabulary, written: str, named: str
) -> None:
    assert " ".join(vocabulary.meaning(written).named) == named


@pytest.mark.parametrize("written", ["médicaments", "pharmacie"])
def test_a_word_of_several_functions_is_none_of_them_for_sure(
    vocabulary: Vocabulary, written: str
) -> None:
    meaning = vocabulary.meaning(written)
    assert meaning.named == ()
    assert meaning.either == ((written, ("ADM", "APP")),)


@pytest.mark.parametrize(
    "written",
    [
        "commande des transports (VSL, ambulance)",
        "transports sanitaires",
        "taxi conventionné",
        "VSL",
        "ambulances",
        "bons de transport",
    ],
)
def test_how_a_patient_leaves_the_hospital_may_be_a_transport_or_a_discharge(
    vocabulary: Vocabulary, written: str
) -> None:
    meaning = vocabulary.meaning(written)
    assert meaning.named == ()
    assert {codes for _words, codes in meaning.either} == {("MOU", "TPT")}


@pytest.mark.parametrize(
    "written",
    ["prêt de matelas", "visio (l’écran de la salle 12)", "températures des frigos", "divers"],
)
def test_what_is_no_function_of_the_catalogue_is_not_forced_into_one(
    vocabulary: Vocabulary, written: str
) -> None:
    meaning = vocabulary.meaning(written)
    assert (meaning.named, meaning.either) == ((), ())
    assert (*meaning.unknown, *meaning.outside) == (written,)


@pytest.mark.parametrize(
    ("written", "either"),
    [
        ("admissions mouvements", "IDE MOU"),
        ("repas transports", "REP TPT"),
    ],
)
def test_a_phrase_whose_words_name_several_functions_is_none_of_them_for_sure(
    vocabulary: Vocabulary, written: str, either: str
) -> None:
    meaning = vocabulary.meaning(written)
    assert meaning.named == ()
    assert [" ".join(ids) for _part, ids in meaning.either] == [either]


@pytest.mark.parametrize("written", ["SSR", "SMR", "logiciel du SSR"])
def test_the_name_of_a_ward_is_no_function(vocabulary: Vocabulary, written: str) -> None:
    meaning = vocabulary.meaning(written)
    assert (meaning.named, meaning.either) == ((), ())


@pytest.mark.parametrize(
    "written", ["Prescr. médicamenteuse", "bloc op.", "RX", "CR de consultation"]
)
def test_shorthand_that_says_one_function_is_not_vague(
    vocabulary: Vocabulary, written: str
) -> None:
    assert vocabulary.meaning(written).loose == ()
