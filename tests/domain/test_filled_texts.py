from __future__ import annotations

import pytest

from referent_desk.domain.directory import DirectoryEntry
from referent_desk.domain.filled_texts import LocalValues, fill_local_values, local_value_names
from referent_desk.domain.known_numbers import KnownNumbers
from referent_desk.domain.procedures import UNFILLED, ProcedureText, Step, UsefulNumber

LOCAL = LocalValues({"imprimante": "HP-12", "poste": "4127", "vide": ""}, "[{name} ?]")
FULL = ProcedureText(
    "Prescrire {poste}",
    trigger="{inconnu}",
    steps=(Step("Imprimer sur {imprimante} et {imprimante}", where="{salle}"),),
    numbers=(UsefulNumber("Poste", "{poste}"), UsefulNumber("Autre", "{inconnu} ou {poste}")),
    stops=("{vide}",),
)


def test_local_values_are_filled_in_and_what_is_missing_is_a_blank_to_write_in() -> None:
    filled = fill_local_values(FULL, LOCAL)
    assert filled.title == "Prescrire 4127"
    assert filled.trigger == "[inconnu ?]"
    assert filled.steps == (Step("Imprimer sur HP-12 et HP-12", where="[salle ?]"),)
    assert [n.number for n in filled.numbers] == ["4127", UNFILLED]
    assert filled.stops == ("[vide ?]",)
    assert fill_local_values(filled, LOCAL) == filled


def test_the_values_that_a_text_asks_for_are_named_once_in_reading_order() -> None:
    assert local_value_names(FULL) == ("poste", "inconnu", "vide", "imprimante", "salle")


@pytest.mark.parametrize(
    "text", ["{}", "a { b", "} {", "{a\nb}", "{" + "x" * 81 + "}", "{x.__class__"]
)
def test_braces_that_name_nothing_stay(text: str) -> None:
    assert LOCAL.fill(text) == text


def test_a_value_with_braces_is_not_filled_again() -> None:
    assert LocalValues({"a": "{b}", "b": "x"}, "").fill("{a}") == "{b}"


@pytest.mark.parametrize(
    ("directory", "label", "number"),
    [
        ({}, "Standard de secours", UNFILLED),
        ({"Standard": "9"}, "Standard de secours (autre que le 9)", UNFILLED),
        ({"Standard": "9", "Standard de secours": "4000"}, "Standard de secours", "4000"),
    ],
)
def test_the_usual_switchboard_is_not_the_one_that_answers_when_it_is_dead(
    directory: dict[str, str], label: str, number: str
) -> None:
    entries = [DirectoryEntry(name, "c", "", name, digits) for name, digits in directory.items()]
    numbers = KnownNumbers(directory=entries)
    local = LocalValues({}, "…", numbers, other_than="autre que le {number}")
    asked = (UsefulNumber("Standard de secours", "{téléphone du standard de secours}"),)
    filled = fill_local_values(ProcedureText("Téléphonie", numbers=asked), local)
    assert filled.numbers == (UsefulNumber(label, number),)
