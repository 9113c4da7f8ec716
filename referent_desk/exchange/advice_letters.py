"""The letter to a vendor as a TOML file: the program's own, or the hospital's in the folder
`letters` of its home (first `letters/fr`, then `letters`), which wins.

    subject = "…"
    before = ["a paragraph", …]
    questions = ["exactly three", …]
    after = ["a paragraph", …]
    signatures = ["who signs", …]

Texts may name {software}, {vendor}, {establishment} and {contract}.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from referent_desk.exchange.letter_files import FIELD, letter_file
from referent_desk.exchange.toml_files import Text, Texts, TomlTable, read_toml, table
from referent_desk.language import _

FIELDS = ("software", "vendor", "establishment", "contract")
_QUESTIONS = 3
_SHAPE = table(subject=Text(), before=Texts(), questions=Texts(), after=Texts(), signatures=Texts())


@dataclass(frozen=True, slots=True)
class VendorLetter:
    subject: str
    before: tuple[str, ...]
    questions: tuple[str, ...]
    after: tuple[str, ...]
    signatures: tuple[str, ...]

    def filled(self, values: Mapping[str, str]) -> VendorLetter:
        """`values` of all `FIELDS`."""

        def fill(text: str) -> str:
            return FIELD.sub(lambda found: values[found[1]], text)

        lists = self.before, self.questions, self.after, self.signatures
        return VendorLetter(fill(self.subject), *(tuple(map(fill, texts)) for texts in lists))


def read_vendor_letter(own_folder: Path, language_code: str) -> VendorLetter:
    """Raises RefusedInput naming file, line and key of what does not fit."""
    letter = read_toml(letter_file("vendor", language_code, own_folder), _SHAPE)
    _check(letter)
    return VendorLetter(
        letter.text("subject"),
        letter.texts("before"),
        letter.texts("questions"),
        letter.texts("after"),
        letter.texts("signatures"),
    )


def _check(letter: TomlTable) -> None:
    if len(letter.texts("questions")) != _QUESTIONS:
        letter.refuse("questions", _("the letter asks exactly three questions."))
    for key in ("subject", "before", "questions", "after", "signatures"):
        texts = (letter.text(key),) if key == "subject" else letter.texts(key)
        for name in (found for text in texts for found in FIELD.findall(text)):
            if name not in FIELDS:
                letter.refuse(
                    key,
                    _("{{{name}}} is not known; possible are {names}.").format(
                        name=name, names=", ".join(f"{{{one}}}" for one in FIELDS)
                    ),
                )
