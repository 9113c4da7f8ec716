"""The values that the texts of a department ask it for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from referent_desk.domain.chapters import chapter_value_names
from referent_desk.domain.coverage import uses_of
from referent_desk.domain.local_values import AskedValue, asked_values
from referent_desk.domain.procedures import local_value_names
from referent_desk.exchange.chapters import (
    parse_decision,
    parse_end,
    parse_reflex,
    parse_route,
)
from referent_desk.language import language
from referent_desk.storage import binders as stored_binders
from referent_desk.storage.database import Connection
from referent_desk.storage.directory import local_value_rows
from referent_desk.usecases.binder_contents import Composer, read_binder_facts
from referent_desk.usecases.desks import Desk


def asked_local_values(desk: Desk, department_id: str) -> tuple[AskedValue, ...]:
    with desk.database.read() as connection:
        return read_asked_values(desk, connection, department_id)


def read_asked_values(
    desk: Desk, connection: Connection, department_id: str
) -> tuple[AskedValue, ...]:
    """What the procedures and chapters that hold for the department name, and what it has said."""
    today = desk.clock.today()
    known = stored_binders.binder_of(connection, department_id)
    paper_language = language(known[1] if known else desk.language)
    facts = read_binder_facts(connection, department_id, paper_language.code, today)
    stored = local_value_rows(connection, department_id)
    procedures = (
        (use.revision.text.title, local_value_names(use.revision.text))
        for use in uses_of(facts.coverage, today)
        if use.revision is not None
    )
    found = Composer(facts, paper_language, today).local.value_of
    return asked_values((*procedures, *_chapters(facts.chapters)), stored, found)


def _chapters(texts: Mapping[str, str]) -> Iterator[tuple[str, tuple[str, ...]]]:
    if "REF" in texts:
        reflex = parse_reflex(texts["REF"].encode(), "REF.toml")
        yield reflex.title, chapter_value_names(reflex)
    if "DEC" in texts:
        decision = parse_decision(texts["DEC"].encode(), "DEC.toml")
        yield decision.title, chapter_value_names(decision)
    if "CIR" in texts:
        route = parse_route(texts["CIR"].encode(), "CIR.toml")
        yield route.title, chapter_value_names(route)
    if "FIN" in texts:
        end = parse_end(texts["FIN"].encode(), "FIN.toml")
        yield end.title, chapter_value_names(end)
