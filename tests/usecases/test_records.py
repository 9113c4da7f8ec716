from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from referent_desk.clock import FixedClock
from referent_desk.domain.changes import Kind
from referent_desk.domain.deeds import Deed, Saved, Verb
from referent_desk.domain.records import FIELDS, FieldKind, RecordField, RecordKind
from referent_desk.errors import Busy, DeskError, NotFound, RefusedField, RefusedInput
from referent_desk.home import Home
from referent_desk.storage import schema
from referent_desk.usecases.checks import check
from referent_desk.usecases.desks import Desk, open_desk
from referent_desk.usecases.records import (
    add_record,
    close_record,
    edit_field,
    list_links,
    list_records,
    read_record,
    reopen_record,
)
from tests import hostile
from tests.storage.children import answer_of, without_room
from tests.usecases.homes import CLOCK, bare_desk, demo_desk

K = RecordKind
EVERY_FIELD = [
    pytest.param(kind, field, id=f"{kind}.{field.name}")
    for kind, fields in FIELDS.items()
    for field in fields
]


@pytest.fixture
def bare(tmp_path: Path) -> Iterator[Desk]:
    desk = bare_desk(tmp_path)
    yield desk
    desk.close()


@pytest.fixture(scope="module")
def shared(module_path: Path) -> Iterator[Desk]:
    """One home for texts that are refused or edited back and forth; it is sound after all."""
    desk = bare_desk(module_path)
    yield desk
    assert check(desk).faults == ()
    desk.close()


def link(desk: Desk, to: str, text: str, detail: str = "") -> str:
    return next(found.id for found in list_links(desk, to, text) if detail in found.detail)


def cardiology(desk: Desk, site: str = "Nord") -> str:
    return link(desk, "department", "Cardiologie", site)


def software(desk: Desk, name: str = "Dossier+") -> str:
    found = list_links(desk, "software", name)
    return found[0].id if found else add_record(desk, K.SOFTWARE, {"name": name}).id


def person(desk: Desk, name: str = "Aubry") -> str:
    found = list_links(desk, "person", name)
    return found[0].id if found else add_record(desk, K.PERSON, {"last_name": name}).id


def appointment(desk: Desk) -> str:
    found = list_records(desk, K.APPOINTMENT, "department_id", cardiology(desk))
    return found[0].id if found else make(desk, K.APPOINTMENT)


def typed_for(desk: Desk, kind: RecordKind) -> dict[str, str]:
    """The least that makes a record of the kind."""
    return {
        name: typed if isinstance(typed, str) else typed(desk)
        for name, typed in LEAST[kind].items()
    }


LEAST: Mapping[RecordKind, Mapping[str, str | Callable[[Desk], str]]] = {
    K.NODE: {"name": "Secrétariat", "kind": "unit", "parent_id": cardiology},
    K.SOFTWARE: {"name": "Nouveau logiciel"},
    K.RELEASE: {"software_id": software, "version": "7.1"},
    K.DEPLOYMENT: {"department_id": cardiology, "software_id": software},
    K.PERSON: {"last_name": "Moreau"},
    K.APPOINTMENT: {
        "person_id": person,
        "department_id": cardiology,
        "kind": "software",
        "rank": "main",
    },
    K.PROPOSAL: {
        "person_id": person,
        "department_id": cardiology,
        "kind": "security",
        "rank": "main",
    },
    K.OBJECTIVE: {
        "appointment_id": appointment,
        "what": "Former deux collègues",
        "due_on": "01/03/2027",
    },
    K.DIRECTORY_ENTRY: {"owner_id": cardiology, "label": "Laboratoire"},
    K.LOCAL_VALUE: {"department_id": cardiology, "name": "imprimante"},
    K.COPY: {"department_id": cardiology, "place": "Salle de staff"},
    K.PRINTER: {"department_id": cardiology, "name": "Imprimante du poste"},
    K.MEANS: {"node_id": cardiology, "name": "ligne 8800", "kind": "telephone"},
    K.FAILURE_DOMAIN: {"name": "badgeuse"},
    K.MAINTENANCE: {
        "software_id": software,
        "node_id": cardiology,
        "planned_on": "09/12/2026",
    },
    K.ACTION: {"department_id": cardiology, "what": "Marquer l’imprimante"},
    K.TIP: {"software_id": software, "title": "Imprimer une étiquette"},
    K.TICKET: {"department_id": cardiology, "what": "Étiquettes blanches", "addressee": "it"},
    K.HANDOVER: {"department_id": cardiology, "leaving_id": person},
}


def make(desk: Desk, record_kind: RecordKind, /, **typed: str) -> str:
    return add_record(desk, record_kind, {**typed_for(desk, record_kind), **typed}).id


@pytest.mark.parametrize("kind", list(RecordKind))
def test_a_record_is_added_and_reads_as_it_was_typed(bare: Desk, kind: RecordKind) -> None:
    typed = typed_for(bare, kind)
    saved = add_record(bare, kind, typed)
    record = read_record(bare, kind, saved.id)
    assert {name: record.values[name] for name in typed} == typed
    assert set(record.links) == {n for n in typed if n.endswith("_id")}
    assert record.closed_on is None
    assert saved.undo is not None
    assert (saved.undo.verb, saved.undo.what) == (Verb.ADDED, kind)
    assert saved.kinds
    assert check(bare).faults == ()


FULL: Mapping[RecordKind, Mapping[str, str]] = {
    K.NODE: {
        "name": "Consultations",
        "code": "0777",
        "finess": "260000047",
        "place": "2e étage",
        "beds": "14",
        "telephone": "04 75 00 00 00",
        "opening_hours": "1-5 08:00-18:00",
    },
    K.SOFTWARE: {
        "name": "Autre nom",
        "vendor": "Éditeur A",
        "criticality": "2",
        "status": "being_replaced",
        "hosting": "vendor",
        "support_contact": "01 02 03 04 05",
        "it_owner": "M. Roux",
        "tolerated_interruption": "1 h 30",
        "recovery_time": "4 h",
        "recovery_point": "2 j",
    },
    K.RELEASE: {"version": "8"},
    K.DEPLOYMENT: {
        "criticality": "1",
        "tolerated_outage": "30 min",
        "users": "40",
        "since": "01/02/2025",
        "until": "01/02/2027",
    },
    K.PERSON: {
        "last_name": "Petit",
        "first_name": "Ada",
        "role": "AMA",
        "telephone": "4100",
        "working_hours": "1-5 09:00-17:00",
        "left_on": "01/02/2027",
    },
    K.APPOINTMENT: {
        "kind": "security",
        "rank": "deputy",
        "since": "01/02/2025",
        "until": "01/02/2027",
        "appointed_by": "Mme Roux",
        "volunteer": "yes",
        "minutes_a_week": "1 h 30",
        "ended_because": "mutation",
    },
    K.PROPOSAL: {
        "kind": "software",
        "rank": "deputy",
        "since": "01/02/2027",
        "until": "01/02/2028",
        "proposed_by": "Mme Roux",
        "volunteer": "no",
        "minutes_a_week": "2 h",
    },
    K.OBJECTIVE: {
        "what": "Former trois collègues",
        "due_on": "01/04/2027",
        "reached_on": "20/11/2026",
        "outcome": "deux formés",
    },
    K.DIRECTORY_ENTRY: {
        "label": "Pharmacie",
        "number": "4321",
        "heading": "Soins",
        "line_type": "dect",
        "works_without_network": "no",
        "private": "yes",
        "hours": "jour",
        "purpose": "physician",
    },
    K.LOCAL_VALUE: {"value": "HP-12"},
    K.COPY: {"place": "Poste de soins", "holder": "Ada Petit"},
    K.PRINTER: {
        "name": "Imprimante de secours",
        "place": "Poste de soins",
        "queue": "HP_3",
        "works_without_network": "yes",
        "toner_on": "03/11/2026",
        "tested_on": "04/11/2026",
        "note": "papier dans le placard",
    },
    K.MEANS: {
        "name": "téléphone rouge, au mur",
        "kind": "other",
        "place": "Poste de soins",
        "note": "sonne fort",
    },
    K.FAILURE_DOMAIN: {"name": "lecteur du parking"},
    K.MAINTENANCE: {
        "planned_on": "10/12/2026",
        "starts_at": "21:30",
        "minutes": "1 h 30",
        "note": "changement de version",
    },
    K.ACTION: {
        "what": "Marquer l’imprimante en rouge",
        "owner": "Ada Petit",
        "due_on": "10/12/2026",
        "done_on": "20/11/2026",
        "outcome": "étiquette posée",
    },
    K.TIP: {"title": "Imprimer deux étiquettes", "text": "Choisir l’imprimante\nValider"},
    K.HANDOVER: {
        "last_day": "12/12/2026",
        "password_place": "Coffre du cadre",
        "note": "Demander la clé\nà l’accueil",
    },
    K.TICKET: {
        "what": "Étiquettes grises",
        "addressee": "vendor",
        "tried": "Rouleau changé\nPoste redémarré",
        "begun": "ce matin",
        "concerned": "6",
        "stops_work": "no",
        "who": "Ada Petit",
        "callback": "Ada Petit, 4312",
        "handed_on": "12/11/2026",
        "reference": "DSI-12",
        "settled_on": "20/11/2026",
        "outcome": "imprimante remplacée",
    },
}


@pytest.mark.parametrize("kind", list(RecordKind))
def test_every_field_is_edited_one_by_one_each_in_words_of_its_own(
    bare: Desk, kind: RecordKind
) -> None:
    record_id = make(bare, kind)
    for field, typed in FULL[kind].items():
        name = read_record(bare, kind, record_id).name
        saved = edit_field(bare, kind, record_id, field, typed)
        assert saved.undo == Deed(Verb.EDITED, kind, name, field)
        assert read_record(bare, kind, record_id).values[field] == typed
    record = read_record(bare, kind, record_id)
    assert {field: record.values[field] for field in FULL[kind]} == dict(FULL[kind])
    assert check(bare).faults == ()


def test_unchanged_is_not_written(bare: Desk) -> None:
    record_id = make(bare, K.PERSON)
    before = len(bare.history.to_undo)
    assert edit_field(bare, K.PERSON, record_id, "last_name", "Moreau ").kinds == frozenset()
    assert edit_field(bare, K.PERSON, record_id, "role", "  ").kinds == frozenset()
    assert len(bare.history.to_undo) == before


def test_what_is_found_by_its_name_is_found_by_its_new_name(bare: Desk) -> None:
    person_id = make(bare, K.PERSON)
    edit_field(bare, K.PERSON, person_id, "last_name", "Çelik")
    assert [found.id for found in list_links(bare, "person", "celik")] == [person_id]
    assert list_links(bare, "person", "moreau") == ()
    software_id = make(bare, K.SOFTWARE, vendor="Œuvre Santé")
    assert [found.id for found in list_links(bare, "software", "oeuvre")] == [software_id]


def test_pickers_find_half_words_and_tell_namesakes_apart(bare: Desk) -> None:
    found = list_links(bare, "department", "ogie")
    assert {one.detail.split(" – ")[-1] for one in found} == {"Hôpital Nord", "Hôpital Sud"}
    assert list_links(bare, "department", "Dialyse") == ()
    assert list_links(bare, "node", "Hôpital Nord")[0].name == "Hôpital Nord"
    for text in (*hostile.SHORT, *hostile.TOO_LONG, "%", "_", "!"):
        assert len(list_links(bare, "node", text)) <= 20
    assert {one.detail for one in list_links(bare, "function", "prescription")} <= {"PRE", "CHI"}


HOSTILE = {
    typed: {kept, " ".join(kept.split())}
    for typed, kept in {
        **{text: text for text in (*hostile.SHORT, *hostile.TOO_LONG)},
        **hostile.CLEANED,
    }.items()
}
"""What is typed, and what it may be kept as: a line, or a text as it was."""


@pytest.mark.parametrize(("kind", "field"), EVERY_FIELD)
def test_hostile_texts_are_kept_letter_by_letter_or_refused_beside_the_field(
    shared: Desk, kind: RecordKind, field: RecordField
) -> None:
    record_id = "" if field.fixed else _one_of(shared, kind)
    least = typed_for(shared, kind) if field.fixed else {}
    for typed, allowed in HOSTILE.items():
        before = len(shared.history.to_undo)
        try:
            if field.fixed:
                record_id = add_record(shared, kind, {**least, field.name: typed}).id
            else:
                edit_field(shared, kind, record_id, field.name, typed)
        except RefusedField as refused:
            found: object = refused.field
            assert len(shared.history.to_undo) == before
        else:
            found = read_record(shared, kind, record_id).values[field.name]
            if field.kind is FieldKind.TEXT:  # keeps its lines and its blanks
                found = " ".join(str(found).split())
        assert found in {field.name, *allowed}


def _one_of(desk: Desk, kind: RecordKind) -> str:
    """A record typed in these tests, the same for all of them."""
    with desk.database.read() as connection:
        table = schema.metadata.tables[kind.value]
        named = connection.execute(table.select()).mappings().all()
    own = {str(done.id) for done in desk.history.to_undo}
    return next((row["id"] for row in named if row["id"] in own), "") or make(desk, kind)


@pytest.mark.parametrize("kind", list(RecordKind))
def test_what_is_required_is_asked_for(bare: Desk, kind: RecordKind) -> None:
    typed = typed_for(bare, kind)
    for field in FIELDS[kind]:
        if field.required:
            with pytest.raises(RefusedField) as refused:
                add_record(bare, kind, {**typed, field.name: " "})
            assert (refused.value.field, refused.value.code) == (field.name, "empty")
            assert refused.value.what_to_do


@pytest.mark.parametrize("kind", list(RecordKind))
def test_a_link_to_what_is_not_there_is_refused(bare: Desk, kind: RecordKind) -> None:
    typed = typed_for(bare, kind)
    for field in FIELDS[kind]:
        if field.kind is FieldKind.LINK:
            with pytest.raises(RefusedField) as refused:
                add_record(bare, kind, {**typed, field.name: "0" * 36})
            assert (refused.value.field, refused.value.code) == (field.name, "unknown_link")


def refusal(code: str, field: str) -> pytest.RaisesExc[RefusedField]:
    return pytest.RaisesExc(
        RefusedField, check=lambda error: (error.code, error.field) == (code, field)
    )


def test_two_departments_do_not_become_each_others_parent(bare: Desk) -> None:
    upper = make(bare, K.NODE, name="Médecine", kind="department", parent_id=pole(bare))
    lower = make(bare, K.NODE, name="Unité 1", kind="unit", parent_id=upper)
    for place in (lower, upper):
        with refusal("below_itself", "parent_id"):
            edit_field(bare, K.NODE, upper, "parent_id", place)
    assert read_record(bare, K.NODE, upper).values["parent_id"] == pole(bare)


def pole(desk: Desk, site: str = "Nord") -> str:
    return link(desk, "node", f"Pôle {site}")


def test_a_node_stands_below_one_of_a_higher_level_only(bare: Desk) -> None:
    unit = make(bare, K.NODE)
    department = cardiology(bare)
    with refusal("wrong_level", "parent_id"):
        make(bare, K.NODE, name="Autre", kind="department")
    with refusal("wrong_level", "parent_id"):
        edit_field(bare, K.NODE, pole(bare), "parent_id", cardiology(bare, "Sud"))
    with refusal("wrong_level", "kind"):
        edit_field(bare, K.NODE, department, "kind", "unit")
    with refusal("empty", "parent_id"):
        edit_field(bare, K.NODE, unit, "parent_id", "")
    with refusal("empty", "parent_id"):
        add_record(bare, K.NODE, {"name": "Seul", "kind": "department"})
    moved = edit_field(bare, K.NODE, unit, "parent_id", cardiology(bare, "Sud"))
    assert moved.undo == Deed(Verb.MOVED, K.NODE, "Secrétariat", "parent_id")
    assert add_record(bare, K.NODE, {"name": "Hôpital Est", "kind": "establishment"}).id


def test_a_code_is_used_once_within_an_establishment(bare: Desk) -> None:
    unit = make(bare, K.NODE, code="A1")
    with refusal("taken", "code"):
        make(bare, K.NODE, name="Autre", code="a1")
    with refusal("taken", "code"):
        edit_field(bare, K.NODE, unit, "code", "0412")
    other = make(bare, K.NODE, name="Ailleurs", code="A1", parent_id=cardiology(bare, "Sud"))
    with refusal("taken", "parent_id"):
        edit_field(bare, K.NODE, other, "parent_id", cardiology(bare))
    assert edit_field(bare, K.NODE, unit, "code", "0999").kinds == {Kind.DEPARTMENTS}
    assert "0999" in read_record(bare, K.NODE, unit).values["code"]


def test_a_node_with_open_parts_is_not_closed_and_one_below_a_closed_one_not_opened(
    bare: Desk,
) -> None:
    unit, department = make(bare, K.NODE), cardiology(bare)
    assert not read_record(bare, K.NODE, department).can_close
    with pytest.raises(RefusedInput, match="1 part of Cardiologie is still open"):
        close_record(bare, K.NODE, department)
    close_record(bare, K.NODE, unit)
    close_record(bare, K.NODE, department)
    assert read_record(bare, K.NODE, department).closed_on == CLOCK.today()
    with refusal("closed_parent", "parent_id"):
        reopen_record(bare, K.NODE, unit)
    reopen_record(bare, K.NODE, department)
    reopen_record(bare, K.NODE, unit)
    assert read_record(bare, K.NODE, unit).closed_on is None


@pytest.mark.parametrize("spelling", ["Dossier+", "DOSSIER +", "dossier-+", "Dôssier+"])
def test_a_software_is_known_in_any_spelling(bare: Desk, spelling: str) -> None:
    software(bare)
    with pytest.raises(RefusedField, match="“Dossier\\+” exists already"):
        add_record(bare, K.SOFTWARE, {"name": spelling})


def test_a_software_may_be_written_otherwise_and_an_alias_of_another_is_taken(bare: Desk) -> None:
    one, other = software(bare), software(bare, "Autre")
    with bare.database.write("alias") as work:
        row = {"id": work.new_id(), "software_id": one, "name": "D+", "spelling": "d+"}
        work.add(schema.software_alias, [row])
    assert edit_field(bare, K.SOFTWARE, one, "name", "DOSSIER+").kinds
    with refusal("taken", "name"):
        edit_field(bare, K.SOFTWARE, other, "name", "d +")
    with refusal("no_letter", "name"):
        add_record(bare, K.SOFTWARE, {"name": "<>"})
    with refusal("no_letter", "vendor"):
        edit_field(bare, K.SOFTWARE, other, "vendor", "---")


def test_a_vendor_is_added_found_by_its_spelling_and_renamed(bare: Desk) -> None:
    one = make(bare, K.SOFTWARE, name="Un", vendor="Soft Santé")
    two = make(bare, K.SOFTWARE, name="Deux", vendor="SOFT SANTE")
    assert read_record(bare, K.SOFTWARE, two).values["vendor"] == "Soft Santé"
    edit_field(bare, K.SOFTWARE, two, "vendor", "SoftSanté")
    assert read_record(bare, K.SOFTWARE, one).values["vendor"] == "SoftSanté"
    assert {found.id for found in list_links(bare, "software", "softsante")} == {one, two}
    edit_field(bare, K.SOFTWARE, two, "vendor", "")
    assert read_record(bare, K.SOFTWARE, two).values["vendor"] == ""


def test_software_is_not_replaced_by_itself_in_the_end(bare: Desk) -> None:
    one, two, three = (software(bare, name) for name in ("Un", "Deux", "Trois"))
    edit_field(bare, K.SOFTWARE, one, "replaced_by_id", two)
    edit_field(bare, K.SOFTWARE, two, "replaced_by_id", three)
    for successor in (one, three):
        with refusal("circle", "replaced_by_id"):
            edit_field(bare, K.SOFTWARE, three, "replaced_by_id", successor)


def test_software_that_is_used_is_not_closed(bare: Desk) -> None:
    use, software_id = make(bare, K.DEPLOYMENT), software(bare)
    with pytest.raises(RefusedInput, match="still used in 1 department"):
        close_record(bare, K.SOFTWARE, software_id)
    close_record(bare, K.DEPLOYMENT, use)
    assert read_record(bare, K.DEPLOYMENT, use).values["until"] == "22/11/2026"
    close_record(bare, K.SOFTWARE, software_id)
    assert list_links(bare, "software", "Dossier") == ()


def test_a_version_goes_live_in_an_establishment_on_a_day(bare: Desk) -> None:
    north, day = link(bare, "establishment", "Nord"), "01/02/2026"
    with refusal("incomplete", "live_on"):
        make(bare, K.RELEASE, establishment_id=north)
    with refusal("incomplete", "establishment_id"):
        make(bare, K.RELEASE, live_on=day)
    with refusal("unknown_link", "establishment_id"):
        make(bare, K.RELEASE, establishment_id=cardiology(bare), live_on=day)
    known = make(bare, K.RELEASE)
    with refusal("taken", "version"):
        make(bare, K.RELEASE)
    assert make(bare, K.RELEASE, establishment_id=north, live_on=day) == known
    with refusal("taken", "version"):
        make(bare, K.RELEASE, establishment_id=north, live_on=day)
    record = read_record(bare, K.RELEASE, known)
    assert (record.name, record.values["live_on"]) == ("Dossier+ 7.1", day)
    assert record.links["establishment_id"].name == "Hôpital Nord"
    assert not record.can_close
    with pytest.raises(RefusedInput, match="not closed"):
        close_record(bare, K.RELEASE, known)


def test_a_software_is_used_once_for_a_function_at_a_time(bare: Desk) -> None:
    pre, lab = (link(bare, "function", code) for code in ("prescription", "laboratoire"))
    one = make(bare, K.DEPLOYMENT, function_id=pre)
    with refusal("open_twice", "function_id"):
        make(bare, K.DEPLOYMENT, function_id=pre)
    two = make(bare, K.DEPLOYMENT, function_id=lab)
    with refusal("open_twice", "function_id"):
        edit_field(bare, K.DEPLOYMENT, two, "function_id", pre)
    close_record(bare, K.DEPLOYMENT, one)
    edit_field(bare, K.DEPLOYMENT, two, "function_id", pre)
    with refusal("open_twice", "until"):
        reopen_record(bare, K.DEPLOYMENT, one)
    before = make(bare, K.DEPLOYMENT, function_id=pre, since="01/01/2020", until="01/01/2021")
    with refusal("until_before_since", "until"):
        edit_field(bare, K.DEPLOYMENT, before, "until", "01/01/2019")
    with refusal("until_before_since", "since"):
        edit_field(bare, K.DEPLOYMENT, before, "since", "01/01/2022")


def test_nobody_is_appointed_to_the_same_twice_at_a_time(bare: Desk) -> None:
    one = make(bare, K.APPOINTMENT, since="01/01/2025", until="31/12/2025")
    with refusal("overlaps", "since"):
        make(bare, K.APPOINTMENT, since="31/12/2025")
    later = make(bare, K.APPOINTMENT, since="01/01/2026")
    with refusal("overlaps", "since"):
        edit_field(bare, K.APPOINTMENT, later, "since", "01/06/2025")
    with refusal("overlaps", "until"):
        reopen_record(bare, K.APPOINTMENT, one)
    assert make(bare, K.APPOINTMENT, rank="deputy")
    assert make(bare, K.APPOINTMENT, software_id=software(bare))


def test_what_broke_a_rule_before_hinders_no_other_edit(bare: Desk) -> None:
    use = make(bare, K.DEPLOYMENT, since="01/01/2025")
    with bare.database.write("import") as work:
        work.change(schema.deployment, use, {"until": date(2024, 1, 1)})
    edit_field(bare, K.DEPLOYMENT, use, "users", "12")
    assert read_record(bare, K.DEPLOYMENT, use).values["users"] == "12"


def test_a_local_value_said_again_takes_the_place_of_the_first(bare: Desk) -> None:
    one = make(bare, K.LOCAL_VALUE, value="HP-12")
    assert make(bare, K.LOCAL_VALUE, value="HP-13") == one
    with refusal("braces", "name"):
        make(bare, K.LOCAL_VALUE, name="une {valeur}")
    with refusal("too_long", "name"):
        make(bare, K.LOCAL_VALUE, name="x" * 81)
    close_record(bare, K.LOCAL_VALUE, one)
    record = read_record(bare, K.LOCAL_VALUE, one)
    assert (record.values["value"], record.can_close) == ("", False)


def test_the_first_copy_makes_the_binder_and_numbers_are_not_given_twice(bare: Desk) -> None:
    numbers = []
    for _turn in range(3):
        copy = make(bare, K.COPY)
        numbers.append(read_record(bare, K.COPY, copy).name)
        close_record(bare, K.COPY, copy)
    assert numbers == ["1", "2", "3"]
    assert list_records(bare, K.COPY, "department_id", cardiology(bare)) == ()
    every = list_records(bare, K.COPY, "department_id", cardiology(bare), closed=True)
    assert [record.name for record in every] == numbers


def test_entries_stand_in_the_order_in_which_they_were_added(bare: Desk) -> None:
    labels = ["Standard", "Pharmacie", "Astreinte"]
    for label in labels:
        make(bare, K.DIRECTORY_ENTRY, label=label)
    found = list_records(bare, K.DIRECTORY_ENTRY, "owner_id", cardiology(bare))
    assert [record.name for record in found] == labels


def test_somebody_who_left_is_no_choice_any_more_but_still_named(bare: Desk) -> None:
    appointment = make(bare, K.APPOINTMENT)
    close_record(bare, K.PERSON, person(bare))
    assert list_links(bare, "person", "Aubry") == ()
    assert read_record(bare, K.APPOINTMENT, appointment).links["person_id"].name == "Aubry"


def test_what_is_said_when_a_record_is_made_is_never_edited(bare: Desk) -> None:
    with pytest.raises(ValueError, match="is said when the record is made"):
        edit_field(bare, K.COPY, make(bare, K.COPY), "department_id", "x")


def test_what_is_not_there_any_more_is_said(bare: Desk) -> None:
    for ask in (read_record, close_record, reopen_record):
        with pytest.raises(NotFound):
            ask(bare, K.PERSON, "0" * 36)


def test_what_was_typed_is_not_overwritten_by_an_import(bare: Desk) -> None:
    record_id = make(bare, K.PERSON, telephone="4100")
    with bare.database.read() as connection:
        row = connection.execute(
            schema.person.select().where(schema.person.c.id == record_id)
        ).one()
    assert row.origin == "hand"


def test_two_desks_on_one_home_the_second_reads_and_says_who_writes(bare: Desk) -> None:
    record_id = make(bare, K.PERSON)
    second = open_desk(bare.home, CLOCK)
    assert read_record(second, K.PERSON, record_id).name == "Moreau"
    writes: tuple[Callable[[], Saved], ...] = (
        lambda: add_record(second, K.PERSON, {"last_name": "X"}),
        lambda: edit_field(second, K.PERSON, record_id, "role", "AMA"),
        lambda: close_record(second, K.PERSON, record_id),
        lambda: reopen_record(second, K.PERSON, record_id),
    )
    for write in writes:
        with pytest.raises(Busy, match="is writing in this home from the computer"):
            write()
    second.close()


def test_a_clock_that_was_set_back_breaks_nothing(bare: Desk) -> None:
    record_id = make(bare, K.DEPLOYMENT, since="01/01/2026")
    bare.clock = FixedClock(datetime(2001, 1, 1, tzinfo=UTC))
    bare.database.clock = bare.clock
    saved = edit_field(bare, K.DEPLOYMENT, record_id, "users", "3")
    assert saved.at.year == 2001
    close_record(bare, K.DEPLOYMENT, record_id)
    assert read_record(bare, K.DEPLOYMENT, record_id).closed_on == date(2001, 1, 1)
    assert check(bare).faults == ()


def test_a_full_disk_is_said_and_leaves_nothing_half(tmp_path: Path) -> None:
    def write() -> str:
        desk = bare_desk(tmp_path)
        without_room(desk.home.database.stat().st_size + 20_000)
        for number in range(10_000):
            add_record(desk, K.PERSON, {"last_name": "x" * 250, "role": f"{number}" * 40})
        return "never full"

    assert answer_of(write).startswith("5 ")
    desk = open_desk(Home(tmp_path / "home"), CLOCK)
    with desk.database.read() as connection:
        assert connection.execute(schema.person.select()).first() is not None
    assert check(desk).faults == ()
    desk.close()


def test_a_home_that_went_with_its_stick_is_said(bare: Desk) -> None:
    record_id = make(bare, K.PERSON)
    away = bare.home.root.with_name("away")
    bare.home.root.rename(away)
    with pytest.raises(DeskError):
        edit_field(bare, K.PERSON, record_id, "role", "AMA")
    away.rename(bare.home.root)
    assert read_record(bare, K.PERSON, record_id).values["role"] == ""
    assert check(bare).faults == ()


def test_the_records_of_the_demo_hospital_read_as_they_would_be_typed(tmp_path: Path) -> None:
    """Whatever field is left as it stands, nothing is written."""
    desk = demo_desk(tmp_path)
    for kind in RecordKind:
        with desk.database.read() as connection:
            rows = connection.execute(schema.metadata.tables[kind.value].select().limit(12)).all()
        for row in rows:
            record = read_record(desk, kind, row.id)
            for field in FIELDS[kind]:
                if not field.fixed and (kind, record.values.get("kind")) != (K.NODE, "group"):
                    edit_field(desk, kind, row.id, field.name, record.values[field.name])
    assert desk.history.to_undo == []
    desk.close()


def test_a_number_called_as_a_purpose_has_it_unless_another_line_has(bare: Desk) -> None:
    owner = cardiology(bare)

    def purpose(label: str, said: str = "") -> str:
        typed = {"owner_id": owner, "label": label, "number": "4212", "purpose": said}
        made = add_record(bare, K.DIRECTORY_ENTRY, typed)
        return read_record(bare, K.DIRECTORY_ENTRY, made.id).values["purpose"]

    assert purpose("Médecin de garde") == "physician"
    assert purpose("Médecin") == ""
    assert purpose("Astreinte DSI") == "it_on_call"
    assert purpose("Pharmacie") == ""
    assert purpose("Standard", "ward_manager") == "ward_manager"


def test_people_are_offered_by_the_beginnings_of_their_names_the_last_name_first(
    bare: Desk,
) -> None:
    names = (("TANGUY", "Gwenaëlle Anna"), ("LE GALL", "Nadège"), ("NAVARRO", "Zoé"),
             ("HANAU", "Abel"), ("ABEL-NADAL", "Rose"))  # fmt: skip
    for last, first in names:
        add_record(bare, K.PERSON, {"last_name": last, "first_name": first})
    found = [link.name for link in list_links(bare, "person", "na")]
    own = [name for name in found if any(last in name for last, _first in names)]
    assert own == [
        "Zoé NAVARRO",
        "Rose ABEL-NADAL",
        "Nadège LE GALL",
        "Abel HANAU",
        "Gwenaëlle Anna TANGUY",
    ]
