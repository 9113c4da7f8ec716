"""Software and its releases, edited: spellings, vendors, what replaces what."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from referent_desk.domain.records import RecordKind
from referent_desk.domain.texts import LONGEST_NAME, clean_line, searched, spelling_key
from referent_desk.errors import RefusedField, RefusedInput
from referent_desk.language import _, ngettext
from referent_desk.storage import schema
from referent_desk.storage import spellings as stored
from referent_desk.storage.database import Connection
from referent_desk.storage.records import Row, read_row
from referent_desk.storage.software import open_uses
from referent_desk.storage.work import Work
from referent_desk.usecases.records_rules import Rules, Values, not_closable, taken


class SoftwareRules(Rules):
    def check(self, connection: Connection, row: Row, said: frozenset[str]) -> None:
        for field in sorted(said & {"name", "vendor"}):
            if row[field] and not spelling_key(row[field]):
                raise RefusedField(
                    field,
                    "no_letter",
                    _("“{name}” has neither a letter nor a digit.").format(name=row[field]),
                    _("Write it with letters or digits."),
                )
        if "aliases" in said:
            _check_aliases(connection, row)
        if "name" in said:
            owner = stored.software_spelled(connection, spelling_key(row["name"]))
            if owner is not None and owner[0] != row["id"]:
                raise taken("name", owner[1])
        if "replaced_by_id" in said:
            _refuse_circle(connection, row)

    def derived(self, connection: Connection, row: Row) -> Mapping[str, object]:
        aliases = spellings(row)
        name, vendor = str(row["name"]), str(row.get("vendor") or "")
        return {"spelling": spelling_key(name), "folded": searched(name, vendor, *aliases)}

    def columns(self, work: Work, values: Values) -> dict[str, object]:
        columns: dict[str, object] = dict(values)
        columns.pop("aliases", None)
        if "vendor" in columns:
            columns["vendor_id"] = _vendor_id(work, str(columns.pop("vendor")))
        if not columns.get("status", "in_use"):
            columns["status"] = "in_use"
        return columns

    def add(self, work: Work, record_id: str, values: Values) -> str:
        added = super().add(work, record_id, values)
        _write_aliases(work, added, spellings(values))
        return added

    def edit(self, work: Work, row: Row, field: str, value: object) -> None:
        super().edit(work, row, field, value)  # type: ignore[arg-type]
        if field == "vendor" and value:
            _rename_vendor(work, str(value))
        if field == "aliases":
            _write_aliases(work, row["id"], spellings({field: value}))

    def can_close(self, connection: Connection, row: Row, today: date) -> bool:
        open_now = super().can_close(connection, row, today)
        return open_now and not open_uses(connection, row["id"], today)

    def close(self, work: Work, row: Row, today: date) -> None:
        uses = open_uses(work.connection, row["id"], today)
        if uses:
            raise RefusedInput(
                ngettext(
                    "{name} is still used in {count} department.",
                    "{name} is still used in {count} departments.",
                    uses,
                ).format(name=row["name"], count=uses),
                _("Close these uses first, or say by which software it is replaced."),
            )
        super().close(work, row, today)


def spellings(said: Mapping[str, object]) -> tuple[str, ...]:
    """The other spellings as they are typed, one on each line; none twice."""
    lines = (clean_line(line) for line in str(said.get("aliases") or "").split("\n"))
    return tuple(dict.fromkeys(line for line in lines if line))


def _check_aliases(connection: Connection, row: Row) -> None:
    for spelling in spellings(row):
        if len(spelling) > LONGEST_NAME:
            raise RefusedField(
                "aliases",
                "too_long",
                _("One of the lines is longer than {count} letters.").format(count=LONGEST_NAME),
                _("Shorten that line."),
            )
        if not spelling_key(spelling):
            raise RefusedField(
                "aliases",
                "no_letter",
                _("“{name}” has neither a letter nor a digit.").format(name=spelling),
                _("Write it with letters or digits."),
            )
        owner = stored.software_spelled(connection, spelling_key(spelling))
        if owner is not None and owner[0] != row["id"]:
            raise RefusedField(
                "aliases",
                "taken",
                _("“{spelling}” means {name} already.").format(spelling=spelling, name=owner[1]),
                _("Take this line out, or correct the other software first."),
            )


def _write_aliases(work: Work, software_id: str, wanted: tuple[str, ...]) -> None:
    known = stored.aliases_of(work.connection, software_id)
    work.remove(schema.software_alias, [key for key, name in known.items() if name not in wanted])
    new = [name for name in wanted if name not in known.values()]
    rows = [
        {"id": work.new_id(), "software_id": software_id, "name": name,
         "spelling": spelling_key(name)}
        for name in new
    ]  # fmt: skip
    if rows:
        work.add(schema.software_alias, rows)


def _vendor_id(work: Work, name: str) -> str | None:
    """The vendor of that spelling, added when nobody named it before."""
    if not name:
        return None
    known = stored.vendor_spelled(work.connection, spelling_key(name))
    if known is not None:
        return known[0]
    vendor_id = work.new_id()
    work.add(schema.vendor, [{"id": vendor_id, "name": name, "spelling": spelling_key(name)}])
    return vendor_id


def _rename_vendor(work: Work, name: str) -> None:
    """Typed otherwise over a known one, it is how the vendor is written from now on."""
    known = stored.vendor_spelled(work.connection, spelling_key(name))
    if known is None or known[1] == name or spelling_key(known[1]) != spelling_key(name):
        return
    work.change(schema.vendor, known[0], {"name": name})
    for software in stored.software_of_vendor(work.connection, known[0]):
        folded = searched(software.name, name, *software.aliases)
        work.change(schema.software, software.id, {"folded": folded})


def _refuse_circle(connection: Connection, row: Row) -> None:
    seen, successor = {row["id"]}, row["replaced_by_id"]
    while successor is not None:
        if successor in seen:
            raise RefusedField(
                "replaced_by_id",
                "circle",
                _("{name} would replace itself in the end.").format(name=row["name"]),
                _("Choose another software, or empty the field."),
            )
        seen.add(successor)
        after = read_row(connection, RecordKind.SOFTWARE, successor)
        successor = after["replaced_by_id"] if after is not None else None


class ReleaseRules(Rules):
    """Where and since when it is live is a fact beside it; a version known by name may get one."""

    def check(self, connection: Connection, row: Row, said: frozenset[str]) -> None:
        if "version" in said:
            twin = stored.release_id(connection, row["software_id"], str(row["version"]))
            if twin is not None and twin != row["id"]:
                raise taken("version", row["version"])

    def add(self, work: Work, record_id: str, values: Values) -> str:
        site, day = values.get("establishment_id"), values.get("live_on")
        if (site is None) != (day is None):
            raise RefusedField(
                "live_on" if day is None else "establishment_id",
                "incomplete",
                _("A version goes live in an establishment on a day."),
                _("Say both, or neither."),
            )
        software_id, version = str(values["software_id"]), str(values["version"])
        known = stored.release_id(work.connection, software_id, version)
        live = {"establishment_id": site, "valid_on": day}
        if known is not None and (
            site is None or stored.is_live(work.connection, known, str(site), str(day))
        ):
            raise taken("version", version)
        if known is None:
            row = {"id": record_id, "software_id": software_id, "version": version}
            work.add(schema.release, [row])
        release_id = known or record_id
        if site is not None:
            work.add(schema.release_live, [{"id": work.new_id(), "release_id": release_id, **live}])
        return release_id

    def closed_on(self, row: Row, today: date) -> date | None:
        return None

    def can_close(self, connection: Connection, row: Row, today: date) -> bool:
        return False

    def close(self, work: Work, row: Row, today: date) -> None:
        raise not_closable()

    def reopen(self, work: Work, row: Row) -> None:
        raise not_closable()
