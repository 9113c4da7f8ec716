"""What could be played in departments, and which stops of software were announced for them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from sqlalchemy import Connection, Select, func, select

from referent_desk.domain.departments import BINDER_KINDS
from referent_desk.domain.drill_proposals import CRITICAL, Candidate
from referent_desk.domain.drills import Maintenance
from referent_desk.domain.functions import Function
from referent_desk.storage import schema
from referent_desk.storage.deployments import still_used
from referent_desk.storage.withdrawals import in_force

_deployment, _software, _node = schema.deployment, schema.software, schema.node
_procedure, _revision, _maintenance = schema.procedure, schema.revision, schema.maintenance
_ancestor = schema.ancestor


@dataclass(frozen=True, slots=True)
class WardRow:
    """A department that keeps a binder, as the programme needs it."""

    id: str
    name: str
    code: str
    opening_hours: str


def wards_in(
    connection: Connection, department_ids: Iterable[str] | None = None
) -> tuple[WardRow, ...]:
    """Those that are open, of these or of all, by name."""
    statement = (
        select(_node.c.id, _node.c.name, _node.c.code, _node.c.opening_hours)
        .where(_node.c.kind.in_(sorted(BINDER_KINDS)), _node.c.closed_on.is_(None))
        .order_by(_node.c.folded, _node.c.id)
    )
    if department_ids is not None:
        statement = statement.where(_node.c.id.in_(sorted(set(department_ids))))
    return tuple(WardRow(*row) for row in connection.execute(statement))


def candidates_in(
    connection: Connection,
    functions: dict[str, Function],
    language_code: str,
    today: date,
    department_ids: Iterable[str] | None = None,
    *,
    software_id: str | None = None,
    critical_only: bool = False,
) -> dict[str, tuple[Candidate, ...]]:
    """By department, of these or of all: each function once, with the most critical of its
    software, or with this one alone. A use that begins later counts already; retired software does
    not."""
    chosen = None if department_ids is None else sorted(set(department_ids))
    texts = _Texts(connection, chosen, today)
    statement = _uses(chosen, today, critical_only=critical_only)
    if software_id is not None:
        statement = statement.where(_deployment.c.software_id == software_id)
    names = {key: function.name(language_code) for key, function in functions.items()}
    found: dict[str, dict[str, Candidate]] = {}
    for department_id, function_id, used, software, rating in connection.execute(statement):
        function = functions[function_id]
        here = found.setdefault(department_id, {})
        candidate = Candidate(
            function_id,
            function.code,
            names[function_id],
            used,
            software,
            rating,
            function.position,
            texts.hold(department_id, function_id, used),
        )
        known = here.get(function_id)
        here[function_id] = candidate if known is None else _worse(known, candidate)
    return {
        key: tuple(sorted(those.values(), key=lambda c: c.position)) for key, those in found.items()
    }


def maintenances_in(
    connection: Connection, department_id: str, from_day: date
) -> tuple[Maintenance, ...]:
    """Announced from that day on, of software that the department uses; the soonest first."""
    above = select(_ancestor.c.ancestor_id).where(_ancestor.c.node_id == department_id)
    used = select(_deployment.c.software_id).where(
        _deployment.c.department_id == department_id, still_used(from_day)
    )
    statement = _maintenances().where(
        _maintenance.c.node_id.in_(above),
        _maintenance.c.software_id.in_(used),
        _maintenance.c.planned_on >= from_day.isoformat(),
        _maintenance.c.closed_on.is_(None),
    )
    return tuple(_maintenance_of(row) for row in connection.execute(statement))


def read_maintenance(connection: Connection, maintenance_id: str) -> Maintenance | None:
    statement = _maintenances().where(_maintenance.c.id == maintenance_id)
    row = connection.execute(statement).first()
    return _maintenance_of(row) if row is not None else None


def wards_stopped(connection: Connection, stop: Maintenance, today: date) -> tuple[WardRow, ...]:
    """The departments beneath the node that use the software, by name."""
    below = select(_ancestor.c.node_id).where(_ancestor.c.ancestor_id == stop.node_id)
    using = select(_deployment.c.department_id).where(
        _deployment.c.software_id == stop.software_id,
        _deployment.c.function_id.is_not(None),
        _deployment.c.department_id.in_(below),
        still_used(today),
    )
    return wards_in(connection, connection.scalars(using.distinct()))


def _uses(chosen: list[str] | None, today: date, *, critical_only: bool) -> Select[Any]:
    kind = schema.software_kind
    rating = func.coalesce(_deployment.c.criticality, _software.c.criticality, kind.c.criticality)
    statement = (
        select(
            _deployment.c.department_id,
            _deployment.c.function_id,
            _deployment.c.software_id,
            _software.c.name,
            rating,
        )
        .join(_software, _software.c.id == _deployment.c.software_id)
        .outerjoin(kind, kind.c.id == _software.c.kind_id)
        .where(
            _deployment.c.function_id.is_not(None),
            still_used(today),
            _software.c.status != "retired",
            _software.c.closed_on.is_(None),
        )
    )
    if critical_only:
        statement = statement.where(rating <= CRITICAL)
    if chosen is not None:
        statement = statement.where(_deployment.c.department_id.in_(chosen))
    return statement


def _worse(one: Candidate, other: Candidate) -> Candidate:
    """The function is as critical as the worst of its software."""
    first, second = sorted((one, other), key=lambda c: (c.rating, not c.has_text, c.software))
    return replace(first, has_text=first.has_text or second.has_text)


class _Texts:
    """For which uses an approved procedure is in force: what nodes own, and what stands above."""

    def __init__(self, connection: Connection, chosen: list[str] | None, today: date) -> None:
        above = select(_ancestor.c.node_id, _ancestor.c.ancestor_id)
        approved = _approved(today)
        if chosen is not None:
            above = above.where(_ancestor.c.node_id.in_(chosen))
        self._paths: dict[str, list[str]] = {}
        for node_id, ancestor_id in connection.execute(above):
            self._paths.setdefault(node_id, []).append(ancestor_id)
        if chosen is not None:
            owners = {owner for path in self._paths.values() for owner in path}
            approved = approved.where(_procedure.c.owner_id.in_(sorted(owners)))
        self._owned = {tuple(row) for row in connection.execute(approved)}

    def hold(self, department_id: str, function_id: str, software_id: str) -> bool:
        owned = self._owned
        return any(
            (node, function_id, None) in owned or (node, function_id, software_id) in owned
            for node in self._paths.get(department_id, ())
        )


def _approved(today: date) -> Select[Any]:
    """Owner, function and software (None: any) of procedures whose approved text is in force."""
    return (
        select(_procedure.c.owner_id, _procedure.c.function_id, _procedure.c.software_id)
        .join(_revision, _revision.c.procedure_id == _procedure.c.id)
        .where(_procedure.c.closed_on.is_(None), in_force(today))
    )


def _maintenances() -> Select[Any]:
    return (
        select(_maintenance, _software.c.name.label("software"))
        .join(_software, _software.c.id == _maintenance.c.software_id)
        .order_by(_maintenance.c.planned_on, _maintenance.c.starts_at, _maintenance.c.id)
    )


def _maintenance_of(row: Any) -> Maintenance:
    return Maintenance(
        id=row.id,
        node_id=row.node_id,
        software_id=row.software_id,
        software=row.software,
        planned_on=date.fromisoformat(row.planned_on),
        starts_at=row.starts_at,
        minutes=row.minutes,
        note=row.note,
    )
