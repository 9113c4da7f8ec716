from __future__ import annotations

from pathlib import Path

import pytest

from referent_desk.domain.changes import Kind
from referent_desk.errors import RefusedInput
from referent_desk.exchange.starters import starter_procedures
from referent_desk.home import Home
from referent_desk.storage import schema
from referent_desk.usecases.checks import check
from referent_desk.usecases.desks import open_desk
from referent_desk.usecases.starters import adopt_starter_procedures
from tests.memory_folders import tmp_path
from tests.usecases.homes import CLOCK, bare_desk

__all__ = ["tmp_path"]


@pytest.mark.parametrize("language", ["fr", "en"])
def test_the_shipped_procedures_become_drafts_once(tmp_path: Path, language: str) -> None:
    desk = bare_desk(tmp_path)
    changed, count = adopt_starter_procedures(desk, language)
    assert Kind.PROCEDURES in changed
    assert count == len(starter_procedures(language)) >= 12
    with desk.database.read() as connection:
        rows = connection.execute(schema.revision.select()).all()
        owners = {row.owner_id for row in connection.execute(schema.procedure.select())}
    assert {(row.state, row.origin) for row in rows} == {("draft", "starter")}
    assert len(rows) == count
    assert len(owners) == 1
    assert adopt_starter_procedures(desk, language)[1] == 0
    assert check(desk).faults == ()
    desk.close()


def test_a_home_without_a_hospital_has_nobody_to_own_them(tmp_path: Path) -> None:
    desk = open_desk(Home(tmp_path / "home"), CLOCK)
    with pytest.raises(RefusedInput, match="no establishment yet"):
        adopt_starter_procedures(desk, "fr")
    desk.close()
