"""Boxes that stand side by side."""

from __future__ import annotations

from dataclasses import dataclass, field

import pytest

from referent_desk.paper.blocks import ItemsBox, label_width, side_by_side
from referent_desk.paper.drawing import Pen
from referent_desk.paper.layout import Pages

ROOM = Pages().frame.width


@dataclass
class Box:
    """One that is the lower the wider it is."""

    least_width: float
    letters: float
    drawn: list[float] = field(default_factory=list)

    def height(self, width: float) -> float:
        return self.letters / width

    def draw(self, pen: Pen, x: float, y: float, width: float, height: float) -> None:
        self.drawn.append(width)


@pytest.mark.parametrize(("least", "is_kept"), [(0.0, False), (0.45 * ROOM, True)])
def test_no_box_is_made_narrower_than_its_label(least: float, is_kept: bool) -> None:
    """Without the label, the one with little to say would give its room to the other."""
    short, long = Box(least, 5_000), Box(0.0, 30_000)
    side_by_side(Pages(), [short, long])
    assert (short.drawn[0] >= 0.45 * ROOM) is is_kept
    assert short.drawn[0] + long.drawn[0] < ROOM


def test_labels_too_long_for_any_share_still_stand_side_by_side() -> None:
    boxes = [Box(0.6 * ROOM, 5_000), Box(0.6 * ROOM, 5_000)]
    side_by_side(Pages(), boxes)
    assert all(box.drawn for box in boxes)


def test_a_box_is_as_wide_as_its_label_at_least() -> None:
    label = "Retour à la normale : cocher, signer, classer"
    assert ItemsBox(label, ["Rendre la feuille"]).least_width == label_width(label) > 0.4 * ROOM
    assert label_width(label, has_sign=True) > label_width(label)
