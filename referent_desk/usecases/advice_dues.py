"""Contracts that end, as days that are due: told once, as of the node above all who use it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from referent_desk.domain.dues import DueRow, Duty
from referent_desk.storage.contract_ends import ending_contracts

if TYPE_CHECKING:
    from referent_desk.usecases.due_grounds import DueGround


def contract_dues(ground: DueGround) -> Iterator[DueRow]:
    found = ending_contracts(ground.connection, ground.department_id, ground.today, ground.before)
    for one in found:
        name = ground.nodes.get(one.node_id, "")
        yield DueRow(Duty.CONTRACT_END, one.node_id, name, one.software_id, one.name, one.ends_on)
