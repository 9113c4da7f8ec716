"""Writing: streams, forms drawn once and fonts become one PDF, always the same bytes.

Streams come deflated and are written as they are, so that what was kept is never deflated again.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from referent_desk.paper.faces import embedded_font
from referent_desk.paper.measures import PAGE_HEIGHT, PAGE_WIDTH
from referent_desk.paper.pdf_files import Stream, deflated, pdf_file
from referent_desk.paper.syntax import text_string, time_string

if TYPE_CHECKING:
    from referent_desk.paper.pictures import PalettePicture  # a binder has none

_CATALOG, _PAGES, _INFO, _FONTS, _OUTLINE, _PICTURES, _PLAIN = range(1, 8)
"""`_PLAIN` is what a form draws with."""
_PAPER = f"[0 0 {PAGE_WIDTH:.2f} {PAGE_HEIGHT:.2f}]".encode()


class Document:
    """One PDF in the making; what is added is known by its number from then on."""

    def __init__(
        self,
        title: str,
        author: str,
        language: str,
        day: datetime,
    ) -> None:
        """`day` is that of the printing, not of the writing of the file."""
        self._objects: list[bytes | Stream] = [b""] * _PLAIN
        self._language = language
        self._info = _info(title, author, day)
        self._fonts: set[str] = set()
        self._pages: list[int] = []
        self._streams: dict[bytes, int] = {}
        self._pictures: list[bytes] = []
        self._bookmarks: list[tuple[str, int]] = []
        self._with_pictures = 0

    @property
    def page_count(self) -> int:
        return len(self._pages)

    def add_stream(self, content: bytes) -> int:
        """Deflated operators; the same ones are written once."""
        number = self._streams.get(content)
        if number is None:
            number = self._streams[content] = self._add(Stream(b"", content))
        return number

    def add_form(self, content: bytes, width: float, height: float) -> int:
        """Deflated operators, drawn once and shown on many pages."""
        head = f"/Subtype/Form/BBox[0 0 {width:.2f} {height:.2f}]/Resources {_PLAIN} 0 R"
        return self._add(Stream(head.encode(), content))

    def add_picture(self, name: str, picture: PalettePicture) -> None:
        """Shown by `/name Do` in a square of one by one, which the page stretches."""
        colours = f"{len(picture.palette) // 3 - 1} <{picture.palette.hex()}>"
        head = (
            f"/Type/XObject/Subtype/Image/Width {picture.width}/Height {picture.height}"
            f"/BitsPerComponent 8/ColorSpace[/Indexed/DeviceRGB {colours}]"
            f"/DecodeParms<</Predictor 15/Colors 1/BitsPerComponent 8/Columns {picture.width}>>"
        )
        number = self._add(Stream(head.encode(), picture.deflated_rows))
        self._pictures.append(f"/{name} {number} 0 R".encode())

    def add_page(self, operators: bytes, fonts: Iterable[str]) -> None:
        """A page drawn whole, with the pictures of the document."""
        self._fonts.update(fonts)
        if not self._with_pictures:
            self._with_pictures = self._add(self._resources(b"%d 0 R" % _PICTURES))
        self.compose_page([self.add_stream(deflated(operators))], self._with_pictures)

    def add_resources(self, forms: Mapping[str, int]) -> int:
        """Which form is shown by `/name Do` on the pages that are given this number."""
        named = "".join([f"/{name} {number} 0 R" for name, number in forms.items()])
        return self._add(self._resources(b"<<%b>>" % named.encode()))

    def compose_page(self, streams: Sequence[int], resources: int) -> None:
        """A page of streams drawn one after another."""
        drawn = b" 0 R ".join([b"%d" % stream for stream in streams])
        page = b"<</Type/Page/Parent %d 0 R/Resources %d 0 R/Contents[%b 0 R]>>"
        self._objects.append(page % (_PAGES, resources, drawn))
        self._pages.append(len(self._objects))

    def use_fonts(self, fonts: Iterable[str]) -> None:
        self._fonts.update(fonts)

    def bookmark(self, title: str) -> None:
        """Of the page that comes next."""
        self._bookmarks.append((title, len(self._pages)))

    def finish(self, *, two_sided: bool, turned: bool = False) -> bytes:
        """`turned`: shown a quarter to the right, as landscape pages are read."""
        self._set(_FONTS, self._add_fonts())
        self._set(_PLAIN, b"<</Font %d 0 R>>" % _FONTS)
        self._set(_OUTLINE, self._add_outline())
        self._set(_PICTURES, b"<<%b>>" % b"".join(self._pictures))
        self._set(_INFO, self._info)
        kids = b" ".join(b"%d 0 R" % number for number in self._pages)
        pages = b"<</Type/Pages/MediaBox%b%b/Count %d/Kids[%b]>>"
        turn = b"/Rotate 90" if turned else b""
        self._set(_PAGES, pages % (_PAPER, turn, len(self._pages), kids))
        self._set(_CATALOG, self._catalog(two_sided))
        return pdf_file(self._objects, _CATALOG, _INFO)

    def _add(self, content: bytes | Stream) -> int:
        self._objects.append(content)
        return len(self._objects)

    def _resources(self, shown: bytes) -> bytes:
        return b"<</Font %d 0 R/XObject %b>>" % (_FONTS, shown)

    def _set(self, number: int, content: bytes) -> None:
        self._objects[number - 1] = content

    def _add_fonts(self) -> bytes:
        entries = []
        for name in sorted(self._fonts):
            font = embedded_font(name)
            program = self._add(Stream(b"/Length1 %d" % font.program_length, font.program))
            descriptor = self._add(b"<<%b/FontFile2 %d 0 R>>" % (font.descriptor, program))
            unicode = self._add(Stream(b"", font.to_unicode))
            number = self._add(
                b"<<%b/FontDescriptor %d 0 R/ToUnicode %d 0 R>>"
                % (font.dictionary, descriptor, unicode)
            )
            entries.append(b"/%b %d 0 R" % (name.encode(), number))
        return b"<<%b>>" % b"".join(entries)

    def _add_outline(self) -> bytes:
        count = len(self._bookmarks)
        if not count:
            return b"<</Type/Outlines/Count 0>>"
        first = len(self._objects) + 1
        for place, (title, page) in enumerate(self._bookmarks):
            before = b"/Prev %d 0 R" % (first + place - 1) if place else b""
            after = b"/Next %d 0 R" % (first + place + 1) if place + 1 < count else b""
            self._add(
                b"<</Title %b/Parent %d 0 R/Dest[%d 0 R/Fit]%b%b>>"
                % (text_string(title), _OUTLINE, self._pages[page], before, after)
            )
        ends = (first, first + count - 1)
        return b"<</Type/Outlines/Count %d/First %d 0 R/Last %d 0 R>>" % (count, *ends)

    def _catalog(self, two_sided: bool) -> bytes:
        sides = b"DuplexFlipLongEdge" if two_sided else b"Simplex"
        return (
            b"<</Type/Catalog/Pages %d 0 R/Outlines %d 0 R/PageMode/UseOutlines/Lang %b"
            b"/ViewerPreferences<</Duplex/%b/PrintScaling/None/DisplayDocTitle true>>>>"
            % (_PAGES, _OUTLINE, text_string(self._language), sides)
        )


def _info(title: str, author: str, day: datetime) -> bytes:
    stamp = time_string(day)
    return (
        b"<</Title %b/Author %b/Creator(Referent Desk)/Producer(Referent Desk)"
        b"/CreationDate %b/ModDate %b>>" % (text_string(title), text_string(author), stamp, stamp)
    )
