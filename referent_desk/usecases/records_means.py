"""Means and failure domains, edited: what each leans on is ticked."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from referent_desk.domain.record_values import Value
from referent_desk.domain.software import Hosting
from referent_desk.domain.texts import folded
from referent_desk.errors import RefusedField, RefusedInput
from referent_desk.language import _, ngettext, spoken
from referent_desk.storage import means as stored
from referent_desk.storage import schema
from referent_desk.storage.database import Connection
from referent_desk.storage.records import Row
from referent_desk.storage.software import software_by_id
from referent_desk.storage.work import Work
from referent_desk.usecases.records_rules import Rules, Values, taken

_HOSTED = {
    Hosting.ON_SITE: "site_hosting",
    Hosting.GROUP: "group_hosting",
    Hosting.VENDOR: "vendor_hosting",
}
"""The shipped domain that a software leans on to begin with, by where it runs."""


class MeansRules(Rules):
    def check(self, connection: Connection, row: Row, said: frozenset[str]) -> None:
        if not said & {"name", self.ending}:
            return
        spelled = folded(str(row["name"]))
        twin = stored.means_twin(connection, str(row["node_id"]), spelled, str(row["id"]))
        if twin is not None:
            raise taken("name", twin)

    def derived(self, connection: Connection, row: Row) -> dict[str, object]:
        return {"folded": folded(str(row["name"]))}

    def columns(self, work: Work, values: Values) -> dict[str, object]:
        return {field: value for field, value in values.items() if field != "leans_on"}

    def add(self, work: Work, record_id: str, values: Values) -> str:
        super().add(work, record_id, values)
        software_id = values.get("software_id")
        wanted = {*_ids(values.get("leans_on")), *_software_domain(work, software_id)}
        _lean(work, self.table, record_id, wanted)
        return record_id

    def edit(self, work: Work, row: Row, field: str, value: Value) -> None:
        """A means of a software leans on it, whatever else is ticked."""
        super().edit(work, row, field, value)
        if field == "leans_on":
            kept = _software_domain(work, row["software_id"])
            _lean(work, self.table, row["id"], {*_ids(value), *kept})
        elif field == "software_id":
            before = set(_software_domain(work, row["software_id"]))
            here = set(stored.leant_on(work.connection, self.table, row["id"]))
            _lean(work, self.table, row["id"], (here - before) | {*_software_domain(work, value)})


class FailureDomainRules(Rules):
    """One that stands for a software bears its name."""

    def check(self, connection: Connection, row: Row, said: frozenset[str]) -> None:
        if row.get("software_id") is not None and "name" in said:
            raise RefusedField(
                "name",
                "of_software",
                _("This is a software, and bears its name."),
                _("Rename the software."),
            )
        if said & {"name", self.ending} and row["name"]:
            spelled = folded(str(row["name"]))
            for other in stored.failure_domains(connection).values():
                names = {folded(other.name_fr), folded(other.name_en)}
                if other.id != row["id"] and spelled in names:
                    raise taken("name", row["name"])

    def columns(self, work: Work, values: Values) -> dict[str, object]:
        """A name that was typed is its name in every language."""
        columns: dict[str, object] = {
            f: value for f, value in values.items() if f not in {"name", "leans_on"}
        }
        if "name" in values:
            columns |= {"name_fr": values["name"], "name_en": ""}
        return columns

    def add(self, work: Work, record_id: str, values: Values) -> str:
        row: dict[str, Any] = {"id": record_id, "software_id": None, **values}
        self.check(work.connection, row, frozenset(values))
        position = stored.last_position(work.connection) + 1
        columns = {"id": record_id, "position": position, **self.columns(work, values)}
        work.add(self.table, [columns])
        _lean(work, self.table, record_id, _ids(values.get("leans_on")))
        return record_id

    def edit(self, work: Work, row: Row, field: str, value: Value) -> None:
        if field == "leans_on":
            _lean(work, self.table, row["id"], _ids(value))
        else:
            super().edit(work, row, field, value)

    def close(self, work: Work, row: Row, today: date) -> None:
        """What leans on it would seem to stand whatever happens."""
        leaning = _leaning_on(work.connection, row["id"])
        if leaning:
            happened = ngettext(
                "{count} thing leans on “{name}”: {names}.",
                "{count} things lean on “{name}”: {names}.",
                len(leaning),
            ).format(count=len(leaning), name=row["called"], names=", ".join(leaning[:5]))
            raise RefusedInput(happened, _("Take it off them first, then close it."))
        super().close(work, row, today)


def software_domain(work: Work, software_id: str, new_id: str = "") -> str:
    """The domain that stands for a software, made on first use: it leans on where that runs."""
    known = stored.domain_of_software(work.connection, software_id)
    if known is not None:
        domain_id, is_open = known
        if not is_open:
            work.change(schema.failure_domain, domain_id, {"closed_on": None})
        return domain_id
    domain_id = new_id or work.new_id()
    work.add(schema.failure_domain, [{"id": domain_id, "software_id": software_id}])
    software = software_by_id(work.connection, [software_id])[software_id]
    code = _HOSTED.get(software.hosting, "")
    host = stored.domains_by_code(work.connection).get(code)
    if host is not None:
        _lean(work, schema.failure_domain, domain_id, [host])
    return domain_id


def _software_domain(work: Work, software_id: object) -> tuple[str, ...]:
    return (software_domain(work, str(software_id)),) if software_id else ()


def _ids(typed: object) -> tuple[str, ...]:
    return tuple(str(typed or "").split())


def _lean(work: Work, table: schema.Table, row_id: str, wanted: Iterable[str]) -> None:
    """From now on it leans on these and no others."""
    present, after = stored.leant_on(work.connection, table, row_id), dict.fromkeys(wanted)
    rows, of, to = schema.means_dependency, "means_id", "domain_id"
    if table is schema.failure_domain:
        rows, of, to = schema.domain_dependency, "domain_id", "leans_on_id"
    work.remove(rows, [own_id for one, own_id in present.items() if one not in after])
    new = [one for one in after if one not in present]
    work.add(rows, [{"id": work.new_id(), of: row_id, to: one} for one in new])


def _leaning_on(connection: Connection, domain_id: str) -> list[str]:
    domains = stored.failure_domains(connection)
    kept = stored.means_kept(connection, domains)
    means = [m.name for those in kept.values() for m in those if domain_id in m.leans_on]
    language_code = spoken().code
    others = (d.name(language_code) for d in domains.values() if domain_id in d.leans_on)
    return [*others, *dict.fromkeys(means)]
