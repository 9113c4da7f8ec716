"""How hospitals head the columns of their lists, in French and in English.

Titles are compared by `title_key`: without accents, case, punctuation and units.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from referent_desk.domain.imports.families import NameOrder
from referent_desk.domain.imports.kinds import Field, ImportKind
from referent_desk.domain.texts import folded

_UNITS = {
    "min": "min", "mn": "min", "minute": "min", "minutes": "min", "h": "h", "heure": "h",
    "heures": "h", "hour": "h", "hours": "h", "j": "d", "jour": "d", "jours": "d", "day": "d",
    "days": "d",
}  # fmt: skip
_BARE_MINUTES = frozenset({"rto", "rpo"})
"""Written so, these columns come from programs that count in minutes."""


def _words(title: str) -> list[str]:
    return re.sub(r"[^0-9a-z]+", " ", folded(title)).split()


@lru_cache(maxsize=2_000)
def title_key(title: str) -> str:
    words = _words(title)
    if len(words) > 1 and words[-1] in _UNITS:
        words = words[:-2] if words[-2] in {"en", "in"} and len(words) > 2 else words[:-1]
    return " ".join(words)


@lru_cache(maxsize=2_000)
def unit_of(title: str) -> str:
    """The unit that a title names (`min`, `h`, `d`); empty if it names none."""
    words = _words(title)
    if words and words[-1] in _UNITS and len(words) > 1:
        return _UNITS[words[-1]]
    return "min" if words and words[0] in _BARE_MINUTES else ""


@lru_cache(maxsize=2_000)
def order_of(title: str) -> NameOrder:
    """Of the names below it: `Nom Prénom`, `Prénom et nom`."""
    said = [word.rstrip("s") for word in _words(title) if word.rstrip("s") in {"nom", "prenom"}]
    if said == ["nom", "prenom"]:
        return NameOrder.LAST_FIRST
    return NameOrder.FIRST_LAST if said == ["prenom", "nom"] else NameOrder.UNSAID


def _titles(spelled: Mapping[Field, str]) -> dict[str, Field]:
    """From `Field: "one, another"` to the field of each title."""
    found: dict[str, Field] = {}
    for field, titles in spelled.items():
        for title in titles.split(","):
            found.setdefault(" ".join(_words(title)), field)
        found.setdefault(" ".join(_words(field.value)), field)
    return found


def _numbers_of(people: str) -> str:
    """How the number of somebody is headed, each of them being called so."""
    numbers = ("tel", "telephone", "telephones", "poste", "n", "no", "numero", "n tel", "dect",
               "contact", "coordonnees", "n de poste", "numero de telephone", "mobile")  # fmt: skip
    called = [who.strip() for who in people.split(",")]
    return ", ".join(f"{n}{of}{who}" for n in numbers for of in (" ", " du ") for who in called)


def _mobiles(*whose: str) -> str:
    called = ("portable", "mobile", "gsm", "tel portable", "telephone portable", "n de portable")
    return ", ".join(f"{mobile}{own}" for mobile in called for own in whose)


_UPDATED = {
    Field.UPDATED_ON: "maj, date maj, date de maj, derniere maj, mis a jour le, mise a jour, "
    "date de mise a jour, derniere mise a jour, derniere modification, last update, updated"
}
_PLACES = {
    Field.GROUP: "ght, groupement, groupement hospitalier, hospital group",
    Field.ESTABLISHMENT: "etablissement, etablissements, hopital, site, nom etablissement, "
    "nom de l etablissement, raison sociale, hospital, etab, ets, entite geographique",
    Field.FINESS: "finess, n finess, no finess, num finess, numero finess, code finess, "
    "finess et, finess geographique, finess number, finess site",
    Field.POLE: "pole, nom du pole, pole clinique, pole d activite, nom pole, libelle pole",
    Field.DEPARTMENT: "service, services, nom du service, nom service, libelle service, "
    "libelle du service, departement, ward, libelle court, service utilisateur, structure, "
    "intitule du service, department name, nom de la structure, service de soins",
    Field.CODE: "code, code service, n service, no service, numero service, department code, "
    "code departement, code structure, code du service, num service",
    Field.UNIT: "uf, unite, unite fonctionnelle, libelle uf, nom uf, nom de l uf, unite de soins",
    Field.UNIT_CODE: "n uf, no uf, numero uf, num uf, code uf, uf code, n de l uf, numero d uf, "
    "code unite",
    Field.PATH: "chemin, arborescence, path",
}
_DECT = "dect, n dect, no dect, numero dect, tel dect, poste dect, telephone dect"
_EXTENSION = (
    ", postes, poste telephonique, poste tel, poste interne, n de poste, n poste, no poste, "
    "no de poste, numero de poste, num poste, num de poste, poste n, tel interne, interne, "
    "telephone interne, n interne, no interne, numero interne, ligne interne, internal extension"
)
_DEPARTMENTS = {
    **_PLACES,
    Field.DEPARTMENT: _PLACES[Field.DEPARTMENT] + ", libelle, intitule, designation",
    Field.PLACE: "lieu, localisation, batiment, emplacement, location, etage, bat",
    Field.BEDS: "lits, nb lits, nbre lits, nombre de lits, capacite, number of beds, nb de lits",
    Field.OPENING_HOURS: "horaires, horaires d ouverture, heures d ouverture, ouverture",
    Field.TELEPHONE: "tel, telephones, poste, n de telephone, phone, numero, n poste, no poste, "
    "numero de telephone, telephone du service, tel service, secretariat, n tel, ligne directe"
    + _EXTENSION,
    Field.DECT: _DECT,
    Field.WARD_MANAGER: "cadre, cadres, cadre de sante, cadre du service, cadre de service, "
    "nom du cadre, cadre infirmier, cadre infirmiere, faisant fonction de cadre, ff cadre, "
    "infirmiere cadre, head nurse, sage femme coordinatrice, sage femme cadre, cadre sage femme, "
    "puericultrice cadre, cadre de bloc, cadre du bloc, ibode cadre",
    **_UPDATED,
}
_HEADS = (
    "responsable, responsable du service, responsable de service, chef de service, "
    "chef du service, chef, medecin responsable, responsable medical, medecin chef, "
    "chef de pole, head of department"
)
_PURPOSES = (
    "a quoi ca sert, a quoi il sert, a quoi sert, a quoi sert il, a quoi sert le logiciel, "
    "ca sert a quoi, ca sert a, sert a, utilite, role, roles, but, objet, finalite, description, "
    "utilisation, pour quoi faire, pour faire quoi, usage dans le service, on s en sert pour, "
    "what it is for, use, sert a quoi, usage principal, utilisation principale, utilise pour"
)
_REMARKS = (
    "observations, observation, obs, remarques, remarque, commentaires, commentaire, notes, note, "
    "precisions, precision, infos, informations, consignes, consigne, a savoir, remarks, comments"
)
_SOFTWARE = {
    Field.REMARKS: _REMARKS,
    Field.SOFTWARE: "logiciel, logiciels, application, applications, nom du logiciel, "
    "nom de l application, nom logiciel, nom application, logiciel metier, produit, "
    "application name, software name, programme, progiciel, nom commercial, solution, outil, "
    "outils, nom de l outil, logiciels utilises, logiciel utilise, applications utilisees, "
    "application utilisee, liste des logiciels, logiciels du service, appli, applis",
    Field.VENDOR: "editeur, fournisseur, publisher, editor, supplier, societe, fabricant, "
    "manufacturer, editeur du logiciel, nom editeur",
    Field.VERSION: "versions, versions nom, versions name, version installee, release, "
    "n version, no version, numero de version, nom de la version, version actuelle",
    Field.KIND: "type, type de logiciel, type logiciel, categorie, category, famille, "
    "software kind, nature, domaine",
    Field.CRITICALITY: "criticite, niveau de criticite, criticite metier",
    Field.SUPPORT_CONTACT: "support, contact support, hotline, assistance, contact editeur, "
    "telephone support, tel support, n support, assistance tel, tel assistance, "
    "assistance telephone, telephone assistance, assistance telephonique, tel hotline, "
    "hotline tel, numero assistance, tel editeur, telephone editeur, depannage, sav, "
    "n hotline, no hotline, numero hotline, numero de hotline, support tel, support telephone, "
    "n d assistance, numero d assistance, qui appeler, n a appeler, qui appeler en cas de panne, "
    "en cas de panne, en cas de panne appeler, numero en cas de panne, n en cas de panne, "
    "contact en cas de panne, appeler, numero si panne, n si panne, no si panne, tel si panne, "
    "telephone si panne, contact si panne, qui appeler si panne, si panne, tel en cas de panne, "
    "telephone en cas de panne, no en cas de panne, support technique, assistance technique",
    Field.SUPPORT_HOURS: "horaires support, horaires du support, horaires de support, "
    "horaires hotline, horaires de la hotline, horaires assistance, horaires d assistance, "
    "horaires de l assistance, heures support, heures du support, hours of support",
    Field.IT_OWNER: "responsable applicatif, chef de projet, responsable dsi, referent dsi, "
    "responsable informatique, responsable a la dsi, informaticien, contact dsi, "
    "technicien charge du logiciel, chef de projet dsi, technician in charge of the software",
    Field.HOSTING: "hebergement, mode d hebergement, hebergeur",
    Field.TOLERATED_INTERRUPTION: "interruption toleree, interruption max, dmia, dima, "
    "interruption maximale, duree maximale d interruption, max downtime, interruption admissible, "
    "duree maximale d interruption admissible, indisponibilite toleree, tolerance d arret, "
    "tolerance a l arret, tolerance arret, tolerance, tolerance a la panne, tolerance de panne, "
    "arret tolere, arret maximal, arret max, duree max d interruption, duree max interruption, "
    "duree d interruption toleree, duree d arret toleree, duree maximale d arret, "
    "duree max d arret, temps d arret tolere, temps d arret max, interruption maximale toleree, "
    "interruption maximale admissible, interruption max toleree, interruption max admissible, "
    "indisponibilite maximale, indisponibilite max, indisponibilite maximale toleree, "
    "duree d indisponibilite toleree, delai max d interruption, tolerance a l interruption, "
    "tolerance d interruption, tolerance a l indisponibilite, delai avant mode degrade, mtd, mtpd, "
    "arret acceptable, duree d arret acceptable, temps d arret acceptable, "
    "interruption acceptable, duree d interruption acceptable, panne acceptable, "
    "tolerated downtime, maximum tolerable downtime, downtime tolerance, acceptable downtime",
    Field.RECOVERY_TIME: "rto, delai de reprise, temps de reprise, recovery time objective",
    Field.RECOVERY_POINT: "rpo, pdma, perte de donnees maximale, recovery point objective, "
    "perte de donnees admissible",
    Field.STATUS: "statut, etat, etat du logiciel",
    Field.LIVE_ON: "mise en production, date de mise en production, mise en service, "
    "date de mise en service, date mise en service, go live, date d installation, install date",
    Field.REFERENT: "referent logiciel, referent fonctionnel, functional referent, referent, "
    "referent metier, ref metier, ref logiciel, referents, referent applicatif, referente, "
    "qui s en occupe, qui s occupe de ca, "
    "qui gere, gere par, suivi par, en charge, personne en charge, personne ressource, "
    "looked after by, super utilisateur, super utilisatrice, utilisateur referent, key user",
    Field.DEPUTY: "suppleant, suppleante, suppleants, referent suppleant, referente suppleante, "
    "suppleant du referent, suppleant logiciel, adjoint, adjointe, referent adjoint, remplacant, "
    "remplacante, referent remplacant, backup, back up, second referent, referent 2, binome, "
    "deputy referent, substitute",
    Field.REFERENT_SINCE: "date referent, date du referent, referent depuis, referent depuis le, "
    "referente depuis, date de designation, date designation, designe le, designee le, nomme le, "
    "nommee le, date de nomination, date nomination, nommes le, nomination, referent nomme le, "
    "referent designe le, en fonction depuis, date de prise de fonction, appointed on",
    Field.REFERENT_TELEPHONE: _numbers_of("referent, referente, referent logiciel, referents"),
    Field.DEPUTY_TELEPHONE: _numbers_of("suppleant, suppleante, adjoint, remplacant, suppleants"),
    Field.PURPOSE: _PURPOSES,
}
_RESPONSIBLE = (
    ", responsable, responsable du logiciel, responsable logiciel, responsable service, "
    "responsable dans le service, responsible, owner"
)
"""In a list of software alone, which a ward keeps: somebody of the ward, unless it names the IT."""
TITLES: Mapping[ImportKind, Mapping[str, Field]] = {
    ImportKind.DEPARTMENTS: _titles({**_DEPARTMENTS, Field.HEAD: _HEADS}),
    ImportKind.SOFTWARE: _titles(
        {
            **_SOFTWARE,
            Field.ESTABLISHMENT: _PLACES[Field.ESTABLISHMENT],
            **_UPDATED,
            Field.REFERENT: _SOFTWARE[Field.REFERENT] + _RESPONSIBLE,
            Field.PURPOSE: _PURPOSES + ", fonction, fonctions, usage, usages, fonctionnalite, "
            "fonctionnalites",
        }
    ),
    ImportKind.DEPLOYMENTS: _titles(
        {
            **_DEPARTMENTS,
            **_SOFTWARE,
            Field.FUNCTION: "fonction, fonctions, fonctionnalite",
            Field.PURPOSE: _PURPOSES + ", usage, usages",
            Field.SINCE: "depuis, date de debut, utilise depuis, debut, en usage depuis, "
            "date de deploiement",
            Field.UNTIL: "jusqu au, date de fin, fin",
            Field.USERS: "utilisateurs, nb utilisateurs, nombre d utilisateurs, user count, "
            "nbre utilisateurs, nb d utilisateurs",
            Field.TOLERATED_OUTAGE: "panne toleree, coupure toleree, "
            "interruption toleree par le service",
        }
    ),
    ImportKind.STAFF: _titles(
        {
            **_PLACES,
            Field.LAST_NAME: "nom de famille, surname, nom d usage, nom usuel, family name",
            Field.FIRST_NAME: "prenom, prenoms, given name",
            Field.FULL_NAME: "nom et prenom, nom prenom, nom complet, agent, personne, "
            "complete name, prenom nom, nom prenoms, prenom et nom",
            Field.ROLE: "fonction, metier, grade, qualite, job, titre, emploi, profession",
            Field.TELEPHONE: "tel, poste, phone, n de telephone, numero de telephone, "
            "telephone professionnel" + _EXTENSION,
            Field.DECT: _DECT,
            Field.MOBILE: _mobiles("", " perso", " personnel", " prive"),
            Field.WORK_MOBILE: _mobiles(" pro", " professionnel", " du service", " de service"),
            Field.WORKING_HOURS: "horaires, horaires de travail, heures de travail, presence, "
            "presences, present, presente, jours de presence, jours travailles, jours et horaires",
            Field.LEFT_ON: "date de depart, depart, fin de contrat, date de sortie, parti le",
            Field.ACTIVE: "actif, en activite",
            Field.REMARKS: _REMARKS,
            Field.DEPARTMENT: _PLACES[Field.DEPARTMENT] + ", affectation, service d affectation",
            **_UPDATED,
        }
    ),
    ImportKind.DIRECTORY: _titles(
        {
            Field.HEADING: "rubrique, categorie, chapitre, section, theme, category",
            Field.LABEL: "libelle, designation, intitule, nom, qui, contact, correspondant, name, "
            "service, personne ou poste, poste ou personne, interlocuteur, besoin, motif, pour",
            Field.NUMBER: "telephone, telephones, numero, tel, phone, poste, numeros, "
            "numero de telephone, n de telephone, numero court, n tel, n jour, numero a composer, "
            "n a composer, coordonnees" + _EXTENSION,
            Field.DECT: _DECT,
            Field.ROLE: "fonction, fonctions, qualite, metier, profession, emploi",
            Field.LINE_TYPE: "type, type de ligne, ligne",
            Field.HOURS: "horaires, disponibilite, plage horaire, quand, a quelle heure, "
            "heures, joignable, when",
            Field.NIGHT: "nuit, nuits, la nuit, nuit we, nuit et we, nuit week end, at night, "
            + _numbers_of("nuit, la nuit, de nuit"),
            Field.REMARKS: _REMARKS,
            Field.WORKS_WITHOUT_NETWORK: "sans reseau, fonctionne sans reseau, survit sans reseau",
            Field.PRIVATE: "prive, personnel, numero personnel",
            Field.ESTABLISHMENT: _PLACES[Field.ESTABLISHMENT],
            **_UPDATED,
        }
    ),
}
REMARK_TITLES = frozenset(title.strip() for title in _REMARKS.split(","))
NAMES: Mapping[ImportKind, Field] = {
    ImportKind.DEPARTMENTS: Field.DEPARTMENT,
    ImportKind.SOFTWARE: Field.SOFTWARE,
    ImportKind.STAFF: Field.LAST_NAME,
}
"""What a column headed only "name" holds."""
BARE_NAMES = frozenset({"nom", "name", "noms"})
NAMED = frozenset({Field.DEPARTMENT, Field.SOFTWARE, Field.POLE, Field.UNIT, Field.ESTABLISHMENT,
                   Field.VENDOR})  # fmt: skip
"""Fields that a bare "name" below a wider heading may mean."""
_PLACED = {Field.DEPARTMENT, Field.UNIT, Field.UNIT_CODE, Field.PATH, Field.POLE}
REQUIRED: Mapping[ImportKind, tuple[frozenset[Field], ...]] = {
    ImportKind.DEPARTMENTS: (frozenset({*_PLACED, Field.ESTABLISHMENT}),),
    ImportKind.SOFTWARE: (frozenset({Field.SOFTWARE}),),
    ImportKind.DEPLOYMENTS: (frozenset({Field.SOFTWARE}), frozenset({*_PLACED, Field.CODE})),
    ImportKind.STAFF: (frozenset({Field.LAST_NAME, Field.FULL_NAME}),),
    ImportKind.DIRECTORY: (frozenset({Field.NUMBER, Field.DECT}),),
}
"""Of each group at least one column must be there for a file to be of that kind."""
