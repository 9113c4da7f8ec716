"""A hospital group as large as the largest, made up from a seed: the same in every run.

    generate(Home(folder), FULL)  # or SMALL, or FULL.part(0.1); the folder is empty

Rows go through the same writing as everything else into a really migrated file, so that triggers,
hashes and indexes are those of the product.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass, fields
from datetime import UTC, date, datetime, timedelta
from itertools import islice

from referent_desk.clock import FixedClock
from referent_desk.domain.texts import folded, searched, spelling_key
from referent_desk.home import Home
from referent_desk.storage import schema
from referent_desk.storage.audit import Origin
from referent_desk.storage.means import domains_by_code
from referent_desk.storage.procedures import functions_by_id
from referent_desk.storage.software import kinds_by_id
from referent_desk.storage.work import Work
from referent_desk.usecases.desks import open_desk
from tests.benchmarks.words import MEANS, PIECES, WORDS, procedure_text

TODAY = date(2026, 11, 22)
CLOCK = FixedClock(datetime(2026, 11, 22, 9, 0, tzinfo=UTC))
BUSIEST = 100
"""Deployments that the last unit has for itself: a whole page of its list."""
Row = dict[str, object]


@dataclass(frozen=True, slots=True)
class Scale:
    establishments: int = 20
    departments: int = 4_000
    software: int = 3_000
    deployments: int = 60_000
    people: int = 8_000
    appointments: int = 9_000
    procedures: int = 50_000
    verifications: int = 40_000

    def part(self, share: float) -> Scale:
        """A smaller group of the same shape."""
        sizes = {f.name: max(1, round(getattr(self, f.name) * share)) for f in fields(self)}
        return Scale(**sizes)


FULL = Scale()
SMALL = FULL.part(0.05)


@dataclass(slots=True)
class _Group:
    """What was made so far, so that later rows can refer to it."""

    chance: random.Random
    scale: Scale
    functions: list[str]
    kinds: list[str]
    establishments: list[str]
    departments: list[tuple[str, str]]
    """(id, id of its establishment)"""
    software: list[str]
    releases: dict[str, list[str]]
    deployments: list[tuple[str, str, str]]
    """(department, software, function)"""
    approved: list[tuple[str, str, str]]
    """(revision, software, department)"""

    def id(self) -> str:
        digits = f"{self.chance.getrandbits(128):032x}"
        return "-".join((digits[:8], digits[8:12], digits[12:16], digits[16:20], digits[20:]))

    def day(self, longest_ago: int) -> date:
        return TODAY - timedelta(days=self.chance.randrange(1, longest_ago))


def generate(home: Home, scale: Scale = FULL, seed: int = 20261122) -> None:
    """Fill an empty home. The deployments and procedures are exactly as many as the scale says."""
    desk = open_desk(home, CLOCK)
    try:
        with desk.database.write("generate", origin=Origin.PROGRAM) as work:
            functions = list(functions_by_id(work.connection))
            kinds = list(kinds_by_id(work.connection))
            chance = random.Random(seed)
            group = _Group(chance, scale, functions, kinds, [], [], [], {}, [], [])
            _add_places(work, group)
            _add_software(work, group)
            _add_people(work, group)
            _add_procedures(work, group)
            work.add(schema.verification, _verifications(group))
            _add_means(work, group)
    finally:
        desk.database.changed = False  # nobody wants a backup of it
        desk.close()


def _add_places(work: Work, group: _Group) -> None:
    top = group.id()
    work.add(schema.node, [_node(top, None, "group", "Groupement de l’essai", "")])
    for number in range(1, group.scale.establishments + 1):
        group.establishments.append(group.id())
        name = f"Centre hospitalier {number}"
        work.add(schema.node, [_node(group.establishments[-1], top, "establishment", name, "")])
    work.add(schema.node, _departments(group))


def _departments(group: _Group) -> Iterator[Row]:
    """Of twenty, one is a pole, twelve are departments of it, seven are units of these."""
    sites = len(group.establishments)
    for number in range(group.scale.departments):
        establishment = group.establishments[number % sites]
        place = number // sites % 20
        kind, parent = "pole", establishment
        if place > 12:
            kind, parent = "unit", group.departments[number - 12 * sites][0]
        elif place:
            kind, parent = "department", group.departments[number - place * sites][0]
        group.departments.append((group.id(), establishment))
        name = f"{group.chance.choice(WORDS)} {number % 977} {group.chance.choice(PIECES)}"
        yield _node(group.departments[-1][0], parent, kind, name, f"{number:04}"[-4:])


def _node(key: str, parent: str | None, kind: str, name: str, code: str) -> Row:
    folded = searched(name, code)
    return {
        "id": key, "parent_id": parent, "kind": kind, "name": name, "code": code, "folded": folded
    }  # fmt: skip


def _add_software(work: Work, group: _Group) -> None:
    vendors = [group.id() for _ in range(max(1, group.scale.software // 5))]
    names = [f"Éditeur {number}" for number in range(len(vendors))]
    work.add(
        schema.vendor,
        (
            {"id": key, "name": name, "spelling": spelling_key(name)}
            for key, name in zip(vendors, names, strict=True)
        ),
    )
    group.software.extend(group.id() for _ in range(group.scale.software))
    work.add(schema.software, _software(group, vendors))
    group.releases.update({key: [group.id(), group.id()] for key in group.software})
    work.add(schema.release, _releases(group))
    work.add(schema.release_live, _lives(group))
    work.add(schema.deployment, _deployments(group))


def _software(group: _Group, vendors: list[str]) -> Iterator[Row]:
    for number, key in enumerate(group.software):
        name = f"{group.chance.choice(PIECES)}{group.chance.choice(PIECES)} {number}"
        yield {
            "id": key,
            "name": name,
            "spelling": spelling_key(name),
            "vendor_id": group.chance.choice(vendors),
            "kind_id": group.chance.choice(group.kinds),
            "criticality": group.chance.randint(1, 4),
            "folded": searched(name),
        }


def _releases(group: _Group) -> Iterator[Row]:
    for software, keys in group.releases.items():
        for version, key in enumerate(keys, start=1):
            yield {"id": key, "software_id": software, "version": f"{version}.{len(keys)}"}


def _lives(group: _Group) -> Iterator[Row]:
    for first, second in group.releases.values():
        for establishment in group.chance.sample(
            group.establishments, k=min(3, len(group.establishments))
        ):
            for key, day in ((first, group.day(900)), (second, group.day(200))):
                place = {"release_id": key, "establishment_id": establishment}
                yield {"id": group.id(), **place, "valid_on": day - timedelta(days=1)}


def _deployments(group: _Group) -> Iterator[Row]:
    seen: set[tuple[str, str, str]] = set()
    places = len(group.departments)
    while len(seen) < group.scale.deployments:
        busiest = len(seen) < BUSIEST
        department = group.departments[-1 if busiest else group.chance.randrange(places)][0]
        software = group.chance.choice(group.software)
        use = (department, software, group.chance.choice(group.functions))
        if use in seen:
            continue
        seen.add(use)
        group.deployments.append(use)
        yield {
            "id": group.id(),
            "department_id": department,
            "software_id": software,
            "function_id": use[2],
            "since": group.day(2_000),
            "users": group.chance.randrange(1, 90),
        }


def _add_people(work: Work, group: _Group) -> None:
    people = [group.id() for _ in range(group.scale.people)]
    work.add(schema.person, _people(group, people))
    work.add(schema.appointment, _appointments(group, people))


def _people(group: _Group, keys: list[str]) -> Iterator[Row]:
    for number, key in enumerate(keys):
        last, first = f"{group.chance.choice(PIECES)}-{number}", group.chance.choice(PIECES)
        yield {
            "id": key,
            "last_name": last,
            "first_name": first,
            "role": group.chance.choice(("AMA", "Cadre de santé", "Infirmière", "Médecin")),
            "department_id": group.chance.choice(group.departments)[0],
            "folded": searched(last, first),
        }


def _appointments(group: _Group, people: list[str]) -> Iterator[Row]:
    for _ in range(group.scale.appointments):
        since = group.day(1_000)
        yield {
            "id": group.id(),
            "person_id": group.chance.choice(people),
            "department_id": group.chance.choice(group.departments)[0],
            "kind": group.chance.choice(("software", "software", "security")),
            "rank": group.chance.choice(("main", "main", "deputy")),
            "since": since,
            "until": since + timedelta(days=group.chance.randrange(100, 1_200)),
        }


def _add_procedures(work: Work, group: _Group) -> None:
    """Nine of ten belong to a department and the software it uses, the others to establishments."""
    drawn = islice(_owners(group), group.scale.procedures * 2)
    chosen = list(dict.fromkeys(drawn))[: group.scale.procedures]
    keys = [(group.id(), group.id()) for _ in chosen]
    work.add(
        schema.procedure,
        (
            {"id": key, "owner_id": owner, "software_id": software, "function_id": function}
            for (owner, software, function), (key, _revision) in zip(chosen, keys, strict=True)
        ),
    )
    work.add(schema.revision, _revisions(group, chosen, keys))


def _owners(group: _Group) -> Iterator[tuple[str, str, str]]:
    """(owner, software, function) without end, some of them more than once."""
    establishments = dict(group.departments)
    while True:
        for department, software, function in group.chance.sample(
            group.deployments, k=len(group.deployments)
        ):
            owner = department if group.chance.random() < 0.9 else establishments[department]
            yield owner, software, function


def _revisions(
    group: _Group, owners: list[tuple[str, str, str]], keys: list[tuple[str, str]]
) -> Iterator[Row]:
    """One each; one of ten is a draft."""
    texts = [procedure_text(group.chance) for _ in range(400)]
    departments = dict(group.departments)
    for (owner, software, _function), (procedure, revision) in zip(owners, keys, strict=True):
        title, text = group.chance.choice(texts)
        row: Row = {"id": revision, "procedure_id": procedure, "title": title, "text": text}
        if group.chance.random() < 0.1:
            yield {**row, "state": "draft", "number": None}
            continue
        if owner in departments:
            group.approved.append((revision, software, owner))
        day = group.day(900)
        yield {
            **row,
            "state": "approved",
            "number": 1,
            "approved_on": day,
            "in_force_on": day,
            "review_due_on": day + timedelta(days=365),
        }


def _verifications(group: _Group) -> Iterator[Row]:
    """Of procedures that departments own, by themselves; three of four worked."""
    for number in range(group.scale.verifications):
        revision, software, department = group.approved[number % len(group.approved)]
        yield {
            "id": group.id(),
            "revision_id": revision,
            "release_id": group.chance.choice(group.releases[software]),
            "department_id": department,
            "result": group.chance.choice(("worked", "worked", "worked", "failed")),
            "valid_on": group.day(400),
        }


def _add_means(work: Work, group: _Group) -> None:
    """All but the last at each establishment; one of ten departments has a telephone of its own."""
    domains = domains_by_code(work.connection)
    codes = ("power", "print_server", "ip_telephony", "", "", "power", "file_server")
    kept = [
        (group.id(), establishment, name, code)
        for establishment in group.establishments
        for name, code in zip(MEANS, codes, strict=False)
    ]
    kept += [
        (group.id(), department, "ligne 8800", "ip_telephony")
        for department, _site in group.departments[::10]
    ]
    work.add(
        schema.means,
        (
            {"id": key, "node_id": node, "kind": "other", "name": name, "folded": folded(name)}
            for key, node, name, _code in kept
        ),
    )
    work.add(
        schema.means_dependency,
        (
            {"id": group.id(), "means_id": key, "domain_id": domains[code]}
            for key, _node, _name, code in kept
            if code
        ),
    )
