from __future__ import annotations

import pytest

from referent_desk.domain.imports.kinds import Field
from referent_desk.domain.imports.mappings import ColumnTexts, mapping_warnings, missing_groups


@pytest.mark.parametrize(
    ("field", "texts", "has_dates", "code"),
    [
        (Field.DEPARTMENT, ["0412", "33", "7305"], False, "numbers_as_names"),
        (Field.DEPARTMENT, ["Soins", "33", "Bloc 2"], False, ""),
        (Field.TELEPHONE, ["12/01/2026", "03/02/2026", "05/02/2026"], False, "days_as_numbers"),
        (Field.NUMBER, ["4127", "4128", "4129"], True, "days_as_numbers"),
        (Field.TELEPHONE, ["4127", "4128", "12/01/2026"], False, ""),
        (Field.BEDS, ["oui", "non", "peut-être"], False, "unreadable"),
        (Field.BEDS, ["oui", "non", "12", "8"], False, ""),
        (Field.SINCE, ["Soins", "Bloc", "Garde"], False, "unreadable"),
        (Field.BEDS, ["oui", "non"], False, ""),
        (Field.CODE, [], False, ""),
        (Field.WORKING_HOURS, ["lun-ven", "matin", "8h-16h"], False, ""),
        (Field.WORKING_HOURS, ["Soins", "Bloc", "Garde"], False, "unreadable"),
    ],
)
def test_a_mapping_that_makes_no_sense_is_said_with_examples(
    field: Field, texts: list[str], has_dates: bool, code: str
) -> None:
    found = mapping_warnings([ColumnTexts(field, "D", texts, has_dates=has_dates)])
    assert [remark.code for remark in found] == ([code] if code else [])
    for remark in found:
        assert (remark.column, remark.value("field")) == ("D", field.value)
        assert texts[0] in remark.value("value")


def test_one_field_given_to_two_columns_is_said_first() -> None:
    one = ColumnTexts(Field.TELEPHONE, "B", ["4127"])
    two = ColumnTexts(Field.TELEPHONE, "F", ["4128"])
    (found,) = mapping_warnings([one, two])
    assert (found.code, found.value("value")) == ("same_field_twice", "B, F")


def test_long_examples_are_shortened() -> None:
    column = ColumnTexts(Field.BEDS, "A", ["x" * 500, "y" * 500, "z" * 500, "a" * 500])
    (found,) = mapping_warnings([column])
    assert len(found.value("value")) < 140


def test_groups_without_a_column_are_missing() -> None:
    required = (frozenset({Field.SOFTWARE}), frozenset({Field.DEPARTMENT, Field.CODE}))
    assert missing_groups(required, {0: Field.CODE}) == ((Field.SOFTWARE,),)
    assert missing_groups(required, {0: Field.CODE, 3: Field.SOFTWARE}) == ()
