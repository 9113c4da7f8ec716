"""Seeing software: the list, one in full; and a department that begins to use one."""

from __future__ import annotations

from collections.abc import Mapping

from referent_desk.domain.deeds import Deed, Saved, Verb
from referent_desk.domain.listings import PAGE_ROWS, Listing, Page
from referent_desk.domain.records import RecordKind
from referent_desk.domain.software import SoftwareDetail, SoftwareRow
from referent_desk.domain.software_procedures import procedure_rows
from referent_desk.domain.texts import clean_line, spelling_key
from referent_desk.errors import NotFound
from referent_desk.language import _, spoken
from referent_desk.storage import software as stored
from referent_desk.storage.procedures import functions_by_id
from referent_desk.storage.skills import people_able
from referent_desk.storage.software_procedures import software_uses
from referent_desk.storage.spellings import software_spelled
from referent_desk.storage.undated_releases import versions_not_dated
from referent_desk.usecases.deeds import doing, kinds_of, saved
from referent_desk.usecases.desks import Desk
from referent_desk.usecases.records import add_within


def list_software(desk: Desk, listing: Listing) -> Page[SoftwareRow]:
    with desk.database.read() as connection:
        return stored.list_software(connection, listing, spoken().code, desk.clock.today())


def software_detail(desk: Desk, software_id: str) -> SoftwareDetail:
    language_code = spoken().code
    with desk.database.read() as connection:
        software = stored.software_by_id(connection, [software_id]).get(software_id)
        if software is None:
            raise NotFound(_("This software is not here any more."), _("Choose another one."))
        kinds = stored.kinds_by_id(connection)
        lives = stored.releases_live(connection, [software_id]).get(software_id, ())
        deployments, total = stored.deployments_of(
            connection, software_id, language_code, desk.clock.today(), PAGE_ROWS
        )
        after = stored.software_by_id(
            connection, [software.replaced_by_id] if software.replaced_by_id else []
        )
        undated = versions_not_dated(connection, software_id)
        uses = software_uses(connection, software_id, lives, desk.clock.today())
        functions = functions_by_id(connection)
        able = people_able(connection, software_id, desk.clock.today())
    kind = kinds.get(software.kind_id or "")
    successor = after.get(software.replaced_by_id or "")
    return SoftwareDetail(
        software=software,
        kind=kind.name(language_code) if kind else "",
        replaced_by=successor.name if successor else "",
        releases=lives,
        undated_versions=undated,
        deployments=deployments,
        deployments_total=total,
        procedures=procedure_rows(uses, functions, desk.clock.today(), language_code),
        able=able,
    )


def begin_use(desk: Desk, name: str, use: Mapping[str, str]) -> Saved:
    """The use of a software that is named, not chosen: one deed, undone as one.

    In whatever spelling it is known, it is that software; else it is added.
    """
    called = clean_line(name)
    deed = Deed(Verb.ADDED, RecordKind.DEPLOYMENT, called)
    with doing(desk, "begin_use", deed) as work:
        known = software_spelled(work.connection, spelling_key(called))
        new = {"name": called}
        software_id = known[0] if known else add_within(work, RecordKind.SOFTWARE, new)
        use_id = add_within(work, RecordKind.DEPLOYMENT, {**use, "software_id": software_id})
    return saved(desk, kinds_of(work.trail), use_id)
