from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from referent_desk.domain.changes import Kind
from referent_desk.domain.coverage import uses_of
from referent_desk.domain.means import split_names
from referent_desk.domain.means_tasks import means_tasks
from referent_desk.domain.records import Record, RecordKind
from referent_desk.domain.sheets import ProcedureBody
from referent_desk.errors import NotFound, RefusedField, RefusedInput
from referent_desk.language import language, speak
from referent_desk.storage import schema
from referent_desk.storage.means import domains_by_code, reach_of
from referent_desk.storage.procedures import coverage_facts
from referent_desk.usecases.binder_contents import Composer, read_binder_facts
from referent_desk.usecases.checks import check
from referent_desk.usecases.departments import find_department
from referent_desk.usecases.desks import Desk
from referent_desk.usecases.means import add_usual_means, means_facts, ward_means
from referent_desk.usecases.records import (
    add_record,
    close_record,
    edit_field,
    list_all,
    list_links,
    list_records,
    read_record,
    reopen_record,
)
from referent_desk.usecases.undoing import redo, undo
from tests import hostile
from tests.usecases.homes import bare_desk, demo_desk

K = RecordKind


@pytest.fixture(autouse=True)
def _french() -> None:
    speak("fr")


@pytest.fixture
def demo(tmp_path: Path) -> Iterator[Desk]:
    desk = demo_desk(tmp_path)
    yield desk
    assert check(desk).faults == ()
    desk.close()


@pytest.fixture
def bare(tmp_path: Path) -> Iterator[Desk]:
    desk = bare_desk(tmp_path)
    yield desk
    desk.close()


def ward(desk: Desk) -> str:
    return find_department(desk, "CAR").id


def domain(desk: Desk, name: str) -> Record:
    return next(one for one in list_all(desk, K.FAILURE_DOMAIN) if one.name == name)


def means(desk: Desk, name: str) -> Record:
    found = list_records(desk, K.MEANS, "node_id", ward(desk))
    return next(one for one in found if one.name == name)


def leans_on(desk: Desk, record: Record) -> str:
    link = read_record(desk, record.kind, record.id).links.get("leans_on")
    return link.name if link is not None else ""


def bodies(desk: Desk) -> dict[str, ProcedureBody]:
    """The procedure sheets of all departments as they would be printed now."""
    found = {}
    today = desk.clock.today()
    with desk.database.read() as connection:
        for department_id in connection.scalars(
            schema.binder.select().with_only_columns(schema.binder.c.department_id)
        ).all():
            facts = read_binder_facts(connection, department_id, "fr", today)
            for draft in Composer(facts, language("fr"), today).procedures():
                if isinstance(draft.body, ProcedureBody):
                    found[f"{facts.node.name} {draft.body.function} {draft.body.software}"] = (
                        draft.body
                    )
    return found


def test_a_home_begins_with_what_can_fail_and_what_fails_with_it(bare: Desk) -> None:
    assert leans_on(bare, domain(bare, "serveur d’impression")) == (
        "réseau, annuaire et ouverture de session"
    )
    speak("en")
    assert leans_on(bare, domain(bare, "print server")) == "network, directory and login"


def test_a_home_of_an_older_version_gets_what_can_fail_when_it_is_opened(tmp_path: Path) -> None:
    desk = bare_desk(tmp_path)
    with desk.database.write("forget") as work:
        for table in (schema.domain_dependency, schema.failure_domain):
            work.remove(
                table, list(work.connection.scalars(table.select().with_only_columns(table.c.id)))
            )
    desk.close()
    again = bare_desk_at(desk)
    with again.database.read() as connection:
        assert {"network", "power", "ip_telephony"} <= domains_by_code(connection).keys()
    assert check(again).faults == ()
    again.close()


def bare_desk_at(desk: Desk) -> Desk:
    from referent_desk.usecases.desks import open_desk

    return open_desk(desk.home, desk.clock)


def test_who_edits_a_means_changes_the_sheets_that_print_it_and_no_others(demo: Desk) -> None:
    before = bodies(demo)
    power = domain(demo, "électricité").id
    edit_field(demo, K.MEANS, means(demo, "téléphone rouge").id, "leans_on", power)
    changed = {name for name, body in bodies(demo).items() if body != before[name]}
    naming = {
        name
        for name, body in before.items()
        if any(need.name == "téléphone rouge" and not need.is_unknown for need in body.needs)
    }
    assert changed == naming != set()


def test_a_means_without_a_step_that_names_it_changes_no_sheet(demo: Desk) -> None:
    before = bodies(demo)
    close_record(demo, K.MEANS, means(demo, "imprimante USB").id)
    assert bodies(demo) == before


def test_a_means_that_was_taken_away_is_said_to_be_unknown_until_it_comes_back(demo: Desk) -> None:
    phone = means(demo, "téléphone rouge")
    saved = close_record(demo, K.MEANS, phone.id)
    assert saved.kinds == {Kind.MEANS}
    [unknown] = ward_means(demo, ward(demo)).unknown
    assert unknown.name == "téléphone rouge"
    assert unknown.named.steps == 1
    assert unknown.named.titles == ("Prescription des médicaments en cardiologie",)
    here = ward(demo)
    with demo.database.read() as connection:
        coverage = coverage_facts(connection, here, demo.clock.today())
        facts = means_facts(connection, coverage, uses_of(coverage, demo.clock.today()))
    assert ("means_unknown", ("téléphone rouge",)) in {
        (task.code, task.names) for task in means_tasks(facts, demo.clock.today())
    }
    [printed] = {
        need for body in bodies(demo).values() for need in body.needs if need.is_unknown
        and need.name == "téléphone rouge"
    }  # fmt: skip
    assert printed.or_else
    undo(demo)
    assert ward_means(demo, ward(demo)).unknown == ()
    redo(demo)
    reopen_record(demo, K.MEANS, phone.id)
    assert ward_means(demo, ward(demo)).unknown == ()


def test_the_nearest_means_of_a_name_holds(demo: Desk) -> None:
    """The ward gets a telephone of its own by the name of that of the hospital."""
    typed = {"node_id": ward(demo), "kind": "telephone", "name": "Téléphone FIXE"}
    analogue = domain(demo, "téléphonie analogique").id
    add_record(demo, K.MEANS, {**typed, "leans_on": analogue})
    upper = {one.name for one in ward_means(demo, ward(demo)).upper}
    assert "téléphone fixe" not in upper
    needs = {n for b in bodies(demo).values() for n in b.needs if "éléphone" in n.name}
    assert {n.leans_on for n in needs if n.name == "Téléphone FIXE"} == {("téléphonie analogique",)}
    assert {n.leans_on for n in needs if n.name == "téléphone fixe"} >= {("téléphonie IP",)}


@pytest.mark.parametrize("name", ["imprimante usb", "IMPRIMANTE  USB", "Imprimanté USB"])
def test_one_name_leads_to_one_means_in_a_ward(demo: Desk, name: str) -> None:
    typed = {"node_id": ward(demo), "kind": "printer", "name": name}
    with pytest.raises(RefusedField) as refused:
        add_record(demo, K.MEANS, typed)
    assert (refused.value.field, refused.value.code) == ("name", "taken")
    close_record(demo, K.MEANS, means(demo, "imprimante USB").id)
    added = add_record(demo, K.MEANS, typed)
    assert read_record(demo, K.MEANS, added.id).name == " ".join(name.split())


def test_what_is_ticked_is_what_it_leans_on(demo: Desk) -> None:
    printer = means(demo, "imprimante USB")
    ids = [domain(demo, name).id for name in ("réseau", "électricité", "Wi-Fi")]
    edit_field(demo, K.MEANS, printer.id, "leans_on", " ".join(ids))
    assert leans_on(demo, printer) == "électricité, réseau, Wi-Fi"
    edit_field(demo, K.MEANS, printer.id, "leans_on", ids[0])
    assert leans_on(demo, printer) == "réseau"
    edit_field(demo, K.MEANS, printer.id, "leans_on", "")
    assert leans_on(demo, printer) == ""
    undo(demo)
    undo(demo)
    assert leans_on(demo, printer) == "électricité, réseau, Wi-Fi"
    with pytest.raises(RefusedField):
        edit_field(demo, K.MEANS, printer.id, "leans_on", f"{ids[0]} nowhere")


def test_a_means_falls_with_the_software_it_is_made_by_and_that_where_it_runs(demo: Desk) -> None:
    """The domain of a software is made on first use."""
    printer = means(demo, "imprimante USB")
    links = {link.name: link.id for link in list_links(demo, "software", "Dossier")}
    edit_field(demo, K.MEANS, printer.id, "software_id", links["Dossier+"])
    assert leans_on(demo, printer) == "électricité, Dossier+"
    assert leans_on(demo, domain(demo, "Dossier+")) != ""
    edit_field(demo, K.MEANS, printer.id, "leans_on", "")
    assert leans_on(demo, printer) == "Dossier+"
    edit_field(demo, K.MEANS, printer.id, "software_id", "")
    assert leans_on(demo, printer) == ""
    with pytest.raises(RefusedField, match="logiciel"):
        edit_field(demo, K.FAILURE_DOMAIN, domain(demo, "Dossier+").id, "name", "Autre")


def test_what_can_fail_may_be_added_and_renamed_and_is_told_in_both_languages(demo: Desk) -> None:
    network = domain(demo, "réseau")
    added = add_record(demo, K.FAILURE_DOMAIN, {"name": "badgeuse", "leans_on": network.id})
    assert leans_on(demo, domain(demo, "badgeuse")) == "réseau"
    for name in ("Badgeuse", "RESEAU", "network"):
        with pytest.raises(RefusedField):
            add_record(demo, K.FAILURE_DOMAIN, {"name": name})
    edit_field(demo, K.FAILURE_DOMAIN, added.id, "name", "Pointeuse")
    speak("en")
    assert read_record(demo, K.FAILURE_DOMAIN, added.id).name == "Pointeuse"


def test_what_something_leans_on_is_not_taken_out(demo: Desk) -> None:
    """What leans on it would seem to stand whatever happens."""
    mobile = domain(demo, "réseau mobile")
    with pytest.raises(RefusedInput, match="mobile de crise"):
        close_record(demo, K.FAILURE_DOMAIN, mobile.id)
    wifi = domain(demo, "Wi-Fi")
    close_record(demo, K.FAILURE_DOMAIN, wifi.id)
    assert wifi.id not in {one.id for one in list_all(demo, K.FAILURE_DOMAIN)}
    reopen_record(demo, K.FAILURE_DOMAIN, wifi.id)
    assert leans_on(demo, wifi) == "réseau"


def test_usual_means_are_offered_until_they_are_kept(bare: Desk) -> None:
    [here, *_others] = [link.id for link in list_links(bare, "department", "Cardiologie")]
    offered = ward_means(bare, here).usual
    assert {"imprimante USB", "téléphone fixe", "coursier"} <= set(offered)
    numbered = [name for name in offered if any(letter.isdigit() for letter in name)]
    assert numbered == [], "a number of another hospital would stand on the sheet"
    add_usual_means(bare, here, "imprimante réseau")
    now = ward_means(bare, here)
    assert set(offered) - set(now.usual) == {"imprimante réseau"}
    [row] = now.own
    assert leans_on(bare, row.record) == "serveur d’impression"
    undo(bare)
    assert ward_means(bare, here).own == ()
    with pytest.raises(NotFound):
        add_usual_means(bare, here, "machine à café")


def test_means_of_the_hospital_are_counted_over_all_that_stands_below(demo: Desk) -> None:
    site = next(place for place in ward_means(demo, ward(demo)).places if "Val-Clair" in place[1])
    own = {row.record.name: row.named.steps for row in ward_means(demo, site[0]).own}
    alone = {one.name: one.named.steps for one in ward_means(demo, ward(demo)).upper}
    assert own["téléphone fixe"] > alone["téléphone fixe"] > 0
    with pytest.raises(NotFound):
        ward_means(demo, "nowhere")


@pytest.mark.parametrize("text", hostile.SHORT)
def test_whatever_a_means_is_called_is_found_by_its_name(bare: Desk, text: str) -> None:
    [here, *_others] = [link.id for link in list_links(bare, "department", "Cardiologie")]
    typed = {"node_id": here, "kind": "other", "name": text, "place": text, "note": text}
    added = add_record(bare, K.MEANS, typed)
    assert ward_means(bare, here).own[0].record == read_record(bare, K.MEANS, added.id)
    with bare.database.read() as connection:
        reach = reach_of(connection, [here])
    assert [known.id for known in map(reach.named, split_names(text, [text])) if known] == [
        added.id
    ]
