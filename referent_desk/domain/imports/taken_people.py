"""Of a cell of people, the words by which it names somebody who is known once the list is taken."""

from __future__ import annotations

from referent_desk.domain.imports.heads import BETWEEN_PEOPLE
from referent_desk.domain.imports.namesakes import Likeness, likeness, lookups, written_person
from referent_desk.domain.imports.roles import is_role
from referent_desk.domain.imports.runs import Run


def words_of_taken(run: Run, text: str) -> str:
    """Their names, however short, and what they are: `N. Lefèvre`, `Mme Le Goff (SF)`."""
    if run.names is None:
        return ""
    said: list[str] = []
    for part in filter(None, BETWEEN_PEOPLE.split(text)):
        written = run.names.read(part)
        found = (p for key in lookups(written) for p in run.ledger.people.find(key))
        if any(likeness(written, written_person(each)) > Likeness.NEAR for each in found):
            said += [written.last, written.first]
            said += [written.role] if is_role(written.role) else []
    return " ".join(said)
