"""What the home holds, as an import compares it with a file, and what the import makes of it.

All in memory: loaded once, changed line by line, written at the end in one transaction.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Generic, Protocol, TypeVar

from referent_desk.domain.departments import Node, NodeKind
from referent_desk.domain.directory import DirectoryEntry
from referent_desk.domain.functions import Function
from referent_desk.domain.imports.matching import NearNames, name_key
from referent_desk.domain.imports.namesakes import person_lookups
from referent_desk.domain.people import Appointment, AppointmentKind, Person
from referent_desk.domain.software import Deployment, Release, Software, SoftwareKind


class Record(Protocol):
    @property
    def id(self) -> str: ...


R = TypeVar("R", bound=Record)


class Shelf(Generic[R]):
    """Records of one kind, found by id or by any of their keys."""

    def __init__(self, keys: Callable[[R], Iterable[Hashable]], records: Iterable[R] = ()) -> None:
        self._keys = keys
        self._by_id = {record.id: record for record in records}
        self._before = dict(self._by_id)
        self._index: dict[Hashable, list[str]] = defaultdict(list)
        for record in self._by_id.values():
            for key in keys(record):
                self._index[key].append(record.id)

    def get(self, record_id: str) -> R:
        return self._by_id[record_id]

    def find(self, key: Hashable) -> list[R]:
        return [self._by_id[i] for i in self._index.get(key, ())]

    def put(self, record: R) -> None:
        """Add the record, or put it in the place of the one with its id."""
        old = self._by_id.get(record.id)
        old_keys = set(self._keys(old)) if old is not None else set()
        self._by_id[record.id] = record
        keys = dict.fromkeys(self._keys(record))
        for key in old_keys - keys.keys():
            self._index[key].remove(record.id)
        for key in keys:
            if key not in old_keys:
                self._index[key].append(record.id)

    def __iter__(self) -> Iterator[R]:
        return iter(self._by_id.values())

    def __len__(self) -> int:
        return len(self._by_id)

    def before(self) -> tuple[R, ...]:
        return tuple(self._before.values())

    def added(self) -> tuple[R, ...]:
        return tuple(r for i, r in self._by_id.items() if i not in self._before)

    def changed(self) -> tuple[tuple[R, R], ...]:
        """Each record that differs from what was loaded: before, after."""
        return tuple(
            (old, self._by_id[i]) for i, old in self._before.items() if self._by_id[i] is not old
        )


@dataclass(frozen=True, slots=True)
class Live:
    """A release went live in an establishment."""

    release_id: str
    establishment_id: str
    live_on: date


@dataclass(slots=True)
class Ledger:
    """`edited` holds (record id, field) of what was typed by hand.

    A deployment whose function nobody named has the empty function id.
    """

    nodes: Shelf[Node]
    software: Shelf[Software]
    releases: Shelf[Release]
    deployments: Shelf[Deployment]
    people: Shelf[Person]
    entries: Shelf[DirectoryEntry]
    appointments: Shelf[Appointment]
    vendors: dict[str, str]
    vendor_aliases: set[str]
    kinds: tuple[SoftwareKind, ...]
    functions: tuple[Function, ...]
    lives: set[Live]
    new_lives: list[Live] = field(default_factory=list)
    new_vendor_aliases: list[str] = field(default_factory=list)
    edited: frozenset[tuple[str, str]] = frozenset()
    paper_codes: set[str] = field(default_factory=set)
    paper_numbers: dict[str, int] = field(default_factory=dict)


def establishment_of(node: Node, nodes: dict[str, Node] | Shelf[Node]) -> str:
    """The id of the establishment that the node belongs to; its own if it is one."""
    here = node
    while here.kind is not NodeKind.ESTABLISHMENT:
        if here.parent_id is None:
            return ""
        here = nodes[here.parent_id] if isinstance(nodes, dict) else nodes.get(here.parent_id)
    return here.id


def make_ledger(
    nodes: Iterable[Node] = (),
    software: Iterable[Software] = (),
    releases: Iterable[Release] = (),
    deployments: Iterable[Deployment] = (),
    people: Iterable[Person] = (),
    entries: Iterable[DirectoryEntry] = (),
    vendors: Iterable[str] = (),
    vendor_aliases: Iterable[str] = (),
    kinds: Iterable[SoftwareKind] = (),
    functions: Iterable[Function] = (),
    lives: Iterable[Live] = (),
    edited: Iterable[tuple[str, str]] = (),
    appointments: Iterable[Appointment] = (),
) -> Ledger:
    by_id = {node.id: node for node in nodes}

    def node_keys(node: Node) -> list[Hashable]:
        by_id[node.id] = node
        here = establishment_of(node, by_id)
        keys: list[Hashable] = [("name", node.kind, here, name_key(node.name)), node.kind]
        if node.kind is NodeKind.ESTABLISHMENT:
            keys[0] = ("name", node.kind, "", name_key(node.name))
        if node.code:
            keys.append(("code", here, node.code.casefold()))
        if node.finess:
            keys.append(("finess", node.finess))
        return keys

    return Ledger(
        nodes=Shelf(node_keys, tuple(by_id.values())),
        software=Shelf(_software_keys, software),
        releases=Shelf(lambda r: [(r.software_id, r.version.casefold())], releases),
        deployments=Shelf(lambda d: [(d.department_id, d.software_id)], deployments),
        people=Shelf(_person_keys, people),
        entries=Shelf(
            lambda e: [(e.owner_id, name_key(e.heading), name_key(e.label)), e.owner_id],
            entries,
        ),
        appointments=Shelf(_appointment_keys, appointments),
        vendors={name_key(name): name for name in vendors},
        vendor_aliases=set(vendor_aliases),
        kinds=tuple(kinds),
        functions=tuple(functions),
        lives=set(lives),
        edited=frozenset(edited),
        paper_codes={node.paper_code for node in by_id.values() if node.paper_code},
    )


def _software_keys(software: Software) -> list[Hashable]:
    return list(dict.fromkeys(name_key(name) for name in (software.name, *software.aliases)))


def _person_keys(person: Person) -> list[Hashable]:
    """By the whole name, by the last one, and by what a cell may give of them."""
    last = name_key(person.last_name)
    keys = person_lookups(person.last_name, person.first_name)
    return list(dict.fromkeys([(last, name_key(person.first_name)), last, *keys]))


def _appointment_keys(appointment: Appointment) -> list[Hashable]:
    """Of referents for software alone; the software is None for all of a department."""
    if appointment.kind is not AppointmentKind.SOFTWARE:
        return []
    return [(appointment.department_id, appointment.software_id)]


def near_software(ledger: Ledger) -> NearNames:
    names = NearNames(generous=True)
    for software in ledger.software.before():
        for name in (software.name, *software.aliases):
            names.add(name)
    return names
