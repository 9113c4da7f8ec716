from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta

import pytest

from referent_desk.domain.skills import KnownSkills, Major, SkillLevel, Source
from referent_desk.domain.successions import (
    Follows,
    Held,
    LeavesBecause,
    Named,
    OrphanKind,
    Staff,
    SuccessionFacts,
)
from referent_desk.domain.successions_rules import successions

TODAY = date(2026, 11, 22)
SOON, PAST = TODAY + timedelta(days=20), TODAY - timedelta(days=3)


def held(person: str, rank: str = "main", software: str = "", until: date | None = None) -> Held:
    return Held(f"{person}-{rank}-{software}", "w", person, "software", rank, software, None, until)


def skills(levels: Mapping[str, tuple[tuple[str, str], ...]]) -> KnownSkills:
    sources = {
        person: {software: [Source(SkillLevel(level), PAST)] for software, level in those}
        for person, those in levels.items()
    }
    return KnownSkills(sources, {}, TODAY)


def facts(
    *offices: Held,
    people: dict[str, date | None] | None = None,
    absences: dict[str, tuple[date, date]] | None = None,
    levels: Mapping[str, tuple[tuple[str, str], ...]] | None = None,
    named: tuple[Named, ...] = (),
) -> SuccessionFacts:
    known = {"ada": None, "bea": None, "cleo": None} | (people or {})
    return SuccessionFacts(
        held=offices,
        people={key: Staff(key.title(), "w", left) for key, left in known.items()},
        absences={key: (one,) for key, one in (absences or {}).items()},
        skills=skills(levels or {}),
        uses={"w": ("dossier", "labo")},
        software={"dossier": "Dossier+", "labo": "Labo"},
        sites={"w": "site"},
        named=named,
    )


@pytest.mark.parametrize(
    ("known", "why", "last_day"),
    [
        (facts(held("ada"), people={"ada": SOON}), LeavesBecause.DEPARTURE, SOON),
        (facts(held("ada", until=SOON)), LeavesBecause.OFFICE_ENDS, SOON),
        (
            facts(held("ada", until=SOON), people={"ada": SOON}),
            LeavesBecause.DEPARTURE,
            SOON,
        ),
        (
            facts(held("ada"), absences={"ada": (SOON, SOON + timedelta(days=90))}),
            LeavesBecause.ABSENCE,
            SOON - timedelta(days=1),
        ),
    ],
)
def test_an_end_announces_itself(known: SuccessionFacts, why: str, last_day: date) -> None:
    (leaving,) = successions(known, TODAY)["w"].leavings
    assert (leaving.why, leaving.last_day, leaving.person) == (why, last_day, "Ada")


@pytest.mark.parametrize(
    "known",
    [
        facts(held("ada")),
        facts(held("ada", until=TODAY + timedelta(days=61))),
        facts(held("ada"), absences={"ada": (SOON, SOON + timedelta(days=20))}),
        facts(held("ada", until=PAST)),
        facts(people={"ada": SOON}),
    ],
)
def test_what_is_far_or_short_or_of_no_referent_announces_nothing(known: SuccessionFacts) -> None:
    assert "w" not in successions(known, TODAY) or not successions(known, TODAY)["w"].leavings


def test_the_deputy_follows_first_then_who_trains_then_who_helps() -> None:
    known = facts(
        *(held("ada", until=SOON), held("bea", "deputy")),
        people={"dan": None, "eve": None, "gone": PAST},
        levels={
            "dan": (("dossier", "helps"),),
            "cleo": (("dossier", "trains"),),
            "eve": (("labo", "uses"),),
            "gone": (("dossier", "trains"),),
        },
    )
    (leaving,) = successions(known, TODAY)["w"].leavings
    assert [(one.person, one.why) for one in leaving.followers] == [
        ("Bea", Follows.DEPUTY),
        ("Cleo", Follows.TRAINS),
        ("Dan", Follows.HELPS),
    ]


def test_colleagues_are_named_where_nobody_else_could_follow() -> None:
    (leaving,) = successions(facts(held("ada", until=SOON)), TODAY)["w"].leavings
    assert {one.why for one in leaving.followers} == {Follows.COLLEAGUE}


def test_who_sits_on_the_chair_already_is_said() -> None:
    after = SOON + timedelta(days=1)
    follows = held("bea")._replace(since=after)
    (leaving,) = successions(facts(held("ada", until=SOON), follows), TODAY)["w"].leavings
    assert leaving.followed_by == ("Bea",)
    two = facts(held("ada", until=SOON), held("ada", software="labo", until=SOON), follows)
    (leaving,) = successions(two, TODAY)["w"].leavings
    assert leaving.followed_by == ()


def test_only_one_person_knows_what_one_alone_helps_with_or_trains() -> None:
    levels = {
        "ada": (("dossier", "helps"), ("labo", "trains")),
        "bea": (("dossier", "trains"), ("labo", "uses")),
    }
    (one,) = successions(facts(levels=levels, people={"ada": SOON}), TODAY)["w"].sole_knowers
    assert (one.person, one.software, one.leaves_on) == ("Ada", "Labo", SOON)


def test_who_was_not_trained_on_the_version_that_runs_here_knows_it_no_more() -> None:
    known = facts(levels={"ada": (("dossier", "helps"),)})
    majors = {
        ("site", "dossier"): Major("10.0", TODAY, is_change=True),
        ("elsewhere", "labo"): Major("10.0", TODAY, is_change=True),
    }
    asked_again = replace(known, skills=known.skills._replace(majors=majors))
    assert "w" in successions(known, TODAY)
    assert successions(asked_again, TODAY) == {}
    elsewhere = replace(asked_again, sites={"w": "elsewhere"})
    assert successions(elsewhere, TODAY)["w"].sole_knowers


def test_what_one_person_alone_knows_is_in_the_order_of_the_alphabet() -> None:
    levels = {"ada": (("dossier", "helps"), ("labo", "trains"))}
    known = replace(facts(levels=levels), software={"dossier": "Zéro", "labo": "Équipes"})
    knowers = successions(known, TODAY)["w"].sole_knowers
    assert [one.software for one in knowers] == ["Équipes", "Zéro"]


def test_what_is_left_behind_names_who_has_gone() -> None:
    named = (
        Named(OrphanKind.COPY, "w", "c", "1", "Ada"),
        Named(OrphanKind.ACTION, "w", "a", "Tidy up", "Bea"),
        Named(OrphanKind.DRILL, "w", "d", "Prescription", "Nobody known"),
    )
    found = successions(facts(held("ada"), people={"ada": PAST}, named=named), TODAY)["w"].orphans
    assert [(one.kind, one.person) for one in found] == [
        (OrphanKind.OFFICE, "Ada"),
        (OrphanKind.COPY, "Ada"),
    ]


def test_a_name_that_somebody_bears_who_is_here_is_left_to_them() -> None:
    named = (Named(OrphanKind.COPY, "w", "c", "1", "Ada"),)
    known = facts(people={"ada": PAST}, named=named)
    people = {**known.people, "other": Staff("Ada", "x", None)}
    twin = SuccessionFacts({}, people, {}, skills({}), {}, {}, {}, named)  # type: ignore[arg-type]
    assert successions(twin, TODAY) == {}


def test_an_office_that_somebody_took_over_is_no_orphan() -> None:
    known = facts(held("ada"), held("bea"), people={"ada": PAST})
    assert successions(known, TODAY) == {}
