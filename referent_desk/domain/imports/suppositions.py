"""Lines that wait until all others have said what the software of a department is there for."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

DoneBy = Mapping[tuple[str, str], Sequence[str]]
"""By department and function, the software that is there for it."""


@dataclass(frozen=True, slots=True)
class Waiting:
    """A line of a software that a department uses.

    `sure` are the functions that it names beyond doubt, before it is read to the end. `read` gives
    those that its words mean, none where they name none; `suppose` is then asked. Both are told
    who does what by then, and what is known of the use; `settle` stores what they found.
    """

    department_id: str
    software_id: str
    has_words: bool
    sure: tuple[str, ...]
    read: Callable[[DoneBy, Sequence[str]], Sequence[str]]
    suppose: Callable[[DoneBy], Sequence[str]]
    settle: Callable[[Iterable[str]], None]


def settle_waiting(
    waiting: Sequence[Waiting],
    width: Callable[[Waiting], int],
    known: Callable[[Waiting], Sequence[str]],
    done_by: Callable[[], DoneBy],
) -> None:
    """First those whose kind serves one function and that say nothing else, then those that say
    something vague, then what is supposed of a kind of many.

    `width` tells how many functions the kind of the software serves. Lines of one stage know
    nothing of one another, so that their order changes nothing.
    """
    narrow = [each for each in waiting if not each.has_words and width(each) == 1]
    _settle([(each, known(each) or each.suppose({})) for each in narrow])
    vague = [each for each in waiting if each.has_words]
    done = _with_sure(done_by(), vague)
    read = [(each, each.read(done, known(each))) for each in vague]
    _settle([(each, found) for each, found in read if found])
    left = [each for each in waiting if not each.has_words and width(each) != 1]
    left += [each for each, found in read if not found]
    done = done_by()
    _settle(
        [
            (each, known(each) or each.suppose(done if width(each) > 1 else {}))
            for each in left
        ]
    )  # fmt: skip


def _settle(found: Iterable[tuple[Waiting, Sequence[str]]]) -> None:
    for each, functions in found:
        each.settle(functions)


def _with_sure(done: DoneBy, waiting: Iterable[Waiting]) -> DoneBy:
    both = {place: list(keys) for place, keys in done.items()}
    for each in waiting:
        for function_id in each.sure:
            both.setdefault((each.department_id, function_id), []).append(each.software_id)
    return both
