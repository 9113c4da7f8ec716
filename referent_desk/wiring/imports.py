"""Bringing in a file step by step."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from referent_desk.gui.jobs import Progress
from referent_desk.gui.questions_imports import ImportQuestions, ImportWords
from referent_desk.wiring.held_desks import HeldDesk

if TYPE_CHECKING:
    from referent_desk.domain.imports.answers import Answers
    from referent_desk.domain.imports.guides import (
        Applied,
        GuidePlan,
        ListChoices,
        TableLook,
        TextForm,
    )
    from referent_desk.domain.imports.kept import KeptImport
    from referent_desk.domain.imports.reports import ImportReport, Remark
    from referent_desk.usecases.import_guides import OpenedFile


class _Imports:
    def __init__(self, held: HeldDesk) -> None:
        self._held = held

    def open_list(self, path: Path, form: TextForm) -> OpenedFile:
        from referent_desk.usecases.import_guides import open_list

        return open_list(path, form)

    def read_again(self, opened: OpenedFile, form: TextForm) -> OpenedFile:
        from referent_desk.usecases.import_guides import read_again

        return read_again(opened, form)

    def look(self, opened: OpenedFile, choices: ListChoices) -> TableLook:
        from referent_desk.usecases.import_guides import look_at_list

        return look_at_list(self._held.desk, opened, choices)

    def plan(self, opened: OpenedFile, choices: ListChoices, answers: Answers) -> GuidePlan:
        from referent_desk.usecases.import_guides import plan_list

        return plan_list(self._held.desk, opened, choices, answers)

    def apply(
        self, opened: OpenedFile, choices: ListChoices, answers: Answers, progress: Progress
    ) -> Applied:
        from referent_desk.usecases.import_guides import apply_list

        return apply_list(self._held.desk, opened, choices, answers, progress)

    def forget_columns(self, opened: OpenedFile, choices: ListChoices) -> None:
        from referent_desk.usecases.import_guides import forget_columns

        forget_columns(self._held.desk, opened, choices)

    def save_report(self, opened: OpenedFile, report: ImportReport, path: Path) -> None:
        from referent_desk.usecases.import_guides import save_report

        save_report(opened, report, path)

    def go_on(self, kept: KeptImport) -> OpenedFile:
        from referent_desk.usecases.import_guides import go_on_with

        return go_on_with(kept)


def _sentence(remark: Remark) -> str:
    from referent_desk.exchange.import_words import remark_sentence

    return remark_sentence(remark)


def _field(name: str) -> str:
    from referent_desk.exchange.import_names import field_name

    return field_name(name)


def import_questions(held: HeldDesk) -> ImportQuestions:
    imports = _Imports(held)
    return ImportQuestions(
        open_list=imports.open_list,
        read_again=imports.read_again,
        look=imports.look,
        plan=imports.plan,
        apply=imports.apply,
        forget_columns=imports.forget_columns,
        save_report=imports.save_report,
        go_on=imports.go_on,
        words=ImportWords(_sentence, _field),
    )
