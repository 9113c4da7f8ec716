from __future__ import annotations

import pytest

from referent_desk.domain.pasted_rtf import lines_of_rtf

WORDPAD = r"""{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0\fnil\fcharset0 Calibri;}}
{\*\generator Riched20 10.0.19041}\viewkind4\uc1
\pard{\pntext\f0 1.\tab}{\*\pn\pnlvlbody\pnf0\pnindent0\pnstart1\pndec{\pntxta.}}
\fi-360\li720 Prendre le \b classeur\b0\par
{\pntext\f0 2.\tab}Noter l\rquote heure \'e0 8 h\par
\pard\ilvl1 Deuxi\u232?me niveau\par}"""


@pytest.mark.parametrize(
    ("written", "lines"),
    [
        (WORDPAD, ["1 Prendre le classeur", "1 Noter l’heure à 8 h", "2 Deuxième niveau"]),
        (r"{\rtf1 {\pict 0102ff} Un{\*\nothing deux} \{trois\}}", ["1 Un {trois}"]),
        ("{" * 1000 + "Un", ["1 Un"]),
        ("}}}} Un", ["1 Un"]),
        ("", []),
    ],
)
def test_words_paragraphs_and_levels_are_read(written: str, lines: list[str]) -> None:
    assert [f"{line.level} {line.text}" for line in lines_of_rtf(written)] == lines
