from __future__ import annotations

import pytest

from referent_desk.language import _, ngettext, speak, speak_as
from tests.catalogues import entries, fields, singular
from tests.pseudo_language import pseudo_language, stretched, untranslated


@pytest.mark.parametrize(
    ("text", "longer"),
    [
        ("", ""),
        (" ", " "),
        ("&Print", "[!! &Prïñt !!]"),
        ("{count} pages", "[!! {count} pägés !!]"),
        ("A && B\nC", "[!! Ä && B\nC !!]"),
    ],
)
def test_letters_change_and_marks_stay(text: str, longer: str) -> None:
    assert stretched(text) == longer


def test_every_text_keeps_its_fields_and_grows_by_two_fifths() -> None:
    for entry in entries():  # every text that is shown stands there
        text = singular(entry.key)
        longer = stretched(text)
        if fields(text) != {text}:  # a brace that is shown as a brace
            assert fields(longer) == fields(text)
        assert untranslated(longer).strip() == ""
        bare = sum(len(piece) for piece in fields(text))
        assert len(longer) - len(text) >= 0.4 * (len(text) - bare) - 12


def test_the_window_can_speak_a_language_that_is_not_shipped() -> None:
    speak_as(pseudo_language())
    assert _("Help") == "[!! Hélp !!]"
    assert ngettext("{count} page", "{count} pages", 2).startswith("[!! {count} pägés")
    speak("en")
    assert _("Help") == "Help"


def test_what_was_not_translated_stands_outside_the_brackets() -> None:
    assert untranslated("[!! Sävéd !!] Cardiologie [!! ~~~ !!]").split() == ["Cardiologie"]
    assert untranslated("[!! öñ 12 [!! Märçh !!] 2026 !!] bare").split() == ["bare"]
