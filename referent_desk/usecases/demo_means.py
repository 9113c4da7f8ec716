"""What the steps of the demo hospital lean on, as rows."""

from __future__ import annotations

from referent_desk.domain.texts import folded
from referent_desk.exchange.examples_references import example_id
from referent_desk.exchange.examples_values import Example
from referent_desk.storage import schema
from referent_desk.storage.means import domains_by_code
from referent_desk.storage.work import Work
from referent_desk.usecases.records_means import software_domain


def add_means(work: Work, example: Example) -> None:
    """After software and nodes; the failure domains lie in the home already."""
    domains = domains_by_code(work.connection)
    work.add(
        schema.means,
        (
            {
                "id": one.id,
                "node_id": one.node_id,
                "kind": one.kind,
                "name": one.name,
                "place": one.place,
                "note": one.note,
                "software_id": one.software_id,
                "folded": folded(one.name),
            }
            for one in example.means
        ),
    )
    leaning = [(one.id, domains[code]) for one in example.means for code in one.leans_on]
    for one in example.means:
        if one.software_id is not None:
            name = example_id("failure_domain", one.software_id)
            leaning.append((one.id, software_domain(work, one.software_id, name)))
    work.add(
        schema.means_dependency,
        (
            {
                "id": example_id("means_dependency", means_id, domain_id),
                "means_id": means_id,
                "domain_id": domain_id,
            }
            for means_id, domain_id in leaning
        ),
    )
