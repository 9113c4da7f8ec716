"""How close together a procedure is set: from large type to what saves a second page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from referent_desk.domain.sheets import ProcedureBody
from referent_desk.language import Language
from referent_desk.paper.measures import (
    BODY_LARGE,
    BODY_SIZE,
    DENSE_LEADING,
    GAP,
    LEADING,
    MM,
    TIGHT_LEADING,
    TITLE_SIZE,
)
from referent_desk.paper.numbers import ROW_GAP
from referent_desk.paper.sheets_steps import StepType


class Density(NamedTuple):
    """Type size, how the steps are set, white between two blocks, distance of lines in boxes,
    whether rows of numbers may change places for two to share a line, and blanks say no more than
    what is to be written there.

    With less than `least_room` left by the tightest setting, trying it is a waste of time.
    """

    size: float
    steps: StepType
    gap: float
    leading: float = LEADING
    bar: float = 12.0
    title: float = TITLE_SIZE
    under: float = BODY_SIZE + 1.5
    least_room: float = 0.0
    row_gap: float = ROW_GAP
    closed_up: bool = False


LARGE = Density(BODY_LARGE, StepType(BODY_LARGE, 1.5 * MM), GAP, least_room=75.0)
PLAIN = Density(BODY_SIZE, StepType(BODY_SIZE, 1.2 * MM), GAP, least_room=35.0)
SNUG = Density(
    BODY_SIZE, StepType(BODY_SIZE, 0.9 * MM, 1.24, 1.8 * MM), 2 * MM, 1.24, least_room=12.0
)
TIGHT = Density(
    BODY_SIZE,
    StepType(BODY_SIZE, 0.55 * MM, TIGHT_LEADING, 1.2 * MM),
    1.3 * MM,
    TIGHT_LEADING,
    bar=11.5,
    title=18.0,
    under=BODY_SIZE,
)
DENSE = Density(
    BODY_SIZE,
    StepType(BODY_SIZE, 0.4 * MM, DENSE_LEADING, 0.8 * MM),
    0.9 * MM,
    DENSE_LEADING,
    bar=BODY_SIZE,
    title=18.0,
    under=BODY_SIZE,
    row_gap=1.0,
    closed_up=True,
)
"""Only where it saves a second page with a few lines on it, which nobody turns to at night."""


def with_short_blanks(body: ProcedureBody, language: Language) -> ProcedureBody:
    """`………… (place of the board)`, where there is no room for `………… (by hand: place …)`."""
    blank = language.gettext("………… (by hand: {name})").partition("{name}")[0]
    short = blank[: blank.index("(") + 1]

    def shortened(texts: Sequence[str]) -> tuple[str, ...]:
        return tuple(text.replace(blank, short) for text in texts)

    [trigger, decides] = shortened((body.trigger, body.decides))
    steps = tuple(
        replace(step, what=step.what.replace(blank, short), where=step.where.replace(blank, short))
        for step in body.steps
    )
    return replace(
        body,
        trigger=trigger,
        decides=decides,
        stops=shortened(body.stops),
        still_works=shortened(body.still_works),
        steps=steps,
        after_48_hours=shortened(body.after_48_hours),
        back_to_normal=shortened(body.back_to_normal),
    )
