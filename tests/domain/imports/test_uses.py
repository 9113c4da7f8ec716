from __future__ import annotations

from dataclasses import replace
from itertools import permutations

import pytest

from referent_desk.domain.departments import Node, NodeKind
from referent_desk.domain.functions import Function
from referent_desk.domain.imports.answers import Answers, Choice, Reply, Tick
from referent_desk.domain.imports.guesses import guessed_functions
from referent_desk.domain.imports.kinds import Field, ImportKind
from referent_desk.domain.imports.ledgers import Ledger, make_ledger
from referent_desk.domain.imports.plans import Plan, plan_import
from referent_desk.domain.imports.reports import SourceLine
from referent_desk.domain.imports.runs import Choices
from referent_desk.domain.software import Deployment, Software, SoftwareKind
from tests.domain.import_ledgers import NORTH, codes, line, new_id, outcomes, stored_again

FUNCTIONS = tuple(
    Function(code.lower(), code, name, name, place)
    for place, (code, name) in enumerate(
        (("PRE", "Prescription"), ("LAB", "Laboratoire"), ("IMA", "Imagerie"), ("SOI", "Soins"))
    )
)
KINDS = (
    SoftwareKind(
        "dpi", "DPI", "Dossier patient", "Record", function_ids=("pre", "lab", "ima", "soi")
    ),
    SoftwareKind("ris", "RIS", "Radiologie", "Radiology", function_ids=("ima",)),
    SoftwareKind("urg", "SIU", "Urgences", "Emergency", function_ids=("pre", "soi")),
)
WARD = Node("c", NodeKind.DEPARTMENT, "Cardiologie", "north")
CHOICES = Choices("Hôpital Nord", department_id="c", function_words={"": ("bureautique",)})


def ledger(*deployments: Deployment, kind_id: str | None = None) -> Ledger:
    known = (Software("old", "Ancien", kind_id=kind_id),) if deployments else ()
    return make_ledger(
        nodes=(NORTH, WARD),
        software=known,
        deployments=deployments,
        kinds=KINDS,
        functions=FUNCTIONS,
    )


def taken(book: Ledger, *lines: SourceLine) -> Plan:
    return plan_import(ImportKind.SOFTWARE, lines, book, CHOICES, new_id)


def uses(book: Ledger, name: str) -> list[str]:
    (software,) = (s for s in book.software if s.name == name)
    return [use.function_id or "" for use in book.deployments if use.software_id == software.id]


RECORD = line(2, software="Orvalis", kind="DPI")
DEDICATED = (
    line(3, software="Presciane", kind="Prescription"),
    line(4, software="ImaView", kind="RIS"),
    line(5, software="BioServ", purpose="Laboratoire"),
)


def test_a_kind_of_many_functions_leaves_those_to_a_program_that_is_there_for_them() -> None:
    book = ledger()
    done = taken(book, RECORD, *DEDICATED)
    assert uses(book, "Orvalis") == ["soi"]
    assert [uses(book, name) for name in ("Presciane", "ImaView", "BioServ")] == [
        ["pre"],
        ["ima"],
        ["lab"],
    ]
    (told,) = [r for r in done.lines[0].remarks if r.code == "functions_done_by_others"]
    assert told.value("value") == (
        "Prescription (Presciane), Laboratoire (BioServ), Imagerie (ImaView)"
    )
    assert [r.value("value") for r in done.lines[0].remarks if r.code == "functions_of_kind"] == [
        "Soins"
    ]
    assert outcomes(taken(stored_again(book), RECORD, *DEDICATED)) == ["unchanged"] * 4


def test_a_program_for_it_in_another_department_leaves_the_kind_its_function() -> None:
    book = make_ledger(nodes=(NORTH, WARD), kinds=KINDS, functions=FUNCTIONS)
    lines = (
        line(2, department="Cardiologie", software="Orvalis", kind="DPI"),
        line(3, department="Pneumologie", software="Presciane", kind="Prescription"),
    )
    plan_import(ImportKind.DEPLOYMENTS, lines, book, CHOICES, new_id)
    assert uses(book, "Orvalis") == ["pre", "lab", "ima", "soi"]


@pytest.mark.parametrize(
    ("kind_id", "expected"),
    [(None, ["lab", "ima", "soi"]), ("dpi", ["pre", "lab", "ima", "soi"])],
)
def test_what_the_home_knows_counts_too_unless_that_was_itself_taken_from_a_kind_of_many(
    kind_id: str | None, expected: list[str]
) -> None:
    book = ledger(Deployment("d", "c", "old", "pre"), kind_id=kind_id)
    taken(book, RECORD)
    assert uses(book, "Orvalis") == expected


def test_two_kinds_of_many_functions_do_not_take_them_from_each_other() -> None:
    book = ledger()
    taken(book, RECORD, line(3, software="UrgSoft", kind="SIU"))
    assert (uses(book, "Orvalis"), uses(book, "UrgSoft")) == (
        ["pre", "lab", "ima", "soi"],
        ["pre", "soi"],
    )


def test_where_others_do_all_of_it_the_ward_is_asked_what_is_left() -> None:
    book = ledger()
    done = taken(
        book, line(2, software="UrgSoft", kind="SIU"), DEDICATED[0],
        line(6, software="Cares", purpose="Soins"),
    )  # fmt: skip
    assert uses(book, "UrgSoft") == [""]
    assert "functions_of_kind" not in codes(done)
    assert not next(use for use in book.deployments if not use.function_id).outside


def test_a_purpose_that_no_function_holds_is_kept_as_such_and_asked_no_more() -> None:
    book = ledger()
    office = line(2, software="Bureautique Pack", kind="Bureautique")
    taken(book, office)
    (use,) = book.deployments
    assert (use.function_id, use.outside, use.purpose) == ("", True, "Bureautique")
    assert outcomes(taken(stored_again(book), office)) == ["unchanged"]


def test_a_use_of_which_nothing_was_said_becomes_one_that_no_function_holds_and_back() -> None:
    book = ledger(Deployment("d", "c", "old", ""))
    office = line(2, software="Ancien", purpose="Bureautique")
    assert "changed" in codes(taken(book, office))
    assert book.deployments.get("d").outside
    book = stored_again(book)
    named = replace(office, values={**office.values, **line(2, purpose="Prescription").values})
    taken(book, named)
    assert (book.deployments.get("d").function_id, book.deployments.get("d").outside) == (
        "pre",
        False,
    )


def test_what_the_column_of_functions_names_may_be_none_of_them() -> None:
    ward = Node("c", NodeKind.DEPARTMENT, "Cardiologie", "north")
    lines = [line(2, department="Cardiologie", software="Cristal", function=("Greffe",))]

    def taken(answers: Answers) -> tuple[Plan, Ledger]:
        book = make_ledger(nodes=(NORTH, ward), functions=FUNCTIONS)
        choices = Choices("Hôpital Nord", answers=answers)
        return plan_import(ImportKind.DEPLOYMENTS, lines, book, choices, new_id), book

    [asked] = taken(Answers())[0].lines[0].asked
    answer = Answers().with_reply(2, asked.question, Reply(Choice.OTHER))
    done, book = taken(answer)
    [use] = book.deployments
    assert (use.function_id, use.outside, use.purpose) == ("", True, "Greffe")
    assert outcomes(done) == ["added"]


def test_the_remark_beside_a_second_referent_says_whose_it_is() -> None:
    """Else the sheet would say of the whole program what holds for one team."""
    book = ledger()
    lines = [
        line(2, software="Dx", referent="BOURDON Chloé", remarks="Lent le lundi"),
        line(3, software="Dx", referent="KERVELLA Yann", remarks="Aides-soignants seulement"),
    ]
    taken(book, *lines)
    [use] = book.deployments
    assert use.purpose == "Lent le lundi – Yann Kervella\u00a0: Aides-soignants seulement"
    assert outcomes(taken(stored_again(book), *lines)) == ["unchanged"] * 2


def test_what_is_supposed_of_a_kind_can_be_left_out_too() -> None:
    book = ledger()
    answers = Answers().with_turned(Tick(2, "function", "Laboratoire"))
    choices = replace(CHOICES, answers=answers)
    done = plan_import(ImportKind.SOFTWARE, [RECORD], book, choices, new_id)
    assert uses(book, "Orvalis") == ["pre", "ima", "soi"]
    assert guessed_functions(done.lines[0].remarks)["Laboratoire"] is False


ORDERS = (
    (
        {"software": "Orvane", "kind": "DPI"},
        {"software": "Prescia", "purpose": "Prescription du jour"},
        {"software": "Visimage", "purpose": "Demandes d'imagerie"},
        {"software": "Labéo", "purpose": "Laboratoire"},
        {"software": "Cares", "purpose": "bureautique"},
    ),
    (
        {"software": "Dx", "purpose": "Dossier patient"},
        {"software": "Dx", "purpose": "Prescription"},
        {"software": "Dx", "purpose": "Suivi divers"},
        {"software": "Dx", "purpose": "Demandes d'imagerie"},
    ),
    (
        {"software": "Dx", "kind": "RIS"},
        {"software": "ImaView", "purpose": "Demandes d'imagerie"},
        {"software": "BioOne", "purpose": "Demandes de laboratoire"},
        {"software": "BioTwo", "purpose": "Envois de laboratoire, soins"},
        {"software": "Rare", "kind": "DPI", "purpose": "Suivi divers"},
    ),
)


@pytest.mark.parametrize("said", ORDERS)
def test_what_a_department_uses_and_is_asked_does_not_depend_on_the_order_of_the_lines(
    said: tuple[dict[str, str], ...],
) -> None:
    results = set()
    for order in permutations(said):
        book = ledger()
        lines = [line(row, **values) for row, values in enumerate(order, 2)]
        done = taken(book, *lines)
        names = {one.id: one.name for one in book.software}
        used = {(names[u.software_id], u.function_id, u.outside) for u in book.deployments}
        asked = {
            (values.text(Field.SOFTWARE), values.text(Field.PURPOSE), a.question.code)
            for values, told in zip(lines, done.lines, strict=True)
            for a in told.asked
        }
        results.add((frozenset(used), frozenset(asked)))
    assert len(results) == 1
