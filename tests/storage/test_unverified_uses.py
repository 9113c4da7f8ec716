from __future__ import annotations

from datetime import date
from pathlib import Path

from referent_desk.domain.listings import Listing
from referent_desk.storage import schema
from referent_desk.storage.database import Database
from referent_desk.storage.unverified_uses import deployments_without_verified_procedure
from referent_desk.storage.withdrawals import withdrawals_of
from tests.storage.small_homes import APPROVED, DEPLOYMENT, PROCEDURE, add, fill, open_file_at

WITHDRAWN = date(2027, 3, 1)


def unverified(home: Database, day: date) -> list[str]:
    with home.read() as connection:
        page = deployments_without_verified_procedure(connection, Listing(), day)
    return [row[0] for row in page.rows]


def test_a_text_that_worked_covers_nobody_once_it_is_withdrawn(tmp_path: Path) -> None:
    home = open_file_at(tmp_path)
    with home.write("fill") as work:
        fill(work)
    assert unverified(home, WITHDRAWN - date.resolution) == []
    assert unverified(home, WITHDRAWN) == [DEPLOYMENT]
    with home.read() as connection:
        (found,) = withdrawals_of(connection, [PROCEDURE])
    with home.write("annul") as work:
        said = {"revision_id": APPROVED, "who": "M. Aubry", "valid_on": WITHDRAWN}
        add(work, schema.withdrawal, **said, annuls_id=found.id)
    assert unverified(home, WITHDRAWN) == []
    home.close()
