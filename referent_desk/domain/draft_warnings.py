"""What makes a procedure hard to follow on the worst night: said while it is written."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from referent_desk.domain.drafts import numbered_steps
from referent_desk.domain.filled_texts import LOCAL_VALUE, local_value_names
from referent_desk.domain.procedures import ProcedureText
from referent_desk.domain.texts import folded

MOST_PAGES = 2
MOST_NUMBERED = 9
MOST_WORDS = 20


class Part(StrEnum):
    """The parts of a procedure, in the order in which one reads them; the names of its fields."""

    TITLE = "title"
    TRIGGER = "trigger"
    DECIDES = "decides"
    STOPS = "stops"
    STILL_WORKS = "still_works"
    STEPS = "steps"
    NUMBERS = "numbers"
    AFTER_48_HOURS = "after_48_hours"
    BACK_TO_NORMAL = "back_to_normal"
    LOCAL_VALUES = "local_values"


@dataclass(frozen=True, slots=True)
class DraftWarning:
    """`row` counts the lines of the part from 0; `fields` are what its sentence names."""

    code: str
    part: Part
    row: int
    fields: Mapping[str, object]


def words_in(piece: str) -> int:
    """A local value counts as one word, however long its name is."""
    return len(LOCAL_VALUE.sub("x", piece).split())


def warnings_of(
    text: ProcedureText,
    forms: Collection[str],
    values: Mapping[str, str],
    pages: int = 0,
    means: Iterable[str] = (),
) -> tuple[DraftWarning, ...]:
    """`forms` are the known codes, `values` those of the department, `pages` 0: unknown.

    `means` are the names that the department can give.
    """
    return (
        *_length(text, pages),
        *_steps(text, forms),
        *_means(text, frozenset(map(folded, means))),
        *_values(text, values),
    )


def _length(text: ProcedureText, pages: int) -> Iterable[DraftWarning]:
    if pages > MOST_PAGES:
        yield DraftWarning("many_pages", Part.STEPS, 0, {"pages": pages, "most": MOST_PAGES})
    count = numbered_steps(text.steps)
    if count > MOST_NUMBERED:
        numbered = [row for row, step in enumerate(text.steps) if step.level == 1]
        fields = {"count": count, "most": MOST_NUMBERED}
        yield DraftWarning("many_steps", Part.STEPS, numbered[MOST_NUMBERED], fields)


def _steps(text: ProcedureText, forms: Collection[str]) -> Iterable[DraftWarning]:
    for row, step in enumerate(text.steps):
        words = words_in(step.what)
        if words > MOST_WORDS:
            fields = {"words": words, "most": MOST_WORDS}
            yield DraftWarning("long_step", Part.STEPS, row, fields)
        for code in step.forms:
            if code not in forms:
                yield DraftWarning("unknown_form", Part.STEPS, row, {"code": code})


def _means(text: ProcedureText, known: Collection[str]) -> Iterable[DraftWarning]:
    for row, step in enumerate(text.steps):
        for name in step.means:
            if folded(name) not in known:
                yield DraftWarning("unknown_means", Part.STEPS, row, {"name": name})


def _values(text: ProcedureText, values: Mapping[str, str]) -> Iterable[DraftWarning]:
    for row, name in enumerate(local_value_names(text)):
        if not values.get(name):
            yield DraftWarning("empty_value", Part.LOCAL_VALUES, row, {"name": name})
