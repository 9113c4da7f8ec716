"""What the draft of a procedure takes the place of."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from referent_desk.domain.coverage import holding
from referent_desk.domain.procedures import Procedure, Revision, RevisionState
from referent_desk.domain.revisions import is_in_force
from referent_desk.storage.database import Connection
from referent_desk.storage.departments import path_to
from referent_desk.storage.drafts import procedures_for
from referent_desk.storage.procedures import revisions_of


@dataclass(frozen=True, slots=True)
class ReplacedText:
    """`owner` where it is the text of another node, or that of the same one for any software: there
    it stays in force for others."""

    revision: Revision
    owner: str = ""


def replaced_text(connection: Connection, procedure: Procedure, today: date) -> ReplacedText | None:
    """Its own newest approved text; where it has none, or withdrew it, the one that holds from
    above."""
    known = revisions_of(connection, [procedure.id]).get(procedure.id, ())
    approved = [r for r in known if r.state is RevisionState.APPROVED]
    own = max(approved, key=lambda r: r.number or 0, default=None)
    if own is not None and (own.withdrawn_on is None or own.withdrawn_on > today):
        return ReplacedText(own)
    above = text_above(connection, procedure, today)
    return above or (ReplacedText(own) if own is not None else None)


def text_above(connection: Connection, procedure: Procedure, today: date) -> ReplacedText | None:
    """What is in force for its owner without it."""
    nodes = path_to(connection, procedure.owner_id)
    path = tuple(node.id for node in nodes)
    others = [
        p for p in procedures_for(connection, procedure.function_id)
        if p.id != procedure.id and p.owner_id in path
    ]  # fmt: skip
    revisions = revisions_of(connection, [p.id for p in others])
    held = holding(others, path, procedure.software_id, revisions, today)
    if held.procedure is None or held.revision is None or not is_in_force(held.revision, today):
        return None
    names = {node.id: node.name for node in nodes}
    return ReplacedText(held.revision, names[held.procedure.owner_id])
