"""What a list may be of, and the fields that its columns may hold."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from enum import StrEnum


class ImportKind(StrEnum):
    DEPARTMENTS = "departments"
    SOFTWARE = "software"
    DEPLOYMENTS = "deployments"
    STAFF = "staff"
    DIRECTORY = "directory"


class Field(StrEnum):
    """What a column may hold; the names are those of `--map COLUMN=FIELD`."""

    GROUP = "group"
    ESTABLISHMENT = "establishment"
    FINESS = "finess"
    POLE = "pole"
    DEPARTMENT = "department"
    CODE = "code"
    UNIT = "unit"
    UNIT_CODE = "unit_code"
    PATH = "path"
    PLACE = "place"
    BEDS = "beds"
    OPENING_HOURS = "opening_hours"
    TELEPHONE = "telephone"
    SOFTWARE = "software"
    VENDOR = "vendor"
    VERSION = "version"
    KIND = "kind"
    CRITICALITY = "criticality"
    SUPPORT_CONTACT = "support_contact"
    SUPPORT_HOURS = "support_hours"
    IT_OWNER = "it_owner"
    HOSTING = "hosting"
    TOLERATED_INTERRUPTION = "tolerated_interruption"
    RECOVERY_TIME = "recovery_time"
    RECOVERY_POINT = "recovery_point"
    STATUS = "status"
    LIVE_ON = "live_on"
    REFERENT = "referent"
    FUNCTION = "function"
    SINCE = "since"
    UNTIL = "until"
    USERS = "users"
    TOLERATED_OUTAGE = "tolerated_outage"
    LAST_NAME = "last_name"
    FIRST_NAME = "first_name"
    FULL_NAME = "full_name"
    ROLE = "role"
    WORKING_HOURS = "working_hours"
    LEFT_ON = "left_on"
    ACTIVE = "active"
    HEADING = "heading"
    LABEL = "label"
    NUMBER = "number"
    LINE_TYPE = "line_type"
    HOURS = "hours"
    NIGHT = "night"
    WORKS_WITHOUT_NETWORK = "works_without_network"
    PRIVATE = "private"
    UPDATED_ON = "updated_on"
    PURPOSE = "purpose"
    REMARKS = "remarks"
    HEAD = "head"
    WARD_MANAGER = "ward_manager"
    DECT = "dect"
    DEPUTY = "deputy"
    REFERENT_SINCE = "referent_since"
    REFERENT_TELEPHONE = "referent_telephone"
    DEPUTY_TELEPHONE = "deputy_telephone"
    MOBILE = "mobile"
    WORK_MOBILE = "work_mobile"


_PLACE = (
    Field.GROUP,
    Field.ESTABLISHMENT,
    Field.FINESS,
    Field.POLE,
    Field.DEPARTMENT,
    Field.CODE,
    Field.UNIT,
    Field.UNIT_CODE,
)
_DEPARTMENT = (
    *_PLACE,
    Field.PATH,
    Field.PLACE,
    Field.BEDS,
    Field.OPENING_HOURS,
    Field.TELEPHONE,
    Field.DECT,
    Field.HEAD,
    Field.WARD_MANAGER,
)
_SOFTWARE = (
    Field.SOFTWARE,
    Field.VENDOR,
    Field.VERSION,
    Field.KIND,
    Field.CRITICALITY,
    *(Field.SUPPORT_CONTACT, Field.SUPPORT_HOURS, Field.IT_OWNER),
    Field.HOSTING,
    *(Field.TOLERATED_INTERRUPTION, Field.RECOVERY_TIME, Field.RECOVERY_POINT),
    Field.STATUS,
    Field.LIVE_ON,
    *(Field.REFERENT, Field.REFERENT_SINCE, Field.REFERENT_TELEPHONE),
    *(Field.DEPUTY, Field.DEPUTY_TELEPHONE),
    Field.PURPOSE,
    Field.REMARKS,
)
FIELDS: Mapping[ImportKind, tuple[Field, ...]] = {
    ImportKind.DEPARTMENTS: (*_DEPARTMENT, Field.UPDATED_ON),
    ImportKind.SOFTWARE: (*_SOFTWARE, Field.ESTABLISHMENT, Field.UPDATED_ON),
    ImportKind.DEPLOYMENTS: (
        *_DEPARTMENT,
        *_SOFTWARE,
        Field.FUNCTION,
        Field.SINCE,
        Field.UNTIL,
        Field.USERS,
        Field.TOLERATED_OUTAGE,
        Field.UPDATED_ON,
    ),
    ImportKind.STAFF: (
        Field.LAST_NAME,
        Field.FIRST_NAME,
        Field.FULL_NAME,
        Field.ROLE,
        *(Field.TELEPHONE, Field.DECT, Field.MOBILE, Field.WORK_MOBILE),
        *(Field.WORKING_HOURS, Field.NIGHT),
        Field.LEFT_ON,
        *(Field.ACTIVE, Field.REMARKS),
        *_PLACE,
        Field.PATH,
        Field.UPDATED_ON,
    ),
    ImportKind.DIRECTORY: (
        Field.HEADING,
        Field.LABEL,
        Field.ROLE,
        Field.NUMBER,
        Field.DECT,
        Field.LINE_TYPE,
        *(Field.HOURS, Field.NIGHT, Field.REMARKS),
        Field.WORKS_WITHOUT_NETWORK,
        Field.PRIVATE,
        *_PLACE,
        Field.UPDATED_ON,
    ),
}
"""Fields that each kind understands. `updated_on` is read and checked, and kept nowhere."""

Value = str | int | bool | date | tuple[str, ...]
