from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from referent_desk.domain.binders import (
    Draft,
    KnownSheet,
    NumberedSheets,
    allot_codes,
    highest_given,
    number_sheets,
    with_list_title,
)
from referent_desk.domain.check_codes import is_check_code
from referent_desk.domain.sheets import CoverBody, MissingBody

COVER = Draft("cover", "Cover", CoverBody("", "", "Cardiologie"), code="COUV")


def draft(subject: str, said: str = "", prefix: str = "PRE") -> Draft:
    return Draft(subject, subject, MissingBody(subject, said), prefix=prefix)


class Shelf:
    """What a department has had printed; each printing adds its new facts."""

    def __init__(self) -> None:
        self.codes: dict[str, str] = {}
        self.known: list[KnownSheet] = []

    def number(self, *drafts: Draft, allot: bool = True) -> NumberedSheets:
        return number_sheets((COVER, *drafts), self.codes, self.known, "fr", allot=allot)

    def print(self, *drafts: Draft) -> dict[str, int | None]:
        numbered = self.number(*drafts)
        self.codes |= dict(numbered.new_codes)
        self.known += [
            KnownSheet(s.content.code, s.revision or 0, s.check_code, s.body_hash)
            for s in numbered.new_sheets
        ]
        return {s.content.code: s.revision for s in numbered.sheets}


def test_the_cover_comes_first_and_the_list_second() -> None:
    printed = Shelf().print(draft("a"), draft("b"), draft("c", prefix="LAB"))
    assert list(printed.items()) == [
        ("COUV", 1), ("LISTE", 1), ("PRE-01", 1), ("PRE-02", 1), ("LAB-01", 1),
    ]  # fmt: skip


def test_the_same_bodies_have_the_same_numbers() -> None:
    shelf = Shelf()
    first = shelf.print(draft("a"), draft("b"))
    numbered = shelf.number(draft("a"), draft("b"))
    assert (numbered.new_codes, numbered.new_sheets) == ((), ())
    assert shelf.print(draft("a"), draft("b")) == first


def test_a_body_that_changed_and_came_back_takes_its_number_back() -> None:
    shelf = Shelf()
    said = [shelf.print(draft("a", what), draft("b")) for what in ("x", "y", "x", "z", "y")]
    assert [printed["PRE-01"] for printed in said] == [1, 2, 1, 3, 2]
    assert [printed["LISTE"] for printed in said] == [1, 2, 1, 3, 2]
    assert {printed["PRE-02"] for printed in said} == {1}


def test_a_title_or_a_stamp_is_no_change_of_the_body() -> None:
    shelf = Shelf()
    first = shelf.print(draft("a"))
    assert shelf.print(replace(draft("a"), title="Autrement")) == first


def test_a_preview_allots_nothing_and_shows_the_numbers_that_are_known() -> None:
    shelf = Shelf()
    shelf.print(draft("a"))
    preview = shelf.number(draft("a"), draft("b"), allot=False)
    assert (preview.new_codes, preview.new_sheets) == ((), ())
    assert {s.content.code: s.revision for s in preview.sheets} == {
        "COUV": 1, "LISTE": None, "PRE-01": 1, "PRE-02": None,
    }  # fmt: skip


def test_a_preview_shows_the_codes_that_printing_will_allot() -> None:
    shelf = Shelf()
    preview = shelf.number(draft("a"), draft("b"), allot=False)
    printed = shelf.number(draft("a"), draft("b"))
    assert [
        (s.content.code, s.check_code) for s in preview.sheets if s.content.code != "LISTE"
    ] == [(s.content.code, s.check_code) for s in printed.sheets if s.content.code != "LISTE"]


def test_a_code_is_never_used_again_for_something_else() -> None:
    shelf = Shelf()
    shelf.print(draft("a"), draft("b"))
    assert shelf.print(draft("c")) == {"COUV": 1, "LISTE": 2, "PRE-03": 1}
    assert shelf.print(draft("b"), draft("d"))["PRE-04"] == 1
    assert shelf.codes["b"] == "PRE-02"


@pytest.mark.parametrize(
    ("known", "drafts", "codes"),
    [
        ({}, [draft("a")], {"a": "PRE-01"}),
        ({"x": "PRE-07"}, [draft("a")], {"x": "PRE-07", "a": "PRE-08"}),
        ({"x": "LAB-07"}, [draft("a")], {"x": "LAB-07", "a": "PRE-01"}),
        ({"x": "PRE-99"}, [draft("a")], {"x": "PRE-99", "a": "PRE-100"}),
        ({}, [Draft("form:F05", "", COVER.body, code="F05")], {"form:F05": "F05"}),
        ({"a": "PRE-02"}, [draft("a"), draft("b")], {"a": "PRE-02", "b": "PRE-03"}),
    ],
)
def test_codes_are_counted_by_prefix(
    known: dict[str, str], drafts: list[Draft], codes: dict[str, str]
) -> None:
    assert allot_codes(drafts, known) == codes


binders = st.lists(
    st.dictionaries(st.sampled_from("abcdef"), st.sampled_from(["", "x", "y"]), max_size=6),
    min_size=1,
    max_size=6,
)


@given(binders)
def test_whatever_is_printed_numbers_are_unique_facts(story: list[dict[str, str]]) -> None:
    shelf = Shelf()
    seen: dict[tuple[str, int | None], str] = {}
    for binder in story:
        numbered = shelf.number(*(draft(subject, said) for subject, said in binder.items()))
        for sheet in numbered.sheets:
            place = (sheet.content.code, sheet.revision)
            assert seen.setdefault(place, sheet.body_hash) == sheet.body_hash
            assert is_check_code(sheet.check_code)
        shelf.print(*(draft(subject, said) for subject, said in binder.items()))
    assert len({k.check_code for k in shelf.known}) == len(shelf.known)
    assert len(set(shelf.codes.values())) == len(shelf.codes)
    assert len({k.body_hash + k.code for k in shelf.known}) == len(shelf.known)


def test_the_list_takes_the_title_of_the_readers_language() -> None:
    numbered = Shelf().number(draft("a"))
    titled = with_list_title(numbered.sheets, "Feuillets en vigueur")
    assert [s.content.title for s in titled] == ["Cover", "Feuillets en vigueur", "a"]
    assert [s.body_hash for s in titled] == [s.body_hash for s in numbered.sheets]


def test_numbers_go_on_above_the_highest_that_were_ever_given() -> None:
    marks = {"COUV": 4, "PRE-01": 6, "PRE-03": 1}
    known = [KnownSheet("PRE-01", 2, "K7M4", "an older body")]
    numbered = number_sheets(
        (COVER, draft("a"), draft("b")), {"a": "PRE-01"}, known, "fr", allot=True, marks=marks
    )
    assert {s.content.code: s.revision for s in numbered.sheets} == {
        "COUV": 5,
        "LISTE": 1,
        "PRE-01": 7,
        "PRE-04": 1,
    }


@pytest.mark.parametrize(
    ("known", "mark", "highest"),
    [(0, 0, 0), (0, 7, 7), (5, 7, 7), (7, 5, 7), (7, 0, 100), (99, 0, 100), (100, 0, 200)],
)
def test_where_the_mark_is_lost_numbers_go_on_after_the_full_hundred(
    known: int, mark: int, highest: int
) -> None:
    assert highest_given(known, mark) == highest


def test_a_sheet_whose_mark_is_lost_gets_a_number_that_nobody_can_have_given() -> None:
    known = [KnownSheet("PRE-01", 2, "K7M4", "a body"), KnownSheet("LISTE", 9, "K7M5", "a list")]
    numbered = number_sheets(
        (COVER, draft("a")), {"a": "PRE-01"}, known, "fr", allot=True, marks={"LISTE": 9}
    )
    given = {s.content.code: s.revision for s in numbered.sheets}
    assert given == {"COUV": 1, "LISTE": 10, "PRE-01": 101}
