"""What an import added and changed, as rows."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import fields
from typing import Any

from referent_desk.domain.changes import Kind
from referent_desk.domain.departments import Node
from referent_desk.domain.directory import DirectoryEntry
from referent_desk.domain.imports.ledgers import Ledger, Record, Shelf
from referent_desk.domain.people import Person
from referent_desk.domain.software import Deployment, Software
from referent_desk.domain.texts import searched, spelling_key
from referent_desk.storage import schema
from referent_desk.storage.imports import vendor_ids
from referent_desk.storage.work import Work

Row = dict[str, object]


def write_ledger(
    work: Work, ledger: Ledger, written: Callable[[], None] = lambda: None
) -> frozenset[Kind]:
    """Write what differs from what was loaded, in an order that keeps every reference whole.

    `written` is called after each kind of rows; it may raise to stop.
    """
    vendors = _write_vendors(work, ledger)
    counts: dict[Kind, int] = {}
    for kind, table, shelf, row_of in (
        (Kind.DEPARTMENTS, schema.node, ledger.nodes, _node_row),
        (Kind.SOFTWARE, schema.software, ledger.software, lambda s: _software_row(s, vendors)),
        (Kind.DEPLOYMENTS, schema.deployment, ledger.deployments, _deployment_row),
        (Kind.PEOPLE, schema.person, ledger.people, _person_row),
        (Kind.APPOINTMENTS, schema.appointment, ledger.appointments, _plain),
        (Kind.DIRECTORY, schema.directory_entry, ledger.entries, _entry_row),
    ):
        counts[kind] = _write(work, table, shelf, row_of)
        written()
    counts[Kind.SOFTWARE] += _write_aliases(work, ledger) + _write_releases(work, ledger)
    written()
    return frozenset(kind for kind, count in counts.items() if count)


def _write(work: Work, table: Any, shelf: Shelf[Any], row_of: Any) -> int:
    """How many rows were added or changed."""
    added = work.add(table, map(row_of, shelf.added())) if shelf.added() else 0
    for before, after in shelf.changed():
        old, new = row_of(before), row_of(after)
        work.change(table, after.id, {k: v for k, v in new.items() if old[k] != v})
        added += 1
    return added


def _write_vendors(work: Work, ledger: Ledger) -> Mapping[str, str]:
    """The id of each vendor by its spelling; those that a product names anew are added."""
    ids = vendor_ids(work.connection)
    changed = (after for _before, after in ledger.software.changed())
    rows: list[Row] = []
    for software in (*ledger.software.added(), *changed):
        key = spelling_key(software.vendor)
        if key and key not in ids:
            ids[key] = work.new_id()
            rows.append({"id": ids[key], "name": software.vendor, "spelling": key})
    if rows:
        work.add(schema.vendor, rows)
    aliases: list[Row] = [
        {"id": work.new_id(), "vendor_id": ids[key], "name": name, "spelling": key}
        for name in ledger.new_vendor_aliases
        if (key := spelling_key(name)) in ids
    ]
    if aliases:
        work.add(schema.vendor_alias, aliases)
    return ids


def _write_aliases(work: Work, ledger: Ledger) -> int:
    known = {s.id: set(s.aliases) for s in ledger.software.before()}
    touched = [*ledger.software.added(), *(after for _b, after in ledger.software.changed())]
    rows: list[Row] = [
        {
            "id": work.new_id(),
            "software_id": software.id,
            "name": name,
            "spelling": spelling_key(name),
        }
        for software in touched
        for name in software.aliases
        if name not in known.get(software.id, ())
    ]
    return work.add(schema.software_alias, rows) if rows else 0


def _write_releases(work: Work, ledger: Ledger) -> int:
    releases: list[Row] = [_plain(release) for release in ledger.releases.added()]
    lives: list[Row] = [
        {
            "id": work.new_id(),
            "release_id": live.release_id,
            "establishment_id": live.establishment_id,
            "valid_on": live.live_on,
        }
        for live in ledger.new_lives
    ]
    added = work.add(schema.release, releases) if releases else 0
    return added + (work.add(schema.release_live, lives) if lives else 0)


def _plain(record: Record, left_out: Iterable[str] = ()) -> Row:
    names = {field.name for field in fields(record)} - set(left_out)  # type: ignore[arg-type]
    return {name: getattr(record, name) for name in names}


def _node_row(node: Node) -> Row:
    row = _plain(node)
    return row | {
        "paper_code": node.paper_code or None,
        "folded": searched(node.name, node.code),
    }


def _software_row(software: Software, vendors: Mapping[str, str]) -> Row:
    row = _plain(software, ("vendor", "aliases"))
    return row | {
        "spelling": spelling_key(software.name),
        "vendor_id": vendors.get(spelling_key(software.vendor)),
        "folded": searched(software.name, software.vendor, *software.aliases),
    }


def _deployment_row(use: Deployment) -> Row:
    return {
        "id": use.id,
        "software_id": use.software_id,
        "department_id": use.department_id,
        "function_id": use.function_id or None,
        "since": use.since,
        "until": use.until,
        "users": use.users,
        "tolerated_outage": use.tolerated_outage,
        "purpose": use.purpose,
        "outside": True if use.outside else None,
    }


def _person_row(person: Person) -> Row:
    return _plain(person) | {
        "week_one": person.week_one or "",
        "folded": searched(person.last_name, person.first_name),
    }


def _entry_row(entry: DirectoryEntry) -> Row:
    return _plain(entry, ("dialled_on",)) | {"folded": searched(entry.heading, entry.label)}
