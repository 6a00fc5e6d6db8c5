"""What friends type on a phone in French is what is booked, or is asked about."""

from __future__ import annotations

import pytest

from tests.handlers.grammar.meanings import meaning

PEOPLE = "Chloé Lucas Élodie Hugo"
"""The first of them writes."""


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("/split 20 pizza avec lucas et elodie", "20 pizza: Chloé 6.67 Lucas 6.67 Élodie 6.66"),
        ("/split 45 taxi payé par hugo", "Hugo paid 45 taxi: all"),
        ("/split lucas a payé 60 de bières", "Lucas paid 60 de bières: all"),
        (
            "/split 80 courses tout le monde sauf hugo",
            "80 courses: Chloé 26.67 Lucas 26.67 Élodie 26.66",
        ),
        ("/split 50 resto moitié moitié avec lucas", "50 resto: Chloé 25 Lucas 25"),
        (
            "/split 15 chacun places de ciné avec lucas et hugo",
            "45 places de ciné: Chloé 15 Lucas 15 Hugo 15",
        ),
        ("/split 100 cadeau lucas 40% elodie 60%", "100 cadeau: Lucas 40 Élodie 60"),
        ("/split 60 essence j'ai payé 40 et lucas 20", "Chloé 40 Lucas 20 paid 60 essence: all"),
        ("/split lucas m'a remboursé 20", "? /settle @Lucas me 20"),
        ("/pay j'ai rendu 35 à hugo", "Chloé → Hugo 35"),
        ("/refund 30 caution avec hugo", "back: 30 caution: Chloé 15 Hugo 15"),
        ("/split 24,50 ciné hier avec élodie", "24.50 ciné on 19: Chloé 12.25 Élodie 12.25"),
        ("/split 30 euros pizza vendredi dernier", "30 EUR pizza on 16: all"),
        ("/split 20 pizza le 14", "20 pizza on 14: all"),
        ("/split 5 mille location de vacances pour tous", "5000 location de vacances: all"),
        ("/every mois le 1er 600 loyer avec lucas", "each month on 1: 600 loyer: Lucas"),
        ("/remind à lucas", "remind Lucas"),
        ("/edit 1 sans lucas", "-Lucas"),
        ("/edit 1 c'est hugo qui a payé", "Hugo paid"),
        ("/split 12 glaces que pour lucas", "12 glaces: Lucas 12"),
        ("/split 33 péage sans moi", "33 péage: Lucas 11 Élodie 11 Hugo 11"),
        ("/split hugo me doit 25 pour le bus", "25 le bus: Hugo 25"),
        ("/split 12€50 boulangerie ce matin", "12.50 EUR boulangerie: all"),
        ("/split 30 kebab lucas et moi", "30 kebab: Chloé 15 Lucas 15"),
        ("/split lucas a mis 30 et hugo 20 courses 50", "Lucas 30 Hugo 20 paid 50 courses: all"),
        ("/split 90 hôtel hugo compte double", "90 hôtel: Chloé 30 Hugo 60"),
        ("/split avant-hier taxi 24 avec élodie", "24 taxi on 18: Chloé 12 Élodie 12"),
        ("/split je dois 15 à hugo", "Hugo paid 15: Chloé 15"),
        ("/split 40 apéro, hugo ne paie pas", "40 apéro: Chloé 13.34 Lucas 13.33 Élodie 13.33"),
        ("/split 48 électricité divisé par 4", "48 électricité divisé par 4 for 4: all"),
        ("/split 20 pizza le 14 avec lucas", "20 pizza on 14: Chloé 10 Lucas 10"),
        ("/split 5k loyer", "5000 loyer: all"),
        ("/pay lucas m'a fait un virement de 20", "Lucas → Chloé 20"),
        ("/split c'est moi qui ai payé 36 ciné", "36 ciné: all"),
        ("/split métro 8,40 lundi avec lucas", "8.40 métro on 19: Chloé 4.20 Lucas 4.20"),
        (
            "/split 70 resto (lucas a payé) sans hugo",
            "Lucas paid 70 resto: Chloé 23.34 Lucas 23.33 Élodie 23.33",
        ),
        ("/split 27 bières pour tous sauf élodie", "27 bières: Chloé 9 Lucas 9 Hugo 9"),
        ("/split lucas 12 moi 8 petit dej", "20 petit dej: Chloé 8 Lucas 12"),
        ("/pay élodie m'a viré 15", "Élodie → Chloé 15"),
        ("/refund on m'a remboursé 60 du vol", "back: 60 du vol: all"),
        ("/edit 1 c'était 95", "95"),
        ("/edit 1 ajoute hugo", "+Hugo"),
        ("/split 20 pizza le 14 février", "20 pizza on 14: all"),
        (
            "/split 45 essence lucas et moi on partage",
            "45 essence on partage: Chloé 22.50 Lucas 22.50",
        ),
        ("/split faut que je rende 12 à hugo", "Hugo paid 12: Chloé 12"),
        ("/split 60 dollars hôtel avec hugo", "60 USD hôtel: Chloé 30 Hugo 30"),
        ("/split 21 kebab moi, lucas et hugo", "21 kebab: Chloé 7 Lucas 7 Hugo 7"),
        ("/split 30 parking sans moi ni lucas", "30 parking: Élodie 15 Hugo 15"),
        ("/every vendredi 20 ménage avec lucas", "each week on (4,): 20 ménage: Lucas"),
    ],
)
def test_is_read_as_meant(typed: str, meant: str) -> None:
    assert meaning("fr", PEOPLE, typed) == meant
