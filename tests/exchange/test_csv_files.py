from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from referent_desk.errors import RefusedInput
from referent_desk.exchange.csv_files import decode, read_csv, sniff_separator
from referent_desk.exchange.workbooks import Workbook

TEXT = "N° UF;Service;Téléphone\r\n0412;Hôpital de jour « Œdème »;41 27\r\n"
ROWS = [("N° UF", "Service", "Téléphone"), ("0412", "Hôpital de jour « Œdème »", "41 27")]


def rows(book: Workbook) -> list[tuple[str, ...]]:
    return [row.cells for row in book.sheets[0].rows]


@pytest.mark.parametrize(
    "encoding",
    ["utf-8", "utf-8-sig", "cp1252", "utf-16", "utf-16-le", "utf-16-be", "utf-32"],
)
@pytest.mark.parametrize("separator", [";", ",", "\t", "|"])
def test_every_encoding_and_separator_gives_the_same_rows(encoding: str, separator: str) -> None:
    content = TEXT.replace(";", separator).encode(encoding)
    assert rows(read_csv(content, "f")) == ROWS


def test_letters_that_are_written_apart_are_put_together() -> None:
    content = unicodedata.normalize("NFD", TEXT).encode()
    assert rows(read_csv(content, "f")) == ROWS


@pytest.mark.parametrize("line_end", ["\r\n", "\n", "\r"])
def test_every_line_end_gives_the_same_rows(line_end: str) -> None:
    assert rows(read_csv(TEXT.replace("\r\n", line_end).encode(), "f")) == ROWS


def test_mixed_line_ends_and_line_ends_inside_quotes_are_told_apart() -> None:
    text = 'a;b\r\n"un\r\ndeux";2\n"trois";3\r'
    assert rows(read_csv(text.encode(), "f")) == [("a", "b"), ("un\ndeux", "2"), ("trois", "3")]


@pytest.mark.parametrize(
    ("text", "separator"),
    [
        ("a;b\n1,5;2,5\n3,5;4,5\n", ";"),
        ('nom,note\nA,"x; y; z"\nB,"x; y; z"\n', ","),
        ('nom;note\nA;"une, deux\ntrois, quatre"\nB;c\n', ";"),
        ("a\tb c, d\n1\t2, 3\n", "\t"),
        ("Titre de la liste\n\na;b;c\n1;2;3\n", ";"),
        ("seule\ncolonne\n", ";"),
        ("", ";"),
    ],
)
def test_the_separator_is_the_one_that_makes_columns(text: str, separator: str) -> None:
    assert sniff_separator(text) == separator


def test_a_separator_that_the_first_line_names_is_believed() -> None:
    book = read_csv(b"sep=,\r\na;x,b\r\n1;y,2\r\n", "f")
    assert rows(book) == [("a;x", "b"), ("1;y", "2")]
    assert book.sheets[0].rows[0].number == 1


def test_a_separator_at_the_end_of_every_line_makes_no_column() -> None:
    assert rows(read_csv(b'"Nom";"Version";\n"A";"1";\n', "f")) == [("Nom", "Version"), ("A", "1")]


def test_blank_rows_are_left_out_and_rows_keep_their_number() -> None:
    book = read_csv(b"a;b\n;\n\n1;2\n", "f")
    assert [row.number for row in book.sheets[0].rows] == [1, 4]


@pytest.mark.parametrize(
    ("text", "second"),
    [
        ('a;b\n"SSR ""Les Tilleuls""";2\n', 'SSR "Les Tilleuls"'),
        ("a;b\nSSR \"Les Tilleuls\";2\n", 'SSR "Les Tilleuls"'),
        ("a;b\n12\" de marge;2\n", '12" de marge'),
        ("a;b\nA\0lpha;2\n", "Alpha"),
        ("a;b\nR&D <b>;2\n", "R&D <b>"),
        ("a;b\n=1+1;2\n", "=1+1"),
    ],
)  # fmt: skip
def test_odd_cells_are_kept_as_typed(text: str, second: str) -> None:
    assert rows(read_csv(text.encode(), "f"))[1] == (second, "2")


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b'a;b\n1;2\n"jamais;3\n4;5\n', "opened in row 3 is never closed"),
        (b"a;b\n\x81\x8d\x8f;2\n", "encoding is not known"),
        (bytes(range(256)) * 4, "encoding is not known"),
        (b"\xff\xfea\x00;", "encoding is not known"),
        (b";".join([b"x"] * 301), "at most"),
        (b"a;b\n" + b"x" * 20_001 + b";2\n", "at most"),
        (b"a;b\n" + b"x" * 200_000 + b";2\n", "at most"),
        (b'a;b\n"' + b"x" * 200_000 + b'";2\n', "at most"),
        (b"\n".join([b"a;b"] * 100_001), "100,000 rows"),
    ],
)
def test_a_list_that_cannot_be_read_whole_is_refused(content: bytes, sentence: str) -> None:
    with pytest.raises(RefusedInput, match=sentence):
        read_csv(content, "f")


@given(st.binary(max_size=400))
def test_any_bytes_are_rows_or_a_refusal(content: bytes) -> None:
    try:
        book = read_csv(content, "f")
    except RefusedInput:
        return
    for row in book.sheets[0].rows:
        for text in row.cells:
            assert not any(unicodedata.category(c) in {"Cc", "Cs"} for c in text if c not in "\n\t")


@given(st.text(max_size=200))
def test_any_text_survives_its_encoding(text: str) -> None:
    try:
        encoded = text.encode("utf-8-sig")
    except UnicodeEncodeError:
        return
    assert decode(encoded, "f") == text
