"""Prints one body as a sheet of its own and reads it back."""

from __future__ import annotations

from referent_desk.domain.sheets import Body
from referent_desk.language import language
from referent_desk.paper.binder import write_binder
from tests.paper.pdfs import letters_only, page_texts
from tests.paper.wards import HEAD, STAMP, sheet

EN = language("en")


def pages_of(body: Body) -> list[str]:
    return page_texts(
        write_binder([sheet("XXX-01", "Titre", body)], HEAD, STAMP, EN, one_sided=True).pdf
    )


def says(body: Body, *expected: str) -> None:
    text = letters_only("".join(pages_of(body))).casefold()
    for words in expected:
        assert letters_only(words).casefold() in text, words
