"""Reading, practising and dialling in a small ward in memory."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from pathlib import Path

from referent_desk.domain.acknowledgements import (
    Acknowledgement,
    Mark,
    Reader,
    Register,
    Taught,
    matched,
)
from referent_desk.domain.changes import Kind
from referent_desk.domain.deeds import Saved
from referent_desk.domain.dial_checks import Call, CallOutcome, CheckedLine, DialCheck, WantedCall
from referent_desk.domain.directory import LineType
from referent_desk.gui.questions_practice import (
    DialQuestions,
    PracticeQuestions,
    ReadingQuestions,
)

DAY = date(2026, 11, 22)
ADA = Reader("Ada Moreau", "ada", "Nurse", is_staff=True)
BEA = Reader("Béa Roux", "bea", "Physician", is_staff=True)
PRESCRIPTION = Taught("p", "pre-2", 2, "On paper", "Prescription", "Dossier+", "PRE-01", "U3DC")
LABORATORY = Taught("l", "lab-1", 1, "By telephone", "Laboratory", "Labo", "LAB-01", "7K2M")
LINES = (
    CheckedLine("a", "Laboratory", "4700", "d", line_type=LineType.ANALOGUE),
    CheckedLine("b", "Pharmacy", "4722", "d"),
    CheckedLine("c", "Switchboard", "9", "h", "North Hospital"),
)
OTHER = CheckedLine("z", "Linen", "4800", "d")


@dataclass
class StandInPractice:
    readers: tuple[Reader, ...] = (ADA, BEA)
    taught: tuple[Taught, ...] = (PRESCRIPTION, LABORATORY)
    said: tuple[Acknowledgement, ...] = ()
    lines: tuple[CheckedLine, ...] = LINES
    refusal: Exception | None = None
    recorded: list[tuple[tuple[Mark, ...], date, str]] = field(default_factory=list)
    matches: list[tuple[str, str]] = field(default_factory=list)
    calls: list[WantedCall] = field(default_factory=list)
    papers: list[Path] = field(default_factory=list)

    def questions(self) -> PracticeQuestions:
        return PracticeQuestions(
            ReadingQuestions(
                register=self.register,
                record=self.record,
                match=self.match,
                find=self.find,
                write=lambda _department, _revisions, path: self.write(path),
                suggest_path=lambda _department: Path("F33.pdf"),
            ),
            DialQuestions(
                check=self.check,
                record=self.call,
                annul=lambda _id, _reason: _saved(Kind.DIRECTORY),
                write=lambda _department, path: self.write(path),
                suggest_path=lambda _department: Path("numbers.pdf"),
            ),
        )

    def register(self, department_id: str) -> Register:
        numbers = {one.revision_id: one.number for one in self.taught}
        return Register(department_id, "Ward", DAY, self.readers, self.taught, self.said, numbers)

    def record(self, _department_id: str, marks: Sequence[Mark], day: date, who: str) -> Saved:
        if self.refusal is not None:
            raise self.refusal
        self.recorded.append((tuple(marks), day, who))
        procedures = {one.revision_id: one.procedure_id for one in self.taught}
        self.said += tuple(
            Acknowledgement(
                f"{len(self.said)}-{place}",
                *(procedures[mark.revision_id], mark.revision_id, mark.person_id, mark.name),
                *(mark.level, day, who),
            )
            for place, mark in enumerate(marks)
            if mark.level is not None
        )
        named = {reader.key for reader in self.readers}
        written = (Reader(mark.name, mark.person_id) for mark in marks)
        self.readers += tuple(reader for reader in written if reader.key not in named)
        return _saved(Kind.ACKNOWLEDGEMENTS, str(len(marks)))

    def match(self, _department_id: str, name: str, person_id: str) -> Saved:
        self.matches.append((name, person_id))
        return _saved(Kind.ACKNOWLEDGEMENTS)

    def find(self, _department_id: str, names: Sequence[str]) -> tuple[Reader, ...]:
        return tuple(matched(name, self.readers) or Reader(name) for name in names)

    def check(self, department_id: str) -> DialCheck:
        return DialCheck(department_id, "Ward", DAY, self.lines, (OTHER,))

    def call(self, wanted: WantedCall) -> Saved:
        if self.refusal is not None:
            raise self.refusal
        self.calls.append(wanted)
        self.lines = tuple(self._called(line, wanted) for line in self.lines)
        return _saved(Kind.DIRECTORY)

    def _called(self, line: CheckedLine, wanted: WantedCall) -> CheckedLine:
        if line.entry_id != wanted.entry_id:
            return line
        call = Call("call", wanted.number, wanted.outcome, wanted.day, wanted.who)
        number = wanted.right if wanted.outcome is CallOutcome.WRONG else line.number
        return replace(line, number=number, calls=(call, *line.calls))

    def write(self, path: Path) -> Path:
        self.papers.append(path)
        return path


def _saved(kind: Kind, record_id: str = "") -> Saved:
    return Saved(frozenset({kind}), record_id, datetime(2026, 11, 22, 9, 0, tzinfo=UTC))
