from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from referent_desk.domain.copies import Copy, Run, RunStage
from referent_desk.domain.copy_tasks import (
    AHEAD,
    COPY_MINUTES,
    copy_dues,
    copy_tasks,
    is_empty,
)
from referent_desk.domain.sheet_states import (
    Ahead,
    BinderState,
    CopyState,
    Reason,
    SheetState,
    SheetStatus,
)
from referent_desk.domain.task_facts import TaskFacts
from referent_desk.domain.tasks import Due, Lead, Task, Urgency

TODAY = date(2026, 3, 16)
DAY = timedelta(days=1)
OLD, NEW, GONE = SheetStatus.OUT_OF_DATE, SheetStatus.NEVER_PRINTED, SheetStatus.TO_BE_REMOVED
WAITS, GOOD = SheetStatus.PRINTED_NOT_FILED, SheetStatus.UP_TO_DATE
PREPARED = RunStage.PREPARED
RUN = Run("r", 31, "c1", datetime(2026, 3, 15, 9, 0, tzinfo=UTC), "", 4, False, True, ())


def sheet(code: str, status: SheetStatus = GOOD, *reasons: str) -> SheetState:
    shelf = None if status is NEW else (3, "K7M4")
    return SheetState(code, f"Title {code}", status, tuple(Reason(code) for code in reasons), shelf)


def copy(
    number: int = 1,
    *sheets: SheetState,
    stage: RunStage | None = RunStage.FILED,
    check_due: date | None = None,
) -> CopyState:
    pending = None if stage in (RunStage.FILED, None) else RUN
    return CopyState(Copy(f"c{number}", number), sheets, pending, stage, None, check_due)


def facts(
    *copies: CopyState, ahead: tuple[Ahead, ...] = (), printed: date | None = TODAY
) -> TaskFacts:
    binder = BinderState("ward", "Ward", "CAR", TODAY, copies, (), ahead)
    return TaskFacts(
        department_id="ward",
        path=("ward",),
        functions_said=True,
        uses=(),
        starters=frozenset(),
        asked_values={},
        directory=(),
        appointments=(),
        people={},
        last_printed=printed,
        binder=binder,
    )


def tasks(*copies: CopyState, ahead: tuple[Ahead, ...] = ()) -> dict[str, Task]:
    return {task.code: task for task in copy_tasks(facts(*copies, ahead=ahead), TODAY)}


def test_a_copy_that_is_right_asks_for_nothing() -> None:
    assert tasks(copy(1, sheet("PRE-01"))) == {}


@pytest.mark.parametrize(
    ("reason", "urgency"),
    [
        ("number_changed", Urgency.NOW),
        ("person_left", Urgency.NOW),
        ("revision_approved", Urgency.NOW),
        ("newer_release", Urgency.SOON),
        ("form_revised", Urgency.SOON),
        ("list_follows", Urgency.SOON),
        ("never_printed", Urgency.SOON),
    ],
)
def test_what_would_mislead_somebody_tonight_is_urgent(reason: str, urgency: Urgency) -> None:
    found = tasks(copy(1, sheet("ANN-01", OLD, reason), sheet("SOM", OLD, "list_follows")))
    assert found["replacements"].urgency is urgency


def test_the_same_sheets_of_two_copies_are_one_thing_to_do() -> None:
    old = (sheet("ANN-01", OLD), sheet("PRE-02", NEW), sheet("PRE-03", GONE), sheet("LAB-01"))
    [(code, task)] = tasks(copy(1, *old), copy(2, *old)).items()
    assert code == "replacements"
    assert task.fields == {"copies": 2, "copy": 1, "count": 3}
    assert task.names == ("Title ANN-01", "Title PRE-02", "Title PRE-03")
    assert task.minutes == 2 * COPY_MINUTES["replacements"]
    assert (task.lead, task.key) == (Lead.COPY, ("c1", "next"))


def test_cover_and_list_are_counted_and_not_named() -> None:
    found = tasks(copy(1, sheet("COUV", OLD), sheet("SOM", OLD), sheet("ANN-01", OLD)))
    assert found["replacements"].fields["count"] == 3
    assert "Title ANN-01" in found["replacements"].names


@pytest.mark.parametrize(
    ("stage", "part", "on_paper"),
    [
        (RunStage.PREPARED, "next", False),
        (RunStage.SENT, "next", False),
        (RunStage.CONFIRMED, "file", True),
    ],
)
def test_what_is_printed_is_filed_next(stage: RunStage, part: str, on_paper: bool) -> None:
    task = tasks(copy(1, sheet("ANN-01", WAITS), sheet("PRE-01"), stage=stage))["to_file"]
    assert task.key == ("c1", part)
    assert task.fields == {"copies": 1, "copy": 1, "count": 1, "on_paper": on_paper}
    assert task.urgency is Urgency.SOON


def test_what_has_changed_again_is_printed_before_it_is_filed() -> None:
    again = copy(1, sheet("ANN-01", OLD), sheet("PRE-01", WAITS), stage=RunStage.CONFIRMED)
    assert list(tasks(again)) == ["replacements"]


def test_what_waits_and_is_printed_again_is_counted_with_what_has_changed() -> None:
    again = copy(1, sheet("ANN-01", OLD), sheet("PRE-01", WAITS), sheet("LAB-01"), stage=PREPARED)
    assert tasks(again)["replacements"].fields["count"] == 2


def test_the_same_sheets_to_file_in_two_copies_are_counted_once() -> None:
    waits = (sheet("ANN-01", WAITS), sheet("PRE-01", WAITS))
    task = tasks(copy(1, *waits, stage=PREPARED), copy(2, *waits, stage=PREPARED))["to_file"]
    assert (task.fields["copies"], task.fields["count"]) == (2, 2)


@pytest.mark.parametrize("stage", [RunStage.PREPARED, RunStage.SENT, RunStage.CONFIRMED])
def test_a_copy_in_which_nothing_was_filed_is_empty_and_has_nothing_to_replace(
    stage: RunStage,
) -> None:
    waits = replace(sheet("PRE-01", WAITS), shelf=None)
    empty = copy(2, sheet("ANN-01", NEW), waits, stage=stage)
    assert is_empty(empty)
    assert list(tasks(empty)) == ["copy_empty"]
    assert not is_empty(copy(2, waits, stage=stage))
    assert not is_empty(copy(2, sheet("ANN-01", NEW)))


def test_a_copy_without_paper_is_said_once_something_was_printed_at_all() -> None:
    empty = copy(2, sheet("ANN-01", NEW), stage=None)
    assert list(tasks(copy(1, sheet("ANN-01")), empty)) == ["copy_empty"]
    assert list(copy_tasks(facts(empty, printed=None), TODAY)) == []


@pytest.mark.parametrize(
    ("due", "asked"), [(TODAY - DAY, True), (TODAY, True), (TODAY + DAY, False)]
)
def test_the_shelf_is_checked_when_it_is_due(due: date, asked: bool) -> None:
    here = copy(1, sheet("ANN-01"), check_due=due)
    assert ("shelf_check" in tasks(here)) is asked
    dues = list(copy_dues(facts(here), TODAY))
    assert dues == ([] if asked else [Due("shelf_check", due, "1")])


@pytest.mark.parametrize(
    ("day", "asked"), [(TODAY, False), (TODAY + DAY, True), (TODAY + AHEAD, True),
                       (TODAY + AHEAD + DAY, False)],
)  # fmt: skip
def test_what_comes_within_two_weeks_is_announced(day: date, asked: bool) -> None:
    ahead = (Ahead(day, "ANN-01", "Directory", (Reason("person_left"),)),)
    found = tasks(copy(1, sheet("ANN-01")), ahead=ahead)
    assert ("sheets_ahead" in found) is asked
    if asked:
        assert found["sheets_ahead"].fields == {"count": 1, "day": day}
        assert found["sheets_ahead"].urgency is Urgency.LATER


def test_only_the_first_of_the_days_to_come_is_announced() -> None:
    days = (TODAY + 3 * DAY, TODAY + 2 * DAY, TODAY + 2 * DAY)
    ahead = tuple(Ahead(day, f"S-{n}", f"Sheet {n}", ()) for n, day in enumerate(days))
    task = tasks(copy(1, sheet("S-1")), ahead=ahead)["sheets_ahead"]
    assert task.fields == {"count": 2, "day": TODAY + 2 * DAY}
    assert task.names == ("Sheet 1", "Sheet 2")


def test_nothing_comes_to_a_shelf_on_which_nothing_lies() -> None:
    ahead = (Ahead(TODAY + DAY, "ANN-01", "Directory", ()),)
    assert "sheets_ahead" not in tasks(copy(1, stage=None), ahead=ahead)


def test_a_department_without_paper_has_nothing_to_do_with_it() -> None:
    bare = replace(facts(), binder=None)
    assert list(copy_tasks(bare, TODAY)) == []
    assert list(copy_dues(bare, TODAY)) == []


def uncertain(
    number: int,
    *sheets: SheetState,
    last_check: date | None = None,
    due: date | None = TODAY + 30 * DAY,
) -> CopyState:
    """As after a backup was put back that knows less than the shelf."""
    return replace(copy(number, *sheets), forgotten=True, last_check=last_check, check_due=due)


def test_a_copy_that_is_not_certain_is_looked_at_on_its_shelf() -> None:
    [(code, task)] = tasks(uncertain(2, sheet("PRE-01"), sheet("ANN-01", OLD))).items()
    assert code == "not_certain"
    assert (task.lead, task.key, task.urgency) == (Lead.COPY, ("c2", "check"), Urgency.SOON)
    assert task.minutes == COPY_MINUTES["not_certain"]
    assert task.fields == {"copies": 1, "copy": 2, "checked": False}


@pytest.mark.parametrize(
    ("copy_now", "part"),
    [
        (uncertain(1, sheet("PRE-01"), last_check=TODAY), "next"),
        (uncertain(1, sheet("PRE-01"), last_check=TODAY - 7 * DAY), "next"),
        (uncertain(1, sheet("PRE-01"), last_check=TODAY - 8 * DAY), "check"),
        (uncertain(1, sheet("PRE-01", NEW), due=None), "next"),
    ],
)
def test_once_looked_at_or_with_nothing_to_look_at_it_is_printed_whole(
    copy_now: CopyState, part: str
) -> None:
    """Only a whole binder, filed, makes it certain again."""
    task = tasks(copy_now)["not_certain"]
    assert task.key == ("c1", part)
    assert task.minutes == COPY_MINUTES["not_certain" if part == "check" else "copy_empty"]


def test_a_copy_that_is_not_certain_asks_for_one_thing_only() -> None:
    late = replace(uncertain(1, sheet("ANN-01", OLD)), check_due=TODAY - DAY)
    assert list(tasks(late)) == ["not_certain"]


def test_with_the_whole_binder_on_its_way_it_is_only_to_be_filed() -> None:
    whole = replace(RUN, replacements=False)
    state = replace(uncertain(1, sheet("PRE-01", WAITS)), pending=whole, stage=PREPARED)
    assert list(tasks(state)) == ["to_file"]


def test_other_copies_ask_for_what_they_need_beside_it() -> None:
    found = tasks(copy(1, sheet("ANN-01", OLD)), uncertain(2, sheet("ANN-01", OLD)))
    assert list(found) == ["not_certain", "replacements"]
    assert found["replacements"].fields["copies"] == 1
