from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from referent_desk.domain.changes import Kind
from referent_desk.domain.finding import HitKind, LeadTo
from referent_desk.domain.help_given import HelpOutcome, HelpRow, HelpState, HelpView, TypedHelp
from referent_desk.domain.listings import Listing
from referent_desk.domain.records import RecordKind
from referent_desk.errors import NotFound, RefusedField, RefusedInput
from referent_desk.language import speak
from referent_desk.storage.integrity import damages
from referent_desk.usecases.demo import showcase_department
from referent_desk.usecases.desks import Desk
from referent_desk.usecases.finding import find_anywhere, lead_to
from referent_desk.usecases.help_given import (
    annul_help,
    offer_help,
    record_help,
    settle_help,
)
from referent_desk.usecases.help_lists import (
    help_entry,
    help_inventory,
    list_help,
    recurring_detail,
)
from referent_desk.usecases.records import add_record, close_record, edit_field, list_links
from referent_desk.usecases.tasks import list_tasks
from referent_desk.usecases.tickets import draft_ticket, settle_ticket, show_ticket
from referent_desk.usecases.undoing import redo, undo
from tests.usecases.homes import CLOCK, demo_desk

TODAY = CLOCK.today()


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    speak("en")
    opened = demo_desk(tmp_path)
    yield opened
    assert opened.close() is None


def software(desk: Desk) -> str:
    return list_links(desk, "software", "LaboFil")[0].id


def note(desk: Desk, asked: str, **more: object) -> str:
    typed = TypedHelp(showcase_department(desk), asked, **more)  # type: ignore[arg-type]
    return record_help(desk, typed).id


def rows(desk: Desk, view: HelpView = HelpView.JOURNAL, text: str = "") -> tuple[HelpRow, ...]:
    return list_help(desk, view, Listing(text, department_id=showcase_department(desk))).rows


def handed(desk: Desk, entry_id: str = "", **more: str) -> str:
    values = {
        "department_id": showcase_department(desk),
        "what": "Étiquettes blanches",
        "addressee": "it",
        "help_entry_id": entry_id,
        "handed_on": "12/11/2026",
    }
    return add_record(desk, RecordKind.TICKET, {**values, **more}).id


def test_a_help_is_noted_with_the_software_and_what_was_asked(desk: Desk) -> None:
    entry_id = note(desk, "  Imprimer  une étiquette ", software_id=software(desk), minutes=5)
    entry = help_entry(desk, entry_id)
    assert (entry.asked, entry.software, entry.minutes) == ("Imprimer une étiquette", "LaboFil", 5)
    assert (entry.day, entry.state) == (TODAY, HelpState.SOLVED)
    saved = record_help(desk, TypedHelp(showcase_department(desk), "Compte"))
    assert saved.kinds == {Kind.HELP}


@pytest.mark.parametrize(
    ("asked", "more", "field", "code"),
    [
        ("  ", {}, "asked", "empty"),
        ("x" * 301, {}, "asked", "too_long"),
        ("Compte", {"minutes": 1441}, "minutes", "impossible_duration"),
        ("Compte", {"day": TODAY + timedelta(days=1)}, "day", "to_come"),
        ("Dossier 12345678", {}, "asked", "patient"),
        ("Compte", {"helped": "IPP 40213"}, "helped", "patient"),
    ],
)
def test_what_cannot_be_kept_is_refused_at_its_field(
    desk: Desk, asked: str, more: dict[str, object], field: str, code: str
) -> None:
    with pytest.raises(RefusedField) as refused:
        note(desk, asked, **more)
    assert (refused.value.field, refused.value.code) == (field, code)
    assert rows(desk) == ()


def test_a_number_that_is_none_of_a_patient_is_kept_once_one_is_sure(desk: Desk) -> None:
    assert help_entry(desk, note(desk, "Étiqueteuse 44100988", is_sure=True))


def test_a_department_without_a_binder_has_no_journal(desk: Desk) -> None:
    with pytest.raises(NotFound):
        record_help(desk, TypedHelp("no such department", "Compte"))


def test_what_was_noted_is_undone_and_done_again(desk: Desk) -> None:
    note(desk, "Compte")
    undo(desk)
    assert rows(desk) == ()
    redo(desk)
    assert [row.what for row in rows(desk)] == ["Compte"]


def test_a_help_is_taken_back_with_a_reason(desk: Desk) -> None:
    entry_id = note(desk, "Compte")
    with pytest.raises(RefusedInput):
        annul_help(desk, entry_id, " ")
    annul_help(desk, entry_id, "noté deux fois")
    assert rows(desk) == ()
    with pytest.raises(NotFound):
        annul_help(desk, entry_id, "encore")


def test_an_open_help_is_settled_and_keeps_its_day(desk: Desk) -> None:
    day = TODAY - timedelta(days=3)
    entry_id = note(desk, "Panne", outcome=HelpOutcome.OPEN, day=day)
    anew = settle_help(desk, entry_id, "Redémarré", HelpOutcome.SOLVED, 12).id
    entry = help_entry(desk, anew)
    assert (entry.helped, entry.minutes, entry.day) == ("Redémarré", 12, day)
    assert [row.state for row in rows(desk)] == ["solved"]
    undo(desk)
    assert [row.state for row in rows(desk)] == ["open"]


def test_what_is_open_stands_first_then_the_newest(desk: Desk) -> None:
    note(desk, "ancien ouvert", outcome=HelpOutcome.OPEN, day=TODAY - timedelta(days=40))
    note(desk, "hier", day=TODAY - timedelta(days=1))
    note(desk, "aujourd’hui")
    assert [row.what for row in rows(desk)] == ["ancien ouvert", "aujourd’hui", "hier"]
    assert [row.what for row in rows(desk, text="AUJOURD'HUI")] == ["aujourd’hui"]


def test_the_list_is_found_by_its_software_too(desk: Desk) -> None:
    note(desk, "Compte", software_id=software(desk))
    note(desk, "Compte")
    assert len(rows(desk, text="labof comp")) == 1


def test_what_was_asked_twice_is_offered_to_one_key(desk: Desk) -> None:
    for minutes in (5, 5, 30):
        note(desk, "Imprimer une étiquette", software_id=software(desk), minutes=minutes)
    note(desk, "Une seule fois")
    offer = offer_help(desk, showcase_department(desk))
    [usual] = offer.usual
    assert (usual.asked, usual.minutes, usual.software) == ("Imprimer une étiquette", 5, "LaboFil")
    assert len(offer.asked) == 2


def test_what_comes_back_is_told_with_each_time(desk: Desk) -> None:
    first = note(desk, "Imprimer une étiquette", minutes=5)
    note(desk, "imprimer une etiquete", minutes=10)
    [row] = rows(desk, HelpView.RECURRING)
    assert (row.count, row.minutes) == (2, 15)
    detail = recurring_detail(desk, showcase_department(desk), first)
    assert len(detail.entries) == 2
    with pytest.raises(NotFound):
        recurring_detail(desk, showcase_department(desk), "gone")


def test_a_help_is_handed_over_and_settled_with_its_request(desk: Desk) -> None:
    entry_id = note(
        desk, "Étiquettes blanches", helped="Rouleau changé", outcome=HelpOutcome.OPEN, concerned=6
    )
    draft = draft_ticket(desk, showcase_department(desk), entry_id)
    assert (draft.what, draft.tried, draft.concerned) == (
        "Étiquettes blanches",
        "Rouleau changé",
        6,
    )
    assert draft.callback
    ticket_id = handed(desk, entry_id)
    assert help_entry(desk, entry_id).state is HelpState.HANDED_OVER
    codes = [task.code for task in list_tasks(desk, showcase_department(desk)).tasks]
    assert "ticket_unanswered" in codes
    assert "help_open" not in codes
    with pytest.raises(RefusedInput):
        settle_help(desk, entry_id, "", HelpOutcome.SOLVED, None)
    settle_ticket(desk, ticket_id, "Imprimante remplacée", TODAY)
    assert help_entry(desk, entry_id).state is HelpState.SOLVED
    assert show_ticket(desk, ticket_id).outcome == "Imprimante remplacée"


def test_the_journal_is_sorted_by_the_state_that_it_shows(desk: Desk) -> None:
    open_one = note(desk, "Clavier", outcome=HelpOutcome.OPEN)
    told = note(desk, "Compte", outcome=HelpOutcome.TO_IT)
    of_ticket = note(desk, "Étiquettes blanches", outcome=HelpOutcome.OPEN)
    settled = note(desk, "Écran noir", outcome=HelpOutcome.OPEN)
    handed(desk, of_ticket)
    settle_ticket(desk, handed(desk, settled, what="Écran noir"), "Remplacé", TODAY)
    listing = Listing(department_id=showcase_department(desk), sort="state")
    shown = list_help(desk, HelpView.JOURNAL, listing).rows
    states = [row.state for row in shown]
    assert states == sorted(states)
    found = {row.key: row.state for row in shown}
    assert [found[key] for key in (open_one, told, of_ticket, settled)] == [
        *(HelpState.OPEN, HelpState.HANDED_OVER, HelpState.HANDED_OVER, HelpState.SOLVED)
    ]


def test_a_help_said_again_after_an_undo_still_knows_its_request(desk: Desk) -> None:
    entry_id = note(desk, "Étiquettes blanches", outcome=HelpOutcome.OPEN)
    handed(desk, entry_id)
    annul_help(desk, entry_id, "essai")
    undo(desk)
    [row] = rows(desk)
    assert (row.key != entry_id, row.state) == (True, "handed_over")


@pytest.mark.parametrize(
    ("more", "field"),
    [
        ({"handed_on": "23/11/2026"}, "handed_on"),
        ({"settled_on": "10/11/2026"}, "settled_on"),
        ({"tried": "essayé avec IPP 40213"}, "tried"),
    ],
)
def test_a_request_is_refused_for_a_day_or_a_patient(
    desk: Desk, more: dict[str, str], field: str
) -> None:
    with pytest.raises(RefusedField) as refused:
        handed(desk, **more)
    assert refused.value.field == field


def test_a_request_is_settled_with_what_came_of_it(desk: Desk) -> None:
    ticket_id = handed(desk)
    with pytest.raises(RefusedField):
        settle_ticket(desk, ticket_id, " ", TODAY)
    with pytest.raises(RefusedField):
        settle_ticket(desk, ticket_id, "fait", TODAY + timedelta(days=1))
    [row] = rows(desk, HelpView.TICKETS)
    assert row.state == "unanswered"
    edit_field(desk, RecordKind.TICKET, ticket_id, "reference", "DSI-12")
    assert rows(desk, HelpView.TICKETS, text="dsi-12")[0].state == "waiting"


def test_a_tip_is_found_by_everybody_until_it_is_withdrawn(desk: Desk) -> None:
    tip = {"software_id": software(desk), "title": "Étiquette de tube", "text": "Rouleau xyzzy"}
    tip_id = add_record(desk, RecordKind.TIP, tip).id
    [group] = [g for g in find_anywhere(desk, "xyzzy").groups if g.kind is HitKind.TIP]
    assert group.hits[0].title == "Étiquette de tube"
    assert lead_to(desk, HitKind.TIP, tip_id).to is LeadTo.HELP_GIVEN
    edit_field(desk, RecordKind.TIP, tip_id, "text", "Capot plugh")
    assert not find_anywhere(desk, "xyzzy").groups
    assert len(rows(desk, HelpView.TIPS, text="plugh")) == 1
    close_record(desk, RecordKind.TIP, tip_id)
    assert rows(desk, HelpView.TIPS) == ()
    [group] = find_anywhere(desk, "plugh").groups
    assert group.hits[0].closed
    undo(desk)
    with desk.database.read() as connection:
        raw = connection.connection.driver_connection
        assert raw is not None
        assert list(damages(raw)) == []


def test_a_tip_of_another_department_is_not_listed_here(desk: Desk) -> None:
    elsewhere = list_links(desk, "department", "Urgences")[0].id
    tip = {"software_id": software(desk), "title": "Ailleurs", "node_id": elsewhere}
    add_record(desk, RecordKind.TIP, tip)
    assert rows(desk, HelpView.TIPS) == ()


def test_scripts_are_told_the_journal(desk: Desk) -> None:
    note(desk, "Compte", minutes=3, who="Ada")
    [record] = help_inventory(desk, "0412")
    assert (record["asked"], record["minutes"], record["outcome"]) == ("Compte", 3, "solved")
    assert help_inventory(desk, None) == [record]
