"""Whom a sheet says to call, when they are there, and what they answer for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from referent_desk.domain.first_steps import FirstSteps, FunctionWish
from referent_desk.domain.listings import Listing
from referent_desk.domain.records import RecordKind
from referent_desk.home import Home
from referent_desk.language import speak
from referent_desk.usecases.desks import Desk, open_desk
from referent_desk.usecases.first_steps import begin_department, offer_first_steps
from referent_desk.usecases.records import add_record, edit_field
from referent_desk.usecases.software import list_software
from tests.usecases.homes import CLOCK
from tests.usecases.test_binder_contents import add_number, sheets, ward


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    speak("fr")
    opened = open_desk(Home(tmp_path / "home"), CLOCK)
    yield opened
    opened.close()


def support(desk: Desk, contact: str) -> str:
    """Of the only program; its id."""
    [software] = list_software(desk, Listing()).rows
    edit_field(desk, RecordKind.SOFTWARE, software.id, "support_contact", contact)
    return software.id


def limited(desk: Desk, ward: str, label: str, number: str, hours: str) -> None:
    entry = {"owner_id": ward, "label": label, "number": number, "hours": hours}
    add_record(desk, RecordKind.DIRECTORY_ENTRY, entry)


def name_referent(desk: Desk, ward: str, software_id: str, last_name: str, hours: str) -> None:
    person = {"last_name": last_name, "telephone": "4205", "working_hours": hours}
    person_id = add_record(desk, RecordKind.PERSON, {**person, "department_id": ward}).id
    held = {"person_id": person_id, "department_id": ward, "software_id": software_id}
    add_record(desk, RecordKind.APPOINTMENT, {**held, "kind": "software", "rank": "main"})


@pytest.mark.parametrize(
    ("contact", "printed"),
    [
        ("4800 (24h/24)", "Informatique 24h/24 4800"),
        ("DSI 4800 (lun-ven 8h-17h)", "Informatique lun-ven 8 h-17 h 4800"),
        ("4800 (info) de 8h à 18h", "Informatique 8 h à 18 h 4800"),
        ("4800", "Informatique 4800"),
        ("4800 / 4899 (24h/24)", "Astreinte informatique nuit 4899"),
    ],
)
def test_when_the_it_department_answers_for_a_program_stands_on_its_sheet(
    desk: Desk, contact: str, printed: str
) -> None:
    place = ward(desk, "DxCare")
    add_number(desk, place, "Hotline informatique", "4800")
    add_number(desk, place, "Astreinte informatique (nuit)", "4899")
    support(desk, contact)
    sheet = sheets(desk, place)["PRE-01"].replace("\u00a0", " ")
    assert printed in sheet
    assert sheet.count("4800") == sheet.count("4899") == 1


def test_what_a_number_is_limited_to_stands_beside_it_on_every_sheet(desk: Desk) -> None:
    place = ward(desk, "DxCare")
    add_number(desk, place, "DSI hotline", "5050")
    limited(desk, place, "DSI hotline (nuit/WE)", "5099", "astreinte seulement pour le labo")
    printed = sheets(desk, place)
    for code in ("REF-01", "DEC-01", "PRE-01"):
        assert "nuit/WE, seulement pour le labo 5099" in printed[code], code


def test_when_the_referent_of_one_program_is_there_stands_on_its_sheet(desk: Desk) -> None:
    place = ward(desk, "DxCare")
    name_referent(desk, place, support(desk, ""), "Roche", "lun-ven 8h-16h")
    sheet = sheets(desk, place)["PRE-01"].replace("\u00a0", " ")
    assert "Référent logiciel Roche lun-ven 8 h-16 h 4205" in sheet


def test_the_first_sheets_say_where_the_referents_of_single_programs_stand(desk: Desk) -> None:
    [prescribing] = [f.id for f in offer_first_steps(desk).functions if f.code == "PRE"]
    steps = FirstSteps("CH", "3B", functions=(FunctionWish(prescribing, "DxCare"),))
    place = begin_department(desk, steps).department.id
    assert "nommé sur chaque feuillet" not in sheets(desk, place)["REF-01"]
    name_referent(desk, place, support(desk, ""), "Roche", "lun-ven 8h-16h")
    printed = sheets(desk, place)
    assert "Référent logiciel nommé sur chaque feuillet" in printed["REF-01"]
    assert "Référent logiciel nommé sur chaque feuillet" in printed["DEC-01"]
    assert "Référent de chaque logiciel : horaires sur son feuillet" in printed["DEC-01"].replace(
        "\u00a0", " "
    )


def test_the_referent_of_a_program_without_a_sheet_stands_in_the_directory(desk: Desk) -> None:
    place = ward(desk, "DxCare")
    for name in ("Ennov", "Octime"):
        add_record(desk, RecordKind.SOFTWARE, {"name": name})
    others = [row.id for row in list_software(desk, Listing()).rows if row.name != "DxCare"]
    for other in others:
        use_id = add_record(
            desk, RecordKind.DEPLOYMENT, {"software_id": other, "department_id": place}
        ).id
        edit_field(desk, RecordKind.DEPLOYMENT, use_id, "outside", "yes")
    name_referent(desk, place, others[0], "Roche", "lun-ven 8h-16h")
    held = sheets(desk, place)["ANN-01"].replace("\u00a0", " ")
    assert "Logiciels sans feuillet dans ce classeur Ennov Octime Roche" in held.replace(
        " ? inconnu", ""
    )
    assert "Référent logiciel : Ennov · lun-ven 8 h-16 h" in held


def test_who_stands_in_for_the_manager_of_the_ward_at_night_is_the_manager_on_duty(
    desk: Desk,
) -> None:
    place = ward(desk)
    add_number(desk, place, "Cadre de santé", "4120")
    limited(desk, place, "Cadre de garde", "4000", "nuit et week-end")
    printed = sheets(desk, place)
    for code in ("REF-01", "DEC-01"):
        assert "Cadre de garde nuit et week-end 4000" in printed[code], code
        assert "Cadre de santé nuit" not in printed[code], code


def test_the_manager_on_duty_is_called_where_nobody_wrote_who_manages_by_day(desk: Desk) -> None:
    place = ward(desk)
    add_number(desk, place, "Cadre de garde", "4000")
    printed = sheets(desk, place)
    for code in ("REF-01", "DEC-01"):
        assert "Cadre de garde garde 4000" not in printed[code], code
        assert re.search(r"Cadre de garde( \S+)? 4000", printed[code]), code
        assert "(de jour)" not in printed[code], code
