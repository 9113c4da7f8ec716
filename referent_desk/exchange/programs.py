"""The programs whose own exports are known by their titles."""

from __future__ import annotations

from referent_desk.domain.imports.kinds import ImportKind
from referent_desk.exchange import glpi, ldap, mercator
from referent_desk.exchange.recognitions import Recognition
from referent_desk.exchange.tables import Table


def recognised(table: Table, kind: ImportKind | None = None) -> Recognition | None:
    """The program that wrote the list; None as well where a person says that it lists another."""
    recognition = mercator.recognise(table) or glpi.recognise(table) or ldap.recognise(table)
    return recognition if recognition and kind in {None, recognition.kind} else None


def is_known(table: Table) -> bool:
    return recognised(table) is not None
