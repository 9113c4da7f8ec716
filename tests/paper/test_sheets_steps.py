from __future__ import annotations

from dataclasses import replace

from referent_desk.domain.procedures import Step
from tests.paper.prints import pages_of, says
from tests.paper.wards import PROCEDURE


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
