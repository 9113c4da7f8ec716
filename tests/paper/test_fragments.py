from __future__ import annotations

from dataclasses import replace

import pytest

from referent_desk.language import language
from referent_desk.paper.binder import write_binder
from referent_desk.paper.bodies import LAYOUTS
from referent_desk.paper.layout import LaidOut
from tests.paper.pdfs import page_texts
from tests.paper.wards import HEAD, PROCEDURE, STAMP, sheet

EN = language("en")


def test_a_body_is_laid_out_once_for_all_departments(monkeypatch: pytest.MonkeyPatch) -> None:
    laid_out = []
    really = LAYOUTS[type(PROCEDURE)]

    def count(body: object, spoken: object) -> LaidOut:
        laid_out.append(body)
        return really(body, spoken)  # type: ignore[arg-type]

    monkeypatch.setitem(LAYOUTS, type(PROCEDURE), count)
    for department in ("Cardiologie", "Pneumologie", "Urgences"):
        found = [sheet("PRE-01", "Prescription", PROCEDURE)]
        pdf = write_binder(found, replace(HEAD, department=department), STAMP, EN).pdf
        assert department in page_texts(pdf)[0]
    assert len(laid_out) == 1


def test_a_wrong_hash_never_brings_another_sheets_page() -> None:
    first = sheet("PRE-01", "A", replace(PROCEDURE, title="Premier"))
    second = replace(sheet("PRE-02", "B", replace(PROCEDURE, title="Second")), body_hash="same")
    pdf = write_binder([replace(first, body_hash="same"), second], HEAD, STAMP, EN).pdf
    texts = page_texts(pdf)
    assert "Premier" in texts[0]
    assert "Second" in texts[2]


def test_a_number_dialled_since_is_dated_on_the_sheet_that_was_kept() -> None:
    found = sheet("PRE-01", "Prescription", PROCEDURE)
    before = "".join(page_texts(write_binder([found], HEAD, STAMP, EN).pdf))
    undialled = replace(found, stamp=replace(found.stamp, dialled=None))
    after = "".join(page_texts(write_binder([undialled], HEAD, STAMP, EN).pdf))
    assert "02/03/2026" in before
    assert "02/03/2026" not in after
    assert after.count("never") > before.count("never")
