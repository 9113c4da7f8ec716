from __future__ import annotations

import json
import random

import pytest

from referent_desk.domain import convergences
from referent_desk.domain.convergences import (
    Convergence,
    Nearness,
    OwnedText,
    convergences_of,
    folded_steps,
    spreads_of,
    steps_apart,
)
from referent_desk.domain.group_coverage import Place, UseRow

_WORDS = ("un", "deux", "trois", "quatre", "cinq", "six", "sept")
STEPS = [f"Étape {word} sur le papier" for word in _WORDS]


def text(
    key: str, owner: str, steps: list[str], software: str = "s", function: str = "f"
) -> OwnedText:
    said = json.dumps({"title": key, "steps": [{"what": step} for step in steps]})
    return OwnedText(key, f"r{key}", owner, function, software, said)


def found(*texts: OwnedText) -> list[tuple[Nearness, int, int, str]]:
    return [(c.nearness, c.gap, c.procedures, c.software_id) for c in convergences_of(texts).found]


def test_equal_steps_are_one_text_whatever_their_accents() -> None:
    other = [step.upper().replace("É", "E") + "." for step in STEPS]
    assert found(text("a", "x", STEPS), text("b", "y", other)) == [(Nearness.SAME, 0, 2, "s")]


@pytest.mark.parametrize(
    ("changed", "expected"),
    [
        (["Appeler le laboratoire au téléphone", *STEPS[1:]], [(Nearness.NEAR, 2, 2, "s")]),
        ([*STEPS, "Ranger la pochette rouge"], [(Nearness.NEAR, 1, 2, "s")]),
        ([f"{STEPS[0]} blanc", *STEPS[1:]], [(Nearness.NEAR, 0, 2, "s")]),
        (STEPS[:2] + [f"Autre chose encore {n}" for n in "abcde"], []),
        ([f"Rien de commun {n}" for n in "abcdefg"], []),
        ([], []),
    ],
)
def test_near_texts_say_how_far_apart_they_are(
    changed: list[str], expected: list[tuple[Nearness, int, int, str]]
) -> None:
    assert found(text("a", "x", STEPS), text("b", "y", changed)) == expected


def test_what_one_node_owns_alone_does_not_converge() -> None:
    assert found(text("a", "x", STEPS), text("b", "x", STEPS, "t")) == []


def test_equal_texts_for_other_software_are_of_several_programs() -> None:
    assert found(text("a", "x", STEPS), text("b", "y", STEPS, "t")) == [(Nearness.SAME, 0, 2, "")]


def test_other_functions_are_never_compared() -> None:
    assert found(text("a", "x", STEPS), text("b", "y", STEPS, function="g")) == []


def test_two_near_texts_are_shown_for_the_same_software_where_they_can() -> None:
    near = [*STEPS[1:], "Ranger la pochette"]
    said = convergences_of(
        [text("a", "x", STEPS, "t"), text("b", "y", STEPS), text("c", "z", near)]
    ).found
    [pair] = [c for c in said if c.nearness is Nearness.NEAR]
    assert (pair.first.procedure_id, pair.second.procedure_id, pair.software_id) == ("b", "c", "s")
    assert pair.owners == 3


def test_a_broken_up_order_is_no_gap() -> None:
    one = folded_steps(text("a", "x", STEPS).text)
    assert steps_apart(one, one[::-1]) == 0
    assert steps_apart(one, ()) == len(one)
    assert steps_apart((*one, one[0]), one) == 1


def test_what_was_not_looked_at_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """The caps are small here: with the real ones it would take thousands of texts."""
    monkeypatch.setattr(convergences, "MOST_TEXTS", 5)
    monkeypatch.setattr(convergences, "MOST_TOGETHER", 3)
    many = [text(f"{n}", f"o{n}", [*STEPS, f"Ranger {n}"]) for n in range(8)]
    said = convergences_of(many)
    assert (said.texts, said.unread, said.uncompared) == (8, 3, 2)


def test_chance_finds_every_equal_text_and_no_pair_twice() -> None:
    chance = random.Random(7)
    variants = [[*STEPS[:n], f"Propre au service {n}"] for n in range(3, 8)]
    texts = [
        text(str(n), f"o{chance.randrange(6)}", chance.choice(variants), chance.choice("st"))
        for n in range(60)
    ]
    said = convergences_of(texts).found
    same = [c for c in said if c.nearness is Nearness.SAME]
    assert sum(c.procedures for c in same) == 60
    pairs = [frozenset((c.first.text, c.second.text)) for c in said if c not in same]
    assert len(set(pairs)) == len(pairs)
    assert all(_are_near(c) for c in said)
    assert convergences_of(texts).found == said


def _are_near(pair: Convergence) -> bool:
    one, other = folded_steps(pair.first.text), folded_steps(pair.second.text)
    return pair.gap == steps_apart(one, other) and pair.first.owner_id != pair.second.owner_id


def test_software_is_counted_by_function_department_and_establishment() -> None:
    def place(key: str, site: str, beds: int | None) -> Place:
        return Place(key, key, "", (key, site), site, site.upper(), "", beds)

    def use(function: str, software: str) -> UseRow:
        return 1, (function, software), None, None

    places = [place("a", "n", 10), place("b", "n", None), place("c", "s", 5)]
    uses = {
        "a": [use("pre", "x"), use("pre", "y"), use("", "x")],
        "b": [use("pre", "x"), use("lab", "z")],
        "c": [use("pre", "x"), use("lab", "")],
    }
    said = spreads_of(places, uses)
    assert [(s.function_id, s.software_id, s.rivals, s.departments, s.beds) for s in said] == [
        ("pre", "x", 1, 3, 15),
        ("pre", "y", 1, 1, 10),
        ("lab", "z", 0, 1, 0),
    ]
    assert said[0].sites == (("n", "N", 2), ("s", "S", 1))
