"""What a print dialog is opened for: the whole binder of a copy, or what changed in it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from referent_desk.gui.jobs import Progress
from referent_desk.gui.questions import BinderQuestions, PreviewedBinder, PrintedFile
from referent_desk.gui.questions_copies import ReplacementQuestions
from referent_desk.language import _


@dataclass(frozen=True, slots=True)
class PaperJob:
    """`copy_number` is that of the copy it is printed for, None where the reader chooses.

    `replacements`: only what changed. `says` stands above what can be chosen.
    """

    title: str
    copy_number: int | None = None
    replacements: bool = False
    says: str = ""


def whole_binder() -> PaperJob:
    return PaperJob(_("Print the binder"))


def whole_copy(number: int) -> PaperJob:
    title = _("Print the whole binder for copy {number}").format(number=number)
    return PaperJob(title, number)


def replacement_sheets(number: int) -> PaperJob:
    return PaperJob(
        _("Replacement sheets for copy {number}").format(number=number),
        number,
        True,
        _("A slip says what to take out and what to put in, and is signed once that is done."),
    )


def questions_for(
    job: PaperJob, binders: BinderQuestions, replacements: ReplacementQuestions
) -> BinderQuestions:
    """The same questions, answered by what this job prints."""
    number = job.copy_number
    if not job.replacements or number is None:
        return binders

    def preview(
        department_id: str, _copy: int | None, one_sided: bool, progress: Progress
    ) -> PreviewedBinder:
        return replacements.preview(department_id, number, one_sided, progress)

    def write(
        department_id: str, path: Path, _copy: int | None, one_sided: bool, progress: Progress
    ) -> PrintedFile:
        return replacements.write(department_id, number, path, one_sided, progress)

    return replace(
        binders,
        preview=preview,
        write=write,
        suggest_path=lambda department_id: replacements.suggest_path(department_id, number),
    )
