from __future__ import annotations

from pathlib import Path

from referent_desk.usecases.binders import print_binder
from referent_desk.usecases.demo import showcase_department
from referent_desk.usecases.sheet_subjects import sheet_subjects
from tests.usecases.homes import demo_desk


def test_every_printed_sheet_tells_what_it_is_made_of(tmp_path: Path) -> None:
    desk = demo_desk(tmp_path)
    department_id = showcase_department(desk)
    print_binder(desk, department_id, tmp_path / "binder.pdf", copy_number=1)
    subjects = sheet_subjects(desk, department_id)
    assert subjects["COUV"] == "cover"
    assert subjects["LISTE"] == "list"
    assert subjects["ANN-01"] == "chapter:ANN"
    assert subjects["PRE-01"].startswith("procedure:")
    desk.close()
