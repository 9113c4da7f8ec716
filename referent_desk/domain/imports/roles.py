"""What people of a hospital are, as lists say it before or behind a name, or instead of one."""

from __future__ import annotations

import re
import unicodedata

_ROLE = (
    r"sages?[- ]?femmes?|maieuticien(?:ne)?s?|puericult(?:rice|eur)s?|infirmiere?s?|ide|ides|idec|"
    r"ibodes?|iades?|ipa|(?:masseu(?:r|se)s?[- ]?)?kinesitherapeutes?|kines?|manips?|"
    r"manipulat(?:eur|rice)s?|merm|preparat(?:eur|rice)s?|brancardiere?s?|ambulanciere?s?|ama|"
    r"assistante?s?|secretaires?|arc|tec|tim|attachee?s?|internes?|externes?|ffi|cca|"
    r"chefs?(?= de (?:clinique|service|pole))|orthophonistes?|orthoptistes?|dieteticien(?:ne)?s?|"
    r"psychologues?|psy|ergotherapeutes?|ergo|psychomotricien(?:ne)?s?|psychomot|auxiliaires?|"
    r"as|ap|asd|aes|ash|ade|aides?(?:[- ]soignante?s?)?|soignante?s?|agents?|technicien(?:ne)?s?|"
    r"pedicures?|podologues?|praticien(?:ne)?s?|ph|medecins?|pharmacien(?:ne)?s?|biologistes?|"
    r"educat(?:eur|rice)s?|cadres?|cds|ffcs?|coordinat(?:eur|rice)s?|coordonnat(?:eur|rice)s?|"
    r"(?:socio[- ]?)?estheticien(?:ne)?s?|animat(?:eur|rice)s?|sf|nurses?|hca|midwi(?:fe|ves)|"
    r"physiotherapists?|dieti[tc]ians?|radiographers?|pharmacists?|registrars?|porters?"
)
_MORE = (
    r"des?|du|la|les?|[dl]|et|en|sante|pole|superieure?s?|sup|proximite|service|unite|bloc|nuit|"
    r"jour|garde|astreinte|radio|radiologie|imagerie|electroradiologie|pharmacie|sociale?s?|"
    r"medico|administrati(?:f|ve)s?|medicale?s?|medicaux|hospitaliere?s?|recherche|clinique|"
    r"puericulture|laboratoire|labo|specialisee?s?|liberale?s?|principale?s?|soins?|faisant|"
    r"fonction|anesthesiste|operatoire|of|the|on|duty|senior|assistant|manager"
)
_BETWEEN = r"(?:\s*[/,+&'’-]\s*|\s+)"
_PHRASE = rf"(?:{_ROLE})(?!\w)(?:{_BETWEEN}(?:{_ROLE}|{_MORE})(?!\w))*"
_ALONE = re.compile(rf"{_PHRASE}[\s.,;:]*")
_STROKE = r"(?P<stroke>\s*[,/;:–—]\s*|\s+-?\s*)"
_BEHIND = re.compile(rf"(?P<name>.+?){_STROKE}(?P<role>{_PHRASE})[\s.,;]*")
_BEFORE = re.compile(rf"(?P<role>{_PHRASE}){_STROKE}(?P<name>\S.*)")
_CASED = frozenset({"ama", "arc", "tec", "tim", "as", "ap", "ade", "sf", "ph", "cca", "ipa", "psy"})
"""Nobody writes these with one capital, but people are called so: `Tim`, `Ama`."""
_SMALL = frozenset({"de", "du", "des", "la", "le", "les", "d", "l", "et", "en", "of", "the", "on"})
_WORD = re.compile(r"[^\W\d_]+")
PARTICLES = frozenset({"le", "la", "de", "du", "des", "el", "al", "ben", "van", "von", "da", "di"})
_DOUBT = re.compile(r"^[\s?]+|\s*[(\[]?\s*\?[\s?]*[)\]]?\s*$")


def is_role(text: str) -> bool:
    """Whether it says nothing but what somebody is: `sage-femme coordinatrice`, `Interne`."""
    plain = plain_letters(text)
    return bool(_ALONE.fullmatch(plain)) and _is_cased(text)


def role_behind(text: str) -> tuple[str, str]:
    """`Léa Morvan, sage-femme` → `Léa Morvan`, `sage-femme`; the whole and nothing where none is.

    Behind a single word it must look like no name: `Morvan IBODE`, but `Paul Cadre`.
    """
    found = _BEHIND.fullmatch(plain_letters(text))
    if found is None:
        return text, ""
    name, role = text[: found.end("name")], text[found.start("role") : found.end("role")]
    words = _WORD.findall(name)
    looks_like_name = role[0].isupper() and role != role.upper()
    is_plain = found["stroke"].isspace() and len(name.split()) == 1
    if not words or plain_letters(words[-1]) in PARTICLES or not _is_cased(role):
        return text, ""
    return (text, "") if is_plain and looks_like_name else (name, role)


def role_before(text: str) -> tuple[str, str]:
    """`IDE Léa Morvan` → `Léa Morvan`, `IDE`; of `Cadre de Cardiologie` nobody is the name."""
    found = _BEFORE.fullmatch(plain_letters(text))
    if found is None:
        return text, ""
    name, role = text[found.start("name") :], text[: found.end("role")]
    said = _WORD.findall(plain_letters(role))
    if not name[0].isupper() or said[-1] in _SMALL or not _is_cased(role):
        return text, ""
    return name, role


def begins_with_role(text: str) -> bool:
    found = re.match(_PHRASE, plain_letters(text))
    return found is not None and _is_cased(text[: found.end()])


def _is_cased(role: str) -> bool:
    words = _WORD.findall(role)
    return not any(w != w.upper() and w != w.lower() and w.lower() in _CASED for w in words)


def without_doubt(text: str) -> str:
    """`A-L Morvan ???` → `A-L Morvan`: a list says with a question mark that it is not sure."""
    return _DOUBT.sub("", text)


def is_doubted(text: str) -> bool:
    plain = without_doubt(text)
    return plain != text and any(map(str.isalpha, plain))


def plain_letters(text: str) -> str:
    """Without accents and capitals, letter for letter: places in it are places in the text."""
    return "".join(unicodedata.normalize("NFD", each)[0].lower()[0] for each in text)
