"""What a part of the window is given so that it may edit, on records in memory."""

from __future__ import annotations

from referent_desk.gui.change_bus import ChangeBus
from referent_desk.gui.editing import Editing
from referent_desk.gui.jobs import Jobs
from referent_desk.gui.saving import Saver
from tests.gui.stand_in_records import StandInRecords


def editing_on(records: StandInRecords, jobs: Jobs, *, can_save: bool = True) -> Editing:
    saver = Saver(jobs, ChangeBus(), None)
    saver.let_save(can_save)
    return Editing(records.questions(), saver, jobs)
