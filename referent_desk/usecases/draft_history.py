"""How the saving of drafts stands in what can be taken back: one deed for each visit."""

from __future__ import annotations

from referent_desk.storage.trails import Changed
from referent_desk.usecases.histories import Done, History


def carry_on(history: History) -> None:
    """Make one deed of the two newest, where both wrote into the same row."""
    if len(history.to_undo) < 2:
        return
    before, after = history.to_undo[-2:]
    if before.id != after.id or before.deed.verb is not after.deed.verb:
        return
    joined = _joined(before, after)
    if joined is not None:
        history.to_undo[-2:] = [joined]


def _joined(before: Done, after: Done) -> Done | None:
    if len(before.trail) != 1 or len(after.trail) != 1:
        return None
    was, now = before.trail[0], after.trail[0]
    if not isinstance(was, Changed) or not isinstance(now, Changed):
        return None
    changed = Changed(
        now.table, now.row_id, {**now.before, **was.before}, {**was.after, **now.after}
    )
    return Done(after.deed, (changed,), after.id)


def forget_row(history: History, row_id: str) -> None:
    """Leave out what can be taken back no more, because the row is frozen now."""

    def stays(done: Done) -> bool:
        return done.id != row_id and all(
            getattr(step, "row_id", "") != row_id and row_id not in getattr(step, "ids", ())
            for step in done.trail
        )

    history.to_undo[:] = filter(stays, history.to_undo)
    history.to_redo[:] = filter(stays, history.to_redo)
