"""Words and texts of the made-up group: long enough to weigh what real ones weigh."""

from __future__ import annotations

import random

from referent_desk.domain.procedure_texts import to_json
from referent_desk.domain.procedures import ProcedureText, Step, UsefulNumber

STEPS = 15
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
    text = ProcedureText(
        title=f"Procédure {chance.randrange(10_000)}",
        trigger=sentence(4),
        decides="Cadre de santé",
        stops=(sentence(3),),
        still_works=(sentence(3),),
        steps=steps,
        numbers=(UsefulNumber("Laboratoire", "{téléphone du laboratoire}"),),
        after_48_hours=(sentence(3),),
        back_to_normal=(sentence(3), sentence(3)),
    )
    return text.title, to_json(text)
