"""The presence of a small ward in memory."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from referent_desk.domain.changes import Kind
from referent_desk.domain.deeds import Saved
from referent_desk.domain.people import Appointment, AppointmentKind, AppointmentRank, Person
from referent_desk.domain.presence_weeks import PersonHours, PresenceWeek, subjects_of
from referent_desk.domain.presences import Staff, WardFacts
from referent_desk.domain.rotations import monday_of, opening_of, read_rotation
from referent_desk.errors import RefusedField
from referent_desk.gui.questions_presences import PresenceQuestions

TODAY = date(2026, 11, 25)
MONDAY = monday_of(TODAY)


def _staff(key: str, name: str, hours: str) -> Staff:
    return Staff(Person(key, name, telephone="4100"), read_rotation(hours, MONDAY))


@dataclass
class StandInPresences:
    """`opening` and `hours` may be emptied by a test; what is said is noted in `said`."""

    opening: str = "1-5 08:00-18:00"
    hours: str = "1-5 08:00-12:00 | 1-5 12:00-18:00"
    appointed: bool = True
    on_call: str = "4444"
    fault: RefusedField | None = None
    said: list[tuple[object, ...]] = field(default_factory=list)

    def _week(self, department_id: str, day: date | None) -> PresenceWeek:
        monday = monday_of(day or TODAY)
        kind = AppointmentKind.SOFTWARE
        people = {
            "anne": _staff("anne", "Anne", self.hours),
            "bruno": _staff("bruno", "Bruno", self.hours and "1-2 08:00-18:00"),
        }
        appointments = (
            Appointment("a", "anne", department_id, kind, AppointmentRank.MAIN),
            Appointment("b", "bruno", department_id, kind, AppointmentRank.DEPUTY, "dpi"),
        )
        ward = WardFacts(
            department_id,
            "Cardiology",
            opening_of(self.opening),
            frozenset({"dpi", "labo"}),
            appointments if self.appointed else (),
            people,
        )
        return PresenceWeek(
            department_id,
            ward.name,
            monday,
            TODAY,
            self.opening,
            self.on_call,
            subjects_of(ward, (), {"dpi": "Dossier+", "labo": "LaboNet"}, monday),
            len(people) if self.appointed else 0,
        )

    def _print(self, department_id: str, day: date | None, subject: str, path: Path) -> Path:
        self.said.append(("print", department_id, day, subject))
        return path

    def _hours_of(self, person_id: str) -> PersonHours:
        rotation = read_rotation(self.hours, MONDAY) if self.hours else None
        return PersonHours(person_id, "Anne", self.hours, MONDAY, rotation, TODAY)

    def _save(self, *said: object) -> Saved:
        if self.fault is not None:
            raise self.fault
        self.said.append(said)
        return Saved(frozenset({Kind.PEOPLE}), "anne", datetime(2026, 11, 25, 9, tzinfo=UTC))

    def questions(self) -> PresenceQuestions:
        return PresenceQuestions(
            read_week=self._week,
            print_week=self._print,
            suggest_path=lambda day: Path(f"presence-{day or MONDAY}.pdf"),
            hours_of=self._hours_of,
            say_hours=lambda *said: self._save("hours", *said),
            add_absence=lambda *said: self._save("absence", *said),
            take_absence_back=lambda *said: self._save("back", *said),
        )


NEXT = MONDAY + timedelta(weeks=1)
