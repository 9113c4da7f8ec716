"""Actions, edited: nothing is done on a day to come."""

from __future__ import annotations

from datetime import date

from referent_desk.domain.record_values import Value
from referent_desk.storage.records import Row
from referent_desk.storage.work import Work
from referent_desk.usecases.actions import refuse_done_on
from referent_desk.usecases.desks import Desk
from referent_desk.usecases.records_rules import Rules, Values


class ActionRules(Rules):
    """Closing an action gives it up; what was done is said in its own fields."""

    def given(self, desk: Desk, work: Work, values: Values) -> Values:
        done_on = values.get("done_on")
        refuse_done_on(done_on if isinstance(done_on, date) else None, desk.clock.today())
        return values

    def edit(self, work: Work, row: Row, field: str, value: Value) -> None:
        if field == "done_on" and isinstance(value, date):
            refuse_done_on(value, work.now.astimezone().date())
        super().edit(work, row, field, value)
