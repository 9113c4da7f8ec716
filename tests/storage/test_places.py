from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from referent_desk.storage import schema
from referent_desk.storage.places import house_name
from referent_desk.usecases.desks import Desk
from referent_desk.usecases.evidence import gather_evidence
from tests.usecases.homes import bare_desk, node


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    made = bare_desk(tmp_path)
    yield made
    made.close()


def name_of(desk: Desk) -> str:
    with desk.database.read() as connection:
        return house_name(connection)


def test_the_house_is_called_as_the_only_node_at_the_top(desk: Desk) -> None:
    """Whether that is a group or a hospital of its own; what was closed is none."""
    assert name_of(desk) == ""
    with desk.database.write("close") as work:
        nodes = schema.node
        sites = work.connection.execute(nodes.select().where(nodes.c.parent_id.is_(None))).all()
        north = next(site for site in sites if site.name == "Hôpital Nord")
        work.change(nodes, north.id, {"closed_on": "2026-01-01"})
    assert name_of(desk) == gather_evidence(desk).scope == "Hôpital Sud"
    with desk.database.write("join") as work:
        group = work.new_id()
        node(work.add, group, None, "group", "Groupement du Lac")
        for site in sites:
            work.change(nodes, site.id, {"parent_id": group, "closed_on": None})
        node(work.add, work.new_id(), None, "group", "Ancien groupement", closed_on="2020-01-01")
    assert name_of(desk) == gather_evidence(desk).scope == "Groupement du Lac"
