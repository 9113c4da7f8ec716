from __future__ import annotations

import zlib

import pytest

from referent_desk.paper.faces import embedded_font, subsets
from tests.faces import FILES, font_file, made_subsets
from tests.faces import _embedded as made_font


@pytest.mark.parametrize("letter", FILES)
def test_the_compiled_faces_are_those_of_the_font_files(letter: str) -> None:
    """When they are not: `python3 run.py faces`. How well they are deflated does not matter."""
    assert subsets(letter) == made_subsets(letter)
    for subset in subsets(letter):
        found, made = embedded_font(subset.name), made_font(letter, subset)
        assert (found.dictionary, found.descriptor) == (made.dictionary, made.descriptor)
        assert zlib.decompress(found.program) == zlib.decompress(made.program)
        assert len(zlib.decompress(found.program)) == found.program_length
        assert zlib.decompress(found.to_unicode) == zlib.decompress(made.to_unicode)


@pytest.mark.parametrize("letter", FILES)
def test_every_character_of_a_font_file_has_one_place(letter: str) -> None:
    places = [code for subset in subsets(letter) for code in subset.characters if code]
    assert len(places) == len(set(places))
    drawn = {code for subset in subsets(letter) for code in subset.drawn if code}
    assert drawn <= set(font_file(letter).charToGlyph)
