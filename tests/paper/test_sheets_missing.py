from __future__ import annotations

from referent_desk.domain.sheets import MissingBody
from tests.paper.prints import says
from tests.paper.wards import MISSING


def test_where_there_is_no_procedure_the_sheet_says_whom_to_ask_and_what_to_do() -> None:
    says(
        MISSING,
        "No procedure yet",
        "event log F25",
        "M. Aubry",
        "56 30",
        "Support of the software",
        MISSING.vendor_support,
        MISSING.fallback,
    )
    says(MissingBody("Imagerie", ""), "Nobody is named yet", "Imagerie")
