"""What a part of the window needs to change records: questions, the saver, the worker."""

from __future__ import annotations

from dataclasses import field

from referent_desk.domain.values import dataclass
from referent_desk.gui.jobs import Jobs
from referent_desk.gui.questions_records import RecordQuestions
from referent_desk.gui.saving import Saver
from referent_desk.gui.signers import Signer


@dataclass(frozen=True, slots=True)
class Editing:
    records: RecordQuestions
    saver: Saver
    jobs: Jobs
    signer: Signer = field(default_factory=Signer)

    @property
    def is_possible(self) -> bool:
        """Not in a home that is only read."""
        return self.saver.can_save
