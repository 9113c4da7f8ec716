from __future__ import annotations

import zlib

import pikepdf
import pytest

from referent_desk.paper.pdf_files import Stream, deflated, pdf_file
from tests.paper.pdfs import structure

ROOT = b"<</Type/Catalog/Pages 2 0 R>>"
PAGES = b"<</Type/Pages/Count 0/Kids[]>>"
INFO = b"<</Title(T)>>"


@pytest.mark.parametrize("count", [0, 1, 196, 197, 198, 1_000])
def test_every_object_is_read_back_by_its_number(count: int) -> None:
    more = [b"(%d)" % number for number in range(count)]
    stream = Stream(b"", deflated(b"drawn"))
    with structure(pdf_file([ROOT, PAGES, INFO, stream, *more], 1, 3)) as opened:
        assert opened.check_pdf_syntax() == []
        assert opened.get_object(4, 0).read_bytes() == b"drawn"
        read = [str(opened.get_object(5 + number, 0)) for number in range(count)]
        assert read == [str(number) for number in range(count)]
        assert opened.docinfo["/Title"] == "T"


def test_files_that_differ_in_one_object_are_named_apart() -> None:
    one, two = (pdf_file([ROOT, PAGES, INFO, b"(%d)" % n], 1, 3) for n in (1, 2))
    with structure(one) as first, structure(two) as second:
        names = [bytes(pikepdf.Array(opened.trailer.ID)[0]) for opened in (first, second)]
    assert names[0] != names[1]


@pytest.mark.parametrize("size", [0, 1_000, 1_001, 40_000])
def test_what_was_deflated_is_inflated_to_the_same(size: int) -> None:
    content = bytes(number % 251 for number in range(size))
    assert zlib.decompress(deflated(content)) == content
