"""What will have to be done, as scripts and calendars are told it."""

from __future__ import annotations

import json
from datetime import date, timedelta
from pathlib import Path

import pytest
import vobject

from referent_desk.storage import schema
from tests.journeys.test_commands import Run, run
from tests.usecases.homes import bare_content, demo_content, demo_desk, home_of

__all__ = ["run"]

KEYS = {"what", "department", "subject", "due_on", "overdue_days"}
WARD = "Cardiologie — hospitalisation"


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return home_of(demo_content(), tmp_path).root


def test_each_thing_that_is_due_is_told_with_its_day_and_how_late_it_is(
    run: Run, home: Path
) -> None:
    command = ("due", "--department", "CAR", "--days", "9999", "--format", "json")
    code, out, err = run(home, *command)
    assert (code, err) == (0, "")
    found = json.loads(out)
    assert {frozenset(one) for one in found} == {frozenset(KEYS)}
    assert [one["due_on"] for one in found] == sorted(one["due_on"] for one in found)
    for one in found:
        late = date.today() - date.fromisoformat(one["due_on"])  # noqa: DTZ011
        assert one["overdue_days"] == max(late.days, 0)
    kinds = {one["what"] for one in found}
    assert {"verification", "review", "action", "appointment_end", "dial_check"} <= kinds
    assert {one["department"] for one in found if one["what"] == "verification"} == {WARD}


def test_all_departments_are_told_unless_one_is_named(run: Run, home: Path) -> None:
    every = json.loads(run(home, "due", "--format", "json")[1])
    ward = json.loads(run(home, "due", "--department", "CAR", "--format", "json")[1])
    assert len({one["department"] for one in every}) > 10
    assert [one for one in every if one["department"] == WARD] == [
        one for one in ward if one["department"] == WARD
    ]


def test_one_is_told_what_is_overdue_and_what_comes_in_ninety_days_or_as_many_as_one_asks(
    run: Run, home: Path, tmp_path: Path
) -> None:
    def told(*days: str) -> list[dict[str, str]]:
        rows: list[dict[str, str]] = json.loads(run(home, "due", *days, "--format", "json")[1])
        return rows

    every, today = told("--days", "9999"), date.today()  # noqa: DTZ011
    for asked, days in (((), 90), (("--days", "0"), 0), (("--days", "1"), 1)):
        end = (today + timedelta(days=days)).isoformat()
        assert told(*asked) == [one for one in every if one["due_on"] < end]
    assert all(int(one["overdue_days"]) > 0 for one in told("--days", "0"))
    assert told("--days", "0") != told("--days", "9999")
    path = tmp_path / "late.ics"
    run(home, "due", "--days", "0", "--calendar", str(path))
    events = vobject.readOne(path.read_text(encoding="utf-8")).vevent_list
    assert len(events) == len(told("--days", "0"))


@pytest.mark.parametrize("days", ["-1", "ten", "1.5", "10000"])
def test_days_are_a_number(run: Run, home: Path, days: str) -> None:
    code, out, err = run(home, "due", f"--days={days}")
    assert (code != 0, out) == (True, "")
    assert days in err
    assert "0" in err


def test_what_has_no_day_is_no_line_of_the_list(run: Run, tmp_path: Path) -> None:
    """A draft that nobody submitted, an action without a day, a ward that never played."""
    desk = demo_desk(tmp_path)
    with desk.database.write("fill") as work:
        [ward] = work.connection.execute(
            schema.node.select().where(schema.node.c.paper_code == "CAR")
        ).all()
        row = {"id": work.new_id(), "department_id": ward.id, "what": "Some day", "owner": ""}
        work.add(schema.action, [row])
    desk.close()
    told = json.loads(run(desk.home.root, "due", "--days", "9999", "--format", "json")[1])
    assert told != []
    assert "Some day" not in {one["subject"] for one in told}
    assert not {one["what"] for one in told} & {"approval", "drill", "lessons", "reading"}
    assert all(date.fromisoformat(one["due_on"]).year >= 2020 for one in told)


def test_the_same_comes_as_a_calendar_that_another_library_reads(
    run: Run, home: Path, tmp_path: Path
) -> None:
    path = tmp_path / "due.ics"
    command = ("due", "--department", "CAR", "--calendar", str(path))
    code, out, _err = run(home, *command, language="fr")
    listed = json.loads(run(home, "due", "--department", "CAR", "--format", "json")[1])
    assert (code, out.strip()) == (0, f"{path}: {len(listed)} échéances")
    content = path.read_bytes()
    calendar = vobject.readOne(content.decode())
    events = calendar.vevent_list
    assert calendar.contents["x-wr-calname"][0].value == f"Referent Desk\xa0: échéances – {WARD}"
    assert sorted(event.dtstart.value.isoformat() for event in events) == sorted(
        one["due_on"] for one in listed
    )
    assert len({event.uid.value for event in events}) == len(events)
    assert {event.valarm.trigger.value for event in events} == {timedelta(days=-7)}
    assert "À vérifier\xa0: Prescription · Dossier+" in {event.summary.value for event in events}
    run(home, *command, language="fr")
    assert path.read_bytes() == content, "nothing has changed in the home"


def test_an_event_keeps_its_uid_in_every_language(run: Run, home: Path, tmp_path: Path) -> None:
    found = []
    for language in ("fr", "en"):
        path = tmp_path / f"{language}.ics"
        run(home, "due", "--calendar", str(path), language=language)
        events = vobject.readOne(path.read_text(encoding="utf-8")).vevent_list
        found.append({event.uid.value for event in events})
    assert found[0] == found[1]


def test_the_list_is_told_beside_a_calendar_where_one_asks_for_it(
    run: Run, home: Path, tmp_path: Path
) -> None:
    path = tmp_path / "due.ics"
    _code, out, err = run(home, "due", "--calendar", str(path), "--format", "csv")
    assert out.splitlines()[0] == "what;department;subject;due_on;overdue_days"
    assert err.startswith(f"{path}: ")


@pytest.mark.parametrize("place", ["folder.ics", "letter.ics", "letter.ics/due.ics"])
def test_nothing_is_written_over_what_is_no_calendar(
    run: Run, home: Path, tmp_path: Path, place: str
) -> None:
    (tmp_path / "folder.ics").mkdir()
    letter = tmp_path / "letter.ics"
    letter.write_text("Dear all", encoding="utf-8")
    code, out, err = run(home, "due", "--calendar", str(tmp_path / place))
    assert code != 0
    assert out == ""
    assert str(tmp_path / place) in err
    assert letter.read_text(encoding="utf-8") == "Dear all"
    assert list((tmp_path / "folder.ics").iterdir()) == []


def test_a_department_that_nobody_knows_is_said(run: Run, home: Path) -> None:
    code, out, err = run(home, "due", "--department", "Nowhere")
    assert (code != 0, out) == (True, "")
    assert "Nowhere" in err


def test_a_home_in_which_nothing_is_due_says_so(run: Run, tmp_path: Path) -> None:
    home = home_of(bare_content(), tmp_path).root
    code, out, err = run(home, "due", "--format", "json")
    assert (code, json.loads(out), err.strip()) == (0, [], "Nothing is due.")
