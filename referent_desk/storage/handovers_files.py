"""What a referent hands over, as the database holds it: bare rows of one department."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from typing import Any

from sqlalchemy import Connection

from referent_desk.domain.handovers_files import HandedSoftware, HandedTrouble
from referent_desk.domain.successions import Answer
from referent_desk.storage.bare_rows import read_rows
from referent_desk.storage.deployments import with_uses
from referent_desk.storage.schema import stored_day

_ANSWERS = (
    "SELECT a.id, a.kind, a.rank, coalesce(a.software_id, ''), coalesce(s.name, '')"
    " FROM appointment a LEFT JOIN software s ON s.id = a.software_id"
    " WHERE a.department_id = :node AND a.person_id = :who"
    " AND (a.until IS NULL OR a.until >= coalesce(:last, :today))"
    " ORDER BY a.kind DESC, a.rank DESC, s.folded"
)
_SOFTWARE = with_uses(
    "SELECT DISTINCT s.id, s.name, s.support_contact, s.folded FROM software s"
    " JOIN deployment d ON d.software_id = s.id WHERE d.department_id = :node"
    " AND USED_TODAY(d) ORDER BY s.folded, s.id"
)
_VERSIONS = (
    "SELECT r.software_id, r.version FROM release_live l JOIN release r ON r.id = l.release_id"
    " JOIN ancestor x ON x.ancestor_id = l.establishment_id WHERE x.node_id = :node"
    " AND l.valid_on <= :today AND l.annuls_id IS NULL AND l.id NOT IN"
    " (SELECT annuls_id FROM release_live WHERE annuls_id IS NOT NULL)"
    " ORDER BY l.valid_on, l.recorded_at"
)
_TIPS = (
    "SELECT t.software_id, t.title, t.text FROM tip t WHERE t.closed_on IS NULL"
    " AND (t.node_id IS NULL OR t.node_id IN"
    " (SELECT ancestor_id FROM ancestor WHERE node_id = :node)) ORDER BY t.folded, t.id"
)
_TICKETS = (
    "SELECT coalesce(t.software_id, ''), t.what, t.begun, e.valid_on, t.reference,"
    " coalesce(e.valid_on, t.handed_on) AS told FROM ticket t"
    " LEFT JOIN help_entry e ON e.id = t.help_entry_id"
    " WHERE t.department_id = :node AND t.settled_on IS NULL AND t.closed_on IS NULL"
    " UNION ALL SELECT coalesce(h.software_id, ''), h.asked, '', h.valid_on, '', h.valid_on"
    " FROM help_entry h"
    " WHERE h.department_id = :node AND h.outcome = 'open' AND h.annuls_id IS NULL"
    " AND h.id NOT IN (SELECT annuls_id FROM help_entry WHERE annuls_id IS NOT NULL)"
    " AND h.id NOT IN (SELECT help_entry_id FROM ticket WHERE help_entry_id IS NOT NULL)"
    " ORDER BY told, 2"
)
_TRAININGS = (
    "SELECT t.valid_on, s.name, (SELECT count(*) FROM attendance a WHERE a.training_id = t.id)"
    " FROM training t JOIN software s ON s.id = t.software_id WHERE t.department_id = :node"
    " AND t.annuls_id IS NULL AND t.id NOT IN"
    " (SELECT annuls_id FROM training WHERE annuls_id IS NOT NULL)"
    " ORDER BY t.valid_on DESC, t.id LIMIT 8"
)
_NUMBERS = (
    "SELECT e.label, e.number FROM directory_entry e JOIN ancestor x ON x.ancestor_id = e.owner_id"
    " WHERE x.node_id = :node AND e.closed_on IS NULL AND e.number <> '' AND e.private = 0"
    " AND (e.purpose <> '' OR e.owner_id = :node)"
    " ORDER BY e.purpose = '', e.position, e.folded LIMIT 14"
)


def answers_of(
    connection: Connection, node_id: str, person_id: str, last_day: date | None, today: date
) -> tuple[Answer, ...]:
    """What somebody answers for until the last day."""
    last = last_day.isoformat() if last_day else None
    said = {"node": node_id, "who": person_id, "today": today.isoformat(), "last": last}
    return tuple(Answer(*row) for row in read_rows(connection, _ANSWERS, said))


def software_of(
    connection: Connection, node_id: str, today: date, knows: dict[str, list[str]], sole: set[str]
) -> tuple[tuple[HandedSoftware, ...], tuple[HandedTrouble, ...]]:
    """What is used, with tips and open troubles; then the troubles of nothing that is used.

    `sole`: what the one who leaves helps with.
    """
    said = {"node": node_id, "today": today.isoformat()}
    versions = dict(read_rows(connection, _VERSIONS, said))
    tips, troubles = defaultdict(list), defaultdict(list)
    for software_id, title, text in read_rows(connection, _TIPS, said):
        tips[software_id].append((title, text))
    for software_id, what, begun, asked_on, reference, _told in read_rows(
        connection, _TICKETS, said
    ):
        since = begun or stored_day(asked_on)
        troubles[software_id].append(HandedTrouble(what, since, reference))
    used = tuple(
        HandedSoftware(
            key,
            name,
            versions.get(key, ""),
            support,
            tuple(sorted(set(knows.get(key, ())))),
            key in sole and not knows.get(key),
            tuple(tips.pop(key, ())),
            tuple(troubles.pop(key, ())),
        )
        for key, name, support, _folded in read_rows(connection, _SOFTWARE, said)
    )
    return used, tuple(one for those in troubles.values() for one in those)


def numbers_of(connection: Connection, node_id: str) -> tuple[tuple[str, str], ...]:
    """Those with a purpose first; private ones stay out of what is printed."""
    return tuple(_pair(row) for row in read_rows(connection, _NUMBERS, {"node": node_id}))


def trainings_of(connection: Connection, node_id: str) -> tuple[tuple[date, str, int], ...]:
    rows = read_rows(connection, _TRAININGS, {"node": node_id})
    return tuple((date.fromisoformat(day), name, count) for day, name, count in rows)


def _pair(row: Any) -> tuple[str, str]:
    return row[0], row[1]
