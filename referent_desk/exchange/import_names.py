"""What an import calls the parts of its report: outcomes, concerns, kinds of lists, fields."""

from __future__ import annotations

from functools import cache

from referent_desk.domain.imports.kinds import Field, ImportKind
from referent_desk.domain.imports.reports import Concern, Outcome
from referent_desk.language import Language, _, spoken


@cache
def things(_language: Language) -> dict[str, str]:
    return {
        "group": _("hospital group"),
        "establishment": _("establishment"),
        "pole": _("pole"),
        "department": _("department"),
        "unit": _("unit"),
        "software": _("software"),
        "deployment": _("use"),
        "person": _("staff member"),
        "appointment": _("referent"),
        "deputy": _("deputy"),
        "directory_entry": _("number"),
        "list_departments": _("a list of departments"),
        "list_software": _("a list of software"),
        "list_deployments": _("a list of who uses what"),
        "list_staff": _("a list of staff"),
        "list_directory": _("a list of telephone numbers"),
    }


def outcome_name(outcome: Outcome) -> str:
    return {
        Outcome.ADDED: _("added"),
        Outcome.CHANGED: _("changed"),
        Outcome.UNCHANGED: _("unchanged"),
        Outcome.DOUBTFUL: _("doubtful"),
        Outcome.REFUSED: _("refused"),
    }[outcome]


def concern_name(concern: Concern) -> str:
    return {
        Concern.CHANGE: _("change"),
        Concern.KEPT: _("value kept"),
        Concern.NOTE: _("note"),
        Concern.DAMAGE: _("damage"),
        Concern.DOUBT: _("doubt"),
        Concern.REFUSAL: _("refusal"),
    }[concern]


def kind_name(kind: ImportKind) -> str:
    return {
        ImportKind.DEPARTMENTS: _("departments"),
        ImportKind.SOFTWARE: _("software"),
        ImportKind.DEPLOYMENTS: _("departments and the software they use"),
        ImportKind.STAFF: _("staff"),
        ImportKind.DIRECTORY: _("emergency directory"),
    }[kind]


def field_name(field: str) -> str:
    """A field, or a column of what is stored, as a person calls it."""
    return _field_names(spoken()).get(field, field)


def _names_of_what_is_named() -> dict[str, str]:
    return {
        Field.GROUP: _("hospital group"),
        Field.ESTABLISHMENT: _("establishment"),
        Field.POLE: _("pole"),
        Field.DEPARTMENT: _("department"),
        Field.UNIT: _("unit"),
        Field.PATH: _("place in the tree (A > B > C)"),
        Field.SOFTWARE: _("software"),
        Field.KIND: _("kind of software"),
        Field.REFERENT: _("referent of the software"),
        Field.REFERENT_SINCE: _("referent since"),
        Field.REFERENT_TELEPHONE: _("telephone of the referent"),
        Field.DEPUTY: _("deputy of the referent"),
        Field.DEPUTY_TELEPHONE: _("telephone of the deputy"),
        Field.PURPOSE: _("what the software is for"),
        Field.REMARKS: _("remarks"),
        Field.HEAD: _("head of the department"),
        Field.WARD_MANAGER: _("ward manager"),
        Field.FUNCTION: _("function"),
        Field.LAST_NAME: _("last name"),
        Field.FIRST_NAME: _("first name"),
        Field.FULL_NAME: _("first and last name"),
        Field.HEADING: _("heading"),
        Field.LABEL: _("whose number"),
    }


@cache
def _field_names(_language: Language) -> dict[str, str]:
    return _names_of_what_is_named() | {
        "alias": _("other spelling"),
        "name": _("name"),
        "parent_id": _("place in the hospital"),
        "department_id": _("department"),
        "kind_id": _("kind"),
        "function_id": _("function"),
        "outside": _("used for what no function holds"),
        Field.CODE: _("code"),
        Field.UNIT_CODE: _("code of the unit"),
        Field.FINESS: _("FINESS number"),
        Field.PLACE: _("place"),
        Field.BEDS: _("beds"),
        Field.OPENING_HOURS: _("opening hours"),
        Field.TELEPHONE: _("telephone"),
        Field.DECT: _("DECT number"),
        Field.MOBILE: _("mobile, not printed"),
        Field.WORK_MOBILE: _("mobile of work"),
        Field.VENDOR: _("vendor"),
        Field.VERSION: _("version"),
        Field.CRITICALITY: _("criticality"),
        Field.SUPPORT_CONTACT: _("support"),
        Field.SUPPORT_HOURS: _("hours of the support"),
        Field.IT_OWNER: _("person in charge at the IT department"),
        Field.HOSTING: _("hosting"),
        Field.TOLERATED_INTERRUPTION: _("tolerated interruption"),
        Field.RECOVERY_TIME: _("recovery time"),
        Field.RECOVERY_POINT: _("recovery point"),
        Field.STATUS: _("status"),
        Field.LIVE_ON: _("live since"),
        Field.SINCE: _("used since"),
        Field.UNTIL: _("used until"),
        Field.USERS: _("users"),
        Field.TOLERATED_OUTAGE: _("tolerated outage"),
        Field.ROLE: _("role"),
        Field.WORKING_HOURS: _("working hours"),
        Field.LEFT_ON: _("left on"),
        Field.ACTIVE: _("active"),
        Field.NUMBER: _("number"),
        Field.LINE_TYPE: _("type of line"),
        Field.HOURS: _("hours or remark"),
        Field.NIGHT: _("number for the night"),
        Field.WORKS_WITHOUT_NETWORK: _("works without network"),
        Field.PRIVATE: _("private"),
        Field.UPDATED_ON: _("last update"),
    }
