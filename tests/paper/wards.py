"""A ward's binder with a sheet of every kind, French and English; everything in it is invented."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime

from referent_desk.domain.check_codes import body_hash, check_code
from referent_desk.domain.directory import LineType
from referent_desk.domain.forms import FormDefinition
from referent_desk.domain.procedures import Step, UsefulNumber, VerificationResult
from referent_desk.domain.sheets import (
    COVER_CODE,
    LIST_CODE,
    BackEntryLine,
    Bar,
    BinderStamp,
    Body,
    Contact,
    CoverBody,
    DecidingRole,
    DecisionBody,
    DirectoryBody,
    DirectoryGroup,
    DirectoryLine,
    EndBody,
    FormBody,
    Head,
    ListBody,
    ListLine,
    MissingBody,
    Moment,
    ProcedureBody,
    ReflexBody,
    Round,
    Route,
    RouteBody,
    Sheet,
    SheetContent,
    SheetStamp,
    VerifiedOn,
)
from referent_desk.exchange.forms import form_definitions

HEAD = Head(
    establishment="Centre hospitalier du Val-Clair",
    pole="Pôle cœur-poumons",
    department="Cardiologie — hospitalisation",
    code="0412",
    place="2e étage, aile B",
    beds=24,
    paper_code="CAR2",
)

STAMP = BinderStamp(
    printed_at=datetime(2026, 11, 9, 14, 2, tzinfo=UTC),
    run_number=31,
    copy_number=2,
    copy_place="poste infirmier",
    holder="M. Aubry",
    referent="M. Aubry (AMA)",
    deputy="C. Lemaire",
    security_referent="P. Nguyễn",
)

SHEET_STAMP = SheetStamp(
    author="M. Aubry",
    approver="Dr Valette",
    approved_on=date(2026, 2, 3),
    next_review=date(2027, 2, 3),
    last_drill="18/11/2025, 14 min, réussi",
    dialled={"88 12": date(2026, 3, 2), "06 00 00 41 07": date(2026, 3, 9)},
)

STEPS = (
    Step(
        "Prend le classeur rouge et note l’heure sur la main courante. Sort 24 prescriptions et "
        "24 plans d’administration.",
        who="AMA",
        forms=("F25", "F05", "F06"),
    ),
    Step(
        "Imprime ou recopie le dernier plan de soins du PC de secours. Demande au patient ses "
        "allergies et les écrit.",
        who="Infirmière",
        forms=("F06",),
        where="Pochette du lit",
    ),
    Step("Si le PC de secours ne répond pas :", who="Infirmière", level=2),
    Step("appelle la pharmacie ;", level=3),
    Step("recopie la dernière ordonnance signée.", level=3, forms=("F05",)),
    Step("Note l’heure de la copie sur chaque feuille.", level=2),
    Step(
        "Prescrit en toutes lettres : nom du médicament (DCI), dose avec unité, voie, heures, "
        "durée. Signe sous la dernière ligne.",
        who="Médecin",
        forms=("F05",),
        where="Original au lit, copie à la pharmacie",
    ),
    Step(
        "Relit à voix haute avec le médecin. Reporte sur le plan d’administration. Double "
        "contrôle : insuline, potassium, héparine, morphine.",
        who="Infirmière",
        forms=("F06",),
    ),
    Step(
        "Garde l’original dans la pochette du lit. Remet la copie au coursier de 10 h, 14 h, "
        "18 h pour la pharmacie.",
        who="AMA",
        forms=("F27",),
        where="Bannette « pharmacie »",
    ),
    Step("Délivre sur copie. Urgence : aller chercher, bon signé.", who="Pharmacie"),
)

PROCEDURE = ProcedureBody(
    function="Prescription",
    title="Prescription des médicaments",
    software="Medicare Plus",
    verified=VerifiedOn("9.4", date(2026, 3, 12), VerificationResult.WORKED),
    running_version="9.4",
    trigger="Après 15 minutes sans réponse, ou dès l’annonce de la DSI.",
    decides="Le cadre de santé, à défaut le médecin de garde.",
    stops=("Prescrire, valider, imprimer le plan de soins.", "Alertes d’allergie."),
    still_works=(
        "PC de secours du poste infirmier : plan de soins de 6 h et de 18 h.",
        "Armoire à pharmacie avec la clé mécanique.",
    ),
    steps=STEPS,
    numbers=(
        UsefulNumber("Pharmacie", "88 12"),
        UsefulNumber("Interne de garde", "………… (à compléter : numéro)"),
    ),
    after_48_hours=(
        "Un plan d’administration neuf par jour, daté.",
        "L’interne relit toutes les prescriptions à 8 h.",
        "Demander le réassort (F30) avant 20 feuilles.",
    ),
    back_to_normal=(
        "Le médecin ressaisit les lignes en cours (J0-J1).",
        "Une autre personne relit chaque dossier.",
        "L’AMA numérise les feuilles closes.",
        "Numéros manquants signalés avant de clore.",
    ),
    contacts=(
        Contact("Référent du logiciel", "M. Aubry", "56 30"),
        Contact("DSI, astreinte", "", "06 00 00 41 07"),
        Contact("Éditeur", "Support Medicare Plus", "01 00 00 12 12"),
    ),
)

NOT_TRUSTED = ProcedureBody(
    function="Résultats de laboratoire",
    title="Résultats de laboratoire",
    software="BioLien",
    bars=(Bar.DRAFT, Bar.NEVER_VERIFIED, Bar.NEWER_RELEASE, Bar.FAILED),
    running_version="12.1",
    trigger="Dès l’annonce.",
    steps=(Step("Appelle le laboratoire et relit le résultat à voix haute.", "Infirmière"),),
)

MISSING = MissingBody(
    function="Imagerie",
    software="RadioVue",
    contacts=(
        Contact("Référent du logiciel", "M. Aubry", "56 30"),
        Contact("DSI, astreinte", "", "06 00 00 41 07"),
    ),
    vendor_support="01 00 00 33 33",
    fallback="Demande sur F13, portée par le coursier ; compte rendu provisoire manuscrit.",
)

REFLEX = ReflexBody(
    title="Plus d’informatique : les bons réflexes",
    lead=(
        "Ne rien rallumer, ne rien brancher : débrancher le câble réseau, laisser le PC allumé.",
        "Le PC de secours ne sert que si la DSI l’autorise : le papier seul doit suffire.",
    ),
    moments=(
        Moment("Tout de suite", ("Noter l’heure (F25).", "Prévenir le cadre et la DSI.")),
        Moment("15 min", ("Sortir le classeur.", "Décider de passer au papier (DEC-01).")),
        Moment("30 min", ("Distribuer les formulaires.", "Recopier les allergies.")),
        Moment("2 h", ("Organiser le coursier (CIR-01).", "Relire les résultats critiques.")),
        Moment("8 h", ("Relève sur F28.", "Compter les feuilles qui restent.")),
        Moment("24 h", ("Plan d’administration neuf.", "Réassort (F30).")),
        Moment("48 h", ("Lire « au-delà de 48 heures » de chaque feuillet.",)),
        Moment("72 h", ("Point avec la direction.",)),
    ),
    warn=(Contact("Cadre de santé", "", "56 30"), Contact("DSI, astreinte", "", "06 00 00 41 07")),
)

DECISION = DecisionBody(
    title="Qui décide, qui prévient",
    start_triggers=("Plus de 15 minutes sans réponse.", "Annonce de la DSI."),
    stop_triggers=("Annonce écrite de la DSI.", "Essai réussi sur un dossier."),
    roles=(
        DecidingRole(
            "Cadre de santé", "Passe le service au papier.", Contact("Cadre", "C. Lemaire", "56 31")
        ),
        DecidingRole("Médecin de garde", "À défaut du cadre.", None),
        DecidingRole(
            "Administrateur de garde",
            "Ouvre la cellule de crise.",
            Contact("Administrateur de garde", "", "06 00 00 41 07"),
        ),
    ),
)

DIRECTORY = DirectoryBody(
    title="Annuaire de secours",
    groups=(
        DirectoryGroup(
            "Urgences vitales",
            (
                DirectoryLine("Réanimation", "88 12", LineType.ANALOGUE, hours="24 h/24"),
                DirectoryLine("Bloc", "88 13", LineType.IP),
                DirectoryLine("Brancardiers", "70 14", LineType.DECT),
            ),
        ),
        DirectoryGroup(
            "Encadrement",
            (
                DirectoryLine("C. Lemaire, cadre", "06 00 00 41 07", LineType.MOBILE, private=True),
                DirectoryLine("Coursier", "", LineType.RUNNER, works_without_network=True),
            ),
        ),
    ),
)

ROUTE = RouteBody(
    title="Circuit du papier",
    rounds=(
        Round("10 h", "Poste infirmier", "Pharmacie, laboratoire", "Copies F05, demandes F11"),
        Round("14 h", "Poste infirmier", "Laboratoire"),
    ),
    routes=(
        Route("F05", "Prescription médicamenteuse", "Pharmacie", 2, "AMA"),
        Route("F11", "Demande d’analyses", "Laboratoire"),
    ),
    rules=("Rien ne sort du service sans heure ni signature.",),
)

END = EndBody(
    title="Fin du mode dégradé et rétrosaisie",
    order=(
        BackEntryLine("Allergies et traitements en cours", "2 h", "Médecin", "Infirmière"),
        BackEntryLine("Transfusions", "4 h"),
        BackEntryLine("Mouvements", "24 h", "AMA"),
    ),
    rules=("Celui qui saisit n’est pas celui qui contrôle.",),
    closing=("Toutes les feuilles sont comptées.", "Les masters sont remis en place."),
)

COVER = CoverBody(
    group="GHT des Trois Vallées",
    establishment="Centre hospitalier du Val-Clair",
    department="Cardiologie — hospitalisation",
    code="0412",
    place="2e étage, aile B",
    beds=24,
    opening_hours="24 h/24",
)


def sheet(code: str, title: str, body: Body, language: str = "fr", revision: int = 3) -> Sheet:
    content = SheetContent(f"subject {code}", code, title, language, body)
    hashed = body_hash(body, language)
    return Sheet(content, hashed, revision, check_code(hashed), SHEET_STAMP)


def listed(sheets: Sequence[Sheet], language: str = "fr") -> ListBody:
    return ListBody(tuple(ListLine(s.content.code, s.revision, s.check_code) for s in sheets))


def ward_sheets(language: str = "fr", forms: Sequence[FormDefinition] | None = None) -> list[Sheet]:
    """Cover, list, then a sheet of every kind and every form that is shipped."""
    inner = [
        sheet("REF-01", REFLEX.title, REFLEX, language),
        sheet("DEC-01", DECISION.title, DECISION, language),
        sheet("ANN-01", DIRECTORY.title, DIRECTORY, language),
        sheet("CIR-01", ROUTE.title, ROUTE, language),
        sheet("PRE-01", PROCEDURE.title, PROCEDURE, language),
        sheet("LAB-01", NOT_TRUSTED.title, NOT_TRUSTED, language),
        sheet("IMA-01", MISSING.function, MISSING, language),
        sheet("FIN-01", END.title, END, language),
    ]
    if forms is None:
        forms = form_definitions(language).forms
    inner += [sheet(form.code, form.title, FormBody(form), language) for form in forms]
    return [
        sheet(COVER_CODE, "Classeur", COVER, language),
        sheet(LIST_CODE, "Feuillets en vigueur", listed(inner, language), language),
        *inner,
    ]
