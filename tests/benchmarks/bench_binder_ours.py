"""This program prints the neutral binder: `PAGES OUTPUT [--kept DIR] [--changed]`.

Tells the pages that are printed and the seconds in the writing alone.
"""

from __future__ import annotations

import sys
from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path
from time import perf_counter

from referent_desk.domain.check_codes import body_hash, check_code
from referent_desk.domain.forms import Column, FormDefinition, Orientation, TableBlock
from referent_desk.domain.procedures import Step
from referent_desk.domain.sheets import (
    BinderStamp,
    Body,
    Contact,
    CoverBody,
    FormBody,
    Head,
    ListBody,
    ListLine,
    ProcedureBody,
    Sheet,
    SheetContent,
    SheetStamp,
)
from referent_desk.language import language
from referent_desk.paper.binder import write_binder
from referent_desk.paper.kept_sheets import KeptSheets
from tests.benchmarks import bench_binder_content as content
from tests.benchmarks.bench_binder_peaks import tell

FR = language("fr")
HEAD = Head(content.HOSPITAL, "", content.DEPARTMENT, "0412", "2e étage", 24, "CAR2")
STAMP = BinderStamp(
    datetime(2026, 11, 9, 14, 2, tzinfo=UTC), 31, 2, "poste infirmier", "M. Aubry", "M. Aubry"
)
SHEET_STAMP = SheetStamp("M. Aubry", "Dr Valette", date(2026, 2, 3), date(2027, 2, 3))
PLAN = FormDefinition(
    "PLAN",
    "Plan d’administration",
    1,
    "fr",
    blocks=(TableBlock(tuple(map(Column, content.plan_titles())), content.PLAN_ROWS, 7.0),),
)
GRID = FormDefinition(
    "GRID",
    "Constantes",
    1,
    "fr",
    Orientation.LANDSCAPE,
    blocks=(TableBlock(tuple(map(Column, content.grid_titles())), content.GRID_ROWS, 7.0),),
)


def sheets(pages: int, *, changed: bool) -> list[Sheet]:
    inner: list[Sheet] = []
    for chapter in content.chapters(pages, changed=changed):
        number = chapter.code.removesuffix("-01")
        inner += [
            _sheet(chapter.code, chapter.title, _procedure(chapter)),
            _sheet(f"{number}-02", PLAN.title, FormBody(PLAN)),
            _sheet(f"{number}-03", GRID.title, FormBody(GRID)),
        ]
    lines = tuple(ListLine(s.content.code, s.revision, s.check_code) for s in inner)
    cover = CoverBody("", content.HOSPITAL, content.DEPARTMENT, "0412", "2e étage", 24)
    return [
        _sheet("COUV", "Classeur", cover),
        _sheet("LISTE", "Feuillets en vigueur", ListBody(lines)),
        *inner,
    ]


@cache
def _hash_of_form(form: FormBody) -> str:
    """A ward has each form once; here two of them stand for all."""
    return body_hash(form, "fr")


def _sheet(code: str, title: str, body: Body) -> Sheet:
    hashed = _hash_of_form(body) if isinstance(body, FormBody) else body_hash(body, "fr")
    named = SheetContent(code, code, title, "fr", body)
    return Sheet(named, hashed, 3, check_code(hashed), SHEET_STAMP)


def _procedure(chapter: content.Chapter) -> ProcedureBody:
    stops, works, normal = (section.items for section in chapter.sections)
    return ProcedureBody(
        function=chapter.title,
        title=chapter.title,
        software=chapter.software,
        trigger=chapter.when,
        decides=chapter.decides,
        stops=stops,
        still_works=works,
        steps=tuple(Step(step.what, step.who, forms=(step.form,)) for step in chapter.steps),
        contacts=tuple(
            Contact(f"{contact.role}, {contact.place}", contact.name, contact.number)
            for contact in chapter.contacts
        ),
        after_48_hours=chapter.paragraphs,
        back_to_normal=normal,
    )


def main() -> None:
    pages, output, *more = sys.argv[1:]
    found = sheets(int(pages), changed="--changed" in more)
    kept = KeptSheets(Path(more[more.index("--kept") + 1])) if "--kept" in more else None
    started = perf_counter()
    printed = write_binder(found, HEAD, STAMP, FR, kept=kept)
    Path(output).write_bytes(printed.pdf)
    seconds = perf_counter() - started
    tell(pages=sum(printed.pages_of), writing=seconds)


if __name__ == "__main__":
    main()
