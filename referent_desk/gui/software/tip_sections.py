"""What is good to know of a software, and whose is what of it, in its detail."""

from __future__ import annotations

from referent_desk.domain.help_given import HelpView
from referent_desk.domain.records import Record
from referent_desk.domain.shares import ShareNumbers, shares_of_software
from referent_desk.domain.software import Software
from referent_desk.gui.columns import Column
from referent_desk.gui.detail_panes import DetailPane
from referent_desk.gui.places import Place, TabName
from referent_desk.language import _, spoken
from referent_desk.words.help_given import shares_line

_SHOWN = 20


def say_shares(pane: DetailPane, software: Software) -> None:
    """Who is called for what, as far as the software itself tells it."""
    hosting = str(software.hosting or "")
    contact, owner = software.support_contact, software.it_owner
    pane.muted(shares_line(shares_of_software(contact, owner, hosting, ShareNumbers()), spoken()))


def show_tips(pane: DetailPane, tips: tuple[Record, ...]) -> None:
    """Nothing where there is none: they are written in the tab of help."""
    if not tips:
        return
    pane.heading(_("Tips"))
    pane.lines(
        _("Tips of this software"),
        (
            Column(_("Tips"), lambda tip: tip.name, "", 200, 3),
            Column(_("Where"), _place, "", 130, 1, yields=1),
        ),
        tips[:_SHOWN],
        lambda tip: Place(TabName.HELP_GIVEN, (str(HelpView.TIPS), tip.id)),
    )


def _place(tip: Record) -> str:
    link = tip.links.get("node_id")
    return link.name if link is not None else _("everywhere")
