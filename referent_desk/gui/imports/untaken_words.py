"""What a sheet holds that is kept nowhere now: columns that were not taken, and single cells."""

from __future__ import annotations

from collections import Counter

from referent_desk.domain.imports.kinds import Field
from referent_desk.domain.imports.reports import Concern, ImportReport, Remark
from referent_desk.gui.labels import shortened
from referent_desk.gui.wordings import counted
from referent_desk.language import _, ngettext

_NAMED = 12
_LONGEST_TITLE = 40  # letters
_NOTHING_LOST = frozenset({"column_empty", "column_told", "column_given"})
"""Why a column is not taken that tells nothing more."""
_OF_HOURS = frozenset({"hours_of_days", "hours_turn", "hours_left_out"})


def untaken_text(report: ImportReport) -> str:
    columns, cells = _untaken_columns(report), _left_cells(report)
    said = []
    if columns:
        said.append(_("Columns not taken: {titles}.").format(titles=_listed(columns)))
    if cells:
        said.append(
            _("Kept nowhere of the columns that were taken: {titles}; the report names each.")
            .format(titles=_listed(cells))
        )  # fmt: skip
    return "\n".join(said)


def _untaken_columns(report: ImportReport) -> list[tuple[str, int]]:
    """Those that hold something; a report of long ago does not count their cells."""
    return [
        (column.title, column.filled)
        for column in report.columns
        if column.field is None
        and column.reason is not None
        and column.reason.code not in _NOTHING_LOST
    ]


def _left_cells(report: ImportReport) -> list[tuple[str, int]]:
    left = Counter(
        field for line in report.lines for field in {_left_field(each) for each in line.remarks}
    )
    taken = [column for column in report.columns if column.field is not None]
    return [(c.title, left[c.field.value]) for c in taken if c.field and left[c.field.value]]


def _left_field(remark: Remark) -> str:
    """The field of which the remark says that its cell is not kept; empty for any other."""
    if remark.code in _OF_HOURS:
        return Field.WORKING_HOURS.value
    if remark.code == "not_stored" or remark.concern is Concern.DAMAGE:
        return remark.value("field")
    return ""


def _listed(columns: list[tuple[str, int]]) -> str:
    shown = [_with_count(shortened(t, _LONGEST_TITLE), n) for t, n in columns[:_NAMED]]
    return ", ".join(shown) + ("…" if len(columns) > _NAMED else "")


def _with_count(title: str, count: int) -> str:
    if not count:
        return title
    return ngettext("{title} ({count} cell)", "{title} ({count} cells)", count).format(
        title=title, count=counted(count)
    )
