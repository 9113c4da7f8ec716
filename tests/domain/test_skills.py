from __future__ import annotations

from datetime import date

import pytest

from referent_desk.domain.skills import (
    NO_SKILL,
    Basis,
    Major,
    Skill,
    SkillLevel,
    Source,
    major_key,
    major_of,
    skill_of,
)

TODAY = date(2026, 11, 22)
USES, HELPS, TRAINS = SkillLevel
SPRING, SUMMER, AUTUMN = date(2026, 4, 1), date(2026, 7, 1), date(2026, 10, 1)


def trained(
    level: SkillLevel, day: date, until: date | None = None, version: str = "", key: str = "t"
) -> Source:
    return Source(level, day, version, until, key)


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("9.4", "9.5", True),
        ("9.4", "10.0", False),
        ("v9", "Version 9.4.2", True),
        ("09.1", "9.2", True),
        ("0.9", "0.10", True),
        ("2024.1", "2024.2", True),
        ("2024.2", "2025.1", False),
        ("15/03/2024", "02/11/2024", True),
        ("15/12/2024", "15/01/2025", False),
        ("03/2024", "09-2024", True),
        ("Printemps 2026", "Automne 2026", True),
        ("Lynx", "lynx", True),
        ("Lynx", "Panthère", False),
    ],
)
def test_the_first_number_of_a_version_or_its_year_says_which_one_it_is(
    one: str, other: str, alike: bool
) -> None:
    assert (major_key(one) == major_key(other)) is alike


@pytest.mark.parametrize(
    ("lives", "expected"),
    [
        ([], None),
        ([(SPRING, "9.4")], Major("9.4", SPRING, is_change=False)),
        ([(SPRING, "9.4"), (SUMMER, "9.5")], Major("9.5", SPRING, is_change=False)),
        ([(SPRING, "9.4"), (SUMMER, "10.0")], Major("10.0", SUMMER, is_change=True)),
        (
            [(SPRING, "9.4"), (SUMMER, "10.0"), (AUTUMN, "10.1")],
            Major("10.1", SUMMER, is_change=True),
        ),
        ([(SPRING, "9.4"), (date(2027, 1, 1), "10.0")], Major("9.4", SPRING, is_change=False)),
    ],
)
def test_versions_of_one_number_are_one_until_the_next_goes_live(
    lives: list[tuple[date, str]], expected: Major | None
) -> None:
    assert major_of(lives, TODAY) == expected


CHANGED = Major("10.0", SUMMER, is_change=True)
FIRST = Major("10.0", SUMMER, is_change=False)


@pytest.mark.parametrize(
    ("sources", "major", "expected"),
    [
        ([], CHANGED, NO_SKILL),
        ([Source(HELPS, AUTUMN)], None, Skill(HELPS, Basis.STATED, AUTUMN)),
        ([trained(USES, AUTUMN)], CHANGED, Skill(USES, Basis.TRAINED, AUTUMN)),
        # the highest of what was said and of what was learnt
        (
            [Source(USES, AUTUMN), trained(TRAINS, SPRING)],
            None,
            Skill(TRAINS, Basis.TRAINED, SPRING),
        ),
        # the last day counts, the day after does not
        ([trained(USES, SPRING, TODAY)], None, Skill(USES, Basis.TRAINED, SPRING, TODAY)),
        (
            [trained(USES, SPRING, AUTUMN)],
            None,
            Skill(None, Basis.RAN_OUT, AUTUMN, None, "", USES, AUTUMN, Basis.RAN_OUT),
        ),
        # of two of one level, the newest says why and the longest until when
        (
            [trained(USES, SPRING, date(2027, 5, 1)), trained(USES, AUTUMN, date(2026, 12, 1))],
            None,
            Skill(USES, Basis.TRAINED, AUTUMN, date(2027, 5, 1)),
        ),
        (
            [trained(USES, SPRING, date(2026, 12, 1)), Source(USES, SUMMER)],
            None,
            Skill(USES, Basis.STATED, SUMMER),
        ),
        # a new version asks again
        (
            [trained(HELPS, SPRING)],
            CHANGED,
            Skill(None, Basis.CHANGED, SUMMER, None, "", HELPS, SUMMER, Basis.CHANGED),
        ),
        ([trained(HELPS, SPRING)], FIRST, Skill(HELPS, Basis.TRAINED, SPRING)),
        (
            [trained(HELPS, SPRING, version="9.4")],
            FIRST,
            Skill(None, Basis.CHANGED, SUMMER, None, "9.4", HELPS, SUMMER, Basis.CHANGED),
        ),
        # trained beforehand on what came then
        (
            [trained(HELPS, SPRING, version="10.0 beta")],
            CHANGED,
            Skill(HELPS, Basis.TRAINED, SPRING, None, "10.0 beta"),
        ),
        # a lower level stays, and it is known that there was more
        (
            [Source(USES, SPRING), trained(TRAINS, SPRING, AUTUMN)],
            None,
            Skill(USES, Basis.STATED, SPRING, None, "", TRAINS, AUTUMN, Basis.RAN_OUT),
        ),
        # what was said since takes its place
        (
            [Source(USES, AUTUMN), trained(TRAINS, SPRING)],
            CHANGED,
            Skill(USES, Basis.STATED, AUTUMN),
        ),
        ([Source(USES, AUTUMN), trained(USES, SPRING)], CHANGED, Skill(USES, Basis.STATED, AUTUMN)),
        # what is to come does not count yet
        ([trained(USES, date(2026, 12, 1))], None, NO_SKILL),
    ],
)
def test_a_level_is_the_highest_of_what_counts_today(
    sources: list[Source], major: Major | None, expected: Skill
) -> None:
    assert skill_of(sources, major, TODAY) == expected
    assert skill_of(sources[::-1], major, TODAY) == expected


def test_a_level_that_ends_within_sixty_days_runs_out() -> None:
    assert Skill(USES, until=date(2027, 1, 21)).runs_out(TODAY)
    assert not Skill(USES, until=date(2027, 1, 22)).runs_out(TODAY)
    assert not Skill(USES).runs_out(TODAY)
