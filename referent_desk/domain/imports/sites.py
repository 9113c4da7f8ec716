"""Establishments that a list of staff calls otherwise than the home: asked once for all lines."""

from __future__ import annotations

from dataclasses import replace

from referent_desk.domain.departments import NodeKind
from referent_desk.domain.imports.answers import Choice, Offer, Reply, chosen
from referent_desk.domain.imports.matching import name_key
from referent_desk.domain.imports.places import Place
from referent_desk.domain.imports.runs import LineWork, Run


def meant_place(run: Run, place: Place, work: LineWork) -> Place:
    """The place with the name that its establishment has here; as it is while nobody said which."""
    nodes, name = run.ledger.nodes, place.establishment
    if place.is_empty or not name_key(name):
        return place
    if nodes.find(("name", NodeKind.ESTABLISHMENT, "", name_key(name))):
        return place
    if place.finess and nodes.find(("finess", place.finess)):
        return place
    sites = nodes.find(NodeKind.ESTABLISHMENT)
    if not sites:
        return place
    offers = (*chosen((site.id, site.name) for site in sites), Offer(Reply(Choice.PART)))
    reply = work.ask("unknown_establishment", offers, name=name)
    if reply is None or reply.choice is Choice.PART:
        return place
    return replace(place, establishment=run.node(reply.value).name)
