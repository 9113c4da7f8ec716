"""French and English as people spell them, read by hunspell with the project's own words.

The own words lie in `tests/spelling`, in groups that each say why they are needed. Hunspell and its
dictionaries are Debian's packages, which `python3 run.py test` installs.
"""

from __future__ import annotations

import re
import subprocess
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from tests import catalogues

PROJECT = catalogues.PROJECT
RESOURCES = PROJECT / "resources"
DICTIONARIES = {"fr": "fr_FR", "en": "en_GB"}

Pieces = Iterator[tuple[str, str]]
"""A text and where it stands."""

CODES = {
    *("code", "form", "forms", "function", "functions", "kind", "parts", "holder", "orientation"),
    *("after_outage", "in_binders", "products", "basis", "shifts", "leans_on"),
}
"""Keys whose values are codes, names of products, or notes that nobody is shown."""

_FIELD = re.compile(r"\{[^}]*\}")
_WORD = re.compile(r"[^\W\d_]+(?:[’'\-][^\W\d_]+)*")
_NOT_TEXT = re.compile(r"\S*[\w)]\.(?:png|xlsx|csv|txt|pdf|toml|po)\b|--\w+|#+|\b\w*\d\w*\b")


def french() -> Pieces:
    for entry in catalogues.entries():
        for text in entry.translations:
            yield _FIELD.sub(" ", text.replace("&", "")), entry.place
    yield from _manual("fr")
    for folder in ("forms/fr", "procedures/fr", "chapters/fr", "drills/fr", "verifications/fr"):
        yield from _toml_files(RESOURCES / folder, CODES)
    yield from _toml_files(RESOURCES / "catalogues", {*CODES, "en", "fallback_en"})


def english() -> Pieces:
    for key, place in catalogues.texts_in_code().items():
        for text in (key,) if isinstance(key, str) else key:
            yield _FIELD.sub(" ", text.replace("&", "")), place
    yield from _manual("en")
    for folder in ("forms/en", "procedures/en", "chapters/en", "drills/en", "verifications/en"):
        yield from _toml_files(RESOURCES / folder, CODES)
    yield from _toml_files(RESOURCES / "catalogues", {*CODES, "fr", "fallback"})


def _manual(code: str) -> Pieces:
    for path in sorted((RESOURCES / "manual" / code).glob("*.md")):
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            yield line, f"{code}/{path.name}:{number}"


def _toml_files(folder: Path, codes: set[str]) -> Pieces:
    paths = sorted(folder.glob("*.toml"))
    assert paths, folder
    for path in paths:
        values = tomllib.loads(path.read_text(encoding="utf-8"))
        yield from _texts(values, codes, f"{folder.name}/{path.name}")


def _texts(value: Any, codes: set[str], place: str) -> Pieces:
    if isinstance(value, str):
        yield value, place
    elif isinstance(value, list):
        for item in value:
            yield from _texts(item, codes, place)
    elif isinstance(value, dict):
        for key, item in value.items():
            if key not in codes:
                yield from _texts(item, codes, f"{place} {key}")


TEXTS = {"fr": french, "en": english}


@cache
def own_words(code: str) -> dict[str, str]:
    """Each word with the reason of its group: a line `# reason`, the words under it."""
    words: dict[str, str] = {}
    reason = ""
    file = PROJECT / "tests" / "spelling" / f"{code}.txt"
    for line in file.read_text(encoding="utf-8").splitlines():
        if line.startswith("# "):
            reason = line.removeprefix("# ")
        else:
            words.update(dict.fromkeys(line.split(), reason))
    return words


@cache
def words_with_places(code: str) -> dict[str, str]:
    """Every word that is shown, with the first place it stands at."""
    found: dict[str, str] = {}
    for text, place in TEXTS[code]():
        for word in _WORD.findall(_NOT_TEXT.sub(" ", text)):
            found.setdefault(word.replace("’", "'"), place)
    return found


@cache
def unknown_words(code: str) -> frozenset[str]:
    """Those of which hunspell knows nothing; asked once for a language."""
    words = words_with_places(code)
    line = ("hunspell", "-d", DICTIONARIES[code], "-i", "utf-8", "-l")
    try:
        answer = subprocess.run(
            line, input="\n".join(words), check=True, capture_output=True, text=True, timeout=60
        )
    except FileNotFoundError:
        pytest.fail("hunspell is missing: apt-get install hunspell hunspell-fr hunspell-en-gb")
    assert "Can't open" not in answer.stderr, answer.stderr
    return frozenset(answer.stdout.split())


def is_own(word: str, code: str) -> bool:
    """Also with an article before it, with a capital, or all in capitals."""
    bare = word.rpartition("'")[2] if code == "fr" else word
    known = own_words(code)
    return any(form in known for form in (word, bare, bare[:1].lower() + bare[1:], bare.lower()))


@pytest.mark.parametrize("code", TEXTS)
def test_every_word_is_spelled_as_people_spell_it(code: str) -> None:
    places = words_with_places(code).items()
    wrong = [
        next(f"{place}: {word}" for word, place in places if unknown in word)
        for unknown in sorted(unknown_words(code))
        if not is_own(unknown, code)
    ]
    assert wrong == []


@pytest.mark.parametrize("code", TEXTS)
def test_the_own_words_are_all_needed_and_each_group_says_why(code: str) -> None:
    """A word that hunspell knows, or that nobody is shown any more, leaves the list."""
    met = {word.rpartition("'")[2].casefold() for word in unknown_words(code)}
    assert sorted(word for word in own_words(code) if word.casefold() not in met) == []
    assert all(len(reason) > 20 for reason in own_words(code).values())


@pytest.mark.parametrize(("code", "word"), [("fr", "procédurre"), ("en", "proceddure")])
def test_a_slip_is_found(code: str, word: str) -> None:
    line = ("hunspell", "-d", DICTIONARIES[code], "-i", "utf-8", "-l")
    answer = subprocess.run(line, input=word, check=True, capture_output=True, text=True)
    assert answer.stdout.split() == [word]
