"""What `convergence` and `evidence` say: what could be one in the group, and the auditors' file."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from referent_desk.commands.answers import complain, open_home
from referent_desk.home import Home
from referent_desk.language import _, spoken

if TYPE_CHECKING:
    from referent_desk.domain.group_views import GroupConvergences

Commands: TypeAlias = "argparse._SubParsersAction[argparse.ArgumentParser]"


def add_groups(subparsers: Commands) -> None:
    _add_convergence(subparsers)
    _add_evidence(subparsers)


def _add_convergence(subparsers: Commands) -> None:
    command = subparsers.add_parser(
        "convergence", help=_("which software and which procedures could be one in the group")
    )
    command.add_argument(
        "--of", choices=("procedures", "software"), default="procedures",
        help=_("procedures unless told"),
    )  # fmt: skip
    command.add_argument("--format", choices=("table", "csv", "json"), default="table")
    command.set_defaults(run=say_convergence)


def _add_evidence(subparsers: Commands) -> None:
    command = subparsers.add_parser("evidence", help=_("write the evidence file for auditors"))
    command.add_argument(
        "--output", type=Path, required=True, metavar=_("FILE"), help=_("ends in .pdf or in .xlsx")
    )
    command.add_argument(
        "--establishment", default="", metavar=_("CODE"), help=_("all of them unless told")
    )
    command.set_defaults(run=write_evidence)


def say_convergence(options: argparse.Namespace, home: Home) -> int:
    """The list goes to stdout; how many there are, and what was not compared, beside it."""
    from referent_desk.usecases.group_views import read_convergences
    from referent_desk.usecases.inventories import written
    from referent_desk.words.group_views import pairs_sentences, spreads_sentence

    with open_home(home, writing=False) as desk:
        group = read_convergences(desk)
    if options.of == "software":
        print(written(list(_spreads(group)), options.format))
        complain(spreads_sentence(group, spoken()))
        return 0
    print(written(list(_pairs(group)), options.format))
    for sentence in pairs_sentences(group, spoken()):
        complain(sentence)
    return 0


def _spreads(group: GroupConvergences) -> Iterator[dict[str, object]]:
    """Keys in the words of the program."""
    for spread in group.spreads:
        yield {
            "function": group.functions.get(spread.function_id, ""),
            "software": group.software.get(spread.software_id, ""),
            "departments": spread.departments,
            "establishments": len(spread.sites),
            "beds": spread.beds,
            "other_software": spread.rivals,
        }


def _pairs(group: GroupConvergences) -> Iterator[dict[str, object]]:
    for pair in group.compared.found:
        first, second = (group.sites[one.owner_id] for one in (pair.first, pair.second))
        yield {
            "function": group.functions.get(pair.function_id, ""),
            "software": group.software.get(pair.software_id, ""),
            "nearness": str(pair.nearness),
            "gap": pair.gap,
            "steps": pair.steps,
            "procedures": pair.procedures,
            "owners": pair.owners,
            "owner": first.name,
            "establishment": first.establishment,
            "other_owner": second.name,
            "other_establishment": second.establishment,
        }


def write_evidence(options: argparse.Namespace, home: Home) -> int:
    from referent_desk.usecases.evidence import find_establishment, write_evidence_file

    with open_home(home, writing=False) as desk:
        chosen = find_establishment(desk, options.establishment) if options.establishment else ""
        path = write_evidence_file(desk, options.output, chosen)
    print(_("Saved as {path}.").format(path=path))
    return 0
