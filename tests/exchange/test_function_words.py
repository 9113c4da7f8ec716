from __future__ import annotations

import pytest

from referent_desk.domain.imports.vocabularies import Vocabulary
from referent_desk.exchange.function_words import function_words
from referent_desk.exchange.starters import read_functions


def test_every_function_of_the_catalogue_has_words_of_its_own() -> None:
    assert set(function_words()) == {"", *(function.code for function in read_functions())}


def test_no_word_of_a_function_is_one_that_no_function_holds() -> None:
    functions = read_functions()
    vocabulary = Vocabulary(functions, function_words())
    for function in functions:
        for text in (function.name_fr, function.name_en, *function_words()[function.code]):
            meaning = vocabulary.meaning(text)
            assert meaning.outside == (), text
            assert meaning.named or meaning.either, text


WRITTEN_BY_WARDS = """
dossier patient, prescriptions | PRE SOI
dossier de soins | SOI
prescription médicale | PRE
validation des prescriptions / plan de soins | PRE ADM
résultats labo | LAB
résultats bio | LAB
bilans sanguins | LAB
serveur de résultats | ?
demandes d'examens de labo | LAB
radio (images) | IMA
demandes de scanner et IRM | IMA
voir les clichés | IMA
échographies | IMA
EFR | EFR
explorations fonctionnelles | EFR
ECG | EFR
endoscopies | EFR
holter | EFR
planning des agents | PLA
gestion des congés | PLA
pointage badgeuse | PLA
roulements | PLA
tours de garde des médecins | PLA
gardes et astreintes | PLA
suppléance | PLA
repas | REP
commande des repas patients | REP
bons de travaux | TEC
demandes d'intervention technique | TEC
demandes d'interventions techniques (ST) | TEC
demande de dépannage informatique | TEC
tickets informatiques | TEC
fiches d'événements indésirables | FEI
FEI | FEI
déclaration d'EI | FEI
déclaration des évènements indésirables | FEI
relevé de températures (frigos) | -
EFR (spirométrie) | EFR
relevé de températures | !
températures frigos | -
surveillance des frigos | ?
température des réfrigérateurs | -
transport des patients | TPT
demandes de brancardage | TPT
ambulances | ?
réservation VSL | ?
courriers et comptes rendus | COU
dictée des courriers | COU
CRH | COU
prise de RDV | RDV
agendas consultation | RDV
cotation | ACT
PMSI | ACT
codage des séjours | ACT
messagerie | MSG
mails | MSG
Intranet | -
documentation qualité | -
protocoles et procédures | ARC
GED | ARC
commande pharmacie | APP
dotation pharmacie | APP
commandes magasin | APP
commande de linge | APP
lingerie | APP
matériel stérile | STE
gestion des lits | LIT
lits disponibles | LIT
entrées et sorties | MOU IDE
orientation SSR | MOU
étiquettes | IDE
identité patient | IDE
admissions | IDE
transfusion | TRA
commande de sang | TRA
alarmes scopes | ALA
Alarmes et suivi de la boucle d’eau | -
supervision de l’osmoseur | -
Registre des dialysés, suivi annuel | - -
Registre REIN | -
Protection du travailleur isolé – alarme agression | -
alarmes anti-agression | -
PTI | -
DATI (travailleur isolé) | -
alarme incendie | -
alarmes et monitoring | ALA
alarmes des scopes, alarme agression | ALA -
centrale de monitoring | ALA
appel malade | TEL
appels malade | TEL
annuaire téléphonique | TEL
chimio | CHI
protocoles de chimio | CHI
constantes | CST
glycémies | CST
saisie des constantes | CST
surveillance | ?
transmissions | SOI
macrocibles | SOI
pansements | SOI
plaies et cicatrisation | SOI
bloc | BLO
anesthésie | ANE
consultation anesthésie | ANE
archives | ARC
dossiers archivés | ARC
formation | -
e-learning | -
paie | -
badges | -
stocks | APP
inventaire | APP
RCP | CHI
dialyse | DIA
tri aux urgences | URG
partogramme | MAT
dossier obstétrical | MAT
suites de couches | MAT
obstétrique | MAT
dépistage néonatal | MAT
déclaration de naissance | MAT
déclarations de naissance | MAT
Déclaration naissance (mairie) | MAT
liste d'attente greffe | !
hygiène | -
gestion du matériel biomédical | TEC
GMAO | TEC
prêt de matelas | -
matelas anti-escarres | -
vaguemestre | -
chambre mortuaire | -
assistante sociale | -
kiné | -
arrêts de travail | -
certificats de décès | -
bulletins de situation | IDE
télémédecine | -
visio | -
entretien des locaux | -
déchets | -
nutrition | REP
écrits professionnels | !
dossier social | -
dossier transfusionnel | TRA
dossier anesthésie | ANE
suivi des isolements | -
BMR | -
vaccinations | -
pharmacovigilance | FEI
matériovigilance | FEI
Excel pour le planning | PLA
statistiques | -
suivi d'activité | -
Prescr. médicamenteuse / validation pharma | PRE
Prescr. | PRE
mvts | MOU
GAM : admissions, mvts, étiquettes | IDE MOU
CRO | COU
Courriers de sortie, CRO, CRH | COU
CR | ?
CR de consultation | COU
courriers, CR | COU
images et comptes rendus | IMA
comptes rendus de radio | IMA
RX | IMA
RX, CR | IMA
Imagerie : scan., écho, RX + CR | IMA
écho | IMA
bio | LAB
bio / RX | LAB IMA
labo | LAB
ATU | !
DPI | SOI
DPI : obs. méd., prescriptions, plan de soins | SOI PRE ADM
DPI : observations, transmissions | SOI
observations | ?
DMP | -
dossier médical partagé | -
EI/FEI | FEI
RDV | RDV
IPP | IDE
PEC | !
IAO | URG
infirmière d'accueil et d'orientation | URG
SMUR | !
RPU | URG
bloc op. | BLO
stérilisation | STE
pharma | ?
brancard. | TPT
repas/hôtellerie | REP !
hôtellerie | !
PTI (alarme agents) | -
alarme PTI | -
PTI : alarme des agents | -
alarmes agents | -
protocoles/GED | ARC
GED qualité, protocoles, FEI | ARC FEI
protocoles | ?
protocoles chimio | CHI
protocole de transfusion | TRA
Messagerie, dossiers communs | MSG -
dossier commun | -
partage réseau | -
biomed | TEC
demandes d'admission | MOU
Demandes d'admission SSR | MOU
Demandes d'admission (Trajectoire) et codage PMSI | MOU ACT
Trajectoire | MOU
orientation | MOU
Prescription et plan d'administration | PRE ADM
Prescription et administration | PRE !
Prescription et suivi | PRE
Prescription et machin | PRE !
Demandes et résultats de laboratoire | LAB
résultats de labo + demandes | LAB
Imagerie : demandes, comptes rendus et images | IMA
Imagerie : demandes, comptes rendus | IMA
DPI : imagerie, comptes rendus | SOI IMA COU
remontée des RPU à l'ARS | -
dossier des urgences (DPU), main courante | SOI
dossier des urgences | SOI
DPU | SOI
main courante | ?
régulation SAMU (écran déporté) | ?
tri IAO à l'accueil | URG
gestion des boxes | LIT
monitoring foetal (CTG) | MAT
CTG | MAT
rythme cardiaque fœtal | MAT
monitoring | ALA
déclaration de naissance / état civil | MAT
état civil | ?
mairie | ?
dossier du nouveau-né, carnet de santé, dépistage | MAT !
dossiers des nouveau-nés | MAT
dossier du nouveau né | MAT
nouveau logiciel | !
biberonnerie | REP
commande des biberons | REP
arrêts / planning | PLA !
arrêts maladie | PLA
horaires de l'équipe | PLA
recueil d'activité EDGAR | ACT
RDV HDJ | RDV
RDV scanner | ?
agenda des RDV | RDV
fiches FEI | FEI
FEI, CREX | FEI
déclaration des chutes | FEI
GAP | IDE
gestion administrative des patients | IDE
ETP | -
éducation thérapeutique | -
CPOM | -
BU, glycémies | CST
traçabilité transfusionnelle | TRA
hémovigilance, EFS | TRA
images scanner, IRM, TEP | IMA
dictée numérique | COU
courriers de sortie | COU
procédures qualité | -
Fiches d'événements indésirables, procédures qualité | FEI -
GED qualité, procédures | ARC
transports (VSL, ambulances) | ?
commande des transports (VSL, ambulance) | ?
transport des patients (brancardage) | TPT
dossier obstétrical (rdv de consultation) | MAT RDV
prescription et fabrication des chimiothérapies | CHI
prescription de chimio | CHI
CPA | ANE
commande et dispensation des médicaments | APP
commandes de DM | APP
GTT | PLA
pointeuse | PLA
planning des lits | LIT
plaies | SOI
bactério | LAB
polygraphie | EFR
dépôts de valeurs | -
téléexpertise | -
essais cliniques | -
examens complémentaires | ?
examens de labo | LAB
orientation SSR / EHPAD / médico-social | MOU
DI techniques | TEC
implants (DMI) | BLO
DPI - prescriptions, transmissions, RDV | SOI PRE RDV
demandes de taxis / VSL | ?
stupéfiants | ?
codage PMSI, RUM | ACT
commandes de CGR | TRA
EI / FEI / plaintes | FEI -
consult anesth | ANE
programmation opératoire | BLO
"""


@pytest.mark.parametrize("line", WRITTEN_BY_WARDS.split("\n")[1:-1])
def test_what_wards_write_of_a_software_is_understood_asked_or_said_to_be_outside(
    line: str,
) -> None:
    """Codes of functions; `?`: one of several is asked; `-`: none holds it; `!`: unknown."""
    text, wanted = line.split(" | ")
    meaning = Vocabulary(read_functions(), function_words()).meaning(text)
    found = [*meaning.named, *("?" for _ in meaning.either), *("-" for _ in meaning.outside),
             *("!" for _ in meaning.unknown)]  # fmt: skip
    assert sorted(found) == sorted(wanted.split())


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("dossier patient (courriers, prescriptions)", {"SOI", "COU", "PRE"}),
        ("Résultats de laboratoire (NFS avant chimio)", {"LAB"}),
    ],
)
def test_what_a_ward_lists_in_brackets_counts(text: str, codes: set[str]) -> None:
    functions = read_functions()
    meaning = Vocabulary(functions, function_words()).meaning(text)
    called = {function.id: function.code for function in functions}
    assert {called[id_] for id_ in meaning.named} == codes
