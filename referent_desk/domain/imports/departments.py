"""Departments of a file: found by code within their establishment, then by name, or added."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace

from referent_desk.domain.departments import BINDER_KINDS, Node, NodeKind
from referent_desk.domain.imports.answers import Choice, Offer, Reply, chosen, same_or_other
from referent_desk.domain.imports.establishments import (
    add_node,
    near_names,
    settle_establishment,
)
from referent_desk.domain.imports.heads import settle_beside
from referent_desk.domain.imports.kinds import Field
from referent_desk.domain.imports.ledgers import establishment_of
from referent_desk.domain.imports.matching import name_key, share_a_word
from referent_desk.domain.imports.places import Place
from referent_desk.domain.imports.reports import Concern, SourceLine
from referent_desk.domain.imports.runs import LineWork, Run

_LEVEL = {kind: level for level, kind in enumerate(NodeKind)}
"""From the group down: a node only ever moves below a wider one, so that no loop can arise."""


@dataclass(frozen=True, slots=True)
class _Match:
    """Whom a name or a code means. `settled`: nothing more is to be looked for.

    `name` and `code` are what the file says of it, empty where that does not count.
    """

    node: Node | None = None
    settled: bool = False
    name: str = ""
    code: str = ""
    new_code: bool = False


_NOBODY = _Match()
_SETTLED = _Match(settled=True)


class DepartmentsOfFile:
    """Finds or adds the node that a line names; with `may_add` False it only finds."""

    def __init__(self, run: Run, *, may_add: bool = True) -> None:
        self._run = run
        self._may_add = may_add
        self._names_of_code: dict[tuple[str, str], set[str]] = defaultdict(set)
        self._codes: set[str] = set()
        for line in run.lines:
            place = run.places[line.row]
            for name, code in ((place.department, place.code), (place.unit, place.unit_code)):
                self._codes.add(code.casefold())
                if name and code:
                    self._names_of_code[_code_key(place, code)].add(name_key(name))

    def settle(self, line: SourceLine, work: LineWork) -> Node | None:
        """The lowest node that the line names; None when in doubt or refused, with its reason."""
        place = self._run.places[line.row]
        if place.is_empty and not (place.establishment or place.finess):
            work.refuse("no_name")
            return None
        establishment = settle_establishment(self._run, place, work, may_add=self._may_add)
        if establishment is None:
            return None
        node = self._settle_below(establishment, place, work)
        if node is None or not self._may_add:
            return node
        wanted = {
            "place": line.text(Field.PLACE),
            "beds": line.number(Field.BEDS),
            "opening_hours": line.text(Field.OPENING_HOURS),
            "telephone": line.text(Field.TELEPHONE),
        }
        node = self._run.settle(self._run.ledger.nodes, node, wanted, node.name, work)
        settle_beside(self._run, node, line, work)
        work.about(node.id)
        return node

    def _settle_below(self, establishment: Node, place: Place, work: LineWork) -> Node | None:
        """Down the tree as far as the line names; where nothing is added, as far as it is known."""
        node = establishment
        is_itself = name_key(place.department) == name_key(establishment.name)
        levels = (
            (NodeKind.POLE, place.pole, ""),
            (NodeKind.DEPARTMENT, place.department, place.code),
            (NodeKind.UNIT, place.unit, place.unit_code),
        )
        for kind, name, code in levels:
            if not (name or code) or (is_itself and kind is NodeKind.DEPARTMENT):
                continue
            below = self._settle_named(kind, name, code, node, work, place)
            if below is None:
                return None if self._may_add or node is establishment else node
            node = below
        return node

    def _settle_named(
        self, kind: NodeKind, name: str, code: str, parent: Node, work: LineWork, place: Place
    ) -> Node | None:
        """The node of that code or name in the establishment, brought up to date, or a new one."""
        match = self._by_code(kind, name, code, parent, work, place)
        if not match.settled:
            match = self._by_name(kind, name, code, parent, work)
        if not match.settled and self._may_add and not code:
            match = self._by_near_name(name, parent, work)
        if match.node:
            return self._update(match, parent, work)
        if match.settled or not self._may_add:
            return None
        if not name_key(name):
            work.refuse("no_name")
            return None
        return add_node(self._run, kind, name, parent, work, code=code)

    def _by_near_name(self, name: str, parent: Node, work: LineWork) -> _Match:
        """Nobody is called so: somebody who is nearly called so may be meant."""
        nodes = self._run.ledger.nodes
        here = establishment_of(parent, nodes)
        near = near_names(self._run, here).near(name) if name_key(name) else ""
        if not near:
            return _NOBODY
        reply = work.ask("near_name", same_or_other(), name=name, near=near)
        if reply is None or reply.choice is Choice.OTHER:
            return _Match(settled=reply is None)
        keys = (("name", kind, here, name_key(near)) for kind in reversed(NodeKind))
        found = [node for key in keys for node in nodes.find(key)] or [
            nodes.get(node.id)  # renamed by an earlier line
            for node in nodes.before()
            if name_key(node.name) == name_key(near) and establishment_of(node, nodes) == here
        ]
        return _Match(found[0], settled=True)

    def _by_code(
        self, kind: NodeKind, name: str, code: str, parent: Node, work: LineWork, place: Place
    ) -> _Match:
        """The node that the code names, and whether the question is settled, with or without."""
        if not code:
            return _NOBODY
        here = establishment_of(parent, self._run.ledger.nodes)
        nodes = self._run.ledger.nodes.find(("code", here, code.casefold()))
        exact = [n for n in nodes if name_key(n.name) == name_key(name)]
        if len(exact) == 1:
            return _Match(exact[0], True, name)
        of_file = self._names_of_code[_code_key(place, code)]
        twins = bool(name) and len(of_file) > 1
        if twins and all(name_key(n.name) in of_file for n in nodes):
            return self._of_twins(kind, nodes, name, code, parent, work)
        if twins or len(nodes) > 1:
            return self._of_several(kind, nodes, name, code, parent, work)
        return _of_one_code(nodes, name, code, work)

    def _of_twins(
        self, kind: NodeKind, nodes: list[Node], name: str, code: str, parent: Node, work: LineWork
    ) -> _Match:
        """One code for several departments of the file: they are kept apart, and it is asked.

        Not of the first that the file names: there is no other yet that it may be.
        """
        node = nodes[0] if len(nodes) == 1 else None
        offers = same_or_other() if node else (*self._offers(nodes), Offer(Reply(Choice.OTHER)))
        reply = None
        if nodes:
            near = node.name if node else ""
            reply = work.ask("code_twice", offers, code=code, name=name, near=near)
        if reply is not None and reply.choice is not Choice.OTHER:
            return _Match(node or self._run.node(reply.value), True)
        if not self._may_add or not name_key(name):
            return _SETTLED
        return _Match(add_node(self._run, kind, name, parent, work, code=code), True, name)

    def _of_several(
        self, kind: NodeKind, nodes: list[Node], name: str, code: str, parent: Node, work: LineWork
    ) -> _Match:
        may_be_new = self._may_add and name_key(name)
        others = (Offer(Reply(Choice.OTHER)),) if may_be_new else ()
        reply = work.ask("code_of_several", (*self._offers(nodes), *others), code=code, name=name)
        if reply is None:
            return _SETTLED
        if reply.choice is Choice.CHOSEN:
            return _Match(self._run.node(reply.value), True, name)
        return _Match(add_node(self._run, kind, name, parent, work, code=code), True, name)

    def _by_name(
        self, kind: NodeKind, name: str, code: str, parent: Node, work: LineWork
    ) -> _Match:
        here, key = establishment_of(parent, self._run.ledger.nodes), name_key(name)
        kinds = (kind, *(sorted(BINDER_KINDS - {kind}) if kind in BINDER_KINDS else ()))
        found: list[Node] = []
        for each in kinds:
            found = found or self._run.ledger.nodes.find(("name", each, here, key))
        found = [n for n in found if n.parent_id == parent.id] or found
        if code:
            doubted = [n for n in found if self._was_renumbered(n, code)]
            if doubted:
                return _of_renumbered(doubted[0], name, code, work)
            found = [n for n in found if not n.code or _lost_zeros(n.code, code)]
            for node in found:
                if node.code:
                    work.say(Concern.DAMAGE, "code_zero_lost", value=code, stored=node.code)
        if len(found) > 1:
            reply = work.ask("ambiguous", self._offers(found), name=name)
            return _Match(self._run.node(reply.value), True, name, code) if reply else _SETTLED
        return _Match(found[0], True, name, code) if found else _NOBODY

    def _offers(self, nodes: list[Node]) -> tuple[Offer, ...]:
        """Each with what it lies in, so that two of one name are told apart."""
        known = self._run.ledger.nodes
        return chosen(
            (n.id, f"{n.name} — {known.get(n.parent_id).name}" if n.parent_id else n.name)
            for n in nodes
        )

    def _was_renumbered(self, node: Node, code: str) -> bool:
        """Whether a node of the same name may have been given another code since.

        If the file also holds the node's own code, the two are two departments.
        """
        return (
            bool(node.code)
            and not _lost_zeros(node.code, code)
            and node.code.casefold() not in self._codes
        )

    def _update(self, match: _Match, parent: Node, work: LineWork) -> Node:
        node = match.node
        assert node is not None
        self._run.seen.add(node.id)
        if not self._may_add:
            return node
        wanted: dict[str, object] = {"name": match.name}
        if not node.code or match.new_code:
            wanted["code"] = match.code
        if NodeKind.ESTABLISHMENT is not parent.kind and _LEVEL[parent.kind] < _LEVEL[node.kind]:
            wanted["parent_id"] = parent.id
        return self._run.settle(self._run.ledger.nodes, node, wanted, node.name, work)


def chosen_department(
    run: Run, departments: DepartmentsOfFile, line: SourceLine, work: LineWork
) -> Node | None:
    """The one that was chosen for a file that names none; a new one is added."""
    choices = run.choices
    if choices.department_id:
        found = next((n for n in run.ledger.nodes if n.id == choices.department_id), None)
        run.seen.update({found.id} if found else ())
        return found
    if not name_key(choices.department):
        return None
    run.places[line.row] = replace(run.places[line.row], department=choices.department)
    return departments.settle(SourceLine(line.row, {}), work)


def _code_key(place: Place, code: str) -> tuple[str, str]:
    return place.finess or name_key(place.establishment), code.casefold()


def _lost_zeros(stored: str, code: str) -> bool:
    return stored.lstrip("0").casefold() == code.lstrip("0").casefold()


def _of_one_code(nodes: list[Node], name: str, code: str, work: LineWork) -> _Match:
    """A new name is a change; one without a word in common may be another department."""
    if not nodes:
        return _NOBODY
    if name and not share_a_word(nodes[0].name, name):
        reply = work.ask(
            "name_differs", same_or_other(), code=code, name=name, stored=nodes[0].name
        )
        if reply is None or reply.choice is Choice.OTHER:
            return _Match(settled=reply is None)
    return _Match(nodes[0], True, name)


def _of_renumbered(node: Node, name: str, code: str, work: LineWork) -> _Match:
    offers = same_or_other()
    reply = work.ask("code_differs", offers, name=name, code=code, stored=node.code)
    if reply is None or reply.choice is Choice.OTHER:
        return _Match(settled=reply is None)
    return _Match(node, True, name, code, new_code=True)
