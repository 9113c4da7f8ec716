"""Filling an empty home with the demo hospital: everything in it is invented."""

from __future__ import annotations

from referent_desk.domain.changes import ALL_KINDS, Kind
from referent_desk.errors import RefusedInput
from referent_desk.exchange.examples import read_example
from referent_desk.exchange.examples_values import Example
from referent_desk.language import _
from referent_desk.resources import resource
from referent_desk.storage import schema
from referent_desk.storage.audit import Origin
from referent_desk.storage.binders import home_row, last_copy_number
from referent_desk.storage.departments import find_departments
from referent_desk.storage.high_marks import raise_marks
from referent_desk.storage.procedures import functions_by_id
from referent_desk.storage.software import kinds_by_id
from referent_desk.storage.work import Work
from referent_desk.usecases import demo_rows as rows
from referent_desk.usecases.demo_means import add_means
from referent_desk.usecases.demo_nominations import add_nominations
from referent_desk.usecases.demo_presences import add_presences
from referent_desk.usecases.demo_verifications import add_trial_actions
from referent_desk.usecases.desks import Desk

SHOWCASE_PAPER_CODE = "CAR"

_OWN_TABLES = (
    schema.node,
    schema.software,
    schema.person,
    schema.procedure,
    schema.directory_entry,
    schema.import_run,
)
"""What a hospital brings itself: an empty home has no row in any of them."""


def is_demo(desk: Desk) -> bool:
    with desk.database.read() as connection:
        row = home_row(connection)
    return row is not None and row[2]


def fill_demo(desk: Desk) -> frozenset[Kind]:
    """Fill an empty home; one that holds the demo hospital already stays as it is."""
    if is_demo(desk):
        return frozenset()
    example = read_example(resource("examples"), desk.clock.today())
    with desk.database.write("fill_demo", origin=Origin.DEMO) as work:
        _refuse_unless_empty(work)
        _add(work, example)
        _mark_copies(desk, work)
        work.change(schema.home, desk.home_id, {"demo": 1})
    desk.demo = True
    return ALL_KINDS - {Kind.FUNCTIONS}


def _refuse_unless_empty(work: Work) -> None:
    if any(work.connection.execute(table.select().limit(1)).first() for table in _OWN_TABLES):
        raise RefusedInput(
            _("This home already holds a hospital: the demo hospital was not added to it."),
            _("Choose an empty folder with --home."),
        )


def _mark_copies(desk: Desk, work: Work) -> None:
    """Without these the next copy would be counted as after marks that were lost."""
    for binder in work.connection.execute(schema.binder.select()):
        number = last_copy_number(work.connection, binder.id)
        raise_marks(desk.home.marks, desk.home_id, binder.department_id, copy=number)


def _add(work: Work, example: Example) -> None:
    """Owners before what they own, so that every row finds what it refers to."""
    functions = {f.code: f.id for f in functions_by_id(work.connection).values()}
    kinds = {k.code: k.id for k in kinds_by_id(work.connection).values()}
    for table, content in (
        (schema.node, rows.nodes(example)),
        (schema.vendor, rows.vendors(example)),
        (schema.software, rows.software(example, kinds)),
        (schema.software_alias, rows.aliases(example)),
        (schema.release, rows.releases(example)),
        (schema.release_live, rows.releases_live(example)),
        (schema.deployment, rows.deployments(example, functions)),
        (schema.person, rows.people(example)),
        (schema.appointment, rows.appointments(example)),
        (schema.procedure, rows.procedures(example, functions)),
        (schema.revision, rows.revisions(example)),
        (schema.verification, rows.verifications(example)),
        (schema.local_value, rows.local_values(example)),
        (schema.directory_entry, rows.directory(example)),
        (schema.dialling, rows.diallings(example)),
        (schema.binder, rows.binders(example)),
        (schema.copy, rows.copies(example)),
    ):
        work.add(table, content)
    add_means(work, example)
    add_trial_actions(work, example)
    add_nominations(work, work.now.date())
    add_presences(work, work.now.date())


def showcase_department(desk: Desk) -> str:
    """The department whose binder the demo prints: the one whose sheets show most."""
    with desk.database.read() as connection:
        found = find_departments(connection, SHOWCASE_PAPER_CODE, SHOWCASE_PAPER_CODE.casefold())
    return found[0].id
