from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from referent_desk.errors import NotFound
from referent_desk.usecases.desks import Desk
from referent_desk.usecases.inventories import inventory, written
from tests.usecases.homes import demo_desk

KEYS = {
    "departments": "code paper_code name kind parent establishment closed",
    "software": "name vendor kind release status criticality departments",
    "referents": "person role department software kind main_or_deputy since until state",
    "procedures": "code title function software department revision state verified_release"
    " verified_on due_on",
    "forms": "code title revision language",
}


@pytest.fixture(scope="module")
def demo(module_path: Path) -> Iterator[Desk]:
    desk = demo_desk(module_path)
    yield desk
    desk.close()


@pytest.mark.parametrize("subject", KEYS)
@pytest.mark.parametrize("department", [None, "CAR"])
def test_every_list_has_the_promised_keys_in_every_format(
    demo: Desk, subject: str, department: str | None
) -> None:
    records = inventory(demo, subject, department)
    assert records
    assert set(KEYS[subject].split()) <= set(records[0])
    assert {tuple(record) for record in records} == {tuple(records[0])}
    plain = json.loads(written(records, "json"))
    assert len(plain) == len(records)
    lines = list(csv.reader(io.StringIO(written(records, "csv")), delimiter=";"))
    assert lines[0] == list(records[0])
    assert len(lines) == len(records) + 1
    assert len(written(records, "table").splitlines()) == len(records) + 1


def test_a_department_narrows_the_list(demo: Desk) -> None:
    assert [row["code"] for row in inventory(demo, "departments", "CAR")] == ["0412"]
    for subject in ("software", "referents", "procedures"):
        every, some = inventory(demo, subject, None), inventory(demo, subject, "CAR")
        assert 0 < len(some) < len(every)
    assert {row["department"] for row in inventory(demo, "procedures", "CAR")} == {
        "Cardiologie — hospitalisation"
    }
    assert inventory(demo, "procedures", "Pôle cœur-poumons") == []


def test_an_unknown_department_is_refused(demo: Desk) -> None:
    with pytest.raises(NotFound):
        inventory(demo, "software", "nowhere")


ODD: list[dict[str, object]] = [
    {"a": "=cmd|'/c calc'!A0", "b": None, "c": True},
    {"a": "deux\nlignes; et «guillemets»", "b": date(2026, 3, 1), "c": False},
    {"a": "-3", "b": 12, "c": False},
]


def test_a_spreadsheet_runs_nothing_of_it_and_a_script_reads_all_of_it() -> None:
    assert json.loads(written(ODD, "json"))[1] == {
        "a": "deux\nlignes; et «guillemets»",
        "b": "2026-03-01",
        "c": False,
    }
    rows = list(csv.reader(io.StringIO(written(ODD, "csv")), delimiter=";"))
    assert rows[1] == ["'=cmd|'/c calc'!A0", "", "yes"]
    assert rows[2] == ["deux lignes; et «guillemets»", "2026-03-01", "no"]
    assert rows[3][0] == "-3"


@pytest.mark.parametrize(("form", "text"), [("json", "[]"), ("csv", ""), ("table", "")])
def test_nothing_known_is_an_empty_answer(form: str, text: str) -> None:
    assert written([], form) == text


def test_the_list_shows_the_codes_that_a_refusal_of_an_ambiguous_one_asks_for(demo: Desk) -> None:
    with pytest.raises(NotFound) as refused:
        inventory(demo, "software", "0301")
    asked = re.findall(r"\((\w+)\)", refused.value.happened)
    listed = [row for row in inventory(demo, "departments", None) if row["code"] == "0301"]
    assert sorted(asked) == sorted(str(row["paper_code"]) for row in listed) == ["CHR", "MED"]
    assert [inventory(demo, "departments", code)[0]["paper_code"] for code in asked] == asked
