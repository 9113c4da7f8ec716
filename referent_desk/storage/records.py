"""Records as forms show them: every column, and what stands for columns that lie elsewhere.

`vendor` of a software is a name, `aliases` its other spellings, a line for each. `department_id` of
a copy is that of its binder, `establishment_id` and `live_on` of a release those of the day it went
live last. `called` names the record.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, Table, Text, cast, func, select

from referent_desk.domain.records import RecordKind
from referent_desk.language import spoken
from referent_desk.storage import schema
from referent_desk.storage.software import not_annulled

Row = Mapping[str, Any]

_node, _software, _person = schema.node, schema.software, schema.person
_function, _binder, _copy = schema.function, schema.binder, schema.copy


def _full_name() -> ColumnElement[str]:
    return func.trim(_person.c.first_name + " " + _person.c.last_name)


def _nodes() -> Select[Any]:
    return select(_node, _node.c.name.label("called")).order_by(_node.c.folded, _node.c.id)


def _programs() -> Select[Any]:
    vendor, alias = schema.vendor, schema.software_alias
    spellings = (
        select(func.group_concat(alias.c.name, "\n"))
        .where(alias.c.software_id == _software.c.id)
        .correlate(_software)
        .scalar_subquery()
    )
    return (
        select(
            _software,
            func.coalesce(spellings, "").label("aliases"),
            func.coalesce(vendor.c.name, "").label("vendor"),
            _software.c.name.label("called"),
        )
        .outerjoin(vendor, vendor.c.id == _software.c.vendor_id)
        .order_by(_software.c.folded, _software.c.id)
    )


def _releases() -> Select[Any]:
    release, live = schema.release, schema.release_live
    newest = (
        select(live.c.id)
        .where(live.c.release_id == release.c.id, not_annulled())
        .order_by(live.c.valid_on.desc(), live.c.recorded_at.desc(), live.c.id)
        .limit(1)
        .correlate(release)
        .scalar_subquery()
    )
    last = live.alias("last")
    return (
        select(
            release,
            last.c.establishment_id,
            last.c.valid_on.label("live_on"),
            (_software.c.name + " " + release.c.version).label("called"),
        )
        .join(_software, _software.c.id == release.c.software_id)
        .outerjoin(last, last.c.id == newest)
        .order_by(func.coalesce(last.c.valid_on, "").desc(), release.c.version, release.c.id)
    )


def _deployments() -> Select[Any]:
    deployment = schema.deployment
    return (
        select(deployment, _software.c.name.label("called"))
        .join(_software, _software.c.id == deployment.c.software_id)
        .join(_node, _node.c.id == deployment.c.department_id)
        .outerjoin(_function, _function.c.id == deployment.c.function_id)
        .order_by(
            _function.c.position.is_(None),
            _function.c.position,
            _software.c.folded,
            _node.c.folded,
            deployment.c.id,
        )
    )


def _people() -> Select[Any]:
    return select(_person, _full_name().label("called")).order_by(_person.c.folded, _person.c.id)


def _appointments() -> Select[Any]:
    appointment = schema.appointment
    return (
        select(appointment, _full_name().label("called"))
        .join(_person, _person.c.id == appointment.c.person_id)
        .order_by(
            appointment.c.kind.desc(),
            appointment.c.rank.desc(),
            appointment.c.since,
            _person.c.folded,
            appointment.c.id,
        )
    )


def _proposals() -> Select[Any]:
    proposal = schema.proposal
    return (
        select(proposal, _full_name().label("called"))
        .join(_person, _person.c.id == proposal.c.person_id)
        .order_by(proposal.c.proposed_on, _person.c.folded, proposal.c.id)
    )


def _objectives() -> Select[Any]:
    objective = schema.objective
    return select(objective, objective.c.what.label("called")).order_by(
        objective.c.reached_on.is_not(None), objective.c.due_on, objective.c.id
    )


def _entries() -> Select[Any]:
    entry = schema.directory_entry
    return select(entry, entry.c.label.label("called")).order_by(
        entry.c.position, entry.c.folded, entry.c.id
    )


def _local_values() -> Select[Any]:
    value = schema.local_value
    return select(value, value.c.name.label("called")).order_by(value.c.name, value.c.id)


def _copies() -> Select[Any]:
    return (
        select(_copy, _binder.c.department_id, cast(_copy.c.number, Text).label("called"))
        .join(_binder, _binder.c.id == _copy.c.binder_id)
        .order_by(_copy.c.number)
    )


def _printers() -> Select[Any]:
    printer = schema.printer
    return select(printer, printer.c.name.label("called")).order_by(printer.c.name, printer.c.id)


def _means() -> Select[Any]:
    means, needs = schema.means, schema.means_dependency
    ticked = _ticked(needs.c.domain_id, needs.c.means_id == means.c.id, means)
    return select(means, ticked, means.c.name.label("called")).order_by(means.c.folded, means.c.id)


def _failure_domains() -> Select[Any]:
    """`name` as the reader speaks; a software's own where the domain stands for one."""
    domain, leans = schema.failure_domain, schema.domain_dependency
    other = func.coalesce(func.nullif(domain.c.name_en, ""), domain.c.name_fr)
    name = func.coalesce(_software.c.name, other if spoken().code == "en" else domain.c.name_fr)
    ticked = _ticked(leans.c.leans_on_id, leans.c.domain_id == domain.c.id, domain)
    return (
        select(domain, ticked, name.label("name"), name.label("called"))
        .outerjoin(_software, _software.c.id == domain.c.software_id)
        .order_by(domain.c.software_id.is_not(None), domain.c.position, domain.c.id)
    )


def _ticked(ids: ColumnElement[str], own: ColumnElement[bool], of: Table) -> ColumnElement[str]:
    """All of them as they cross: ids with blanks between them."""
    joined = select(func.group_concat(ids, " ")).where(own).correlate(of).scalar_subquery()
    return func.coalesce(joined, "").label("leans_on")


def _maintenances() -> Select[Any]:
    stop = schema.maintenance
    return (
        select(stop, _software.c.name.label("called"))
        .join(_software, _software.c.id == stop.c.software_id)
        .order_by(stop.c.planned_on, stop.c.starts_at, stop.c.id)
    )


def _actions() -> Select[Any]:
    action = schema.action
    return select(action, action.c.what.label("called")).order_by(
        action.c.done_on, action.c.due_on.is_(None), action.c.due_on, action.c.id
    )


def _tips() -> Select[Any]:
    tip = schema.tip
    return select(tip, tip.c.title.label("called")).order_by(tip.c.folded, tip.c.id)


def _tickets() -> Select[Any]:
    ticket = schema.ticket
    return select(ticket, ticket.c.what.label("called")).order_by(
        ticket.c.settled_on.is_not(None), ticket.c.handed_on, ticket.c.id
    )


def _handovers() -> Select[Any]:
    handover = schema.handover
    return (
        select(handover, _full_name().label("called"))
        .join(_person, _person.c.id == handover.c.leaving_id)
        .order_by(handover.c.last_day, _person.c.folded, handover.c.id)
    )


_SELECTS: Mapping[RecordKind, Callable[[], Select[Any]]] = {
    RecordKind.NODE: _nodes,
    RecordKind.SOFTWARE: _programs,
    RecordKind.RELEASE: _releases,
    RecordKind.DEPLOYMENT: _deployments,
    RecordKind.PERSON: _people,
    RecordKind.APPOINTMENT: _appointments,
    RecordKind.PROPOSAL: _proposals,
    RecordKind.OBJECTIVE: _objectives,
    RecordKind.DIRECTORY_ENTRY: _entries,
    RecordKind.LOCAL_VALUE: _local_values,
    RecordKind.COPY: _copies,
    RecordKind.PRINTER: _printers,
    RecordKind.MEANS: _means,
    RecordKind.FAILURE_DOMAIN: _failure_domains,
    RecordKind.MAINTENANCE: _maintenances,
    RecordKind.ACTION: _actions,
    RecordKind.TIP: _tips,
    RecordKind.TICKET: _tickets,
    RecordKind.HANDOVER: _handovers,
}


def table_of(kind: RecordKind) -> schema.Table:
    return schema.metadata.tables[kind.value]


def read_row(connection: Connection, kind: RecordKind, record_id: str) -> Row | None:
    statement = _SELECTS[kind]().where(table_of(kind).c.id == record_id)
    row = connection.execute(statement).mappings().one_or_none()
    return None if row is None else {**row}


def read_rows(
    connection: Connection, kind: RecordKind, by_field: str, of_id: str
) -> tuple[Row, ...]:
    """Those whose field leads to `of_id`, closed ones too, in the order of a form's list."""
    table = _binder if (kind, by_field) == (RecordKind.COPY, "department_id") else table_of(kind)
    statement = _SELECTS[kind]().where(table.c[by_field] == of_id)
    return tuple({**row} for row in connection.execute(statement).mappings())


def read_all(connection: Connection, kind: RecordKind) -> tuple[Row, ...]:
    """Of a kind of which there are few; closed ones too."""
    return tuple({**row} for row in connection.execute(_SELECTS[kind]()).mappings())
