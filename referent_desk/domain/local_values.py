"""Values that the texts of a department name between braces, and that it fills in itself."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from referent_desk.domain.durations import minutes_of
from referent_desk.domain.texts import folded


@dataclass(frozen=True, slots=True)
class AskedValue:
    """`asked_by` holds the titles of the texts that name it; none: only kept from before.

    `id` is empty where nothing was ever stored. `found`: what prints while `value` is empty, from
    the directory.
    """

    name: str
    value: str
    asked_by: tuple[str, ...]
    id: str = ""
    found: str = ""

    @property
    def is_blank(self) -> bool:
        """Whether the sheets print a blank to fill in by hand."""
        return not self.value and not self.found


LONGEST_DELAY = 4 * 60
"""Minutes: a ward that waits longer for its program has gone to paper by itself."""

DELAY_LEFT_OPEN = "{{name}}"
"""The delay itself in braces, to be filled in once it is known for which program."""

_DELAYS = ("delai avant", "delay before")


@lru_cache(maxsize=2048)
def is_delay(name: str) -> bool:
    """Whether a value of that name is how long one waits before going to paper."""
    return folded(name).startswith(_DELAYS)


_BINDER_PLACES = frozenset(map(folded, ("emplacement du classeur", "place of the binder")))


def binder_place(said: Mapping[str, str]) -> str:
    """Where the department says that its binder stands; empty where it does not."""
    return next((v for name, v in said.items() if v and folded(name) in _BINDER_PLACES), "")


def delays_between(delays: Collection[str]) -> str:
    """`30 min … 4 h`, as each program has its own; empty where one is not known."""
    if not delays or not all(delays):
        return ""
    in_order = sorted(set(delays), key=lambda delay: (str(minutes_of(delay)).zfill(9), delay))
    return " … ".join(dict.fromkeys((in_order[0], in_order[-1])))


def delay_fault(name: str, value: str) -> str:
    """Why a value cannot be how long one waits before going to paper; empty where it can.

    Other values, and what is said in other words than a duration, are nobody's business.
    """
    if not value or not is_delay(name):
        return ""
    minutes = minutes_of(value)
    if isinstance(minutes, int):
        return "delay_too_long" if minutes > LONGEST_DELAY else ""
    return "no_unit" if value.strip().isdecimal() else ""


def asked_values(
    asked: Iterable[tuple[str, Iterable[str]]],
    stored: Mapping[str, tuple[str, str]],
    found: Callable[[str], str] = lambda _name: "",
) -> tuple[AskedValue, ...]:
    """The blank ones first, each group in reading order; at the end what nobody asks for.

    `asked` pairs the title of a text with the names it holds; `stored` gives id and value by name,
    `found` what prints where the department has said nothing.
    """
    titles: dict[str, dict[str, None]] = {}
    for title, names in asked:
        for name in names:
            titles.setdefault(name, {})[title] = None
    for name in stored:
        titles.setdefault(name, {})
    values = []
    for name, by in titles.items():
        key, said = stored.get(name, ("", ""))
        if by or said:
            values.append(AskedValue(name, said, tuple(by), key, "" if said else found(name)))
    return tuple(sorted(values, key=lambda value: (not value.asked_by, not value.is_blank)))
