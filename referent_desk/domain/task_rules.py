"""What makes something a thing to do: one rule for each subject.

A rule looks at one subject and gives its tasks. Further subjects add their rules to `RULES`, what
they look at to `TaskFacts`, and their words in the window.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date

from referent_desk.domain.copy_tasks import copy_dues, copy_tasks
from referent_desk.domain.directory import Purpose
from referent_desk.domain.offices import Offices
from referent_desk.domain.people import AppointmentRank
from referent_desk.domain.procedures import ProcedureRow, ProcedureState
from referent_desk.domain.tasks import Due, Lead, Task, TaskFacts, Urgency

Rule = Callable[[TaskFacts, date], Iterable[Task]]

MINUTES: Mapping[str, int] = {
    "functions_unsaid": 3,
    "use_unnamed": 1,
    "no_software": 1,
    "starters": 1,
    "no_procedure": 20,
    "draft_only": 5,
    "directory_empty": 5,
    "number_missing": 1,
    "no_referent": 2,
    "software_without_referent": 2,
    "appointment_ends": 2,
    "no_deputy": 2,
    "values_empty": 1,
    "never_printed": 4,
}
"""For one of each: to tick, to choose, to dial and type, to read two pages, to print and file."""

ESSENTIAL = (
    Purpose.SWITCHBOARD,
    Purpose.IT_ON_CALL,
    Purpose.WARD_MANAGER,
    Purpose.PHYSICIAN,
)
"""Whom the first sheets of every binder tell to call."""


def _grouped(
    code: str,
    urgency: Urgency,
    lead: Lead,
    rows: list[ProcedureRow],
    name: Callable[[ProcedureRow], str],
) -> Iterable[Task]:
    """One task for all of them: it leads to the first."""
    if rows:
        first = rows[0]
        yield Task(
            code,
            urgency,
            MINUTES[code] * len(rows),
            lead,
            (first.function_id, first.software_id),
            _once(name(row) for row in rows),
            {"count": len(rows)},
        )


def _once(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(names))


def function_tasks(facts: TaskFacts, _today: date) -> Iterable[Task]:
    """Nothing else can be said of a department of which nobody said what it does."""
    if not facts.functions_said:
        known = len({row.function_id for row in facts.uses if row.function_id})
        yield Task(
            "functions_unsaid",
            Urgency.LATER if known else Urgency.NOW,
            MINUTES["functions_unsaid"],
            Lead.FUNCTIONS,
            fields={"known": known},
        )
    unnamed = [row for row in facts.uses if not row.function_id]
    yield from _grouped("use_unnamed", Urgency.SOON, Lead.USES, unnamed, lambda row: row.software)
    unserved = [row for row in facts.uses if not row.software_id]
    yield from _grouped("no_software", Urgency.LATER, Lead.USES, unserved, lambda r: r.function)


def starter_tasks(facts: TaskFacts, _today: date) -> Iterable[Task]:
    """What the program could bring is taken together, by one click."""
    brought = [row for row in _missing(facts) if row.function_id in facts.starters]
    functions = _once(row.function_id for row in brought)
    if functions:
        names = _once(row.function for row in brought)
        yield Task(
            "starters",
            Urgency.NOW,
            MINUTES["starters"],
            Lead.STARTERS,
            functions,
            names,
            {"count": len(functions)},
        )


def procedure_tasks(facts: TaskFacts, _today: date) -> Iterable[Task]:
    """What must be written or approved one by one.

    It can wait: until then the binder prints whom to ask, or a draft.
    """
    written = [row for row in _missing(facts) if row.function_id not in facts.starters]
    drafts = [
        row for row in facts.uses if row.function_id and row.state is ProcedureState.DRAFT_ONLY
    ]
    texts = list({row.revision_id: row for row in drafts}.values())
    yield from _grouped("draft_only", Urgency.LATER, Lead.APPROVAL, texts, lambda r: r.function)
    yield from _grouped(
        "no_procedure", Urgency.LATER, Lead.PROCEDURE, written, lambda r: r.function
    )


def _missing(facts: TaskFacts) -> list[ProcedureRow]:
    return [row for row in facts.uses if row.function_id and row.state is ProcedureState.MISSING]


def people_tasks(facts: TaskFacts, today: date) -> Iterable[Task]:
    """The referent of the department or of what it stands under; then who comes after."""
    offices = Offices(facts.department_id, facts.appointments, facts.people, today)
    main, deputy = AppointmentRank.MAIN, AppointmentRank.DEPUTY
    software = {row.software_id: row.software for row in facts.uses if row.software_id}
    if not offices.is_held(main):
        named = {key for key in software if offices.is_held(main, key)}
        left_over = tuple(name for key, name in software.items() if key not in named)
        if not named:
            yield _appoint("no_referent", Urgency.NOW, main, _before(offices, main))
        elif left_over:
            count = {"count": len(left_over)}
            yield _appoint("software_without_referent", Urgency.SOON, main, count, left_over)
    for office, last_day in offices.ending():
        fields = {
            "day": last_day,
            "person": office.person.full_name,
            "kind": str(office.appointment.kind),
            "rank": str(office.appointment.rank),
        }
        yield _appoint("appointment_ends", Urgency.SOON, office.appointment.rank, fields)
    if offices.is_held(main) and not offices.is_held(deputy):
        yield _appoint("no_deputy", Urgency.LATER, deputy, _before(offices, deputy))


def _before(offices: Offices, rank: AppointmentRank) -> Mapping[str, object]:
    """Who answered before nobody did; nothing where there never was anybody."""
    last = offices.last_holder(rank)
    return {} if last is None else {"before": last[0], "day": last[1]}


def _appoint(
    code: str,
    urgency: Urgency,
    rank: AppointmentRank,
    fields: Mapping[str, object],
    names: tuple[str, ...] = (),
) -> Task:
    return Task(code, urgency, MINUTES[code], Lead.APPOINTMENT, (str(rank),), names, fields)


def directory_tasks(facts: TaskFacts, _today: date) -> Iterable[Task]:
    """A directory without a single number is one thing to do, not five."""
    missing = tuple(str(purpose) for purpose in ESSENTIAL if not facts.numbers.of(purpose))
    if missing and not any(entry.number for entry in facts.directory):
        first = (str(ESSENTIAL[0]),)
        minutes = MINUTES["directory_empty"]
        yield Task("directory_empty", Urgency.NOW, minutes, Lead.NUMBERS, first)
        return
    if missing:
        minutes = MINUTES["number_missing"] * len(missing)
        fields = {"count": len(missing)}
        yield Task(
            "number_missing", Urgency.NOW, minutes, Lead.NUMBERS, (missing[0],), missing, fields
        )


def value_tasks(facts: TaskFacts, _today: date) -> Iterable[Task]:
    empty = tuple(name for name, value in facts.asked_values.items() if not value)
    if empty:
        minutes = MINUTES["values_empty"] * len(empty)
        yield Task(
            "values_empty",
            Urgency.LATER,
            minutes,
            Lead.LOCAL_VALUES,
            (empty[0],),
            empty,
            {"count": len(empty)},
        )


def binder_tasks(facts: TaskFacts, _today: date) -> Iterable[Task]:
    """Even with holes: an unfinished binder on the shelf is worth more than none."""
    if facts.last_printed is None:
        yield Task("never_printed", Urgency.NOW, MINUTES["never_printed"], Lead.PRINTING)


RULES: tuple[Rule, ...] = (
    function_tasks,
    directory_tasks,
    starter_tasks,
    binder_tasks,
    people_tasks,
    copy_tasks,
    value_tasks,
    procedure_tasks,
)
"""In the order in which tasks of the same urgency stand.

Doing what one asks never makes the pressing minutes grow: what it uncovers takes no longer.
"""


def tasks_of(facts: TaskFacts, today: date) -> tuple[Task, ...]:
    found = [task for rule in RULES for task in rule(facts, today)]
    return tuple(sorted(found, key=lambda task: task.urgency))


def next_due(facts: TaskFacts, today: date) -> Due | None:
    """The next day on which something of this department ends, changes, or is due."""
    offices = Offices(facts.department_id, facts.appointments, facts.people, today)
    ends = [Due("appointment_ends", day, person.full_name) for person, day in offices.ends()]
    ends.extend(copy_dues(facts, today))
    return min(ends, key=lambda due: (due.day, due.name), default=None)
