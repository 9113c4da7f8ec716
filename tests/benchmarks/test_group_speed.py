"""The view of the large group, what could be one in it, and its evidence file."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from contextlib import closing
from pathlib import Path
from statistics import median
from time import process_time

from referent_desk.domain.group_offices import OfficeNarrowing, narrowed
from referent_desk.home import Home
from referent_desk.language import language
from referent_desk.paper.evidence import write_evidence
from referent_desk.storage.connections import open_file
from referent_desk.usecases.desks import Desk
from referent_desk.usecases.evidence import evidence_book, gather_evidence
from referent_desk.usecases.group_views import export_offices, read_convergences, read_offices

ROUNDS = 3
WANTED = 2.0
"""Seconds on a machine that does nothing else: printed, not asked."""
MOST_TIMES_BARE = {"offices": 7.0, "convergence": 7.0, "evidence": 9.0}
"""Beside reading the same rows with the bare driver, in one run, in time of the processor."""
_PLACES = (
    "SELECT id, parent_id, kind, name, code, beds FROM node",
    "SELECT department_id, function_id, software_id, criticality FROM deployment",
    "SELECT id, name, criticality FROM software",
)
_STATES = (
    "SELECT id, owner_id, function_id, software_id FROM procedure NOT INDEXED",
    "SELECT procedure_id, id, state, number, in_force_on, review_due_on FROM revision",
    "SELECT revision_id, department_id, release_id, result, valid_on FROM verification",
    "SELECT a.*, p.last_name FROM appointment a JOIN person p ON p.id = a.person_id",
)
_BARE = {
    "offices": (*_PLACES, *_STATES),
    "convergence": (*_PLACES, *_STATES[:2], "SELECT id, text FROM revision"),
    "evidence": (
        *(*_PLACES, *_STATES, "SELECT id, title, approved_on FROM revision"),
        *("SELECT person_id, training_id FROM attendance", "SELECT id, department_id FROM person"),
    ),
}


def test_each_view_of_the_group_takes_a_few_times_as_long_as_reading_its_rows(
    staffed_home: Home, staffed_desk: Desk
) -> None:
    asked: dict[str, Callable[[], object]] = {
        "offices": lambda: read_offices(staffed_desk),
        "convergence": lambda: read_convergences(staffed_desk),
        "evidence": lambda: gather_evidence(staffed_desk),
    }
    for name, ask in asked.items():
        reading = _reading(staffed_home, _BARE[name])
        took = _took(ask)
        sys.stderr.write(
            f"\n{name}: {took:.2f} s (wanted {WANTED:.0f}), bare {reading:.2f} s,"
            f" {took / reading:.1f} times (most {MOST_TIMES_BARE[name]})\n"
        )
        assert took <= MOST_TIMES_BARE[name] * reading


def test_writing_the_evidence_takes_less_than_gathering_it(
    staffed_desk: Desk, tmp_path: Path
) -> None:
    gathering = _took(lambda: gather_evidence(staffed_desk))
    evidence = gather_evidence(staffed_desk)
    paper = _took(lambda: write_evidence(evidence, language("fr")))
    book = _took(lambda: evidence_book(evidence))
    list_ = _took(lambda: export_offices(staffed_desk, OfficeNarrowing(), tmp_path / "a.xlsx"))
    rows = sum(len(section.rows) for section in evidence.sections)
    sys.stderr.write(
        f"\nevidence of {rows} rows: gathered {gathering:.2f} s, as a PDF {paper:.3f} s, as a"
        f" workbook {book:.2f} s; the list of referents exported {list_:.2f} s\n"
    )
    assert rows > 70_000
    assert paper <= gathering / 10
    assert book <= gathering


def test_the_list_of_all_departments_is_narrowed_while_one_types(staffed_desk: Desk) -> None:
    rows = read_offices(staffed_desk).rows
    narrowing = _took(lambda: narrowed(rows, OfficeNarrowing("neuro clair")))
    sys.stderr.write(f"\nnarrowing {len(rows)} departments: {narrowing * 1000:.0f} ms\n")
    assert narrowing <= 0.15


def _reading(home: Home, statements: Sequence[str]) -> float:
    with closing(open_file(home.database, "ro")) as bare:
        return _took(lambda: [bare.execute(one).fetchall() for one in statements])


def _took(ask: Callable[[], object]) -> float:
    ask()
    times = []
    for _round in range(ROUNDS):
        start = process_time()
        ask()
        times.append(process_time() - start)
    return median(times)
