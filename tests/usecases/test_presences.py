from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path

import pytest

from referent_desk.domain.deeds import Deed, Verb
from referent_desk.domain.presences import ALL, SECURITY, presence_of
from referent_desk.domain.rotations import monday_of
from referent_desk.domain.week_minutes import WHOLE_WEEK
from referent_desk.errors import NotFound, RefusedField
from referent_desk.storage.presences import all_wards, wards_near
from referent_desk.usecases.absences import (
    add_absence,
    read_hours_of,
    say_hours,
    take_absence_back,
)
from referent_desk.usecases.demo import showcase_department
from referent_desk.usecases.desks import Desk
from referent_desk.usecases.presences import (
    missing_everywhere,
    presence_in,
    print_presence,
    read_presence,
    suggested_path,
)
from referent_desk.usecases.undoing import undo
from tests.paper.pdfs import page_texts
from tests.usecases.homes import demo_desk

MONDAY = date(2026, 11, 23)
AUGUST = date(2027, 8, 2)
"""A week in which nothing of the demo hospital is out of the usual."""


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with closing(demo_desk(tmp_path)) as opened:
        yield opened


def person(desk: Desk, last_name: str) -> str:
    with desk.database.read() as connection:
        wards = all_wards(connection, MONDAY, desk.clock.today())
    found = (s.person for placed in wards for s in placed.ward.staff.values())
    return next(p.id for p in found if p.last_name == last_name)


def test_the_week_says_who_is_there_and_whom_to_call_when_nobody_is(desk: Desk) -> None:
    week = read_presence(desk, showcase_department(desk), AUGUST + timedelta(days=3))
    assert (week.monday, week.today) == (AUGUST, desk.clock.today())
    assert [one.subject for one in week.subjects[:2]] == [ALL, SECURITY]
    assert [one.name for one in week.subjects[2:]] == sorted(
        (one.name for one in week.subjects[2:]), key=str.casefold
    )
    everything = week.of(ALL)
    assert everything.presence.opening == WHOLE_WEEK
    assert week.answering > 1
    assert week.on_call
    assert everything.presence.missing > 0
    covered = everything.presence.main | everything.presence.deputy
    assert covered & everything.presence.uncovered == 0
    assert week.of("gone").subject == ALL


def test_a_department_that_is_gone_is_said(desk: Desk) -> None:
    with pytest.raises(NotFound):
        read_presence(desk, "gone")


def test_an_absence_makes_hours_that_nobody_covers(desk: Desk) -> None:
    department = showcase_department(desk)
    usual = read_presence(desk, department, AUGUST).of(ALL).presence
    shift = usual.shifts[0]
    add_absence(desk, shift.person.id, "du 2 au 8 août 2027")
    absent = read_presence(desk, department, AUGUST).of(ALL).presence
    assert shift.person not in [one.person for one in absent.shifts]
    after = read_presence(desk, department, AUGUST + timedelta(weeks=2)).of(ALL).presence
    assert [one.minutes for one in after.shifts] == [one.minutes for one in usual.shifts]


def test_absences_that_overlap_become_one_and_can_be_undone(desk: Desk) -> None:
    aubry = person(desk, "Aubry")
    before = read_hours_of(desk, aubry).absences
    saved = add_absence(desk, aubry, "du 3 au 14 août 2027")
    assert saved.undo == Deed(Verb.ADDED, "absence", "Maryse Aubry")
    add_absence(desk, aubry, "20/08/2027")
    add_absence(desk, aubry, "12/8/2027 - 20/8/2027")
    found = [one for one in read_hours_of(desk, aubry).absences if one not in before]
    assert [(one.since, one.until) for one in found] == [(date(2027, 8, 3), date(2027, 8, 20))]
    undo(desk)
    found = [one for one in read_hours_of(desk, aubry).absences if one not in before]
    assert [one.until for one in found] == [date(2027, 8, 14), date(2027, 8, 20)]
    take_absence_back(desk, found[0].id)
    left = [one for one in read_hours_of(desk, aubry).absences if one not in before]
    assert [one.since for one in left] == [date(2027, 8, 20)]


@pytest.mark.parametrize("typed", ["", "bientôt", "du 3 au 14", "du 14 au 3 août", "31/02"])
def test_days_that_are_none_are_refused_with_a_sentence(desk: Desk, typed: str) -> None:
    aubry = person(desk, "Aubry")
    before = read_hours_of(desk, aubry).absences
    with pytest.raises(RefusedField) as refused:
        add_absence(desk, aubry, typed)
    assert refused.value.field == "absence"
    assert refused.value.happened
    assert refused.value.what_to_do
    assert read_hours_of(desk, aubry).absences == before


def test_hours_are_said_week_by_week(desk: Desk) -> None:
    aubry = person(desk, "Aubry")
    say_hours(desk, aubry, ("lun-ven 6h-14h", "lun-ven 14h-22h", "-", ""), MONDAY)
    read = read_hours_of(desk, aubry)
    assert read.text == "1-5 06:00-14:00 | 1-5 14:00-22:00 | -"
    assert read.week_one == MONDAY
    assert read.rotation is not None
    assert read.rotation.rotates
    say_hours(desk, aubry, ("lun-ven 8h-16h",), None)
    read = read_hours_of(desk, aubry)
    assert (read.text, read.week_one) == ("1-5 08:00-16:00", None)
    undo(desk)
    assert read_hours_of(desk, aubry).week_one == MONDAY
    say_hours(desk, aubry, ("", ""), None)
    assert read_hours_of(desk, aubry).rotation is None


@pytest.mark.parametrize(
    ("weeks", "week_one", "field"),
    [
        (("lun 8h-16h", "souvent"), MONDAY, "1"),
        (("-",), None, "0"),
        (("lun 8h-16h", "mar 8h-16h"), None, "week_one"),
        (("lun 8h-16h", "mar 8h-16h"), MONDAY + timedelta(days=1), "week_one"),
        (("lun 8h-16h",) * 13, MONDAY, "0"),
    ],
)
def test_hours_that_are_none_are_refused_beside_their_week(
    desk: Desk, weeks: tuple[str, ...], week_one: date | None, field: str
) -> None:
    with pytest.raises(RefusedField) as refused:
        say_hours(desk, person(desk, "Aubry"), weeks, week_one)
    assert refused.value.field == field


@pytest.mark.parametrize("weeks_on", [0, 1, 5])
def test_all_departments_at_once_say_what_each_says_alone(desk: Desk, weeks_on: int) -> None:
    monday = monday_of(desk.clock.today()) + timedelta(weeks=weeks_on)
    today, everywhere = desk.clock.today(), missing_everywhere(desk, monday)
    with desk.database.read() as connection:
        every = {p.ward.department_id: p for p in all_wards(connection, monday, today)}
        assert len(every) > 5
        for key, placed in every.items():
            alone = wards_near(connection, key, monday, today)[0]
            assert alone.pole_id == placed.pole_id
            for subject in (ALL, SECURITY, *sorted(placed.ward.software)):
                here = presence_of(alone.ward, monday, subject)
                assert here == presence_of(placed.ward, monday, subject)
            shown = presence_in(connection, key, monday, today).of(ALL).presence
            is_known = shown.opening is not None and (shown.missing or shown.is_covered)
            assert everywhere[key] == (shown.missing if is_known else None)


def test_a_neighbour_is_of_the_same_pole_and_uses_the_same_software(desk: Desk) -> None:
    with desk.database.read() as connection:
        keys = [p.ward.department_id for p in all_wards(connection, AUGUST, AUGUST)]
        found = [
            (near, one)
            for key in keys
            for one in presence_in(connection, key, AUGUST, AUGUST).subjects
            for near in one.neighbours
        ]
        assert found
    for near, one in found:
        assert near.minutes & one.presence.uncovered == near.minutes
        assert near.person.full_name


def test_the_picture_of_the_week_is_one_page(desk: Desk, tmp_path: Path) -> None:
    department = showcase_department(desk)
    path = print_presence(desk, department, AUGUST, ALL, tmp_path / "week.pdf")
    again = print_presence(desk, department, AUGUST, ALL, tmp_path / "again.pdf")
    assert path.read_bytes() == again.read_bytes()
    assert suggested_path(desk, AUGUST).name == "presence-2027-08-02.pdf"
    pages = page_texts(path.read_bytes())
    assert len(pages) == 1
    assert "Presence of the referents" in pages[0]
    assert "nobody" in pages[0]
