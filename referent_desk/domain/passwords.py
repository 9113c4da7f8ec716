"""Whether a remark holds a password: paper never does, though it may say how to change one."""

from __future__ import annotations

import re

from referent_desk.domain.texts import folded

_NAMED = re.compile(r"\b(?:mots? de passe|mdp|passwords?|pwd|passcodes?)\b")
_WORD = re.compile(r"[^\s,;.?!()’']+")
_MIXED = re.compile(r"(?=.*\d)(?=.*[a-z]).{6,}")
_DAYS = re.compile(r"\d{1,3}(?:j|jours?|mois|days?)?")
_ORDINARY = frozenset(
    folded(
        "à a au aux le la les l un une du de des d en par pour et ou si que qui sur chez avec sans "
        "changer change modifier renouveler renouvelé changement expire expirer expiration oublié "
        "oubli perdu bloqué personnel individuel propre unique même commun windows session réseau "
        "voir demander appeler contacter référent référente dsi informatique hotline support cadre "
        "service éditeur tous ts toutes chaque j jour jours mois semaines semaine ans an avant "
        "après fois erreurs essais connexion obligatoire régulièrement the to be every day days "
        "month months expires expired forgotten lost call ask it department own change changed "
        "after before from for of is"
    ).split()
)
"""Words that are nobody's password, beside which the rest of a remark would be one."""


def may_hold_password(text: str) -> bool:
    """Where a password is named: unless all that is said of it are ordinary words."""
    plain = folded(text)
    named = _NAMED.search(plain)
    if named is None:
        return False
    before = _WORD.findall(plain[: named.start()])
    after = _WORD.findall(_NAMED.sub(" ", plain[named.end() :]))
    return any(map(_MIXED.fullmatch, before)) or not all(map(_is_ordinary, after))


def _is_ordinary(word: str) -> bool:
    return word in _ORDINARY or bool(_DAYS.fullmatch(word))
