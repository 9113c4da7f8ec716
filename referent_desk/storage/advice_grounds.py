"""What happened with software in the last twelve months: help, tickets, trials, drills."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Connection

from referent_desk.domain.advice_facts import (
    LOOKED_AT,
    SLOW,
    DrillsHeld,
    HelpGiven,
    Tickets,
    Trials,
)
from referent_desk.domain.drills import Outcome
from referent_desk.domain.texts import folded
from referent_desk.storage.bare_rows import read_rows
from referent_desk.storage.deployments import with_uses
from referent_desk.storage.drills import runs_of

_ONE, _HERE = re.compile(r"ONE\(([\w.]+)\)"), re.compile(r"HERE\(([\w.]+)\)")
_WHERE_USED = r"\1 IN (SELECT department_id FROM deployment WHERE software_id = :one)"
_NO_DRILLS = DrillsHeld()


@dataclass(frozen=True, slots=True)
class AdviceQuery:
    """`software_id` None: of all. In a statement `ONE(column)` is what chooses among them, and
    `HERE(column)` among departments that use it or did: of one an index is used, which a test of
    all would hide from the database. The rules of `with_uses` may stand beside them."""

    connection: Connection
    today: date
    software_id: str | None = None

    def rows(self, statement: str) -> list[Any]:
        """`:since` is the day before the first that is looked at."""
        is_all, every = self.software_id is None, r"\1 IS NOT NULL"
        statement = _ONE.sub(every if is_all else r"\1 = :one", statement)
        statement = _HERE.sub(every if is_all else _WHERE_USED, statement)
        days = {"today": self.today.isoformat(), "since": (self.today - LOOKED_AT).isoformat()}
        values = {"one": self.software_id, **days}
        return read_rows(self.connection, with_uses(statement), values)


def help_given(query: AdviceQuery) -> dict[str, HelpGiven]:
    """What was asked in other capitals or accents is the same trouble."""
    sums: dict[str, list[int]] = {}
    asked: dict[str, dict[str, tuple[int, str]]] = {}
    for software_id, what, *counts in query.rows(_HELP):
        before = sums.get(software_id, [0, 0, 0, 0])
        sums[software_id] = [one + more for one, more in zip(before, counts, strict=True)]
        here, key = asked.setdefault(software_id, {}), folded(what)
        times, said = here.get(key, (0, what))
        here[key] = times + counts[0], said
    return {key: _help_of(those, asked[key]) for key, those in sums.items()}


_HELP = """
SELECT h.software_id, h.asked, count(*), coalesce(sum(h.minutes), 0),
    sum(h.outcome = 'to_it'), sum(h.outcome = 'to_vendor')
FROM help_entry h
WHERE ONE(h.software_id) AND h.valid_on > :since AND h.valid_on <= :today
    AND h.annuls_id IS NULL
    AND h.id NOT IN (SELECT annuls_id FROM help_entry WHERE annuls_id IS NOT NULL)
GROUP BY h.software_id, h.asked ORDER BY h.software_id, h.asked
"""


def _help_of(sums: Sequence[int], asked: Mapping[str, tuple[int, str]]) -> HelpGiven:
    times, minutes, to_it, to_vendor = sums
    often, trouble = max(asked.values(), key=lambda pair: pair[0])
    return HelpGiven(times, minutes, to_it, to_vendor, trouble, often)


def tickets(query: AdviceQuery) -> dict[str, Tickets]:
    found: dict[str, list[Any]] = {}
    for software_id, *row in query.rows(_TICKETS):
        found.setdefault(software_id, []).append(row)
    return {key: _tickets_of(those, query.today) for key, those in found.items()}


_TICKETS = """
SELECT t.software_id, t.addressee, t.handed_on, t.settled_on, coalesce(t.stops_work, 0)
FROM ticket t
WHERE ONE(t.software_id) AND t.closed_on IS NULL
    AND t.handed_on <= :today AND (t.handed_on > :since OR t.settled_on IS NULL)
"""


def _tickets_of(rows: Sequence[Any], today: date) -> Tickets:
    ages = [
        today - date.fromisoformat(handed)
        for addressee, handed, settled, _stops in rows
        if addressee == "vendor" and settled is None
    ]
    slow = [age.days for age in ages if age > SLOW]
    return Tickets(
        handed=len(rows),
        stopping=sum(row[3] for row in rows),
        waiting=len(ages),
        settled=sum(row[0] == "vendor" and row[2] is not None for row in rows),
        slow=len(slow),
        longest=max(slow, default=0),
    )


def trials(query: AdviceQuery) -> dict[str, Trials]:
    """Where it is or was used. A procedure of one department is followed through the versions from
    the beginning; counted is what was tried in these months."""
    since = (query.today - LOOKED_AT).isoformat()
    counts: dict[str, dict[str, int]] = {}
    for (software_id, _department, _procedure), those in _tried(query).items():
        last = ("", "")
        for day, _recorded, _key, release_id, result in sorted(those):
            if day > since:
                here = counts.setdefault(software_id, dict.fromkeys(_RESULTS, 0))
                here[result] += 1
                is_broken = last[1] == "worked" != result and last[0] != release_id
                here["broken"] += is_broken
            last = release_id, result
    return {key: Trials(**those) for key, those in counts.items()}


_Tried = dict[tuple[str, str, str], list[tuple[str, str, str, str, str]]]


def _tried(query: AdviceQuery) -> _Tried:
    """By software, department and procedure; day, moment, id, version and result of each trial."""
    software = dict(
        query.rows('SELECT r.id, r.software_id FROM "release" r WHERE ONE(r.software_id)')
    )
    used = set(
        query.rows(
            "SELECT d.software_id, d.department_id FROM deployment d WHERE ONE(d.software_id)"
        )
    )
    is_all = query.software_id is None
    procedures = dict(query.rows(_PROCEDURES if is_all else _PROCEDURES + _TRIED_HERE))
    found: _Tried = {}
    for department_id, revision_id, release_id, *trial in query.rows(_TRIALS):
        software_id = software.get(release_id, "")
        if (software_id, department_id) in used:
            key = software_id, department_id, procedures[revision_id]
            day, recorded, trial_id, result = trial
            found.setdefault(key, []).append((day, recorded, trial_id, release_id, result))
    return found


_RESULTS = ("worked", "partly", "failed", "broken")
_PROCEDURES = "SELECT t.id, t.procedure_id FROM revision t"
_TRIED_HERE = (
    " WHERE t.id IN (SELECT v.revision_id FROM verification v WHERE HERE(v.department_id))"
)
_TRIALS = """
SELECT v.department_id, v.revision_id, v.release_id, v.valid_on, v.recorded_at, v.id, v.result
FROM verification v
WHERE HERE(v.department_id) AND v.valid_on <= :today AND v.annuls_id IS NULL
    AND v.id NOT IN (SELECT annuls_id FROM verification WHERE annuls_id IS NOT NULL)
"""


def drills_held(query: AdviceQuery) -> dict[str, DrillsHeld]:
    """Played to their end; tasks that were not played say nothing."""
    software = dict(query.rows("SELECT d.id, d.software_id FROM drill d WHERE ONE(d.software_id)"))
    asked = None if query.software_id is None else [*software]
    found: dict[str, DrillsHeld] = {}
    for drill_id, runs in runs_of(query.connection, asked).items() if software else ():
        software_id = software.get(drill_id)
        for run in runs:
            near = query.today - LOOKED_AT < run.day <= query.today
            if software_id is not None and run.is_whole and near:
                before = found.get(software_id, _NO_DRILLS)
                found[software_id] = DrillsHeld(
                    before.held + 1,
                    before.done + run.count(Outcome.DONE),
                    before.tasks + len(run.tasks) - run.count(Outcome.NOT_PLAYED),
                    before.findings + len(run.findings),
                )
    return found
