"""How the steps of a procedure are counted, on paper and on screen."""

from __future__ import annotations

from collections.abc import Iterable

from referent_desk.domain.procedures import Step


def step_marks(steps: Iterable[Step]) -> list[str]:
    """`1 2 a b – 3`: letters begin again under each number; a first step is always a number."""
    marks = []
    number = letter = 0
    for step in steps:
        if step.level <= 1 or number == 0:
            number, letter = number + 1, 0
            marks.append(str(number))
        elif step.level == 2:
            letter += 1
            marks.append(chr(ord("a") + (letter - 1) % 26) * (1 + (letter - 1) // 26))
        else:
            marks.append("–")
    return marks
