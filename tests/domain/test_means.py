from __future__ import annotations

import pytest

from referent_desk.domain.failures import FailureDomain, failed_with
from referent_desk.domain.means import (
    Means,
    Reach,
    Standing,
    in_reach,
    names_in,
    needs_of,
    outcomes_of,
    split_names,
    standing_of,
    unknown_in,
)
from referent_desk.domain.needs import Need
from referent_desk.domain.procedures import ProcedureText, Step

S = Standing
DOMAINS = {
    "power": FailureDomain("power", "power", "électricité", "power"),
    "network": FailureDomain("network", "network", "réseau", "network", leans_on=("power",)),
    "prints": FailureDomain(
        "prints", "print_server", "serveur d’impression", "print server", leans_on=("network",)
    ),
}
KEPT = {
    "ward": (
        Means("usb", "ward", "Imprimante USB", leans_on=("power",)),
        Means("phone", "ward", "Téléphone", leans_on=("network",)),
    ),
    "hospital": (
        Means("printer", "hospital", "Imprimante réseau", leans_on=("prints", "network")),
        Means("runner", "hospital", "Coursier"),
        Means("upper phone", "hospital", "téléphone"),
    ),
}
REACH = in_reach(("ward", "pole", "hospital"), KEPT, DOMAINS)
NETWORK = failed_with(DOMAINS, ["network"])


def text(*means: tuple[str, ...]) -> ProcedureText:
    return ProcedureText("On paper", steps=tuple(Step("Do it", means=names) for names in means))


@pytest.mark.parametrize(
    ("means", "step"),
    [
        ((), S.STANDS),
        (("imprimante usb",), S.STANDS),
        (("IMPRIMANTE  RÉSEAU",), S.FALLS),
        (("fax",), S.UNKNOWN),
        (("Imprimante réseau", "Coursier"), S.STANDS),
        (("Imprimante réseau", "fax"), S.UNKNOWN),
        (("Imprimante réseau", "Téléphone"), S.FALLS),
        (("fax", "Coursier"), S.STANDS),
    ],
)
def test_one_means_that_stands_is_enough_for_a_step(means: tuple[str, ...], step: Standing) -> None:
    [outcome] = outcomes_of(text(means), REACH, NETWORK)
    assert outcome.standing is step


@pytest.mark.parametrize(
    ("steps", "procedure"),
    [
        ([], S.STANDS),
        ([(), ("Coursier",)], S.STANDS),
        ([("Coursier",), ("fax",)], S.UNKNOWN),
        ([("fax",), ("Téléphone",)], S.FALLS),
    ],
)
def test_a_procedure_stands_only_while_each_of_its_steps_does(
    steps: list[tuple[str, ...]], procedure: Standing
) -> None:
    assert standing_of(outcomes_of(text(*steps), REACH, NETWORK)) is procedure


def test_the_way_from_a_means_to_what_failed_is_told() -> None:
    [outcome] = outcomes_of(text(("Imprimante réseau",)), REACH, failed_with(DOMAINS, ["power"]))
    assert outcome.means[0].chain == ("network", "power")
    [outcome] = outcomes_of(text(("Imprimante réseau",)), REACH, failed_with(DOMAINS, ["prints"]))
    assert outcome.means[0].chain == ("prints",)


def test_the_nearest_means_of_a_name_is_the_one_that_is_meant() -> None:
    nearest, upper = REACH.named("TELEPHONE"), in_reach(("hospital",), KEPT, DOMAINS)
    assert nearest is not None
    assert nearest.id == "phone"
    known = upper.named("téléphone")
    assert known is not None
    assert known.id == "upper phone"
    assert in_reach(("elsewhere",), KEPT, DOMAINS).means == {}


def test_names_are_told_once_as_they_were_first_written() -> None:
    named = text(("fax", "Coursier"), ("FAX",), ("coursier", "Téléphone"))
    assert names_in(named) == ("fax", "Coursier", "Téléphone")
    assert unknown_in(named, REACH) == ("fax",)
    assert unknown_in(named, Reach()) == ("fax", "Coursier", "Téléphone")


def test_a_sheet_tells_what_each_means_leans_on_and_which_serve_in_place_of_another() -> None:
    steps = text(
        ("imprimante réseau", "coursier"), ("Coursier", "Imprimante réseau"), ("fax",)
    ).steps
    assert needs_of(steps, REACH, "fr") == (
        Need("Imprimante réseau", ("serveur d’impression", "réseau")),
        Need("Coursier", or_else=True),
        Need("fax", is_unknown=True),
    )
    assert needs_of(steps, REACH, "en")[0].leans_on == ("print server", "network")


@pytest.mark.parametrize(
    ("typed", "known", "names"),
    [
        ("", [], ()),
        (" , ;; ", [], ()),
        ("fax", [], ("fax",)),
        ("fax,  ligne   8800 ; fax", [], ("fax", "ligne 8800")),
        ("poste 12, au mur", [], ("poste 12", "au mur")),
        ("poste 12, au mur", ["Poste 12, au mur"], ("poste 12, au mur",)),
        ("fax, poste 12, au mur; PC", ["poste 12, au mur"], ("fax", "poste 12, au mur", "PC")),
        ("AT&T;", ["AT&T;"], ("AT&T;",)),
    ],
)
def test_names_are_parted_by_commas_but_those_that_hold_one(
    typed: str, known: list[str], names: tuple[str, ...]
) -> None:
    assert split_names(typed, known) == names
