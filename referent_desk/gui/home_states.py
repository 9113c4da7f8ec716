"""What the window says of its home: only read and why, taken over for writing, out of reach."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from referent_desk.errors import Busy
from referent_desk.gui.home_pages import HomePages
from referent_desk.gui.icons import IconButton
from referent_desk.gui.messages import ErrorDialog
from referent_desk.gui.notices import NoticeBar, NoticeStrip, sentence_of
from referent_desk.gui.questions import OpenedHome
from referent_desk.gui.saving import Saver
from referent_desk.gui.status_lines import StatusLine
from referent_desk.gui.ways_back import WayBack
from referent_desk.language import _


class HomeState(QObject):
    """`warnings` are said whatever the state of the home."""

    def __init__(
        self,
        pages: HomePages,
        notices: NoticeStrip,
        status: StatusLine,
        saver: Saver,
        warnings: tuple[str, ...],
    ) -> None:
        super().__init__(pages)
        self._pages = pages
        self._notices = notices
        self._status = status
        self._saver = saver
        self._warnings = warnings
        self._wants_to_write = False
        self.lost: NoticeBar | None = None
        WayBack(pages.tabs, saver, status)
        pages.reopen_failed.connect(self._say_lost)

    def show_home(self, home: OpenedHome) -> None:
        wanted, self._wants_to_write = self._wants_to_write, False
        self._forget_lost()
        self._status.show_read_only(home.read_only)
        offer = self._writing_button if home.waits_for_writer else None
        self._notices.say((*home.notices, *self._warnings), offer)
        self._saver.let_save(not home.read_only)
        if wanted and home.read_only:
            self._say_still_read("\n".join(home.notices))
        elif wanted:
            self._pages.tabs.page.take_focus()

    def _writing_button(self) -> QWidget:
        button = IconButton(_("Edit here (F5)"))
        button.clicked.connect(lambda _on: self.ask_to_write())
        return button

    def ask_to_write(self) -> None:
        self._wants_to_write = True
        self._pages.reload()

    def _say_still_read(self, sentence: str) -> None:
        what_to_do = _("Have the other window closed, then press “Edit here” again.")
        ErrorDialog(Busy(sentence, what_to_do), self._pages.window()).open()

    def _say_lost(self, error: Exception) -> None:
        self._wants_to_write = False
        self._forget_lost()
        self.lost = NoticeBar(sentence_of(error))
        again = IconButton(_("Try again (F5)"), "refresh-cw")
        again.clicked.connect(lambda _on: self._pages.reload())
        self.lost.add(again)
        self._notices.add(self.lost)

    def _forget_lost(self) -> None:
        if self.lost is not None:
            self._notices.remove(self.lost)
            self.lost = None
