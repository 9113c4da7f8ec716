"""Before a draft: whose it will be, the text that it begins from, and what each would bring."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QRadioButton, QScrollArea, QVBoxLayout, QWidget

from referent_desk.domain.drafts import NOTHING, Beginning, OwnerChoice, Source, SourceKind
from referent_desk.gui.filter_fields import FilterField
from referent_desk.gui.icons import IconButton
from referent_desk.gui.jobs import Jobs, LatestAnswer
from referent_desk.gui.labels import Look, PlainLabel, escaped_mnemonic, shortened, show_tip
from referent_desk.gui.procedures.words import owner_words
from referent_desk.language import _, ngettext

FindSources = Callable[[str, str], tuple[Source, ...]]
_OTHERS = 8
_LONGEST = 48  # letters: an owner and a title stand on one button on a small screen too


class SourcePage(QScrollArea):
    """`chosen` tells the owner's id and the source."""

    chosen = Signal(str, object)

    def __init__(
        self, beginning: Beginning, function_id: str, department_id: str,
        find: FindSources, jobs: Jobs,
    ) -> None:  # fmt: skip
        super().__init__()
        self.setWidgetResizable(True)
        self.setProperty("look", "detail")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._beginning = beginning
        self._function_id = function_id
        self._find = find
        self._answer = LatestAnswer(jobs)
        self._found: tuple[Source, ...] = ()
        self.owners: dict[str, QRadioButton] = {}
        self.sources: list[tuple[Source, IconButton]] = []
        page = QWidget()
        page.setProperty("look", "page")
        self.setWidget(page)
        self._column = QVBoxLayout(page)
        self._column.setContentsMargins(24, 16, 24, 24)
        self._column.setSpacing(8)
        self._add_owners(department_id)
        self._column.addWidget(PlainLabel(_("What the text starts from"), Look.HEADING))
        self._box = QFrame()
        self._rows = QVBoxLayout(self._box)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(4)
        self._column.addWidget(self._box)
        self.filter = FilterField(_("Another department or title…"), _("Find another procedure"))
        self.filter.setMaximumWidth(360)
        self.filter.textChanged.connect(self.look)
        self._column.addWidget(self.filter)
        self._others = QFrame()
        self._other_rows = QVBoxLayout(self._others)
        self._other_rows.setContentsMargins(0, 0, 0, 0)
        self._other_rows.setSpacing(4)
        self._column.addWidget(self._others)
        self._column.addStretch(1)
        self._show_own()

    def _add_owners(self, department_id: str) -> None:
        self._column.addWidget(PlainLabel(_("For whom it is written"), Look.HEADING))
        group = QButtonGroup(self)
        for owner in self._beginning.owners:
            button = QRadioButton(escaped_mnemonic(owner_words(owner, department_id)))
            button.setChecked(not self.owners)
            button.toggled.connect(lambda _on: self._show_own())
            group.addButton(button)
            self.owners[owner.id] = button
            self._column.addWidget(button)

    @property
    def owner(self) -> OwnerChoice:
        chosen = (o for o in self._beginning.owners if self.owners[o.id].isChecked())
        return next(chosen, self._beginning.owners[0])

    def begin(self) -> None:
        self.look()
        if self.sources:
            self.sources[0][1].setFocus(Qt.FocusReason.OtherFocusReason)

    def look(self) -> None:
        text, function_id = self.filter.text(), self._function_id
        self._answer.ask(lambda: self._find(function_id, text), self._show_others)

    def _show_own(self) -> None:
        """A draft that is open already is carried on; a second one cannot be begun."""
        self._clear(self._rows)
        self.sources.clear()
        is_open = bool(self.owner.draft_id)
        self.filter.setVisible(not is_open)
        self._others.setVisible(not is_open)
        beginning = self._beginning
        if is_open:
            text = _("Carry on with the draft that is open")
            self._offer(self._rows, NOTHING, text, "", main=True)
            return
        if beginning.present is not None:
            said = _("Start from what holds now: {title}")
            self._offer(
                self._rows, beginning.present, said.format(title=_title(beginning.present)),
                contents(beginning.present), main=True,
            )  # fmt: skip
        if beginning.starter is not None:
            said = _("Start from the starter procedure: {title}")
            self._offer(
                self._rows, beginning.starter, said.format(title=_title(beginning.starter)),
                contents(beginning.starter), main=beginning.present is None,
            )  # fmt: skip
        nothing = _("Start from nothing")
        self._offer(
            self._rows, NOTHING, nothing, _("An empty procedure with its title."),
            main=not self.sources,
        )  # fmt: skip
        self._show_others(self._found)

    def _show_others(self, found: tuple[Source, ...]) -> None:
        self._found = found
        self._clear(self._other_rows)
        self.sources = [s for s in self.sources if s[1].parent() is self._box]
        present = self._beginning.present
        others = [s for s in found if not present or s.revision_id != present.revision_id]
        for source in others[:_OTHERS]:
            said = _("Start from that of {owner}: {title}").format(
                owner=shortened(source.owner, _LONGEST), title=_title(source)
            )
            self._offer(self._other_rows, source, said, contents(source))
        if not others:
            said = _("No other department has written one for this function.")
            if self.filter.text():
                said = _("No procedure of another department fits these words.")
            self._other_rows.addWidget(PlainLabel(said, Look.MUTED))

    def _offer(
        self, rows: QVBoxLayout, source: Source, text: str, brings: str, *, main: bool = False
    ) -> None:
        button = IconButton(escaped_mnemonic(text), "file-plus", main=main)
        button.setAccessibleDescription(brings)
        whole = " – ".join(part for part in (source.owner, source.title) if part)
        if len(whole) > _LONGEST:
            show_tip(button, whole)
        button.clicked.connect(lambda _on: self.chosen.emit(self.owner.id, replace(source)))
        rows.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        if brings:
            said = PlainLabel(brings, Look.MUTED)
            said.setContentsMargins(2, 0, 0, 8)
            rows.addWidget(said)
        self.sources.append((source, button))

    @staticmethod
    def _clear(rows: QVBoxLayout) -> None:
        while (item := rows.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()


def _title(source: Source) -> str:
    return shortened(source.title, _LONGEST)


def contents(source: Source) -> str:
    """What it would bring."""
    parts = [
        ngettext("{count} numbered step", "{count} numbered steps", source.steps).format(
            count=source.steps
        )
    ]
    if source.forms:
        parts.append(_("forms {codes}").format(codes=", ".join(source.forms)))
    if source.software:
        parts.append(_("written for {software}").format(software=source.software))
    if source.kind is SourceKind.PROCEDURE:
        parts.append(
            _("revision {number}").format(number=source.number) if source.number
            else _("draft, not approved")
        )  # fmt: skip
    return " · ".join(parts)
