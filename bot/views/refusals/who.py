"""Mistakes in words: who is meant, and for how many people there is room."""

from __future__ import annotations

from typing import Final

from markupsafe import Markup

from bot.views.names import Names, handle
from bot.views.refusals.mistake import Mistake, Telling, unlike
from ledger.core.errors import Code
from ledger.core.members import Member


def _person_twice(it: Mistake) -> Markup:
    name = it.whom("member") or it.whom("name") or it.whom("whom")
    if name is None:
        return it.say("Somebody is in this line twice.")
    return it.say("{name} is in this line twice. Once is enough.", name=name)


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
    if len(members) == 1:
        return it.say(
            "I don't know anybody called {name} here. Did you mean {near}?",
            name=name,
            near=handle(members[0]),
        )
    names = Names(members)
    shown = it.say.either(names[member.id] for member in members)
    return it.say("{name} could be {members}. Which one?", name=name, members=shown)


def _name_missing(it: Mistake) -> Markup:
    found, first = it.words("found"), it.whom("first")
    if first is not None:
        return it.say("Merge {name} with whom?", name=first)
    if found is None:
        return it.say("Whose name?")
    return it.say("Who is {found}?", found=found)


def _name_taken(it: Mistake) -> Markup:
    return it.say("There is a @{name} here already.", name=it.words("name") or "")


def _no_such_set(it: Mistake) -> Markup:
    return it.say(
        "There is no set @{name}. <code>/set</code> lists them.", name=it.words("name") or ""
    )


def _too_many_sets(it: Mistake) -> Markup:
    most = it.details.get("most")
    return it.say.n(
        "A group has room for {count} set.",
        "A group has room for {count} sets.",
        most if isinstance(most, int) else 0,
    )


def _bad_weight(it: Mistake) -> Markup:
    return it.say("How many shares? I know 2, 1.5 and 0.5, up to 100.")


def _too_many_names(it: Mistake) -> Markup:
    most = it.details.get("most")
    if not isinstance(most, int):
        return it.say("Those are too many names for one line.")
    return it.say.n("Only {count} name, please.", "At most {count} names, please.", most)


def _too_many_items(it: Mistake) -> Markup:
    most = it.details.get("most")
    if not isinstance(most, int):
        return it.say("Those are too many items for one expense.")
    return it.say.n(
        "An expense has room for {count} item. Please make two of it.",
        "An expense has room for {count} items. Please make two of it.",
        most,
    )


def _line_crowded(it: Mistake) -> Markup:
    most = it.details.get("most")
    if not isinstance(most, int):
        return it.say("Those are too many names for one line.")
    if it.details.get("payers"):
        return it.say.n(
            "A line has room for {count} payer. Others who paid need a line of their own.",
            "A line has room for {count} payers. Others who paid need a line of their own.",
            most,
        )
    return it.say.n(
        "A line has room for {count} name. To share among everybody, write @all.",
        "A line has room for {count} names. To share among everybody, write @all.",
        most,
    )


def _book_full(it: Mistake) -> Markup:
    most = it.details.get("most")
    if not isinstance(most, int):
        return it.say("This book has no room for another person.")
    return it.say.n(
        "This book has {count} person, and no room for another one.",
        "This book has {count} people, and no room for another one.",
        most,
    )


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


TELLINGS: Final[dict[Code, Telling]] = {
    Code.PERSON_TWICE: _person_twice,
    Code.UNKNOWN_NAME: _unknown_name,
    Code.IS_A_BOT: _is_a_bot,
    Code.NAME_AMBIGUOUS: _name_ambiguous,
    Code.NAME_MISSING: _name_missing,
    Code.TOO_MANY_NAMES: _too_many_names,
    Code.NAME_TAKEN: _name_taken,
    Code.NO_SUCH_SET: _no_such_set,
    Code.TOO_MANY_SETS: _too_many_sets,
    Code.BAD_WEIGHT: _bad_weight,
    Code.TOO_MANY_ITEMS: _too_many_items,
    Code.LINE_CROWDED: _line_crowded,
    Code.BOOK_FULL: _book_full,
    Code.SAME_PERSON: _same_person,
    Code.TWO_ACCOUNTS: _two_accounts,
}
