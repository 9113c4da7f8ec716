from __future__ import annotations

from dataclasses import replace

import pytest

from referent_desk.domain.departments import NodeKind
from referent_desk.gui.departments.subjects import columns
from referent_desk.gui.shapes import Shape
from tests.gui.stand_ins import department_row


@pytest.mark.parametrize(
    ("kind", "software", "holes", "word", "shape"),
    [
        (NodeKind.DEPARTMENT, 3, 2, "2", Shape.SQUARE),
        (NodeKind.DEPARTMENT, 3, 0, "0", Shape.TICK),
        (NodeKind.UNIT, 0, 0, "no software", Shape.DASH),
        (NodeKind.POLE, 0, 0, "pole", Shape.DASH),
    ],
)
def test_a_department_without_software_is_not_shown_as_complete(
    kind: NodeKind, software: int, holes: int, word: str, shape: Shape
) -> None:
    row = replace(department_row(1), kind=kind, software_count=software, holes=holes)
    state = columns()[-1].state
    assert state is not None
    assert (state(row).word, state(row).shape) == (word, shape)
