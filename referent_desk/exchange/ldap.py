"""Accounts of a directory server (Active Directory, OpenLDAP …): LDIF, or a list with its titles.

Not every account is somebody: computers, groups and branches of the tree are told by their class.
"""

from __future__ import annotations

import re

from referent_desk.domain.imports.kinds import Field, ImportKind
from referent_desk.domain.imports.names import Who, who_is
from referent_desk.domain.imports.reports import Concern, Remark, remark
from referent_desk.domain.texts import clean_line, folded
from referent_desk.exchange.recognitions import Cells, Reading, Recognition
from referent_desk.exchange.tables import Table

SOURCE = "LDAP"

_TITLES = {
    "sn": Field.LAST_NAME, "surname": Field.LAST_NAME, "givenname": Field.FIRST_NAME,
    "title": Field.ROLE, "telephonenumber": Field.TELEPHONE, "officephone": Field.TELEPHONE,
    "department": Field.DEPARTMENT, "departmentnumber": Field.CODE,
    "company": Field.ESTABLISHMENT, "o": Field.ESTABLISHMENT, "enabled": Field.ACTIVE,
}  # fmt: skip
_LAST_NAMES, _MARKS = {"sn", "surname"}, {"objectclass", "samaccountname", "distinguishedname"}
TOLD = frozenset(
    {"objectclass", "cn", "name", "displayname", "employeetype", "ou", "useraccountcontrol",
     "nsaccountlock"}
)  # fmt: skip
"""Titles of what is read where another column is empty, or to tell who is somebody."""
_PERSONS = frozenset({"person", "organizationalperson", "inetorgperson", "user"})
_NOBODY = frozenset(
    {"computer", "contact", "group", "groupofnames", "groupofuniquenames", "posixgroup",
     "msds-managedserviceaccount", "msds-groupmanagedserviceaccount"}
)  # fmt: skip
_DISABLED = 2
"""The flag of a disabled account in Active Directory's `userAccountControl`."""


def recognise(table: Table) -> Recognition | None:
    keys = table.keys
    if "givenname" in keys and keys & _LAST_NAMES and keys & _MARKS:
        places = bool(keys & {"company", "o"})
        return Recognition(
            SOURCE, ImportKind.STAFF, _TITLES, _read_account, names_establishment=places
        )
    return None


def _read_account(cells: Cells) -> Reading:
    classes = set(re.findall(r"[\w-]+", cells.get("objectclass", "").lower()))
    name = _first(cells, "displayname", "cn", "name")
    if classes & _NOBODY or (classes and not classes & _PERSONS):
        shown = name or _first(cells, "ou", "o", "objectclass")
        return Reading(remarks=(_no_person(shown),))
    texts: dict[Field, str] = {}
    if not _first(cells, "sn", "surname"):
        texts |= _names_of(name, cells.get("givenname", ""))
    texts |= {
        Field.ROLE: _first(cells, "title", "employeetype"),
        Field.DEPARTMENT: _first(cells, "department", "ou"),
        Field.ACTIVE: _active(cells),
    }
    return Reading({field: text for field, text in texts.items() if text})


def _no_person(name: str) -> Remark:
    return remark(Concern.REFUSAL, "no_staff_entry", name=name)


def _first(cells: Cells, *keys: str) -> str:
    return next((cells[key] for key in keys if cells.get(key)), "")


def _names_of(name: str, first: str) -> dict[Field, str]:
    """Of an account without a last name: what its own name says, if that is somebody's."""
    words = clean_line(name)
    if first:
        for begins in (True, False):
            part = words[: len(first)] if begins else words[-len(first) :]
            rest = words[len(first) :] if begins else words[: -len(first)]
            if folded(part) == folded(first) and rest.strip() != rest:
                return {Field.LAST_NAME: rest.strip()}
    is_person = " " in words and who_is(words) is Who.PERSON
    return {Field.FULL_NAME: words} if is_person else {}


def _active(cells: Cells) -> str:
    """Empty where the account does not say whether it is open."""
    control, lock = cells.get("useraccountcontrol", ""), cells.get("nsaccountlock", "")
    if lock:
        return "no" if lock.lower() == "true" else "yes"
    if control.isdecimal():
        return "no" if int(control) & _DISABLED else "yes"
    return ""
