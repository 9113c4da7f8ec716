"""The values that the texts of a department ask it for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from referent_desk.domain.chapters import chapter_value_names
from referent_desk.domain.coverage import CoverageFacts, uses_of
from referent_desk.domain.filled_texts import LocalValues, local_value_names
from referent_desk.domain.local_values import (
    AskedValue,
    asked_values,
    delays_between,
    is_delay,
)
from referent_desk.exchange.chapters import CHAPTER_CODES, parse_chapter
from referent_desk.storage.database import Connection
from referent_desk.storage.directory import local_value_rows
from referent_desk.usecases.binder_contents import Composer, read_binder_facts
from referent_desk.usecases.binder_languages import binder_language
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
    paper_language = binder_language(connection, desk, department_id)
    facts = read_binder_facts(connection, department_id, paper_language.code, today, coverage)
    stored = local_value_rows(connection, department_id)
    composer = Composer(facts, paper_language, today)
    procedures = [
        _Asking(
            use.revision.text.title,
            local_value_names(use.revision.text),
            composer.local_of(use),
        )
        for use in uses_of(facts.coverage, today)
        if use.revision is not None
    ]
    chapters = [_Asking(*named, composer.local) for named in _chapters(facts.chapters)]
    texts = (*procedures, *chapters)

    def found(name: str) -> str:
        if not is_delay(name):
            return composer.local.value_of(name)
        return delays_between([t.local.value_of(name) for t in texts if name in t.names])

    return asked_values(((text.title, text.names) for text in texts), stored, found)


class _Asking(NamedTuple):
    """A text with the names in it, and what prints there."""

    title: str
    names: tuple[str, ...]
    local: LocalValues


def _chapters(texts: Mapping[str, str]) -> Iterator[tuple[str, tuple[str, ...]]]:
    for code in CHAPTER_CODES:
        if code in texts:
            chapter = parse_chapter(code, texts[code])
            yield chapter.title, chapter_value_names(chapter)
