from __future__ import annotations

from dataclasses import replace

import pytest

from referent_desk.domain.departments import Node, NodeKind
from referent_desk.domain.functions import Function
from referent_desk.domain.imports import ImportKind, Value
from referent_desk.domain.imports_ledgers import Ledger, make_ledger
from referent_desk.domain.imports_plans import Plan, plan_import
from referent_desk.domain.imports_runs import Choices
from tests.domain.import_ledgers import KINDS, NORTH, codes, line, new_id

FUNCTIONS = (
    Function("pre", "PRE", "Prescription", "Prescription"),
    Function("adm", "ADM", "Administration des médicaments", "Administration of medicines"),
    Function("lab", "LAB", "Analyses de laboratoire", "Laboratory"),
)
CHOICES = Choices("Hôpital Nord", department_id="c")


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
        ("Commander les repas", [""], "purpose_not_stored"),
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
