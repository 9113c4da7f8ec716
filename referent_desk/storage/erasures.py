"""A name looked for in every table, and a label put in its place, hashes kept right.

The file is written anew afterwards: what SQLite calls deleted would still lie in it.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from sqlalchemy import Connection, Table, Text, select

from referent_desk.domain.erasures import Bearers, Mention, Name
from referent_desk.domain.texts import folded
from referent_desk.storage import schema
from referent_desk.storage.rows import Stored, select_statement
from referent_desk.storage.schema import stored_day
from referent_desk.storage.work import Work

SIGNED: Mapping[str, tuple[str, ...]] = {
    "revision": ("author", "approver", "submitted_by"),
    "directory_entry": ("label",),
    "local_value": ("value",),
    "software": ("it_owner", "support_contact"),
    "copy": ("holder",),
    "drill": ("led_by",),
    "drill_run": ("led_by", "observer"),
    "action": ("owner",),
    "appointment": ("appointed_by",),
    "proposal": ("proposed_by",),
    "acknowledgement": ("name", "who"),
    "attendance": ("name",),
    "training": ("trainer", "who"),
    "ticket": ("who",),
    "advice": ("who",),
    **dict.fromkeys(
        (
            *("verification", "dialling", "print_run", "sending", "confirmation", "insertion"),
            *("shelf_check", "lot", "withdrawal", "upper_decision", "lesson", "arrival_tick"),
            "help_entry",
        ),
        ("who",),
    ),
}
"""Columns that hold the name of a person and nothing else."""
_WHOSE = {"acknowledgement": ("name", "person_id"), "attendance": ("name", "person_id")} | {
    "training": ("trainer", "trainer_id")
}
"""Whose name a column holds, where the row says it."""
_PLACES = ("node", "software", "vendor", "function", "software_kind")
NEVER_HOLD_A_NAME = frozenset(
    {
        *("home", "audit", "change", "person", "sheet_revision", "chapter", "import_run"),
        *("import_shape", "vendor", "vendor_alias", "software_alias", "software_kind", "function"),
        *("printed_sheet", "sheet_code", "checked_sheet", "ancestor", "search_entry", "erasing"),
        *("undoing", "release_live", "kind_function"),
    }
)
"""Tables that hold no name of a person, or are looked at in a way of their own."""
_PASSED_OVER = frozenset(
    {"id", "kind", "origin", "state", "folded", "spelling", "recorded_at", "valid_on"}
)
_OF_PERSON = ("last_name", "first_name", "role", "telephone", "working_hours", "week_one", "folded")


def bearers_of(connection: Connection, person_id: str, last: str, first: str) -> Bearers:
    """The others who bear the name, and the places that are called so."""
    known, names = schema.person.c, {f"{first} {last}".strip(), f"{last} {first}".strip()}
    whole, part = {folded(name) for name in names}, folded(last)
    others = connection.execute(
        select(known.id, known.last_name, known.first_name).where(
            known.id != person_id, known.erased_on.is_(None)
        )
    ).all()
    places = [
        row[0]
        for table in _PLACES
        for row in connection.execute(select(_called(schema.metadata.tables[table]))).all()
    ]
    return Bearers(
        namesakes=tuple(one.id for one in others if folded(f"{one[2]} {one[1]}") in whole),
        relatives=sum(folded(one.last_name) == part for one in others),
        places=tuple(place for place in places if any(name in folded(place) for name in whole)),
    )


def _called(table: Table) -> Any:
    return table.c.name if "name" in table.c else table.c.name_fr


def labels(connection: Connection) -> Iterator[str]:
    known = schema.person.c
    rows = connection.execute(select(known.last_name).where(known.erased_on.is_not(None)))
    return (row[0] for row in rows.all())


def erasure_days(connection: Connection, person_id: str) -> tuple[date | None, date | None]:
    """On which day the name is to be erased, and on which it was."""
    known = schema.person.c
    days = select(known.erase_on, known.erased_on).where(known.id == person_id)
    to_come, done = connection.execute(days).one()
    return stored_day(to_come), stored_day(done)


def lend_name(connection: Connection, name: Name) -> None:
    """Let statements of this connection ask whether a text holds the name."""
    driver: Any = connection.connection.driver_connection
    driver.create_function("holds_name", 1, name.is_near, deterministic=True)


def signed_fields(
    connection: Connection, person_id: str, name: Name
) -> Iterator[tuple[Table, dict[str, Any], list[str]]]:
    """Rows with the columns that hold the name and nothing else. Where a row says whose name it is,
    that of a namesake is left alone."""
    for table_name, columns in SIGNED.items():
        table = schema.metadata.tables[table_name]
        for row in _rows_with(connection, table, columns):
            found = [c for c in columns if name.is_all_of(row[c] or "")]
            whose = _WHOSE.get(table_name)
            if whose is not None and row[whose[1]] not in {None, person_id}:
                found = [c for c in found if c != whose[0]]
            if found:
                yield table, row, found


def mentions(connection: Connection, name: Name) -> Iterator[tuple[Table, dict[str, Any], str]]:
    """Rows and columns in which the whole name stands among other words."""
    for table in schema.metadata.tables.values():
        if table.name in NEVER_HOLD_A_NAME:
            continue
        columns = _written(table)
        for row in _rows_with(connection, table, columns):
            for column in columns:
                text = row[column] or ""
                is_signed = column in SIGNED.get(table.name, ()) and name.is_all_of(text)
                if not is_signed and name.stands_in(text):
                    yield table, row, column


def mention_of(table: Table, row: Mapping[str, Any], column: str, name: Name) -> Mention:
    return Mention(table.name, str(row["id"]), column, name.excerpt(row[column]))


def _written(table: Table) -> tuple[str, ...]:
    """The columns in which a person wrote something."""
    return tuple(
        c.name
        for c in table.columns
        if isinstance(c.type, Text)
        and c.name not in _PASSED_OVER
        and not c.name.endswith(("_id", "_on"))
        and not (table.name in _PLACES and c.name == "name")
    )


def _rows_with(
    connection: Connection, table: Table, columns: tuple[str, ...]
) -> list[dict[str, Any]]:
    """Whole rows in which the last name stands in one of the columns."""
    if not columns:
        return []
    holds = " OR ".join(f'holds_name("{column}")' for column in columns)
    statement = f'SELECT * FROM "{table.name}" WHERE {holds}'  # noqa: S608 - our own names
    return [dict(row) for row in connection.exec_driver_sql(statement).mappings()]


def printed_sheets(connection: Connection) -> list[dict[str, Any]]:
    return _rows_with(connection, schema.sheet_revision, ("body", "title"))


def logged_changes(connection: Connection, person_id: str) -> list[dict[str, Any]]:
    """What the log holds of the person's own fields, or with the name in it."""
    columns = ", ".join(f"'{column}'" for column in _OF_PERSON)
    statement = (
        "SELECT * FROM change"  # noqa: S608 - our own names
        f" WHERE table_name = 'person' AND row_id = ? AND field IN ({columns}, '')"
        " OR holds_name(before_value) OR holds_name(after_value)"
    )
    return [dict(row) for row in connection.exec_driver_sql(statement, (person_id,)).mappings()]


class Erasing:
    """What is done inside the one transaction; the triggers look away meanwhile."""

    def __init__(self, work: Work, person_id: str, name: Name, *, by_text: bool) -> None:
        """`by_text`: also where only the letters of the name tell who it was."""
        self._work, self._name, self._person_id = work, name, person_id
        self._by_text = by_text

    def run(self, number: str, today: str) -> None:
        """`number` is the person's telephone."""
        connection = self._work.connection
        connection.execute(schema.erasing.insert().values(seq=1))
        self._erase_signed()
        if self._by_text:
            self._erase_mentions()
            self._erase_printed(number)
            self._erase_actors()
        self._erase_log()
        self._erase_person(today)
        for index in ("search_start", "search_inside", "search_title"):
            connection.exec_driver_sql(f"INSERT INTO {index} ({index}) VALUES ('optimize')")  # noqa: S608
        connection.execute(schema.erasing.delete())

    def _erase_signed(self) -> None:
        connection, label = self._work.connection, self._name.label
        for table, row, found in list(signed_fields(connection, self._person_id, self._name)):
            whose = _WHOSE.get(table.name, ("", ""))
            is_theirs = bool(whose[1]) and row[whose[1]] == self._person_id
            columns = found if self._by_text else [c for c in found if is_theirs and c == whose[0]]
            self._rewrite(table, row, dict.fromkeys(columns, label))

    def _erase_mentions(self) -> None:
        """Row by row: one may hold the name in several of its columns."""
        found: dict[tuple[str, str], tuple[Table, list[str]]] = {}
        for table, row, column in list(mentions(self._work.connection, self._name)):
            found.setdefault((table.name, str(row["id"])), (table, []))[1].append(column)
        for (_name, row_id), (table, columns) in found.items():
            read = self._work.connection.exec_driver_sql(select_statement(table), (row_id,))
            row = dict(read.mappings().one())
            self._rewrite(table, row, {c: self._name.taken_out_of(str(row[c])) for c in columns})

    def _erase_printed(self, number: str) -> None:
        for row in printed_sheets(self._work.connection):
            body = self._name.out_of_json(row["body"], number)
            title = self._name.taken_out_of(row["title"])
            if (body, title) != (row["body"], row["title"]):
                values: dict[str, Stored] = {"body": body, "title": title, "erased": 1}
                self._work.rewrite(schema.sheet_revision, row, values)

    def _erase_actors(self) -> None:
        """The names of those who did something stand outside the hashes of the entries."""
        audit = schema.audit
        rows = self._work.connection.execute(select(audit.c.seq, audit.c.actor_name)).all()
        for seq, actor in rows:
            if actor and self._name.is_all_of(actor):
                told = audit.update().where(audit.c.seq == seq)
                self._work.connection.execute(told.values(actor_name=self._name.label))

    def _erase_log(self) -> None:
        for row in logged_changes(self._work.connection, self._person_id):
            is_theirs = row["table_name"] == "person" and row["row_id"] == self._person_id
            if not is_theirs and not self._by_text:
                continue
            values: dict[str, Stored] = {}
            for field in ("before_value", "after_value"):
                text = row[field]
                if is_theirs and text:
                    values[field] = self._name.label if row["field"] == "last_name" else ""
                elif text:
                    values[field] = self._name.out_of_json(text)
            values = {f: v for f, v in values.items() if v != row[f]}
            if values:
                self._work.rewrite(schema.change, row, values)

    def _erase_person(self, today: str) -> None:
        table = schema.person
        read = self._work.connection.exec_driver_sql(select_statement(table), (self._person_id,))
        values: dict[str, Stored] = dict.fromkeys(_OF_PERSON, "")
        label = self._name.label
        values |= {"last_name": label, "folded": folded(label), "erased_on": today}
        self._work.rewrite(table, dict(read.mappings().one()), values)

    def _rewrite(self, table: Table, row: Mapping[str, Any], values: dict[str, Stored]) -> None:
        """With the letters by which the row is found."""
        values = {column: value for column, value in values.items() if value != row[column]}
        if not values:
            return
        if "folded" in table.c:
            found = str(row["folded"])
            for column, value in values.items():
                found = found.replace(folded(row[column]), folded(str(value)))
            values["folded"] = found
        self._work.rewrite(table, row, values)


def compared_hash(body_hash: str, body: str | None) -> str:
    """What a sheet is compared by: the hash of what was printed, or, where a name was erased from
    it since (`body` is then given), that of what is left."""
    return body_hash if body is None else hashlib.sha256(body.encode()).hexdigest()


def write_file_anew(driver: Any) -> None:
    """What was overwritten is gone from the file's pages too."""
    driver.execute("PRAGMA secure_delete = ON")
    driver.execute("VACUUM")
