"""Which procedures hold where a software is used, and how far each can be trusted."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from referent_desk.domain.coverage import nearest
from referent_desk.domain.departments import DepartmentChoice
from referent_desk.domain.functions import Function
from referent_desk.domain.procedures import (
    Procedure,
    ProcedureState,
    Revision,
    Verification,
    revision_in_force,
    status_of,
)
from referent_desk.domain.software import ReleaseLive, SoftwareProcedureRow, release_in_service

_STATES = tuple(ProcedureState)


@dataclass(frozen=True, slots=True)
class UsingDepartment:
    """A department that uses the software; `path` leads from it up to the group."""

    choice: DepartmentChoice
    path: tuple[str, ...]
    establishment_id: str
    function_ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SoftwareUses:
    """`names` of the nodes by id; `revisions` by procedure, `verifications` by department."""

    software_id: str
    departments: tuple[UsingDepartment, ...]
    names: Mapping[str, str]
    lives: tuple[ReleaseLive, ...]
    procedures: tuple[Procedure, ...]
    revisions: Mapping[str, tuple[Revision, ...]]
    verifications: Mapping[str, tuple[Verification, ...]]


def procedure_rows(
    uses: SoftwareUses, functions: Mapping[str, Function], today: date, language_code: str
) -> tuple[SoftwareProcedureRow, ...]:
    """In the order of functions, the worst state first."""
    by_owner: dict[tuple[str, str], list[Procedure]] = {}
    for known in uses.procedures:
        by_owner.setdefault((known.function_id, known.owner_id), []).append(known)
    groups: dict[tuple[str, str], list[tuple[int, DepartmentChoice]]] = {}
    for using in uses.departments:
        live = release_in_service(uses.lives, using.establishment_id, today)
        for function_id in using.function_ids:
            near = [p for node in using.path for p in by_owner.get((function_id, node), ())]
            procedure = nearest(near, using.path, uses.software_id)
            state = _state(uses, using, procedure, live, today)
            owner_id = procedure.owner_id if procedure else ""
            groups.setdefault((function_id, owner_id), []).append(
                (_STATES.index(state), using.choice)
            )
    rows = [
        _row(functions[function_id], uses.names.get(owner_id, ""), members, language_code)
        for (function_id, owner_id), members in groups.items()
    ]
    position = {f.id: f.position for f in functions.values()}
    rows.sort(key=lambda r: (position[r.function_id], _STATES.index(r.state), r.owner.casefold()))
    return tuple(rows)


def _state(
    uses: SoftwareUses,
    using: UsingDepartment,
    procedure: Procedure | None,
    live: ReleaseLive | None,
    today: date,
) -> ProcedureState:
    revisions = uses.revisions.get(procedure.id, ()) if procedure else ()
    return status_of(
        revision_in_force(revisions, today),
        uses.verifications.get(using.choice.id, ()),
        live.release_id if live else None,
        live.version if live else "",
        today,
    ).state


def _row(
    function: Function, owner: str, members: list[tuple[int, DepartmentChoice]], language_code: str
) -> SoftwareProcedureRow:
    worst = min(place for place, _choice in members)
    waiting = [choice for place, choice in members if place == worst]
    return SoftwareProcedureRow(
        function_id=function.id,
        function=function.name(language_code),
        owner=owner,
        departments=len(members),
        state=_STATES[worst],
        waiting=len(waiting),
        department=waiting[0],
    )
