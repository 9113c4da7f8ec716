"""Departments of a file: found by code within their establishment, then by name, or added."""

from __future__ import annotations

from collections import defaultdict

from referent_desk.domain.departments import BINDER_KINDS, Node, NodeKind
from referent_desk.domain.imports import Concern, Field, SourceLine
from referent_desk.domain.imports_establishments import (
    add_node,
    near_names,
    settle_establishment,
)
from referent_desk.domain.imports_ledgers import establishment_of
from referent_desk.domain.imports_matching import name_key, share_a_word
from referent_desk.domain.imports_places import Place, read_place
from referent_desk.domain.imports_runs import LineWork, Run

_LEVEL = {kind: level for level, kind in enumerate(NodeKind)}
"""From the group down: a node only ever moves below a wider one, so that no loop can arise."""


class DepartmentsOfFile:
    """Finds or adds the node that a line names; with `may_add` False it only finds."""

    def __init__(self, run: Run, *, may_add: bool = True) -> None:
        self._run = run
        self._may_add = may_add
        self._names_of_code: dict[tuple[str, str], set[str]] = defaultdict(set)
        self._codes: set[str] = set()
        for line in run.lines:
            place = read_place(line)
            for name, code in ((place.department, place.code), (place.unit, place.unit_code)):
                self._codes.add(code.casefold())
                if name and code:
                    self._names_of_code[_code_key(place, code)].add(name_key(name))

    def settle(self, line: SourceLine, work: LineWork) -> Node | None:
        """The lowest node that the line names; None when in doubt or refused, with its reason."""
        place = read_place(line)
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
        return self._run.settle(self._run.ledger.nodes, node, wanted, node.name, work)

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
        found, settled = self._by_code(kind, name, code, parent, work, place)
        if not settled:
            found, settled = self._by_name(kind, name, code, parent, work)
        if found:
            return self._update(found, name, code, parent, work)
        if settled or not self._may_add:
            return None
        if not name_key(name):
            work.refuse("no_name")
            return None
        here = establishment_of(parent, self._run.ledger.nodes)
        near = "" if code else near_names(self._run, here).near(name)
        if near:
            work.doubt("near_name", name=name, near=near)
            return None
        return add_node(self._run, kind, name, parent, work, code=code)

    def _by_code(
        self, kind: NodeKind, name: str, code: str, parent: Node, work: LineWork, place: Place
    ) -> tuple[Node | None, bool]:
        """The node that the code names, and whether the question is settled, with or without."""
        if not code:
            return None, False
        here = establishment_of(parent, self._run.ledger.nodes)
        nodes = self._run.ledger.nodes.find(("code", here, code.casefold()))
        exact = [n for n in nodes if name_key(n.name) == name_key(name)]
        if len(exact) == 1:
            return exact[0], True
        of_file = self._names_of_code[_code_key(place, code)]
        twins = bool(name) and len(of_file) > 1
        if len(nodes) > 1 and not twins:
            work.doubt("code_of_several", code=code, name=name)
            return None, True
        if not twins:
            return self._of_one_code(nodes, name, code, work)
        if any(name_key(n.name) not in of_file for n in nodes):
            work.doubt("code_of_several", code=code, name=name)
            return None, True
        work.doubt("code_twice", code=code, name=name)
        if not self._may_add or not name_key(name):
            return None, True
        return add_node(self._run, kind, name, parent, work, code=code), True

    def _of_one_code(
        self, nodes: list[Node], name: str, code: str, work: LineWork
    ) -> tuple[Node | None, bool]:
        """A new name is a change; one without a word in common may be another department."""
        if not nodes:
            return None, False
        if name and not share_a_word(nodes[0].name, name):
            work.doubt("name_differs", code=code, name=name, stored=nodes[0].name)
            return None, True
        return nodes[0], True

    def _by_name(
        self, kind: NodeKind, name: str, code: str, parent: Node, work: LineWork
    ) -> tuple[Node | None, bool]:
        here, key = establishment_of(parent, self._run.ledger.nodes), name_key(name)
        kinds = (kind, *(sorted(BINDER_KINDS - {kind}) if kind in BINDER_KINDS else ()))
        found: list[Node] = []
        for each in kinds:
            found = found or self._run.ledger.nodes.find(("name", each, here, key))
        found = [n for n in found if n.parent_id == parent.id] or found
        if code:
            doubted = [n for n in found if self._was_renumbered(n, code)]
            if doubted:
                stored = doubted[0].code
                work.doubt("code_differs", name=name, code=code, stored=stored)
                return None, True
            found = [n for n in found if not n.code or _lost_zeros(n.code, code)]
            for node in found:
                if node.code:
                    work.say(Concern.DAMAGE, "code_zero_lost", value=code, stored=node.code)
        if len(found) > 1:
            work.doubt("ambiguous", name=name)
            return None, True
        return (found[0], True) if found else (None, False)

    def _was_renumbered(self, node: Node, code: str) -> bool:
        """Whether a node of the same name may have been given another code since.

        If the file also holds the node's own code, the two are two departments.
        """
        return (
            bool(node.code)
            and not _lost_zeros(node.code, code)
            and node.code.casefold() not in self._codes
        )

    def _update(self, node: Node, name: str, code: str, parent: Node, work: LineWork) -> Node:
        self._run.seen.add(node.id)
        if not self._may_add:
            return node
        wanted: dict[str, object] = {"name": name}
        if not node.code:
            wanted["code"] = code
        if NodeKind.ESTABLISHMENT is not parent.kind and _LEVEL[parent.kind] < _LEVEL[node.kind]:
            wanted["parent_id"] = parent.id
        return self._run.settle(self._run.ledger.nodes, node, wanted, node.name, work)


def _code_key(place: Place, code: str) -> tuple[str, str]:
    return place.finess or name_key(place.establishment), code.casefold()


def _lost_zeros(stored: str, code: str) -> bool:
    return stored.lstrip("0").casefold() == code.lstrip("0").casefold()
