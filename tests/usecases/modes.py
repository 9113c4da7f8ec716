"""The degraded modes of the demo hospital that tests write, approve and print."""

from __future__ import annotations

from referent_desk.domain.drafts import Draft, Source, SourceKind, WantedDraft
from referent_desk.domain.listings import Listing
from referent_desk.domain.procedures import ProcedureRow, ProcedureState
from referent_desk.usecases.departments import find_department
from referent_desk.usecases.desks import Desk
from referent_desk.usecases.drafts import open_draft
from referent_desk.usecases.procedures import list_procedures, procedure_detail

Mode = tuple[str, str | None]
"""Function and software."""


def ward(desk: Desk) -> str:
    return find_department(desk, "CAR").id


def rows(desk: Desk) -> tuple[ProcedureRow, ...]:
    return list_procedures(desk, Listing(department_id=ward(desk))).rows


def a_hole(desk: Desk) -> Mode:
    """Dictation: a function for which the program brings a starter."""
    row = next(row for row in rows(desk) if row.state is ProcedureState.MISSING)
    return row.function_id, row.software_id


def a_mode(desk: Desk, prefix: str) -> Mode:
    """The mode whose sheet has that prefix, or whose function begins with it."""
    for row in rows(desk):
        function, software = row.function_id, row.software_id
        detail = procedure_detail(desk, ward(desk), function, software)
        title = detail.revision.text.title if detail.revision else ""
        if {"PRE": "Prescription", "ADM": "Identité"}[prefix] in title:
            return function, software
    raise LookupError(prefix)


def starter_draft(desk: Desk) -> Draft:
    """What the program brings for the hole, begun as a draft of the ward."""
    function, software = a_hole(desk)
    starter = Source(SourceKind.STARTER)
    return open_draft(desk, WantedDraft(ward(desk), function, software, ward(desk), starter))
