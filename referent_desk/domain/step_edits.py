"""What a key does to the steps of a procedure: split, join, deeper, higher, moved.

A step and those below it, deeper and in one run, go together. Each edit answers with the steps and
where the cursor stands afterwards.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from referent_desk.domain.drafts import with_levels
from referent_desk.domain.pasted_lines import PastedLine
from referent_desk.domain.procedures import DEEPEST_LEVEL, Step

Steps = tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class Edited:
    """`cursor` counts letters of what is done in step `row`."""

    steps: Steps
    row: int
    cursor: int = 0


def split(steps: Steps, row: int, cursor: int) -> Edited:
    """A new step of the same level; what stands after the cursor goes with it.

    At the very beginning of a step that says something the new one comes before it, so that who,
    forms and place stay with their text.
    """
    step = steps[row]
    before, after = step.what[:cursor].rstrip(), step.what[cursor:].lstrip()
    if not before and after:
        return Edited((*steps[:row], Step("", level=step.level), *steps[row:]), row + 1)
    here = replace(step, what=before)
    below = Step(after, level=step.level)
    return Edited((*steps[:row], here, below, *steps[row + 1 :]), row + 1)


def join(steps: Steps, row: int) -> Edited:
    """The step becomes the end of the one above; who, forms and place fill what is empty there."""
    if row == 0:
        return Edited(steps, row)
    above, here = steps[row - 1], steps[row]
    glue = " " if above.what and here.what else ""
    joined = replace(
        above,
        what=above.what + glue + here.what,
        who=above.who or here.who,
        forms=tuple(dict.fromkeys((*above.forms, *here.forms))),
        where=above.where or here.where,
        means=tuple(dict.fromkeys((*above.means, *here.means))),
    )
    cursor = len(above.what) + len(glue)
    return Edited(with_levels((*steps[: row - 1], joined, *steps[row + 1 :])), row - 1, cursor)


def remove(steps: Steps, row: int) -> Edited:
    """There is always a step to type into."""
    left = with_levels((*steps[:row], *steps[row + 1 :])) or (Step(""),)
    row = max(0, row - 1)
    return Edited(left, row, len(left[row].what))


def shift(steps: Steps, row: int, by: int, cursor: int = 0) -> Edited:
    """One level deeper (1) or higher (-1), with what is below; nothing where that cannot be."""
    above = steps[row - 1].level if row else 0
    wanted = steps[row].level + by
    if not 1 <= wanted <= min(above + 1, DEEPEST_LEVEL):
        return Edited(steps, row, cursor)
    end = _end(steps, row)
    if any(step.level + by > DEEPEST_LEVEL for step in steps[row:end]):
        return Edited(steps, row, cursor)
    moved = (replace(step, level=step.level + by) for step in steps[row:end])
    return Edited(with_levels((*steps[:row], *moved, *steps[end:])), row, cursor)


def move(steps: Steps, row: int, by: int, cursor: int = 0) -> Edited:
    """Before the step above (-1) or after the one below (1) of the same level, with what is below.

    It stays under its own number: where there is no such neighbour, nothing moves.
    """
    end = _end(steps, row)
    level = steps[row].level
    if by > 0:
        if end == len(steps) or steps[end].level != level:
            return Edited(steps, row, cursor)
        after = _end(steps, end)
        turned = (*steps[:row], *steps[end:after], *steps[row:end], *steps[after:])
        return Edited(turned, row + after - end, cursor)
    start = row - 1
    while start >= 0 and steps[start].level > level:
        start -= 1
    if start < 0 or steps[start].level != level:
        return Edited(steps, row, cursor)
    turned = (*steps[:start], *steps[row:end], *steps[start:row], *steps[end:])
    return Edited(turned, start, cursor)


def _end(steps: Steps, row: int) -> int:
    """The row after the last one below `row`."""
    end = row + 1
    while end < len(steps) and steps[end].level > steps[row].level:
        end += 1
    return end


def paste(steps: Steps, row: int, start: int, end: int, lines: Sequence[PastedLine]) -> Edited:
    """Each line a step; the first goes into what is written, in place of what is chosen there.

    Levels are kept against one another, beginning at that of the step pasted into.
    """
    if not lines:
        return Edited(steps, row, start)
    here = steps[row]
    before, after = here.what[:start], here.what[end:]
    texts = [line.text for line in lines]
    cursor = len(texts[-1]) + (len(before) if len(lines) == 1 else 0)
    texts[0] = before + texts[0]
    texts[-1] += after
    base = here.level - lines[0].level
    levels = [max(1, min(DEEPEST_LEVEL, base + line.level)) for line in lines]
    made = [replace(here, what=texts[0])]
    made += [Step(text, level=level) for text, level in zip(texts[1:], levels[1:], strict=True)]
    turned = with_levels((*steps[:row], *made, *steps[row + 1 :]))
    return Edited(turned, row + len(lines) - 1, cursor)
