"""Advice for purchasing: what speaks for software and against it, and its papers."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from referent_desk.gui.questions_advice import AdviceQuestions
from referent_desk.wiring.held_desks import HeldDesk

if TYPE_CHECKING:
    from referent_desk.domain.advice import Advice, SiteUse, TypedAdvice
    from referent_desk.domain.deeds import Saved


class _Advice:
    def __init__(self, held: HeldDesk) -> None:
        self._held = held

    def list_all(self) -> tuple[Advice, ...]:
        from referent_desk.usecases.advice import list_advice

        return list_advice(self._held.desk)

    def read_sites(self, software_id: str) -> tuple[SiteUse, ...]:
        from referent_desk.usecases.advice import read_sites

        return read_sites(self._held.desk, software_id)

    def write(self, software_id: str, typed: TypedAdvice) -> Saved:
        from referent_desk.usecases.advice import write_advice

        return write_advice(self._held.desk, software_id, typed)

    def print_advice(self, software_id: str, path: Path) -> Path:
        from referent_desk.usecases.advice_papers import print_advice

        return print_advice(self._held.desk, software_id, path)

    def print_letter(self, software_id: str, path: Path) -> Path:
        from referent_desk.usecases.advice_papers import print_vendor_letter

        return print_vendor_letter(self._held.desk, software_id, path)

    def suggest_path(self, what: str, software_id: str) -> Path:
        from referent_desk.usecases.advice_papers import suggested_path

        return suggested_path(self._held.desk, what, software_id)


def advice_questions(held: HeldDesk) -> AdviceQuestions:
    advice = _Advice(held)
    return AdviceQuestions(
        list_all=advice.list_all,
        read_sites=advice.read_sites,
        write=advice.write,
        print_advice=advice.print_advice,
        print_letter=advice.print_letter,
        suggest_path=advice.suggest_path,
    )
