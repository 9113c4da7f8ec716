from __future__ import annotations

from datetime import timedelta

import pytest

from referent_desk.domain.presence_weeks import PresenceWeek
from referent_desk.domain.presences import ALL
from referent_desk.domain.rotations import read_rotation
from referent_desk.language import Language, language
from referent_desk.words.presences import (
    absence_word,
    rotation_lines,
    totals_sentences,
    week_name,
    weeks_in_turn,
)
from tests.gui.stand_in_presences import MONDAY, StandInPresences

EN, FR = language("en"), language("fr")


def week(stand_in: StandInPresences) -> PresenceWeek:
    return stand_in.questions().read_week("car", None)


@pytest.mark.parametrize(
    ("stand_in", "said"),
    [
        (
            StandInPresences(),
            (
                "Nobody is there for 18\u00a0h of the opening hours. "
                "For 12\u00a0h somebody is there, but not for every software."
            ),
        ),
        (StandInPresences(hours="1-5 08:00-18:00"), "Every opening hour of the week is covered."),
        (
            StandInPresences(opening="24h/24", hours="1-5 07:00-20:00"),
            "Nobody is there for 103\u00a0h, all of it at night or on the weekend.",
        ),
        (
            StandInPresences(opening="24h/24", hours="1-5 08:00-20:00"),
            "Nobody is there for 108\u00a0h, of which 103\u00a0h at night or on the weekend.",
        ),
        (StandInPresences(hours=""), "Nobody knows when they work: Anne, Bruno."),
        (
            StandInPresences(appointed=False),
            "Nobody answers for this: the department is open 50\u00a0h a week.",
        ),
        (
            StandInPresences(hours="- | 1-5 08:00-18:00"),
            (
                "Nobody is there for 30\u00a0h of the opening hours. "
                "For 20\u00a0h somebody is there, but not for every software. "
                "Not there this week: Anne."
            ),
        ),
        (
            StandInPresences(opening=""),
            "The opening hours of the department are not known: nothing can be missing.",
        ),
    ],
)
def test_what_is_missing_is_said_in_a_sentence(stand_in: StandInPresences, said: str) -> None:
    shown = week(stand_in)
    assert " ".join(totals_sentences(shown, shown.of(ALL), EN)) == said


@pytest.mark.parametrize(
    ("spoken", "lines", "short"),
    [
        (
            FR,
            (
                "semaine 1\u00a0: lundi, de 8\u00a0h\u00a000 à 12\u00a0h\u00a000",
                "semaine 2\u00a0: repos",
            ),
            "semaine 1, celle du 23/11/2026\u00a0: lundi, de 8\u00a0h\u00a000 à 12\u00a0h\u00a000",
        ),
        (
            EN,
            ("week 1: Monday, 8:00 to 12:00", "week 2: off"),
            "week 1, that of 23/11/2026: Monday, 8:00 to 12:00",
        ),
    ],
)
def test_weeks_in_turn_are_said_one_by_one(
    spoken: Language, lines: tuple[str, ...], short: str
) -> None:
    rotation = read_rotation("1 08:00-12:00 | -", MONDAY)
    assert rotation is not None
    assert rotation_lines(rotation, spoken) == lines
    assert weeks_in_turn(rotation, spoken) == (short, lines[1])


def test_days_are_said_as_people_write_them() -> None:
    assert week_name(MONDAY, FR) == "Semaine du 23/11 au 29/11/2026"
    assert absence_word(MONDAY, MONDAY, FR) == "le 23/11/2026"
    last = MONDAY + timedelta(days=11)
    assert absence_word(MONDAY, last, EN) == "from 23/11/2026 to 04/12/2026"
