"""Trainings that end on a day, of one department or of all."""

from __future__ import annotations

from collections.abc import Iterator

from referent_desk.domain.dues import DueRow
from referent_desk.domain.skills_tasks import skill_rows
from referent_desk.storage.skills import ending_ward_skills, ward_skills
from referent_desk.usecases.due_grounds import DueGround


def training_dues(ground: DueGround) -> Iterator[DueRow]:
    if ground.department_id is None:
        wards = ending_ward_skills(ground.connection, ground.today, ground.before)
    else:
        ward = ward_skills(ground.connection, ground.department_id, ground.today)
        wards = (ward,) if ward is not None else ()
    for ward in wards:
        yield from skill_rows(ward)
