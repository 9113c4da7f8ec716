"""Seeing departments: the list, one in full, the one that is meant."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from referent_desk.domain.coverage import (
    CoverageFacts,
    functions_without_software,
    referent_of,
    uses_of,
)
from referent_desk.domain.departments import (
    BINDER_KINDS,
    CoverageRow,
    DepartmentChoice,
    DepartmentDetail,
    DepartmentRow,
    Node,
    NodeKind,
)
from referent_desk.domain.listings import Listing, Page
from referent_desk.domain.people import AppointmentKind, AppointmentRank, Person
from referent_desk.domain.procedures import ProcedureState
from referent_desk.domain.texts import clean_line, folded
from referent_desk.errors import NotFound, RefusedInput
from referent_desk.language import _, spoken
from referent_desk.storage import binders as stored_binders
from referent_desk.storage import departments as stored
from referent_desk.storage import trees
from referent_desk.storage.database import Connection
from referent_desk.storage.directory import directory_of
from referent_desk.storage.procedures import coverage_facts
from referent_desk.usecases.desks import Desk

_NUMBERS_SHOWN = 12


def list_departments(desk: Desk, listing: Listing) -> Page[DepartmentRow]:
    with desk.database.read() as connection:
        return stored.list_departments(connection, listing, desk.clock.today())


def list_children(desk: Desk, parent_id: str | None) -> tuple[DepartmentRow, ...]:
    """What stands directly below a node of the tree; None: what stands at the top."""
    with desk.database.read() as connection:
        return trees.list_children(connection, parent_id, desk.clock.today())


def list_choices(desk: Desk, listing: Listing) -> Page[DepartmentChoice]:
    with desk.database.read() as connection:
        return stored.list_choices(connection, listing)


def department_detail(desk: Desk, department_id: str) -> DepartmentDetail:
    today, language_code = desk.clock.today(), spoken().code
    with desk.database.read() as connection:
        path = stored.path_to(connection, department_id)
        if not path:
            raise NotFound(_("This department is not here any more."), _("Choose another one."))
        facts = coverage_facts(connection, department_id, today, texts=False)
        entries = directory_of(connection, facts.path)
        printed = stored_binders.last_printed(connection, department_id)
    uses = uses_of(facts, today)
    served = tuple(
        CoverageRow(
            use.function.id if use.function else "",
            use.function.name(language_code) if use.function else "",
            use.software.id,
            use.software.name,
            str(use.state),
            use.deployment.id,
            use.deployment.purpose,
        )
        for use in uses
        if use.software.id
    )
    written = {
        use.function.id: str(use.state)
        for use in uses
        if use.function and not use.software.id and use.state is not ProcedureState.MISSING
    }
    holes = tuple(
        CoverageRow(
            function.id, function.name(language_code), None, "", written.get(function.id, "")
        )
        for function in functions_without_software(facts, uses)
    )
    own = ([e for e in entries if e.owner_id == department_id] or list(entries))[:_NUMBERS_SHOWN]
    referents = tuple(_referents(facts, today))
    return DepartmentDetail(
        node=path[0],
        path=tuple(node.name for node in reversed(path[1:])),
        coverage=served + holes + tuple(_outside(facts)),
        referents=tuple((code, p.full_name, p.telephone) for code, p in referents),
        numbers=tuple((e.label, e.number) for e in own),
        last_printed=printed,
        establishment=next((n.name for n in path if n.kind is NodeKind.ESTABLISHMENT), ""),
        path_ids=tuple(node.id for node in reversed(path[1:])),
        referent_ids=tuple(person.id for _code, person in referents),
        number_ids=tuple(e.id for e in own),
    )


def _outside(facts: CoverageFacts) -> Iterator[CoverageRow]:
    """What it uses for something that no function holds."""
    uses = [use for use in facts.deployments if use.outside and not use.function_id]
    for use in sorted(uses, key=lambda use: facts.software[use.software_id].name.casefold()):
        name = facts.software[use.software_id].name
        yield CoverageRow("", "", use.software_id, name, "", use.id, use.purpose, outside=True)


def _referents(facts: CoverageFacts, today: date) -> Iterator[tuple[str, Person]]:
    """By the code of the office, `software_main` and the like."""
    for kind in AppointmentKind:
        for rank in AppointmentRank:
            person = referent_of(facts, today, kind, rank)
            if person is not None:
                yield f"{kind}_{rank}", person


def find_department(desk: Desk, text: str) -> Node:
    """The one department that a code, a paper code or a name means.

    Closed ones only count when no open one fits. Raises NotFound, with the candidates named when
    several fit.
    """
    wanted = clean_line(text)
    with desk.database.read() as connection:
        found = stored.find_departments(connection, wanted, folded(wanted)) if wanted else ()
        candidates = _meant(found, wanted)
        if len(candidates) > 1:
            names = [_with_key(connection, n, wanted, candidates) for n in candidates[:5]]
            raise NotFound(
                _("“{text}” may be several departments: {names}.").format(
                    text=wanted, names="; ".join(names)
                ),
                _("Give the code that stands in brackets."),
            )
    if not candidates:
        raise NotFound(
            _("No department is called “{text}”.").format(text=wanted),
            _("Give its code or its whole name; “list departments” shows them."),
        )
    return candidates[0]


def _meant(found: tuple[Node, ...], wanted: str) -> tuple[Node, ...]:
    """A code before a name, an open department before a closed one."""
    by_code = [n for n in found if wanted in {n.code, n.id} or wanted.upper() == n.paper_code]
    by_name = [n for n in found if folded(n.name) == folded(wanted)]
    fitting = by_code or by_name or list(found)
    return tuple(n for n in fitting if n.closed_on is None) or tuple(fitting)


def _with_key(connection: Connection, node: Node, wanted: str, candidates: tuple[Node, ...]) -> str:
    """Name, establishment, and in brackets a key that means this department alone."""
    codes = [n.code for n in candidates]
    keys = [node.paper_code, node.code if codes.count(node.code) == 1 else ""]
    key = next((k for k in keys if k and k != wanted), node.id)
    above = stored.path_to(connection, node.id)[1:]
    establishment = next((n.name for n in above if n.kind is NodeKind.ESTABLISHMENT), "")
    return ", ".join(part for part in (node.name, establishment) if part) + f" ({key})"


def departments_with_binder(desk: Desk) -> tuple[Node, ...]:
    with desk.database.read() as connection:
        return stored.binder_departments(connection)


def binder_department(desk: Desk, text: str) -> Node:
    """The department that a text means, if it is one that keeps a binder."""
    node = find_department(desk, text)
    if node.kind not in BINDER_KINDS:
        raise RefusedInput(
            _("{name} is a pole: only departments and units keep a binder.").format(name=node.name),
            _("Choose one of its departments."),
        )
    return node
