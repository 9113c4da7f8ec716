from __future__ import annotations

from referent_desk.domain.local_values import AskedValue, asked_values


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
