"""What is refused of a line that was typed, whatever it is about."""

from __future__ import annotations

from referent_desk.domain.texts import LONGEST_NAME
from referent_desk.errors import RefusedField
from referent_desk.language import _


def refuse_long(field: str, typed: str, what_to_do: str, longest: int = LONGEST_NAME) -> None:
    if len(typed) > longest:
        happened = _("This is longer than {count} letters.").format(count=longest)
        raise RefusedField(field, "too_long", happened, what_to_do)
