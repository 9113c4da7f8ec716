from __future__ import annotations

from referent_desk.domain.imports.kinds import FIELDS, ImportKind
from referent_desk.domain.imports.reports import Concern, ImportReport, LineReport, Outcome, remark


def report(*outcomes: Outcome) -> ImportReport:
    lines = tuple(LineReport(row, outcome) for row, outcome in enumerate(outcomes, start=2))
    return ImportReport("f.csv", ImportKind.SOFTWARE, "", "", 1, (), (), lines, (), False)


def test_the_last_line_counts_every_line_once() -> None:
    done = report(Outcome.ADDED, Outcome.ADDED, Outcome.DOUBTFUL, Outcome.REFUSED)
    assert done.summary() == "read 4, added 2, changed 0, unchanged 0, doubtful 1, refused 1"


def test_the_last_line_of_an_empty_list_is_all_zeros() -> None:
    assert report().summary() == ("read 0, added 0, changed 0, unchanged 0, doubtful 0, refused 0")


def test_damaged_values_are_counted_apart_from_lines() -> None:
    twice = (remark(Concern.DAMAGE, "scientific"), remark(Concern.DAMAGE, "not_a_day"))
    lines = (LineReport(2, Outcome.ADDED, twice), LineReport(3, Outcome.ADDED))
    done = ImportReport("f", ImportKind.STAFF, "", "", 1, (), (), lines, (), False)
    assert done.damaged == 2


def test_every_kind_says_which_fields_it_has_once() -> None:
    for fields in FIELDS.values():
        assert len(set(fields)) == len(fields) > 5
