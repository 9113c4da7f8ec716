from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from referent_desk.domain.drill_tasks import DrillFacts, drill_dues, drill_rows, drill_tasks
from referent_desk.domain.drills import Drill
from referent_desk.domain.dues import Duty
from referent_desk.domain.tasks import Lead, Task, Urgency
from tests.domain.played_wards import TODAY, candidate, held, planned, ward

PRE = candidate("pre")


def tasks(*drills: Drill, has_text: bool = True) -> list[Task]:
    known = ward((replace(PRE, has_text=has_text),), *drills)
    return list(drill_tasks(DrillFacts(known, {"pre": "Prescription"}), TODAY))


def stopped_before(day: date) -> Drill:
    """Played on the day before it was planned for, and stopped."""
    played = held("pre", days_ago(1), stopped="a call")
    return replace(played, planned_on=day)


def days_ago(days: int) -> date:
    return TODAY - timedelta(days=days)


@pytest.mark.parametrize(
    ("drills", "codes"),
    [
        ((), "drill_due"),
        ((held("pre", days_ago(100)),), ""),
        ((held("pre", days_ago(366)),), "drill_due"),
        ((held("pre", days_ago(100), stopped="a call"),), "drill_replay"),
        ((held("pre", days_ago(9), stopped="a call"), held("pre", days_ago(2))), ""),
        ((held("pre", days_ago(9), stopped="a call"), planned("pre", TODAY)), "drill_near"),
        ((stopped_before(TODAY + timedelta(days=7)),), "drill_near"),
        ((stopped_before(TODAY + timedelta(days=30)),), ""),
        ((planned("pre", TODAY + timedelta(days=14)),), "drill_near"),
        ((planned("pre", TODAY + timedelta(days=15)),), ""),
        ((planned("pre", days_ago(1)),), "drill_missed"),
        ((held("pre", days_ago(10), lessons=""),), "lessons_unwritten"),
        ((held("pre", days_ago(10), lessons=""), planned("lab", TODAY)),
         "lessons_unwritten drill_near"),
    ],
)  # fmt: skip
def test_a_drill_is_prepared_once_a_year_and_its_lessons_are_written(
    drills: tuple[Drill, ...], codes: str
) -> None:
    assert [task.code for task in tasks(*drills)] == codes.split()


def test_a_department_without_an_approved_procedure_has_nothing_to_play() -> None:
    assert tasks(has_text=False) == []


@pytest.mark.parametrize(
    ("days", "urgency"), [(10, Urgency.SOON), (30, Urgency.SOON), (31, Urgency.NOW)]
)
def test_lessons_press_once_thirty_days_are_over(days: int, urgency: Urgency) -> None:
    [task] = tasks(held("pre", days_ago(days), lessons=""))
    assert (task.urgency, task.lead, task.names) == (urgency, Lead.DRILL, ("Prescription",))
    assert task.key[1] == "lessons"


def test_what_will_have_to_be_done_is_known_beforehand() -> None:
    known = ward((PRE,), planned("pre", date(2027, 2, 3)), held("lab", TODAY, lessons=""))
    dues = drill_dues(DrillFacts(known, {"pre": "Prescription", "lab": "Laboratory"}), TODAY)
    assert [(due.code, due.day, due.name) for due in dues] == [
        ("drill_planned", date(2027, 2, 3), "Prescription"),
        ("lessons_due", TODAY + timedelta(days=30), "Laboratory"),
    ]


@pytest.mark.parametrize(("days", "urgency"), [(7, Urgency.SOON), (8, Urgency.LATER)])
def test_a_drill_presses_in_the_week_before_it(days: int, urgency: Urgency) -> None:
    [task] = tasks(planned("pre", TODAY + timedelta(days=days)))
    assert (task.code, task.urgency) == ("drill_near", urgency)


@pytest.mark.parametrize(
    ("drills", "rows"),
    [
        ((), []),
        ((planned("pre", days_ago(3)),), [(Duty.DRILL, "Prescription", days_ago(3))]),
        (
            (held("pre", days_ago(10), lessons=""), planned("lab", TODAY)),
            [
                (Duty.LESSONS, "Prescription", days_ago(10) + timedelta(days=30)),
                (Duty.DRILL, "Laboratory", TODAY),
            ],
        ),
        ((held("pre", days_ago(400)),), [(Duty.DRILL, "", days_ago(400) + timedelta(days=365))]),
        (
            (held("pre", days_ago(9), stopped="a call"),),
            [(Duty.DRILL, "Prescription", days_ago(9))],
        ),
        ((stopped_before(TODAY),), [(Duty.DRILL, "Prescription", TODAY)]),
        (
            (held("pre", days_ago(9), stopped="a call"), held("pre", days_ago(2))),
            [(Duty.DRILL, "", days_ago(2) + timedelta(days=365))],
        ),
    ],
)
def test_only_what_has_a_day_is_due(
    drills: tuple[Drill, ...], rows: list[tuple[Duty, str, date]]
) -> None:
    names = {"pre": "Prescription", "lab": "Laboratory"}
    found = drill_rows("ward", "Cardiology", drills, names)
    assert [(row.what, row.subject, row.due_on) for row in found] == rows
