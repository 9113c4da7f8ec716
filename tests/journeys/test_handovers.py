"""A referent leaves: the handover is begun, ticked, printed and signed at the window."""

from __future__ import annotations

from datetime import date
from typing import TypeVar

import pypdfium2
import pytest
from PySide6.QtWidgets import QAbstractButton

from referent_desk.domain.records import RecordKind
from referent_desk.gui.handovers.erasure_forms import ErasureForm
from referent_desk.gui.handovers.forms import ItemForm, SignForm
from referent_desk.gui.handovers.pages import HandoverPage
from referent_desk.gui.places import Place, TabName
from referent_desk.gui.record_forms import PaneForm, RecordForm
from referent_desk.home import Home
from tests.journeys.test_window import SitDown, Sitting, demo, demo_folder, sit_down

__all__ = ["demo", "demo_folder", "sit_down"]
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)

Form = TypeVar("Form", bound=PaneForm)


def open_page(sitting: Sitting) -> HandoverPage:
    sitting.window.tabs.show_place(Place(TabName.REFERENTS, (), None, "handovers"))
    found: list[HandoverPage] = []

    def is_there() -> bool:
        found[:] = sitting.window.findChildren(HandoverPage)
        return bool(found) and found[-1].shown is not None

    sitting.qtbot.waitUntil(is_there, timeout=20_000)
    sitting.wait()
    return found[-1]


def form_of(page: HandoverPage, kind: type[Form]) -> Form:
    assert isinstance(page.form, kind)
    return page.form


def press(page: HandoverPage, words: str) -> None:
    fitting = [
        one
        for one in page.findChildren(QAbstractButton)
        if words in (one.text() or one.accessibleName()).replace("&", "") and one.isVisibleTo(page)
    ]
    assert fitting, words
    fitting[0].click()


def leave_on(sitting: Sitting, name: str, day: str) -> str:
    records = sitting.questions.records
    found: list[str] = []

    def work() -> None:
        link, *_others = records.links("person", name)
        records.edit(RecordKind.PERSON, link.id, "left_on", day)
        found.append(link.id)

    sitting.jobs.run(work, lambda _done: None, lambda error: found.append(repr(error)))
    sitting.wait()
    return found[0]


def test_a_handover_from_the_departure_to_both_signatures(sit_down: SitDown, demo: Home) -> None:
    sitting = sit_down(demo)
    sitting.be_on_the_ward()
    leave_on(sitting, "Maryse Aubry", "2026-12-12")
    page = open_page(sitting)
    press(page, "Commencer la passation de")
    sitting.wait()
    form_of(page, RecordForm).create_button.click()
    sitting.wait()
    assert page.shown is not None
    (handover,) = page.shown.open
    assert handover.last_day == date(2026, 12, 12)
    press(page, "Classeur montré")
    sitting.wait()
    press(page, "Une ligne à nous")
    form = form_of(page, ItemForm)
    form.what.show_typed("mdp : soleil")
    form.finish()
    sitting.wait()
    assert "mot de passe" in form.trouble.label.said()
    form.what.show_typed("Clé de l’armoire des classeurs")
    form.finish()
    sitting.wait()
    assert [one.done for one in page.shown.open] == [1]
    press(page, "Dossier de passation")
    sitting.wait()
    with pypdfium2.PdfDocument(sitting.saved) as pdf:
        assert 2 <= len(pdf) <= 4
    press(page, "Les deux ont")
    form_of(page, SignForm).finish()
    sitting.wait()
    assert page.shown.open == ()
    assert len(page.shown.signed) == 1
    (leaving,) = page.shown.succession.leavings
    assert leaving.followed_by == (page.shown.signed[0].successor,)
    assert page.shown.ahead  # the sheets that name who leaves are to be replaced


def test_a_name_is_erased_by_two_presses(sit_down: SitDown, demo: Home) -> None:
    sitting = sit_down(demo)
    person_id = leave_on(sitting, "Maryse Aubry", "2025-01-12")
    place = Place(TabName.REFERENTS, (person_id,), None, "erase_name")
    sitting.window.tabs.show_place(place)
    sitting.wait()
    forms: list[ErasureForm] = []

    def is_there() -> bool:
        forms[:] = sitting.window.findChildren(ErasureForm)
        return bool(forms) and forms[0].survey is not None

    sitting.qtbot.waitUntil(is_there, timeout=20_000)
    (form,) = forms
    form.create_button.setFocus()
    form.create_button.click()
    assert form.warning.isVisibleTo(form)
    form.create_button.setFocus()
    form.finish()
    sitting.wait()
    assert "Ancien agent" in sitting.title()
    assert b"Maryse Aubry" not in demo.database.read_bytes()
