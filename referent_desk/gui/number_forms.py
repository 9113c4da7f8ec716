"""A new number of the emergency directory: what it is called says whom the sheets mean by it."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from referent_desk.domain.posts import purpose_told
from referent_desk.domain.records import RecordKind
from referent_desk.gui.editing import Editing
from referent_desk.gui.field_words import choice_word
from referent_desk.gui.record_forms import Beginning, RecordForm
from referent_desk.gui.wordings import sentence_case


class NumberForm(RecordForm):
    """`held` are the purposes that a number of this owner has already: saving gives none twice."""

    def __init__(
        self, beginning: Beginning, editing: Editing, *, key: str, held: Collection[str]
    ) -> None:
        self._held = frozenset(held)
        self._told = ""
        super().__init__(beginning, editing, key=key)
        self.rows["label"].control.edited.connect(self._tell_purpose)

    def _tell_purpose(self) -> None:
        """While nobody chose another, the field shows what saving will set."""
        row = self.rows["purpose"]
        if row.control.is_changed or row.control.typed() not in {"", self._told}:
            return
        told = str(purpose_told(self.rows["label"].control.typed()))
        self._told = "" if told in self._held else told
        row.show_typed(self._told)


def proposed_numbers(editing: Editing, owner_id: str) -> tuple[Mapping[str, str], ...]:
    """Whom one cannot call yet, as the form of a number begins with it."""
    kind = RecordKind.DIRECTORY_ENTRY
    proposed = []
    for missing in editing.records.missing_numbers(owner_id):
        purpose = str(missing.purpose)
        values = {"label": missing.label or sentence_case(choice_word(kind, "purpose", purpose))}
        values |= {"purpose": purpose} if purpose else {}
        values |= {"heading": missing.heading} if missing.heading else {}
        proposed.append(values)
    return tuple(proposed)
