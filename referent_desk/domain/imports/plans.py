"""What a file would do to the home: one outcome for each line, nothing written."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from referent_desk.domain.departments import BINDER_KINDS, DEPARTMENT_KINDS
from referent_desk.domain.imports.departments import DepartmentsOfFile
from referent_desk.domain.imports.ends import is_entry, odd_rows
from referent_desk.domain.imports.kinds import ImportKind
from referent_desk.domain.imports.ledgers import Ledger, establishment_of
from referent_desk.domain.imports.leftovers import Leftovers
from referent_desk.domain.imports.matching import name_key
from referent_desk.domain.imports.numbers import NumbersOfFile
from referent_desk.domain.imports.people import StaffOfFile
from referent_desk.domain.imports.places import names_only_codes, read_place, refusal_of
from referent_desk.domain.imports.readings import ask_of_reading, is_question
from referent_desk.domain.imports.reports import Concern, LineReport, Outcome, SourceLine, remark
from referent_desk.domain.imports.runs import Choices, LineWork, Run
from referent_desk.domain.imports.software import settle_deployment, settle_software_alone
from referent_desk.domain.imports.uses import settle_later

_TOLD_EVERY = 200
_UNSTORED = frozenset({Concern.REFUSAL, Concern.DOUBT})


@dataclass(frozen=True, slots=True)
class Plan:
    """The ledger was brought to what is to be stored; `absent` names what the file leaves out.

    `shown_id` and `shown_line` name the first thing that was brought in, or that was known.
    `department_id` is the only department that the file is about, `unknown_people` the referents
    whom nobody here knew.
    """

    lines: tuple[LineReport, ...]
    absent: tuple[str, ...]
    shown_id: str = ""
    shown_line: str = ""
    department_id: str = ""
    unknown_people: tuple[str, ...] = ()


def plan_import(
    kind: ImportKind,
    lines: Sequence[SourceLine],
    ledger: Ledger,
    choices: Choices,
    new_id: Callable[[], str],
    advanced: Callable[[int], None] = lambda _done: None,
) -> Plan:
    """`advanced` is told now and then how many lines were compared; it may raise to stop."""
    run = Run(ledger, choices, new_id, lines)
    run.odd_rows = odd_rows(lines, lambda name: bool(ledger.software.find(name_key(name))))
    settle = _settler(kind, run)
    works: dict[int, LineWork] = {}
    # a line that gives a code alone may mean a department that a later line names
    order = sorted(
        range(len(lines)), key=lambda place: names_only_codes(run.places[lines[place].row])
    )
    for done, place in enumerate(order):
        if done % _TOLD_EVERY == 0:
            advanced(done)
        works[place] = _work_on(lines[place], settle, run)
    settle_later(run)
    told = {place: _told(works[place], run) for place in order}
    leftovers = Leftovers(run)
    reports = [leftovers.told_with(told[place], lines[place]) for place in range(len(lines))]
    seen_in = [(works[place].shown_id, works[place].about_id) for place in range(len(lines))]
    return Plan(
        tuple(reports),
        _absent(kind, run),
        *_first_shown([(told.outcome, ids) for told, ids in zip(reports, seen_in, strict=True)]),
        _only_department(run),
        tuple(run.unknown_people.values()),
    )


def _only_department(run: Run) -> str:
    """The one that keeps a binder and that lines name; empty where there are none or several."""
    nodes = run.ledger.nodes
    found = [node.id for node in nodes if node.id in run.seen and node.kind in BINDER_KINDS]
    return found[0] if len(found) == 1 else ""


def _first_shown(lines: list[tuple[Outcome, tuple[str, str]]]) -> tuple[str, str]:
    """What is new goes before what is changed, and that before what was known."""
    for wanted in (Outcome.ADDED, Outcome.CHANGED, Outcome.UNCHANGED):
        for outcome, shown in lines:
            if outcome is wanted and any(shown):
                return shown
    return "", ""


def _work_on(
    line: SourceLine, settle: Callable[[SourceLine, LineWork], object], run: Run
) -> LineWork:
    choices = run.choices
    read = line
    work = LineWork(line, choices.answers)
    if line.row in choices.answers.left:
        work.refuse("left_by_hand")
        return work
    if any(map(is_question, line.remarks)):
        plain = replace(line, remarks=tuple(r for r in line.remarks if not is_question(r)))
        work = LineWork(plain, choices.answers)
        read = ask_of_reading(line, plain, work)
        run.places[line.row] = read_place(read)
    refusal = refusal_of(line)
    if refusal:
        work.refuse(refusal)
    elif not any(r.concern in _UNSTORED for r in work.remarks) and (
        line.row not in run.odd_rows or is_entry(line, run.odd_rows[line.row], work)
    ):
        settle(read, work)
    return work


def _told(work: LineWork, run: Run) -> LineReport:
    """A line that changes nothing because an earlier one said the same names that one."""
    told = work.report()
    if work.row in run.choices.answers.left:
        return replace(told, outcome=Outcome.REFUSED)
    first_row = run.first_rows.setdefault(work.about_id, work.row) if work.about_id else work.row
    if told.outcome is not Outcome.UNCHANGED or first_row == work.row:
        return told
    repeated = remark(Concern.NOTE, "as_row", row=str(first_row))
    return replace(told, remarks=(*told.remarks, repeated))


def _settler(kind: ImportKind, run: Run) -> Callable[[SourceLine, LineWork], object]:
    match kind:
        case ImportKind.DEPARTMENTS:
            return DepartmentsOfFile(run).settle
        case ImportKind.SOFTWARE:
            using = DepartmentsOfFile(run)
            return lambda line, work: settle_software_alone(run, using, line, work)
        case ImportKind.DEPLOYMENTS:
            departments = DepartmentsOfFile(run)
            return lambda line, work: settle_deployment(run, departments, line, work)
        case ImportKind.STAFF:
            return StaffOfFile(run).settle
        case ImportKind.DIRECTORY:
            return NumbersOfFile(run).settle


def _absent(kind: ImportKind, run: Run) -> tuple[str, ...]:
    """What the home holds of the places in the file, and no line of the file names."""
    ledger, seen = run.ledger, run.seen
    match kind:
        case ImportKind.DEPARTMENTS:
            return _absent_departments(run)
        case ImportKind.SOFTWARE:
            names = [
                s.name for s in ledger.software.before() if s.id not in seen and not s.closed_on
            ]
        case ImportKind.DEPLOYMENTS:
            names = _absent_deployments(run)
        case ImportKind.STAFF:
            names = [
                p.full_name for p in ledger.people.before() if p.id not in seen and not p.left_on
            ]
        case ImportKind.DIRECTORY:
            owners = {e.owner_id for e in ledger.entries.before() if e.id in seen}
            names = [
                e.label
                for e in ledger.entries.before()
                if e.id not in seen and e.owner_id in owners and not e.closed_on
            ]
    return tuple(sorted(names))


def _absent_deployments(run: Run) -> list[str]:
    ledger = run.ledger
    return [
        f"{ledger.nodes.get(use.department_id).name} × {ledger.software.get(use.software_id).name}"
        for use in ledger.deployments.before()
        if use.id not in run.seen and use.department_id in run.seen and use.until is None
    ]


def _absent_departments(run: Run) -> tuple[str, ...]:
    nodes, seen = run.ledger.nodes, run.seen
    departments = [n for n in nodes.before() if n.kind in DEPARTMENT_KINDS]
    places = {establishment_of(n, nodes) for n in departments if n.id in seen}
    return tuple(
        sorted(
            f"{n.name} ({n.code})" if n.code else n.name
            for n in departments
            if n.id not in seen and not n.closed_on and establishment_of(n, nodes) in places
        )
    )
