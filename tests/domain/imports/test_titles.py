from __future__ import annotations

import pytest

from referent_desk.domain.imports.titles import establishment_named, ward_named


@pytest.mark.parametrize(
    ("rows", "ward"),
    [
        ([["Service : Cardiologie – liste des logiciels"]], "Cardiologie"),
        ([["Service :", "Cardiologie"]], "Cardiologie"),
        ([["SERVICE: GASTRO-ENTÉROLOGIE"], ["le 12/09/2026"]], "Gastro-entérologie"),
        ([["LISTE DES LOGICIELS – PNEUMOLOGIE 3B"], ["maj le 12/09/2026 par Sylvie"]],
         "Pneumologie 3B"),
        ([["Annuaire du service – Gériatrie aiguë"]], "Gériatrie aiguë"),
        ([["Logiciels utilisés en réanimation"]], "Réanimation"),
        ([["Liste des logiciels du service de cardiologie (mise à jour 2026)"]], "Cardiologie"),
        ([["Logiciels de l’unité de soins continus"]], "Unité de soins continus"),
        ([["Centre hospitalier de Valmont"], ["Pôle Médecine - Service de pneumologie"],
          ["Liste des applications"]], "Pneumologie"),
        ([["CH Valmont – Maternité – numéros utiles"]], "Maternité"),
        ([["Numéros utiles du SSR"]], "SSR"),
        ([["LOGICIELS CHIRURGIE DE JOUR 2026"]], "Chirurgie de jour"),
        ([["Gastro-entérologie"]], "Gastro-entérologie"),
        ([["Unité : Soins intensifs | Étage : 3"]], "Soins intensifs"),
        ([["Ward: Cardiology – software list"]], "Cardiology"),
        ([["Liste des logiciels"]], ""),
        ([["Annuaire du service"]], ""),
        ([["Annuaire téléphonique de l’hôpital"]], ""),
        ([["Cartographie applicative 2026"]], ""),
        ([["Export GLPI du 12/09/2026"]], ""),
        ([["Parc applicatif – Direction des systèmes d’information"]], ""),
        ([["GHT des Deux Vallées – annuaire"]], ""),
        ([["12/09/2026"], ["Confidentiel"], ["Page 1 / 3"]], ""),
        ([["Maternité – Hôpital de la Baie"]], "Maternité"),
        ([["CH Valmont – Pneumologie 3B"], ["maj le 12/09/2026"]], "Pneumologie 3B"),
        ([["ÉQUIPE – Chir. viscérale"]], "Chir. viscérale"),
        ([["Équipe mobile de soins palliatifs"]], "Équipe mobile de soins palliatifs"),
        ([["Néphrologie-dialyse – CH de la Vallée – équipe au 1er octobre 2026"]],
         "Néphrologie-dialyse"),
        ([["Hôpital de jour – Cancérologie"]], ""),
        ([["Hôpital de la Baie"]], ""),
        ([["Mes logiciels"]], ""),
        ([["Numéros d’urgence"]], ""),
        ([["Tableau de bord"]], ""),
        ([["Logiciels HDJ"]], "HDJ"),
        ([["UHCD - LISTE DES LOGICIELS"]], "UHCD"),
        ([["Récapitulatif des logiciels de la maternité"]], "Maternité"),
        ([["Service de Médecine interne"]], "Médecine interne"),
        ([["Œdème n° 1"]], "Œdème n° 1"),
        ([["Identité", "", "Support"]], ""),
        ([["En cas de panne, appeler d’abord le 4500 puis noter l’heure sur la fiche"]], ""),
        ([[]], ""),
    ],
)  # fmt: skip
def test_the_ward_that_stands_in_the_title_of_a_list_is_told(
    rows: list[list[str]], ward: str
) -> None:
    assert ward_named(rows) == ward


@pytest.mark.parametrize(
    ("rows", "establishment"),
    [
        ([["Maternité – Hôpital de la Baie"]], "Hôpital de la Baie"),
        ([["Centre hospitalier de Valmont"], ["Liste des applications"]],
         "Centre hospitalier de Valmont"),
        ([["CH Valmont – Maternité – numéros utiles"]], "CH Valmont"),
        ([["Hôpital de jour – liste des logiciels"]], ""),
        ([["GHT des Deux Vallées – annuaire"]], ""),
        ([["Annuaire téléphonique de l’hôpital"]], ""),
        ([[]], ""),
    ],
)  # fmt: skip
def test_the_establishment_that_stands_in_the_title_of_a_list_is_told(
    rows: list[list[str]], establishment: str
) -> None:
    assert establishment_named(rows) == establishment
