"""What two lines of one file say of one field: both, where both can stand beside one another."""

from __future__ import annotations

from collections.abc import Mapping

from referent_desk.domain.hotlines import dialled, hotlines
from referent_desk.domain.imports.answers import Choice, Offer, Reply, same_or_other
from referent_desk.domain.texts import LONGEST_NAME

_BETWEEN: Mapping[str, str] = {"support_contact": " / ", "telephone": " / ", "purpose": " – "}


def is_said_in(field: str, whole: object, part: object) -> bool:
    """Whether a text that was put together says it already."""
    if field not in _BETWEEN or not isinstance(whole, str) or not isinstance(part, str):
        return False
    if field == "support_contact" and _is_dialled_in(whole, part):
        return True
    between = _BETWEEN[field]
    return f"{between}{part}{between}" in f"{between}{whole}{between}"


def _is_dialled_in(whole: str, part: str) -> bool:
    """Whether every number of the one stands in the other, which may say more of it: `4800`,
    `DSI 4800 (24h/24)`."""
    known = {dialled(line.number): line for line in hotlines(whole)}
    said = [(line, known.get(dialled(line.number))) for line in hotlines(part)]
    return bool(said) and all(
        line is not None and each.hours in {"", line.hours} and not (each.who and not line.who)
        for each, line in said
    )


def together(field: str, before: object, value: object) -> str:
    """What two lines say where they do not contradict each other: two remarks are one text, if it
    is not too long, and of two texts with the same number it is the one that says more."""
    if field == "support_contact" and is_said_in(field, value, before):
        return str(value)
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
