from __future__ import annotations

from datetime import date

import pytest

from referent_desk.domain.people import AppointmentKind, AppointmentRank
from referent_desk.domain.procedures import Reason
from referent_desk.gui.wordings import (
    criticality,
    day,
    duration,
    reason,
    referent_code,
    referent_role,
    sentence_case,
    weekly_hours,
)
from referent_desk.language import Language

NB = "\u00a0"


@pytest.mark.parametrize(
    ("minutes", "words"),
    [
        (None, ""),
        (0, f"0{NB}min"),
        (30, f"30{NB}min"),
        (240, f"4{NB}h"),
        (90, f"1{NB}h{NB}30"),
        (1440, f"24{NB}h"),
        (4320, "3 days"),
    ],
)
def test_a_duration_is_said_as_people_say_it(minutes: int | None, words: str) -> None:
    assert duration(minutes) == words


@pytest.mark.parametrize(
    ("stored", "words"),
    [
        ("", ""),
        ("1-7 00:00-24:00", "every day, round the clock"),
        ("1-5 08:00-18:00; 6 09:00-12:00",
         "Monday to Friday, 8:00 to 18:00\nSaturday, 9:00 to 12:00"),
        ("on request", "on request"),
    ],
)  # fmt: skip
def test_the_hours_of_a_week_are_said_in_words(stored: str, words: str) -> None:
    assert weekly_hours(stored) == words


def test_french_says_days_and_hours_its_own_way(french: Language) -> None:
    assert day(date(2026, 4, 1)) == f"1er{NB}avril{NB}2026"
    hours = weekly_hours("6 09:00-12:30")
    assert hours.startswith("samedi, ")
    assert hours.endswith(f"9{NB}h{NB}00 à 12{NB}h{NB}30")


@pytest.mark.parametrize(
    "code",
    ["no_procedure", "draft_only", "never_verified", "verification_failed", "newer_release",
     "worked_partly", "review_due", "verified"],
)  # fmt: skip
def test_every_reason_has_a_sentence(code: str) -> None:
    fields: dict[str, object] = {"day": date(2026, 3, 12), "version": "9.5", "running": "9.6"}
    sentence = reason(Reason(code, fields))
    assert sentence.endswith(".")
    assert "{" not in sentence


def test_a_reason_that_nobody_knows_is_shown_by_its_code() -> None:
    assert reason(Reason("from_a_newer_version", {})) == "from_a_newer_version"


def test_a_code_of_appointment_reads_as_a_role() -> None:
    deputy = referent_role(AppointmentKind.SECURITY, AppointmentRank.DEPUTY)
    assert referent_code("security_deputy") == deputy == "deputy security referent"


@pytest.mark.parametrize(("value", "words"), [(None, ""), (1, "1, vital"), (9, "9")])
def test_criticality_is_a_number_and_a_word(value: int | None, words: str) -> None:
    assert criticality(value) == words


@pytest.mark.parametrize(
    ("text", "shown"),
    [("référent", "Référent"), ("e-PMSI SSR", "e-PMSI SSR"), ("iMedOne", "iMedOne"), ("", "")],
)
def test_a_proper_name_keeps_its_small_letter_at_the_beginning(text: str, shown: str) -> None:
    assert sentence_case(text) == shown
