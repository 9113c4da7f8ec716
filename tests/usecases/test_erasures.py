from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from referent_desk.domain.deeds import Deed, Verb
from referent_desk.domain.records import RecordKind, Unfinished
from referent_desk.domain.skills import SkillLevel
from referent_desk.errors import RefusedField, RefusedInput
from referent_desk.home import Home
from referent_desk.storage import schema, unfinished
from referent_desk.storage.erasures import NEVER_HOLD_A_NAME, SIGNED, compared_hash
from referent_desk.storage.integrity import damages
from referent_desk.storage.work import Work
from referent_desk.usecases.absences import add_absence, say_hours
from referent_desk.usecases.binder_states import read_state
from referent_desk.usecases.deeds import doing
from referent_desk.usecases.demo import showcase_department
from referent_desk.usecases.demo_shelves import fill_demo_shelf
from referent_desk.usecases.desks import Desk, open_desk
from referent_desk.usecases.erasures import erase_name, plan_erasure, survey_erasure
from referent_desk.usecases.people import person_detail
from referent_desk.usecases.records import add_record, edit_field, reopen_record
from referent_desk.usecases.same_people import unite_people
from referent_desk.usecases.skills import state_skill
from tests.memory_folders import memory_folder
from tests.storage.small_homes import (
    AUBRY,
    CARDIOLOGY,
    CLOCK,
    add,
    fill,
    open_file_at,
)
from tests.usecases.homes import demo_desk

TODAY = CLOCK.today()
LEFT = TODAY - timedelta(days=400)
LABEL = "Ancien agent n°\u00a01"
LAST, FIRST = "Quatremère", "Zéphyrine"
BODY = json.dumps(
    {
        "body": {
            "contacts": [{"name": f"{FIRST} {LAST}", "number": "06 41", "role": "referent"}],
            "remark": f"Demander à {FIRST} {LAST}.",
        },
        "kind": "ProcedureBody",
        "language": "fr",
    },
    ensure_ascii=False,
    separators=(",", ":"),
)


def _sign(work: Work, last: str, first: str) -> None:
    """Every column that may hold a name holds this one."""
    connection = work.connection
    connection.execute(schema.erasing.insert().values(seq=1))
    for table_name, columns in SIGNED.items():
        table = schema.metadata.tables[table_name]
        for row in connection.execute(table.select()).mappings().all():
            written = f"{first} {last}".strip()
            values = dict.fromkeys(columns, written) | (
                {"person_id": AUBRY} if "person_id" in table.c else {}
            )
            work.rewrite(table, dict(row), values)
    for table, column in ((schema.ticket, "tried"), (schema.drill_task, "note")):
        for row in connection.execute(table.select()).mappings().all():
            work.rewrite(table, dict(row), {column: f"Voir {first} {last}, puis rien."})
    sheet = connection.execute(schema.sheet_revision.select()).mappings().one()
    body = BODY.replace(LAST, last).replace(FIRST, first)
    work.rewrite(schema.sheet_revision, dict(sheet), {"body": body})
    connection.execute(schema.erasing.delete())


@contextmanager
def a_desk(
    folder: Path, last: str = LAST, first: str = FIRST, left: date | None = LEFT
) -> Iterator[Desk]:
    database = open_file_at(folder)
    with database.write("fill", actor_name=f"{first} {last}") as work:
        fill(work)
        work.change(schema.person, AUBRY, {"last_name": last, "first_name": first})
        work.change(schema.person, AUBRY, {"telephone": "06 41", "left_on": left})
        folded = f"{last} {first}".casefold()
        work.change(schema.person, AUBRY, {"folded": folded})
        _sign(work, last, first)
    database.close()
    (folder / "referent-desk.lock").unlink(missing_ok=True)
    desk = open_desk(Home(folder), CLOCK)
    yield desk
    desk.close()


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with a_desk(tmp_path) as one:
        yield one


def tables_with(desk: Desk, word: str) -> set[str]:
    found = set()
    with desk.database.read() as connection:
        for table in schema.metadata.tables.values():
            for row in connection.execute(table.select()).all():
                if any(word.casefold() in str(value).casefold() for value in row):
                    found.add(table.name)
    return found


def test_the_name_is_nowhere_in_the_file_and_the_home_is_sound(desk: Desk) -> None:
    assert len(tables_with(desk, LAST)) > 25
    erase_name(desk, AUBRY)
    assert tables_with(desk, LAST) | tables_with(desk, FIRST) == set()
    assert list(damages(desk.database.driver())) == []
    content = desk.home.database.read_bytes()
    for word in (LAST, FIRST, LAST.casefold(), "quatremere", "zephyrine", "quatr"):
        assert word.encode() not in content
    assert not list(desk.home.root.glob("referent-desk.sqlite-*"))


def test_a_neutral_label_stands_in_its_place(desk: Desk) -> None:
    erase_name(desk, AUBRY)
    person = person_detail(desk, AUBRY).person
    assert (person.full_name, person.telephone) == (LABEL, "")
    with desk.database.read() as connection:
        assert (
            connection.scalar(
                schema.verification.select().with_only_columns(schema.verification.c.who)
            )
            == LABEL
        )
        ticket = connection.scalar(schema.ticket.select().with_only_columns(schema.ticket.c.tried))
    assert ticket == f"Voir {LABEL}, puis rien."


def test_a_printed_sheet_keeps_a_place_for_the_person(desk: Desk) -> None:
    with desk.database.read() as connection:
        was = connection.execute(schema.sheet_revision.select()).mappings().one()
    erase_name(desk, AUBRY)
    with desk.database.read() as connection:
        now = connection.execute(schema.sheet_revision.select()).mappings().one()
    body = json.loads(now["body"])["body"]
    assert body["contacts"] == [{"name": LABEL, "role": "referent"}]
    assert body["remark"] == f"Demander à {LABEL}."
    assert (now["body_hash"], now["check_code"]) == (was["body_hash"], was["check_code"])
    assert now["erased"] == 1


@pytest.mark.parametrize("left", [None, TODAY, TODAY + timedelta(days=30)])
def test_nobody_who_is_still_here_is_erased(tmp_path: Path, left: date | None) -> None:
    with a_desk(tmp_path, left=left) as desk:
        with pytest.raises(RefusedInput):
            erase_name(desk, AUBRY)
        with pytest.raises(RefusedInput):
            plan_erasure(desk, AUBRY, TODAY + timedelta(days=400))
        assert tables_with(desk, LAST)


def test_a_name_is_erased_once(desk: Desk) -> None:
    erase_name(desk, AUBRY)
    assert survey_erasure(desk, AUBRY).erased_on == TODAY
    with pytest.raises(RefusedInput):
        erase_name(desk, AUBRY)


def test_what_was_done_before_cannot_be_taken_back_any_more(desk: Desk) -> None:
    edit_field(desk, RecordKind.PERSON, AUBRY, "telephone", "4200")
    assert erase_name(desk, AUBRY).undo is None
    assert desk.history.to_undo == []


def test_the_survey_says_what_will_happen_and_writes_nothing(desk: Desk) -> None:
    before = desk.home.database.read_bytes()
    survey = survey_erasure(desk, AUBRY)
    assert survey.has_left
    assert survey.signed > 25
    assert (survey.printed, survey.bearers.namesakes) == (1, ())
    assert {(m.table, m.field) for m in survey.mentions} == {
        ("ticket", "tried"),
        ("drill_task", "note"),
    }
    assert "Zéphyrine Quatremère" in survey.mentions[0].excerpt
    assert desk.home.database.read_bytes() == before


def _other(desk: Desk, last: str, first: str) -> str:
    deed = Deed(Verb.ADDED, RecordKind.PERSON, last)
    with doing(desk, "add", deed) as work:
        key = work.new_id()
        names = {"last_name": last, "first_name": first, "folded": f"{last} {first}".casefold()}
        add_row = {"id": key, **names, "recorded_at": "2026-01-01"}
        work.add(schema.person, [add_row])
        signed = {"revision_id": _revision(work), "department_id": CARDIOLOGY, "person_id": key}
        said = {"name": f"{first} {last}", "level": "read", "valid_on": TODAY}
        add(work, schema.acknowledgement, **signed, **said)
    return key


def _revision(work: Work) -> str:
    return str(work.connection.scalar(schema.revision.select()))


def test_of_two_people_of_one_name_only_what_is_asked_for_is_erased(desk: Desk) -> None:
    _other(desk, LAST, FIRST)
    with pytest.raises(RefusedField) as refused:
        erase_name(desk, AUBRY)
    assert refused.value.field == "by_text"
    erase_name(desk, AUBRY, by_text=False)
    kept = tables_with(desk, LAST)
    assert {"person", "acknowledgement", "verification", "sheet_revision"} <= kept
    assert "attendance" not in kept
    assert list(damages(desk.database.driver())) == []


def test_what_a_namesake_signed_under_their_own_record_stays_theirs(desk: Desk) -> None:
    _other(desk, LAST, FIRST)
    erase_name(desk, AUBRY, by_text=True)
    with desk.database.read() as connection:
        names = connection.execute(
            schema.acknowledgement.select().with_only_columns(schema.acknowledgement.c.name)
        ).scalars()
        assert sorted(names) == [LABEL, f"{FIRST} {LAST}"]


def test_a_hospital_that_bears_the_name_keeps_it(desk: Desk) -> None:
    node = {"name": f"Hôpital {FIRST} {LAST}"}
    with desk.database.write("rename") as work:
        work.change(schema.node, CARDIOLOGY, node)
    erase_name(desk, AUBRY)
    assert {"node", "ticket"} <= tables_with(desk, LAST)
    assert "verification" not in tables_with(desk, LAST)


def test_the_label_is_numbered_in_the_home(desk: Desk) -> None:
    other = _other(desk, "Autre", "Ève")
    with desk.database.write("leave") as work:
        work.change(schema.person, other, {"left_on": LEFT})
    erase_name(desk, AUBRY)
    erase_name(desk, other)
    assert person_detail(desk, other).person.full_name == "Ancien agent n°\u00a02"


def test_a_form_that_was_begun_holds_the_name_no_more(desk: Desk) -> None:
    folder = desk.home.unfinished
    folder.mkdir(exist_ok=True)
    form = Unfinished({"who": f"{FIRST} {LAST}", "note": f"dit par {FIRST} {LAST}"}, CLOCK.now())
    unfinished.keep(folder, "one", form)
    erase_name(desk, AUBRY)
    kept = unfinished.read(folder, "one")
    assert kept is not None
    assert kept.values == {"who": LABEL, "note": f"dit par {LABEL}"}


def test_a_day_is_chosen_after_the_departure_and_can_be_taken_back(desk: Desk) -> None:
    with pytest.raises(RefusedField):
        plan_erasure(desk, AUBRY, LEFT)
    day = TODAY + timedelta(days=30)
    assert plan_erasure(desk, AUBRY, day).undo is not None
    assert survey_erasure(desk, AUBRY).erase_on == day


def test_an_erased_record_takes_no_name_and_nothing_else_any_more(desk: Desk) -> None:
    erase_name(desk, AUBRY)
    other = add_record(desk, RecordKind.PERSON, {"last_name": "Roux"}).id
    software = add_record(desk, RecordKind.SOFTWARE, {"name": "Radio+"}).id
    before = desk.home.database.read_bytes()
    absence = f"{TODAY + timedelta(days=30):%d/%m/%Y}"
    tries: tuple[Callable[[], object], ...] = (
        lambda: edit_field(desk, RecordKind.PERSON, AUBRY, "last_name", LAST),
        lambda: edit_field(desk, RecordKind.PERSON, AUBRY, "telephone", "4155"),
        lambda: reopen_record(desk, RecordKind.PERSON, AUBRY),
        lambda: say_hours(desk, AUBRY, ["lu-ve 8h-16h"], None),
        lambda: add_absence(desk, AUBRY, absence),
        lambda: state_skill(desk, AUBRY, software, SkillLevel.USES, TODAY),
        lambda: unite_people(desk, AUBRY, other),
        lambda: unite_people(desk, other, AUBRY),
    )
    for attempt in tries:
        with pytest.raises(RefusedInput, match="was erased") as refused:
            attempt()
        assert "somebody new" in refused.value.what_to_do
    assert desk.home.database.read_bytes() == before
    assert LABEL in person_detail(desk, AUBRY).person.full_name


LETTERS = st.characters(whitelist_categories=("Lu", "Ll"), max_codepoint=0x1EF9)
NAMES = st.text(LETTERS, min_size=3, max_size=30).filter(lambda n: n.casefold() != "agent")


@settings(max_examples=8, deadline=None, suppress_health_check=list(HealthCheck))
@given(last=NAMES, first=st.just("Q’ŵ-Zé"))
def test_no_table_holds_any_name_after_it_was_erased(last: str, first: str) -> None:
    last = f"Zw{last}"
    with memory_folder() as folder, a_desk(Path(folder), last, first) as desk:
        assert tables_with(desk, last)
        erase_name(desk, AUBRY)
        assert tables_with(desk, last) | tables_with(desk, first) == set()
        assert list(damages(desk.database.driver())) == []


def _printed_ward(desk: Desk) -> tuple[str, str]:
    """A department whose binder lies on its shelf, and who answers for all its software."""
    fill_demo_shelf(desk)
    ward = showcase_department(desk)
    with desk.database.read() as connection:
        office = schema.appointment.c
        person_id = connection.scalar(
            schema.appointment.select()
            .with_only_columns(office.person_id)
            .where(office.department_id == ward, office.rank == "main", office.kind == "software")
            .where(office.software_id.is_(None))
        )
    return ward, str(person_id)


def test_sheets_on_the_shelf_compare_as_before_and_name_nobody(tmp_path: Path) -> None:
    desk = demo_desk(tmp_path)
    ward, person_id = _printed_ward(desk)
    name = person_detail(desk, person_id).person.full_name
    with desk.database.read() as connection:
        bodies = [row.body for row in connection.execute(schema.sheet_revision.select())]
    assert any(name in body for body in bodies)
    edit_field(desk, RecordKind.PERSON, person_id, "left_on", "2026-11-02")
    before = read_state(desk, ward)
    erase_name(desk, person_id)
    after = read_state(desk, ward)
    told = [[(s.code, s.status) for s in copy.sheets] for copy in before.copies]
    assert [[(s.code, s.status) for s in copy.sheets] for copy in after.copies] == told
    assert name.split()[-1] not in repr(after)
    with desk.database.read() as connection:
        rows = connection.execute(schema.sheet_revision.select()).all()
    assert all(name not in row.body for row in rows)
    assert any(row.erased for row in rows)
    assert list(damages(desk.database.driver())) == []
    desk.close()


def test_every_fact_that_may_hold_a_name_lets_it_be_erased(desk: Desk) -> None:
    driver = desk.database.driver()
    driver.execute("BEGIN")
    driver.execute("INSERT INTO erasing VALUES (1)")
    for table in schema.metadata.sorted_tables:
        if table.name not in NEVER_HOLD_A_NAME:
            driver.execute(f'UPDATE "{table.name}" SET row_hash = row_hash')
    driver.execute("ROLLBACK")


def test_a_sheet_is_compared_by_what_is_left_of_it() -> None:
    assert compared_hash("printed", None) == "printed"
    assert compared_hash("printed", "{}") == hashlib.sha256(b"{}").hexdigest()
