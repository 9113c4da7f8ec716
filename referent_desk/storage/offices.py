"""Who is in office on a day, for statements: the last day counts, as in `domain.people`."""

from __future__ import annotations

from referent_desk.storage.written_rules import written_out


def with_offices(statement: str) -> str:
    """The statement with the rules written out that it names, each with what it calls the table.

    `IN_OFFICE(o)`: an appointment that is in force on `:today`. `STILL_HERE(p)`: a person who has
    not left by then and whose name was not erased.
    """
    return written_out(statement, _RULES)


_RULES = {
    "IN_OFFICE": (
        "(ROW.since IS NULL OR ROW.since <= :today) AND (ROW.until IS NULL OR ROW.until >= :today)"
    ),
    "STILL_HERE": "(ROW.left_on IS NULL OR ROW.left_on >= :today) AND ROW.erased_on IS NULL",
}
