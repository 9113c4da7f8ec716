"""How long a ward waits for its binder, beside what the libraries alone cost to start."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from statistics import median
from time import perf_counter

LIBRARIES_ALONE = ("-c", "import reportlab.pdfgen.canvas, sqlalchemy")
MOST = 4.0
ROUNDS = 7


LOADED = """
import json, sys
from referent_desk.cli import main
status = main(sys.argv[1:])
names = [name for name in sys.modules if name not in ("__main__", "__mp_main__")]
json.dump([status, names], sys.stderr)
"""
IMPORT_ALL = """
import importlib, sys
for name in sys.stdin.read().split():
    try:
        importlib.import_module(name)
    except ImportError:
        pass
"""
"""What stands in `sys.modules` without being a module that can be imported is passed over."""
MOST_KEPT = 1.5


def seconds(*arguments: str) -> float:
    started = perf_counter()
    subprocess.run([sys.executable, *arguments], check=True, stdout=subprocess.DEVNULL)
    return perf_counter() - started


def test_a_ward_binder_prints_within_four_times_the_import_of_its_libraries(
    tmp_path: Path,
) -> None:
    """The demo ward keeps over forty distinct sheets; every round is a copy not yet printed."""
    command = ("-m", "referent_desk", "--home", str(tmp_path / "home"))
    seconds(*command, "demo", "--no-window")
    printing = (*command, "print", "CAR", "--output", str(tmp_path / "binder.pdf"), "--copy")
    ratios = []
    for number in range(1, ROUNDS + 1):
        bare = seconds(*LIBRARIES_ALONE)
        ratios.append(seconds(*printing, str(number)) / bare)
    print(f"\nprint CAR: {median(ratios):.2f} × the import of the libraries ({sorted(ratios)})")
    assert median(ratios) <= MOST


def modules_of(*arguments: str) -> str:
    """Every module that the command has in memory at its end, in the order it came."""
    line = [sys.executable, "-c", LOADED, *arguments]
    done = subprocess.run(line, check=True, capture_output=True, text=True)
    status, names = json.loads(done.stderr)
    assert status == 0
    return "\n".join(names)


def import_seconds(names: str) -> float:
    started = perf_counter()
    subprocess.run([sys.executable, "-c", IMPORT_ALL], input=names, text=True, check=True)
    return perf_counter() - started


def test_with_everything_kept_a_binder_prints_within_half_as_much_again_as_its_imports(
    tmp_path: Path,
) -> None:
    """Sheets, heads and fonts are kept; every round is another copy, so that facts are written."""
    home = ("--home", str(tmp_path / "home"))
    seconds("-m", "referent_desk", *home, "demo", "--no-window")
    printing = (*home, "print", "CAR", "--output", str(tmp_path / "binder.pdf"), "--copy")
    names = modules_of(*printing, "1")
    ratios, imports, prints = [], [], []
    for number in range(2, ROUNDS + 3):
        imports.append(import_seconds(names))
        prints.append(seconds("-m", "referent_desk", *printing, str(number)))
        ratios.append(prints[-1] / imports[-1])
    print(
        f"\nprint CAR, everything kept: {median(ratios):.2f} × its imports "
        f"({median(prints):.3f} s, {median(imports):.3f} s)"
    )
    assert median(ratios) <= MOST_KEPT
