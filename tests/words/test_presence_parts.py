from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from referent_desk.domain.people import Appointment, AppointmentKind, AppointmentRank, Person
from referent_desk.domain.presence_weeks import PresenceWeek, subjects_of
from referent_desk.domain.presences import ALL, Neighbour, Staff, WardFacts
from referent_desk.domain.rotations import opening_of, read_rotation, week_of
from referent_desk.language import language
from referent_desk.words.presence_parts import PartRow, answering_line, near_lines, part_rows
from tests.gui.stand_in_presences import MONDAY, StandInPresences

EN = language("en")
MAIN, DEPUTY = AppointmentRank.MAIN, AppointmentRank.DEPUTY
NAMES = {"dpi": "Dossier+", "labo": "LaboNet", "pharma": "PharmaSûr", "pacs": "ImagerieUne"}
Named = tuple[str, str, AppointmentRank, str | None]
"""Name, working hours, rank, software."""


def ward(*named: Named, opening: str, software: tuple[str, ...] = ("dpi", "labo")) -> WardFacts:
    kind = AppointmentKind.SOFTWARE
    return WardFacts(
        "w",
        "Cardiology",
        opening_of(opening),
        frozenset(software),
        tuple(
            Appointment(f"{place}", name, "w", kind, rank, about)
            for place, (name, _hours, rank, about) in enumerate(named)
        ),
        {name: Staff(Person(name, name), read_rotation(hours)) for name, hours, *_ in named},
    )


def week(facts: WardFacts, near: tuple[WardFacts, ...] = (), day: date = MONDAY) -> PresenceWeek:
    subjects = subjects_of(facts, near, NAMES, day)
    return PresenceWeek("w", facts.name, day, day, "", "4444", subjects, len(facts.staff))


def rows(shown: PresenceWeek, subject: str = ALL) -> tuple[PartRow, ...]:
    return part_rows(shown, shown.of(subject), EN)


@pytest.mark.parametrize(
    ("named", "subject", "said"),
    [
        (  # One goes, the other comes: two stretches of the same cover.
            (("Anne", "1 08:00-12:00", MAIN, None), ("Zoe", "1 11:00-18:00", MAIN, None)),
            "dpi",
            [
                ("8:00 to 11:00", "main referent", "Anne"),
                ("11:00 to 12:00", "main referent", "Anne, Zoe"),
                ("12:00 to 18:00", "main referent", "Zoe"),
            ],
        ),
        (
            (("Anne", "1 08:00-12:00", DEPUTY, None), ("Zoe", "1 12:00-18:00", DEPUTY, None)),
            "dpi",
            [("8:00 to 12:00", "deputy", "Anne"), ("12:00 to 18:00", "deputy", "Zoe")],
        ),
        (  # The deputy stands beside the main referent, with their hours.
            (("Anne", "1 08:00-16:00", MAIN, None), ("Bruno", "1 10:00-18:00", DEPUTY, None)),
            ALL,
            [
                (
                    "8:00 to 16:00",
                    "main referent",
                    "Anne; as deputy: Bruno (10:00 to 16:00)",
                ),
                ("16:00 to 18:00", "deputy", "Bruno"),
            ],
        ),
        (  # Whoever answers for one software alone is never there for all.
            (("Anne", "1 08:00-12:00", MAIN, None), ("Bruno", "1 10:00-18:00", MAIN, "dpi")),
            ALL,
            [
                ("8:00 to 12:00", "main referent", "Anne; Bruno for Dossier+ (10:00 to 12:00)"),
                (
                    "12:00 to 18:00",
                    "in part",
                    "Bruno for Dossier+; for LaboNet call: IT on call: 4444",
                ),
            ],
        ),
        (
            (("Anne", "1 08:00-18:00", MAIN, "labo"), ("Bruno", "1 08:00-12:00", DEPUTY, "dpi")),
            ALL,
            [
                ("8:00 to 12:00", "deputy", "Anne for LaboNet; as deputy: Bruno for Dossier+"),
                (
                    "12:00 to 18:00",
                    "in part",
                    "Anne for LaboNet; for Dossier+ call: IT on call: 4444",
                ),
            ],
        ),
        (  # Named for each of them one by one is named for all.
            (("Anne", "1 08:00-18:00", MAIN, "labo"), ("Anne", "1 08:00-18:00", MAIN, "dpi")),
            ALL,
            [("8:00 to 18:00", "main referent", "Anne")],
        ),
    ],
)
def test_whoever_is_named_is_there_from_the_first_minute_to_the_last(
    named: tuple[Named, ...], subject: str, said: list[tuple[str, str, str]]
) -> None:
    shown = week(ward(*named, opening="1 08:00-18:00"))
    words = {"main": "main referent", "deputy": "deputy", "partly": "in part"}
    found = rows(shown, subject)
    assert [(row.hours, words[row.cover], row.who) for row in found] == said


def test_many_software_are_counted() -> None:
    named = [("Bruno", "1 08:00-18:00", MAIN, key) for key in ("dpi", "labo", "pacs")]
    every = (*NAMES, "other")
    shown = week(ward(*named, opening="1 08:00-18:00", software=every))
    [row] = rows(shown)
    assert row.who.startswith("Bruno for Dossier+ and 2 others; for other and PharmaSûr call: ")
    [row] = rows(week(ward(named[0], opening="1 08:00-18:00", software=every)))
    assert row.who == "Bruno for Dossier+; for the other software call: IT on call: 4444"


def test_a_bar_names_those_who_cover_it_and_of_a_part_always_says_so() -> None:
    anne, bruno = ("Anne", "1 08:00-12:00", MAIN, None), ("Bruno", "1 08:00-18:00", DEPUTY, "dpi")
    shown = week(ward(anne, bruno, opening="1 08:00-20:00"))
    assert [row.drawn for row in rows(shown)] == [
        ("Anne", "Anne", "main referent"),
        ("in part: Bruno for Dossier+", "in part"),
        ("nobody",),
    ]
    assert [row.drawn[0] for row in rows(shown, "dpi")] == ["Anne", "Bruno", "nobody"]


def near(hours: str, telephone: str = "4200", key: str = "z") -> Neighbour:
    rotation = read_rotation(hours)
    assert rotation is not None
    person = Person(key, {"z": "Zola", "y": "Yves"}[key], telephone=telephone)
    return Neighbour("Emergency", person, week_of(rotation, MONDAY))


@pytest.mark.parametrize(
    ("neighbours", "opening", "said"),
    [
        ([near("1-7 00:00-24:00")], "1 00:00-06:00", "IT on call: 4444; Zola, Emergency: 4200"),
        ([near("1-7 00:00-24:00")], "1 12:00-18:00", "Zola, Emergency: 4200; IT on call: 4444"),
        (
            [near("1 13:00-15:00")],
            "1 12:00-18:00",
            "13:00 to 15:00, Zola, Emergency: 4200; IT on call: 4444",
        ),
        (
            [near("1 13:00-15:00", "")],
            "1 12:00-18:00",
            "13:00 to 15:00, Zola, Emergency; IT on call: 4444",
        ),
        ([near("2 13:00-15:00")], "1 12:00-18:00", "IT on call: 4444"),
        (  # The same hours are said once.
            [near("1 13:00-15:00"), near("1 13:00-15:00", "4300", "y")],
            "1 12:00-18:00",
            "13:00 to 15:00, Zola, Emergency: 4200; Yves, Emergency: 4300; IT on call: 4444",
        ),
    ],
)
def test_meanwhile_one_calls_the_neighbour_by_day_and_whoever_is_on_call_at_night(
    neighbours: list[Neighbour], opening: str, said: str
) -> None:
    shown = week(ward(opening=opening))
    asked = replace(shown.of(ALL), neighbours=tuple(neighbours))
    [row] = part_rows(shown, asked, EN)
    assert row.who == said
    [row] = part_rows(replace(shown, on_call=""), shown.of(ALL), EN)
    assert row.who == ""


def test_of_all_a_neighbour_is_named_for_what_they_answer_for() -> None:
    other = ward(("Zola", "1 08:00-18:00", MAIN, "dpi"), opening="")
    other = replace(other, name="Emergency")
    [row] = rows(week(ward(opening="1 08:00-18:00"), (other,)))
    assert row.who == "Zola for Dossier+, Emergency; IT on call: 4444"
    here = ward(("Anne", "1 08:00-18:00", MAIN, "dpi"), opening="1 08:00-18:00")
    [row] = rows(week(here, (other,)))
    assert row.who == "Anne for Dossier+; for LaboNet call: IT on call: 4444"


def test_days_on_which_the_same_neighbour_is_there_are_said_in_one_line() -> None:
    other = ward(("Zola", "1-5 18:00-22:00; 7 18:00-22:00", MAIN, None), opening="")
    here = ward(("Anne", "1-7 08:00-20:00", MAIN, "dpi"), opening="24h/24")
    shown = week(here, (replace(other, name="Emergency"),))
    assert near_lines(rows(shown), EN) == (
        "Monday to Friday, 18:00 to 22:00: Zola, Emergency",
        "Sunday, 18:00 to 22:00: Zola, Emergency",
    )
    assert near_lines(rows(week(here)), EN) == ()


def test_who_answers_is_said_once_for_the_week() -> None:
    named = [
        ("Bruno", "1-5 10:00-18:00", DEPUTY, None),
        ("Zoe", "1-5 10:00-18:00", MAIN, "dpi"),
        ("Anne", "1-5 10:00-18:00", MAIN, None),
    ]
    shown = week(ward(*named, opening="24h/24"))
    said = "main referent: Anne, Zoe for Dossier+; as deputy: Bruno"
    assert answering_line(shown, shown.of(ALL), EN) == said
    assert answering_line(week(ward(opening="")), week(ward(opening="")).of(ALL), EN) == ""


def test_the_stand_in_says_the_same_in_the_list_and_in_the_bar() -> None:
    shown = StandInPresences().questions().read_week("car", None)
    assert rows(shown)[0].drawn[0] == "Anne"
