from __future__ import annotations

import pytest

from referent_desk.domain.failures import FailureDomain, circles_in, failed_with


def domains(**leans_on: str) -> dict[str, FailureDomain]:
    return {
        name: FailureDomain(name, name, leans_on=tuple(others.split()))
        for name, others in leans_on.items()
    }


HOSPITAL = domains(
    power="", network="power", login="network", files="network login", phones="network power"
)
CIRCLE = domains(login="network", network="names", names="login", files="login", power="")


@pytest.mark.parametrize(
    ("chosen", "failed"),
    [
        ([], {}),
        (["power"], {"power", "network", "login", "files", "phones"}),
        (["login"], {"login", "files"}),
        (["login", "phones"], {"login", "files", "phones"}),
        (["what was taken away"], {}),
    ],
)
def test_what_leans_on_what_fails_fails_too(chosen: list[str], failed: set[str]) -> None:
    assert failed_with(HOSPITAL, chosen).keys() == set(failed)


@pytest.mark.parametrize(
    ("one", "chain"),
    [
        ("power", ("power",)),
        ("network", ("network", "power")),
        ("login", ("login", "network", "power")),
        ("phones", ("phones", "power")),
        ("files", ("files", "network", "power")),
    ],
)
def test_the_shortest_way_to_what_failed_is_told(one: str, chain: tuple[str, ...]) -> None:
    assert failed_with(HOSPITAL, ["power"])[one] == chain


def test_what_was_chosen_itself_needs_no_way() -> None:
    assert failed_with(HOSPITAL, ["power", "phones"])["phones"] == ("phones",)


@pytest.mark.parametrize("first", ["login", "network", "names"])
def test_a_circle_falls_whole_whichever_of_it_fails_first(first: str) -> None:
    assert failed_with(CIRCLE, [first]).keys() == {"login", "network", "names", "files"}


@pytest.mark.parametrize(
    ("known", "circles"),
    [
        (HOSPITAL, ()),
        (CIRCLE, (("login", "network", "names", "login"),)),
        (domains(a="a"), (("a", "a"),)),
        (domains(a="b", b="a", c="d", d="c"), (("a", "b", "a"), ("c", "d", "c"))),
        (domains(a="b", b="c", c="b"), (("b", "c", "b"),)),
        (domains(a="taken away"), ()),
    ],
)
def test_circles_are_found_and_each_is_told_once(
    known: dict[str, FailureDomain], circles: tuple[tuple[str, ...], ...]
) -> None:
    assert circles_in(known) == circles


def test_a_thousand_that_lean_on_one_another_come_to_an_end() -> None:
    names = [f"d{number}" for number in range(1_000)]
    known = domains(**{name: names[place - 1] for place, name in enumerate(names)})
    assert len(failed_with(known, ["d500"])) == 1_000
    [circle] = circles_in(known)
    assert len(circle) == 1_001


def test_a_domain_without_an_english_name_is_called_as_in_french() -> None:
    own = FailureDomain("x", name_fr="badgeuse du parking")
    assert (own.name("fr"), own.name("en")) == ("badgeuse du parking",) * 2
