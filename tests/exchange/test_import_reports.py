from __future__ import annotations

import ast
import csv
import io
from dataclasses import replace
from pathlib import Path

import pytest

from referent_desk.domain.imports.kinds import Field, ImportKind
from referent_desk.domain.imports.reports import (
    ColumnReport,
    Concern,
    ImportReport,
    LineReport,
    Outcome,
    Remark,
    remark,
)
from referent_desk.errors import RefusedInput
from referent_desk.exchange.import_reports import (
    check_report_path,
    closing,
    heading,
    matters,
    report_content,
    report_list,
    report_text,
)
from referent_desk.exchange.import_words import remark_sentence
from referent_desk.language import Language

PACKAGE = Path(__file__).parents[2] / "referent_desk"


def report(*remarks: Remark, outcome: Outcome = Outcome.DOUBTFUL) -> ImportReport:
    columns = (ColumnReport("A", "Service", Field.DEPARTMENT), ColumnReport("B", "Cadre", None))
    lines = (LineReport(7, outcome, remarks),)
    return ImportReport("f.xlsx", ImportKind.DEPARTMENTS, "GLPI", "Liste", 4, columns, ("Notes",),
                        lines, ("Dialyse",), True)  # fmt: skip


LOST = remark(Concern.DAMAGE, "scientific", "C", field="telephone", value="4,13E+03")
NEAR = remark(Concern.DOUBT, "near_name", name="=Cardiologe", near="Cardiologie")


def test_the_text_lists_every_line_with_its_reasons_and_ends_in_the_counts() -> None:
    text = report_text(report(LOST, NEAR))
    assert "Row 7: doubtful" in text
    assert "Column C: telephone: the spreadsheet cut the number to “4,13E+03”" in text
    assert "“=Cardiologe” is nearly “Cardiologie”" in text
    assert "Dialyse" in text
    assert text.strip().splitlines()[-1] == "Lines read: 1 (doubtful 1)."


def test_the_list_opens_in_a_spreadsheet_and_runs_nothing() -> None:
    rows = list(csv.reader(io.StringIO(report_list(report(LOST, NEAR))), delimiter=";"))
    assert {len(row) for row in rows} == {9}
    assert rows[1][:5] == ["7", "doubtful", "damage", "C", "telephone"]
    assert rows[2][7] == "'=Cardiologe"
    assert rows[3][1] == "absent"


def test_a_line_without_remarks_is_listed_too() -> None:
    rows = report_list(report(outcome=Outcome.UNCHANGED)).splitlines()
    assert rows[1].startswith("7;unchanged;")


def test_the_report_says_what_was_not_taken() -> None:
    assert list(heading(report())) == [
        "f.xlsx: an export of GLPI, read as: departments.",
        "Sheet “Liste”, titles in row 4.",
        "Sheets not read: Notes.",
        "Columns not taken: Cadre.",
    ]
    assert list(closing(report(LOST))) == [
        "1 damaged value was left out.",
        "1 line needs a decision.",
        "1 entry is not in the file; it was left as it is.",
        "This was a trial: nothing was written.",
    ]
    assert next(iter(matters(report(LOST)))).startswith("Row 7: telephone: ")


@pytest.mark.parametrize(
    ("field", "said"), [(Field.FUNCTION, False), (Field.PURPOSE, False), (Field.VENDOR, True)]
)
def test_a_list_of_uses_that_says_nothing_of_what_they_are_for_is_told_so(
    field: Field, said: bool
) -> None:
    columns = (ColumnReport("A", "Title", field),)
    uses = replace(report(), kind=ImportKind.DEPLOYMENTS, columns=columns)
    assert any(x.startswith("No column says for which function") for x in closing(uses)) is said


def test_reports_speak_the_language_of_the_command(french: Language) -> None:
    assert french.code == "fr"
    text = report_text(report(LOST))
    assert "Ligne 7 : douteux".replace(" :", "\u00a0:") in text
    assert text.strip().splitlines()[-1] == "Lignes lues : 1 (douteux 1).".replace(" :", "\u00a0:")


def test_an_answer_is_told_with_what_it_is_about_or_as_that_of_its_line() -> None:
    assert remark_sentence(remark(Concern.NOTE, "decided", name="9h-17h")).endswith("“9h-17h”.")
    assert remark_sentence(remark(Concern.NOTE, "decided", name="")) == (
        "You answered the question of this line."
    )


def test_an_empty_value_that_is_filled_is_said_as_such() -> None:
    change = remark(Concern.CHANGE, "changed", name="A", field="telephone", before="", after="12")
    assert remark_sentence(change) == "A: telephone “12” was added."


def codes_in(*modules: str) -> set[str]:
    """Every reason that the code gives, as the texts that name one."""
    found: set[str] = set()
    for module in modules:
        for node in ast.walk(ast.parse((PACKAGE / module).read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call):
                called = ast.unparse(node.func).split(".")[-1]
                place = {"Damage": 0, "doubt": 0, "ask": 0, "refuse": 0, "say": 1, "remark": 1}.get(
                    called
                )
                if place is not None and len(node.args) > place:
                    code = node.args[place]
                    if isinstance(code, ast.Constant) and isinstance(code.value, str):
                        found.add(code.value)
    return found


def test_every_reason_has_a_sentence() -> None:
    modules = [
        f"domain/imports/{path.name}" for path in (PACKAGE / "domain" / "imports").glob("*.py")
    ]
    codes = codes_in(*modules, "exchange/mercator.py", "exchange/lists.py")
    assert len(codes) > 40
    for code in codes:
        assert remark_sentence(remark(Concern.DOUBT, code, name="N", field="telephone"))


@pytest.mark.parametrize("name", ["r.xlsx", "r", "absent/r.csv"])
def test_a_report_that_could_not_be_written_is_refused_beforehand(
    tmp_path: Path, name: str
) -> None:
    with pytest.raises(RefusedInput):
        check_report_path(tmp_path / name, tmp_path / "liste.xlsx")


def test_a_report_never_takes_the_place_of_the_file(tmp_path: Path) -> None:
    with pytest.raises(RefusedInput):
        check_report_path(tmp_path / "liste.csv", tmp_path / "." / "liste.csv")
    check_report_path(tmp_path / "rapport.csv", tmp_path / "liste.csv")


def test_a_report_is_a_list_or_a_text_by_the_ending_of_its_name() -> None:
    assert report_content(report(LOST), Path("r.CSV")).startswith(b"\xef\xbb\xbfRow;Outcome")
    assert b"Row 7: doubtful" in report_content(report(LOST), Path("r.txt"))
