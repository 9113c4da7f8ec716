"""What failed when it was last tried, over all departments at once."""

from __future__ import annotations

from datetime import date

from sqlalchemy import Connection

from referent_desk.domain.group_coverage import Live
from referent_desk.domain.procedure_states import NOTHING_KNOWN, status_of
from referent_desk.domain.procedures import (
    ProcedureState,
    ProcedureText,
    Revision,
    RevisionState,
    Verification,
    VerificationResult,
)
from referent_desk.storage.bare_rows import read_rows
from referent_desk.storage.readiness import lives_in

_NOT_LIVE = Live(NOTHING_KNOWN, "")
_EVER_FAILED = (
    "SELECT v.revision_id, v.department_id, r.software_id, v.release_id, v.result, v.valid_on"
    " FROM verification v JOIN release r ON r.id = v.release_id"
    " WHERE (v.revision_id, v.department_id) IN"
    " (SELECT revision_id, department_id FROM verification WHERE result = 'failed')"
    " AND v.annuls_id IS NULL AND v.id NOT IN"
    " (SELECT annuls_id FROM verification WHERE annuls_id IS NOT NULL)"
    " ORDER BY v.valid_on, v.recorded_at, v.id"
)

Tried = tuple[str, str, str]
"""Department, revision, software."""


class FailedTrials:
    """Only what failed at least once is read; whether that still holds is for the rule to say."""

    def __init__(self, connection: Connection, today: date) -> None:
        self._today = today
        self._trials: dict[Tried, list[Verification]] = {}
        for revision, department, software, release, result, day in read_rows(
            connection, _EVER_FAILED
        ):
            trial = Verification(
                revision, release, department, VerificationResult(result), date.fromisoformat(day)
            )
            self._trials.setdefault((department, revision, software), []).append(trial)
        self._lives = lives_in(connection, today) if self._trials else {}

    def has_failed(self, tried: Tried, establishment_id: str) -> bool:
        """Of an approved text that holds."""
        trials = self._trials.get(tried)
        if trials is None:
            return False
        _department, revision_id, software_id = tried
        live = self._lives.get(establishment_id, {}).get(software_id, _NOT_LIVE)
        approved = Revision(revision_id, "", RevisionState.APPROVED, ProcedureText(""))
        state = status_of(approved, trials, live.running, self._today).state
        return state is ProcedureState.FAILED
