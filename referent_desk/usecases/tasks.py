"""What there is to do in a department, from what the home knows today."""

from __future__ import annotations

from referent_desk.domain.coverage import uses_of
from referent_desk.domain.support_lines import hotline_numbers
from referent_desk.domain.task_facts import TaskFacts
from referent_desk.domain.task_rules import next_due, tasks_of
from referent_desk.domain.tasks import Today
from referent_desk.errors import NotFound
from referent_desk.language import _
from referent_desk.storage.binders import last_printed
from referent_desk.storage.contract_ends import contracts_in
from referent_desk.storage.copies import copies_in
from referent_desk.storage.database import Connection
from referent_desk.storage.directory import directory_of, local_values
from referent_desk.storage.needed_functions import needed_by
from referent_desk.storage.procedures import coverage_facts
from referent_desk.storage.ward_managers import managers_in
from referent_desk.usecases.binder_gathering import binder_node
from referent_desk.usecases.binder_states import state_in
from referent_desk.usecases.desks import Desk
from referent_desk.usecases.dial_facts import dial_facts
from referent_desk.usecases.drill_programmes import read_drill_facts
from referent_desk.usecases.handovers_tasks import handover_facts
from referent_desk.usecases.help_given import help_facts
from referent_desk.usecases.local_values import read_asked_values
from referent_desk.usecases.means import means_facts
from referent_desk.usecases.officers import numbers_of
from referent_desk.usecases.presence_facts import presence_facts
from referent_desk.usecases.procedures import row_of
from referent_desk.usecases.proposals import nomination_facts
from referent_desk.usecases.reading_facts import reading_facts
from referent_desk.usecases.skills import skill_facts
from referent_desk.usecases.starters import shipped_functions
from referent_desk.usecases.text_lives import approval_facts
from referent_desk.usecases.verification_facts import verification_facts


def list_tasks(desk: Desk, department_id: str) -> Today:
    today = desk.clock.today()
    with desk.database.read() as connection:
        facts = _facts(desk, connection, department_id)
    return Today(today, tasks_of(facts, today), facts.last_printed, next_due(facts, today))


def _facts(desk: Desk, connection: Connection, department_id: str) -> TaskFacts:
    today = desk.clock.today()
    coverage = coverage_facts(connection, department_id, today)
    if not coverage.path:
        raise NotFound(_("This department is not here any more."), _("Choose another one."))
    binder_node(connection, department_id)  # a pole has nothing to do itself
    uses = uses_of(coverage, today)
    has_texts = any(use.revision is not None for use in uses)
    values = read_asked_values(desk, connection, department_id, coverage) if has_texts else ()
    starters = shipped_functions(connection, desk.language)
    printed_on = last_printed(connection, department_id)
    directory = directory_of(connection, coverage.path)
    has_paper = printed_on is not None or copies_in(connection, department_id) != ()
    return TaskFacts(
        department_id=department_id,
        path=coverage.path,
        functions_said=needed_by(connection, department_id) is not None,
        uses=tuple(row_of(use) for use in uses),
        starters=frozenset() if desk.read_only else starters,
        asked_values={v.name: v.value or v.found for v in values if v.asked_by},
        directory=directory,
        numbers=numbers_of(
            coverage,
            today,
            local_values(connection, department_id),
            directory,
            managers_in(connection, [department_id], today).get(department_id),
        ),
        hotlines=hotline_numbers(coverage),
        appointments=coverage.appointments,
        people=coverage.people,
        last_printed=printed_on,
        binder=state_in(desk, connection, department_id) if has_paper else None,
        approvals=approval_facts(connection, coverage, uses, today),
        trials=verification_facts(connection, coverage, uses, today),
        means=means_facts(connection, coverage, uses),
        reading=reading_facts(connection, coverage, uses, today),
        dialling=dial_facts(connection, coverage.path, today),
        skills=skill_facts(connection, department_id, today),
        handovers=handover_facts(connection, department_id, coverage, today),
        contracts=contracts_in(connection, department_id, today),
        presence=presence_facts(connection, department_id, today),
        nominations=nomination_facts(connection, coverage, department_id, today),
        drills=read_drill_facts(connection, desk, [department_id]).get(department_id),
        help_given=help_facts(connection, department_id),
    )
