"""The names of what is noted of help, tips and requests."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from referent_desk.language import _

_Words = Mapping[str, Callable[[], str]]

HELP_RECORDS: _Words = {
    "help_entry": lambda: _("noted help"),
    "tip": lambda: _("tip"),
    "ticket": lambda: _("request"),
}
HELP_FIELDS: _Words = {
    "help_entry.outcome": lambda: _("how a help ended"),
    "tip.title": lambda: _("title"),
    "tip.text": lambda: _("what to do"),
    "tip.node_id": lambda: _("where it holds"),
    "ticket.help_entry_id": lambda: _("noted help"),
    "ticket.what": lambda: _("what happens"),
    "ticket.addressee": lambda: _("handed over to"),
    "ticket.tried": lambda: _("what was tried"),
    "ticket.begun": lambda: _("since when"),
    "ticket.concerned": lambda: _("how many are concerned"),
    "ticket.stops_work": lambda: _("does the work stop?"),
    "ticket.who": lambda: _("asked by"),
    "ticket.callback": lambda: _("to be called back"),
    "ticket.handed_on": lambda: _("handed over on"),
    "ticket.reference": lambda: _("reference"),
    "ticket.settled_on": lambda: _("settled on"),
    "ticket.outcome": lambda: _("what came of it"),
}
HELP_CHOICES: _Words = {
    "ticket.addressee.it": lambda: _("the IT department"),
    "ticket.addressee.vendor": lambda: _("the vendor"),
}
