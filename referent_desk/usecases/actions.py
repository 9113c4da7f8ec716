"""Actions that follow from what was tried or played."""

from __future__ import annotations

from collections.abc import Iterable

from referent_desk.domain.actions import WantedAction
from referent_desk.domain.texts import clean_line
from referent_desk.storage import schema
from referent_desk.storage.work import Work


def add_actions(
    work: Work,
    department_id: str,
    wanted: Iterable[WantedAction],
    *,
    verification_id: str | None = None,
    finding_id: str | None = None,
) -> tuple[str, ...]:
    """Their ids; an action that says nothing is left out."""
    rows: list[dict[str, object]] = []
    for action in wanted:
        what = clean_line(action.what)
        if what:
            row = {"id": work.new_id(), "department_id": department_id, "what": what}
            owner = {"owner": clean_line(action.owner), "due_on": action.due_on}
            because = {"verification_id": verification_id, "finding_id": finding_id}
            rows.append({**row, **owner, **because})
    work.add(schema.action, rows)
    return tuple(str(row["id"]) for row in rows)
