"""Texts that broke other programs: typed into every field, they are kept letter by letter."""

from __future__ import annotations

DRAWN = (
    "dose <3mg> max",
    "<IPP> du patient",
    "<nom> : ____",
    "si K+ <3,5 ou Na>145",
    "R&D",
    "AT&T;",
    "A &lt; B",
    "&copy 2026",
    "a<b>c",
    "Si <b>urgence",
    "</b>",
    "<!-- x -->visible",
    "x<br/>y",
    "<para> 3",
    '<img src="/etc/passwd">',
    '<img src="file:///C:/x.png">',
    '<img src="\\\\10.0.0.9\\s\\a.png">',
    "<font color=\"toColor('red')\">x",
    '<a href="javascript:app.alert(1)">',
    '<onDraw name="x"/>',
    "<table><tr><td>" * 20,
    "ł ő ş ğ đ ẞ Œ œ € ’ – « » ≤ µ",
    "=cmd|'/c calc'!A0",
    "'; DROP TABLE procedure;--",
    "%s %(x)s {0} {x.__class__}",
    "../../x",
    "CON",
    "#REF!",
    "1e5",
)
"""The fonts of the paper have all their letters."""
SHORT = (
    *DRAWN,
    "\U0001f489 \u2695 \u2610 \u4e2d\u6587 \u0645\u0631\u062d\u0628\u0627",
    "\u05e9\u05dc\u05d5\u05dd",
)
CLEANED = {
    "nul\x00l": "null",
    "\x1b[31mred": "[31mred",
    "lone \ud800 half": "lone half",
    "\ufeffbom": "bom",
    "right\u202eleft": "rightleft",
    "zero\u200bwidth": "zerowidth",
    "e\u0301": "é",
    "a\r\nb\tc": "a b c",
}
"""What nobody can see is taken out, in a line; the rest is as it was typed."""
TOO_LONG = ("A" * 100_000, "mot " * 25_000, "x<br>" * 100_000, "<b>" * 20_000, "é" * 301)
NOTHING = ("", "   ", "\u200b", "\n\t ")
