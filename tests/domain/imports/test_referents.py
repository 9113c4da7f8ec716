from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from referent_desk.domain.departments import Node, NodeKind
from referent_desk.domain.imports.answers import Answers, Choice, Reply
from referent_desk.domain.imports.kinds import Field, ImportKind, Value
from referent_desk.domain.imports.ledgers import Ledger, make_ledger
from referent_desk.domain.imports.plans import Plan, plan_import
from referent_desk.domain.imports.runs import Choices
from referent_desk.domain.people import Appointment, AppointmentKind, AppointmentRank, Person
from referent_desk.domain.software import Software
from tests.domain.import_ledgers import (
    NORTH,
    codes,
    line,
    new_id,
    outcomes,
    stored_again,
)

WARD = Node("c", NodeKind.DEPARTMENT, "Cardiologie", "north")
CHOICES = Choices("Hôpital Nord", department_id="c")
ADA = Person("ada", "ROUX", "Ada", department_id="c")


def ledger(*people: Person, appointments: tuple[Appointment, ...] = ()) -> Ledger:
    known = (Software("dx", "DxSoins"),) if appointments else ()
    return make_ledger(
        nodes=(NORTH, WARD), people=people, software=known, appointments=appointments
    )


def taken(book: Ledger, *referents: str, choices: Choices = CHOICES) -> Plan:
    """A list with one software for each cell of that column."""
    lines = [
        line(row, software=f"Logiciel {chr(63 + row)}", referent=referent)
        for row, referent in enumerate(referents, start=2)
    ]
    return plan_import(ImportKind.SOFTWARE, lines, book, choices, new_id)


def appointed(book: Ledger) -> list[tuple[str, str, str]]:
    return [
        (
            book.people.get(each.person_id).full_name,
            book.software.get(each.software_id or "").name,
            each.rank.value,
        )
        for each in book.appointments
    ]


def test_whom_the_list_names_is_created_once_and_is_the_referent_of_the_software() -> None:
    book = ledger()
    done = taken(book, "Mme Lefèvre (cadre)", "Karim B.", "Mme Lefèvre")
    assert done.unknown_people == ("Lefèvre", "Karim B.")
    assert [(p.full_name, p.role, p.department_id) for p in book.people] == [
        ("Lefèvre", "cadre", "c"),
        ("Karim B.", "", "c"),
    ]
    assert appointed(book) == [
        ("Lefèvre", "Logiciel A", "main"),
        ("Karim B.", "Logiciel B", "main"),
        ("Lefèvre", "Logiciel C", "main"),
    ]
    assert outcomes(done) == ["added"] * 3
    assert "unknown_people" not in codes(done)
    again = taken(stored_again(book), "Mme Lefèvre (cadre)", "Karim B.", "Mme Lefèvre")
    assert (outcomes(again), again.unknown_people) == (["unchanged"] * 3, ())


def test_nobody_is_created_where_the_tick_is_taken_away_and_their_names_are_still_told() -> None:
    book = ledger(ADA)
    choices = replace(CHOICES, answers=Answers(adds_people=False))
    done = taken(book, "Dr Moreau", "Mme Roux", choices=choices)
    assert done.unknown_people == ("Moreau",)
    assert [p.id for p in book.people] == ["ada"]
    assert appointed(book) == [("Ada ROUX", "Logiciel B", "main")]
    assert "person_not_added" in codes(done)


def test_two_in_one_cell_are_the_referent_and_the_deputy() -> None:
    book = ledger()
    taken(book, "Dr HADDAD / Dr ROUX")
    assert appointed(book) == [
        ("Haddad", "Logiciel A", "main"),
        ("Roux", "Logiciel A", "deputy"),
    ]


def test_nobody_becomes_referent_of_a_closed_department() -> None:
    closed = replace(WARD, closed_on=date(2020, 1, 1))
    book = make_ledger(nodes=(NORTH, closed))
    done = taken(book, "Dr HADDAD")
    assert (appointed(book), len(book.people)) == ([], 0)
    assert "department_closed" in codes(done)


@pytest.mark.parametrize(
    ("referent", "name", "role"),
    [
        ("DIM - Pauline Kervella", "Pauline Kervella", "DIM"),
        ("DIM – KERVELLA Pauline", "Pauline Kervella", "DIM"),
        ("Pauline Kervella - DIM", "Pauline Kervella", "DIM"),
        ("Labo : Pauline Kervella", "Pauline Kervella", "Labo"),
        ("DSI – M. Roux", "Roux", "DSI"),
        ("Référent : Yann Prigent - labo", "Yann Prigent", "labo"),
        ("Yann Prigent, pharmacie", "Yann Prigent", "pharmacie"),
        ("Mme ROUX - DSI (4512)", "Roux", "DSI"),
        ("ROUX - Anne Marie", "Anne Marie Roux", ""),
        ("secrétariat Mme Abgrall 4131", "Abgrall", "secrétariat"),
        ("secrétariat (Mme Abgrall)", "Abgrall", "secrétariat"),
        ("Secrétaire : Mme Abgrall", "Abgrall", "Secrétaire"),
        ("Mme Abgrall secrétariat", "Abgrall", "secrétariat"),
        ("cadre de santé Mme Roche", "Roche", "cadre de santé"),
        ("pharmacie Dr Marc Hamelin", "Marc Hamelin", "pharmacie"),
        ("Pauline Kervella DIM", "Pauline Kervella", "DIM"),
        ("Anne-Marie Roux", "Anne-Marie Roux", ""),
    ],
)
def test_the_service_beside_a_dash_is_no_part_of_a_name(
    referent: str, name: str, role: str
) -> None:
    book = ledger()
    done = taken(book, referent)
    assert [(person.full_name, person.role) for person in book.people] == [(name, role)]
    assert not {"not_stored", "referent_is_post"} & set(codes(done))


def test_the_number_beside_a_service_and_a_name_is_theirs() -> None:
    book = ledger()
    taken(book, "secrétariat Mme Abgrall 4131")
    assert [(person.full_name, person.telephone) for person in book.people] == [("Abgrall", "4131")]


@pytest.mark.parametrize(
    "referent",
    ["Mme Petit, Mme Thomas", "Mme Petit + Mme Thomas", "Nadège Petit, Aurélie Thomas"],
)
def test_two_people_may_stand_with_a_comma_or_a_plus_between_them(referent: str) -> None:
    book = ledger()
    taken(book, referent)
    names = [(name.split()[-1], rank) for name, _software, rank in appointed(book)]
    assert names == [("Petit", "main"), ("Thomas", "deputy")]


@pytest.mark.parametrize(
    "referent",
    ["PETIT, Nadège", "Petit, Nadège", "Nadège Petit, Cadre Supérieur",
     "Nadège Petit, Infirmière Coordinatrice"],
)  # fmt: skip
def test_a_comma_between_the_names_of_one_person_makes_no_two(referent: str) -> None:
    book = ledger()
    done = taken(book, referent)
    assert len(book.people) == 1
    assert "referent_is_post" not in codes(done)


@pytest.mark.parametrize("referent", ["à définir", "personne", "Aucun", "à désigner", "en attente"])
def test_a_cell_that_says_that_there_is_nobody_is_no_post(referent: str) -> None:
    book = ledger()
    assert {"referent_is_post", "remark_kept"}.isdisjoint(codes(taken(book, referent)))
    assert (len(book.people), len(book.appointments)) == (0, 0)


@pytest.mark.parametrize("referent", ["DSI - hotline", "Labo - secrétariat", "DSI - bureau Nord"])
def test_a_post_beside_a_dash_stays_a_post(referent: str) -> None:
    book = ledger()
    assert "referent_is_post" in codes(taken(book, referent))
    assert len(book.people) == 0


@pytest.mark.parametrize("referent", ["secrétariat", "Qualité", "aides-soignants"])
def test_a_post_is_nobody_who_could_be_appointed(referent: str) -> None:
    book = ledger()
    assert "referent_is_post" in codes(taken(book, referent))
    assert (len(book.people), len(book.appointments)) == (0, 0)


def test_of_a_single_word_it_is_asked_once_whether_it_is_a_person() -> None:
    done = taken(ledger(), "Moreau", "Moreau")
    assert outcomes(done) == ["doubtful"] * 2
    question = done.lines[0].asked[0].question
    assert question == done.lines[1].asked[0].question
    book = ledger()
    answers = Answers().with_reply(2, question, Reply(Choice.SAME))
    taken(book, "Moreau", "Moreau", choices=replace(CHOICES, answers=answers))
    assert appointed(book) == [
        ("Moreau", "Logiciel A", "main"),
        ("Moreau", "Logiciel B", "main"),
    ]


def test_a_single_word_that_somebody_here_is_called_is_that_person() -> None:
    book = ledger(ADA)
    taken(book, "Roux")
    assert appointed(book) == [("Ada ROUX", "Logiciel A", "main")]


def test_somebody_whose_name_is_only_begun_is_asked_about() -> None:
    done = taken(ledger(Person("k", "BENALI", "Karim", department_id="c")), "Karim B.")
    assert codes(done)[-1] == "same_person"


def test_the_ward_names_five_people_in_nine_ways_and_five_are_created() -> None:
    book = ledger()
    done = taken(
        book,
        "Mme LE GOFF Maëlle (AMA) poste 4512",
        "Mme LE GOFF Maëlle",
        "Anne-Sophie Tanguy",
        "Dr KERMARREC / Dr Nolwenn PRIGENT",
        "M. Yann Cadiou",
        "Dr Nolwenn PRIGENT",
        "Anne-Sophie TANGUY",
        "Mme Le Goff M.",
        "M. Cadiou Yann",
        "A-S Tanguy",
        "Dr Hervé KERMARREC",
        "KERMARREC",
    )
    assert outcomes(done) == ["added"] * 12
    assert [(p.last_name, p.first_name, p.role, p.telephone) for p in book.people] == [
        ("Le Goff", "Maëlle", "AMA", "4512"),
        ("Tanguy", "Anne-Sophie", "", ""),
        ("Kermarrec", "Hervé", "", ""),
        ("Prigent", "Nolwenn", "", ""),
        ("Yann Cadiou", "", "", ""),
    ]
    assert len(book.appointments) == 13


def test_a_doubtful_name_is_asked_about_once_and_answered_for_all_lines() -> None:
    known = Person("k", "BENALI", "Karim", department_id="c")
    first = taken(ledger(known), "Karim B.", "Karim B.")
    assert outcomes(first) == ["doubtful"] * 2
    question = first.lines[0].asked[0].question
    for choice, names in ((Choice.SAME, ["Karim BENALI"]), (Choice.OTHER, ["Karim B."])):
        book = ledger(known)
        answers = Answers().with_reply(2, question, Reply(choice))
        taken(book, "Karim B.", "Karim B.", choices=replace(CHOICES, answers=answers))
        assert [name for name, _s, _r in appointed(book)] == names * 2


def test_a_last_name_that_two_of_the_file_have_is_asked_about() -> None:
    names = ("LE GOFF Maëlle", "LE GOFF Jean", "Mme Le Goff")
    done = taken(ledger(), *names)
    (asked,) = done.lines[2].asked
    assert [offer.name for offer in asked.question.offers] == ["Maëlle LE GOFF", "Jean LE GOFF"]
    book = ledger()
    answers = Answers().with_reply(4, asked.question, asked.question.offers[1].reply)
    taken(book, *names, choices=replace(CHOICES, answers=answers))
    assert appointed(book)[2] == ("Jean Le Goff", "Logiciel C", "main")


def test_a_last_name_that_one_of_the_file_and_one_of_the_ward_have_is_asked_about() -> None:
    book = ledger(Person("j", "LE GOFF", "Jean", department_id="c"))
    done = taken(book, "Mme LE GOFF Maëlle", "Le Goff")
    (asked,) = done.lines[1].asked
    assert [offer.name for offer in asked.question.offers] == ["Maëlle LE GOFF", "Jean LE GOFF"]


def test_somebody_of_whom_the_home_knew_only_the_initial_gets_their_first_name() -> None:
    book = ledger(Person("g", "Le Goff", "M.", department_id="c"))
    taken(book, "Mme LE GOFF Maëlle")
    assert [(p.id, p.first_name) for p in book.people] == [("g", "Maëlle")]


def test_a_column_of_deputies_fills_their_rank_even_where_nobody_is_the_main_one() -> None:
    book = ledger()
    lines = [
        line(2, software="DxSoins", referent="Dr MOREAU", deputy="Sylvie Petit ASH"),
        line(3, software="Repas", referent="Équipe ASH", deputy="Sylvie Petit"),
        line(4, software="Labo", referent="Dr MOREAU / Dr ROUX", deputy="M. BRUN"),
        line(5, software="Radio", referent="Dr MOREAU", deputy="-"),
    ]
    done = plan_import(ImportKind.SOFTWARE, lines, book, CHOICES, new_id)
    assert appointed(book) == [
        ("Moreau", "DxSoins", "main"),
        ("Sylvie Petit", "DxSoins", "deputy"),
        ("Sylvie Petit", "Repas", "deputy"),
        ("Moreau", "Labo", "main"),
        ("Brun", "Labo", "deputy"),
        ("Roux", "Labo", "deputy"),
        ("Moreau", "Radio", "main"),
    ]
    assert outcomes(done) == ["added"] * 4
    again = plan_import(ImportKind.SOFTWARE, lines, stored_again(book), CHOICES, new_id)
    assert outcomes(again) == ["unchanged"] * 4


def test_the_column_of_deputies_goes_before_the_second_name_of_a_cell_of_referents() -> None:
    book = ledger()
    lines = [
        line(2, software="Xplore", referent="Dr PRIGENT / Dr ROUX", deputy="Yann Cadiou"),
        line(3, software="Spiro", referent="Dr PRIGENT / Dr ROUX", deputy="Dr PRIGENT"),
        line(4, software="Labo", referent="secrétariat / Dr ROUX", deputy="Yann Cadiou"),
    ]
    plan_import(ImportKind.SOFTWARE, lines, book, CHOICES, new_id)
    assert sorted(appointed(book), key=lambda each: (each[1], each[2] != "main")) == [
        ("Roux", "Labo", "main"),
        ("Yann Cadiou", "Labo", "deputy"),
        ("Prigent", "Spiro", "main"),
        ("Roux", "Spiro", "deputy"),
        ("Prigent", "Xplore", "main"),
        ("Yann Cadiou", "Xplore", "deputy"),
        ("Roux", "Xplore", "deputy"),
    ]


def test_the_second_line_of_a_program_names_a_second_referent_and_a_second_deputy() -> None:
    """A ward that has two of each writes two lines; each of them is called in an outage."""
    book = ledger()
    lines = [
        line(2, software="Labo", referent="LE GALL Maëlle", deputy="BOURDON Chloé"),
        line(3, software="Labo", referent="PRIGENT Anne", deputy="KERVELLA Yann"),
    ]
    done = plan_import(ImportKind.SOFTWARE, lines, book, CHOICES, new_id)
    assert appointed(book) == [
        ("Maëlle Le Gall", "Labo", "main"),
        ("Chloé Bourdon", "Labo", "deputy"),
        ("Anne Prigent", "Labo", "main"),
        ("Yann Kervella", "Labo", "deputy"),
    ]
    assert not {"referent_kept", "deputy_kept"} & set(codes(done))
    again = plan_import(ImportKind.SOFTWARE, lines, stored_again(book), CHOICES, new_id)
    assert outcomes(again) == ["unchanged"] * 2


def test_a_deputy_who_is_known_is_not_joined_by_another_unasked() -> None:
    held = Appointment("1", "ada", "c", AppointmentKind.SOFTWARE, AppointmentRank.DEPUTY, "dx")
    book = ledger(ADA, appointments=(held,))
    lines = [line(2, software="DxSoins", deputy="Jean PETIT")]
    done = plan_import(ImportKind.SOFTWARE, lines, book, CHOICES, new_id)
    (kept,) = [r for each in done.lines for r in each.remarks if r.code == "deputy_kept"]
    assert (kept.value("name"), kept.value("stored")) == ("Jean Petit – DxSoins", "Ada ROUX")
    assert list(book.appointments) == [held]


def test_a_deputy_is_added_to_a_referent_who_is_known() -> None:
    held = Appointment(
        "1", "ada", "c", AppointmentKind.SOFTWARE, AppointmentRank.MAIN, "dx"
    )  # fmt: skip
    book = ledger(ADA, appointments=(held,))
    lines = [line(2, software="DxSoins", referent="Mme Roux", deputy="Dr HADDAD")]
    plan_import(ImportKind.SOFTWARE, lines, book, CHOICES, new_id)
    assert appointed(book)[1] == ("Haddad", "DxSoins", "deputy")


def test_nobody_who_answers_for_it_is_put_aside() -> None:
    held = Appointment(
        "1", "ada", "c", AppointmentKind.SOFTWARE, AppointmentRank.MAIN, "dx"
    )  # fmt: skip
    book = ledger(ADA, Person("p", "PETIT", "Jean"), appointments=(held,))
    lines = [line(2, software="DxSoins", referent="Jean PETIT")]
    done = plan_import(ImportKind.SOFTWARE, lines, book, CHOICES, new_id)
    assert "referent_kept" in codes(done)
    assert list(book.appointments) == [held]


def test_who_answers_for_all_software_is_not_appointed_once_more() -> None:
    for_all = Appointment("1", "ada", "c", AppointmentKind.SOFTWARE, AppointmentRank.MAIN)
    book = make_ledger(nodes=(NORTH, WARD), people=(ADA,), appointments=(for_all,))
    assert "answers_for_all" in codes(taken(book, "Mme Roux"))
    assert list(book.appointments) == [for_all]


def test_who_answers_for_all_software_may_be_the_deputy_for_one() -> None:
    for_all = Appointment("1", "ada", "c", AppointmentKind.SOFTWARE, AppointmentRank.MAIN)
    book = make_ledger(nodes=(NORTH, WARD), people=(ADA,), appointments=(for_all,))
    lines = [line(2, software="Logiciel A", referent="PETIT Léa", deputy="ROUX Ada")]
    plan_import(ImportKind.SOFTWARE, lines, book, CHOICES, new_id)
    ranks = {each.person_id: each.rank for each in book.appointments if each.software_id}
    assert ranks["ada"] is AppointmentRank.DEPUTY
    assert len(ranks) == 2


@pytest.mark.parametrize("values", [{}, {"department": "Dialyse"}])
def test_a_list_of_who_uses_what_appoints_where_it_names_the_department(
    values: dict[str, Value],
) -> None:
    book = ledger()
    lines = [line(2, software="DxSoins", referent="Dr Moreau", **values)]
    choices = Choices("Hôpital Nord")
    done = plan_import(ImportKind.DEPLOYMENTS, lines, book, choices, new_id)
    if values:
        (each,) = book.appointments
        assert book.nodes.get(each.department_id).name == "Dialyse"
    else:
        assert "referent_not_stored" in codes(done)


def test_the_day_on_which_the_list_names_them_begins_their_appointment() -> None:
    book, day = ledger(), date(2024, 3, 12)
    named = line(2, software="A", referent="Mme Roux", referent_since=day)
    plan_import(ImportKind.SOFTWARE, [named], book, CHOICES, new_id)
    assert [each.since for each in book.appointments] == [day]
    later = replace(named, values={**named.values, Field.REFERENT_SINCE: date(2025, 1, 1)})
    again = plan_import(ImportKind.SOFTWARE, [later], stored_again(book), CHOICES, new_id)
    (change,) = [r for r in again.lines[0].remarks if r.code == "changed"]
    assert (change.value("field"), change.value("before")) == ("referent_since", "2024-03-12")


def test_that_day_is_filled_in_where_the_appointment_has_none_and_is_not_the_deputy_s() -> None:
    book, day = ledger(), date(2024, 3, 12)
    named = line(2, software="A", referent="Mme Roux", deputy="M. Petit")
    plan_import(ImportKind.SOFTWARE, [named], book, CHOICES, new_id)
    book = stored_again(book)
    dated = replace(named, values={**named.values, Field.REFERENT_SINCE: day})
    done = plan_import(ImportKind.SOFTWARE, [dated], book, CHOICES, new_id)
    assert outcomes(done) == ["changed"]
    assert {each.rank: each.since for each in book.appointments} == {
        AppointmentRank.MAIN: day,
        AppointmentRank.DEPUTY: None,
    }


def test_a_name_that_the_list_doubts_is_asked_about_and_then_taken_without_the_marks() -> None:
    book = ledger()
    done = taken(book, "A-L Morvan ???")
    assert outcomes(done) == ["doubtful"]
    assert (list(book.people), list(book.appointments)) == ([], [])
    question = done.lines[0].asked[0].question
    assert (question.code, question.value("near")) == ("unsure_person", "A-L Morvan")
    for choice, names in ((Choice.SAME, ["A-L Morvan"]), (Choice.PART, [])):
        book = ledger()
        answers = Answers().with_reply(2, question, Reply(choice))
        done = taken(book, "A-L Morvan ???", choices=replace(CHOICES, answers=answers))
        assert outcomes(done) == ["added"]
        assert [person.full_name for person in book.people] == names


def test_what_somebody_is_behind_their_name_becomes_their_role() -> None:
    book = ledger()
    taken(book, "Léa Morvan, sage-femme coordinatrice", "Puéricultrice de nuit")
    assert [(p.full_name, p.role) for p in book.people] == [
        ("Léa Morvan", "sage-femme coordinatrice")
    ]


@pytest.mark.parametrize(
    ("values", "numbers"),
    [
        ({"referent": "Mme Roux", "referent_telephone": "4512"}, {"Roux": "4512"}),
        (
            {"referent": "Mme Roux / M. Petit", "referent_telephone": "4512 / 4513"},
            {"Roux": "4512", "Petit": "4513"},
        ),
        (
            {"referent": "Mme Roux / M. Petit", "referent_telephone": "4512"},
            {"Roux": "", "Petit": ""},
        ),
        (
            {"referent": "Mme Roux", "deputy": "M. Petit", "deputy_telephone": "4513"},
            {"Roux": "", "Petit": "4513"},
        ),
        ({"referent": "DSI", "referent_telephone": "4500"}, {}),
    ],
)
def test_the_number_beside_a_referent_is_theirs_or_is_said_to_be_left(
    values: dict[str, Value], numbers: dict[str, str]
) -> None:
    lines = [line(2, software="A", **values)]
    book = ledger()
    done = plan_import(ImportKind.SOFTWARE, lines, book, CHOICES, new_id)
    assert {p.last_name: p.telephone for p in book.people} == numbers
    is_left = any("telephone" in field for field in values) and not any(numbers.values())
    assert ("not_stored" in codes(done)) is is_left


def test_another_number_of_a_known_referent_is_a_change_that_is_said() -> None:
    ada = replace(ADA, telephone="4400")
    book = ledger(ada)
    lines = [line(2, software="A", referent="Ada ROUX", referent_telephone="4512")]
    done = plan_import(ImportKind.SOFTWARE, lines, book, CHOICES, new_id)
    assert book.people.get("ada").telephone == "4512"
    assert "changed" in codes(done)
