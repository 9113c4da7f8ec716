from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from referent_desk.domain.nomination_cautions import cautions_of
from referent_desk.domain.nominations import (
    MANY_OFFICES,
    Colleague,
    Namesake,
    Wanted,
    Warn,
    Why,
    candidates_of,
    has_fixed_hours,
    has_much,
    minutes_of_week,
    works_at_a_desk,
)
from referent_desk.domain.people import Appointment, AppointmentKind, AppointmentRank, Person

TODAY = date(2026, 11, 22)
SOFTWARE, SECURITY = AppointmentKind.SOFTWARE, AppointmentKind.SECURITY
MAIN, DEPUTY = AppointmentRank.MAIN, AppointmentRank.DEPUTY
WEEK = "1-5 08:00-16:00"
WANTED = Wanted("d1")
ADA = Person("ada", "Moreau", "Ada")
LUC = Person("luc", "Roy", "Luc")


def one(name: str, **known: object) -> Colleague:
    return replace(Colleague(name, name), **known)  # type: ignore[arg-type]


ORDER = (
    one("trains", level="trains"),
    one("helps", level="helps"),
    one("uses", level="uses"),
    one("trained", is_trained=True),
    one("forward", came_forward=True),
    one("deputy", is_deputy=True),
)


def test_real_users_come_first_then_who_came_forward_then_deputies() -> None:
    found = candidates_of(reversed(ORDER), WANTED)
    assert [c.colleague.name for c in found] == [c.name for c in ORDER]


def test_if_nobody_came_forward_those_at_a_desk_with_fixed_hours_are_proposed() -> None:
    staff = (one("Nurse", role="Infirmier"), one("Hours", hours=WEEK), one("AMA", role="AMA"))
    found = candidates_of(staff, WANTED)
    assert [(c.colleague.name, [r.why for r in c.reasons]) for c in found] == [
        ("AMA", [Why.DESK]),
        ("Hours", [Why.FIXED_HOURS]),
    ]


def test_who_came_forward_and_uses_it_stands_before_a_user_who_did_not() -> None:
    found = candidates_of(
        (one("user", level="trains"), one("both", level="uses", came_forward=True)), WANTED
    )
    assert [c.colleague.name for c in found] == ["both", "user"]


def test_of_equal_ones_who_answers_for_less_comes_first_and_much_is_said_not_forbidden() -> None:
    staff = (one("a", level="uses", offices=MANY_OFFICES), one("b", level="uses", offices=1))
    found = candidates_of(staff, WANTED)
    assert [(c.colleague.name, c.has_much) for c in found] == [("b", False), ("a", True)]


def test_for_security_the_software_referent_is_asked_by_default() -> None:
    staff = (one("user", level="trains"), one("ref", is_referent=True))
    assert candidates_of(staff, replace(WANTED, kind=SECURITY))[0].colleague.name == "ref"
    assert [c.colleague.name for c in candidates_of(staff, WANTED)] == ["user"]


def test_who_holds_the_office_is_not_proposed_for_it() -> None:
    assert candidates_of((one("x", level="uses"),), WANTED, holders=frozenset({"x"})) == ()


@pytest.mark.parametrize(
    ("role", "expected"),
    [
        ("AMA", True),
        ("AMA, réf. informatique", True),
        ("AMA/secrétaire", True),
        ("Réf. AMADEUS", False),
        ("Assistante médico-administrative", True),
        ("Secrétaire médicale", True),
        ("Infirmier", False),
        ("Amandine", False),
        ("Cadre de santé", False),
        ("", False),
    ],
)
def test_medico_administrative_work_is_told_from_care(role: str, expected: bool) -> None:
    assert works_at_a_desk(role) is expected


@pytest.mark.parametrize(
    ("hours", "rotates", "expected"),
    [
        (WEEK, False, True),
        (WEEK, True, False),
        ("1-5 08:00-16:00 | 1-3 08:00-20:00", False, False),
        ("1-5 21:00-07:00", False, False),
        ("1-7 00:00-24:00", False, False),
        ("", False, False),
    ],
)
def test_fixed_hours_are_those_of_every_week_and_of_the_day(
    hours: str, rotates: bool, expected: bool
) -> None:
    assert has_fixed_hours(hours, rotates=rotates) is expected


def test_minutes_of_a_week_are_those_of_one_week_of_a_rotation_on_an_average() -> None:
    assert minutes_of_week(WEEK) == 5 * 8 * 60
    assert minutes_of_week("1-5 08:00-16:00 | 1 08:00-16:00") == 3 * 8 * 60
    assert minutes_of_week("1-2 21:00-07:00") == 2 * 10 * 60
    assert minutes_of_week("?") == 35 * 60


def test_a_fifth_of_the_hours_is_not_yet_too_much() -> None:
    half_time = one("x", hours="1-5 08:00-12:00", minutes_granted=4 * 60)
    assert not has_much(half_time)
    assert has_much(replace(half_time, minutes_granted=4 * 60 + 1))


def warned(wanted: Wanted, person: Person | None, *held: Appointment, **more: object) -> list[Warn]:
    people = {p.id: p for p in (ADA, LUC)}
    found = cautions_of(
        wanted,
        person,
        more.get("colleague"),  # type: ignore[arg-type]
        held,
        people,
        more.get("namesakes", ()),  # type: ignore[arg-type]
        TODAY,
    )
    return [c.warn for c in found]


def held_by(person: Person, rank: AppointmentRank = MAIN, **more: object) -> Appointment:
    kept = Appointment("a", person.id, "d1", SOFTWARE, rank)
    return replace(kept, **more)  # type: ignore[arg-type]


def test_nothing_is_said_where_nothing_is_to_be_seen() -> None:
    assert warned(replace(WANTED, person_id="ada"), ADA) == []


def test_a_deputy_without_a_main_referent_is_said() -> None:
    wanted = replace(WANTED, rank=DEPUTY)
    assert warned(wanted, None) == [Warn.DEPUTY_WITHOUT_MAIN]
    assert warned(wanted, None, held_by(LUC)) == []
    for_other = held_by(LUC, software_id="s1")
    assert warned(wanted, None, for_other) == [Warn.DEPUTY_WITHOUT_MAIN]
    assert warned(replace(wanted, software_id="s1"), None, for_other) == []
    ended = held_by(LUC, until=date(2026, 1, 1))
    assert warned(wanted, None, ended) == [Warn.DEPUTY_WITHOUT_MAIN]


def test_two_in_one_office_at_one_time_are_said() -> None:
    wanted = replace(WANTED, person_id="ada")
    assert warned(wanted, ADA, held_by(LUC)) == [Warn.OTHER_HOLDER]
    assert warned(wanted, ADA, held_by(LUC, department_id="pole")) == []
    until = date(2026, 12, 31)
    after = replace(wanted, since=date(2027, 1, 1))
    assert warned(after, ADA, held_by(LUC, until=until)) == []


def test_main_and_deputy_of_the_same_is_said() -> None:
    wanted = replace(WANTED, person_id="ada", rank=DEPUTY)
    assert warned(wanted, ADA, held_by(ADA)) == [Warn.BOTH_RANKS]


def test_who_leaves_before_the_end_is_said() -> None:
    leaving = replace(ADA, left_on=date(2027, 3, 1))
    wanted = replace(WANTED, person_id="ada")
    assert warned(wanted, leaving) == [Warn.LEAVES_BEFORE]
    assert warned(replace(wanted, until=date(2027, 2, 1)), leaving) == []
    assert warned(replace(wanted, until=date(2027, 3, 2)), leaving) == [Warn.LEAVES_BEFORE]


def test_much_on_one_person_is_said() -> None:
    wanted = replace(WANTED, person_id="ada", minutes_a_week=60)
    busy = Colleague("ada", "Ada", offices=6, hours=WEEK, minutes_granted=8 * 60)
    assert warned(wanted, ADA, colleague=busy) == [Warn.MANY_OFFICES, Warn.MUCH_TIME]
    assert warned(wanted, ADA, colleague=replace(busy, offices=1, minutes_granted=0)) == []


def test_who_answers_for_all_of_a_ward_is_not_counted_program_by_program() -> None:
    """That many programs of her own ward are one office."""
    busy = Colleague("ada", "Ada", offices=MANY_OFFICES)
    own = tuple(held_by(ADA, id=f"a{n}", software_id=f"s{n}") for n in range(MANY_OFFICES))
    for_all = replace(WANTED, person_id="ada")
    assert warned(for_all, ADA, *own, colleague=busy) == []
    security = replace(for_all, kind=AppointmentKind.SECURITY)
    assert warned(security, ADA, *own, colleague=busy) == []
    elsewhere = tuple(replace(one, department_id="pole") for one in own)
    assert warned(for_all, ADA, *elsewhere, colleague=busy) == [Warn.MANY_OFFICES]
    for_one = replace(for_all, software_id="s9")
    assert warned(for_one, ADA, *own, colleague=busy) == [Warn.MANY_OFFICES]
    already = (*own, held_by(ADA, id="all"))
    assert warned(for_one, ADA, *already, colleague=busy) == []


def test_of_namesakes_it_is_said_which_one_is_chosen_and_what_tells_them_apart() -> None:
    names = (
        Namesake("x", "Ada Moreau", "Infirmière", "Maternité", "4321"),
        Namesake("ada", "Ada Moreau", "AMA"),
    )
    [caution] = cautions_of(WANTED, ADA, None, (), {}, names, TODAY)
    assert caution.warn is Warn.NAMESAKE
    assert caution.names == ("Ada Moreau", "AMA", "Infirmière, Maternité, 4321")
