"""Puts laid-out sheets on paper: sides, margins, head, foot, slots, backs left empty.

A page is a few streams drawn one after another: the place of its frame with what is alike on many
pages (marks to punch by, department, foot and the head of the sheet, each a form), its number, the
body as it was kept, the days of its slots. What is the same on many pages is written once.
"""

from __future__ import annotations

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
        self._sides: dict[Frame, tuple[int, int]] = {}
        self._end = document.add_stream(deflated(b"Q Q"))
        self._blanks: dict[Frame, FragmentPage] = {}
        self._shown: dict[tuple[str, float], tuple[float, str]] = {}
        self._days: dict[str, bytes] = {}
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
        sides = self._sides_of(fragment.frame)
        add, compose = self._document.add_stream, self._document.compose_page
        for place, (page, number) in enumerate(zip(pages, head.numbers, strict=False)):
            streams = [sides[place % 2], add(number), add(page.content)]
            if page.slots:
                streams.append(add(self._filled(page.slots, sheet, fragment.frame)))
            streams.append(self._end)
            compose(streams, resources)

    def _forms_of(self, sheet: Sheet, fragment: Fragment, head: SheetHead) -> dict[str, int]:
        frame, kind = fragment.frame, fragment.head
        whose, trusted = (kind, frame.landscape), (*_trusted(sheet), frame.landscape)
        department, foot = self._forms.get(whose), self._forms.get(trusted)
        if department is None:
            pen = Pen(frame.height)
            draw_department(pen, self._head, kind, frame.width, self._language)
            department = self._forms[whose] = self._form(pen, frame)
        if foot is None:
            pen = Pen(frame.height)
            draw_foot(pen, sheet, self._stamp, frame, self._language)
            foot = self._forms[trusted] = self._form(pen, frame)
        shown = self._document.add_form(head.form, frame.width, frame.height)
        return {"D": department, "F": foot, "H": shown, **self._marks}

    def _form(self, pen: Pen, frame: Frame) -> int:
        self._document.use_fonts(pen.fonts)
        return self._document.add_form(deflated(pen.operators), frame.width, frame.height)

    def _sides_of(self, frame: Frame) -> tuple[int, int]:
        """What begins a front page and what begins its back."""
        found = self._sides.get(frame)
        if found is None:
            front = self._placed(frame, is_back=False)
            back = front if self._one_sided else self._placed(frame, is_back=True)
            found = self._sides[frame] = (front, back)
        return found

    def _placed(self, frame: Frame, *, is_back: bool) -> int:
        matrix = frame_matrix(frame, is_back=is_back)
        drawn = b"/%b Do q %b /D Do /F Do /H Do" % (_MARKS[is_back].encode(), matrix)
        return self._document.add_stream(deflated(drawn))

    def _filled(self, slots: tuple[Slot, ...], sheet: Sheet, frame: Frame) -> bytes:
        """Ends what the body has set and begins afresh."""
        days, drawn = sheet.stamp.dialled or {}, ["Q q"]
        for number, x, y, label, never, size, align in slots:
            dialled = days.get(number) or days.get(number.partition(" (")[0])
            words = never if dialled is None else label.format(day=self._day(dialled))
            if words:
                wide, pieces = self._words(words, size)
                left = x - wide * align.value
                drawn.append(f"BT {left:.2f} {frame.height - y:.2f} Td {pieces} ET")
        said = "\n".join(drawn)
        found = self._days.get(said)
        if found is None:
            found = self._days[said] = deflated(said.encode("latin-1"))
        return found

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
