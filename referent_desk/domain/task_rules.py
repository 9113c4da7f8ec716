"""What makes something a thing to do: one rule for each subject.

A rule looks at one subject and gives its tasks. Further subjects add their rules to `RULES`, what
they look at to `TaskFacts`, and their words in the window.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import date, timedelta

from referent_desk.domain.advice_tasks import contract_dues, contract_tasks
from referent_desk.domain.approval_tasks import approval_dues, approval_tasks
from referent_desk.domain.copy_tasks import copy_dues, copy_tasks
from referent_desk.domain.dial_checks import next_month
from referent_desk.domain.dial_tasks import dial_dues, dial_tasks
from referent_desk.domain.directory import Purpose
from referent_desk.domain.drill_tasks import drill_dues, drill_tasks
from referent_desk.domain.handovers_tasks import handover_due_days, handover_tasks
from referent_desk.domain.help_tasks import help_tasks
from referent_desk.domain.means_tasks import means_tasks
from referent_desk.domain.nomination_tasks import nomination_tasks
from referent_desk.domain.offices import Offices
from referent_desk.domain.people_tasks import people_tasks
from referent_desk.domain.presence_tasks import presence_tasks
from referent_desk.domain.procedures import ProcedureRow, ProcedureState
from referent_desk.domain.reading_tasks import reading_dues, reading_tasks
from referent_desk.domain.skills_tasks import skill_dues, skill_tasks
from referent_desk.domain.task_facts import TaskFacts
from referent_desk.domain.tasks import Due, Lead, Task, Urgency
from referent_desk.domain.verification_tasks import verification_dues, verification_tasks

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
"""Whom the first sheets of every binder tell to call, and whom its directory must name."""


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
    """Nothing else can be said of a department of which nobody said what it does.

    What a program is used for presses before the first print: its sheet says nothing without.
    """
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
    naming = Urgency.NOW if facts.last_printed is None else Urgency.SOON
    yield from _grouped("use_unnamed", naming, Lead.USES, unnamed, lambda row: row.software)
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

    It can wait: until then the binder prints whom to ask, or a draft. What was submitted waits
    for a signature, which is a task of its own.
    """
    written = [row for row in _missing(facts) if row.function_id not in facts.starters]
    submitted = {text.revision_id for text in facts.approvals.submitted}
    drafts = [
        row
        for row in facts.uses
        if row.function_id
        and row.state is ProcedureState.DRAFT_ONLY
        and row.revision_id not in submitted
    ]
    texts = list({row.revision_id: row for row in drafts}.values())
    yield from _grouped("draft_only", Urgency.LATER, Lead.APPROVAL, texts, lambda r: r.function)
    yield from _grouped(
        "no_procedure", Urgency.LATER, Lead.PROCEDURE, written, lambda r: r.function
    )


def _missing(facts: TaskFacts) -> list[ProcedureRow]:
    return [row for row in facts.uses if row.function_id and row.state is ProcedureState.MISSING]


def directory_tasks(facts: TaskFacts, _today: date) -> Iterable[Task]:
    """A directory without a single number is one thing to do, not five.

    Hotlines of programs reach nobody of the ward. A number that several have in common is the
    hospital's own IT more often than not: a vendor serves one program.
    """
    missing = tuple(str(purpose) for purpose in ESSENTIAL if not facts.numbers.of(purpose))
    if missing and not any(entry.number for entry in facts.directory):
        counted = Counter(facts.hotlines)
        most, times = max(counted.items(), key=lambda pair: pair[1], default=("", 0))
        known: dict[str, object] = {"hotlines": len(counted)} if counted else {}
        first: tuple[str, ...] = (str(ESSENTIAL[0]),)
        if times > 1:
            first, known["number"] = (str(Purpose.IT_ON_CALL), most), most
        minutes = MINUTES["directory_empty"]
        yield Task("directory_empty", Urgency.NOW, minutes, Lead.NUMBERS, first, fields=known)
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


def binder_tasks(facts: TaskFacts, today: date) -> Iterable[Task]:
    """Even with holes: an unfinished binder on the shelf is worth more than none.

    `first` counts what presses and would be missing on the paper: that is done before.
    """
    if facts.last_printed is None:
        lacking = (function_tasks, directory_tasks, starter_tasks, people_tasks)
        pressing = (task for rule in lacking for task in rule(facts, today))
        fields = {"first": sum(task.urgency is Urgency.NOW for task in pressing)}
        minutes = MINUTES["never_printed"]
        yield Task("never_printed", Urgency.NOW, minutes, Lead.PRINTING, fields=fields)


def _approvals(facts: TaskFacts, today: date) -> Iterable[Task]:
    return approval_tasks(facts.approvals, today)


def _trials(facts: TaskFacts, today: date) -> Iterable[Task]:
    return verification_tasks(facts.trials, today)


def _means(facts: TaskFacts, today: date) -> Iterable[Task]:
    return means_tasks(facts.means, today)


def _reading(facts: TaskFacts, today: date) -> Iterable[Task]:
    """Whom the list of the ward welcomes reads with it: that is told once."""
    welcomed = {one.person_id for one in facts.skills.newcomers if one.welcome.of}
    new = tuple(one for one in facts.reading.newcomers if one.person_id not in welcomed)
    return reading_tasks(replace(facts.reading, newcomers=new), today)


def _dialling(facts: TaskFacts, today: date) -> Iterable[Task]:
    """The draw of a month presses in its last week."""
    presses = next_month(today) - today <= timedelta(days=7)
    for task in dial_tasks(facts.dialling, today):
        yield task if presses else replace(task, urgency=Urgency.LATER)


def _nominations(facts: TaskFacts, today: date) -> Iterable[Task]:
    return nomination_tasks(facts.nominations, today)


def _contracts(facts: TaskFacts, today: date) -> Iterable[Task]:
    return contract_tasks(facts.contracts, today)


def _skills(facts: TaskFacts, today: date) -> Iterable[Task]:
    return skill_tasks(facts.skills, today)


def _drills(facts: TaskFacts, today: date) -> Iterable[Task]:
    """A ward plays with the binder that lies on its shelf."""
    if facts.drills is not None and facts.last_printed is not None:
        yield from drill_tasks(facts.drills, today)


def _handovers(facts: TaskFacts, today: date) -> Iterable[Task]:
    return handover_tasks(facts.handovers, today)


RULES: tuple[Rule, ...] = (
    function_tasks,
    directory_tasks,
    starter_tasks,
    people_tasks,
    binder_tasks,
    _handovers,
    copy_tasks,
    _trials,
    _approvals,
    _means,
    _dialling,
    _reading,
    _skills,
    _nominations,
    lambda facts, today: presence_tasks(facts.presence, today),
    _drills,
    lambda facts, today: help_tasks(facts.help_given, today),
    value_tasks,
    procedure_tasks,
    _contracts,
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
    dues = [
        *ends,
        *copy_dues(facts, today),
        *approval_dues(facts.approvals, today),
        *verification_dues(facts.trials, today),
        *dial_dues(facts.dialling, today),
        *reading_dues(facts.reading, today),
        *skill_dues(facts.skills, today),
        *handover_due_days(facts.handovers, today),
        *contract_dues(facts.contracts, today),
        *(drill_dues(facts.drills, today) if facts.drills is not None else ()),
    ]
    return min(dues, key=lambda due: (due.day, due.name), default=None)
