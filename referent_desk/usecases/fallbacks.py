"""What falls and what stands when something fails: of one department, or of all of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from typing import NamedTuple

from referent_desk.domain.failures import Domains, FailureDomain
from referent_desk.domain.fallbacks import (
    Failure,
    FallbackDetail,
    FallbackOutcome,
    FallbackRow,
    MeansTold,
    Simulation,
    StepTold,
    circle_names,
    function_doubts,
    function_standings,
    simulate,
)
from referent_desk.domain.filled_texts import LocalValues, fill_local_values
from referent_desk.domain.means import Standing, StepOutcome, best
from referent_desk.domain.procedures import UNFILLED, Step
from referent_desk.domain.texts import folded
from referent_desk.errors import NotFound, RefusedInput
from referent_desk.language import _, spoken
from referent_desk.storage.database import Connection
from referent_desk.storage.directory import local_values
from referent_desk.storage.fallbacks import (
    PlacedFallbacks,
    all_fallbacks,
    fallbacks_of,
    software_names,
)
from referent_desk.storage.means import failure_domains
from referent_desk.storage.procedures import functions_by_id
from referent_desk.usecases.desks import Desk


class _Names(NamedTuple):
    functions: dict[str, str]
    software: dict[str, str]
    language_code: str


def list_failures(desk: Desk) -> tuple[FailureDomain, ...]:
    """What may fail, in the order in which it is offered."""
    with desk.database.read() as connection:
        return tuple(failure_domains(connection).values())


def named_failures(desk: Desk, names: Iterable[str]) -> tuple[str, ...]:
    """Ids of what is named by code or by name. Raises RefusedInput, with what could be named."""
    with desk.database.read() as connection:
        domains = failure_domains(connection)
    found = []
    known = ", ".join(d.name(spoken().code) for d in domains.values())
    for name in names:
        spelled = folded(name)
        fitting = [
            d.id for d in domains.values()
            if d.code == name or spelled in {folded(d.name_fr), folded(d.name_en)}
        ]  # fmt: skip
        if not fitting:
            raise RefusedInput(
                _("Nothing that may fail is called “{name}”.").format(name=name),
                _("Name some of these, with commas between them: {known}").format(known=known),
            )
        found += fitting
    if not found:
        raise RefusedInput(
            _("Nothing is said to fail: everything stands."),
            _("Name some of these, with commas between them: {known}").format(known=known),
        )
    return tuple(dict.fromkeys(found))


def simulate_failure(
    desk: Desk, fails: Collection[str], department_id: str | None = None
) -> Simulation:
    """`fails` are ids of failure domains; without a department, of the whole home."""
    with desk.database.read() as connection:
        read = _read(connection, desk, department_id)
        names = _names(connection)
    outcomes = simulate(read.facts, fails)
    domains, code = read.facts.domains, names.language_code
    standings = function_standings(outcomes)
    departments = _departments(standings.items())
    return Simulation(
        fails=tuple(domains[one].name(code) for one in fails if one in domains),
        rows=tuple(_row(one, read, names, standings) for one in outcomes),
        circles=circle_names(domains, code),
        functions=dict(Counter(standings.values())),
        doubts=dict(Counter(function_doubts(outcomes).values())),
        departments=len(departments),
        without=tuple(
            read.places[one][0] for one, held in departments.items() if held is not Standing.STANDS
        ),
    )


def _departments(
    standings: Iterable[tuple[tuple[str, str], Standing]],
) -> dict[str, Standing]:
    """The best that any function of a department does."""
    found: dict[str, Standing] = {}
    for (department_id, _function), standing in standings:
        known = found.get(department_id, standing)
        found[department_id] = best((known, standing)) or standing
    return found


def _read(connection: Connection, desk: Desk, department_id: str | None) -> PlacedFallbacks:
    today = desk.clock.today()
    if department_id is None:
        return all_fallbacks(connection, today)
    return fallbacks_of(connection, department_id, today)


def _names(connection: Connection) -> _Names:
    code = spoken().code
    functions = {f.id: f.name(code) for f in functions_by_id(connection).values()}
    return _Names(functions, software_names(connection), code)


def _row(
    one: FallbackOutcome,
    read: PlacedFallbacks,
    names: _Names,
    standings: Mapping[tuple[str, str], Standing],
) -> FallbackRow:
    fallback = one.fallback
    department, establishment = read.places[fallback.department_id]
    key = fallback.department_id, fallback.function_id
    return FallbackRow(
        department_id=fallback.department_id,
        department=department,
        establishment=establishment,
        function_id=fallback.function_id,
        function=names.functions.get(fallback.function_id, ""),
        software_id=fallback.software_id,
        software=names.software.get(fallback.software_id or "", ""),
        title=read.titles.get(fallback.revision_id, ""),
        standing=one.standing,
        function_standing=standings[key],
        falling=one.falling,
        unknown=one.unknown,
        doubt=one.doubt,
    )


def explain_fallback(
    desk: Desk,
    fails: Collection[str],
    department_id: str,
    function_id: str,
    software_id: str | None,
) -> FallbackDetail:
    """Every step of one procedure, whether it stands, and if not, why."""
    with desk.database.read() as connection:
        read = fallbacks_of(connection, department_id, desk.clock.today())
        names = _names(connection)
        local = LocalValues(local_values(connection, department_id), UNFILLED)
    fitting = (
        one for one in read.facts.fallbacks
        if (one.function_id, one.software_id) == (function_id, software_id)
    )  # fmt: skip
    fallback = next(fitting, None)
    if fallback is None:
        raise NotFound(
            _("The department does not use this software for this function any more."),
            _("Look at the list again."),
        )
    failure, reach = Failure(read.facts.domains, fails), read.facts.reaches[department_id]
    text = fill_local_values(fallback.text, local) if fallback.text else None
    outcomes = failure.steps(fallback, reach)
    outcome = failure.outcome(fallback, reach)
    return FallbackDetail(
        department=read.places[department_id][0],
        function=names.functions.get(function_id, ""),
        software=names.software.get(software_id or "", ""),
        title=text.title if text else "",
        standing=outcome.standing,
        doubt=outcome.doubt,
        steps=tuple(
            _told(step, outcome, read.facts.domains, names.language_code)
            for step, outcome in zip(text.steps if text else (), outcomes, strict=True)
        ),
    )


def _told(step: Step, outcome: StepOutcome, domains: Domains, code: str) -> StepTold:
    means = (
        MeansTold(one.name, one.standing, tuple(domains[d].name(code) for d in one.chain))
        for one in outcome.means
    )
    return StepTold(step, outcome.standing, tuple(means))
