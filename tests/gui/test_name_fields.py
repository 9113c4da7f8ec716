from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from referent_desk.domain.records import Link
from referent_desk.gui.jobs import Jobs
from referent_desk.gui.name_fields import NameField
from referent_desk.gui.settings import WindowSettings
from referent_desk.gui.signers import Signer
from tests.gui.editings import editing_on
from tests.gui.stand_in_records import StandInRecords

ADAM = Link("p2", "Adam Roy", "Cardiology")


@pytest.fixture
def field(qtbot: QtBot, jobs: Jobs) -> NameField:
    editing = editing_on(StandInRecords(), jobs)
    staff = (Link("p1", "Ada Moreau", "Cardiology"), ADAM)
    records = replace(editing.records, links=lambda _to, _text: staff)
    made = NameField(replace(editing, records=records))
    qtbot.addWidget(made)
    made.show()
    made.setFocus()
    return made


def test_two_letters_bring_the_staff_of_whom_one_is_chosen(
    qtbot: QtBot, jobs: Jobs, field: NameField
) -> None:
    qtbot.keyClicks(field, "ad")
    qtbot.waitUntil(lambda: len(field.found) == 2)
    field.choose(field.found[0])
    assert field.typed() == "Ada Moreau"


def test_a_name_that_is_not_known_stays_as_it_is_typed(
    qtbot: QtBot, jobs: Jobs, field: NameField
) -> None:
    qtbot.keyClicks(field, "  Zoe   Newcomer ")
    qtbot.waitUntil(lambda: jobs.is_idle)
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert field.typed() == "Zoe Newcomer"
    assert field.local_fault() == ""


@pytest.mark.parametrize(
    ("typed", "offered"),
    [
        ("ad", [ADAM, Link("p1", "Ada Moreau", "Cardiology")]),
        ("ve", [Link("", "Vendor"), Link("p1", "Ada Moreau", "Cardiology"), ADAM]),
    ],
)
def test_names_that_were_given_before_are_offered_first(
    qtbot: QtBot, jobs: Jobs, field: NameField, typed: str, offered: list[Link]
) -> None:
    field.offer_first(("Vendor", "Adam Roy"))
    qtbot.keyClicks(field, typed)
    qtbot.waitUntil(lambda: jobs.is_idle)
    assert list(field.found) == offered


def test_who_signed_last_is_proposed_after_the_next_start(tmp_path: Path) -> None:
    settings = WindowSettings(tmp_path)
    signer = Signer(settings.signer, lambda name: setattr(settings, "signer", name))
    assert signer.name == ""
    signer.remember("Ada Moreau")
    signer.remember("")
    settings.save()
    assert WindowSettings(tmp_path).signer == signer.name == "Ada Moreau"
