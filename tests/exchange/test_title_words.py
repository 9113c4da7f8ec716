from __future__ import annotations

import pytest

from referent_desk.domain.imports.kinds import Field, ImportKind
from referent_desk.exchange.tables import Title, field_of, guess_fields

SOFTWARE, STAFF, DIRECTORY = ImportKind.SOFTWARE, ImportKind.STAFF, ImportKind.DIRECTORY
DEPARTMENTS = ImportKind.DEPARTMENTS


@pytest.mark.parametrize(
    ("title", "kind", "field"),
    [
        ("référent(e)", SOFTWARE, Field.REFERENT),
        ("Référent(e)s", SOFTWARE, Field.REFERENT),
        ("référent·e", SOFTWARE, Field.REFERENT),
        ("Référent.e", SOFTWARE, Field.REFERENT),
        ("Référent du service", SOFTWARE, Field.REFERENT),
        ("Référent dans le service", SOFTWARE, Field.REFERENT),
        ("Référent de l’outil", SOFTWARE, Field.REFERENT),
        ("Notre référent", SOFTWARE, Field.REFERENT),
        ("Nom du référent", SOFTWARE, Field.REFERENT),
        ("Nom et prénom du référent", SOFTWARE, Field.REFERENT),
        ("Référent (nom, prénom)", SOFTWARE, Field.REFERENT),
        ("Référent principal", SOFTWARE, Field.REFERENT),
        ("Réf. 1", SOFTWARE, Field.REFERENT),
        ("1er référent", SOFTWARE, Field.REFERENT),
        ("Référent pour la maternité", SOFTWARE, Field.REFERENT),
        ("Référent réa", SOFTWARE, Field.REFERENT),
        ("Référente cardiologie 3B", SOFTWARE, Field.REFERENT),
        ("Réf. 2", SOFTWARE, Field.DEPUTY),
        ("Référent n°2", SOFTWARE, Field.DEPUTY),
        ("2e référent", SOFTWARE, Field.DEPUTY),
        ("Suppléant(e)", SOFTWARE, Field.DEPUTY),
        ("Suppléant / remplaçant", SOFTWARE, Field.DEPUTY),
        ("support / hotline", SOFTWARE, Field.SUPPORT_CONTACT),
        ("Hotline ou support", SOFTWARE, Field.SUPPORT_CONTACT),
        ("N° du support", SOFTWARE, Field.SUPPORT_CONTACT),
        ("N° de la hotline", SOFTWARE, Field.SUPPORT_CONTACT),
        ("Contact du support", SOFTWARE, Field.SUPPORT_CONTACT),
        ("Support (tél.)", SOFTWARE, Field.SUPPORT_CONTACT),
        ("à quoi ça sert chez nous", SOFTWARE, Field.PURPOSE),
        ("À quoi ça sert en maternité", SOFTWARE, Field.PURPOSE),
        ("Logiciel / application", SOFTWARE, Field.SOFTWARE),
        ("Nom de l’outil / logiciel", SOFTWARE, Field.SOFTWARE),
        ("Responsable (service)", SOFTWARE, Field.REFERENT),
        ("Remarques / observations", SOFTWARE, Field.REMARKS),
        ("Remarques diverses", SOFTWARE, None),
        ("Appli", SOFTWARE, Field.SOFTWARE),
        ("N° à appeler", SOFTWARE, Field.SUPPORT_CONTACT),
        ("Support technique", SOFTWARE, Field.SUPPORT_CONTACT),
        ("Contact", DIRECTORY, Field.LABEL),
        ("Super utilisateur", SOFTWARE, Field.REFERENT),
        ("Sert à quoi", SOFTWARE, Field.PURPOSE),
        ("Usage principal", SOFTWARE, Field.PURPOSE),
        ("Jours et horaires", STAFF, Field.WORKING_HOURS),
        ("Poste/DECT", STAFF, Field.TELEPHONE),
        ("Poste ou DECT", DIRECTORY, Field.NUMBER),
        ("Tél. / poste", STAFF, Field.TELEPHONE),
        ("Fonction/grade", STAFF, Field.ROLE),
        ("Poste du service", DIRECTORY, Field.NUMBER),
        ("Nuit / week-end", STAFF, Field.NIGHT),
        ("N° de nuit", STAFF, Field.NIGHT),
        ("Garde", STAFF, None),
        ("Portable", STAFF, Field.MOBILE),
        ("Tél. portable", STAFF, Field.MOBILE),
        ("Mobile perso", STAFF, Field.MOBILE),
        ("Portable pro", STAFF, Field.WORK_MOBILE),
        ("Portable (pro)", STAFF, Field.WORK_MOBILE),
        ("Portable du service", STAFF, Field.WORK_MOBILE),
        ("Prénom(s)", STAFF, Field.FIRST_NAME),
        ("Fonction dans le service", STAFF, Field.ROLE),
        ("Nom du responsable", SOFTWARE, Field.REFERENT),
        ("Qui ?", DIRECTORY, Field.LABEL),
        ("Qui / quoi", DIRECTORY, None),
        ("Cadre(s) de santé", DEPARTMENTS, Field.WARD_MANAGER),
    ],
)
def test_a_title_is_known_in_the_words_of_a_ward(
    title: str, kind: ImportKind, field: Field | None
) -> None:
    assert field_of(kind, Title(title)) is field


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("Réf.", SOFTWARE),
        ("Réf. produit", SOFTWARE),
        ("Référent / suppléant", SOFTWARE),
        ("Mail du référent", SOFTWARE),
        ("Fonction du référent", SOFTWARE),
        ("Absence du référent", SOFTWARE),
        ("Référent jusqu’au", SOFTWARE),
        ("Référent (ancien)", SOFTWARE),
        ("Ancien référent", SOFTWARE),
        ("Référent informatique du CHU", SOFTWARE),
        ("Référent technique", SOFTWARE),
        ("Référent éditeur", SOFTWARE),
        ("Référent qualité", SOFTWARE),
        ("Support de formation", SOFTWARE),
        ("Support papier", SOFTWARE),
        ("Contrat de support", SOFTWARE),
        ("Support (nuit)", SOFTWARE),
        ("Qui appeler en cas de panne la nuit", SOFTWARE),
        ("Version / éditeur", SOFTWARE),
        ("Version prévue", SOFTWARE),
        ("Code postal", DEPARTMENTS),
        ("Site web", DEPARTMENTS),
        ("Service informatique", DEPARTMENTS),
        ("Numéro de série", DIRECTORY),
        ("Poste de travail", DIRECTORY),
        ("Service de garde", DIRECTORY),
        ("Médecin de garde", DIRECTORY),
        ("Horaires de garde", DIRECTORY),
        ("Horaires de nuit", DIRECTORY),
        ("Poste de garde", DIRECTORY),
        ("Jours fériés", DIRECTORY),
        ("Tél. du domicile", STAFF),
        ("Téléphone (perso)", STAFF),
        ("Nom de jeune fille", STAFF),
        ("Poste occupé", STAFF),
        ("Téléphone 2", STAFF),
        ("Téléphone du service", STAFF),
        ("Horaires du service", STAFF),
        ("Prénom du référent", SOFTWARE),
    ],
)
def test_a_title_that_may_mean_something_else_is_left_to_a_person(
    title: str, kind: ImportKind
) -> None:
    assert field_of(kind, Title(title)) is None


@pytest.mark.parametrize(
    ("kind", "titles", "fields"),
    [
        (SOFTWARE, "Logiciel|Réf. 1|Réf. 2", "software referent deputy"),
        (SOFTWARE, "Logiciel|Référent du service|Référent", "software - referent"),
        (SOFTWARE, "Logiciel|Support|N° du support", "software support_contact -"),
        (DIRECTORY, "Qui|Jour|Nuit / WE", "label number night"),
        (DIRECTORY, "Service|En journée|La nuit", "label number night"),
        (
            DIRECTORY,
            "Service|Téléphone|Horaires|En dehors des horaires",
            "label number hours night",
        ),
        (DIRECTORY, "Qui|Numéro|Hors horaires", "label number night"),
        (DIRECTORY, "Qui|Numéro|En dehors des heures ouvrables", "label number night"),
        (DIRECTORY, "Qui|Numéro|Hors heures ouvrées (nuit, WE)", "label number night"),
        (DIRECTORY, "Qui|Numéro|WE et nuit", "label number night"),
        (DIRECTORY, "Qui|Numéro|Nuits, week-ends et jours fériés", "label number night"),
        (DIRECTORY, "Qui|Numéro|Garde / astreinte", "label number night"),
        (DIRECTORY, "Qui|Numéro|Tél. hors horaires d’ouverture", "label number night"),
        (DIRECTORY, "Contact|Number|Out of hours", "label number night"),
        (DIRECTORY, "Contact|Number|Nights and weekends", "label number night"),
        (DIRECTORY, "Contact|Number|On call", "label number night"),
        (DIRECTORY, "Qui|Poste|Jour|Nuit", "label number - night"),
        (DIRECTORY, "Qui|Poste|Jour", "label number -"),
    ],
)
def test_no_two_columns_are_one_field_and_the_plainest_title_has_it(
    kind: ImportKind, titles: str, fields: str
) -> None:
    shown = tuple(Title(text) for text in titles.split("|"))
    taken = guess_fields(kind, shown)
    assert [taken.get(place, "-") for place in range(len(shown))] == fields.split()
