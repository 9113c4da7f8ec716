"""Whom one reaches, as people write it: `Cadre de santé`, `téléphone du cadre de santé`."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from referent_desk.domain.directory import Purpose
from referent_desk.domain.texts import folded

_WORD = re.compile(r"[^\W_]+")
_ARTICLES = frozenset(folded("le la les l un une du de des d au aux a the an of s").split())
_TELEPHONE = frozenset(folded("téléphone tél numéro num no phone number").split())

_NAMES: Mapping[Purpose, tuple[str, ...]] = {
    Purpose.WARD_MANAGER: (
        "cadre de santé",
        "cadre du service",
        "cadre de santé du service",
        "cadre",
        "ward manager",
        "manager of the department",
    ),
    Purpose.PHYSICIAN: (
        "médecin de garde",
        "médecin du service",
        "médecin",
        "interne de garde",
        "duty physician",
        "physician on duty",
        "physician",
    ),
    Purpose.ADMINISTRATOR_ON_DUTY: (
        "directeur de garde",
        "administrateur de garde",
        "duty administrator",
        "administrator on duty",
    ),
    Purpose.IT_ON_CALL: (
        "astreinte informatique",
        "DSI astreinte",
        "service informatique d’astreinte",
        "IT on call",
        "IT department on call",
        "hotline DSI",
        "hotline informatique",
        "assistance informatique",
        "support informatique",
        "service informatique",
        "informatique",
        "DSI",
        "IT department",
    ),
    Purpose.SWITCHBOARD: (
        "standard de secours",
        "standard téléphonique",
        "standard",
        "emergency switchboard",
        "switchboard",
    ),
}
"""In both languages, for a home may hold numbers in either; what fits best stands first."""


@lru_cache(maxsize=2048)
def post_words(name: str) -> frozenset[str]:
    """Equal for one post however it is written: order, articles, plural, `téléphone de …`."""
    words = _WORD.findall(folded(name))
    return frozenset(
        word.rstrip("sx") or word
        for word in words
        if word not in _ARTICLES and word not in _TELEPHONE
    )


def is_telephone(name: str) -> bool:
    """Whether a local value of that name is a number to call, and not a place or an hour."""
    return not _TELEPHONE.isdisjoint(_WORD.findall(folded(name)))


_RANKS: Mapping[frozenset[str], tuple[Purpose, int]] = {
    post_words(name): (purpose, rank)
    for purpose, names in _NAMES.items()
    for rank, name in enumerate(names)
}


def purpose_named(name: str) -> Purpose:
    """Whom the program itself would name so; NONE for any other post."""
    return _RANKS.get(post_words(name), (Purpose.NONE, 0))[0]


def fit_of(name: str) -> int:
    """How well a name of a purpose says it: less is better."""
    return _RANKS.get(post_words(name), (Purpose.NONE, len(_RANKS)))[1]
