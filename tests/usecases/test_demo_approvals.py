from __future__ import annotations

from pathlib import Path

from referent_desk.domain.approval_tasks import approval_tasks
from referent_desk.domain.coverage import uses_of
from referent_desk.domain.procedures import Stage
from referent_desk.language import speak
from referent_desk.storage.procedures import coverage_facts
from referent_desk.usecases.checks import check
from referent_desk.usecases.demo_approvals import fill_demo_approvals
from referent_desk.usecases.text_lives import approval_facts
from tests.usecases.homes import demo_desk
from tests.usecases.modes import rows, ward


def test_the_demo_shows_a_text_submitted_one_withdrawn_and_one_newer_above(
    tmp_path: Path,
) -> None:
    speak("fr")
    desk = demo_desk(tmp_path)
    fill_demo_approvals(desk)
    assert [row.stage for row in rows(desk) if row.stage] == [Stage.SUBMITTED, Stage.WITHDRAWN]
    today, department = desk.clock.today(), ward(desk)
    with desk.database.read() as connection:
        coverage = coverage_facts(connection, department, today)
        facts = approval_facts(connection, coverage, uses_of(coverage, today), today)
    told = {task.code: task.names for task in approval_tasks(facts, today)}
    assert told["approval_waits"] == ("Relevé des actes",)
    assert told["upper_text"] == ("Rendez-vous et consultations",)
    assert desk.history.to_undo == []
    assert check(desk).faults == ()
    desk.close()
