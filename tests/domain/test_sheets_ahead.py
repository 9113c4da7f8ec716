from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from referent_desk.domain.binders import Draft
from referent_desk.domain.people import Appointment, AppointmentKind, AppointmentRank, Person
from referent_desk.domain.procedures import ProcedureText, Revision, RevisionState
from referent_desk.domain.sheet_reasons import DatedFacts, Explainer
from referent_desk.domain.sheets import Contact, MissingBody
from referent_desk.domain.sheets_ahead import ahead_on, days_ahead
from referent_desk.domain.software import ReleaseLive
from tests.domain.wide_binders import BARE, TODAY

SOON, LATE = date(2026, 12, 10), date(2027, 1, 22)
APPOINTMENT = Appointment("a", "p", "ward", AppointmentKind.SOFTWARE, AppointmentRank.MAIN)
REVISION = Revision("r", "p", RevisionState.APPROVED, ProcedureText("T"), number=1)


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        ({}, []),
        ({"appointments": (replace(APPOINTMENT, until=SOON),)}, [date(2026, 12, 11)]),
        ({"appointments": (replace(APPOINTMENT, since=SOON),)}, [SOON]),
        ({"appointments": (replace(APPOINTMENT, until=TODAY),)}, [date(2026, 11, 23)]),
        ({"appointments": (replace(APPOINTMENT, until=date.max),)}, []),
        ({"people": {"p": Person("p", "Roy", left_on=SOON)}}, [date(2026, 12, 11)]),
        ({"people": {"p": Person("p", "Roy", left_on=LATE)}}, []),
        ({"lives": {"s": (ReleaseLive("r", "2", "x", "X", SOON),)}}, [SOON]),
        ({"revisions": {"p": (replace(REVISION, in_force_on=SOON),)}}, [SOON]),
        ({"revisions": {"p": (replace(REVISION, review_due_on=SOON),)}}, [date(2026, 12, 11)]),
        ({"revisions": {"p": (replace(REVISION, review_due_on=date(2020, 1, 1)),)}}, []),
    ],
)
def test_days_on_which_known_facts_count_are_looked_at(
    facts: dict[str, object], expected: list[date]
) -> None:
    assert days_ahead(replace(BARE, **facts), (), (), TODAY) == expected  # type: ignore[arg-type]


def test_who_stands_in_the_directory_as_staff_is_gone_the_day_after_the_last() -> None:
    staff = (Person("p", "Roy", left_on=SOON), Person("q", "Foy"))
    assert days_ahead(BARE, staff, (), TODAY) == [date(2026, 12, 11)]


def test_a_use_is_over_on_its_last_day() -> None:
    assert days_ahead(BARE, (), (SOON, LATE, TODAY, SOON), TODAY) == [SOON]


def test_what_a_day_changes_adds_or_takes_away_is_announced() -> None:
    def draft(subject: str, number: str) -> Draft:
        body = MissingBody("Laboratory", "", (Contact("Desk", "", number),))
        return Draft(subject, f"Title of {subject}", body)

    before = {name: draft(name, "1") for name in ("same", "other", "gone")}
    then = {"same": draft("same", "1"), "other": draft("other", "2"), "new": draft("new", "1")}
    codes = {"same": "S-01", "other": "S-02", "gone": "S-03", "new": "S-04"}
    explainer = Explainer(DatedFacts(TODAY, SOON, BARE))
    found = list(ahead_on(SOON, before, then, codes, "en", explainer))
    assert [(a.day, a.code, a.title, [r.code for r in a.reasons]) for a in found] == [
        (SOON, "S-02", "Title of other", ["number_changed"]),
        (SOON, "S-04", "Title of new", ["never_printed"]),
        (SOON, "S-03", "Title of gone", ["no_longer_wanted"]),
    ]
