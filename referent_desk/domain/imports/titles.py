"""The ward whose list it is, as a line above the list names it: `Service : Cardiologie – …`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from referent_desk.domain.imports.roles import plain_letters as _plain
from referent_desk.domain.texts import clean_line

_LONGEST = 120
_MOST_WORDS = 6
_BETWEEN = re.compile(r"\s+[–—-]\s+|\s*[|;()]\s*|,\s")
_LABEL = re.compile(
    r"(?:nom du )?(?:service|unite|uf|departement|ward|department|unit)(?: de soins)?\s*[:=]\s*"
)
_YEAR = re.compile(r"\s+(?:en )?(?:19|20)\d\d(?:[/-]\d+)?$")
_SMALL = r"(?:des|du|de|les|la|le|et|en|aux?|dans|par|pour|of|the|in|for)(?!\w)|[dl]['’]"
_LIST = (
    r"listes?|listing|inventaire|recapitulatif|recensement|annuaires?|repertoire|numeros?|telephones?|"
    r"telephoniques?|contacts?|logiciels?|applications?|programmes?|outils?|informatiques?|"
    r"metiers?|personnels?|utiles?|internes?|utilises?|list|software|directory|numbers|used|staff|"
    r"team|equipes?(?! (?:mobile|operationnelle))"
)
_ABOUT_LIST = re.compile(rf"(?:(?:{_LIST})(?!\w)|{_SMALL}|\s)+")
_NAMES_LIST = re.compile(rf"\b(?:{_LIST})\b")
_IS_LIST = re.compile(r"\b(?:list|logiciel|application|annuaire|numero|telephon|contact|software)")
_SERVICE = re.compile(rf"(?:service|departement|ward|department)\s+(?:(?:{_SMALL})\s*)*")
_NO_WARD = re.compile(
    r"(?:pole|ght|chu?|chr|centre|clinique|groupement|groupe|hopital|hopitaux|etablissement|"
    r"maj|mise?|version|date|page|feuille|fichier|document|edite|imprime|redige|auteur|"
    r"responsable|cadre|export|extraction|extrait|direction|dsi|cartographie|parc|confidentiel|"
    r"annexe|reference|ref|projet|brouillon|copie|import|services?|unite|hospital|updated|ward|"
    r"a jour|actualise|valable|janv\w*|fevr\w*|mars|avril|juin|juil\w*|aout|septembre|octobre|"
    r"novembre|decembre|department|etages?|tableau|feuil\d*|sheet\d*|importants?|urgence|mes|nos)"
    r"(?!\w)(?! de soins \w)"
)
_ESTABLISHMENT = re.compile(
    r"(?:chr?u?|ghu?|centre hospitalier|groupe hospitalier|(?:poly)?clinique|"
    r"hopital(?! de (?:jour|semaine|nuit))|hopitaux|ehpad|hospital)\s+\w"
)
_OF_FILE = re.compile(
    rf"\b(?:{_LIST}|applis?|soft|tableau|fichier|export|extraction|copie|def|definitif|final|finale|"
    r"maj|version|v\d+|new|nouveau|nouvelle|vf|classeur|glpi|mercator|excel|tel|tels|degrade|pannes?|"
    r"(?:19|20)\d\d(?:-\d\d)*|\d{1,8}|janv\w*|fevr\w*|mars|avril|mai|juin|juil\w*|aout|sept\w*|"
    r"oct\w*|nov\w*|dec\w*)\b"
)
_DATED = re.compile(r"\b(?:au|le|du|as of) \d{1,2}(?:er|st|nd|rd|th)?\b")
_LOWERED = frozenset({"de", "du", "des", "la", "le", "les", "et", "en", "au", "aux", "jour",
                      "nuit", "the", "of", "and"})  # fmt: skip


def ward_named(rows: Iterable[Sequence[str]]) -> str:
    """Rows are the cells above the titles; the plainest wording in any of them wins."""
    lines = [line for row in rows for line in _lines(row)]
    for told in (_labelled, _of_service, _beside_list, _beside_establishment):
        found = next(filter(None, map(told, lines)), "")
        if found:
            return _as_written(found)
    is_alone = len(lines) == 1 and _is_name(lines[0])
    return _as_written(lines[0]) if is_alone else ""


def establishment_named(rows: Iterable[Sequence[str]]) -> str:
    """As it is written there; empty where no line names one."""
    parts = (part for row in rows for line in _lines(row) for part in _parts(line))
    named = (part for part in parts if _ESTABLISHMENT.match(_plain(part)))
    return next((name for name in named if len(name.split()) <= _MOST_WORDS), "")


def ward_of_file(name: str) -> str:
    """`SSR geriatrique applis et annuaire`: what a file says besides that it is a list."""
    text = clean_line(re.sub(r"[_.\s]+|(?<=\s)-|-(?=\s)", " ", name))
    plain = _plain(text)
    if len(text) > _LONGEST or not _OF_FILE.search(plain):
        return ""
    if named := _of_service(text):
        return _as_written(" ".join(w for w in named.split() if not _OF_FILE.fullmatch(_plain(w))))
    kept = [word for word in text.split() if not _OF_FILE.fullmatch(_plain(word).strip("()[]-–"))]
    while kept and re.fullmatch(_SMALL, _plain(kept[-1])):
        kept.pop()
    while kept and re.fullmatch(_SMALL, _plain(kept[0])):
        kept.pop(0)
    found = _name_in([" ".join(kept)])
    return _as_written(found) if found else ""


def _lines(row: Sequence[str]) -> list[str]:
    """A label and the cell beside it are one line; headings of several columns are none."""
    cells = list(dict.fromkeys(clean_line(text) for text in row if text))
    if len(cells) > 1 and cells[0].endswith((":", "=")):
        cells = [" ".join(cells[:2])]
    return [cell for cell in cells if len(cell) <= _LONGEST] if len(cells) == 1 else []


def _labelled(line: str) -> str:
    found = _LABEL.match(_plain(line))
    return _name_in(_parts(line[found.end() :])) if found else ""


def _of_service(line: str) -> str:
    """`Liste des logiciels du service de cardiologie`."""
    names = []
    for part in _parts(line):
        rest = _after(_ABOUT_LIST, part)
        named = _after(_SERVICE, rest)
        if named != rest:
            names.append(named)
    return _name_in(names)


def _beside_list(line: str) -> str:
    """What stands in a line that says that it heads a list, besides that."""
    if not _NAMES_LIST.search(_plain(line)):
        return ""
    return _name_in(_after(_ABOUT_LIST, part) for part in _parts(line))


def _beside_establishment(line: str) -> str:
    """`Maternité – Hôpital de la Baie – équipe au 1er octobre 2026`."""
    parts = _parts(line)
    others = [part for part in parts if not _ESTABLISHMENT.match(_plain(part))]
    named = [name for part in others if (name := _name_in([part]))]
    return named[0] if len(others) < len(parts) and len(named) == 1 else ""


def _name_in(texts: Iterable[str]) -> str:
    names = (_YEAR.sub("", text).strip(" .:-–—") for text in texts)
    return next(filter(_is_name, names), "")


def _parts(line: str) -> list[str]:
    return [part.strip() for part in _BETWEEN.split(line) if part.strip()]


def _is_name(text: str) -> bool:
    plain = _plain(text)
    words = re.findall(r"\w+", plain)
    is_short = 0 < len(words) <= _MOST_WORDS and not re.search(r"[,;:?!/@]|\d{4}", text)
    is_other = _NO_WARD.match(plain) or _IS_LIST.search(plain) or _DATED.search(plain)
    return is_short and plain[0].isalpha() and not is_other


def _after(pattern: re.Pattern[str], text: str) -> str:
    found = pattern.match(_plain(text))
    return text[found.end() :] if found else text


def _as_written(name: str) -> str:
    """`GASTRO-ENTÉROLOGIE` is no short name, `SSR` is."""
    if name == name.upper():
        words = (w.lower() if len(w) > 4 or w.lower() in _LOWERED else w for w in name.split())
        name = " ".join(words)
    return name[0].upper() + name[1:]
