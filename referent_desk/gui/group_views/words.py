"""What is said of the chosen row, with all the names that the columns cut."""

from __future__ import annotations

from referent_desk.domain.convergences import Convergence
from referent_desk.domain.group_offices import OfficeRow
from referent_desk.domain.group_views import GroupConvergences
from referent_desk.gui.group_views.columns import owner_name
from referent_desk.language import _, spoken
from referent_desk.words.evidence import counted
from referent_desk.words.group_views import gap_text


def office_lines(row: OfficeRow) -> str:
    """Everybody who answers, each kind on a line."""
    parts = (
        (_("Main: {names}"), row.mains),
        (_("Deputy: {names}"), row.deputies),
        (_("Security: {names}"), row.security),
    )
    said = [text.format(names=", ".join(names)) for text, names in parts if names]
    above = " · ".join(filter(None, (row.establishment, row.pole, row.name)))
    return "\n".join((above, " · ".join(said) or _("Nobody answers for it.")))


def pair_lines(group: GroupConvergences, pair: Convergence) -> str:
    said = _(
        "{procedures} procedures of {owners} owners; gap between the two: {gap}; steps: {steps}."
    )
    names = [owner_name(group, text.owner_id) for text in (pair.first, pair.second)]
    return "\n".join(
        (
            " — ".join(names),
            said.format(
                procedures=counted(pair.procedures),
                owners=counted(pair.owners),
                gap=gap_text(pair, spoken()),
                steps=pair.steps,
            ),
        )
    )
