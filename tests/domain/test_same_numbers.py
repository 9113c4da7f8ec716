from __future__ import annotations

import pytest

from referent_desk.domain.same_numbers import holds_number, with_number


@pytest.mark.parametrize(
    ("text", "number", "holds"),
    [
        ("4709", "4709", True),
        ("47 09", "4709", True),
        ("4709 (nuit : 4711)", "4709", True),
        ("poste 47.09", "4709", True),
        ("14709", "4709", False),
        ("02 99 47 09", "4709", False),
        ("4709 12", "4709", False),
        ("02 99 00 47 09", "02.99.00.47.09", True),
        ("9", "9", True),
        ("9 minutes", "9", False),
        ("15 min", "15", False),
        ("", "4709", False),
        ("4709", "", False),
    ],
)
def test_a_number_is_the_same_however_it_is_written(text: str, number: str, holds: bool) -> None:
    assert holds_number(text, number) is holds


@pytest.mark.parametrize(
    ("text", "number", "right", "after"),
    [
        ("4709", "4709", "4719", "4719"),
        ("47 09 (nuit : 4711)", "4709", "4719", "4719 (nuit : 4711)"),
        ("poste 4709", "4709", "", ""),
        ("4709 ou bip 7012", "4709", "", "ou bip 7012"),
        ("9", "9", "0", "0"),
    ],
)
def test_the_rest_of_the_text_stays(text: str, number: str, right: str, after: str) -> None:
    assert with_number(text, number, right) == after
