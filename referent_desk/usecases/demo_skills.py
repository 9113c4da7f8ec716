"""Two trainings, levels, one that ran out, and somebody new in the demo hospital. All invented.

Done by the same use cases as by a person, with a clock that was put back. Somebody new was added
with what the ward has read: see `demo_practice`.
"""

from __future__ import annotations

from datetime import timedelta

from referent_desk.domain.skills import SkillLevel
from referent_desk.domain.skills_wards import Member, WardSkills, gaps_of
from referent_desk.domain.trainings import Participant, WantedTraining
from referent_desk.usecases.arrivals import read_arrivals, tick_arrival, write_arrival_list
from referent_desk.usecases.demo import showcase_department
from referent_desk.usecases.demo_shelves import days_ago
from referent_desk.usecases.desks import Desk
from referent_desk.usecases.skills import read_ward, state_skill
from referent_desk.usecases.trainings import record_training

_WHO = "Maryse Aubry"
_FIRST, _SECOND, _LIST = 398, 96, 9
"""Days ago: a training that counted for a year, one on what runs now, and the list was begun."""
_YEAR = timedelta(days=365)
_USES, _HELPS, _TRAINS = SkillLevel
_STATED = (
    (0, 0, _TRAINS),
    (0, 1, _HELPS),
    (1, 0, _HELPS),
    (1, 2, _USES),
    (2, 1, _USES),
    (3, 2, _USES),
    (4, 0, _USES),
    (5, 3, _HELPS),
)
"""Person, software, level: by their places in the grid."""
_DONE = 4
"""Lines of the list, of those with whom it was begun."""


def fill_demo_skills(desk: Desk) -> None:
    department = showcase_department(desk)
    ward = read_ward(desk, department)
    software = [used.id for used in ward.used]
    known = [member for member in ward.staff if member.since is None]
    if len(software) < 5 or len(known) < 5:
        return
    with days_ago(desk, _FIRST):
        _hold(desk, ward, software[3], known[:4], _YEAR)
    with days_ago(desk, _SECOND):
        _hold(desk, ward, software[4], known[1:5], None)
    for person, place, level in _STATED:
        if person < len(known):
            day = desk.clock.today() - timedelta(days=20)
            state_skill(desk, known[person].id, software[place], level, day)
    for gaps in gaps_of(read_ward(desk, department)):
        if gaps.is_critical and gaps.nobody_helps:
            state_skill(desk, known[0].id, gaps.software_id, _HELPS, desk.clock.today())
    _welcome(desk, department)
    desk.history.to_undo.clear()


def _hold(
    desk: Desk,
    ward: WardSkills,
    software_id: str,
    came: list[Member],
    counts: timedelta | None,
) -> None:
    today = desk.clock.today()
    levels = (_HELPS, *(_USES for _member in came[1:]))
    participants = tuple(
        Participant(member.name, member.id, level)
        for member, level in zip(came, levels, strict=True)
    )
    record_training(
        desk,
        WantedTraining(
            software_id,
            today,
            participants,
            ward.department_id,
            topic="Prise en main",
            trainer="Éditeur",
            minutes=90,
            valid_until=today + counts if counts is not None else None,
            who=_WHO,
        ),
    )


def _welcome(desk: Desk, department: str) -> None:
    with days_ago(desk, _LIST):
        write_arrival_list(desk, department, read_arrivals(desk, department).offered)
        shown = read_arrivals(desk, department)
        new = next((one for one in shown.people if one.is_new), None)
        if new is not None:
            done = [item.id for item in shown.items[:_DONE]]
            tick_arrival(desk, new.person_id, done, desk.clock.today(), _WHO, done=True)
