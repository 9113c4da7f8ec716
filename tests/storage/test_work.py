from __future__ import annotations

import json

import pytest
from sqlalchemy.exc import IntegrityError

from referent_desk.errors import Busy
from referent_desk.storage import schema
from referent_desk.storage.audit import Origin
from referent_desk.storage.database import Database
from referent_desk.storage.integrity import damages
from referent_desk.storage.trails import Added, Changed, Conflict, Removed
from tests.storage.small_homes import (
    AUBRY,
    CARDIOLOGY,
    DOSSIER,
    add,
    fill,
    key,
    open_file_at,
)

KLEIN = key(40)


def rows(database: Database, table: schema.Table) -> list[dict[str, object]]:
    with database.read() as connection:
        return [dict(row) for row in connection.execute(table.select()).mappings()]


def row_of(database: Database, table: schema.Table, key: str) -> dict[str, object]:
    return next(row for row in rows(database, table) if row["id"] == key)


def test_the_small_home_of_these_tests_has_a_row_in_every_table(small: Database) -> None:
    empty = [t.name for t in schema.metadata.sorted_tables if not rows(small, t)]
    assert sorted(empty) == ["erasing", "undoing"]  # they hold something in a transaction only


def test_a_use_case_is_one_audit_entry_over_all_its_rows(small: Database) -> None:
    before = rows(small, schema.audit)
    with small.write("hire", actor_name="Claire", actor_id=AUBRY) as work:
        for name in ("Un", "Deux"):
            add(work, schema.person, last_name=name, folded=name)
    (entry,) = rows(small, schema.audit)[len(before) :]
    assert (entry["action"], entry["origin"], entry["row_count"]) == ("hire", "hand", 2)
    assert (entry["actor_name"], entry["actor_id"]) == ("Claire", AUBRY)
    assert entry["previous_hash"] == before[-1]["hash"]
    assert list(damages(small.driver())) == []


def test_a_change_logs_only_what_differs(small: Database) -> None:
    before = rows(small, schema.change)
    with small.write("move") as work:
        changed = work.change(
            schema.person, AUBRY, {"telephone": "4128", "role": "", "first_name": "Maryse"}
        )
    assert changed == ("telephone",)
    (logged,) = rows(small, schema.change)[len(before) :]
    assert {k: logged[k] for k in ("table_name", "row_id", "field")} == {
        "table_name": "person",
        "row_id": AUBRY,
        "field": "telephone",
    }
    assert (logged["before_value"], logged["after_value"]) == ("4127", "4128")
    assert list(damages(small.driver())) == []


def test_a_change_of_what_is_only_derived_is_stored_and_not_logged(small: Database) -> None:
    before = rows(small, schema.change)
    with small.write("refold") as work:
        assert work.change(schema.person, AUBRY, {"folded": "aubry"}) == ("folded",)
    assert rows(small, schema.change) == before
    assert row_of(small, schema.person, AUBRY)["folded"] == "aubry"
    assert list(damages(small.driver())) == []


def test_a_row_that_is_taken_away_stays_readable_in_the_log(small: Database) -> None:
    with small.write("hire") as work:
        add(work, schema.person, id=KLEIN, last_name="Klein", folded="klein")
    whole = row_of(small, schema.person, KLEIN)
    with small.write("dismiss") as work:
        work.remove(schema.person, [KLEIN])
    assert KLEIN not in [row["id"] for row in rows(small, schema.person)]
    logged = rows(small, schema.change)[-1]
    assert (logged["table_name"], logged["row_id"], logged["field"]) == ("person", KLEIN, "")
    assert logged["after_value"] is None
    assert json.loads(str(logged["before_value"])) == {
        name: value for name, value in whole.items() if name != "row_hash"
    }
    assert list(damages(small.driver())) == []


def test_what_something_else_names_cannot_be_taken_away(small: Database) -> None:
    before = rows(small, schema.person)
    with pytest.raises(IntegrityError), small.write("dismiss") as work:
        work.remove(schema.person, [AUBRY])
    assert rows(small, schema.person) == before


def test_what_is_gone_cannot_be_taken_away_or_changed_as_expected(small: Database) -> None:
    with pytest.raises(Conflict), small.write("dismiss") as work:
        work.remove(schema.person, [DOSSIER])
    with pytest.raises(Conflict), small.write("edit") as work:
        work.change(schema.person, DOSSIER, {"role": "AMA"}, expected={"role": ""})
    with pytest.raises(Conflict), small.write("edit") as work:
        work.change(schema.person, AUBRY, {"role": "AMA"}, expected={"role": "Cadre"})


def test_a_use_case_tells_step_by_step_what_it_did(small: Database) -> None:
    with small.write("hire") as work:
        add(work, schema.person, id=key(90), last_name="Neuf", folded="neuf")
        work.change(schema.person, key(90), {"role": "AMA", "last_name": "Neuf"})
        work.remove(schema.person, [key(90)])
    added, changed, removed = work.trail
    assert added == Added("person", (key(90),))
    assert changed == Changed("person", key(90), {"role": ""}, {"role": "AMA"})
    assert isinstance(removed, Removed)
    assert [row["id"] for row in removed.rows] == [key(90)]


def test_nothing_changed_is_nothing_written(small: Database) -> None:
    before = rows(small, schema.audit)
    small.changed = False
    with small.write("nothing") as work:
        assert work.change(schema.person, AUBRY, {"telephone": "4127"}) == ()
        assert work.add(schema.person, []) == 0
    assert rows(small, schema.audit) == before
    assert not small.changed


def test_a_use_case_that_fails_leaves_nothing(small: Database) -> None:
    before = {table.name: rows(small, table) for table in schema.metadata.sorted_tables}
    small.changed = False

    def fail_halfway() -> None:
        with small.write("half") as work:
            add(work, schema.person, last_name="Moitié", folded="moitie")
            work.change(schema.node, CARDIOLOGY, {"name": "Autre"})
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail_halfway()
    assert {table.name: rows(small, table) for table in schema.metadata.sorted_tables} == before
    assert not small.changed
    with small.write("after") as work:
        add(work, schema.person, last_name="Entier", folded="entier")
    assert list(damages(small.driver())) == []


@pytest.mark.parametrize("origin", list(Origin))
def test_rows_carry_the_origin_of_their_use_case(small: Database, origin: Origin) -> None:
    with small.write("hire", origin=origin) as work:
        key = work.new_id()
        work.add(schema.person, [{"id": key, "last_name": "Neuf", "folded": "neuf"}])
    assert row_of(small, schema.person, key)["origin"] == str(origin)


def test_facts_carry_the_instant_at_which_they_were_recorded(small: Database) -> None:
    assert {row["recorded_at"] for row in rows(small, schema.verification)} == {
        "2026-11-22T09:00:00+00:00"
    }


def test_what_the_caller_does_not_say_is_what_the_schema_says(small: Database) -> None:
    """The same defaults through the unit of work as through SQL."""
    for table in (schema.node, schema.software, schema.person, schema.directory_entry):
        declared = {
            name: default
            for _place, name, _type, _needed, default, _key in small.driver().execute(
                f'PRAGMA table_info("{table.name}")'
            )
            if default is not None
        }
        filled = rows(small, table)[0]
        said = {"name", "telephone", "first_name", "heading", "label", "number", "vendor_id"}
        said |= {"recorded_at"}  # which the unit of work knows
        for name in set(declared) - said:
            assert filled[name] == {"''": "", "0": 0, "'in_use'": "in_use"}[declared[name]], name


def test_a_column_that_does_not_exist_is_a_bug(small: Database) -> None:
    with pytest.raises(KeyError, match="nickname"), small.write("typo") as work:
        add(work, schema.person, last_name="X", nickname="Y", folded="x")


def test_what_breaks_a_rule_of_the_schema_is_not_said_to_be_trouble_of_the_disk(
    small: Database,
) -> None:
    with pytest.raises(IntegrityError), small.write("twice") as work:
        add(work, schema.software, id=DOSSIER, name="Dossier+", spelling="autre", folded="x")


def test_a_home_open_for_reading_refuses_to_write(small: Database) -> None:
    reader = open_file_at(small.path.parent, writing=False)
    with pytest.raises(Busy), reader.write("hire") as work:
        fill(work)
    reader.close()
