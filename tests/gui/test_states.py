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
    ("software", "state", "shape"),
    [
        ("", "", Shape.DASH),
        ("", "draft_only", Shape.DIAMOND),
        ("Dossier+", "", Shape.SQUARE),
        ("Dossier+", "missing", Shape.SQUARE),
        ("Dossier+", "up_to_date", Shape.TICK),
    ],
)
def test_a_function_without_software_is_not_a_missing_procedure(
    software: str, state: str, shape: Shape
) -> None:
    assert coverage_state(software, state).shape is shape


def test_no_hole_is_good_and_any_hole_is_counted() -> None:
    assert (hole_state(0).word, hole_state(0).shape) == ("0", Shape.TICK)
    assert (hole_state(3).word, hole_state(3).shape) == ("3", Shape.SQUARE)
