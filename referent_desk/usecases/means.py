"""The means of a department: kept, offered to begin with, and what names them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from referent_desk.domain.coverage import CoverageFacts, Use
from referent_desk.domain.deeds import Deed, Saved, Verb
from referent_desk.domain.departments import BINDER_KINDS, Node
from referent_desk.domain.fallbacks import circle_names
from referent_desk.domain.means_tasks import MeansFacts
from referent_desk.domain.records import RecordKind
from referent_desk.domain.texts import folded
from referent_desk.domain.ward_means import (
    NOT_NAMED,
    MeansRow,
    Naming,
    UpperMeans,
    WardMeans,
    naming_of,
)
from referent_desk.errors import NotFound
from referent_desk.exchange.failure_domains import UsualMeans, read_usual_means
from referent_desk.language import _, spoken
from referent_desk.storage.database import Connection
from referent_desk.storage.departments import path_to
from referent_desk.storage.fallbacks import PlacedFallbacks, all_fallbacks, fallbacks_of
from referent_desk.storage.means import domains_by_code, reach_of
from referent_desk.storage.trees import binders_below
from referent_desk.usecases.deeds import doing, kinds_of, saved
from referent_desk.usecases.desks import Desk
from referent_desk.usecases.records import add_within, list_all, list_records


def ward_means(desk: Desk, node_id: str) -> WardMeans:
    """What a place of the tree keeps, what holds there from above, and what nobody knows there."""
    code = spoken().code
    with desk.database.read() as connection:
        path = _path(connection, node_id)
        reach = reach_of(connection, [node.id for node in path])
        naming = _naming(desk, connection, path[0])
    own = list_records(desk, RecordKind.MEANS, "node_id", node_id)
    domains = reach.domains
    upper = [means for means in reach.means.values() if means.node_id != node_id]
    return WardMeans(
        node_id=node_id,
        places=tuple((node.id, node.name) for node in path),
        own=tuple(MeansRow(one, naming.known.get(one.id, NOT_NAMED)) for one in own),
        upper=tuple(
            UpperMeans(
                one.name,
                one.node,
                tuple(domains[leant].name(code) for leant in one.leans_on),
                naming.known.get(one.id, NOT_NAMED),
            )
            for one in sorted(upper, key=lambda one: folded(one.name))
        ),
        unknown=tuple(naming.unknown.values()),
        usual=tuple(
            usual.name(code)
            for usual in read_usual_means()
            if reach.named(usual.name_fr) is None and reach.named(usual.name_en) is None
        ),
        domains=list_all(desk, RecordKind.FAILURE_DOMAIN),
        circles=circle_names(domains, code),
    )


def _path(connection: Connection, node_id: str) -> tuple[Node, ...]:
    path = path_to(connection, node_id)
    if not path:
        raise NotFound(_("This department is not here any more."), _("Choose another one."))
    return path


def _naming(desk: Desk, connection: Connection, node: Node) -> Naming:
    """By what is followed in the department, or in all that stand below the place."""
    read = _fallbacks_at(desk, connection, node)
    return naming_of(read.facts, read.titles)


def _fallbacks_at(desk: Desk, connection: Connection, node: Node) -> PlacedFallbacks:
    below = binders_below(connection, node.id)
    if node.kind in BINDER_KINDS and below <= {node.id}:
        return fallbacks_of(connection, node.id, desk.clock.today())
    read = all_fallbacks(connection, desk.clock.today())
    here = tuple(one for one in read.facts.fallbacks if one.department_id in below)
    return replace(read, facts=replace(read.facts, fallbacks=here))


def add_usual_means(desk: Desk, node_id: str, name: str) -> Saved:
    """One of those that are offered to begin with, with what it usually falls with."""
    usual = next((u for u in read_usual_means() if name in {u.name_fr, u.name_en}), None)
    if usual is None:
        raise NotFound(_("This is not here any more."), _("Choose another one."))
    with desk.database.read() as connection:
        _path(connection, node_id)
        known = domains_by_code(connection)
    typed = {
        "node_id": node_id,
        "name": name,
        "kind": str(usual.kind),
        "leans_on": " ".join(_open(desk, usual, known)),
    }
    deed = Deed(Verb.ADDED, RecordKind.MEANS, name)
    with doing(desk, "add_means", deed) as work:
        record_id = add_within(work, RecordKind.MEANS, typed)
    return saved(desk, kinds_of(work.trail), record_id)


def _open(desk: Desk, usual: UsualMeans, known: dict[str, str]) -> list[str]:
    """The home may have closed one of the shipped domains."""
    still = {record.id for record in list_all(desk, RecordKind.FAILURE_DOMAIN)}
    return [known[code] for code in usual.leans_on if known.get(code) in still]


def means_facts(connection: Connection, coverage: CoverageFacts, uses: Iterable[Use]) -> MeansFacts:
    """What bears on the means of a department; `uses` are those of `coverage`, with their texts."""
    return MeansFacts(tuple(uses), reach_of(connection, coverage.path), spoken().code)
