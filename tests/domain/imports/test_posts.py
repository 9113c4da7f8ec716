from __future__ import annotations

from dataclasses import replace

import pytest

from referent_desk.domain.departments import Node, NodeKind
from referent_desk.domain.directory import DirectoryEntry, LineType, Purpose
from referent_desk.domain.imports.answers import Answers, Choice, Reply
from referent_desk.domain.imports.kinds import ImportKind
from referent_desk.domain.imports.ledgers import Ledger, make_ledger
from referent_desk.domain.imports.plans import Plan, plan_import
from referent_desk.domain.imports.runs import Choices
from referent_desk.domain.people import Person
from tests.domain.import_ledgers import NORTH, line, new_id

WARD = Node("c", NodeKind.DEPARTMENT, "Cardiologie", "north")
NAMED = (("Mme Lefort", "FF cadre"), ("Standard", ""), ("Astreinte administrative", ""))
DOCTORS = (("Dr Marchand", "chef de service"), ("Dr Benali", "Gériatre"))
MANAGERS = (("Mme Lefort", "cadre de santé"), ("M. Roux", "cadre de santé"))


def ledger(*people: Person) -> Ledger:
    return make_ledger(nodes=(NORTH, WARD), people=people)


def taken(
    book: Ledger, *rows: tuple[str, str], ward: str = "c", answers: Answers | None = None
) -> Plan:
    lines = [
        line(place, label=label, role=role, number=str(4000 + place))
        for place, (label, role) in enumerate(rows, start=2)
    ]
    choices = Choices("Hôpital Nord", department_id=ward, answers=answers or Answers())
    return plan_import(ImportKind.DIRECTORY, lines, book, choices, new_id)


def asked(done: Plan) -> list[str]:
    return [each.question.code for report in done.lines for each in report.asked]


def purposes(book: Ledger) -> dict[str, str]:
    return {e.number: e.purpose for e in book.entries if e.purpose is not Purpose.NONE}


@pytest.mark.parametrize("ward", ["c", ""])
def test_who_is_told_by_their_role_is_known_in_a_ward_and_in_a_hospital(ward: str) -> None:
    book = ledger()
    assert asked(taken(book, *NAMED, ward=ward)) == []
    assert purposes(book) == {"4002": Purpose.WARD_MANAGER, "4003": Purpose.SWITCHBOARD,
                              "4004": Purpose.ADMINISTRATOR_ON_DUTY}  # fmt: skip


def test_the_best_of_several_lines_counts_and_not_the_first() -> None:
    book = ledger()
    taken(book, ("Informatique", "Hotline"), ("Informatique astreinte", "nuit, WE, fériés"))
    assert purposes(book) == {"4003": Purpose.IT_ON_CALL}


def test_a_head_of_department_is_no_physician_on_duty_unless_somebody_says_so() -> None:
    book = ledger()
    done = taken(book, *DOCTORS)
    assert asked(done) == ["which_physician"]
    assert purposes(book) == {}
    question = done.lines[0].asked[0].question
    answers = Answers().with_reply(2, question, Reply(Choice.CHOSEN, "3"))
    book = ledger()
    taken(book, *DOCTORS, answers=answers)
    assert purposes(book) == {"4003": Purpose.PHYSICIAN}


def test_several_managers_in_a_hospital_are_those_of_its_wards_and_asked_about() -> None:
    book = ledger()
    assert asked(taken(book, *MANAGERS, ward="")) == ["which_manager"]
    assert purposes(book) == {}
    book = ledger()
    assert asked(taken(book, *MANAGERS)) == []
    assert purposes(book) == {"4002": Purpose.WARD_MANAGER}


def test_a_mobile_in_the_column_of_the_dect_is_a_mobile() -> None:
    book = ledger()
    lines = [line(2, label="Astreinte", dect="06 12 34 56 78"),
             line(3, label="Accueil", number="4512", dect="07 12 34 56 78")]  # fmt: skip
    choices = Choices("Hôpital Nord", department_id="c")
    plan_import(ImportKind.DIRECTORY, lines, book, choices, new_id)
    assert {(e.label, e.line_type) for e in book.entries} == {
        ("Astreinte", LineType.MOBILE),
        ("Accueil", LineType.UNKNOWN),
        ("Accueil (mobile)", LineType.MOBILE),
    }


@pytest.mark.parametrize(
    ("label", "people", "found", "questions"),
    [
        ("Mme LEFORT Sylvie", ("Lefort", ""), ("Sylvie", "4002"), []),
        ("Dr Benali Karim", ("Benali", ""), ("Karim", "4002"), []),
        ("Mme LEFORT Sylvie", ("Lefort", "S."), ("Sylvie", "4002"), []),
        ("Mme LEFORTE", ("Lefort", ""), ("", ""), ["same_person"]),
        ("Mme LEFORT Anne", ("Lefort", "Sylvie"), ("Sylvie", ""), []),
        ("Pharmacie Lefort", ("Lefort", ""), ("", ""), []),
    ],
)
def test_a_number_of_the_directory_is_that_of_its_person(
    label: str, people: tuple[str, str], found: tuple[str, str], questions: list[str]
) -> None:
    book = ledger(Person("p", *people, department_id="c"))
    done = taken(book, (label, ""))
    person = book.people.get("p")
    assert (person.first_name, person.telephone) == found
    assert [code for code in asked(done) if code == "same_person"] == questions


def test_a_number_that_is_known_of_somebody_stays() -> None:
    book = ledger(Person("p", "Lefort", "Sylvie", department_id="c", telephone="4999"))
    taken(book, ("Mme LEFORT Sylvie", ""))
    assert book.people.get("p").telephone == "4999"


@pytest.mark.parametrize(
    "label",
    ["Urgence vitale interne", "Numéro interne", "Standard interne", "Secours internes",
     "Médecine interne"],
)  # fmt: skip
def test_what_is_called_internal_is_no_physician_who_might_be_on_duty(label: str) -> None:
    assert asked(taken(ledger(), (label, ""), ("Labo", ""))) == []


@pytest.mark.parametrize("label", ["Interne de garde pneumologie", "interne", "Interne d’étage"])
def test_one_who_trains_as_a_physician_may_be_meant(label: str) -> None:
    assert set(asked(taken(ledger(), (label, ""), ("Labo", "")))) <= {"which_physician"}
    assert asked(taken(ledger(), ("Interne d’étage", ""), ("Labo", ""))) == ["which_physician"]


ON_DUTY = ("Anesthésiste de garde", "Obstétricien de garde", "Pédiatre de garde")


@pytest.mark.parametrize(("ward", "questions"), [("c", ["which_physician"]), ("", [])])
def test_of_specialists_on_duty_it_is_asked_once_whom_a_ward_calls_first(
    ward: str, questions: list[str]
) -> None:
    rows = [(label, "") for label in ON_DUTY]
    assert asked(taken(ledger(), *rows, ward=ward)) == questions


@pytest.mark.parametrize(("row", "expected"), [("3", {"4203": Purpose.PHYSICIAN}), ("", {})])
def test_whom_a_ward_calls_first_may_answer_at_night_alone_and_may_be_none_of_them(
    row: str, expected: dict[str, str]
) -> None:
    lines = [line(place, label=label, night=f"420{place}") for place, label in enumerate(ON_DUTY)]
    lines.append(line(3, label="Chirurgien d’astreinte", night="4203"))
    choices = Choices("Hôpital Nord", department_id="c")
    book = ledger()
    done = plan_import(ImportKind.DIRECTORY, lines, book, choices, new_id)
    assert asked(done) == ["which_physician"]
    first = done.lines[0]
    reply = Reply(Choice.CHOSEN, row) if row else Reply(Choice.PART)
    answers = Answers().with_reply(first.row, first.asked[0].question, reply)
    book, choices = ledger(), replace(choices, answers=answers)
    done = plan_import(ImportKind.DIRECTORY, lines, book, choices, new_id)
    assert purposes(book) == expected
    again = plan_import(
        ImportKind.DIRECTORY, lines, book, replace(choices, answers=Answers()), new_id
    )
    assert asked(again) == []


@pytest.mark.parametrize(
    ("labels", "expected"),
    [
        (("Médecin d’astreinte cardiologie", "Pédiatre de garde"), {"4002": Purpose.PHYSICIAN}),
        (("Médecin d’astreinte réanimation", "Labo"), {}),
        (("Médecin d’astreinte cardiologie", "Médecin de garde réa"), {}),
    ],
)
def test_the_one_physician_on_duty_for_the_ward_is_taken_without_a_question(
    labels: tuple[str, ...], expected: dict[str, str]
) -> None:
    book = ledger()
    done = taken(book, *((label, "") for label in labels))
    assert purposes(book) == expected
    assert bool(asked(done)) is not bool(expected)


def test_a_number_typed_in_the_first_steps_is_not_there_twice_and_has_the_name_of_the_list() -> (
    None
):
    typed = DirectoryEntry("e", "c", "", "DSI, astreinte", "40 02", purpose=Purpose.IT_ON_CALL)
    book = make_ledger(nodes=(NORTH, WARD), entries=(typed,))
    taken(book, ("Informatique (astreinte)", ""), ("Informatique, astreinte bis", ""))
    assert [(e.label, e.number) for e in book.entries] == [
        ("Informatique (astreinte)", "40 02"),
        ("Informatique, astreinte bis", "4003"),
    ]


def test_two_lines_of_one_file_with_one_number_stay_two() -> None:
    book = ledger()
    rows = [
        line(place, label=label, number="4110")
        for place, label in ((2, "Cadre de santé"), (3, "Cadre de santé, bureau"))
    ]
    plan_import(ImportKind.DIRECTORY, rows, book, Choices(department_id="c"), new_id)
    assert len(book.entries) == 2
