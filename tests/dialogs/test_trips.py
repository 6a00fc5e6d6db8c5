"""A short trip in each language: welcomed, shared, paid in part, settled, square."""

from __future__ import annotations

import pytest

from bot.application import Service
from bot.language.catalogues import language
from bot.language.locale_defaults import locality_of
from bot.playground.people import Person
from bot.playground.world import World
from bot.views.pages import plain_text
from ledger.book.open_book import Defaults
from ledger.core.money import Currency, Money
from tests.dialogs.conversation import Conversation

TRIPS = {
    "en": "900 dinner with Bob and Chen",
    "hi": "900 खाना Bob और Chen के साथ",
    "es": "900 cena con Bob y Chen",
    "pt_BR": "900 jantar com Bob e Chen",
    "de": "900 Essen mit Bob und Chen",
    "fr": "900 dîner avec Bob et Chen",
    "it": "900 cena con Bob e Chen",
    "ru": "900 ужин с Bob и Chen",
    "uk": "900 вечеря з Bob і Chen",
    "tr": "900 yemek Bob ve Chen ile",
    "id": "900 makan malam dengan Bob dan Chen",
    "ar": "900 عشاء مع Bob و Chen",
}
"""What whoever paid writes, in their own words."""


@pytest.mark.parametrize("code", TRIPS)
async def test_a_trip(
    service: Service, world: World, asha: Person, bob: Person, chen: Person, code: str
) -> None:
    say = language(code)
    spoken = code.replace("_", "-").lower()
    home = locality_of(spoken, Defaults(Currency("INR"), "Asia/Kolkata")).defaults.currency

    def money(whole: int) -> str:
        return say.money(Money(whole * 100, home))

    def said(message: str, **facts: object) -> str:
        return plain_text(say(message, **facts))

    for person in (asha, bob, chen):
        world.change_language(person, spoken)
    chat = Conversation(world, world.new_group("Goa", [asha, bob, chen]))
    welcome = await chat.hear("/split")
    assert said("I only know people I have met: press Join.") in welcome.text
    for person in (asha, bob, chen):
        answer = await chat.press(person, say.plain("Join"), welcome)
        assert answer.text == say.plain("You're in.")

    each = say("{amount} each: {names}", amount=money(300), names=say.list(["Asha", "Bob", "Chen"]))
    receipt = await chat.say(asha, f"/split {TRIPS[code]}")
    assert said("{name} paid. {each}.", name="Asha", each=each) in receipt

    paid = await chat.say(bob, "/settle @asha 100")
    assert said(
        "✔ #{number} {payer} paid {payee} {amount}.",
        number=2, payer="Bob", payee="Asha", amount=money(100),
    ) in paid  # fmt: skip
    assert said("{name} still owes {amount}.", name="Bob", amount=money(200)) in paid

    plan = await chat.ask(chen, "/settle")
    for payer, owes, left in ((bob, 200, "Bob"), (chen, 300, "Chen")):
        label = say.plain(
            "{payer} → {payee} {amount}", payer=left, payee="Asha", amount=money(owes)
        )
        assert label in plan.text
        await chat.press(payer, label, plan)
        await chat.hear(money(owes))
    assert await chat.say(bob, "/balance") == said("All square.")
