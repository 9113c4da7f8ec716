"""Who sells a software, as a list spells it, and where the list itself is not sure."""

from __future__ import annotations

import re

from referent_desk.domain.imports.answers import Choice, Offer, Reply
from referent_desk.domain.imports.kinds import Field
from referent_desk.domain.imports.matching import name_key
from referent_desk.domain.imports.reports import SourceLine
from referent_desk.domain.imports.runs import LineWork, Run

_DOUBTED = re.compile(r"\s*\(?\s*\?+\s*\)?\s*$")


def settle_vendor(run: Run, line: SourceLine, name: str, work: LineWork) -> str:
    """The vendor as it was first spelled; every other spelling is kept as an alias."""
    vendor = _sure(line.text(Field.VENDOR), name, work)
    key, ledger = name_key(vendor), run.ledger
    if not key:
        return ""
    first = ledger.vendors.setdefault(key, vendor)
    if vendor != first and vendor not in ledger.vendor_aliases:
        ledger.vendor_aliases.add(vendor)
        ledger.new_vendor_aliases.append(vendor)
    return first


def _sure(written: str, name: str, work: LineWork) -> str:
    """`Sancare ?` is asked about; empty while nobody has answered."""
    plain = _DOUBTED.sub("", written)
    if plain == written or not name_key(plain):
        return written
    offers = (Offer(Reply(Choice.SAME)), Offer(Reply(Choice.PART)))
    reply = work.ask("unsure_vendor", offers, name=name, value=written, near=plain)
    return plain if reply is not None and reply.choice is Choice.SAME else ""
