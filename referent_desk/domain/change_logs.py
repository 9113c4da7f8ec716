"""When a value became what it is: what the log of changes tells of records that were edited."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class LoggedChange:
    """One field of one record, before and after, as texts; `place` counts the whole log."""

    place: int
    table: str
    row_id: str
    field: str
    before: str
    after: str
    day: date


class ChangeLog:
    """The changes that bear on one department."""

    def __init__(self, changes: Iterable[LoggedChange] = ()) -> None:
        self._by_value: dict[str, list[LoggedChange]] = {}
        self._by_field: dict[tuple[str, str], list[LoggedChange]] = {}
        for change in sorted(changes, key=lambda c: c.place):
            self._by_value.setdefault(change.after, []).append(change)
            self._by_field.setdefault((change.table, change.field), []).append(change)

    def day_of(self, fields: Collection[str], before: str, after: str) -> date | None:
        """When one of the `fields` (`table.column`) that held `before` began to hold `after`.

        Values may lie between the two: the last step counts.
        """
        for change in reversed(self._by_value.get(after, ())):
            if f"{change.table}.{change.field}" in fields and self._held(change, before):
                return change.day
        return None

    def newest(self, table: str, fields: Collection[str], row_ids: Collection[str]) -> date | None:
        """When any of these fields of any of these records was last edited."""
        found = [
            change
            for field in fields
            for change in self._by_field.get((table, field), ())
            if change.row_id in row_ids
        ]
        return max(found, key=lambda change: change.place).day if found else None

    def _held(self, change: LoggedChange, before: str) -> bool:
        if change.before == before:
            return True
        return any(
            other.before == before and other.row_id == change.row_id and other.place < change.place
            for other in self._by_field[change.table, change.field]
        )
