"""What must be replaced in a copy, and why: gathered, nothing laid out yet."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from referent_desk.domain.copies import Copy, CopyContent, Run
from referent_desk.domain.replacements import Replacements, replacements
from referent_desk.domain.sheet_states import BinderState
from referent_desk.errors import NotFound, RefusedInput
from referent_desk.language import Language, _
from referent_desk.storage.copies import copies_in, runs_of
from referent_desk.storage.database import Connection
from referent_desk.usecases.binder_gathering import GatheredBinder, gather
from referent_desk.usecases.binder_states import state_in
from referent_desk.usecases.copies import closed_copy, seen_contents
from referent_desk.usecases.desks import Desk
from referent_desk.words.reasons import reasons_line

_WAITS = "waits_for_filing"


@dataclass(frozen=True, slots=True)
class GatheredReplacements:
    """What is about to be printed: the binder, the difference, and why each sheet differs.

    `forgotten`: printings are missing that may lie in this copy, because a backup was put back.
    """

    gathered: GatheredBinder
    changes: Replacements
    copy: Copy
    content: CopyContent
    runs: tuple[Run, ...]
    reasons: Mapping[str, str]
    forgotten: bool

    @property
    def superseded(self) -> int | None:
        """The printing before this one that nobody filed."""
        number = self.gathered.stamp.run_number
        filed = max((run.number for run in self.runs if run.filed), default=0)
        open_runs = [run.number for run in self.runs if filed < run.number != number]
        return max(open_runs, default=None)


def gather_replacements(
    desk: Desk,
    connection: Connection,
    department_id: str,
    copy_number: int | None,
    *,
    allot: bool = False,
) -> GatheredReplacements:
    """The reasons are read before anything is allotted: they tell old sheets from new ones."""
    now = desk.clock.now()
    copy = _open_copy(connection, department_id, copy_number)
    state = state_in(desk, connection, department_id)
    gathered = gather(desk, connection, department_id, copy.number, now, allot=allot)
    every = runs_of(connection, department_id)
    runs = tuple(run for run in every if run.copy_id == copy.id)
    [content] = seen_contents(connection, department_id, [copy], every)
    changes = replacements(content, gathered.numbered)
    reasons = _reasons(state, copy, gathered.language)
    forgotten = any(shelf.copy.id == copy.id and shelf.forgotten for shelf in state.copies)
    return GatheredReplacements(gathered, changes, copy, content, runs, reasons, forgotten)


def _open_copy(connection: Connection, department_id: str, number: int | None) -> Copy:
    copies = copies_in(connection, department_id, closed=True)
    in_use = [copy for copy in copies if copy.closed_on is None]
    if number is None and len(in_use) > 1:
        raise RefusedInput(
            _("This binder has several copies."), _("Say for which copy it is: --copy N.")
        )
    found = in_use if number is None else [copy for copy in copies if copy.number == number]
    if not found:
        raise NotFound(
            _("This binder has no copy {number}.").format(number=number)
            if number is not None
            else _("This binder has no copy yet."),
            _("Print the whole binder for that copy first."),
        )
    if found[0].closed_on is not None:
        raise closed_copy(found[0])
    return found[0]


def _reasons(state: BinderState, copy: Copy, language: Language) -> dict[str, str]:
    """By sheet code, in the paper's language."""
    own = (found for found in state.copies if found.copy.id == copy.id)
    return {
        sheet.code: reasons_line([r for r in sheet.reasons if r.code != _WAITS], language)
        for found in own
        for sheet in found.sheets
    }


def refuse_needless(ready: GatheredReplacements) -> GatheredReplacements:
    if ready.changes.never_filed:
        raise RefusedInput(
            _("Nothing was ever filed in copy {number}: there is nothing to replace.").format(
                number=ready.copy.number
            ),
            _("Print the whole binder, and record that it was filed."),
        )
    if ready.changes.nothing:
        raise RefusedInput(
            _("Copy {number} holds what it should: there is nothing to replace.").format(
                number=ready.copy.number
            ),
            _("No file was written."),
        )
    return ready
