"""What two records of one person, which become one, are able to do, were taught and were shown."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import or_, select

from referent_desk.domain.skills import SkillLevel
from referent_desk.storage import schema
from referent_desk.storage.united_facts import Row, annul, rows_where, say_anew, standing
from referent_desk.storage.work import Work

_skill, _tick = schema.skill, schema.arrival_tick
_training, _attendance = schema.training, schema.attendance
_STATED = ("level", "release_id", "stated_on", "closed_on")
_LEVELS = ("", *SkillLevel)


def move_skills(work: Work, kept_id: str, other_id: str) -> None:
    """Where both have a level for one software the higher stays; of two alike, the newer."""
    mine = {
        row["software_id"]: row for row in rows_where(work, _skill, _skill.c.person_id == kept_id)
    }
    for row in rows_where(work, _skill, _skill.c.person_id == other_id):
        known = mine.get(row["software_id"])
        if known is None:
            work.change(_skill, row["id"], {"person_id": kept_id})
            continue
        work.remove(_skill, [row["id"]])
        if _weight(row) > _weight(known):
            work.change(_skill, known["id"], {name: row[name] for name in _STATED})


def _weight(row: Row) -> tuple[bool, int, str]:
    """What was taken back gives way to what stands."""
    return row["closed_on"] is None, _LEVELS.index(row["level"]), row["stated_on"]


def move_ticks(work: Work, kept_id: str, other_id: str) -> bool:
    """A line that was done with both was done once. Whether the other one is named."""
    theirs = rows_where(work, _tick, _tick.c.person_id == other_id)
    mine = standing(work, _tick, rows_where(work, _tick, _tick.c.person_id == kept_id))
    done = {row["item_id"] for row in mine}
    for row in standing(work, _tick, theirs):
        if row["item_id"] in done:
            annul(work, _tick, row)
        else:
            say_anew(work, _tick, row, {"person_id": kept_id})
            done.add(row["item_id"])
    return bool(theirs)


def move_trainings(work: Work, kept_id: str, other_id: str) -> bool:
    """Those which the other one held or came to. Whether the other one is named."""
    came = select(_attendance.c.training_id).where(_attendance.c.person_id == other_id)
    named = or_(_training.c.trainer_id == other_id, _training.c.id.in_(came))
    told = rows_where(work, _training, named)
    for row in standing(work, _training, told):
        trainer_id = kept_id if row["trainer_id"] == other_id else row["trainer_id"]
        anew = say_anew(work, _training, row, {"trainer_id": trainer_id})
        there = rows_where(work, _attendance, _attendance.c.training_id == row["id"])
        came_to = _once(there, kept_id, other_id)
        said = [{**one, "id": work.new_id(), "training_id": anew} for one in came_to]
        work.add(_attendance, said)
    return bool(told)


def _once(rows: Iterable[Row], kept_id: str, other_id: str) -> list[Row]:
    """Who came under both names came once, with the higher level."""
    others: list[Row] = []
    alike: list[Row] = []
    for row in rows:
        (alike if row["person_id"] in (kept_id, other_id) else others).append(row)
    if not alike:
        return others
    best = max(alike, key=lambda r: (_LEVELS.index(r["level"]), r["person_id"] == kept_id))
    return [*others, {**best, "person_id": kept_id}]
