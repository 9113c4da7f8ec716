"""The sentences of an import report: reasons become words in the language of the command."""

from __future__ import annotations

from functools import cache

from referent_desk.domain.imports.reports import Remark
from referent_desk.exchange.import_names import field_name, things
from referent_desk.exchange.import_notes import asked_of_wards, of_hours, supposed, untaken
from referent_desk.language import Language, _, spoken


def remark_sentence(remark: Remark) -> str:
    """One whole sentence; the column is not in it."""
    sentences = _sentences(spoken())
    template = sentences.get(_code_said(remark))
    fields = dict(remark.fields)
    if "field" in fields:
        fields["field"] = field_name(fields["field"])
    if "what" in fields:
        fields["what"] = things(spoken()).get(fields["what"], fields["what"])
    if template is None:
        template = _damages(spoken())[remark.code]
    return template.format(**{**dict.fromkeys(_FIELDS, ""), **fields})


def _code_said(remark: Remark) -> str:
    """What is lacking in some remarks makes another sentence of them."""
    match remark.code:
        case "changed" if not remark.value("before"):
            return "filled"
        case "left_out" if not remark.value("before"):
            return "not_filled"
        case "decided" if not remark.value("name"):
            return "decided_here"
    return remark.code


_FIELDS = ("name", "near", "value", "field", "before", "after", "row", "code", "stored", "what")


@cache
def _sentences(_language: Language) -> dict[str, str]:
    return {
        "added": _("New: {what} “{name}”."),
        "changed": _("{name}: {field} was “{before}” and is now “{after}”."),
        "filled": _("{name}: {field} “{after}” was added."),
        "edited_by_hand": _(
            "{name}: {field} “{before}” was typed by hand and is kept; the file says “{after}”."
        ),
        "referent_not_stored": _(
            "The referent “{name}” is not stored: appoint them for a department."
        ),
        "not_active_kept": _("{name} is not active any more according to the file; kept as it is."),
        "near_name": _("“{name}” is nearly “{near}”: nothing was stored for it. Correct the "
                       "spelling in the file, or add it by hand."),
        "ambiguous": _("“{name}” may mean several entries: nothing was stored for it."),
        "contradiction": _(
            "{name}: {field} “{value}” contradicts row {row} of the same file; not stored."
        ),
        "code_twice": _(
            "The code {code} stands for several departments in this file; “{name}” was kept apart."
        ),
        "code_of_several": _(
            "The code {code} stands for several departments: which one is meant by “{name}” "
            "cannot be told."
        ),
        "code_differs": _(
            "“{name}” has the code {stored} here and {code} in the file: a new code, or another "
            "department? Nothing was stored."
        ),
        "name_differs": _(
            "The code {code} is “{stored}” here and “{name}” in the file: a new name, or another "
            "department? Nothing was stored."
        ),
        "live_without_version": _(
            "{name} went live on {value}, but not exactly one version and establishment are named."
        ),
        "no_department": _("{name}: no department is named that uses it."),
        "unknown_function": _("The function “{value}” is not known: this use was not stored."),
        "title_in_name": _("A title or a remark stands in the name “{name}”: not stored."),
        "namesakes": _(
            "{name} stands in several departments: one person or namesakes? Not stored."
        ),
        "unknown_department": _("The department “{value}” is not known here; not stored."),
        "vendor_or_department": _(
            "The line says both that it is outside the hospital and inside; not stored."
        ),
        "no_number": _("“{name}” has no number that can be stored."),
        **_refusals(), **supposed(), **of_hours(), **_chosen(), **asked_of_wards(), **untaken(),
    }  # fmt: skip


def _chosen() -> dict[str, str]:
    """What a person decided before the lines were taken."""
    return {
        "left_out": _("{name}: {field} “{before}” is kept, as you chose; the file says “{after}”."),
        "not_filled": _("{name}: {field} “{after}” of the file was not taken, as you chose."),
        "decided": _("You answered the question about “{name}”."),
        "decided_here": _("You answered the question of this line."),
    }


def _refusals() -> dict[str, str]:
    return {
        "nothing_to_import": _("Nothing in this line can be stored."),
        "left_by_hand": _("You chose not to take this line."),
        "total_line": _("This line is a total, not an entry of the list."),
        "note_line": _("This line is a remark under the list."),
        "title_line": _("This line says the titles of the columns again."),
        "heading_line": _("This line is a heading within the list."),
        "no_establishment": _(
            "The establishment is not named, and there is not exactly one here: give it with "
            "--establishment."
        ),
        "no_name": _("The department has no name."),
        "no_software": _("The software has no name."),
        "no_person": _("The person has no name."),
        "no_label": _("Nothing says whose number this is."),
        "vacant_post": _("This post is vacant: there is nobody to store."),
        "not_active": _("{name} is not active any more: not brought in."),
        "vendor_is_no_department": _(
            "A company outside the hospital is no department; it is stored with its software."
        ),
        "no_staff_entry": _(
            "“{name}” is a computer, a group or a branch of the directory: nobody of the staff."
        ),
        "mercator_relations": _("Mercator's relations are contracts: nothing of ours is in them."),
        "mercator_processes": _("Mercator's processes are neither departments nor software."),
        "mercator_actors": _("Mercator's actors are roles, not members of the staff."),
        "mercator_application_blocks": _("Mercator's application blocks are not software."),
    }


@cache
def _damages(_language: Language) -> dict[str, str]:
    return {
        "error_cell": _("{field}: the cell shows the error “{value}”; not stored."),
        "scientific": _(
            "{field}: the spreadsheet cut the number to “{value}”; its digits are lost."
        ),
        "too_long": _("{field}: more than 300 letters; not stored."),
        "finess_zero_lost": _("{field}: “{value}” has 8 digits, so its first zero was lost."),
        "not_finess": _("{field}: “{value}” is not a FINESS number of 9 characters."),
        "truncated": _("{field}: “{value}” is cut off: digits are missing."),
        "zero_lost": _("{field}: “{value}” has 9 digits, so its first zero was lost."),
        "not_a_number": _("{field}: “{value}” is not a number that can be dialled."),
        "date_serial": _("{field}: “{value}” is a day that lost its format in the spreadsheet."),
        "impossible_date": _("{field}: there is no day “{value}”."),
        "not_a_day": _("{field}: “{value}” is not a whole date."),
        "became_date": _("{field}: the spreadsheet turned the text into the date “{value}”."),
        "zero_duration": _("{field}: “{value}” stands for “not defined”; not stored."),
        "no_unit": _("{field}: “{value}” has no unit; write 4 h or 240 min."),
        "impossible_duration": _("{field}: “{value}” is not understood; write 4 h or 2 days."),
        "duration_range": _("{field}: “{value}” may be two durations; the shorter one counts."),
        "not_a_count": _("{field}: “{value}” is not a whole number."),
        "not_a_criticality": _(
            "{field}: “{value}” is none that is known: 1 vital, 2 high, 3 medium, 4 low."
        ),
        "hours_not_understood": _("{field}: the hours “{value}” are not understood."),
        "hours_without_days": _(
            "{field}: “{value}” does not say on which days: write Monday-Friday 8:00-16:00."
        ),
        "not_yes_or_no": _("{field}: “{value}” is neither yes nor no."),
        "unknown_word": _("{field}: the word “{value}” is not known."),
        "unknown_kind": _("The kind of software “{value}” is not known; not stored."),
        "code_zero_lost": _("The code “{value}” lost a zero: it is {stored} here."),
        "ends_before_it_starts": _("The use would end on {value}, before it starts; not stored."),
    }
