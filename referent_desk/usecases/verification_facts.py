"""What bears on verifications and actions in one department, for what is to do there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from referent_desk.domain.coverage import CoverageFacts, Use
from referent_desk.domain.procedures import RevisionState, VerificationResult
from referent_desk.domain.software import Software, SoftwareStatus
from referent_desk.domain.verification_tasks import ReleaseAhead, TriedUse, VerificationFacts
from referent_desk.language import spoken
from referent_desk.storage.actions import action_rows
from referent_desk.storage.database import Connection


def verification_facts(
    connection: Connection, coverage: CoverageFacts, uses: Iterable[Use], today: date
) -> VerificationFacts:
    """`uses` are those of `coverage` on that day: one reading more than these took."""
    every = tuple(uses)
    gone = [use for use in every if _is_gone(use.software)]
    rows = [r for r in action_rows(connection, coverage.department_id) if r.action.is_open]
    acted = {row.revision_id for row in rows if row.revision_id is not None}
    return VerificationFacts(
        tuple(_tried_uses((use for use in every if not _is_gone(use.software)), acted)),
        tuple(row.action for row in rows),
        tuple(_ahead(coverage, today)),
        tuple(dict.fromkeys((use.software.id, use.software.name) for use in gone)),
    )


def _is_gone(software: Software) -> bool:
    return software.status is SoftwareStatus.RETIRED or software.closed_on is not None


def _tried_uses(uses: Iterable[Use], acted: set[str]) -> Iterator[TriedUse]:
    """Only what has an approved text and a software can be verified."""
    for use in uses:
        revision = use.revision
        if use.function is None or not use.software.id or revision is None:
            continue
        if revision.state is RevisionState.DRAFT:
            continue
        last = use.status.verification
        runs_on = use.live is None or last is None or last.release_id == use.live.release_id
        partly = last is not None and last.result is VerificationResult.PARTLY
        yield TriedUse(
            use.function.id,
            use.software.id,
            use.function.name(spoken().code),
            use.software.name,
            use.live.version if use.live is not None else "",
            use.state,
            awaits_action=partly and runs_on and revision.id in acted,
        )


def _ahead(coverage: CoverageFacts, today: date) -> Iterator[ReleaseAhead]:
    for software_id, lives in coverage.lives.items():
        for live in lives:
            if live.establishment_id == coverage.establishment_id and live.live_on > today:
                name = coverage.software[software_id].name
                yield ReleaseAhead(name, live.version, live.live_on)
