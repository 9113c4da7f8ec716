from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

import pytest

from referent_desk.domain.filled_texts import LocalValues, fill_local_values
from referent_desk.domain.procedures import UNFILLED, ProcedureText, Step
from referent_desk.exchange.starters import starter_procedures
from referent_desk.language import LANGUAGES, language
from referent_desk.paper.binder import write_binder
from referent_desk.paper.measures import OUTER_MARGIN, PAGE_WIDTH
from referent_desk.paper.sheets_procedures import lay_out_procedure
from tests.paper.pdfs import letter_boxes
from tests.paper.prints import pages_of, says
from tests.paper.wards import HEAD, PROCEDURE, STAMP, sheet


def test_steps_are_numbered_to_three_levels() -> None:
    steps = [
        Step("Un", level=1),
        Step("Deux", level=2),
        Step("Trois", level=3),
        Step("Quatre", level=2),
        Step("Cinq", level=1),
        Step("Six", level=2),
    ]
    says(
        replace(PROCEDURE, steps=tuple(steps)), "1Un", "aDeux", "–Trois", "bQuatre", "2Cinq", "aSix"
    )


def test_a_first_step_of_a_deeper_level_is_still_number_one() -> None:
    says(replace(PROCEDURE, steps=(Step("Un", level=3), Step("Deux"))), "1Un", "2Deux")


def test_forty_steps_print_on_more_pages_and_none_is_split() -> None:
    steps = tuple(
        Step(f"début{n} " + "mot " * 30 + f"fin{n}", "Infirmière", ("F05",)) for n in range(40)
    )
    texts = pages_of(replace(PROCEDURE, steps=steps))
    assert len(texts) > 2
    for number in range(40):
        assert [f"début{number} " in text for text in texts] == [
            f"fin{number} " in text for text in texts
        ]
    assert all("Prescription des médicaments (continued)" in text for text in texts[1:])
    assert all("DOES WHAT" in text for text in texts if "début" in text)


def shipped(code: str, blank: str) -> Iterator[tuple[ProcedureText, bytes]]:
    """Each shipped procedure as its steps are drawn, with `blank` for what a department fills."""
    for file in starter_procedures(code):
        text = fill_local_values(file.text, LocalValues({}, blank))
        drawn = lay_out_procedure(replace(PROCEDURE, steps=text.steps), language(code))
        yield text, b"".join(page.operators for page in drawn.pages)


@pytest.mark.parametrize("code", LANGUAGES)
def test_no_word_of_who_does_it_is_broken_in_a_shipped_procedure(code: str) -> None:
    for text, operators in shipped(code, UNFILLED):
        drawn = re.findall(r"\((.*?)\)", operators.decode("cp1252", "replace"))
        words = {word for piece in drawn for word in piece.replace("-", "- ").split()}
        wanted = {word for step in text.steps for word in step.who.replace("-", "- ").split()}
        assert wanted - words == set(), text.title


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_place_left_to_be_filled_in_has_its_box(code: str) -> None:
    for (text, boxed), (_text, plain) in zip(
        shipped(code, UNFILLED), shipped(code, "x"), strict=True
    ):
        blanks = sum(UNFILLED in part for step in text.steps for part in (step.what, step.where))
        assert boxed.count(b" re ") == plain.count(b" re ") + blanks, text.title


@pytest.mark.parametrize("code", LANGUAGES)
def test_no_letter_of_a_shipped_procedure_lies_in_the_margin(code: str) -> None:
    sheets = [
        sheet(f"{file.function}-01", file.text.title, replace(PROCEDURE, steps=file.text.steps))
        for file in starter_procedures(code)
    ]
    pdf = write_binder(sheets, HEAD, STAMP, language(code), one_sided=True).pdf
    furthest = max(box[2] for _page, box in letter_boxes(pdf))
    assert furthest <= PAGE_WIDTH - OUTER_MARGIN + 0.5
