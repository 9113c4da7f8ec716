"""Puts laid-out sheets on paper: sides, margins, head, foot, slots, backs left empty.

A page is a few streams drawn one after another: the place of its frame with what is alike on many
pages (marks to punch by, department, foot and the head of the sheet, each a form), its number, the
body as it was kept, the days of its slots. What is the same on many pages is written once.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from referent_desk.domain.sheets import BinderStamp, Head, Sheet
from referent_desk.language import Language
from referent_desk.paper.assembly import Document
from referent_desk.paper.drawing import Pen, Slot
from referent_desk.paper.fonts import drawable, text_width
from referent_desk.paper.fragments import Fragment, FragmentPage
from referent_desk.paper.heads import draw_department, draw_foot
from referent_desk.paper.kept_heads import SheetHead, SheetHeads
from referent_desk.paper.measures import (
    END_MARGIN,
    HOLE_DISTANCE,
    HOLE_INSET,
    MM,
    OUTER_MARGIN,
    PAGE_HEIGHT,
    PAGE_WIDTH,
    PUNCH_MARGIN,
    Frame,
)
from referent_desk.paper.pdf_files import deflated
from referent_desk.paper.sheets_plain import blank_back

_MARKS = ("P", "B")
"""Names of the marks to punch by, on fronts and on backs."""


class BinderPages:
    """Adds the sheets of one binder to its document, one after another."""

    def __init__(
        self,
        document: Document,
        head: Head,
        stamp: BinderStamp,
        language: Language,
        heads: SheetHeads,
        *,
        one_sided: bool,
    ) -> None:
        self._document = document
        self._head = head
        self._stamp = stamp
        self._language = language
        self._heads = heads
        self._one_sided = one_sided
        self._forms: dict[tuple[object, ...], int] = {}
        self._places: dict[tuple[Frame, bool], int] = {}
        self._end = document.add_stream(deflated(b"Q Q"))
        self._blanks: dict[Frame, FragmentPage] = {}
        self._shown: dict[tuple[str, float], tuple[float, str]] = {}
        self._marks = {
            name: document.add_form(deflated(punch_marks(is_back=back)), PAGE_WIDTH, PAGE_HEIGHT)
            for name, back in zip(_MARKS, (False, True), strict=True)
        }

    def add(self, sheet: Sheet, fragment: Fragment) -> None:
        """Begins on a front page; what follows of the sheet goes on its back, and so on."""
        head = self._heads.head_of(sheet, fragment)
        resources = self._document.add_resources(self._forms_of(sheet, fragment, head))
        self._document.use_fonts(fragment.fonts | head.fonts)
        pages = fragment.pages
        if not self._one_sided and len(pages) % 2:
            pages = (*pages, self._blank(fragment.frame))
        for page, number in zip(pages, head.numbers, strict=False):
            self._add_page(page, number, resources, sheet, fragment.frame)

    def _add_page(
        self, page: FragmentPage, number: bytes, resources: int, sheet: Sheet, frame: Frame
    ) -> None:
        document = self._document
        is_back = not self._one_sided and document.page_count % 2 == 1
        add = document.add_stream
        streams = [self._placed(frame, is_back), add(number), add(page.content)]
        if page.slots:
            streams.append(add(self._filled(page.slots, sheet, frame)))
        streams.append(self._end)
        document.compose_page(streams, resources)

    def _forms_of(self, sheet: Sheet, fragment: Fragment, head: SheetHead) -> dict[str, int]:
        frame, kind = fragment.frame, fragment.head
        return {
            "D": self._form(
                ("department", kind, frame.landscape),
                frame,
                lambda pen: draw_department(pen, self._head, kind, frame.width, self._language),
            ),
            "F": self._form(
                (*_trusted(sheet), frame.width, frame.height),
                frame,
                lambda pen: draw_foot(pen, sheet, self._stamp, frame, self._language),
            ),
            "H": self._document.add_form(head.form, frame.width, frame.height),
            **self._marks,
        }

    def _form(self, name: tuple[object, ...], frame: Frame, draw: Callable[[Pen], None]) -> int:
        number = self._forms.get(name)
        if number is None:
            pen = Pen(frame.height)
            draw(pen)
            self._document.use_fonts(pen.fonts)
            number = self._document.add_form(deflated(pen.operators), frame.width, frame.height)
            self._forms[name] = number
        return number

    def _placed(self, frame: Frame, is_back: bool) -> int:
        number = self._places.get((frame, is_back))
        if number is None:
            matrix = frame_matrix(frame, is_back=is_back)
            drawn = b"/%b Do q %b /D Do /F Do /H Do" % (_MARKS[is_back].encode(), matrix)
            number = self._document.add_stream(deflated(drawn))
            self._places[frame, is_back] = number
        return number

    def _filled(self, slots: tuple[Slot, ...], sheet: Sheet, frame: Frame) -> bytes:
        """Ends what the body has set and begins afresh."""
        days, drawn = sheet.stamp.dialled or {}, ["Q q"]
        for number, x, y, label, never, size, align in slots:
            dialled = days.get(number)
            words = never if dialled is None else label.format(day=self._day(dialled))
            if words:
                wide, pieces = self._words(words, size)
                left = x - wide * align.value
                drawn.append(f"BT {left:.2f} {frame.height - y:.2f} Td {pieces} ET")
        return deflated("\n".join(drawn).encode("latin-1"))

    def _words(self, words: str, size: float) -> tuple[float, str]:
        """How wide, and the operators that show them: the same few on a thousand places."""
        found = self._shown.get((words, size))
        if found is None:
            pen = Pen(0.0)
            text = drawable(words)
            found = self._shown[words, size] = (text_width(text, size), pen.shown(text, size))
            self._document.use_fonts(pen.fonts)
        return found

    def _blank(self, frame: Frame) -> FragmentPage:
        if frame not in self._blanks:
            back = blank_back(frame, self._language)
            self._document.use_fonts(back.fonts)
            self._blanks[frame] = FragmentPage(deflated(back.operators))
        return self._blanks[frame]

    def _day(self, day: date) -> str:
        return self._language.short_date(day)


def _trusted(sheet: Sheet) -> tuple[object, ...]:
    """All that the foot says of one sheet and not of another."""
    stamp, kind = sheet.stamp, type(sheet.content.body)
    people = (stamp.author, stamp.approver, stamp.approved_on)
    return (*people, stamp.next_review, stamp.last_drill, kind)


def frame_matrix(frame: Frame, *, is_back: bool) -> bytes:
    """The matrix that puts the frame on the paper; a landscape one turned a quarter to the left.

    So its top lies at the holes of a front page and its bottom at those of a back: the sheet is
    turned over like that of a wall calendar.
    """
    left = OUTER_MARGIN if is_back else PUNCH_MARGIN
    if frame.landscape:
        return f"0 1 -1 0 {left + frame.height:.2f} {END_MARGIN:.2f} cm".encode()
    return f"1 0 0 1 {left:.2f} {END_MARGIN:.2f} cm".encode()


def punch_marks(*, is_back: bool) -> bytes:
    """Where the two holes go, and where the middle of the punch is laid."""
    x = PAGE_WIDTH - HOLE_INSET if is_back else HOLE_INSET
    edge, inward = (PAGE_WIDTH, -1) if is_back else (0.0, 1)
    middle, arm = PAGE_HEIGHT / 2, 1.2 * MM
    drawn = ["0.4 w 0.4 G"]
    for y in (middle - HOLE_DISTANCE / 2, middle + HOLE_DISTANCE / 2):
        drawn.append(f"{x - arm:.2f} {y:.2f} m {x + arm:.2f} {y:.2f} l S")
        drawn.append(f"{x:.2f} {y - arm:.2f} m {x:.2f} {y + arm:.2f} l S")
    tip = edge + inward * 8 * MM
    drawn.append(f"{edge + inward * 5 * MM:.2f} {middle:.2f} m {tip:.2f} {middle:.2f} l S")
    return "\n".join(drawn).encode()
