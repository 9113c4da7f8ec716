"""The words of the grid of reading and practice."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from referent_desk.domain.acknowledgements import (
    Cell,
    Known,
    Level,
    Reader,
    Register,
    Taught,
    share_of,
    ward_share,
)
from referent_desk.gui.labels import shortened
from referent_desk.gui.wordings import function_name, short_day
from referent_desk.language import _, ngettext

Cells = Mapping[tuple[str, str], Cell]
_ONE_LINE, _TWO_LINES = 16, 32
"""Letters in a title of the grid; what is chosen is said in full when hovered."""


def cell_word(known: Known, cell: Cell) -> str:
    if known is Known.EARLIER:
        return _("rev. {number}").format(number=cell.revision or "–")
    return {Known.NOTHING: "–", Known.READ: _("read"), Known.PRACTISED: _("practised")}[known]


def cell_tip(reader: Reader, taught: Taught, known: Known, cell: Cell, *, is_typed: bool) -> str:
    """A sentence for the tool tip and the screen reader."""
    about = {"name": reader.name, "function": function_name(taught.function)}
    if is_typed:
        word = {Known.READ: _("read"), Known.PRACTISED: _("practised")}.get(known, "–")
        return _("{name}, {function}: {word}, not saved yet").format(word=word, **about)
    if known is Known.NOTHING:
        return _("{name}, {function}: has not read it").format(**about)
    about |= {"day": short_day(cell.day), "number": str(cell.revision or "–")}
    if known is Known.EARLIER:
        return _("{name}, {function}: knows the earlier revision {number}, on {day}").format(
            **about
        )
    if known is Known.PRACTISED:
        return _("{name}, {function}: practised revision {number} on {day}").format(**about)
    return _("{name}, {function}: read revision {number} on {day}").format(**about)


def taken_back_sentence(reader: Reader, taught: Taught) -> str:
    return _("Undone: {name}, {function}").format(
        name=reader.name, function=function_name(taught.function)
    )


def column_title(register: Register, cells: Cells, taught: Taught) -> str:
    """One line under the other: the code, what it is for, the revision, how many know it."""
    share = share_of(register, cells, taught.procedure_id)
    known = _("{count}/{total} · {percent} %").format(
        count=share.count, total=share.total, percent=share.percent
    )
    revision = _("rev. {number}").format(number=taught.number)
    lines = (
        shortened(taught.sheet_code or taught.software, _ONE_LINE),
        shortened(function_name(taught.function), _TWO_LINES),
        f"{revision} · {taught.mark}",
        known,
    )
    return "\n".join(line for line in lines if line)


def keys_sentence(*, is_editable: bool) -> str:
    if not is_editable:
        return _("This home is only read here: nothing can be changed.")
    return _(
        "Arrows go from box to box. {read}: read, {practised}: practised, Space: the next "
        "word, Delete: nothing."
    ).format(read=_("read")[:1].upper(), practised=_("practised")[:1].upper())


def reader_title(reader: Reader, today: date) -> str:
    parts = [reader.name]
    if reader.person_id is None:
        parts.append(_("a written name"))
    elif not reader.is_staff:
        parts.append(_("from elsewhere"))
    elif reader.is_new(today):
        parts.append(_("new"))
    elif reader.role:
        parts.append(reader.role)
    return " · ".join(parts)


def totals_sentence(register: Register, cells: Cells) -> str:
    """Of the ward: how much of what it has to know is read, and how much practised."""
    if not register.taught or not register.staff:
        return ""
    people = ngettext("{count} person", "{count} people", len(register.staff)).format(
        count=len(register.staff)
    )
    texts = ngettext("{count} text in force", "{count} texts in force", len(register.taught))
    return _("{people}, {texts}: {read} % read, {practised} % practised").format(
        people=people,
        texts=texts.format(count=len(register.taught)),
        read=ward_share(register, cells).percent,
        practised=ward_share(register, cells, Level.PRACTISED).percent,
    )


def recorded_sentence(count: int) -> str:
    return ngettext("{count} mark recorded.", "{count} marks recorded.", count).format(count=count)


def record_text(count: int) -> str:
    """What the button says; `&` marks its key."""
    if not count:
        return _("&Record the marks")
    return ngettext("&Record {count} mark", "&Record {count} marks", count).format(count=count)


def pasted_sentence(staff: int, elsewhere: int, alone: int) -> str:
    """Who the names of a pasted list were."""
    return _(
        "Names pasted: {staff} of the department, {elsewhere} from elsewhere, {alone} kept as "
        "written."
    ).format(staff=staff, elsewhere=elsewhere, alone=alone)
