from __future__ import annotations

import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from referent_desk.domain.texts import (
    clean_line,
    clean_text,
    folded,
    searched,
    shortened,
    spelling_key,
)

KEPT_AS_TYPED = [
    *("dose <3mg> max", "<IPP> du patient", "<nom> : ____", "si K+ <3,5 ou Na>145", "R&D", "AT&T;"),
    *("A &lt; B", "&copy 2026", "a<b>c", "Si <b>urgence", "</b>", "<!-- x -->visible", "x<br/>y"),
    *("<para> 3", '<img src="/etc/passwd">', '<img src="file:///C:/x.png">', "&", "<nom du cadre>"),
    *('<img src="\\\\\\\\10.0.0.9\\\\s\\\\a.png">', '<img src="http://127.0.0.1:9/x">'),
    *("<font color=\"toColor('red')\">x", '<a href="javascript:app.alert(1)">', "µg", "10 µg/kg"),
    *(
        '<onDraw name="x"/>',
        "<table><tr><td>" * 20,
        "<b>" * 20_000,
        "x<br>" * 100_000,
        "A" * 100_000,
    ),
    *("💉 ⚕ ☐ 中文 مرحبا שלום", "ł ő ş ğ đ ẞ Œ œ € ’ – « » ≤ µ", "=cmd|'/c calc'!A0", "#REF!"),
    *("'; DROP TABLE procedure;--", "%s %(x)s {0} {x.__class__}", "../../x", "CON", "x" * 20_001),
    *("🫨 next year: \U0001fad9", "\uf0b7 a bullet of Word", "a\tb", "deux\nlignes", "1 234"),
]
CLEANED = {
    "": "",
    "   ": "",
    "\u00a0\u202f\n\t": "",
    "mot " * 1_000: ("mot " * 1_000).strip(),
    "a\x00b\x1b[31mc": "ab[31mc",
    "a\ud800b": "ab",
    "\ufeffa": "a",
    "a\u202eb\u2066c\u2069": "abc",
    "a\u200bb\u00adc": "abc",
    "e\u0301te\u0301": "été",
    "e\u200b\u0301": "é",
    "a\r\nb\rc\x0bd\x0ce\x85f\u2028g\u2029h": "a\nb\nc\nd\ne\nf\ng\nh",
    "a  \n  b  \n": "a\n  b",
    "a\uffffb\ufdd0c": "abc",
}


@pytest.mark.parametrize("text", KEPT_AS_TYPED, ids=lambda text: ascii(text[:20]))
def test_what_a_person_typed_and_sees_is_kept(text: str) -> None:
    assert clean_text(text) == text


@pytest.mark.parametrize("text", CLEANED, ids=lambda text: ascii(text[:20]))
def test_what_nobody_sees_is_taken_away(text: str) -> None:
    assert clean_text(text) == CLEANED[text]


def letters(text: str) -> list[str]:
    return [c for c in unicodedata.normalize("NFD", text) if c.isalnum()]


@given(st.text())
@example("e\u200b\u0301")
@example("\n\u0301a \u00a0")
def test_cleaning_twice_is_cleaning_once_and_loses_no_letter(text: str) -> None:
    clean = clean_text(text)
    assert clean_text(clean) == clean
    assert letters(clean) == letters(text)
    assert clean_line(clean_line(text)) == clean_line(text)
    clean.encode()


@pytest.mark.parametrize(
    ("text", "line"),
    [("a\nb", "a b"), ("a\u00a0\u202f  b", "a b"), ("\ta\r\nb ", "a b"), ("a\u3000b", "a b")],
)
def test_a_line_has_single_blanks(text: str, line: str) -> None:
    assert clean_line(text) == line


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("Œdème", "oedeme"),
        ("ÉTÉ  à", "ete a"),
        ("l’hôpital", "l'hopital"),
        ("Straße ẞ", "strasse ss"),
        ("Łódź đ ø", "lodz d o"),
        ("İstanbul ı", "istanbul i"),
        ("ﬁn Ⅻ", "fin xii"),
        ("مرحبا", "مرحبا"),
        ("Æsir", "aesir"),
        ("", ""),
    ],
)
def test_a_text_is_found_without_accents_and_case(text: str, plain: str) -> None:
    assert folded(text) == plain


@given(st.text(st.characters(codec="utf-8", max_codepoint=0x24F)))
def test_european_letters_fold_once_and_whatever_their_case(text: str) -> None:
    assert folded(folded(text)) == folded(text)
    assert folded(unicodedata.normalize("NFD", text)) == folded(text)


SAME = [
    ("DX CARE ", "DxCare", "dx-care", "Dx_Care", "DX.CARE", "dx\u00a0care", "Dx’Care"),
    ("Dossier+", "DOSSIER +", "dossier-+"),
    ("Imagerie Évoluée", "IMAGERIE EVOLUEE", "imagerie/evoluee"),
    ("Cœur", "COEUR", "coeur"),
    ("C#", "c #"),
]


@pytest.mark.parametrize("spellings", SAME, ids=lambda spellings: str(spellings[1]))
def test_spellings_that_differ_by_case_accents_blanks_and_punctuation_are_one(
    spellings: tuple[str, ...],
) -> None:
    assert len({spelling_key(spelling) for spelling in spellings}) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [("Dossier+", "Dossier"), ("C#", "C"), ("Alpha 1", "Alpha 2"), ("DxCare", "DxLab"), ("A", "B")],
)
def test_signs_and_digits_that_are_part_of_a_name_tell_products_apart(one: str, other: str) -> None:
    assert spelling_key(one) != spelling_key(other)


def test_a_row_is_found_by_any_of_its_parts() -> None:
    assert searched("Éditeur A", "", "0412") == "editeur a 0412"


CUT = [
    ("", 10, ""),
    ("as long as it may be", 20, "as long as it may be"),
    ("of two\nlines\tand blanks ", 30, "of two lines and blanks"),
    ("The plan no longer prints, the labels do", 30, "The plan no longer prints…"),
    ("The plan no longer prints", 22, "The plan no longer…"),
    ("x" * 40, 10, "xxxxxxxxx…"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "most", "kept"), CUT)
def test_a_text_that_is_too_long_is_cut_between_words(text: str, most: int, kept: str) -> None:
    assert shortened(text, most) == kept
    assert len(shortened(text, most)) <= most
