"""Everything that the rules of things to do look at, of one department."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from referent_desk.domain.advice_tasks import ContractEnd
from referent_desk.domain.approval_tasks import ApprovalFacts
from referent_desk.domain.dial_tasks import DialFacts
from referent_desk.domain.directory import DirectoryEntry
from referent_desk.domain.drill_tasks import DrillFacts
from referent_desk.domain.handovers_tasks import HandoverFacts
from referent_desk.domain.help_tasks import HelpFacts
from referent_desk.domain.known_numbers import NO_NUMBERS, KnownNumbers
from referent_desk.domain.means_tasks import MeansFacts
from referent_desk.domain.nomination_tasks import NominationFacts
from referent_desk.domain.people import Appointment, Person
from referent_desk.domain.presence_tasks import PresenceFacts
from referent_desk.domain.procedures import ProcedureRow
from referent_desk.domain.reading_tasks import ReadingFacts
from referent_desk.domain.sheet_states import BinderState
from referent_desk.domain.skills_tasks import SkillFacts
from referent_desk.domain.verification_tasks import VerificationFacts

NO_APPROVALS = ApprovalFacts()
NO_TRIALS = VerificationFacts()
NO_MEANS = MeansFacts()
NO_READING = ReadingFacts()
NO_DIALLING = DialFacts()
NO_HANDOVERS = HandoverFacts()
NO_SKILLS = SkillFacts()
NO_PRESENCE = PresenceFacts()
NO_NOMINATIONS = NominationFacts()
NO_HELP = HelpFacts()


@dataclass(frozen=True, slots=True)
class TaskFacts:
    """Everything that bears on what is to do in one department.

    `path` goes from the department up. `functions_said`: the department has ticked what it does.
    `starters` are the functions whose procedure the program could bring; `asked_values` the names
    that the procedures in force want filled in, each with what the sheets print. `binder` is
    read where there is paper to speak of, `numbers` are those that its sheets print. `hotlines`
    are those of its programs, one for each program. What follows is what each subject looks at.
    """

    department_id: str
    path: tuple[str, ...]
    functions_said: bool
    uses: tuple[ProcedureRow, ...]
    starters: frozenset[str]
    asked_values: Mapping[str, str]
    directory: tuple[DirectoryEntry, ...]
    appointments: tuple[Appointment, ...]
    people: Mapping[str, Person]
    last_printed: date | None
    binder: BinderState | None = None
    numbers: KnownNumbers = NO_NUMBERS
    hotlines: tuple[str, ...] = ()
    approvals: ApprovalFacts = NO_APPROVALS
    trials: VerificationFacts = NO_TRIALS
    means: MeansFacts = NO_MEANS
    drills: DrillFacts | None = None
    reading: ReadingFacts = NO_READING
    dialling: DialFacts = NO_DIALLING
    handovers: HandoverFacts = NO_HANDOVERS
    contracts: tuple[ContractEnd, ...] = ()
    nominations: NominationFacts = NO_NOMINATIONS
    presence: PresenceFacts = NO_PRESENCE
    help_given: HelpFacts = NO_HELP
    skills: SkillFacts = NO_SKILLS
