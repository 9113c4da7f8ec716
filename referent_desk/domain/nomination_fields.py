"""What is typed of an appointment, of a proposal, and of an objective."""

from __future__ import annotations

from referent_desk.domain.record_shapes import FieldKind, RecordField

_line, _choice, _link = FieldKind.LINE, FieldKind.CHOICE, FieldKind.LINK

_OFFICE = (
    RecordField("person_id", _link, required=True, to="person", fixed=True),
    RecordField("department_id", _link, required=True, to="node", fixed=True),
    RecordField("kind", _choice, required=True, choices=("software", "security")),
    RecordField("rank", _choice, required=True, choices=("main", "deputy")),
    RecordField("software_id", _link, to="software"),
    RecordField("since", FieldKind.DAY),
    RecordField("until", FieldKind.DAY),
)
_TERMS = (
    RecordField("volunteer", FieldKind.YES_NO),
    RecordField("minutes_a_week", FieldKind.MINUTES),
)
APPOINTMENT_FIELDS = (
    *_OFFICE,
    RecordField("appointed_by", _line),
    *_TERMS,
    RecordField("ended_because", _line),
)
PROPOSAL_FIELDS = (*_OFFICE, RecordField("proposed_by", _line), *_TERMS)
OBJECTIVE_FIELDS = (
    RecordField("appointment_id", _link, required=True, to="appointment", fixed=True),
    RecordField("what", _line, required=True),
    RecordField("due_on", FieldKind.DAY, required=True),
    RecordField("reached_on", FieldKind.DAY),
    RecordField("outcome", _line),
)
