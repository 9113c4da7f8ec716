"""The shipped procedures, taken by a home that wants them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from referent_desk.domain.changes import Kind
from referent_desk.domain.deeds import Deed, Saved, Verb
from referent_desk.domain.procedure_texts import to_json
from referent_desk.domain.procedures import ProcedureText
from referent_desk.errors import NotFound, RefusedInput
from referent_desk.exchange.starters import starter_codes, starter_procedures
from referent_desk.language import _
from referent_desk.storage import schema
from referent_desk.storage.audit import Origin
from referent_desk.storage.database import Connection
from referent_desk.storage.departments import path_to, topmost_nodes
from referent_desk.storage.procedures import functions_by_id, functions_owned
from referent_desk.storage.work import Work
from referent_desk.usecases.deeds import doing, kinds_of, saved
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
        shipped = shipped_functions(connection, language_code)  # the texts are not read for it
        owners = topmost_nodes(connection)
        lacked = (shipped - functions_owned(connection, owner) for owner in owners)
        return StarterOffer(frozenset().union(*lacked), is_first)


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
        wanted = _wanted(work.connection, owners, language_code)
        _add(work, wanted)
    return frozenset({Kind.PROCEDURES}), len(wanted)


def take_starters(desk: Desk, department_id: str, functions: Collection[str]) -> Saved:
    """Take those of the functions that nothing reaches yet, as drafts of the whole hospital."""
    with desk.database.read() as connection:
        path = path_to(connection, department_id)
    if not path:
        raise NotFound(_("This department is not here any more."), _("Choose another one."))
    deed = Deed(Verb.ADOPTED, schema.procedure.name)
    origin = Origin.STARTER
    with doing(desk, "take_starters", deed, origin=origin, record_id=department_id) as work:
        add_starters(work, [node.id for node in path], functions, desk.language)
    return saved(desk, kinds_of(work.trail), department_id)


def add_starters(
    work: Work, path: Sequence[str], functions: Collection[str], language_code: str
) -> int:
    """For the topmost node of a department's path, where no node along it has one. How many."""
    owned = frozenset().union(*(functions_owned(work.connection, node_id) for node_id in path))
    wanted = [
        one
        for one in _wanted(work.connection, (path[-1],), language_code)
        if one[1] in functions and one[1] not in owned
    ]
    _add(work, wanted)
    return len(wanted)


def shipped_functions(connection: Connection, language_code: str) -> frozenset[str]:
    """Ids of the functions that a procedure is shipped for."""
    codes = starter_codes(language_code)
    return frozenset(f.id for f in functions_by_id(connection).values() if f.code in codes)


def _add(work: Work, wanted: Iterable[_Wanted]) -> None:
    drafts = [(work.new_id(), one) for one in wanted]
    work.add(
        schema.procedure,
        (
            {"id": key, "owner_id": owner, "function_id": function}
            for key, (owner, function, _text) in drafts
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
            for key, (_owner, _function, text) in drafts
        ),
    )


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
