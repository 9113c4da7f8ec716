"""The shipped procedures, taken by a home that wants them."""

from __future__ import annotations

from dataclasses import dataclass

from referent_desk.domain.changes import Kind
from referent_desk.domain.procedure_texts import to_json
from referent_desk.domain.procedures import ProcedureText
from referent_desk.errors import RefusedInput
from referent_desk.exchange.starters import starter_procedures
from referent_desk.language import _
from referent_desk.storage import schema
from referent_desk.storage.audit import Origin
from referent_desk.storage.database import Connection
from referent_desk.storage.departments import topmost_nodes
from referent_desk.storage.procedures import functions_by_id, functions_owned
from referent_desk.usecases.desks import Desk

_Wanted = tuple[str, str, ProcedureText]
"""Node that would own the procedure, function, text."""


@dataclass(frozen=True, slots=True)
class StarterOffer:
    """Ids of the functions for which a shipped procedure would be taken, none if nothing can be.

    `is_first`: the home holds no procedure at all.
    """

    functions: frozenset[str]
    is_first: bool


def offer_starter_procedures(desk: Desk, language_code: str) -> StarterOffer:
    """What `adopt_starter_procedures` would take now; nothing in a home that is only read."""
    if desk.read_only:
        return StarterOffer(frozenset(), is_first=False)
    with desk.database.read() as connection:
        is_first = connection.execute(schema.procedure.select().limit(1)).first() is None
        wanted = _wanted(connection, topmost_nodes(connection), language_code)
    return StarterOffer(frozenset(function for _owner, function, _text in wanted), is_first)


def adopt_starter_procedures(desk: Desk, language_code: str) -> tuple[frozenset[Kind], int]:
    """Take the shipped procedures as drafts of the group, where it has none for the function.

    Without a group each establishment gets its own. They print with the bar “project, not approved”
    until the hospital approves them. How many.
    """
    with desk.database.write("adopt_starter_procedures", origin=Origin.STARTER) as work:
        owners = topmost_nodes(work.connection)
        if not owners:
            raise RefusedInput(
                _("There is no establishment yet that could own the procedures."),
                _("Import the departments first."),
            )
        wanted = [(work.new_id(), one) for one in _wanted(work.connection, owners, language_code)]
        work.add(
            schema.procedure,
            (
                {"id": key, "owner_id": owner, "function_id": function}
                for key, (owner, function, _text) in wanted
            ),
        )
        work.add(
            schema.revision,
            (
                {
                    "id": work.new_id(),
                    "procedure_id": key,
                    "state": "draft",
                    "title": text.title,
                    "text": to_json(text),
                }
                for key, (_owner, _function, text) in wanted
            ),
        )
    return frozenset({Kind.PROCEDURES}), len(wanted)


def _wanted(connection: Connection, owners: tuple[str, ...], language_code: str) -> list[_Wanted]:
    """The shipped procedures that an owner has none for."""
    if not owners:
        return []
    ids = {f.code: f.id for f in functions_by_id(connection).values()}
    shipped = [(ids[f.function], f.text) for f in starter_procedures(language_code)
               if f.function in ids]  # fmt: skip
    return [
        (owner, function, text)
        for owner in owners
        for owned in (functions_owned(connection, owner),)
        for function, text in shipped
        if function not in owned
    ]
