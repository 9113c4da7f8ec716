"""A group of two hospitals in memory."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

from referent_desk.domain.convergences import (
    Convergence,
    Convergences,
    Nearness,
    OwnedText,
    Spread,
)
from referent_desk.domain.evidence import Site
from referent_desk.domain.group_offices import Answering, GroupOffices, OfficeNarrowing, OfficeRow
from referent_desk.domain.group_views import GroupConvergences, TwoTexts
from referent_desk.domain.procedures import ProcedureText, Step
from referent_desk.domain.readiness import Cover
from referent_desk.gui.questions_group_views import GroupViewQuestions

_CARDIOLOGY = OfficeRow(
    *("a", "Cardiology", "0412", "n", "North", "Heart", Answering.COVERED),
    mains=("Anne Roy",),
    deputies=("Luc Petit",),
    programs=2,
    held=2,
    cover=Cover.COVERED,
)
_DIALYSIS = replace(
    _CARDIOLOGY,
    department_id="b",
    name="Dialysis",
    code="0413",
    answering=Answering.ORPHAN,
    mains=(),
    deputies=(),
    orphan_since=date(2026, 10, 31),
)
_SOUTH = replace(
    _CARDIOLOGY,
    department_id="c",
    establishment_id="s",
    establishment="South",
    pole="",
    answering=Answering.DEPUTY,
    mains=(),
)
OFFICES = GroupOffices(date(2026, 11, 22), (_CARDIOLOGY, _DIALYSIS, _SOUTH))
_FIRST = OwnedText("p", "r", "a", "pre", "plus", "{}")
_SECOND = OwnedText("q", "s", "c", "pre", "plus", "{}")
PAIR = Convergence("pre", "plus", Nearness.NEAR, 2, 9, 2, 3, _FIRST, _SECOND)
GROUP = GroupConvergences(
    {"pre": "Prescription"},
    {"plus": "Dossier+", "minus": "Dossier-"},
    {"a": Site("Cardiology", "n", "North"), "c": Site("Cardiology", "s", "South")},
    (
        Spread("pre", "plus", 1, 2, 30, (("n", "North", 1), ("s", "South", 1))),
        Spread("pre", "minus", 1, 1, 0, (("n", "North", 1),)),
    ),
    Convergences((PAIR,), 12, 0, 4),
)
TEXTS = TwoTexts(
    GROUP.sites["a"],
    GROUP.sites["c"],
    ProcedureText("On paper", steps=(Step("Take the binder"),)),
    ProcedureText("On paper", steps=(Step("Take the red binder"),)),
)


def _export(_narrowing: OfficeNarrowing, path: Path) -> Path:
    return path


STAND_IN_GROUP_VIEWS = GroupViewQuestions(
    read_offices=lambda: OFFICES,
    read_convergences=lambda: GROUP,
    read_two_texts=lambda _pair: TEXTS,
    export_offices=_export,
    export_convergences=lambda path: path,
    write_evidence=lambda path, _establishment_id: path,
    suggest_export=lambda ending: Path(f"group{ending}"),
    suggest_evidence=lambda ending: Path(f"evidence{ending}"),
)
