from __future__ import annotations

import pytest

from referent_desk.domain.imports.kinds import ImportKind
from referent_desk.domain.imports.ledgers import make_ledger
from referent_desk.domain.imports.plans import plan_import
from referent_desk.domain.imports.runs import Choices
from tests.domain.import_ledgers import NORTH, codes, line, new_id


def stored(hours: str, remark: str, language: str = "fr") -> tuple[str, list[str]]:
    book = make_ledger(nodes=(NORTH,))
    lines = [line(2, last_name="Lefèvre", working_hours=hours, remarks=remark)]
    choices = Choices("Hôpital Nord", language=language)
    done = plan_import(ImportKind.STAFF, lines, book, choices, new_id)
    (person,) = book.people
    return person.working_hours, codes(done)


@pytest.mark.parametrize(
    ("remark", "hours"),
    [
        ("abs. mercredi a-m", "1-2 08:30-16:30; 3 08:30-12:00; 4-5 08:30-16:30"),
        ("Absente le mercredi après-midi", "1-2 08:30-16:30; 3 08:30-12:00; 4-5 08:30-16:30"),
        ("abs mer matin", "1-2 08:30-16:30; 3 13:00-16:30; 4-5 08:30-16:30"),
        ("abs. le mercredi", "1-2 08:30-16:30; 4-5 08:30-16:30"),
        ("abs. lundi matin et vendredi", "1 13:00-16:30; 2-4 08:30-16:30"),
        ("ne travaille pas le mercredi", "1-2 08:30-16:30; 4-5 08:30-16:30"),
    ],
)
def test_who_is_never_there_on_a_half_day_is_not_present_then(remark: str, hours: str) -> None:
    kept, said = stored("1-5 08:30-16:30", remark)
    assert kept == hours
    assert "absence_taken" in said
    assert "not_stored" not in said


@pytest.mark.parametrize(
    ("hours", "remark"),
    [
        ("1-5 08:30-16:30", "80 %"),
        ("1-5 08:30-16:30", "abs. mercredi a-m en été"),
        ("1-5 08:30-16:30", "abs. jusqu’en janvier"),
        ("1-5 08:30-16:30", "partagée avec méd. B"),
        ("1-5 21:00-07:00", "abs. mercredi"),
        ("", "abs. mercredi a-m"),
    ],
)
def test_a_remark_that_is_not_wholly_understood_takes_no_hours_away_and_is_told(
    hours: str, remark: str
) -> None:
    kept, said = stored(hours, remark)
    assert kept == hours
    assert "not_stored" in said


def test_an_english_am_is_not_taken_for_an_afternoon() -> None:
    kept, _said = stored("1-5 08:30-16:30", "off wed am", "en")
    assert kept == "1-5 08:30-16:30"


def test_hours_with_a_break_lose_the_half_day_alone() -> None:
    kept, _said = stored("1-5 08:00-12:00; 1-5 13:00-17:00", "abs. jeudi a-m")
    assert kept == ("1-3 08:00-12:00; 1-3 13:00-17:00; 4 08:00-12:00; 5 08:00-12:00; 5 13:00-17:00")
