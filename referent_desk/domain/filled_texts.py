"""The text of a procedure with the values of a department in the place of their names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from itertools import chain
from operator import attrgetter

from referent_desk.domain.directory import NUMBERS_BETWEEN
from referent_desk.domain.known_numbers import NO_NUMBERS, KnownNumbers
from referent_desk.domain.local_values import is_delay
from referent_desk.domain.posts import is_spare, is_telephone, purpose_named
from referent_desk.domain.procedures import UNFILLED, ProcedureText, UsefulNumber

LOCAL_VALUE = re.compile(r"\{([^{}\n]{1,80})\}")
"""A value that each department fills in, named in a text between braces."""


def local_value_names(text: ProcedureText) -> tuple[str, ...]:
    """The names in braces, in reading order, each once."""
    found: dict[str, None] = {}
    for piece in texts_of(text):
        found.update(dict.fromkeys(LOCAL_VALUE.findall(piece)))
    return tuple(found)


@dataclass(frozen=True, slots=True)
class LocalValues:
    """A department's values by name; `blank` stands, with its `{name}`, where one is missing.

    A number that the department did not say is one of `numbers`; `{name}` in `delay` too is filled.
    """

    values: Mapping[str, str]
    blank: str
    numbers: KnownNumbers = NO_NUMBERS
    delay: str = ""
    by_day: str = ""
    """Stands beside the blank for a number of the day, where the one of the night is known."""
    other_than: str = ""
    """With `{number}`, stands beside a spare line that nobody knows, if the usual one is known."""

    def value_of(self, name: str) -> str:
        """Empty where nobody knows."""
        delay = self.delay.replace("{name}", name) if is_delay(name) else ""
        found = self.values.get(name, "") or delay
        return found or (self.numbers.named(name) if is_telephone(name) else "")

    def fill(self, piece: str) -> str:
        if "{" not in piece:
            return piece
        return LOCAL_VALUE.sub(
            lambda m: self.value_of(m.group(1)) or self.blank.replace("{name}", m.group(1)),
            piece,
        )

    def filled(self, piece: str) -> str:
        """The text when every value that it names is known; empty when one is missing."""
        names = LOCAL_VALUE.findall(piece)
        return self.fill(piece) if all(self.value_of(name) for name in names) else ""

    def number_beside(self, label: str, number: str) -> str:
        """What was written beside a label, else the number of whom the label names."""
        known = self.filled(number) or self.numbers.named(label)
        by_night = "" if known else self.numbers.by_night_alone(label)
        if by_night:
            by_day = f"{UNFILLED} ({self.by_day})" if self.by_day else UNFILLED
            return NUMBERS_BETWEEN.join((by_day, by_night))
        return known or UNFILLED

    def told(self, asked: UsefulNumber) -> UsefulNumber:
        """`Standard de secours (autre que le 9)`, where that is all that is known."""
        number = self.number_beside(asked.label, asked.number)
        is_blank = number == UNFILLED and bool(self.other_than) and is_spare(asked.label)
        usual = self.numbers.of(purpose_named(asked.label)) if is_blank else ""
        if not usual:
            return UsefulNumber(asked.label, number)
        first = usual.partition(NUMBERS_BETWEEN)[0].partition(" (")[0]
        return UsefulNumber(f"{asked.label} ({self.other_than.format(number=first)})", number)


def fill_local_values(text: ProcedureText, local: LocalValues) -> ProcedureText:
    """The text with every name in braces replaced; itself where there is none to replace."""
    if all(map(_number, text.numbers)) and "{" not in "".join(texts_of(text)):
        return text
    fill = local.fill

    def fill_all(pieces: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(fill(piece) for piece in pieces)

    return ProcedureText(
        title=fill(text.title),
        trigger=fill(text.trigger),
        decides=fill(text.decides),
        stops=fill_all(text.stops),
        still_works=fill_all(text.still_works),
        steps=tuple(
            replace(s, what=fill(s.what), where=fill(s.where)) if "{" in s.what + s.where else s
            for s in text.steps
        ),
        numbers=tuple(map(local.told, text.numbers)),
        after_48_hours=fill_all(text.after_48_hours),
        back_to_normal=fill_all(text.back_to_normal),
    )


def texts_of(text: ProcedureText) -> Iterable[str]:
    """In reading order, what stands beside the numbers left out."""
    return (
        *(text.title, text.trigger, text.decides, *text.stops, *text.still_works),
        *chain.from_iterable(map(_written, text.steps)),
        *map(_number, text.numbers),
        *(*text.after_48_hours, *text.back_to_normal),
    )


_written, _number = attrgetter("what", "where"), attrgetter("number")
