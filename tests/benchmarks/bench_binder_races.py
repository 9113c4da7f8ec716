"""Runs whole programs and says what they took: seconds on the clock, of the processor, memory."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import Any

from tests.benchmarks import bench_binder_content as content
from tests.paper.pdfs import structure

OURS, TYPST, PLATYPUS = (
    f"tests.benchmarks.bench_binder_{name}" for name in ("ours", "typst", "platypus")
)


@dataclass(frozen=True, slots=True)
class Lap:
    """`writing` is what our own program spent between the sheets and the finished file; `memory`
    is the most that was held at once, in megabytes."""

    wall: float
    cpu: float
    memory: float
    size: int
    pages: int
    writing: float = 0.0


def lap(module: str, nominal: int, output: Path, *more: str) -> Lap:
    line = [sys.executable, "-m", module, str(nominal), str(output), *more]
    started = perf_counter()
    with subprocess.Popen(line, stdout=subprocess.PIPE, text=True) as child:
        assert child.stdout is not None
        said = child.stdout.read()
        _pid, status, used = os.wait4(child.pid, 0)
        child.returncode = os.waitstatus_to_exitcode(status)
    wall = perf_counter() - started
    assert child.returncode == 0
    told = json.loads(said)
    pages = int(told.get("pages", 0)) or page_count(output)
    cpu = used.ru_utime + used.ru_stime
    size, writing = output.stat().st_size, told.get("writing", 0.0)
    return Lap(wall, cpu, told["memory"], size, pages, writing)


def middle(laps: list[Lap]) -> Lap:
    """Each figure the median of its own."""
    return Lap(
        median(lap.wall for lap in laps),
        median(lap.cpu for lap in laps),
        median(lap.memory for lap in laps),
        laps[0].size,
        laps[0].pages,
        median(lap.writing for lap in laps),
    )


def page_count(output: Path) -> int:
    with structure(output.read_bytes()) as document:
        return len(document.pages)


def symbols_file(pages: int, folder: Path) -> Path:
    """The symbols of the chapters as paths of squares, for the programs that are given them."""
    from referent_desk.paper.qr_codes import SIDE, qr_rows

    assert content.MODULES == SIDE
    paths = ["".join(_runs(qr_rows(content.payload(c.code)))) for c in content.chapters(pages)]
    output = folder / "symbols.json"
    output.write_text(json.dumps(paths), encoding="utf-8")
    return output


def _runs(rows: Sequence[int]) -> Iterator[str]:
    for y, row in enumerate(rows):
        modules = "".join("1" if row >> x & 1 else "0" for x in range(content.MODULES))
        for run in re.finditer("1+", modules):
            wide = run.end() - run.start()
            yield f"M{run.start()} {y}h{wide}v1h-{wide}z"


def deflating_time(pdf: Path) -> float:
    """Seconds for zlib, level 6, on what is drawn on each page: nothing is shared, nothing kept."""
    with structure(pdf.read_bytes()) as document:
        drawn = []
        for page in document.pages:
            page.contents_coalesce()
            forms: Any = page.Resources.get("/XObject", {})
            shown = [form.read_bytes() for form in forms.values()]
            drawn.append(b"".join((page.Contents.read_bytes(), *shown)))
    started = perf_counter()
    for content_of_page in drawn:
        zlib.compress(content_of_page, 6)
    return perf_counter() - started


def syncing_time(pdf: Path) -> float:
    """Seconds to write the finished bytes so that they last."""
    written = pdf.read_bytes()
    output = pdf.with_suffix(".copy")
    started = perf_counter()
    with output.open("wb") as file:
        file.write(written)
        file.flush()
        os.fsync(file.fileno())
    return perf_counter() - started
