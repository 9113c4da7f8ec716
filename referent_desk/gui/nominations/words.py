"""The words of the fields of appointments, proposals and objectives."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from referent_desk.language import _

NOMINATION_RECORDS: Mapping[str, Callable[[], str]] = {
    "proposal": lambda: _("proposal"),
    "objective": lambda: _("objective"),
    "letter": lambda: _("letter"),
}
NOMINATION_FIELDS: Mapping[str, Callable[[], str]] = {
    "appointment.appointed_by": lambda: _("appointed by"),
    "appointment.volunteer": lambda: _("came forward"),
    "appointment.minutes_a_week": lambda: _("time granted a week"),
    "appointment.ended_because": lambda: _("why it ends"),
    "proposal.person_id": lambda: _("staff member"),
    "proposal.kind": lambda: _("referent for"),
    "proposal.rank": lambda: _("main or deputy"),
    "proposal.software_id": lambda: _("for which software"),
    "proposal.since": lambda: _("since"),
    "proposal.until": lambda: _("until"),
    "proposal.proposed_by": lambda: _("proposed by"),
    "proposal.volunteer": lambda: _("came forward"),
    "proposal.minutes_a_week": lambda: _("time granted a week"),
    "proposal.answer": lambda: _("answer to a proposal"),
    "objective.appointment_id": lambda: _("appointment"),
    "objective.what": lambda: _("what is to be reached"),
    "objective.due_on": lambda: _("by which day"),
    "objective.reached_on": lambda: _("reached on"),
    "objective.outcome": lambda: _("what was reached"),
}
NOMINATION_CHOICES: Mapping[str, Callable[[], str]] = {
    "proposal.kind.software": lambda: _("software"),
    "proposal.kind.security": lambda: _("software security"),
    "proposal.rank.main": lambda: _("main referent"),
    "proposal.rank.deputy": lambda: _("deputy"),
}
NOMINATION_HELP: Mapping[str, Callable[[], str]] = {
    "appointment.volunteer": lambda: _("Yes: offered to do it. No: was designated."),
    "appointment.minutes_a_week": lambda: _("Part of the working time, planned in the roster."),
    "objective.what": lambda: _("One thing that can be seen; no data about patients."),
}
