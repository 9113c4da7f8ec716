from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from referent_desk.domain.actions import DepartmentActions
from referent_desk.domain.changes import Kind
from referent_desk.domain.records import RecordKind
from referent_desk.errors import NotFound, RefusedField
from referent_desk.usecases.actions import finish_action, list_actions
from referent_desk.usecases.records import (
    add_record,
    close_record,
    edit_field,
    read_record,
    reopen_record,
)
from referent_desk.usecases.undoing import undo
from tests.usecases.trials import DAY, TODAY, Ward, ward_of

ACTION = RecordKind.ACTION


@pytest.fixture
def ward(tmp_path: Path) -> Iterator[Ward]:
    made = ward_of(tmp_path)
    yield made
    made.desk.close()


def actions(ward: Ward) -> DepartmentActions:
    return list_actions(ward.desk, ward.department)


def add(ward: Ward, **typed: str) -> str:
    given = {"department_id": ward.department, "what": "Label the printer", **typed}
    return add_record(ward.desk, ACTION, given).id


def test_the_soonest_comes_first_and_what_is_late_is_counted(ward: Ward) -> None:
    add(ward)
    add(ward, what="Order folders", due_on=f"{TODAY - 9 * DAY:%d/%m/%Y}")
    shown = actions(ward)
    assert shown.open[0].action.what == "Order folders"
    assert shown.open[-1].action.what == "Label the printer"
    assert shown.overdue == 2
    because = {row.because for row in shown.open}
    assert "" in because
    assert "Constantes et surveillance" in because


def test_an_action_is_done_with_what_was_done_and_taken_back_by_undo(ward: Ward) -> None:
    key = add(ward)
    before = len(actions(ward).open)
    saved = finish_action(ward.desk, key, TODAY - DAY, "  Label on  it ")
    assert saved.kinds == {Kind.ACTIONS}
    [done] = actions(ward).done
    assert (done.action.done_on, done.action.outcome) == (TODAY - DAY, "Label on it")
    undo(ward.desk)
    assert actions(ward).done == ()
    assert len(actions(ward).open) == before


def test_nothing_is_done_on_a_day_to_come_nor_without_a_word(ward: Ward) -> None:
    key = add(ward)
    tomorrow = TODAY + DAY
    with pytest.raises(RefusedField) as refused:
        finish_action(ward.desk, key, tomorrow, "Label on it")
    assert refused.value.field == "done_on"
    with pytest.raises(RefusedField) as refused:
        finish_action(ward.desk, key, TODAY, "  ")
    assert refused.value.field == "outcome"
    with pytest.raises(RefusedField):
        edit_field(ward.desk, ACTION, key, "done_on", f"{tomorrow:%d/%m/%Y}")
    with pytest.raises(RefusedField):
        add(ward, done_on=f"{tomorrow:%d/%m/%Y}")
    with pytest.raises(NotFound):
        finish_action(ward.desk, "0" * 36, TODAY, "Nothing")


def test_an_action_is_edited_given_up_and_taken_up_again(ward: Ward) -> None:
    key = add(ward)
    edit_field(ward.desk, ACTION, key, "owner", "Ada Moreau")
    assert read_record(ward.desk, ACTION, key).values["owner"] == "Ada Moreau"
    close_record(ward.desk, ACTION, key)
    assert key not in {row.id for row in actions(ward).open}
    reopen_record(ward.desk, ACTION, key)
    assert key in {row.id for row in actions(ward).open}
    with pytest.raises(RefusedField):
        add(ward, what="x" * 301)
