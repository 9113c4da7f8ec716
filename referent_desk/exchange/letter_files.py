"""Files of the templates of letters: where they lie, what shape they have, what they may name.

In a hospital's own folder, `fr/appointment.toml` counts for French only and wins over
`appointment.toml`, and both over the shipped one.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from pathlib import Path

from referent_desk.domain.letters import LONGEST_LETTER
from referent_desk.exchange.toml_files import Table, Text, Texts, TomlTable, table
from referent_desk.language import _
from referent_desk.resources import resource

FIELD = re.compile(r"\{([^{}]*)\}")


def letter_file(name: str, language_code: str, own_folder: Path | None) -> Path:
    """The hospital's own where there is one."""
    file = f"{name}.toml"
    own = () if own_folder is None else (own_folder / language_code / file, own_folder / file)
    found = next((path for path in own if path.is_file()), None)
    return found or resource("letters", language_code, file)


def template_shape(kinds: Iterable[str]) -> Table:
    return table(
        kind=Text(allowed=tuple(kinds)),
        title=Text(longest=80),
        text=Text(longest=LONGEST_LETTER),
        signatures=Texts(each=Text(longest=60), fewest=1, most=4),
    )


def refuse_unknown(
    read: TomlTable, known: Iterable[str], unknown: Callable[[str], str | None]
) -> None:
    """`unknown` gives the first name between braces of a text that is none of `known`."""
    for key in ("title", "text"):
        name = unknown(read.text(key))
        if name is not None:
            read.refuse(
                key,
                _("the name {{{name}}} is not known here; the names are {known}.").format(
                    name=name, known=", ".join(known)
                ),
            )
