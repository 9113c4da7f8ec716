"""Names of people as cells give them: with titles, in capitals, in brackets, of nobody."""

from __future__ import annotations

import re
from enum import StrEnum
from functools import lru_cache

from referent_desk.domain.imports.families import NameOrder, split_by_capitals, split_by_order
from referent_desk.domain.imports.matching import name_key
from referent_desk.domain.imports.roles import (
    PARTICLES,
    begins_with_role,
    is_role,
    plain_letters,
    role_before,
    role_behind,
    without_doubt,
)
from referent_desk.domain.texts import clean_line, folded

_TITLES = r"(?:m|mr|mme|mlle|ms|mrs|dr|pr|prof|docteur|professeur|madame|monsieur)\b\.?"
_TITLE = re.compile(rf"^(?:{_TITLES}\s+(?:l[ea]\s+(?=dr|pr|doc|prof))?)+", re.IGNORECASE)
_IN_BRACKETS = re.compile(r"\([^)]*\)?")
TITLED = re.compile(r"^(?:m\.|(?:mr|mme|mlle|dr|pr|docteur|professeur)\.?)\s", re.IGNORECASE)
_NUMBER_BESIDE = re.compile(
    r"[\s,;:(–-]*(?:\b(?:poste|postes|t[ée]l|t[ée]l[ée]phone|dect|bip|bleep|port|portable|interne"
    r"|int|ext|phone|p|n|no)\b|\bn°|☎)?[\s.:°]*(?<!\w)(\d[\d .]{2,}\d)(?!\w)[\s).,;]*(?=\(|$)",
    re.IGNORECASE,
)
"""A telephone that stands behind a name, with the word for it; a remark may follow in brackets."""
_INITIALS = re.compile(r"(?:[A-ZÀ-ÖØ-Þ]\.?-?){1,3}")
_WORD = re.compile(r"[^\W\d_]+")
_SAID_IN_BRACKETS = re.compile(r"\(([^)\d]*)\)")
_POSTS = frozenset(
    folded(
        "accueil administration agent aide aides ambulance ambulances anesthésie anesthésiste "
        "archives ash assistant assistante assistantes astreinte biologie biologiste biomédical "
        "bloc brancardage brancardier brancardiers bureau cadre cadres chambre chirurgien cuisine "
        "cuisines diététicien diététicienne direction directeur directrice dsi encadrement "
        "entretien équipe ergothérapeute facturation fax garde gardes hotline hôtesse hygiène ide "
        "imagerie incendie infirmerie infirmier infirmière infirmières informatique interne "
        "internes kiné kinés kinésithérapeute labo laboratoire lingerie logistique magasin "
        "maintenance manipulateur médecin médecins morgue orthophoniste pharmacie pharmacien "
        "pharmacienne pompiers poste praticien praticiens psychologue qualité radio radiologie "
        "réanimation réception référent référente régulation responsable salle samu secours "
        "secrétaire secrétaires secrétariat sécurité service services smur soins standard "
        "stérilisation stock techniciens technique techniques transport transports urgence "
        "urgences vaguemestre "
        "admissions ambulance bleep department desk dispatch doctor duty emergency fire helpdesk "
        "imaging laboratory laundry maintenance manager nurse nurses office pharmacist pharmacy "
        "physician porter porters radiology reception registrar secretary security switchboard "
        "team theatre transport unit ward"
    ).split()
)
"""Words of what is no person: posts, places and departments of a hospital."""
_SERVICES = (
    r"dim|dsio?|dsn|rssi|ssi|sih|dpo|pui|drh|daf|dg|gam|eohh?|clin|ulin|efs|efr|samu|smur|bio|labo|"
    r"laboratoire|biologie|pharmacie|radio|radiologie|imagerie|informatique|biomedical|qualite|"
    r"hygiene|admissions|facturation|bloc|urgences|it|lab|laboratory|pharmacy|imaging|radiology"
)
_DASH = r"(?:\s*[–—:]\s*|\s+-\s*|\s*-\s+)"
_SERVICE_BEFORE = re.compile(rf"(?P<service>{_SERVICES}){_DASH}(?P<name>\S.*)")
_SERVICE_BEHIND = re.compile(
    rf"(?P<name>.*\S)(?:{_DASH}|\s*,\s*)(?P<service>{_SERVICES})(?P<number>[\s(]+\d[\d .]*\)?)?"
)
_SERVICE_CASED = re.compile(
    rf"(?P<name>.*[^\s:,;–—-])\s(?P<service>{_SERVICES}|secretariat)(?P<number>[\s(]+\d[\d .]*\)?)?"
)
"""With nothing between: then capitals, or their lack, tell it from a name."""
_TITLED_BEHIND = re.compile(rf"(?P<service>[^\d(),:]+?)[\s,:(–-]+(?P<name>{_TITLES}\s.+)")
_REFERENT_BEFORE = re.compile(r"(?:(?:ref|referente?|suppleante?|deputy)s?\.?)\s*[:–—]\s*")
_LAST_NAME_BEFORE = re.compile(
    r"(?P<last>[^\W\d_a-zß-ÿ][^\d_a-zß-ÿ]+?)\s+[-–—]\s+(?P<first>[^\W\d_].*)"
)
VACANT = frozenset(
    {"vacant", "vacante", "poste vacant", "a pourvoir", "neant", "non pourvu", "rien", "personne",
     "aucun", "aucune", "a definir", "a designer", "a nommer", "a voir", "a completer",
     "en attente", "en cours", "non defini", "non designe", "pas de referent", "nobody", "none"}
)  # fmt: skip
"""What a cell says that names nobody."""


def split_full_name(text: str, order: NameOrder = NameOrder.UNSAID) -> tuple[str, str]:
    """Last and first name of `Mme LE GUELLEC Maëlle` or `Maëlle LE GUELLEC`.

    The last name is what stands in capitals; where nothing or everything does, what the order
    tells, and without one all of it.
    """
    words = _TITLE.sub("", text).split() if TITLED.match(text) else text.split()
    if not words:
        return "", ""
    return split_by_capitals(words) or split_by_order(words, order) or (" ".join(words), "")


def without_service(text: str) -> str:
    """`DIM - Pauline Kervella`, `Référent : Pauline Kervella - DIM` → `Pauline Kervella (DIM)`.

    Nothing changes where no name of a person is beside the service: `DSI - hotline`.
    """
    begin = _REFERENT_BEFORE.match(plain_letters(text))
    text = _post_behind(text[begin.end() :] if begin else text)
    plain = plain_letters(text)
    for form in (_SERVICE_BEFORE, _SERVICE_BEHIND):
        found = form.fullmatch(plain)
        if found is not None:
            name, service = (text[slice(*found.span(part))] for part in ("name", "service"))
            number = text[found.end("service") :] if form is _SERVICE_BEHIND else ""
            return f"{name} ({service}){number}" if _is_name(name) else text
    found = _LAST_NAME_BEFORE.fullmatch(text)
    if found is None or not _is_name(f"{found['last']} {found['first']}"):
        return text
    return text if is_role(found["first"]) else f"{found['last']} {found['first']}"


def _post_behind(text: str) -> str:
    """`secrétariat Mme Abgrall 4131` → `Mme Abgrall 4131 (secrétariat)`, `Kim Roux DIM` alike."""
    plain = plain_letters(text)
    titled, behind = _TITLED_BEHIND.fullmatch(plain), _SERVICE_CASED.fullmatch(plain)
    if titled is not None:
        post, name = (text[slice(*titled.span(part))] for part in ("service", "name"))
        words = {folded(word) for word in _WORD.findall(post)} - PARTICLES
        if is_role(post) or words <= _POSTS or re.fullmatch(_SERVICES, folded(post)):
            return f"{name if '(' in name else name.rstrip(')')} ({post})"
    if behind is not None:
        name, service = (text[slice(*behind.span(part))] for part in ("name", "service"))
        is_told = service == service.lower() or (service.isupper() and not name.isupper())
        if _is_name(name) and is_told:
            return f"{name} ({service}){text[behind.end('service') :]}"
    return text


def _is_name(text: str) -> bool:
    """Whether it has a title, or two words that no post has, neither of them a small one."""
    words = [w for w in _WORD.findall(text) if folded(w) not in PARTICLES]
    is_large = len(words) > 1 and all(word[0].isupper() for word in words)
    return has_title(text) or (is_large and _POSTS.isdisjoint(map(folded, words)))


def without_title(name: str) -> str:
    """`Mme LE GUELLEC (remplaçante)` → `LE GUELLEC`."""
    return clean_line(_TITLE.sub("", _IN_BRACKETS.sub(" ", name)))


def person_key(last: str, first: str) -> tuple[str, str]:
    return name_key(last), name_key(first)


def refusal_of_name(last: str) -> str:
    if not name_key(last):
        return "no_person"
    return "vacant_post" if folded(last) in VACANT else ""


class Who(StrEnum):
    PERSON = "person"
    UNSURE = "unsure"
    POST = "post"
    NOBODY = "nobody"


@lru_cache(maxsize=20_000)
def who_is(text: str) -> Who:
    """Whether a cell names a person, a post (`Secrétariat`), or only a sign. One word in capitals
    may be either, as what stands behind a role: `IDE Morvan`, `AMA Oncologie`."""
    whole = without_title(number_beside(without_doubt(text))[0])
    plain, _role = _without_role_behind(whole)
    words = _WORD.findall(plain)
    if not words or folded(plain) in VACANT:
        return Who.NOBODY
    if not any(word[0].isupper() for word in words):
        return Who.POST
    if has_title(text):
        return Who.PERSON
    name, role = split_role(plain)
    if role and _POSTS.isdisjoint(map(folded, _WORD.findall(name))):
        return Who.UNSURE
    is_post = is_role(whole) or begins_with_role(plain)
    if is_post or not _POSTS.isdisjoint(map(folded, words)):
        return Who.POST
    return Who.PERSON if len(words) > 1 or plain != whole else Who.UNSURE


def split_written_name(text: str) -> tuple[str, str]:
    """Last and first name of `Mme LE GUELLEC M. (cadre)`, and of `Karim B.`, as colleagues say it.

    An initial behind a title, behind capitals or behind `Le …` is that of the first name.
    """
    plain = split_role(without_title(without_doubt(text)))[0]
    words = plain.split()
    if len(words) < 2:
        return plain, ""
    if _is_initials(words[-1]) and not _is_initials(words[0]):
        rest = " ".join(words[:-1])
        is_family = has_title(text) or rest == rest.upper() or folded(words[0]) in PARTICLES
        return (rest, words[-1]) if is_family else (words[-1], rest)
    split = split_by_capitals(words) if len(words) > 2 else None
    if split is not None and split[0].startswith(f"{words[0]} "):
        return split
    if _is_initials(words[0]) and not any(map(_is_initials, words[1:])):
        return " ".join(words[1:]), words[0]
    return split_full_name(plain)


def _is_initials(word: str) -> bool:
    """`M.`, `A-S`, `J.P.`; two capitals alone may be a name: `BA`."""
    is_name = len(word) > 1 and word.isalpha()
    return bool(_INITIALS.fullmatch(word)) and not is_name


@lru_cache(maxsize=20_000)
def split_role(name: str) -> tuple[str, str]:
    """`Sylvie Moreau ASH`, `Léa Morvan, sage-femme`, `IDE Léa Morvan`: the name, and what they are.

    Nothing is told apart where no name is left, or what is left is a post: `Poste IDE`.
    """
    if is_role(name):
        return name, ""
    behind = _without_role_behind(name)
    if behind[1]:
        return behind
    before = role_before(name)
    words = _WORD.findall(before[0])
    return before if _POSTS.isdisjoint(map(folded, words)) else (name, "")


def _without_role_behind(name: str) -> tuple[str, str]:
    found = role_behind(name)
    return found if _POSTS.isdisjoint(map(folded, _WORD.findall(found[0]))) else (name, "")


def number_beside(text: str) -> tuple[str, str]:
    """The cell without the telephone that stands behind the name, and that; empty for none."""
    found = _NUMBER_BESIDE.search(text)
    if found is None:
        return text, ""
    return clean_line(f"{text[: found.start()]} {text[found.end() :]}"), found[1]


def has_title(text: str) -> bool:
    return without_title(text) != clean_line(_IN_BRACKETS.sub(" ", text))


def said_in_brackets(text: str) -> str:
    """`Mme LE GUELLEC (cadre)` → `cadre`; nothing for a number."""
    found = _SAID_IN_BRACKETS.search(without_doubt(text))
    return clean_line(found.group(1)) if found else ""
