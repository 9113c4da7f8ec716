"""A new release makes procedures to be verified again, however it becomes known."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pypdfium2
import pytest

from referent_desk.clock import FixedClock
from referent_desk.domain.listings import Listing
from referent_desk.domain.procedures import ProcedureState
from referent_desk.domain.sheet_states import SheetStatus
from referent_desk.storage.copies import copies_in
from referent_desk.storage.software import list_software
from referent_desk.usecases.binder_states import read_state
from referent_desk.usecases.binders import print_binder
from referent_desk.usecases.copies import read_copy_content
from referent_desk.usecases.imports import ImportOptions, import_file
from referent_desk.usecases.replacements import print_replacements, propose
from referent_desk.usecases.run_facts import record_insertion
from referent_desk.usecases.verifications import record_verification
from tests.usecases.trials import DAY, TODAY, Ward, ward_of

STATE = ProcedureState
LAB = "LAB"  # LaboFil 3.12, up to date


@pytest.fixture
def ward(tmp_path: Path) -> Iterator[Ward]:
    made = ward_of(tmp_path)
    assert made.state(LAB) is STATE.UP_TO_DATE
    yield made
    made.desk.close()


def test_a_version_typed_in_the_tab_of_software_makes_them_to_verify(ward: Ward) -> None:
    ward.type_release(LAB, "4.0", TODAY)
    assert ward.state(LAB) is STATE.TO_VERIFY
    record_verification(ward.desk, ward.trial(LAB))
    assert ward.trials(LAB).recorded[0].version == "4.0"
    assert ward.state(LAB) is STATE.UP_TO_DATE


def test_a_version_that_a_list_brings_makes_them_to_verify(ward: Ward, tmp_path: Path) -> None:
    path = tmp_path / "versions.csv"
    path.write_text(
        "Logiciel;Version;Mise en production;Établissement\n"
        f"LaboFil;4.0;{TODAY:%d/%m/%Y};Centre hospitalier du Val-Clair\n",
        encoding="utf-8",
    )
    import_file(ward.desk, path, ImportOptions())
    assert ward.state(LAB) is STATE.TO_VERIFY


def test_a_version_that_is_announced_makes_them_to_verify_from_its_day_on(ward: Ward) -> None:
    ward.type_release(LAB, "4.0", TODAY + 10 * DAY)
    assert ward.state(LAB) is STATE.UP_TO_DATE
    [told] = [a for a in read_state(ward.desk, ward.department).ahead if a.code == "LAB-01"]
    assert told.day == TODAY + 10 * DAY
    assert "newer_release" in {reason.code for reason in told.reasons}
    ward.desk.clock = FixedClock(ward.desk.clock.now() + 10 * DAY)
    assert ward.state(LAB) is STATE.TO_VERIFY


def test_a_trial_beforehand_spares_the_sheet_its_bar_on_the_day(ward: Ward) -> None:
    ward.type_release(LAB, "4.0", TODAY + 10 * DAY)
    record_verification(ward.desk, ward.trial(LAB, version="4.0"))
    ahead = [a for a in read_state(ward.desk, ward.department).ahead if a.code == "LAB-01"]
    [told] = [a for a in ahead if a.day == TODAY + 10 * DAY]
    assert {reason.code for reason in told.reasons} & {"verified", "running_release"}
    assert "newer_release" not in {reason.code for fact in ahead for reason in fact.reasons}


def test_a_version_of_another_hospital_changes_nothing_here(ward: Ward) -> None:
    there = ward.other_establishment()
    ward.type_release(LAB, "4.0", TODAY, there)
    assert ward.state(LAB) is STATE.UP_TO_DATE


def test_of_two_versions_of_one_day_the_one_recorded_last_runs_everywhere(ward: Ward) -> None:
    for version in ("4.1", "4.0"):
        ward.type_release(LAB, version, TODAY)
        now = FixedClock(ward.desk.clock.now() + DAY / 24)
        ward.desk.clock = ward.desk.database.clock = now
    assert ward.aids(LAB).running == "4.0"
    listing = Listing(text="LaboFil")
    with ward.desk.database.read() as connection:
        listed = list_software(connection, listing, "en", TODAY).rows[0].release
    assert listed == "4.0"
    record_verification(ward.desk, ward.trial(LAB, version="4.1"))
    assert ward.state(LAB) is STATE.TO_VERIFY


def text_of(pdf: Path) -> str:
    document = pypdfium2.PdfDocument(pdf)
    return "\n".join(page.get_textpage().get_text_bounded() for page in document)


def test_from_an_update_to_the_replacement_sheet_of_the_copy(ward: Ward, tmp_path: Path) -> None:
    desk, department, pdf = ward.desk, ward.department, tmp_path / "out.pdf"
    with desk.database.read() as connection:
        copy = copies_in(connection, department)[0]

    def replaced() -> set[str]:
        state = next(c for c in read_state(desk, department).copies if c.copy.id == copy.id)
        return {s.code for s in state.sheets if s.status is SheetStatus.OUT_OF_DATE}

    run = print_binder(desk, department, pdf, copy_number=copy.number)
    record_insertion(desk, run.run_id or "", "Ada Moreau", TODAY)
    assert "NON VÉRIFIÉE DEPUIS LA VERSION 4.0" not in text_of(pdf)
    assert "LAB-01" not in replaced()

    ward.type_release(LAB, "4.0", TODAY)
    assert "LAB-01" in replaced()
    run = print_replacements(desk, department, copy.number, pdf)
    printed = text_of(pdf)
    assert "NON VÉRIFIÉE DEPUIS LA VERSION 4.0" in printed
    assert "Dernier essai" in printed
    assert "version 3.12" in printed
    record_insertion(desk, run.run_id or "", "Ada Moreau", TODAY)
    assert "LAB-01" not in replaced()

    record_verification(desk, ward.trial(LAB))
    assert "LAB-01" in replaced()
    assert propose(desk, department, copy.number).insert > 0
    print_replacements(desk, department, copy.number, pdf)
    printed = text_of(pdf)
    assert "LAB-01" in printed
    assert "NON VÉRIFIÉE DEPUIS LA VERSION 4.0" not in printed
    assert read_copy_content(desk, copy.id)
