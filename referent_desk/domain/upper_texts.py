"""A department that has a text of its own is told when the text of a node above it changes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from referent_desk.domain.coverage import CoverageFacts, Use, nearest
from referent_desk.domain.procedures import (
    Procedure,
    Revision,
    RevisionState,
)
from referent_desk.domain.revisions import is_withdrawn, revision_in_force


class UpperChoice(StrEnum):
    """KEPT: our own text holds on. TAKEN: theirs became our draft."""

    KEPT = "kept"
    TAKEN = "taken"


@dataclass(frozen=True, slots=True)
class UpperDecision:
    """Somebody looked at `revision_id` of the node above and decided about their own text."""

    id: str
    procedure_id: str
    revision_id: str
    decision: UpperChoice
    who: str
    day: date


@dataclass(frozen=True, slots=True)
class UpperText:
    """`theirs` holds at a node above, and is newer than `ours`; nobody has decided yet."""

    procedure_id: str
    ours: Revision
    theirs: Revision
    owner: str
    """Whose their text is."""
    is_own: bool
    """Our text is the department's, not that of a node between."""


def upper_text(
    facts: CoverageFacts, use: Use, decisions: Iterable[UpperDecision], day: date
) -> UpperText | None:
    """The newer text above that of a use; None where there is none, or it was decided on."""
    ours, procedure = use.revision, use.procedure
    if procedure is None or ours is None or ours.state is not RevisionState.APPROVED:
        return None
    above = _next_above(facts, use, procedure, day)
    theirs = revision_in_force(facts.revisions.get(above.id, ()), day) if above else None
    if above is None or theirs is None or theirs.state is not RevisionState.APPROVED:
        return None
    if theirs.begins_on > day or not _is_newer(theirs, ours):
        return None
    known = {d.revision_id for d in decisions if d.procedure_id == procedure.id}
    if theirs.id in known:
        return None
    owner = facts.path_names.get(above.owner_id, "")
    is_own = procedure.owner_id == facts.department_id
    return UpperText(procedure.id, ours, theirs, owner, is_own)


def _is_newer(theirs: Revision, ours: Revision) -> bool:
    return (theirs.approved_on or date.min) > (ours.approved_on or date.min)


def _next_above(
    facts: CoverageFacts, use: Use, procedure: Procedure, day: date
) -> Procedure | None:
    """What would hold if ours were closed."""
    place = facts.path.index(procedure.owner_id)
    path = facts.path[place + 1 :]
    fitting = [
        p
        for p in facts.procedures
        if p.function_id == procedure.function_id
        and not is_withdrawn(facts.revisions.get(p.id, ()), day)
    ]
    return nearest(fitting, path, use.software.id)


def upper_texts(
    facts: CoverageFacts,
    uses: Iterable[Use],
    decisions: Iterable[UpperDecision],
    day: date,
) -> Mapping[tuple[str, str], UpperText]:
    """By function and software; a text of our own that serves several is told once for each."""
    known = tuple(decisions)
    found = {}
    for use in uses:
        upper = upper_text(facts, use, known, day)
        if upper is not None and use.function is not None:
            found[use.function.id, use.software.id] = upper
    return found
