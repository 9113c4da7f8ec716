from __future__ import annotations

from itertools import product

import pytest

from referent_desk.domain.check_codes import check_code
from referent_desk.domain.keyboards import LAYOUTS, through
from referent_desk.domain.lots import form_payload
from referent_desk.domain.shelf_checks import DrawnSheet, Found, Reading, Slip
from referent_desk.domain.shelf_readings import Printed, Shelf, kept_answer, read_answer

OLD, NOW, NEXT, OTHER, LOST, AWAY, TAKEN_OUT = (check_code(f"{n:x}" * 64) for n in range(1, 8))
DRAWN = DrawnSheet("PRE-01", "Prescription", "r7", 7, NOW)
SHELF = Shelf(
    "CAR2",
    (
        Printed("r6", "PRE-01", 6, OLD),
        Printed("r7", "PRE-01", 7, NOW),
        Printed("r8", "PRE-01", 8, NEXT),
        Printed("a3", "ANN-01", 3, OTHER),
        Printed("a1", "ANN-01", 1, TAKEN_OUT),
    ),
    {"CAR2": "Cardiologie", "PNE": "Pneumologie"},
    frozenset({"r8"}),
    frozenset({"r7", "a3"}),
)


def sheet(code: str, revision: int, check: str, paper: str = "CAR2") -> str:
    return f"RD1 S {paper} {code} {revision} {check}"


PRESENT = Reading(Found.PRESENT, sheet="PRE-01", revision=7, revision_id="r7")
CASES: list[tuple[str, str, Reading]] = [
    ("what should lie there", NOW, PRESENT),
    ("the whole symbol", sheet("PRE-01", 7, NOW), PRESENT),
    ("an older one", OLD, Reading(Found.OLD, sheet="PRE-01", revision=6, revision_id="r6")),
    (
        "an older symbol",
        sheet("PRE-01", 6, OLD),
        Reading(Found.OLD, sheet="PRE-01", revision=6, revision_id="r6"),
    ),
    (
        "printed since, and not said to be filed",
        NEXT,
        Reading(Found.NEWER, sheet="PRE-01", revision=8, revision_id="r8"),
    ),
    ("nothing", "  ", Reading(Found.MISSING)),
    (
        "another sheet",
        OTHER,
        Reading(Found.OTHER_SHEET, sheet="ANN-01", revision=3, revision_id="a3"),
    ),
    (
        "another sheet that was taken out long ago",
        TAKEN_OUT,
        Reading(Found.OTHER_SHEET, sheet="ANN-01", revision=1, revision_id="a1", is_old=True),
    ),
    (
        "another ward",
        sheet("PRE-01", 7, AWAY, "PNE"),
        Reading(Found.OTHER_DEPARTMENT, sheet="PRE-01", revision=7, department="Pneumologie"),
    ),
    (
        "a ward that this home does not know",
        sheet("PRE-01", 7, AWAY, "XYZ"),
        Reading(Found.OTHER_DEPARTMENT, sheet="PRE-01", revision=7, department="XYZ"),
    ),
    ("a code of nobody", LOST, Reading(Found.UNKNOWN)),
    (
        "a symbol newer than this home knows",
        sheet("PRE-01", 9, LOST),
        Reading(Found.NEWER, sheet="PRE-01", revision=9),
    ),
    (
        "a number given twice after a restored backup",
        sheet("PRE-01", 7, LOST),
        Reading(Found.UNKNOWN, sheet="PRE-01", revision=7),
    ),
    (
        "another sheet that this home does not know",
        sheet("LAB-04", 2, LOST),
        Reading(Found.OTHER_SHEET, sheet="LAB-04", revision=2),
    ),
    (
        "a numbered form in its place",
        form_payload("CAR2", "F05", 137),
        Reading(Found.OTHER_SHEET, sheet="F05"),
    ),
    ("too short", NOW[:3], Reading(None, Slip.TOO_SHORT)),
    ("a word", "Prescription", Reading(None, Slip.NOT_A_CODE)),
    ("the code of the sheet instead", "PRE-01", Reading(None, Slip.NOT_A_CODE)),
    ("a web link", "https://example.org/x", Reading(None, Slip.NOT_A_CODE)),
    ("a letter that no code has", NOW[:3] + "U", Reading(None, Slip.NOT_A_CODE)),
]


@pytest.mark.parametrize(
    ("typed", "reading"), [case[1:] for case in CASES], ids=[case[0] for case in CASES]
)
def test_what_is_read_is_recognised(typed: str, reading: Reading) -> None:
    assert read_answer(typed, DRAWN, SHELF) == reading


def test_a_slip_is_caught_by_the_check_character() -> None:
    for place, letter in product(range(4), "0123456789ABCDEFGHJKMNPQRSTVWXYZ"):
        slipped = NOW[:place] + letter + NOW[place + 1 :]
        reading = read_answer(slipped, DRAWN, SHELF)
        assert reading == (PRESENT if slipped == NOW else Reading(None, Slip.CHECK_CHARACTER))
    swapped = sheet("PRE-01", 7, NOW[1] + NOW[0] + NOW[2:])
    assert read_answer(swapped, DRAWN, SHELF) == Reading(None, Slip.CHECK_CHARACTER)
    wrong = form_payload("CAR2", "F05", 137).replace("137", "138")
    assert read_answer(wrong, DRAWN, SHELF) == Reading(None, Slip.CHECK_CHARACTER)


LOOKALIKE = check_code("0142a" + "0" * 59)


@pytest.mark.parametrize(
    "typed",
    [
        f"{LOOKALIKE.lower()}",
        f" {LOOKALIKE[:2]} {LOOKALIKE[2:]} ",
        f"{LOOKALIKE[:2]}-{LOOKALIKE[2:]}",
        LOOKALIKE.replace("0", "O"),
        LOOKALIKE.replace("0", "o").replace("1", "l"),
        LOOKALIKE.replace("1", "I"),
    ],
)
def test_lower_case_blanks_and_lookalikes_are_read(typed: str) -> None:
    assert "0" in LOOKALIKE
    assert "1" in LOOKALIKE
    drawn = DrawnSheet("ANN-01", "Annuaire", "x1", 1, LOOKALIKE)
    shelf = Shelf("CAR2", (Printed("x1", "ANN-01", 1, LOOKALIKE),), {})
    assert read_answer(typed, drawn, shelf).found is Found.PRESENT
    assert kept_answer(typed, Reading(Found.PRESENT)) == LOOKALIKE


def test_a_code_typed_on_a_french_keyboard_without_shift_is_read() -> None:
    digits = dict(zip("1234567890", "&é\"'(-è_çà", strict=True))
    for code in (NOW, OLD, NEXT, LOOKALIKE):
        typed = "".join(digits.get(c, c.lower()) for c in code)
        shelf = Shelf("CAR2", (Printed("x", "PRE-01", 7, code),), {})
        drawn = DrawnSheet("PRE-01", "", "x", 7, code)
        assert read_answer(typed, drawn, shelf).found is Found.PRESENT, typed


@pytest.mark.parametrize("reader", LAYOUTS)
@pytest.mark.parametrize("computer", LAYOUTS)
def test_a_reader_set_to_another_keyboard_is_understood(reader: str, computer: str) -> None:
    payload = sheet("PRE-01", 6, OLD)
    arrived = through(payload, reader, computer)
    reading = read_answer(arrived, DRAWN, SHELF)
    assert (reading.found, reading.revision) == (Found.OLD, 6)
    assert kept_answer(arrived, reading) == payload


def test_where_a_letter_stands_for_two_the_known_sheet_is_meant() -> None:
    """Caps Lock on a French keyboard changes A and Q, but no digit."""
    code = check_code("5" * 64)
    shelf = Shelf("QAZ", (Printed("c1", "COUV", 1, code),), {"AQW": "Autre service"})
    drawn = DrawnSheet("COUV", "", "c1", 1, code)
    arrived = through(sheet("COUV", 1, code, "QAZ"), "us", "fr", "whole")
    assert "aqw" in arrived
    assert read_answer(arrived, drawn, shelf).found is Found.PRESENT


def test_a_shelf_on_which_nothing_is_known_recognises_nothing() -> None:
    empty = Shelf("", (), {})
    assert read_answer(NOW, DRAWN, empty).found is Found.UNKNOWN
    assert read_answer(sheet("PRE-01", 7, NOW), DRAWN, empty).found is Found.OTHER_DEPARTMENT
