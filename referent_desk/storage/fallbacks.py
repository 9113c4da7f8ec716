"""What departments fall back on, read for one of them or for the whole home at once."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from sqlalchemy import Connection, select
from sqlalchemy import text as sql

from referent_desk.domain.coverage import Use, uses_of
from referent_desk.domain.departments import BINDER_KINDS
from referent_desk.domain.failures import Domains
from referent_desk.domain.fallbacks import Doubt, Fallback, FallbackFacts
from referent_desk.domain.means import Means, Reach, in_reach
from referent_desk.domain.procedures import ProcedureState, ProcedureText, RevisionState
from referent_desk.domain.revisions import revision_in_force
from referent_desk.storage import schema
from referent_desk.storage.deployments import still_used
from referent_desk.storage.failed_trials import FailedTrials
from referent_desk.storage.means import failure_domains, means_kept, reach_of
from referent_desk.storage.procedures import coverage_facts, revisions_of
from referent_desk.storage.stored_texts import text_of
from referent_desk.storage.withdrawals import procedures_gone, procedures_in_force

_node, _revision, _procedure = schema.node, schema.revision, schema.procedure
_TOGETHER = 10_000
_NAMES_MEANS = sql("""instr(text, '"means":[') > 0""")
"""A quick look at the stored text; what only quotes such a thing is read for nothing. In the words
of the index `revision_naming_means`, which is not used with values that are bound."""

_DOUBTS = {ProcedureState.DRAFT_ONLY: Doubt.DRAFT, ProcedureState.FAILED: Doubt.FAILED}

Owned = Mapping[tuple[str, str, str | None], str]
"""Ids of procedures by owner, function and software."""


@dataclass(frozen=True, slots=True)
class PlacedFallbacks:
    """`places` are the name of each department and of its establishment, `titles` by revision."""

    facts: FallbackFacts
    places: Mapping[str, tuple[str, str]]
    titles: Mapping[str, str] = field(default_factory=dict)


def fallbacks_of(connection: Connection, department_id: str, today: date) -> PlacedFallbacks:
    coverage = coverage_facts(connection, department_id, today)
    uses = [use for use in uses_of(coverage, today) if use.function is not None]
    reach = reach_of(connection, coverage.path)
    names = coverage.path_names
    place = names.get(department_id, ""), names.get(coverage.establishment_id, "")
    return PlacedFallbacks(
        FallbackFacts(
            reach.domains,
            tuple(fallback_of(department_id, use) for use in uses),
            {department_id: reach},
        ),
        {department_id: place},
        {use.revision.id: use.revision.text.title for use in uses if use.revision},
    )


def fallback_of(department_id: str, use: Use) -> Fallback:
    """`use` has a function."""
    revision = use.revision
    return Fallback(
        department_id,
        use.function.id if use.function else "",
        use.software.id or None,
        revision.id if revision else "",
        revision.text if revision else None,
        _DOUBTS.get(use.state),
    )


def all_fallbacks(connection: Connection, today: date) -> PlacedFallbacks:
    """Of every open department that keeps a binder, by name, then by function and software.

    Each table is read once: as `fallbacks_of` tells it of one, in a fraction of the time.
    """
    tree = _Tree(connection)
    wanted = tree.departments
    holding = _holding(connection, today)
    titles = holding.titles
    uses = _uses(connection, today, wanted)
    domains = failure_domains(connection)
    kept = means_kept(connection, domains)
    texts, failed = _texts(connection), FailedTrials(connection, today)
    fallbacks: list[Fallback] = []
    for department_id in wanted:
        path, site = tree.path(department_id), tree.establishment_id(department_id)
        for function_id, software_id in uses.get(department_id, ()):
            procedure_id = holding.of(path, function_id, software_id)
            revision_id = holding.revisions.get(procedure_id, "")
            doubt = None
            if revision_id in holding.drafts:
                doubt = Doubt.DRAFT
            elif failed.has_failed((department_id, revision_id, software_id or ""), site):
                doubt = Doubt.FAILED
            text = texts.get(revision_id)
            fallbacks.append(
                Fallback(department_id, function_id, software_id, revision_id, text, doubt)
            )
    reaches = _reaches(tree, wanted, kept, domains)
    places = {one: (tree.names[one], tree.establishment(one)) for one in wanted}
    return PlacedFallbacks(FallbackFacts(domains, tuple(fallbacks), reaches), places, titles)


class _Tree:
    """The open nodes: who stands below whom."""

    def __init__(self, connection: Connection) -> None:
        columns = _node.c.id, _node.c.parent_id, _node.c.name, _node.c.kind, _node.c.closed_on
        rows = connection.execute(select(*columns).order_by(_node.c.folded, _node.c.id)).all()
        self.names: dict[str, str] = {row.id: row.name for row in rows}
        self._parents = {row.id: row.parent_id for row in rows}
        self._sites = {row.id for row in rows if row.kind == "establishment"}
        keeping = {str(kind) for kind in BINDER_KINDS}
        self.departments = tuple(
            row.id for row in rows if row.kind in keeping and row.closed_on is None
        )
        self._paths: dict[str, tuple[str, ...]] = {}

    def path(self, node_id: str) -> tuple[str, ...]:
        """From the node up."""
        if node_id not in self._paths:
            parent = self._parents.get(node_id)
            self._paths[node_id] = (node_id, *(self.path(parent) if parent else ()))
        return self._paths[node_id]

    def establishment_id(self, node_id: str) -> str:
        return next((one for one in self.path(node_id) if one in self._sites), "")

    def establishment(self, node_id: str) -> str:
        return self.names.get(self.establishment_id(node_id), "")


@dataclass(frozen=True, slots=True)
class _Holding:
    """Open procedures, and by procedure the revision that holds today; `drafts` are revisions.

    `in_force` are the procedures of which an approved text is in force.
    """

    owned: Owned
    revisions: Mapping[str, str]
    titles: Mapping[str, str]
    drafts: Collection[str]
    in_force: Collection[str]

    def of(self, path: Iterable[str], function_id: str, software_id: str | None) -> str:
        """The procedure that `domain.coverage.holding` chooses; empty where there is none."""
        best = ""
        for node_id in path:
            for software in (software_id, None):
                found = self.owned.get((node_id, function_id, software), "")
                if found in self.in_force:
                    return found
                best = best or found
        return best


def _holding(connection: Connection, today: date) -> _Holding:
    rows = connection.execute(
        select(
            _procedure.c.id, _procedure.c.owner_id, _procedure.c.function_id,
            _procedure.c.software_id,
        )
        .where(_procedure.c.closed_on.is_(None), _procedure.c.id.not_in(procedures_gone(today)))
        .order_by(_procedure.c.id.desc())
    )  # fmt: skip
    owned = {(owner, function, software): key for key, owner, function, software in rows}
    columns = _revision.c.procedure_id, _revision.c.id, _revision.c.title, _revision.c.state
    several: set[str] = _withdrawn(connection)
    revisions: dict[str, str] = {}
    titles: dict[str, str] = {}
    drafts: set[str] = set()
    for procedure_id, revision_id, title, state in connection.execute(select(*columns)):
        if procedure_id in revisions:
            several.add(procedure_id)
        revisions[procedure_id] = revision_id
        titles[revision_id] = title
        if state == RevisionState.DRAFT:
            drafts.add(revision_id)
    for ids in _batches(several):
        known = revisions_of(connection, ids, texts=False)
        for procedure_id in ids:
            held = revision_in_force(known.get(procedure_id, ()), today)
            revisions[procedure_id] = held.id if held is not None else ""
    in_force = frozenset(connection.scalars(procedures_in_force(today)))
    return _Holding(owned, revisions, titles, drafts, in_force)


def _withdrawn(connection: Connection) -> set[str]:
    """Procedures of which some revision was ever withdrawn."""
    withdrawal = schema.withdrawal
    return set(
        connection.scalars(
            select(_revision.c.procedure_id)
            .join(withdrawal, withdrawal.c.revision_id == _revision.c.id)
            .distinct()
        )
    )


def _batches(ids: Collection[str]) -> Iterator[list[str]]:
    ordered = sorted(ids)
    for start in range(0, len(ordered), _TOGETHER):
        yield ordered[start : start + _TOGETHER]


def _uses(
    connection: Connection, today: date, departments: Iterable[str]
) -> dict[str, list[tuple[str, str | None]]]:
    """(function, software) by department, in the order of functions and software names."""
    deployment, function = schema.deployment, schema.function
    rows = connection.execute(
        select(deployment.c.department_id, deployment.c.function_id, deployment.c.software_id)
        .where(still_used(today), deployment.c.function_id.is_not(None))
        .distinct()
    ).all()
    found: dict[str, list[tuple[str, str | None]]] = {one: [] for one in departments}
    for department_id, function_id, software_id in rows:
        if department_id in found:
            found[department_id].append((function_id, software_id))
    ticked = schema.department_function
    needed = select(ticked.c.department_id, ticked.c.function_id).where(
        ticked.c.closed_on.is_(None)
    )
    for department_id, function_id in connection.execute(needed):
        here = found.get(department_id)
        if here is not None and all(function_id != one for one, _software in here):
            here.append((function_id, None))
    positions = {
        row.id: row.position
        for row in connection.execute(select(function.c.id, function.c.position))
    }
    names = {key: name.casefold() for key, name in software_names(connection).items()}
    for here in found.values():
        here.sort(key=lambda use: (positions[use[0]], names.get(use[1] or "", ""), use[1] or ""))
    return found


def _texts(connection: Connection) -> dict[str, ProcedureText]:
    """By revision, the texts in which a step names a means."""
    rows = connection.execute(select(_revision.c.id, _revision.c.text).where(_NAMES_MEANS))
    return {row.id: text_of(row.text) for row in rows}


def _reaches(
    tree: _Tree,
    departments: Iterable[str],
    kept: Mapping[str, tuple[Means, ...]],
    domains: Domains,
) -> dict[str, Reach]:
    """Departments that stand below the same nodes with means share one."""
    shared: dict[tuple[str, ...], Reach] = {}
    found: dict[str, Reach] = {}
    for department_id in departments:
        keeping = tuple(node_id for node_id in tree.path(department_id) if node_id in kept)
        if keeping not in shared:
            shared[keeping] = in_reach(keeping, kept, domains)
        found[department_id] = shared[keeping]
    return found


def software_names(connection: Connection) -> dict[str, str]:
    rows = connection.execute(select(schema.software.c.id, schema.software.c.name))
    return {row.id: row.name for row in rows}
