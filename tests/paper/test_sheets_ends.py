from __future__ import annotations

from tests.paper.prints import says
from tests.paper.wards import END


def test_the_end_gives_the_order_the_deadlines_and_two_names() -> None:
    says(END, "1Allergies et traitements en cours2 hMédecinInfirmière", *END.rules, *END.closing)
