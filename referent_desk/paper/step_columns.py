"""How wide the columns of the steps may be; what makes the steps lowest is taken by who asks.

No column is so narrow that a word, or the box for what nobody filled in, has to be broken, as long
as the widest that is allowed takes it.
"""

from __future__ import annotations

from collections.abc import Sequence

from referent_desk.domain.procedures import Step
from referent_desk.paper.fonts import Face, drawable, text_width
from referent_desk.paper.measures import LABEL_SIZE, MM

ARROW_WIDTH = 4.5 * MM
SPACING = 0.5
"""Between the letters of a column's title."""
BETWEEN_TITLES = 4.0
_WIDEST_WHO = 34 * MM
_NARROW_WHO = 21 * MM
_ASIDES = (40 * MM, 45 * MM, 29 * MM)


def who_widths(steps: Sequence[Step], size: float) -> tuple[float, ...]:
    every = {step.who for step in steps}
    longest = max(bold_width(who, size) for who in every) + 1
    words = {word for who in every for word in who.replace("-", "- ").split()}
    narrow = max([_NARROW_WHO, *(bold_width(word, size) + 1 for word in words)])
    if longest <= narrow:
        return (longest,)
    return min(longest, _WIDEST_WHO), min(narrow, _WIDEST_WHO)


def aside_widths(steps: Sequence[Step], titles: tuple[str, str], size: float) -> tuple[float, ...]:
    """Of the column with the forms and where they go; 0 where no step has any."""
    if not any(titles):
        return (0.0,)
    title = _titles_width(titles)
    wanted = max([title, *(aside_width(step, size) for step in steps)]) + 1
    words = {word for step in steps for word in step.where.split()}
    longest = max((text_width(drawable(word), size) for word in words), default=0.0)
    least = min(max(ARROW_WIDTH + longest, title) + 1, max(_ASIDES))
    return tuple(min(wanted, max(least, most)) for most in _ASIDES)


def aside_width(step: Step, size: float) -> float:
    """Of forms, arrow and where they go on one line."""
    forms = bold_width(" ".join(step.forms) + " ", size) if step.forms else 0.0
    where = ARROW_WIDTH + text_width(drawable(step.where), size) if step.where else 0.0
    return forms + where


def bold_width(text: str, size: float) -> float:
    return text_width(drawable(text, Face.BOLD), size, Face.BOLD)


def _titles_width(titles: tuple[str, str]) -> float:
    letters = sum(bold_width(words, LABEL_SIZE) + SPACING * len(words) for words in titles)
    return letters + (BETWEEN_TITLES + ARROW_WIDTH if all(titles) else ARROW_WIDTH)
