"""The showcase department of the demo hospital, where procedures are tried."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path

from referent_desk.clock import Clock
from referent_desk.domain.listings import Listing
from referent_desk.domain.procedures import ProcedureRow, ProcedureState, VerificationResult
from referent_desk.domain.records import RecordKind
from referent_desk.domain.verifications import Trials, VerificationAids, WantedVerification
from referent_desk.storage import schema
from referent_desk.storage.departments import path_to
from referent_desk.storage.procedures import functions_by_id
from referent_desk.usecases.demo import showcase_department
from referent_desk.usecases.desks import Desk
from referent_desk.usecases.procedures import list_procedures
from referent_desk.usecases.records import add_record
from referent_desk.usecases.verification_forms import read_trials, verification_aids
from tests.usecases.homes import CLOCK, demo_desk

TODAY = CLOCK.today()
DAY = timedelta(days=1)


@dataclass
class Ward:
    desk: Desk
    department: str

    def row(self, code: str, software: str = "") -> ProcedureRow:
        """`code` is that of the function."""
        with self.desk.database.read() as connection:
            functions = {f.code: f.id for f in functions_by_id(connection).values()}
        rows = list_procedures(self.desk, Listing(department_id=self.department)).rows
        fitting = (r for r in rows if r.function_id == functions[code] and software in r.software)
        return next(fitting)

    def state(self, code: str, software: str = "") -> ProcedureState:
        return self.row(code, software).state

    def states_of(self, software: str) -> set[ProcedureState]:
        rows = list_procedures(self.desk, Listing(department_id=self.department)).rows
        return {row.state for row in rows if row.software == software}

    def aids(self, code: str, software: str = "") -> VerificationAids:
        row = self.row(code, software)
        return verification_aids(self.desk, self.department, row.function_id, row.software_id)

    def trials(self, code: str, software: str = "") -> Trials:
        row = self.row(code, software)
        return read_trials(self.desk, self.department, row.function_id, row.software_id)

    def trial(self, code: str, software: str = "", **said: object) -> WantedVerification:
        """One that went well today on the version that runs, unless something else is said."""
        aids = self.aids(code, software)
        wanted = WantedVerification(
            department_id=self.department,
            function_id=aids.function_id,
            software_id=aids.software_id,
            revision_id=aids.revision_id,
            version=aids.running,
            who="Ada Moreau",
            day=TODAY,
            result=VerificationResult.WORKED,
        )
        return replace(wanted, **said)  # type: ignore[arg-type]

    def establishment(self) -> str:
        with self.desk.database.read() as connection:
            path = path_to(connection, self.department)
        return next(node.id for node in path if node.kind == "establishment")

    def other_establishment(self) -> str:
        table, here = schema.node, self.establishment()
        with self.desk.database.read() as connection:
            sites = connection.scalars(
                table.select().with_only_columns(table.c.id).where(table.c.kind == "establishment")
            )
            return next(str(site) for site in sites if site != here)

    def type_release(self, code: str, version: str, day: date, site: str = "") -> None:
        """As in the tab of software: a version, where, and since when."""
        add_record(
            self.desk,
            RecordKind.RELEASE,
            {
                "software_id": self.row(code).software_id or "",
                "version": version,
                "establishment_id": site or self.establishment(),
                "live_on": f"{day:%d/%m/%Y}",
            },
        )


def ward_of(folder: Path, clock: Clock = CLOCK) -> Ward:
    desk = demo_desk(folder, clock)
    return Ward(desk, showcase_department(desk))
