"""What is typed of a handover."""

from __future__ import annotations

from referent_desk.domain.record_shapes import FieldKind, RecordField

HANDOVER_FIELDS = (
    RecordField("department_id", FieldKind.LINK, required=True, to="node", fixed=True),
    RecordField("leaving_id", FieldKind.LINK, required=True, to="person", fixed=True),
    RecordField("successor_id", FieldKind.LINK, to="person"),
    RecordField("last_day", FieldKind.DAY),
    RecordField("password_place", FieldKind.LINE),
    RecordField("note", FieldKind.TEXT),
)
