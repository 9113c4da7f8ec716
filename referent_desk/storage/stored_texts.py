"""The text of a procedure as the file holds it, read once whoever asks."""

from __future__ import annotations

from functools import lru_cache

from referent_desk.domain.procedure_texts import from_json
from referent_desk.domain.procedures import ProcedureText


@lru_cache(maxsize=2048)
def text_of(written: str) -> ProcedureText:
    """Wards share the texts that the program brings."""
    return from_json(written)
