from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from typing import Any

import pytest

from referent_desk.domain.people import AppointmentState
from referent_desk.domain.procedures import ProcedureState
from referent_desk.domain.software import SoftwareStatus
from referent_desk.gui.shapes import Shape
from referent_desk.gui.states import (
    State,
    appointment_state,
    coverage_state,
    hole_state,
    procedure_state,
    software_status,
)

FAMILIES: list[tuple[type[StrEnum], Callable[[Any], State]]] = [
    (ProcedureState, procedure_state),
    (AppointmentState, appointment_state),
    (SoftwareStatus, software_status),
]


@pytest.mark.parametrize(("states", "shown"), FAMILIES)
def test_states_are_told_apart_by_word_and_by_shape_without_colour(
    states: type[StrEnum], shown: Callable[[Any], State]
) -> None:
    seen = [shown(state) for state in states]
    assert len({state.word for state in seen}) == len(seen)
    assert len({state.shape for state in seen}) == len(seen)


@pytest.mark.parametrize(
    ("state", "shape"),
    [
        ("", Shape.SQUARE),
        ("missing", Shape.SQUARE),
        ("draft_only", Shape.DIAMOND),
        ("up_to_date", Shape.TICK),
    ],
)
def test_what_a_function_falls_back_on_is_told_whatever_its_software(
    state: str, shape: Shape
) -> None:
    assert coverage_state(state).shape is shape


@pytest.mark.parametrize(
    ("holes", "unfinished", "word", "shape"),
    [
        (0, 0, "0", Shape.TICK),
        (3, 0, "3", Shape.SQUARE),
        (3, 8, "3", Shape.SQUARE),
        (0, 8, "8 to finish", Shape.TRIANGLE),
    ],
)
def test_a_draft_is_no_hole_and_any_hole_is_counted(
    holes: int, unfinished: int, word: str, shape: Shape
) -> None:
    state = hole_state(holes, unfinished)
    assert (state.word, state.shape) == (word, shape)
