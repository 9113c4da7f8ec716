from __future__ import annotations

import json
from dataclasses import replace
from datetime import date

import pytest

from referent_desk.domain.body_differences import BodyDifference, Difference, differences
from referent_desk.domain.check_codes import canonical_json
from referent_desk.domain.directory import LineType
from referent_desk.domain.procedures import Step, UsefulNumber, VerificationResult
from referent_desk.domain.sheets import (
    Bar,
    Body,
    Contact,
    CoverBody,
    DecidingRole,
    DecisionBody,
    DirectoryBody,
    DirectoryGroup,
    DirectoryLine,
    ListBody,
    ListLine,
    MissingBody,
    Moment,
    ProcedureBody,
    ReflexBody,
    VerifiedOn,
)

DEPUTY = Contact("Deputy", "Anne Roy", "4120")
PROCEDURE = ProcedureBody(
    "Laboratory",
    "Tests on paper",
    "LabX",
    verified=VerifiedOn("9.3", date(2026, 1, 5), VerificationResult.WORKED),
    running_version="9.3",
    steps=(Step("Call", "Nurse"), Step("Write")),
    numbers=(UsefulNumber("Laboratory", "5120"),),
    contacts=(DEPUTY,),
)
MISSING = MissingBody("Laboratory", "LabX", (DEPUTY,), "0199", "Paper.")
LABORATORY = DirectoryLine("Laboratory", "5120", LineType.DECT)
PHARMACY = DirectoryLine("Pharmacy", "5200")
COVER = CoverBody("", "Hospital", "Ward", place="Floor 2", beds=24)
REFLEX = ReflexBody(
    "Reflex", ("Stay calm.",), (Moment("At once", ("Take the binder.",)),), (DEPUTY,)
)
DECISION = DecisionBody("Who decides", ("No answer.",), (), (DecidingRole("Head", "All", DEPUTY),))


def directory(*lines: DirectoryLine, heading: str = "Help") -> DirectoryBody:
    return DirectoryBody("Directory", (DirectoryGroup(heading, lines),))


def between(was: Body, now: Body) -> list[BodyDifference]:
    plain = (json.loads(canonical_json(body, "en")) for body in (was, now))
    return list(differences(*plain))


D = Difference
NEW_NUMBER = replace(DEPUTY, number="4999")
NEW_NAME = replace(DEPUTY, name="Paul Day")


@pytest.mark.parametrize(
    ("was", "now", "expected"),
    [
        (PROCEDURE, PROCEDURE, []),
        (MISSING, PROCEDURE, [BodyDifference(D.KIND, "", "MissingBody", "ProcedureBody")]),
        (
            PROCEDURE,
            replace(PROCEDURE, bars=(Bar.NEWER_RELEASE,), running_version="9.4"),
            [
                BodyDifference(D.BAR_ADDED, "newer_release"),
                BodyDifference(D.RUNNING, "running_version", "9.3", "9.4"),
            ],
        ),
        (
            replace(PROCEDURE, bars=(Bar.DRAFT,)),
            PROCEDURE,
            [BodyDifference(D.BAR_GONE, "draft")],
        ),
        (
            PROCEDURE,
            replace(
                PROCEDURE, verified=VerifiedOn("9.4", date(2026, 3, 1), VerificationResult.FAILED)
            ),
            [BodyDifference(D.VERIFIED, "9.4", after="2026-03-01", name="failed")],
        ),
        (
            PROCEDURE,
            replace(PROCEDURE, contacts=(NEW_NUMBER,)),
            [BodyDifference(D.NUMBER, "Deputy", "4120", "4999", name="Anne Roy")],
        ),
        (
            PROCEDURE,
            replace(PROCEDURE, contacts=(NEW_NAME,)),
            [BodyDifference(D.PERSON, "Deputy", "Anne Roy", "Paul Day")],
        ),
        (
            PROCEDURE,
            replace(PROCEDURE, contacts=()),
            [BodyDifference(D.PERSON, "Deputy", "Anne Roy", "")],
        ),
        (
            PROCEDURE,
            replace(PROCEDURE, numbers=(UsefulNumber("Laboratory", "5999"),)),
            [BodyDifference(D.NUMBER, "Laboratory", "5120", "5999")],
        ),
        (
            PROCEDURE,
            replace(PROCEDURE, steps=(Step("Call", "Nurse"), Step("Type"))),
            [BodyDifference(D.TEXTS, gone=("Write",), come=("Type",))],
        ),
        (
            PROCEDURE,
            replace(PROCEDURE, stops=("Call",), steps=PROCEDURE.steps[1:]),
            [BodyDifference(D.TEXTS, gone=("1", "Nurse"), come=())],
        ),
        (
            MISSING,
            replace(MISSING, fallback="Pen."),
            [BodyDifference(D.FALLBACK, "fallback", "Paper.", "Pen.")],
        ),
        (
            MISSING,
            replace(MISSING, remark="Slow on Mondays."),
            [BodyDifference(D.REMARK, "remark", "", "Slow on Mondays.")],
        ),
        (
            replace(PROCEDURE, remark="Slow."),
            PROCEDURE,
            [BodyDifference(D.REMARK, "remark", "Slow.", "")],
        ),
        (
            MISSING,
            replace(MISSING, vendor_support=""),
            [BodyDifference(D.SUPPORT, "vendor_support", "0199", "")],
        ),
        (
            MISSING,
            replace(MISSING, software="LabY"),
            [BodyDifference(D.CALLED, "software", "LabX", "LabY")],
        ),
        (
            directory(LABORATORY),
            directory(replace(LABORATORY, number="5999")),
            [BodyDifference(D.NUMBER, "Laboratory", "5120", "5999")],
        ),
        (
            directory(LABORATORY),
            directory(replace(LABORATORY, line_type=LineType.IP, private=True)),
            [
                BodyDifference(D.LINE, "Laboratory", "dect", "ip", "line_type"),
                BodyDifference(D.LINE, "Laboratory", "0", "1", "private"),
            ],
        ),
        (
            directory(LABORATORY),
            directory(LABORATORY, PHARMACY),
            [BodyDifference(D.LINE_ADDED, "Pharmacy", after="5200")],
        ),
        (
            directory(LABORATORY, PHARMACY),
            directory(LABORATORY),
            [BodyDifference(D.LINE_GONE, "Pharmacy", before="5200")],
        ),
        (
            directory(PHARMACY),
            directory(replace(PHARMACY, label="Drugs")),
            [BodyDifference(D.LINE_RENAMED, "Drugs", "Pharmacy", "Drugs")],
        ),
        (
            directory(PHARMACY),
            directory(PHARMACY, heading="Care"),
            [BodyDifference(D.LINE, "Pharmacy", "Pharmacy", "Pharmacy")],
        ),
        (
            directory(LABORATORY, PHARMACY),
            directory(PHARMACY, LABORATORY),
            [BodyDifference(D.ORDER)],
        ),
        (
            REFLEX,
            replace(REFLEX, warn=(NEW_NUMBER,), lead=("Breathe.",)),
            [
                BodyDifference(D.NUMBER, "Deputy", "4120", "4999", name="Anne Roy"),
                BodyDifference(D.TEXTS, gone=("Stay calm.",), come=("Breathe.",)),
            ],
        ),
        (
            DECISION,
            replace(DECISION, roles=(DecidingRole("Head", "All", NEW_NUMBER),)),
            [BodyDifference(D.NUMBER, "Deputy", "4120", "4999", name="Anne Roy")],
        ),
        (COVER, replace(COVER, beds=20), [BodyDifference(D.COVER, "beds", "24", "20")]),
        (
            ListBody((ListLine("PRE-01", 1, "AAAA"),)),
            ListBody((ListLine("PRE-01", 2, "BBBB"),)),
            [BodyDifference(D.LIST)],
        ),
    ],
)
def test_every_difference_of_two_bodies_is_named(
    was: Body, now: Body, expected: list[BodyDifference]
) -> None:
    assert between(was, now) == expected


def test_another_language_is_one_difference() -> None:
    english, french = (json.loads(canonical_json(PROCEDURE, code)) for code in ("en", "fr"))
    assert list(differences(english, french)) == [BodyDifference(D.LANGUAGE)]


NEED = {"name": "fax", "leans_on": ["network"], "is_unknown": False, "or_else": False}


@pytest.mark.parametrize(
    ("was", "now", "found"),
    [
        ([], [NEED], [BodyDifference(Difference.NEED_ADDED, "fax")]),
        ([NEED], [], [BodyDifference(Difference.NEED_GONE, "fax")]),
        ([NEED], [{**NEED, "leans_on": ["power"]}], [BodyDifference(Difference.NEED, "fax")]),
        ([NEED], [{**NEED, "or_else": True}], [BodyDifference(Difference.NEED, "fax")]),
        (
            [NEED],
            [{"name": "fax", "is_unknown": True}],
            [BodyDifference(Difference.NEED_UNKNOWN, "fax")],
        ),
        ([NEED], [NEED], []),
    ],
)
def test_what_must_be_at_hand_differs_by_name(
    was: list[object], now: list[object], found: list[BodyDifference]
) -> None:
    bodies = ({"kind": "ProcedureBody", "body": {"needs": needs}} for needs in (was, now))
    assert list(differences(*bodies)) == found


def test_of_a_label_that_two_headings_had_the_number_is_another_one_not_the_line_gone() -> None:
    """It still stands in the directory: somebody who is told that it does not looks for it."""
    shared, own = directory(PHARMACY), directory(replace(PHARMACY, number="5299"), heading="Ward")
    both = DirectoryBody("Directory", (*shared.groups, *own.groups))
    assert between(both, shared) == [BodyDifference(D.NUMBER, "Pharmacy", "5299", "5200")]
    assert between(shared, both) == [BodyDifference(D.LINE_ADDED, "Pharmacy", after="5299")]


def test_of_two_people_of_one_role_each_is_compared() -> None:
    second = Contact("Deputy", "Eve Low", "4102")
    both = replace(PROCEDURE, contacts=(DEPUTY, second))
    moved = replace(PROCEDURE, contacts=(NEW_NUMBER, second))
    assert between(both, moved) == [
        BodyDifference(D.NUMBER, "Deputy", "4120", "4999", name="Anne Roy")
    ]
    assert between(both, PROCEDURE) == [BodyDifference(D.PERSON, "Deputy", "Eve Low", "")]
