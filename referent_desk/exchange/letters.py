"""Templates of letters, as TOML: the shipped ones, and a hospital's own in its folder `letters`.

    kind = "appointment"
    title = "Letter of appointment"
    text = '''To {name}, {role} …'''
    signatures = ["The person appointed", "The ward manager"]

In the folder, `fr/appointment.toml` counts for French only and wins over `appointment.toml`. A name
between braces that is not known is refused, with the names that are.
"""

from __future__ import annotations

from pathlib import Path

from referent_desk.domain.letters import (
    FIELDS,
    LONGEST_LETTER,
    LetterKind,
    LetterTemplate,
    unknown_field,
)
from referent_desk.exchange.toml_files import Text, Texts, read_toml, table
from referent_desk.language import _
from referent_desk.resources import resource

_LETTER = table(
    kind=Text(allowed=tuple(LetterKind)),
    title=Text(longest=80),
    text=Text(longest=LONGEST_LETTER),
    signatures=Texts(each=Text(longest=60), fewest=1, most=4),
)


def letter_template(
    kind: LetterKind, language_code: str, own_folder: Path | None = None
) -> LetterTemplate:
    """The hospital's own where there is one. Raises `RefusedInput` naming file, line and key."""
    name = f"{kind}.toml"
    own = () if own_folder is None else (own_folder / language_code / name, own_folder / name)
    path = next((file for file in own if file.is_file()), None)
    return read_letter(path or resource("letters", language_code, name), kind)


def read_letter(path: Path, kind: LetterKind) -> LetterTemplate:
    read = read_toml(path, _LETTER)
    if read.text("kind") != kind:
        read.refuse(
            "kind",
            _("kind is “{kind}”, but the file is called {file}; both must be the same.").format(
                kind=read.text("kind"), file=path.name
            ),
        )
    for key in ("title", "text"):
        unknown = unknown_field(read.text(key), kind)
        if unknown is not None:
            read.refuse(
                key,
                _("the name {{{name}}} is not known here; the names are {known}.").format(
                    name=unknown, known=", ".join(FIELDS[kind])
                ),
            )
    return LetterTemplate(kind, read.text("title"), read.text("text"), read.texts("signatures"))
