from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from referent_desk.gui.jobs import Jobs
from referent_desk.gui.labels import ElidedLabel
from referent_desk.gui.procedures.revision_pages import RevisionsPage
from tests.gui.stand_in_approvals import StandInApprovals
from tests.gui.stand_in_drafts import StandInDrafts


def test_one_revision_alone_is_a_sentence_at_the_top_and_nothing_to_choose(
    qtbot: QtBot, jobs: Jobs
) -> None:
    revision = StandInDrafts().revisions[0]
    page = RevisionsPage(lambda _id: (revision,), jobs, "p1", "Prescription")
    qtbot.addWidget(page)
    page.resize(1000, 700)
    page.show()
    page.begin()
    qtbot.waitUntil(page.only.isVisible)
    seen = [label for label in page.findChildren(QLabel) if label.isVisible()]
    assert [label for label in seen if not isinstance(label, ElidedLabel)] == [page.only]
    qtbot.waitUntil(lambda: page.only.y() < 100 and page.only.height() < 40)


def test_two_revisions_are_written_as_a_file(qtbot: QtBot, jobs: Jobs) -> None:
    first = StandInDrafts().revisions[0]
    second = replace(first, id="r9", number=2)
    asked = StandInApprovals()
    page = RevisionsPage(
        lambda _id: (second, first), jobs, "p1", "Prescription", asked.papers(jobs)
    )
    qtbot.addWidget(page)
    page.show()
    page.begin()
    qtbot.waitUntil(page.paper.isVisible)
    page.paper.click()
    qtbot.waitUntil(lambda: bool(asked.done))
    assert asked.done == [("differences", first.id, "r9", Path("differences.pdf"))]
