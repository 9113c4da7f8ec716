from __future__ import annotations

import json
from contextlib import closing
from datetime import date
from pathlib import Path

from referent_desk.domain.body_differences import Difference, differences
from referent_desk.domain.check_codes import body_hash, canonical_json
from referent_desk.domain.erasures import Bearers, Name
from referent_desk.domain.neighbours import NearReferent
from referent_desk.domain.people import Person
from referent_desk.domain.sheets import DecisionBody
from referent_desk.language import language
from referent_desk.usecases.absences import add_absence, say_hours
from referent_desk.usecases.binder_contents import Composer, read_binder_facts
from referent_desk.usecases.demo import showcase_department
from referent_desk.usecases.departments import find_department
from referent_desk.usecases.desks import Desk
from referent_desk.words.presence_sheets import present_lines
from tests.usecases.homes import demo_desk

EN = language("en")
MONDAY = date(2026, 11, 23)
ZOE = NearReferent(
    "Emergency",
    Person("z", "Kan", "Zoe", telephone="4200", working_hours="1-5 18:00-22:00"),
    frozenset({"dpi"}),
)


def decisions(desk: Desk, department: str) -> DecisionBody:
    today = desk.clock.today()
    with desk.database.read() as connection:
        facts = read_binder_facts(connection, department, "en", today)
    [body] = [d.body for d in Composer(facts, EN, today).chapters({}) if d.prefix == "DEC"]
    assert isinstance(body, DecisionBody)
    return body


def test_an_absence_leaves_the_sheet_as_it_is_and_new_hours_do_not(tmp_path: Path) -> None:
    with closing(demo_desk(tmp_path)) as desk:
        department = showcase_department(desk)
        before = decisions(desk, department)
        assert before.present
        on_call = before.present[-1]
        assert (on_call.label, on_call.number) == ("IT on call", "06 39 98 41 07")
        assert on_call.hours == "nights, weekends and any other hour"
        with desk.database.read() as connection:
            facts = read_binder_facts(connection, department, "en", desk.clock.today())
        [aubry] = [p for p in facts.coverage.people.values() if p.last_name == "Aubry"]
        add_absence(desk, aubry.id, "du 23 au 27 novembre 2026")
        assert body_hash(decisions(desk, department), "en") == body_hash(before, "en")
        say_hours(desk, aubry.id, ("lun 8h-12h", "mar 8h-12h"), MONDAY)
        after = decisions(desk, department)
        printed, present = (json.loads(canonical_json(body, "en")) for body in (before, after))
        assert [d.kind for d in differences(printed, present)] == [Difference.PRESENCE]
        [line] = [line for line in after.present if "Aubry" in line.label]
        assert line.hours.split("; ") == [
            "week 1, that of 23/11/2026: Monday, 8:00 to 12:00",
            "week 2: Tuesday, 8:00 to 12:00",
        ]


def test_the_same_person_in_two_offices_stands_once() -> None:
    anne = Person("a", "Moreau", "Anne", telephone="4100", working_hours="1-5 08:00-16:00")
    lines = present_lines(((anne,), (), (anne,)), "", (), EN)
    assert [(line.label, line.hours) for line in lines] == [
        ("Anne Moreau (software referent, security referent)", "Monday to Friday, 8:00 to 16:00")
    ]


def test_where_nobodys_hours_are_known_the_sheet_stays_as_it_was() -> None:
    anne = Person("a", "Moreau", "Anne", telephone="4100")
    assert present_lines(((anne,), (), ()), "4444", (ZOE,), EN) == ()
    assert present_lines(((), (), ()), "", (), EN) == ()


def test_where_nobody_is_referent_the_sheet_says_whom_to_call() -> None:
    [neighbour, on_call] = present_lines(((), (), ()), "4444", (ZOE,), EN)
    assert (neighbour.label, neighbour.number) == ("Zoe Kan", "4200")
    assert neighbour.hours == "neighbour department Emergency, Monday to Friday, 18:00 to 22:00"
    assert (on_call.label, on_call.number) == ("IT on call", "4444")
    assert on_call.hours == "at any hour: no referent here for all the software"


def test_the_number_of_a_neighbour_goes_with_their_name() -> None:
    [line, _on_call] = present_lines(((), (), ()), "4444", (ZOE,), EN)
    body = canonical_json(DecisionBody("Who decides", (), (), (), (line,)), "en")
    erased = Name("Kan", "Zoe", "Erased person 3", Bearers()).out_of_json(body, "4200")
    assert "Kan" not in erased
    assert "4200" not in erased


def test_the_sheet_names_the_neighbour_who_is_there_when_nobody_is_here(tmp_path: Path) -> None:
    with closing(demo_desk(tmp_path)) as desk:
        body = decisions(desk, find_department(desk, "Pneumologie").id)
        assert [(line.label, line.number) for line in body.present[-2:]] == [
            ("Maryse Aubry", "4121"),
            ("IT on call", "06 39 98 41 07"),
        ]
        assert body.present[-2].hours.startswith("neighbour department Cardiologie")


def test_of_two_numbers_the_one_that_answers_at_night_is_named_for_the_night() -> None:
    anne = Person("a", "Moreau", "Anne", telephone="4100", working_hours="1-5 08:00-16:00")
    both = "4040 (8 h-18 h) · 4041 (astreinte)"
    assert present_lines(((anne,), (), ()), both, (), EN)[-1].number == "4041"
    assert present_lines(((anne,), (), ()), "4040 · 4041", (), EN)[-1].number == "4040 · 4041"
    assert present_lines(((), (), ()), both, (), EN)[-1].number == both


def test_where_each_program_has_its_own_referent_the_sheet_says_where_their_hours_stand() -> None:
    own, neighbour = present_lines(((), (), ()), "4444", (ZOE,), EN, singly=True)
    assert (own.label, own.number) == ("Referent of each program", "")
    assert own.hours == "hours on its sheet, or at the end of the directory (ANN)"
    assert neighbour.label == "Zoe Kan"


def test_the_number_for_the_night_is_named_with_what_it_is_limited_to() -> None:
    anne = Person("a", "Moreau", "Anne", telephone="4100", working_hours="1-5 08:00-16:00")
    both = "4040 (8 h-18 h) · 4041 (nuit, seulement pour le dossier)"
    on_call = present_lines(((anne,), (), ()), both, (), EN)[-1]
    assert on_call.number == "4041 (seulement pour le dossier)"
