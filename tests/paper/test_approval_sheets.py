from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from referent_desk.domain.differences import compare
from referent_desk.domain.procedures import ProcedureText, Step
from referent_desk.language import LANGUAGES, Language, language
from referent_desk.paper.approval_sheets import AskedApproval, lay_out_approval
from referent_desk.paper.department_pages import PageMarks, write_department_pages
from tests.hostile import DRAWN
from tests.paper.pdfs import letters_only, page_texts
from tests.paper.wards import HEAD

ASKED = AskedApproval(
    title="Prescription",
    function="Prescription",
    software="Dossier+",
    owner="Cardiologie",
    departments=("Soins intensifs",),
    number=3,
    mark="K7Q2",
    submitted_on=date(2026, 11, 20),
    submitted_by="Maryse Aubry",
    replaces="revision 2",
    review_months=12,
)
BEFORE = ProcedureText("Prescription", stops=("Prescrire",), steps=(Step("Prendre F05", "AMA"),))
AFTER = replace(BEFORE, steps=(Step("Prendre F05 et F06", "AMA"), Step("Prévenir", level=2)))
EN = language("en")


def pages(asked: AskedApproval, after: ProcedureText, said: Language = EN) -> list[str]:
    contents = lay_out_approval(asked, compare(BEFORE, after), said)
    marks = PageMarks("To approve", asked.mark, "approval sheet", "Once signed: file it.")
    pdf = write_department_pages(contents, HEAD, marks, datetime(2026, 11, 22, 9, tzinfo=UTC), said)
    return page_texts(pdf)


@pytest.mark.parametrize("code", LANGUAGES)
def test_the_sheet_holds_the_text_what_changes_and_where_to_sign(code: str) -> None:
    said = language(code)
    (page,) = pages(ASKED, AFTER, said)
    words = ("K7Q2", "Maryse Aubry", "Soins intensifs", "Prescrire", "[+et F06]", "+", "±")
    labels = ("Approved", "To be written again:", "Signature", "Reference of the document")
    for expected in (*words, *map(said.gettext, labels)):
        assert letters_only(expected).casefold() in letters_only(page).casefold(), expected


def test_a_first_revision_shows_its_text_and_no_signs() -> None:
    asked = replace(ASKED, replaces="", departments=())
    contents = lay_out_approval(asked, compare(BEFORE, BEFORE), EN)
    assert len(contents) == 1
    (page,) = pages(asked, BEFORE)
    assert "it is the first revision" in page
    assert "line added" not in page


def test_the_mark_stands_on_every_page_and_the_place_to_sign_is_never_parted() -> None:
    steps = tuple(Step(f"Étape {number} " + "mot " * 20) for number in range(200))
    found = pages(ASKED, replace(AFTER, steps=steps))
    assert len(found) > 5
    assert all("K7Q2" in page for page in found)
    last = found[-1]
    assert all(word in last for word in ("Approved", "Signature", "I have read"))
    assert "Étape 199" in "".join(found)


@pytest.mark.parametrize("hostile", DRAWN)
def test_a_hostile_text_comes_out_letter_by_letter(hostile: str) -> None:
    asked = replace(
        ASKED, title=hostile, submitted_by=hostile, owner=hostile, departments=(hostile,)
    )
    text = replace(AFTER, steps=(Step(hostile, hostile),))
    assert letters_only(hostile) in letters_only("".join(pages(asked, text)))


@pytest.mark.parametrize("lines", [14, 20, 23, 26, 41, 59, 62, 68, 71])
def test_nobody_signs_on_a_page_that_shows_nothing_of_the_text(lines: int) -> None:
    stops = tuple(f"What stops, number {number}" for number in range(lines))
    text = replace(BEFORE, stops=stops, back_to_normal=("Type it all in.", "Have it checked."))
    *_before, last = pages(replace(ASKED, replaces=""), text)
    assert "Signature" in last
    assert "Have it checked." in last
