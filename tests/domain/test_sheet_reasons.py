from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from referent_desk.domain.change_logs import ChangeLog, LoggedChange
from referent_desk.domain.check_codes import canonical_json
from referent_desk.domain.coverage import CoverageFacts
from referent_desk.domain.functions import Function
from referent_desk.domain.people import Appointment, AppointmentKind, AppointmentRank, Person
from referent_desk.domain.procedures import (
    Procedure,
    ProcedureText,
    Revision,
    RevisionState,
    Step,
    Verification,
    VerificationResult,
)
from referent_desk.domain.sheet_reasons import AcceptedChapter, DatedFacts, EndedUse, Explainer
from referent_desk.domain.sheet_states import Reason
from referent_desk.domain.sheets import (
    Bar,
    Body,
    Contact,
    CoverBody,
    DirectoryBody,
    DirectoryGroup,
    DirectoryLine,
    EndBody,
    MissingBody,
    ProcedureBody,
    SheetContent,
    VerifiedOn,
)
from referent_desk.domain.software import Deployment, ReleaseLive, Software

TODAY, DAY, PRINTED = date(2026, 4, 20), date(2026, 3, 12), date(2026, 1, 15)
SUBJECT = "procedure:lab:labx"
SOFTWARE, DEPUTY = AppointmentKind.SOFTWARE, AppointmentRank.DEPUTY
REVISION = Revision(
    "r4",
    "p",
    RevisionState.APPROVED,
    ProcedureText("On paper", steps=(Step("Bring it to {room}."),)),
    number=4,
    approved_on=date(2026, 3, 1),
    in_force_on=DAY,
    review_due_on=date(2026, 4, 1),
)
FACTS = CoverageFacts(
    department_id="ward",
    path=("ward",),
    path_names={"ward": "Ward"},
    establishment_id="site",
    functions={"lab": Function("lab", "LAB", "Laboratoire", "Laboratory", 1)},
    kinds={},
    software={"labx": Software("labx", "LabX")},
    deployments=(Deployment("d", "ward", "labx", "lab", since=date(2026, 2, 1)),),
    lives={"labx": (ReleaseLive("rel2", "9.4", "site", "Hospital", date(2026, 2, 2)),)},
    procedures=(Procedure("p", "ward", "lab", "labx"),),
    revisions={"p": (REVISION,)},
    verifications=(
        Verification("r4", "rel1", "ward", VerificationResult.PARTLY, date(2026, 3, 15), "9.3"),
    ),
    appointments=(
        Appointment("a1", "left", "ward", SOFTWARE, DEPUTY, until=date(2027, 1, 1)),
        Appointment("a2", "ended", "ward", SOFTWARE, DEPUTY, until=date(2026, 4, 10)),
        Appointment("a3", "new", "ward", SOFTWARE, DEPUTY, since=date(2026, 4, 11)),
    ),
    people={
        "left": Person("left", "Roy", "Anne", role="Infirmière", left_on=date(2026, 3, 31)),
        "ended": Person("ended", "Day", "Paul", role="AMA"),
        "new": Person("new", "Low", "Eve", telephone="4999"),
    },
)
LOG = ChangeLog(
    [
        LoggedChange(1, "directory_entry", "e", "number", "5120", "5999", DAY),
        LoggedChange(2, "person", "new", "telephone", "4120", "4999", DAY),
        LoggedChange(3, "directory_entry", "e", "hours", "8-18", "8-20", DAY),
        LoggedChange(4, "node", "ward", "beds", "24", "20", DAY),
        LoggedChange(5, "node", "ward", "opening_hours", "a", "b", DAY),
        LoggedChange(6, "local_value", "v", "value", "Room 1", "Room 2", DAY),
        LoggedChange(7, "person", "new", "last_name", "Lowe", "Low", DAY),
    ]
)
KNOWN = DatedFacts(
    TODAY,
    TODAY,
    FACTS,
    LOG,
    local={"room": "Room 2"},
    chapters={"FIN": AcceptedChapter(3, DAY, ("Keep {years}.",))},
    closed_lines={"Pharmacy": DAY},
    ended_uses=(EndedUse("lab", "labx", "LabX", DAY), EndedUse("", "old", "Old", DAY)),
)
PROCEDURE = ProcedureBody("Laboratory", "On paper", "LabX", steps=(Step("Bring it to Room 2."),))


def contacts(*people: Contact) -> ProcedureBody:
    return replace(PROCEDURE, contacts=people)


def directory(number: str = "5120", hours: str = "", label: str = "Laboratory") -> DirectoryBody:
    return DirectoryBody("", (DirectoryGroup("", (DirectoryLine(label, number, hours=hours),)),))


def content(body: Body, subject: str = SUBJECT) -> SheetContent:
    return SheetContent(subject, "LAB-01", "", "en", body)


def codes(was: Body, now: Body, subject: str = SUBJECT) -> list[tuple[str, date | None]]:
    printed = canonical_json(was, "en")
    reasons = Explainer(KNOWN).why_changed(printed, content(now, subject), PRINTED)
    return [(reason.code, reason.day) for reason in reasons]


ANNE, PAUL = Contact("Deputy", "Anne Roy", "1"), Contact("Deputy", "Paul Day", "2")
EVE = Contact("Deputy", "Eve Low", "4999")
NEWER = replace(PROCEDURE, bars=(Bar.NEWER_RELEASE,), running_version="9.4")
END, KEPT = EndBody("End", (), ("Keep ….",)), EndBody("End", (), ("Burn.",))


@pytest.mark.parametrize(
    ("was", "now", "expected"),
    [
        (directory(), directory("5999"), [("number_changed", DAY)]),
        (directory(), directory("5121"), [("number_changed", None)]),
        (directory(hours="8-18"), directory(hours="8-20"), [("line_changed", DAY)]),
        (
            directory(label="Pharmacy"),
            directory("5999"),
            [("line_added", None), ("line_gone", DAY)],
        ),
        (contacts(ANNE), contacts(EVE), [("person_left", date(2026, 3, 31))]),
        (contacts(ANNE), contacts(), [("person_left", date(2026, 3, 31))]),
        (contacts(PAUL), contacts(EVE), [("appointment_ended", date(2026, 4, 10))]),
        (contacts(), contacts(EVE), [("appointed", date(2026, 4, 11))]),
        (contacts(replace(EVE, name="Eve Lowe")), contacts(EVE), [("renamed", DAY)]),
        (
            contacts(replace(EVE, name="Jo")),
            contacts(replace(EVE, name="Al")),
            [("contact_changed", None)],
        ),
        (contacts(), contacts(Contact("Support", "X")), [("contact_added", None)]),
        (contacts(Contact("Support", "X")), contacts(), [("contact_gone", None)]),
        (contacts(replace(EVE, number="4120")), contacts(EVE), [("contact_number", DAY)]),
        (PROCEDURE, NEWER, [("newer_release", date(2026, 2, 2))]),
        (
            PROCEDURE,
            replace(PROCEDURE, running_version="9.4"),
            [("running_release", date(2026, 2, 2))],
        ),
        (PROCEDURE, replace(PROCEDURE, bars=(Bar.REVIEW_DUE,)), [("review_due", date(2026, 4, 1))]),
        (
            NEWER,
            replace(PROCEDURE, verified=VerifiedOn("9.4", DAY, VerificationResult.WORKED)),
            [("verified", DAY), ("release_unknown", None)],
        ),
        (
            PROCEDURE,
            replace(
                PROCEDURE,
                bars=(Bar.PARTLY,),
                verified=VerifiedOn("9.3", date(2026, 3, 15), VerificationResult.PARTLY),
            ),
            [("worked_partly", date(2026, 3, 15))],
        ),
        (
            replace(PROCEDURE, steps=(Step("Run."),)),
            replace(PROCEDURE, bars=(Bar.NEVER_VERIFIED,)),
            [("revision_approved", DAY)],
        ),
        (
            replace(PROCEDURE, steps=(Step("Bring it to Room 1."),)),
            PROCEDURE,
            [("value_changed", DAY)],
        ),
        (MissingBody("Laboratory", "LabX"), PROCEDURE, [("procedure_written", DAY)]),
        (PROCEDURE, MissingBody("Laboratory", "LabX"), [("procedure_gone", None)]),
        (
            CoverBody("", "", "W", beds=24),
            CoverBody("", "", "W", beds=20),
            [("cover_changed", DAY)],
        ),
        (
            CoverBody("", "", "W", opening_hours="x"),
            CoverBody("", "", "W", opening_hours="y"),
            [("cover_changed", DAY)],
        ),
        (PROCEDURE, PROCEDURE, [("changed", None)]),
    ],
)
def test_a_difference_is_told_with_the_fact_behind_it_and_its_day(
    was: Body, now: Body, expected: list[tuple[str, date | None]]
) -> None:
    assert codes(was, now) == expected


def test_a_chapter_is_accepted_or_its_blank_was_filled_in() -> None:
    assert codes(END, KEPT, "chapter:FIN") == [("chapter_accepted", DAY)]
    filled = replace(KNOWN, local={"years": "5 years"})
    now = content(EndBody("End", (), ("Keep 5 years.",)), "chapter:FIN")
    reasons = Explainer(filled).why_changed(canonical_json(END, "en"), now, PRINTED)
    assert [reason.code for reason in reasons] == ["value_changed"]


def test_a_text_that_was_in_force_before_the_print_is_not_called_new() -> None:
    was, now = replace(PROCEDURE, steps=(Step("Run."),)), PROCEDURE
    printed = canonical_json(was, "en")
    [reason] = Explainer(KNOWN).why_changed(printed, content(now), date(2026, 4, 1))
    assert reason == Reason("text_changed")


def test_the_most_telling_reason_stands_first() -> None:
    now = replace(NEWER, contacts=(EVE,), steps=(Step("Run."),))
    assert [code for code, _day in codes(contacts(ANNE), now)] == [
        "revision_approved",
        "newer_release",
        "person_left",
    ]


def test_the_year_is_told_where_it_is_not_this_one_and_what_is_to_come_is_said_so() -> None:
    printed = canonical_json(directory(), "en")
    later = Explainer(replace(KNOWN, today=date(2027, 1, 2), day=date(2027, 1, 2)))
    [reason] = later.why_changed(printed, content(directory("5999")))
    assert reason.fields["year"] == 2026
    ahead = Explainer(replace(KNOWN, day=date(2026, 5, 1)))
    [reason] = ahead.why_changed(printed, content(directory("5999")))
    assert reason.fields["to_come"] is True


@pytest.mark.parametrize(
    ("subject", "filed_on", "code"),
    [
        (SUBJECT, None, "never_printed"),
        (SUBJECT, date(2026, 1, 1), "used_since"),
        (SUBJECT, date(2026, 3, 1), "never_printed"),
        ("form:F05", date(2026, 1, 1), "never_printed"),
    ],
)
def test_a_sheet_is_new_because_a_use_began(subject: str, filed_on: date | None, code: str) -> None:
    [reason] = Explainer(KNOWN).why_new(subject, filed_on)
    assert reason.code == code


@pytest.mark.parametrize(
    ("subject", "code"),
    [
        (SUBJECT, "no_longer_used"),
        ("software:old", "no_longer_used"),
        ("procedure:other:labx", "no_longer_wanted"),
        ("form:F05", "form_gone"),
        ("chapter:CIR", "no_longer_wanted"),
        ("", "no_longer_wanted"),
    ],
)
def test_a_sheet_is_gone_because_a_use_ended(subject: str, code: str) -> None:
    [reason] = Explainer(KNOWN).why_gone(subject)
    assert reason.code == code


def test_a_binder_in_another_language_says_only_that() -> None:
    printed = canonical_json(directory(), "fr")
    [reason] = Explainer(KNOWN).why_changed(printed, content(directory("5999")))
    assert reason == Reason("language_changed")


def test_the_new_number_of_somebody_in_two_roles_is_one_reason() -> None:
    roles = (EVE, replace(EVE, role="Software referent"))
    was = contacts(*(replace(role, number="4120") for role in roles))
    assert codes(was, contacts(*roles)) == [("contact_number", DAY)]
