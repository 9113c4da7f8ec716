from __future__ import annotations

from datetime import date, timedelta

import pytest

from referent_desk.domain.coverage import by_nearness
from referent_desk.domain.procedure_states import NOTHING_KNOWN, Running, status_of
from referent_desk.domain.procedures import (
    Procedure,
    ProcedureState,
    ProcedureText,
    Revision,
    RevisionState,
    Verification,
    VerificationResult,
)
from referent_desk.domain.revisions import revision_in_force

TODAY = date(2026, 11, 22)
DAY = timedelta(days=1)
TEXT = ProcedureText("Prescrire")
PATH = ("unit", "department", "pole", "hospital", "group")


def procedure(owner: str, software: str | None = None, *, closed: bool = False) -> Procedure:
    key = f"{owner}/{software or 'any'}"
    return Procedure(key, owner, "PRE", software, TODAY if closed else None)


@pytest.mark.parametrize(
    ("procedures", "software", "holds"),
    [
        ([], "s", None),
        ([procedure("group")], "s", "group/any"),
        ([procedure("group"), procedure("pole")], "s", "pole/any"),
        ([procedure("pole"), procedure("pole", "s")], "s", "pole/s"),
        ([procedure("pole"), procedure("pole", "t")], "s", "pole/any"),
        ([procedure("unit"), procedure("group", "s")], "s", "unit/any"),
        ([procedure("unit", closed=True), procedure("group")], "s", "group/any"),
        ([procedure("other hospital")], "s", None),
        ([procedure("unit", "t")], "s", None),
        ([procedure("unit", "s")], None, None),
        ([procedure("unit")], None, "unit/any"),
    ],
)
def test_the_nearest_procedure_comes_first(
    procedures: list[Procedure], software: str | None, holds: str | None
) -> None:
    for order in (procedures, procedures[::-1]):
        found = by_nearness(order, PATH, software)
        assert (found[0].id if found else None) == holds


def approved(number: int, since: date | None = None, due: date | None = None) -> Revision:
    return Revision(
        str(number), "p", RevisionState.APPROVED, TEXT, number, approved_on=TODAY - 9 * DAY,
        in_force_on=since, review_due_on=due,
    )  # fmt: skip


DRAFT = Revision("draft", "p", RevisionState.DRAFT, TEXT)


@pytest.mark.parametrize(
    ("revisions", "holds"),
    [
        ([], None),
        ([DRAFT], "draft"),
        ([approved(1), DRAFT], "1"),
        ([approved(1), approved(2)], "2"),
        ([approved(1), approved(2, TODAY)], "2"),
        ([approved(1), approved(2, TODAY + DAY)], "1"),
        ([approved(1, TODAY + DAY), DRAFT], "draft"),
        ([approved(1, TODAY + DAY)], "1"),
        ([approved(9), approved(10)], "10"),
    ],
)
def test_the_newest_approved_revision_in_force_holds_then_the_draft(
    revisions: list[Revision], holds: str | None
) -> None:
    for order in (revisions, revisions[::-1]):
        found = revision_in_force(order, TODAY)
        assert (found.id if found else None) == holds


def tried(
    result: str, day: date = TODAY - DAY, release: str = "r2", revision: str = "1"
) -> Verification:
    return Verification(revision, release, "d", VerificationResult(result), day, release)


STATE = ProcedureState


@pytest.mark.parametrize(
    ("revision", "verifications", "state", "reasons"),
    [
        (None, [], STATE.MISSING, ["no_procedure"]),
        (DRAFT, [], STATE.DRAFT_ONLY, ["draft_only"]),
        (DRAFT, [tried("worked", revision="draft")], STATE.DRAFT_ONLY, ["draft_only"]),
        (approved(1), [], STATE.NEVER_VERIFIED, ["never_verified"]),
        (approved(1), [tried("worked", revision="0")], STATE.NEVER_VERIFIED, ["never_verified"]),
        (approved(1), [tried("worked")], STATE.UP_TO_DATE, ["verified"]),
        (approved(1), [tried("failed")], STATE.FAILED, ["verification_failed"]),
        (approved(1), [tried("partly")], STATE.TO_VERIFY, ["worked_partly"]),
        (approved(1), [tried("worked", release="r1")], STATE.TO_VERIFY, ["newer_release"]),
        (approved(1), [tried("partly", release="r1")], STATE.TO_VERIFY,
         ["newer_release", "worked_partly"]),
        (approved(1), [tried("failed", TODAY - 2 * DAY), tried("worked")], STATE.UP_TO_DATE,
         ["verified"]),
        (approved(1), [tried("worked"), tried("failed", TODAY - 2 * DAY)], STATE.UP_TO_DATE,
         ["verified"]),
        (approved(1), [tried("failed"), tried("worked")], STATE.UP_TO_DATE, ["verified"]),
        (approved(1), [tried("worked"), tried("failed")], STATE.FAILED, ["verification_failed"]),
        (approved(1, due=TODAY), [tried("worked")], STATE.UP_TO_DATE, ["verified"]),
        (approved(1, due=TODAY - DAY), [tried("worked")], STATE.REVIEW_DUE, ["review_due"]),
        (approved(1, due=TODAY - DAY), [], STATE.NEVER_VERIFIED, ["never_verified"]),
    ],
)  # fmt: skip
def test_a_state_follows_from_the_facts_with_its_reasons(
    revision: Revision | None, verifications: list[Verification], state: STATE, reasons: list[str]
) -> None:
    status = status_of(revision, verifications, Running("r2", "2"), TODAY)
    assert status.state is state
    assert [reason.code for reason in status.reasons] == reasons


def test_without_a_known_release_a_verification_holds() -> None:
    status = status_of(approved(1), [tried("worked", release="r1")], NOTHING_KNOWN, TODAY)
    assert status.state is STATE.UP_TO_DATE
