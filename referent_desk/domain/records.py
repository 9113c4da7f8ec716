"""What can be typed into each kind of record: its fields, what each may hold, and how it is read.

A form of the window and the use case that saves it read the same text by the same rules: what is
typed crosses as text, an id for a link.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from enum import StrEnum

from referent_desk.domain.handovers_fields import HANDOVER_FIELDS
from referent_desk.domain.nomination_fields import (
    APPOINTMENT_FIELDS,
    OBJECTIVE_FIELDS,
    PROPOSAL_FIELDS,
)
from referent_desk.domain.record_shapes import FieldKind, RecordField
from referent_desk.domain.values import dataclass

__all__ = [
    "FIELDS",
    "Fault",
    "FieldKind",
    "Link",
    "Record",
    "RecordField",
    "RecordKind",
    "Unfinished",
]


class RecordKind(StrEnum):
    """The names are those of the tables."""

    NODE = "node"
    SOFTWARE = "software"
    RELEASE = "release"
    DEPLOYMENT = "deployment"
    PERSON = "person"
    APPOINTMENT = "appointment"
    PROPOSAL = "proposal"
    OBJECTIVE = "objective"
    DIRECTORY_ENTRY = "directory_entry"
    LOCAL_VALUE = "local_value"
    COPY = "copy"
    PRINTER = "printer"
    MEANS = "means"
    FAILURE_DOMAIN = "failure_domain"
    MAINTENANCE = "maintenance"
    ACTION = "action"
    TIP = "tip"
    TICKET = "ticket"
    HANDOVER = "handover"


@dataclass(frozen=True, slots=True)
class Fault:
    """Why what was typed cannot be taken; put into words beside the field."""

    code: str


@dataclass(frozen=True, slots=True)
class Link:
    """Something that a field may lead to: its id, its name, and what tells it from a namesake."""

    id: str
    name: str
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Record:
    """A record as a form shows it: `values` by field as one would type them, `links` by field.

    Of TICKS the value is the ids with blanks between them, the link all their names.

    `can_close`: it has history, or nothing open hangs on it any more.
    """

    kind: RecordKind
    id: str
    name: str
    values: Mapping[str, str]
    links: Mapping[str, Link]
    closed_on: date | None = None
    can_close: bool = True


@dataclass(frozen=True, slots=True)
class Unfinished:
    """A form that was begun and not saved, as it stood at `kept_at`."""

    values: Mapping[str, str]
    kept_at: datetime


_LEVELS = ("establishment", "pole", "department", "unit")
_CRITICALITIES = ("1", "2", "3", "4")
_line, _choice, _link, _minutes = (
    FieldKind.LINE,
    FieldKind.CHOICE,
    FieldKind.LINK,
    FieldKind.MINUTES,
)

FIELDS: Mapping[RecordKind, tuple[RecordField, ...]] = {
    RecordKind.NODE: (
        RecordField("name", _line, required=True),
        RecordField("kind", _choice, required=True, choices=_LEVELS),
        RecordField("parent_id", _link, to="node"),
        RecordField("code", FieldKind.CODE),
        RecordField("finess", FieldKind.FINESS),
        RecordField("place", _line),
        RecordField("beds", FieldKind.COUNT),
        RecordField("telephone", FieldKind.TELEPHONE),
        RecordField("opening_hours", FieldKind.HOURS),
    ),
    RecordKind.SOFTWARE: (
        RecordField("name", _line, required=True),
        RecordField("kind_id", _link, to="software_kind"),
        RecordField("vendor", _line),
        RecordField("criticality", _choice, choices=_CRITICALITIES),
        RecordField("status", _choice, choices=("planned", "in_use", "being_replaced", "retired")),
        RecordField("replaced_by_id", _link, to="software"),
        RecordField("hosting", _choice, choices=("on_site", "group", "vendor", "this_pc")),
        RecordField("support_contact", _line),
        RecordField("it_owner", _line),
        RecordField("tolerated_interruption", _minutes),
        RecordField("recovery_time", _minutes),
        RecordField("recovery_point", _minutes),
        RecordField("contract_reference", _line),
        RecordField("contract_ends_on", FieldKind.DAY),
        RecordField("manual_mode", FieldKind.YES_NO),
        RecordField("data_extracted", FieldKind.YES_NO),
        RecordField("original_layout", FieldKind.YES_NO),
        RecordField("aliases", FieldKind.TEXT),
    ),
    RecordKind.RELEASE: (
        RecordField("software_id", _link, required=True, to="software", fixed=True),
        RecordField("version", _line, required=True),
        RecordField("establishment_id", _link, to="establishment", fixed=True),
        RecordField("live_on", FieldKind.DAY, fixed=True),
    ),
    RecordKind.DEPLOYMENT: (
        RecordField("department_id", _link, required=True, to="department", fixed=True),
        RecordField("software_id", _link, required=True, to="software", fixed=True),
        RecordField("function_id", _link, to="function"),
        RecordField("outside", FieldKind.YES_NO),
        RecordField("criticality", _choice, choices=_CRITICALITIES),
        RecordField("tolerated_outage", _minutes),
        RecordField("users", FieldKind.COUNT),
        RecordField("purpose", _line),
        RecordField("since", FieldKind.DAY),
        RecordField("until", FieldKind.DAY),
    ),
    RecordKind.PERSON: (
        RecordField("last_name", _line, required=True),
        RecordField("first_name", _line),
        RecordField("role", _line),
        RecordField("department_id", _link, to="node"),
        RecordField("telephone", FieldKind.TELEPHONE),
        RecordField("working_hours", FieldKind.WEEKS),
        RecordField("left_on", FieldKind.DAY),
    ),
    RecordKind.APPOINTMENT: APPOINTMENT_FIELDS,
    RecordKind.PROPOSAL: PROPOSAL_FIELDS,
    RecordKind.OBJECTIVE: OBJECTIVE_FIELDS,
    RecordKind.DIRECTORY_ENTRY: (
        RecordField("owner_id", _link, required=True, to="node", fixed=True),
        RecordField("label", _line, required=True),
        RecordField("number", FieldKind.TELEPHONE),
        RecordField("heading", _line),
        RecordField(
            "line_type",
            _choice,
            choices=("analogue", "ip", "dect", "mobile", "pager", "runner"),
        ),
        RecordField("works_without_network", FieldKind.YES_NO),
        RecordField("private", FieldKind.YES_NO),
        RecordField("hours", _line),
        RecordField(
            "purpose",
            _choice,
            choices=(
                "ward_manager",
                "physician",
                "administrator_on_duty",
                "it_on_call",
                "switchboard",
            ),
        ),
    ),
    RecordKind.LOCAL_VALUE: (
        RecordField("department_id", _link, required=True, to="department", fixed=True),
        RecordField("name", _line, required=True, fixed=True),
        RecordField("value", _line),
    ),
    RecordKind.COPY: (
        RecordField("department_id", _link, required=True, to="department", fixed=True),
        RecordField("place", _line, required=True),
        RecordField("holder", _line),
        RecordField("colour", _line),
    ),
    RecordKind.PRINTER: (
        RecordField("department_id", _link, required=True, to="department", fixed=True),
        RecordField("name", _line, required=True),
        RecordField("place", _line),
        RecordField("queue", _line),
        RecordField("works_without_network", FieldKind.YES_NO),
        RecordField("toner_on", FieldKind.DAY),
        RecordField("tested_on", FieldKind.DAY),
        RecordField("note", _line),
    ),
    RecordKind.MEANS: (
        RecordField("node_id", _link, required=True, to="node", fixed=True),
        RecordField("name", _line, required=True),
        RecordField(
            "kind",
            _choice,
            required=True,
            choices=(
                *("printer", "telephone", "pc", "share"),
                *("software", "person", "stock", "other"),
            ),
        ),
        RecordField("leans_on", FieldKind.TICKS, to="failure_domain"),
        RecordField("software_id", _link, to="software"),
        RecordField("place", _line),
        RecordField("note", _line),
    ),
    RecordKind.FAILURE_DOMAIN: (
        RecordField("name", _line, required=True),
        RecordField("leans_on", FieldKind.TICKS, to="failure_domain"),
    ),
    RecordKind.MAINTENANCE: (
        RecordField("software_id", _link, required=True, to="software", fixed=True),
        RecordField("node_id", _link, required=True, to="node", fixed=True),
        RecordField("planned_on", FieldKind.DAY, required=True),
        RecordField("starts_at", _line),
        RecordField("minutes", _minutes),
        RecordField("note", _line),
    ),
    RecordKind.ACTION: (
        RecordField("department_id", _link, required=True, to="department", fixed=True),
        RecordField("what", _line, required=True),
        RecordField("owner", _line),
        RecordField("due_on", FieldKind.DAY),
        RecordField("done_on", FieldKind.DAY),
        RecordField("outcome", _line),
    ),
    RecordKind.TIP: (
        RecordField("software_id", _link, required=True, to="software"),
        RecordField("title", _line, required=True),
        RecordField("text", FieldKind.TEXT),
        RecordField("node_id", _link, to="node"),
    ),
    RecordKind.TICKET: (
        RecordField("department_id", _link, required=True, to="department", fixed=True),
        RecordField("help_entry_id", _line, fixed=True),
        RecordField("what", _line, required=True),
        RecordField("addressee", _choice, required=True, choices=("it", "vendor")),
        RecordField("software_id", _link, to="software"),
        RecordField("tried", FieldKind.TEXT),
        RecordField("begun", _line),
        RecordField("concerned", FieldKind.COUNT),
        RecordField("stops_work", FieldKind.YES_NO),
        RecordField("who", _line),
        RecordField("callback", _line),
        RecordField("handed_on", FieldKind.DAY),
        RecordField("reference", _line),
        RecordField("settled_on", FieldKind.DAY),
        RecordField("outcome", _line),
    ),
    RecordKind.HANDOVER: HANDOVER_FIELDS,
}
"""In the order in which a form asks for them."""
