"""Writing: pages of content, forms drawn once and fonts become one PDF, always the same bytes."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from datetime import datetime
from typing import Any

from referent_desk.paper.embedding import add_fonts
from referent_desk.paper.hardening import harden_reportlab
from referent_desk.paper.measures import PAGE_HEIGHT, PAGE_WIDTH
from referent_desk.paper.pictures import PalettePicture


class Document:
    """One PDF in the making. Names of forms are ours: short, ASCII, without blanks."""

    def __init__(self, title: str, author: str, language: str, day: datetime) -> None:
        harden_reportlab()
        from reportlab.pdfbase.pdfdoc import PDFDictionary, PDFDocument

        self._pdf: Any = PDFDocument(invariant=1, compression=1, lang=language, dummyoutline=1)
        self._stamp_day(day)
        info = self._pdf.info
        info.title, info.author = _encodable(title), _encodable(author)
        info.creator, info.subject = "Referent Desk", ""
        self._forms: Any = PDFDictionary({})
        self._resources: Any = PDFDictionary({"XObject": self._forms})
        self._fonts: set[str] = set()
        self._pages: list[Any] = []
        self._bookmarks: list[tuple[str, int]] = []
        self._digest = hashlib.sha256(f"{_encodable(title)}\n{day.isoformat()}".encode())

    @property
    def page_count(self) -> int:
        return len(self._pages)

    def add_form(
        self, name: str, operators: bytes, width: float, height: float, fonts: Iterable[str] = ()
    ) -> None:
        """Something drawn once and shown on many pages by `/name Do`."""
        from reportlab.pdfbase.pdfdoc import PDFArray, PDFName

        stream = self._stream(operators)
        stream.dictionary["Type"] = PDFName("XObject")
        stream.dictionary["Subtype"] = PDFName("Form")
        stream.dictionary["BBox"] = PDFArray([0, 0, f"{width:.2f}", f"{height:.2f}"])
        stream.dictionary["Resources"] = self._pdf.Reference(self._resources, "resources")
        self._forms[name] = self._pdf.Reference(stream, f"form {name}")
        self._fonts.update(fonts)

    def add_picture(self, name: str, picture: PalettePicture) -> None:
        """Shown by `/name Do` in a square of one by one, which the page stretches."""
        from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName, PDFStream

        stream = PDFStream(content=picture.deflated_rows)
        numbers = {"Predictor": 15, "Colors": 1, "BitsPerComponent": 8, "Columns": picture.width}
        colours = f"<{picture.palette.hex()}>"
        for key, value in {
            "Type": PDFName("XObject"),
            "Subtype": PDFName("Image"),
            "Width": picture.width,
            "Height": picture.height,
            "BitsPerComponent": 8,
            "ColorSpace": PDFArray(
                [PDFName("Indexed"), PDFName("DeviceRGB"), len(picture.palette) // 3 - 1, colours]
            ),
            "Filter": PDFName("FlateDecode"),
            "DecodeParms": PDFDictionary(numbers),
        }.items():
            stream.dictionary[key] = value
        self._digest.update(picture.deflated_rows)
        self._forms[name] = self._pdf.Reference(stream, f"picture {name}")

    def add_page(self, operators: bytes, fonts: Iterable[str]) -> None:
        from reportlab.pdfbase.pdfdoc import PDFArray, PDFPage

        page = PDFPage()
        page.MediaBox = PDFArray([0, 0, f"{PAGE_WIDTH:.2f}", f"{PAGE_HEIGHT:.2f}"])
        page.Contents = self._stream(operators)
        page.Resources = self._pdf.Reference(self._resources, "resources")
        self._pdf.addPage(page)
        self._pages.append(page)
        self._fonts.update(fonts)

    def bookmark(self, title: str) -> None:
        """Of the page that comes next."""
        self._bookmarks.append((_encodable(title), len(self._pages)))

    def finish(self, *, two_sided: bool) -> bytes:
        self._resources["Font"] = add_fonts(self._pdf, sorted(self._fonts))
        self._set_catalog(two_sided)
        self._pdf.signature.update(self._digest.digest())
        written: bytes = self._pdf.format()
        return written

    def _stream(self, operators: bytes) -> Any:
        from reportlab.pdfbase.pdfdoc import PDFStream, PDFZCompress

        self._digest.update(operators)
        return PDFStream(content=operators, filters=[PDFZCompress])

    def _stamp_day(self, day: datetime) -> None:
        """The document's date is that of the printing, not of the writing of the file."""
        stamp = self._pdf._timeStamp
        stamp.YMDhms = tuple(day.timetuple())[:6]
        offset = day.utcoffset()
        minutes = int(offset.total_seconds() // 60) if offset is not None else 0
        stamp.dhh, stamp.dmm = divmod(minutes, 60)

    def _set_catalog(self, two_sided: bool) -> None:
        from reportlab.pdfbase.pdfdoc import PDFDictionary, PDFName

        catalog = self._pdf.Catalog
        catalog.Outlines = self._outline()
        catalog.PageMode = PDFName("UseOutlines")
        catalog.ViewerPreferences = PDFDictionary(
            {
                "Duplex": PDFName("DuplexFlipLongEdge" if two_sided else "Simplex"),
                "PrintScaling": PDFName("None"),
                "DisplayDocTitle": "true",
            }
        )

    def _outline(self) -> Any:
        from reportlab.pdfbase.pdfdoc import (
            PDFArray,
            PDFDictionary,
            PDFName,
            PDFObjectReference,
            PDFString,
        )

        names = [f"bookmark {number}" for number in range(len(self._bookmarks))]
        for number, (title, page) in enumerate(self._bookmarks):
            target = PDFArray([self._pdf.Reference(self._pages[page]), PDFName("Fit")])
            entry = {
                "Title": PDFString(title),
                "Parent": PDFObjectReference("outline"),
                "Dest": target,
            }
            if number:
                entry["Prev"] = PDFObjectReference(names[number - 1])
            if number + 1 < len(names):
                entry["Next"] = PDFObjectReference(names[number + 1])
            self._pdf.Reference(PDFDictionary(entry), names[number])
        outline = {"Type": PDFName("Outlines"), "Count": len(names)}
        if names:
            outline["First"] = PDFObjectReference(names[0])
            outline["Last"] = PDFObjectReference(names[-1])
        return self._pdf.Reference(PDFDictionary(outline), "outline")


def _encodable(text: str) -> str:
    """A lone surrogate can be written nowhere in a file."""
    return text.encode("utf-8", "replace").decode()
