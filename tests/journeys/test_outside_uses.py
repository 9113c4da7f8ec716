"""Programs that a department uses for what no function of the binder holds."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from referent_desk.domain.imports.answers import Answers
from referent_desk.domain.imports.guides import ListChoices, TextForm
from referent_desk.domain.listings import Listing
from referent_desk.domain.records import RecordKind
from referent_desk.home import Home
from referent_desk.language import speak
from referent_desk.usecases.binders import preview_binder
from referent_desk.usecases.departments import department_detail, list_departments
from referent_desk.usecases.desks import Desk, open_desk
from referent_desk.usecases.import_guides import apply_list, open_list
from referent_desk.usecases.procedures import list_procedures
from referent_desk.usecases.records import edit_field, list_records
from referent_desk.usecases.tasks import list_tasks
from referent_desk.usecases.undoing import undo
from tests.paper.pdfs import page_texts
from tests.usecases.homes import CLOCK

LIST = (
    "Service;Application;Type\n"
    "Cardiologie;BioServ;Biologie\n"
    "Cardiologie;Bureautique Pack;Bureautique\n"
    "Cardiologie;Optim;\n"
)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    speak("fr")
    opened = open_desk(Home(tmp_path / "home"), CLOCK)
    yield opened
    opened.close()


@pytest.fixture
def ward(desk: Desk, tmp_path: Path) -> str:
    path = tmp_path / "liste.csv"
    path.write_text(LIST, encoding="utf-8")
    choices = ListChoices(establishment="CH de Saint-Aubin")
    done = apply_list(desk, open_list(path, TextForm()), choices, Answers(), lambda _d, _o: None)
    assert done.department is not None
    return done.department.id


def asked_of(desk: Desk, ward: str) -> list[str]:
    found = [task.names for task in list_tasks(desk, ward).tasks if task.code == "use_unnamed"]
    return list(found[0]) if found else []


def key_of(desk: Desk, ward: str, name: str) -> str:
    uses = list_records(desk, RecordKind.DEPLOYMENT, "department_id", ward)
    return next(use.id for use in uses if use.name == name)


def test_what_no_function_holds_is_not_asked_has_no_sheet_and_is_still_listed(
    desk: Desk, ward: str
) -> None:
    assert asked_of(desk, ward) == ["Optim"]
    listed = [row.software for row in list_procedures(desk, Listing(department_id=ward)).rows]
    assert listed == ["BioServ", "Optim"]
    pages = page_texts(preview_binder(desk, ward).pdf)
    (named,) = [page for page in pages if "Bureautique Pack" in page]
    assert "RD1 S CAR ANN-01" in named, "the directory says that it has no sheet, and whom to call"
    (row,) = [row for row in department_detail(desk, ward).coverage if row.outside]
    assert (row.software, row.function, row.state) == ("Bureautique Pack", "", "")
    (line,) = [line for line in list_departments(desk, Listing()).rows if line.id == ward]
    assert line.unfinished == 1


def test_saying_so_of_a_use_ends_the_question_and_a_function_takes_it_back(
    desk: Desk, ward: str
) -> None:
    key = key_of(desk, ward, "Optim")
    edit_field(desk, RecordKind.DEPLOYMENT, key, "outside", "yes")
    assert asked_of(desk, ward) == []
    assert "Fonction à préciser" not in " ".join(page_texts(preview_binder(desk, ward).pdf))
    functions = {row.function_id for row in list_procedures(desk, Listing(department_id=ward)).rows}
    (lab,) = functions
    edit_field(desk, RecordKind.DEPLOYMENT, key, "function_id", lab)
    assert not any(row.outside and row.deployment_id == key
                   for row in department_detail(desk, ward).coverage)  # fmt: skip
    edit_field(desk, RecordKind.DEPLOYMENT, key, "outside", "yes")
    (use,) = [r for r in department_detail(desk, ward).coverage if r.deployment_id == key]
    assert (use.outside, use.function_id) == (True, "")


def test_it_can_be_undone(desk: Desk, ward: str) -> None:
    key = key_of(desk, ward, "Optim")
    assert edit_field(desk, RecordKind.DEPLOYMENT, key, "outside", "yes").undo is not None
    undo(desk)
    assert asked_of(desk, ward) == ["Optim"]
