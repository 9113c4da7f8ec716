"""Names offered under a field while one types: roles, forms, local values between braces."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QStringListModel, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QCompleter, QListView

from referent_desk.domain.texts import folded
from referent_desk.gui.procedures.text_fields import GrowingText, ShortText
from referent_desk.language import _

_LEAST_LETTERS = 2
_MOST_OFFERED = 12
_OPEN_BRACE = re.compile(r"\{([^{}\n]{0,80})$")
_LAST_PIECE = re.compile(r"[^,;]*$")
Field = ShortText | GrowingText


@dataclass(frozen=True, slots=True)
class Offer:
    """`shown` in the list; `written` in place of the letters that it was found by."""

    shown: str
    written: str


@dataclass(frozen=True, slots=True)
class Offered:
    """`replaced` is how many letters before the cursor an offer takes the place of."""

    replaced: int
    offers: tuple[Offer, ...]


Asked = Callable[[str], Offered | None]
"""Given what stands before the cursor; None: nothing is offered."""


def fitting(names: Iterable[Offer], typed: str) -> tuple[Offer, ...]:
    """Those in which every word typed begins a word, those that begin so first."""
    words = folded(typed).split()
    found = []
    for offer in names:
        here = folded(offer.shown)
        if all(any(part.startswith(word) for part in re.split(r"\W+", here)) for word in words):
            found.append((not here.startswith(folded(typed)), offer))
    found.sort(key=lambda one: one[0])
    return tuple(offer for _late, offer in found)[:_MOST_OFFERED]


def roles_by(roles: Callable[[], Iterable[str]]) -> Asked:
    def asked(before: str) -> Offered | None:
        typed = before.strip()
        if len(typed) < _LEAST_LETTERS:
            return None
        offers = fitting((Offer(role, role) for role in roles()), typed)
        if [offer.written for offer in offers] == [typed]:
            return None
        return Offered(len(before), offers)

    return asked


def forms_by(forms: Callable[[], Iterable[tuple[str, str]]]) -> Asked:
    """By the code or by a word of the title; several are parted by commas."""

    def asked(before: str) -> Offered | None:
        piece = _LAST_PIECE.search(before)
        typed = piece[0].strip() if piece else ""
        if len(typed) < _LEAST_LETTERS:
            return None
        known = (Offer(f"{code} · {title}" if title else code, code) for code, title in forms())
        offers = fitting(known, typed)
        if [offer.written for offer in offers] == [typed]:
            return None
        return Offered(len(piece[0].lstrip()) if piece else 0, offers)

    return asked


def means_by(names: Callable[[], Iterable[str]]) -> Asked:
    """By a word of the name; several are parted by commas."""
    return forms_by(lambda: ((name, "") for name in names()))


def values_by(names: Callable[[], Iterable[str]]) -> Asked:
    """Between braces: a name that is known, or the one that is being typed."""

    def asked(before: str) -> Offered | None:
        brace = _OPEN_BRACE.search(before)
        if brace is None:
            return None
        typed = brace[1].strip()
        offers = list(fitting((Offer(name, f"{{{name}}}") for name in names()), typed))
        if typed and typed not in {offer.shown for offer in offers}:
            offers.append(Offer(_("New: {name}").format(name=typed), f"{{{typed}}}"))
        return Offered(len(brace[0]), tuple(offers))

    return asked


class Completions(QObject):
    """Enter or Tab takes the offer that is marked, Escape leaves what is typed."""

    def __init__(self, field: Field, asked: tuple[Asked, ...], name: str) -> None:
        super().__init__(field)
        self._field = field
        self._asked = asked
        self._offered = Offered(0, ())
        self._is_taking = False
        self._model = QStringListModel(self)
        popup = self.popup = QListView()
        popup.setProperty("look", "completions")
        popup.setAccessibleName(name)
        popup.setMinimumWidth(280)
        self.completer = QCompleter(self._model, self)
        self.completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self.completer.setPopup(popup)
        self.completer.setWidget(field)
        self.completer.setMaxVisibleItems(_MOST_OFFERED)
        self.completer.activated.connect(self._take)
        field.textChanged.connect(self._look)
        field.installEventFilter(self)
        field.is_offering = self.popup.isVisible

    @property
    def is_open(self) -> bool:
        return self.popup.isVisible()

    def offers(self) -> tuple[str, ...]:
        return tuple(offer.shown for offer in self._offered.offers)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is not self._field:
            return super().eventFilter(watched, event)
        if isinstance(event, QKeyEvent) and _asks(event):
            self._insert("{" if not _OPEN_BRACE.search(self._before()) else "")
            self._look()
            return True
        if isinstance(event, QFocusEvent) and event.type() == QEvent.Type.FocusOut:
            self._is_taking = False
        return super().eventFilter(watched, event)

    def _before(self) -> str:
        if isinstance(self._field, ShortText):
            return self._field.text()[: self._field.cursorPosition()]
        cursor = self._field.textCursor()
        return cursor.block().text()[: cursor.positionInBlock()]

    def _insert(self, text: str, replaced: int = 0) -> None:
        if isinstance(self._field, ShortText):
            end = self._field.cursorPosition()
            self._field.setSelection(end - replaced, replaced)
            self._field.insert(text)
            return
        cursor = self._field.textCursor()
        cursor.movePosition(cursor.MoveOperation.Left, cursor.MoveMode.KeepAnchor, replaced)
        cursor.insertText(text)
        self._field.setTextCursor(cursor)

    def _look(self) -> None:
        """Only what somebody types asks: the field that has the keyboard."""
        if self._is_taking or not self._field.hasFocus():
            return
        before = self._before()
        found = next((o for ask in self._asked if (o := ask(before)) and o.offers), None)
        self._offered = found or Offered(0, ())
        if found is None:
            self.popup.hide()
            return
        self._model.setStringList([offer.shown for offer in found.offers])
        if isinstance(self._field, GrowingText):
            box = self._field.cursorRect()
            box.setWidth(320)
            self.completer.complete(box)
        else:
            self.completer.complete()
        self.popup.setCurrentIndex(self.completer.completionModel().index(0, 0))

    def _take(self, shown: str) -> None:
        for offer in self._offered.offers:
            if offer.shown == shown:
                self._is_taking = True
                self._insert(offer.written, self._offered.replaced)
                self._is_taking = False
                return


def _asks(event: QKeyEvent) -> bool:
    return (
        event.key() == Qt.Key.Key_Space and event.modifiers() == Qt.KeyboardModifier.ControlModifier
    )
