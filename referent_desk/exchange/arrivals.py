"""The list for those who arrive, as it is shipped."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from referent_desk.domain.arrivals import LONGEST_LINE, MOST_LINES
from referent_desk.domain.texts import shortened
from referent_desk.exchange.toml_files import Text, Texts, TomlTable, Whole, read_toml, table
from referent_desk.resources import resource

_FILE = table(
    revision=Whole(least=1, most=9999),
    lines=Texts(each=Text(longest=120), fewest=1, most=40),
    software=Text(longest=120),
)


@cache
def _read(language_code: str) -> TomlTable:
    return read_toml(resource("arrivals", f"{language_code}.toml"), _FILE)


def usual_lines(language_code: str, software: Iterable[str]) -> tuple[str, ...]:
    """Those for everybody, then one for each of these programs."""
    read = _read(language_code)
    each = read.text("software")
    own = (each.replace("{software}", shortened(name, 120)) for name in software)
    return tuple(line[:LONGEST_LINE] for line in (*read.texts("lines"), *own))[:MOST_LINES]
