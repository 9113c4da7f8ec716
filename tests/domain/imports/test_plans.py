from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from referent_desk.domain.imports.kinds import FIELDS, Field, ImportKind, Value
from referent_desk.domain.imports.ledgers import make_ledger
from referent_desk.domain.imports.reports import Concern, Outcome, SourceLine, remark
from referent_desk.domain.imports.values import Damage, read_value
from tests.domain.import_ledgers import FUNCTIONS, KINDS, NORTH, line, outcomes, plan, stored_again

WORDS = ("", "Alpha", "ALPHA", "Alpha 2", "Alphas", "Bêta", "beta", "Pôle A", "Cardiologie",
         "Cardiologe", "0412", "412", "7305", "4127", "199005626", "12/01/2026", "31/02/2026",
         "Total", "-", "Prescription", "60", "0", "oui", "N DIAYE", "N'DIAYE", "A",
         "CH A > Pôle B > C", "???", "#REF!", "4,13E+03", "<b>&")  # fmt: skip


@st.composite
def files(draw: st.DrawFn) -> tuple[ImportKind, list[SourceLine]]:
    kind = draw(st.sampled_from(list(ImportKind)))
    fields = draw(st.lists(st.sampled_from(FIELDS[kind]), min_size=1, max_size=6, unique=True))
    rows: Any = st.lists(st.sampled_from(WORDS), min_size=len(fields), max_size=len(fields))
    lines = []
    for row, texts in enumerate(draw(st.lists(rows, max_size=12)), start=2):
        read = {f: read_value(f, text, unit="min") for f, text in zip(fields, texts, strict=True)}
        values: dict[Field, Value] = {
            f: v for f, v in read.items() if not isinstance(v, Damage) and v not in ("", ())
        }
        remarks = tuple(remark(Concern.DAMAGE, v.code) for v in read.values() if
                        isinstance(v, Damage))  # fmt: skip
        lines.append(SourceLine(row, values, remarks))
    return kind, lines


@given(files(), st.sampled_from(["", "Hôpital Nord", "Hôpital Est"]))
def test_importing_a_file_twice_adds_and_changes_nothing_more(
    file: tuple[ImportKind, list[SourceLine]], establishment: str
) -> None:
    kind, lines = file
    book = make_ledger(nodes=(NORTH,), kinds=KINDS, functions=FUNCTIONS)
    first = plan(kind, lines, book, establishment)
    assert [report.row for report in first.lines] == [each.row for each in lines]
    again = stored_again(book)
    second = plan(kind, lines, again, establishment)
    assert not {Outcome.ADDED, Outcome.CHANGED} & {report.outcome for report in second.lines}
    for shelf in (again.nodes, again.software, again.releases, again.deployments, again.people):
        assert (shelf.added(), shelf.changed()) == ((), ())
    assert (again.entries.added(), again.new_lives) == ((), [])


@given(files())
def test_a_line_that_stored_nothing_says_why(file: tuple[ImportKind, list[SourceLine]]) -> None:
    kind, lines = file
    done = plan(kind, lines, make_ledger(nodes=(NORTH,), functions=FUNCTIONS))
    for report in done.lines:
        concerns = {r.concern for r in report.remarks}
        if report.outcome is Outcome.REFUSED:
            assert Concern.REFUSAL in concerns
        if report.outcome is Outcome.DOUBTFUL:
            assert concerns & {Concern.DOUBT, Concern.DAMAGE}
        if report.outcome is Outcome.CHANGED:
            assert Concern.CHANGE in concerns


@pytest.mark.parametrize("concern", [Concern.REFUSAL, Concern.DOUBT])
def test_a_line_refused_while_it_was_read_stores_nothing(concern: Concern) -> None:
    book = make_ledger()
    known = line(2, software="Alpha")
    refused = SourceLine(2, known.values, (remark(concern, "vendor_or_department"),))
    done = plan(ImportKind.SOFTWARE, [refused], book)
    assert outcomes(done) == ["refused" if concern is Concern.REFUSAL else "doubtful"]
    assert len(book.software) == 0
