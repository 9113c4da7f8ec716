"""Whether the home is sound, in words: what is damaged, and what still works."""

from __future__ import annotations

from dataclasses import dataclass

from referent_desk.language import _
from referent_desk.storage.backups import backups, is_sound
from referent_desk.storage.integrity import Damage, damages, row_count
from referent_desk.usecases.desks import Desk


@dataclass(frozen=True, slots=True)
class CheckReport:
    """`faults` are sentences; `rows` counts what was compared with its hash."""

    faults: tuple[str, ...]
    rows: int
    backups: int
    unsound_backups: tuple[str, ...]


def check(desk: Desk) -> CheckReport:
    with desk.database.read():
        found = tuple(damages(desk.database.driver()))
        rows = row_count(desk.database.driver()) if not found else 0
    known = backups(desk.home.backups)
    unsound = tuple(backup.path.name for backup in known if not is_sound(backup))
    return CheckReport(tuple(_in_words(d) for d in found), rows, len(known), unsound)


def _in_words(damage: Damage) -> str:
    if damage.fault == "row":
        return _("The row {row} of “{table}” is not what was written.").format(
            row=damage.row_id, table=damage.table
        )
    if damage.fault == "rows":
        return _("Rows are missing, or there are some that the program did not write.")
    if damage.fault == "schema":
        return _("The part “{name}” of the database is not that of the program.").format(
            name=damage.table
        )
    if damage.fault == "tree":
        return _("The tree of departments is not what was written.")
    if damage.fault == "search":
        return _("What is searched by name is not what was written.")
    if damage.fault == "audit":
        return _("The audit entry {number} was altered, or the one before it is missing.").format(
            number=damage.row_id
        )
    if damage.fault == "reference":
        return _("A row of “{table}” names something that is not there.").format(table=damage.table)
    return _("The file is damaged: {fault}.").format(fault=damage.table)
