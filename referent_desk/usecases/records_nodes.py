"""The tree of departments, edited: levels, places below one another, codes."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from referent_desk.domain.departments import NodeKind
from referent_desk.domain.texts import searched
from referent_desk.errors import RefusedField, RefusedInput
from referent_desk.language import _, ngettext
from referent_desk.storage import trees as stored
from referent_desk.storage.database import Connection
from referent_desk.storage.departments import path_to
from referent_desk.storage.records import Row
from referent_desk.storage.work import Work
from referent_desk.usecases.records_rules import Rules, taken

_LEVELS = list(NodeKind)
_PLACE = frozenset({"kind", "parent_id"})


class NodeRules(Rules):
    def check(self, connection: Connection, row: Row, said: frozenset[str]) -> None:
        if said & _PLACE:
            _check_place(connection, row, "kind" if said == {"kind"} else "parent_id")
        if said & {"code", "parent_id", "closed_on"}:
            _check_codes(connection, row, "code" if "code" in said else "parent_id")
        if "closed_on" in said:
            _check_parent_open(connection, row)

    def derived(self, connection: Connection, row: Row) -> Mapping[str, object]:
        return {"folded": searched(str(row["name"]), str(row.get("code") or ""))}

    def can_close(self, connection: Connection, row: Row, today: date) -> bool:
        open_now = super().can_close(connection, row, today)
        return open_now and not stored.open_children(connection, row["id"])

    def close(self, work: Work, row: Row, today: date) -> None:
        children = stored.open_children(work.connection, row["id"])
        if children:
            raise RefusedInput(
                ngettext(
                    "{count} part of {name} is still open.",
                    "{count} parts of {name} are still open.",
                    children,
                ).format(count=children, name=row["name"]),
                _("Close or move what stands below it first."),
            )
        super().close(work, row, today)


def _check_place(connection: Connection, row: Row, field: str) -> None:
    """A node stands below one of a higher level, never below itself."""
    kind, parent_id = NodeKind(row["kind"]), row.get("parent_id")
    if parent_id is None:
        if kind not in {NodeKind.GROUP, NodeKind.ESTABLISHMENT}:
            raise RefusedField(
                field,
                "empty",
                _("{name} needs a place in the tree.").format(name=row["name"]),
                _("Choose the establishment, pole or department that it belongs to."),
            )
    else:
        _check_parent(connection, row, kind, field)
    _check_children(connection, row, kind, field)


def _check_parent(connection: Connection, row: Row, kind: NodeKind, field: str) -> None:
    path = path_to(connection, row["parent_id"])
    if any(node.id == row["id"] for node in path):
        raise RefusedField(
            field,
            "below_itself",
            _("{name} cannot stand below itself.").format(name=row["name"]),
            _("Move what is below it out of it first."),
        )
    parent = path[0]
    if parent.closed_on is not None:
        raise _parent_closed(field, parent.name)
    if _LEVELS.index(parent.kind) >= _LEVELS.index(kind):
        raise RefusedField(
            field,
            "wrong_level",
            _("{name} cannot stand below {parent}: it is not of a lower level.").format(
                name=row["name"], parent=parent.name
            ),
            _("The order is group, establishment, pole, department, unit."),
        )


def _check_children(connection: Connection, row: Row, kind: NodeKind, field: str) -> None:
    child = stored.highest_child(connection, row["id"])
    if child is not None and _LEVELS.index(child.kind) <= _LEVELS.index(kind):
        raise RefusedField(
            field,
            "wrong_level",
            _("{name} cannot stand below {parent}: it is not of a lower level.").format(
                name=child.name, parent=row["name"]
            ),
            _("The order is group, establishment, pole, department, unit."),
        )


def _check_parent_open(connection: Connection, row: Row) -> None:
    above = path_to(connection, row["parent_id"]) if row.get("parent_id") else ()
    if above and above[0].closed_on is not None:
        raise _parent_closed("parent_id", above[0].name)


def _parent_closed(field: str, name: str) -> RefusedField:
    return RefusedField(
        field,
        "closed_parent",
        _("{name} is closed.").format(name=name),
        _("Open it again first, or choose another place."),
    )


def _check_codes(connection: Connection, row: Row, field: str) -> None:
    """A code names a department only within its establishment: there it is used once."""
    place = row.get("parent_id") or row["id"]
    twin = stored.code_twin(connection, row["id"], place, str(row.get("code") or ""))
    if twin is not None:
        code, establishment = twin
        raise taken(field, code, establishment)
