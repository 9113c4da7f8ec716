"""From a key to the painted list of what was found, among 50,000 procedures and all else."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from referent_desk.home import Home
from tests.benchmarks.windows import LargeSitting, Painting, erase, letters, middles, told

MOST = 33.0  # milliseconds at the 99th percentile, as the issue asks
ROUNDS = 3
TYPED = (
    *("procédure 12", "cardiologie", "Procedure 4711", "clairfil", "fil clair 3", "infirmière"),
    *("pr cardio", "nœud", "noeud trace", "centre hospitalier 7", "dx care", "F05", "0412"),
    *("urgences 12", "prescription", "relais pont", "xyzzy", "médecin ca", "néphro", "archiv"),
    *("imagerie axe", "lien-bloc", "l'accueil", "dossier+", '"near', "a e i", "plan 99"),
    *("psychiatrie 3", "dialyse cadre", "gériatrie", "transfusion", "signe 12"),
    *("oncologie plan", "maternité 8", "rééducation", "carnet bloc", "pneumologie", "cercle axe"),
)


@pytest.fixture
def sitting(qtbot: QtBot, large_home: Home, tmp_path: Path) -> Iterator[LargeSitting]:
    opened = LargeSitting(large_home, tmp_path, qtbot)
    yield opened
    opened.leave()


def test_a_key_is_answered_within_two_frames_among_fifty_thousand_procedures(
    sitting: LargeSitting,
) -> None:
    """Each letter waits for the painted answer to the one before, as in `performance.md` 3.4."""
    finder = sitting.window.top.finder
    finder.open()
    sitting.settle()
    palette = finder.palette_popup
    painting = Painting(palette)
    shown: list[str] = []
    palette.model.modelReset.connect(lambda: shown.append(palette.field.text()))

    def answered() -> bool:
        return bool(shown) and shown[-1] == palette.field.text() and sitting.jobs.is_idle

    def one_round() -> list[float]:
        taken = []
        for text in TYPED:
            for one in text:
                if one == " ":  # finds the same: there may be nothing to paint
                    letters(palette.field, one)()
                    sitting.settle()
                    continue
                shown.clear()
                taken.append(painting.seconds(letters(palette.field, one), answered))
            shown.clear()
            taken.append(painting.seconds(erase(palette.field), answered))
            palette.field.clear()
            sitting.settle()
        return taken

    taken = middles([one_round() for _round in range(ROUNDS)])
    palette.hide()
    assert len(taken) > 300
    assert told("key to painted palette", taken) <= MOST


def test_keys_typed_faster_than_they_are_answered_end_in_the_last_answer(
    sitting: LargeSitting,
) -> None:
    finder = sitting.window.top.finder
    finder.open()
    sitting.settle()
    palette = finder.palette_popup
    painting = Painting(palette)

    def answered() -> bool:
        return palette.model.query.whole == "cardiologie" and sitting.jobs.is_idle

    taken = [painting.seconds(letters(palette.field, "cardiologie"), answered)]
    palette.hide()
    assert told("eleven keys at once to painted palette", taken) <= 11 * MOST
