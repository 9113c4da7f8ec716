"""Whose is it: what belongs to the referent, to the IT department, to the vendor."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from referent_desk.domain.hotlines import hotlines
from referent_desk.domain.support_lines import is_extension
from referent_desk.domain.values import dataclass


class Part(StrEnum):
    """What somebody sees to; put into a few words at the edge."""

    USING = "using"
    HELPING = "helping"
    PROCEDURES = "procedures"
    TRYING = "trying"
    PRINTING = "printing"
    DRILLS = "drills"
    NAMES = "names"
    WORKING = "working"
    TRAINING = "training"
    ACCOUNTS = "accounts"
    NETWORK = "network"
    COMPUTERS = "computers"
    PRINTERS = "printers"
    INSTALLING = "installing"
    STOPS = "stops"
    LINES = "lines"
    RUNNING = "running"
    DEFECTS = "defects"
    NEW_FUNCTIONS = "new_functions"
    VERSIONS = "versions"


class Owner(StrEnum):
    REFERENT = "referent"
    IT = "it"
    VENDOR = "vendor"


@dataclass(frozen=True, slots=True)
class Share:
    """`contact` is whom to call, as it is known; empty where it is not."""

    owner: Owner
    parts: tuple[Part, ...]
    contact: str = ""


@dataclass(frozen=True, slots=True)
class ShareNumbers:
    """Of a department: its referent, and the IT department on call."""

    referent: str = ""
    it: str = ""
    vendor: str = ""


_IT = (Part.ACCOUNTS, Part.NETWORK, Part.COMPUTERS, Part.PRINTERS, Part.INSTALLING)
_VENDOR = (Part.DEFECTS, Part.NEW_FUNCTIONS)
_USUAL = ((Part.USING, Part.HELPING, Part.PROCEDURES), _IT, _VENDOR)
_SCREENS: Mapping[str, tuple[tuple[Part, ...], tuple[Part, ...], tuple[Part, ...]]] = {
    "departments": ((Part.NAMES, Part.PROCEDURES), (Part.LINES, Part.ACCOUNTS), _VENDOR),
    "software": ((Part.USING, Part.HELPING, Part.TRYING), _IT, (*_VENDOR, Part.VERSIONS)),
    "referents": ((Part.HELPING, Part.TRAINING), (Part.ACCOUNTS, Part.STOPS), (Part.DEFECTS,)),
    "procedures": ((Part.PROCEDURES, Part.TRYING), (Part.STOPS, Part.LINES), _VENDOR),
    "binders": ((Part.PRINTING, Part.WORKING), (Part.PRINTERS, Part.COMPUTERS), ()),
    "drills": ((Part.DRILLS, Part.WORKING), (Part.STOPS, Part.NETWORK), ()),
}
"""By tab, where it speaks of something else than the work of every day."""


def shares_of(screen: str, numbers: ShareNumbers) -> tuple[Share, ...]:
    """What each sees to of what a screen shows; the vendor is left out where nothing is theirs."""
    parts = _SCREENS.get(screen, _USUAL)
    contacts = (numbers.referent, numbers.it, numbers.vendor)
    owners = (Owner.REFERENT, Owner.IT, Owner.VENDOR)
    return tuple(
        Share(owner, part, contact)
        for owner, part, contact in zip(owners, parts, contacts, strict=True)
        if part
    )


def shares_of_software(
    support: str, it_owner: str, hosting: str, numbers: ShareNumbers
) -> tuple[Share, ...]:
    """Of one software. A support of the hospital's own numbers is the IT department; what runs at
    the vendor's is kept running by the vendor."""
    runs_there = hosting == "vendor"
    is_own = bool(hotlines(support)) and is_extension(support)
    it = ", ".join(filter(None, (it_owner, support if is_own else numbers.it)))
    vendor = (*_VENDOR, Part.RUNNING) if runs_there else _VENDOR
    parts = tuple(p for p in _IT if not (runs_there and p is Part.INSTALLING))
    return (
        Share(Owner.REFERENT, (Part.USING, Part.HELPING, Part.PROCEDURES), numbers.referent),
        Share(Owner.IT, parts, it),
        Share(Owner.VENDOR, vendor, "" if is_own else support),
    )
