from __future__ import annotations

import re

import pytest

from referent_desk.domain.sheets import MissingBody, Sheet, SheetContent

CONTENT = SheetContent("subject", "PRE-01", "Prescription", "fr", MissingBody("F", "S"))


@pytest.mark.parametrize(
    ("paper_code", "revision", "payload"),
    [
        ("CAR2", 7, "RD1 S CAR2 PRE-01 7 U3DC"),
        ("CAR2", None, "RD1 S CAR2 PRE-01 0 U3DC"),
        ("ABCDE", 99999, "RD1 S ABCDE PRE-01 99999 U3DC"),
    ],
)
def test_the_code_of_a_sheet_says_department_sheet_revision_and_check_code(
    paper_code: str, revision: int | None, payload: str
) -> None:
    sheet = Sheet(CONTENT, "hash", revision, "U3DC")
    assert sheet.qr_payload(paper_code) == payload
    assert len(payload) <= 36
    assert re.fullmatch(r"[0-9A-Z $%*+\-./:]*", payload)
