"""What the window may ask about proposals, offices, objectives and letters; on the worker."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from referent_desk.domain.values import dataclass

if TYPE_CHECKING:
    from referent_desk.domain.deeds import Saved
    from referent_desk.domain.letters import Letter, LetterKind
    from referent_desk.domain.listings import Listing, Page
    from referent_desk.domain.nominations import Considered
    from referent_desk.domain.objectives import PersonOffices
    from referent_desk.domain.people import AppointmentRow
    from referent_desk.domain.proposals import ProposalRow


@dataclass(frozen=True, slots=True)
class NominationQuestions:
    """`consider` is given what is typed so far; `propose` also who is not known yet, or None.

    `end` takes the last day and why. `read_letter` takes the year of a certificate, None for this
    one, and whether the template is wanted although the letter was edited.
    """

    consider: Callable[[Mapping[str, str]], Considered]
    propose: Callable[[Mapping[str, str], Mapping[str, str] | None], Saved]
    accept: Callable[[str], Saved]
    decline: Callable[[str], Saved]
    withdraw: Callable[[str], Saved]
    end: Callable[[str, date, str], Saved]
    offices: Callable[[str], PersonOffices]
    list_proposed: Callable[[Listing], Page[AppointmentRow | ProposalRow]]
    read_letter: Callable[[str, LetterKind, int | None, bool], Letter]
    keep_letter: Callable[[Letter], Saved]
    write_letter: Callable[[Letter, Path], Path]
    suggest_path: Callable[[Letter], Path]
