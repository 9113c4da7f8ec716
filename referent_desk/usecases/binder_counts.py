"""How the sheets of many binders stand today, counted: only their states, no reasons.

What bears on the departments is read for many of them at once: one at a time, a hospital group
would wait for minutes.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from referent_desk.domain.binder_states import Shelf, Unexplained, Wanted, copy_state
from referent_desk.domain.binders import Draft, KnownSheet, number_sheets
from referent_desk.domain.copies import Run
from referent_desk.domain.copy_contents import content_of
from referent_desk.domain.directory import DirectoryEntry
from referent_desk.domain.means import in_reach
from referent_desk.domain.sheet_states import SheetStatus
from referent_desk.domain.sheets import Sheet
from referent_desk.domain.shelf_looks import Look, as_seen
from referent_desk.exchange.forms import form_definitions
from referent_desk.language import language
from referent_desk.storage.binders import KnownRevision, codes_in, revisions_in
from referent_desk.storage.copies import CopyRow, runs_in
from referent_desk.storage.coverages import Path, coverages, grouped, paths_of
from referent_desk.storage.database import Connection
from referent_desk.storage.directory import (
    accepted_chapters,
    directory_entries,
    local_values_in,
    nearest_chapters,
)
from referent_desk.storage.means import failure_domains, means_kept
from referent_desk.storage.neighbours import near_referents
from referent_desk.storage.shelf_checks import looks_of
from referent_desk.storage.ward_managers import staff_in
from referent_desk.usecases.binder_contents import BinderFacts, binder_drafts
from referent_desk.usecases.desks import Desk
from referent_desk.usecases.garbage import uncollected

TOGETHER = 200
"""Departments that are read at once: more would not be faster, and would need more memory."""
Counts = Counter[SheetStatus]


@dataclass(frozen=True, slots=True)
class _Printed:
    """What was printed for the departments, by department; `looks` by copy."""

    codes: Mapping[str, Mapping[str, str]]
    revisions: Mapping[str, Sequence[KnownRevision]]
    runs: Mapping[str, Sequence[Run]]
    looks: Mapping[str, Iterable[Look]]


def count_sheets(
    desk: Desk, connection: Connection, copies: Mapping[str, Sequence[CopyRow]]
) -> dict[str, Counts]:
    """The sheets of the open `copies` of each department, all copies together."""
    with uncollected():
        return _count(desk, connection, copies)


def _count(
    desk: Desk, connection: Connection, copies: Mapping[str, Sequence[CopyRow]]
) -> dict[str, Counts]:
    printed = _Printed(
        codes_in(connection, copies),
        revisions_in(connection, copies),
        runs_in(connection, copies),
        looks_of(connection, copies),
    )
    counts: dict[str, Counts] = {}
    spoken = grouped((rows[0].language, key) for key, rows in copies.items() if rows)
    for code, department_ids in spoken.items():
        forms = form_definitions(code, desk.home.forms).forms
        for facts in _facts(desk, connection, department_ids, code):
            drafts = binder_drafts(facts, language(code), desk.clock.today(), forms)
            key = facts.node.id
            counts[key] = _counted(copies[key], _sheets(key, code, drafts, printed), printed)
    return counts


def _facts(
    desk: Desk, connection: Connection, department_ids: Sequence[str], language_code: str
) -> Iterator[BinderFacts]:
    paths = paths_of(connection, department_ids)
    owners = {node.id for path in paths.values() for node in path}
    lines = grouped((e.owner_id, e) for e in directory_entries(connection, owners))
    local = local_values_in(connection, department_ids)
    chapters = accepted_chapters(connection, language_code)
    domains = failure_domains(connection)
    means = means_kept(connection, domains, owners)
    today = desk.clock.today()
    staff = staff_in(connection, department_ids, today)
    near = near_referents(connection, department_ids, today)
    for coverage in coverages(connection, paths, today):
        path = paths[coverage.department_id]
        yield BinderFacts(
            path=path,
            coverage=coverage,
            directory=tuple(_directory(path, lines)),
            local=local.get(coverage.department_id, {}),
            chapters=nearest_chapters(chapters, coverage.path),
            reach=in_reach(coverage.path, means, domains),
            staff=staff.get(coverage.department_id, ()),
            near=near.get(coverage.department_id, ()),
        )


def _directory(
    path: Path, lines: Mapping[str, Iterable[DirectoryEntry]]
) -> Iterator[DirectoryEntry]:
    for node in path:
        yield from lines.get(node.id, ())


def _sheets(
    department_id: str, language_code: str, drafts: Sequence[Draft], printed: _Printed
) -> tuple[Sheet, ...]:
    known = (
        KnownSheet(k.code, k.revision, k.check_code, k.body_hash)
        for k in printed.revisions.get(department_id, ())
    )
    codes = printed.codes.get(department_id, {})
    return number_sheets(drafts, codes, known, language_code, allot=False).sheets


def _counted(copies: Iterable[CopyRow], sheets: Sequence[Sheet], printed: _Printed) -> Counts:
    wanted = Wanted(sheets, Unexplained(), {}, {})
    found: Counts = Counter()
    for row in copies:
        runs = printed.runs.get(row.department_id, ())
        looks = printed.looks.get(row.copy.id, ())
        state = copy_state(Shelf(as_seen(content_of(row.copy, runs), runs, looks)), wanted)
        found.update(sheet.status for sheet in state.sheets)
    return found
