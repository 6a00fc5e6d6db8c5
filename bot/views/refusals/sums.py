"""Mistakes in amounts and parts: what does not add up, and by how much."""

from __future__ import annotations

from typing import Final

from markupsafe import Markup

from bot.views.names import shown
from bot.views.refusals.mistake import MAX_WORDS, Mistake, Telling, called, typed
from ledger.core.entries import Entry
from ledger.core.errors import Code
from ledger.core.members import Sender, Whom
from ledger.core.money import Money
from ledger.core.shares import Part, PartKind

_TWO: Final = 2
_MAX_PARTS: Final = 6
"""Parts told one by one; of more only their sum is told."""


def _amount_missing(it: Mistake) -> Markup:
    found, item = it.words("found"), it.words("item")
    if item is not None:
        return it.say("How much was {item}?", item=item)
    if found is None:
        return it.say("How much was it? The amount is missing.")
    return it.say("How much was it? {found} is not an amount.", found=found)


def _amount_not_positive(it: Mistake) -> Markup:
    amount = it.money("amount") or it.words("written")
    if amount is None:
        return it.say("An amount has to be more than zero.")
    return it.say("{amount} is not an amount: it has to be more than zero.", amount=amount)


def _amount_ambiguous(it: Mistake) -> Markup:
    readings = it.details.get("readings")
    written = it.words("written")
    if it.details.get("parts") and isinstance(readings, tuple):
        return _parts_alone(it, readings)
    if not isinstance(readings, (tuple, list)) or written is None:
        return it.say("I can read this amount in two ways. Which one is it?")
    told = [it.say.money(reading) for reading in readings if isinstance(reading, Money)]
    if it.details.get("choices") or it.details.get("ways"):
        return it.say("How much was it: {readings}?", readings=it.say.either(told))
    if len({*told}) > _TWO:
        return it.say(
            "{written} can be read in several ways: {readings}?",
            written=written,
            readings=it.say.either(dict.fromkeys(told)),
        )
    return it.say(
        "{written} can be read in two ways: {readings}?",
        written=written,
        readings=it.say.either(told),
    )


def _refund_unclear(it: Mistake) -> Markup:
    amount, written = it.money("amount"), it.words("written")
    if amount is None or written is None:
        return it.say("Did money come back, or was it spent?")
    return it.say(
        "{written}: did {amount} come back, or was it spent?", written=written, amount=amount
    )


def _rest_unclear(it: Mistake) -> Markup:
    amount, rest, items = it.money("amount"), it.money("rest"), it.money("items")
    if amount is None or rest is None or items is None:
        return it.say("The items don't add up to the total.")
    return it.say(
        "The items make {items} of {amount}. Whose is the other {rest}?",
        items=items,
        amount=amount,
        rest=rest,
    )


def _bill_currencies(it: Mistake) -> Markup:
    found = it.details.get("currencies")
    if not isinstance(found, tuple):
        return it.say("All items of an expense have one currency.")
    return it.say(
        "All items of an expense have one currency, and these have {currencies}.",
        currencies=it.say.together(map(str, found)),
    )


def _parts_alone(it: Mistake, readings: tuple[object, ...]) -> Markup:
    """Ask whether numbers before names are their parts, or one of them is the amount of all."""
    parts = it.details.get("parts")
    assert isinstance(parts, tuple)
    told = [
        it.say("{amount} for {name}", amount=it.say.money(amount), name=called(it.say, whom) or "")
        for whom, amount in parts
    ]
    total, *others = [reading for reading in readings if isinstance(reading, Money)]
    if not others:
        return it.say("Is that {parts}?", parts=it.say.together(told))
    return it.say(
        "Is that {parts}, {total} in all? Or was all of it {others}?",
        parts=it.say.together(told),
        total=it.say.money(total),
        others=it.say.either(map(it.say.money, others)),
    )


def _amount_too_large(it: Mistake) -> Markup:
    most = it.money("most")
    if most is None:
        return it.say("That is more than one entry can hold.")
    return it.say("That is more than one entry can hold: {most} is the most.", most=most)


def _too_many_decimals(it: Mistake) -> Markup:
    written = it.words("written")
    currency = it.words("currency")
    decimals = it.details.get("decimals")
    if written is None or currency is None or not isinstance(decimals, int):
        return it.say("That amount has more decimals than its currency.")
    if decimals == 0:
        return it.say(
            "{written} has decimals, and {currency} has none.", written=written, currency=currency
        )
    return it.say.n(
        "{written} has too many decimals: {currency} has {count}.",
        "{written} has too many decimals: {currency} has {count}.",
        decimals,
        written=written,
        currency=currency,
    )


def _bad_arithmetic(it: Mistake) -> Markup:
    written = it.words("written")
    if written is None:
        return it.say("I can't work that amount out.")
    return it.say("I can't work out {written}. I know + - * / and parentheses.", written=written)


def _unknown_currency(it: Mistake) -> Markup:
    currency = it.words("currency") or it.words("text") or it.words("written")
    if currency is None:
        return it.say("I don't know that currency. I know codes like EUR, USD, INR.")
    return it.say(
        "I don't know the currency {currency}. I know codes like EUR, USD, INR.",
        currency=currency,
    )


def _parts_below(it: Mistake) -> Markup:
    return _parts_off(it, "missing")


def _parts_above(it: Mistake) -> Markup:
    return _parts_off(it, "excess")


def _parts_off(it: Mistake, by: str) -> Markup:
    amount, off = it.details.get("amount"), it.details.get(by)
    if not isinstance(amount, Money) or not isinstance(off, Money):
        return it.say("That doesn't add up: the parts don't make the amount.")
    below = by == "missing"
    made = amount.minor - off.minor if below else amount.minor + off.minor
    facts = {
        "sum": it.say.money(Money(made, amount.currency)),
        "amount": it.say.money(amount),
        "off": it.say.money(off),
    }
    description = shown(it.line.description, MAX_WORDS) if it.line else ""
    parts = _fixed_parts(it)
    if parts is None:
        if below:
            return it.say(
                "That doesn't add up: the parts make {sum}, the amount is {amount}; "
                "{off} is missing.",
                **facts,
            )
        return it.say(
            "That doesn't add up: the parts make {sum}, the amount is {amount}; {off} is too much.",
            **facts,
        )
    if not description:
        if below:
            return it.say(
                "That doesn't add up: {parts} make {sum}, the amount is {amount}; "
                "{off} is missing.",
                parts=parts,
                **facts,
            )
        return it.say(
            "That doesn't add up: {parts} make {sum}, the amount is {amount}; {off} is too much.",
            parts=parts,
            **facts,
        )
    facts["description"] = description
    if below:
        return it.say(
            "That doesn't add up: {parts} make {sum}, the {description} is {amount}; "
            "{off} is missing.",
            parts=parts,
            **facts,
        )
    return it.say(
        "That doesn't add up: {parts} make {sum}, the {description} is {amount}; "
        "{off} is too much.",
        parts=parts,
        **facts,
    )


def _fixed_parts(it: Mistake) -> Markup | None:
    """Return "@bob 500 and @chen 600"; None where one sum is all that can be told."""
    if it.line is None:
        return None
    written = [
        _written(it, whom, part)
        for whom, part in it.line.participants
        if part.kind in {PartKind.EXACT, PartKind.PERCENT}
    ]
    if not 2 <= len(written) <= _MAX_PARTS:
        return None
    return it.say.together(written)


def _written(it: Mistake, whom: Whom, part: Part) -> Markup:
    assert it.line is not None
    if part.kind is PartKind.PERCENT:
        value = it.say.percent(part.value)
    else:
        value = it.say.amount(Money(part.value, it.line.amount.currency))
    return it.say("{name} {amount}", name=typed(whom), amount=value)


def _percent_above(it: Mistake) -> Markup:
    percent = it.percent("percent")
    if percent is None:
        return it.say("The percentages are more than 100%.")
    return it.say("The percentages make {percent}, more than 100%.", percent=percent)


def _paid_not_amount(it: Mistake) -> Markup:
    paid, amount = it.details.get("paid"), it.details.get("amount")
    if not isinstance(paid, Money) or not isinstance(amount, Money):
        return it.say("What was paid doesn't add up to the amount.")
    off = Money(abs(paid.minor - amount.minor), amount.currency)
    facts = {
        "paid": it.say.money(paid),
        "amount": it.say.money(amount),
        "off": it.say.money(off),
    }
    if paid.minor < amount.minor:
        return it.say("The payers paid {paid} of {amount}: {off} is missing.", **facts)
    return it.say("The payers paid {paid}, the amount is {amount}: {off} is too much.", **facts)


def _negative_share(it: Mistake) -> Markup:
    share, member = it.money("share"), it.whom("member")
    less = _written_with_less(it)
    if share is None or (member is None and less is None):
        return it.say("Somebody's share would be less than zero.")
    if member is None and isinstance(less, Sender):
        return it.say("Your share would be {share}, less than zero.", share=share)
    name = member or (typed(less) if less else None)
    return it.say("{name}'s share would be {share}, less than zero.", name=name, share=share)


def _written_with_less(it: Mistake) -> Whom | None:
    """Return the only one whose part takes away."""
    less = [whom for whom, part in (it.line.participants if it.line else ()) if part.value < 0]
    return less[0] if len(less) == 1 else None


def _paid_unclear(it: Mistake) -> Markup:
    first, second = it.whom("first"), it.whom("second")
    if it.details.get("ways") and first is None:
        return it.say("Who pays what?")
    if first is None or second is None:
        return it.say("Who paid how much? All payers but one need a number.")
    return it.say(
        "How much did {first} pay, and how much {second}? One of them needs a number.",
        first=first,
        second=second,
    )


def _nobody_shares(it: Mistake) -> Markup:
    entry = it.details.get("entry")
    if isinstance(entry, Entry):
        return it.say(
            "You're the only one left in #{number}. If it should not count at all, press Undo.",
            number=entry.number,
        )
    return it.say("Nobody is left to share that.")


def _bad_rate(it: Mistake) -> Markup:
    written = it.words("written")
    if written is None:
        return it.say("I can't read that rate.")
    return it.say(
        "I can't read a rate in {written}: write another currency and what one of it is worth.",
        written=written,
    )


def _nothing_to_convert(it: Mistake) -> Markup:
    currency = it.words("currency")
    if currency is None:
        return it.say("That's done already.")
    if it.number("number") is None:
        return it.say("Nothing is open in another currency than {currency}.", currency=currency)
    return it.say(
        "#{number} is in {currency} already.", number=it.number("number"), currency=currency
    )


def _changed_since(it: Mistake) -> Markup:
    number = it.number("number")
    if number is None:
        return it.say("This button is out of date.")
    return it.say("#{number} was changed since, so it stays.", number=number)


def _no_rate(it: Mistake) -> Markup:
    currency = it.words("currency")
    if currency is None:
        return it.say("I don't know that currency. I know codes like EUR, USD, INR.")
    return it.say("I know no rate for {currency}. Tell me one:", currency=currency)


TELLINGS: Final[dict[Code, Telling]] = {
    Code.AMOUNT_MISSING: _amount_missing,
    Code.AMOUNT_NOT_POSITIVE: _amount_not_positive,
    Code.AMOUNT_AMBIGUOUS: _amount_ambiguous,
    Code.REST_UNCLEAR: _rest_unclear,
    Code.BILL_CURRENCIES: _bill_currencies,
    Code.REFUND_UNCLEAR: _refund_unclear,
    Code.AMOUNT_TOO_LARGE: _amount_too_large,
    Code.TOO_MANY_DECIMALS: _too_many_decimals,
    Code.BAD_ARITHMETIC: _bad_arithmetic,
    Code.UNKNOWN_CURRENCY: _unknown_currency,
    Code.BAD_RATE: _bad_rate,
    Code.NO_RATE: _no_rate,
    Code.NOTHING_TO_CONVERT: _nothing_to_convert,
    Code.CHANGED_SINCE: _changed_since,
    Code.PARTS_BELOW_AMOUNT: _parts_below,
    Code.PARTS_ABOVE_AMOUNT: _parts_above,
    Code.PERCENT_ABOVE_100: _percent_above,
    Code.PAID_NOT_AMOUNT: _paid_not_amount,
    Code.PAID_UNCLEAR: _paid_unclear,
    Code.NEGATIVE_SHARE: _negative_share,
    Code.NOBODY_SHARES: _nobody_shares,
}
