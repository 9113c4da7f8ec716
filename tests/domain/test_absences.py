from __future__ import annotations

from datetime import date

import pytest

from referent_desk.domain.absences import read_absence
from referent_desk.domain.records import Fault

TODAY = date(2026, 7, 20)


@pytest.mark.parametrize(
    ("typed", "since", "until"),
    [
        ("du 3 au 14 août", (2026, 8, 3), (2026, 8, 14)),
        ("absente du 3 août au 14 août 2026", (2026, 8, 3), (2026, 8, 14)),
        ("du lundi 3 au vendredi 14 août", (2026, 8, 3), (2026, 8, 14)),
        ("3-14 août", (2026, 8, 3), (2026, 8, 14)),
        ("3–14/08", (2026, 8, 3), (2026, 8, 14)),
        ("3/8 au 14/8", (2026, 8, 3), (2026, 8, 14)),
        ("03/08/2027 – 14/08/2027", (2027, 8, 3), (2027, 8, 14)),
        ("03.08.27 au 14.08.27", (2027, 8, 3), (2027, 8, 14)),
        ("le 1er septembre", (2026, 9, 1), (2026, 9, 1)),
        ("le 3 août", (2026, 8, 3), (2026, 8, 3)),
        ("2026-08-03 au 2026-08-14", (2026, 8, 3), (2026, 8, 14)),
        ("from 3 to 14 August", (2026, 8, 3), (2026, 8, 14)),
        ("3rd of August until 14th August", (2026, 8, 3), (2026, 8, 14)),
        ("du 20 décembre au 5 janvier", (2026, 12, 20), (2027, 1, 5)),
        ("du 20 décembre 2026 au 5 janvier 2027", (2026, 12, 20), (2027, 1, 5)),
        # The past of a month is a past day, an older one the next such day.
        ("du 1 au 10 juillet", (2026, 7, 1), (2026, 7, 10)),
        ("le 2 mars", (2027, 3, 2), (2027, 3, 2)),
        ("le 29 février", (2028, 2, 29), (2028, 2, 29)),
    ],
)
def test_an_absence_is_typed_in_one_line(
    typed: str, since: tuple[int, int, int], until: tuple[int, int, int]
) -> None:
    assert read_absence(typed, TODAY) == (date(*since), date(*until))


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("", "empty"),
        ("du", "absence_not_understood"),
        ("bientôt", "absence_not_understood"),
        ("du 3 au 14", "month_missing"),
        ("du 3 au 14 brumaire", "absence_not_understood"),
        ("du 30 au 31 février", "impossible_date"),
        ("du 14 au 3 août", "until_before_since"),
        ("du 14/08/2026 au 03/08/2026", "until_before_since"),
        ("du 1/1/2026 au 1/1/2030", "absence_too_long"),
        ("3 août au 5 août au 7 août", "absence_not_understood"),
        ("du 3 au 14 août, maladie", "absence_not_understood"),
    ],
)
def test_what_is_not_understood_is_refused_and_never_guessed(typed: str, code: str) -> None:
    assert read_absence(typed, TODAY) == Fault(code)
