"""Ten thousand sheets on one shelf: their state, what is proposed, the slip that takes them out."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

import pytest

from referent_desk.domain.check_codes import check_code
from referent_desk.domain.copies import PrintedSheet
from referent_desk.domain.sheet_states import SheetStatus
from referent_desk.storage import schema
from referent_desk.storage.work import Work
from referent_desk.usecases.binder_states import read_state
from referent_desk.usecases.replacements import propose
from referent_desk.usecases.shelf_checks import draw
from tests.paper.pdfs import page_texts
from tests.usecases.shelves import TODAY, Shelf, filed_shelf

MANY = 10_000


@pytest.fixture
def wide(tmp_path: Path) -> Iterator[Shelf]:
    """Beside its own sheets the copy holds ten thousand that the binder wants no more."""
    shelf = filed_shelf(tmp_path)
    own = tuple(shelf.content().sheets.values())
    with shelf.desk.database.write("widen") as work:
        _widen(work, shelf.department, own)
    yield shelf
    shelf.desk.close()


def _widen(work: Work, department_id: str, own: tuple[PrintedSheet, ...]) -> None:
    """A second printing, with its list, filed."""
    codes = [f"OLD{n:05}" for n in range(MANY)]
    lines: list[dict[str, object]] = [
        {"code": s.code, "revision": s.revision, "check_code": s.check_code} for s in own
    ]
    lines += [{"code": code, "revision": 1, "check_code": "0000"} for code in codes]
    listing = json.dumps({"kind": "ListBody", "language": "en", "body": {"lines": lines}})
    bodies = dict.fromkeys(codes, (1, '{"kind":"MissingBody","language":"en","body":{}}'))
    bodies["LISTE"] = (2, listing)
    taken = {sheet.check_code for sheet in own}
    revisions = []
    for code, (revision, body) in bodies.items():
        digest = sha256(f"{code}{body}".encode()).hexdigest()
        known = check_code(digest, taken)
        taken.add(known)
        revisions.append(
            {
                "id": work.new_id(),
                "department_id": department_id,
                "code": code,
                "revision": revision,
                "check_code": known,
                "body_hash": digest,
                "body": body,
                "title": "A former sheet",
            }
        )
    (run,) = work.connection.execute(schema.print_run.select()).mappings()
    plain = {key: value for key, value in run.items() if key != "row_hash"}
    run_id = work.new_id()
    subjects = [
        {"id": work.new_id(), "department_id": department_id, "code": code, "subject": f"s:{code}"}
        for code in codes
    ]
    work.add(schema.sheet_code, subjects)
    work.add(schema.sheet_revision, revisions)
    work.add(schema.print_run, [{**plain, "id": run_id, "number": 2}])
    rows = [
        {"id": work.new_id(), "print_run_id": run_id, "sheet_revision_id": row["id"],
         "position": place, "pages": 1}
        for place, row in enumerate(revisions)
    ]  # fmt: skip
    work.add(schema.printed_sheet, rows)
    filed = {"print_run_id": run_id, "copy_id": run["copy_id"], "who": "Ada", "valid_on": TODAY}
    work.add(schema.insertion, [{"id": work.new_id(), **filed}])


@pytest.mark.torture
def test_ten_thousand_sheets_are_told_proposed_and_taken_out_in_reasonable_time(
    wide: Shelf,
) -> None:
    begun = time.monotonic()
    (copy,) = read_state(wide.desk, wide.department).copies
    assert copy.count(SheetStatus.TO_BE_REMOVED) == MANY
    told = time.monotonic()
    proposal = propose(wide.desk, wide.department)
    assert (proposal.remove, proposal.insert) == (MANY, 1)
    proposed = time.monotonic()
    assert len(draw(wide.desk, wide.copy().id)) == 6
    drawn = time.monotonic()
    texts = page_texts(wide.print_changes().path.read_bytes())
    printed = time.monotonic()
    assert sum(text.count("OLD") for text in texts) == MANY
    assert told - begun < 10
    assert proposed - told < 15
    assert drawn - proposed < 5
    assert printed - drawn < 60
