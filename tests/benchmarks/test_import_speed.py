"""What writing an import costs, beside the bare driver writing the same rows into the same file."""

from __future__ import annotations

import contextlib
import random
import shutil
from pathlib import Path
from statistics import median
from time import perf_counter
from uuid import uuid4

import pytest

from referent_desk.domain.departments import BINDER_KINDS
from referent_desk.domain.imports.ledgers import Ledger
from referent_desk.domain.software import Deployment
from referent_desk.home import Home
from referent_desk.storage import schema
from referent_desk.storage.audit import Origin
from referent_desk.storage.connections import open_file
from referent_desk.storage.imports import read_ledger
from referent_desk.storage.rows import content_columns, insert_statement, row_hash, stored
from referent_desk.usecases.desks import open_desk
from referent_desk.usecases.imports import ImportOptions, import_file
from referent_desk.usecases.imports_rows import write_ledger
from tests.benchmarks.generator import CLOCK, Scale, generate

DEPLOYMENTS = 60_000
MOST = 2.0
ROUNDS = 3
GROUP = Scale(deployments=1, procedures=100, verifications=1)

Uses = list[tuple[str, str, str]]


@pytest.fixture(scope="module")
def group_home(tmp_path_factory: pytest.TempPathFactory) -> Home:
    """20 establishments, 4,000 departments, 3,000 programs, and hardly a use of them."""
    home = Home(tmp_path_factory.mktemp("group"))
    generate(home, GROUP)
    return home


def ledger_of(home: Home) -> Ledger:
    with (
        contextlib.closing(open_desk(home, CLOCK, writing=False)) as desk,
        desk.database.read() as connection,
    ):
        return read_ledger(connection)


def new_uses(ledger: Ledger) -> Uses:
    """60,000 uses that are not there yet: department, software, function."""
    chance = random.Random(7)
    taken = {(d.department_id, d.software_id, d.function_id) for d in ledger.deployments}
    departments = [node.id for node in ledger.nodes if node.kind in BINDER_KINDS]
    software = [one.id for one in ledger.software]
    functions = [function.id for function in ledger.functions]
    uses: dict[tuple[str, str, str], None] = {}
    while len(uses) < DEPLOYMENTS:
        use = (chance.choice(departments), chance.choice(software), chance.choice(functions))
        if use not in taken:
            uses[use] = None
    return list(uses)


def seconds_of_ours(home: Home, uses: Uses) -> float:
    ledger = ledger_of(home)
    for department, software, function in uses:
        ledger.deployments.put(Deployment(str(uuid4()), department, software, function))
    desk = open_desk(home, CLOCK)
    started = perf_counter()
    with desk.database.write("import", origin=Origin.IMPORT) as work:
        write_ledger(work, ledger)
    taken = perf_counter() - started
    desk.database.changed = False
    desk.close()
    return taken


def seconds_of_driver(path: Path, uses: Uses) -> float:
    """One `executemany` of rows made and hashed beforehand, with the schema's triggers."""
    columns = content_columns(schema.deployment)
    connection = open_file(path, "rw")
    rows = []
    for department, software, function in uses:
        values = {"id": str(uuid4()), "department_id": department, "software_id": software,
                  "function_id": function, "origin": "import", "purpose": ""}  # fmt: skip
        row = [stored(values.get(column)) for column in columns]
        rows.append((*row, row_hash("deployment", row)))
    started = perf_counter()
    connection.execute("BEGIN IMMEDIATE")
    connection.executemany(insert_statement(schema.deployment), rows)
    connection.execute("COMMIT")
    taken = perf_counter() - started
    connection.close()
    return taken


def test_writing_an_import_takes_at_most_twice_the_bare_driver(
    group_home: Home, tmp_path: Path
) -> None:
    uses = new_uses(ledger_of(group_home))
    ratios = []
    for number in range(ROUNDS):
        ours, bare = Home(tmp_path / f"ours{number}"), Home(tmp_path / f"bare{number}")
        shutil.copytree(group_home.root, ours.root)
        shutil.copytree(group_home.root, bare.root)
        bare_seconds = seconds_of_driver(bare.database, uses)
        ours_seconds = seconds_of_ours(ours, uses)
        ratios.append(ours_seconds / bare_seconds)
        print(f"ours {ours_seconds:.2f} s, bare {bare_seconds:.2f} s, {ratios[-1]:.2f} times")
    assert median(ratios) <= MOST


def test_a_list_of_sixty_thousand_lines_is_imported_whole(group_home: Home, tmp_path: Path) -> None:
    """Reading, comparing and writing; printed, and bounded only by what a person would wait."""
    home = Home(tmp_path / "home")
    shutil.copytree(group_home.root, home.root)
    ledger = ledger_of(home)
    names = {f.id: f.code for f in ledger.functions}
    coded = {node.id: node for node in ledger.nodes if node.kind in BINDER_KINDS and node.code}
    path = tmp_path / "usages.csv"
    lines = ["Établissement;Code service;Service;Logiciel;Fonction"]
    for department, software, function in new_uses(ledger):
        node = coded.get(department)
        if node is not None:
            place = establishment_name(ledger, department)
            product = ledger.software.get(software).name
            lines.append(f"{place};{node.code};{node.name};{product};{names[function]}")
    path.write_text("\n".join(lines), encoding="utf-8")
    desk = open_desk(home, CLOCK)
    started = perf_counter()
    report = import_file(desk, path, ImportOptions())
    taken = perf_counter() - started
    desk.database.changed = False
    desk.close()
    print(f"{len(lines) - 1} lines in {taken:.1f} s: {report.summary()}")
    assert len(report.lines) == len(lines) - 1
    assert taken < 120


def establishment_name(ledger: Ledger, node_id: str) -> str:
    node = ledger.nodes.get(node_id)
    while node.kind != "establishment":
        node = ledger.nodes.get(node.parent_id or "")
    return node.name
