"""The language that the papers of a department speak."""

from __future__ import annotations

from referent_desk.language import Language, language
from referent_desk.storage.binders import binder_of
from referent_desk.storage.database import Connection
from referent_desk.usecases.desks import Desk


def binder_language(connection: Connection, desk: Desk, department_id: str) -> Language:
    """That of its binder; where it has none yet, that of the home."""
    known = binder_of(connection, department_id)
    return language(known[1] if known else desk.language)
