"""A text as those read it who sign it: what departments fill in is filled in, or said to be."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from referent_desk.domain.coverage import uses_of
from referent_desk.domain.departments import BINDER_KINDS
from referent_desk.domain.filled_texts import LocalValues, fill_local_values
from referent_desk.domain.procedures import UNFILLED, Procedure, ProcedureText, UsefulNumber
from referent_desk.language import Language
from referent_desk.storage.database import Connection
from referent_desk.storage.departments import read_node
from referent_desk.storage.served_departments import departments_served
from referent_desk.usecases.binder_contents import Composer, read_binder_facts

Fill = Callable[[ProcedureText], ProcedureText]


def filling(connection: Connection, procedure: Procedure, said: Language, today: date) -> Fill:
    """Of a text for one department, its own values; each of several has others."""
    node = read_node(connection, procedure.owner_id)
    is_alone = node is not None and node.kind in BINDER_KINDS
    if is_alone and not departments_served(connection, procedure, today):
        local = _values_of(connection, procedure, said, today)
        return lambda text: fill_local_values(text, local)
    general = LocalValues({}, said.gettext("[{name}: according to the department]"))

    def fill(text: ProcedureText) -> ProcedureText:
        numbers = (UsefulNumber(n.label, general.fill(n.number) or UNFILLED) for n in text.numbers)
        return replace(fill_local_values(text, general), numbers=tuple(numbers))

    return fill


def _values_of(
    connection: Connection, procedure: Procedure, said: Language, today: date
) -> LocalValues:
    """As its sheet has them."""
    facts = read_binder_facts(connection, procedure.owner_id, said.code, today)
    composer = Composer(facts, said, today)
    for use in uses_of(facts.coverage, today):
        is_same = use.function is not None and use.function.id == procedure.function_id
        if is_same and procedure.software_id in {None, use.software.id}:
            return composer.local_of(use)
    return composer.local
