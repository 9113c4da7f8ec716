"""What a department says it needs done: ticked from the catalogue of functions."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from referent_desk.domain.coverage import uses_of
from referent_desk.domain.deeds import Deed, Saved, Verb
from referent_desk.domain.departments import DEPARTMENT_KINDS
from referent_desk.domain.needed_functions import FunctionTick
from referent_desk.errors import NotFound
from referent_desk.language import _, spoken
from referent_desk.storage import schema
from referent_desk.storage.database import Connection
from referent_desk.storage.departments import read_node
from referent_desk.storage.needed_functions import needed_by, ticks_of
from referent_desk.storage.procedures import coverage_facts, functions_by_id
from referent_desk.storage.work import Work
from referent_desk.usecases.deeds import doing, kinds_of, saved
from referent_desk.usecases.desks import Desk


def needed_functions(desk: Desk, department_id: str) -> tuple[FunctionTick, ...]:
    """Every function of the catalogue, in its order, with the software that does it there."""
    today, language_code = desk.clock.today(), spoken().code
    with desk.database.read() as connection:
        _department_name(connection, department_id)
        needed = needed_by(connection, department_id)
        facts = coverage_facts(connection, department_id, today, texts=False)
    serving: dict[str, list[str]] = {}
    for use in uses_of(facts, today):
        if use.function is not None and use.software.id:
            serving.setdefault(use.function.id, []).append(use.software.name)
    return tuple(
        FunctionTick(
            function_id=function.id,
            code=function.code,
            name=function.name(language_code),
            needed=None if needed is None else function.id in needed,
            software=tuple(serving.get(function.id, ())),
        )
        for function in sorted(facts.functions.values(), key=lambda f: f.position)
    )


def set_needed_functions(desk: Desk, department_id: str, ids: Collection[str]) -> Saved:
    """From now on the department needs these functions and no others."""
    wanted = frozenset(ids)
    with desk.database.read() as connection:
        name = _department_name(connection, department_id)
        if not wanted <= functions_by_id(connection).keys():
            raise NotFound(_("This function is not here any more."), _("Choose another one."))
    deed = Deed(Verb.TICKED, schema.department_function.name, name)
    with doing(desk, "need_functions", deed, record_id=department_id) as work:
        need_only(work, department_id, wanted, desk.clock.today())
    return saved(desk, kinds_of(work.trail), department_id)


def need_only(work: Work, department_id: str, wanted: Collection[str], today: date) -> None:
    ticks = ticks_of(work.connection, department_id)
    new = sorted(set(wanted) - {tick.function_id for tick in ticks})
    rows = [{"id": work.new_id(), "department_id": department_id, "function_id": i} for i in new]
    work.add(schema.department_function, rows)
    for tick in ticks:
        if (tick.function_id in wanted) is not tick.is_open:
            closed_on = today if tick.is_open else None
            work.change(schema.department_function, tick.id, {"closed_on": closed_on})


def _department_name(connection: Connection, department_id: str) -> str:
    node = read_node(connection, department_id)
    if node is None or node.kind not in DEPARTMENT_KINDS:
        raise NotFound(_("This department is not here any more."), _("Choose another one."))
    return node.name
