"""How long a ward waits for its binder, beside what the libraries alone cost to start."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from statistics import median
from time import perf_counter

LIBRARIES_ALONE = ("-c", "import reportlab.pdfgen.canvas, sqlalchemy")
MOST = 4.0
ROUNDS = 7


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
