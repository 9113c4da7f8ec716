"""A field for the name of somebody: two letters bring the staff, any other name is typed freely."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtWidgets import QWidget

from referent_desk.domain.records import FieldKind, Link, RecordField
from referent_desk.domain.texts import folded
from referent_desk.gui.editing import Editing
from referent_desk.gui.link_fields import LinkField
from referent_desk.language import _


class NameField(LinkField):
    """`typed` is the name as it stands there. Enter takes the marked name, Escape shuts the list
    and leaves what was typed."""

    def __init__(self, editing: Editing, parent: QWidget | None = None) -> None:
        super().__init__(RecordField("who", FieldKind.LINK, required=True, to="person"), editing)
        self.setParent(parent)
        self.setPlaceholderText(_("two letters are enough"))

    def offer_first(self, names: Iterable[str]) -> None:
        """Names that were given before stand first in the list where they fit; one who is not of
        the staff has no id there."""
        known, ask = tuple(names), self._ask

        def first(to: str, text: str) -> tuple[Link, ...]:
            staff, offered = ask(to, text), list[Link]()
            for name in known:
                if folded(text) in folded(name):
                    called_so = [link for link in staff if link.name == name]
                    offered += called_so or [Link("", name)]
            return (*offered, *(link for link in staff if link not in offered))

        self._ask = first

    @property
    def is_changed(self) -> bool:
        return self.text() != self.shown

    def typed(self) -> str:
        return " ".join(self.text().split())

    def local_fault(self) -> str:
        return ""

    def show_name(self, name: str) -> None:
        self.link = None
        self.shown = name
        self.put(name)
