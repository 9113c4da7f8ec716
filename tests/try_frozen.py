"""Tries the frozen program as a person would, then says how large and how fast it is.

`python tests/try_frozen.py PROGRAM`; standard library only. `python3 run.py freeze` calls it.
"""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

PROJECT = Path(__file__).resolve().parent.parent
ROUNDS = 9


def environment() -> dict[str, str]:
    """No display, so that the demo opens no window that somebody would have to close."""
    kept = {name: text for name, text in os.environ.items() if "DISPLAY" not in name}
    return kept | {"QT_QPA_PLATFORM": "offscreen"}


def answer(*line: str | Path) -> str:
    words = [str(word) for word in line]
    done = subprocess.run(
        words, check=False, capture_output=True, text=True, encoding="utf-8", env=environment()
    )
    if done.returncode:
        sys.exit(f"{' '.join(words)}\nended with {done.returncode}:\n{done.stdout}{done.stderr}")
    return done.stdout


def try_commands(program: Path, home: Path) -> None:
    answer(program, "--home", home, "demo")
    accounts = PROJECT / "resources" / "examples" / "accounts.ldif"
    answer(program, "--home", home, "import", accounts)
    answer(program, "--home", home, "check")
    departments = json.loads(
        answer(program, "--home", home, "list", "departments", "--format", "json")
    )
    code = next(row["code"] for row in departments if row["kind"] == "department")
    binder = home / "binder.pdf"
    told = answer(program, "--home", home, "print", code, "--output", binder)
    if not binder.read_bytes().startswith(b"%PDF-"):
        sys.exit(f"{binder} is not a PDF")
    written = [home / "due.ics", home / "evidence.pdf", home / "evidence.xlsx"]
    answer(program, "--home", home, "due", "--calendar", written[0])
    for file in written[1:]:
        answer(program, "--home", home, "evidence", "--output", file)
    for file in written:
        if not file.stat().st_size:
            sys.exit(f"{file} is empty")
    say(f"frozen: demo, check, binder of {code} ({binder.stat().st_size} bytes): {told.strip()}")


def seconds_to_window(start: list[str | Path], home: Path) -> float:
    """From start to the end of a program that leaves once it has painted and opened its home."""
    before = time.perf_counter()
    answer(*start, "--home", home, "--quit-after-paint")
    return time.perf_counter() - before


def compare_starts(starts: dict[str, list[str | Path]], home: Path) -> None:
    """In turn, so that what else the computer does slows each of them alike."""
    times: dict[str, list[float]] = {name: [] for name in starts}
    for _round in range(ROUNDS):
        for name, start in starts.items():
            times[name].append(seconds_to_window(start, home))
    for name, seconds in times.items():
        median = statistics.median(seconds)
        say(f"{name}: window, home opened, closed: {median:.2f} s (least {min(seconds):.2f})")


def size_of(folder: Path) -> int:
    return sum(path.lstat().st_size for path in folder.rglob("*") if not path.is_dir())


def main(program: Path, source: Path | None) -> None:
    with tempfile.TemporaryDirectory() as temporary:
        home = Path(temporary) / "home"
        try_commands(program, home)
        say(f"frozen: {size_of(program.parent) / 1e6:.0f} MB")
        starts: dict[str, list[str | Path]] = {"frozen": [program]}
        if source is not None:
            starts["source"] = [source, "-P", "-m", "referent_desk"]
        compare_starts(starts, home)


def say(text: str) -> None:
    sys.stdout.write(text + "\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]) if len(sys.argv) > 2 else None)
