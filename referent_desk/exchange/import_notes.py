"""What an import supposed, and what it could not take: nothing is left without its reason."""

from __future__ import annotations

from referent_desk.language import _


def supposed() -> dict[str, str]:
    return _said_of_remarks() | {
        "functions_of_kind": _(
            "{name}: no function is named; those that its kind usually serves were taken: {value}."
        ),
        "functions_done_by_others": _(
            "{name}: other programs of the department are there for these functions, which are "
            "left to them: {value}."
        ),
        "functions_of_purpose": _("{name}: “{value}” was understood as the function {stored}."),
        "functions_added": _("{name}: used for this too, as you added: {value}."),
        "functions_left": _("{name}: not used for this, as you chose: {value}."),
        "purpose_in_part": _(
            "{name}: “{value}” names no function that is known here; the rest was understood."
        ),
        "purpose_outside": _(
            "{name}: “{value}” is none of the functions that the binder knows; no sheet is made "
            "for it."
        ),
        "purpose_without_use": _(
            "{name}: what it is for (“{value}”) is not stored, because no department is said to "
            "use it."
        ),
        "referent_is_post": _("“{name}” is no person: nobody was appointed."),
        "referent_kept": _("{stored} answers for it already; not appointed: {name}."),
        "answers_for_all": _("{name}: answers for all the software of the department already."),
        "deputy_kept": _("{stored} is its deputy already; not appointed: {name}."),
        "department_closed": _("“{value}” is closed: “{name}” does not become its referent."),
        "place_closed": _("The department “{value}” is closed here; not stored."),
        "left_but_active": _(
            "{name}: the last day noted here is {value}, and the file calls them active; if they "
            "stay or came back, take that day out of their record."
        ),
        "person_not_added": _("{name} is not known here and was not added, as you chose."),
        "head_not_stored": _("“{name}” is not stored: {value} is no department."),
        "as_row": _("The same as row {row}."),
        "role_is_nobody": _("“{name}” says what somebody is, not who: nobody was added."),
        "mobile_not_printed": _(
            "{value}: a mobile of the staff is printed on no sheet; if it is one of work, write "
            "“pro” beside it."
        ),
        "not_each": _(
            "{field}: “{value}” is said of several people at once: it was given to none of them."
        ),
        "not_stored": _("{field}: “{value}” is stored nowhere."),
    }


def _said_of_remarks() -> dict[str, str]:
    return {
        "remark_kept": _("{name}: the remark “{value}” is kept with its use."),
        "remark_not_printed": _(
            "{name}: the remark “{value}” is kept with its use and printed on no sheet: it may "
            "hold a password."
        ),
        "remark_not_kept": _("{name}: the remark “{value}” is too long to be kept."),
        "read_as": _("{field}: “{value}” was read as “{stored}”."),
        "same_as_nothing": _(
            "{field}: “{value}” names nothing that the list says; the cell is not taken."
        ),
        "remark_of_list": _("{name}: “{value}” speaks of the list alone and is not printed."),
        "night_without_number": _("“{value}” names no number for the night; not stored."),
        "remark_without_use": _(
            "{name}: the remark “{value}” is not kept, because no department is said to use it."
        ),
    }


def of_hours() -> dict[str, str]:
    """What was made of the working hours of staff."""
    return {
        "absence_taken": _(
            "Working hours: “{value}” is taken into account; look at the hours that are stored."
        ),
        "hours_of_days": _("Working hours: “{value}” says days and no hours; not stored."),
        "hours_turn": _(
            "Working hours: “{value}” does not say on which days, as in a rotation; not stored."
        ),
        "hours_left_out": _("Working hours: “{value}” was left out, as you chose."),
        "referent_of_all": _("“{value}”: {name} is the software referent of the whole department."),
    }


def asked_of_wards() -> dict[str, str]:
    """Questions about the words of a ward that nobody has answered."""
    return {
        "unknown_purpose": _(
            "{name}: what it is for (“{value}”) names no function that is known here; say it in "
            "the department."
        ),
        "purpose_of_several": _(
            "{name}: “{value}” may be several functions; say in the department which one it is."
        ),
        "purpose_doubled": _(
            "{name}: “{value}” may be {stored}, which {near} is there for already; say in the "
            "department what it is for."
        ),
        "which_physician": _(
            "No line says which number is that of the physician on duty; say it with the numbers."
        ),
        "which_manager": _(
            "No line says which number is that of the ward manager; say it with the numbers."
        ),
        "is_person": _("“{name}” may be a person or not: nobody was appointed."),
        "private_number": _("{value} ({name}) may be somebody’s own mobile: it was not taken."),
        "same_person": _("“{name}” may be {near} or not: nobody was appointed."),
        "several_people": _("“{name}” may be several people: nothing was stored for it."),
        "hours_in_part": _(
            "Working hours: “{value}” does not say both the days and the hours; not stored."
        ),
        "not_active_left": _(
            "{name} is not active any more according to the file: did they leave, and when?"
        ),
        "unknown_establishment": _(
            "The establishment “{name}” is not known here: which one is it?"
        ),
        "unsure_person": _("The list doubts the name “{name}”: nobody was added."),
        "note_or_entry": _("“{value}” stands alone under the list: nothing was stored of it."),
        "heading_or_entry": _("“{value}” stands alone in its row: nothing was stored of it."),
        "unsure_vendor": _("{name}: the list doubts the vendor “{value}”; not stored."),
    }


def untaken() -> dict[str, str]:
    """Why a column is not taken."""
    return {
        "column_empty": _("The column is empty."),
        "column_told": _(
            "Read only to tell people from other accounts, or where another column is empty."
        ),
        "column_given": _("Column {near} gives the same already ({field})."),
        "column_left": _("It could be: {field}; you chose not to take it."),
        "column_head_or_owner": _(
            "Nothing says whether these people answer for the department or for the software: "
            "choose what it is."
        ),
        "column_elsewhere": _("It belongs to {what}: import it from such a list."),
        "column_unknown": _(
            "Column not recognised: choose in its list what it holds, if that stands there."
        ),
    }
