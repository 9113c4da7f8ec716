"""What the window may ask, as plain callables; all of them run on the worker, none in the window.

The window knows no use case: `app.py` gives it these, a test gives it its own.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from PySide6.QtWidgets import QWidget

from referent_desk.domain.values import dataclass
from referent_desk.gui.jobs import Progress
from referent_desk.gui.questions_advice import AdviceQuestions
from referent_desk.gui.questions_approvals import ApprovalQuestions
from referent_desk.gui.questions_copies import CopyQuestions
from referent_desk.gui.questions_coverage import CoverageQuestions
from referent_desk.gui.questions_drafts import DraftQuestions
from referent_desk.gui.questions_drills import DrillQuestions
from referent_desk.gui.questions_failures import FailureQuestions
from referent_desk.gui.questions_finding import FindingQuestions
from referent_desk.gui.questions_group_views import GroupViewQuestions
from referent_desk.gui.questions_handovers import HandoverQuestions
from referent_desk.gui.questions_help import HelpQuestions
from referent_desk.gui.questions_help_given import HelpGivenQuestions
from referent_desk.gui.questions_imports import ImportQuestions
from referent_desk.gui.questions_practice import PracticeQuestions
from referent_desk.gui.questions_presences import PresenceQuestions
from referent_desk.gui.questions_printing import PrintingQuestions
from referent_desk.gui.questions_records import RecordQuestions
from referent_desk.gui.questions_skills import SkillQuestions
from referent_desk.gui.questions_today import FirstStepsQuestions, TodayQuestions
from referent_desk.gui.questions_verifications import VerificationQuestions

if TYPE_CHECKING:
    from referent_desk.domain.changes import Kind
    from referent_desk.domain.departments import DepartmentChoice, DepartmentDetail, DepartmentRow
    from referent_desk.domain.listings import Listing, Page
    from referent_desk.domain.people import AppointmentRow, PersonDetail, PersonRow
    from referent_desk.domain.procedures import ProcedureDetail, ProcedureRow
    from referent_desk.domain.proposals import ProposalRow
    from referent_desk.domain.software import SoftwareDetail, SoftwareRow


class PreviewedBinder(Protocol):
    @property
    def pdf(self) -> bytes: ...

    @property
    def pages(self) -> int: ...


class PrintedFile(Protocol):
    """`set_plain` holds the codes of the sheets that could only be set as plain text.

    `new_copy`: the copy begins with this printing.
    """

    @property
    def path(self) -> Path: ...

    @property
    def pages(self) -> int: ...

    @property
    def sheets(self) -> int: ...

    @property
    def copy_number(self) -> int | None: ...

    @property
    def new_copy(self) -> bool: ...

    @property
    def run_number(self) -> int | None: ...

    @property
    def set_plain(self) -> tuple[str, ...]: ...


@dataclass(frozen=True, slots=True)
class OpenedHome:
    """What the window must know of the home before it shows anything of it."""

    read_only: bool
    notices: tuple[str, ...]
    is_empty: bool
    department: DepartmentChoice | None
    waits_for_writer: bool = False
    """Only read because somebody else writes, as the first notice says."""


PageImage = tuple[int, int, int, bytes]
"""Width, height, bytes per line, and the pixels in the order blue, green, red, alpha."""


@dataclass(frozen=True, slots=True)
class HomeQuestions:
    """`open_home` is given the department remembered from last time.

    Asked again it takes the home anew: one that was out of reach, or that somebody else was
    writing in. Where that fails what was open stays open.
    """

    open_home: Callable[[str | None], OpenedHome]
    close_home: Callable[[], None]
    fill_demo: Callable[[], frozenset[Kind]]


class StarterOffer(Protocol):
    """`functions` are ids; `is_first`: the home holds no procedure at all."""

    @property
    def functions(self) -> frozenset[str]: ...

    @property
    def is_first(self) -> bool: ...


@dataclass(frozen=True, slots=True)
class StarterQuestions:
    """What the shipped procedures could fill, and the taking of them as drafts."""

    offer: Callable[[], StarterOffer]
    adopt: Callable[[], frozenset[Kind]]


@dataclass(frozen=True, slots=True)
class ListQuestions:
    list_departments: Callable[[Listing], Page[DepartmentRow]]
    list_choices: Callable[[Listing], Page[DepartmentChoice]]
    read_department: Callable[[str], DepartmentDetail]
    list_software: Callable[[Listing], Page[SoftwareRow]]
    read_software: Callable[[str], SoftwareDetail]
    list_appointments: Callable[[Listing], Page[AppointmentRow | ProposalRow]]
    list_people: Callable[[Listing], Page[PersonRow]]
    read_person: Callable[[str], PersonDetail]
    list_procedures: Callable[[Listing], Page[ProcedureRow]]
    read_procedure: Callable[[str, str, str | None], ProcedureDetail]


def _render_nothing(_department_id: str, _progress: Progress) -> int:
    return 0


@dataclass(frozen=True, slots=True)
class BinderQuestions:
    """`preview` and `write` take the copy's number, None for none, and whether sheets are printed
    on one side only; `draw_page` the page and the box it fits, whose height 0 is no bound."""

    preview: Callable[[str, int | None, bool, Progress], PreviewedBinder]
    write: Callable[[str, Path, int | None, bool, Progress], PrintedFile]
    suggest_path: Callable[[str], Path]
    draw_page: Callable[[bytes, int, int, int], PageImage]
    render: Callable[[str, Progress], int] = _render_nothing
    """Lay out beforehand what the binder of a department needs; how many sheets that were."""


@dataclass(frozen=True, slots=True)
class FileQuestions:
    """Asked of the desktop: where to write (None: the reader gave up), and to show a file."""

    ask_path: Callable[[QWidget, Path], Path | None]
    open_file: Callable[[Path], bool]


@dataclass(frozen=True, slots=True)
class Questions:
    home: HomeQuestions
    lists: ListQuestions
    starters: StarterQuestions
    binders: BinderQuestions
    records: RecordQuestions
    help: HelpQuestions
    help_given: HelpGivenQuestions
    today: TodayQuestions
    first_steps: FirstStepsQuestions
    finding: FindingQuestions
    drafts: DraftQuestions
    imports: ImportQuestions
    printing: PrintingQuestions
    practice: PracticeQuestions
    copies: CopyQuestions
    drills: DrillQuestions
    failures: FailureQuestions
    coverage: CoverageQuestions
    verifications: VerificationQuestions
    approvals: ApprovalQuestions
    advice: AdviceQuestions
    presences: PresenceQuestions
    handovers: HandoverQuestions
    skills: SkillQuestions
    group_views: GroupViewQuestions
