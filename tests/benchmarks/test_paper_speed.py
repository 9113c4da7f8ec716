"""A ward binder of 40 distinct sheets, against what this machine does in the same run."""

from __future__ import annotations

import subprocess
import sys
import time
import zlib
from dataclasses import replace

from referent_desk.domain.procedures import Step
from referent_desk.domain.sheets import Sheet
from referent_desk.language import language
from referent_desk.paper.binder import write_binder
from referent_desk.paper.fragments import forget_fragments
from tests.paper.pdfs import structure
from tests.paper.wards import COVER, HEAD, PROCEDURE, STAMP, listed, sheet

EN = language("en")
RUNS = 5
MOST_TO_IMPORTS = 1.0
MOST_TO_COMPRESSION = 25.0
MOST_KEPT_TO_NEW = 0.5
MOST_FOR_FOUR_TIMES_THE_TEXT = 8.0


def ward() -> list[Sheet]:
    bodies = [
        replace(
            PROCEDURE,
            title=f"Fonction {number}",
            steps=tuple(replace(s, what=f"{s.what} ({number})") for s in PROCEDURE.steps),
        )
        for number in range(38)
    ]
    inner = [sheet(f"P{n:02}-01", body.title, body) for n, body in enumerate(bodies)]
    return [sheet("COUV", "Classeur", COVER), sheet("LISTE", "Liste", listed(inner)), *inner]


def writing_time(*, anew: bool) -> float:
    found = ward()
    times = []
    for _run in range(RUNS):
        if anew:
            forget_fragments()
        started = time.perf_counter()
        write_binder(found, HEAD, STAMP, EN)
        times.append(time.perf_counter() - started)
    return min(times)


def test_forty_sheets_take_no_longer_than_importing_the_libraries() -> None:
    program = "import reportlab.pdfgen.canvas, sqlalchemy"
    imports = []
    for _run in range(RUNS):
        started = time.perf_counter()
        subprocess.run([sys.executable, "-c", program], check=True)
        imports.append(time.perf_counter() - started)
    assert writing_time(anew=True) <= MOST_TO_IMPORTS * min(imports)


def test_forty_sheets_take_a_small_multiple_of_compressing_their_pages() -> None:
    with structure(write_binder(ward(), HEAD, STAMP, EN).pdf) as document:
        for page in document.pages:
            page.contents_coalesce()
        contents = [page.Contents.read_bytes() for page in document.pages]
    times = []
    for _run in range(RUNS):
        started = time.perf_counter()
        for content in contents:
            zlib.compress(content, 6)
        times.append(time.perf_counter() - started)
    assert writing_time(anew=True) <= MOST_TO_COMPRESSION * min(times)


def test_what_did_not_change_is_written_in_a_part_of_the_time() -> None:
    assert writing_time(anew=False) <= MOST_KEPT_TO_NEW * writing_time(anew=True)


def test_a_text_four_times_as_long_takes_about_four_times_as_long() -> None:
    times = []
    for count in (5_000, 20_000):
        body = replace(PROCEDURE, steps=(Step("<b>mot</b> " * count),))
        started = time.perf_counter()
        write_binder([sheet("PRE-01", "Titre", body)], HEAD, STAMP, EN)
        times.append(time.perf_counter() - started)
    assert times[1] <= MOST_FOR_FOUR_TIMES_THE_TEXT * times[0]
