"""What leads from a department to its presence."""

from __future__ import annotations

from referent_desk.domain.departments import DepartmentChoice
from referent_desk.gui.detail_panes import DetailPane
from referent_desk.gui.places import Place, TabName
from referent_desk.language import _

PRESENCE = "presence"
"""The part of the tab of referents that opens the week of the chosen department."""


def offer_presence(pane: DetailPane, choice: DepartmentChoice) -> None:
    """Whichever department is shown becomes the one that the other tabs speak of."""
    place = Place(TabName.REFERENTS, (), choice, PRESENCE)
    pane.button(_("Who is there when…"), lambda: pane.followed.emit(place))
