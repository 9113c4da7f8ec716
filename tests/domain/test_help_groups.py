from __future__ import annotations

from datetime import date, timedelta
from random import Random
from time import perf_counter

import pytest

from referent_desk.domain.help_groups import (
    Asked,
    Trend,
    grouped,
    is_near,
    recurring,
    telling_words,
)

TODAY = date(2026, 11, 22)


def asked(text: str, days: int = 1, software: str | None = "s1", minutes: int | None = 5) -> Asked:
    key = f"{text}/{days}/{software}"
    return Asked(key, software, text, "", minutes, TODAY - timedelta(days=days))


@pytest.mark.parametrize(
    ("one", "other", "together"),
    [
        ("Imprimer une étiquette", "imprimer une etiquette", True),
        ("Imprimer une étiquette", "Imprimer les étiquettes", True),
        ("Imprimer une étiquette", "étiquette à imprimer", True),
        ("Imprimer une étiquette", "Imprimer une etiquete", True),
        ("Imprimer une étiquette", "Imprimer une étiquette svp", True),
        ("Imprimer", "Imprimer une étiquette", False),
        ("Étiquette de tube", "Étiquette de flacon", False),
        ("étiquete", "étiquette", True),
        ("Retrouver un résultat", "Imprimer une étiquette", False),
        ("L’imprimante 12 ne répond pas", "L’imprimante 14 ne répond pas", False),
        ("On peut imprimer l’ordonnance", "On ne peut pas imprimer l’ordonnance", False),
        ("Mot de passe perdu", "Mot de passe perdu !", True),
        ("?", "!", True),
    ],
)
def test_the_same_trouble_is_known_again_however_it_was_typed(
    one: str, other: str, together: bool
) -> None:
    assert (len(grouped([asked(one), asked(other)])) == 1) is together


def test_of_two_programs_nothing_is_put_together() -> None:
    assert len(grouped([asked("Imprimer"), asked("Imprimer", software="s2")])) == 2


def test_small_words_and_plurals_do_not_count() -> None:
    assert telling_words("Les étiquettes de la salle") == ("etiquette", "salle")
    assert telling_words("de la") == ("de", "la")


def test_a_not_more_is_another_trouble() -> None:
    assert not is_near(
        ("imprimer", "ordonnance", "peut"), ("imprimer", "ordonnance", "pas", "peut")
    )


def test_what_was_asked_often_stands_first_with_what_it_cost() -> None:
    entries = [
        *(asked("Imprimer une étiquette", days) for days in (1, 10, 30)),
        *(asked("Retrouver un résultat", days, minutes=30) for days in (5, 60)),
        asked("Ouvrir un compte", 3),
        asked("Imprimer une étiquette", 91),
        asked("Imprimer une étiquette", -1),
    ]
    first, second = recurring(entries, TODAY)
    assert (first.asked, first.count, first.minutes, first.usual_minutes) == (
        "Imprimer une étiquette",
        3,
        15,
        5,
    )
    assert (second.count, second.minutes, second.last) == (2, 60, TODAY - timedelta(days=5))
    assert first.key == "Imprimer une étiquette/1/s1"


def test_minutes_nobody_noted_are_not_counted() -> None:
    [group] = recurring([asked("Compte", 1, minutes=None), asked("Compte", 2)], TODAY)
    assert (group.minutes, group.usual_minutes) == (5, 5)


@pytest.mark.parametrize(
    ("days", "trend"),
    [
        ((1, 2, 3, 60), Trend.RISING),
        ((1, 60, 61, 62), Trend.FALLING),
        ((1, 2, 60, 61), Trend.STEADY),
        ((1, 2, 60), Trend.STEADY),
        ((1, 2), Trend.RISING),
    ],
)
def test_the_second_half_of_the_ninety_days_tells_whether_it_rises(
    days: tuple[int, ...], trend: Trend
) -> None:
    [group] = recurring([asked("Compte", day) for day in days], TODAY)
    assert group.trend is trend


def test_ten_thousand_entries_are_grouped_while_one_looks() -> None:
    """And every entry is in one group, none is lost."""
    chance = Random(7)
    verbs = ("imprimer", "retrouver", "ouvrir", "valider", "changer", "déplacer", "annuler")
    things = [f"objet {chance.randint(1, 400)} {chance.choice('abcdefgh') * 5}" for _ in range(300)]
    entries = [
        asked(f"{chance.choice(verbs)} {chance.choice(things)}", chance.randint(0, 89))
        for _ in range(10_000)
    ]
    begun = perf_counter()
    groups = grouped(entries)
    assert perf_counter() - begun < 3
    assert sorted(one.id for group in groups for one in group) == sorted(e.id for e in entries)
