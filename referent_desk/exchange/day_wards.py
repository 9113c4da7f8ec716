"""What the paper of a ward that keeps nobody overnight says instead, phrase by phrase."""

from __future__ import annotations

from functools import cache

from referent_desk.domain.day_wards import Phrases
from referent_desk.exchange.toml_files import Tables, Text, read_toml, table
from referent_desk.resources import resource

_TEXT = Text(longest=300)
_FILE = table(phrases=Tables(table(says=_TEXT, instead=_TEXT), fewest=1))


@cache
def phrases_of_day_wards(language_code: str) -> Phrases:
    """In the order in which they are replaced: what is longer stands first."""
    file = read_toml(resource("day_wards", f"{language_code}.toml"), _FILE)
    return tuple((line.text("says"), line.text("instead")) for line in file.tables("phrases"))
