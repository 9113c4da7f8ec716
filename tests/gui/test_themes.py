from __future__ import annotations

import pytest
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication, QTableView, QTableWidget
from pytestqt.qtbot import QtBot

from referent_desk.gui.themes import (
    CONTRAST,
    DARK,
    LIGHT,
    THEMES,
    Theme,
    ThemeChoice,
    chosen_theme,
    contrast_ratio,
    palette,
    style_sheet,
    theme_of,
)

TEXT_ON_GROUND = [
    *[(text, ground) for text in ("text", "muted") for ground in ("window", "surface", "hover")],
    *[(tone, "surface") for tone in ("good", "warning", "bad", "neutral", "accent")],
    *[(tone, "window") for tone in ("good", "warning", "bad", "neutral")],
    *[(text, "notice") for text in ("text", "warning", "bad")],
    ("selection_text", "selection"),
    ("accent_text", "accent"),
    ("accent_text", "accent_hover"),
]
LINES = [("edge", "window"), ("edge", "surface"), ("accent", "window")]
every_theme = pytest.mark.parametrize("theme", THEMES.values(), ids=[str(t) for t in THEMES])


@every_theme
@pytest.mark.parametrize(("text", "ground"), TEXT_ON_GROUND)
def test_every_text_stands_out_from_its_ground(theme: Theme, text: str, ground: str) -> None:
    assert contrast_ratio(getattr(theme, text), getattr(theme, ground)) >= 4.5


@every_theme
@pytest.mark.parametrize(("line", "ground"), LINES)
def test_the_edges_of_controls_stand_out_from_their_ground(
    theme: Theme, line: str, ground: str
) -> None:
    assert contrast_ratio(getattr(theme, line), getattr(theme, ground)) >= 3


@pytest.mark.parametrize("theme", [LIGHT, DARK])
@pytest.mark.parametrize("tone", ["good", "warning", "bad", "neutral"])
def test_a_state_stays_readable_on_a_chosen_row(theme: Theme, tone: str) -> None:
    """In high contrast a chosen row gives its shapes the colour of its text."""
    assert contrast_ratio(getattr(theme, tone), theme.selection) >= 3


def test_high_contrast_reaches_seven_to_one() -> None:
    for text in ("text", "muted", "accent", "good", "warning", "bad"):
        assert contrast_ratio(getattr(CONTRAST, text), CONTRAST.window) >= 7


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [("#000000", "#ffffff", 21.0), ("#ffffff", "#ffffff", 1.0), ("#777777", "#ffffff", 4.48)],
)
def test_contrast_is_computed_as_the_guidelines_say(one: str, other: str, ratio: float) -> None:
    assert contrast_ratio(one, other) == pytest.approx(ratio, abs=0.01)


@every_theme
def test_a_palette_is_known_again(theme: Theme) -> None:
    assert theme_of(palette(theme)) is theme


def test_a_foreign_palette_counts_as_light() -> None:
    assert theme_of(QPalette()) is LIGHT


@every_theme
def test_the_style_sheet_has_no_hole(theme: Theme) -> None:
    assert "$" not in style_sheet(theme)


def test_a_box_to_tick_in_a_list_is_seen_in_every_theme() -> None:
    """Drawn by itself it has the colour of the ground on a dark screen."""
    rules = [line for line in style_sheet(DARK).splitlines() if "QCheckBox::indicator" in line]
    assert rules
    assert all("QTableView::indicator" in rule for rule in rules)


@pytest.mark.parametrize("choice", [c for c in ThemeChoice if c is not ThemeChoice.SYSTEM])
def test_a_chosen_theme_is_worn_whatever_the_desktop_says(
    qapp: QApplication, choice: ThemeChoice
) -> None:
    assert chosen_theme(choice, qapp).name is choice


def test_where_the_desktop_says_nothing_the_theme_is_light(qapp: QApplication) -> None:
    assert chosen_theme(ThemeChoice.SYSTEM, qapp) is LIGHT


def test_a_title_is_measured_in_the_bold_it_is_drawn_in(qtbot: QtBot) -> None:
    """Else its three dots are cut off with it."""
    table = QTableView()
    qtbot.addWidget(table)
    table.setStyleSheet(style_sheet(LIGHT))
    header = table.horizontalHeader()
    header.ensurePolished()
    assert header.font().bold()


def test_no_box_stands_where_two_scroll_bars_meet(qtbot: QtBot) -> None:
    table = QTableWidget(40, 40)
    qtbot.addWidget(table)
    table.setStyleSheet(style_sheet(LIGHT))
    table.resize(300, 200)
    table.show()
    picture = table.grab().toImage()
    corner = [picture.pixelColor(x, y).name() for x in range(283, 297) for y in range(183, 197)]
    assert set(corner) == {LIGHT.surface}
