"""What was done in the editor since it was opened, by the text as it stood after each edit."""

from __future__ import annotations

from dataclasses import dataclass

from referent_desk.domain.draft_warnings import Part
from referent_desk.domain.procedures import ProcedureText

_LONGEST = 500


@dataclass(frozen=True, slots=True)
class Spot:
    """Where one types: a part, its line from 0, and the field of that line."""

    part: Part
    row: int = 0
    field: str = ""


@dataclass(frozen=True, slots=True)
class _State:
    text: ProcedureText
    spot: Spot


class EditHistory:
    """Typing on in one field is one edit; whatever else is done is one of its own."""

    def __init__(self, text: ProcedureText) -> None:
        self._states = [_State(text, Spot(Part.TITLE))]
        self._at = 0
        self._is_open = False

    @property
    def text(self) -> ProcedureText:
        return self._states[self._at].text

    def note(self, text: ProcedureText, spot: Spot, *, typing: bool = False) -> None:
        if text == self.text:
            return
        goes_on = typing and self._is_open and self._states[self._at].spot == spot
        del self._states[self._at + 1 :]
        if goes_on and self._at:
            self._states[self._at] = _State(text, spot)
        else:
            self._states.append(_State(text, spot))
            del self._states[:-_LONGEST]
        self._at = len(self._states) - 1
        self._is_open = typing

    def seal(self) -> None:
        """What is typed next is an edit of its own."""
        self._is_open = False

    def undo(self) -> Spot | None:
        """Where it was undone; None: there is nothing."""
        self._is_open = False
        if not self._at:
            return None
        self._at -= 1
        return self._states[self._at + 1].spot

    def redo(self) -> Spot | None:
        self._is_open = False
        if self._at + 1 == len(self._states):
            return None
        self._at += 1
        return self._states[self._at].spot
