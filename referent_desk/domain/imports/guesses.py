"""What an import guessed that a software is for: each may be left out before the list is taken, and
others added."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from referent_desk.domain.imports.answers import Tick
from referent_desk.domain.imports.reports import Concern, Remark
from referent_desk.domain.imports.runs import LineWork, Run

_FIELD = "function"
_LEFT = "functions_left"
_ADDED_FIELD = "function_added"


def take_guessed(
    run: Run, ids: Iterable[str], name: str, work: LineWork, known: Collection[str] = ()
) -> list[str]:
    """Those that nobody unticked; what is `known` is there already and no guess."""
    wanted = list(dict.fromkeys(ids))
    shown = {id_: run.shown("function_id", id_) for id_ in wanted if id_ not in known}
    left = [id_ for id_, function in shown.items() if not work.takes(_FIELD, function)]
    if left:
        pairs = tuple((_FIELD, shown[id_]) for id_ in left)
        value = ", ".join(text for _field, text in pairs)
        work.remarks.append(Remark(Concern.NOTE, _LEFT, (("name", name), ("value", value), *pairs)))
    return [id_ for id_ in wanted if id_ not in left]


def say_guessed(
    run: Run, ids: Iterable[str], code: str, work: LineWork, known: Collection[str] = (),
    /, **fields: str,
) -> None:  # fmt: skip
    """`known` are no guesses, and what a person answered is none either."""
    pairs = ((_FIELD, run.shown("function_id", id_)) for id_ in ids if id_ not in known)
    work.remarks.append(Remark(Concern.NOTE, code, (*fields.items(), *pairs)))


def added_by_hand(run: Run, work: LineWork) -> list[str]:
    """What a person says that the software of the line is used for besides."""
    named = run.choices.answers.turned_in(work.row, _ADDED_FIELD)
    if not named:
        return []
    return [offer.reply.value for offer in run.function_offers if offer.name in named]


def say_added(run: Run, ids: Collection[str], name: str, work: LineWork) -> None:
    """Of those that are added by hand, and were not meant by the line all the same."""
    if ids:
        pairs = tuple((_ADDED_FIELD, run.shown("function_id", id_)) for id_ in ids)
        value = ", ".join(text for _field, text in pairs)
        fields = (("name", name), ("value", value), *pairs)
        work.remarks.append(Remark(Concern.NOTE, "functions_added", fields))


def added_functions(remarks: Iterable[Remark]) -> tuple[str, ...]:
    """By name, as a person added them to the line."""
    fields = (pair for remark in remarks for pair in remark.fields)
    return tuple(text for field, text in fields if field == _ADDED_FIELD)


def tick_of_added(row: int, function: str) -> Tick:
    return Tick(row, _ADDED_FIELD, function)


def guessed_functions(remarks: Iterable[Remark]) -> dict[str, bool]:
    """By name, whether the line takes them; always in the same order."""
    guessed = {
        text: remark.code != _LEFT
        for remark in remarks
        for field, text in remark.fields
        if field == _FIELD
    }
    return dict(sorted(guessed.items()))


def tick_of(row: int, function: str) -> Tick:
    return Tick(row, _FIELD, function)
