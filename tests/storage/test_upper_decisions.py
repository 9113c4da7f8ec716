from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from referent_desk.domain.upper_texts import UpperChoice
from referent_desk.storage import schema
from referent_desk.storage.database import Database
from referent_desk.storage.upper_decisions import decision_row, upper_decisions
from tests.storage.small_homes import APPROVED, PROCEDURE, add, fill, open_file_at


@pytest.fixture
def home(tmp_path: Path) -> Iterator[Database]:
    database = open_file_at(tmp_path)
    with database.write("fill") as work:
        fill(work)
    yield database
    database.close()


def test_a_decision_stands_until_it_is_annulled(home: Database) -> None:
    with home.read() as connection:
        (found,) = upper_decisions(connection, [PROCEDURE])
        assert upper_decisions(connection, []) == ()
    assert (found.revision_id, found.decision, found.day) == (
        APPROVED,
        UpperChoice.KEPT,
        date(2026, 11, 12),
    )
    with home.write("annul") as work:
        said = {"procedure_id": PROCEDURE, "revision_id": APPROVED, "decision": "kept"}
        who = {"who": "M. Aubry", "valid_on": found.day, "annuls_id": found.id}
        add(work, schema.upper_decision, **said, **who)
    with home.read() as connection:
        assert upper_decisions(connection, [PROCEDURE]) == ()
        assert decision_row(connection, found.id) is None
