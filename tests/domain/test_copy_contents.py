from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from referent_desk.domain.copies import Run, RunStage
from referent_desk.domain.copy_contents import content_of, listed, stage_of
from tests.domain.copy_runs import COPY, DAY, listing, mark, printed, run


def filed(found: Run, day: date = DAY) -> Run:
    return replace(found, filed=mark(day))


FULL = filed(
    run(
        1,
        [
            printed("COUV", "cover"),
            listing(("ANN-01", 1), ("PRE-01", 1)),
            printed("ANN-01", "old number"),
            printed("PRE-01", "steps"),
        ],
    )
)


def contents(*runs: Run) -> dict[str, str]:
    return {code: sheet.body_hash for code, sheet in content_of(COPY, runs).sheets.items()}


def test_what_was_printed_lies_in_the_copy_only_once_it_was_filed() -> None:
    prepared = replace(FULL, filed=None)
    assert contents(prepared) == {}
    assert content_of(COPY, [prepared]).pending == prepared
    assert contents(replace(prepared, sent=mark(), confirmed=mark())) == {}
    assert set(contents(FULL)) == {"COUV", "LISTE", "ANN-01", "PRE-01"}
    assert content_of(COPY, [FULL]).pending is None
    assert content_of(COPY, [FULL]).filed_on == DAY


def test_replacements_lie_over_what_was_filed_before() -> None:
    list_2 = listing(("ANN-01", 2), ("PRE-01", 1), revision=2)
    later = filed(run(2, [printed("ANN-01", "new number", 2), list_2]))
    for runs in ((FULL, later), (later, FULL)):
        assert contents(*runs)["ANN-01"] == "new number"
        assert contents(*runs)["PRE-01"] == "steps"
        assert contents(*runs)["COUV"] == "cover"


def test_what_the_newest_filed_list_does_not_name_was_taken_out() -> None:
    later = filed(run(2, [listing(("ANN-01", 1), revision=2)]))
    assert set(contents(FULL, later)) == {"COUV", "LISTE", "ANN-01"}


def test_a_new_cover_alone_takes_nothing_out() -> None:
    later = filed(run(2, [printed("COUV", "other place", 2)]))
    assert contents(FULL, later) == {**contents(FULL), "COUV": "other place"}


def test_printings_of_other_copies_and_of_none_never_count() -> None:
    other = filed(run(2, [printed("ANN-01", "x", 2)], copy="copy-1"))
    loose = run(3, [printed("ANN-01", "y", 3)], copy=None)
    assert contents(FULL, other, loose) == contents(FULL)
    assert content_of(COPY, [FULL, other, loose]).pending is None


def test_only_the_newest_printing_is_pending() -> None:
    second, third = run(2), run(3)
    assert content_of(COPY, [FULL, second, third]).pending == third
    assert content_of(COPY, [FULL, second, filed(third)]).pending is None


@pytest.mark.parametrize(
    ("found", "later", "stage"),
    [
        (run(2), (), RunStage.PREPARED),
        (replace(run(2), sent=mark()), (), RunStage.SENT),
        (replace(run(2), sent=mark(), confirmed=mark()), (), RunStage.CONFIRMED),
        (replace(run(2), confirmed=mark()), (), RunStage.CONFIRMED),
        (filed(run(2)), (), RunStage.FILED),
        (filed(run(2)), (run(3),), RunStage.FILED),
        (run(2), (run(3),), RunStage.SUPERSEDED),
        (replace(run(2), confirmed=mark()), (filed(run(3)),), RunStage.SUPERSEDED),
        (run(2), (run(3, copy="copy-1"),), RunStage.PREPARED),
        (run(2), (run(1),), RunStage.PREPARED),
        (run(2, copy=None), (run(3, copy=None),), RunStage.PREPARED),
    ],
)
def test_how_far_a_printing_has_come(found: Run, later: tuple[Run, ...], stage: RunStage) -> None:
    assert stage_of(found, (found, *later)) is stage


def test_a_printed_list_tells_its_lines_in_order() -> None:
    assert listed(listing(("B-01", 2), ("A-01", 1))) == (("B-01", 2), ("A-01", 1))
    assert listed(listing()) == ()
