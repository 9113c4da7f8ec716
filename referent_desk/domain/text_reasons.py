"""Why a text of a sheet reads otherwise: a value that the department filled in, or a new text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

from referent_desk.domain.body_differences import BodyDifference
from referent_desk.domain.change_logs import ChangeLog
from referent_desk.domain.filled_texts import LOCAL_VALUE
from referent_desk.domain.procedures import UNFILLED
from referent_desk.domain.sheet_states import Reason

_VALUE = frozenset({"local_value.value", "directory_entry.number", "person.telephone"})


def values_behind(
    difference: BodyDifference,
    templates: Iterable[str],
    local: Mapping[str, str],
    log: ChangeLog,
) -> tuple[tuple[Reason, ...], bool]:
    """Reasons for pieces that are the same but for a local value, and whether that is all.

    `templates` are the present pieces with their `{names}`.
    """
    gone, reasons = list(difference.gone), dict[str, Reason]()
    left = 0
    known = list(templates)
    for piece in difference.come:
        found = next(_fillings(piece, gone, known, local), None)
        if found is None:
            left += 1
            continue
        former, changed = found
        gone.remove(former)
        for name, before, after in changed:
            day = log.day_of(_VALUE, before, after)
            reasons.setdefault(name, Reason("value_changed", {"value": name}, day))
    whole = bool(difference.come) and not left and not gone
    return tuple(reasons.values()), whole


def _fillings(
    piece: str, gone: Iterable[str], templates: Iterable[str], local: Mapping[str, str]
) -> Iterator[tuple[str, list[tuple[str, str, str]]]]:
    """A piece that is gone and what differs in it: the names, their former and present values."""
    for template in templates:
        names = LOCAL_VALUE.findall(template)
        now = _pattern(template).fullmatch(piece)
        if now is None or not _is_filled(names, now.groups(), local):
            continue
        for former in gone:
            was = _pattern(template).fullmatch(former)
            if was is not None:
                pairs = zip(names, was.groups(), now.groups(), strict=True)
                yield former, [(name, b, a) for name, b, a in pairs if b != a]


def _is_filled(names: Iterable[str], values: Iterable[str], local: Mapping[str, str]) -> bool:
    """Whether these are the department's values, or the blanks of those that it lacks."""
    return all(
        local[name] == value if local.get(name) else UNFILLED in value
        for name, value in zip(names, values, strict=True)
    )


@lru_cache(maxsize=256)
def _pattern(template: str) -> re.Pattern[str]:
    literals = LOCAL_VALUE.split(template)[::2]
    return re.compile("(.*)".join(map(re.escape, literals)), re.DOTALL)
