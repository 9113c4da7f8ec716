"""What the compared programs print: made up from a seed, the same for each, in plain values.

For every software about five pages: a procedure of three (a call-out, three sections, fourteen
steps of one to three sentences, eight contacts, four paragraphs), a plan of administration
(22 × 12 ruled) and a grid of vital signs (12 × 25). Cover and contents stand before all.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from typing import NamedTuple

FONTS = ("AtkinsonHyperlegibleNext-Regular.ttf", "AtkinsonHyperlegibleNext-Bold.ttf")
HOSPITAL = "Centre hospitalier du Val-Clair"
DEPARTMENT = "Cardiologie — hospitalisation"
PAGES_OF_ONE = 5
PLAN_ROWS, PLAN_COLUMNS = 22, 12
GRID_ROWS, GRID_COLUMNS = 12, 25
MODULES = 25
"""Of a symbol, on each side."""

_SENTENCES = (
    "Prend le classeur rouge et note l’heure sur la main courante du service.",
    "Sort vingt-quatre prescriptions et vingt-quatre plans d’administration vierges.",
    "Imprime ou recopie le dernier plan de soins du PC de secours du poste infirmier.",
    "Demande au patient ses allergies et les écrit en toutes lettres sur la feuille.",
    "Relit à voix haute avec le médecin, puis reporte sur le plan d’administration.",
    "Garde l’original dans la pochette du lit et remet la copie au coursier de dix heures.",
    "Appelle le service demandeur avant tout examen urgent et note le nom du correspondant.",
    "Contrôle à deux l’insuline, le potassium, l’héparine et la morphine avant de préparer.",
    "Range la feuille signée derrière l’intercalaire du jour, sans agrafe ni rature.",
    "Signale au cadre de santé toute feuille qui manque à la relève de l’équipe.",
)
_WHO = ("AMA", "Infirmière", "Médecin", "Cadre de santé", "Coursier")
_FORMS = ("F05", "F06", "F11", "F25", "F27")
_TITLES = ("Prescription", "Laboratoire", "Imagerie", "Rendez-vous", "Repas", "Transport", "Bloc")


class Contact(NamedTuple):
    role: str
    place: str
    name: str
    number: str


class Step(NamedTuple):
    who: str
    what: str
    form: str


class Section(NamedTuple):
    heading: str
    items: tuple[str, ...]


class Chapter(NamedTuple):
    code: str
    title: str
    software: str
    when: str
    decides: str
    sections: tuple[Section, ...]
    steps: tuple[Step, ...]
    contacts: tuple[Contact, ...]
    paragraphs: tuple[str, ...]


def chapters(pages: int, *, changed: bool = False) -> list[Chapter]:
    """As many as fill about so many pages; `changed`: one of them says something else."""
    chance = random.Random(7)
    found = [_chapter(chance, number) for number in range(pages // PAGES_OF_ONE)]
    if changed:
        middle = len(found) // 2
        found[middle] = found[middle]._replace(decides="Le chef de service, et personne d’autre.")
    return found


def _chapter(chance: random.Random, number: int) -> Chapter:
    def text(least: int, most: int) -> str:
        return " ".join(chance.sample(_SENTENCES, chance.randint(least, most)))

    def telephone() -> str:
        return " ".join(f"{chance.randrange(100):02}" for _pair in range(5))

    title = f"{_TITLES[number % len(_TITLES)]} {number + 1}"
    steps = tuple(
        Step(chance.choice(_WHO), f"{text(1, 3)} ({number + 1}.{n})", chance.choice(_FORMS))
        for n in range(1, 15)
    )
    contacts = tuple(
        Contact(f"{chance.choice(_WHO)}, poste {n}", f"Étage {n}", f"M. Aubry {n}", telephone())
        for n in range(1, 9)
    )
    sections = tuple(
        Section(heading, tuple(text(1, 2) for _item in range(3)))
        for heading in ("Ne marche plus", "Marche encore", "Retour à la normale")
    )
    paragraphs = tuple(text(3, 5) for _paragraph in range(4))
    code = f"P{number + 1:03}-01"
    head = (code, title, f"Logiciel {number + 1}", text(1, 1), "Le cadre de santé.")
    return Chapter(*head, sections, steps, contacts, paragraphs)


def payload(code: str) -> str:
    return f"RD1 S CAR2 {code} 3 U3DC"


def plan_titles() -> Sequence[str]:
    return ("Médicament", "Dose", *(f"{hour} h" for hour in range(6, 26, 2)))


def grid_titles() -> Sequence[str]:
    return ("Mesure", *(f"{hour}" for hour in range(1, GRID_COLUMNS)))
