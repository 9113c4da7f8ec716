from __future__ import annotations

import pytest

from referent_desk.domain.imports.kinds import Field, ImportKind
from referent_desk.exchange.dittos import read_dittos
from referent_desk.exchange.import_words import remark_sentence
from referent_desk.exchange.workbooks import RawRow
from tests.exchange.spreadsheet_files import read as read_list

FIELDS = {
    0: Field.SOFTWARE, 1: Field.SUPPORT_CONTACT, 2: Field.REFERENT, 3: Field.REMARKS,
}  # fmt: skip


def read(*rows: tuple[str, ...]) -> tuple[list[tuple[str, ...]], dict[int, list[str]]]:
    """The cells as they are meant, and what is said of each row; the first is row 2."""
    raw = [RawRow(number, cells) for number, cells in enumerate(rows, 2)]
    dittos = read_dittos(raw, ImportKind.SOFTWARE, FIELDS)
    told = {row: [each.code for each in remarks] for row, remarks in dittos.told.items()}
    return [row.cells for row in dittos.rows], told


@pytest.mark.parametrize(
    ("cell", "meant"),
    [
        ("idem", "EFS 4035"),
        ("Idem.", "EFS 4035"),
        ("id.", "EFS 4035"),
        ('"', "EFS 4035"),
        ("''", "EFS 4035"),
        ("idem ci-dessus", "EFS 4035"),
        ("idem Urgéo", "hotline 4010"),
        ("voir URGEO", "hotline 4010"),
        ("comme Urgéo", "hotline 4010"),
        ("idem ligne 2", "hotline 4010"),
        ("cf. ligne 2", "hotline 4010"),
        ("idem / astreinte 4466", "EFS 4035 / astreinte 4466"),
        ("DSI 5050", "DSI 5050"),
        ("voir DSI", "voir DSI"),
        ("voir le cadre", "voir le cadre"),
        ("identitovigilance 4100", "identitovigilance 4100"),
        ("idem Orvane", ""),
        ("idem ligne 40", ""),
        ("idem Tri", ""),
    ],
)
def test_a_cell_that_says_the_same_is_the_cell_that_it_means(cell: str, meant: str) -> None:
    rows, told = read(
        ("Urgéo", "hotline 4010", "Kervella", ""),
        ("Hémotrace", "EFS 4035", "", ""),
        ("Urgéo Tri", cell, "", ""),
        ("Tri", "", "", ""),
    )
    assert rows[2][1] == meant
    code = "read_as" if meant else "same_as_nothing"
    assert told == ({} if cell == meant else {4: [code]})


def test_several_rows_may_say_the_same_one_after_the_other() -> None:
    rows, _told = read(
        ("Urgéo", "4010", "Kervella", ""), ("Tri", "idem", "id", ""), ("RPU", "idem", '"', "")
    )
    assert [row[1:3] for row in rows] == [("4010", "Kervella")] * 3


def test_in_the_column_of_the_night_idem_is_the_number_of_the_same_row_by_day() -> None:
    """What it means is said by `domain.imports.nights`; a mark is the cell above, as everywhere."""
    fields = {0: Field.LABEL, 1: Field.NUMBER, 2: Field.NIGHT}
    cells = (("Pharmacie", "4350", "4351"), ("Radio", "5340", '"'), ("Labo", "4321", "idem"))
    rows = [RawRow(number, each) for number, each in enumerate(cells, 2)]
    dittos = read_dittos(rows, ImportKind.DIRECTORY, fields)
    assert [row.cells[2] for row in dittos.rows] == ["4351", "4351", "idem"]
    assert list(dittos.told) == [3]


def test_a_heading_between_two_rows_is_not_meant_and_an_empty_cell_says_nothing() -> None:
    rows, told = read(("Urgéo", "4010", "", ""), ("BLOC", "", "", ""), ("Tri", "idem", "idem", ""))
    assert rows[2][1:3] == ("4010", "")
    assert told == {4: ["read_as", "same_as_nothing"]}


def test_rows_that_name_each_other_say_nothing() -> None:
    rows, told = read(("Urgéo", "idem Tri", "", ""), ("Tri", "idem Urgéo", "", ""))
    assert [row[1] for row in rows] == ["", ""]
    assert told == {2: ["same_as_nothing"], 3: ["same_as_nothing"]}


def test_a_remark_that_sends_to_another_program_stays_as_it_is_written() -> None:
    rows, told = read(("Urgéo", "4010", "", "lent"), ("Tri", "4011", "", "voir Urgéo"))
    assert (rows[1][3], told) == ("voir Urgéo", {})


def test_a_list_is_read_as_it_is_meant_and_says_so_in_words() -> None:
    content = (
        "Logiciel;Contact support;Référent\n"
        "Urgéo;hotline 4010;Kervella Sandrine\n"
        "Tri;idem Urgéo;idem\n"
        "RPU;idem Orvane;Coadou Martine\n"
    )
    first, second, third = read_list(content).lines
    assert second.text(Field.SUPPORT_CONTACT) == first.text(Field.SUPPORT_CONTACT) == "hotline 4010"
    assert second.text(Field.REFERENT) == "Kervella Sandrine"
    told = [remark_sentence(each).partition(": ")[2] for each in second.remarks]
    assert told == [
        "“idem Urgéo” was read as “hotline 4010”.",
        "“idem” was read as “Kervella Sandrine”.",
    ]
    assert third.text(Field.SUPPORT_CONTACT) == ""
    assert [each.code for each in third.remarks] == ["same_as_nothing"]
