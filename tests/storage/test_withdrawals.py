"""What the lists select by SQL agrees with the pure rules, on homes made at random."""

from __future__ import annotations

import random
from datetime import date, timedelta

import pytest
from sqlalchemy import select

from referent_desk.domain.coverage import uses_of
from referent_desk.domain.group_coverage import group_coverage
from referent_desk.domain.procedures import ProcedureState, RevisionState
from referent_desk.domain.revisions import is_in_force, is_withdrawn, last_withdrawn
from referent_desk.domain.tasks import procedure_urgency
from referent_desk.storage import schema
from referent_desk.storage.database import Connection, Database
from referent_desk.storage.department_holes import holes_and_rest, holes_in, rest_in
from referent_desk.storage.drafts import procedures_for
from referent_desk.storage.drill_candidates import candidates_in
from referent_desk.storage.fallbacks import all_fallbacks
from referent_desk.storage.procedures import coverage_facts, functions_by_id, revisions_of
from referent_desk.storage.readiness import group_facts
from referent_desk.storage.served_departments import departments_served
from referent_desk.storage.withdrawals import (
    procedures_gone,
    revisions_gone,
    withdrawal_row,
    withdrawals_of,
    withdrawn_revisions,
)
from referent_desk.storage.work import Work
from tests.storage.small_homes import (
    APPROVED,
    CARDIOLOGY,
    DOSSIER,
    GROUP,
    NORTH,
    POLE,
    PRESCRIPTION,
    PROCEDURE,
    TEXT,
    UNIT,
    add,
)

TODAY = date(2026, 11, 22)
DAY = timedelta(days=1)
OWNERS = (UNIT, CARDIOLOGY, POLE, NORTH, GROUP)


@pytest.fixture
def home(small: Database) -> Database:
    return small


def _write_at_random(work: Work, chance: random.Random) -> None:
    """Procedures up and down the tree, with revisions, drafts, withdrawals and annulments."""
    work.change(schema.procedure, PROCEDURE, {"closed_on": TODAY})
    for owner in OWNERS:
        for software in (None, DOSSIER):
            if chance.random() < 0.55:
                _write_procedure(work, chance, owner, software)


def _write_procedure(work: Work, chance: random.Random, owner: str, software: str | None) -> None:
    procedure = work.new_id()
    what = {"owner_id": owner, "function_id": PRESCRIPTION, "software_id": software}
    add(work, schema.procedure, id=procedure, **what)
    said = {"procedure_id": procedure, "title": "T", "text": TEXT}
    count = chance.randrange(4)
    for number in range(1, count + 1):
        revision = work.new_id()
        begins = {"approved_on": TODAY - 99 * DAY, "in_force_on": _day(chance)}
        add(work, schema.revision, id=revision, **said, state="approved", number=number, **begins)
        if chance.random() < 0.5:
            _withdraw(work, chance, revision)
    if count == 0 or chance.random() < 0.3:
        add(work, schema.revision, **said, state="draft")


def _withdraw(work: Work, chance: random.Random, revision: str) -> None:
    key = work.new_id()
    said = {"revision_id": revision, "who": "M. Aubry", "valid_on": _day(chance), "reason": "r"}
    add(work, schema.withdrawal, id=key, **said)
    if chance.random() < 0.3:
        add(work, schema.withdrawal, **said, annuls_id=key)


def _day(chance: random.Random) -> date:
    return TODAY + chance.choice((-30, -1, 0, 1, 30)) * DAY


@pytest.mark.parametrize("seed", range(40))
def test_sql_and_the_pure_rule_agree_on_what_was_withdrawn(home: Database, seed: int) -> None:
    chance = random.Random(seed)
    with home.write("generate") as work:
        _write_at_random(work, chance)
    with home.read() as connection:
        procedures = [p.id for p in procedures_for(connection, PRESCRIPTION)]
        known = revisions_of(connection, procedures, texts=False)
        gone = set(connection.scalars(procedures_gone(TODAY)))
        revisions = set(connection.scalars(revisions_gone(TODAY)))
        counted = [_counted(connection, node) for node in (CARDIOLOGY, UNIT)]
        told = [_told(connection, node) for node in (CARDIOLOGY, UNIT)]
    assert gone & set(procedures) == {p for p in procedures if is_withdrawn(known[p], TODAY)}
    expected = set()
    for those in known.values():
        last = last_withdrawn(those, TODAY)
        expected |= {
            r.id
            for r in those
            if last is not None
            and r.state is RevisionState.APPROVED
            and (r.number or 0) <= (last.number or 0)
        }
    assert revisions & {r.id for those in known.values() for r in those} == expected
    assert counted == told


def _counted(connection: Connection, node: str) -> tuple[int, int]:
    statement = select(holes_and_rest(TODAY)).where(schema.node.c.id == node)
    number = connection.scalar(statement) or 0
    return holes_in(number), rest_in(number)


def _told(connection: Connection, node: str) -> tuple[int, int]:
    """As `domain.coverage.uses_of` and `domain.tasks.procedure_urgency` tell it."""
    facts = coverage_facts(connection, node, TODAY, texts=False)
    states = [use.state for use in uses_of(facts, TODAY) if procedure_urgency(use.state)]
    return states.count(ProcedureState.MISSING), states.count(ProcedureState.DRAFT_ONLY)


def test_what_was_annulled_is_no_withdrawal(home: Database) -> None:
    with home.read() as connection:
        (found,) = withdrawals_of(connection, [PROCEDURE])
        assert withdrawal_row(connection, found.id) is not None
        assert withdrawn_revisions(connection, [PROCEDURE])[APPROVED].reason == "Remplacée"
    with home.write("annul") as work:
        said = {"revision_id": APPROVED, "who": "M. Aubry", "valid_on": found.day}
        add(work, schema.withdrawal, **said, annuls_id=found.id, reason="Erreur")
    with home.read() as connection:
        assert withdrawals_of(connection, [PROCEDURE]) == ()
        assert withdrawal_row(connection, found.id) is None
        assert withdrawn_revisions(connection, [PROCEDURE]) == {}


@pytest.mark.parametrize("seed", range(40))
def test_all_ways_to_read_it_choose_the_same_text(home: Database, seed: int) -> None:
    """`coverage.holding` rules; lists of many departments are read by ways of their own."""
    chance = random.Random(1000 + seed)
    with home.write("generate") as work:
        _write_at_random(work, chance)
        if not _uses_it(work.connection, UNIT):
            used = {"software_id": DOSSIER, "function_id": PRESCRIPTION}
            add(work, schema.deployment, department_id=UNIT, **used)
    with home.read() as connection:
        group = {d.department_id: d for d in group_coverage(group_facts(connection, TODAY), TODAY)}
        fallbacks = all_fallbacks(connection, TODAY).facts.fallbacks
        played = candidates_in(connection, functions_by_id(connection), "fr", TODAY)
        for node in (CARDIOLOGY, UNIT):
            facts = coverage_facts(connection, node, TODAY, texts=False)
            [use] = (use for use in uses_of(facts, TODAY) if use.function is not None)
            held = use.revision.id if use.revision else ""
            assert [u.revision_id for u in group[node].uses if u.function_id] == [held]
            assert [f.revision_id for f in fallbacks if f.department_id == node] == [held]
            holds = use.revision is not None and is_in_force(use.revision, TODAY)
            assert [c.has_text for c in played[node]] == [holds]
            served = [
                p.id for p in procedures_for(connection, PRESCRIPTION)
                if facts.path_names[node] in departments_served(connection, p, TODAY)
            ]  # fmt: skip
            owner = use.procedure.owner_id if use.procedure else node
            if holds and owner != node and use.procedure is not None:
                assert use.procedure.id in served


def _uses_it(connection: Connection, node: str) -> bool:
    facts = coverage_facts(connection, node, TODAY, texts=False)
    return any(use.function is not None for use in uses_of(facts, TODAY))
