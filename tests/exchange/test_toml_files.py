"""Files that people wrote: what fits is read, what does not is refused with file, line and key."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest

from referent_desk.errors import RefusedInput
from referent_desk.exchange.toml_files import (
    LARGEST_FILE,
    Number,
    Numbers,
    Table,
    Tables,
    Text,
    Texts,
    TomlTable,
    Whole,
    YesNo,
    parse_toml,
    read_toml,
    table,
)
from referent_desk.language import Language

LEAF = table(what=Text(longest=20), forms=Texts(required=False, each=Text(pattern=r"F\d\d")))
LINE = Table({**LEAF.keys, "lines": Tables(LEAF, required=False)})
SHAPE = table(
    code=Text(allowed=("REF", "DEC")),
    revision=Whole(least=1, most=9),
    title=Text(required=False, may_be_empty=True),
    height=Number(required=False, least=0.5),
    bold=YesNo(required=False),
    widths=Numbers(required=False, most=3),
    foot=Table({"by": Text()}, required=False),
    lines=Tables(LINE, required=False, most=2),
)
HEAD = 'code = "REF"\nrevision = 1\n'


def parse(text: str) -> TomlTable:
    return parse_toml(text.encode(), SHAPE, "ma fiche.toml")


def test_what_fits_comes_out_by_its_declared_type() -> None:
    file = parse(
        HEAD + "height = 2\nbold = true\nwidths = [1, 2.5]\nfoot = { by = 'AMA' }\n"
        '[[lines]]\nwhat = " Note l’heure. "\nforms = ["F25"]\n[[lines.lines]]\nwhat = "Puis."\n'
    )
    assert file.text("code") == "REF"
    assert file.whole("revision") == 1
    assert file.number("height") == 2.0
    assert file.yes("bold")
    assert file.numbers("widths") == (1.0, 2.5)
    assert file.table("foot").text("by") == "AMA"
    (line,) = file.tables("lines")
    assert line.text("what") == "Note l’heure."
    assert line.texts("forms") == ("F25",)
    assert [inner.text("what") for inner in line.tables("lines")] == ["Puis."]


def test_a_key_left_out_gives_its_default() -> None:
    file = parse(HEAD)
    assert not file.has("title")
    assert file.text("title", "sans titre") == "sans titre"
    assert file.number("height", 9.5) == 9.5
    assert file.tables("lines") == ()
    assert file.table("foot").text("by") == ""


@pytest.mark.parametrize(
    ("body", "line", "reason"),
    [
        ('revision = 1\ncode = "XYZ"\n', 2, "code is “XYZ”; it may be REF, DEC."),
        ('code = "REF"\n', 1, "the key revision is missing."),
        (HEAD + "titel = 'x'\n", 3, "the key titel is not known here; is title meant?"),
        (HEAD + "zzz = 1\n", 3, "the key zzz is not known here; the keys are code, "),
        ('code = "REF"\nrevision = "1"\n', 2, "revision must be a number without quotes."),
        ('code = "REF"\nrevision = true\n', 2, "revision must be a number without quotes."),
        ('code = "REF"\nrevision = 1.5\n', 2, "revision must be a number without quotes."),
        ('code = "REF"\nrevision = 10\n', 2, "revision is 10, which cannot be."),
        ("code = ''\nrevision = 1\n", 1, "code is empty."),
        (HEAD + "title = 3\n", 3, "title must be a text between quotes."),
        (HEAD + "title = 2026-11-09\n", 3, "title must be a text between quotes."),
        (HEAD + "height = 0.1\n", 3, "height is 0.1, which cannot be."),
        (HEAD + "height = nan\n", 3, "height is nan, which cannot be."),
        (HEAD + "height = inf\n", 3, "height is inf, which cannot be."),
        (HEAD + "bold = 'yes'\n", 3, "bold must be true or false."),
        (HEAD + "widths = 4\n", 3, "widths must be a list between brackets."),
        (HEAD + "widths = [1, 'x']\n", 3, "widths (2) must be a number without quotes."),
        (HEAD + "widths = [1, 2, 3, 4]\n", 3, "widths has 4 entries; it takes 0 to 3."),
        (HEAD + "foot = 'AMA'\n", 3, "foot must be a table with keys."),
        (HEAD + "[foot]\n", 3, "the key by is missing."),
        (HEAD + "[[lines]]\n", 3, "the key what is missing."),
        (HEAD + "[[lines]]\nwhat = 'a'\n\n[[lines]]\n# rien\n", 6, "the key what is missing."),
        (
            HEAD + "[[lines]]\nwhat = 'a'\n[[lines]]\nwhat = 'b'\n[[lines.lines]]\nwho = 'c'\n",
            8,
            "the key who is not known here",
        ),
        (
            HEAD + "[[lines]]\nwhat = 'a'\nforms = [\n  'F01', # x\n  'F9',\n]\n",
            7,
            "forms (2) is “F9”, which cannot stand here.",
        ),
        (
            HEAD + 'title = """\ncode = 1\n"""\n[[lines]]\nwhat = "beaucoup trop long pour ici"\n',
            7,
            "what is longer than 20 letters.",
        ),
        (
            HEAD + "lines = [\n  { what = 'a' },\n  { what = 'b', wat = 1 },\n]\n",
            5,
            "the key wat is not known here; is what meant?",
        ),
    ],
)
def test_what_does_not_fit_is_refused_with_file_line_and_key(
    body: str, line: int, reason: str
) -> None:
    with pytest.raises(RefusedInput) as refused:
        parse(body)
    assert refused.value.happened.startswith(f"ma fiche.toml, line {line}: {reason}")
    assert refused.value.what_to_do


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b'code = "REF\nrevision = 1\n', "fiche.toml, line 1: this is not written as TOML"),
        (b'code = "REF"\n\nrevision 1\n', "fiche.toml, line 3: this is not written as TOML"),
        (b'code = "REF"\ncode = "DEC"\n', "fiche.toml, line 2: this is not written as TOML"),
        (b"revision = " + b"9" * 5000, "fiche.toml, line 1: this is not written as TOML"),
        (b"widths = " + b"[" * 5000, "fiche.toml, line 1: this is not written as TOML"),
        (
            b'code = "REF"\ntitle = "\xe9t\xe9"\n',
            "fiche.toml, line 2: these letters are not UTF-8.",
        ),
        ('code = "REF"\n'.encode("utf-16"), "fiche.toml, line 1: these letters are not UTF-8."),
        (b"#" * (LARGEST_FILE + 1), "fiche.toml is larger than one megabyte."),
    ],
)
def test_a_broken_file_is_refused_with_a_sentence(content: bytes, sentence: str) -> None:
    with pytest.raises(RefusedInput) as refused:
        parse_toml(content, SHAPE, "fiche.toml")
    assert refused.value.happened.startswith(sentence)


def test_a_refusal_speaks_the_readers_language(french: Language) -> None:
    assert french.code == "fr"
    with pytest.raises(RefusedInput) as refused:
        parse('code = "REF"\n')
    assert refused.value.happened == ("ma fiche.toml, ligne 1\u00a0: il manque la clé revision.")


@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_a_byte_order_mark_and_decomposed_accents_are_taken(line_end: str, tmp_path: Path) -> None:
    path = tmp_path / "fiche.toml"
    text = unicodedata.normalize("NFD", HEAD + 'title = "Fiche réflexe"\n')
    path.write_bytes(b"\xef\xbb\xbf" + text.replace("\n", line_end).encode())
    assert read_toml(path, SHAPE).text("title") == "Fiche r\u00e9flexe"


@pytest.mark.parametrize("name", ["absente.toml", "."])
def test_a_file_that_cannot_be_opened_is_refused(name: str, tmp_path: Path) -> None:
    with pytest.raises(RefusedInput, match=r"cannot be read\."):
        read_toml(tmp_path / name, SHAPE)


def test_a_reader_of_a_file_can_refuse_a_key_with_its_line() -> None:
    file = parse(HEAD + "[[lines]]\nwhat = 'a'\n[[lines]]\nforms = ['F01']\nwhat = 'b'\n")
    assert file.tables("lines")[1].line("what") == 7
    with pytest.raises(RefusedInput) as refused:
        file.tables("lines")[1].refuse("forms", "F01 stands twice.")
    assert refused.value.happened == "ma fiche.toml, line 6: F01 stands twice."
