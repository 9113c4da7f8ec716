from __future__ import annotations

import subprocess
import sys

import pytest

from referent_desk.paper.faces import subset_named, subsets
from referent_desk.paper.fonts import Face, drawable, encoded, text_width

FRENCH = "ÀÂÄÆÇÉÈÊËÎÏÔŒÙÛÜŸàâäæçéèêëîïôœùûüÿ€’‘“”„…–—•«»°²µ×÷½"


@pytest.mark.parametrize("face", Face)
def test_french_and_english_need_the_main_subset_only(face: Face) -> None:
    assert drawable(FRENCH, face) == FRENCH
    assert [name for name, _literal in encoded(FRENCH, face)] == [f"{face}0"]


@pytest.mark.parametrize("face", Face)
def test_every_character_of_a_face_has_one_fixed_place(face: Face) -> None:
    places: dict[int, tuple[str, int]] = {}
    for letter in (str(face), {"R": "S", "B": "T"}[str(face)]):
        for subset in subsets(letter):
            for byte, code in enumerate(subset.characters):
                if code:
                    assert code not in places
                    places[code] = (subset.name, byte)
    assert places[ord("é")] == (f"{face}0", 0xE9)
    assert places[ord("→")] == (("S4" if face is Face.REGULAR else "T4"), 0xE0)
    assert len(places) > 1500


@pytest.mark.parametrize(
    ("typed", "drawn"),
    [
        ("88\u202f12", "88\u00a012"),
        ("co\u2011signé", "co-signé"),
        ("cé\u00adsure", "césure"),
        ("a\tb", "a b"),
        ("☎\ufe0f", "[U+260E]"),
        ("µg", "µg"),
        ("💉", "[U+1F489]"),
        ("\ud800", "[U+D800]"),
        ("\x07", "[U+0007]"),
    ],
)
def test_a_character_without_a_glyph_is_exchanged_or_named(typed: str, drawn: str) -> None:
    assert drawable(typed) == drawn


def test_micro_is_drawn_as_the_greek_letter_that_the_faces_hold() -> None:
    main = subset_named("R0")
    assert main.characters[0xB5] == 0xB5
    assert main.drawn[0xB5] == 0x3BC


def test_what_atkinson_lacks_is_taken_from_the_other_face_letter_by_letter() -> None:
    names = [name for name, _literal in encoded("a → b", Face.REGULAR)]
    assert [name[0] for name in names] == ["R", "S", "R"]


@pytest.mark.parametrize("text", ["(", ")", "\\", "\\)", "a)b(c\\"])
def test_no_text_can_end_its_string(text: str) -> None:
    (_name, literal), *_rest = encoded(text, Face.REGULAR)
    inside = literal[1:-1]
    for sign in "()":
        assert inside.count("\\" + sign) == inside.count(sign)
    assert inside.count("\\") % 2 == (text.count("(") + text.count(")")) % 2


def test_bold_is_wider_and_widths_grow_with_the_size() -> None:
    assert text_width("Infirmière", 11, Face.BOLD) > text_width("Infirmière", 11)
    assert text_width("Infirmière", 22) == pytest.approx(2 * text_width("Infirmière", 11))


def test_importing_the_paper_reaches_no_pdf_library() -> None:
    program = (
        "import sys, referent_desk.paper, referent_desk.paper.binder, referent_desk.paper.rasters;"
        "print([m for m in ('reportlab', 'pypdfium2', 'PIL') if m in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"
