from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QModelIndex, Qt

from referent_desk.domain.departments import DepartmentRow, NodeKind
from referent_desk.domain.records import Link, Record, RecordKind
from referent_desk.gui.columns import Column
from referent_desk.gui.departments.trees import TreeModel, read_branches
from referent_desk.gui.rows_model import Role
from tests.gui.stand_ins import department_row

ABOVE = {"g": None, "e": "g", "p": "e", "q": "e", "d": "p", "u": "d"}
KINDS = {
    "g": NodeKind.GROUP,
    "e": NodeKind.ESTABLISHMENT,
    "p": NodeKind.POLE,
    "q": NodeKind.POLE,
    "d": NodeKind.DEPARTMENT,
    "u": NodeKind.UNIT,
}
COLUMNS = (Column("Name", lambda row: row.name), Column("Code", lambda row: row.code))


def row(key: str) -> DepartmentRow:
    below = key in ABOVE.values()
    return replace(department_row(1, key), id=key, kind=KINDS[key], has_children=below)


def children(parent_id: str | None) -> tuple[DepartmentRow, ...]:
    return tuple(row(key) for key, above in ABOVE.items() if above == parent_id)


def read(kind: RecordKind, key: str) -> Record:
    above = ABOVE[key]
    links = {"parent_id": Link(above, above)} if above is not None else {}
    return Record(kind, key, key, {}, links)


def model(*opened: str) -> TreeModel:
    made = TreeModel(COLUMNS)
    made.show_branches(read_branches(children, read, frozenset(opened), None))
    return made


def names(tree: TreeModel, parent: QModelIndex) -> list[str]:
    return [str(tree.index(n, 0, parent).data()) for n in range(tree.rowCount(parent))]


@pytest.mark.parametrize(
    ("opened", "wanted", "found"),
    [
        (None, None, {None, "g", "e"}),
        (frozenset(), None, {None}),
        (frozenset({"g"}), None, {None, "g"}),
        (frozenset({"e"}), None, {None}),
        (None, "u", {None, "g", "e", "p", "d"}),
        (frozenset(), "p", {None, "g", "e"}),
    ],
)
def test_what_is_open_or_leads_to_what_is_wanted_is_read_and_nothing_else(
    opened: frozenset[str] | None, wanted: str | None, found: set[str | None]
) -> None:
    assert set(read_branches(children, read, opened, wanted)) == found


def test_a_branch_is_asked_for_once_and_shown_in_its_place() -> None:
    tree = model("g", "e")
    pole = tree.index_of("p")
    assert (tree.rowCount(pole), tree.hasChildren(pole)) == (0, True)
    asked: list[str] = []
    tree.wants_below.connect(asked.append)
    tree.fetchMore(pole)
    tree.fetchMore(pole)
    assert asked == ["p"]
    tree.show_below("p", children("p"))
    assert names(tree, tree.index_of("p")) == ["d"]
    assert tree.parent(tree.index_of("d")) == tree.index_of("p")


def test_a_leaf_has_nothing_below() -> None:
    tree = model("g", "e", "p", "d")
    assert not tree.hasChildren(tree.index_of("u"))
    assert not tree.canFetchMore(tree.index_of("u"))
    assert tree.index_of("u").data(Role.ROW).id == "u"


@pytest.mark.parametrize(
    ("moved", "onto", "may"),
    [
        ("d", "q", True),
        ("d", "e", True),
        ("u", "q", True),
        ("d", "p", False),
        ("p", "d", False),
        ("p", "q", False),
        ("d", "d", False),
        ("e", "u", False),
        ("x", "p", False),
    ],
)
def test_a_part_goes_only_below_a_higher_level_and_never_below_itself(
    moved: str, onto: str, may: bool
) -> None:
    tree = model("g", "e", "p", "d")
    assert tree.may_take(moved, tree.index_of(onto)) is may


def test_a_drop_is_told_where_it_may_be_and_refused_elsewhere() -> None:
    tree = model("g", "e", "p", "d")
    told: list[tuple[str, str]] = []
    tree.dropped.connect(lambda node, target: told.append((node, target)))
    carried = tree.mimeData([tree.index_of("d")])
    move = Qt.DropAction.MoveAction
    for target, may in (("q", True), ("u", False)):
        index = tree.index_of(target)
        assert tree.canDropMimeData(carried, move, -1, -1, index) is may
        tree.dropMimeData(carried, move, -1, -1, index)
    assert not tree.canDropMimeData(carried, move, 0, 0, tree.index_of("q"))
    assert told == [("d", "q")]


def test_nothing_is_dragged_where_nothing_can_be_changed_nor_a_group_ever() -> None:
    tree = model("g", "e")
    drag = Qt.ItemFlag.ItemIsDragEnabled
    assert not tree.flags(tree.index_of("p")) & drag
    tree.can_move = True
    assert tree.flags(tree.index_of("p")) & drag
    assert not tree.flags(tree.index_of("g")) & drag
