"""The sections of the evidence file: facts in, figures and rows out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date, timedelta
from functools import lru_cache

from referent_desk.domain.evidence import (
    EvidenceFacts,
    Practice,
    Rehearsal,
    Row,
    Section,
    SiteFigure,
    TextRow,
    Theme,
)
from referent_desk.domain.group_coverage import Place
from referent_desk.domain.people import AppointmentKind, AppointmentRank
from referent_desk.domain.readiness import BinderStanding, Cover, DepartmentCoverage, counts_of

YEAR, PROGRAMME = timedelta(days=365), timedelta(days=3 * 365)
"""A drill each year; the programme of drills is of three."""
_MOST_NAMES = 12

Counted = tuple[Row, int, int]
"""A row, and what it adds to the part and to the whole of the figure."""


def sections_of(facts: EvidenceFacts, establishment_id: str = "") -> tuple[Section, ...]:
    """Of one establishment, or of all where none is named."""
    makers: Mapping[Theme, Callable[[EvidenceFacts, str], Iterable[Counted]]] = {
        Theme.REFERENTS: _referents,
        Theme.PROCEDURES: _procedures,
        Theme.TESTS: _tests,
        Theme.DRILLS: _drills,
        Theme.COPIES: _copies,
        Theme.COVERAGE: _coverage,
        Theme.TRAINED: _trained,
    }
    return tuple(_section(theme, make(facts, establishment_id)) for theme, make in makers.items())


def _section(theme: Theme, counted: Iterable[Counted]) -> Section:
    rows: list[Row] = []
    sites: dict[str, tuple[int, int]] = {}
    for row, part, whole in counted:
        rows.append(row)
        name = str(row[0])
        before = sites.get(name, (0, 0))
        sites[name] = before[0] + part, before[1] + whole
    return Section(
        theme,
        sum(part for part, _whole in sites.values()),
        sum(whole for _part, whole in sites.values()),
        tuple(SiteFigure(name, *both) for name, both in sites.items()),
        tuple(rows),
    )


def _here(facts: EvidenceFacts, chosen: str) -> Iterator[tuple[Place, DepartmentCoverage]]:
    for place, coverage in zip(facts.places, facts.coverage, strict=True):
        if not chosen or place.establishment_id == chosen:
            yield place, coverage


@lru_cache(maxsize=8192)
def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None


def _referents(facts: EvidenceFacts, chosen: str) -> Iterator[Counted]:
    """Each critical software of each establishment: whether at least one answers for it there."""
    mains = _mains(facts)
    found: dict[tuple[str, str], tuple[str, set[str], set[str], dict[str, None]]] = {}
    for place, coverage in _here(facts, chosen):
        near: dict[str, dict[str, None]] = {}
        for node in place.path:
            for software_id, person in mains.get(node, ()):
                near.setdefault(software_id, {})[person] = None
        for_all = near.get("", {})
        for use in coverage.uses:
            if not use.software_id or not use.is_critical:
                continue
            key = place.establishment_id, use.software_id
            if key not in found:
                found[key] = place.establishment, set(), set(), {}
            _name, users, held, people = found[key]
            users.add(place.id)
            if use.has_referent:
                held.add(place.id)
                people.update(for_all)
                people.update(near.get(use.software_id, {}))
    for (_site, software_id), (site, users, held, people) in found.items():
        names = ", ".join([*people][:_MOST_NAMES]) + ("…" if len(people) > _MOST_NAMES else "")
        name = facts.software.get(software_id, "")
        yield (site, name, len(users), len(held), len(users) - len(held), names), bool(held), 1


def _mains(facts: EvidenceFacts) -> dict[str, list[tuple[str, str]]]:
    """By node, who is main referent of software there today: of which one, and their name."""
    today = facts.today.isoformat()
    kind, rank = str(AppointmentKind.SOFTWARE), str(AppointmentRank.MAIN)
    found: dict[str, list[tuple[str, str]]] = {}
    for office in facts.offices:
        if office.kind == kind and office.rank == rank and office.holds_on(today):
            found.setdefault(office.node_id, []).append((office.software_id, office.person))
    return found


def _procedures(facts: EvidenceFacts, chosen: str) -> Iterator[Counted]:
    """Those of the chosen establishment, and of the group above it."""
    functions, software = facts.functions, facts.software
    order = {place.id: number for number, place in enumerate(facts.places)}
    last = len(order)

    def rank(text: TextRow) -> tuple[bool, str, int, str, str]:
        site = facts.sites[text.owner_id]
        name = site.establishment
        place = order.get(text.owner_id, last)
        return not name, name, place, functions.get(text.function_id, ""), text.title

    for text in sorted(facts.texts, key=rank):
        site = facts.sites[text.owner_id]
        if chosen and site.establishment_id not in {"", chosen}:
            continue
        yield (
            (
                *(site.establishment, site.name, functions.get(text.function_id, "")),
                *(software.get(text.software_id, ""), text.title, text.number),
                *(_day(text.approved_on), text.approver),
                *(_day(text.verified_on), _day(text.review_on)),
            ),
            bool(text.verified_on),
            1,
        )


def _tests(facts: EvidenceFacts, chosen: str) -> Iterator[Counted]:
    begun = facts.today - PROGRAMME
    for place, coverage in _here(facts, chosen):
        held, planned = coverage.last_drill, _day(facts.plans.get(place.id, ""))
        state = Rehearsal.NONE
        if held is not None and held >= begun:
            state = Rehearsal.HELD
        elif planned is not None and planned >= facts.today:
            state = Rehearsal.PLANNED
        row = (place.establishment, place.name, state, held, planned)
        yield row, state is not Rehearsal.NONE, 1


def _drills(facts: EvidenceFacts, chosen: str) -> Iterator[Counted]:
    """Of the last three years; the figure is of the last year alone."""
    known = {place.id: place for place, _coverage in _here(facts, chosen)}
    begun, year = ((facts.today - length).isoformat() for length in (PROGRAMME, YEAR))
    for run in facts.runs:
        place = known.get(run.department_id)
        if place is None or run.day < begun:
            continue
        row = (
            *(place.establishment, place.name, _day(run.day)),
            *(facts.functions.get(run.function_id, ""), facts.software.get(run.software_id, "")),
            *(run.led_by, run.participants, run.lesson, run.findings, run.actions, run.done),
        )
        counts = run.day >= year
        yield row, counts and bool(run.lesson), counts


def _copies(facts: EvidenceFacts, chosen: str) -> Iterator[Counted]:
    for place, coverage in _here(facts, chosen):
        binder, count = coverage.binder, facts.copies.get(place.id, 0)
        days = coverage.filed_on, coverage.newest_text
        row = (place.establishment, place.name, count, binder, *days)
        yield row, binder is BinderStanding.FILED, 1


def _coverage(facts: EvidenceFacts, chosen: str) -> Iterator[Counted]:
    """Departments where nothing is critical do not count."""
    for place, coverage in _here(facts, chosen):
        cover, counts = coverage.cover, counts_of(coverage.uses)
        row = (
            *(place.establishment, place.pole, place.name, coverage.beds, cover),
            *(counts.critical, counts.written, counts.covered),
        )
        yield row, cover is Cover.COVERED, cover is not Cover.NOTHING_CRITICAL


def _trained(facts: EvidenceFacts, chosen: str) -> Iterator[Counted]:
    for place, _coverage_there in _here(facts, chosen):
        known = facts.practice.get(place.id, Practice())
        yield (place.establishment, place.name, *known), known.practised, known.staff
