"""Lives of texts in the demo hospital: one submitted, one newer above, one withdrawn.

All of it is invented, and done by the same use cases as by a person, with a clock that was put
back.
"""

from __future__ import annotations

from dataclasses import replace

from referent_desk.domain.approvals import Submission
from referent_desk.domain.coverage import Use, uses_of
from referent_desk.domain.drafts import Approval, Source, SourceKind, WantedDraft
from referent_desk.domain.procedures import Step
from referent_desk.domain.text_lives import WantedWithdrawal
from referent_desk.storage.departments import path_to
from referent_desk.storage.procedures import coverage_facts
from referent_desk.usecases.approvals import approve_draft
from referent_desk.usecases.demo import showcase_department
from referent_desk.usecases.demo_shelves import days_ago
from referent_desk.usecases.desks import Desk
from referent_desk.usecases.drafts import open_draft, save_draft
from referent_desk.usecases.submissions import submit_draft
from referent_desk.usecases.withdrawals import withdraw_procedure

_SUBMITTED, _APPROVED, _WITHDRAWN = 6, 12, 4
"""Days ago."""
_WRITTEN_BY, _APPROVED_BY = "Claire Lemaire", "Dr Solène Hervieu"
_WAITING, _ABOVE, _GONE = "ACT", "RDV", "PLA"
"""Functions of the department that is shown: a draft, a text of its own, one of the hospital."""


def fill_demo_approvals(desk: Desk) -> None:
    department = showcase_department(desk)
    with desk.database.read() as connection:
        facts = coverage_facts(connection, department, desk.clock.today())
        site = path_to(connection, department)[-2].id
    uses = {u.function.code: u for u in uses_of(facts, desk.clock.today()) if u.function}
    with days_ago(desk, _APPROVED):
        _write_for_all(desk, uses[_ABOVE], department, site)
    with days_ago(desk, _SUBMITTED):
        draft = uses[_WAITING].revision
        if draft is not None:
            submit_draft(desk, draft.id, Submission(_WRITTEN_BY, desk.clock.today()))
    with days_ago(desk, _WITHDRAWN):
        gone = uses[_GONE].procedure
        if gone is not None:
            why = "le tableau des gardes du bureau des cadres a été décroché"
            said = WantedWithdrawal("Maryse Aubry", desk.clock.today(), why)
            withdraw_procedure(desk, gone.id, said)
    desk.history.to_undo.clear()


def _write_for_all(desk: Desk, use: Use, department: str, site: str) -> None:
    """The hospital takes the text of the department, changed, for all who do the same."""
    assert use.function is not None
    assert use.revision is not None
    source = Source(SourceKind.PROCEDURE, revision_id=use.revision.id)
    wanted = WantedDraft(department, use.function.id, use.software.id, site, source)
    draft = open_draft(desk, wanted)
    first = Step("Prévient le secrétariat central du passage au papier.", "Secrétaire")
    text = replace(draft.text, steps=(first, *draft.text.steps))
    save_draft(desk, draft.revision_id, text, draft.seen)
    today = desk.clock.today()
    approval = Approval(
        _APPROVED_BY,
        today,
        today,
        _WRITTEN_BY,
        role="présidente de la CME",
        reference="GED-QUA-0417",
    )
    approve_draft(desk, draft.revision_id, approval)
