from __future__ import annotations

import re
from datetime import UTC, datetime

import pypdfium2

from referent_desk.domain.fallbacks import Doubt, FallbackRow, Simulation
from referent_desk.domain.means import Standing
from referent_desk.domain.sheets import Head
from referent_desk.language import language
from referent_desk.paper.fallback_lists import write_fallback_list

NOW = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)
HEAD = Head("North", "", "Ward", "0412", "", None, "")
S = Standing


def row(number: int, standing: Standing = S.STANDS, doubt: Doubt | None = None) -> FallbackRow:
    return FallbackRow(
        *("d", "Ward", "North", f"f{number}", f"Fn{number:02}", "s", "Dossier+", "On paper"),
        standing,
        standing,
        doubt=doubt,
    )


def pages(*rows: FallbackRow) -> list[str]:
    simulation = Simulation(("network",), rows, functions={S.STANDS: len(rows)})
    content = write_fallback_list(simulation, rows, {}, HEAD, NOW, language("en"))
    return [page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(content)]


def test_the_last_line_of_a_department_never_stands_alone_on_a_page() -> None:
    turned = 0
    for count in range(15, 45):
        found = pages(*(row(number) for number in range(count)))
        lines = [len(re.findall(r"Fn\d\d", text)) for text in found]
        assert sum(lines) == count
        assert lines[-1] >= 2
        turned += len(found) > 1
    assert turned


def test_what_is_in_doubt_says_why_beside_its_state() -> None:
    [text] = pages(
        row(1),
        *(row(n, S.STANDS, doubt) for n, doubt in enumerate(Doubt, 2)),
        row(9, S.MISSING),
    )
    reasons = "It failed when it was last tried here.", "Nobody has approved it."
    for said in (*reasons, "No step says what it needs.", "There is no proc", "no means named"):
        assert said in " ".join(text.split())
