from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from referent_desk.domain.coverage import CoverageFacts, uses_of
from referent_desk.domain.functions import Function
from referent_desk.domain.procedures import Procedure, ProcedureText, Revision, RevisionState
from referent_desk.domain.software import Deployment, Software
from referent_desk.domain.upper_texts import (
    UpperChoice,
    UpperDecision,
    UpperText,
    upper_text,
    upper_texts,
)

TODAY = date(2026, 11, 22)
DAY = timedelta(days=1)


def approved(procedure: str, number: int, ago: int, begins: int | None = None) -> Revision:
    day = TODAY - ago * DAY
    return Revision(
        f"{procedure}{number}",
        procedure,
        RevisionState.APPROVED,
        ProcedureText(f"{procedure}{number}"),
        number,
        approved_on=day,
        in_force_on=day if begins is None else TODAY + begins * DAY,
    )


FACTS = CoverageFacts(
    department_id="ward",
    path=("ward", "pole", "north", "group"),
    path_names={"ward": "Cardiologie", "north": "Nord", "group": "GHT", "pole": "Pôle"},
    establishment_id="north",
    functions={"pre": Function("pre", "PRE", "Prescription", "Prescription", 1)},
    kinds={},
    software={"a": Software("a", "Alpha")},
    deployments=(Deployment("1", "ward", "a", "pre"),),
    lives={},
    procedures=(Procedure("own", "ward", "pre", "a"), Procedure("site", "north", "pre")),
    revisions={
        "own": (approved("own", 1, 50),),
        "site": (approved("site", 1, 90), approved("site", 2, 10)),
    },
    verifications=(),
    appointments=(),
    people={},
)
KEPT = UpperDecision("1", "own", "site2", UpperChoice.KEPT, "M. Aubry", TODAY)


def found(facts: CoverageFacts, *decisions: UpperDecision) -> UpperText | None:
    (use,) = uses_of(facts, TODAY)
    return upper_text(facts, use, decisions, TODAY)


def with_revisions(**revisions: tuple[Revision, ...]) -> CoverageFacts:
    return replace(FACTS, revisions={**FACTS.revisions, **revisions})


def test_a_newer_text_above_one_s_own_is_told_with_whose_it_is() -> None:
    upper = found(FACTS)
    assert upper is not None
    assert (upper.ours.id, upper.theirs.id) == ("own1", "site2")
    assert (upper.owner, upper.is_own, upper.procedure_id) == ("Nord", True, "own")
    assert list(upper_texts(FACTS, uses_of(FACTS, TODAY), (), TODAY)) == [("pre", "a")]


DRAFT = Revision("d", "own", RevisionState.DRAFT, ProcedureText("D"))
GONE = replace(approved("site", 2, 10), withdrawn_on=TODAY)


@pytest.mark.parametrize(
    ("facts", "decisions"),
    [
        (with_revisions(own=(approved("own", 1, 50), approved("own", 2, 5))), ()),
        (with_revisions(own=(approved("own", 1, 10),)), ()),
        (with_revisions(own=(DRAFT,)), ()),
        (with_revisions(site=(approved("site", 2, 10, begins=4),)), ()),
        (with_revisions(site=(replace(DRAFT, procedure_id="site"),)), ()),
        (with_revisions(site=(approved("site", 1, 90), GONE)), ()),
        (replace(FACTS, procedures=FACTS.procedures[:1]), ()),
        (FACTS, (KEPT,)),
        (FACTS, (replace(KEPT, decision=UpperChoice.TAKEN),)),
    ],
    ids=[
        "ours is newer", "approved on one day", "ours is a draft", "theirs is yet to begin",
        "theirs is a draft", "theirs is withdrawn", "nothing above", "kept", "taken",
    ],
)  # fmt: skip
def test_nothing_is_told_where_there_is_nothing_to_decide(
    facts: CoverageFacts, decisions: tuple[UpperDecision, ...]
) -> None:
    assert found(facts, *decisions) is None


def test_a_decision_on_one_revision_says_nothing_of_the_next() -> None:
    upper = found(FACTS, replace(KEPT, revision_id="site1"))
    assert upper is not None
    assert found(FACTS, replace(KEPT, procedure_id="another")) == upper


def test_a_text_of_a_node_between_is_nobody_s_own_here() -> None:
    procedures = (Procedure("own", "north", "pre", "a"), Procedure("site", "group", "pre"))
    upper = found(replace(FACTS, procedures=procedures))
    assert upper is not None
    assert (upper.owner, upper.is_own) == ("GHT", False)


def test_a_withdrawn_text_between_leaves_the_place_to_the_one_above_it() -> None:
    procedures = (*FACTS.procedures, Procedure("far", "group", "pre"))
    facts = with_revisions(site=(replace(GONE, number=1),), far=(approved("far", 1, 3),))
    upper = found(replace(facts, procedures=procedures))
    assert upper is not None
    assert (upper.owner, upper.theirs.id) == ("GHT", "far1")
