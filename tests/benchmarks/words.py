"""Words and texts of the made-up group: long enough to weigh what real ones weigh."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import replace

from referent_desk.domain.procedure_texts import to_json
from referent_desk.domain.procedures import ProcedureText, Step, UsefulNumber

STEPS = 15
MEANS = (
    *("imprimante USB", "imprimante réseau", "ligne 8800", "poste analogique", "coursier"),
    *("PC de secours", "dossier partagé", "fax"),
)
"""What three steps of each text name; nobody keeps the last one."""
WORDS = (
    *("Cardiologie", "Pneumologie", "Urgences", "Gériatrie", "Néphrologie", "Chirurgie"),
    *("Maternité", "Pédiatrie", "Neurologie", "Psychiatrie", "Oncologie", "Rééducation"),
    *("Réanimation", "Imagerie", "Médecine", "Dialyse"),
)
PIECES = (
    *("Clair", "Fil", "Nœud", "Tracé", "Lien", "Bloc", "Carnet", "Plan", "Relais", "Pont"),
    *("Signe", "Cadre", "Cercle", "Axe"),
)
_SPOKEN = (
    *("prend le classeur", "note l’heure", "relit à voix haute", "reporte sur la feuille"),
    *("signe", "garde l’original", "porte la copie au coursier", "appelle le service"),
    *("vérifie l’identité", "range dans la pochette"),
)


def procedure_text(chance: random.Random) -> tuple[str, str]:
    """Title and canonical JSON of a text of fifteen steps."""

    def sentence(parts: int) -> str:
        return " et ".join(chance.choices(_SPOKEN, k=parts)).capitalize() + "."

    steps = tuple(
        Step(sentence(4), who="AMA", forms=("F25",), where=sentence(1), level=1 + (n % 5 > 2))
        for n in range(STEPS)
    )
    title = f"Procédure {chance.randrange(10_000)}"
    text = ProcedureText(
        title=title,
        trigger=sentence(4),
        decides="Cadre de santé",
        stops=(sentence(3),),
        still_works=(sentence(3),),
        steps=tuple(_with_means(steps, random.Random(title))),
        numbers=(UsefulNumber("Laboratoire", "{téléphone du laboratoire}"),),
        after_48_hours=(sentence(3),),
        back_to_normal=(sentence(3), sentence(3)),
    )
    return text.title, to_json(text)


def _with_means(steps: tuple[Step, ...], chance: random.Random) -> Iterator[Step]:
    """Every fifth step names one means, or two of which one is enough."""
    for number, step in enumerate(steps):
        count = chance.choice((1, 2)) if number % 5 == 4 else 0
        yield replace(step, means=tuple(chance.sample(MEANS, k=count)))
