"""Deciding about the newer text of a node above: keep one's own, or take theirs into a draft."""

from __future__ import annotations

from dataclasses import dataclass

from referent_desk.domain.deeds import Deed, Saved, Verb
from referent_desk.domain.drafts import text_mark
from referent_desk.domain.procedure_texts import to_json
from referent_desk.domain.procedures import Procedure, Revision, RevisionState
from referent_desk.domain.upper_texts import UpperChoice
from referent_desk.errors import NotFound, RefusedField, RefusedInput
from referent_desk.language import _
from referent_desk.storage import schema
from referent_desk.storage.database import Connection
from referent_desk.storage.drafts import written
from referent_desk.storage.procedures import revisions_of
from referent_desk.storage.upper_decisions import decision_row, upper_decisions
from referent_desk.storage.work import Work
from referent_desk.usecases.approvals import open_procedure
from referent_desk.usecases.deeds import doing, saved
from referent_desk.usecases.desks import Desk
from referent_desk.usecases.drafts import CHANGED
from referent_desk.usecases.typed_lines import short_line


@dataclass(frozen=True, slots=True)
class _Both:
    procedure: Procedure
    own: tuple[Revision, ...]
    theirs: Revision


def keep_own_text(desk: Desk, procedure_id: str, theirs_id: str, who: str) -> Saved:
    """Somebody read the newer text, and ours holds on: nobody is told of it again."""
    who = _named(who)
    with desk.database.read() as connection:
        both = _both(connection, procedure_id, theirs_id)
    deed = Deed(Verb.ADDED, "upper_decision", both.theirs.text.title)
    with doing(desk, "keep_own_text", deed, record_id=procedure_id) as work:
        _add(work, both, UpperChoice.KEPT, who, desk)
    return saved(desk, CHANGED, procedure_id)


def take_upper_text(desk: Desk, procedure_id: str, theirs_id: str, who: str) -> Saved:
    """Their text becomes our draft; ours holds until that one is approved.

    Raises RefusedInput where a draft with another text is open already.
    """
    who = _named(who)
    with desk.database.read() as connection:
        both = _both(connection, procedure_id, theirs_id)
    draft = next((r for r in both.own if r.state is RevisionState.DRAFT), None)
    theirs = both.theirs.text
    if draft is not None and text_mark(draft.text) != text_mark(theirs):
        raise RefusedInput(
            _("A draft of our text is being written already."),
            _("Approve it or give it up first, then take their text."),
        )
    deed = Deed(Verb.ADDED, "upper_decision", theirs.title)
    with doing(desk, "take_upper_text", deed, record_id=procedure_id) as work:
        _add(work, both, UpperChoice.TAKEN, who, desk)
        if draft is None:
            row = {"id": work.new_id(), "procedure_id": procedure_id, "state": "draft"}
            text = {"title": theirs.title, "text": to_json(theirs)}
            work.add(schema.revision, [{**row, **text}])
    return saved(desk, CHANGED, procedure_id)


def annul_upper_decision(desk: Desk, decision_id: str, reason: str) -> Saved:
    """It was decided by mistake: their text is told of again."""
    reason = short_line("reason", reason)
    with desk.database.read() as connection:
        row = decision_row(connection, decision_id)
        found = written(connection, row["revision_id"]) if row is not None else None
    if row is None or found is None:
        raise NotFound(
            _("This decision was taken back already."), _("There is nothing left to do.")
        )
    deed = Deed(Verb.ANNULLED, "upper_decision", found.revision.text.title)
    with doing(desk, "annul_upper_decision", deed, record_id=row["procedure_id"]) as work:
        names = ("procedure_id", "revision_id", "decision", "who", "valid_on")
        annulment = {"annuls_id": decision_id, "reason": reason}
        said = {name: row[name] for name in names}
        work.add(schema.upper_decision, [{**said, **annulment, "id": work.new_id()}])
    return saved(desk, CHANGED, str(row["procedure_id"]))


def _named(who: str) -> str:
    who = short_line("who", who)
    if not who:
        raise RefusedField(
            "who", "empty", _("Nobody is named who decides."), _("Say who has read both texts.")
        )
    return who


def _both(connection: Connection, procedure_id: str, theirs_id: str) -> _Both:
    procedure = open_procedure(connection, procedure_id)
    found = written(connection, theirs_id)
    if found is None or found.revision.state is not RevisionState.APPROVED:
        raise NotFound(_("Their text is not here any more."), _("Go back and look again."))
    decided = upper_decisions(connection, [procedure.id])
    if any(decision.revision_id == theirs_id for decision in decided):
        raise RefusedInput(
            _("This was decided already."), _("Take that decision back first to decide anew.")
        )
    own = revisions_of(connection, [procedure.id]).get(procedure.id, ())
    return _Both(procedure, own, found.revision)


def _add(work: Work, both: _Both, choice: UpperChoice, who: str, desk: Desk) -> None:
    row = {
        "id": work.new_id(),
        "procedure_id": both.procedure.id,
        "revision_id": both.theirs.id,
        "decision": str(choice),
        "who": who,
        "valid_on": desk.clock.today(),
    }
    work.add(schema.upper_decision, [row])
