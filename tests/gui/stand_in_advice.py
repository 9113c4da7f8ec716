"""Advice on two programs, for tests of the window alone."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

from referent_desk.domain.advice import Advice, SiteUse, TypedAdvice, advise
from referent_desk.domain.advice_facts import AdviceFacts, Contract, Trials, Usage
from referent_desk.domain.changes import Kind
from referent_desk.domain.deeds import Saved
from referent_desk.gui.questions_advice import AdviceQuestions

TODAY = date(2026, 3, 12)
NO = Contract(manual_mode=False, data_extracted=False, original_layout=False)
BAD = AdviceFacts(
    "s1", "Dossier+", "Clairlogis", contract=NO, trials=Trials(failed=2), usage=Usage(4, 1)
)
UNKNOWN = AdviceFacts("s2", "Labo", usage=Usage(1, 1))
BOTH = tuple(advise(facts, TODAY) for facts in (BAD, UNKNOWN))


def sites(_software_id: str) -> tuple[SiteUse, ...]:
    return (SiteUse("e1", "North Hospital", 4, "9.5", TODAY),)


class StandInAdvice:
    """Remembers what was said."""

    def __init__(self, found: tuple[Advice, ...] = BOTH) -> None:
        self.found = found
        self.written: list[tuple[str, TypedAdvice]] = []
        self.printed: list[tuple[str, str]] = []

    def write(self, software_id: str, typed: TypedAdvice) -> Saved:
        self.written.append((software_id, typed))
        given = replace(
            BOTH[0].given, verdict=typed.verdict, needs=typed.needs, who=typed.who, given_on=TODAY
        )
        self.found = tuple(
            replace(a, given=given) if a.facts.software_id == software_id else a for a in self.found
        )
        return Saved(frozenset({Kind.ADVICE}), software_id, datetime(2026, 3, 12, tzinfo=UTC))

    def _print(self, what: str, software_id: str, path: Path) -> Path:
        self.printed.append((what, software_id))
        return path

    def questions(self) -> AdviceQuestions:
        return AdviceQuestions(
            list_all=lambda: self.found,
            read_sites=sites,
            write=self.write,
            print_advice=lambda key, path: self._print("advice", key, path),
            print_letter=lambda key, path: self._print("letter", key, path),
            suggest_path=lambda what, key: Path(f"/tmp/{what} {key}.pdf"),
        )


STAND_IN_ADVICE = StandInAdvice().questions()
