"""Light, dark and high contrast: colours by their purpose, a palette, and the style sheet."""

from __future__ import annotations

from dataclasses import asdict
from enum import StrEnum
from functools import cache
from string import Template

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication

from referent_desk.domain.values import dataclass
from referent_desk.resources import resource


class ThemeChoice(StrEnum):
    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"
    CONTRAST = "contrast"


class Tone(StrEnum):
    """What a colour says; a word and a shape always say it first."""

    GOOD = "good"
    WARNING = "warning"
    BAD = "bad"
    NEUTRAL = "neutral"


@dataclass(frozen=True, slots=True)
class Theme:
    """`tick` and `ink` name the drawings that stand out from the accent and from the surface.

    `hint` writes an example in an empty field, which must not pass for an answer.
    `disabled_edge` draws the edge of what cannot be pressed, where no paler colour may say so.
    """

    name: ThemeChoice
    window: str
    surface: str
    text: str
    muted: str
    hint: str
    line: str
    edge: str
    accent: str
    accent_text: str
    accent_hover: str
    selection: str
    selection_text: str
    hover: str
    good: str
    warning: str
    bad: str
    neutral: str
    notice: str
    notice_edge: str
    backdrop: str
    tick: str
    ink: str
    disabled_edge: str = "solid"

    def tone(self, tone: Tone) -> str:
        return str(getattr(self, tone.value))


LIGHT = Theme(
    name=ThemeChoice.LIGHT, window="#f3f5f7", surface="#ffffff", text="#1a2430", muted="#51606f",
    hint="#51606f", line="#d9dfe5", edge="#7d8a97", accent="#1d5f8e", accent_text="#ffffff",
    accent_hover="#174d74", selection="#d8e8f5", selection_text="#1a2430", hover="#edf2f7",
    good="#23702c", warning="#8f5100", bad="#a9231d", neutral="#51606f", notice="#fff4e0",
    notice_edge="#c98a2b", backdrop="#d9dfe5", tick="white", ink="black",
)  # fmt: skip
DARK = Theme(
    name=ThemeChoice.DARK, window="#1b2027", surface="#232a33", text="#e9edf2", muted="#b0bac6",
    hint="#b0bac6", line="#3a4450", edge="#8894a2", accent="#7db8e8", accent_text="#10202e",
    accent_hover="#9fcbef", selection="#2f4a63", selection_text="#ffffff", hover="#2b343f",
    good="#86d08d", warning="#f0b75e", bad="#ff9c94", neutral="#b0bac6", notice="#3b3220",
    notice_edge="#c98a2b", backdrop="#3a4450", tick="black", ink="white",
)  # fmt: skip
CONTRAST = Theme(
    name=ThemeChoice.CONTRAST, window="#000000", surface="#000000", text="#ffffff",
    muted="#ffffff", hint="#b4b4b4", line="#ffffff", edge="#ffffff", accent="#ffe14d",
    accent_text="#000000", accent_hover="#ffffff", selection="#ffe14d",
    selection_text="#000000", hover="#333333",
    good="#7dff8a", warning="#ffd23f", bad="#ff9a9a", neutral="#ffffff", notice="#000000",
    notice_edge="#ffd23f", backdrop="#333333", tick="black", ink="white", disabled_edge="dashed",
)  # fmt: skip
THEMES = {theme.name: theme for theme in (LIGHT, DARK, CONTRAST)}
_BY_WINDOW = {theme.window: theme for theme in THEMES.values()}


def theme_of(palette: QPalette) -> Theme:
    """The theme that a palette was made from; light where it was made by somebody else."""
    return _BY_WINDOW.get(palette.color(QPalette.ColorRole.Window).name(), LIGHT)


def chosen_theme(choice: ThemeChoice, application: QApplication) -> Theme:
    """The theme for a choice; `SYSTEM` follows what the desktop says of itself."""
    if choice is not ThemeChoice.SYSTEM:
        return THEMES[choice]
    hints = application.styleHints()
    if hints.accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast:
        return CONTRAST
    return DARK if hints.colorScheme() == Qt.ColorScheme.Dark else LIGHT


def palette(theme: Theme) -> QPalette:
    made = QPalette()
    role = QPalette.ColorRole
    colours = {
        role.Window: theme.window,
        role.WindowText: theme.text,
        role.Base: theme.surface,
        role.AlternateBase: theme.hover,
        role.Text: theme.text,
        role.PlaceholderText: theme.hint,
        role.Button: theme.surface,
        role.ButtonText: theme.text,
        role.BrightText: theme.bad,
        role.Highlight: theme.selection,
        role.HighlightedText: theme.selection_text,
        role.Link: theme.accent,
        role.LinkVisited: theme.accent,
        role.ToolTipBase: theme.surface,
        role.ToolTipText: theme.text,
        role.Accent: theme.accent,
        role.Light: theme.surface,
        role.Midlight: theme.line,
        role.Mid: theme.line,
        role.Dark: theme.edge,
        role.Shadow: theme.edge,
    }
    for colour_role, colour in colours.items():
        made.setColor(colour_role, QColor(colour))
    for colour_role in (role.WindowText, role.Text, role.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, colour_role, QColor(theme.muted))
    return made


@cache
def style_sheet(theme: Theme) -> str:
    """`resources/style.qss` with its `$names` replaced by the colours of the theme."""
    text = resource("style.qss").read_text(encoding="utf-8")
    return Template(text).substitute(asdict(theme), icons=resource("icons").as_posix())


def wear(theme: Theme, application: QApplication) -> None:
    application.setPalette(palette(theme))
    application.setStyleSheet(style_sheet(theme))


def contrast_ratio(one: str, other: str) -> float:
    """WCAG 2.2 contrast of two colours, 1 to 21."""

    def luminance(colour: str) -> float:
        parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
        linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)
