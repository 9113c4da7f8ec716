from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from referent_desk.domain.durations import MOST_MINUTES
from referent_desk.domain.minutes import minutes_typed
from referent_desk.domain.record_values import read_typed, typed_of
from referent_desk.domain.records import FIELDS, Fault, FieldKind, RecordField
from referent_desk.domain.texts import clean_text
from tests import hostile

HOURS = (FieldKind.HOURS, FieldKind.WEEKS)
EVERY_FIELD = [(kind, field) for kind, fields in FIELDS.items() for field in fields]
LINE = RecordField("name", FieldKind.LINE)


def field(kind: FieldKind, *choices: str, required: bool = False) -> RecordField:
    return RecordField("any", kind, required, choices)


@pytest.mark.parametrize(
    ("kind", "typed", "value"),
    [
        (FieldKind.LINE, "  Cœur  et poumons ", "Cœur et poumons"),
        (FieldKind.TEXT, "un\n\ndeux ", "un\n\ndeux"),
        (FieldKind.CODE, "0098", "0098"),
        (FieldKind.CODE, "12E4", "12E4"),
        (FieldKind.FINESS, "26 000 004 7", "260000047"),
        (FieldKind.TELEPHONE, "01 44 55 66 77", "01 44 55 66 77"),
        (FieldKind.COUNT, "0", 0),
        (FieldKind.MINUTES, "1 h 30", 90),
        (FieldKind.MINUTES, "45 min", 45),
        (FieldKind.MINUTES, "2 jours", 2_880),
        (FieldKind.MINUTES, "2 days", 2_880),
        (FieldKind.DAY, "12/03/2026", date(2026, 3, 12)),
        (FieldKind.DAY, "2026-03-12", date(2026, 3, 12)),
        (FieldKind.HOURS, "lun-ven 8h-18h", "1-5 08:00-18:00"),
        (FieldKind.WEEKS, "lun-ven 8h-18h", "1-5 08:00-18:00"),
        (FieldKind.WEEKS, "lun 8h-12h|-", "1 08:00-12:00 | -"),
        (FieldKind.YES_NO, "oui", True),
        (FieldKind.YES_NO, "no", False),
        (FieldKind.LINK, " 1234 ", "1234"),
    ],
)
def test_what_is_typed_is_kept_as_the_value_it_means(
    kind: FieldKind, typed: str, value: object
) -> None:
    assert read_typed(field(kind), typed) == value


@pytest.mark.parametrize(
    ("kind", "typed", "code"),
    [
        (FieldKind.FINESS, "26000004", "finess_zero_lost"),
        (FieldKind.TELEPHONE, "144556677", "zero_lost"),
        (FieldKind.TELEPHONE, "standard", "not_a_number"),
        (FieldKind.COUNT, "-3", "not_a_count"),
        (FieldKind.COUNT, "9" * 200, "not_a_count"),
        (FieldKind.MINUTES, "90", "no_unit"),
        (FieldKind.MINUTES, "0 h", "zero_duration"),
        (FieldKind.MINUTES, "9" * 200 + " j", "impossible_duration"),
        (FieldKind.DAY, "31/02/2026", "impossible_date"),
        (FieldKind.DAY, "bientôt", "not_a_day"),
        (FieldKind.HOURS, "quand on peut", "hours_not_understood"),
        (FieldKind.HOURS, "lun 8h-12h | mar 8h-12h", "hours_not_understood"),
        (FieldKind.WEEKS, "lun 8h-12h | souvent", "hours_not_understood"),
        (FieldKind.WEEKS, "- | -", "hours_not_understood"),
        (FieldKind.YES_NO, "peut-être", "not_yes_or_no"),
        (FieldKind.LINE, "x" * 301, "too_long"),
        (FieldKind.TEXT, "x" * 20_001, "too_long"),
    ],
)
def test_what_cannot_be_kept_is_a_fault_with_its_reason(
    kind: FieldKind, typed: str, code: str
) -> None:
    assert read_typed(field(kind), typed) == Fault(code)


def test_choices_from_one_to_four_are_numbers_and_others_are_words() -> None:
    assert read_typed(field(FieldKind.CHOICE, "1", "2"), "2") == 2
    assert read_typed(field(FieldKind.CHOICE, "1", "2"), "") is None
    assert read_typed(field(FieldKind.CHOICE, "ip", "dect"), "ip") == "ip"
    assert read_typed(field(FieldKind.CHOICE, "ip", "dect"), "") == ""
    assert read_typed(field(FieldKind.CHOICE, "ip"), "IP") == Fault("not_a_choice")


@pytest.mark.parametrize("typed", hostile.NOTHING)
@pytest.mark.parametrize("kind", list(FieldKind))
def test_nothing_is_nothing_unless_something_is_required(kind: FieldKind, typed: str) -> None:
    assert read_typed(field(kind), typed) in {None, ""}
    assert read_typed(field(kind, required=True), typed) == Fault("empty")


@pytest.mark.parametrize("typed", hostile.SHORT)
def test_a_line_is_kept_letter_by_letter(typed: str) -> None:
    assert read_typed(LINE, typed) == typed
    assert typed_of(LINE, typed) == typed


@pytest.mark.parametrize(("typed", "kept"), hostile.CLEANED.items())
def test_only_what_nobody_can_see_is_taken_out_of_a_line(typed: str, kept: str) -> None:
    assert read_typed(LINE, typed) == kept


@pytest.mark.parametrize(("kind", "each"), EVERY_FIELD, ids=lambda x: getattr(x, "name", str(x)))
def test_no_text_whatsoever_breaks_a_field(kind: str, each: RecordField) -> None:
    """It is kept, or it is a fault; nothing is cut."""
    for typed in (*hostile.SHORT, *hostile.CLEANED, *hostile.TOO_LONG, *hostile.NOTHING):
        value = read_typed(each, typed)
        if isinstance(value, str) and value and each.kind not in HOURS:
            lines = {clean_text(typed)} if each.kind is FieldKind.TEXT else set()
            assert value in {typed, hostile.CLEANED.get(typed)} | lines
    too_long = ["x" * (each.longest + 1), *(t for t in hostile.TOO_LONG if len(t) > each.longest)]
    assert {read_typed(each, typed) for typed in too_long} == {Fault("too_long")}


@pytest.mark.parametrize("kind", list(FieldKind))
def test_a_million_letters_are_refused_too(kind: FieldKind) -> None:
    assert read_typed(field(kind), "mot " * 250_000) == Fault("too_long")


@given(st.integers(1, MOST_MINUTES))
def test_minutes_are_typed_as_they_are_read(minutes: int) -> None:
    assert read_typed(field(FieldKind.MINUTES), minutes_typed(minutes)) == minutes


@pytest.mark.parametrize(
    ("minutes", "typed"),
    [(45, "45 min"), (60, "1 h"), (90, "1 h 30"), (65, "1 h 05"), (2_880, "2 j"),
     (1_500, "1 j 1 h"), (1_441, "1 j 1 min")],
)  # fmt: skip
def test_minutes_are_typed_as_one_says_them(minutes: int, typed: str) -> None:
    assert minutes_typed(minutes) == typed


VALUES: dict[FieldKind, st.SearchStrategy[object]] = {
    FieldKind.COUNT: st.integers(0, 99_999),
    FieldKind.DAY: st.dates(date(1900, 1, 1), date(2100, 12, 31)),
    FieldKind.YES_NO: st.booleans(),
}


@given(st.data())
def test_every_value_is_typed_as_it_is_read(data: st.DataObject) -> None:
    kind = data.draw(st.sampled_from(sorted(VALUES)))
    value = data.draw(VALUES[FieldKind(kind)])
    assert read_typed(field(FieldKind(kind)), typed_of(field(FieldKind(kind)), value)) == value


@given(st.text(max_size=400))
def test_what_was_read_once_reads_the_same_again(typed: str) -> None:
    for _kind, each in EVERY_FIELD:
        value = read_typed(each, typed)
        if not isinstance(value, Fault):
            assert read_typed(each, typed_of(each, value)) == value
