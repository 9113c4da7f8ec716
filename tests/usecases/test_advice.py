from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from referent_desk.domain.advice import Ground, Side, TypedAdvice, Verdict
from referent_desk.domain.changes import Kind
from referent_desk.domain.records import RecordKind
from referent_desk.errors import NotFound, RefusedField, RefusedInput
from referent_desk.home import Home
from referent_desk.language import speak
from referent_desk.storage import schema
from referent_desk.usecases.advice import list_advice, read_advice, read_sites, write_advice
from referent_desk.usecases.desks import Desk, open_desk
from referent_desk.usecases.records import edit_field, read_record
from referent_desk.usecases.undoing import undo
from tests.benchmarks.generator import CLOCK as GROUP_CLOCK
from tests.benchmarks.generator import FULL, generate
from tests.benchmarks.staff import FULL_STAFF, add_staff
from tests.usecases.homes import CLOCK, demo_desk

TODAY = CLOCK.today()


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    speak("fr")
    made = demo_desk(tmp_path)
    yield made
    made.close()


def program(desk: Desk, name: str = "Dossier+") -> str:
    with desk.database.read() as connection:
        rows = connection.execute(schema.software.select())
        return next(str(row.id) for row in rows if row.name == name)


def ward(desk: Desk, software_id: str) -> str:
    with desk.database.read() as connection:
        rows = connection.execute(schema.deployment.select())
        return next(str(r.department_id) for r in rows if r.software_id == software_id)


def help_row(desk: Desk, software_id: str, days: int, **more: object) -> dict[str, object]:
    return {
        "home_id": desk.home_id,
        "department_id": ward(desk, software_id),
        "software_id": software_id,
        "asked": "Imprimer une étiquette",
        "outcome": "solved",
        "minutes": 10,
        "who": "M. Aubry",
        "valid_on": TODAY - timedelta(days=days),
        **more,
    }


def add_help(desk: Desk, *rows: dict[str, object]) -> list[str]:
    with desk.database.write("help") as work:
        ids = [work.new_id() for _row in rows]
        work.add(schema.help_entry, [{"id": i, **row} for i, row in zip(ids, rows, strict=True)])
    return ids


def test_one_software_and_all_of_them_are_told_alike(desk: Desk) -> None:
    found = list_advice(desk)
    assert len(found) > 10
    for advice in found:
        assert read_advice(desk, advice.facts.software_id) == advice


def test_of_a_generated_group_one_and_all_are_told_alike_too(tmp_path: Path) -> None:
    home = Home(tmp_path / "group")
    generate(home, FULL.part(0.005))
    add_staff(home, FULL_STAFF.part(0.005))
    group = open_desk(home, GROUP_CLOCK)
    found = list_advice(group)
    assert {Ground.TRIALS, Ground.HELP} <= {g for advice in found for g in advice.grounds}
    for advice in found:
        assert read_advice(group, advice.facts.software_id) == advice
        sites = read_sites(group, advice.facts.software_id)
        assert len(sites) == advice.facts.usage.establishments
    group.close()


def test_a_pole_and_a_closed_department_use_nothing_themselves(desk: Desk) -> None:
    software_id = program(desk)
    before = read_advice(desk, software_id).facts
    with desk.database.read() as connection:
        nodes = connection.execute(schema.node.select()).all()
        functions = connection.execute(schema.function.select()).all()
    department = ward(desk, software_id)
    pole = next(str(node.id) for node in nodes if node.kind == "pole")
    with desk.database.write("use") as work:
        row = {"id": work.new_id(), "software_id": software_id, "department_id": pole}
        work.add(schema.deployment, [{**row, "function_id": functions[0].id, "users": 9}])
        work.change(schema.node, department, {"closed_on": TODAY})
    after = read_advice(desk, software_id).facts
    assert after.usage.departments == before.usage.departments - 1
    assert after in [advice.facts for advice in list_advice(desk)]
    assert sum(s.departments for s in read_sites(desk, software_id)) == after.usage.departments


def test_the_list_begins_with_what_presses_most_and_leaves_out_what_is_retired(desk: Desk) -> None:
    edit_field(desk, RecordKind.SOFTWARE, program(desk), "manual_mode", "no")
    found = list_advice(desk)
    assert [a.need for a in found] == sorted(a.need for a in found)
    names = [advice.facts.name for advice in found]
    assert "Dossier+" in names
    assert "Dossier Classique" not in names
    assert read_advice(desk, program(desk, "Dossier Classique")).facts.usage.departments == 0


def test_facts_of_the_contract_are_typed_and_told(desk: Desk) -> None:
    software_id = program(desk)
    for name, typed in (
        ("contract_reference", "2023-014"),
        ("contract_ends_on", "30/06/2027"),
        ("manual_mode", "oui"),
        ("data_extracted", "no"),
    ):
        edit_field(desk, RecordKind.SOFTWARE, software_id, name, typed)
    advice = read_advice(desk, software_id)
    contract = advice.facts.contract
    assert contract.reference == "2023-014"
    assert (contract.manual_mode, contract.data_extracted) == (True, False)
    assert contract.original_layout is None
    codes = {reason.code for reason in advice.reasons}
    assert {"manual_mode_yes", "data_extracted_no", "contract_unknown", "contract_ends"} <= codes
    assert read_record(desk, RecordKind.SOFTWARE, software_id).values["manual_mode"] == "yes"
    edit_field(desk, RecordKind.SOFTWARE, software_id, "manual_mode", "")
    assert read_advice(desk, software_id).facts.contract.manual_mode is None
    with pytest.raises(RefusedField):
        edit_field(desk, RecordKind.SOFTWARE, software_id, "contract_ends_on", "31/02/2027")


def test_the_journal_of_twelve_months_counts_and_what_was_annulled_does_not(desk: Desk) -> None:
    software_id = program(desk)
    before = read_advice(desk, software_id).facts.help
    upper = {"asked": "IMPRIMER une etiquette", "outcome": "to_vendor", "minutes": 20}
    first, *_rest = add_help(
        desk,
        help_row(desk, software_id, 1),
        help_row(desk, software_id, 30, **upper),
        help_row(desk, software_id, 364, asked="Mot de passe", minutes=None),
        help_row(desk, software_id, 365),
        help_row(desk, software_id, -1),
    )
    found = read_advice(desk, software_id).facts.help
    assert (found.times - before.times, found.minutes - before.minutes) == (3, 30)
    assert found.to_vendor - before.to_vendor == 1
    assert found.often >= 2
    add_help(desk, help_row(desk, software_id, 1, annuls_id=first, reason="doublon"))
    assert read_advice(desk, software_id).facts.help.times - before.times == 2


def test_a_request_that_waits_long_at_the_vendors_speaks_against_it(desk: Desk) -> None:
    software_id = program(desk)
    base = {"department_id": ward(desk, software_id), "software_id": software_id, "what": "Lent"}
    with desk.database.write("tickets") as work:
        for days, addressee, settled in ((40, "vendor", None), (40, "it", None), (9, "vendor", 2)):
            handed = TODAY - timedelta(days=days)
            done = TODAY - timedelta(days=settled) if settled is not None else None
            row = {**base, "id": work.new_id(), "addressee": addressee, "handed_on": handed}
            work.add(schema.ticket, [{**row, "settled_on": done, "stops_work": settled == 2}])
    advice = read_advice(desk, software_id)
    assert Ground.TICKETS in advice.grounds
    reasons = {reason.code: reason.fields for reason in advice.reasons}
    assert reasons["vendor_slow"] == {"count": 1, "days": 40}
    assert reasons["work_stopped"] == {"count": 1}


def test_an_update_that_broke_a_procedure_is_counted(desk: Desk) -> None:
    with desk.database.read() as connection:
        tried = connection.execute(schema.verification.select()).all()
        releases = {r.id: r for r in connection.execute(schema.release.select())}
    old = next(v for v in tried if v.result == "worked" and v.annuls_id is None)
    software_id = releases[old.release_id].software_id
    later = next(
        r.id for r in releases.values() if r.software_id == software_id and r.id != old.release_id
    )
    before = read_advice(desk, software_id).facts.trials
    with desk.database.write("try") as work:
        row = {"department_id": old.department_id, "revision_id": old.revision_id}
        work.add(
            schema.verification,
            [{**row, "id": work.new_id(), "release_id": later, "result": "failed", "who": "X",
              "valid_on": TODAY}],
        )  # fmt: skip
    after = read_advice(desk, software_id)
    assert after.facts.trials.failed == before.failed + 1
    assert after.facts.trials.broken == before.broken + 1
    assert "update_broke" in {reason.code for reason in after.on(Side.AGAINST)}


def typed(verdict: Verdict = Verdict.PRESS, needs: str = "", who: str = "M. Aubry") -> TypedAdvice:
    return TypedAdvice(verdict, needs, "", who)


def test_what_users_say_is_kept_replaced_and_undone(desk: Desk) -> None:
    software_id = program(desk)
    saved = write_advice(desk, software_id, typed(needs="  Une étiquette de secours  "))
    assert saved.kinds == {Kind.ADVICE}
    given = read_advice(desk, software_id).given
    assert (given.verdict, given.needs) == (Verdict.PRESS, "Une étiquette de secours")
    assert given.given_on == TODAY
    write_advice(desk, software_id, typed(Verdict.KEEP))
    assert read_advice(desk, software_id).given.verdict is Verdict.KEEP
    assert write_advice(desk, software_id, typed(Verdict.KEEP)).kinds == frozenset()
    undo(desk)
    assert read_advice(desk, software_id).given.verdict is Verdict.PRESS
    undo(desk)
    assert read_advice(desk, software_id).given.verdict is Verdict.OPEN


@pytest.mark.parametrize(
    "wrong",
    [
        typed(Verdict.OPEN, "  "),
        typed(who=" "),
        typed(needs="x" * 20_001),
        typed(who="x" * 301),
    ],
)
def test_advice_of_nothing_by_nobody_or_without_end_is_refused(
    desk: Desk, wrong: TypedAdvice
) -> None:
    with pytest.raises(RefusedInput):
        write_advice(desk, program(desk), wrong)
    assert read_advice(desk, program(desk)).given.verdict is Verdict.OPEN


def test_advice_on_software_that_is_gone_is_refused(desk: Desk) -> None:
    for ask in (
        lambda: read_advice(desk, "gone"),
        lambda: write_advice(desk, "gone", typed()),
    ):
        with pytest.raises(NotFound):
            ask()


def test_a_group_sees_which_version_runs_in_which_establishment(desk: Desk) -> None:
    spread = [advice for advice in list_advice(desk) if advice.facts.usage.establishments > 1]
    assert spread
    for advice in spread:
        sites = read_sites(desk, advice.facts.software_id)
        assert len(sites) == advice.facts.usage.establishments
        assert sum(site.departments for site in sites) == advice.facts.usage.departments
    (one,) = read_sites(desk, program(desk))
    assert (one.version, one.since) == ("9.5", TODAY - timedelta(days=38))
