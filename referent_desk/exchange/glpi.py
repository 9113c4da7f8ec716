"""Exports of GLPI 10 and 11: software, users, groups, in French and in English."""

from __future__ import annotations

from referent_desk.domain.imports.kinds import Field, ImportKind
from referent_desk.exchange.recognitions import Recognition
from referent_desk.exchange.tables import Table

SOURCE = "GLPI"

_SOFTWARE = {
    "nom": Field.SOFTWARE, "name": Field.SOFTWARE, "editeur": Field.VENDOR,
    "publisher": Field.VENDOR, "versions nom": Field.VERSION, "versions name": Field.VERSION,
    "nom de la version": Field.VERSION,
    "technicien charge du logiciel": Field.IT_OWNER,
    "technician in charge of the software": Field.IT_OWNER,
}  # fmt: skip
_SOFTWARE_MARKS = frozenset(
    {"nombre d installations", "number of installations", "versions nom", "versions name",
     "versions systeme d exploitation", "versions operating systems"}
)  # fmt: skip
_USERS = {
    "nom de famille": Field.LAST_NAME, "last name": Field.LAST_NAME, "prenom": Field.FIRST_NAME,
    "first name": Field.FIRST_NAME, "telephone": Field.TELEPHONE, "phone": Field.TELEPHONE,
    "lieu": Field.PATH, "location": Field.PATH, "actif": Field.ACTIVE, "active": Field.ACTIVE,
}  # fmt: skip
_GROUPS = {"nom complet": Field.PATH, "complete name": Field.PATH}


def with_quotes(text: str) -> str:
    """GLPI 10 writes an inner quotation mark as two apostrophes."""
    return text.replace("''", '"')


def recognise(table: Table) -> Recognition | None:
    keys = table.keys
    if keys & _SOFTWARE_MARKS and keys & {"nom", "name"}:
        return Recognition(SOURCE, ImportKind.SOFTWARE, _SOFTWARE, mend=with_quotes)
    if keys & {"identifiant", "login"} and keys & {"nom de famille", "last name"}:
        return Recognition(SOURCE, ImportKind.STAFF, _USERS, mend=with_quotes)
    for key in _GROUPS:
        place = table.place_of(key)
        if place is not None and _is_tree(table.column(place)):
            return Recognition(SOURCE, ImportKind.DEPARTMENTS, _GROUPS, mend=with_quotes)
    return None


def _is_tree(texts: list[str]) -> bool:
    filled = [text for text in texts if text]
    return 2 * sum(" > " in text for text in filled) >= len(filled) > 0
