"""Remarks that speak of the list itself and of no program: they belong on no sheet."""

from __future__ import annotations

import re

from referent_desk.domain.texts import folded

_BETWEEN = re.compile(r"[;,?!.()\n]|\s[-–—/]\s")
_OF_LIST = re.compile(
    r"(?:en )?doublons?(?: (?:avec|de|du)\b.*)?|duplicate(?: of .*)?"
    r"|(?:(?:voir|cf|idem|id|comme|same as|see)(?: a)?(?: la)?|meme chose que(?: la)?) "
    r"(?:lignes?|l|rows?|lines?) ?\d+"
    r"|voir (?:ci-dessus|plus haut|au-dessus)"
    r"|a (?:supprimer|enlever|retirer|fusionner|verifier|completer|revoir)(?: de la liste)?"
    r"|to (?:delete|remove|check|merge)"
    r"|(?:le |c'est le )?meme (?:logiciel|programme|application|appli|outil)(?: que .*)?"
    r"|autre (?:icone|raccourci|lien)|same (?:software|program)|other icon"
    r"|deja (?:cite|liste|note|saisi)e?"
)


def speaks_of_list(remark: str) -> bool:
    """`doublon ? voir ligne 5`, `même logiciel, autre icône`; not where it says more than that."""
    said = folded(remark).replace("’", "'").replace("cf.", "cf")
    parts = [part.strip() for part in _BETWEEN.split(said)]
    parts = [part for part in parts if part]
    is_only_marks = not parts and "?" in remark
    return is_only_marks or (bool(parts) and all(map(_OF_LIST.fullmatch, parts)))
