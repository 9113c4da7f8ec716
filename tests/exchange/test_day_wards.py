from __future__ import annotations

from pathlib import Path

import pytest

from referent_desk.domain.day_wards import all_said_by_day, said_by_day
from referent_desk.domain.forms import TableBlock
from referent_desk.exchange.chapters import CHAPTER_CODES, starter_chapter_text
from referent_desk.exchange.day_wards import phrases_of_day_wards
from referent_desk.exchange.forms import form_definitions
from referent_desk.exchange.starters import starter_codes
from referent_desk.resources import resource


@pytest.mark.parametrize("code", ["fr", "en"])
def test_every_phrase_stands_in_a_text_that_is_shipped_or_is_part_of_one(code: str) -> None:
    chapters = (starter_chapter_text(code, each) for each in CHAPTER_CODES)
    procedures = (resource("procedures", code, f"{c}.toml") for c in starter_codes(code))
    forms = resource("forms", code).glob("*.toml")
    texts = (path.read_text(encoding="utf-8") for path in (*procedures, *forms))
    shipped = "\n".join((*chapters, *texts))
    for says, _instead in phrases_of_day_wards(code):
        assert says.removeprefix("=").casefold() in shipped.casefold()


def test_the_board_of_beds_of_a_day_hospital_is_one_of_places(tmp_path: Path) -> None:
    forms = {form.code: form for form in form_definitions("fr", tmp_path).forms}
    board = all_said_by_day(forms["F03"], phrases_of_day_wards("fr"))
    assert board.title == "Tableau des places"
    table = board.blocks[0]
    assert isinstance(table, TableBlock)
    assert [column.title for column in table.columns][:2] == ["Place", "Nom, prénom"]
    slip = all_said_by_day(forms["F04"], phrases_of_day_wards("fr"))
    assert "lit" in str(slip)  # somebody may leave for a ward with beds, and lying in one


def test_the_first_minutes_of_a_day_hospital_speak_of_no_bed_and_no_night() -> None:
    reflex = said_by_day(starter_chapter_text("fr", "REF"), phrases_of_day_wards("fr"))
    assert " lit" not in reflex
    assert "nuit" not in reflex
    assert "Avant la fermeture" in reflex
