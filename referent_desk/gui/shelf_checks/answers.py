"""What was typed for the sheets of one check so far, and what it was recognised as."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from referent_desk.domain.shelf_checks import DrawnSheet, Reading

_READ, _BEGUN = "=", "?"
"""Before what was typed, in what is kept: an answer, which may be empty, or one just begun."""


class Answers:
    def __init__(self, sheets: tuple[DrawnSheet, ...]) -> None:
        self.sheets = sheets
        self._typed: dict[str, str] = {}
        self._readings: dict[str, Reading] = {}
        self._begun: dict[str, str] = {}

    def take(self, code: str, typed: str, reading: Reading) -> None:
        self._typed[code] = typed
        self._readings[code] = reading
        self._begun.pop(code, None)

    def begin(self, code: str, typed: str) -> None:
        self._begun[code] = typed

    def typed(self, code: str) -> str:
        return self._begun.get(code) or self._typed.get(code, "")

    def answers(self) -> dict[str, str]:
        """In the order of the sheets."""
        return {sheet.code: self._typed[sheet.code] for sheet in self.sheets}

    def readings(self) -> Iterator[tuple[int, Reading]]:
        for place, sheet in enumerate(self.sheets):
            if sheet.code in self._readings:
                yield place, self._readings[sheet.code]

    def first_unread(self) -> int | None:
        unread = (n for n, sheet in enumerate(self.sheets) if sheet.code not in self._readings)
        return next(unread, None)

    def next_after(self, place: int) -> int:
        """The next sheet not read yet, those before it last; beyond the last when all were."""
        count = len(self.sheets)
        order = [*range(place + 1, count), *range(max(place, 0))]
        unread = (n for n in order if self.sheets[n].code not in self._readings)
        return next(unread, count)

    def kept(self) -> dict[str, str]:
        """As an unfinished form keeps it."""
        begun = {code: _BEGUN + typed for code, typed in self._begun.items() if typed}
        return begun | {code: _READ + typed for code, typed in self._typed.items()}

    def concerns(self, kept: Mapping[str, str]) -> bool:
        return any(sheet.code in kept for sheet in self.sheets)

    def known(self, kept: Mapping[str, str]) -> list[tuple[str, str]]:
        """What was answered before for these sheets."""
        return [
            (sheet.code, kept[sheet.code].removeprefix(_READ))
            for sheet in self.sheets
            if kept.get(sheet.code, "").startswith(_READ)
        ]

    def bring_back(self, kept: Mapping[str, str], readings: Sequence[Reading]) -> None:
        """`readings` are of `known(kept)`; what is no code any more is asked again."""
        for (code, typed), reading in zip(self.known(kept), readings, strict=True):
            if reading.slip is None:
                self.take(code, typed, reading)
        for sheet in self.sheets:
            if kept.get(sheet.code, "").startswith(_BEGUN):
                self.begin(sheet.code, kept[sheet.code].removeprefix(_BEGUN))
