from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from referent_desk.domain.presence_weeks import PresenceWeek
from referent_desk.domain.presences import ALL, SECURITY
from referent_desk.domain.sheets import Contact, DirectoryLine
from referent_desk.language import language
from referent_desk.paper.presences import write_presence
from tests.gui.stand_in_presences import StandInPresences
from tests.paper.pdfs import letter_boxes, page_texts
from tests.paper.prints import pages_of, says
from tests.paper.wards import DECISION

PRINTED = datetime(2026, 11, 25, 9, tzinfo=UTC)
EN, FR = language("en"), language("fr")


def week(stand_in: StandInPresences) -> PresenceWeek:
    return stand_in.questions().read_week("car", None)


def test_the_page_says_the_week_in_words_and_whom_to_call() -> None:
    shown = week(StandInPresences())
    [text] = page_texts(write_presence(shown, shown.of("dpi"), PRINTED, EN))
    for said in (
        *("Cardiology · Dossier+", "Week from 23/11 to 29/11/2026", "Anne"),
        *("Main referent: Anne", "as deputy: Bruno"),
        *("main referent", "deputy", "nobody", "IT on call: 4444", "Open: Monday to Friday"),
    ):
        assert said in text


@pytest.mark.parametrize("subject", [ALL, SECURITY, "dpi"])
@pytest.mark.parametrize(
    "stand_in",
    [
        StandInPresences(),
        StandInPresences(opening="24h/24"),
        StandInPresences(opening=""),
        StandInPresences(hours=""),
        StandInPresences(appointed=False),
        StandInPresences(hours="1-7 21:00-07:00"),
    ],
)
def test_it_is_one_page_whatever_is_known(stand_in: StandInPresences, subject: str) -> None:
    shown = week(stand_in)
    shown = replace(shown, department="Médecine physique et de réadaptation " * 2)
    for spoken in (EN, FR):
        pdf = write_presence(shown, shown.of(subject), PRINTED, spoken)
        assert len(page_texts(pdf)) == 1
        for _page, (left, bottom, right, top) in letter_boxes(pdf):
            assert left > 0
            assert bottom > 0
            assert right < 842
            assert top < 842


LINES = (
    DirectoryLine("Maryse Aubry (software referent)", "", hours="Monday to Friday, 8:00 to 16:00"),
    DirectoryLine("IT on call", "06 39 98", hours="at any other hour"),
)


def test_the_sheet_of_decisions_says_when_the_referents_are_there() -> None:
    body = replace(DECISION, present=LINES)
    says(body, "When the referents are there", "Maryse Aubry", "8:00 to 16:00", "at any other hour")
    says(body, "IT on call, 06 39 98: at any other hour")
    assert "When the referents are there" not in " ".join(pages_of(DECISION))


def test_a_role_that_nobody_holds_says_so() -> None:
    first = DECISION.roles[0]
    held = replace(first, contact=Contact(first.role, number="4123"))
    assert "nobody for all of it" not in " ".join(pages_of(replace(DECISION, roles=(held,))))
    says(replace(DECISION, roles=(held, replace(first, contact=None))), "nobody for all of it")
