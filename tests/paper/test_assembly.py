from __future__ import annotations

from datetime import UTC, datetime

import pikepdf
import pytest

from referent_desk.paper.assembly import Document
from referent_desk.paper.pdf_files import deflated
from tests.paper.pdfs import page_texts, structure

DAY = datetime(2026, 11, 9, 14, 2, tzinfo=UTC)
TEXT = b"BT 50 700 Td /R0 12 Tf (Bonjour) Tj ET"


def document(title: str = "Title") -> Document:
    return Document(title, "Author", "fr", DAY)


def test_a_page_shows_its_streams_one_after_another_and_its_forms_by_name() -> None:
    made = document()
    made.use_fonts(["R0"])
    form = made.add_form(deflated(TEXT.replace(b"Bonjour", b"Forme")), 500, 800)
    streams = [made.add_stream(deflated(part)) for part in (b"q", TEXT, b"Q /X Do")]
    made.compose_page(streams, made.add_resources({"X": form}))
    pdf = made.finish(two_sided=True)
    assert sorted(page_texts(pdf)[0].split()) == ["Bonjour", "Forme"]
    with structure(pdf) as opened:
        assert opened.check_pdf_syntax() == []


def test_what_is_the_same_on_many_pages_is_written_once() -> None:
    made = document()
    numbers = {made.add_stream(deflated(TEXT)) for _page in range(3)}
    assert len(numbers) == 1


def test_a_document_without_bookmarks_or_pictures_is_sound() -> None:
    made = document()
    made.add_page(TEXT, ["R0"])
    with structure(made.finish(two_sided=False)) as opened:
        assert opened.check_pdf_syntax() == []
        assert len(opened.pages) == 1


@pytest.mark.parametrize(
    "title", ["Plain", "Cardiologie — été", "a) /Evil (b", "back\\slash\\", "\ud800", "💉", ""]
)
def test_any_title_is_read_back_and_ends_nothing(title: str) -> None:
    made = document(title)
    made.bookmark(title)
    made.add_page(TEXT, ["R0"])
    with structure(made.finish(two_sided=False)) as opened, opened.open_outline() as outline:
        expected = title.replace("\ud800", "?")
        assert str(opened.docinfo["/Title"]) == expected
        assert [item.title for item in outline.root] == [expected]
        assert set(opened.Root.keys()) == {
            *("/Type", "/Pages", "/Outlines", "/PageMode", "/Lang", "/ViewerPreferences")
        }


@pytest.mark.parametrize("size", [0, 1, 999, 1_000, 1_001, 50_000])
def test_streams_of_any_size_are_inflated_again(size: int) -> None:
    operators = (b"0.5 w 1 0 0 1 20 30 cm\n" * (size // 20 + 1))[:size]
    made = document()
    number = made.add_stream(deflated(operators))
    made.compose_page([number], made.add_resources({}))
    with structure(made.finish(two_sided=False)) as opened:
        contents = opened.pages[0].Contents
        stream = contents[0] if isinstance(contents, pikepdf.Array) else contents
        assert stream.read_bytes() == operators


def test_documents_that_differ_have_different_names_and_the_same_ones_the_same_bytes() -> None:
    def made(text: bytes) -> bytes:
        one = document()
        one.add_page(text, ["R0"])
        return one.finish(two_sided=False)

    first, again, other = made(TEXT), made(TEXT), made(TEXT.replace(b"Bon", b"Mau"))
    assert first == again
    with structure(first) as one, structure(other) as two:
        assert bytes(one.trailer.ID[0]) != bytes(two.trailer.ID[0])
