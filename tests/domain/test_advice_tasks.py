from __future__ import annotations

from datetime import date, timedelta

import pytest

from referent_desk.domain.advice_tasks import ContractEnd, contract_dues, contract_tasks
from referent_desk.domain.tasks import Lead, Urgency

TODAY = date(2026, 11, 22)


def ending(days: int, given: int | None = None) -> ContractEnd:
    ends = TODAY + timedelta(days=days)
    return ContractEnd("s1", "Dossier+", ends, None if given is None else ends - timedelta(given))


@pytest.mark.parametrize(
    ("contract", "told"),
    [
        (ending(366), None),
        (ending(365), ("contract_ends", Urgency.LATER)),
        (ending(31), ("contract_ends", Urgency.LATER)),
        (ending(30), ("contract_ends", Urgency.SOON)),
        (ending(0), ("contract_ends", Urgency.SOON)),
        (ending(-1), ("contract_over", Urgency.LATER)),
        (ending(100, given=366), ("contract_ends", Urgency.LATER)),
        (ending(100, given=365), None),
        (ending(-1, given=10), ("contract_over", Urgency.LATER)),
    ],
)
def test_a_contract_asks_for_advice_before_its_end_and_for_its_new_end_after(
    contract: ContractEnd, told: tuple[str, Urgency] | None
) -> None:
    found = [(task.code, task.urgency) for task in contract_tasks([contract], TODAY)]
    assert found == ([told] if told else [])


def test_the_first_to_end_comes_first_and_leads_to_its_software() -> None:
    late, soon = ending(90), ContractEnd("s2", "Labo", TODAY + timedelta(30))
    first, _second = contract_tasks([late, soon], TODAY)
    assert (first.lead, first.key, first.names) == (Lead.ADVICE, ("s2", "advice"), ("Labo",))
    assert [due.name for due in contract_dues([late, soon, ending(-5)], TODAY)] == [
        "Dossier+",
        "Labo",
    ]
