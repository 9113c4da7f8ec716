"""The template of the certificate of a training, shipped or a hospital's own.

As the templates of letters: `training.toml` in the folder `letters` of the home, or in its `fr`,
wins over the shipped one; names between braces are those of `FIELDS`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from referent_desk.domain.letters import LONGEST_LETTER
from referent_desk.exchange.toml_files import Text, Texts, read_toml, table
from referent_desk.language import _
from referent_desk.resources import resource

KIND = "training"
FIELDS = (
    *("name", "role", "department", "establishment", "software", "version", "day", "duration"),
    *("trainer", "topic", "level", "until", "today"),
)
_FIELD = re.compile(r"\{([^{}]*)\}")
_SHAPE = table(
    kind=Text(allowed=(KIND,)),
    title=Text(longest=80),
    text=Text(longest=LONGEST_LETTER),
    signatures=Texts(each=Text(longest=60), fewest=1, most=4),
)


@dataclass(frozen=True, slots=True)
class CertificateTemplate:
    title: str
    text: str
    signatures: tuple[str, ...]


def certificate_template(language_code: str, own_folder: Path | None = None) -> CertificateTemplate:
    """Raises RefusedInput naming file, line and key."""
    name = f"{KIND}.toml"
    own = () if own_folder is None else (own_folder / language_code / name, own_folder / name)
    path = next((file for file in own if file.is_file()), None)
    read = read_toml(path or resource("letters", language_code, name), _SHAPE)
    for key in ("title", "text"):
        unknown = next((n for n in _FIELD.findall(read.text(key)) if n.strip() not in FIELDS), None)
        if unknown is not None:
            read.refuse(
                key,
                _("the name {{{name}}} is not known here; the names are {known}.").format(
                    name=unknown, known=", ".join(FIELDS)
                ),
            )
    return CertificateTemplate(read.text("title"), read.text("text"), read.texts("signatures"))
