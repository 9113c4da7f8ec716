from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from referent_desk.domain.evidence import (
    EvidenceFacts,
    Practice,
    Rehearsal,
    RunRow,
    Section,
    Site,
    TextRow,
    Theme,
)
from referent_desk.domain.evidence_sections import sections_of
from referent_desk.domain.group_coverage import Place
from referent_desk.domain.group_offices import Office
from referent_desk.domain.procedures import ProcedureState
from referent_desk.domain.readiness import CoveredUse, DepartmentCoverage

TODAY = date(2026, 11, 22)
USE = CoveredUse("pre", "plus", 1, None, ProcedureState.UP_TO_DATE, has_referent=True)
WARD = Place("w", "Ward", "", ("w", "n", "g"), "n", "North", "", 10)
OTHER = Place("o", "Other", "", ("o", "s", "g"), "s", "South", "", None)
FACTS = EvidenceFacts(
    today=TODAY,
    places=(WARD, OTHER),
    sites={
        "w": Site("Ward", "n", "North"),
        "n": Site("North", "n", "North"),
        "o": Site("Other", "s", "South"),
        "g": Site("Group", "", ""),
    },
    coverage=(
        DepartmentCoverage("w", "Ward", "", "North", "", 10, (USE,), has_referent=True),
        DepartmentCoverage("o", "Other", "", "South", uses=(USE._replace(has_referent=False),)),
    ),
    offices=(
        Office("n", "software", "main", "", "Anne Roy", "2026-01-01", ""),
        Office("w", "software", "deputy", "", "Luc Petit", "2026-01-01", ""),
        Office("w", "software", "main", "", "Gone", "2026-01-01", "2026-11-21"),
    ),
    functions={"pre": "Prescription"},
    software={"plus": "Dossier+"},
    texts=(TextRow("g", "pre", "", "For all", 1, "2026-01-01", "2027-01-01", "", ""),),
    runs=(),
    plans={},
    copies={"w": 2},
    practice={"w": Practice(staff=4, read=3, practised=2, trained=1)},
)


def section(theme: Theme, facts: EvidenceFacts = FACTS, establishment: str = "") -> Section:
    [found] = [one for one in sections_of(facts, establishment) if one.theme is theme]
    return found


def test_main_referents_in_office_answer_for_critical_software() -> None:
    found = section(Theme.REFERENTS)
    assert (found.part, found.whole, found.share) == (1, 2, 50)
    assert found.rows == (
        ("North", "Dossier+", 1, 1, 0, "Anne Roy"),
        ("South", "Dossier+", 1, 0, 1, ""),
    )


def test_software_that_is_not_critical_is_left_out() -> None:
    low = tuple(replace(one, uses=(USE._replace(criticality=3),)) for one in FACTS.coverage)
    assert section(Theme.REFERENTS, replace(FACTS, coverage=low)).share is None


def test_the_texts_of_the_group_hold_in_each_establishment() -> None:
    for establishment in ("", "n", "s"):
        [row] = section(Theme.PROCEDURES, establishment=establishment).rows
        assert row[:5] == ("", "Group", "Prescription", "", "For all")


@pytest.mark.parametrize(
    ("held", "planned", "state"),
    [
        (date(2026, 11, 21), "", Rehearsal.HELD),
        (date(2023, 11, 23), "", Rehearsal.HELD),
        (date(2023, 11, 1), "", Rehearsal.NONE),
        (date(2023, 11, 1), "2026-11-22", Rehearsal.PLANNED),
        (None, "2026-11-22", Rehearsal.PLANNED),
        (None, "2026-11-21", Rehearsal.NONE),
    ],
)
def test_a_department_has_held_a_drill_in_three_years_or_planned_one(
    held: date | None, planned: str, state: Rehearsal
) -> None:
    coverage = (replace(FACTS.coverage[0], last_drill=held), FACTS.coverage[1])
    facts = replace(FACTS, coverage=coverage, plans={"w": planned} if planned else {})
    found = section(Theme.TESTS, facts)
    assert found.rows[0][2] is state
    assert found.part == (state is not Rehearsal.NONE)


def test_lessons_are_counted_of_the_drills_of_a_year() -> None:
    def run(day: str, lesson: str) -> RunRow:
        return RunRow("w", day, "pre", "plus", "", None, lesson, 0, 0, 0)

    runs = run("2026-11-01", "Learnt"), run("2026-10-01", ""), run("2025-01-01", "Old")
    found = section(Theme.DRILLS, replace(FACTS, runs=(*runs, run("2020-01-01", "Gone"))))
    assert (found.part, found.whole, len(found.rows)) == (1, 2, 3)


def test_copies_coverage_and_practice_are_counted_by_department() -> None:
    assert [row[2] for row in section(Theme.COPIES).rows] == [2, 0]
    assert section(Theme.COVERAGE).share == 100
    trained = section(Theme.TRAINED)
    assert (trained.part, trained.whole) == (2, 4)
    assert trained.rows[1] == ("South", "Other", 0, 0, 0, 0, 0)
    assert section(Theme.TRAINED, establishment="s").whole == 0
