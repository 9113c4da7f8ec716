"""Whom one reaches, as people write it: `Cadre de santé`, `téléphone du cadre de santé`."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from referent_desk.domain.directory import DirectoryEntry, Purpose
from referent_desk.domain.post_names import POST_NAMES
from referent_desk.domain.texts import folded

_WORD = re.compile(r"[^\W_]+")
_ARTICLES = frozenset(folded("le la les l un une du de des d au aux a the an of s").split())
_TELEPHONE = frozenset(folded("téléphone tél numéro num no phone number").split())
_SPELLED_OUT = {"labo": "laboratoire", "lab": "laboratory", "radiologie": "imagerie",
                "radio": "imagerie", "pharma": "pharmacie", "info": "informatique",
                "gestionnaire": "gestion", "entree": "admission",
                "nephro": "nephrologie", "cardio": "cardiologie",
                "pneumo": "pneumologie", "neuro": "neurologie", "dermato": "dermatologie",
                "gyneco": "gynecologie", "rhumato": "rhumatologie", "uro": "urologie",
                "traumato": "traumatologie", "ophtalmo": "ophtalmologie",
                "rea": "reanimation", "anesth": "anesthesie", "op": "operatoire",
                "onco": "oncologie", "avi": "astreinte"}  # fmt: skip
_PARTLY = frozenset(
    folded(
        "biologie biochimie hématologie hémato hémostase médicale médical central centrale "
        "principal principale service poste accueil bureau régulation secrétariat pui jour unité "
        "ucpc upc urc ucp préparation"
    ).split()
)
"""Words that say which part of a post, or of whom it is part, and make no other post of it."""
_LIMITED = frozenset(folded("garde astreinte nuit we week weekend férié on call night").split())
_ON_CALL = frozenset({"garde", "astreinte"})
_ON_DUTY = {"manip": "imagerie", "manipulateur": "imagerie", "biologiste": "laboratoire",
            "pharmacien": "pharmacie"}  # fmt: skip
"""Whom a post has on duty when it is closed."""
_INTERNS = frozenset({"interne", "intern"})
"""On duty for the post that is named beside them."""
_SPECIALISTS = {"anesthesiste": "anesthesie", "reanimateur": "reanimation",
                "chirurgien": "chirurgie", "pediatre": "pediatrie", "psychiatre": "psychiatrie",
                "obstetricien": "obstetrique"}  # fmt: skip
"""Besides those in -logue. On duty they are called by what they are, or by what they do; the one
who is not on duty is not reached where the ward is. Imaging has two of them, who differ."""
_ROOM = frozenset({"bureau", "office"})
_SPARE = frozenset(folded("secour emergency backup").split())
_ASIDE = re.compile(r"\([^()]*\)")
_BESIDE = re.compile(r"[()\[\],;:\n]|\s[-–—/]\s")
_SUPERIOR = frozenset(folded("supérieur supérieure sup senior").split())
_DESK = frozenset(folded("secrétariat secrétaire assistante assistant secretary").split())
"""They answer for somebody, and are not that person."""


@lru_cache(maxsize=2048)
def post_words(name: str) -> frozenset[str]:
    """Equal for one post however it is written: order, articles, plural, `téléphone de …`."""
    words = (
        word.rstrip("sx") or word
        for word in _WORD.findall(folded(name))
        if word not in _ARTICLES and word not in _TELEPHONE
    )
    spelled = frozenset(_SPELLED_OUT.get(word, word) for word in words)
    if not spelled.isdisjoint(_ON_CALL):
        spelled = frozenset(map(_speciality, spelled))
    rest = spelled - _ROOM
    return rest if rest and rest not in _RANKS else spelled


def _speciality(word: str) -> str:
    is_named = word.endswith("ologue") and word != "radiologue"
    return f"{word[:-2]}ie" if is_named else _SPECIALISTS.get(word, word)


@lru_cache(maxsize=2048)
def post_spellings(label: str) -> tuple[frozenset[str], ...]:
    """What a line of a directory may be asked for as, what fits best first.

    `Laboratoire (biochimie)`: all of it, what stands before the brackets, that without what only
    says which part, at last what stands inside. What is reached at night alone is no other's, but
    who is on duty: `Cadre de garde (nuit)`.
    """
    parts = _parts(label)
    if not parts:
        return ()
    found = [post_words(label)]
    head, beside = post_words(parts[0]), [post_words(part) for part in parts[1:]]
    if not any(words & _LIMITED for words in beside):
        found += [head, head - _PARTLY, *beside]
    elif head & _LIMITED and head - _LIMITED:
        found.append(head)
    found += _both_on_duty(label)
    return tuple(dict.fromkeys(filter(None, found)))


def _both_on_duty(label: str) -> list[frozenset[str]]:
    """`Cadre de garde / administrateur` is the administrator on duty too."""
    parts = [post_words(part) for part in _ASIDE.sub(" ", label).split("/")]
    duty = frozenset().union(*parts) & _ON_CALL
    if len(parts) == 1 or not duty or any(words <= _LIMITED for words in parts):
        return []
    return [words if words & _LIMITED else words | duty for words in parts]


@lru_cache(maxsize=2048)
def post_served(label: str) -> frozenset[str]:
    """The post for which a line answers, at whatever hours: the laboratory of `Labo garde`."""
    parts = _parts(label)
    words = post_words(parts[0]) if parts else frozenset()
    if words & _LIMITED:
        words = frozenset(_ON_DUTY.get(word, word) for word in words - _LIMITED)
        words = words - _INTERNS or words
    return words - _PARTLY or words


def is_limited(name: str) -> bool:
    return not _LIMITED.isdisjoint(post_words(name))


def is_on_call_alone(name: str) -> bool:
    """Whether it says that somebody is on duty, and not who."""
    words = post_words(name)
    return bool(words) and words <= _LIMITED


def is_spare(name: str) -> bool:
    """Whether it is the one that answers when the usual one is dead: `Standard de secours`."""
    return not _SPARE.isdisjoint(post_words(name))


def is_desk(label: str) -> bool:
    """Whether it is answered by somebody else for those whom it names."""
    return not _DESK.isdisjoint(post_words(label))


def _parts(label: str) -> list[str]:
    return [part.strip() for part in _BESIDE.split(label) if part.strip()]


@lru_cache(maxsize=2048)
def is_telephone(name: str) -> bool:
    """Whether a local value of that name is a number to call, and not a place or an hour."""
    return not _TELEPHONE.isdisjoint(_WORD.findall(folded(name)))


_RANKS: dict[frozenset[str], tuple[Purpose, int]] = {}
for _purpose, _spelled in POST_NAMES.items():
    for _rank, _name in enumerate(_spelled):
        _RANKS.setdefault(post_words(_name), (_purpose, _rank))


_HELD: Mapping[frozenset[str], Purpose] = {
    post_words("astreinte informatique"): Purpose.IT_ON_CALL,
    post_words("astreinte DSI"): Purpose.IT_ON_CALL,
    post_words("astreinte administrative"): Purpose.ADMINISTRATOR_ON_DUTY,
    post_words("directeur de garde"): Purpose.ADMINISTRATOR_ON_DUTY,
}
"""There is one of these, whatever else is said of it."""
_WHOLE, _BEFORE, _HOLDING, _BESIDE_NAME = range(4)
_NO_FIT = len(_RANKS) * 4


def purpose_named(name: str) -> Purpose:
    """Whom the program itself would name so; NONE for any other post."""
    return _RANKS.get(post_words(name), (Purpose.NONE, 0))[0]


def is_named_by_purpose(entry: DirectoryEntry) -> bool:
    """`Médecin de garde`, as the program itself calls them: another name for the line loses
    nothing."""
    return entry.purpose is not Purpose.NONE and purpose_named(entry.label) is entry.purpose


def manages_ward(role: str) -> bool:
    return purpose_named(role) is Purpose.WARD_MANAGER


def manages_managers(role: str) -> bool:
    """`Cadre supérieur de santé`: called as the ward's manager where it has no other."""
    words = post_words(role)
    rest = _RANKS.get(words - _SUPERIOR, (Purpose.NONE, 0))
    return bool(words & _SUPERIOR) and rest[0] is Purpose.WARD_MANAGER


def purpose_told(label: str) -> Purpose:
    """Whom a line of a directory reaches, where it says so: `Mme Lefort (cadre de santé)` too."""
    return _best(label)[0]


def fit_of(label: str) -> int:
    """How well a label says its purpose: less is better."""
    return _best(label)[1]


def is_beside_a_name(label: str) -> bool:
    """Whether what they are stands beside who they are: there may be several of these."""
    return _best(label)[1] % 4 == _BESIDE_NAME


@lru_cache(maxsize=2048)
def _best(label: str) -> tuple[Purpose, int]:
    parts = _parts(label)
    if not parts:
        return Purpose.NONE, _NO_FIT
    head = post_words(parts[0])
    beside = () if head & _DESK else tuple(map(post_words, parts[1:]))
    on_duty = ((_BEFORE, words) for words in _both_on_duty(label))
    by_name = ((_BESIDE_NAME, words) for words in beside)
    said = ((_WHOLE, post_words(label)), (_BEFORE, head), *on_duty, *by_name)
    found = [
        (_RANKS[words][0], _RANKS[words][1] * 4 + place) for place, words in said if words in _RANKS
    ]
    found += [
        (purpose, _HOLDING)
        for held, purpose in _HELD.items()
        if any(held <= words for _place, words in said)
    ]
    return min(found, key=lambda each: each[1], default=(Purpose.NONE, _NO_FIT))
