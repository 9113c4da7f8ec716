"""What is printed from the grid of skills: where each goes, and that it was written."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from referent_desk.domain.skills import Skill
from referent_desk.domain.skills_wards import Member, UsedSoftware
from referent_desk.domain.trainings import Training
from referent_desk.gui.jobs import Jobs
from referent_desk.gui.questions import FileQuestions
from referent_desk.gui.questions_skills import SkillPapers
from referent_desk.gui.written_papers import WrittenPaper


class SkillPaper(WrittenPaper):
    def __init__(
        self, papers: SkillPapers, department_id: str, files: FileQuestions, jobs: Jobs
    ) -> None:
        super().__init__(files, jobs)
        self._papers = papers
        self._department_id = department_id

    def write_sheet(self, about: tuple[Member, UsedSoftware, Skill] | None) -> None:
        """For a training on the software of the column; for any where there is none."""
        key, software_id = self._department_id, about[1].id if about is not None else ""
        write = self._papers.attendance
        of = about[1].name if about is not None else ""
        self._write("attendance", lambda path: write(key, software_id, path), of)

    def write_grid(self) -> None:
        key, write = self._department_id, self._papers.grid
        self._write("skills", lambda path: write(key, path))

    def write_certificates(self, training: Training) -> None:
        write = self._papers.certificates
        self._write("certificates", lambda path: write(training.id, path))

    def _write(self, what: str, write: Callable[[Path], Path], of: str = "") -> None:
        """`of` stands in the name of the file: what a sheet is for shows before it is printed."""
        key, suggest = self._department_id, self._papers.suggest
        safe = "".join(sign for sign in of if sign.isalnum() or sign in " +-.")

        def name() -> Path:
            path = suggest(what, key)
            return path.with_stem(f"{path.stem} {safe}") if safe else path

        self.write(name, write)
