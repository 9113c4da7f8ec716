"""What one use case did to the rows, step by step, and how it is taken back by a further one.

Taking back appends: it is a use case of its own, with its audit entry and its changes. What it did
is a trail again, so that doing again is taking back once more.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from sqlalchemy import ColumnElement, select
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
        schema.attendance.name,
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
        schema.training.name,
        schema.arrival_tick.name,
        schema.help_entry.name,
    }
)
"""Facts that are taken back by a further row which annuls them."""
_PARTS = {
    schema.training.name: ((schema.attendance, "training_id"),),
    schema.drill_run.name: (
        (schema.drill_task, "drill_run_id"),
        (schema.finding, "drill_run_id"),
    ),
}
"""What tells of a fact, and is said anew with it."""
_LED = {schema.finding.name: (schema.action, "finding_id")}
"""Records that name a part of a fact, and go with it when it is said anew."""


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


def take_back(work: Work, trail: Trail) -> dict[str, str]:
    """Do the reverse of a trail, last step first. By the id of what was said anew, its id now.

    Raises Conflict where something came in between; the transaction must then be given up.
    """
    anew: dict[str, str] = {}
    work.connection.execute(schema.undoing.insert().values(seq=1))
    for step in reversed(trail):
        try:
            _reverse(work, step, anew)
        except IntegrityError as error:
            raise Conflict(step.table) from error
    work.connection.execute(schema.undoing.delete())
    return anew


def renamed(trail: Trail, anew: Mapping[str, str]) -> Trail:
    """The trail of another deed, once what it wrote was said anew."""
    found: list[Added | Changed | Removed] = []
    for step in trail:
        if isinstance(step, Added):
            found.append(replace(step, ids=tuple(anew.get(key, key) for key in step.ids)))
        elif isinstance(step, Removed):
            found.append(replace(step, rows=tuple(_renamed(row, anew) for row in step.rows)))
        else:
            before, after = _renamed(step.before, anew), _renamed(step.after, anew)
            found.append(replace(step, before=before, after=after))
    return tuple(found)


def _reverse(work: Work, step: Added | Changed | Removed, anew: dict[str, str]) -> None:
    """`anew` says, by the id of what was said anew, which id it has now; it is filled here."""
    table = schema.metadata.tables[step.table]
    if isinstance(step, Added) and step.table in _ANNULLED:
        for row_id in reversed(step.ids):
            _annul(work, table, row_id, anew)
    elif isinstance(step, Added):
        _refuse_printed(work, step)
        work.remove(table, step.ids[::-1])
    elif isinstance(step, Removed):
        work.add(table, [_renamed(row, anew) for row in reversed(step.rows)])
    else:
        work.change(table, step.row_id, _renamed(step.before, anew), expected=step.after)


def _renamed(row: Mapping[str, Stored], anew: Mapping[str, str]) -> dict[str, Stored]:
    """Names what was said anew where the row named what it was said for."""
    return {key: anew.get(v, v) if isinstance(v, str) else v for key, v in row.items()}


def _annul(work: Work, table: schema.Table, row_id: str, anew: dict[str, str]) -> None:
    """A fact gets its annulment; after an annulment the fact is said anew."""
    found = work.connection.execute(table.select().where(table.c.id == row_id)).mappings().one()
    rows = work.connection.execute(table.select().where(table.c.annuls_id == row_id))
    if rows.first() is not None:
        raise Conflict(table.name)
    own = {"id", "recorded_at", "annuls_id", "reason", "row_hash"}
    row = {str(key): value for key, value in found.items() if key not in own}
    new_id = work.new_id()
    if found["annuls_id"] is None:
        work.add(table, [{**row, "annuls_id": row_id, "reason": UNDO, "id": new_id}])
        return
    work.add(table, [{**_renamed(row, anew), "id": new_id}])
    anew[found["annuls_id"]] = new_id
    for part, column in _PARTS.get(table.name, ()):
        _say_part_anew(work, part, part.c[column] == found["annuls_id"], anew)


def _say_part_anew(
    work: Work, table: schema.Table, condition: ColumnElement[bool], anew: dict[str, str]
) -> None:
    found = work.connection.execute(table.select().where(condition)).mappings().all()
    anew.update({row["id"]: work.new_id() for row in found})
    rows = [{str(key): value for key, value in row.items() if key != "row_hash"} for row in found]
    work.add(table, [_renamed(row, anew) for row in rows])
    if table.name in _LED:
        led, column = _LED[table.name]
        for row in found:
            named = select(led.c.id).where(led.c[column] == row["id"])
            for key in work.connection.scalars(named.order_by(led.c.id)).all():
                work.change(led, key, {column: anew[row["id"]]})


def _refuse_printed(work: Work, step: Added) -> None:
    """A printed sheet names the software and the function it is about within a text."""
    if step.table != schema.software.name:
        return
    subjects = work.connection.scalars(schema.sheet_code.select().with_only_columns(_subject))
    printed = {part for subject in subjects for part in subject.split(":")}
    if printed.intersection(step.ids):
        raise Conflict(step.table)


_subject = schema.sheet_code.c.subject
