from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from referent_desk.domain.procedures import Step, UsefulNumber, VerificationResult
from referent_desk.domain.sheets import Bar, Contact, ProcedureBody, VerifiedOn
from tests.paper.prints import pages_of, says
from tests.paper.wards import NOT_TRUSTED, PROCEDURE, STEPS


def test_a_procedure_says_what_stops_who_decides_what_to_do_and_whom_to_call() -> None:
    says(
        PROCEDURE,
        "when Medicare Plus no longer answers",
        "tried on version 9.4",
        "on 12 March 2026: it worked",
        *PROCEDURE.stops,
        *PROCEDURE.still_works,
        PROCEDURE.trigger,
        PROCEDURE.decides,
        *(step.what for step in STEPS),
        *PROCEDURE.after_48_hours,
        *PROCEDURE.back_to_normal,
        "M. Aubry",
        "01 00 00 12 12",
        "dialled on",
        "02/03/2026",
        "never",
    )


def test_nine_plain_steps_fit_on_one_page() -> None:
    steps = tuple(Step(f"Fait la chose numéro {n} et la note.", "Infirmière") for n in range(14))
    assert len(pages_of(replace(PROCEDURE, steps=steps))) == 1


@pytest.mark.parametrize(
    ("bar", "words"),
    [
        (Bar.DRAFT, "DRAFT, NOT APPROVED"),
        (Bar.NEVER_VERIFIED, "NEVER VERIFIED"),
        (Bar.NEWER_RELEASE, "NOT VERIFIED SINCE VERSION 12.1"),
        (Bar.PARTLY, "WORKED ONLY IN PART"),
        (Bar.FAILED, "FAILED AT THE LAST TRIAL"),
        (Bar.REVIEW_DUE, "REVIEW OVERDUE"),
    ],
)
def test_what_cannot_be_vouched_for_is_said_in_a_bar(bar: Bar, words: str) -> None:
    assert words in pages_of(replace(NOT_TRUSTED, bars=(bar,)))[0]
    assert words not in pages_of(replace(NOT_TRUSTED, bars=()))[0]


def test_a_trial_that_worked_in_part_says_which_part_did_not() -> None:
    tried = VerifiedOn("9.4", date(2026, 3, 12), VerificationResult.PARTLY, "The plan is cut off.")
    partly = replace(NOT_TRUSTED, bars=(Bar.PARTLY,), verified=tried)
    assert "On 12 March 2026: The plan is cut off." in pages_of(partly)[0]
    unsaid = replace(partly, verified=replace(tried, seen=""))
    assert "At the last trial, on 12 March 2026, some of it did not work." in pages_of(unsaid)[0]


def test_a_procedure_without_steps_says_so() -> None:
    says(ProcedureBody("Prescription", "", "X"), "Prescription", "No step is written yet")


def test_a_number_still_to_be_filled_in_is_not_said_never_to_have_been_dialled() -> None:
    blank = replace(
        PROCEDURE, numbers=(UsefulNumber("Interne", "………… (à compléter)"),), contacts=()
    )
    says(blank, "Interne", "(à compléter)")
    assert "…" not in pages_of(blank)[0]
    assert "never" not in pages_of(blank)[0]


def test_many_contacts_are_all_printed() -> None:
    contacts = tuple(Contact(f"Rôle {n}", f"Nom {n}", f"70 {n:02}") for n in range(60))
    says(replace(PROCEDURE, contacts=contacts), "Nom 0", "Nom 59", "70 59")


def test_eight_steps_of_two_lines_with_forms_and_places_fit_on_one_page() -> None:
    step = Step(
        "Écrit sur le tube, au lit : nom de naissance, prénom, date de naissance, heure du geste.",
        "Aide-soignante",
        ("F11", "F27"),
        "Bureau des admissions",
    )
    numbers = tuple(UsefulNumber(f"Service {n}", f"47 0{n}") for n in range(4))
    body = replace(PROCEDURE, steps=(step,) * 8, numbers=numbers)
    assert len(pages_of(body)) == 1


def test_on_two_pages_all_there_is_to_do_and_whom_to_call_stand_on_the_first() -> None:
    later = tuple(
        f"Chaque matin, deux personnes relisent la feuille numéro {n}." for n in range(14)
    )
    first, second = pages_of(replace(PROCEDURE, after_48_hours=later))
    assert STEPS[-1].what in first
    assert "01 00 00 12 12" in first
    assert "AFTER 48 HOURS" in second
