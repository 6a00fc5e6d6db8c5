"""Who paid whom and who owes whom, as friends say it in five languages: it never flips."""

from __future__ import annotations

import pytest

from handlers.grammar.circle import Circle
from handlers.grammar.commands.settle_line import read_settle
from handlers.grammar.commands.split_line import read_split
from handlers.grammar.lexer import from_text
from ledger.core.members import Sender, Whom
from tests.bot.views.speaking import ASHA, ROSTER
from tests.handlers.grammar.reading import INR, TODAY

TO_BOB = {
    "es": ("20 a bob", "pagué 20 a bob", "le pagué 20 a bob"),
    "pt_BR": ("20 para bob", "paguei 20 ao bob", "paguei 20 pro bob"),
    "fr": ("20 à bob", "j'ai payé 20 à bob"),
    "it": ("20 a bob", "ho pagato 20 a bob"),
    "de": ("20 an bob", "ich habe bob 20 gezahlt"),
}
FROM_BOB = {
    "es": ("bob me pagó 20", "bob me devolvió 20", "recibí 20 de bob"),
    "pt_BR": ("bob me pagou 20", "bob me devolveu 20", "recebi 20 do bob"),
    "fr": ("bob m'a payé 20", "bob m’a rendu 20", "j'ai reçu 20 de bob"),
    "it": ("bob mi ha pagato 20", "bob mi ha dato 20", "ho ricevuto 20 da bob"),
    "de": ("bob hat mir 20 gezahlt", "20 von bob bekommen"),
}
BOB_TO_CHEN = {
    "es": ("bob le pagó 20 a chen",),
    "pt_BR": ("bob pagou 20 para chen",),
    "fr": ("bob a payé 20 à chen",),
    "it": ("bob ha pagato 20 a chen",),
    "de": ("bob hat chen 20 gezahlt", "bob hat 20 an chen gezahlt"),
}
BOB_OWES_ME = {
    "es": ("bob me debe 20", "bob me debe 20 por comida"),
    "pt_BR": ("bob me deve 20", "bob me deve 20 do almoço"),
    "fr": ("bob me doit 20", "bob me doit 20 pour le repas"),
    "it": ("bob mi deve 20", "bob mi deve 20 per pranzo"),
    "de": ("bob schuldet mir 20", "bob schuldet mir 20 für essen"),
}
I_OWE_BOB = {
    "es": ("debo 20 a bob", "le debo 20 a bob"),
    "pt_BR": ("devo 20 ao bob", "eu devo 20 pro bob"),
    "fr": ("je dois 20 à bob",),
    "it": ("devo 20 a bob", "io devo 20 a bob"),
    "de": ("ich schulde bob 20",),
}


def called(whom: Whom | None) -> str:
    return "me" if whom is None or isinstance(whom, Sender) else whom.text


@pytest.mark.parametrize("code", TO_BOB)
def test_a_payment_goes_where_it_went(code: str) -> None:
    circle = Circle(ROSTER, ASHA.id, frozenset({code}))
    payments = ((TO_BOB, "me", "bob"), (FROM_BOB, "bob", "me"), (BOB_TO_CHEN, "bob", "chen"))
    for lines, payer, payee in payments:
        for line in lines[code]:
            read = read_settle(from_text(f"/settle {line}"), INR, TODAY, circle)
            assert (called(read.payer), called(read.payee)) == (payer, payee), line
            assert read.amount is not None
            assert read.amount.minor == 2000, line


@pytest.mark.parametrize("code", BOB_OWES_ME)
def test_a_debt_is_owed_by_who_owes_it(code: str) -> None:
    circle = Circle(ROSTER, ASHA.id, frozenset({code}))
    for lines, payer, owes in ((BOB_OWES_ME, "me", "bob"), (I_OWE_BOB, "bob", "me")):
        for line in lines[code]:
            read = read_split(from_text(f"/split {line}"), INR, TODAY, circle)
            paid = [called(who) for who, _ in read.payers] or ["me"]
            assert paid == [payer], line
            assert [called(who) for who, _ in read.participants] == [owes], line
            assert [called(who) for who in read.left_out] == [payer], line
            assert read.amount.minor == 2000, line
