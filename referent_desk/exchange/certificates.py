"""The template of the certificate of a training, shipped or a hospital's own.

As the templates of letters: `training.toml` in the folder `letters` of the home, or in its `fr`,
wins over the shipped one; names between braces are those of `FIELDS`.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from referent_desk.exchange.letter_files import (
    FIELD,
    letter_file,
    refuse_unknown,
    template_shape,
)
from referent_desk.exchange.toml_files import read_toml

KIND = "training"
FIELDS = (
    *("name", "role", "department", "establishment", "software", "version", "day", "duration"),
    *("trainer", "topic", "level", "until", "today"),
)
_SHAPE = template_shape((KIND,))


@dataclass(frozen=True, slots=True)
class CertificateTemplate:
    title: str
    text: str
    signatures: tuple[str, ...]


def certificate_template(language_code: str, own_folder: Path | None = None) -> CertificateTemplate:
    """Raises RefusedInput naming file, line and key."""
    read = read_toml(letter_file(KIND, language_code, own_folder), _SHAPE)
    refuse_unknown(read, FIELDS, _unknown_field)
    return CertificateTemplate(read.text("title"), read.text("text"), read.texts("signatures"))


def _unknown_field(text: str) -> str | None:
    return next((name for name in FIELD.findall(text) if name.strip() not in FIELDS), None)
