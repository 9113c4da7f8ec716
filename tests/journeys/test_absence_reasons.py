"""Why somebody is absent is asked by nobody and kept nowhere, whatever is typed."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from referent_desk.errors import RefusedField
from referent_desk.storage import schema
from referent_desk.usecases.absences import add_absence
from referent_desk.usecases.demo import showcase_department
from referent_desk.usecases.desks import Desk
from referent_desk.usecases.presences import print_presence, read_presence
from referent_desk.usecases.skills import read_ward
from tests.paper.pdfs import page_texts
from tests.usecases.homes import demo_desk

WORDS = ("congé", "conge", "maladie", "maternité", "malade", "arrêt")


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    made = demo_desk(tmp_path)
    yield made
    made.close()


def test_an_absence_has_room_for_days_and_for_nothing_else() -> None:
    texts = {column.name for column in schema.absence.c} - {"id", "person_id", "row_hash", "origin"}
    assert texts == {"since", "until", "closed_on"}


@pytest.mark.parametrize(
    "typed", ["maladie du 3 au 14 août", "du 3 au 14 août (maternité)", "en arrêt du 3 au 14 août"]
)
def test_a_reason_is_refused_and_not_kept(desk: Desk, typed: str) -> None:
    before, person = stored(desk), read_ward(desk, showcase_department(desk)).staff[0].id
    with pytest.raises(RefusedField):
        add_absence(desk, person, typed)
    assert stored(desk) == before


def test_leave_is_read_as_days_alone(desk: Desk, tmp_path: Path) -> None:
    ward = showcase_department(desk)
    person = read_ward(desk, ward).staff[0].id
    before = {word: stored(desk).count(word) for word in WORDS}
    add_absence(desk, person, "congés du 23 au 27 novembre")
    week = read_presence(desk, ward)
    print_presence(desk, ward, week.monday, week.subjects[0].subject, tmp_path / "week.pdf")
    printed = " ".join(page_texts((tmp_path / "week.pdf").read_bytes())).lower()
    assert {word: stored(desk).count(word) for word in WORDS} == before
    assert not [word for word in WORDS if word in printed]


def stored(desk: Desk) -> str:
    """All that the home holds, with its history."""
    with desk.database.read() as connection:
        driver = connection.connection.driver_connection
        assert driver is not None
        return "\n".join(driver.iterdump()).lower()
