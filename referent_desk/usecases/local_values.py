"""The values that the texts of a department ask it for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from referent_desk.domain.chapters import chapter_value_names
from referent_desk.domain.coverage import CoverageFacts, uses_of
from referent_desk.domain.local_values import AskedValue, asked_values
from referent_desk.domain.procedures import local_value_names
from referent_desk.exchange.chapters import CHAPTER_CODES, parse_chapter
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
    desk: Desk, connection: Connection, department_id: str, coverage: CoverageFacts | None = None
) -> tuple[AskedValue, ...]:
    """What the procedures and chapters that hold for the department name, and what it has said.

    `coverage` where it was read already.
    """
    today = desk.clock.today()
    known = stored_binders.binder_of(connection, department_id)
    paper_language = language(known[1] if known else desk.language)
    facts = read_binder_facts(connection, department_id, paper_language.code, today, coverage)
    stored = local_value_rows(connection, department_id)
    procedures = (
        (use.revision.text.title, local_value_names(use.revision.text))
        for use in uses_of(facts.coverage, today)
        if use.revision is not None
    )
    found = Composer(facts, paper_language, today).local.value_of
    return asked_values((*procedures, *_chapters(facts.chapters)), stored, found)


def _chapters(texts: Mapping[str, str]) -> Iterator[tuple[str, tuple[str, ...]]]:
    for code in CHAPTER_CODES:
        if code in texts:
            chapter = parse_chapter(code, texts[code])
            yield chapter.title, chapter_value_names(chapter)
