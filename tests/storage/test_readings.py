"""What a use case tells of one department it reads once from the database."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from referent_desk.domain.tasks import Today
from referent_desk.storage.procedures import coverage_facts, functions_by_id
from referent_desk.usecases.desks import Desk
from referent_desk.usecases.tasks import list_tasks
from tests.usecases.filed_copies import filed_desk
from tests.usecases.modes import ward


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    made, _calendar = filed_desk(tmp_path)
    yield made
    made.close()


def statements(desk: Desk, ask: Callable[[], object]) -> Counter[str]:
    """With their values, as often as each is asked."""
    asked: list[str] = []
    desk.kept_state.forget()
    desk.database.driver().set_trace_callback(asked.append)
    ask()
    desk.database.driver().set_trace_callback(None)
    return Counter(statement for statement in asked if statement.startswith(("SELECT", "WITH")))


def test_what_there_is_to_do_is_told_without_asking_twice(desk: Desk) -> None:
    department = ward(desk)
    found: list[Today] = [list_tasks(desk, department)]
    asked = statements(desk, lambda: found.append(list_tasks(desk, department)))
    assert found[0] == found[1]
    repeated = [statement for statement, times in asked.items() if times > 1]
    assert repeated == []
    assert asked


def test_an_answer_holds_for_one_reading_only_and_never_while_something_is_written(
    desk: Desk,
) -> None:
    department, today = ward(desk), desk.clock.today()
    with desk.database.read() as connection:
        first = coverage_facts(connection, department, today)
        assert coverage_facts(connection, department, today) is first
        assert coverage_facts(connection, department, today, texts=False) is not first
    with desk.database.read() as connection:
        assert coverage_facts(connection, department, today) is not first
    with desk.database.write("nothing") as work:
        one = functions_by_id(work.connection)
        assert functions_by_id(work.connection) == one
        assert functions_by_id(work.connection) is not one
