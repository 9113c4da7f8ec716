from __future__ import annotations

from datetime import UTC, date, datetime

import pypdfium2
import pytest

from referent_desk.domain.coverage_grids import FunctionName, GroupCoverage, Narrowing, grid_of
from referent_desk.domain.means import Standing
from referent_desk.domain.procedures import ProcedureState
from referent_desk.domain.readiness import CoveredUse, DepartmentCoverage
from referent_desk.language import language
from referent_desk.paper.coverage_grids import write_coverage_grid

NOW = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)


def printed(*uses: CoveredUse) -> str:
    group = GroupCoverage(
        date(2026, 11, 22),
        (FunctionName("pre", "PRE", "Prescription"), FunctionName("", "", "Function to be named")),
        (DepartmentCoverage("a", "Cardiology", uses=uses),),
    )
    content = write_coverage_grid(grid_of(group, Narrowing()), NOW, language("en"))
    return "\n".join(p.get_textpage().get_text_range() for p in pypdfium2.PdfDocument(content))


def test_a_column_without_a_code_is_explained() -> None:
    assert "? Function to be named" in printed(
        CoveredUse("pre", "s", 1, None, ProcedureState.UP_TO_DATE)
    )


@pytest.mark.parametrize(
    ("standings", "mark"),
    [
        ((Standing.STANDS,), "+"),
        ((Standing.FALLS,), "–"),
        ((Standing.FALLS, Standing.STANDS), "+"),
        ((Standing.UNKNOWN, Standing.FALLS), "?"),
        ((Standing.MISSING,), ""),
    ],
)
def test_a_cell_says_what_survives_by_whichever_software(
    standings: tuple[Standing, ...], mark: str
) -> None:
    def marks(*told: Standing | None) -> str:
        state = ProcedureState.UP_TO_DATE
        said = printed(
            *(
                CoveredUse("pre", f"s{n}", 1, None, state, has_referent=True, standing=standing)
                for n, standing in enumerate(told)
            )
        )
        return "".join(sorted(letter for letter in said if letter in "+–?"))

    none = marks(Standing.MISSING)
    assert marks(*standings) == "".join(sorted(none + mark))
    assert len(none) > len(marks(None)), "what is not asked is not explained either"


def test_what_is_nobodys_is_marked_whatever_its_state() -> None:
    def marks(*, has_referent: bool) -> int:
        states = ProcedureState.TO_VERIFY, ProcedureState.MISSING
        uses = (
            CoveredUse(name, "s", 1, None, state, has_referent=has_referent)
            for name, state in zip(("pre", ""), states, strict=True)
        )
        return printed(*uses).count("!")

    assert marks(has_referent=False) == marks(has_referent=True) + 2
