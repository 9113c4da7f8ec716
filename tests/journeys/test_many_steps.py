"""A procedure of two hundred steps, from the draft to the shelf."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest

from referent_desk.domain.drafts import Approval, text_mark
from referent_desk.domain.procedures import ProcedureState, Step
from referent_desk.usecases.approvals import approve_draft
from referent_desk.usecases.binders import preview_binder
from referent_desk.usecases.checks import check
from referent_desk.usecases.desks import Desk
from referent_desk.usecases.drafts import save_draft
from referent_desk.usecases.fallbacks import simulate_failure
from referent_desk.usecases.verifications import record_verification
from tests.usecases.homes import demo_desk
from tests.usecases.modes import starter_draft, ward
from tests.usecases.trials import TODAY, Ward


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    opened = demo_desk(tmp_path)
    yield opened
    opened.close()


def test_two_hundred_steps_are_approved_printed_simulated_and_tried(desk: Desk) -> None:
    draft = starter_draft(desk)
    steps = tuple(
        Step(f"Geste {number} : écrit, relit, classe.", "AMA", ("F25",), means=("téléphone",))
        for number in range(1, 201)
    )
    text = replace(draft.text, steps=steps)
    save_draft(desk, draft.revision_id, text, draft.seen)
    approval = Approval("Dr Ada Moreau", TODAY, TODAY, "Maryse Aubry", seen=text_mark(text))
    approve_draft(desk, draft.revision_id, approval)
    pdf = pypdfium2.PdfDocument(preview_binder(desk, ward(desk)).pdf)
    printed = "".join(page.get_textpage().get_text_range() for page in pdf)
    for number in (1, 100, 200):
        assert f"Geste {number} " in printed.replace("\u00a0", " ")
    told = simulate_failure(desk, ["telephony"], ward(desk)).rows
    assert 200 in {row.falling for row in told} | {row.unknown for row in told}
    here = Ward(desk, ward(desk))
    with desk.database.read() as connection:
        code = connection.exec_driver_sql(
            "SELECT code FROM function WHERE id = ?", (draft.function_id,)
        ).scalar_one()
    record_verification(desk, here.trial(code))
    assert here.state(code) is ProcedureState.UP_TO_DATE
    assert check(desk).faults == ()
