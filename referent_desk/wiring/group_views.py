"""The hospital group: who answers for what, what could be one, the evidence file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from referent_desk.gui.questions_group_views import GroupViewQuestions
from referent_desk.wiring.held_desks import HeldDesk

if TYPE_CHECKING:
    from referent_desk.domain.convergences import Convergence
    from referent_desk.domain.group_offices import GroupOffices, OfficeNarrowing
    from referent_desk.domain.group_views import GroupConvergences, TwoTexts


class _GroupViews:
    def __init__(self, held: HeldDesk) -> None:
        self._held = held

    def read_offices(self) -> GroupOffices:
        from referent_desk.usecases.group_views import read_offices

        return read_offices(self._held.desk)

    def read_convergences(self) -> GroupConvergences:
        from referent_desk.usecases.group_views import read_convergences

        return read_convergences(self._held.desk)

    def read_two_texts(self, pair: Convergence) -> TwoTexts:
        from referent_desk.usecases.group_views import read_two_texts

        return read_two_texts(self._held.desk, pair)

    def export_offices(self, narrowing: OfficeNarrowing, path: Path) -> Path:
        from referent_desk.usecases.group_views import export_offices

        return export_offices(self._held.desk, narrowing, path)

    def export_convergences(self, path: Path) -> Path:
        from referent_desk.usecases.group_views import export_convergences

        return export_convergences(self._held.desk, path)

    def write_evidence(self, path: Path, establishment_id: str) -> Path:
        from referent_desk.usecases.evidence import write_evidence_file

        return write_evidence_file(self._held.desk, path, establishment_id)

    def suggest_export(self, ending: str) -> Path:
        from referent_desk.usecases.group_views import suggested_path

        return suggested_path(self._held.desk, ending)

    def suggest_evidence(self, ending: str) -> Path:
        from referent_desk.usecases.evidence import suggested_path

        return suggested_path(self._held.desk, ending)


def group_view_questions(held: HeldDesk) -> GroupViewQuestions:
    group = _GroupViews(held)
    return GroupViewQuestions(
        read_offices=group.read_offices,
        read_convergences=group.read_convergences,
        read_two_texts=group.read_two_texts,
        export_offices=group.export_offices,
        export_convergences=group.export_convergences,
        write_evidence=group.write_evidence,
        suggest_export=group.suggest_export,
        suggest_evidence=group.suggest_evidence,
    )
