from __future__ import annotations

from dataclasses import replace

from referent_desk.domain.sheets import Contact, DecidingRole
from tests.paper.prints import pages_of, says
from tests.paper.wards import DECISION


def test_the_sheet_of_decisions_names_triggers_roles_and_numbers() -> None:
    says(DECISION, *DECISION.start_triggers, *DECISION.stop_triggers, "C. Lemaire", "56 31")


def test_who_answers_by_day_and_by_night_has_a_line_for_each_number() -> None:
    on_call = DecidingRole(
        "DSI, astreinte",
        "Dit ce qui est en panne.",
        Contact("", "", "4000 (8 h-18 h) · 06 12 34 56 78 (nuit, WE)"),
    )
    body = replace(DECISION, roles=(on_call,))
    says(body, "8 h-18 h", "nuit, WE", "06 12 34 56 78")
    [page] = pages_of(body)
    assert "DSI 8 h-18 h" in page
    assert page.count("DSI, astreinte") == 1, "by day it is the IT department itself"
    assert page.count("Dit ce qui est en panne.") == 1
