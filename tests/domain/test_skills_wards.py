from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from referent_desk.domain.skills import Basis, Skill, SkillLevel
from referent_desk.domain.skills_tasks import (
    SkillFacts,
    endings_of,
    skill_dues,
    skill_facts_of,
    skill_rows,
    skill_tasks,
)
from referent_desk.domain.skills_wards import (
    Member,
    UsedSoftware,
    WardSkills,
    gaps_of,
    has_gap,
    new_members,
    newcomers_of,
)
from referent_desk.domain.tasks import Urgency

TODAY = date(2026, 11, 22)
LONG_AGO = date(2020, 1, 1)
USES, HELPS, TRAINS = (Skill(level, Basis.STATED, LONG_AGO) for level in SkillLevel)
ADA, BEN, CLO = (Member(name[0].lower(), name, "", LONG_AGO) for name in ("Ada", "Ben", "Clo"))
DOSSIER = UsedSoftware("dossier", "Dossier+", 1)
LABO = UsedSoftware("labo", "Labo", 3)


def ward(*members: Member, **skills: Skill) -> WardSkills:
    """`skills` by person and software: `a_dossier`."""
    known = {(key[0], key[2:]): skill for key, skill in skills.items()}
    return WardSkills("here", "Ici", TODAY, members, (DOSSIER, LABO), known)


def listed(ward: WardSkills, lines: int, **ticks: int) -> WardSkills:
    """With an arrival list of so many lines."""
    return replace(ward, lines=lines, ticks=ticks)


def came(member: Member, days_ago: int) -> Member:
    return member._replace(since=TODAY - timedelta(days=days_ago))


def test_gaps_count_each_at_their_highest_level_and_name_who_has_none() -> None:
    here = ward(ADA, BEN, CLO, a_dossier=TRAINS, b_dossier=USES)
    gaps, labo = gaps_of(here)
    assert (gaps.staff, gaps.uses, gaps.helps, gaps.trains) == (3, 1, 0, 1)
    assert gaps.without == ("c",)
    assert not gaps.nobody_helps
    assert not gaps.nobody_trains
    assert labo.nobody_helps
    assert labo.without == ("a", "b", "c")


@pytest.mark.parametrize(
    ("skills", "alone"),
    [
        ({}, ""),
        ({"a_dossier": USES}, "a"),
        ({"a_dossier": USES, "b_dossier": USES}, ""),
        ({"a_dossier": HELPS, "b_dossier": USES}, "a"),
        ({"a_dossier": HELPS, "b_dossier": TRAINS}, ""),
    ],
)
def test_only_one_knows_it_who_alone_can_help(skills: dict[str, Skill], alone: str) -> None:
    here = ward(ADA, BEN, **skills)
    assert [gaps.only_one for gaps in gaps_of(here)] == [alone, ""]


def test_a_referent_of_elsewhere_helps_and_lacks_nothing() -> None:
    elsewhere = BEN._replace(is_staff=False)
    gaps, labo = gaps_of(ward(ADA, elsewhere, b_dossier=HELPS))
    assert (gaps.staff, gaps.helps, gaps.without) == (1, 1, ("a",))
    assert labo.without == ("a",)
    assert not has_gap(ward(ADA, elsewhere, b_dossier=HELPS), elsewhere)


def test_what_ran_out_or_ends_soon_is_a_gap_of_its_line() -> None:
    soon = USES._replace(until=TODAY + timedelta(days=10))
    gone = Skill(None, Basis.RAN_OUT, LONG_AGO, lost=SkillLevel.USES, lost_on=LONG_AGO)
    gone = gone._replace(lost_by=Basis.RAN_OUT)
    asked = gone._replace(basis=Basis.CHANGED, lost_by=Basis.CHANGED)
    here = ward(ADA, BEN, CLO, a_dossier=soon, b_dossier=gone, c_dossier=asked)
    gaps = gaps_of(here)[0]
    assert gaps.runs_out == (("a", TODAY + timedelta(days=10)),)
    assert (gaps.ran_out, gaps.changed) == (("b",), ("c",))
    assert gaps.without == ("b", "c")
    assert has_gap(ward(ADA, a_dossier=soon, a_labo=USES), ADA)
    assert not has_gap(ward(ADA, a_dossier=USES, a_labo=USES), ADA)


@pytest.mark.parametrize(
    ("days", "new"),
    [
        ((900, 900, 900), ""),
        ((900, 900, 11), "c"),
        ((900, 900, 60), ""),
        ((900, 900, 59), "c"),
        ((5, 5, 5), ""),  # brought in together
        ((5, 5, 2), "c"),
        ((20, 10, 5), "bc"),  # the first one typed was there before
        ((5,), ""),
    ],
)
def test_those_brought_in_together_are_not_new(days: tuple[int, ...], new: str) -> None:
    people = [came(one, ago) for one, ago in zip((ADA, BEN, CLO), days, strict=False)]
    assert "".join(member.id for member in new_members(ward(*people))) == new


def test_those_of_no_known_day_were_there_before() -> None:
    old = BEN._replace(since=None)
    assert new_members(ward(old, ADA._replace(since=None), came(CLO, 11))) == [came(CLO, 11)]
    assert new_members(ward(old, came(CLO, 11))) == [came(CLO, 11)]


def test_a_newcomer_is_one_who_lacks_a_level_or_a_line_of_the_list() -> None:
    new = came(CLO, 11)
    known = {"c_dossier": USES, "c_labo": USES}
    assert not list(newcomers_of(ward(ADA, BEN, new, **known)))
    assert not list(newcomers_of(listed(ward(ADA, BEN, new, **known), 4, c=4)))
    (one,) = newcomers_of(listed(ward(ADA, BEN, new, c_labo=USES), 4, c=3))
    assert (one.name, one.welcome, one.lacks) == ("Clo", (3, 4), ("Dossier+",))


def test_a_ward_that_says_nothing_of_its_people_is_asked_for_nothing() -> None:
    assert skill_facts_of(ward(ADA, BEN, came(CLO, 11))) == SkillFacts()


def test_a_welcome_that_has_begun_can_wait() -> None:
    begun = skill_facts_of(listed(ward(ADA, BEN, came(CLO, 11), a_dossier=USES), 4, c=3))
    (task,) = (one for one in skill_tasks(begun, TODAY) if one.code == "newcomers_unwelcomed")
    assert (task.urgency, task.fields["done"]) == (Urgency.LATER, 3)


def test_newcomers_and_what_nobody_helps_with_are_soon_trainings_later() -> None:
    ends = USES._replace(until=TODAY + timedelta(days=30))
    here = listed(ward(ADA, BEN, came(CLO, 11), a_dossier=ends, b_labo=USES), 2)
    facts = skill_facts_of(here)
    tasks = {task.code: task for task in skill_tasks(facts, TODAY)}
    assert {code: task.urgency for code, task in tasks.items()} == {
        "newcomers_unwelcomed": Urgency.SOON,
        "nobody_helps": Urgency.SOON,
        "training_ends": Urgency.LATER,
    }
    assert tasks["newcomers_unwelcomed"].key == ("c",)
    assert tasks["nobody_helps"].names == ("Dossier+",)  # Labo can wait
    assert tasks["training_ends"].fields == {"count": 1, "over": 0}
    assert [due.name for due in skill_dues(facts, TODAY)] == ["Dossier+"]


def test_what_ends_is_due_once_for_all_of_one_day() -> None:
    ends = USES._replace(until=TODAY + timedelta(days=300))
    here = ward(ADA, BEN, CLO, a_dossier=ends, b_dossier=ends, c_dossier=ends)
    (row,) = skill_rows(here)
    assert (row.subject, row.due_on) == ("Dossier+ · Ada, Ben +1", ends.until)
    assert [one.people for one in endings_of(here)] == [("Ada", "Ben", "Clo")]
    assert not [t for t in skill_tasks(skill_facts_of(here), TODAY) if t.code == "training_ends"]
