"""Binders made up of plain sheets: what a copy holds against what it should, without a database."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime

from referent_desk.domain.binder_states import Shelf, Wanted, copy_state
from referent_desk.domain.binders import Draft, KnownSheet, number_sheets
from referent_desk.domain.check_codes import canonical_json
from referent_desk.domain.copies import Copy, CopyContent, Mark, PrintedSheet, Run
from referent_desk.domain.coverage import CoverageFacts
from referent_desk.domain.sheet_reasons import DatedFacts, Explainer
from referent_desk.domain.sheet_states import CopyState
from referent_desk.domain.sheets import Contact, CoverBody, MissingBody, Sheet

TODAY = date(2026, 11, 22)
NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)
COPY = Copy("copy", 1)
BARE = CoverageFacts(
    *("ward", ("ward",), {"ward": "Ward"}, "", {}, {}, {}, ()),
    *({}, (), {}, (), (), {}),
)


def drafts(texts: Sequence[str]) -> list[Draft]:
    """A cover, and one sheet for each text."""
    cover = Draft("cover", "Cover", CoverBody("", "", "Ward"), code="COUV")
    called = [Contact("Desk", "", text) for text in texts]
    bodies = [MissingBody(f"f{place}", "", (c,)) for place, c in enumerate(called)]
    return [cover, *(Draft(f"s:{n}", f"S {n}", b, prefix="SHE") for n, b in enumerate(bodies))]


def numbered(
    texts: Sequence[str], known: Sequence[PrintedSheet] = (), *, allot: bool = False
) -> tuple[Sheet, ...]:
    sheets = [KnownSheet(s.code, s.revision, s.check_code, s.body_hash) for s in known]
    codes = {f"s:{n}": f"SHE-{n + 1:02}" for n in range(len(known))}
    return number_sheets(drafts(texts), codes, sheets, "en", allot=allot).sheets


def printed(sheets: Sequence[Sheet]) -> tuple[PrintedSheet, ...]:
    return tuple(
        PrintedSheet(
            revision_id=f"{s.content.code} {s.revision}",
            code=s.content.code,
            revision=s.revision or 0,
            check_code=s.check_code,
            body_hash=s.body_hash,
            title=s.content.title,
            body=canonical_json(s.content.body, "en"),
            pages=2,
            printed_on=TODAY,
        )
        for s in sheets
    )


def run_of(sheets: Sequence[PrintedSheet], number: int = 2, *, filed: bool = False) -> Run:
    mark = Mark("Anne", TODAY, NOON) if filed else None
    head = (f"run {number}", number, COPY.id, NOON, "Anne", 2 * len(sheets), False, False)
    return Run(*head, tuple(sheets), filed=mark)


def state_of(
    lying: Sequence[PrintedSheet], wanted: Sequence[Sheet], pending: Run | None = None
) -> CopyState:
    content = CopyContent(COPY, {s.code: s for s in lying}, pending, TODAY if lying else None)
    explainer = Explainer(DatedFacts(TODAY, TODAY, BARE))
    subjects = {s.code: f"old:{s.code}" for s in lying}
    pages = {(s.code, s.body_hash): s.pages for s in lying}
    return copy_state(Shelf(content), Wanted(wanted, explainer, subjects, pages))


def wide_state(count: int) -> Callable[[], CopyState]:
    """The state of a copy of that many sheets, cover and list included, each with a new number."""
    lying = printed(numbered(["1"] * (count - 2), allot=True))
    return lambda: state_of(lying, numbered(["2"] * (count - 2), lying))
