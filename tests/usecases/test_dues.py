from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from referent_desk.domain.dues import Duty
from referent_desk.domain.records import RecordKind
from referent_desk.errors import NotFound
from referent_desk.storage import schema
from referent_desk.usecases.desks import Desk
from referent_desk.usecases.dues import list_dues
from referent_desk.usecases.records import edit_field, list_links
from referent_desk.usecases.tasks import list_tasks
from tests.usecases.homes import demo_desk


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    made = demo_desk(tmp_path)
    yield made
    made.close()


def nodes_of(desk: Desk, *kinds: str) -> dict[str, set[str]]:
    """By node: the nodes that stand beneath it and above it, and itself."""
    near = schema.ancestor
    with desk.database.read() as connection:
        chosen = schema.node.select().where(schema.node.c.kind.in_(kinds))
        ids = [row.id for row in connection.execute(chosen)]
        pairs = connection.execute(near.select()).all()
    return {
        key: {one.node_id for one in pairs if one.ancestor_id == key}
        | {one.ancestor_id for one in pairs if one.node_id == key}
        for key in ids
    }


def test_what_is_due_of_a_node_is_what_is_due_in_all_that_stands_beneath_it(desk: Desk) -> None:
    every = list_dues(desk)
    assert every
    for node_id, near in nodes_of(desk, "group", "establishment", "pole").items():
        told = list_dues(desk, node_id)
        assert told == tuple(row for row in every if row.department_id in near)
    [group] = nodes_of(desk, "group")
    assert list_dues(desk, group) == every


def test_of_a_node_that_keeps_no_binder_today_says_where_there_is_something_to_do(
    desk: Desk,
) -> None:
    for node_id in nodes_of(desk, "group", "establishment", "pole"):
        with pytest.raises(NotFound, match="keeps no binder") as refused:
            list_tasks(desk, node_id)
        assert "department" in refused.value.what_to_do


def test_what_was_retired_is_due_to_be_verified_nowhere(desk: Desk) -> None:
    [software] = list_links(desk, "software", "Dossier+")

    def awaited(node_id: str | None) -> bool:
        due = [row for row in list_dues(desk, node_id) if row.what is Duty.VERIFICATION]
        return any("Dossier+" in row.subject for row in due)

    [ward, *_others] = [row.department_id for row in list_dues(desk) if "Dossier+" in row.subject]
    assert awaited(None)
    assert awaited(ward)
    edit_field(desk, RecordKind.SOFTWARE, software.id, "status", "retired")
    assert not awaited(None)
    assert not awaited(ward)
