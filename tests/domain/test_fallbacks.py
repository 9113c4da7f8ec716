from __future__ import annotations

from datetime import date

import pytest

from referent_desk.domain.coverage import NOT_KNOWN, Use
from referent_desk.domain.failures import FailureDomain
from referent_desk.domain.fallbacks import (
    Doubt,
    Fallback,
    FallbackFacts,
    circle_names,
    function_doubts,
    function_standings,
    simulate,
)
from referent_desk.domain.functions import Function
from referent_desk.domain.means import Means, Reach, Standing, in_reach
from referent_desk.domain.means_tasks import MeansFacts, means_dues, means_tasks
from referent_desk.domain.procedures import (
    ProcedureState,
    ProcedureStatus,
    ProcedureText,
    Revision,
    RevisionState,
    Step,
)
from referent_desk.domain.software import Deployment, Software
from referent_desk.domain.tasks import Lead, Urgency
from referent_desk.domain.ward_means import Named, naming_of

S = Standing
TODAY = date(2026, 11, 22)
DOMAINS = {
    "network": FailureDomain("network", "network", "réseau", "network"),
    "login": FailureDomain("login", "directory", "annuaire", "login", leans_on=("network",)),
    "mail": FailureDomain("mail", name_fr="Pli", software_id="pli", leans_on=("network",)),
}
KEPT = {
    "ward": (Means("phone", "ward", "téléphone", leans_on=("network",)),
             Means("mail", "ward", "messagerie", leans_on=("mail",)),
             Means("runner", "ward", "coursier")),
}  # fmt: skip
WARD = in_reach(("ward",), KEPT, DOMAINS)


def text(*means: str) -> ProcedureText:
    return ProcedureText("On paper", steps=tuple(Step("x", means=(name,)) for name in means))


def simulated(*fallbacks: Fallback, fails: tuple[str, ...] = ("network",)) -> list[Standing]:
    facts = FallbackFacts(DOMAINS, fallbacks, {"ward": WARD})
    return [one.standing for one in simulate(facts, fails)]


def fallback(number: int, *means: str, software: str | None = None) -> Fallback:
    return Fallback("ward", "PRE", software, f"r{number}", text(*means) if means else None)


def test_what_falls_what_stands_and_what_nobody_knows() -> None:
    assert simulated(
        fallback(1, "téléphone"),
        fallback(2, "coursier"),
        fallback(3, "fax"),
        fallback(4),
        Fallback("ward", "PRE", None),
    ) == [S.FALLS, S.STANDS, S.UNKNOWN, S.STANDS, S.MISSING]


def test_what_a_department_cannot_reach_is_not_known_there() -> None:
    elsewhere = Fallback("other ward", "PRE", None, "r1", text("coursier"))
    assert simulated(elsewhere, fallback(1, "coursier")) == [S.UNKNOWN, S.STANDS]


def test_a_procedure_falls_with_the_software_that_it_is_meant_to_replace() -> None:
    """Where that works, nobody needs the procedure."""
    assert simulated(fallback(1, "messagerie"), fails=()) == [S.STANDS]
    assert simulated(fallback(1, "messagerie", software="pli"), fails=()) == [S.FALLS]


def test_steps_that_fall_and_steps_that_are_not_known_are_counted() -> None:
    facts = FallbackFacts(
        DOMAINS, (fallback(1, "téléphone", "fax", "coursier", "messagerie"),), {"ward": WARD}
    )
    [outcome] = simulate(facts, ["network"])
    assert (outcome.falling, outcome.unknown) == (2, 1)


def test_one_procedure_that_survives_is_enough_for_a_function() -> None:
    facts = FallbackFacts(
        DOMAINS,
        (
            fallback(1, "téléphone"),
            fallback(2, "coursier"),
            Fallback("ward", "LAB", None, "r3", text("téléphone")),
            Fallback("ward", "LAB", None),
        ),
        {"ward": WARD},
    )
    assert function_standings(simulate(facts, ["network"])) == {
        ("ward", "PRE"): S.STANDS,
        ("ward", "LAB"): S.FALLS,
    }


@pytest.mark.parametrize(
    ("one", "doubt"),
    [
        (Fallback("ward", "PRE", None, "r", text("coursier")), None),
        (Fallback("ward", "PRE", None, "r", text("coursier"), Doubt.DRAFT), Doubt.DRAFT),
        (Fallback("ward", "PRE", None, "r", text("coursier"), Doubt.FAILED), Doubt.FAILED),
        (Fallback("ward", "PRE", None, "r", ProcedureText("x", steps=(Step("y"),))),
         Doubt.NO_MEANS),
        (Fallback("ward", "PRE", None, "r"), Doubt.NO_MEANS),
        (Fallback("ward", "PRE", None, "r", None, Doubt.DRAFT), Doubt.DRAFT),
        (Fallback("ward", "PRE", None, "r", text("téléphone"), Doubt.DRAFT), None),
        (Fallback("ward", "PRE", None), None),
    ],
)  # fmt: skip
def test_what_stands_by_its_means_and_is_not_known_to_hold_is_told_apart(
    one: Fallback, doubt: Doubt | None
) -> None:
    [outcome] = simulate(FallbackFacts(DOMAINS, (one,), {"ward": WARD}), ["network"])
    assert outcome.doubt is doubt


def test_a_function_is_in_doubt_only_where_each_procedure_that_stands_is() -> None:
    sure, draft = text("coursier"), Doubt.DRAFT
    facts = FallbackFacts(
        DOMAINS,
        (
            Fallback("ward", "PRE", "a", "r1", sure, draft),
            Fallback("ward", "PRE", "b", "r2", sure),
            Fallback("ward", "LAB", "a", "r3", sure, Doubt.FAILED),
            Fallback("ward", "LAB", "b", "r4", sure, draft),
            Fallback("ward", "RDV", "a", "r5", text("téléphone"), draft),
        ),
        {"ward": WARD},
    )
    assert function_doubts(simulate(facts, ["network"])) == {("ward", "LAB"): Doubt.DRAFT}


def test_a_step_that_many_departments_follow_is_counted_once() -> None:
    shared = text("téléphone", "fax", "Téléphone")
    facts = FallbackFacts(
        DOMAINS,
        tuple(Fallback(place, "PRE", None, "r1", shared) for place in ("ward", "other")),
        {"ward": WARD, "other": WARD},
    )
    naming = naming_of(facts, {"r1": "On paper"})
    assert naming.known == {"phone": Named(2, ("On paper",))}
    assert {name: one.named.steps for name, one in naming.unknown.items()} == {"fax": 1}


def test_circles_are_told_by_name() -> None:
    circle = {
        "a": FailureDomain("a", name_fr="annuaire", leans_on=("b",)),
        "b": FailureDomain("b", name_fr="réseau", leans_on=("a",)),
    }
    assert circle_names(circle, "fr") == (("annuaire", "réseau", "annuaire"),)


def use(
    *means: str,
    code: str = "PRE",
    level: int | None = 1,
    state: RevisionState = RevisionState.APPROVED,
) -> Use:
    revision = Revision(f"{code}{means}", "p", state, text(*means), 1)
    return Use(
        Deployment("d", "ward", "s", code, criticality=level),
        Function(code, code, f"Fonction {code}", f"Function {code}", 1),
        Software("s", "Dossier+"),
        None,
        None,
        "",
        revision,
        ProcedureStatus(ProcedureState.UP_TO_DATE),
    )


@pytest.mark.parametrize(
    ("uses", "told"),
    [
        ([], []),
        ([use("coursier")], []),
        ([use("fax", "FAX", "pigeon")], [("means_unknown", 4, ("fax", "pigeon"))]),
        ([use("fax", state=RevisionState.DRAFT)], []),
        ([use("téléphone")], [("fallback_falls", 15, ("Fonction PRE",))]),
        ([use("téléphone", level=3)], []),
        ([use("téléphone", level=None)], []),
        ([use("téléphone"), use("coursier")], []),
        (
            [use("téléphone"), use("téléphone", code="LAB")],
            [("fallback_falls", 30, ("Fonction PRE", "Fonction LAB"))],
        ),
    ],
)
def test_unknown_means_and_fallbacks_that_fall_are_to_be_mended(
    uses: list[Use], told: list[tuple[str, int, tuple[str, ...]]]
) -> None:
    tasks = list(means_tasks(MeansFacts(tuple(uses), WARD), TODAY))
    assert [(task.code, task.minutes, task.names) for task in tasks] == told


def test_a_name_that_nobody_knows_presses_more_than_a_fallback_that_falls() -> None:
    unknown, falls = means_tasks(
        MeansFacts((use("fax"), use("téléphone", code="LAB")), WARD), TODAY
    )
    assert (unknown.urgency, unknown.lead) == (Urgency.SOON, Lead.MEANS)
    assert (falls.urgency, falls.lead, falls.key) == (Urgency.LATER, Lead.FAILURES, ("LAB", "s"))
    assert list(means_dues(MeansFacts(), TODAY)) == []


def test_nothing_is_to_do_about_means_where_nothing_is_used() -> None:
    assert NOT_KNOWN.id == ""
    assert list(means_tasks(MeansFacts((), Reach()), TODAY)) == []
