from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from referent_desk.domain.neighbours import NearReferent, nearest
from referent_desk.domain.people import Person

DPI = frozenset({"dpi"})
ANNE = Person("anne", "Anne", working_hours="1-5 08:00-16:00")


def near(name: str, hours: str, software: frozenset[str] = DPI) -> NearReferent:
    return NearReferent("Emergency", Person(name, name, working_hours=hours), software)


@pytest.mark.parametrize(
    ("others", "opening", "named"),
    [
        # Whoever is there when nobody is here, and most of that time first; two at most.
        ([near("Zoe", "1-5 16:00-20:00"), near("Yves", "1-7 20:00-08:00")], "24h/24", "Yves Zoe"),
        ([near(n, "1-7 20:00-08:00") for n in ("Paul", "Nora", "Omar")], "24h/24", "Nora Omar"),
        # Not whoever is there at the same hours, or when the department is closed.
        ([near("Zoe", "1-5 08:00-16:00")], "24h/24", ""),
        ([near("Zoe", "1-5 18:00-22:00")], "1-5 08:00-18:00", ""),
        ([near("Zoe", "1-5 18:00-22:00")], "", "Zoe"),
        # Not of other software, not whose hours nobody knows, not whoever answers here already.
        ([near("Zoe", "1-7 20:00-08:00", frozenset({"labo"}))], "24h/24", ""),
        ([near("Zoe", ""), near("Yves", "souvent")], "24h/24", ""),
        ([NearReferent("Emergency", ANNE, DPI)], "24h/24", ""),
        # Somebody who answers in two departments is named once.
        ([near("Zoe", "1-7 20:00-08:00"), near("Zoe", "1-7 20:00-08:00")], "24h/24", "Zoe"),
    ],
)
def test_the_neighbours_named_are_there_when_nobody_is_here(
    others: list[NearReferent], opening: str, named: str
) -> None:
    found = nearest(others, (ANNE,), opening, DPI)
    assert " ".join(one.person.full_name for one in found) == named


def test_any_week_of_a_rotation_counts() -> None:
    person = Person("zoe", "Zoe", working_hours="- | 1-5 16:00-20:00", week_one=date(2026, 11, 23))
    zoe = NearReferent("Emergency", person, DPI)
    assert nearest([zoe], (ANNE,), "24h/24", DPI) == (zoe,)
    assert nearest([zoe], (replace(person, id="here"),), "24h/24", DPI) == ()


def test_a_neighbour_of_whom_a_mobile_alone_is_known_is_not_named() -> None:
    """It may be their own and is not printed: nobody could call them."""
    mobile = replace(near("Zoe", "1-7 20:00-08:00").person, telephone="06 12 34 56 78")
    carried = replace(mobile, telephone="06 12 34 56 78 / DECT 4210")
    found = [nearest([NearReferent("Emergency", each, DPI)], (ANNE,), "24h/24", DPI)
             for each in (mobile, carried)]  # fmt: skip
    assert list(map(len, found)) == [0, 1]
