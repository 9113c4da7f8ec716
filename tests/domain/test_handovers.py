from __future__ import annotations

import pytest

from referent_desk.domain.handovers import looks_like_password


@pytest.mark.parametrize(
    "text",
    [
        *("mdp : toto", "MDP=toto", "password = x", "Mot de passe : soleil", "code pin: 1234"),
        *("Azerty12!", "Hopital2026", "Pc-07!salle", "au coffre, sinon Azerty12!"),
    ],
)
def test_a_password_is_known_when_one_sees_it(text: str) -> None:
    assert looks_like_password(text)


@pytest.mark.parametrize(
    "text",
    [
        *("", "Coffre du cadre, bureau 12", "KeePass, coffre-fort numérique du service"),
        *("Le mot de passe est dans l’enveloppe scellée", "pharma-cie@chu.example"),
        *("02 41 35 36 37", "//serveur/Partage/Acces2026", "https://coffre.chu.example/Acces"),
        *("C:\\Commun\\Acces2026", "enveloppe n° 12, coffre-fort (cadre de santé)"),
        "Mots de passe : demander au service informatique",
    ],
)
def test_a_place_is_no_password(text: str) -> None:
    assert not looks_like_password(text)
