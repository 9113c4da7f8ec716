from __future__ import annotations

from dataclasses import replace

import pytest

from referent_desk.domain.departments import Node, NodeKind
from referent_desk.domain.functions import Function
from referent_desk.domain.imports import ImportKind, Value
from referent_desk.domain.imports_answers import Answers, Choice, Question, Reply
from referent_desk.domain.imports_ledgers import Ledger, make_ledger
from referent_desk.domain.imports_plans import Plan, plan_import
from referent_desk.domain.imports_runs import Choices
from tests.domain.import_ledgers import (
    KINDS,
    NORTH,
    codes,
    line,
    new_id,
    outcomes,
    stored_again,
)

FUNCTIONS = (
    Function("pre", "PRE", "Prescription", "Prescription"),
    Function("adm", "ADM", "Administration des médicaments", "Administration of medicines"),
    Function("lab", "LAB", "Analyses de laboratoire", "Laboratory"),
)
CHOICES = Choices(
    "Hôpital Nord",
    department_id="c",
    function_words={"LAB": ("labo", "médicaments du labo"), "PRE": ("médicaments",),
                    "ADM": ("médicaments",)},
)  # fmt: skip


def ledger() -> Ledger:
    ward = Node("c", NodeKind.DEPARTMENT, "Cardiologie", "north")
    return make_ledger(nodes=(NORTH, ward), kinds=KINDS, functions=FUNCTIONS)


def taken(book: Ledger, choices: Choices = CHOICES, **values: Value) -> Plan:
    lines = [line(2, software="DxSoins", **values)]
    return plan_import(ImportKind.SOFTWARE, lines, book, choices, new_id)


@pytest.mark.parametrize(
    ("purpose", "functions", "code"),
    [
        ("Prescription", ["pre"], "functions_of_purpose"),
        ("PRE / LAB", ["pre", "lab"], "functions_of_purpose"),
        ("Sert à la prescription des médicaments", ["pre"], "functions_of_purpose"),
        ("Voir les analyses du laboratoire", ["lab"], "functions_of_purpose"),
        ("l’administration du médicament", ["adm"], "functions_of_purpose"),
        ("résultats labo", ["lab"], "functions_of_purpose"),
        ("prescriptions, labo (urgent)", ["pre", "lab"], "functions_of_purpose"),
        ("prescription, lecture seule", ["pre"], "purpose_in_part"),
        ("Commander les repas", [""], "unknown_purpose"),
        ("médicaments", [""], "purpose_of_several"),
        ("?", [""], ""),
        ("", [""], ""),
    ],
)
def test_what_a_software_is_for_becomes_its_functions_where_it_names_some(
    purpose: str, functions: list[str], code: str
) -> None:
    book = ledger()
    done = taken(book, purpose=purpose)
    assert sorted(use.function_id or "" for use in book.deployments) == sorted(functions)
    assert {use.department_id for use in book.deployments} == {"c"}
    assert (code in codes(done)) == bool(code)


def test_a_kind_of_software_is_understood_too() -> None:
    book = ledger()
    assert "purpose_not_stored" not in codes(taken(book, purpose="Dossier patient"))
    assert [software.kind_id for software in book.software] == ["dpi"]


def test_without_a_department_nothing_is_used_and_the_purpose_says_so() -> None:
    book = ledger()
    done = taken(book, replace(CHOICES, department_id=""), purpose="Prescription")
    assert len(book.deployments) == 0
    assert "purpose_without_use" in codes(done)


def test_a_department_that_is_not_known_is_added_with_its_software() -> None:
    book = ledger()
    taken(book, replace(CHOICES, department_id="", department="Dialyse"))
    (use,) = book.deployments
    assert book.nodes.get(use.department_id).name == "Dialyse"


def test_a_department_that_is_typed_as_it_is_known_is_that_one() -> None:
    book = ledger()
    taken(book, replace(CHOICES, department_id="", department="cardiologie"))
    assert [use.department_id for use in book.deployments] == ["c"]


def asked_of(done: Plan) -> Question:
    (asked,) = done.lines[0].asked
    return asked.question


def answered(purpose: str, reply: Reply) -> Ledger:
    """What the home holds once the question of the line was answered so."""
    question = asked_of(taken(ledger(), purpose=purpose))
    book = ledger()
    answers = Answers().with_reply(2, question, reply)
    assert outcomes(taken(book, replace(CHOICES, answers=answers), purpose=purpose)) == ["added"]
    return book


def test_what_names_no_function_is_asked_with_all_of_them_and_the_words_of_the_sheet() -> None:
    question = asked_of(taken(ledger(), purpose="Commander les repas"))
    assert (question.value("name"), question.value("value")) == ("DxSoins", "Commander les repas")
    assert [offer.name for offer in question.offers if offer.name] == [
        "Prescription", "Administration des médicaments", "Analyses de laboratoire"
    ]  # fmt: skip
    book = answered("Commander les repas", Reply(Choice.CHOSEN, "adm"))
    assert [use.function_id for use in book.deployments] == ["adm"]


def test_what_may_be_several_functions_is_asked_with_these_alone() -> None:
    question = asked_of(taken(ledger(), purpose="médicaments"))
    assert [offer.reply.value for offer in question.offers] == ["", "pre", "adm"]
    book = answered("médicaments", Reply(Choice.CHOSEN, "pre"))
    assert [use.function_id for use in book.deployments] == ["pre"]


@pytest.mark.parametrize("reply", [None, Reply(Choice.PART)])
def test_the_words_of_the_sheet_stay_where_nobody_names_the_function(reply: Reply | None) -> None:
    if reply is None:
        book = ledger()
        taken(book, purpose="Commander les repas")
    else:
        book = answered("Commander les repas", reply)
    (use,) = book.deployments
    assert (use.function_id, use.purpose) == ("", "Commander les repas")


def test_nothing_is_asked_where_the_department_has_named_the_function() -> None:
    book = answered("Commander les repas", Reply(Choice.CHOSEN, "adm"))
    again = taken(stored_again(book), purpose="Commander les repas")
    assert (outcomes(again), again.lines[0].asked) == (["unchanged"], ())
