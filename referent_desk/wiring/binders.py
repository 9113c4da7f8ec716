"""The binder: seen before it is printed, printed, drawn page by page."""

from __future__ import annotations

from pathlib import Path

from referent_desk.gui.jobs import Progress
from referent_desk.gui.questions import BinderQuestions, PageImage, PreviewedBinder, PrintedFile
from referent_desk.wiring.held_desks import HeldDesk


def draw_page(pdf: bytes, page: int, width: int, height: int) -> PageImage:
    from referent_desk.paper.rasters import page_image

    return page_image(pdf, page, width, height)


def binder_questions(held: HeldDesk) -> BinderQuestions:
    def preview(
        department_id: str, copy_number: int | None, one_sided: bool, progress: Progress
    ) -> PreviewedBinder:
        from referent_desk.usecases.binders import preview_binder

        return preview_binder(
            held.desk,
            department_id,
            copy_number=copy_number,
            one_sided=one_sided,
            progress=progress,
        )

    def write(
        department_id: str,
        path: Path,
        copy_number: int | None,
        one_sided: bool,
        progress: Progress,
    ) -> PrintedFile:
        from referent_desk.usecases.binders import print_binder

        return print_binder(
            held.desk,
            department_id,
            path,
            copy_number=copy_number,
            one_sided=one_sided,
            progress=progress,
        )

    def suggest_path(department_id: str) -> Path:
        from referent_desk.usecases.binders import suggested_path

        return suggested_path(held.desk, department_id)

    def render(department_id: str, progress: Progress) -> int:
        from referent_desk.usecases.kept_sheets import render_changed

        return render_changed(held.desk, department_id, progress)

    return BinderQuestions(preview, write, suggest_path, draw_page, render)
