"""What is refused of what was typed, whatever it is about: nothing is cut in silence."""

from __future__ import annotations

from referent_desk.domain.texts import LONGEST_NAME, LONGEST_TEXT, clean_line, clean_text
from referent_desk.errors import RefusedField
from referent_desk.language import _


def refuse_long(field: str, typed: str, what_to_do: str, longest: int = LONGEST_NAME) -> None:
    if len(typed) > longest:
        happened = _("This is longer than {count} letters.").format(count=longest)
        raise RefusedField(field, "too_long", happened, what_to_do)


def short_line(field: str, typed: str, longest: int = LONGEST_NAME) -> str:
    """The line as it is kept; raises RefusedField where it is too long."""
    line = clean_line(typed)
    refuse_long(field, line, _("Shorten it."), longest)
    return line


def short_text(field: str, typed: str) -> str:
    text = clean_text(typed)
    refuse_long(field, text, _("Shorten it."), LONGEST_TEXT)
    return text
