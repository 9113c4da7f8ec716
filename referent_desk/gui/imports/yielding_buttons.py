"""A main button that gives its rank to another one: a page has one main button at a time."""

from __future__ import annotations

from referent_desk.gui.icons import IconButton


class YieldingButton(IconButton):
    def be_main(self, main: bool) -> None:
        if main == self._is_main:
            return
        self._is_main = main
        self.setProperty("look", "main" if main else "plain")
        style = self.style()
        style.unpolish(self)
        style.polish(self)
        self._redraw()
