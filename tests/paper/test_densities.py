from __future__ import annotations

from dataclasses import replace

from referent_desk.domain.procedures import Step, UsefulNumber
from referent_desk.domain.sheets import Contact
from referent_desk.language import language
from referent_desk.paper.densities import with_short_blanks
from tests.paper.prints import pages_of
from tests.paper.wards import PROCEDURE

BY_HAND = "………… (by hand: place of the bed board)"
FULL = replace(
    PROCEDURE,
    verified=None,
    trigger="Demandes absentes depuis ………… (by hand: délai avant de passer au papier), ou annonce "
    "de l’imagerie ou de la DSI. L’AMA prévient l’équipe.",
    steps=(
        *(
            Step(
                f"Remplit la demande {place} : région, côté, question, degré d’urgence, nom "
                "lisible, numéro de rappel.",
                "Médecin",
                ("F13",),
            )
            for place in range(1, 8)
        ),
        Step("Inscrit au tableau des lits.", "AMA", ("F03", "F25"), BY_HAND),
        Step("Relit.", "Cadre", ("F13",)),
    ),
    numbers=(
        UsefulNumber("Imagerie", "35200 · 35299 (nuit)"),
        UsefulNumber("Régulation du brancardage", "………… (de jour) · 35089 (nuit)"),
        UsefulNumber("Gestion des lits", "…………"),
        UsefulNumber("Médecin de garde", "…………"),
    ),
    contacts=(
        Contact("Référent logiciel", "Claire Vasseur", "34101", "lun-ven 8 h 30-18 h 30"),
        Contact("Suppléant", "Antoine Morel", "34102", "lun, mar, jeu, ven 9 h-18 h"),
        Contact("DSI", "", "4800 (24h/24) · 06 12 00 45 18 (nuit/WE, seulement pour le dossier)"),
    ),
)


def test_hours_and_limits_and_blanks_turn_no_page() -> None:
    [page] = pages_of(FULL)
    assert "lun, mar, jeu, ven 9 h-18 h 34102" in page.replace("\u00a0", " ")
    assert "nuit/WE, seulement pour le dossier 06 12 00 45 18" in page


def test_where_room_is_short_a_blank_says_only_what_is_written_there() -> None:
    short = with_short_blanks(FULL, language("en"))
    assert short.steps[-2].where == "………… (place of the bed board)"
    assert short.trigger.startswith("Demandes absentes depuis ………… (délai avant")
    assert short.numbers == FULL.numbers
