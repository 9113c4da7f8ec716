"""Contracts of software that end: of one department, or told once as of the node above all who
use it."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from sqlalchemy import Connection

from referent_desk.domain.advice_tasks import ContractEnd
from referent_desk.storage.bare_rows import read_rows
from referent_desk.storage.deployments import with_uses
from referent_desk.storage.schema import stored_day


class EndingContract(NamedTuple):
    """`node_id` is the lowest node above all departments that use the software."""

    software_id: str
    name: str
    node_id: str
    ends_on: date


def contracts_in(
    connection: Connection, department_id: str, today: date
) -> tuple[ContractEnd, ...]:
    """Of what the department uses, every contract whose end is known; the first to end first."""
    rows = read_rows(connection, _OF_ONE, {"one": department_id, "today": today.isoformat()})
    return tuple(
        ContractEnd(key, name, date.fromisoformat(ends_on), stored_day(given_on))
        for key, name, ends_on, given_on in rows
    )


_OF_ONE = with_uses("""
SELECT DISTINCT s.id, s.name, s.contract_ends_on, v.given_on
FROM deployment d JOIN software s ON s.id = d.software_id
LEFT JOIN advice v ON v.software_id = s.id
WHERE d.department_id = :one AND STILL_USED(d)
    AND s.contract_ends_on IS NOT NULL AND s.closed_on IS NULL AND s.status <> 'retired'
ORDER BY s.contract_ends_on, s.id
""")


def ending_contracts(
    connection: Connection, department_id: str | None, today: date, before: date
) -> list[EndingContract]:
    """Of software in use there, or anywhere: contracts that end before that day, past ones too."""
    rows = read_rows(
        connection,
        _ENDING,
        {"one": department_id, "today": today.isoformat(), "before": before.isoformat()},
    )
    found: dict[str, EndingContract] = {}
    for key, name, ends_on, node_id, count, users in rows:
        if count == users and key not in found:
            found[key] = EndingContract(key, name, node_id, date.fromisoformat(ends_on))
    return [*found.values()]


_ENDING = with_uses("""
WITH ending AS MATERIALIZED (
    SELECT id, name, contract_ends_on FROM software
    WHERE contract_ends_on < :before AND closed_on IS NULL AND status <> 'retired'
        AND (:one IS NULL OR id IN (
            SELECT d.software_id FROM deployment d
            WHERE d.department_id = :one AND STILL_USED(d)))
), used AS MATERIALIZED (
    SELECT DISTINCT d.software_id, d.department_id
    FROM ending e CROSS JOIN deployment d JOIN node n ON n.id = d.department_id
    WHERE d.software_id = e.id AND n.closed_on IS NULL
        AND STILL_USED(d)
), counted AS (
    SELECT software_id, count(*) AS users FROM used GROUP BY software_id
)
SELECT e.id, e.name, e.contract_ends_on, a.ancestor_id, count(*), c.users
FROM counted c JOIN ending e ON e.id = c.software_id
JOIN used u ON u.software_id = c.software_id
JOIN ancestor a ON a.node_id = u.department_id
GROUP BY e.id, a.ancestor_id
ORDER BY e.contract_ends_on, e.id, max(a.distance), a.ancestor_id
""")
