"""Mistakes in words: dates, parts, numbers and choices that can't be meant as written."""

from __future__ import annotations

from datetime import date
from typing import Final

from markupsafe import Markup

from bot.language.catalogues import N_
from bot.views.names import shown
from bot.views.refusals.mistake import Mistake, Telling
from ledger.core.errors import Code
from ledger.core.paying.details import Scheme

_MAX_LINE: Final = 200


def _bad_date(it: Mistake) -> Markup:
    written, readings = it.words("written"), it.details.get("readings")
    if written is None:
        return it.say("There is no such date.")
    if isinstance(readings, tuple) and len(readings) > 1:
        days = it.say.either(it.say.date(day) for day in readings if isinstance(day, date))
        return it.say("{written} can be two days: {days}?", written=written, days=days)
    return it.say("There is no date {written}.", written=written)


def _bad_part(it: Mistake) -> Markup:
    written = it.words("written")
    if it.details.get("reason") == "ratio":
        return _bad_ratio(it, written or "")
    if it.details.get("reason") in ("near", "treat") and it.details.get("ways") and written:
        return it.say("How is “{words}” meant?", words=written)
    tell = _BAD_PARTS.get(str(it.details.get("reason")))
    if written is None:
        return it.say("I can't read that part. I know 500, 40%, x2, +100 and -50.")
    if tell is None:
        return it.say(
            "I can't read {written} as a part. I know 500, 40%, x2, +100 and -50.",
            written=written,
        )
    return it.say(tell, written=written)


def _bad_ratio(it: Mistake, written: str) -> Markup:
    people = it.details.get("people")
    return it.say.n(
        "{written} is for {parts}, and {count} person shares this. Who gets which part?",
        "{written} is for {parts}, and {count} people share this. Who gets which part?",
        people if isinstance(people, int) else 0,
        written=written,
        parts=it.number("count") or "",
    )


_BAD_PARTS: Final = {
    "currency": N_("{written} is in another currency than the expense."),
    "percent": N_("{written} is no percentage that I know: it is a plain one, like 40%."),
    "shares": N_("{written} is no number of shares that I can count: try x2 or x1.5."),
    "fraction": N_("{written} of what? Write a percentage like 40%, or shares like x2."),
    "negative": N_("{written} is less than zero. To give somebody less, write -50."),
    "everyone": N_("All can't have a part of their own: write {written} behind one name."),
    "out": N_("Is {written} about leaving somebody out? Then write -@ and the name."),
    "near": N_("Is {written} somebody's part, or only what it was for?"),
    "dash": N_("Is {written} a part, or that much less than the others?"),
    "treat": N_("{written}: who paid, and who shares it?"),
    "payer": N_("{written} doesn't say how much was paid: write an amount."),
}


def _payment_unclear(it: Mistake) -> Markup:
    written = it.words("written")
    if it.details.get("direction"):
        return it.say("Who paid whom?")
    if written is None:
        return it.say("I can't read that as one payment.")
    return it.say(
        "I can't read {written} in this payment. Words of your own stand behind //.",
        written=written,
    )


def _is_a_payment(it: Mistake) -> Markup:
    lines = it.details.get("lines")
    if not isinstance(lines, tuple) or not lines:
        return it.say("I can't read that as one payment.")
    if len(lines) > 1:
        return it.say("Who paid whom?")
    return it.say("Did you mean <code>{line}</code>?", line=str(lines[0]))


def _debt_unclear(it: Mistake) -> Markup:
    return it.say("Who owes whom?")


def _words_left(it: Mistake) -> Markup:
    written = it.words("written")
    if written is None:
        return it.say("I don't understand all of that. Please say it in other words.")
    if it.details.get("ways"):
        return it.say("How is “{words}” meant?", words=written)
    if not (it.details.get("choices") or it.examples):
        return it.say("I don't understand “{words}” here. Please say it otherwise.", words=written)
    return it.say(
        "I don't understand “{words}” here. Is that only what it was for? "
        "If not, please say it in other words.",
        words=written,
    )


def _how_often(it: Mistake) -> Markup:
    line = Markup("<code>{}</code>").format(shown(it.examples[0], _MAX_LINE)) if it.examples else ""
    return it.say("Should it come again by itself? Then write {line}", line=line)


def _one_command(it: Mistake) -> Markup:
    second = it.words("second")
    if second is None:
        return it.say("One command a message, please. I recorded neither.")
    return it.say(
        "One command a message, please: {second} needs its own. I recorded neither.",
        second=second,
    )


def _no_such_entry(it: Mistake) -> Markup:
    number = it.number("number")
    if number is None:
        return it.say("There is no such entry. <code>/log</code> tells of them all.")
    return it.say(
        "There is no entry #{number}. <code>/log</code> tells of them all.", number=number
    )


def _number_missing(it: Mistake) -> Markup:
    found = it.words("found")
    if it.details.get("deleted"):  # The history leaves out what is deleted.
        if found is not None:
            return it.say(
                "Which entry? {found} is not its number; <code>/log</code> shows it.", found=found
            )
        return it.say("Which number? <code>/log</code> shows it.")
    if found is not None:
        return it.say(
            "Which entry? {found} is not its number; <code>/history</code> shows it.", found=found
        )
    return it.say("Which number? <code>/history</code> shows it.")


def _unknown_timezone(it: Mistake) -> Markup:
    name = it.words("name") or it.words("written")
    if name is None:
        return it.say("I don't know that time zone.")
    return it.say("I don't know the time zone {name}.", name=name)


def _unknown_language(it: Mistake) -> Markup:
    name = it.words("name") or it.words("language") or it.words("written")
    if name is None:
        return it.say("I don't speak that language yet.")
    return it.say("I don't speak {name} yet.", name=name)


def _bad_pay_detail(it: Mistake) -> Markup:
    scheme, written = it.details.get("scheme"), it.words("written")
    if not isinstance(scheme, Scheme) or written is None:
        return it.say("I don't see how to pay by that. Write what it is before it:")
    return it.say(_BAD_PAY_DETAILS[scheme], written=written)


_BAD_PAY_DETAILS: Final = {
    Scheme.UPI: N_("{written} is no UPI address. It looks like name@bank."),
    Scheme.IBAN: N_("{written} is no IBAN: a letter or digit is wrong or missing."),
    Scheme.PIX: N_("{written} is no PIX key: a mail, +55 phone, CPF, CNPJ or random key."),
    Scheme.PROMPTPAY: N_("{written} is no PromptPay number: a Thai phone, ID or wallet number."),
    Scheme.LINK: N_("{written} is no link that I can show: it has to begin with https://."),
}


def _unknown_choice(it: Mistake) -> Markup:
    choices = it.details.get("choices")
    written = it.words("written")
    if not isinstance(choices, (tuple, list)) or not choices:
        return it.say("I don't know that choice.")
    told = it.say.either(str(choice) for choice in choices)
    if written is None:
        return it.say("Please choose: {choices}?", choices=told)
    if " " in written:  # Without marks one would not see where the words end.
        written = f"“{written}”"
    return it.say(
        "I don't know {written} here. Please choose: {choices}?", written=written, choices=told
    )


TELLINGS: Final[dict[Code, Telling]] = {
    Code.BAD_DATE: _bad_date,
    Code.BAD_PART: _bad_part,
    Code.PAYMENT_UNCLEAR: _payment_unclear,
    Code.IS_A_PAYMENT: _is_a_payment,
    Code.DEBT_UNCLEAR: _debt_unclear,
    Code.WORDS_LEFT: _words_left,
    Code.HOW_OFTEN: _how_often,
    Code.ONE_COMMAND: _one_command,
    Code.NO_SUCH_ENTRY: _no_such_entry,
    Code.NUMBER_MISSING: _number_missing,
    Code.UNKNOWN_TIMEZONE: _unknown_timezone,
    Code.UNKNOWN_LANGUAGE: _unknown_language,
    Code.UNKNOWN_CHOICE: _unknown_choice,
    Code.BAD_PAY_DETAIL: _bad_pay_detail,
}
