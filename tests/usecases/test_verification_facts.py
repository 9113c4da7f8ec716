from __future__ import annotations

from pathlib import Path

from referent_desk.domain.coverage import uses_of
from referent_desk.domain.verification_tasks import verification_dues, verification_tasks
from referent_desk.storage.procedures import coverage_facts
from referent_desk.usecases.verification_facts import verification_facts
from tests.usecases.trials import DAY, TODAY, ward_of


def test_what_is_to_verify_and_to_do_is_gathered_for_one_department(tmp_path: Path) -> None:
    ward = ward_of(tmp_path)
    ward.type_release("LAB", "4.0", TODAY + 10 * DAY)
    with ward.desk.database.read() as connection:
        coverage = coverage_facts(connection, ward.department, TODAY, texts=False)
        facts = verification_facts(connection, coverage, uses_of(coverage, TODAY), TODAY)
    tasks = {task.code: task for task in verification_tasks(facts, TODAY)}
    assert set(tasks) == {
        "verification_failed", "verify_again", "action_overdue", "never_verified",
    }  # fmt: skip
    again = tasks["verify_again"]
    assert (again.fields["software"], again.fields["version"]) == ("Dossier+", "9.5")
    assert again.fields["count"] == 2  # the third waits for its action
    dues = [(due.code, due.name) for due in verification_dues(facts, TODAY)]
    assert ("release_ahead", "LaboFil 4.0") in dues
    assert any(code == "action_due" for code, _name in dues)
    ward.desk.close()
