from __future__ import annotations

import pytest

from referent_desk.domain.local_values import AskedValue, asked_values, delay_fault, delays_between


def test_what_is_missing_comes_first_and_what_nobody_asks_for_last() -> None:
    asked = (("Meals", ("kitchen", "room")), ("Blood", ("depot", "room")))
    stored = {"kitchen": ("v1", "4640"), "room": ("v2", ""), "printer": ("v3", "HP 2")}
    assert asked_values(asked, stored) == (
        AskedValue("room", "", ("Meals", "Blood"), "v2"),
        AskedValue("depot", "", ("Blood",)),
        AskedValue("kitchen", "4640", ("Meals",), "v1"),
        AskedValue("printer", "HP 2", (), "v3"),
    )


def test_a_value_that_is_empty_and_asked_by_nobody_is_not_shown() -> None:
    assert asked_values((), {"printer": ("v3", "")}) == ()


def test_a_text_that_names_a_value_twice_asks_for_it_once() -> None:
    (value,) = asked_values((("Meals", ("room", "room")),), {})
    assert value.asked_by == ("Meals",)


def test_what_prints_from_the_directory_is_no_blank() -> None:
    found = {"pharmacy telephone": "4212"}
    asked = (("Meals", ("pharmacy telephone", "room")),)
    values = asked_values(asked, {}, lambda name: found.get(name, ""))
    assert [(v.name, v.found, v.is_blank) for v in values] == [
        ("room", "", True),
        ("pharmacy telephone", "4212", False),
    ]


@pytest.mark.parametrize(
    ("name", "value", "fault"),
    [
        ("délai avant de passer au papier", "15 minutes", ""),
        ("délai avant de passer au papier", "1 h 30", ""),
        ("délai avant de passer au papier", "un quart d’heure", ""),
        ("délai avant de passer au papier", "", ""),
        ("délai avant de passer au papier", "3402", "no_unit"),
        ("délai avant de passer au papier", "3402 minutes", "delay_too_long"),
        ("delay before switching", "2 d", "delay_too_long"),
        ("délai de numérisation", "7 jours", ""),
        ("téléphone de la pharmacie", "3402", ""),
    ],
)
def test_a_delay_before_going_to_paper_is_one_that_a_ward_can_wait(
    name: str, value: str, fault: str
) -> None:
    assert delay_fault(name, value) == fault


@pytest.mark.parametrize(
    ("delays", "said"),
    [
        (["1 h", "30 min", "2 h", "1 j"], "30 min … 1 j"),
        (["30 min", "30 min"], "30 min"),
        (["30 min", ""], ""),
        ([], ""),
    ],
)
def test_the_delays_of_several_programs_are_said_from_the_shortest_to_the_longest(
    delays: list[str], said: str
) -> None:
    assert delays_between(delays) == said
