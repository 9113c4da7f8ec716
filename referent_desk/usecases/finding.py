"""Finding anything by its name, and where what was found is shown."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from referent_desk.domain.coverage import uses_of
from referent_desk.domain.departments import BINDER_KINDS
from referent_desk.domain.finding import (
    Fit,
    Found,
    Hit,
    HitGroup,
    HitKind,
    Lead,
    LeadTo,
    Query,
    fit_of,
    fits,
    query_of,
)
from referent_desk.domain.texts import folded, spelling_key
from referent_desk.errors import NotFound
from referent_desk.exchange.forms import form_definitions
from referent_desk.language import _, spoken
from referent_desk.storage import leads
from referent_desk.storage.database import Connection
from referent_desk.storage.departments import path_to
from referent_desk.storage.hits import read_hits
from referent_desk.storage.procedures import coverage_facts
from referent_desk.storage.search import KINDS, find_entries
from referent_desk.usecases.desks import Desk

_LIVED = frozenset({HitKind.MEANS, HitKind.DRILL, HitKind.ACTION})
HITS_SHOWN = 6
"""Of each kind."""


def find_anywhere(
    desk: Desk, text: str, department_id: str | None = None, *, limit: int = HITS_SHOWN
) -> Found:
    """What fits the text in any spelling, at most `limit` of each kind, the best first.

    `department_id` is the chosen department: its sheets are found, and of degraded modes with like
    titles those that it goes by come first. A kind of which something is called exactly so is read
    before the others. Nothing typed finds nothing, and makes the rest quick.
    """
    query = query_of(text)
    if query.is_empty:
        _get_ready(desk)
        return Found(text, ())
    with desk.database.read() as connection:
        groups = [
            *_stored(desk, connection, query, department_id, limit),
            *_forms(desk, query, limit),
            *_sheets(connection, query, department_id, limit),
        ]
    return Found(text, tuple(sorted(groups, key=lambda group: not _is_named(query, group))))


def _get_ready(desk: Desk) -> None:
    """What the first letter would wait for: the forms read, the questions put together."""
    form_titles(desk)
    with desk.database.read() as connection:
        for kind in KINDS.values():
            read_hits(connection, kind, ("",), spoken().code, desk.clock.today())


def _is_named(query: Query, group: HitGroup) -> bool:
    first = group.hits[0]
    if group.kind in {HitKind.FORM, HitKind.SHEET} and spelling_key(first.title) == query.joined:
        return True
    is_code = group.kind is HitKind.FORM and folded(first.id) == query.whole
    return is_code or fit_of(query, folded(first.title)) is Fit.WHOLE


def _stored(
    desk: Desk, connection: Connection, query: Query, department_id: str | None, limit: int
) -> Iterator[HitGroup]:
    path = tuple(n.id for n in path_to(connection, department_id)) if department_id else ()
    today, code = desk.clock.today(), spoken().code
    for kind, entries in find_entries(connection, query, limit, path).items():
        ids = [entry.row_id for entry in entries.best]
        hits = read_hits(connection, kind, ids, code, today)
        if hits:
            yield HitGroup(kind, hits, max(entries.total, len(hits)), entries.is_more)


def _forms(desk: Desk, query: Query, limit: int) -> Iterator[HitGroup]:
    hits = [
        Hit(HitKind.FORM, code, f"{code} — {title}")
        for code, title in form_titles(desk)
        if fits(query, code, title)
    ]
    hits.sort(key=lambda hit: (folded(hit.id) != query.whole, hit.id))
    if hits:
        yield HitGroup(HitKind.FORM, tuple(hits[:limit]), len(hits))


def _sheets(
    connection: Connection, query: Query, department_id: str | None, limit: int
) -> Iterator[HitGroup]:
    """By their code; by their title too where it is that of no degraded mode and no form."""
    typed = spelling_key(query.whole)
    if department_id is None or len(typed) < 2:
        return
    hits = [
        hit
        for hit, has_own_title in leads.printed_sheets(connection, department_id)
        if spelling_key(hit.title).startswith(typed) or (has_own_title and fits(query, hit.detail))
    ]
    if hits:
        yield HitGroup(HitKind.SHEET, tuple(hits[:limit]), len(hits))


def form_titles(desk: Desk) -> tuple[tuple[str, str], ...]:
    """Code and title of each form; read again once one of the hospital's own files has changed."""
    folder = desk.home.forms
    own = sorted(folder.rglob("*.toml")) if folder.is_dir() else []
    return _form_titles(spoken().code, folder, tuple((p, p.stat().st_mtime_ns) for p in own))


@lru_cache(maxsize=4)
def _form_titles(
    language_code: str, folder: Path, _own: tuple[tuple[Path, int], ...]
) -> tuple[tuple[str, str], ...]:
    return tuple((f.code, f.title) for f in form_definitions(language_code, folder).forms)


def lead_to(desk: Desk, kind: HitKind, key: str, department_id: str | None = None) -> Lead:
    """Where a hit is shown; `key` is its id. Raises NotFound where there is nothing to show yet.

    A degraded mode is shown in the chosen department where that goes by it, else in the department
    nearest to its owner that does, else its owner is shown.
    """
    match kind:
        case HitKind.DEPARTMENT:
            return Lead(LeadTo.DEPARTMENTS, (key,))
        case HitKind.SOFTWARE:
            return Lead(LeadTo.SOFTWARE, (key,))
        case HitKind.PERSON:
            return Lead(LeadTo.REFERENTS, (key,))
        case HitKind.FORM:
            return _lead_to_form(desk, key, department_id)
    with desk.database.read() as connection:
        if kind is HitKind.NUMBER:
            owner = leads.owner_of_number(connection, key)
            return Lead(LeadTo.DEPARTMENTS, (_there(owner),))
        if kind is HitKind.TIP:
            return Lead(LeadTo.HELP_GIVEN, ("tips", _there(leads.tip_of(connection, key))))
        if kind is HitKind.SHEET:
            return _lead_to_sheet(connection, key)
        if kind in _LIVED:
            return _lead_to_life(connection, kind, key, department_id)
        return _lead_to_use(desk, connection, kind, key, department_id)


def _lead_to_use(
    desk: Desk, connection: Connection, kind: HitKind, key: str, department_id: str | None
) -> Lead:
    today = desk.clock.today()
    if kind is HitKind.FUNCTION:
        use = leads.use_of_function(connection, key, department_id, today)
        if use is None:
            raise NotFound(
                _("No department is known to use a program for this."),
                _("Say what a department uses, and its degraded modes are listed."),
            )
    else:
        use = leads.use_of_procedure(connection, key, department_id, today)
        if use is None:
            owner = leads.owner_of_procedure(connection, key)
            return Lead(LeadTo.DEPARTMENTS, (_there(owner),))
    row = (use.function_id, use.software_id) if use.software_id else (use.function_id,)
    if use.department_id == department_id:
        return Lead(LeadTo.PROCEDURES, row)
    return Lead(LeadTo.PROCEDURES, row, leads.choice_of(connection, use.department_id))


def _lead_to_life(
    connection: Connection, kind: HitKind, key: str, department_id: str | None
) -> Lead:
    """Means, drills and actions, in their department; a means in any that it serves."""
    if kind is HitKind.MEANS:
        owner = _there(leads.node_of_means(connection, key))
        path = path_to(connection, department_id) if department_id else ()
        if any(node.id == owner for node in path):
            return Lead(LeadTo.PROCEDURES, part="means")
        choice = leads.choice_of(connection, owner)
        if path_to(connection, owner)[0].kind not in BINDER_KINDS:
            return Lead(LeadTo.DEPARTMENTS, (owner,))
        return Lead(LeadTo.PROCEDURES, (), choice, "means")
    is_drill = kind is HitKind.DRILL
    find = leads.department_of_drill if is_drill else leads.department_of_action
    here = _there(find(connection, key))
    choice = leads.choice_of(connection, here) if here != department_id else None
    if is_drill:
        return Lead(LeadTo.DRILLS, (key,), choice)
    return Lead(LeadTo.PROCEDURES, (), choice, f"actions:{key}")


def _lead_to_sheet(connection: Connection, key: str) -> Lead:
    """The degraded mode that a sheet prints; the other sheets are seen in the binder."""
    department_id, subject = leads.subject_of_sheet(connection, key) or ("", "")
    choice = leads.choice_of(connection, _there(department_id))
    what, *ids = subject.split(":")
    if what == "procedure":
        return Lead(LeadTo.PROCEDURES, tuple(part for part in ids if part), choice)
    if what == "software":
        return Lead(LeadTo.PROCEDURES, ("", *ids), choice)
    return Lead(LeadTo.BINDER, (), choice)


def _lead_to_form(desk: Desk, code: str, department_id: str | None) -> Lead:
    """The first degraded mode of the chosen department that writes on it, else its binder."""
    if department_id is None:
        raise NotFound(
            _("No department is chosen."),
            _("Choose one at the top of the window: forms are kept in its binder."),
        )
    today = desk.clock.today()
    with desk.database.read() as connection:
        facts = coverage_facts(connection, department_id, today)
    for use in uses_of(facts, today):
        steps = use.revision.text.steps if use.revision else ()
        if use.function and any(code in step.forms for step in steps):
            software = (use.software.id,) if use.software else ()
            return Lead(LeadTo.PROCEDURES, (use.function.id, *software))
    return Lead(LeadTo.BINDER)


def _there(key: str | None) -> str:
    if not key:
        raise NotFound(_("This is not here any more."), _("Search again."))
    return key
