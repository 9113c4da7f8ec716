"""The list that opens under the field: type a part of a name, go down, Enter leads there."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QListView, QVBoxLayout, QWidget

from referent_desk.domain.finding import Found, Hit, Lead, LeadTo
from referent_desk.domain.texts import LONGEST_NAME
from referent_desk.gui.finding.found_models import FoundModel, hit_text
from referent_desk.gui.finding.hit_delegates import HitDelegate
from referent_desk.gui.jobs import Jobs, LatestAnswer
from referent_desk.gui.labels import Look, PlainLabel
from referent_desk.gui.notices import sentence_of
from referent_desk.gui.places import Place, TabName
from referent_desk.gui.questions_finding import FindingQuestions
from referent_desk.gui.row_delegates import row_height
from referent_desk.gui.wordings import counted
from referent_desk.language import _, ngettext

_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
_LEAPS = {Qt.Key.Key_PageDown: 1, Qt.Key.Key_PageUp: -1}
_ROWS = 14
_WIDTH = 720
_MOST_RECENT = 6


class FindField(QLineEdit):
    """The arrows move in the list beneath it, Escape leaves it."""

    moved = Signal(int, bool)
    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in _STEPS:
            self.moved.emit(_STEPS[key], False)
        elif key in _LEAPS:
            self.moved.emit(_LEAPS[key], True)
        elif key == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)


class FindPalette(QFrame):
    """Every key asks at once; an answer to what is no longer typed is never shown."""

    place_followed = Signal(object)
    binder_asked = Signal(object)
    closed = Signal()

    def __init__(self, questions: FindingQuestions, jobs: Jobs, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setProperty("look", "popup")
        self.department_id: str | None = None
        self._questions = questions
        self._found = LatestAnswer(jobs)
        self._lead = LatestAnswer(jobs)
        self._is_asking = self._is_hasty = False
        self._recent: tuple[Hit, ...] = ()
        self.model = FoundModel(self)
        self.field = FindField()
        self.field.setMaxLength(LONGEST_NAME)
        self.field.setPlaceholderText(_("Name, code, number or form"))
        self.field.setAccessibleName(_("Search everywhere"))
        self.count = PlainLabel("", Look.MUTED)
        self.count.setWordWrap(False)
        self.message = PlainLabel()
        self.hint = PlainLabel("", Look.MUTED)
        self.list = QListView()
        self.list.setModel(self.model)
        self.whole = PlainLabel("", Look.MUTED)
        self._dress_list()
        self._lay_out()
        self.field.textChanged.connect(lambda _text: self._ask())
        self.field.moved.connect(self._move)
        self.field.left.connect(self.hide)
        self.field.returnPressed.connect(self._take)
        self.list.clicked.connect(self._click)
        self.list.selectionModel().currentChanged.connect(lambda *_rows: self._tell_current())

    def _dress_list(self) -> None:
        self.delegate = HitDelegate(self.list)
        self.list.setItemDelegate(self.delegate)
        self.list.setAccessibleName(_("What was found"))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setUniformItemSizes(True)
        self.list.setMouseTracking(True)
        self.list.setProperty("look", "found")
        self.list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setEditTriggers(QListView.EditTrigger.NoEditTriggers)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(self.field, 1)
        head.addWidget(self.count)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 8, 8, 8)
        layout.setSpacing(8)
        layout.addLayout(head)
        for label in (self.message, self.hint):
            label.setContentsMargins(8, 0, 8, 0)
            layout.addWidget(label)
        layout.addWidget(self.list, 1)
        layout.addStretch()
        self.whole.setContentsMargins(8, 0, 8, 0)
        layout.addWidget(self.whole)

    def open_under(self, box: QWidget, typed: str = "") -> None:
        """Over the box that was pressed, as wide as there is room for."""
        window = box.window()
        width = min(max(_WIDTH, box.width()), window.width() - 32)
        corner = box.mapTo(window, QPoint(0, 0))
        left = max(16, min(corner.x(), window.width() - width - 16))
        height = row_height(self.fontMetrics()) * _ROWS + self.field.sizeHint().height() + 32
        self.resize(width, max(240, min(height, window.height() - corner.y() - 24)))
        self.move(window.mapToGlobal(QPoint(left, corner.y())))
        self.field.setText(typed)
        self._ask()
        self.show()
        self.field.setFocus(Qt.FocusReason.PopupFocusReason)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._found.forget()
        self._lead.forget()
        self._is_asking = self._is_hasty = False
        self.closed.emit()

    def _ask(self) -> None:
        text, department_id = self.field.text(), self.department_id
        self._lead.forget()
        self._is_hasty = False
        self._is_asking = bool(text.strip())
        if not self._is_asking:
            self._show_recent()
        self._found.ask(
            lambda: self._questions.find(text, department_id), self._take_found, self._refuse
        )

    def _show_recent(self) -> None:
        self.model.show_recent(self._recent)
        self._tell_count("")
        self._say(
            "",
            _(
                "Departments, programs, people, degraded modes, telephone numbers, forms (F05) "
                "and sheets (PRE-01) are found by a part of their name, in any spelling."
            ),
        )
        self._show_list()

    def _take_found(self, found: Found) -> None:
        """Nothing typed is asked too, so that the first letter is answered the sooner."""
        if self._is_asking:
            self._show_found(found)

    def _show_found(self, found: Found) -> None:
        self._is_asking = False
        self.model.show_found(found)
        self._tell_count(_count_text(found))
        if found.groups:
            self._say("", "")
        else:
            self._say(
                _("Nothing is called “{text}”.").format(text=" ".join(found.text.split())),
                _(
                    "Try fewer letters or another word: the beginning of a word is enough, and "
                    "accents and capitals do not matter. Sheets are those of the chosen department."
                ),
            )
        self._show_list()
        if self._is_hasty:
            self._is_hasty = False
            self._take()

    def _show_list(self) -> None:
        first = self.model.next_hit(-1, 1)
        self.list.setVisible(first is not None)
        if first is not None:
            self.list.setCurrentIndex(self.model.index(first, 0))
            self.list.scrollToTop()
        self._tell_current()

    def _refuse(self, error: Exception) -> None:
        self._is_asking = self._is_hasty = False
        self._say(sentence_of(error), "")

    def _tell_count(self, text: str) -> None:
        """An empty one would keep its room beside the field."""
        self.count.say(text)
        self.count.setVisible(bool(text))

    def _say(self, message: str, hint: str) -> None:
        self.message.say(message)
        self.message.setVisible(bool(message))
        self.hint.say(hint)
        self.hint.setVisible(bool(hint))

    def _tell_current(self) -> None:
        """The whole of a row that is cut, and to a screen reader every row that is moved to."""
        hit = self.current()
        text = hit_text(hit) if hit is not None else ""
        cut = hit is not None and self.delegate.is_cut(
            self.list.font(), hit, self.list.viewport().width()
        )
        self.whole.say(text if cut else "")
        self.whole.setVisible(cut)
        said = (self.count.said(), self.message.said(), text)
        self.field.setAccessibleDescription(". ".join(part for part in said if part))

    def current(self) -> Hit | None:
        return self.model.hit_at(self.list.currentIndex().row())

    def _move(self, step: int, is_leap: bool) -> None:
        row = self.list.currentIndex().row()
        for _time in range(_ROWS // 2 if is_leap else 1):
            following = self.model.next_hit(row, step)
            if following is None:
                break
            row = following
        if row >= 0:
            self.list.setCurrentIndex(self.model.index(row, 0))
            if self.model.next_hit(row, -1) is None:
                self.list.scrollToTop()

    def _click(self, index: QModelIndex) -> None:
        if self.model.hit_at(index.row()) is not None:
            self._take()

    def _take(self) -> None:
        """Enter typed before the answer takes the first hit of the answer."""
        if self._is_asking:
            self._is_hasty = True
            return
        hit = self.current()
        if hit is None:
            return
        department_id = self.department_id
        self._lead.ask(
            lambda: self._questions.lead(hit.kind, hit.id, department_id),
            lambda lead: self._follow(hit, lead),
            self._refuse,
        )

    def _follow(self, hit: Hit, lead: Lead) -> None:
        others = (known for known in self._recent if (known.kind, known.id) != (hit.kind, hit.id))
        self._recent = (hit, *others)[:_MOST_RECENT]
        self.hide()
        if lead.to is LeadTo.BINDER:
            self.binder_asked.emit(lead.department)
        else:
            place = Place(TabName(lead.to.value), lead.key, lead.department, lead.part)
            self.place_followed.emit(place)


def _count_text(found: Found) -> str:
    if found.is_more:
        return _("more than {count} found").format(count=counted(found.total))
    return ngettext("{count} found", "{count} found", found.total).format(
        count=counted(found.total)
    )
