from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from referent_desk.domain.approval_tasks import ApprovalFacts
from referent_desk.domain.approvals import Submission
from referent_desk.domain.coverage import uses_of
from referent_desk.domain.drafts import Approval, WantedDraft
from referent_desk.domain.text_lives import WantedWithdrawal
from referent_desk.language import speak
from referent_desk.storage.procedures import coverage_facts
from referent_desk.usecases.approvals import approve_draft
from referent_desk.usecases.departments import departments_with_binder
from referent_desk.usecases.desks import Desk
from referent_desk.usecases.draft_sources import begin_draft
from referent_desk.usecases.drafts import open_draft, save_draft
from referent_desk.usecases.procedures import procedure_details
from referent_desk.usecases.revisions import revisions_of_procedure
from referent_desk.usecases.submissions import submit_draft
from referent_desk.usecases.text_lives import approval_facts
from referent_desk.usecases.withdrawals import withdraw_procedure
from tests.usecases.homes import demo_desk
from tests.usecases.modes import a_mode, starter_draft, ward

TODAY = date(2026, 11, 22)
DAY = timedelta(days=1)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    speak("fr")
    made = demo_desk(tmp_path)
    yield made
    made.close()


def facts_of(desk: Desk) -> ApprovalFacts:
    department = ward(desk)
    with desk.database.read() as connection:
        coverage = coverage_facts(connection, department, TODAY)
        return approval_facts(connection, coverage, uses_of(coverage, TODAY), TODAY)


def test_each_text_in_force_has_its_review_once(desk: Desk) -> None:
    reviews = facts_of(desk).reviews
    assert len({text.revision_id for text in reviews}) == len(reviews) > 10
    own = {text.title for text in reviews if text.is_own}
    assert "Prescription des médicaments en cardiologie" in own
    assert "Transfusion" not in own


def test_a_submitted_draft_waits_from_its_day_on_until_it_is_changed(desk: Desk) -> None:
    draft = starter_draft(desk)
    submit_draft(desk, draft.revision_id, Submission("Claire Lemaire", TODAY - 3 * DAY))
    (waiting,) = facts_of(desk).submitted
    assert (waiting.day, waiting.about) == (TODAY - 3 * DAY, "Claire Lemaire")
    assert (waiting.function_id, waiting.software_id) == (draft.function_id, draft.software_id)
    save_draft(desk, draft.revision_id, replace(draft.text, title="Autre"), draft.seen)
    assert facts_of(desk).submitted == ()


def test_what_is_to_begin_and_to_end_is_told_with_its_day(desk: Desk) -> None:
    function, software = a_mode(desk, "PRE")
    held = begin_draft(desk, ward(desk), function, software).present
    assert held is not None
    draft = open_draft(desk, WantedDraft(ward(desk), function, software, ward(desk), held))
    approval = Approval("Dr Moreau", TODAY, TODAY + 9 * DAY, "C. Roy")
    approve_draft(desk, draft.revision_id, approval)
    gone = WantedWithdrawal("M. Aubry", TODAY + 20 * DAY, "fin du logiciel")
    withdraw_procedure(desk, draft.procedure_id, gone)
    found = facts_of(desk)
    assert [text.day for text in found.beginnings] == [TODAY + 9 * DAY]
    assert [text.day for text in found.withdrawals] == []


def test_comparing_is_offered_where_there_are_two_texts_to_compare(desk: Desk) -> None:
    seen: set[tuple[bool, bool]] = set()
    for node in departments_with_binder(desk):
        for detail in procedure_details(desk, node.id):
            life = detail.life
            assert life is not None
            shown = life.beside or detail.revision or life.withdrawn
            texts = revisions_of_procedure(desk, shown.procedure_id) if shown else ()
            assert life.is_comparable == (len(texts) > 1), detail.function
            seen.add((life.is_comparable, bool(texts)))
    assert seen == {(True, True), (False, True), (False, False)}
