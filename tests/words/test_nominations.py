from __future__ import annotations

from referent_desk.domain.nominations import Caution, Warn
from referent_desk.language import spoken
from referent_desk.words.nominations import caution_words


def test_of_two_main_referents_it_is_said_that_the_sheets_name_only_one() -> None:
    """Without dates nothing says who was there first."""
    said = caution_words(Caution(Warn.OTHER_HOLDER, ("Ada Roux",), 1), spoken())
    assert "the sheets name only one" in said
    assert "deputy" in said
