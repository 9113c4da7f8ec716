"""Presence in the demo hospital: a deputy whose weeks alternate, and who is away for a while."""

from __future__ import annotations

from datetime import date, timedelta

from referent_desk.domain.rotations import monday_of
from referent_desk.exchange.examples_references import example_id
from referent_desk.storage import schema
from referent_desk.storage.work import Work

_DEPUTY = "lemaire"
_WEEKS = "1-5 10:00-18:00 | 1-5 12:00-20:00"
_AWAY_IN = timedelta(weeks=3)


def add_presences(work: Work, today: date) -> None:
    person = example_id("person", _DEPUTY)
    monday = monday_of(today)
    hours = {"working_hours": _WEEKS, "week_one": monday.isoformat()}
    work.change(schema.person, person, hours)
    away = monday + _AWAY_IN
    absence = {
        "id": example_id("absence", _DEPUTY),
        "person_id": person,
        "since": away,
        "until": away + timedelta(days=11),
    }
    work.add(schema.absence, [absence])
