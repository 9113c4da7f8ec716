"""Everything that makes it difficult to say which text of a department holds, drawn by chance."""

from __future__ import annotations

import random
from datetime import timedelta

from referent_desk.storage import schema
from referent_desk.storage.schema import Table
from referent_desk.storage.work import Work
from tests.benchmarks.generator import TODAY

_MEANS = '{"title":"T","steps":[{"what":"w","means":["nobody knows it"]}]}'


def make_difficult(work: Work, chance: random.Random) -> None:
    """For the small homes of the generator."""
    home = _Home(work, chance)
    home.add_revisions()
    home.add_withdrawals()
    home.add_trials()
    home.add_annulments()
    home.add_releases()
    home.add_uses()
    home.add_texts()


class _Home:
    def __init__(self, work: Work, chance: random.Random) -> None:
        self._work = work
        self._chance = chance
        self._sites = self._keys("SELECT id FROM node WHERE kind = 'establishment'")
        self._departments = self._keys("SELECT id FROM node WHERE kind IN ('department', 'unit')")
        self._functions = self._keys("SELECT id FROM function")
        self._releases = self._keys("SELECT id FROM release")

    def _keys(self, statement: str) -> list[str]:
        return sorted(self._work.connection.exec_driver_sql(statement).scalars())

    def _day(self, around: int = 500) -> str:
        days = self._chance.randint(-around, around // 3)
        return (TODAY + timedelta(days=days)).isoformat()

    def _add(self, table: Table, **fields: object) -> None:
        self._work.add(table, [{"id": self._work.new_id(), **fields}])

    def add_revisions(self) -> None:
        """A second one, that holds already or not yet."""
        approved = self._work.connection.exec_driver_sql(
            "SELECT procedure_id, title, text FROM revision WHERE state = 'approved'"
        ).all()
        for procedure_id, title, text in self._chance.sample(approved, 150):
            begins = self._day()
            self._add(
                schema.revision, procedure_id=procedure_id, state="approved", number=2,
                title=title, text=text, approved_on=begins, in_force_on=begins,
                review_due_on=self._day(),
            )  # fmt: skip

    def add_withdrawals(self) -> None:
        for number, count in ((1, 60), (2, 40)):
            known = self._keys(f"SELECT id FROM revision WHERE number = {number:d}")
            for key in self._chance.sample(known, count):
                self._add(schema.withdrawal, revision_id=key, who="x", valid_on=self._day())

    def add_trials(self) -> None:
        """Tried again, on the same release or on one of any software."""
        tried = self._work.connection.exec_driver_sql(
            "SELECT revision_id, release_id, department_id FROM verification"
        ).all()
        for revision_id, release_id, department_id in self._chance.sample(tried, 200):
            for release in (release_id, self._chance.choice(self._releases)):
                self._add(
                    schema.verification, revision_id=revision_id, release_id=release,
                    department_id=department_id, who="x", valid_on=self._day(30),
                    result=self._chance.choice(["worked", "partly", "failed"]),
                )  # fmt: skip

    def add_annulments(self) -> None:
        tried = self._work.connection.exec_driver_sql(
            "SELECT id, revision_id, release_id, department_id, result FROM verification"
        ).all()
        for key, revision_id, release_id, department_id, result in self._chance.sample(tried, 60):
            self._add(
                schema.verification, revision_id=revision_id, release_id=release_id,
                department_id=department_id, result=result, who="x", valid_on=self._day(30),
                annuls_id=key,
            )  # fmt: skip

    def add_releases(self) -> None:
        """That went live lately, or will."""
        for key in self._chance.sample(self._releases, 20):
            site = self._chance.choice(self._sites)
            self._add(
                schema.release_live, release_id=key, establishment_id=site, valid_on=self._day(60)
            )

    def add_uses(self) -> None:
        """Software of which nobody said what it is for, or that is outside of all functions; and
        functions that a department needs."""
        software = self._keys("SELECT id FROM software")
        for department in self._departments:
            for outside, key in zip((None, 1), self._chance.sample(software, 2), strict=True):
                self._add(
                    schema.deployment, department_id=department,
                    software_id=key, purpose="?", outside=outside,
                )  # fmt: skip
            need = self._chance.choice(self._functions)
            self._add(schema.department_function, department_id=department, function_id=need)

    def add_texts(self) -> None:
        """For any software, of hospitals and departments; they name a means."""
        for owner in (*self._sites, *self._chance.sample(self._departments, 5)):
            for function in self._chance.sample(self._functions, 6):
                key = self._work.new_id()
                self._work.add(
                    schema.procedure, [{"id": key, "owner_id": owner, "function_id": function}]
                )
                self._add(schema.revision, procedure_id=key, state="draft", title="T", text=_MEANS)
