from __future__ import annotations

from datetime import date

import pytest

from referent_desk.domain.change_logs import ChangeLog, LoggedChange

FIELDS = frozenset({"person.telephone", "directory_entry.number"})


def logged(place: int, row_id: str, before: str, after: str, table: str = "person") -> LoggedChange:
    field = "telephone" if table == "person" else "number"
    return LoggedChange(place, table, row_id, field, before, after, date(2026, 3, place))


LOG = ChangeLog(
    [
        logged(9, "c", "1", "7"),
        logged(1, "a", "1", "2"),
        logged(2, "a", "2", "3"),
        logged(3, "b", "8", "3"),
        logged(4, "a", "3", "4"),
        logged(5, "a", "4", "3"),
        logged(6, "d", "10", "11", table="directory_entry"),
        LoggedChange(7, "local_value", "x", "value", "1", "3", date(2026, 3, 7)),
    ]
)


@pytest.mark.parametrize(
    ("before", "after", "day"),
    [
        ("1", "2", 1),
        ("1", "3", 5),  # by way of others: the last step counts, of the same person
        ("4", "3", 5),
        ("8", "3", 3),
        ("10", "11", 6),
        ("2", "1", None),
        ("1", "11", None),
        ("", "3", None),
    ],
)
def test_the_log_tells_when_a_value_took_the_place_of_another(
    before: str, after: str, day: int | None
) -> None:
    found = LOG.day_of(FIELDS, before, after)
    assert found == (date(2026, 3, day) if day else None)


def test_the_newest_change_of_a_record_is_found() -> None:
    assert LOG.newest("person", ("telephone",), {"a"}) == date(2026, 3, 5)
    assert LOG.newest("person", ("telephone", "last_name"), {"a", "c"}) == date(2026, 3, 9)
    assert LOG.newest("person", ("last_name",), {"a"}) is None
    assert ChangeLog().newest("person", ("telephone",), {"a"}) is None
