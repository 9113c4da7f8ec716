from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from referent_desk.domain.nomination_tasks import NominationFacts, Unwritten, nomination_tasks
from referent_desk.domain.objectives import Objective, ObjectiveState, has_many
from referent_desk.domain.people import AppointmentKind, AppointmentRank, Person
from referent_desk.domain.proposals import ProposalRow
from referent_desk.domain.tasks import Lead, Urgency

TODAY = date(2026, 11, 22)
GOAL = Objective("o", "Train two", date(2026, 12, 1))
PROPOSAL = ProposalRow(
    *("p1", "ada", "Ada Moreau", "AMA", "", "d1", "Cardiologie"),
    *(AppointmentKind.SOFTWARE, AppointmentRank.MAIN, "", None, None, date(2026, 11, 8)),
)


@pytest.mark.parametrize(
    ("due_on", "reached_on", "state"),
    [
        (date(2026, 11, 22), None, ObjectiveState.OPEN),
        (date(2026, 11, 21), None, ObjectiveState.LATE),
        (date(2026, 11, 21), date(2026, 11, 22), ObjectiveState.REACHED),
    ],
)
def test_an_objective_is_late_from_the_day_after(
    due_on: date, reached_on: date | None, state: ObjectiveState
) -> None:
    assert replace(GOAL, due_on=due_on, reached_on=reached_on).state(TODAY) is state


def test_a_fourth_open_objective_is_one_too_many() -> None:
    assert has_many([GOAL] * 3)
    assert not has_many([GOAL, GOAL, replace(GOAL, reached_on=TODAY)])


def test_a_proposal_is_asked_about_after_a_fortnight() -> None:
    late = NominationFacts(proposals=(PROPOSAL,), has_security=True)
    [task] = nomination_tasks(late, TODAY)
    assert (task.code, task.urgency, task.key) == ("proposal_waits", Urgency.SOON, ("ada", "p1"))
    fresh = replace(PROPOSAL, proposed_on=date(2026, 11, 9))
    assert list(nomination_tasks(replace(late, proposals=(fresh,)), TODAY)) == []


def test_the_software_referent_is_offered_for_security_where_nobody_is() -> None:
    ada = Person("ada", "Moreau", "Ada")
    [task] = nomination_tasks(NominationFacts(referent=ada), TODAY)
    assert (task.lead, task.key) == (Lead.APPOINTMENT, ("security", "ada", "Ada Moreau"))
    assert task.urgency is Urgency.LATER
    assert list(nomination_tasks(NominationFacts(), TODAY)) == []


def test_a_letter_is_asked_for_in_the_first_months_only() -> None:
    new = Unwritten("a1", "ada", "Ada", date(2026, 11, 1))
    old = Unwritten("a2", "luc", "Luc", date(2025, 11, 1))
    facts = NominationFacts(unwritten=(old, new), has_security=True)
    [task] = nomination_tasks(facts, TODAY)
    assert (task.code, task.names, task.key) == ("letter_missing", ("Ada",), ("ada", "a1"))


@pytest.mark.parametrize(
    ("text", "fits"), [("ada card", True), ("MOREAU", True), ("luc", False), ("", True)]
)
def test_the_filter_of_the_list_finds_proposals(text: str, fits: bool) -> None:
    assert PROPOSAL.fits(text) is fits
