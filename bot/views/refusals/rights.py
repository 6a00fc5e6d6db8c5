"""What the book refuses: by right, or because of what it says."""

from __future__ import annotations

from typing import Final

from markupsafe import Markup

from bot.views.names import Names, name_of
from bot.views.refusals.mistake import Mistake, Telling
from ledger.core.entries import Entry, EntryKind
from ledger.core.errors import Code
from ledger.core.members import Member, Sender
from ledger.core.money import Money


def _not_a_person(it: Mistake) -> Markup:
    return it.say(
        "I can't tell who you are: you write as the group or a channel, and only a person "
        "can have a balance. Switch to your own name and send it again."
    )


def _balance_open(it: Mistake) -> Markup:
    name, nets = it.whom("member"), it.details.get("nets")
    if name is None or not isinstance(nets, (tuple, list)):
        return it.say("Only somebody whose balance is zero can be removed.")
    told = it.say.list([it.say.net(net) for net in nets if isinstance(net, Money)])
    return it.say(
        "{name}'s balance is {nets}. Once it is zero, I can remove {name}.", name=name, nets=told
    )


def _nothing_to_undo(it: Mistake) -> Markup:
    return it.say("You have nothing here to take back.")


def _nothing_owed(it: Mistake) -> Markup:
    payer_name, payee_name = it.whom("payer"), it.whom("payee")
    if payer_name is None or payee_name is None:
        return it.say("Nothing is owed there. To pay anyway, write the amount.")
    if isinstance(it.details.get("payer"), Sender):
        return it.say(
            "You owe {payee} nothing. To pay anyway, write the amount.",
            payee=payee_name,
        )
    return it.say(
        "{payer} owes {payee} nothing. To pay anyway, write the amount.",
        payer=payer_name,
        payee=payee_name,
    )


def _already_deleted(it: Mistake) -> Markup:
    number = _number(it)
    if number is None:
        return it.say("It is deleted already.")
    return it.say("#{number} is deleted already.", number=number)


def _not_deleted(it: Mistake) -> Markup:
    number = _number(it)
    if number is None:
        return it.say("It is not deleted.")
    return it.say("#{number} is not deleted.", number=number)


def _not_an_expense(it: Mistake) -> Markup:
    number = _number(it)
    if number is None:
        return it.say("That is a payment, and this works with expenses only.")
    return it.say("#{number} is a payment, and this works with expenses only.", number=number)


def _not_a_payment(it: Mistake) -> Markup:
    number = _number(it)
    if number is None:
        return it.say("That is an expense, and this works with payments only.")
    return it.say("#{number} is an expense, and this works with payments only.", number=number)


def _not_equal(it: Mistake) -> Markup:
    number = _number(it)
    if number is None:
        return it.say("Shares have numbers of their own there: change them with /edit.")
    return it.say(
        "Shares have numbers of their own in #{number}: change them with /edit {number}.",
        number=number,
    )


def _admins_only(it: Mistake) -> Markup:
    return it.say("Only an admin can do that.")


def _may_not_change(it: Mistake) -> Markup:
    entry, author, payers = it.details.get("entry"), it.details.get("author"), it.people("payers")
    if not isinstance(entry, Entry):
        return it.say("Only whoever wrote it, whoever paid it, or an admin can change it.")
    people = [*payers, *([author] if isinstance(author, Member) else [])]
    names = Names(dict.fromkeys(people))
    may = []
    if isinstance(author, Member):
        may.append(
            it.say("{name} (who wrote #{number})", name=names[author.id], number=entry.number)
        )
    may += [
        _who_paid(it, entry, names[payer.id])
        for payer in payers
        if not isinstance(author, Member) or payer.id != author.id
    ]
    may.append(it.say("an admin"))
    return it.say("Only {people} can change it.", people=it.say.either(may))


def _who_paid(it: Mistake, entry: Entry, name: Markup) -> Markup:
    if entry.contents.kind is EntryKind.PAYMENT:
        return it.say("{name} (who paid)", name=name)
    return it.say("{name} (who paid it)", name=name)


def _plan_changed(it: Mistake) -> Markup:
    return it.say("The plan has changed, so nothing was recorded. Here is the new one.")


def _not_your_payment(it: Mistake) -> Markup:
    payer, payee = it.details.get("payer"), it.details.get("payee")
    if not isinstance(payer, Member) or not isinstance(payee, Member):
        return it.say("Only the two whose payment it is can say that.")
    return it.say(
        "Only {payer} or {payee} can say that this was paid.",
        payer=name_of(payer),
        payee=name_of(payee),
    )


def _number(it: Mistake) -> str | None:
    entry = it.details.get("entry")
    return str(entry.number) if isinstance(entry, Entry) else it.number("number")


TELLINGS: Final[dict[Code, Telling]] = {
    Code.NOT_A_PERSON: _not_a_person,
    Code.BALANCE_OPEN: _balance_open,
    Code.NOTHING_TO_UNDO: _nothing_to_undo,
    Code.NOTHING_OWED: _nothing_owed,
    Code.PLAN_CHANGED: _plan_changed,
    Code.ALREADY_DELETED: _already_deleted,
    Code.NOT_DELETED: _not_deleted,
    Code.NOT_AN_EXPENSE: _not_an_expense,
    Code.NOT_A_PAYMENT: _not_a_payment,
    Code.NOT_EQUAL: _not_equal,
    Code.ADMINS_ONLY: _admins_only,
    Code.MAY_NOT_CHANGE: _may_not_change,
    Code.NOT_YOUR_PAYMENT: _not_your_payment,
}
