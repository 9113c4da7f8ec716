"""Whom to call as rows of a box: each number once, those of different hours one by one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from referent_desk.domain.directory import NUMBERS_BETWEEN
from referent_desk.domain.hotlines import in_pairs, number_and_times
from referent_desk.domain.post_hours import is_by_night
from referent_desk.domain.procedures import UNFILLED
from referent_desk.domain.sheets import Contact
from referent_desk.paper.fonts import Face
from referent_desk.paper.number_words import is_duty, put_through, telling_words, without_duty
from referent_desk.paper.paragraphs import Run

_NUMBER_AND_HOURS = re.compile(r"((?:[^\W\d_]+\.? )?[\d .+]+\d)\s*\((.+)\)", re.DOTALL)
_BLANK_AND_HOURS = re.compile(rf"({UNFILLED})\s*\((.+)\)")
_ASIDE = re.compile(r"\s*\([^()]*\)")


class NumberRow(NamedTuple):
    what: str
    name: str
    number: str
    there: str = ""
    """When who is named is there."""

    @property
    def can_be_dialled(self) -> bool:
        """Not a blank that is still to be filled in."""
        return any(map(str.isdigit, self.number))

    @property
    def dialled(self) -> str:
        """The number itself: `01 23 45 67 89` of `01 23 45 67 89 (24 h/24)`, `bip 312` of
        `bip 312 (jour)`."""
        return _in_pairs(self._parts[0])

    @property
    def words(self) -> Sequence[Run]:
        """Who answers, and when, if the number says so."""
        hours = self.hours
        name, said = f" {self.name}" if self.name else "", f" {hours}" if hours else ""
        return [(self.what, Face.REGULAR), (name, Face.BOLD), (said, Face.REGULAR)]

    @property
    def hours(self) -> str:
        return ", ".join(filter(None, (self.there, self._parts[1])))

    @property
    def _parts(self) -> tuple[str, str]:
        if "(" not in self.number:
            return number_and_times(self.number)
        found = _NUMBER_AND_HOURS.fullmatch(self.number)
        words, hours = (found[1], found[2]) if found else put_through(self.number)
        return (words, hours) if words else (self.number, "")


_in_pairs = lru_cache(maxsize=256)(in_pairs)


def contact_rows(contacts: Sequence[Contact]) -> list[NumberRow]:
    return merged([NumberRow(each.role, each.name, each.number, each.hours) for each in contacts])


def merged(rows: Sequence[NumberRow]) -> list[NumberRow]:
    """Each number once: who answers it in several roles stands in one row, the roles in order.

    `4230 · 65230 (garde)` are two of them.
    """
    found: dict[tuple[str, str], NumberRow] = {}
    for place, row in enumerate(_said_once(one) for each in rows for one in one_by_one(each)):
        number = "".join(filter(str.isalnum, row.number.casefold()))
        key = (number, "") if row.can_be_dialled else ("", f"{place}")
        first = found.get(key)
        if first is not None and first.name and row.name and first.name != row.name:
            key, first = (number, row.name), found.get((number, row.name))
        found[key] = row if first is None else _both(first, row)
    return list(found.values())


def one_by_one(row: NumberRow) -> list[NumberRow]:
    """One row for each of the numbers by which somebody is reached at different hours.

    `DSI, astreinte` is `DSI` beside the number of the day.
    """
    numbers = row.number.split(NUMBERS_BETWEEN)
    told = (
        UNFILLED in number or any(map(str.isdigit, number)) or put_through(number)[0]
        for number in numbers
    )
    if not all(told) or (row.number.startswith(UNFILLED) and len(numbers) == 1):
        return [row]
    rows = [row._replace(number=number) for number in numbers]
    late = [is_by_night(each._parts[1]) for each in rows]
    by_day = without_duty(row.what) if any(late) else row.what
    return [
        _duty_once(each if is_late else _blank_told(each._replace(what=by_day)))
        for each, is_late in zip(rows, late, strict=True)
    ]


def _blank_told(row: NumberRow) -> NumberRow:
    """When the number that is missing would answer is told beside whom it reaches."""
    found = _BLANK_AND_HOURS.fullmatch(row.number)
    return row._replace(what=f"{row.what} {found[2]}", number=found[1]) if found else row


def _duty_once(row: NumberRow) -> NumberRow:
    """`DSI, astreinte` beside `4041 (astreinte)` says it already; so does `Médecin de garde`."""
    number, hours = row._parts
    is_said = bool(hours) and hours.casefold() in row.what.casefold()
    is_said = is_said or (is_duty(hours) and without_duty(row.what) != row.what)
    return row._replace(number=number) if is_said else row


def _said_once(row: NumberRow) -> NumberRow:
    """`IT (extension 4040)` is `IT` beside the number 4040."""
    if "(" not in row.what and "(" not in row.name:
        return row
    digits = "".join(filter(str.isdigit, row.dialled))

    def kept(aside: re.Match[str]) -> str:
        return "" if digits and "".join(filter(str.isdigit, aside[0])) == digits else aside[0]

    return row._replace(what=_ASIDE.sub(kept, row.what), name=_ASIDE.sub(kept, row.name))


def _both(first: NumberRow, second: NumberRow) -> NumberRow:
    """Words that say no more than the others (`IT on-call line`, `IT, on call`) are left out."""
    told, telling = telling_words(first.what), telling_words(second.what)
    if telling <= told:
        what = first.what
    elif told <= telling:
        what = second.what
    else:
        what = f"{first.what} · {second.what}"
    return NumberRow(what, first.name or second.name, first.number, first.there or second.there)
