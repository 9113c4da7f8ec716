"""What a sheet says (its body, hashed by `check_codes`), and its stamp, drawn later, not hashed."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from enum import StrEnum

from referent_desk.domain.directory import LineType
from referent_desk.domain.forms import FormDefinition
from referent_desk.domain.needs import Need
from referent_desk.domain.notice_sheets import NoticeBody
from referent_desk.domain.procedures import Step, UsefulNumber, VerificationResult
from referent_desk.domain.register_sheets import RegisterBody
from referent_desk.domain.slips import SlipBody
from referent_desk.domain.values import dataclass

COVER_CODE, LIST_CODE = "COUV", "LISTE"


class Bar(StrEnum):
    """What is said in a bar across the head of a procedure sheet that cannot be vouched for."""

    DRAFT = "draft"
    NEVER_VERIFIED = "never_verified"
    NEWER_RELEASE = "newer_release"
    PARTLY = "partly"
    FAILED = "failed"
    REVIEW_DUE = "review_due"


@dataclass(frozen=True, slots=True)
class Contact:
    """Somebody to call: a role; a name, a number, and when they are there, where it is known."""

    role: str
    name: str = ""
    number: str = ""
    hours: str = ""


@dataclass(frozen=True, slots=True)
class VerifiedOn:
    version: str
    day: date
    result: VerificationResult
    seen: str = ""  # what did not work, where it worked only in part


@dataclass(frozen=True, slots=True)
class ProcedureBody:
    """One function × software of a department, with its local values filled in."""

    function: str
    title: str
    software: str
    bars: tuple[Bar, ...] = ()
    verified: VerifiedOn | None = None
    running_version: str = ""
    trigger: str = ""
    decides: str = ""
    stops: tuple[str, ...] = ()
    still_works: tuple[str, ...] = ()
    steps: tuple[Step, ...] = ()
    numbers: tuple[UsefulNumber, ...] = ()
    after_48_hours: tuple[str, ...] = ()
    back_to_normal: tuple[str, ...] = ()
    contacts: tuple[Contact, ...] = ()
    needs: tuple[Need, ...] = ()
    remark: str = ""


@dataclass(frozen=True, slots=True)
class MissingBody:
    """There is no procedure yet: whom to ask, whom to warn, and what everybody can do on paper."""

    function: str
    software: str
    contacts: tuple[Contact, ...] = ()
    vendor_support: str = ""
    fallback: str = ""
    remark: str = ""


@dataclass(frozen=True, slots=True)
class Moment:
    when: str
    items: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ReflexBody:
    title: str
    lead: tuple[str, ...]
    moments: tuple[Moment, ...]
    warn: tuple[Contact, ...] = ()


@dataclass(frozen=True, slots=True)
class DecidingRole:
    role: str
    decides: str
    contact: Contact | None = None


@dataclass(frozen=True, slots=True)
class DecisionBody:
    title: str
    start_triggers: tuple[str, ...]
    stop_triggers: tuple[str, ...]
    roles: tuple[DecidingRole, ...]
    present: tuple[DirectoryLine, ...] = ()


@dataclass(frozen=True, slots=True)
class DirectoryLine:
    label: str
    number: str
    line_type: LineType = LineType.UNKNOWN
    works_without_network: bool | None = None
    private: bool = False
    hours: str = ""


@dataclass(frozen=True, slots=True)
class DirectoryGroup:
    heading: str
    lines: tuple[DirectoryLine, ...]


@dataclass(frozen=True, slots=True)
class DirectoryBody:
    title: str
    groups: tuple[DirectoryGroup, ...]


@dataclass(frozen=True, slots=True)
class Round:
    time: str
    departs: str
    arrives: str
    carries: str = ""


@dataclass(frozen=True, slots=True)
class Route:
    form: str
    form_title: str
    goes_to: str
    copies: int | None = None
    filed_by: str = ""


@dataclass(frozen=True, slots=True)
class RouteBody:
    title: str
    rounds: tuple[Round, ...]
    routes: tuple[Route, ...]
    rules: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class BackEntryLine:
    what: str
    deadline: str
    entered_by: str = ""
    checked_by: str = ""


@dataclass(frozen=True, slots=True)
class EndBody:
    title: str
    order: tuple[BackEntryLine, ...]
    rules: tuple[str, ...] = ()
    closing: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class FormBody:
    """A blank form printed as a master, without serial numbers."""

    form: FormDefinition


@dataclass(frozen=True, slots=True)
class ListLine:
    """A line of the list of effective sheets; its title is shown beside it and is not hashed."""

    code: str
    revision: int | None
    check_code: str


@dataclass(frozen=True, slots=True)
class ListBody:
    """Names neither the list itself nor the cover."""

    lines: tuple[ListLine, ...]


@dataclass(frozen=True, slots=True)
class CoverBody:
    """What stands on the cover and is not a stamp."""

    group: str
    establishment: str
    department: str
    code: str = ""
    place: str = ""
    beds: int | None = None
    opening_hours: str = ""


Body = (
    CoverBody
    | SlipBody
    | ListBody
    | ReflexBody
    | DecisionBody
    | DirectoryBody
    | RouteBody
    | ProcedureBody
    | MissingBody
    | EndBody
    | NoticeBody
    | RegisterBody
    | FormBody
)


@dataclass(frozen=True, slots=True)
class SheetContent:
    """What a use case gathers and freezes: `subject` names what the sheet is about for good."""

    subject: str
    code: str
    title: str
    language: str
    body: Body


@dataclass(frozen=True, slots=True)
class Head:
    """Whose sheet it is, in the head of every page; a fact of the department, not of the body."""

    establishment: str
    pole: str
    department: str
    code: str
    place: str
    beds: int | None
    paper_code: str


@dataclass(frozen=True, slots=True)
class SheetStamp:
    """Drawn on one sheet, never hashed. `dialled`: the day a printed number was dialled."""

    author: str = ""
    approver: str = ""
    approved_on: date | None = None
    next_review: date | None = None
    last_drill: str = ""
    dialled: Mapping[str, date] | None = None


UNSTAMPED = SheetStamp()


@dataclass(frozen=True, slots=True)
class BinderStamp:
    """Drawn on every sheet of one printing. A preview has no `run_number`; `unregistered` is paper
    that the program does not know. Of `referent_count` people `referent` names those for all."""

    printed_at: datetime
    run_number: int | None = None
    copy_number: int | None = None
    copy_place: str = ""
    holder: str = ""
    referent: str = ""
    deputy: str = ""
    security_referent: str = ""
    unregistered: bool = False
    referent_count: int = 0


@dataclass(frozen=True, slots=True)
class Sheet:
    """A content with the identity under which it is printed; `revision` None on a preview."""

    content: SheetContent
    body_hash: str
    revision: int | None
    check_code: str
    stamp: SheetStamp = UNSTAMPED

    def qr_payload(self, paper_code: str) -> str:
        """Only characters of the QR alphanumeric mode, at most 36: `RD1 S CAR2 PRE-01 7 U3DC`."""
        code = self.content.code.replace(". ", "-").replace("—", "0")  # of a slip
        return f"RD1 S {paper_code} {code} {self.revision or 0} {self.check_code}"
