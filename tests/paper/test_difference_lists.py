from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from referent_desk.domain.differences import compare
from referent_desk.domain.procedures import ProcedureText, Step
from referent_desk.language import language
from referent_desk.paper.department_pages import PageMarks, write_department_pages
from referent_desk.paper.difference_lists import lay_out_differences
from tests.paper.pdfs import page_texts
from tests.paper.wards import HEAD

EN = language("en")
BEFORE = ProcedureText(
    "Prescription", stops=("Prescrire", "Valider"), steps=(Step("Prendre la feuille F05"),)
)
AFTER = replace(
    BEFORE, stops=("Prescrire",), steps=(Step("Prendre la feuille F06"), Step("Appeler"))
)


def printed(before: ProcedureText, after: ProcedureText) -> list[str]:
    contents = lay_out_differences("Prescription", ("old", "new"), compare(before, after), EN)
    marks = PageMarks("Differences", "K7Q2", "differences", "For information.")
    pdf = write_department_pages(contents, HEAD, marks, datetime(2026, 11, 22, 9, tzinfo=UTC), EN)
    return [" ".join(page.split()) for page in page_texts(pdf)]


def test_each_line_carries_its_sign_and_changed_words_stand_in_brackets() -> None:
    (page,) = printed(BEFORE, AFTER)
    for words in (
        "− Valider",
        "± 1. Prendre la feuille [−F05][+F06]",
        "+ 2. Appeler",
        "3 lines differ",
    ):
        assert words in page, words
    assert "from old to new" in page
    assert "− Prescrire" not in page


def test_two_equal_texts_say_so() -> None:
    (page,) = printed(BEFORE, BEFORE)
    assert "The two texts are the same." in page
    assert "line added" not in page


def test_two_hundred_steps_are_compared_over_as_many_pages_as_they_need() -> None:
    steps = tuple(Step(f"Étape {number}") for number in range(200))
    pages = printed(BEFORE, replace(BEFORE, steps=steps))
    assert len(pages) > 3
    assert "Étape 199" in pages[-1]
    assert all("Prescription" in page for page in pages)
