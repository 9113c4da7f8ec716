"""What the next record of a kind may be, once one was created: asked anew after each."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from referent_desk.gui.jobs import Jobs, LatestAnswer
from referent_desk.gui.record_rows import FieldRow
from referent_desk.language import ngettext

Values = Mapping[str, str]


class Proposals:
    """Each is made once: what was typed over is not wanted, nor what was just created."""

    def __init__(self, read: Callable[[], tuple[Values, ...]] | None, jobs: Jobs) -> None:
        self._read = read
        self._answer = LatestAnswer(jobs)
        self._made: list[Values] = []
        self._created: set[str] = set()

    def ask(self, created: str, take: Callable[[Values], None]) -> None:
        """`take` is called with the fields of the next one, if there is any."""
        self._created.add(created)
        if self._read is not None:
            self._answer.ask(self._read, lambda found: self._choose(found, take), _forget)

    def forget(self) -> None:
        self._answer.forget()

    def _choose(self, found: tuple[Values, ...], take: Callable[[Values], None]) -> None:
        wanted = next(
            (
                values
                for values in found
                if values not in self._made and self._created.isdisjoint(values.values())
            ),
            None,
        )
        if wanted is not None:
            self._made.append(wanted)
            take(wanted)


def _forget(_error: Exception) -> None:
    """Nothing is proposed then."""


def put_proposed(rows: Mapping[str, FieldRow], values: Values) -> bool:
    """Over nothing that was typed meanwhile."""
    if any(row.control.is_changed for row in rows.values()):
        return False
    for name, text in values.items():
        rows[name].show_typed(text)
    return True


def added_text(name: str, count: int) -> str:
    return ngettext("Added: {name}.", "Added: {name} ({count} in all).", count).format(
        name=name, count=count
    )
