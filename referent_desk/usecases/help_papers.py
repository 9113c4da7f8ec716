"""The papers of help: in which language, with whose head, under which name."""

from __future__ import annotations

from referent_desk.domain.sheets import Head
from referent_desk.domain.texts import clean_line
from referent_desk.language import Language, language
from referent_desk.storage import binders as stored_binders
from referent_desk.storage.database import Connection
from referent_desk.usecases.binder_contents import head_of, read_binder_facts
from referent_desk.usecases.desks import Desk


def paper_of(connection: Connection, desk: Desk, department_id: str) -> tuple[Language, Head]:
    """The language is that of the binder, as of any paper of a department."""
    known = stored_binders.binder_of(connection, department_id)
    said = language(known[1] if known else desk.language)
    facts = read_binder_facts(connection, department_id, said.code, desk.clock.today())
    return said, head_of(facts)


def safe_name(name: str) -> str:
    """No sign that a file's name may not hold."""
    line = clean_line(name)
    return "".join(sign if sign.isalnum() or sign in " -–.'’" else "-" for sign in line)
