from __future__ import annotations

from collections import Counter

import pytest
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QLineEdit,
    QMenu,
    QPushButton,
    QRadioButton,
    QSpinBox,
    QTableView,
    QTableWidget,
    QWidget,
)
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


@every_theme
def test_an_example_in_an_empty_field_does_not_pass_for_an_answer(
    qtbot: QtBot, theme: Theme
) -> None:
    field = QLineEdit()
    qtbot.addWidget(field)
    field.setStyleSheet(style_sheet(theme))
    field.ensurePolished()
    example = field.palette().color(QPalette.ColorRole.PlaceholderText).name()
    assert palette(theme).color(QPalette.ColorRole.PlaceholderText).name() == example
    assert contrast_ratio(theme.text, example) >= 1.5
    assert contrast_ratio(example, theme.surface) >= (7 if theme is CONTRAST else 4.5)


_WORDS = "MMMM " * 8  # more ink than any edge


def _ink(widget: QWidget, theme: Theme) -> str:
    """Which of the two colours of words more is written in."""
    picture = widget.grab().toImage()
    places = ((x, y) for x in range(picture.width()) for y in range(picture.height()))
    count = Counter(picture.pixelColor(x, y).name() for x, y in places)
    return max((theme.text, theme.hint), key=lambda colour: count[colour])


@every_theme
def test_a_step_that_cannot_be_gone_to_is_paler(qtbot: QtBot, theme: Theme) -> None:
    step = QPushButton("3 Titles")
    step.setProperty("look", "step")
    qtbot.addWidget(step)
    step.setStyleSheet(style_sheet(theme))
    assert _ink(step, theme) == theme.text
    step.setEnabled(False)
    assert _ink(step, theme) == theme.hint


@every_theme
def test_what_a_menu_cannot_do_now_is_paler(qtbot: QtBot, theme: Theme) -> None:
    menu = QMenu()
    qtbot.addWidget(menu)
    action = menu.addAction(_WORDS)
    menu.setStyleSheet(style_sheet(theme) + " QMenu { border: 0 }")
    assert _ink(menu, theme) == theme.text
    action.setEnabled(False)
    assert _ink(menu, theme) == theme.hint


@every_theme
@pytest.mark.parametrize(
    "kind", [QLineEdit, QComboBox, QSpinBox, QCheckBox, QRadioButton, QPushButton]
)
def test_what_cannot_be_changed_now_is_paler(
    qtbot: QtBot, theme: Theme, kind: type[QWidget]
) -> None:
    control = kind()
    qtbot.addWidget(control)
    match control:
        case QLineEdit() | QCheckBox() | QRadioButton() | QPushButton():
            control.setText(_WORDS)
        case QComboBox():
            control.addItem(_WORDS)
        case QSpinBox():
            control.setRange(0, 888_888_888)
            control.setValue(888_888_888)
    control.setStyleSheet(style_sheet(theme) + f" {kind.__name__} {{ border: 0 }}")
    control.resize(600, 40)
    assert _ink(control, theme) == theme.text
    control.setEnabled(False)
    assert _ink(control, theme) == theme.hint


@every_theme
def test_a_row_is_ruled_in_one_colour_from_its_title_on(qtbot: QtBot, theme: Theme) -> None:
    table = QTableWidget(3, 1)
    qtbot.addWidget(table)
    table.setPalette(palette(theme))
    table.setStyleSheet(style_sheet(theme))
    table.resize(300, 200)
    table.show()
    picture = table.grab().toImage()
    rule = table.horizontalHeader().height() + table.rowHeight(0) + table.frameWidth() - 1
    cell = table.verticalHeader().width() + 20
    assert picture.pixelColor(cell, rule).name() == theme.line
    assert picture.pixelColor(10, rule).name() == theme.line


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
