from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest

from referent_desk.domain.drills import Outcome, TypedFinding
from referent_desk.errors import RefusedInput
from referent_desk.usecases.binders import print_binder
from referent_desk.usecases.demo import showcase_department
from referent_desk.usecases.desks import Desk
from referent_desk.usecases.drill_details import drill_detail
from referent_desk.usecases.drill_papers import (
    suggested_path,
    write_grid,
    write_register,
    write_report,
)
from referent_desk.usecases.drill_runs import record_run
from referent_desk.usecases.drills import change_drill
from tests.usecases.drill_desks import TODAY, plan, results, typed, wanted
from tests.usecases.homes import english_desk

WHAT = "Nobody knew which line works without the network. "
LONG = TypedFinding(WHAT * 6, "Glue it " * 20, "Roy")


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    opened = english_desk(tmp_path)
    yield opened
    assert opened.close() is None


def text_of(path: Path) -> list[str]:
    with pypdfium2.PdfDocument(path) as pdf:
        return [" ".join(page.get_textpage().get_text_range().split()) for page in pdf]


def test_the_grid_is_one_page_with_five_tasks_to_time(desk: Desk, tmp_path: Path) -> None:
    drill_id = plan(desk)
    [page] = text_of(write_grid(desk, drill_id, tmp_path / "grid.pdf"))
    said = ("F31", "Cardiologie", "Prescription", "No telephone", "22/11/2026", "F05", "8:00")
    assert [word for word in said if word not in page] == []
    assert page.count("aimed at") == 5
    assert page.count("in part") == 5
    software = drill_detail(desk, drill_id).software
    assert f"This is a drill: {software} does not answer any more." in page
    assert "Led by: A. Roy" in page
    change_drill(desk, drill_id, replace(wanted(desk), led_by=""))
    [again] = text_of(write_grid(desk, drill_id, tmp_path / "grid.pdf"))
    assert "Led by: " not in again


@pytest.mark.parametrize("language", ["fr", "en"])
def test_the_grid_of_every_function_fits_one_page(
    desk: Desk, tmp_path: Path, language: str
) -> None:
    from referent_desk.exchange.drills import drill_catalogue
    from referent_desk.language import language as paper_language
    from referent_desk.paper.drill_grids import lay_out_grid

    catalogue = drill_catalogue(language)
    detail = drill_detail(desk, plan(desk))
    for code in catalogue.acts:
        for complication in catalogue.complications:
            told = replace(detail, tasks=catalogue.tasks_for(code), complication=complication)
            assert len(lay_out_grid(told, paper_language(language))) == 1, (code, complication.code)


def test_the_report_tells_times_against_last_time_findings_and_actions(
    desk: Desk, tmp_path: Path
) -> None:
    first, second = plan(desk), plan(desk)
    record_run(desk, first, typed(results(seconds=200), day=TODAY.replace(month=3)))
    wide = results(Outcome.DONE, Outcome.NOT_DONE, seconds=90)
    run = typed(wide, findings=(TypedFinding("Locked away", "Move it", "B. Roy", TODAY),))
    record_run(desk, second, replace(run, observer="C. Roy", participants=4))
    pages = text_of(write_report(desk, second, tmp_path / "report.pdf"))
    said = ("1 min 50 faster", "not done", "Locked away", "Move it – B. Roy, until 22/11/2026")
    whole = " ".join(pages).replace("\u00a0", " ")
    assert [word for word in said if word not in whole] == []
    assert "4 people took part" in whole
    assert len(pages) == 1


def test_a_report_of_many_words_takes_two_pages_at_most(desk: Desk, tmp_path: Path) -> None:
    drill_id = plan(desk)
    record_run(desk, drill_id, typed(findings=(LONG,) * 3, lessons="We learnt this. " * 60))
    assert len(text_of(write_report(desk, drill_id, tmp_path / "report.pdf"))) == 2


def test_what_was_not_held_has_no_report(desk: Desk, tmp_path: Path) -> None:
    with pytest.raises(RefusedInput):
        write_report(desk, plan(desk), tmp_path / "report.pdf")
    assert not (tmp_path / "report.pdf").exists()


def test_the_register_has_a_line_for_each_drill_that_is_over(desk: Desk, tmp_path: Path) -> None:
    department = showcase_department(desk)
    held, stopped = plan(desk), plan(desk, "LAB")
    plan(desk, "IMA")
    record_run(desk, held, typed())
    half = results(Outcome.DONE, *[Outcome.NOT_PLAYED] * 4)
    record_run(desk, stopped, typed(half, stopped_because="an emergency"))
    [page] = text_of(write_register(desk, department, tmp_path / "register.pdf"))
    assert "5 tasks of 5 done" in page
    assert "Stopped half way: 1 task of 5 done" in page
    assert "Stopped before its end: an emergency." in page
    assert "SIGNATURE" in page
    assert "Imaging" not in page


def test_a_file_that_is_no_pdf_is_never_written_over(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "notes.txt"
    path.write_text("mine", encoding="utf-8")
    with pytest.raises(RefusedInput):
        write_grid(desk, plan(desk), path)
    assert path.read_text(encoding="utf-8") == "mine"


def test_the_name_of_the_file_says_whose_grid_it_is(desk: Desk) -> None:
    department = showcase_department(desk)
    drill_id = plan(desk)
    assert suggested_path(desk, "grid", department, drill_id).name == "F31 CAR PRE 2026-11-22.pdf"
    record_run(desk, drill_id, typed(day=TODAY.replace(day=20)))
    name = suggested_path(desk, "report", department, drill_id).name
    assert name == "drill report CAR PRE 2026-11-20.pdf"


def test_the_sheet_of_the_procedure_says_when_it_was_last_played(
    desk: Desk, tmp_path: Path
) -> None:
    record_run(desk, plan(desk), typed())
    path = tmp_path / "binder.pdf"
    print_binder(desk, showcase_department(desk), path)
    foot = "Last drill: 22/11/2026, 8 min, all tasks done"
    pages = [page for page in text_of(path) if foot.casefold() in page.casefold()]
    assert pages
    assert all("PRE-01" in page for page in pages)
