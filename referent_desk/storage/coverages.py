"""What bears on each of many departments, read at once: as `coverage_facts` tells it of one."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date
from typing import TypeVar

from sqlalchemy import Connection, select

from referent_desk.domain.coverage import CoverageFacts
from referent_desk.domain.departments import Node
from referent_desk.domain.procedures import Procedure
from referent_desk.domain.software import Deployment
from referent_desk.storage import schema
from referent_desk.storage.departments import node_of
from referent_desk.storage.needed_functions import needed_in
from referent_desk.storage.people import appointments_of_departments
from referent_desk.storage.procedures import (
    deployments_in,
    establishment_in,
    functions_by_id,
    procedures_owned,
    revisions_of,
    verifications_of,
)
from referent_desk.storage.software import kinds_by_id, releases_live, software_by_id

Path = tuple[Node, ...]
Owned = Mapping[str, tuple[Procedure, ...]]
Value = TypeVar("Value")


def grouped(pairs: Iterable[tuple[str, Value]]) -> dict[str, tuple[Value, ...]]:
    """The values of each key, in the order in which they come."""
    found: dict[str, list[Value]] = {}
    for key, value in pairs:
        found.setdefault(key, []).append(value)
    return {key: tuple(values) for key, values in found.items()}


def paths_of(connection: Connection, department_ids: Collection[str]) -> dict[str, Path]:
    """Each department and everything above it, nearest first."""
    node, ancestor = schema.node, schema.ancestor
    chosen = ancestor.c.node_id.in_(sorted(department_ids))
    above = select(ancestor.c.ancestor_id).where(chosen)
    rows = connection.execute(select(node).where(node.c.id.in_(above)))
    nodes = {row.id: node_of(row) for row in rows}
    statement = select(ancestor.c.node_id, ancestor.c.ancestor_id).where(chosen)
    pairs = connection.execute(statement.order_by(ancestor.c.node_id, ancestor.c.distance))
    return grouped((node_id, nodes[ancestor_id]) for node_id, ancestor_id in pairs)


def coverages(
    connection: Connection, paths: Mapping[str, Path], today: date
) -> Iterator[CoverageFacts]:
    """In the order of the paths. What software, people and revisions say, they all share."""
    owners = {node.id for path in paths.values() for node in path}
    deployments = deployments_in(connection, paths, today)
    needed = needed_in(connection, paths)
    owned = grouped((p.owner_id, p) for p in procedures_owned(connection, owners))
    procedures = {
        key: tuple(_holding(path, owned, deployments.get(key, ()), needed.get(key, frozenset())))
        for key, path in paths.items()
    }
    wanted = {procedure.id for those in procedures.values() for procedure in those}
    revisions = revisions_of(connection, wanted)
    tried = grouped((v.department_id, v) for v in verifications_of(connection, revisions, paths))
    every, people = appointments_of_departments(connection, owners)
    appointed = grouped((a.department_id, a) for a in every)
    used = {d.software_id for those in deployments.values() for d in those}
    functions, kinds = functions_by_id(connection), kinds_by_id(connection)
    software, lives = software_by_id(connection, used), releases_live(connection, used)
    for key, path in paths.items():
        yield CoverageFacts(
            department_id=key,
            path=tuple(node.id for node in path),
            path_names={node.id: node.name for node in path},
            establishment_id=establishment_in(path),
            functions=functions,
            kinds=kinds,
            software=software,
            deployments=deployments.get(key, ()),
            lives=lives,
            procedures=procedures[key],
            revisions=revisions,
            verifications=tried.get(key, ()),
            appointments=tuple(a for node in path for a in appointed.get(node.id, ())),
            people=people,
            needed=needed.get(key, frozenset()),
        )


def _holding(
    path: Path, owned: Owned, deployments: Iterable[Deployment], needed: frozenset[str]
) -> Iterator[Procedure]:
    """Those along the path that may hold for one of the functions with one of the software."""
    software = {None, *(d.software_id for d in deployments)}
    functions = {d.function_id for d in deployments} | needed
    for node in path:
        for procedure in owned.get(node.id, ()):
            if procedure.function_id in functions and procedure.software_id in software:
                yield procedure
