"""What a ward needs done, whatever the software: the rows of its coverage."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Function:
    """`code` is also the prefix of its sheet codes: `PRE` gives `PRE-01`."""

    id: str
    code: str
    name_fr: str
    name_en: str
    position: int = 0

    def name(self, language_code: str) -> str:
        return self.name_fr if language_code == "fr" else (self.name_en or self.name_fr)
