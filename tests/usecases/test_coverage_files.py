from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pypdfium2
import pytest
from openpyxl import load_workbook

from referent_desk.domain.coverage_grids import Narrowing
from referent_desk.errors import RefusedInput
from referent_desk.language import speak
from referent_desk.storage import schema
from referent_desk.usecases.coverage_files import (
    coverage_records,
    export_coverage,
    print_coverage,
    suggested_path,
)
from referent_desk.usecases.desks import Desk
from referent_desk.usecases.readiness import read_group
from tests.usecases.homes import demo_desk


@pytest.fixture(autouse=True)
def _french() -> None:
    speak("fr")


@pytest.fixture(scope="module")
def demo(module_path: Path) -> Iterator[Desk]:
    desk = demo_desk(module_path)
    with desk.database.write("edit") as work:
        [site] = work.connection.exec_driver_sql(
            "SELECT parent_id FROM node WHERE kind = 'department' LIMIT 1"
        ).scalars()
        work.add(schema.node, [{
            "id": work.new_id(), "parent_id": site, "kind": "department", "beds": 3,
            "name": "=HYPERLINK(\"x\") " + "Très long nom de service " * 4, "folded": "x",
        }])  # fmt: skip
    yield desk
    desk.close()


def _text(path: Path) -> str:
    document = pypdfium2.PdfDocument(path)
    return "\n".join(page.get_textpage().get_text_range() for page in document)


def test_the_printed_grid_names_every_department_function_and_sign(
    demo: Desk, tmp_path: Path
) -> None:
    said = _text(print_coverage(demo, Narrowing(), tmp_path / "grid.pdf"))
    group = read_group(demo)
    for department in group.departments:
        assert department.name[:24] in said
    for function in group.functions:
        assert function.code in said
    words = "vérifiée", "projet", "manque", "! à personne", "à atteindre : 66 %"
    for word in (*words, "Part des services couverts : 0 %"):
        assert word in said.replace("\u00a0", " ")


def test_the_pages_stand_upright_on_the_screen(demo: Desk, tmp_path: Path) -> None:
    document = pypdfium2.PdfDocument(print_coverage(demo, Narrowing(), tmp_path / "grid.pdf"))
    for page in document:
        width, height = page.get_size()
        assert width > height
        assert page.get_rotation() == 90


def test_the_printed_grid_says_what_it_leaves_out(demo: Desk, tmp_path: Path) -> None:
    said = _text(print_coverage(demo, Narrowing(text="zzz", holes=True), tmp_path / "none.pdf"))
    assert "seulement ce qui n’est pas couvert" in said
    assert "Aucun service ne correspond." in said


def test_printing_twice_at_one_moment_gives_the_same_bytes(demo: Desk, tmp_path: Path) -> None:
    paths = [print_coverage(demo, Narrowing(), tmp_path / name) for name in ("1.pdf", "2.pdf")]
    assert paths[0].read_bytes() == paths[1].read_bytes()


def test_the_workbook_has_a_row_for_each_department_and_no_formula(
    demo: Desk, tmp_path: Path
) -> None:
    path = export_coverage(demo, Narrowing(), tmp_path / "grid.xlsx")
    sheet = load_workbook(BytesIO(path.read_bytes())).active
    assert sheet is not None
    rows = list(sheet.iter_rows(values_only=True))
    group = read_group(demo)
    assert len(rows) == 1 + len(group.departments)
    named = 9 + len(group.functions)
    assert rows[0][9:named] == tuple(function.name for function in group.functions)
    assert not any(cell.data_type == "f" for row in sheet.iter_rows() for cell in row)
    names = [str(row[2]) for row in rows[1:]]
    assert any(name.startswith("'=HYPERLINK") for name in names)
    words = {cell for row in rows[1:] for cell in row[9:named] if cell}
    assert {"vérifiée", "à revérifier", "à personne", "à personne, projet"} <= words


def test_the_workbook_and_the_page_say_what_survives(demo: Desk, tmp_path: Path) -> None:
    path = export_coverage(demo, Narrowing(), tmp_path / "grid.xlsx")
    sheet = load_workbook(BytesIO(path.read_bytes())).active
    assert sheet is not None
    rows = list(sheet.iter_rows(values_only=True))
    functions = read_group(demo, survival=True).functions
    named = 9 + len(functions)
    assert rows[0][named:] == tuple(f"{function.name} sans réseau" for function in functions)
    said = {cell for row in rows[1:] for cell in row[named:] if cell}
    assert {"tient", "tombe"} <= said
    page = _text(print_coverage(demo, Narrowing(), tmp_path / "grid.pdf"))
    assert "Sans réseau, annuaire ni téléphonie" in page.replace("\u00a0", " ")


def test_a_file_of_another_kind_is_left_as_it_is(demo: Desk, tmp_path: Path) -> None:
    path = tmp_path / "letter.txt"
    path.write_text("Bonjour")
    for write in (print_coverage, export_coverage):
        with pytest.raises(RefusedInput):
            write(demo, Narrowing(), path)
    assert path.read_text() == "Bonjour"


def test_records_for_scripts_have_one_line_for_each_use(demo: Desk) -> None:
    group = read_group(demo)
    records = list(coverage_records(group))
    assert len(records) == sum(len(d.uses) for d in group.departments)
    assert {"department", "function", "software", "state", "covered"} <= set(records[0])
    assert suggested_path(demo, ".pdf").name == "couverture-2026-11-22.pdf"
