"""Names and labels that people typed, put into the middle of a sentence.

French needs the article that a label leaves out: “Laboratoire” becomes “du laboratoire”; a label
that is not known to be of one gender stays in guillemets.
"""

from __future__ import annotations

from referent_desk.language import Language

_VOWELS = "aeiouyhâàéèêëîïôöûü"
_MASCULINE = frozenset(
    {
        *("accueil", "atelier", "bloc", "bureau", "centre", "coursier", "dépôt", "directeur"),
        *("laboratoire", "magasin", "médecin", "pharmacien", "plateau", "pôle", "poste"),
        *("samu", "secrétariat", "service", "standard", "transport"),
    }
)
_FEMININE = frozenset(
    {
        *("astreinte", "banque", "cuisine", "direction", "équipe", "hotline", "hygiène"),
        *("imagerie", "informatique", "lingerie", "maintenance", "maternité", "pharmacie"),
        *("radiologie", "réanimation", "régulation", "salle", "sécurité", "stérilisation"),
    }
)
_PLURAL = frozenset({"admissions", "archives", "pompiers", "soins", "urgences"})
_FEMININE_ENDINGS = ("ante", "euse", "ière", "trice", "ienne", "effe")
_MASCULINE_ENDINGS = ("ant", "ateur", "iteur", "ier", "icien")
_ENGLISH = frozenset(
    {
        *("admissions", "imaging", "kitchen", "laboratory", "maternity", "pharmacy", "radiology"),
        *("security", "store", "switchboard", "ward", "workshop"),
    }
)


def whose(label: str, language: Language) -> str:
    """`du laboratoire`, `de l’imagerie`, `« Poste 4 »`; `the laboratory’s`, `the “Desk 4”`."""
    first, separator, rest = label.partition(" ")
    word = first.rstrip(",").casefold()
    small = (first if first.isupper() else first[:1].lower() + first[1:]) + separator + rest
    if language.code != "fr":
        return f"the {small}’s" if word in _ENGLISH else f"the “{label}”"
    if word in _PLURAL:
        return f"des {small}"
    if word not in _MASCULINE | _FEMININE:
        return f"«\u00a0{label}\u00a0»"
    if word[0] in _VOWELS:
        return f"de l’{small}"
    return f"du {small}" if word in _MASCULINE else f"de la {small}"


def of_person(name: str, language: Language) -> str:
    """`de Nadia Perrin`, `d’Anne Le Goff`; the name alone in English."""
    if language.code != "fr":
        return name
    return f"d’{name}" if name[:1].casefold() in _VOWELS.replace("h", "") else f"de {name}"


def gender(post: str) -> str:
    """`f` or `m` where the French name of somebody's post tells it, else nothing."""
    word = post.split(" ", maxsplit=1)[0].rstrip(",").casefold()
    if word.endswith(_FEMININE_ENDINGS):
        return "f"
    return "m" if word.endswith(_MASCULINE_ENDINGS) else ""
