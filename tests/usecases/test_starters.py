from __future__ import annotations

from pathlib import Path

import pytest

from referent_desk.domain.changes import Kind
from referent_desk.errors import RefusedInput
from referent_desk.exchange.starters import starter_procedures
from referent_desk.storage import schema
from referent_desk.usecases.checks import check
from referent_desk.usecases.desks import open_desk
from referent_desk.usecases.starters import adopt_starter_procedures, offer_starter_procedures
from tests.usecases.homes import CLOCK, bare_desk, empty_desk


@pytest.mark.parametrize("language", ["fr", "en"])
def test_the_shipped_procedures_become_drafts_once(tmp_path: Path, language: str) -> None:
    desk = bare_desk(tmp_path)
    changed, count = adopt_starter_procedures(desk, language)
    assert Kind.PROCEDURES in changed
    shipped = len(starter_procedures(language))
    assert shipped >= 12
    assert count == 2 * shipped  # two hospitals without a group above them
    with desk.database.read() as connection:
        rows = connection.execute(schema.revision.select()).all()
        owners = {row.owner_id for row in connection.execute(schema.procedure.select())}
    assert {(row.state, row.origin) for row in rows} == {("draft", "starter")}
    assert len(rows) == count
    assert len(owners) == 2
    assert adopt_starter_procedures(desk, language)[1] == 0
    assert check(desk).faults == ()
    desk.close()


def test_what_is_offered_is_what_would_be_taken(tmp_path: Path) -> None:
    desk = bare_desk(tmp_path)
    before = offer_starter_procedures(desk, "fr")
    assert len(before.functions) == len(starter_procedures("fr"))
    assert before.is_first
    adopt_starter_procedures(desk, "fr")
    after = offer_starter_procedures(desk, "fr")
    assert after.functions == frozenset()
    assert not after.is_first
    desk.close()


def test_a_ward_of_every_hospital_gets_the_shipped_procedures(tmp_path: Path) -> None:
    desk = bare_desk(tmp_path)
    adopt_starter_procedures(desk, "fr")
    with desk.database.read() as connection:
        owners = {row.owner_id for row in connection.execute(schema.procedure.select())}
        nodes = {row.id: row.name for row in connection.execute(schema.node.select())}
    assert {nodes[owner] for owner in owners} == {"Hôpital Nord", "Hôpital Sud"}
    desk.close()


def test_nothing_is_offered_where_nothing_can_be_written(tmp_path: Path) -> None:
    desk = bare_desk(tmp_path)
    reader = open_desk(desk.home, CLOCK)
    assert reader.read_only
    assert offer_starter_procedures(reader, "fr").functions == frozenset()
    reader.close()
    desk.close()


def test_nothing_is_offered_to_a_home_without_a_hospital(tmp_path: Path) -> None:
    desk = empty_desk(tmp_path)
    assert offer_starter_procedures(desk, "fr").functions == frozenset()
    desk.close()


def test_a_home_without_a_hospital_has_nobody_to_own_them(tmp_path: Path) -> None:
    desk = empty_desk(tmp_path)
    with pytest.raises(RefusedInput, match="no establishment yet"):
        adopt_starter_procedures(desk, "fr")
    desk.close()
