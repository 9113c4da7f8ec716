from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from referent_desk.clock import FixedClock
from referent_desk.domain.procedures import ProcedureState, VerificationResult
from referent_desk.domain.records import RecordKind
from referent_desk.domain.sheets import ProcedureBody
from referent_desk.domain.verifications import Answer
from referent_desk.errors import NotFound, RefusedField, RefusedInput
from referent_desk.storage import schema
from referent_desk.usecases.actions import list_actions
from referent_desk.usecases.binder_gathering import gather
from referent_desk.usecases.checks import check
from referent_desk.usecases.records import add_record, close_record, edit_field
from referent_desk.usecases.software import software_detail
from referent_desk.usecases.undoing import redo, undo
from referent_desk.usecases.verification_forms import annul_verification
from referent_desk.usecases.verifications import record_verification
from tests.usecases.trials import DAY, TODAY, Ward, ward_of

STATE = ProcedureState
PARTLY: dict[str, Any] = {
    "result": VerificationResult.PARTLY,
    "seen": "The plan no longer prints",
    "to_change": "Ask for the new print menu",
    "owner": "Karim Bouzid",
    "due_on": TODAY + 14 * DAY,
}
PRESCRIPTION, ADMINISTRATION = "PRE", "ADM"


@pytest.fixture
def ward(tmp_path: Path) -> Iterator[Ward]:
    made = ward_of(tmp_path)
    yield made
    made.desk.close()


def later(ward: Ward, seconds: int = 60) -> None:
    """Facts are recorded one after the other."""
    now = ward.desk.clock.now()
    ward.desk.clock = ward.desk.database.clock = FixedClock(
        datetime.fromtimestamp(now.timestamp() + seconds, UTC)
    )


def test_a_trial_on_the_running_version_makes_a_procedure_trusted_again(ward: Ward) -> None:
    assert ward.state(PRESCRIPTION) is STATE.TO_VERIFY
    saved = record_verification(
        ward.desk, ward.trial(PRESCRIPTION, answers={"screen": Answer.YES, "steps": Answer.YES})
    )
    assert ward.state(PRESCRIPTION) is STATE.UP_TO_DATE
    newest = ward.trials(PRESCRIPTION).recorded[0]
    assert (newest.id, newest.version, newest.day, newest.who) == (
        saved.id, "9.5", TODAY, "Ada Moreau",
    )  # fmt: skip
    assert newest.answers == {"screen": Answer.YES, "steps": Answer.YES}
    assert {str(kind) for kind in saved.kinds} == {"procedures"}


def test_a_trial_that_went_in_part_opens_an_action_with_an_owner_and_a_day(ward: Ward) -> None:
    record_verification(ward.desk, ward.trial(ADMINISTRATION, **PARTLY))
    assert ward.state(ADMINISTRATION) is STATE.TO_VERIFY
    trials = ward.trials(ADMINISTRATION)
    assert [row.action.what for row in trials.actions] == ["Ask for the new print menu"]
    action = trials.actions[0].action
    assert (action.owner, action.due_on) == ("Karim Bouzid", TODAY + 14 * DAY)
    assert trials.recorded[0].seen == "The plan no longer prints"


def test_the_sheet_says_what_did_not_work_and_says_it_shortly(ward: Ward) -> None:
    seen = "The plan no longer prints. " + "Of the list, half is cut off. " * 8
    record_verification(ward.desk, ward.trial(ADMINISTRATION, **{**PARTLY, "seen": seen}))
    with ward.desk.database.read() as connection:
        gathered = gather(ward.desk, connection, ward.department, None, ward.desk.clock.now())
    bodies = (sheet.content.body for sheet in gathered.numbered.sheets)
    procedures = [body for body in bodies if isinstance(body, ProcedureBody)]
    said = [b.verified.seen for b in procedures if b.verified and b.verified.seen]
    mine = next(text for text in said if text.startswith("The plan no longer prints"))
    assert len(mine) <= 160
    assert mine.endswith("…")


def test_undo_takes_back_a_trial_and_its_action_and_redo_brings_both_again(ward: Ward) -> None:
    record_verification(ward.desk, ward.trial(ADMINISTRATION, **PARTLY))
    undo(ward.desk)
    assert ward.state(ADMINISTRATION) is STATE.UP_TO_DATE
    assert ward.trials(ADMINISTRATION).actions == ()
    redo(ward.desk)
    assert ward.state(ADMINISTRATION) is STATE.TO_VERIFY
    assert len(ward.trials(ADMINISTRATION).actions) == 1
    assert check(ward.desk).faults == ()


REFUSED: list[tuple[str, dict[str, Any], str, str]] = [
    ("tomorrow", {"day": TODAY + DAY}, "day", "to_come"),
    ("nobody", {"who": "  "}, "who", "empty"),
    ("no version", {"version": ""}, "version", "unknown"),
    ("a version that nobody knows", {"version": "Version Inconnue"}, "version", "unknown"),
    ("before it was in service", {"day": TODAY - 60 * DAY}, "day", "not_yet_live"),
    ("a slip of the finger", {"version": "9.55"}, "version", "new_version"),
    ("a no without a word", {"answers": {"screen": Answer.NO}}, "seen", "empty"),
    ("in part without a word", {**PARTLY, "seen": ""}, "seen", "empty"),
    ("in part with nothing to change", {**PARTLY, "to_change": " "}, "to_change", "empty"),
    ("in part with no owner", {**PARTLY, "owner": ""}, "owner", "empty"),
    ("in part without a day", {**PARTLY, "due_on": None}, "due_on", "empty"),
    ("due before it was seen", {**PARTLY, "due_on": TODAY - DAY}, "due_on", "before"),
    ("a very long name", {"who": "x" * 301}, "who", "too_long"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("said", "field", "code"), [r[1:] for r in REFUSED], ids=[r[0] for r in REFUSED]
)
def test_what_cannot_be_true_is_refused_and_nothing_is_written(
    ward: Ward, said: dict[str, Any], field: str, code: str
) -> None:
    before = ward.trials(PRESCRIPTION)
    with pytest.raises(RefusedField) as refused:
        record_verification(ward.desk, ward.trial(PRESCRIPTION, **said))
    assert (refused.value.field, refused.value.code) == (field, code)
    assert refused.value.what_to_do
    assert ward.trials(PRESCRIPTION) == before
    assert ward.desk.history.to_undo == []


def test_a_day_before_the_version_was_in_service_says_since_when_it_is(ward: Ward) -> None:
    with pytest.raises(RefusedField, match=r"9\.5 is in service only since 15.October.2026"):
        record_verification(ward.desk, ward.trial(PRESCRIPTION, day=TODAY - 39 * DAY))
    record_verification(ward.desk, ward.trial(PRESCRIPTION, day=TODAY - 38 * DAY))


def test_a_trial_on_an_older_version_is_kept_and_leaves_the_procedure_to_verify(
    ward: Ward,
) -> None:
    record_verification(ward.desk, ward.trial(PRESCRIPTION, version="9.4"))
    assert ward.state(PRESCRIPTION) is STATE.TO_VERIFY
    assert ward.trials(PRESCRIPTION).recorded[0].version == "9.4"


def test_a_later_trial_on_an_older_version_takes_nothing_from_the_one_that_runs(
    ward: Ward,
) -> None:
    failed = {**PARTLY, "result": VerificationResult.FAILED}
    record_verification(ward.desk, ward.trial(ADMINISTRATION, version="9.4", **failed))
    assert ward.state(ADMINISTRATION) is STATE.UP_TO_DATE


def test_a_version_that_is_announced_can_be_tried_and_counts_from_its_day_on(
    ward: Ward,
) -> None:
    record_verification(ward.desk, ward.trial(ADMINISTRATION, version="9.6"))
    assert ward.state(ADMINISTRATION) is STATE.UP_TO_DATE
    ward.desk.clock = FixedClock(ward.desk.clock.now() + 76 * DAY)
    assert ward.state(ADMINISTRATION) is STATE.REVIEW_DUE  # and not to be verified again
    assert ward.state(PRESCRIPTION) is STATE.TO_VERIFY


def test_what_failed_on_an_announced_version_says_nothing_of_the_one_that_runs(
    ward: Ward,
) -> None:
    failed = {**PARTLY, "result": VerificationResult.FAILED}
    record_verification(ward.desk, ward.trial(ADMINISTRATION, version="9.6", **failed))
    assert ward.state(ADMINISTRATION) is STATE.UP_TO_DATE
    ward.desk.clock = FixedClock(ward.desk.clock.now() + 76 * DAY)
    assert ward.state(ADMINISTRATION) is STATE.FAILED


def test_of_two_trials_of_one_day_the_one_recorded_last_holds(ward: Ward) -> None:
    record_verification(ward.desk, ward.trial(PRESCRIPTION, **PARTLY))
    later(ward)
    record_verification(ward.desk, ward.trial(PRESCRIPTION))
    assert ward.state(PRESCRIPTION) is STATE.UP_TO_DATE
    assert ward.trials(PRESCRIPTION).recorded[0].result is VerificationResult.WORKED


def test_the_first_version_of_a_software_can_be_named_while_verifying(ward: Ward) -> None:
    blood, site = ward.row("TRA"), ward.establishment()
    name = "Poche Neuve"
    software = add_record(ward.desk, RecordKind.SOFTWARE, {"name": name}).id
    add_record(
        ward.desk,
        RecordKind.DEPLOYMENT,
        {"department_id": ward.department, "software_id": software,
         "function_id": blood.function_id},
    )  # fmt: skip
    saved = record_verification(ward.desk, ward.trial("TRA", name, version="1.0", day=TODAY - DAY))
    assert ward.state("TRA", name) is STATE.UP_TO_DATE
    live = software_detail(ward.desk, software).releases[0]
    assert (live.version, live.establishment_id, live.live_on) == ("1.0", site, TODAY - DAY)
    assert "software" in {str(kind) for kind in saved.kinds}
    undo(ward.desk)
    assert ward.state("TRA", name) is STATE.NEVER_VERIFIED
    assert software_detail(ward.desk, software).releases[0].version == "1.0"


def test_a_new_version_that_was_asked_about_makes_the_others_to_verify(ward: Ward) -> None:
    record_verification(
        ward.desk, ward.trial(ADMINISTRATION, version=" 9.5.1 ", is_new_version=True)
    )
    assert ward.state(ADMINISTRATION) is STATE.UP_TO_DATE
    assert ward.row(ADMINISTRATION).software == "Dossier+"
    assert ward.state("SOI") is STATE.TO_VERIFY


def test_a_version_is_recognised_whatever_its_blanks_and_capitals(ward: Ward) -> None:
    record_verification(ward.desk, ward.trial("TEL", version=" r 9 "))
    assert ward.trials("TEL").recorded[0].version == "R9"


def test_a_version_of_another_hospital_only_is_refused_with_where_it_runs(ward: Ward) -> None:
    with ward.desk.database.read() as connection:
        statement = schema.node.select().where(schema.node.c.kind == "establishment")
        sites = {row.id: row.name for row in connection.execute(statement)}
    here = ward.establishment()
    there = next(key for key in sites if key != here)
    ward.type_release(PRESCRIPTION, "10.0", TODAY, there)
    assert ward.state(ADMINISTRATION) is STATE.UP_TO_DATE
    with pytest.raises(RefusedField) as refused:
        record_verification(ward.desk, ward.trial(PRESCRIPTION, version="10.0"))
    assert refused.value.code == "elsewhere_only"
    assert sites[there] in str(refused.value)


def test_a_version_known_by_name_only_goes_live_with_its_first_trial(ward: Ward) -> None:
    software_id = ward.row(PRESCRIPTION).software_id or ""
    add_record(ward.desk, RecordKind.RELEASE, {"software_id": software_id, "version": "9.9"})
    assert ward.state(ADMINISTRATION) is STATE.UP_TO_DATE
    record_verification(ward.desk, ward.trial(PRESCRIPTION, version="9.9"))
    assert ward.state(PRESCRIPTION) is STATE.UP_TO_DATE
    assert ward.state(ADMINISTRATION) is STATE.TO_VERIFY


def test_nothing_is_verified_of_a_software_that_was_retired(ward: Ward) -> None:
    trial = ward.trial(PRESCRIPTION)
    software_id = trial.software_id or ""
    successor = add_record(ward.desk, RecordKind.SOFTWARE, {"name": "Dossier Nouveau"}).id
    edit_field(ward.desk, RecordKind.SOFTWARE, software_id, "replaced_by_id", successor)
    edit_field(ward.desk, RecordKind.SOFTWARE, software_id, "status", "being_replaced")
    notice = ward.aids(PRESCRIPTION).notice
    assert notice is not None
    assert notice.fields == {"software": "Dossier+", "after": "Dossier Nouveau"}
    edit_field(ward.desk, RecordKind.SOFTWARE, software_id, "status", "retired")
    with pytest.raises(RefusedInput, match="Dossier Nouveau replaces it"):
        record_verification(ward.desk, trial)
    assert not ward.trials(PRESCRIPTION).can_try


def test_a_draft_and_a_text_replaced_meanwhile_are_not_verified(ward: Ward) -> None:
    trial = ward.trial(PRESCRIPTION)
    with pytest.raises(RefusedInput, match="Another text is in force"):
        record_verification(ward.desk, replace(trial, revision_id="0" * 36))
    draft = ward.row("ACT")
    with pytest.raises(RefusedInput, match="Only an approved text"):
        record_verification(
            ward.desk,
            replace(trial, function_id=draft.function_id, software_id=draft.software_id),
        )


def test_a_verification_is_annulled_with_a_reason_and_its_open_action_goes(ward: Ward) -> None:
    record_verification(ward.desk, ward.trial(ADMINISTRATION, **PARTLY))
    newest = ward.trials(ADMINISTRATION).recorded[0]
    with pytest.raises(RefusedInput, match="why this verification"):
        annul_verification(ward.desk, newest.id, " ")
    annul_verification(ward.desk, newest.id, "It was the other ward")
    assert ward.state(ADMINISTRATION) is STATE.UP_TO_DATE
    assert newest.id not in [r.id for r in ward.trials(ADMINISTRATION).recorded]
    assert ward.trials(ADMINISTRATION).actions == ()
    with pytest.raises(RefusedInput, match="already taken back"):
        annul_verification(ward.desk, newest.id, "Once more")
    undo(ward.desk)
    assert ward.state(ADMINISTRATION) is STATE.TO_VERIFY
    still = list_actions(ward.desk, ward.department).open
    assert PARTLY["to_change"] in [row.action.what for row in still]
    assert ward.trials(ADMINISTRATION).recorded[0].seen == PARTLY["seen"]
    assert check(ward.desk).faults == ()
    with pytest.raises(NotFound):
        annul_verification(ward.desk, "0" * 36, "Nothing there")


def test_the_form_names_what_else_of_the_software_waits(ward: Ward) -> None:
    aids = ward.aids(PRESCRIPTION)
    assert aids.running == "9.5"
    assert [q.code for q in aids.questions] == ["screen", "paper", "forms", "numbers", "steps"]
    waiting = {use.function_id for use in aids.waiting}
    assert ward.row(PRESCRIPTION).function_id not in waiting
    assert ward.row("MOU").function_id in waiting
    assert ward.row(ADMINISTRATION).function_id not in waiting


def test_a_use_that_ended_is_no_longer_verified(ward: Ward) -> None:
    trial = ward.trial("TEL")
    with ward.desk.database.read() as connection:
        statement = schema.deployment.select().where(
            schema.deployment.c.department_id == ward.department,
            schema.deployment.c.software_id == trial.software_id,
        )
        uses = [row.id for row in connection.execute(statement)]
    for use in uses:
        close_record(ward.desk, RecordKind.DEPLOYMENT, use)
    with pytest.raises(RefusedInput):
        record_verification(ward.desk, trial)


def test_a_text_for_any_software_is_tried_with_each_of_them_apart(ward: Ward) -> None:
    name = "Poche Neuve"
    software = add_record(ward.desk, RecordKind.SOFTWARE, {"name": name}).id
    use = {"department_id": ward.department, "software_id": software}
    use["function_id"] = ward.row("TRA").function_id
    add_record(ward.desk, RecordKind.DEPLOYMENT, use)
    assert ward.state("TRA", "Poche S") is STATE.UP_TO_DATE
    assert ward.state("TRA", name) is STATE.NEVER_VERIFIED
    assert ward.trials("TRA", name).recorded == ()
