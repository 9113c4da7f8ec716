"""What two lines of one file say of one field: both, where both can stand beside one another."""

from __future__ import annotations

from collections.abc import Mapping

from referent_desk.domain.imports.answers import Choice, Offer, Reply, same_or_other
from referent_desk.domain.texts import LONGEST_NAME

_BETWEEN: Mapping[str, str] = {"support_contact": " / ", "telephone": " / ", "purpose": " – "}


def is_said_in(field: str, whole: object, part: object) -> bool:
    """Whether a text that was put together says it already."""
    if field not in _BETWEEN or not isinstance(whole, str) or not isinstance(part, str):
        return False
    between = _BETWEEN[field]
    return f"{between}{part}{between}" in f"{between}{whole}{between}"


def remarks_together(field: str, before: object, value: object) -> str:
    """Two remarks contradict each other in nothing: one text; empty where that is too long."""
    if field != "purpose" or not before:
        return ""
    return _joined(field, before, value)


def offers_of_two(field: str, before: object, value: object) -> tuple[Offer, ...]:
    """The earlier line, this one, or, of numbers that one may call in turn, both."""
    both = _joined(field, before, value) if field in _BETWEEN and before else ""
    return (*same_or_other(), *((Offer(Reply(Choice.CHOSEN, both), both),) if both else ()))


def _joined(field: str, before: object, value: object) -> str:
    both = f"{before}{_BETWEEN[field]}{value}"
    return both if len(both) <= LONGEST_NAME else ""
