from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from referent_desk.domain.directory import DirectoryEntry, LineType, Purpose
from referent_desk.domain.known_numbers import KnownNumbers
from referent_desk.domain.same_lines import said_once
from referent_desk.domain.timed_numbers import days_dialled

ON_CALL = DirectoryEntry("a", "ward", "", "DSI, astreinte", "3000", purpose=Purpose.IT_ON_CALL)
MANAGER = DirectoryEntry("m", "ward", "", "Cadre de santé", "4120", purpose=Purpose.WARD_MANAGER)
HOTLINE = DirectoryEntry("b", "ward", "", "Hotline informatique", "3000", hours="lun-ven 8h-18h30")
NIGHT = DirectoryEntry(
    "c", "ward", "", "Hotline informatique (nuit)", "astreinte informatique via le standard (9)"
)
NAMED = DirectoryEntry(
    "d", "ward", "", "Cadre de santé HDJ - Isabelle Tanguy", "4120", hours="lun-ven 8h-16h"
)


@pytest.mark.parametrize("day", [HOTLINE, replace(HOTLINE, hours="")])
@pytest.mark.parametrize("is_first", [True, False])
def test_a_number_typed_as_on_call_that_answers_by_day_hides_no_number_of_the_night(
    day: DirectoryEntry, is_first: bool
) -> None:
    lines = (ON_CALL, day, NIGHT) if is_first else (day, NIGHT, ON_CALL)
    number = KnownNumbers(directory=lines).of(Purpose.IT_ON_CALL)
    assert number == KnownNumbers(directory=(day, NIGHT)).of(Purpose.IT_ON_CALL)
    by_day, by_night = number.split(" · ")
    assert by_day.startswith("3000")
    assert by_night == "astreinte informatique via le standard (9), nuit"
    dialled = days_dialled(said_once([replace(ON_CALL, dialled_on=date(2026, 11, 3)), day, NIGHT]))
    assert by_day in dialled


def test_a_number_that_answers_by_day_and_by_night_has_no_hours_beside_it() -> None:
    lines = (ON_CALL, HOTLINE, replace(NIGHT, number="3000"))
    assert KnownNumbers(directory=lines).of(Purpose.IT_ON_CALL) == "3000"


@pytest.mark.parametrize(
    ("typed", "listed"),
    [
        (ON_CALL, HOTLINE),
        (MANAGER, NAMED),
        (replace(MANAGER, number="41.20"), NAMED),
        (MANAGER, replace(NAMED, purpose=Purpose.WARD_MANAGER)),
        (MANAGER, replace(NAMED, label="Mme Tanguy (cadre de santé)")),
    ],
)
def test_one_number_of_one_post_is_one_line_with_the_fuller_label(
    typed: DirectoryEntry, listed: DirectoryEntry
) -> None:
    [line] = said_once((typed, listed))
    assert (line.label, line.hours, line.purpose) == (listed.label, listed.hours, typed.purpose)
    [backwards] = said_once((listed, typed))
    assert (backwards.label, backwards.purpose) == (listed.label, typed.purpose)


@pytest.mark.parametrize(
    ("typed", "listed"),
    [
        (MANAGER, replace(NAMED, number="4121")),
        (MANAGER, replace(NAMED, label="Laboratoire")),
        (MANAGER, replace(NAMED, label="Cadre de santé (nuit)")),
        (MANAGER, replace(NAMED, label="Secrétariat du cadre de santé")),
        (MANAGER, replace(NAMED, private=True)),
        (replace(MANAGER, heading="Urgences"), NAMED),
        (replace(MANAGER, hours="24h/24"), NAMED),
        (replace(MANAGER, line_type=LineType.IP), replace(NAMED, line_type=LineType.ANALOGUE)),
        (replace(MANAGER, works_without_network=True), replace(NAMED, works_without_network=False)),
        (replace(MANAGER, purpose=Purpose.NONE), NAMED),
        (replace(MANAGER, label="Cadre de garde"), NAMED),
        (ON_CALL, replace(NAMED, number="3000", purpose=Purpose.WARD_MANAGER)),
    ],
)
def test_lines_that_may_be_of_two_posts_or_say_two_things_stay_two(
    typed: DirectoryEntry, listed: DirectoryEntry
) -> None:
    assert said_once((typed, listed)) == (typed, listed)


def test_what_only_one_of_two_lines_tells_is_kept() -> None:
    typed = replace(
        MANAGER, line_type=LineType.DECT, works_without_network=True, dialled_on=date(2026, 1, 2)
    )
    [line] = said_once((typed, replace(NAMED, dialled_on=date(2026, 11, 3))))
    assert (line.line_type, line.works_without_network) == (LineType.DECT, True)
    assert line.dialled_on == date(2026, 11, 3)
