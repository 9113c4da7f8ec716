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
    LetterKind,
    LetterTemplate,
    unknown_field,
)
from referent_desk.exchange.letter_files import letter_file, refuse_unknown, template_shape
from referent_desk.exchange.toml_files import read_toml
from referent_desk.language import _

_LETTER = template_shape(LetterKind)


def letter_template(
    kind: LetterKind, language_code: str, own_folder: Path | None = None
) -> LetterTemplate:
    """The hospital's own where there is one. Raises `RefusedInput` naming file, line and key."""
    return read_letter(letter_file(kind, language_code, own_folder), kind)


def read_letter(path: Path, kind: LetterKind) -> LetterTemplate:
    read = read_toml(path, _LETTER)
    if read.text("kind") != kind:
        read.refuse(
            "kind",
            _("kind is “{kind}”, but the file is called {file}; both must be the same.").format(
                kind=read.text("kind"), file=path.name
            ),
        )
    refuse_unknown(read, FIELDS[kind], lambda text: unknown_field(text, kind))
    return LetterTemplate(kind, read.text("title"), read.text("text"), read.texts("signatures"))
