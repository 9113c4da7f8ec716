"""Blank forms on paper: a label fits, a hand can write, nothing is lost, no room is wasted."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass, replace
from functools import cache
from itertools import pairwise
from typing import Any

import pytest

from referent_desk.domain.forms import (
    ChoicesBlock,
    Column,
    Field,
    FieldRow,
    FieldsBlock,
    Foot,
    FormDefinition,
    LinesBlock,
    NoteBlock,
    Orientation,
    PageBlock,
    TableBlock,
)
from referent_desk.exchange.forms import form_definitions
from referent_desk.language import language
from referent_desk.paper.forms import lay_out_form
from referent_desk.paper.layout import HeadKind, LaidOut
from referent_desk.paper.measures import (
    FORM_LANDSCAPE,
    FORM_PORTRAIT,
    IDENTITY_HEIGHT,
    IDENTITY_WIDTH,
    MM,
    Frame,
)

FORMS = [(code, form.code) for code in ("fr", "en") for form in form_definitions(code).forms]
NEVER_PRINTED = {"kind", "code", "language", "orientation", "after_outage", "in_binders"}
WITH_A_BACK = {"F06", "F17"}
"""The plan of administration and the theatre record: one sheet, printed on both sides."""
LINE = re.compile(r"^(\S+) (\S+) m (\S+) (\S+) l S$")
RECTANGLE = re.compile(r"^(\S+) (\S+) (\S+) (\S+) re [Sf]$")
SHOWN = re.compile(r"\((.*?[^\\])\) (?:Tj|')")


@cache
def form(language_code: str, code: str) -> FormDefinition:
    return next(f for f in form_definitions(language_code).forms if f.code == code)


@cache
def laid_out(language_code: str, code: str) -> LaidOut:
    return lay_out_form(form(language_code, code), language(language_code))


@dataclass(frozen=True)
class Stroke:
    """A horizontal line, y from the top of the frame."""

    x: float
    y: float
    to_x: float
    ink: float


def strokes(operators: bytes, frame: Frame) -> list[Stroke]:
    found, ink = [], 0.0
    for line in operators.decode("latin-1").split("\n"):
        if line.endswith(" G"):
            ink = float(line.split()[0])
        if drawn := LINE.match(line):
            x, y, to_x, to_y = map(float, drawn.groups())
            if y == to_y:
                found.append(Stroke(x, frame.height - y, to_x, ink))
    return found


def corners(operators: bytes) -> Iterator[tuple[float, float]]:
    """Every point that a line, a rectangle or a text begins or ends at."""
    for line in operators.decode("latin-1").split("\n"):
        if drawn := LINE.match(line):
            x, y, to_x, to_y = map(float, drawn.groups())
            yield from ((x, y), (to_x, to_y))
        elif box := RECTANGLE.match(line):
            x, y, width, height = map(float, box.groups())
            yield from ((x, y), (x + width, y + height))


def words_on(page: bytes) -> str:
    """What is shown, run by run; texts that were wrapped are joined by blanks."""
    shown = " ".join(
        SHOWN.findall(page.decode("latin-1").encode("latin-1").decode("cp1252", "replace"))
    )
    return shown.replace("\\(", "(").replace("\\)", ")").replace("\u00a0", " ")


def printed_texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from printed_texts(item)
    elif is_dataclass(value):
        for field in fields(value):
            if field.name not in NEVER_PRINTED:
                yield from printed_texts(getattr(value, field.name))


@pytest.mark.parametrize(("language_code", "code"), FORMS)
def test_the_identity_block_is_a_label_at_the_same_place_on_every_page(
    language_code: str, code: str
) -> None:
    sheet = laid_out(language_code, code)
    assert sheet.head is HeadKind.FORM
    assert (IDENTITY_WIDTH, IDENTITY_HEIGHT) == (65 * MM, 30 * MM)
    left, bottom = sheet.frame.width - 65 * MM, sheet.frame.height - 30 * MM
    block = f"{left:.2f} {bottom:.2f} {65 * MM:.2f} {30 * MM:.2f} re S"
    assert all(block in page.operators.decode("latin-1") for page in sheet.pages)


@pytest.mark.parametrize(("language_code", "code"), FORMS)
def test_nothing_of_a_form_lies_outside_its_frame_or_in_the_foot_of_the_binder(
    language_code: str, code: str
) -> None:
    sheet = laid_out(language_code, code)
    for page in sheet.pages:
        for x, y in corners(page.operators):
            assert -0.1 <= x <= sheet.frame.width + 0.1
            assert sheet.frame.height - sheet.frame.body_bottom - 0.1 <= y
            assert y <= sheet.frame.height + 0.1


@pytest.mark.parametrize(("language_code", "code"), FORMS)
def test_every_word_of_a_definition_is_printed(language_code: str, code: str) -> None:
    page = " ".join(words_on(page.operators) for page in laid_out(language_code, code).pages)
    said = page.split()
    for text in printed_texts(form(language_code, code)):
        for word in text.replace("\u00a0", " ").split():
            # subscripts and other signs beyond the first subset are drawn in runs of their own
            if word.isascii() or word.encode("cp1252", "ignore").decode("cp1252") == word:
                assert word in said, f"{code}: {word}"


@pytest.mark.parametrize(("language_code", "code"), FORMS)
def test_a_form_is_one_page_but_for_those_that_have_a_back(language_code: str, code: str) -> None:
    assert len(laid_out(language_code, code).pages) == (2 if code in WITH_A_BACK else 1)


def _is_close_on_purpose(form: FormDefinition) -> bool:
    """Boxes to tick and the parted rows of the hours stand closer than lines to write on."""
    return any(
        isinstance(block, ChoicesBlock) or (isinstance(block, TableBlock) and bool(block.sub_rows))
        for block in form.blocks
    )


@pytest.mark.parametrize(
    ("language_code", "code"),
    [names for names in FORMS if not _is_close_on_purpose(form(*names))],
)
def test_lines_to_write_on_are_eight_millimetres_apart_at_least(
    language_code: str, code: str
) -> None:
    sheet = laid_out(language_code, code)
    for page in sheet.pages:
        lines = sorted((s for s in strokes(page.operators, sheet.frame) if not s.ink), key=_by_y)
        for index, upper in enumerate(lines):
            for lower in lines[index + 1 :]:
                apart = lower.y - upper.y
                beside = lower.x >= upper.to_x or lower.to_x <= upper.x
                assert beside or apart < 0.01 or apart >= 8 * MM - 0.2, f"{code}: {apart / MM}"


def _by_y(stroke: Stroke) -> float:
    return stroke.y


@pytest.mark.parametrize(("language_code", "code"), FORMS)
def test_the_page_is_used_down_to_its_foot(language_code: str, code: str) -> None:
    """From the head to the foot of the binder there is something every 25 mm at least."""
    sheet = laid_out(language_code, code)
    for page in sheet.pages:
        heights = {sheet.frame.height - y for _x, y in corners(page.operators)}
        heights |= {sheet.frame.body_top, sheet.frame.body_bottom}
        marks = sorted(y for y in heights if y >= sheet.frame.body_top)
        widest = max(lower - upper for upper, lower in pairwise(marks))
        assert widest <= 25.5 * MM, f"{code}: {widest / MM:.0f} mm empty"


@pytest.mark.parametrize("code", ["F03", "F06", "F07", "F29"])
def test_wide_tables_lie_across_the_page(code: str) -> None:
    assert laid_out("fr", code).frame == FORM_LANDSCAPE
    assert laid_out("fr", "F05").frame == FORM_PORTRAIT


def test_the_foot_asks_who_wrote_and_who_entered_and_says_what_becomes_of_the_sheet() -> None:
    said = words_on(laid_out("en", "F05").pages[-1].operators)
    for label in (
        "Prescriber", "Name in full", "Position", "RPPS", "Telephone", "Unit", "Date", "Time",
        "Signature", "Back entry", "Entered by", "on, at", "Checked by", "scanned", "kept",
        "copy to pharmacy", "Retype the active lines", "have 1 ready per patient and day",
    ):  # fmt: skip
        assert label in said


def test_the_identity_traits_are_asked_on_a_patients_form_and_only_there() -> None:
    traits = (
        "Birth name", "First name at birth", "Born on", "Sex", "Born at (INSEE code or country)",
        "Name used", "First name used", "Permanent or provisional no.", "Stay no.", "Room, bed",
        "homonym", "identity not verified", "label here",
    )  # fmt: skip
    for code in ("F05", "F06"):
        for page in laid_out("en", code).pages:
            assert [t for t in traits if t not in words_on(page.operators)] == []
    said = words_on(laid_out("en", "F25").pages[0].operators)
    assert [t for t in traits if t in said] == []
    assert "department sheet" in said


OWN = FormDefinition("F61", "Fiche maison", 1, "fr", afterwards="Garder.", foot=Foot("Rempli par"))


def _pages(*blocks: Any, landscape: bool = False) -> LaidOut:
    orientation = Orientation.LANDSCAPE if landscape else Orientation.PORTRAIT
    return lay_out_form(replace(OWN, orientation=orientation, blocks=blocks), language("en"))


@pytest.mark.parametrize("landscape", [False, True])
def test_a_table_longer_than_a_page_goes_on_under_its_head_and_loses_no_row(
    landscape: bool,
) -> None:
    names = tuple(f"lit-{number}" for number in range(100))
    table = TableBlock((Column("Chambre"), Column("Nom")), rows=100, first_column=names)
    sheet = _pages(NoteBlock("Avant."), table, NoteBlock("Après."), landscape=landscape)
    said = [words_on(page.operators) for page in sheet.pages]
    assert len(said) > 3
    assert [name for name in names if name not in " ".join(said).split()] == []
    assert all("Chambre" in page for page in said if "lit-" in page)
    assert all("Birth name" in page for page in said)
    assert ["Back entry" in page for page in said] == [False] * (len(said) - 1) + [True]
    assert said[-1].count("Après.") == 1


def test_fields_that_do_not_fit_side_by_side_go_to_further_rows() -> None:
    boxes = tuple(f"possibilité numéro {number}" for number in range(20))
    row = FieldRow((Field("Choix", boxes=boxes), Field("Reste")))
    for framed in (False, True):
        sheet = _pages(FieldsBlock((row,), "Titre", framed))
        said = words_on(sheet.pages[0].operators)
        assert [box for box in boxes if box not in said] == []
        assert "Reste" in said
        assert max(x for x, _y in corners(sheet.pages[0].operators)) <= sheet.frame.width + 0.1


def test_more_fields_than_a_page_holds_go_on_with_the_next_page() -> None:
    rows = tuple(FieldRow((Field(f"champ-{number}"),)) for number in range(60))
    for framed in (False, True):
        sheet = _pages(FieldsBlock(rows, "Titre", framed))
        said = " ".join(words_on(page.operators) for page in sheet.pages).split()
        assert len(sheet.pages) >= 2
        assert [f"champ-{number}" for number in range(60) if f"champ-{number}" not in said] == []
        for page in sheet.pages:
            lowest = min(y for _x, y in corners(page.operators))
            assert lowest >= sheet.frame.height - sheet.frame.body_bottom - 0.1


def test_a_page_that_begins_twice_and_a_form_without_blocks_still_have_head_and_foot() -> None:
    assert len(_pages().pages) == 1
    assert len(_pages(PageBlock(), PageBlock(), LinesBlock("Message")).pages) == 1


def test_what_a_hospital_writes_is_printed_as_it_is() -> None:
    odd = "<b>R&D</b> (à 5 %) \\ <nom du cadre>"
    long = "x" * 120
    table = TableBlock((Column(long), Column(odd, parts=("a", "b")), Column(odd)), sub_rows=("u",))
    sheet = _pages(NoteBlock(odd), FieldsBlock((FieldRow((Field(long), Field(odd))),)), table)
    said = words_on(sheet.pages[0].operators).replace("\\\\", "\\")
    assert said.count("<nom du cadre>") >= 3
    assert "R&D</b> (à 5 %) \\" in said
    assert max(x for x, _y in corners(sheet.pages[0].operators)) <= sheet.frame.width + 0.1


def test_the_same_form_is_drawn_by_the_same_bytes() -> None:
    once, again = (lay_out_form(form("fr", "F06"), language("fr")) for _ in range(2))
    assert once == again
