"""What bears on the coverage of every department, each table read once as bare rows.

`coverage_facts` tells the same of one department.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from operator import itemgetter
from typing import Any

from sqlalchemy import Connection

from referent_desk.domain.fallbacks import USUAL_FAILURE, Failure, Fallback
from referent_desk.domain.group_coverage import GroupFacts, Live, Place, Survives, Trial, UseRow
from referent_desk.domain.means import Reach, Standing, in_reach
from referent_desk.domain.people import IN_OFFICE, appointment_state
from referent_desk.domain.procedure_states import NOTHING_KNOWN, Running
from referent_desk.storage.bare_rows import read_rows
from referent_desk.storage.deployments import with_uses
from referent_desk.storage.held_texts import held_texts
from referent_desk.storage.means import failure_domains, means_kept
from referent_desk.storage.places import places_in
from referent_desk.storage.schema import stored_day
from referent_desk.storage.stored_texts import text_of

_LAST = 1_000_000  # after every function
_ROOM = 1_000_000  # for the software of one function


def group_facts(connection: Connection, today: date, *, survival: bool = False) -> GroupFacts:
    texts = held_texts(connection, today)
    return GroupFacts(
        places=places_in(connection),
        uses=uses_in(connection, today),
        texts=texts,
        for_any=frozenset(n for n, here in texts.items() if any(not key[1] for key in here)),
        trials=_trials(connection),
        lives=lives_in(connection, today),
        offices=_offices(connection, today),
        survives=_survival(connection) if survival else None,
        filed=filed_days(connection),
        drills=played_days(connection),
    )


def uses_in(connection: Connection, today: date) -> Mapping[str, list[UseRow]]:
    """A use that ends soon and the one that follows it are one; what is needed and done by no
    software is a use without one."""
    rows = read_rows(connection, "SELECT id, position FROM function")
    functions = {key: (position, key) for key, position in rows}
    software = _software(connection)
    rows = read_rows(
        connection,
        with_uses(
            "SELECT department_id, coalesce(function_id, ''), software_id, criticality,"
            " tolerated_outage FROM deployment WHERE STILL_USED(deployment)"
            " AND (function_id IS NOT NULL OR coalesce(outside, 0) = 0) ORDER BY rowid"
        ),
        {"today": today.isoformat()},
    )
    once: dict[str, dict[tuple[str, str], UseRow]] = {}
    for department_id, function_id, software_id, criticality, outage in rows:
        rank, rating, longest, used = software[software_id]  # one text for each id
        here = once.get(department_id)
        if here is None:
            here = once[department_id] = {}
        position, function = functions.get(function_id, (_LAST, function_id))
        both = function, used
        here[both] = position * _ROOM + rank, both, criticality or rating, outage or longest
    needed = read_rows(
        connection,
        "SELECT department_id, function_id FROM department_function WHERE closed_on IS NULL",
    )
    done: dict[str, set[str]] = {}
    for department_id, function_id in needed:
        if department_id not in done:
            done[department_id] = {key[0] for key in once.get(department_id, ())}
        if function_id not in done[department_id]:
            both = function_id, ""
            row = functions[function_id][0] * _ROOM, both, None, None
            once.setdefault(department_id, {})[both] = row
    return {key: sorted(uses.values(), key=_rank) for key, uses in once.items()}


_rank = itemgetter(0)


def _software(connection: Connection) -> dict[str, tuple[int, int | None, int | None, str]]:
    """By id: its place among all by name, from 1 on; how it is rated, how long it may be
    interrupted, and the id."""
    rows = read_rows(
        connection,
        "SELECT s.id, coalesce(s.criticality, k.criticality), s.tolerated_interruption, s.name"
        " FROM software s LEFT JOIN software_kind k ON k.id = s.kind_id",
    )
    named = sorted((name.casefold(), *rest) for *rest, name in rows)
    return {
        key: (rank, rating, longest, key)
        for rank, (_name, key, rating, longest) in enumerate(named, start=1)
    }


def _trials(connection: Connection) -> Mapping[str, Mapping[str, list[Trial]]]:
    software = dict(read_rows(connection, "SELECT id, software_id FROM release"))
    found: dict[str, dict[str, list[Trial]]] = {}
    rows = read_rows(
        connection,
        "SELECT department_id, revision_id, release_id, result, valid_on FROM verification"
        " WHERE annuls_id IS NULL AND id NOT IN"
        " (SELECT annuls_id FROM verification WHERE annuls_id IS NOT NULL)"
        " ORDER BY department_id, revision_id, valid_on, recorded_at, id",  # all in one index
    )
    last, here = "", dict[str, list[Trial]]()
    for department_id, revision_id, release_id, result, day in rows:
        if department_id != last:
            last, here = department_id, {}
            found[last] = here
        trial = software[release_id], release_id, result, day
        if revision_id in here:
            here[revision_id].append(trial)
        else:
            here[revision_id] = [trial]
    return found


def lives_in(connection: Connection, today: date) -> Mapping[str, Mapping[str, Live]]:
    """By establishment and software, as `running_on` tells it: the newest comes first, of one day
    the one recorded last."""
    rows = read_rows(
        connection,
        "SELECT r.software_id, l.establishment_id, r.id, r.version, l.valid_on"
        " FROM release_live l JOIN release r ON r.id = l.release_id"
        " WHERE l.annuls_id IS NULL AND l.id NOT IN"
        " (SELECT annuls_id FROM release_live WHERE annuls_id IS NOT NULL)"
        " ORDER BY l.valid_on DESC, l.recorded_at DESC, l.id",
    )
    day = today.isoformat()
    found: dict[str, dict[str, Live]] = {}
    ahead: dict[tuple[str, str], set[str]] = {}
    known: dict[str, Running] = {}
    for software_id, establishment_id, release_id, version, live_on in rows:
        if live_on > day:
            ahead.setdefault((establishment_id, software_id), set()).add(release_id)
            continue
        here = found.get(establishment_id)
        if here is None:
            here = found[establishment_id] = {}
        if software_id not in here:
            running = known.get(release_id) or Running(release_id, version)
            here[software_id] = Live(known.setdefault(release_id, running), live_on)
    before = {(one[1], one[0], one[2]) for one in rows if one[4] <= day} if ahead else set()
    for (establishment_id, software_id), releases in ahead.items():
        here = found.setdefault(establishment_id, {})
        live = here.get(software_id, Live(NOTHING_KNOWN, ""))
        new = (one for one in releases if (establishment_id, software_id, one) not in before)
        here[software_id] = Live(replace(live.running, awaited=frozenset(new)), live.since)
    return found


def _offices(connection: Connection, today: date) -> Mapping[str, frozenset[str]]:
    """Who is main referent of software there today."""
    rows = read_rows(
        connection,
        "SELECT a.department_id, coalesce(a.software_id, ''), a.since, a.until, p.left_on"
        " FROM appointment a JOIN person p ON p.id = a.person_id"
        " WHERE a.kind = 'software' AND a.rank = 'main'",
    )
    found: dict[str, set[str]] = {}
    for node_id, software_id, since, until, left_on in rows:
        days = stored_day(since), stored_day(until), stored_day(left_on)
        if appointment_state(*days, today) in IN_OFFICE:
            found.setdefault(node_id, set()).add(software_id)
    return {key: frozenset(those) for key, those in found.items()}


def _survival(connection: Connection) -> Survives:
    """Only the texts that name means are read, which are few."""
    naming = read_rows(  # in the words of the index `revision_naming_means`
        connection, """SELECT id, text FROM revision WHERE instr(text, '"means":[') > 0"""
    )
    texts = {key: text_of(text) for key, text in naming}
    domains = failure_domains(connection)
    kept = means_kept(connection, domains)
    failure = Failure(domains, [d.id for d in domains.values() if d.code in USUAL_FAILURE])
    reaches: dict[tuple[str, ...], Reach] = {}

    def survives(place: Place, software_id: str | None, revision_id: str) -> Standing:
        text = texts.get(revision_id)
        if text is None:
            return Standing.STANDS if revision_id else Standing.MISSING
        keeping = tuple(node for node in place.path if node in kept)
        if keeping not in reaches:
            reaches[keeping] = in_reach(keeping, kept, domains)
        fallback = Fallback(place.id, "", software_id, revision_id, text)
        return failure.outcome(fallback, reaches[keeping]).standing

    return survives


def filed_days(connection: Connection, department_id: str | None = None) -> dict[str, date]:
    """By department, the last day on which a copy that is still there was filed and signed for."""
    rows = read_rows(
        connection,
        "SELECT p.department_id, max(i.valid_on) FROM insertion i"
        " JOIN print_run p ON p.id = i.print_run_id JOIN copy c ON c.id = p.copy_id"
        " WHERE i.annuls_id IS NULL AND c.closed_on IS NULL AND p.annuls_id IS NULL"
        " AND i.id NOT IN (SELECT annuls_id FROM insertion WHERE annuls_id IS NOT NULL)"
        " AND p.id NOT IN (SELECT annuls_id FROM print_run WHERE annuls_id IS NOT NULL)"
        " AND (:one IS NULL OR p.department_id = :one) GROUP BY p.department_id",
        {"one": department_id},
    )
    return _days(rows)


def played_days(connection: Connection, department_id: str | None = None) -> dict[str, date]:
    """By department, the last day on which a drill was played to its end."""
    rows = read_rows(
        connection,
        "SELECT d.department_id, max(r.valid_on) FROM drill_run r JOIN drill d ON d.id = r.drill_id"
        " WHERE r.annuls_id IS NULL AND r.stopped_because = ''"
        " AND r.id NOT IN (SELECT annuls_id FROM drill_run WHERE annuls_id IS NOT NULL)"
        " AND (:one IS NULL OR d.department_id = :one) GROUP BY d.department_id",
        {"one": department_id},
    )
    return _days(rows)


def _days(rows: Iterable[tuple[Any, ...]]) -> dict[str, date]:
    return {key: date.fromisoformat(day) for key, day in rows}
