"""What holds for proposals and objectives, and for every office that somebody is given."""

from __future__ import annotations

from datetime import date

from referent_desk.domain.texts import shortened
from referent_desk.errors import RefusedField
from referent_desk.language import _
from referent_desk.storage.database import Connection
from referent_desk.storage.departments import read_node
from referent_desk.storage.people import read_person
from referent_desk.storage.records import Row
from referent_desk.storage.twins import waiting_proposal
from referent_desk.storage.work import Work
from referent_desk.usecases.records_rules import Rules, Values, refuse_backwards

MOST_MINUTES = 6_000
"""A week of a hundred hours: more is a slip of the pen."""


class ProposalRules(Rules):
    """It is closed by its answer; the same is not proposed twice to one person."""

    ending = "answered_on"

    def check(self, connection: Connection, row: Row, said: frozenset[str]) -> None:
        refuse_backwards(row, said)
        check_office(connection, row, said)
        named = {"person_id", "kind", "rank", "software_id"} & said
        if named and not row.get("answer") and waiting_proposal(connection, row):
            raise RefusedField(
                "person_id",
                "proposed_twice",
                _("This was proposed to this person already, and nobody has answered."),
                _("Answer it first: it stands in the list of referents."),
            )

    def columns(self, work: Work, values: Values) -> dict[str, object]:
        columns = dict(super().columns(work, values))
        if "person_id" in columns:
            columns["proposed_on"] = work.now.astimezone().date()
        return columns

    def close(self, work: Work, row: Row, today: date) -> None:
        work.change(self.table, row["id"], {"answer": "withdrawn", "answered_on": today})

    def reopen(self, work: Work, row: Row) -> None:
        before = {"answer": "", "answered_on": None}
        self.check(work.connection, {**row, **before}, frozenset({"person_id"}))
        work.change(self.table, row["id"], before)


class ObjectiveRules(Rules):
    def columns(self, work: Work, values: Values) -> dict[str, object]:
        """What was reached was reached by now."""
        reached = values.get("reached_on")
        if isinstance(reached, date) and reached > work.now.astimezone().date():
            raise RefusedField(
                "reached_on",
                "in_future",
                _("This day lies in the future."),
                _("Type the day on which it was reached."),
            )
        return super().columns(work, values)


def check_office(connection: Connection, row: Row, said: frozenset[str]) -> None:
    """Nobody is given an office of a closed department, or one that begins after they left."""
    if "department_id" in said:
        node = read_node(connection, str(row["department_id"]))
        if node is not None and node.closed_on is not None:
            raise RefusedField(
                "department_id",
                "closed",
                _("“{department}” is closed: it has no referent any more.").format(
                    department=shortened(node.name, 80)
                ),
                _("Choose another department, or open this one again first."),
            )
    if {"person_id", "since"} & said:
        _refuse_gone(connection, row)
    minutes = row.get("minutes_a_week")
    if "minutes_a_week" in said and isinstance(minutes, int) and minutes > MOST_MINUTES:
        raise RefusedField(
            "minutes_a_week",
            "too_much_time",
            _("No week has so many hours."),
            _("Type the time of one week, as 2 h."),
        )


def _refuse_gone(connection: Connection, row: Row) -> None:
    person = read_person(connection, str(row["person_id"]))
    since = row.get("since")
    first = date.fromisoformat(str(since)) if since else None
    if person is None or person.left_on is None or first is None or first <= person.left_on:
        return
    raise RefusedField(
        "since",
        "begins_after_leaving",
        _("{person} will have left before it begins.").format(person=person.full_name),
        _("Choose an earlier day or somebody else; who is back is opened again in the staff."),
    )
