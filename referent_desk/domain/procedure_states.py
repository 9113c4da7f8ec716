"""How far a procedure can be trusted: pure, from its revision, what was tried, and what runs."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from referent_desk.domain.approvals import is_submitted, submitted_reason
from referent_desk.domain.procedures import (
    ProcedureState,
    ProcedureStatus,
    Reason,
    Revision,
    RevisionState,
    Verification,
    VerificationResult,
)
from referent_desk.domain.software import ReleaseLive, release_in_service, releases_awaited


@dataclass(frozen=True, slots=True)
class Running:
    """What runs in an establishment. A release of None: its version is not known.

    `awaited` are the releases that only go live there on a day to come.
    """

    release_id: str | None = None
    version: str = ""
    awaited: frozenset[str] = frozenset()


NOTHING_KNOWN = Running()


def running_on(lives: tuple[ReleaseLive, ...], establishment_id: str, day: date) -> Running:
    live = release_in_service(lives, establishment_id, day)
    awaited = releases_awaited(lives, establishment_id, day)
    return Running(live.release_id if live else None, live.version if live else "", awaited)


def status_of(
    revision: Revision | None,
    verifications: Iterable[Verification],
    running: Running,
    today: date,
) -> ProcedureStatus:
    """`verifications` of this department and software, of any revision, in the order of recording.

    The last trial on the release that runs holds; failing that, the last one of all. Of several of
    one day it is the one recorded last. What was tried on a release that is awaited counts from
    the day on which it goes live.
    """
    if revision is None:
        return ProcedureStatus(ProcedureState.MISSING, (Reason("no_procedure", {}),))
    last = _last_trial(revision, verifications, running)
    if revision.state is RevisionState.DRAFT:
        waits = (submitted_reason(revision),) if is_submitted(revision) else ()
        why = (Reason("draft_only", {}), *waits)
        return ProcedureStatus(ProcedureState.DRAFT_ONLY, why, last)
    if last is None:
        return ProcedureStatus(ProcedureState.NEVER_VERIFIED, (Reason("never_verified", {}),))
    fields: dict[str, object] = {"version": last.version, "day": last.valid_on}
    if last.result is VerificationResult.FAILED:
        return ProcedureStatus(
            ProcedureState.FAILED, (Reason("verification_failed", fields),), last
        )
    reasons = []
    if running.release_id is not None and last.release_id != running.release_id:
        reasons.append(Reason("newer_release", {**fields, "running": running.version}))
    if last.result is VerificationResult.PARTLY:
        reasons.append(Reason("worked_partly", fields))
    if reasons:
        return ProcedureStatus(ProcedureState.TO_VERIFY, tuple(reasons), last)
    if revision.review_due_on is not None and revision.review_due_on < today:
        due = Reason("review_due", {"day": revision.review_due_on})
        return ProcedureStatus(ProcedureState.REVIEW_DUE, (due,), last)
    return ProcedureStatus(ProcedureState.UP_TO_DATE, (Reason("verified", fields),), last)


def _last_trial(
    revision: Revision, verifications: Iterable[Verification], running: Running
) -> Verification | None:
    tried = [
        v
        for v in verifications
        if v.revision_id == revision.id and v.release_id not in running.awaited
    ]
    here = [v for v in tried if v.release_id == running.release_id]
    return max(reversed(here or tried), key=lambda v: v.valid_on, default=None)


def trials_with(software_id: str, verifications: Iterable[Verification]) -> list[Verification]:
    """A text for any software is tried with each of them: one says nothing of another."""
    return [v for v in verifications if v.software_id in {"", software_id}]
