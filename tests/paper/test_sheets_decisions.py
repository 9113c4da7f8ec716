from __future__ import annotations

from tests.paper.prints import says
from tests.paper.wards import DECISION


def test_the_sheet_of_decisions_names_triggers_roles_and_numbers() -> None:
    says(DECISION, *DECISION.start_triggers, *DECISION.stop_triggers, "C. Lemaire", "56 31")
