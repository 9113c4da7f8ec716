"""Placing: a sheet is laid out once, into pages of content that any binder can take.

What changes from one binder to the next (head, foot, n/N, days on which numbers were dialled) is
not placed here: the assembly draws it into the head, the foot and the slots that a page leaves.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from enum import Enum
from typing import NamedTuple

from referent_desk.paper.drawing import Pen, Slot
from referent_desk.paper.measures import BODY_SIZE, LEADING, PORTRAIT, Frame
from referent_desk.paper.paragraphs import Line


class HeadKind(Enum):
    """STANDARD: department at the left, code block at the right.

    FORM: code block at the top left, so that the form can put its identity block at the top right
    (`frame.width - IDENTITY_WIDTH`, 0), 65 × 30 mm. The department stands under the code; where the
    serial will be it says that this is a master without one. The form draws its title itself.
    Its frame is `FORM_PORTRAIT` or `FORM_LANDSCAPE`.
    """

    STANDARD = "standard"
    FORM = "form"


class PageContent(NamedTuple):
    """`operators` draw within the frame, whose origin is its lower left corner, in points."""

    operators: bytes
    fonts: frozenset[str]
    slots: tuple[Slot, ...] = ()


class LaidOut(NamedTuple):
    """A sheet that is ready to be put into any binder."""

    pages: tuple[PageContent, ...]
    frame: Frame = PORTRAIT
    head: HeadKind = HeadKind.STANDARD


def page_content(pen: Pen) -> PageContent:
    return PageContent(pen.operators, frozenset(pen.fonts), tuple(pen.slots))


class Pages:
    """Takes blocks from the top down and turns the page when the next one does not fit.

    `on_turn` draws what a following page begins with (the title, the head of a table).
    """

    def __init__(self, frame: Frame = PORTRAIT, pen: type[Pen] = Pen) -> None:
        """`pen` BlankPen: only to see how many pages it would take."""
        self.frame = frame
        self._pen = pen
        self.on_turn: Callable[[Pages], None] | None = None
        self._done: list[PageContent] = []
        self.pen = pen(frame.height)
        self.y = frame.body_top
        self._fresh = self.y
        self._left_empty = 0.0

    @property
    def room(self) -> float:
        return self.frame.body_bottom - self.y

    def fitting(self, height: float) -> int:
        """How many blocks of that height the page has room for."""
        return int((self.room + 0.01) // height)

    @property
    def count(self) -> int:
        """Of the pages begun so far."""
        return len(self._done) + 1

    @property
    def whole(self) -> float:
        """The height of a page on which nothing stands yet but what `on_turn` draws."""
        return self.frame.body_bottom - self._fresh

    def take(self, height: float, before: float = 0.0) -> float:
        """The top of a block of that height, `before` points under what stands above.

        Turns the page when it does not fit; on a page that is still empty it is taken in any case.
        """
        gap = before if self.y > self._fresh else 0.0
        if height + gap > self.room + 0.01 and self.y > self._fresh:
            self.turn()
            gap = 0.0
        top = self.y + gap
        self.y = top + height
        return top

    @property
    def filled(self) -> float:
        """The height that is taken so far, in pages."""
        height = self.frame.body_height
        return (self.count * height - self._left_empty - max(0.0, self.room)) / height

    def turn(self) -> None:
        self._left_empty += max(0.0, self.room)
        self._done.append(page_content(self.pen))
        self.pen = self._pen(self.frame.height)
        self.y = self.frame.body_top
        if self.on_turn is not None:
            self.on_turn(self)
        self._fresh = self.y

    def began(self) -> None:
        """What stands on the page so far is its beginning, which the next block keeps to."""
        self._fresh = self.y

    def pour(
        self, x: float, lines: Sequence[Line], size: float = BODY_SIZE, leading: float = LEADING
    ) -> None:
        """Lines one after another, over as many pages as they need."""
        step = size * leading
        rest = list(lines)
        while rest:
            fitting = int((self.room + 0.01) // step)
            if fitting < 1:
                self.turn()
                fitting = max(1, int((self.room + 0.01) // step))
            self.pen.lines(x, self.y, rest[:fitting], size, leading=leading)
            self.y += min(fitting, len(rest)) * step
            rest = rest[fitting:]

    def finish(self) -> tuple[PageContent, ...]:
        return (*self._done, page_content(self.pen))
