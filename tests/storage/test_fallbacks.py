"""What departments fall back on, in the database."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import event

from referent_desk.storage.fallbacks import all_fallbacks
from tests.usecases.homes import CLOCK, demo_desk


def test_only_the_texts_that_name_means_are_looked_at(tmp_path: Path) -> None:
    """By the index that holds them: of 50,000 texts each would be read to its end."""
    desk = demo_desk(tmp_path)
    asked: list[str] = []
    with desk.database.read() as connection:
        event.listen(
            connection, "before_cursor_execute", lambda *said: asked.append(f"{said[2]}|{said[3]}")
        )
        all_fallbacks(connection, CLOCK.today())
        [statement] = [one for one in asked if "instr(" in one]
        question, _bar, values = statement.rpartition("|")
        assert values in {"()", "{}"}
        plan = connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {question}").all()
    desk.close()
    assert ["revision_naming_means" in row[3] for row in plan] == [True]
