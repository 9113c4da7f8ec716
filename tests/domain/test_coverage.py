from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from referent_desk.domain.coverage import (
    NOT_KNOWN,
    CoverageFacts,
    functions_without_software,
    referent_of,
    uses_of,
)
from referent_desk.domain.functions import Function
from referent_desk.domain.people import Appointment, AppointmentKind, AppointmentRank, Person
from referent_desk.domain.procedures import (
    Procedure,
    ProcedureState,
    ProcedureText,
    Revision,
    RevisionState,
    Verification,
    VerificationResult,
)
from referent_desk.domain.software import Deployment, ReleaseLive, Software

TODAY = date(2026, 11, 22)
LIVE = ReleaseLive("r1", "7.1", "north", "Nord", date(2026, 1, 1))
FACTS = CoverageFacts(
    department_id="cardiology",
    path=("cardiology", "pole", "north"),
    path_names={"cardiology": "Cardiologie", "pole": "Pôle", "north": "Nord"},
    establishment_id="north",
    functions={
        "pre": Function("pre", "PRE", "Prescription", "Prescription", 2),
        "lab": Function("lab", "LAB", "Laboratoire", "Laboratory", 1),
        "act": Function("act", "ACT", "Actes", "Acts", 3),
    },
    kinds={},
    software={"a": Software("a", "Alpha"), "b": Software("b", "beta")},
    deployments=(
        Deployment("1", "cardiology", "a", "pre"),
        Deployment("2", "cardiology", "b", "pre"),
        Deployment("3", "cardiology", "a", "lab"),
        Deployment("4", "cardiology", "b", None),
    ),
    lives={"a": (LIVE,)},
    procedures=(Procedure("p", "pole", "pre"),),
    revisions={"p": (Revision("v", "p", RevisionState.APPROVED, ProcedureText("T"), 1),)},
    verifications=(Verification("v", "r1", "cardiology", VerificationResult.WORKED, TODAY, "7.1"),),
    appointments=(),
    people={},
)


def test_uses_come_in_the_order_of_functions_then_of_names_the_unnamed_last() -> None:
    found = [
        (u.function.code if u.function else "", u.software.name) for u in uses_of(FACTS, TODAY)
    ]
    assert found == [("LAB", "Alpha"), ("PRE", "Alpha"), ("PRE", "beta"), ("", "beta")]


def test_each_use_has_the_procedure_of_its_function_and_its_own_state() -> None:
    lab, alpha, beta, unnamed = uses_of(FACTS, TODAY)
    assert (alpha.owner, alpha.state) == ("Pôle", ProcedureState.UP_TO_DATE)
    assert alpha.live == LIVE
    assert (beta.live, beta.state) == (None, ProcedureState.UP_TO_DATE)
    for without in (lab, unnamed):
        assert (without.procedure, without.owner) == (None, "")
        assert without.state is ProcedureState.MISSING


def test_only_what_a_department_needs_can_be_a_hole() -> None:
    assert functions_without_software(FACTS, uses_of(FACTS, TODAY)) == ()
    saying = replace(FACTS, needed=frozenset({"pre", "act"}))
    assert [f.code for f in functions_without_software(saying, uses_of(saying, TODAY))] == ["ACT"]
    bare = replace(saying, deployments=())
    assert [f.code for f in functions_without_software(bare, uses_of(bare, TODAY))] == [
        "PRE", "ACT",
    ]  # fmt: skip


def test_a_needed_function_is_a_use_even_before_its_software_is_known() -> None:
    saying = replace(FACTS, needed=frozenset({"lab", "act"}), deployments=FACTS.deployments[:1])
    lab, pre, act = uses_of(saying, TODAY)
    assert [u.function.code for u in (lab, pre, act) if u.function] == ["LAB", "PRE", "ACT"]
    assert (lab.software, pre.software.name, act.software) == (NOT_KNOWN, "Alpha", NOT_KNOWN)
    assert lab.state is act.state is ProcedureState.MISSING


def test_a_procedure_for_any_software_holds_while_the_software_is_not_known() -> None:
    saying = replace(FACTS, needed=frozenset({"pre"}), deployments=())
    (use,) = uses_of(saying, TODAY)
    assert (use.owner, use.state) == ("Pôle", ProcedureState.UP_TO_DATE)
    for_alpha = replace(saying, procedures=(Procedure("p", "pole", "pre", "a"),))
    (use,) = uses_of(for_alpha, TODAY)
    assert use.state is ProcedureState.MISSING


def appointed(person: str, place: str, software: str | None = None) -> Appointment:
    kind, rank = AppointmentKind.SOFTWARE, AppointmentRank.MAIN
    return Appointment(person, person, place, kind, rank, software)


def test_who_answers_is_the_departments_own_then_that_of_what_it_stands_under() -> None:
    people = {name: Person(name, name) for name in ("own", "above", "special")}
    answers = (AppointmentKind.SOFTWARE, AppointmentRank.MAIN)
    facts = replace(FACTS, people=people, appointments=(appointed("above", "north"),))
    assert referent_of(FACTS, TODAY, *answers) is None
    assert referent_of(facts, TODAY, *answers) == people["above"]
    facts = replace(facts, appointments=(*facts.appointments, appointed("own", "cardiology")))
    assert referent_of(facts, TODAY, *answers) == people["own"]
    special = appointed("special", "cardiology", "a")
    facts = replace(facts, appointments=(*facts.appointments, special))
    assert referent_of(facts, TODAY, *answers, "a") == people["special"]
    assert referent_of(facts, TODAY, *answers, "b") == people["own"]
    elsewhere = replace(facts, appointments=(appointed("own", "another department"),))
    assert referent_of(elsewhere, TODAY, *answers) is None


def test_a_withdrawn_text_leaves_the_place_to_the_next_one_up_the_tree() -> None:
    own = Revision(
        "w",
        "own",
        RevisionState.APPROVED,
        ProcedureText("Own"),
        1,
        withdrawn_on=TODAY,
        withdrawn_because="wrong",
    )
    procedures = (*FACTS.procedures, Procedure("own", "cardiology", "pre"))
    facts = replace(FACTS, procedures=procedures, revisions={**FACTS.revisions, "own": (own,)})
    (use, _other) = (u for u in uses_of(facts, TODAY) if u.function and u.function.code == "PRE")
    assert (use.owner, use.revision and use.revision.id, use.withdrawn) == ("Pôle", "v", own)
    before = uses_of(facts, TODAY - date.resolution)
    assert {u.owner for u in before if u.function and u.function.code == "PRE"} == {"Cardiologie"}


def test_where_nothing_else_holds_a_withdrawn_text_says_why_there_is_none() -> None:
    gone = replace(FACTS.revisions["p"][0], withdrawn_on=TODAY, withdrawn_because="wrong")
    facts = replace(FACTS, revisions={"p": (gone,)})
    use = next(u for u in uses_of(facts, TODAY) if u.function and u.function.code == "PRE")
    assert (use.state, use.procedure, use.withdrawn) == (ProcedureState.MISSING, None, gone)
    (reason,) = use.status.reasons
    assert (reason.code, reason.fields) == ("withdrawn", {"day": TODAY, "why": "wrong"})


def test_a_draft_holds_after_its_own_text_was_withdrawn() -> None:
    gone = replace(FACTS.revisions["p"][0], withdrawn_on=TODAY)
    draft = Revision("d", "p", RevisionState.DRAFT, ProcedureText("D"))
    facts = replace(FACTS, revisions={"p": (gone, draft)})
    use = next(u for u in uses_of(facts, TODAY) if u.function and u.function.code == "PRE")
    assert (use.revision, use.withdrawn, use.state) == (draft, gone, ProcedureState.DRAFT_ONLY)


OWN = Procedure("own", "cardiology", "pre")
HALFWAY = Procedure("halfway", "pole", "pre", "a")
OPEN = Revision("d", "own", RevisionState.DRAFT, ProcedureText("D"))
ABOVE = FACTS.procedures[0]


APPROVED = Revision("o", "own", RevisionState.APPROVED, ProcedureText("O"), 1)
TO_COME = replace(APPROVED, in_force_on=TODAY + date.resolution)
GONE = replace(APPROVED, withdrawn_on=TODAY)


@pytest.mark.parametrize(
    ("own", "holds", "waits"),
    [
        ((OPEN,), "p", "own"),
        ((), "p", "own"),
        ((APPROVED,), "own", None),
        ((TO_COME,), "p", "own"),
        ((GONE, OPEN), "p", "own"),
        ((GONE,), "p", None),
    ],
)
def test_a_text_of_ours_that_is_not_in_force_leaves_its_place_to_one_above_that_is(
    own: tuple[Revision, ...], holds: str, waits: str | None
) -> None:
    facts = replace(FACTS, procedures=(OWN, ABOVE), revisions={**FACTS.revisions, "own": own})
    use = next(u for u in uses_of(facts, TODAY) if u.function and u.function.code == "PRE")
    assert (use.procedure and use.procedure.id) == holds
    assert (use.waiting.id if use.waiting else None) == waits


def test_where_nothing_above_is_in_force_our_own_draft_holds() -> None:
    theirs = replace(OPEN, id="t", procedure_id="p")
    for above in ((theirs,), (), (replace(FACTS.revisions["p"][0], withdrawn_on=TODAY),)):
        facts = replace(FACTS, procedures=(ABOVE, OWN), revisions={"p": above, "own": (OPEN,)})
        use = next(u for u in uses_of(facts, TODAY) if u.function and u.function.code == "PRE")
        assert (use.procedure, use.revision, use.waiting) == (OWN, OPEN, None)


def test_at_one_node_a_draft_for_this_software_leaves_its_place_to_the_text_for_any() -> None:
    draft = replace(OPEN, procedure_id="halfway")
    revisions = {**FACTS.revisions, "halfway": (draft,)}
    facts = replace(FACTS, procedures=(HALFWAY, ABOVE), revisions=revisions)
    alpha, beta = (u for u in uses_of(facts, TODAY) if u.function and u.function.code == "PRE")
    assert (alpha.procedure, alpha.waiting) == (ABOVE, HALFWAY)
    assert (beta.procedure, beta.waiting) == (ABOVE, None)
