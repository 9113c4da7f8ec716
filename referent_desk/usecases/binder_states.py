"""The state of a department's binder: every sheet of every copy today, and what is to come."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

from referent_desk.domain.binder_states import Shelf, Wanted, copy_state
from referent_desk.domain.binders import Draft, allot_codes, with_list_title
from referent_desk.domain.change_logs import ChangeLog
from referent_desk.domain.chapters import texts_of
from referent_desk.domain.copies import Copy, CopyContent, Run
from referent_desk.domain.copy_contents import stage_of
from referent_desk.domain.coverage import CoverageFacts
from referent_desk.domain.filled_texts import LOCAL_VALUE, fill_local_values
from referent_desk.domain.filled_texts import texts_of as procedure_texts
from referent_desk.domain.local_values import DELAY_LEFT_OPEN
from referent_desk.domain.procedures import RevisionState
from referent_desk.domain.sheet_reasons import (
    AcceptedChapter,
    DatedFacts,
    Explainer,
)
from referent_desk.domain.sheet_states import Ahead, BinderState, Reason
from referent_desk.domain.sheets import LIST_CODE, FormBody, ListBody
from referent_desk.domain.sheets_ahead import ahead_on, days_ahead
from referent_desk.domain.shelf_checks import USUAL_MONTHS, check_due
from referent_desk.domain.software import is_used_after
from referent_desk.exchange.chapters import CHAPTER_CODES, parse_chapter
from referent_desk.language import Language
from referent_desk.storage.binders import sheet_codes
from referent_desk.storage.change_log import Bearing, changes_bearing_on
from referent_desk.storage.copies import copies_in, runs_of
from referent_desk.storage.database import Connection
from referent_desk.storage.high_marks import read_marks
from referent_desk.storage.sheet_facts import chapter_revisions, closed_lines, ended_uses
from referent_desk.storage.shelf_checks import last_checks, months_between_checks
from referent_desk.usecases.binder_contents import BinderFacts, Composer, binder_drafts
from referent_desk.usecases.binder_gathering import GatheredBinder, binder_node, gather
from referent_desk.usecases.copies import seen_contents
from referent_desk.usecases.desks import Desk
from referent_desk.usecases.forgotten_runs import copies_with_forgotten_runs
from referent_desk.usecases.garbage import uncollected
from referent_desk.usecases.kept_states import files_below


def read_state(desk: Desk, department_id: str) -> BinderState:
    """Raises NotFound where the department keeps no binder."""
    with desk.database.read() as connection:
        return state_in(desk, connection, department_id)


def state_in(desk: Desk, connection: Connection, department_id: str) -> BinderState:
    """`read_state` within a transaction that is open already; read once until something changes."""
    written = desk.database.moment(connection)
    if written is None:
        return _read(desk, connection, department_id)
    marks = read_marks(desk.home.marks, desk.home_id, department_id)
    moment = (department_id, desk.clock.today(), *written, marks.run, files_below(desk.home.forms))
    return desk.kept_state.at(moment, lambda: _read(desk, connection, department_id))


def _read(desk: Desk, connection: Connection, department_id: str) -> BinderState:
    """Where no copy is open, nothing is out of date and nothing is to come: nothing is gathered."""
    node = binder_node(connection, department_id)
    copies = copies_in(connection, department_id, closed=True)
    months = months_between_checks(connection, department_id)
    state = BinderState(
        department_id=department_id,
        department=node.name,
        paper_code=node.paper_code,
        day=desk.clock.today(),
        copies=(),
        closed=tuple(copy for copy in copies if copy.closed_on is not None),
        months_between_checks=USUAL_MONTHS if months is None else months,
    )
    opened = [copy for copy in copies if copy.closed_on is None]
    if not opened:
        return state
    with uncollected():
        return _with_sheets(desk, connection, state, opened, months)


def _with_sheets(
    desk: Desk,
    connection: Connection,
    state: BinderState,
    copies: Sequence[Copy],
    months: int | None,
) -> BinderState:
    department_id = state.department_id
    gathered = gather(desk, connection, department_id, None, desk.clock.now(), on=state.day)
    runs = runs_of(connection, department_id)
    contents = seen_contents(connection, department_id, copies, runs)
    facts = _dated_facts(connection, gathered, contents, state.day)
    wanted = Wanted(
        with_list_title(gathered.numbered.sheets, gathered.language.gettext("Sheets in force")),
        Explainer(facts),
        {code: about for about, code in sheet_codes(connection, department_id).items()},
        {(s.code, s.body_hash): s.pages for run in runs for s in run.sheets},
    )
    forgotten = copies_with_forgotten_runs(desk, connection, department_id, copies, runs)
    checks = last_checks(connection, department_id)
    shelves = _shelves(contents, runs, checks, months, forgotten)
    return replace(
        state,
        paper_code=gathered.head.paper_code,
        copies=tuple(copy_state(shelf, wanted) for shelf in shelves),
        ahead=tuple(_ahead(gathered, facts)),
    )


def _shelves(
    contents: Sequence[CopyContent],
    runs: Sequence[Run],
    checks: Mapping[str, date],
    months: int | None,
    forgotten: frozenset[str],
) -> Iterator[Shelf]:
    for content in contents:
        own = [run for run in runs if run.copy_id == content.copy.id]
        newest = max(own, key=lambda run: run.number, default=None)
        filed = min((run.filed.day for run in own if run.filed is not None), default=None)
        checked = checks.get(content.copy.id)
        yield Shelf(
            content,
            stage_of(newest, own) if newest is not None else None,
            checked,
            check_due(filed, checked, months),
            content.copy.id in forgotten,
        )


def _dated_facts(
    connection: Connection,
    gathered: GatheredBinder,
    contents: Sequence[CopyContent],
    today: date,
) -> DatedFacts:
    """What explains the sheets; the log no further back than the oldest sheet in a copy."""
    facts, coverage = gathered.facts, gathered.facts.coverage
    printed = [s.printed_on for content in contents for s in content.sheets.values()]
    oldest = min((day for day in printed if day is not None), default=None)
    changes = () if oldest is None else changes_bearing_on(connection, _bearing(coverage), oldest)
    chapters = _chapters(connection, facts, gathered.language)
    return DatedFacts(
        today=today,
        day=today,
        coverage=coverage,
        log=ChangeLog(changes),
        local=_known_values(gathered, chapters, today),
        chapters=chapters,
        closed_lines=closed_lines(connection, coverage.path),
        ended_uses=ended_uses(connection, coverage.department_id),
    )


def _bearing(coverage: CoverageFacts) -> Bearing:
    every = (r for revisions in coverage.revisions.values() for r in revisions)
    return Bearing(
        path=coverage.path,
        people=coverage.people.keys(),
        software=coverage.software.keys(),
        functions={d.function_id for d in coverage.deployments if d.function_id},
        drafts=[r.id for r in every if r.state is RevisionState.DRAFT],
    )


def _chapters(
    connection: Connection, facts: BinderFacts, language: Language
) -> dict[str, AcceptedChapter]:
    accepted = chapter_revisions(connection, facts.coverage.path, language.code)
    return {
        code: AcceptedChapter(*accepted[code], tuple(texts_of(parse_chapter(code, text))))
        for code, text in facts.chapters.items()
        if code in accepted and code in CHAPTER_CODES
    }


def _known_values(
    gathered: GatheredBinder, chapters: Mapping[str, AcceptedChapter], today: date
) -> dict[str, str]:
    """What the texts name and what the sheets print there, from the directory where not said."""
    local = Composer(gathered.facts, gathered.language, today).local
    revisions = (r for known in gathered.facts.coverage.revisions.values() for r in known)
    texts = (
        *(procedure_texts(r.text) for r in revisions),
        *(c.templates for c in chapters.values()),
    )
    names = {name for pieces in texts for piece in pieces for name in LOCAL_VALUE.findall(piece)}
    return {name: local.value_of(name) for name in sorted(names)}


def _ahead(gathered: GatheredBinder, facts: DatedFacts) -> Iterator[Ahead]:
    """What the days to come change, each against the day before it; forms are left out. The list of
    the sheets comes last: it follows every other."""
    codes = {s.content.subject: s.content.code for s in gathered.numbered.sheets}
    before = {
        s.content.subject: Draft(s.content.subject, s.content.title, s.content.body)
        for s in gathered.numbered.sheets
        if not isinstance(s.content.body, (ListBody, FormBody))
    }
    bodies = [s.content.body for s in gathered.numbered.sheets]
    forms = [body.form for body in bodies if isinstance(body, FormBody)]
    ends = [use.until for use in facts.ended_uses]
    filled = _filled(gathered, facts.today)
    staff = gathered.facts.staff
    for day in days_ahead(facts.coverage, staff, ends, facts.today):
        coverage = _coverage_on(facts.coverage, day)
        then_known = replace(
            gathered.facts,
            coverage=_coverage_on(filled, day),
            staff=tuple(person for person in staff if person.is_here(day)),
        )
        drafts = binder_drafts(then_known, gathered.language, day, forms)
        then = {draft.subject: draft for draft in drafts if not isinstance(draft.body, FormBody)}
        codes = allot_codes(drafts, codes)
        explainer = Explainer(replace(facts, day=day, coverage=coverage))
        changed = list(ahead_on(day, before, then, codes, gathered.language.code, explainer))
        yield from changed
        if changed:
            title = gathered.language.gettext("Sheets in force")
            yield Ahead(day, LIST_CODE, title, (Reason("list_follows"),))
        before = then


def _filled(gathered: GatheredBinder, today: date) -> CoverageFacts:
    """With every text filled in already, so that it is not done anew for each of the days.

    How long one waits stays to be filled in: a text may hold for several programs.
    """
    composer = Composer(gathered.facts, gathered.language, today)
    local = replace(composer.local, delay=DELAY_LEFT_OPEN)
    coverage = gathered.facts.coverage
    revisions = {
        procedure_id: tuple(replace(r, text=fill_local_values(r.text, local)) for r in known)
        for procedure_id, known in coverage.revisions.items()
    }
    return replace(coverage, revisions=revisions)


def _coverage_on(coverage: CoverageFacts, day: date) -> CoverageFacts:
    used = tuple(d for d in coverage.deployments if is_used_after(d.until, day))
    return replace(coverage, deployments=used)
