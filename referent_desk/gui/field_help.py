"""What the fields of records are for, where their names do not say it."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from referent_desk.gui.handovers.field_names import HANDOVER_HELP
from referent_desk.gui.nominations.words import NOMINATION_HELP
from referent_desk.language import _

HELP: Mapping[str, Callable[[], str]] = {
    **NOMINATION_HELP,
    **HANDOVER_HELP,
    "criticality": lambda: _("From 1, care stops at once without it, to 4, one can wait for days."),
    "node.parent_id": lambda: _("What it is part of: a pole, an establishment, a department."),
    "node.finess": lambda: _("The nine characters that name an establishment in France."),
    "node.opening_hours": lambda: _("When somebody of the department can be reached."),
    "software.status": lambda: _("Where it stands: planned, in use, on its way out."),
    "software.replaced_by_id": lambda: _("The software that takes over its work."),
    "software.hosting": lambda: _("Where it runs: what fails there takes it down."),
    "software.support_contact": lambda: _("Whom to call when it no longer answers."),
    "software.tolerated_interruption": lambda: _("How long one can do without it."),
    "software.recovery_time": lambda: _(
        "In what time the IT department undertakes to have it running again (RTO)."
    ),
    "software.recovery_point": lambda: _("What was entered so long before may be lost (RPO)."),
    "software.aliases": lambda: _(
        "What lists and colleagues call it, a name on each line. The search finds them all."
    ),
    "release.live_on": lambda: _(
        "From that day on, procedures verified on another version are to be verified again."
    ),
    "deployment.tolerated_outage": lambda: _("How long this department can do without it."),
    "deployment.users": lambda: _("How many people use it in this department."),
    "deployment.purpose": lambda: _("What a list or somebody says of it; its sheet says it too."),
    "deployment.until": lambda: _("The last day of use."),
    "person.telephone": lambda: _("A mobile is only printed with “pro” beside it."),
    "person.left_on": lambda: _("The last day at work; empty for those who stay."),
    "appointment.software_id": lambda: _("Empty: for all the software of the department."),
    "appointment.until": lambda: _("The last day; empty: without end."),
    "directory_entry.heading": lambda: _("The title under which the number is printed."),
    "directory_entry.works_without_network": lambda: _(
        "Yes, if one can still call there when the computer network is cut."
    ),
    "printer.queue": lambda: _("What this computer calls it in its list of printers."),
    "printer.works_without_network": lambda: _(
        "Yes, if it still prints when the computer network is cut: by a USB cable, as a rule."
    ),
    "printer.toner_on": lambda: _("When somebody last looked for toner, and paper beside it."),
    "printer.tested_on": lambda: _("When somebody last found a test page of it right."),
    "directory_entry.private": lambda: _("A mobile of their own: never put on a poster."),
    "directory_entry.purpose": lambda: _("Where a sheet names this person, it prints this number."),
    "means.name": lambda: _("As the steps name it."),
    "means.leans_on": lambda: _(
        "Tick what takes it down with it. What those lean on themselves is known."
    ),
    "means.software_id": lambda: _("It falls with this software. Empty: with none."),
    "failure_domain.leans_on": lambda: _("Tick what takes it down with it."),
    "copy.place": lambda: _("Where this copy of the binder stands."),
    "copy.holder": lambda: _("Who looks after this copy."),
    "maintenance.node_id": lambda: _("A hospital, a pole or a department, and all beneath it."),
    "maintenance.starts_at": lambda: _("When it begins, as 21:30."),
    "tip.text": lambda: _("Two sentences are enough. No name and no number of a patient."),
    "tip.node_id": lambda: _("The department or hospital for which it holds; empty: everywhere."),
    "ticket.tried": lambda: _("So that nobody begins anew. No name and no number of a patient."),
    "ticket.callback": lambda: _("Whom they call when they have a question: a name, a number."),
    "ticket.handed_on": lambda: _("Empty: it lies here still."),
    "ticket.reference": lambda: _("The number that it bears with them, once they have given it."),
}
"""By field, or by record and field where the same field is for something else."""
