"""A small hospital in memory, asked as the window asks: for tests of the window alone."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import Any

from referent_desk.domain.changes import Kind
from referent_desk.domain.departments import (
    CoverageRow,
    DepartmentChoice,
    DepartmentDetail,
    DepartmentRow,
    Node,
    NodeKind,
)
from referent_desk.domain.listings import Listing, Page
from referent_desk.domain.people import (
    AppointmentKind,
    AppointmentRank,
    AppointmentRow,
    AppointmentState,
    Person,
    PersonDetail,
    PersonRow,
)
from referent_desk.domain.procedures import (
    ProcedureDetail,
    ProcedureRow,
    ProcedureState,
    ProcedureStatus,
    ProcedureText,
    Reason,
    Revision,
    RevisionState,
    Step,
    UsefulNumber,
)
from referent_desk.domain.software import (
    DeploymentRow,
    ReleaseLive,
    Software,
    SoftwareDetail,
    SoftwareRow,
    SoftwareStatus,
)
from referent_desk.gui.jobs import Progress
from referent_desk.gui.main_window import Surroundings
from referent_desk.gui.questions import (
    BinderQuestions,
    FileQuestions,
    HomeQuestions,
    ListQuestions,
    OpenedHome,
    PageImage,
    Questions,
    StarterQuestions,
)
from tests.gui.stand_in_advice import STAND_IN_ADVICE
from tests.gui.stand_in_approvals import StandInApprovals
from tests.gui.stand_in_copies import StandInCopies, copy_state, outdated
from tests.gui.stand_in_coverage import STAND_IN_COVERAGE
from tests.gui.stand_in_drafts import StandInDrafts
from tests.gui.stand_in_drills import StandInDrills
from tests.gui.stand_in_failures import STAND_IN_FAILURES
from tests.gui.stand_in_finding import StandInFinding
from tests.gui.stand_in_group_views import STAND_IN_GROUP_VIEWS
from tests.gui.stand_in_handovers import STAND_IN_HANDOVERS
from tests.gui.stand_in_help import STAND_IN_HELP
from tests.gui.stand_in_help_given import StandInHelpGiven
from tests.gui.stand_in_imports import STAND_IN_IMPORTS
from tests.gui.stand_in_practice import StandInPractice
from tests.gui.stand_in_presences import StandInPresences
from tests.gui.stand_in_printing import StandInPrinting
from tests.gui.stand_in_records import StandInRecords
from tests.gui.stand_in_skills import StandInSkills
from tests.gui.stand_in_tasks import STAND_IN_FIRST_STEPS, StandInTasks
from tests.gui.stand_in_verifications import StandInVerifications

DAY = date(2026, 3, 12)
HOSTILE = (
    "<b>gras</b>",
    "R&D",
    "&Amp",
    "<nom du cadre>",
    "<table><tr><td>" * 20,
    "x" * 300,
    "µg 💉 ễ",
    "a\nb\tc",
    "quotes \"double\" and 'single'",
    "%s {name} \\n",
)


@dataclass
class Asked:
    """Answers listings from rows in memory, a page at a time, and remembers what was asked."""

    rows: Sequence[Any]
    text_of: Callable[[Any], str]
    listings: list[Listing] = field(default_factory=list)

    def __call__(self, listing: Listing) -> Page[Any]:
        self.listings.append(listing)
        fitting = [r for r in self.rows if listing.text.casefold() in self.text_of(r).casefold()]
        if listing.sort:
            fitting.sort(key=lambda r: str(getattr(r, listing.sort)), reverse=listing.descending)
        start = int(str(listing.after[0])) if listing.after is not None else 0
        end = start + listing.limit
        after = (end,) if end < len(fitting) else None
        return Page(tuple(fitting[start:end]), len(fitting), len(self.rows), after)


def department_row(number: int, name: str = "") -> DepartmentRow:
    return DepartmentRow(
        id=f"d{number}",
        kind=NodeKind.DEPARTMENT,
        name=name or f"Department {number:04}",
        code=f"{number:04}",
        establishment="North Hospital",
        parent="Pole",
        beds=12,
        software_count=3,
        referent="Ada Moreau",
        holes=number % 3,
        closed=False,
    )


def choice_of(row: DepartmentRow) -> DepartmentChoice:
    return DepartmentChoice(row.id, row.name, row.code, row.establishment)


def department_detail(row: DepartmentRow, text: str) -> DepartmentDetail:
    node = Node(
        row.id, row.kind, row.name, None, row.code, "", text, 12, "1-5 08:00-18:00", text, "CAR"
    )
    coverage = (
        CoverageRow("f1", text, "s1", text, "to_verify"),
        CoverageRow("f2", "Transfusion", None, "", ""),
    )
    return DepartmentDetail(
        node,
        ("Group", "North Hospital"),
        coverage,
        (("software_main", text, "4312"),),
        ((text, text),),
        DAY,
        "North Hospital",
    )


def software_detail(row: SoftwareRow, text: str) -> SoftwareDetail:
    return SoftwareDetail(
        software=Software(row.id, row.name, text, None, 1, text, text, aliases=(text,)),
        kind=text,
        replaced_by=text,
        releases=(ReleaseLive("r1", "9.5", "e1", text, DAY),),
        undated_versions=(text,),
        deployments=(DeploymentRow("u2", "d2", text, text, text, None, None, 4, 240),),
        deployments_total=7,
    )


def appointment_row(text: str) -> AppointmentRow:
    return AppointmentRow(
        id="a1",
        person_id="p1",
        person=text,
        role=text,
        telephone=text,
        department_id="d1",
        department=text,
        kind=AppointmentKind.SOFTWARE,
        rank=AppointmentRank.MAIN,
        software=text,
        since=None,
        until=DAY,
        state=AppointmentState.EXPIRES_SOON,
    )


def procedure_detail(text: str) -> ProcedureDetail:
    steps = (
        Step(text, text, ("F05",), text, 1),
        Step(text, "", (), "", 2),
        Step(text, "", (), "", 3),
    )
    written = ProcedureText(
        text, text, text, (text,), (text,), steps, (UsefulNumber(text, text),), (text,), (text,)
    )
    status = ProcedureStatus(
        ProcedureState.TO_VERIFY,
        (Reason("newer_release", {"version": text, "running": text, "day": DAY}),),
    )
    return ProcedureDetail(
        function=text,
        software=text,
        owner=text,
        sheet_code="PRE-01",
        sheet_revision=3,
        check_code="K7M4",
        running_version=text,
        revision=Revision("r", "p", RevisionState.APPROVED, written, 3, text, text, DAY),
        status=status,
        contacts=((text, text, text),),
    )


@dataclass(frozen=True)
class StandInBinder:
    pdf: bytes
    pages: int


@dataclass(frozen=True)
class StandInFile:
    path: Path
    pages: int
    sheets: int
    copy_number: int | None
    run_number: int | None
    set_plain: tuple[str, ...]
    new_copy: bool = False


def draw_page(_pdf: bytes, _page: int, width: int, height: int) -> PageImage:
    width = min(width, height * 210 // 297) if height else width
    height = width * 297 // 210
    return width, height, width * 4, b"\xff" * (width * 4 * height)


def preview(_id: str, _copy: int | None, one_sided: bool, progress: Progress) -> StandInBinder:
    progress(1, 2)
    return StandInBinder(b"%PDF", 40 if one_sided else 42)


def write(
    _id: str, path: Path, copy: int | None, _one_sided: bool, progress: Progress
) -> StandInFile:
    progress(1, 2)
    path.write_bytes(b"%PDF")
    return StandInFile(path, 42, 30, copy, 5, ())


@dataclass(frozen=True)
class StandInOffer:
    functions: frozenset[str]
    is_first: bool


class StandInHome:
    """The questions of a home with `count` departments, all other texts being `text`."""

    def __init__(self, count: int = 3, text: str = "Dossier+", name: str = "") -> None:
        self.text = text
        self.records = StandInRecords(text)
        self.drafts = StandInDrafts(text)
        self.tasks = StandInTasks(self.records)
        self.finding = StandInFinding(text)
        self.drills = StandInDrills(text)
        self.help_given = StandInHelpGiven(text)
        self.copies = StandInCopies(self.records, text, (copy_state(1, *outdated(), text=text),))
        self.verifications = StandInVerifications(text)
        rows = [department_row(number, name) for number in range(1, count + 1)]
        self.records.rows = tuple(rows)
        self.departments = Asked(rows, lambda row: str(row.name))
        choices = [choice_of(row) for row in rows]
        self.choices = Asked(choices, lambda choice: str(choice.name))
        self.software = Asked(
            [
                SoftwareRow("s1", text, text, text, 1, "9.5", SoftwareStatus.IN_USE, 4, False),
                SoftwareRow("s2", "Zebra", "", "", 2, "1", SoftwareStatus.RETIRED, 0, True),
            ],
            lambda row: str(row.name),
        )
        self.appointments = Asked([appointment_row(text)], lambda row: str(row.person))
        self.people = Asked(
            [
                PersonRow("p1", text, text, "d1", text, 1, None, False),
                PersonRow("p2", "Zoé", "", None, "", 0, None, False),
            ],
            lambda row: str(row.person),
        )
        self.procedures = Asked(
            [
                ProcedureRow("f1", "s1", text, text, 1, "p", "r", text, ProcedureState.TO_VERIFY),
                ProcedureRow(
                    "f2", "s2", "Meals", "Zebra", 1, None, None, "", ProcedureState.MISSING
                ),
            ],
            lambda row: str(row.function),
        )
        self.opened = OpenedHome(False, (), not rows, choices[0] if choices else None)
        self.offer = StandInOffer(frozenset(), False)
        self.calls: list[str] = []

    def questions(self) -> Questions:
        return Questions(
            HomeQuestions(
                lambda _remembered: self.opened,
                lambda: self.calls.append("closed"),
                frozenset,
            ),
            ListQuestions(
                list_departments=self.departments,
                list_choices=self.choices,
                read_department=self.read_department,
                list_software=self.software,
                read_software=lambda key: software_detail(self._row(self.software, key), self.text),
                list_appointments=self.appointments,
                list_people=self.people,
                read_person=lambda key: PersonDetail(
                    Person(key, self.text, self.text, self.text, "d1", self.text, self.text),
                    self.text,
                    (appointment_row(self.text),),
                ),
                list_procedures=self.procedures,
                read_procedure=lambda _d, _f, _s: procedure_detail(self.text),
            ),
            StarterQuestions(lambda: self.offer, self.adopt_starters),
            BinderQuestions(preview, write, lambda _id: Path("suggested.pdf"), draw_page),
            self.records.questions(),
            STAND_IN_HELP,
            finding=self.finding.questions(),
            drafts=self.drafts.questions(),
            today=self.tasks.questions(),
            first_steps=STAND_IN_FIRST_STEPS,
            imports=STAND_IN_IMPORTS,
            printing=StandInPrinting().questions(),
            practice=StandInPractice().questions(),
            copies=self.copies.questions(),
            verifications=self.verifications.questions(),
            failures=STAND_IN_FAILURES,
            coverage=STAND_IN_COVERAGE,
            approvals=StandInApprovals().questions(),
            advice=STAND_IN_ADVICE,
            presences=StandInPresences().questions(),
            handovers=STAND_IN_HANDOVERS,
            group_views=STAND_IN_GROUP_VIEWS,
            drills=self.drills.questions(),
            help_given=self.help_given.questions(),
            skills=StandInSkills().questions(),
        )

    def adopt_starters(self) -> frozenset[Kind]:
        self.calls.append("starters")
        self.offer = StandInOffer(frozenset(), False)
        return frozenset({Kind.PROCEDURES})

    def read_department(self, department_id: str) -> DepartmentDetail:
        return department_detail(self._row(self.departments, department_id), self.text)

    @staticmethod
    def _row(asked: Asked, key: str) -> Any:
        return next(row for row in asked.rows if row.id == key)


def surroundings(root: Path, warnings: tuple[str, ...] = ()) -> Surroundings:
    path = root / "binder.pdf"
    files = FileQuestions(lambda _parent, _suggested: path, lambda _path: True)
    return Surroundings(root, warnings, files, lambda _choice: None)


def with_home(questions: Questions, **changed: Any) -> Questions:
    return replace(questions, home=replace(questions.home, **changed))


def with_lists(questions: Questions, **changed: Any) -> Questions:
    return replace(questions, lists=replace(questions.lists, **changed))


def with_binders(questions: Questions, **changed: Any) -> Questions:
    return replace(questions, binders=replace(questions.binders, **changed))
