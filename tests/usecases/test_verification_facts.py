from __future__ import annotations

from pathlib import Path

from referent_desk.domain.coverage import uses_of
from referent_desk.domain.records import RecordKind
from referent_desk.domain.tasks import Lead, Task
from referent_desk.domain.verification_tasks import verification_dues, verification_tasks
from referent_desk.storage.procedures import coverage_facts
from referent_desk.usecases.records import edit_field
from referent_desk.usecases.verification_facts import verification_facts
from tests.usecases.trials import DAY, TODAY, Ward, ward_of


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


def tasks_of(ward: Ward) -> dict[str, Task]:
    with ward.desk.database.read() as connection:
        coverage = coverage_facts(connection, ward.department, TODAY, texts=False)
        facts = verification_facts(connection, coverage, uses_of(coverage, TODAY), TODAY)
    return {task.code: task for task in verification_tasks(facts, TODAY)}


def test_of_retired_software_nothing_is_verified_and_its_use_is_asked_about(tmp_path: Path) -> None:
    """Where it was tried on it would be refused: one is led to where the use is ended."""
    ward = ward_of(tmp_path)
    assert "software_retired" not in tasks_of(ward)
    software_id = ward.row("PRE").software_id or ""
    edit_field(ward.desk, RecordKind.SOFTWARE, software_id, "status", "retired")
    tasks = tasks_of(ward)
    assert "verify_again" not in tasks
    asked = tasks["software_retired"]
    assert (asked.lead, asked.key, asked.names) == (Lead.USES, (software_id,), ("Dossier+",))
    assert asked.fields == {"count": 1}
    ward.desk.close()
