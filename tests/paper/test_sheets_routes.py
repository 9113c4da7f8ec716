from __future__ import annotations

from tests.paper.prints import says
from tests.paper.wards import ROUTE


def test_the_paper_route_names_rounds_forms_and_rules() -> None:
    says(
        ROUTE, "10 h", "Pharmacie, laboratoire", "F05", "Prescription médicamenteuse", *ROUTE.rules
    )
