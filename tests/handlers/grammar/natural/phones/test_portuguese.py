"""What friends type on a phone in Brazilian Portuguese is what is booked, or is asked about."""

from __future__ import annotations

import pytest

from tests.handlers.grammar.meanings import meaning

PEOPLE = "Bia João Carlos Fernanda"
"""The first of them writes."""


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("/split 60 pizza com joao e carlos", "60 pizza: Bia 20 João 20 Carlos 20"),
        ("/split 45 uber quem pagou foi o carlos", "Carlos paid 45 uber: all"),
        ("/split carlos pagou 80 de cerveja", "Carlos paid 80 de cerveja: all"),
        (
            "/split 120 churrasco todo mundo menos fernanda",
            "120 churrasco: Bia 40 João 40 Carlos 40",
        ),
        ("/split 50 janta meio a meio com o joão", "50 janta: Bia 25 João 25"),
        ("/split 15 cada ingresso com joao e carlos", "45 ingresso: Bia 15 João 15 Carlos 15"),
        ("/split 200 presente joao 40% carlos 60%", "200 presente: João 80 Carlos 120"),
        ("/split 60 gasolina eu paguei 40 e joao 20", "Bia 40 João 20 paid 60 gasolina: all"),
        ("/split joao me devolveu 20", "? /settle @João me 20"),
        ("/pay paguei 35 pro carlos", "Bia → Carlos 35"),
        ("/split fiz um pix de 50 pro joao", "? /settle @João 50"),
        ("/refund 30 caução com joao", "back: 30 caução: Bia 15 João 15"),
        (
            "/split 24,50 cinema ontem com a fernanda",
            "24.50 cinema on 19: Bia 12.25 Fernanda 12.25",
        ),
        ("/split 30 reais lanche sexta passada", "30 BRL lanche on 16: all"),
        ("/split 20 pizza dia 14", "20 pizza on 14: all"),
        ("/split 2 mil airbnb rachado entre todos", "2000 airbnb rachado: all"),
        ("/every mês dia 5 900 aluguel com joão", "each month on 5: 900 aluguel: João"),
        ("/remind o carlos", "remind Carlos"),
        ("/edit 1 sem o carlos", "-Carlos"),
        ("/edit 1 quem pagou foi a fernanda", "Fernanda paid"),
        ("/split 40 remédio só pro joão", "40 remédio: João 40"),
        ("/split r$ 33,90 farmácia c/ fernanda", "33.90 BRL farmácia: Bia 16.95 Fernanda 16.95"),
        ("/split 30 açaí eu e o joao", "30 açaí: Bia 15 João 15"),
        ("/split conta de luz 180 dividir por 4", "180 conta de luz dividir por 4 for 4: all"),
        ("/split joao pagou 50 e eu 30 mercado 80", "Bia 30 João 50 paid 80 mercado: all"),
        ("/split 90 cerveja, menos eu", "90 cerveja: João 30 Carlos 30 Fernanda 30"),
        ("/split 25 lanche anteontem pro carlos", "25 lanche on 18: Bia 12.50 Carlos 12.50"),
        ("/split 100 gasolina na conta do joão", "? treat"),
        ("/split carlos me deve 40", "40: Carlos 40"),
        ("/split devo 15 pra fernanda", "Fernanda paid 15: Bia 15"),
        ("/split 20 pizza no dia 14", "20 pizza on 14: all"),
        ("/split metrô 8,40 segunda com joão", "8.40 metrô on 19: Bia 4.20 João 4.20"),
        (
            "/split 70 jantar (joão pagou) sem a fernanda",
            "João paid 70 jantar: Bia 23.34 João 23.33 Carlos 23.33",
        ),
        ("/split 27 cerveja pra todo mundo menos o carlos", "27 cerveja: Bia 9 João 9 Fernanda 9"),
        ("/split joao 12 eu 8 café", "20 café: Bia 8 João 12"),
        ("/pay carlos me mandou 15", "Carlos → Bia 15"),
        ("/refund devolveram 60 da passagem", "back: 60 da passagem: all"),
        ("/edit 1 foi 95", "95"),
        ("/edit 1 coloca a fernanda", "+Fernanda"),
        ("/split 200 conto no mercado com carlos", "200 no mercado: Bia 100 Carlos 100"),
        ("/split cerveja 18 por conta do carlos", "? treat"),
        ("/split devo 12 pro carlos", "Carlos paid 12: Bia 12"),
        ("/split 60 dólares hotel com carlos", "60 USD hotel: Bia 30 Carlos 30"),
        ("/split carlos tem que me dar 15", "15: Carlos 15"),
        ("/split 21 lanche eu, joão e carlos", "21 lanche: Bia 7 João 7 Carlos 7"),
        (
            "/split 30 estacionamento sem mim e sem o joão",
            "30 estacionamento e: Carlos 15 Fernanda 15",
        ),
        ("/every sexta 20 faxina com joão", "each week on (4,): 20 faxina: João"),
    ],
)
def test_is_read_as_meant(typed: str, meant: str) -> None:
    assert meaning("pt_BR", PEOPLE, typed) == meant
