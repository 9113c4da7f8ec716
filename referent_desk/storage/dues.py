"""What has a day in the database, of one department or of all: bare rows, each table read once."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, NamedTuple

from sqlalchemy import Connection

from referent_desk.domain.approvals import SIGNED_WITHIN
from referent_desk.domain.people import IN_OFFICE, appointment_state
from referent_desk.domain.shelf_checks import check_due
from referent_desk.storage.bare_rows import read_rows
from referent_desk.storage.deployments import with_uses
from referent_desk.storage.schema import day_of, stored_day

__all__ = ["day_of"]
"""For use cases, which tell the days of the texts."""


class DuePlace(NamedTuple):
    """Something of a node that is due on a day."""

    node_id: str
    key: str
    subject: str
    day: date
    person: str = ""


class DueText(NamedTuple):
    """A text that is due on a day; `software_id` is empty for any."""

    owner_id: str
    revision_id: str
    function_id: str
    software_id: str
    day: date


class DueRelease(NamedTuple):
    department_id: str
    software_id: str
    release_id: str
    version: str
    day: date


@dataclass(frozen=True, slots=True)
class DueReading:
    """`department_id` None: of every open node. What is due on `before` or later is left out where
    the database can tell."""

    connection: Connection
    department_id: str | None
    today: date
    before: date

    def drafts(self) -> Iterator[DueText]:
        """Drafts that somebody submitted, by the day on which they should be signed. Nobody has
        named a day for the others."""
        statement = (
            "SELECT p.owner_id, r.id, p.function_id, coalesce(p.software_id, ''), r.submitted_on"
            " FROM revision r JOIN procedure p ON p.id = r.procedure_id"
            " JOIN node n ON n.id = p.owner_id"
            " WHERE r.state = 'draft' AND p.closed_on IS NULL AND n.closed_on IS NULL"
            " AND r.submitted_on IS NOT NULL"
        )
        if self.department_id is not None:  # so that not the drafts of all are looked at
            statement += (
                " AND p.owner_id IN (SELECT ancestor_id FROM ancestor WHERE node_id = :one)"
            )
        rows = self._rows(statement)
        within = timedelta(days=SIGNED_WITHIN)
        for owner_id, key, function_id, software_id, day in rows:
            due = day_of(day) + within
            yield DueText(owner_id, key, function_id, software_id, due)

    def actions(self) -> Iterator[DuePlace]:
        """Those with a day that are neither done nor given up."""
        rows = self._rows(
            "SELECT a.department_id, a.id, a.what, a.due_on, a.owner"
            " FROM action a JOIN node n ON n.id = a.department_id"
            " WHERE a.done_on IS NULL AND a.closed_on IS NULL AND a.due_on IS NOT NULL"
            " AND a.due_on < :before"
            " AND n.closed_on IS NULL AND (:one IS NULL OR a.department_id = :one)"
        )
        for node_id, key, what, due_on, owner in rows:
            yield DuePlace(node_id, key, what, day_of(due_on), owner)

    def office_ends(self) -> Iterator[DuePlace]:
        """The last day of everybody who is in office; `subject` is kind and rank."""
        rows = self._rows(
            "SELECT a.department_id, a.id, a.kind || '_' || a.rank, a.since, a.until, p.left_on,"
            " trim(p.first_name || ' ' || p.last_name)"
            " FROM appointment a JOIN person p ON p.id = a.person_id"
            " JOIN node n ON n.id = a.department_id"
            " WHERE (a.until < :before OR p.left_on < :before) AND n.closed_on IS NULL"
            " AND coalesce(a.until, :today) >= :today AND coalesce(p.left_on, :today) >= :today"
            " AND (:one IS NULL OR a.department_id IN"
            " (SELECT ancestor_id FROM ancestor WHERE node_id = :one))"
        )
        for node_id, key, office, since, until, left_on, name in rows:
            begin, end, left = stored_day(since), stored_day(until), stored_day(left_on)
            last = min(day for day in (end, left) if day is not None)
            if appointment_state(begin, end, left, self.today) in IN_OFFICE:
                yield DuePlace(node_id, key, office, last, name)

    def shelf_checks(self) -> Iterator[DuePlace]:
        """The next check of every copy that was filed; `subject` is its number."""
        rows = self._rows(
            "SELECT b.department_id, c.id, c.number, b.months_between_checks, min(i.valid_on),"
            " (SELECT max(s.valid_on) FROM shelf_check s WHERE s.copy_id = c.id"
            "  AND s.annuls_id IS NULL AND s.id NOT IN"
            "  (SELECT annuls_id FROM shelf_check WHERE annuls_id IS NOT NULL))"
            " FROM copy c JOIN binder b ON b.id = c.binder_id"
            " JOIN print_run p ON p.copy_id = c.id JOIN insertion i ON i.print_run_id = p.id"
            " JOIN node n ON n.id = b.department_id"
            " WHERE c.closed_on IS NULL AND p.annuls_id IS NULL AND i.annuls_id IS NULL"
            " AND n.closed_on IS NULL AND (:one IS NULL OR b.department_id = :one)"
            " AND p.id NOT IN (SELECT annuls_id FROM print_run WHERE annuls_id IS NOT NULL)"
            " AND i.id NOT IN (SELECT annuls_id FROM insertion WHERE annuls_id IS NOT NULL)"
            " GROUP BY c.id"
        )
        for node_id, key, number, months, filed, checked in rows:
            day = check_due(stored_day(filed), stored_day(checked), months)
            if day is not None:
                yield DuePlace(node_id, key, str(number), day)

    def releases(self) -> Iterator[DueRelease]:
        """Releases that go live later in the establishment of a department that uses them."""
        rows = self._rows(
            "SELECT DISTINCT d.department_id, d.software_id, r.id, r.version, l.valid_on"
            " FROM release_live l JOIN release r ON r.id = l.release_id"
            " JOIN deployment d ON d.software_id = r.software_id"
            " JOIN ancestor a ON a.node_id = d.department_id AND a.ancestor_id = l.establishment_id"
            " JOIN node n ON n.id = d.department_id"
            " WHERE l.valid_on > :today AND l.valid_on < :before"
            " AND STILL_USED(d, l.valid_on)"
            " AND n.closed_on IS NULL AND (:one IS NULL OR d.department_id = :one)"
            " AND l.annuls_id IS NULL AND l.id NOT IN"
            " (SELECT annuls_id FROM release_live WHERE annuls_id IS NOT NULL)"
        )
        for department_id, software_id, release_id, version, live_on in rows:
            live = day_of(live_on)
            yield DueRelease(department_id, software_id, release_id, version, live)

    def _rows(self, statement: str) -> list[Any]:
        """`:one` is the department, NULL for all of them."""
        days = {"today": self.today.isoformat(), "before": self.before.isoformat()}
        return read_rows(self.connection, with_uses(statement), {"one": self.department_id, **days})
