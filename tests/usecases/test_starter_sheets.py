"""The shipped procedures as the wards of the demo hospital print them."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from referent_desk.domain.coverage import uses_of
from referent_desk.domain.procedure_states import NOTHING_KNOWN, status_of
from referent_desk.domain.procedures import Revision, RevisionState
from referent_desk.domain.sheets import ProcedureBody
from referent_desk.exchange.starters import starter_procedures
from referent_desk.language import LANGUAGES, language
from referent_desk.paper.sheets_procedures import lay_out_procedure
from referent_desk.storage import schema
from referent_desk.usecases.binder_contents import Composer, read_binder_facts
from referent_desk.usecases.starter_sheets import starter_titles
from tests.usecases.homes import demo_desk


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_starter_fits_on_one_page_in_every_ward_that_uses_it(
    tmp_path: Path, code: str
) -> None:
    desk, spoken = demo_desk(tmp_path), language(code)
    today = desk.clock.today()
    texts = {file.function: file.text for file in starter_procedures(code)}
    pages: dict[tuple[str, str, str], int] = {}
    with desk.database.read() as connection:
        for node in connection.execute(schema.node.select()).all():
            facts = read_binder_facts(connection, node.id, code, today)
            composer = Composer(facts, spoken, today)
            for use in uses_of(facts.coverage, today):
                if use.function is None:
                    continue
                text = texts[use.function.code]
                revision = Revision("r", "p", RevisionState.DRAFT, text)
                status = status_of(revision, (), NOTHING_KNOWN, today)
                sheet = composer.sheet_of(replace(use, revision=revision, status=status))
                assert isinstance(sheet.body, ProcedureBody)
                place = (use.function.code, node.name, use.software.name)
                pages[place] = len(lay_out_procedure(sheet.body, spoken).pages)
    desk.close()
    assert len({function for function, _ward, _software in pages}) >= 25
    assert {place: count for place, count in pages.items() if count > 1} == {}


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_starter_fits_on_one_page_before_anything_is_filled_in(code: str) -> None:
    titles = starter_titles(code)
    assert [title for title in titles if title[2] > 1] == []
    assert len(titles) == len(starter_procedures(code))
