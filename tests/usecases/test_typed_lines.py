from __future__ import annotations

import pytest

from referent_desk.domain.texts import LONGEST_NAME
from referent_desk.errors import RefusedField
from referent_desk.usecases.typed_lines import refuse_long


def test_a_line_may_be_as_long_as_a_name_and_no_longer() -> None:
    refuse_long("who", "x" * LONGEST_NAME, "Shorten it.")
    with pytest.raises(RefusedField) as refused:
        refuse_long("who", "x" * (LONGEST_NAME + 1), "Shorten it.")
    assert (refused.value.field, refused.value.code) == ("who", "too_long")
    assert str(LONGEST_NAME) in refused.value.happened
