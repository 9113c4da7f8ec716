from __future__ import annotations

from datetime import date, timedelta

import pytest

from referent_desk.domain.procedure_states import Running, running_on, status_of, trials_with
from referent_desk.domain.procedures import (
    ProcedureState,
    ProcedureText,
    Revision,
    RevisionState,
    Verification,
    VerificationResult,
)
from referent_desk.domain.software import ReleaseLive

TODAY = date(2026, 11, 22)
DAY = timedelta(days=1)
APPROVED = Revision("r", "p", RevisionState.APPROVED, ProcedureText("Prescrire"), 1)
STATE = ProcedureState


def tried(result: str, release: str, days_ago: int = 1, software: str = "s") -> Verification:
    day = TODAY - days_ago * DAY
    return Verification("r", release, "d", VerificationResult(result), day, release, software)


def live(release: str, in_days: int, site: str = "here") -> ReleaseLive:
    return ReleaseLive(release, release, site, site, TODAY + in_days * DAY)


@pytest.mark.parametrize(
    ("verifications", "state", "version"),
    [
        # what runs is 9.5; 9.4 ran before, 9.6 is announced
        ([tried("worked", "9.5", 3), tried("failed", "9.4", 1)], STATE.UP_TO_DATE, "9.5"),
        ([tried("failed", "9.5", 3), tried("worked", "9.4", 1)], STATE.FAILED, "9.5"),
        ([tried("worked", "9.4", 1)], STATE.TO_VERIFY, "9.4"),
        ([tried("worked", "9.4", 3), tried("failed", "9.4", 1)], STATE.FAILED, "9.4"),
        ([tried("worked", "9.6", 1)], STATE.NEVER_VERIFIED, None),
        ([tried("worked", "9.4", 9), tried("failed", "9.6", 1)], STATE.TO_VERIFY, "9.4"),
        ([tried("partly", "9.5", 1), tried("worked", "9.5", 1)], STATE.UP_TO_DATE, "9.5"),
        ([tried("worked", "9.5", 1), tried("partly", "9.5", 1)], STATE.TO_VERIFY, "9.5"),
    ],
)
def test_the_last_trial_on_what_runs_holds_and_failing_that_the_last_one_of_all(
    verifications: list[Verification], state: ProcedureState, version: str | None
) -> None:
    running = Running("9.5", "9.5", frozenset({"9.6"}))
    status = status_of(APPROVED, verifications, running, TODAY)
    assert status.state is state
    assert (status.verification.version if status.verification else None) == version


LIVES = (live("9.6", 5), live("9.5", -10), live("9.7", -3, "there"), live("9.4", -99))


@pytest.mark.parametrize(
    ("site", "in_days", "running", "awaited"),
    [
        ("here", 0, "9.5", {"9.6"}),
        ("here", 4, "9.5", {"9.6"}),
        ("here", 5, "9.6", set()),
        ("here", -10, "9.5", {"9.6"}),
        ("here", -11, "9.4", {"9.5", "9.6"}),
        ("here", -100, None, {"9.4", "9.5", "9.6"}),
        ("there", 0, "9.7", set()),
        ("nowhere", 0, None, set()),
    ],
)
def test_what_runs_is_known_for_each_establishment_and_each_day(
    site: str, in_days: int, running: str | None, awaited: set[str]
) -> None:
    found = running_on(LIVES, site, TODAY + in_days * DAY)
    assert (found.release_id, set(found.awaited)) == (running, awaited)


def test_a_release_that_comes_back_is_not_awaited() -> None:
    lives = (live("9.4", 3), live("9.5", -10), live("9.4", -99))
    assert running_on(lives, "here", TODAY).awaited == frozenset()


def test_a_trial_with_one_software_says_nothing_of_another() -> None:
    both = [tried("worked", "1", software="a"), tried("failed", "7", software="b")]
    assert [v.release_id for v in trials_with("a", both)] == ["1"]
