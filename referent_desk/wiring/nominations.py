"""Proposals, offices, objectives and letters, asked as the window asks."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from referent_desk.gui.questions_nominations import NominationQuestions
from referent_desk.wiring.held_desks import HeldDesk

if TYPE_CHECKING:
    from referent_desk.domain.deeds import Saved
    from referent_desk.domain.letters import Letter, LetterKind
    from referent_desk.domain.listings import Listing, Page
    from referent_desk.domain.nominations import Considered
    from referent_desk.domain.objectives import PersonOffices
    from referent_desk.domain.people import AppointmentRow
    from referent_desk.domain.proposals import ProposalRow


class _Nominations:
    def __init__(self, held: HeldDesk) -> None:
        self._held = held

    def consider(self, typed: Mapping[str, str]) -> Considered:
        from referent_desk.usecases.nominations import consider

        return consider(self._held.desk, typed)

    def propose(self, typed: Mapping[str, str], newcomer: Mapping[str, str] | None) -> Saved:
        from referent_desk.usecases.proposals import propose

        return propose(self._held.desk, typed, newcomer)

    def accept(self, proposal_id: str) -> Saved:
        from referent_desk.usecases.proposals import accept

        return accept(self._held.desk, proposal_id)

    def decline(self, proposal_id: str) -> Saved:
        from referent_desk.usecases.proposals import decline

        return decline(self._held.desk, proposal_id)

    def withdraw(self, proposal_id: str) -> Saved:
        from referent_desk.usecases.proposals import withdraw

        return withdraw(self._held.desk, proposal_id)

    def end(self, appointment_id: str, last_day: date, because: str) -> Saved:
        from referent_desk.usecases.nominations import end_appointment

        return end_appointment(self._held.desk, appointment_id, last_day, because)

    def offices(self, person_id: str) -> PersonOffices:
        from referent_desk.usecases.objectives import read_offices

        return read_offices(self._held.desk, person_id)

    def list_proposed(self, listing: Listing) -> Page[AppointmentRow | ProposalRow]:
        from referent_desk.usecases.proposals import list_referents

        return list_referents(self._held.desk, listing, only_proposed=True)


class _Letters:
    def __init__(self, held: HeldDesk) -> None:
        self._held = held

    def read(self, appointment_id: str, kind: LetterKind, year: int | None, anew: bool) -> Letter:
        from referent_desk.usecases.letters import read_letter

        return read_letter(self._held.desk, appointment_id, kind, year, anew=anew)

    def keep(self, letter: Letter) -> Saved:
        from referent_desk.usecases.letters import keep_letter

        return keep_letter(self._held.desk, letter)

    def write(self, letter: Letter, path: Path) -> Path:
        from referent_desk.usecases.letters import write_letter

        return write_letter(self._held.desk, letter, path)

    def suggest_path(self, letter: Letter) -> Path:
        from referent_desk.usecases.letters import suggested_path

        return suggested_path(self._held.desk, letter)


def nomination_questions(held: HeldDesk) -> NominationQuestions:
    nominations, letters = _Nominations(held), _Letters(held)
    return NominationQuestions(
        consider=nominations.consider,
        propose=nominations.propose,
        accept=nominations.accept,
        decline=nominations.decline,
        withdraw=nominations.withdraw,
        end=nominations.end,
        offices=nominations.offices,
        list_proposed=nominations.list_proposed,
        read_letter=letters.read,
        keep_letter=letters.keep,
        write_letter=letters.write,
        suggest_path=letters.suggest_path,
    )
