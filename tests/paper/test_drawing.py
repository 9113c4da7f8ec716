"""Whatever people type comes out as they typed it: nothing is read as mark-up, nothing is lost."""

from __future__ import annotations

from dataclasses import replace

import pytest

from referent_desk.domain.procedures import Step
from referent_desk.domain.sheets import Bar, ProcedureBody
from referent_desk.domain.texts import clean_text
from referent_desk.language import language
from referent_desk.paper.binder import write_binder
from referent_desk.paper.drawing import Align, Pen
from referent_desk.paper.fonts import Face, drawable, word_width
from referent_desk.paper.measures import MM
from referent_desk.paper.paragraphs import line_count, wrap
from tests.hostile import DRAWN
from tests.paper.pdfs import letters_only, page_texts, structure
from tests.paper.wards import HEAD, PROCEDURE, STAMP, sheet

HOSTILE = [
    *DRAWN,
    '<img src="http://127.0.0.1:9/x">',
    "<para><font color=\"[[[getattr(pow, Word('__globals__'))['os'].system('x')]]]\">",
    "(parenthèse) \\( non \\) fermée ((",
    ") Tj ET Q /F1 12 Tf (injecté",
    "fin de chaîne \\",
    "8 µg d’insuline",
    "ễ ị ạ → ☐ ✓",
    "A" * 300,
]


def _print(body: ProcedureBody) -> list[str]:
    return page_texts(write_binder([sheet("PRE-01", "Titre", body)], HEAD, STAMP, _EN).pdf)


_EN = language("en")


@pytest.mark.parametrize("hostile", HOSTILE)
def test_a_hostile_text_comes_out_literally_in_every_field(hostile: str) -> None:
    body = ProcedureBody(
        function="F",
        title=hostile,
        software=hostile,
        bars=(Bar.DRAFT,),
        trigger=hostile,
        decides=hostile,
        stops=(hostile,),
        still_works=(hostile,),
        steps=(Step(hostile, who=hostile, forms=(hostile,), where=hostile),),
        after_48_hours=(hostile,),
        back_to_normal=(hostile,),
    )
    text = letters_only("".join(_print(body)))
    pieces = letters_only(clean_text(hostile))
    assert text.count(pieces) >= 7
    assert "■" not in text
    assert "\ufffd" not in text


def test_what_no_face_draws_is_named() -> None:
    text = letters_only("".join(_print(ProcedureBody("F", "💉 中 مر", "S"))))
    assert "[U+1F489][U+4E2D][U+0645][U+0631]" in text


def test_control_characters_and_lone_surrogates_do_not_stop_a_print() -> None:
    typed = "a\x00b\x1b[31mc\ud800d\u202ee"
    clean = sheet("PRE-01", "Titre", PROCEDURE)
    content = replace(clean.content, title=typed, body=ProcedureBody("F", typed, typed))
    head = replace(HEAD, department=typed)
    pdf = write_binder([replace(clean, content=content)], head, STAMP, _EN).pdf
    text = letters_only("".join(page_texts(pdf)))
    assert text.count("a[U+0000]b[U+001B][31mc[U+D800]d[U+202E]e") == 4


def test_a_text_of_twenty_thousand_letters_prints_in_full_on_more_pages() -> None:
    words = " ".join(f"mot{number}" for number in range(2600))
    texts = _print(replace(PROCEDURE, steps=(Step(words, who="AMA"), Step("La fin."))))
    whole = letters_only("".join(texts))
    assert all(f"mot{number}" in whole for number in range(2600))
    assert "Lafin." in whole
    assert len(texts) > 4


@pytest.mark.parametrize(
    ("text", "sign", "count"),
    [
        ("A" * 100_000, "A", 100_000),
        ("mot " * 50_000, "mot", 50_000),
        ("<b>" * 20_000, "<b>", 20_000),
        ("x<br>" * 20_000, "<br>", 20_000),
    ],
)
def test_nothing_is_lost_of_a_text_that_is_far_too_long(text: str, sign: str, count: int) -> None:
    texts = _print(ProcedureBody("F", "Titre", "S", steps=(Step(text),)))
    assert letters_only("".join(texts)).count(sign) >= count - len(texts)


def test_names_of_people_do_not_become_links_scripts_or_files() -> None:
    body = replace(
        PROCEDURE, title='<a href="javascript:app.alert(1)">', trigger="\n".join(HOSTILE)
    )
    pdf = write_binder([sheet("PRE-01", '<img src="/etc/passwd">', body)], HEAD, STAMP, _EN).pdf
    with structure(pdf) as document:
        assert document.check_pdf_syntax() == []
        for page in document.pages:
            assert "/Annots" not in page
        for forbidden in ("/OpenAction", "/AcroForm", "/Names"):
            assert forbidden not in document.Root


@pytest.mark.parametrize(
    ("text", "boxes"),
    [
        ("Appelle le 41 21.", 0),
        ("Appelle le ………….", 1),
        ("………… puis ………… (à compléter)", 2),
        ("Deux points…", 0),
    ],
)
def test_a_blank_is_a_box_that_a_hand_writes_in(text: str, boxes: int) -> None:
    for align in Align:
        pen = Pen(700)
        pen.lines(200, 10, wrap(text, 400, 11), align=align)
        pen.text(0, 100, text, align=align)
        assert pen.operators.count(b" re S Q") == 2 * boxes
        white = Pen(700)
        white.paragraph(0, 10, 400, text, ink=1)
        assert white.operators.count(b" re f Q") == boxes


def test_a_blank_is_wide_enough_for_a_number_and_counts_when_lines_are_broken() -> None:
    assert word_width(drawable("…………"), Face.REGULAR) * 11 / 1000 > 30 * MM
    assert len(wrap("………… ………… …………", 70 * MM, 11)) == 2
    assert line_count("………… ………… …………", 70 * MM, 11) == 2


def test_what_is_drawn_after_a_blank_keeps_its_lines() -> None:
    pen = Pen(700)
    pen.rule(0, 0, 10, thickness=2.0, ink=0.4)
    before = pen.operators
    pen.text(0, 20, "…………")
    pen.rule(0, 40, 10, thickness=2.0, ink=0.4)
    after = pen.operators[len(before) :]
    box = after.index(b"q ")
    assert after.index(b" Q", box) < after.index(b" l S")
    assert b" w" not in after[after.index(b" Q", box) :]
