"""What falls and what stands, and the means that departments keep."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from referent_desk.gui.questions_failures import Fails, FailureQuestions
from referent_desk.wiring.held_desks import HeldDesk

if TYPE_CHECKING:
    from referent_desk.domain.deeds import Saved
    from referent_desk.domain.failures import FailureDomain
    from referent_desk.domain.fallbacks import FallbackDetail, RowChoice, Simulation
    from referent_desk.domain.ward_means import WardMeans


class _Failures:
    def __init__(self, held: HeldDesk) -> None:
        self._held = held

    def list_domains(self) -> tuple[FailureDomain, ...]:
        from referent_desk.usecases.fallbacks import list_failures

        return list_failures(self._held.desk)

    def simulate(self, fails: Fails, department_id: str | None) -> Simulation:
        from referent_desk.usecases.fallbacks import simulate_failure

        return simulate_failure(self._held.desk, fails, department_id)

    def explain(
        self, fails: Fails, department_id: str, function_id: str, software_id: str | None
    ) -> FallbackDetail:
        from referent_desk.usecases.fallbacks import explain_fallback

        return explain_fallback(self._held.desk, fails, department_id, function_id, software_id)

    def print_list(
        self, fails: Fails, department_id: str | None, choice: RowChoice, path: Path
    ) -> Path:
        from referent_desk.usecases.fallback_lists import print_fallbacks

        return print_fallbacks(self._held.desk, fails, department_id, path, choice)

    def export_list(
        self, fails: Fails, department_id: str | None, choice: RowChoice, path: Path
    ) -> Path:
        from referent_desk.usecases.fallback_lists import export_fallbacks

        return export_fallbacks(self._held.desk, fails, department_id, path, choice)

    def suggest_path(self, ending: str) -> Path:
        from referent_desk.usecases.fallback_lists import suggested_path

        return suggested_path(self._held.desk, ending)

    def ward_means(self, node_id: str) -> WardMeans:
        from referent_desk.usecases.means import ward_means

        return ward_means(self._held.desk, node_id)

    def add_usual(self, node_id: str, name: str) -> Saved:
        from referent_desk.usecases.means import add_usual_means

        return add_usual_means(self._held.desk, node_id, name)


def failure_questions(held: HeldDesk) -> FailureQuestions:
    failures = _Failures(held)
    return FailureQuestions(
        list_domains=failures.list_domains,
        simulate=failures.simulate,
        explain=failures.explain,
        print_list=failures.print_list,
        export_list=failures.export_list,
        suggest_path=failures.suggest_path,
        ward_means=failures.ward_means,
        add_usual=failures.add_usual,
    )
