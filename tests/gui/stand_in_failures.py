"""What falls and what stands in a small hospital in memory."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from referent_desk.domain.changes import Kind
from referent_desk.domain.deeds import Saved
from referent_desk.domain.failures import FailureDomain
from referent_desk.domain.fallbacks import (
    FallbackDetail,
    MeansTold,
    RowChoice,
    Simulation,
    StepTold,
)
from referent_desk.domain.means import Standing
from referent_desk.domain.procedures import Step
from referent_desk.domain.ward_means import WardMeans
from referent_desk.gui.questions_failures import Fails, FailureQuestions

_NOW = datetime(2026, 3, 12, 9, 0, tzinfo=UTC)
DOMAINS = (
    FailureDomain("n", "network", "réseau", "network"),
    FailureDomain("p", "power", "électricité", "power"),
)


def _simulate(_fails: Fails, _department_id: str | None) -> Simulation:
    return Simulation((), ())


def _explain(
    _fails: Fails, _department_id: str, _function_id: str, _software_id: str | None
) -> FallbackDetail:
    told = MeansTold("telephone", Standing.FALLS, ("network",))
    step = StepTold(Step("Call"), Standing.FALLS, (told,))
    return FallbackDetail("Ward", "Prescription", "Dossier+", "On paper", Standing.FALLS, (step,))


def _write(_fails: Fails, _department_id: str | None, _choice: RowChoice, path: Path) -> Path:
    return path


STAND_IN_FAILURES = FailureQuestions(
    list_domains=lambda: DOMAINS,
    simulate=_simulate,
    explain=_explain,
    print_list=_write,
    export_list=_write,
    suggest_path=lambda ending: Path(f"what-falls{ending}"),
    ward_means=lambda node_id: WardMeans(node_id, ((node_id, "Ward"),)),
    add_usual=lambda _node_id, _name: Saved(frozenset({Kind.MEANS}), "", _NOW),
)
