from __future__ import annotations

from datetime import date

from referent_desk.domain.departments import DepartmentChoice
from referent_desk.domain.functions import Function
from referent_desk.domain.procedures import (
    Procedure,
    ProcedureState,
    ProcedureText,
    Revision,
    RevisionState,
    Verification,
    VerificationResult,
)
from referent_desk.domain.software import ReleaseLive
from referent_desk.domain.software_procedures import (
    SoftwareUses,
    UsingDepartment,
    procedure_rows,
)

TODAY = date(2026, 11, 22)
FUNCTIONS = {
    "f1": Function("f1", "PRE", "Prescription", "Prescribing", 1),
    "f2": Function("f2", "REP", "Repas", "Meals", 2),
}


def choice(key: str) -> DepartmentChoice:
    return DepartmentChoice(key, f"Ward {key}", key, "North")


def using(key: str, *functions: str) -> UsingDepartment:
    return UsingDepartment(choice(key), (key, "north", "group"), "north", functions)


def approved(procedure_id: str) -> Revision:
    text = ProcedureText("Title")
    return Revision(f"r-{procedure_id}", procedure_id, RevisionState.APPROVED, text, 1, "", "",
                    date(2026, 1, 1))  # fmt: skip


def tried(procedure_id: str, department_id: str, release_id: str) -> Verification:
    return Verification(f"r-{procedure_id}", release_id, department_id, VerificationResult.WORKED,
                        date(2026, 2, 1))  # fmt: skip


def uses(*departments: UsingDepartment, **verified: str) -> SoftwareUses:
    """`verified`: the release on which the group's procedure was tried, by department."""
    return SoftwareUses(
        software_id="s",
        departments=departments,
        names={"group": "The group", "north": "North", "b": "Ward b"},
        lives=(ReleaseLive("new", "2", "north", "North", date(2026, 6, 1)),),
        procedures=(
            Procedure("p", "group", "f1", None),
            Procedure("own", "b", "f1", "s"),
        ),
        revisions={"p": (approved("p"),), "own": (approved("own"),)},
        verifications={key: (tried("p", key, release),) for key, release in verified.items()},
    )


def test_departments_that_share_a_procedure_are_one_line_in_its_worst_state() -> None:
    found = uses(using("a", "f1"), using("c", "f1"), using("d", "f1"), a="new", c="old", d="old")
    (row,) = procedure_rows(found, FUNCTIONS, TODAY, "fr")
    assert (row.function, row.owner, row.departments) == ("Prescription", "The group", 3)
    assert (row.state, row.waiting) == (ProcedureState.TO_VERIFY, 2)
    assert row.states == ((ProcedureState.TO_VERIFY, 2), (ProcedureState.UP_TO_DATE, 1))
    assert row.department == choice("c")


def test_a_procedure_of_the_ward_itself_stands_on_its_own_line() -> None:
    rows = procedure_rows(uses(using("a", "f1"), using("b", "f1")), FUNCTIONS, TODAY, "en")
    assert [(row.owner, row.state) for row in rows] == [
        ("The group", ProcedureState.NEVER_VERIFIED),
        ("Ward b", ProcedureState.NEVER_VERIFIED),
    ]


def test_a_function_without_procedure_is_a_line_too() -> None:
    (row,) = procedure_rows(uses(using("a", "f2")), FUNCTIONS, TODAY, "en")
    assert (row.function, row.owner, row.state) == ("Meals", "", ProcedureState.MISSING)


def test_lines_come_in_the_order_of_functions() -> None:
    rows = procedure_rows(uses(using("a", "f2", "f1")), FUNCTIONS, TODAY, "en")
    assert [row.function_id for row in rows] == ["f1", "f2"]
