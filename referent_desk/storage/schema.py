"""The tables as SQLAlchemy sees them; a test compares them with a really migrated file.

Dates and instants are ISO 8601 texts here; `rows.py` turns values into them and `stored_day` back.
"""

from __future__ import annotations

from datetime import date
from functools import lru_cache

from sqlalchemy import Column, Integer, LargeBinary, MetaData, Table, Text

__all__ = ["Table"]
"""For use cases, which add rows to tables and know no database library."""

metadata = MetaData()

_INTEGERS = frozenset(
    {
        "seq", "row_count", "audit_seq", "beds", "position", "criticality", "longest_interruption",
        "tolerated_interruption", "recovery_time", "recovery_point", "users", "tolerated_outage",
        "number", "works_without_network", "private", "answered", "revision", "one_sided", "pages",
        "lines_read", "added", "changed", "unchanged", "doubtful", "refused", "demo", "distance",
        "closed", "outside", "months_between_checks", "replacements", "first_serial", "amount",
        "review_months", "participants", "seconds", "minutes", "volunteer", "minutes_a_week",
        "manual_mode", "data_extracted", "original_layout", "erased", "year", "concerned",
        "stops_work",
    }
)  # fmt: skip
_TEXT_NUMBERS = frozenset({"directory_entry", "dialling"})
"""Tables whose `number` is a telephone number: text."""
_NUMBERED = frozenset({"change", "search_entry"})
"""Tables whose `id` is a number."""
_HASHES = frozenset({"row_hash", "rows_hash", "home_hash", "previous_hash", "hash"})


def _column(table: str, name: str, keys: tuple[str, ...]) -> Column[object]:
    kind: type[Integer | LargeBinary | Text] = Text
    if name in _HASHES:
        kind = LargeBinary
    elif (name in _INTEGERS and not (name == "number" and table in _TEXT_NUMBERS)) or (
        name == "id" and table in _NUMBERED
    ):
        kind = Integer
    return Column(name, kind, primary_key=name in keys)


def _table(name: str, columns: str, keys: tuple[str, ...] = ("id",)) -> Table:
    return Table(name, metadata, *(_column(name, column, keys) for column in columns.split()))


home = _table("home", "id created_at language demo row_hash")
audit = _table(
    "audit",
    "seq recorded_at action origin actor_id actor_name row_count rows_hash home_hash"
    " previous_hash hash",
    keys=("seq",),
)
change = _table("change", "id audit_seq table_name row_id field before_value after_value row_hash")
node = _table(
    "node",
    "id parent_id kind name code finess place beds opening_hours telephone paper_code closed_on"
    " folded origin row_hash",
)
ancestor = _table("ancestor", "node_id ancestor_id distance", keys=("node_id", "ancestor_id"))
function = _table("function", "id code name_fr name_en position folded origin row_hash")
software_kind = _table(
    "software_kind",
    "id code name_fr name_en criticality longest_interruption basis fallback_fr fallback_en"
    " folded origin row_hash",
)
kind_function = _table("kind_function", "id kind_id function_id row_hash")
vendor = _table("vendor", "id name spelling origin row_hash")
vendor_alias = _table("vendor_alias", "id vendor_id name spelling row_hash")
software = _table(
    "software",
    "id name spelling vendor_id kind_id criticality support_contact it_owner hosting"
    " tolerated_interruption recovery_time recovery_point status replaced_by_id closed_on folded"
    " origin row_hash contract_reference contract_ends_on manual_mode data_extracted"
    " original_layout",
)
software_alias = _table("software_alias", "id software_id name spelling row_hash")
release = _table("release", "id software_id version origin row_hash")
release_live = _table(
    "release_live",
    "id release_id establishment_id valid_on recorded_at annuls_id reason row_hash",
)
deployment = _table(
    "deployment",
    "id software_id department_id function_id since until users criticality tolerated_outage"
    " origin row_hash purpose outside",
)
person = _table(
    "person",
    "id last_name first_name role department_id telephone working_hours left_on folded origin"
    " row_hash recorded_at week_one erase_on erased_on",
)
appointment = _table(
    "appointment",
    "id person_id department_id kind rank software_id since until origin row_hash appointed_by"
    " volunteer minutes_a_week ended_because",
)
procedure = _table(
    "procedure",
    "id owner_id function_id software_id closed_on origin row_hash review_months",
)
revision = _table(
    "revision",
    "id procedure_id state number title text author approver approved_on in_force_on"
    " review_due_on recorded_at origin row_hash submitted_on submitted_by submitted_mark"
    " approver_role approval_reference exception",
)
verification = _table(
    "verification",
    "id revision_id release_id department_id result who valid_on recorded_at annuls_id reason"
    " row_hash seen to_change answers",
)
local_value = _table("local_value", "id department_id name value origin row_hash")
directory_entry = _table(
    "directory_entry",
    "id owner_id heading label number line_type works_without_network private hours purpose"
    " position closed_on folded origin row_hash recorded_at",
)
dialling = _table(
    "dialling",
    "id entry_id number answered who valid_on recorded_at annuls_id reason row_hash outcome",
)
chapter = _table("chapter", "id owner_id code language revision text accepted_on origin row_hash")
binder = _table("binder", "id department_id language origin row_hash months_between_checks")
copy = _table(
    "copy",
    "id binder_id number place holder closed_on origin row_hash colour closed_because",
)
sheet_code = _table("sheet_code", "id department_id code subject recorded_at row_hash")
sheet_revision = _table(
    "sheet_revision",
    "id department_id code revision check_code body_hash body title recorded_at row_hash erased",
)
print_run = _table(
    "print_run",
    "id home_id number department_id copy_id language one_sided pages who valid_on recorded_at"
    " annuls_id reason row_hash replacements",
)
printed_sheet = _table("printed_sheet", "id print_run_id sheet_revision_id position pages row_hash")
import_run = _table(
    "import_run",
    "id home_id file_name file_hash kind lines_read added changed unchanged doubtful refused"
    " recorded_at row_hash",
)
department_function = _table(
    "department_function",
    "id department_id function_id closed_on origin row_hash",
)
import_shape = _table("import_shape", "id titles kind fields origin row_hash")
sending = _table(
    "sending",
    "id print_run_id printer job who valid_on recorded_at annuls_id reason row_hash",
)
confirmation = _table(
    "confirmation",
    "id print_run_id who valid_on recorded_at annuls_id reason row_hash",
)
insertion = _table(
    "insertion",
    "id print_run_id copy_id who valid_on recorded_at annuls_id reason row_hash",
)
shelf_check = _table(
    "shelf_check",
    "id home_id copy_id who valid_on recorded_at annuls_id reason row_hash",
)
checked_sheet = _table(
    "checked_sheet",
    "id shelf_check_id position code expected_id read found found_id row_hash",
)
lot = _table(
    "lot",
    "id home_id department_id form_code form_title form_revision language first_serial amount who"
    " valid_on recorded_at annuls_id reason row_hash",
)
printer = _table(
    "printer",
    "id department_id name place queue works_without_network toner_on tested_on note closed_on"
    " origin row_hash",
)
withdrawal = _table(
    "withdrawal",
    "id revision_id who valid_on recorded_at annuls_id reason row_hash",
)
upper_decision = _table(
    "upper_decision",
    "id procedure_id revision_id decision who valid_on recorded_at annuls_id reason row_hash",
)
failure_domain = _table(
    "failure_domain",
    "id code name_fr name_en software_id position closed_on origin row_hash",
)
domain_dependency = _table("domain_dependency", "id domain_id leans_on_id row_hash")
means = _table(
    "means",
    "id node_id kind name place note software_id closed_on folded origin row_hash",
)
means_dependency = _table("means_dependency", "id means_id domain_id row_hash")
acknowledgement = _table(
    "acknowledgement",
    "id revision_id department_id person_id name level who valid_on recorded_at annuls_id reason"
    " row_hash",
)
maintenance = _table(
    "maintenance",
    "id node_id software_id planned_on starts_at minutes note closed_on origin row_hash",
)
drill = _table(
    "drill",
    "id department_id function_id software_id shift complication planned_on led_by maintenance_id"
    " closed_on closed_because origin row_hash",
)
drill_run = _table(
    "drill_run",
    "id home_id drill_id revision_id led_by observer participants starts_at seconds"
    " stopped_because valid_on recorded_at annuls_id reason row_hash",
)
drill_task = _table("drill_task", "id drill_run_id position task result seconds note row_hash")
lesson = _table("lesson", "id drill_run_id what who valid_on recorded_at annuls_id reason row_hash")
finding = _table("finding", "id drill_run_id position what row_hash")
action = _table(
    "action",
    "id department_id what owner due_on done_on outcome verification_id finding_id closed_on"
    " origin row_hash",
)
proposal = _table(
    "proposal",
    "id person_id department_id kind rank software_id since until proposed_by volunteer"
    " minutes_a_week proposed_on answer answered_on appointment_id origin row_hash",
)
objective = _table(
    "objective",
    "id appointment_id what due_on reached_on outcome closed_on origin row_hash",
)
letter = _table("letter", "id appointment_id kind year text origin row_hash")
absence = _table("absence", "id person_id since until closed_on origin row_hash")
training = _table(
    "training",
    "id home_id software_id release_id department_id topic trainer trainer_id minutes valid_until"
    " who valid_on recorded_at annuls_id reason row_hash",
)
attendance = _table("attendance", "id training_id person_id name level row_hash")
skill = _table(
    "skill",
    "id person_id software_id level release_id stated_on closed_on origin row_hash",
)
arrival_item = _table(
    "arrival_item",
    "id department_id position what software_id closed_on origin row_hash",
)
arrival_tick = _table(
    "arrival_tick",
    "id item_id person_id who valid_on recorded_at annuls_id reason row_hash",
)
help_entry = _table(
    "help_entry",
    "id home_id department_id software_id asked helped minutes outcome concerned who valid_on"
    " recorded_at annuls_id reason row_hash",
)
tip = _table("tip", "id software_id node_id title text closed_on folded origin row_hash")
ticket = _table(
    "ticket",
    "id department_id software_id help_entry_id addressee what tried begun concerned stops_work"
    " who callback handed_on reference settled_on outcome closed_on origin row_hash",
)
advice = _table("advice", "id software_id verdict needs note who given_on origin row_hash")
handover = _table(
    "handover",
    "id department_id leaving_id successor_id last_day password_place note signed_on closed_on"
    " origin row_hash",
)
handover_item = _table("handover_item", "id handover_id position code what done_on origin row_hash")
undoing = _table("undoing", "seq", keys=("seq",))
erasing = _table("erasing", "seq", keys=("seq",))
search_entry = _table("search_entry", "id kind row_id closed title rest")

DERIVED = frozenset({ancestor.name, undoing.name, erasing.name, search_entry.name})
"""Follow from other tables, or hold nothing outside a transaction; carry no hash of their own."""


@lru_cache(maxsize=8192)
def day_of(written: str) -> date:
    """Tens of thousands of rows are of a few thousand days."""
    return date.fromisoformat(written)


def stored_day(text: str | None) -> date | None:
    return day_of(text) if text else None
