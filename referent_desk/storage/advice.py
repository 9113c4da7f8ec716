"""What is known of software for those who buy: of one, or of all with each table read once.

What a procedure of it is worth today is told by the coverage, not here.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Connection, RowMapping, select

from referent_desk.domain.advice import GivenAdvice, Verdict
from referent_desk.domain.advice_facts import (
    AdviceFacts,
    Contract,
    DrillsHeld,
    Helpers,
    HelpGiven,
    Tickets,
    Trials,
    Usage,
)
from referent_desk.domain.readiness import own_beds
from referent_desk.domain.software import SoftwareStatus
from referent_desk.storage import schema
from referent_desk.storage.able_to_help import helpers
from referent_desk.storage.advice_grounds import (
    AdviceQuery,
    drills_held,
    help_given,
    tickets,
    trials,
)
from referent_desk.storage.schema import stored_day

_NO_HELP, _NO_TICKETS, _NO_TRIALS = HelpGiven(), Tickets(), Trials()
_NO_DRILLS, _NO_HELPERS, _NO_USAGE = DrillsHeld(), Helpers(), Usage()


def advice_facts(
    connection: Connection, today: date, software_id: str | None = None
) -> dict[str, AdviceFacts]:
    """By software. None: of all that are open and not retired.

    How many of its procedures were never verified is not among them.
    """
    query = AdviceQuery(connection, today, software_id)
    uses = uses_today(query)
    departments = uses.departments()
    usage, helped = _usage(query, uses, departments), help_given(query)
    handed = tickets(query)
    tried, held, able = trials(query), drills_held(query), helpers(query, departments)
    return {
        row[0]: AdviceFacts(
            software_id=row[0],
            name=row[1],
            vendor=row[2],
            status=SoftwareStatus(row[3]),
            criticality=row[4],
            replaced_by=row[5],
            contract=_contract(row[6:]),
            usage=usage.get(row[0], _NO_USAGE),
            help=helped.get(row[0], _NO_HELP),
            tickets=handed.get(row[0], _NO_TICKETS),
            trials=tried.get(row[0], _NO_TRIALS),
            drills=held.get(row[0], _NO_DRILLS),
            helpers=able.get(row[0], _NO_HELPERS),
        )
        for row in query.rows(_SOFTWARE)
    }


def advice_given(
    connection: Connection, today: date, software_id: str | None = None
) -> dict[str, GivenAdvice]:
    rows = AdviceQuery(connection, today, software_id).rows(
        "SELECT a.software_id, a.verdict, a.needs, a.note, a.who, a.given_on FROM advice a"
        " WHERE ONE(a.software_id)"
    )
    return {
        key: GivenAdvice(Verdict(verdict), needs, note, who, stored_day(day))
        for key, verdict, needs, note, who, day in rows
    }


def advice_row(connection: Connection, software_id: str) -> RowMapping | None:
    statement = select(schema.advice).where(schema.advice.c.software_id == software_id)
    return connection.execute(statement).mappings().one_or_none()


def sites_using(
    connection: Connection, software_id: str, today: date
) -> list[tuple[str, str, int]]:
    """Establishments by name: id, name, and how many departments use it there."""
    return AdviceQuery(connection, today, software_id).rows(
        "SELECT e.id, e.name, count(DISTINCT d.department_id) FROM deployment d"
        " JOIN node n ON n.id = d.department_id JOIN ancestor a ON a.node_id = n.id"
        " JOIN node e ON e.id = a.ancestor_id AND e.kind = 'establishment'"
        " WHERE ONE(d.software_id) AND n.kind IN ('department', 'unit')"
        " AND USED_TODAY(d) GROUP BY e.id ORDER BY e.folded, e.id"
    )


_SOFTWARE = """
SELECT s.id, s.name, coalesce(v.name, ''), s.status, coalesce(s.criticality, k.criticality),
    coalesce(r.name, ''), s.contract_reference, s.contract_ends_on, s.manual_mode,
    s.data_extracted, s.original_layout
FROM software s LEFT JOIN vendor v ON v.id = s.vendor_id
LEFT JOIN software_kind k ON k.id = s.kind_id
LEFT JOIN software r ON r.id = s.replaced_by_id
WHERE ONE(s.id) AND (:one IS NOT NULL OR (s.closed_on IS NULL AND s.status <> 'retired'))
"""


@dataclass(frozen=True, slots=True)
class Uses:
    """Of today: rows of software, department, function and users, in departments and units that
    are open; a pole uses nothing itself. `places` are those, each with its own beds."""

    rows: Sequence[tuple[str, str, str | None, int | None]]
    places: Mapping[str, int | None]

    def departments(self) -> dict[str, set[str]]:
        found: dict[str, set[str]] = {}
        for software_id, department_id, _function_id, _users in self.rows:
            found.setdefault(software_id, set()).add(department_id)
        return found


def uses_today(query: AdviceQuery) -> Uses:
    nodes = query.rows(
        "SELECT id, beds, parent_id FROM node"
        " WHERE kind IN ('department', 'unit') AND closed_on IS NULL"
    )
    beds = own_beds({row[0]: row[1] for row in nodes}, {row[0]: row[2] for row in nodes})
    rows = query.rows(
        "SELECT d.software_id, d.department_id, d.function_id, d.users FROM deployment d"
        " WHERE ONE(d.software_id) AND USED_TODAY(d)"
    )
    return Uses([row for row in rows if row[1] in beds], beds)


def _usage(query: AdviceQuery, uses: Uses, departments: Mapping[str, set[str]]) -> dict[str, Usage]:
    """Users of several functions in one department are the same people: the most counts."""
    users: dict[str, dict[str, int]] = {}
    functions: dict[str, set[str]] = {}
    for software_id, department_id, function_id, count in uses.rows:
        if function_id:
            functions.setdefault(software_id, set()).add(function_id)
        if count is not None:
            here = users.setdefault(software_id, {})
            here[department_id] = max(here.get(department_id, 0), count)
    sites = dict(query.rows(_SITES))
    order = dict(query.rows("SELECT id, position FROM function"))
    return {
        key: Usage(
            departments=len(those),
            establishments=len({sites[one] for one in those if one in sites}),
            functions=tuple(sorted(functions.get(key, ()), key=order.__getitem__)),
            users=_sum(users.get(key, {}).values()),
            beds=_sum(uses.places[one] for one in those),
        )
        for key, those in departments.items()
    }


_SITES = """
SELECT a.node_id, a.ancestor_id FROM ancestor a JOIN node n ON n.id = a.ancestor_id
WHERE HERE(a.node_id) AND n.kind = 'establishment'
"""


def _contract(row: tuple[Any, ...]) -> Contract:
    reference, ends_on, *answers = row
    said = (None if answer is None else bool(answer) for answer in answers)
    return Contract(reference, stored_day(ends_on), *said)


def _sum(values: Iterable[int | None]) -> int | None:
    """None where there is nothing to add."""
    known = [value for value in values if value is not None]
    return sum(known) if known else None
