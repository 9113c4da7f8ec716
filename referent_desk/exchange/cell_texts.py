"""A cell's value as the text that a person reads in the spreadsheet."""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta

_ZEROS = re.compile(r"^[0#][0# .\-]*$")
_DECIMALS = re.compile(r"^[#,]*0\.(0+)$")
_PRECISE = 10**15
"""A spreadsheet keeps 15 digits; beyond them the number is no longer what was typed."""


def cell_text(value: object, number_format: str) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "1" if value else "0"
    if isinstance(value, int | float):
        return number_text(value, number_format)
    if isinstance(value, datetime):
        return day_text(value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, time):
        return value.strftime("%H:%M")
    if isinstance(value, timedelta):
        minutes = round(value.total_seconds() / 60)
        return f"{minutes // 60}:{minutes % 60:02}"
    return str(value)


def day_text(moment: datetime) -> str:
    if moment.time() == time():
        return moment.date().isoformat()
    return moment.isoformat(timespec="minutes")


def number_text(value: int | float, number_format: str) -> str:
    """`0033` for 33 shown by `0000`, `01 99 00 56 26` for a telephone's format, `4.10` by `0.00`.

    A number beyond what a spreadsheet keeps is given as it shows it, `2,6E+16`: damage.
    """
    if isinstance(value, float) and (value != value or value in (float("inf"), float("-inf"))):
        return "#NUM!"
    if abs(value) >= _PRECISE:
        return f"{value:.3E}".replace(".", ",")
    form = _plain_format(number_format)
    decimals = _DECIMALS.match(form)
    if decimals:
        return f"{value:.{len(decimals[1])}f}"
    if value != int(value):
        return repr(float(value))
    whole = int(value)
    if whole >= 0 and _ZEROS.match(form) and form.count("0") + form.count("#") > 1:
        return _in_places(str(whole), form)
    return str(whole)


def _plain_format(number_format: str) -> str:
    """The first section of a format, without quotes, escapes, colours and padding."""
    first = number_format.split(";", maxsplit=1)[0]
    bare = re.sub(r"\[[^\]]*\]|_.|\*.", "", first)
    return re.sub(r'"([^"]*)"|\\(.)', r"\1\2", bare).strip()


def _in_places(digits: str, form: str) -> str:
    """Digits fill the places from the right; a `0` without digit shows a zero."""
    shown: list[str] = []
    left = list(digits)
    first_place = next(i for i, c in enumerate(form) if c in "0#")
    for index in range(len(form) - 1, -1, -1):
        character = form[index]
        if character not in "0#":
            shown.append(character)
        elif left:
            shown.append(left.pop())
        elif character == "0":
            shown.append("0")
        if index == first_place:
            shown.extend(reversed(left))
            break
    return "".join(reversed(shown)).strip()
