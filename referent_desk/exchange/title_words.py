"""A title in a person's own words: `référent(e) du service`, `support / hotline`, `Réf. 2`.

Only words that say nothing are left out of it; one that may turn its sense leaves it unknown.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache

from referent_desk.domain.imports.kinds import Field, ImportKind
from referent_desk.domain.texts import folded
from referent_desk.exchange.column_titles import BARE_NAMES, TITLES, title_key


def _words(told: str) -> frozenset[str]:
    return frozenset(told.split())


_ENDING = re.compile(r"(?<=\w)(?:\((?:e|s|es|ne|trice)\)|[·•](?:e|ne|trice)\b|\.e\b)(?:[·•.]?s\b)?")
"""Of a word that is written for men and women, for one and for several."""
_BRACKETS = re.compile(r"\(([^()]*)\)")
_EITHER = re.compile(r"\s*/\s*|\s+(?:ou|or)\s+")
_SMALL = _words("a au aux chez d dans de des du en et l la le les nos notre nous un une the of our")
_LAST_NAMES, _FIRST_NAMES = _words("nom noms"), _words("prenom prenoms")
_NAME_WORDS = _LAST_NAMES | _FIRST_NAMES
_FIRST = _words("1 1er 1ere premier premiere principal principale titulaire")
_SECOND = _words("2 n2 2e 2eme 2nd 2nde second seconde deuxieme")
_OURS = _words("service ward equipe actuel actuelle")
_PROGRAM = _words("logiciel application outil")
_NUMBER_WORDS = _words("n no numero tel telephone contact")
_FOR = _words("chez dans en pour")
_TURNING = _words(
    "nuit nuits we week jour garde astreinte soir ferie perso personnel personnelle prive privee "
    "domicile portable mobile mail mails email courriel adresse date depuis jusqu debut fin cas "
    "ancien ancienne anciens precedent futur prevu prevue absence conge formation nb nombre code "
    "contrat dsi informatique informatiques chu ch ght"
)
_OF_OTHERS = _words(
    "technique techniques metier editeur fournisseur projet qualite hygiene biomed biomedical "
    "achat achats securite produit client national regional technical vendor project quality"
)
_PEOPLE = frozenset({Field.REFERENT, Field.DEPUTY})
_NAMED = frozenset({*_PEOPLE, Field.SOFTWARE, Field.VENDOR, Field.WARD_MANAGER, Field.HEAD})
_OF_PROGRAMS = frozenset({ImportKind.SOFTWARE, ImportKind.DEPLOYMENTS})
_AT_NIGHT = (
    r"nuits?|(?:hors|en dehors)(?: des?| d)? (?:horaires?|heures?|jours?)(?: (?:ouvr\w+|normale?s|"
    r"normaux|habituel(?:le)?s|(?:d |d[eu] |des )?(?:ouverture|service|bureau)))?|gardes?|"
    r"astreintes?|nights?|out of hours|outside (?:\w+ )?hours|after hours|on call"
)
_FREE = r"we|week ?ends?|(?:jours? )?feries?|bank holidays?"
_BEFORE_NIGHT = r"(?:(?:n|no|numero|tel|telephone|contact|qui appeler|appeler|phone|number) )?"
_OF_THE_NIGHT = re.compile(
    rf"(?=.*\b(?:{_AT_NIGHT})\b){_BEFORE_NIGHT}(?:(?:{_AT_NIGHT}|{_FREE}|de|d|des|la|le|les|en|et|ou|"
    r"and|or|at|pour|the)(?: |$))+"
)
"""Whom to call when the others are gone."""
_BY_NIGHT = {ImportKind.DIRECTORY: re.compile(""), ImportKind.STAFF: re.compile("nuit|night")}
"""Kinds of lists that say it: a column of staff headed `Garde` may say whose turn it is."""
_TELEPHONES = frozenset({Field.TELEPHONE, Field.NUMBER})
_MOST_WORDS = 9
_PHRASE = 3
"""So many words are a sentence, which says the same whatever follows."""


@lru_cache(maxsize=20_000)
def told_field(kind: ImportKind, text: str) -> Field | None:
    """The field that a title means which no list of titles has; None where it may be another."""
    plain = _without_brackets(kind, _ENDING.sub("", folded(text)))
    title = re.sub(r"[^0-9a-z]+", " ", plain)
    if kind in _BY_NIGHT and _BY_NIGHT[kind].search(title) and _OF_THE_NIGHT.fullmatch(title):
        return Field.NIGHT
    told = {_told(kind, part) for part in _EITHER.split(plain) if title_key(part)}
    if len(told & _TELEPHONES) == 1 and Field.DECT in told:  # one number, carried about or not
        told.remove(Field.DECT)
    return next(iter(told)) if len(told) == 1 else None


@lru_cache(maxsize=20_000)
def heads_two(kind: ImportKind, text: str) -> bool:
    """`Référent / suppléant`, though `référent suppléant` is one field."""
    fields = {TITLES[kind].get(title_key(part)) for part in _EITHER.split(folded(text))}
    return len(fields) > 1 and None not in fields


def _without_brackets(kind: ImportKind, plain: str) -> str:
    """What explains a title is left out; what may be another field or turn it stays."""
    for inner in _BRACKETS.findall(plain):
        words = title_key(inner).split()
        if _known(kind, words) or not _TURNING.isdisjoint(words) or not _SECOND.isdisjoint(words):
            return plain
    return _BRACKETS.sub(" ", plain)


def _known(kind: ImportKind, words: Iterable[str]) -> bool:
    return any(word in TITLES[kind] for word in words)


def _told(kind: ImportKind, plain: str) -> Field | None:
    words = title_key(re.sub(r"\bn[°o]?\s*(?=[12]\b)", "", plain)).split()
    if not 0 < len(words) <= _MOST_WORDS:
        return None
    if words[0] == "ref" and len(words) > 1:
        words[0] = "referent"
    known = TITLES[kind].get(" ".join(words))
    is_half = not _FIRST_NAMES.isdisjoint(words) and _LAST_NAMES.isdisjoint(words)
    if known or is_half:  # a first name alone is nobody's name
        return known
    return _besides_idle(kind, [word for word in words if word not in _SMALL]) or _beginning(
        kind, words
    )


def _besides_idle(kind: ImportKind, words: list[str]) -> Field | None:
    """The longest title within it, if nothing else stands there that says something."""
    titles = _without_small(kind)
    spans = [(b, e) for b in range(len(words)) for e in range(len(words), b, -1)]
    for begin, end in sorted(spans, key=lambda span: span[0] - span[1]):
        field = titles.get(" ".join(words[begin:end]))
        if (
            field
            and set(words[:begin]) <= _before(field)
            and set(words[end:]) <= _after(kind, field)
        ):
            second = not _SECOND.isdisjoint(words[:begin] + words[end:])
            return Field.DEPUTY if second else field
    return None


def _before(field: Field) -> frozenset[str]:
    before = _NAME_WORDS if field in _NAMED else frozenset[str]()
    return before | (_FIRST if field in _PEOPLE else frozenset()) | _second(field)


def _after(kind: ImportKind, field: Field) -> frozenset[str]:
    after = _before(field)
    if kind is not ImportKind.STAFF or field is Field.ROLE:  # the ward's telephone is not theirs
        after |= _OURS
    if kind in _OF_PROGRAMS:
        after |= _PROGRAM
    return after | _NUMBER_WORDS if field is Field.SUPPORT_CONTACT else after


def _second(field: Field) -> frozenset[str]:
    return _SECOND if field is Field.REFERENT else frozenset()


def _beginning(kind: ImportKind, words: list[str]) -> Field | None:
    """`À quoi ça sert en maternité`, `référent pour la maternité`."""
    for end in range(len(words) - 1, 0, -1):
        field = TITLES[kind].get(" ".join(words[:end]))
        if field and (field in _PEOPLE or (field is Field.PURPOSE and end >= _PHRASE)):
            rest = words[end:]
            is_named = _is_ward(words, rest, field)
            is_for = (rest[0] in _FOR or is_named) and _TURNING.isdisjoint(rest)
            return field if is_for and not _known(kind, rest) else None
    return None


def _is_ward(words: list[str], rest: list[str], field: Field) -> bool:
    """`Référent réa`, in a ward's own list: whatever is not somebody else's referent."""
    is_whole = words[0].startswith("referent") and field is Field.REFERENT
    return is_whole and _OF_OTHERS.isdisjoint(rest)


@lru_cache(maxsize=len(ImportKind))
def _without_small(kind: ImportKind) -> Mapping[str, Field]:
    titles: dict[str, Field] = {}
    for title, field in TITLES[kind].items():
        bare = " ".join(word for word in title.split() if word not in _SMALL)
        if bare and bare not in BARE_NAMES:
            titles.setdefault(bare, field)
    return titles
