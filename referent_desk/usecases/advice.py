"""Advice for purchasing: what speaks for a software and against it, and what users say of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from referent_desk.domain.advice import Advice, SiteUse, TypedAdvice, advise
from referent_desk.domain.advice_facts import AdviceFacts
from referent_desk.domain.deeds import Deed, Saved, Verb
from referent_desk.domain.group_coverage import group_coverage
from referent_desk.domain.procedures import ProcedureState
from referent_desk.domain.software import release_in_service
from referent_desk.domain.software_procedures import procedure_rows
from referent_desk.domain.texts import LONGEST_NAME, LONGEST_TEXT, clean_line, clean_text
from referent_desk.errors import NotFound, RefusedInput
from referent_desk.language import _, spoken
from referent_desk.storage import schema
from referent_desk.storage.advice import (
    advice_facts,
    advice_given,
    advice_row,
    sites_using,
    uses_today,
)
from referent_desk.storage.advice_grounds import AdviceQuery
from referent_desk.storage.database import Connection
from referent_desk.storage.procedures import functions_by_id
from referent_desk.storage.readiness import group_facts
from referent_desk.storage.software import releases_live
from referent_desk.storage.software_procedures import software_uses
from referent_desk.usecases.deeds import doing, kinds_of, saved
from referent_desk.usecases.desks import Desk
from referent_desk.usecases.garbage import uncollected

_UNWRITTEN = frozenset({ProcedureState.MISSING, ProcedureState.DRAFT_ONLY})
Untried = Mapping[str, tuple[int, int]]
"""By software: departments × functions with an approved procedure, and those never verified."""


def list_advice(desk: Desk) -> tuple[Advice, ...]:
    """Of all software in use, what presses most first."""
    today = desk.clock.today()
    with desk.database.read() as connection, uncollected():
        facts = advice_facts(connection, today)
        given = advice_given(connection, today)
        untried = _untried_of_all(connection, today)
        names = _function_names(connection)
    found = [
        advise(_whole(one, untried, names), today, given.get(key)) for key, one in facts.items()
    ]
    return tuple(sorted(found, key=lambda advice: advice.need))


def read_advice(desk: Desk, software_id: str) -> Advice:
    today = desk.clock.today()
    with desk.database.read() as connection:
        facts = advice_facts(connection, today, software_id).get(software_id)
        if facts is None:
            raise NotFound(_("This software is not here any more."), _("Choose another one."))
        given = advice_given(connection, today, software_id).get(software_id)
        untried = _untried_of_one(connection, software_id, today)
        names = _function_names(connection)
    return advise(_whole(facts, untried, names), today, given)


def read_sites(desk: Desk, software_id: str) -> tuple[SiteUse, ...]:
    """Which version runs in which establishment, and how many departments use it there."""
    today = desk.clock.today()
    with desk.database.read() as connection:
        lives = releases_live(connection, [software_id]).get(software_id, ())
        sites = sites_using(connection, software_id, today)
    found = []
    for key, name, departments in sites:
        live = release_in_service(lives, key, today)
        version, since = (live.version, live.live_on) if live is not None else ("", None)
        found.append(SiteUse(key, name, departments, version, since))
    return tuple(found)


def write_advice(desk: Desk, software_id: str, typed: TypedAdvice) -> Saved:
    """Said again, the last one holds. Raises RefusedInput where nothing is said, or by nobody."""
    needs, note = clean_text(typed.needs), clean_text(typed.note)
    who = clean_line(typed.who)
    _refuse_typed(typed, needs, note, who)
    said = {"verdict": str(typed.verdict), "needs": needs, "note": note, "who": who}
    with desk.database.read() as connection:
        facts = advice_facts(connection, desk.clock.today(), software_id).get(software_id)
        row = advice_row(connection, software_id)
    if facts is None:
        raise NotFound(_("This software is not here any more."), _("Choose another one."))
    if row is not None and all(row[name] == value for name, value in said.items()):
        return saved(desk, frozenset(), software_id)
    values = {**said, "given_on": desk.clock.today()}
    deed = Deed(Verb.WROTE, "advice", facts.name)
    with doing(desk, "write_advice", deed, record_id=software_id) as work:
        if row is None:
            new = {"id": work.new_id(), "software_id": software_id, **values}
            work.add(schema.advice, [new])
        else:
            work.change(schema.advice, row["id"], values)
    return saved(desk, kinds_of(work.trail), software_id)


def _refuse_typed(typed: TypedAdvice, needs: str, note: str, who: str) -> None:
    if not (typed.verdict or needs or note):
        raise RefusedInput(
            _("Nothing is said yet."), _("Choose an advice, or write what the users need.")
        )
    if not who:
        raise RefusedInput(
            _("Nobody is named who says it."), _("Type the name of whoever gives this advice.")
        )
    if len(who) > LONGEST_NAME or max(len(needs), len(note)) > LONGEST_TEXT:
        raise RefusedInput(
            _("This is longer than can be kept."), _("Shorten it; the advice is one page.")
        )


def _untried_of_all(connection: Connection, today: date) -> Untried:
    counts: dict[str, list[int]] = {}
    for department in group_coverage(group_facts(connection, today), today):
        for use in department.uses:
            if use.software_id and use.function_id and use.state not in _UNWRITTEN:
                here = counts.setdefault(use.software_id, [0, 0])
                here[0] += 1
                here[1] += use.state is ProcedureState.NEVER_VERIFIED
    return {key: (texts, untried) for key, (texts, untried) in counts.items()}


def _untried_of_one(connection: Connection, software_id: str, today: date) -> Untried:
    lives = releases_live(connection, [software_id]).get(software_id, ())
    uses = software_uses(connection, software_id, lives, today)
    using = uses_today(AdviceQuery(connection, today, software_id)).places
    uses = replace(uses, departments=tuple(u for u in uses.departments if u.choice.id in using))
    rows = procedure_rows(uses, functions_by_id(connection), today, spoken().code)
    states = [(state, count) for row in rows for state, count in row.states]
    return {
        software_id: (
            sum(count for state, count in states if state not in _UNWRITTEN),
            sum(count for state, count in states if state is ProcedureState.NEVER_VERIFIED),
        )
    }


def _function_names(connection: Connection) -> dict[str, str]:
    code = spoken().code
    return {key: one.name(code) for key, one in functions_by_id(connection).items()}


def _whole(facts: AdviceFacts, untried: Untried, names: Mapping[str, str]) -> AdviceFacts:
    texts, never = untried.get(facts.software_id, (0, 0))
    functions = tuple(names[key] for key in facts.usage.functions if key in names)
    return replace(
        facts,
        trials=replace(facts.trials, texts=texts, untried=never),
        usage=replace(facts.usage, functions=functions),
    )
