"""The French catalogue: several `.po` files, one for each area, compiled into one `fr.mo`.

`python3 run.py language` writes it; it refuses what is untranslated, fuzzy, or at odds with the
English text or with another area.
"""

from __future__ import annotations

import io
import string
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from referent_desk.language import MONTHS

PROJECT = Path(__file__).resolve().parent.parent
AREAS = PROJECT / "resources" / "language" / "fr"
COMPILED = PROJECT / "resources" / "language" / "fr.mo"
KEYWORDS = {"_": None, "gettext": None, "ngettext": (1, 2)}

Key = str | tuple[str, str]
"""The English text, or its singular and plural."""


@dataclass(frozen=True, slots=True)
class Entry:
    place: str
    key: Key
    translations: tuple[str, ...]
    fuzzy: bool = False


def entries(areas: Path = AREAS) -> list[Entry]:
    return [entry for path in sorted(areas.glob("*.po")) for entry in _entries_of(path)]


def _entries_of(path: Path) -> Iterator[Entry]:
    with path.open("rb") as file:
        catalogue = read_po(file, locale="fr", abort_invalid=True)
    for message in catalogue:
        if message.id:
            yield Entry(
                place=f"{path.name}:{message.lineno}",
                key=_key(message),
                translations=_translations(message),
                fuzzy=message.fuzzy,
            )


def _key(message: Message) -> Key:
    if isinstance(message.id, str):
        return message.id
    one, many = message.id
    return one, many


def _translations(message: Message) -> tuple[str, ...]:
    if isinstance(message.string, str):
        return (message.string,)
    return tuple(message.string or ())


def faults(found: list[Entry]) -> list[str]:
    """One sentence for each entry that must not be compiled, in the order of the files."""
    sentences = []
    seen: dict[str, Entry] = {}
    for entry in found:
        sentences += [f"{entry.place}: {fault}" for fault in _faults_of(entry)]
        other = seen.setdefault(singular(entry.key), entry)
        if (other.key, other.translations) != (entry.key, entry.translations):
            sentences.append(f"{entry.place}: translated otherwise in {other.place}")
    return sentences


def singular(key: Key) -> str:
    return key if isinstance(key, str) else key[0]


def _faults_of(entry: Entry) -> Iterator[str]:
    plural = not isinstance(entry.key, str)
    if entry.fuzzy:
        yield "fuzzy"
    if len(entry.translations) != (2 if plural else 1) or not all(entry.translations):
        yield "not translated"
        return
    offered = fields(*((entry.key,) if isinstance(entry.key, str) else entry.key))
    for text in entry.translations:
        if fields(text) - offered:
            yield f"a field the English text has not: {sorted(fields(text) - offered)}"
    # the singular may say "one" in letters; the last form must name everything
    if fields(entry.translations[-1]) != fields(entry.key[-1] if plural else str(entry.key)):
        yield f"not the fields of the English text: {sorted(offered)}"


def fields(*texts: str) -> set[str]:
    """`{name}` and `{count:d}` give `name` and `count`; broken braces give themselves."""
    found = set()
    for text in texts:
        try:
            found |= {name for _text, name, _form, _to in string.Formatter().parse(text) if name}
        except ValueError:
            found.add(text)
    return found


def compiled(found: list[Entry]) -> bytes:
    """The same entries give the same bytes, on any day."""
    day = datetime(2026, 1, 1, tzinfo=UTC)
    catalogue = Catalog(locale="fr", project="referent-desk", creation_date=day, revision_date=day)
    for entry in sorted(found, key=lambda entry: singular(entry.key)):
        plural = not isinstance(entry.key, str)
        catalogue.add(entry.key, entry.translations if plural else entry.translations[0])
    file = io.BytesIO()
    write_mo(file, catalogue)
    return file.getvalue()


@cache
def texts_in_code(package: Path = PROJECT / "referent_desk") -> dict[Key, str]:
    """Each text shown to people, with the first place that shows it."""
    found: dict[Key, str] = dict.fromkeys(MONTHS, "language.py")
    for file, line, text, _comments, _context in extract_from_dir(
        package, method_map=[("**.py", "python")], keywords=KEYWORDS
    ):
        key = text if isinstance(text, str) else (text[0], text[1])
        found.setdefault(key, f"{file}:{line}")
    return found


def main() -> int:
    found = entries()
    sentences = faults(found)
    known = {singular(entry.key) for entry in found}
    for key, place in texts_in_code().items():
        if singular(key) not in known:
            sys.stderr.write(f"warning: {place}: no translation of {key!r}\n")
    if sentences:
        sys.stderr.write("\n".join(sentences) + "\n")
        return 1
    COMPILED.write_bytes(compiled(found))
    sys.stdout.write(f"{COMPILED.relative_to(PROJECT)}: {len(known)} texts\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
