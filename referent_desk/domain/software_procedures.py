"""Which procedures hold where a software is used, and how far each can be trusted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from referent_desk.domain.coverage import holding
from referent_desk.domain.departments import DepartmentChoice
from referent_desk.domain.functions import Function
from referent_desk.domain.procedure_states import Running, running_on, status_of, trials_with
from referent_desk.domain.procedures import (
    Procedure,
    ProcedureState,
    Revision,
    Verification,
)
from referent_desk.domain.software import ReleaseLive, SoftwareProcedureRow

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
        running = running_on(uses.lives, using.establishment_id, today)
        for function_id in using.function_ids:
            near = [p for node in using.path for p in by_owner.get((function_id, node), ())]
            held = holding(near, using.path, uses.software_id, uses.revisions, today)
            state = _state(uses, using, held.revision, running, today)
            owner_id = held.procedure.owner_id if held.procedure else ""
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
    revision: Revision | None,
    running: Running,
    today: date,
) -> ProcedureState:
    return status_of(
        revision,
        trials_with(uses.software_id, uses.verifications.get(using.choice.id, ())),
        running,
        today,
    ).state


def _row(
    function: Function, owner: str, members: list[tuple[int, DepartmentChoice]], language_code: str
) -> SoftwareProcedureRow:
    counts = Counter(place for place, _choice in members)
    worst = min(counts)
    return SoftwareProcedureRow(
        function_id=function.id,
        function=function.name(language_code),
        owner=owner,
        departments=len(members),
        department=next(choice for place, choice in members if place == worst),
        states=tuple((_STATES[place], counts[place]) for place in sorted(counts)),
    )
