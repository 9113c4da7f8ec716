"""Handovers of a small ward in memory."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from referent_desk.domain.changes import Kind
from referent_desk.domain.deeds import Saved
from referent_desk.domain.erasures import ErasureSurvey
from referent_desk.domain.handovers import DepartmentHandovers
from referent_desk.domain.successions import Succession
from referent_desk.gui.questions_handovers import HandoverQuestions
from tests.gui.stand_in_records import AT

DAY = date(2026, 11, 22)


def _saved(*_asked: object) -> Saved:
    return Saved(frozenset({Kind.HANDOVERS}), "", AT)


STAND_IN_HANDOVERS = HandoverQuestions(
    list_handovers=lambda key: DepartmentHandovers(key, "Cardiology", DAY, Succession(key), (), {}),
    tick=_saved,
    add_item=_saved,
    give=_saved,
    sign=_saved,
    give_up=_saved,
    write_file=lambda _id, path: path,
    suggest_path=lambda _id: Path("suggested.pdf"),
    days=lambda _id: (None, None, DAY),
    survey=lambda key: ErasureSurvey(key, "Ada Moreau", None, None, None, DAY),
    plan=_saved,
    erase=_saved,
)
