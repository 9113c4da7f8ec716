"""What the evidence file tells besides coverage and appointments, each table read once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from datetime import date

from sqlalchemy import Connection

from referent_desk.domain.evidence import Practice, RunRow, Site, TextRow
from referent_desk.domain.group_coverage import Texts
from referent_desk.storage.bare_rows import read_rows


def sites_in(connection: Connection) -> dict[str, Site]:
    rows = read_rows(connection, "SELECT id, parent_id, kind, name FROM node")
    by_id = {row[0]: row for row in rows}
    found: dict[str, Site] = {}
    for key, _parent, _kind, name in rows:
        node = by_id[key]
        while node[2] != "establishment" and node[1]:
            node = by_id[node[1]]
        both = (node[0], node[3]) if node[2] == "establishment" else ("", "")
        found[key] = Site(name, *both)
    return found


def text_rows(
    connection: Connection, texts: Mapping[str, Texts], today: date
) -> tuple[TextRow, ...]:
    """Those of the texts that are approved and in force, with the last day on which each worked."""
    worked = dict(
        read_rows(
            connection,
            "SELECT x.revision_id, max(x.valid_on) FROM verification x WHERE x.result = 'worked'"
            " AND x.annuls_id IS NULL AND x.id NOT IN"
            " (SELECT annuls_id FROM verification WHERE annuls_id IS NOT NULL)"
            " GROUP BY x.revision_id",
        )
    )
    today_said, reviews = today.isoformat(), dict[str, str]()
    for here in texts.values():
        for revision_id, is_draft, _number, begins, review in here.values():
            if revision_id and not is_draft and begins <= today_said:
                reviews[revision_id] = review
    rows = read_rows(
        connection,
        "SELECT r.id, p.owner_id, p.function_id, coalesce(p.software_id, ''), r.title,"
        " coalesce(r.number, 0), coalesce(r.approved_on, ''), coalesce(r.approver, '')"
        " FROM revision r JOIN procedure p ON p.id = r.procedure_id WHERE r.state = 'approved'",
    )
    rows.sort()
    return tuple(
        TextRow(
            owner, function, software, title, number, day, reviews[key], worked.get(key, ""), by
        )
        for key, owner, function, software, title, number, day, by in rows
        if key in reviews
    )


def run_rows(connection: Connection) -> tuple[RunRow, ...]:
    """Drills that were played to their end, the newest first."""
    rows = read_rows(
        connection,
        "SELECT x.id, d.department_id, x.valid_on, d.function_id, coalesce(d.software_id, ''),"
        " x.led_by, x.participants, x.drill_id, x.observer, x.starts_at, x.seconds, x.revision_id"
        " FROM drill_run x JOIN drill d ON d.id = x.drill_id"
        " WHERE x.stopped_because = '' AND x.annuls_id IS NULL AND x.id NOT IN"
        " (SELECT annuls_id FROM drill_run WHERE annuls_id IS NOT NULL)"
        " ORDER BY x.valid_on DESC, x.id",
    )
    taught = read_rows(
        connection,
        "SELECT l.what, x.valid_on, x.led_by, x.participants, x.drill_id, x.observer, x.starts_at,"
        " x.seconds, x.revision_id FROM lesson l JOIN drill_run x ON x.id = l.drill_run_id"
        " WHERE x.stopped_because = '' AND l.annuls_id IS NULL AND l.id NOT IN"
        " (SELECT annuls_id FROM lesson WHERE annuls_id IS NOT NULL)"
        " ORDER BY l.valid_on, l.recorded_at, l.id",  # the newest holds
    )
    lessons = {tuple(said): what for what, *said in taught}  # a run said anew has them too
    found = dict(
        read_rows(connection, "SELECT drill_run_id, count(*) FROM finding GROUP BY drill_run_id")
    )
    acted = read_rows(
        connection,
        "SELECT f.drill_run_id, count(*), count(a.done_on) FROM action a"
        " JOIN finding f ON f.id = a.finding_id"
        " WHERE a.closed_on IS NULL OR a.done_on IS NOT NULL GROUP BY f.drill_run_id",
    )
    actions = {key: (count, done) for key, count, done in acted}
    told = []
    for key, department, day, function, software, led_by, participants, *said in rows:
        acts, done = actions.get(key, (0, 0))
        lesson, shown = lessons.get((day, led_by, participants, *said), ""), found.get(key, 0)
        run = department, day, function, software, led_by, participants, lesson, shown, acts, done
        told.append(RunRow(*run))
    return tuple(told)


def next_plans(connection: Connection, today: date) -> dict[str, str]:
    """By department, the next day on which a drill is planned that was not held yet."""
    rows = read_rows(
        connection,
        "SELECT d.department_id, min(d.planned_on) FROM drill d WHERE d.closed_on IS NULL"
        " AND d.planned_on >= :today AND d.id NOT IN (SELECT x.drill_id FROM drill_run x"
        " WHERE x.annuls_id IS NULL AND x.id NOT IN"
        " (SELECT annuls_id FROM drill_run WHERE annuls_id IS NOT NULL)) GROUP BY d.department_id",
        {"today": today.isoformat()},
    )
    return dict(rows)


def copy_counts(connection: Connection) -> dict[str, int]:
    rows = read_rows(
        connection,
        "SELECT b.department_id, count(*) FROM copy c JOIN binder b ON b.id = c.binder_id"
        " WHERE c.closed_on IS NULL GROUP BY b.department_id",
    )
    return dict(rows)


def practice_in(connection: Connection, today: date) -> dict[str, Practice]:
    """By department. Somebody who practised has read as well; what was done elsewhere counts."""
    day = {"today": today.isoformat()}
    staff = dict(
        read_rows(
            connection,
            "SELECT id, department_id FROM person WHERE department_id IS NOT NULL"
            " AND erased_on IS NULL AND (left_on IS NULL OR left_on >= :today)",
            day,
        )
    )
    said = read_rows(
        connection,
        "SELECT DISTINCT coalesce(x.person_id, ''), x.name, x.department_id, x.level"
        " FROM acknowledgement x WHERE x.annuls_id IS NULL AND x.id NOT IN"
        " (SELECT annuls_id FROM acknowledgement WHERE annuls_id IS NOT NULL)",
    )
    attended = read_rows(
        connection,
        "SELECT DISTINCT a.person_id FROM attendance a JOIN training x ON x.id = a.training_id"
        " WHERE a.person_id IS NOT NULL AND (x.valid_until IS NULL OR x.valid_until >= :today)"
        " AND x.annuls_id IS NULL AND x.id NOT IN"
        " (SELECT annuls_id FROM training WHERE annuls_id IS NOT NULL)",
        day,
    )
    read = {row[0] for row in said if row[0]}
    practised = {row[0] for row in said if row[0] and row[3] == "practised"}
    trained = {row[0] for row in attended}
    others = Counter(key for _name, key in {(row[1], row[2]) for row in said if not row[0]})
    counts = Counter(staff.values())
    of = [Counter(d for p, d in staff.items() if p in who) for who in (read, practised, trained)]
    return {
        key: Practice(counts[key], of[0][key], of[1][key], of[2][key], others[key])
        for key in {*counts, *others}
    }
