"""Proposals, offices and letters in memory, and what was asked to be done to them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from referent_desk.domain.deeds import Deed, Saved, Verb
from referent_desk.domain.letters import Letter, LetterKind
from referent_desk.domain.listings import Page
from referent_desk.domain.nominations import Considered
from referent_desk.domain.objectives import PersonOffices
from referent_desk.domain.records import RecordKind
from referent_desk.gui.questions_nominations import NominationQuestions

TODAY = date(2026, 3, 12)
Save = Callable[[Deed, str], Saved]


class StandInNominations:
    """`done` holds what was asked to be done, with its arguments."""

    def __init__(self, text: str, save: Save) -> None:
        self.text = text
        self._save = save
        self.considered = Considered()
        self.offices = PersonOffices(TODAY)
        self.done: list[tuple[str, Any]] = []
        self.letter = f"# {text}\n\n{text}"

    def do(self, what: str, told: object, key: str = "p1") -> Saved:
        self.done.append((what, told))
        return self._save(Deed(Verb.ADDED, RecordKind.PROPOSAL, self.text), key)

    def propose(self, typed: Mapping[str, str], who: Mapping[str, str] | None) -> Saved:
        return self.do("propose", (dict(typed), who))

    def read_letter(
        self, appointment_id: str, kind: LetterKind, year: int | None, anew: bool
    ) -> Letter:
        self.done.append(("read", (kind, year, anew)))
        return Letter(appointment_id, kind, year or 2026, self.text, self.letter, self.text)

    def write(self, letter: Letter, path: Path) -> Path:
        self.done.append(("write", letter.text))
        return path

    def questions(self) -> NominationQuestions:
        return NominationQuestions(
            consider=lambda _typed: self.considered,
            propose=self.propose,
            accept=lambda key: self.do("accept", key),
            decline=lambda key: self.do("decline", key),
            withdraw=lambda key: self.do("withdraw", key),
            end=lambda key, day, because: self.do("end", (key, day, because)),
            offices=lambda _person: self.offices,
            list_proposed=lambda _listing: Page((), 0, 0),
            read_letter=self.read_letter,
            keep_letter=lambda letter: self.do("keep", letter.text),
            write_letter=self.write,
            suggest_path=lambda _letter: Path("letter.pdf"),
        )
