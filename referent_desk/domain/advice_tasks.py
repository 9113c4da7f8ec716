"""Contracts that end: what the users of a software have to say before it is bought again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from referent_desk.domain.advice import CONTRACT_NEAR
from referent_desk.domain.tasks import Due, Lead, Task, Urgency
from referent_desk.domain.values import dataclass

PRESSING = timedelta(days=30)
"""Whoever buys has to know long before, and is told so; but only then no week is left to wait."""
MINUTES = {"contract_ends": 10, "contract_over": 2}


@dataclass(frozen=True, slots=True)
class ContractEnd:
    """`given_on`: the day of the advice of the users, where they gave one."""

    software_id: str
    name: str
    ends_on: date
    given_on: date | None = None

    @property
    def wants_advice(self) -> bool:
        """What was said longer before its end was said of the contract before."""
        return self.given_on is None or self.given_on < self.ends_on - CONTRACT_NEAR


def contract_tasks(contracts: Iterable[ContractEnd], today: date) -> Iterator[Task]:
    """A contract that is over and still in use got a new end, which nobody typed in."""
    for one in sorted(contracts, key=lambda contract: (contract.ends_on, contract.name)):
        left = one.ends_on - today
        code = "contract_over" if left < timedelta(0) else "contract_ends"
        if left > CONTRACT_NEAR or (code == "contract_ends" and not one.wants_advice):
            continue
        presses = code == "contract_ends" and left <= PRESSING
        yield Task(
            code,
            Urgency.SOON if presses else Urgency.LATER,
            MINUTES[code],
            Lead.ADVICE,
            (one.software_id, "advice" if code == "contract_ends" else "contract"),
            (one.name,),
            {"day": one.ends_on},
        )


def contract_dues(contracts: Iterable[ContractEnd], today: date) -> Iterator[Due]:
    for one in contracts:
        if one.ends_on >= today:
            yield Due("contract_ends", one.ends_on, one.name)
