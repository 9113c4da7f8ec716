"""A ward brings in the workbook that it keeps: its numbers, then its programs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest

from referent_desk.domain.imports.answers import Answers, Choice, Reply
from referent_desk.domain.imports.guides import ListChoices, TableLook, TextForm
from referent_desk.domain.records import RecordKind
from referent_desk.home import Home
from referent_desk.language import speak
from referent_desk.storage.imports import read_ledger
from referent_desk.usecases.binders import preview_binder
from referent_desk.usecases.desks import Desk, open_desk
from referent_desk.usecases.import_guides import (
    OpenedFile,
    apply_list,
    look_at_list,
    open_list,
    plan_list,
)
from referent_desk.usecases.records import list_records
from referent_desk.usecases.starters import take_starters
from referent_desk.usecases.tasks import list_tasks
from tests.paper.pdfs import page_texts
from tests.usecases.homes import CLOCK

NUMBERS = (
    ("Annuaire - à jour janv. 2026",),
    ("Qui", "Fonction", "DECT", "Poste", "Mail"),
    ("Mme LEFORT Sylvie", "Cadre de santé", 65120, 4510, "s.lefort@example.org"),
    ("Dr MARCHAND", "Gériatre - chef de service", "65121", 4511, None),
    ("Dr Benali Karim", "Gériatre", 65122, None, None),
    ("Interne SSR", None, 65130, None, None),
    ("Laboratoire", "Biochimie / hémato", None, "4230", None),
    ("Pharmacie", "Pharmacien", 65410, 4410, None),
    ("Informatique", "Hotline 8h-18h", None, 4000, None),
    ("Informatique astreinte", "nuit, WE, fériés", "06 12 34 56 78", None, None),
    ("Standard", None, None, 9, None),
    ("Réanimateur (urgence vitale)", None, None, "15 15", None),
    ("Brancardage", None, 65700, 4700, None),
)
PROGRAMS = (
    ("Application", "Domaine", "Éditeur", "Criticité", "Tolérance d'arrêt", "Référent métier"),
    ("Osiris", "DPI - dossier patient", "Evolucare", "Vitale", "1 h", "Mme Lefort"),
    ("Pharma", "Prescription / pharmacie", None, "Vitale", "30 min", "Dr Benali"),
    ("GLIMS", "Biologie", "Clinisys", "Haute", "4 à 8 h", "Dr Marchand"),
    ("GAM", "Admissions / identité", "Mipih", "Haute", "demi-journée", None),
    ("e-PMSI SSR", "PMSI / codage", "ATIH", "Faible", "1 semaine", None),
    ("Winrest", "Repas", None, "Moyenne", "1 jour", "Mme Lefort"),
)


def workbook() -> bytes:
    book = openpyxl.Workbook()
    first = book.active
    assert first is not None
    first.title = "Annuaire"
    for line in NUMBERS:
        first.append(line)
    other = book.create_sheet("Applis")
    for row in PROGRAMS:
        other.append(row)
    content = BytesIO()
    book.save(content)
    return content.getvalue()


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    speak("fr")
    opened = open_desk(Home(tmp_path / "home"), CLOCK)
    yield opened
    opened.close()


def opened(folder: Path) -> OpenedFile:
    path = folder / "SSR geriatrique applis et annuaire.xlsx"
    path.write_bytes(workbook())
    return open_list(path, TextForm())


def settled(look: TableLook, **more: str) -> ListChoices:
    wanted = look.proposed or ListChoices()
    placed = {"department": wanted.department, "department_id": wanted.department_id, **more}
    choices = ListChoices(look.sheet, look.header_row, look.kind, look.fields)
    return replace(choices, establishment="CH Les Tilleuls", **placed)  # type: ignore[arg-type]


def first_sheet(desk: Desk, file: OpenedFile) -> ListChoices:
    return settled(look_at_list(desk, file, ListChoices(sheet="Annuaire", takes_title=True)))


def taken(desk: Desk, file: OpenedFile) -> str:
    """Both sheets, the first as it is proposed; the ward."""
    applied = apply_list(desk, file, first_sheet(desk, file), Answers(), lambda _d, _o: None)
    assert applied.department is not None
    ward = applied.department.id
    look = look_at_list(desk, file, ListChoices(sheet="Applis", department_id=ward))
    choices = settled(look, department_id=ward)
    apply_list(desk, file, choices, Answers(), lambda _d, _o: None)
    return ward


def test_the_ward_is_proposed_by_the_name_of_the_file(desk: Desk, tmp_path: Path) -> None:
    look = look_at_list(desk, opened(tmp_path), ListChoices(sheet="Annuaire", takes_title=True))
    assert look.needs_department
    assert look.is_titled_by_file
    assert (look.department, look.adds_department) == ("SSR geriatrique", True)


def test_only_the_physician_on_duty_is_missing_and_asked_once(desk: Desk, tmp_path: Path) -> None:
    file = opened(tmp_path)
    choices = first_sheet(desk, file)
    plan = plan_list(desk, file, choices, Answers())
    (asked,) = [each for line in plan.lines for each in line.report.asked]
    assert asked.question.code == "which_physician"
    offered = [offer.name for offer in asked.question.offers]
    assert offered == ["", "Dr MARCHAND (Gériatre - chef de service)",
                       "Dr Benali Karim (Gériatre)", "Interne SSR"]  # fmt: skip
    ward = taken(desk, file)
    missing = [t.names for t in list_tasks(desk, ward).tasks if t.code == "number_missing"]
    assert missing == [("physician",)]


def test_the_physician_that_is_answered_is_no_more_missing(desk: Desk, tmp_path: Path) -> None:
    file = opened(tmp_path)
    choices = first_sheet(desk, file)
    ((row, question),) = [
        (line.row, each.question)
        for line in plan_list(desk, file, choices, Answers()).lines
        for each in line.report.asked
    ]
    intern = next(o.reply for o in question.offers if o.name == "Interne SSR")
    answers = Answers().with_reply(row, question, intern)
    applied = apply_list(desk, file, choices, answers, lambda _d, _o: None)
    assert applied.department is not None
    tasks = list_tasks(desk, applied.department.id).tasks
    assert not [t for t in tasks if t.code in {"number_missing", "directory_empty"}]


def test_people_of_both_sheets_are_one_with_name_and_telephone(desk: Desk, tmp_path: Path) -> None:
    ward = taken(desk, opened(tmp_path))
    people = {
        one.values["last_name"]: (one.values["first_name"], one.values["telephone"])
        for one in list_records(desk, RecordKind.PERSON, "department_id", ward)
    }
    assert people == {"Lefort": ("Sylvie", "4510"), "Benali": ("Karim", "65122"),
                      "Marchand": ("", "4511")}  # fmt: skip


def test_what_the_list_calls_a_domain_says_what_each_program_does(
    desk: Desk, tmp_path: Path
) -> None:
    taken(desk, opened(tmp_path))
    with desk.database.read() as connection:
        ledger = read_ledger(connection)
    names = {f.id: f.code for f in ledger.functions}
    does: dict[str, set[str]] = {}
    for use in ledger.deployments:
        name = ledger.software.get(use.software_id).name
        does.setdefault(name, set()).add(names.get(use.function_id or "", ""))
    assert len(does["Osiris"]) > 1, "a patient record serves several functions"
    assert does["GLIMS"] == {"LAB"}
    assert does["Winrest"] == {"REP"}
    assert "PRE" in does["Pharma"]
    assert not any("" in each for name, each in does.items() if name != "e-PMSI SSR")
    tolerated = {s.name: s.tolerated_interruption for s in ledger.software}
    assert tolerated == {"Osiris": 60, "Pharma": 30, "GLIMS": 240, "GAM": 720,
                         "e-PMSI SSR": 10080, "Winrest": 1440}  # fmt: skip


def test_of_two_durations_the_shorter_is_taken_until_somebody_says(
    desk: Desk, tmp_path: Path
) -> None:
    file = opened(tmp_path)
    look = look_at_list(desk, file, ListChoices(sheet="Applis"))
    choices = settled(look, department="SSR")
    plan = plan_list(desk, file, choices, Answers())
    ((row, question),) = [
        (line.row, each.question)
        for line in plan.lines
        for each in line.report.asked
        if each.question.code == "duration_range"
    ]
    assert [offer.name for offer in question.offers] == ["4 h", "8 h"]
    answers = Answers().with_reply(row, question, Reply(Choice.CHOSEN, "480"))
    apply_list(desk, file, choices, answers, lambda _d, _o: None)
    with desk.database.read() as connection:
        software = {s.name: s for s in read_ledger(connection).software}
    assert software["GLIMS"].tolerated_interruption == 480


def test_the_directory_is_printed_under_headings_and_says_nothing_twice(
    desk: Desk, tmp_path: Path
) -> None:
    ward = taken(desk, opened(tmp_path))
    texts = [" ".join(text.split()) for text in page_texts(preview_binder(desk, ward).pdf)]
    directory = next(text for text in texts if "Ce service Mme LEFORT" in text)
    for heading in ("Ce service", "Plateaux techniques", "Informatique et téléphonie"):
        assert heading in directory
    assert "(DECT)" not in directory
    assert "oui, mobile" in directory
    assert "Autres numéros" not in directory


def test_the_tolerance_of_the_list_is_how_long_one_waits_on_paper(
    desk: Desk, tmp_path: Path
) -> None:
    ward = taken(desk, opened(tmp_path))
    with desk.database.read() as connection:
        lab = next(f.id for f in read_ledger(connection).functions if f.code == "LAB")
    take_starters(desk, ward, [lab])
    texts = [" ".join(text.split()) for text in page_texts(preview_binder(desk, ward).pdf)]
    sheet = next(text for text in texts if "Demandes ou résultats absents" in text)
    assert "absents depuis 4 h" in sheet
    assert "4230" in sheet, "the laboratory is the line of the directory with its specialities"
