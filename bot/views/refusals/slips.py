"""Mistakes in words: names, dates, numbers and choices that can't be meant as written."""

from __future__ import annotations

from datetime import date
from typing import Final

from markupsafe import Markup

from bot.language.catalogues import N_
from bot.views.names import handle
from bot.views.refusals.mistake import Mistake, Telling, unlike
from ledger.core.errors import Code
from ledger.core.members import Member


def _person_twice(it: Mistake) -> Markup:
    name = it.whom("member") or it.whom("name") or it.whom("whom")
    if name is None:
        return it.say("Somebody is in this line twice.")
    return it.say("{name} is in this line twice. Once is enough.", name=name)


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
    tell = _BAD_PARTS.get(str(it.details.get("reason")))
    if written is None:
        return it.say("I can't read that part. I know 500, 40%, x2, +100 and -50.")
    if tell is None:
        return it.say(
            "I can't read {written} as a part. I know 500, 40%, x2, +100 and -50.",
            written=written,
        )
    return it.say(tell, written=written)


_BAD_PARTS: Final = {
    "currency": N_("{written} is in another currency than the expense."),
    "percent": N_("{written} is no percentage that I know: it is a plain one, like 40%."),
    "shares": N_("{written} is no number of shares that I can count: try x2 or x1.5."),
    "fraction": N_("{written} of what? Write a percentage like 40%, or shares like x2."),
    "negative": N_("{written} is less than zero. To give somebody less, write -50."),
    "everyone": N_("All can't have a part of their own: write {written} behind one name."),
    "out": N_("Is {written} about leaving somebody out? Then write -@ and the name."),
    "payer": N_("{written} doesn't say how much was paid: write an amount."),
}


def _payment_unclear(it: Mistake) -> Markup:
    written = it.words("written")
    if written is None:
        return it.say("I can't read that as one payment.")
    return it.say(
        "I can't read {written} in this payment. Words of your own stand behind //.",
        written=written,
    )


def _one_command(it: Mistake) -> Markup:
    second = it.words("second")
    if second is None:
        return it.say("One command a message, please. I recorded neither.")
    return it.say(
        "One command a message, please: {second} needs its own. I recorded neither.",
        second=second,
    )


def _unknown_name(it: Mistake) -> Markup:
    name = it.whom("name")
    if name is None:
        return it.say("I don't know who that is.")
    near = it.details.get("near")
    if isinstance(near, Member):
        return it.say(
            "I don't know anybody called {name} here. Did you mean {near}?",
            name=name,
            near=handle(near),
        )
    return it.say("I don't know anybody called {name} here.", name=name)


def _is_a_bot(it: Mistake) -> Markup:
    name = it.whom("name")
    if name is None:
        return it.say("Bots share no bills.")
    return it.say("{name} is a bot, and bots share no bills.", name=name)


def _name_ambiguous(it: Mistake) -> Markup:
    name, members = it.whom("name"), it.people("members")
    if name is None or not members:
        return it.say("More than one person has that name. Which one?")
    return it.say(
        "{name} could be {members}. Which one?",
        name=name,
        members=it.say.either(unlike(members)),
    )


def _name_missing(it: Mistake) -> Markup:
    found, first = it.words("found"), it.whom("first")
    if first is not None:
        return it.say("Merge {name} with whom?", name=first)
    if found is None:
        return it.say("Whose name?")
    return it.say("Who is {found}?", found=found)


def _too_many_names(it: Mistake) -> Markup:
    most = it.details.get("most")
    if not isinstance(most, int):
        return it.say("Those are too many names for one line.")
    return it.say.n("Only {count} name, please.", "At most {count} names, please.", most)


def _same_person(it: Mistake) -> Markup:
    name = it.whom("member")
    if name is None:
        return it.say("That is one and the same person.")
    return it.say("Both are {name}: it takes two.", name=name)


def _two_accounts(it: Mistake) -> Markup:
    members = it.people("members")
    if not members:
        return it.say("Both have accounts of their own, so they stay two members.")
    return it.say(
        "{members} have accounts of their own, so they stay two members.",
        members=it.say.together(unlike(members)),
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


def _unknown_choice(it: Mistake) -> Markup:
    choices = it.details.get("choices")
    written = it.words("written")
    if not isinstance(choices, (tuple, list)) or not choices:
        return it.say("I don't know that choice.")
    told = it.say.either(str(choice) for choice in choices)
    if written is None:
        return it.say("Please choose: {choices}?", choices=told)
    return it.say(
        "I don't know {written} here. Please choose: {choices}?", written=written, choices=told
    )


TELLINGS: Final[dict[Code, Telling]] = {
    Code.PERSON_TWICE: _person_twice,
    Code.BAD_DATE: _bad_date,
    Code.BAD_PART: _bad_part,
    Code.PAYMENT_UNCLEAR: _payment_unclear,
    Code.ONE_COMMAND: _one_command,
    Code.UNKNOWN_NAME: _unknown_name,
    Code.IS_A_BOT: _is_a_bot,
    Code.NAME_AMBIGUOUS: _name_ambiguous,
    Code.NAME_MISSING: _name_missing,
    Code.TOO_MANY_NAMES: _too_many_names,
    Code.SAME_PERSON: _same_person,
    Code.TWO_ACCOUNTS: _two_accounts,
    Code.NO_SUCH_ENTRY: _no_such_entry,
    Code.NUMBER_MISSING: _number_missing,
    Code.UNKNOWN_TIMEZONE: _unknown_timezone,
    Code.UNKNOWN_LANGUAGE: _unknown_language,
    Code.UNKNOWN_CHOICE: _unknown_choice,
}
