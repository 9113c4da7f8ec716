"""What the staff of the made-up group does: present, trained, helping, with contracts to end.

    add_staff(Home(folder))  # of a home that `generate` filled

Beside `generate`, so that what is measured there stays what it was.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass, fields
from datetime import date, timedelta

from referent_desk.domain.texts import folded, searched
from referent_desk.home import Home
from referent_desk.storage import schema
from referent_desk.storage.audit import Origin
from referent_desk.storage.work import Work
from referent_desk.usecases.desks import open_desk
from tests.benchmarks.generator import CLOCK, TODAY, Row
from tests.benchmarks.words import PIECES, WORDS

HOURS = (
    "1-5 08:00-16:00",
    "1-5 09:00-17:00; 6 09:00-12:00",
    "1-3 07:00-19:00",
    "1-5 06:45-14:15 | 1-5 13:45-21:15",
    "5-7 21:00-07:00 | 1-4 21:00-07:00",
    "1-2 07:00-19:00; 6-7 07:00-19:00 | 3-5 07:00-19:00 | 1-2 07:00-19:00",
    "",
)
OPENED = ("1-5 08:00-18:00", "1-7 00:00-24:00", "1-6 07:00-20:00", "1-5 08:30-17:30", "")
WEEK_ONE = date(2026, 9, 7)
ASKED = (
    *("Imprimer les étiquettes", "Retrouver un compte rendu", "Corriger une prescription"),
    *("Ouvrir deux dossiers", "Changer de mot de passe", "Scanner un courrier"),
    *("Planifier un rendez-vous", "Lire un résultat ancien"),
)


@dataclass(frozen=True, slots=True)
class Staffing:
    """`people` come on top of those that `generate` made: 20,000 together."""

    people: int = 12_000
    appointments: int = 6_000
    absences: int = 15_000
    trainings: int = 8_000
    attendances: int = 40_000
    skills: int = 40_000
    help_entries: int = 40_000
    tickets: int = 4_000
    tips: int = 2_000
    arrival_items: int = 12_000
    arrival_ticks: int = 15_000
    objectives: int = 6_000
    proposals: int = 600
    advices: int = 500
    drills: int = 3_000

    def part(self, share: float) -> Staffing:
        return Staffing(
            **{f.name: max(1, round(getattr(self, f.name) * share)) for f in fields(self)}
        )


FULL_STAFF = Staffing()
SMALL_STAFF = FULL_STAFF.part(0.05)


@dataclass(slots=True)
class _Known:
    """What `generate` left, in a fixed order."""

    chance: random.Random
    home_id: str
    departments: list[str]
    nodes: list[str]
    used: dict[str, list[str]]
    """Software by department."""
    software: list[str]
    releases: dict[str, list[str]]
    functions: dict[str, list[str]]
    people: list[tuple[str, str]]
    """(person, department)"""
    staffing: Staffing

    def id(self) -> str:
        digits = f"{self.chance.getrandbits(128):032x}"
        return "-".join((digits[:8], digits[8:12], digits[12:16], digits[16:20], digits[20:]))

    def day(self, longest_ago: int) -> date:
        return TODAY - timedelta(days=self.chance.randrange(1, longest_ago))

    def software_of(self, department: str) -> str:
        return self.chance.choice(self.used.get(department) or self.software)

    def somebody(self) -> tuple[str, str, str]:
        """(person, department, software that is used there)"""
        person, department = self.chance.choice(self.people)
        return person, department, self.software_of(department)


def add_staff(home: Home, staffing: Staffing = FULL_STAFF, seed: int = 20261123) -> None:
    desk = open_desk(home, CLOCK)
    try:
        with desk.database.write("staff", origin=Origin.PROGRAM) as work:
            known = _known(work, staffing, seed)
            _add_people(work, known)
            work.add(schema.appointment, _appointments(known))
            _add_trainings(work, known)
            work.add(schema.skill, _skills(known))
            _add_arrivals(work, known)
            _add_help(work, known)
            _add_contracts(work, known)
            _add_asked(work, known)
            _add_drills(work, known)
    finally:
        desk.database.changed = False  # nobody wants a backup of it
        desk.close()


def _known(work: Work, staffing: Staffing, seed: int) -> _Known:
    def rows(statement: str) -> list[tuple[str, ...]]:
        return [tuple(row) for row in work.connection.exec_driver_sql(statement)]

    nodes = rows("SELECT id, kind FROM node ORDER BY id")
    departments = [key for key, kind in nodes if kind in {"pole", "department", "unit"}]
    used: dict[str, list[str]] = {}
    functions: dict[str, list[str]] = {}
    for department, software, function in rows(
        "SELECT department_id, software_id, function_id FROM deployment ORDER BY id"
    ):
        used.setdefault(department, []).append(software)
        functions.setdefault(department, []).append(function)
    releases: dict[str, list[str]] = {}
    for key, software in rows("SELECT id, software_id FROM release ORDER BY version, id"):
        releases.setdefault(software, []).append(key)
    return _Known(
        random.Random(seed),
        rows("SELECT id FROM home")[0][0],
        departments,
        [key for key, _kind in nodes],
        used,
        list(releases),
        releases,
        functions,
        [(p, d) for p, d in rows("SELECT id, department_id FROM person ORDER BY id")],
        staffing,
    )


def _add_people(work: Work, known: _Known) -> None:
    for department in known.departments:
        hours = {"opening_hours": known.chance.choice(OPENED)}
        work.change(schema.node, department, hours)
    for person, _department in known.people:
        work.change(schema.person, person, _hours(known))
    work.add(schema.person, _people(known))
    work.add(schema.absence, _absences(known))


def _hours(known: _Known) -> Row:
    hours = known.chance.choice(HOURS)
    return {"working_hours": hours, "week_one": WEEK_ONE.isoformat() if "|" in hours else ""}


def _people(known: _Known) -> Iterator[Row]:
    """One of forty leaves soon or has left."""
    for number in range(known.staffing.people):
        last = f"{known.chance.choice(PIECES)}-{known.chance.choice(WORDS)}-{number}"
        first = known.chance.choice(PIECES)
        department = known.departments[number % len(known.departments)]
        known.people.append((known.id(), department))
        leaves = TODAY + timedelta(days=known.chance.randrange(-200, 90))
        yield {
            "id": known.people[-1][0],
            "last_name": last,
            "first_name": first,
            "role": known.chance.choice(("AMA", "Infirmier", "Secrétaire", "Aide-soignante")),
            "department_id": department,
            "left_on": leaves if known.chance.random() < 0.025 else None,
            "folded": searched(last, first),
            **_hours(known),
        }


def _absences(known: _Known) -> Iterator[Row]:
    for _ in range(known.staffing.absences):
        since = TODAY + timedelta(days=known.chance.randrange(-60, 60))
        days = timedelta(days=known.chance.randrange(21))
        person = known.chance.choice(known.people)[0]
        yield {"id": known.id(), "person_id": person, "since": since, "until": since + days}


def _appointments(known: _Known) -> Iterator[Row]:
    """Two of three are of somebody of the department; half for one software only."""
    for _ in range(known.staffing.appointments):
        person, department, software = known.somebody()
        since = known.day(900)
        ends = since + timedelta(days=known.chance.randrange(300, 1_500))
        yield {
            "id": known.id(),
            "person_id": person,
            "department_id": department,
            "kind": known.chance.choice(("software", "software", "security")),
            "rank": known.chance.choice(("main", "deputy")),
            "software_id": software if known.chance.random() < 0.5 else None,
            "since": since,
            "until": ends if known.chance.random() < 0.6 else None,
            "appointed_by": "Direction des soins",
            "volunteer": known.chance.choice((0, 1, None)),
            "minutes_a_week": known.chance.choice((None, 30, 60, 120)),
        }


def _said(known: _Known, longest_ago: int) -> Row:
    day = known.day(longest_ago)
    return {"who": "", "valid_on": day, "recorded_at": f"{day}T10:00:00+00:00"}


def _add_trainings(work: Work, known: _Known) -> None:
    trainings = [(known.id(), known.chance.choice(known.departments)) for _ in range(
        known.staffing.trainings
    )]  # fmt: skip
    work.add(schema.training, _trainings(known, trainings))
    work.add(schema.attendance, _attendances(known, [key for key, _department in trainings]))


def _trainings(known: _Known, keys: list[tuple[str, str]]) -> Iterator[Row]:
    for key, department in keys:
        software = known.software_of(department)
        said = _said(known, 900)
        expires = TODAY + timedelta(days=known.chance.randrange(-300, 700))
        yield {
            "id": key,
            "home_id": known.home_id,
            "software_id": software,
            "release_id": known.chance.choice((*known.releases[software], None)),
            "department_id": known.chance.choice((department, None)),
            "topic": known.chance.choice(ASKED),
            "trainer": "Service informatique",
            "minutes": known.chance.choice((30, 60, 120, 420)),
            "valid_until": known.chance.choice((None, expires)),
            **said,
        }


def _attendances(known: _Known, trainings: list[str]) -> Iterator[Row]:
    for number in range(known.staffing.attendances):
        training = trainings[number % len(trainings)]
        person = known.chance.choice(known.people)[0]
        level = known.chance.choice(("", "uses", "uses", "helps", "trains"))
        named = {"person_id": person, "name": f"Agent {number}"}
        yield {"id": known.id(), "training_id": training, **named, "level": level}


def _skills(known: _Known) -> Iterator[Row]:
    seen: set[tuple[str, str]] = set()
    for _ in range(known.staffing.skills):
        person, _department, software = known.somebody()
        if (person, software) in seen:
            continue
        seen.add((person, software))
        yield {
            "id": known.id(),
            "person_id": person,
            "software_id": software,
            "level": known.chance.choice(("uses", "uses", "helps", "trains")),
            "release_id": known.chance.choice((*known.releases[software], None)),
            "stated_on": known.day(700),
        }


def _add_arrivals(work: Work, known: _Known) -> None:
    items: list[str] = []
    departments = known.departments
    rows: list[Row] = []
    for number in range(known.staffing.arrival_items):
        items.append(known.id())
        department = departments[number % len(departments)]
        software = known.software_of(department) if number % 2 else None
        place = {"department_id": department, "position": number // len(departments)}
        what = f"Montrer : {known.chance.choice(ASKED)}"
        rows.append({"id": items[-1], **place, "what": what, "software_id": software})
    work.add(schema.arrival_item, rows)
    ticks: list[Row] = []
    for _ in range(known.staffing.arrival_ticks):
        both = {"item_id": known.chance.choice(items), "person_id": known.somebody()[0]}
        ticks.append({"id": known.id(), **both, **_said(known, 400)})
    work.add(schema.arrival_tick, ticks)


def _add_help(work: Work, known: _Known) -> None:
    entries: list[Row] = []
    for number in range(known.staffing.help_entries):
        _person, department, software = known.somebody()
        outcomes = ("solved", "solved", "solved", "solved", "open", "to_it", "to_vendor")
        entries.append(
            {
                "id": known.id(),
                "home_id": known.home_id,
                "department_id": department,
                "software_id": software if number % 20 else None,
                "asked": known.chance.choice(ASKED),
                "helped": known.chance.choice(("Montré une fois", "")),
                "minutes": known.chance.choice((None, 2, 5, 10, 20, 45)),
                "outcome": known.chance.choice(outcomes),
                "concerned": known.chance.choice((None, 1, 1, 3, 12)),
                **_said(known, 800),
            }
        )
    work.add(schema.help_entry, entries)
    work.add(schema.ticket, _tickets(known))
    work.add(schema.tip, _tips(known))


def _tickets(known: _Known) -> Iterator[Row]:
    for _ in range(known.staffing.tickets):
        _person, department, software = known.somebody()
        handed = known.day(500)
        settled = handed + timedelta(days=known.chance.randrange(60))
        yield {
            "id": known.id(),
            "department_id": department,
            "software_id": software,
            "addressee": known.chance.choice(("it", "it", "vendor")),
            "what": known.chance.choice(ASKED),
            "concerned": known.chance.choice((None, 2, 8)),
            "stops_work": known.chance.choice((0, 0, 1, None)),
            "handed_on": handed,
            "settled_on": settled if settled < TODAY and known.chance.random() < 0.7 else None,
        }


def _tips(known: _Known) -> Iterator[Row]:
    for number in range(known.staffing.tips):
        title = f"{known.chance.choice(ASKED)} {number}"
        software = known.chance.choice(known.software)
        node = known.chance.choice((None, None, known.chance.choice(known.nodes)))
        text = f"{known.chance.choice(ASKED)}, puis valider."
        place = {"software_id": software, "node_id": node}
        yield {"id": known.id(), **place, "title": title, "text": text, "folded": folded(title)}


def _add_contracts(work: Work, known: _Known) -> None:
    """Of half of the software the end of the contract is known, of a third what O-3.11 asks."""
    for number, software in enumerate(known.software):
        ends = TODAY + timedelta(days=known.chance.randrange(-100, 1_200))
        facts: Row = {}
        if number % 2:
            facts |= {"contract_reference": f"M-{number:04}", "contract_ends_on": ends}
        if number % 3 == 0:
            answers = ("manual_mode", "data_extracted", "original_layout")
            facts |= {answer: known.chance.choice((0, 1, None)) for answer in answers}
        if facts:
            work.change(schema.software, software, facts)
    chosen = known.chance.sample(known.software, min(known.staffing.advices, len(known.software)))
    work.add(
        schema.advice,
        [
            {
                "id": known.id(),
                "software_id": software,
                "verdict": known.chance.choice(("", "keep", "press", "replace")),
                "needs": known.chance.choice(ASKED),
                "given_on": known.day(300),
            }
            for software in chosen
        ],
    )


def _add_asked(work: Work, known: _Known) -> None:
    offices = work.connection.exec_driver_sql("SELECT id FROM appointment ORDER BY id").fetchall()
    goals: list[Row] = []
    for _ in range(known.staffing.objectives):
        due = TODAY + timedelta(days=known.chance.randrange(-200, 300))
        office = known.chance.choice(offices)[0]
        reached = due if due < TODAY and known.chance.random() < 0.6 else None
        named = {"appointment_id": office, "what": known.chance.choice(ASKED)}
        goals.append({"id": known.id(), **named, "due_on": due, "reached_on": reached})
    work.add(schema.objective, goals)
    proposals: list[Row] = []
    for _ in range(known.staffing.proposals):
        person, department, software = known.somebody()
        asked = {"kind": "software", "rank": "main", "proposed_on": known.day(90)}
        who = {"person_id": person, "department_id": department, "software_id": software}
        proposals.append({"id": known.id(), **who, **asked})
    work.add(schema.proposal, proposals)


def _add_drills(work: Work, known: _Known) -> None:
    """Two of three were held; of these, half left a lesson, one in three an action."""
    drills: list[Row] = []
    runs: list[Row] = []
    found: list[Row] = []
    lessons: list[Row] = []
    actions: list[Row] = []
    users = list(known.used)
    for number in range(known.staffing.drills):
        department = known.chance.choice(users)
        choice = known.chance.randrange(len(known.used[department]))
        function, software = known.functions[department][choice], known.used[department][choice]
        key, run, day = known.id(), known.id(), known.day(700)
        planned = TODAY + timedelta(days=known.chance.randrange(1, 700)) if number % 3 == 0 else day
        what = {"department_id": department, "function_id": function, "software_id": software}
        drills.append({"id": key, **what, "shift": "day", "planned_on": planned})
        if number % 3 == 0:
            continue
        said: Row = {"valid_on": day, "recorded_at": f"{day}T10:00:00+00:00"}
        held = {"home_id": known.home_id, "drill_id": key, "seconds": 1_200, "participants": 4}
        runs.append({"id": run, **held, **said})
        if number % 2:
            lessons.append({"id": known.id(), "drill_run_id": run, "what": "Retenu", **said})
            shown = known.id()
            seen = {"id": shown, "drill_run_id": run, "position": 1, "what": "Feuille absente"}
            found.append(seen)
            done = known.chance.choice((None, day + timedelta(days=20)))
            link = {"department_id": department, "finding_id": shown, "done_on": done}
            asked = {"what": "Ranger la feuille", "owner": "AMA", "due_on": day}
            actions.append({"id": known.id(), **link, **asked})
    work.add(schema.drill, drills)
    work.add(schema.drill_run, runs)
    work.add(schema.lesson, lessons)
    work.add(schema.finding, found)
    work.add(schema.action, actions)
