"""Small ledgers and lines for the tests of imports."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import count

from referent_desk.domain.departments import Node, NodeKind
from referent_desk.domain.functions import Function
from referent_desk.domain.imports.kinds import Field, ImportKind, Value
from referent_desk.domain.imports.ledgers import Ledger, make_ledger
from referent_desk.domain.imports.plans import Plan, plan_import
from referent_desk.domain.imports.reports import SourceLine
from referent_desk.domain.imports.runs import Choices
from referent_desk.domain.software import SoftwareKind

NORTH = Node("north", NodeKind.ESTABLISHMENT, "Hôpital Nord")
KINDS = (SoftwareKind("dpi", "DPI", "Dossier patient", "Patient record"),)
FUNCTIONS = (
    Function("pre", "PRE", "Prescription", "Prescription", 1),
    Function("lab", "LAB", "Laboratoire", "Laboratory", 2),
)
_ids = count(1)


def new_id() -> str:
    return f"new-{next(_ids)}"


def line(row: int, **values: Value) -> SourceLine:
    return SourceLine(row, {Field(name): value for name, value in values.items()})


def plan(
    kind: ImportKind,
    lines: Sequence[SourceLine],
    ledger: Ledger | None = None,
    establishment: str = "Hôpital Nord",
    *,
    overwrite_edited: bool = False,
) -> Plan:
    choices = Choices(establishment, overwrite_edited)
    return plan_import(kind, lines, ledger or make_ledger(), choices, new_id)


def outcomes(done: Plan) -> list[str]:
    return [report.outcome.value for report in done.lines]


def codes(done: Plan, place: int = 0) -> list[str]:
    return [remark.code for remark in done.lines[place].remarks]


def stored_again(ledger: Ledger) -> Ledger:
    """The ledger as the next import loads it."""
    return make_ledger(
        nodes=list(ledger.nodes),
        software=list(ledger.software),
        releases=list(ledger.releases),
        deployments=list(ledger.deployments),
        people=list(ledger.people),
        entries=list(ledger.entries),
        vendors=list(ledger.vendors.values()),
        kinds=ledger.kinds,
        functions=ledger.functions,
        lives=ledger.lives,
        appointments=list(ledger.appointments),
    )
