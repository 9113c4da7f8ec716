from __future__ import annotations

import pytest

from referent_desk.domain.day_wards import said_by_day
from referent_desk.exchange.chapters import CHAPTER_CODES, starter_chapter_text
from referent_desk.exchange.day_wards import phrases_of_day_wards
from referent_desk.exchange.starters import starter_codes
from referent_desk.resources import resource


@pytest.mark.parametrize("code", ["fr", "en"])
def test_every_phrase_stands_in_a_text_that_is_shipped_or_is_part_of_one(code: str) -> None:
    chapters = (starter_chapter_text(code, each) for each in CHAPTER_CODES)
    procedures = (resource("procedures", code, f"{c}.toml") for c in starter_codes(code))
    shipped = "\n".join((*chapters, *(path.read_text(encoding="utf-8") for path in procedures)))
    for says, _instead in phrases_of_day_wards(code):
        assert says.casefold() in shipped.casefold()


def test_the_first_minutes_of_a_day_hospital_speak_of_no_bed_and_no_night() -> None:
    reflex = said_by_day(starter_chapter_text("fr", "REF"), phrases_of_day_wards("fr"))
    assert " lit" not in reflex
    assert "nuit" not in reflex
    assert "Avant la fermeture" in reflex
