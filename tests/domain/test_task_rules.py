from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

import pytest

from referent_desk.domain import skills_wards
from referent_desk.domain.acknowledgements import Share
from referent_desk.domain.approval_tasks import ApprovalFacts, WaitingText
from referent_desk.domain.dial_checks import CheckedLine
from referent_desk.domain.dial_tasks import DialFacts
from referent_desk.domain.directory import DirectoryEntry, Purpose
from referent_desk.domain.drill_tasks import DrillFacts
from referent_desk.domain.known_numbers import KnownNumbers
from referent_desk.domain.people import Appointment, AppointmentKind, AppointmentRank, Person
from referent_desk.domain.procedures import ProcedureRow, ProcedureState
from referent_desk.domain.reading_tasks import (
    READ_WITHIN,
    Newcomer,
    ReadingFacts,
    ReadProcedure,
)
from referent_desk.domain.skills_tasks import SkillFacts
from referent_desk.domain.task_facts import TaskFacts
from referent_desk.domain.task_rules import ESSENTIAL, MINUTES, next_due, tasks_of
from referent_desk.domain.tasks import Due, Lead, Task, Today, Urgency, minutes_of
from referent_desk.domain.verification_tasks import ReleaseAhead, VerificationFacts
from tests.domain.played_wards import candidate, ward

TODAY = date(2026, 3, 16)
SOFTWARE, SECURITY = AppointmentKind.SOFTWARE, AppointmentKind.SECURITY
MAIN, DEPUTY = AppointmentRank.MAIN, AppointmentRank.DEPUTY
UP_TO_DATE = ProcedureState.UP_TO_DATE
ADA, BEN = Person("ada", "Moreau", "Ada"), Person("ben", "Roy", "Ben")


def use(
    function: str, software: str | None = "Dossier+", state: ProcedureState = UP_TO_DATE
) -> ProcedureRow:
    return ProcedureRow(
        function_id=function.casefold(),
        software_id=software.casefold() if software else None,
        function=function,
        software=software or "",
        criticality=None,
        procedure_id=None,
        revision_id=f"r-{function}",
        owner="",
        state=state,
    )


def office(
    person: Person,
    rank: AppointmentRank = MAIN,
    *,
    until: date | None = None,
    at: str = "ward",
    software: str | None = None,
    since: date | None = None,
    kind: AppointmentKind = SOFTWARE,
) -> Appointment:
    name = f"{person.id}-{rank}-{software}-{since}"
    return Appointment(name, person.id, at, kind, rank, software, since, until)


def entry(purpose: Purpose, number: str = "15") -> DirectoryEntry:
    return DirectoryEntry(str(purpose), "ward", "", str(purpose), number, purpose=purpose)


IN_ORDER = TaskFacts(
    department_id="ward",
    path=("ward", "hospital"),
    functions_said=True,
    uses=(use("Prescription"),),
    starters=frozenset(),
    asked_values={"pharmacy": "4312"},
    directory=tuple(entry(purpose) for purpose in ESSENTIAL),
    appointments=(office(ADA), office(BEN, DEPUTY)),
    people={"ada": ADA, "ben": BEN},
    last_printed=TODAY,
)
"""A department in which there is nothing to do."""


def tasks(**changed: object) -> tuple[Task, ...]:
    facts = replace(IN_ORDER, **changed)  # type: ignore[arg-type]
    return tasks_of(replace(facts, numbers=KnownNumbers(directory=facts.directory)), TODAY)


def codes(found: Iterable[Task]) -> list[str]:
    return [task.code for task in found]


def test_nothing_is_to_be_done_where_all_is_in_order() -> None:
    assert tasks() == ()


MISSING, DRAFT = ProcedureState.MISSING, ProcedureState.DRAFT_ONLY
GONE = replace(ADA, left_on=date(2026, 3, 1))


@pytest.mark.parametrize(
    ("changed", "expected"),
    [
        ({"functions_said": False, "uses": ()}, [("functions_unsaid", Urgency.NOW)]),
        ({"functions_said": False}, [("functions_unsaid", Urgency.LATER)]),
        ({"uses": (use("", "LaboNet", MISSING),)}, [("use_unnamed", Urgency.SOON)]),
        ({"uses": (use("Meals", None),)}, [("no_software", Urgency.LATER)]),
        ({"uses": (use("Meals", state=MISSING),)}, [("no_procedure", Urgency.LATER)]),
        (
            {"uses": (use("Meals", state=MISSING),), "starters": frozenset({"meals"})},
            [("starters", Urgency.NOW)],
        ),
        ({"uses": (use("Meals", state=DRAFT),)}, [("draft_only", Urgency.LATER)]),
        ({"uses": (use("Meals", state=ProcedureState.FAILED),)}, []),
        ({"directory": ()}, [("directory_empty", Urgency.NOW)]),
        ({"directory": (entry(ESSENTIAL[0], ""),)}, [("directory_empty", Urgency.NOW)]),
        ({"directory": (entry(Purpose.NONE),)}, [("number_missing", Urgency.NOW)]),
        ({"asked_values": {"pharmacy": ""}}, [("values_empty", Urgency.LATER)]),
        ({"last_printed": None}, [("never_printed", Urgency.NOW)]),
        ({"last_printed": None, "uses": ()}, [("never_printed", Urgency.NOW)]),
        ({"appointments": ()}, [("no_referent", Urgency.NOW)]),
        ({"appointments": (office(ADA),)}, [("no_deputy", Urgency.LATER)]),
        ({"appointments": (office(ADA, at="hospital"), office(BEN, DEPUTY))}, []),
        (
            {"appointments": (office(ADA, software="dossier+"),)},
            [("no_ward_referent", Urgency.SOON)],
        ),
        (
            {"people": {"ada": GONE, "ben": BEN}},
            [("no_referent", Urgency.NOW)],
        ),
    ],
)
def test_each_gap_is_one_thing_to_do(
    changed: dict[str, object], expected: list[tuple[str, Urgency]]
) -> None:
    assert [(task.code, task.urgency) for task in tasks(**changed)] == expected


def test_the_most_urgent_comes_first_whatever_the_subject() -> None:
    found = tasks(
        last_printed=None,
        asked_values={"pharmacy": ""},
        appointments=(office(ADA),),
        uses=(use("Meals", None, DRAFT),),
    )
    assert codes(found) == [
        "never_printed", "no_software", "no_deputy", "values_empty", "draft_only",
    ]  # fmt: skip


def test_what_is_alike_is_one_thing_that_leads_to_the_first() -> None:
    rows = tuple(use(name, state=MISSING) for name in ("Meals", "Beds", "Imaging"))
    [task] = tasks(uses=rows)
    assert task.names == ("Meals", "Beds", "Imaging")
    assert (task.lead, task.key) == (Lead.PROCEDURE, ("meals", "dossier+"))
    assert task.fields["count"] == 3
    assert task.minutes == 3 * MINUTES["no_procedure"]


def test_what_the_program_can_bring_is_not_told_twice() -> None:
    rows = tuple(use(name, state=MISSING) for name in ("Meals", "Beds", "Imaging"))
    found = tasks(uses=rows, starters=frozenset({"meals", "imaging", "somebody else's"}))
    assert [(task.code, task.names) for task in found] == [
        ("starters", ("Meals", "Imaging")),
        ("no_procedure", ("Beds",)),
    ]
    assert found[0].key == ("meals", "imaging")


def test_one_draft_for_two_programs_is_read_once() -> None:
    draft = use("Meals", "Dossier+", DRAFT)
    [task] = tasks(uses=(draft, replace(draft, software_id="other", software="Other")))
    assert task.fields["count"] == 1


def test_the_missing_numbers_are_named_in_the_order_of_the_sheet() -> None:
    [task] = tasks(directory=(entry(Purpose.SWITCHBOARD), entry(Purpose.WARD_MANAGER)))
    assert task.names == ("it_on_call", "physician")
    assert task.minutes == 2


def test_who_answered_before_is_told() -> None:
    [task] = tasks(people={"ada": GONE, "ben": BEN})
    assert task.fields == {"before": "Ada Moreau", "day": date(2026, 3, 1)}


def test_where_only_programs_have_referents_the_one_of_most_is_proposed_for_all() -> None:
    rows = (use("Prescription"), use("Meals", "Cuisine"), use("Beds", "Lits"), use("Labo", "Lab"))
    held = (
        office(BEN, software="dossier+"),
        office(ADA, software="cuisine"),
        office(ADA, software="lits"),
        office(BEN, software="lab", until=date(2025, 1, 1)),
        office(BEN, DEPUTY, software="lits"),
    )
    [task] = tasks(uses=rows, appointments=held)
    assert (task.code, task.names) == ("no_ward_referent", ("Lab",))
    assert task.key == ("main", "ada", "Ada Moreau")
    assert task.fields == {"person": "Ada Moreau", "programs": 2}


def test_hotlines_make_no_directory_and_the_one_of_most_is_proposed_as_the_it_on_call() -> None:
    [task] = tasks(directory=(), hotlines=("4444", "4720", "4444"))
    assert (task.code, task.key) == ("directory_empty", ("it_on_call", "4444"))
    assert task.fields == {"hotlines": 2, "number": "4444"}
    [task] = tasks(directory=(), hotlines=("4444", "4720"))
    assert (task.key, task.fields) == (("switchboard",), {"hotlines": 2})


END = date(2026, 5, 1)


@pytest.mark.parametrize(
    ("appointments", "expected"),
    [
        ((office(ADA, until=END), office(BEN, DEPUTY)), ["appointment_ends"]),
        ((office(ADA, until=date(2026, 5, 16)), office(BEN, DEPUTY)), []),
        ((office(ADA, until=END, at="hospital"), office(BEN, DEPUTY)), []),
        ((office(ADA, until=END), office(BEN), office(BEN, DEPUTY)), []),
        (
            (office(ADA, until=END), office(BEN, since=date(2026, 5, 2)), office(BEN, DEPUTY)),
            [],
        ),
        (
            (office(ADA), office(BEN, DEPUTY), office(BEN, until=END, kind=SECURITY)),
            ["appointment_ends"],
        ),
    ],
)
def test_an_end_within_sixty_days_is_told_unless_somebody_follows(
    appointments: tuple[Appointment, ...], expected: list[str]
) -> None:
    assert codes(tasks(appointments=appointments)) == expected


def test_the_last_day_is_told_whichever_comes_first() -> None:
    leaver = replace(ADA, left_on=date(2026, 4, 2))
    found = tasks(
        people={"ada": leaver, "ben": BEN},
        appointments=(office(ADA, until=END), office(BEN, DEPUTY)),
    )
    assert found[0].fields["day"] == date(2026, 4, 2)


def test_what_comes_next_is_the_nearest_end_to_come() -> None:
    facts = replace(
        IN_ORDER,
        appointments=(
            office(ADA, until=date(2027, 1, 5)),
            office(BEN, DEPUTY, until=date(2026, 12, 1)),
            office(BEN, until=date(2026, 1, 1), since=date(2025, 1, 1)),
        ),
    )
    due = next_due(facts, TODAY)
    assert due is not None
    assert (due.day, due.name) == (date(2026, 12, 1), "Ben Roy")
    assert next_due(IN_ORDER, TODAY) is None


@pytest.mark.parametrize(
    ("changed", "expected"),
    [
        ({"uses": (use("", "LaboNet", MISSING),)}, ["use_unnamed", "never_printed"]),
        (
            {"uses": (use("Meals", state=MISSING),), "starters": frozenset({"meals"})},
            ["starters", "never_printed"],
        ),
        ({"functions_said": False, "uses": ()}, ["functions_unsaid", "never_printed"]),
        ({"directory": ()}, ["directory_empty", "never_printed"]),
        ({"appointments": ()}, ["no_referent", "never_printed"]),
        (
            {"appointments": (office(ADA, software="dossier+"),)},
            ["no_ward_referent", "never_printed"],
        ),
        ({"uses": (use("Meals", state=MISSING),)}, ["never_printed", "no_procedure"]),
    ],
)
def test_what_the_first_paper_would_lack_is_done_first_and_the_card_of_printing_says_so(
    changed: dict[str, object], expected: list[str]
) -> None:
    found = tasks(last_printed=None, **changed)
    assert codes(found) == expected
    [printing] = [task for task in found if task.code == "never_printed"]
    assert printing.fields["first"] == codes(found).index("never_printed")


def test_the_minutes_of_the_day_are_those_of_what_presses() -> None:
    """What must be written has its own, which frighten nobody."""
    rows = tuple(use(name, state=MISSING) for name in ("Meals", "Beds"))
    today = Today(TODAY, tasks(last_printed=None, directory=(), uses=rows))
    assert codes(today.pressing) == ["directory_empty", "never_printed"]
    assert minutes_of(today.pressing) == 9
    assert codes(today.later) == ["no_procedure"]
    assert minutes_of(today.later) == 40


def test_numbers_and_printing_come_before_any_writing() -> None:
    rows = (use("Beds", state=MISSING), use("Meals", state=DRAFT))
    found = tasks(directory=(), last_printed=None, uses=rows, appointments=())
    assert codes(found) == [
        "directory_empty", "no_referent", "never_printed", "draft_only", "no_procedure",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (
            {"functions_said": False, "uses": (), "last_printed": None},
            {"uses": (use("Beds", None, MISSING),), "starters": {"beds"}, "last_printed": None},
        ),
        (
            {"uses": (use("", "LaboNet", MISSING),)},
            {"uses": (use("Beds", "LaboNet", MISSING),), "starters": {"beds"}},
        ),
        (
            {"uses": (use("Beds", state=MISSING),), "starters": {"beds"}},
            {"uses": (use("Beds", state=DRAFT),), "asked_values": {"a": "", "b": ""}},
        ),
        ({"directory": ()}, {"directory": (entry(Purpose.NONE),)}),
        ({"appointments": ()}, {"appointments": (office(ADA),)}),
    ],
)
def test_doing_what_is_asked_never_makes_the_day_longer(
    before: dict[str, object], after: dict[str, object]
) -> None:
    was, now = (minutes_of(Today(TODAY, tasks(**facts)).pressing) for facts in (before, after))
    assert now <= was


LINE = CheckedLine("e1", "Laboratory", "4100", "ward")
NOT_READ = ReadProcedure("r1", "Meals", TODAY, Share(0, 7))


def test_what_was_submitted_waits_for_a_signature_and_not_for_an_approval() -> None:
    rows = (use("Beds", state=DRAFT), use("Meals", state=DRAFT))
    waiting = WaitingText("beds", "dossier+", "r-Beds", "Beds", TODAY)
    found = tasks(uses=rows, approvals=ApprovalFacts(submitted=(waiting,)))
    assert [(task.code, task.names) for task in found] == [
        ("approval_waits", ("Beds",)),
        ("draft_only", ("Meals",)),
    ]


@pytest.mark.parametrize(("printed", "found"), [(TODAY, ["drill_due"]), (None, ["never_printed"])])
def test_a_ward_plays_once_it_has_a_binder(printed: date | None, found: list[str]) -> None:
    facts = DrillFacts(ward((candidate("meals"),)), {"meals": "Meals"})
    assert codes(tasks(drills=facts, last_printed=printed)) == found


@pytest.mark.parametrize(
    ("today", "urgency"),
    [
        (date(2026, 3, 16), Urgency.LATER),
        (date(2026, 3, 24), Urgency.LATER),
        (date(2026, 3, 25), Urgency.SOON),
        (date(2026, 3, 31), Urgency.SOON),
    ],
)
def test_the_numbers_of_a_month_press_in_its_last_week(today: date, urgency: Urgency) -> None:
    facts = replace(
        IN_ORDER,
        numbers=KnownNumbers(directory=IN_ORDER.directory),
        dialling=DialFacts((LINE,), any_dialled=True),
    )
    [task] = tasks_of(facts, today)
    assert (task.code, task.urgency) == ("dial_check", urgency)


def test_too_few_readers_can_wait() -> None:
    [task] = tasks(reading=ReadingFacts((NOT_READ,), has_begun=True))
    assert (task.code, task.urgency) == ("reading_low", Urgency.LATER)


def test_of_all_that_is_to_come_the_nearest_day_is_told() -> None:
    facts = replace(
        IN_ORDER,
        reading=ReadingFacts((NOT_READ,)),
        trials=VerificationFacts(ahead=(ReleaseAhead("Dossier+", "9.5", date(2026, 4, 2)),)),
    )
    due = next_due(facts, TODAY)
    assert due == Due("release_ahead", date(2026, 4, 2), "Dossier+ 9.5")
    due = next_due(replace(facts, trials=VerificationFacts()), TODAY)
    assert due == Due("reading_due", TODAY + READ_WITHIN, "Meals")


def test_a_newcomer_whom_the_list_of_the_ward_welcomes_is_told_once() -> None:
    reading = ReadingFacts(newcomers=(Newcomer("c", "Clo", TODAY),), has_begun=True)
    assert codes(tasks(reading=reading)) == ["newcomers_unread"]
    welcomed = skills_wards.Newcomer("c", "Clo", TODAY, skills_wards.Welcome(1, 4))
    both = tasks(reading=reading, skills=SkillFacts((welcomed,)))
    assert codes(both) == ["newcomers_unwelcomed"]
    unlisted = welcomed._replace(welcome=skills_wards.Welcome(0, 0))
    both = tasks(reading=reading, skills=SkillFacts((unlisted,)))
    assert set(codes(both)) == {"newcomers_unread", "newcomers_unwelcomed"}
