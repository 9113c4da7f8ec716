"""Nodes of the tree that a file names: establishments found or added, and how any node is added."""

from __future__ import annotations

from referent_desk.domain.departments import BINDER_KINDS, Node, NodeKind, propose_paper_code
from referent_desk.domain.imports.answers import Choice, chosen, same_or_other
from referent_desk.domain.imports.ledgers import Ledger, establishment_of
from referent_desk.domain.imports.matching import NearNames, name_key
from referent_desk.domain.imports.places import Place
from referent_desk.domain.imports.runs import LineWork, Run


def settle_establishment(run: Run, place: Place, work: LineWork, *, may_add: bool) -> Node | None:
    """The establishment of the line, or the one chosen for the file, or the home's only one."""
    nodes, name = run.ledger.nodes, place.establishment or run.choices.establishment
    found = nodes.find(("finess", place.finess)) if place.finess else []
    if not found and name:
        found = nodes.find(("name", NodeKind.ESTABLISHMENT, "", name_key(name)))
    if not found and not name:
        found = nodes.find(NodeKind.ESTABLISHMENT)
        if len(found) != 1:
            work.refuse("no_establishment")
            return None
    if len(found) > 1:
        offers = chosen((n.id, " — ".join(filter(None, (n.name, n.finess)))) for n in found)
        reply = work.ask("ambiguous", offers, name=name)
        if reply is None:
            return None
        found = [run.node(reply.value)]
    if not found:
        return _unknown_establishment(run, name, place, work) if may_add else None
    if not may_add:
        return found[0]
    wanted: dict[str, object] = {"finess": place.finess}
    if place.establishment and place.finess:
        wanted["name"] = place.establishment
    return run.settle(nodes, found[0], wanted, found[0].name, work)


def _unknown_establishment(run: Run, name: str, place: Place, work: LineWork) -> Node | None:
    if not name_key(name):
        work.refuse("no_establishment")
        return None
    near = near_names(run, "").near(name)
    if near and not place.finess:
        reply = work.ask("near_name", same_or_other(), name=name, near=near)
        if reply is None:
            return None
        key = ("name", NodeKind.ESTABLISHMENT, "", name_key(near))
        known = run.ledger.nodes.find(key) if reply.choice is Choice.SAME else []
        if known:
            return run.settle(run.ledger.nodes, known[0], {}, near, work)
    group = _group(run, place.group, work)
    return add_node(run, NodeKind.ESTABLISHMENT, name, group, work, finess=place.finess)


def _group(run: Run, name: str, work: LineWork) -> Node | None:
    groups = run.ledger.nodes.find(NodeKind.GROUP)
    if not name_key(name):
        return groups[0] if len(groups) == 1 else None
    same = [group for group in groups if name_key(group.name) == name_key(name)]
    return same[0] if same else add_node(run, NodeKind.GROUP, name, None, work)


def add_node(
    run: Run,
    kind: NodeKind,
    name: str,
    parent: Node | None,
    work: LineWork,
    *,
    code: str = "",
    finess: str = "",
) -> Node:
    ledger = run.ledger
    paper_code = _paper_code(ledger, name) if kind in BINDER_KINDS else ""
    parent_id = parent.id if parent else None
    node = Node(
        run.new_id(), kind, name, parent_id, code=code, finess=finess, paper_code=paper_code
    )
    run.add(ledger.nodes, node, work, kind.value, name)
    told: dict[str, object] = {"name": name, "code": code, "finess": finess}
    if parent and parent.kind in {NodeKind.POLE, NodeKind.DEPARTMENT}:
        told["parent_id"] = parent.id
    run.remember(node.id, told, work.row)
    if kind is not NodeKind.GROUP:
        here = "" if kind is NodeKind.ESTABLISHMENT else establishment_of(node, ledger.nodes)
        near_names(run, here).add(name)
    return node


def _paper_code(ledger: Ledger, name: str) -> str:
    """Empty where none like the name is left: one is found when the binder is first printed."""
    try:
        code = propose_paper_code(name, ledger.paper_codes, ledger.paper_numbers)
    except ValueError:
        return ""
    ledger.paper_codes.add(code)
    return code


def near_names(run: Run, here: str) -> NearNames:
    """Names known in that establishment; `""`: names of establishments."""
    if not run.near_departments:
        for node in run.ledger.nodes.before():
            if node.kind is NodeKind.GROUP:
                continue
            is_establishment = node.kind is NodeKind.ESTABLISHMENT
            where = "" if is_establishment else establishment_of(node, run.ledger.nodes)
            run.near_departments.setdefault(where, NearNames(generous=False)).add(node.name)
    return run.near_departments.setdefault(here, NearNames(generous=False))
