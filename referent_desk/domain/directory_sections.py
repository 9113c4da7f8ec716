"""Under which heading a number is printed that nobody gave one: guessed from its words."""

from __future__ import annotations

import re
from collections.abc import Mapping
from enum import StrEnum

from referent_desk.domain.directory import DirectoryEntry, Purpose
from referent_desk.domain.posts import purpose_told
from referent_desk.domain.texts import folded


class Section(StrEnum):
    """In the order in which they are printed."""

    DEPARTMENT = "department"
    EMERGENCIES = "emergencies"
    SAFETY = "safety"
    MANAGEMENT = "management"
    PLATFORMS = "platforms"
    IT = "it"
    LOGISTICS = "logistics"
    OTHER = "other"


_OF_PURPOSE: Mapping[Purpose, Section] = {
    Purpose.WARD_MANAGER: Section.DEPARTMENT,
    Purpose.ADMINISTRATOR_ON_DUTY: Section.MANAGEMENT,
    Purpose.IT_ON_CALL: Section.IT,
    Purpose.SWITCHBOARD: Section.IT,
}
_WORDS: tuple[tuple[Section, str], ...] = (
    (Section.EMERGENCIES, (
     "urgences? vitales?|reanimat\\w+|reanimation|samu|smur|chariot d'urgence|crash|resuscitation"
    )),
    (Section.SAFETY, "incendies?|pompiers|securite|surete|agressions?|fire|security"),
    (Section.PLATFORMS, (
     "labo\\w*|lab|biolog\\w+|biochimie|bacterio\\w*|hemat\\w*|hemovigilance|dosage|gaz du sang|"
     "imagerie|radio\\w*|manip\\w*|scanner|irm|echo\\w*|bloc|anesth\\w+|sspi|pharmac\\w+|pui|"
     "depot de sang|efs|transfusion|endoscopie|efr|explorations?|sterilisation|anapath|imaging|"
     "x-rays?|theatre|blood bank|medecine nucleaire|dialyse"
    )),
    (Section.IT, (
     "informati\\w+|dsi|dsio|hotline|helpdesk|logiciels?|reseaux?|standard|telephoni\\w*|it|"
     "switchboard|biomedical"
    )),
    (Section.LOGISTICS, (
     "brancard\\w*|coursiers?|cuisines?|restauration|repas|dietetique|magasin|lingerie|"
     "blanchisserie|logistique|menage|bionettoyage|techniques?|maintenance|electri\\w+|plomb\\w+|"
     "fluides|ascenseurs?|ambulances?|transports?|taxis?|vsl|vaguemestre|morgue|mortuaire|porters?|runner|"
     "stores|kitchen|laundry|admissions?|bureau des entrees|gestion des lits|archives"
    )),
    (Section.MANAGEMENT, (
     "direct\\w+|administrat\\w+|garde|astreinte|cadres? superieure?s?|qualite|on call|on duty"
    )),
)  # fmt: skip
_PATTERNS = tuple((section, re.compile(rf"\b(?:{words})\b")) for section, words in _WORDS)
_VITAL = re.compile(r"\burgences? vitales?\b")
"""There `interne` is inside the hospital, and no physician."""
_ON_DUTY = re.compile(r"\b(?:garde|astreinte|on call|on duty)\b")
_OF_THE_WARD = re.compile(
    r"^(?:dr|pr|mme|mlle|m|mr|docteur|professeur)\b|\b(?:cadres?|medecins?|internes?|geriatres?|"
    r"ide|as|ash|ama|infirmi\w+|aides?-soignant\w*|secretaria\w*|secretaires?|poste de soins|"
    r"salle de soins|kines?|psychologues?|ergo\w*|dieteticien\w*|assistante? sociale?|social|"
    r"chef de service|bureau(?! des (?:admissions|entrees))|office|ward|nurses?|orthophoniste)\b"
)


_DESK = re.compile(r"\b(?:secretaria\w*|secretaires?|secretary)\b")
_NEVER_A_WARD = re.compile(
    r"\b(?:labo\w*|lab|imagerie|radio|radiologie|scanner|irm|bloc|pharmac\w+|pui|efs|transfusion|"
    r"sterilisation|anapath|imaging|x-rays?|radiology|blood bank)\b"
)


def _is_of_a_platform(head: str) -> bool:
    """`Interne de garde pharmacie`, `Imagerie - secrétariat`: for a post, and none of the ward."""
    if _DESK.search(head) and _NEVER_A_WARD.search(head):
        return True
    return bool(_ON_DUTY.search(head) and dict(_PATTERNS)[Section.PLATFORMS].search(head))


def section_of(entry: DirectoryEntry, department_id: str) -> Section:
    purpose = entry.purpose if entry.purpose is not Purpose.NONE else purpose_told(entry.label)
    is_own = entry.owner_id == department_id
    if purpose in _OF_PURPOSE:
        return _OF_PURPOSE[purpose]
    if purpose is Purpose.PHYSICIAN:
        return Section.DEPARTMENT if is_own else Section.MANAGEMENT
    text = folded(entry.label).replace("’", "'")
    head = text.partition("(")[0]
    if _VITAL.search(head):
        return Section.EMERGENCIES
    if is_own and _OF_THE_WARD.search(head) and not _is_of_a_platform(head):
        return Section.DEPARTMENT
    of_head = _section_told(head)
    if of_head is not Section.OTHER:
        return of_head
    return Section.DEPARTMENT if is_own and _OF_THE_WARD.search(text) else _section_told(text)


def _section_told(text: str) -> Section:
    return next((section for section, told in _PATTERNS if told.search(text)), Section.OTHER)
