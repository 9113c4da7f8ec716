"""Seeing the degraded modes of a department: one line for each function × software used there."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from referent_desk.domain.check_codes import body_hash
from referent_desk.domain.coverage import Use, uses_of
from referent_desk.domain.filled_texts import fill_local_values
from referent_desk.domain.listings import Listing, Page
from referent_desk.domain.procedures import ProcedureDetail, ProcedureRow, ProcedureState
from referent_desk.domain.text_lives import Losing, stage_of
from referent_desk.domain.texts import folded, searched
from referent_desk.errors import NotFound
from referent_desk.language import _, spoken
from referent_desk.storage import binders as stored
from referent_desk.storage.procedures import coverage_facts
from referent_desk.storage.served_departments import departments_served
from referent_desk.usecases.binder_contents import Composer, read_binder_facts
from referent_desk.usecases.binder_languages import binder_language
from referent_desk.usecases.desks import Desk
from referent_desk.usecases.replaced_texts import text_above
from referent_desk.usecases.text_lives import Lives, lives_in

_STATES = list(ProcedureState)
_SORTS: dict[str, Callable[[ProcedureRow], Any]] = {
    "software": lambda row: folded(row.software),
    "state": lambda row: _STATES.index(row.state),
    "criticality": lambda row: row.criticality or 9,
    "owner": lambda row: folded(row.owner),
}


def list_procedures(desk: Desk, listing: Listing) -> Page[ProcedureRow]:
    """The lines of one department (`listing.department_id`): a few dozen, always one page.

    They come in the order of the functions; sorting by `function` keeps or turns that order.
    """
    if listing.department_id is None:
        return Page((), 0, 0)
    with desk.database.read() as connection:
        facts = coverage_facts(connection, listing.department_id, desk.clock.today(), texts=False)
    rows = [row_of(use) for use in uses_of(facts, desk.clock.today())]
    words = folded(listing.text).split()
    fitting = [
        row
        for row in rows
        if all(word in searched(row.function, row.software, row.owner) for word in words)
    ]
    if listing.sort in _SORTS:
        fitting.sort(key=_SORTS[listing.sort], reverse=listing.descending)
    elif listing.descending:
        fitting.reverse()
    return Page(tuple(fitting), len(fitting), len(rows))


def row_of(use: Use) -> ProcedureRow:
    """A use as the list of degraded modes tells it; the department may rank it by itself."""
    return ProcedureRow(
        function_id=use.function.id if use.function else "",
        software_id=use.software.id or None,
        function=use.function.name(spoken().code) if use.function else "",
        software=use.software.name,
        criticality=use.deployment.criticality or use.software.criticality,
        procedure_id=use.procedure.id if use.procedure else None,
        revision_id=use.revision.id if use.revision else None,
        owner=use.owner,
        state=use.state,
        stage=stage_of(use.revision, use.withdrawn, use.draft),
    )


def procedure_detail(
    desk: Desk, department_id: str, function_id: str, software_id: str | None
) -> ProcedureDetail:
    """What holds for one function × software of a department, with its local values filled in."""
    reading = _read(desk, department_id)
    use = _find(reading.uses, function_id, software_id)
    detail = reading.detail(use)
    if detail.life is None or use.procedure is None or use.revision is None:
        return detail
    today = desk.clock.today()
    with desk.database.read() as connection:
        above = text_above(connection, use.procedure, today)
        losing = Losing(
            use.owner,
            departments_served(connection, use.procedure, today),
            above.owner if above else "",
        )
    return replace(detail, life=replace(detail.life, losing=losing))


def procedure_details(desk: Desk, department_id: str) -> tuple[ProcedureDetail, ...]:
    """What holds for every function × software of a department, in the order of the list."""
    reading = _read(desk, department_id)
    return tuple(reading.detail(use) for use in reading.uses)


@dataclass(frozen=True, slots=True)
class _Reading:
    """What one transaction read of a department."""

    uses: tuple[Use, ...]
    composer: Composer
    speaker: Composer
    """In the language of the window or command, where `composer` has that of the binder."""
    language_code: str
    codes: dict[str, str]
    printed: dict[tuple[str, str], stored.KnownRevision]
    lives: Lives

    def detail(self, use: Use) -> ProcedureDetail:
        """The sheet's revision is that under which exactly this text was printed; None: not yet."""
        draft = self.composer.sheet_of(use)
        code = self.codes.get(draft.subject, "")
        sheet = self.printed.get((code, body_hash(draft.body, self.language_code)))
        revision = use.revision
        if revision is not None:
            local = self.composer.local_of(use)
            revision = replace(revision, text=fill_local_values(revision.text, local))
        return ProcedureDetail(
            function=use.function.name(spoken().code) if use.function else "",
            software=use.software.name,
            owner=use.owner,
            sheet_code=code,
            sheet_revision=sheet.revision if sheet else None,
            check_code=sheet.check_code if sheet else "",
            running_version=use.live.version if use.live else "",
            revision=revision,
            status=use.status,
            contacts=tuple((c.role, c.name, c.number) for c in self.speaker.contacts(use)),
            life=self.lives.of(use),
        )


def _read(desk: Desk, department_id: str) -> _Reading:
    today = desk.clock.today()
    with desk.database.read() as connection:
        paper_language = binder_language(connection, desk, department_id)
        facts = read_binder_facts(connection, department_id, paper_language.code, today)
        codes = stored.sheet_codes(connection, department_id)
        printed = stored.known_revisions(connection, department_id)
        lives = lives_in(connection, facts.coverage, today)
    return _Reading(
        uses=uses_of(facts.coverage, today),
        composer=Composer(facts, paper_language, today),
        speaker=Composer(facts, spoken(), today),
        language_code=paper_language.code,
        codes=codes,
        printed={(p.code, p.body_hash): p for p in printed},
        lives=lives,
    )


def _find(uses: tuple[Use, ...], function_id: str, software_id: str | None) -> Use:
    for use in uses:
        function = use.function.id if use.function else ""
        if function == function_id and software_id in {None, use.software.id}:
            return use
    raise NotFound(_("This degraded mode is not here any more."), _("Choose another one."))
