from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from referent_desk.domain.advice import TypedAdvice, Verdict
from referent_desk.domain.dues import DueRow, Duty
from referent_desk.domain.records import RecordKind
from referent_desk.language import speak
from referent_desk.usecases.advice import list_advice, write_advice
from referent_desk.usecases.desks import Desk
from referent_desk.usecases.dues import list_dues
from referent_desk.usecases.records import edit_field
from referent_desk.usecases.tasks import list_tasks
from tests.usecases.homes import CLOCK, demo_desk
from tests.usecases.test_advice import program, ward

TODAY = CLOCK.today()


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    speak("fr")
    made = demo_desk(tmp_path)
    yield made
    made.close()


def end_in(desk: Desk, software_id: str, days: int) -> None:
    typed = f"{TODAY + timedelta(days=days):%d/%m/%Y}"
    edit_field(desk, RecordKind.SOFTWARE, software_id, "contract_ends_on", typed)


def contracts(rows: tuple[DueRow, ...]) -> list[DueRow]:
    return [row for row in rows if row.what is Duty.CONTRACT_END]


def test_a_contract_is_due_once_for_all_who_use_the_software(desk: Desk) -> None:
    spread = next(a for a in list_advice(desk) if a.facts.usage.establishments > 1)
    local = program(desk)
    for software_id in (spread.facts.software_id, local):
        end_in(desk, software_id, 80)
    rows = contracts(list_dues(desk))
    assert {row.subject for row in rows} == {spread.facts.name, "Dossier+"}
    places = {row.subject: row.department for row in rows}
    assert places[spread.facts.name] == "GHT des Rives et Coteaux"
    assert places["Dossier+"] == "Centre hospitalier du Val-Clair"
    of_ward = contracts(list_dues(desk, ward(desk, local)))
    assert {row for row in rows if row.key == local} <= set(of_ward)
    assert contracts(list_dues(desk, days=80)) == []


def test_today_asks_for_advice_until_it_was_given(desk: Desk) -> None:
    software_id = program(desk)
    department = ward(desk, software_id)
    end_in(desk, software_id, 80)
    codes = [task.code for task in list_tasks(desk, department).tasks]
    assert codes.count("contract_ends") == 1
    write_advice(desk, software_id, TypedAdvice(Verdict.KEEP, "", "", "M. Aubry"))
    assert "contract_ends" not in [task.code for task in list_tasks(desk, department).tasks]


def test_a_closed_or_retired_software_has_no_contract_that_is_due(desk: Desk) -> None:
    software_id = program(desk)
    end_in(desk, software_id, 80)
    edit_field(desk, RecordKind.SOFTWARE, software_id, "status", "retired")
    assert contracts(list_dues(desk)) == []
