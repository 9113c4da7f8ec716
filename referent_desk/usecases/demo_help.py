"""Help given in the demo hospital over three months, tips and requests. All of it is invented.

Done by the same use cases as by a person, with a clock that was put back.
"""

from __future__ import annotations

from datetime import timedelta

from referent_desk.domain.help_given import HelpOutcome, TypedHelp
from referent_desk.domain.records import RecordKind
from referent_desk.storage.database import Connection
from referent_desk.usecases.demo import showcase_department
from referent_desk.usecases.demo_shelves import days_ago
from referent_desk.usecases.desks import Desk
from referent_desk.usecases.drills import candidates_of
from referent_desk.usecases.help_given import record_help
from referent_desk.usecases.records import add_record
from referent_desk.usecases.tickets import settle_ticket

_WHO, _OTHER = "Maryse Aubry", "Claire Lemaire"
_LABEL = "Imprimer une étiquette de tube"
_SOLVED, _OPEN, _IT = HelpOutcome.SOLVED, HelpOutcome.OPEN, HelpOutcome.TO_IT
_ENTRIES: tuple[tuple[int, str, str, str, int, HelpOutcome, str], ...] = (
    (86, "PRE", "Retrouver une prescription arrêtée", "Cocher « Voir les arrêtées »", 5, _SOLVED,
     _WHO),
    (79, "LAB", _LABEL, "Choisir l’imprimante « Poste de soins »", 5, _SOLVED, _WHO),
    (71, "PRE", "Ouvrir un compte pour un intérimaire", "Appelé le service informatique", 10, _IT,
     _OTHER),
    (64, "LAB", "Retrouver un résultat d’hier", "Filtrer par date, puis par service", 3, _SOLVED,
     _WHO),
    (52, "LAB", _LABEL, "Choisir l’imprimante « Poste de soins »", 5, _SOLVED, _WHO),
    (44, "PRE", "Plan de soins tronqué à l’impression", "Imprimer en paysage", 10, _SOLVED, _OTHER),
    (37, "LAB", "Imprimer une étiquette de tubes", "Remettre le rouleau d’étiquettes", 5, _SOLVED,
     _OTHER),
    (30, "PRE", "Retrouver une prescription arrêtée", "Cocher « Voir les arrêtées »", 5, _SOLVED,
     _WHO),
    (19, "LAB", _LABEL, "Choisir l’imprimante « Poste de soins »", 5, _SOLVED, _WHO),
    (12, "LAB", "L’étiquette sort blanche", "Rouleau changé, imprimante redémarrée", 15, _OPEN,
     _WHO),
    (6, "PRE", "Le plan de soins s’affiche en double", "Fermé et rouvert le dossier", 10, _OPEN,
     _OTHER),
    (2, "LAB", "Imprimer une etiquette de tube", "Choisir l’imprimante « Poste de soins »", 2,
     _SOLVED, _WHO),
)  # fmt: skip
"""Days ago, the function of the software, what was asked, what helped, minutes, outcome, who."""
_TIPS = (
    ("LAB", "Imprimer une étiquette de tube",
     "Choisir l’imprimante « Poste de soins ».\nRien ne sort : remettre le rouleau.", True),
    ("PRE", "Retrouver une prescription arrêtée",
     "Dans l’onglet Prescriptions, cocher « Voir les arrêtées ».", False),
    ("PRE", "Imprimer le plan de soins en entier",
     "Choisir « Paysage » avant d’imprimer, sinon la dernière colonne manque.", True),
)  # fmt: skip
_TICKET = {
    "what": "Les étiquettes de tube sortent blanches",
    "addressee": "it",
    "tried": "Rouleau changé\nImprimante redémarrée\nEssai depuis un autre poste : pareil",
    "concerned": "6",
    "stops_work": "no",
    "who": _WHO,
    "callback": f"{_WHO}, poste 4312",
}
_SETTLED = {
    "what": "Compte pour un intérimaire",
    "addressee": "it",
    "tried": "Vérifié avec l’intérimaire : aucun compte à son nom",
    "begun": "ce matin",
    "who": _OTHER,
    "reference": "DSI-0417",
}


def fill_demo_help(desk: Desk) -> None:
    department = showcase_department(desk)
    with desk.database.read() as connection:
        software = _software(connection, desk, department)
    entries = {}
    for days, function, asked, helped, minutes, outcome, who in _ENTRIES:
        with days_ago(desk, days):
            typed = TypedHelp(
                *(department, asked, software[function], helped, minutes, outcome), who=who
            )
            entries[asked] = record_help(desk, typed).id
    for function, title, text, is_own in _TIPS:
        values = {"software_id": software[function], "title": title, "text": text}
        add_record(desk, RecordKind.TIP, {**values, "node_id": department if is_own else ""})
    blank = entries["L’étiquette sort blanche"]
    _hand_over(desk, department, 10, {**_TICKET, "software_id": software["LAB"],
                                      "help_entry_id": blank})  # fmt: skip
    with days_ago(desk, 71):
        settled = _hand_over(desk, department, 0, {**_SETTLED, "software_id": software["PRE"]})
    with days_ago(desk, 69):
        settle_ticket(desk, settled, "Compte ouvert jusqu’à la fin du mois", desk.clock.today())
    desk.history.to_undo.clear()


def _hand_over(desk: Desk, department: str, days: int, values: dict[str, str]) -> str:
    day = desk.clock.today() - timedelta(days=days)
    given = {"department_id": department, "handed_on": f"{day:%d/%m/%Y}"}
    given.setdefault("begun", values.get("begun", f"{day:%d/%m/%Y}"))
    return add_record(desk, RecordKind.TICKET, {**values, **given}).id


def _software(connection: Connection, desk: Desk, department: str) -> dict[str, str]:
    """By the code of the function that it does."""
    known = candidates_of(connection, department, desk.clock.today())
    return {one.function_code: one.software_id for one in known if one.software_id}
