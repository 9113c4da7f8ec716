"""A department that has a text of its own is told when the text of a node above it changes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from referent_desk.domain.coverage import CoverageFacts, Use, holding
from referent_desk.domain.procedures import (
    Procedure,
    Revision,
    RevisionState,
)
from referent_desk.domain.revisions import is_in_force


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
    above, theirs = next_above(facts, use.software.id, procedure, day)
    if above is None or theirs is None or not _is_newer(theirs, ours):
        return None
    known = {d.revision_id for d in decisions if d.procedure_id == procedure.id}
    if theirs.id in known:
        return None
    owner = facts.path_names.get(above.owner_id, "")
    is_own = procedure.owner_id == facts.department_id
    return UpperText(procedure.id, ours, theirs, owner, is_own)


def _is_newer(theirs: Revision, ours: Revision) -> bool:
    return (theirs.approved_on or date.min) > (ours.approved_on or date.min)


def next_above(
    facts: CoverageFacts, software_id: str | None, procedure: Procedure, day: date
) -> tuple[Procedure | None, Revision | None]:
    """What would hold if the procedure were closed, as far as it is approved and in force."""
    path = facts.path[facts.path.index(procedure.owner_id) + 1 :]
    fitting = [p for p in facts.procedures if p.function_id == procedure.function_id]
    held = holding(fitting, path, software_id, facts.revisions, day)
    if held.revision is None or not is_in_force(held.revision, day):
        return None, None
    return held.procedure, held.revision


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
