from __future__ import annotations

from datetime import date
from pathlib import Path

from referent_desk.domain.procedures import Procedure
from referent_desk.storage import schema
from referent_desk.storage.served_departments import departments_served
from tests.storage.small_homes import (
    CARDIOLOGY,
    DOSSIER,
    NORTH,
    PRESCRIPTION,
    PROCEDURE,
    UNIT,
    add,
    fill,
    open_file_at,
)

TODAY = date(2026, 11, 22)


def test_a_text_serves_those_below_its_owner_who_do_it_and_have_none_of_their_own(
    tmp_path: Path,
) -> None:
    database = open_file_at(tmp_path)
    above = Procedure("x", NORTH, PRESCRIPTION, None)
    own = Procedure(PROCEDURE, CARDIOLOGY, PRESCRIPTION, DOSSIER)
    with database.write("fill") as work:
        fill(work)
        add(
            work,
            schema.deployment,
            software_id=DOSSIER,
            department_id=UNIT,
            function_id=PRESCRIPTION,
        )
    with database.read() as connection:
        assert departments_served(connection, own, TODAY) == ("Soins intensifs",)
        closed = departments_served(connection, above, TODAY)
    with database.write("close") as work:
        work.change(schema.procedure, PROCEDURE, {"closed_on": TODAY})
    with database.read() as connection:
        opened = departments_served(connection, above, TODAY)
        other = Procedure("x", NORTH, PRESCRIPTION, "another software")
        assert departments_served(connection, other, TODAY) == ()
    database.close()
    assert (set(closed), set(opened)) == (set(), {"Cardiologie", "Soins intensifs"})
