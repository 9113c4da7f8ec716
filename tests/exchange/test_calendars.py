"""What is due as a calendar, read by another library than the one that wrote it."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import vobject
from hypothesis import example, given
from hypothesis import strategies as st

from referent_desk.domain.dues import DueRow, Duty, in_order
from referent_desk.exchange.calendars import ALARM_BEFORE, Wording, calendar_of, uid_of

HOME = "11111111-0000-4000-8000-000000000000"
NOW = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)
WORDING = Wording("À faire — Cardiologie", lambda row: row.subject, lambda row: row.person)
REVIEW = DueRow(Duty.REVIEW, "c", "Cardiologie", "r1", "Relire : prescription", date(2026, 12, 3))
TEXTS = st.text(st.characters(blacklist_categories=["Cs", "Cc"]), max_size=90).map(str.strip)


def read(content: bytes) -> list[vobject.base.Component]:
    return list(vobject.readOne(content.decode()).vevent_list)


def test_each_thing_is_a_day_long_event_that_reminds_a_week_before() -> None:
    (event,) = read(calendar_of(HOME, [REVIEW], WORDING, NOW))
    assert event.summary.value == "Relire : prescription"
    assert event.dtstart.value == date(2026, 12, 3)
    assert event.dtend.value == date(2026, 12, 4)
    assert event.valarm.trigger.value == -ALARM_BEFORE == timedelta(days=-7)
    assert event.location.value == "Cardiologie"


def test_the_same_thing_keeps_its_uid_when_its_day_and_its_name_change() -> None:
    later = DueRow(Duty.REVIEW, "c", "Cardio", "r1", "Relire", date(2027, 1, 1))
    other = DueRow(Duty.APPROVAL, "c", "Cardiologie", "r1", "Relire", date(2027, 1, 1))
    assert uid_of(HOME, REVIEW) == uid_of(HOME, later)
    assert len({uid_of(HOME, REVIEW), uid_of(HOME, other), uid_of(HOME[::-1], REVIEW)}) == 3
    (event,) = read(calendar_of(HOME, [REVIEW], WORDING, NOW))
    assert event.uid.value == uid_of(HOME, REVIEW)


def test_the_same_rows_give_the_same_bytes() -> None:
    first, second = (calendar_of(HOME, [REVIEW], WORDING, NOW) for _ in range(2))
    assert first == second


def test_an_empty_calendar_is_a_calendar() -> None:
    content = calendar_of(HOME, [], WORDING, NOW)
    assert vobject.readOne(content.decode()).name == "VCALENDAR"


@given(TEXTS)
@example("{uid} {summary} DESCRIPTION:{title} 19000101")
@example("é" * 80 + ", ; \\ %s")
def test_any_name_comes_back_as_it_was(name: str) -> None:
    row = DueRow(Duty.ACTION, "c", name, "a", name, date(2026, 12, 3), name)
    (event,) = read(calendar_of(HOME, [row], WORDING, NOW))
    assert event.summary.value == event.location.value == event.description.value == name
    assert event.valarm.description.value == name


def test_no_line_is_longer_than_a_calendar_may_have() -> None:
    row = DueRow(Duty.ACTION, "c", "Hôpital " * 30, "a", "à faire " * 40, date(2026, 12, 3))
    content = calendar_of(HOME, [REVIEW, row], WORDING, NOW)
    assert max(map(len, content.split(b"\r\n"))) <= 75
    assert content.endswith(b"END:VEVENT\r\nEND:VCALENDAR\r\n")
    assert content.count(b"BEGIN:VEVENT") == 2


def test_the_longest_overdue_comes_first() -> None:
    today = date(2026, 11, 22)
    old = DueRow(Duty.DRILL, "c", "Cardiologie", "d", "Exercice", date(2026, 11, 2))
    rows = in_order([REVIEW, old])
    assert [row.overdue_days(today) for row in rows] == [20, 0]
