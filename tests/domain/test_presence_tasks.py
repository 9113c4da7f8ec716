from __future__ import annotations

from datetime import date, timedelta

from referent_desk.domain.people import Appointment, AppointmentKind, AppointmentRank, Person
from referent_desk.domain.presence_tasks import presence_facts_of, presence_tasks
from referent_desk.domain.presences import Staff, WardFacts
from referent_desk.domain.rotations import opening_of, read_rotation
from referent_desk.domain.tasks import Task, Urgency

WEDNESDAY = date(2026, 11, 25)
MONDAY, NEXT = date(2026, 11, 23), date(2026, 11, 30)


def tasks(
    *absences: tuple[date, date],
    bruno_away: tuple[tuple[date, date], ...] = (),
    software: str | None = None,
    anne: str = "1-5 08:00-16:00",
    bruno: str = "1-5 12:00-18:00",
    opening: str = "1-5 08:00-18:00",
) -> list[Task]:
    people = (("anne", anne, absences), ("bruno", bruno, bruno_away))
    ranks = AppointmentRank.MAIN, AppointmentRank.DEPUTY
    ward = WardFacts(
        "car",
        "Cardiology",
        opening_of(opening),
        frozenset({"dpi", "labo"}),
        tuple(
            Appointment(
                key,
                key,
                "car",
                AppointmentKind.SOFTWARE,
                rank,
                software if key == "bruno" else None,
            )
            for (key, _hours, _away), rank in zip(people, ranks, strict=True)
        ),
        {k: Staff(Person(k, k.title()), read_rotation(h), a) for k, h, a in people},
    )
    return list(presence_tasks(presence_facts_of(ward, WEDNESDAY), WEDNESDAY))


def test_hours_that_an_absence_leaves_to_nobody_are_to_be_settled_soon() -> None:
    [task] = tasks((MONDAY, NEXT + timedelta(days=1)))
    assert (task.code, task.urgency, task.names) == ("hours_uncovered", Urgency.SOON, ("Anne",))
    # Monday and Tuesday are over: three mornings of four hours are left.
    assert task.fields == {"monday": MONDAY, "lost": 3 * 4 * 60, "weeks": 2}


def test_an_absence_of_the_next_week_is_told_and_a_later_one_is_not() -> None:
    [task] = tasks((NEXT, NEXT))
    assert task.fields["monday"] == NEXT
    assert tasks((NEXT + timedelta(days=7), NEXT + timedelta(days=11))) == []


def test_what_somebody_else_covers_and_what_is_always_open_to_nobody_is_no_task() -> None:
    assert tasks((MONDAY, NEXT), bruno="1-5 08:00-18:00") == []
    assert tasks() == []
    assert tasks((MONDAY, MONDAY + timedelta(days=1))) == []
    assert tasks((MONDAY, NEXT), opening="") == []


def test_who_answers_for_one_software_alone_does_not_cover_the_others() -> None:
    [task] = tasks((NEXT, NEXT), bruno="1-5 08:00-18:00", software="dpi")
    assert task.fields["lost"] == 8 * 60


def test_only_those_are_named_whose_absence_is_felt() -> None:
    away = ((NEXT, NEXT),)
    [task] = tasks((NEXT, NEXT), bruno="6 08:00-12:00", bruno_away=away)
    assert task.names == ("Anne",)
    [task] = tasks((NEXT, NEXT), bruno_away=away)
    assert task.names == ("Anne", "Bruno")


def test_hours_that_nobody_knows_can_wait() -> None:
    [task] = tasks(anne="", bruno="")
    assert (task.code, task.urgency) == ("hours_unknown", Urgency.LATER)
    assert (task.key, task.names) == (("anne",), ("Anne", "Bruno"))
    assert tasks(anne="") == []
