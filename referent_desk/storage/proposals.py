"""Proposals, and what is known of those who might be asked, in the database."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping
from datetime import date
from typing import Any

from sqlalchemy import Connection

from referent_desk.domain.nominations import Colleague, Namesake
from referent_desk.domain.people import AppointmentKind, AppointmentRank
from referent_desk.domain.proposals import ProposalRow
from referent_desk.domain.skills import NO_SKILL, RANK, SkillLevel, Source, still_counts
from referent_desk.domain.texts import folded
from referent_desk.storage.bare_rows import read_rows
from referent_desk.storage.deployments import with_uses
from referent_desk.storage.places import sites_by_node
from referent_desk.storage.schema import day_of, stored_day
from referent_desk.storage.skills import known_skills
from referent_desk.storage.skills_asked import AskedOfOne

_WAITING = (
    "SELECT p.id, p.person_id, trim(w.first_name || ' ' || w.last_name), w.role, w.telephone,"
    " p.department_id, n.name, p.kind, p.rank, coalesce(s.name, ''), p.since, p.until,"
    " p.proposed_on, p.proposed_by"
    " FROM proposal p JOIN person w ON w.id = p.person_id JOIN node n ON n.id = p.department_id"
    " LEFT JOIN software s ON s.id = p.software_id"
    " WHERE p.answer = ''"
)
_STAFF = (
    "SELECT w.id, trim(w.first_name || ' ' || w.last_name), w.role, w.telephone, w.working_hours,"
    " w.week_one FROM person w WHERE (w.left_on IS NULL OR w.id = :also AND w.left_on >= :today)"
    " AND ("
    " w.department_id IN (SELECT node_id FROM ancestor WHERE ancestor_id = :here)"
    " OR w.department_id IN (SELECT parent_id FROM node WHERE id = :here)"
    " OR w.id IN (SELECT person_id FROM appointment WHERE department_id = :here)"
    " OR w.id = :also) LIMIT 400"
)
_HELD = (
    "SELECT a.person_id, a.department_id, a.kind, a.rank, a.software_id,"
    " coalesce(a.minutes_a_week, 0), a.volunteer"
    " FROM appointment a WHERE a.person_id IN ({ids})"
    " AND coalesce(a.since, :today) <= :today AND coalesce(a.until, :today) >= :today"
)
_FORWARD = (
    "SELECT person_id FROM appointment WHERE volunteer = 1 AND person_id IN ({ids})"
    " UNION SELECT person_id FROM proposal WHERE volunteer = 1 AND answer <> 'declined'"
    " AND person_id IN ({ids})"
)
_CAME = (
    "SELECT a.person_id, t.software_id, t.valid_on, coalesce(r.version, ''), t.valid_until"
    " FROM attendance a JOIN training t ON t.id = a.training_id"
    " LEFT JOIN release r ON r.id = t.release_id"
    " WHERE a.person_id IN ({ids}) AND t.annuls_id IS NULL"
    " AND NOT EXISTS (SELECT 1 FROM training x WHERE x.annuls_id = t.id)"
)
_HELPS = (
    "SELECT h.who, count(*) FROM help_entry h WHERE h.department_id = :here AND h.who <> ''"
    " AND h.annuls_id IS NULL AND NOT EXISTS (SELECT 1 FROM help_entry x WHERE x.annuls_id = h.id)"
    " AND (h.software_id = :software OR :software IS NULL) GROUP BY h.who"
)
_USED = with_uses(
    "SELECT d.software_id FROM deployment d WHERE d.department_id = :here AND USED_TODAY(d)"
)


def waiting_proposals(
    connection: Connection, department_id: str | None = None, person_id: str | None = None
) -> tuple[ProposalRow, ...]:
    """Those that nobody has answered, of a department, of a person, or all; oldest first."""
    where, values = "", {}
    if department_id is not None:
        where, values = " AND p.department_id = :one", {"one": department_id}
    elif person_id is not None:
        where, values = " AND p.person_id = :one", {"one": person_id}
    rows = read_rows(connection, f"{_WAITING}{where} ORDER BY p.proposed_on, p.id", values)
    return tuple(map(_proposal_of, rows))


def _proposal_of(row: Any) -> ProposalRow:
    key, person_id, person, role, telephone, department_id, department, *rest = row
    kind, rank, software, since, until, proposed_on, proposed_by = rest
    return ProposalRow(
        *(key, person_id, person, role, telephone, department_id, department),
        *(AppointmentKind(kind), AppointmentRank(rank), software),
        *(stored_day(since), stored_day(until)),
        date.fromisoformat(proposed_on),
        proposed_by,
    )


def colleagues_in(
    connection: Connection,
    department_id: str,
    software_id: str | None,
    today: date,
    also: str = "",
) -> tuple[Colleague, ...]:
    """Who works in the department, above or beneath it, or answers for it already; and `also`.

    Whoever is known to leave is not asked.
    """
    values: dict[str, object] = {
        "here": department_id,
        "today": today.isoformat(),
        "software": software_id,
        "also": also,
    }
    staff = read_rows(connection, _STAFF, values)
    ids = [row[0] for row in staff]
    people, able = _Facts(connection, ids, values), _Able(connection, ids, values, today)
    return tuple(
        Colleague(
            id=key,
            name=name,
            role=role,
            telephone=telephone,
            hours=hours,
            rotates=bool(week_one),
            level=able.level(key),
            helps=people.helps.get(name_key(name), 0),
            is_trained=key in able.trained,
            came_forward=key in people.forward,
            is_referent=(key, "main") in people.here,
            is_deputy=(key, "deputy") in people.here,
            offices=people.offices[key],
            minutes_granted=people.minutes[key],
        )
        for key, name, role, telephone, hours, week_one in staff
    )


class _Facts:
    """What is told of these people, by id; by folded name where only a name was written."""

    def __init__(
        self, connection: Connection, ids: Collection[str], values: Mapping[str, object]
    ) -> None:
        self._connection, self._values = connection, values
        self._ids = ", ".join(f"'{key}'" for key in ids)
        held = self._rows(_HELD)
        self.offices = Counter(row[0] for row in held)
        self.minutes: Counter[str] = Counter()
        for row in held:
            self.minutes[row[0]] += row[5]
        here, software = values["here"], values["software"]
        self.here = {
            (row[0], row[3])
            for row in held
            if row[1] == here and row[2] == "software" and row[4] in {None, software}
        }
        self.forward = {row[0] for row in self._rows(_FORWARD)}
        self.helps: Counter[str] = Counter()
        for who, count in self._rows(_HELPS):
            self.helps[name_key(who)] += count

    def _rows(self, statement: str) -> list[Any]:
        return read_rows(self._connection, statement.replace("{ids}", self._ids), self._values)


class _Able:
    """What these people can do with the software asked for, or with what is used there."""

    def __init__(
        self,
        connection: Connection,
        ids: Collection[str],
        values: Mapping[str, object],
        today: date,
    ) -> None:
        here, software = str(values["here"]), values["software"]
        self._site = sites_by_node(connection, here).get(here, "")
        used = read_rows(connection, _USED, values) if software is None else [(software,)]
        self._wanted = {str(row[0]) for row in used}
        asked = AskedOfOne(connection, here, self._site, today)
        self._known = known_skills(asked, ids, self._wanted)
        came = _CAME.replace("{ids}", ", ".join(f"'{key}'" for key in ids))
        self.trained = set()
        """Those too for whom no level was noted."""
        for person_id, software_id, day, version, until in read_rows(connection, came):
            source = Source(SkillLevel.USES, day_of(day), version, stored_day(until))
            major = self._known.majors.get((self._site, software_id))
            if software_id in self._wanted and still_counts(source, major, today):
                self.trained.add(person_id)

    def level(self, person_id: str) -> str:
        """The highest."""
        skills = self._known.of(person_id, self._site, self._wanted)
        best = max((RANK[skill.level], skill.level or "") for _key, skill in (*skills, _UNABLE))
        return str(best[1])


_UNABLE = ("", NO_SKILL)


def name_key(name: str) -> str:
    """First name first or last: both are written."""
    return " ".join(sorted(folded(name).split()))


def namesakes_of(connection: Connection, person_id: str) -> tuple[Namesake, ...]:
    """This person and everybody at work who is called the same."""
    rows = read_rows(
        connection,
        "SELECT p.id, trim(p.first_name || ' ' || p.last_name), p.role, coalesce(n.name, ''),"
        " p.telephone FROM person p JOIN person me ON me.folded = p.folded"
        " LEFT JOIN node n ON n.id = p.department_id"
        " WHERE me.id = :one AND (p.id = me.id OR p.left_on IS NULL) ORDER BY p.id",
        {"one": person_id},
    )
    return tuple(Namesake(*row) for row in rows)
