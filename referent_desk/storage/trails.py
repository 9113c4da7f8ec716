"""What one use case did to the rows, step by step, and how it is taken back by a further one.

Taking back appends: it is a use case of its own, with its audit entry and its changes. What it did
is a trail again, so that doing again is taking back once more.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy.exc import IntegrityError

from referent_desk.storage import schema
from referent_desk.storage.rows import Stored

if TYPE_CHECKING:
    from referent_desk.storage.work import Work

UNDO, REDO = "undo", "redo"
"""The actions of the use cases that take a trail back, and that do it again."""
KEPT = frozenset(
    {
        schema.change.name,
        schema.import_run.name,
        schema.print_run.name,
        schema.printed_sheet.name,
        schema.sheet_code.name,
        schema.sheet_revision.name,
        schema.sending.name,
        schema.shelf_check.name,
        schema.checked_sheet.name,
        schema.lot.name,
        schema.drill_task.name,
        schema.finding.name,
    }
)
"""Facts that stay when what they tell of is taken back."""
_ANNULLED = frozenset(
    {
        schema.confirmation.name,
        schema.insertion.name,
        schema.verification.name,
        schema.dialling.name,
        schema.withdrawal.name,
        schema.upper_decision.name,
        schema.acknowledgement.name,
        schema.drill_run.name,
        schema.lesson.name,
    }
)
"""Facts that are taken back by a further row which annuls them."""


class Conflict(Exception):
    """A row is not as the trail left it, or something else names it; `table` says of which kind."""

    def __init__(self, table: str) -> None:
        super().__init__(table)
        self.table = table


@dataclass(frozen=True, slots=True)
class Added:
    """Ids in the order in which they were added: what is named comes before what names it."""

    table: str
    ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Changed:
    table: str
    row_id: str
    before: Mapping[str, Stored]
    after: Mapping[str, Stored]


@dataclass(frozen=True, slots=True)
class Removed:
    """Whole rows by column, without their hash, in the order in which they were taken away."""

    table: str
    rows: tuple[Mapping[str, Stored], ...]


Trail = tuple[Added | Changed | Removed, ...]


def take_back(work: Work, trail: Trail) -> None:
    """Do the reverse of a trail, last step first.

    Raises Conflict where something came in between; the transaction must then be given up.
    """
    work.connection.execute(schema.undoing.insert().values(seq=1))
    for step in reversed(trail):
        try:
            _reverse(work, step)
        except IntegrityError as error:
            raise Conflict(step.table) from error
    work.connection.execute(schema.undoing.delete())


def _reverse(work: Work, step: Added | Changed | Removed) -> None:
    table = schema.metadata.tables[step.table]
    if isinstance(step, Added) and step.table in _ANNULLED:
        for row_id in reversed(step.ids):
            _annul(work, table, row_id)
    elif isinstance(step, Added):
        _refuse_printed(work, step)
        work.remove(table, step.ids[::-1])
    elif isinstance(step, Removed):
        work.add(table, reversed(step.rows))
    else:
        work.change(table, step.row_id, step.before, expected=step.after)


def _annul(work: Work, table: schema.Table, row_id: str) -> None:
    """A fact gets its annulment; after an annulment the fact is said anew."""
    found = work.connection.execute(table.select().where(table.c.id == row_id)).mappings().one()
    rows = work.connection.execute(table.select().where(table.c.annuls_id == row_id))
    if rows.first() is not None:
        raise Conflict(table.name)
    own = {"id", "recorded_at", "annuls_id", "reason", "row_hash"}
    row: dict[str, object] = {str(key): value for key, value in found.items() if key not in own}
    if found["annuls_id"] is None:
        row |= {"annuls_id": row_id, "reason": UNDO}
    work.add(table, [{**row, "id": work.new_id()}])


def _refuse_printed(work: Work, step: Added) -> None:
    """A printed sheet names the software and the function it is about within a text."""
    if step.table != schema.software.name:
        return
    subjects = work.connection.scalars(schema.sheet_code.select().with_only_columns(_subject))
    printed = {part for subject in subjects for part in subject.split(":")}
    if printed.intersection(step.ids):
        raise Conflict(step.table)


_subject = schema.sheet_code.c.subject
