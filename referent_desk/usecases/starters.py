"""The shipped procedures, taken by a home that wants them."""

from __future__ import annotations

from referent_desk.domain.changes import Kind
from referent_desk.domain.procedure_texts import to_json
from referent_desk.errors import RefusedInput
from referent_desk.exchange.starters import starter_procedures
from referent_desk.language import _
from referent_desk.storage import schema
from referent_desk.storage.audit import Origin
from referent_desk.storage.departments import topmost_node
from referent_desk.storage.procedures import functions_by_id, functions_owned
from referent_desk.usecases.desks import Desk


def adopt_starter_procedures(desk: Desk, language_code: str) -> tuple[frozenset[Kind], int]:
    """Take the shipped procedures as drafts of the group, where it has none for the function.

    They print with the bar “project, not approved” until the hospital approves them. How many.
    """
    with desk.database.write("adopt_starter_procedures", origin=Origin.STARTER) as work:
        top = topmost_node(work.connection)
        if top is None:
            raise RefusedInput(
                _("There is no establishment yet that could own the procedures."),
                _("Import the departments first."),
            )
        owned = functions_owned(work.connection, top)
        ids = {f.code: f.id for f in functions_by_id(work.connection).values()}
        wanted = [
            (work.new_id(), ids[file.function], file.text)
            for file in starter_procedures(language_code)
            if file.function in ids and ids[file.function] not in owned
        ]
        work.add(
            schema.procedure,
            ({"id": key, "owner_id": top, "function_id": f} for key, f, _text in wanted),
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
                for key, _function, text in wanted
            ),
        )
    return frozenset({Kind.PROCEDURES}), len(wanted)
