"""People's mistakes in words: what was understood, what is wrong, and a line that works."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import repeat
from typing import Final

from markupsafe import Markup

from bot.language.catalogues import Language
from bot.views.names import Names, shown
from bot.views.pages import keyboard, text, units
from bot.views.refusals import accounts, files, rights, slips, sums, timing, who
from bot.views.refusals.mistake import Mistake, Telling
from bot.views.refusals.ways import way_buttons, way_label
from bot.views.reply import MAX_COPIED, Button, Keyboard, Reply, Verb, press
from ledger.core.entries import Entry
from ledger.core.errors import Code, LedgerError
from ledger.core.expense_line import ExpenseLine
from ledger.core.members import Member, Name
from ledger.core.money import Money
from ledger.core.ways import Way

MAX_EXAMPLES: Final = 3
_LABEL: Final = 40
_MAX_EXAMPLE: Final = 1000
"""Characters; a line that was longer is not worth copying."""

_MOST_NAMESAKES: Final = 8
_MOST_SAID: Final = 4
"""Namesakes in one line of whom each is asked about; a button has room for no more."""
_MAX_LABEL: Final = 24
_MAX_NAME: Final = 12

_TELLINGS: Final[dict[Code, Telling]] = {
    **sums.TELLINGS,
    **slips.TELLINGS,
    **rights.TELLINGS,
    **timing.TELLINGS,
    **who.TELLINGS,
    **files.TELLINGS,
    **accounts.TELLINGS,
}


def refusal(
    say: Language,
    error: LedgerError,
    example: str | None = None,
    line: ExpenseLine | None = None,
) -> Reply:
    """Return the answer to a mistake.

    `example` is a corrected line to copy; the error's own detail `examples` goes before it.
    The detail `kept` is the entry that the edit of its message could not change.
    `line` is what was understood of a /split, where it got as far as that.
    """
    mistake = Mistake(say, error.details, line)
    told = _TELLINGS[error.code](mistake)
    examples = mistake.examples or (_otherwise(error) if example is None else (example,))
    choices = _choices(say, error)
    if choices:
        in_words = isinstance(error.details.get("amount"), Money)
        rows = [[button] for button in choices] if in_words else [choices]
        if error.code is Code.HOW_OFTEN and examples:
            rows.append([Button(examples[0][:_LABEL], press(Verb.RECUR))])
        rows += [[button] for button in way_buttons(say, error)]
        return Reply(text(told, _kept(say, error)), keyboard(*rows))
    if ways := _namesakes(error) or way_buttons(say, error):
        return Reply(text(told, _kept(say, error)), keyboard(*([button] for button in ways)))
    lines = [line for line in examples if len(line) <= _MAX_EXAMPLE][:MAX_EXAMPLES]
    return Reply(text(told, _kept(say, error), *_to_copy(say, lines)), _copying(say, lines))


def _choices(say: Language, error: LedgerError) -> list[Button]:
    """Return a button for each reading of a line, where a press can record it."""
    if not error.details.get("choices"):
        return []
    amount = error.details.get("amount")
    if isinstance(amount, Money) and (labels := _readings_in_words(say, error)):
        first = error.details.get("place", 0)
        assert isinstance(first, int)
        told = enumerate(zip(labels, _sums(error), _working(error), strict=False), first)
        return [
            Button(label, press(Verb.READ_AS, place, sum_.minor))
            for place, (label, sum_, works) in told
            if works
        ]
    readings = error.details.get("readings")
    if not isinstance(readings, tuple):
        return []
    return [
        Button(say.money(reading), press(Verb.READ_AS, place, reading.minor))
        for place, (reading, works) in enumerate(zip(readings, _working(error), strict=False))
        if isinstance(reading, Money) and works
    ]


def _working(error: LedgerError) -> Iterable[bool]:
    """Return of each reading whether a press can book it."""
    working = error.details.get("working")
    return working if isinstance(working, tuple) else repeat(True)


def _sums(error: LedgerError) -> Iterator[Money]:
    """Return what each reading of a line comes to: mostly all to the same."""
    amount, readings = error.details["amount"], error.details.get("readings")
    assert isinstance(amount, Money)
    return iter(readings) if isinstance(readings, tuple) else repeat(amount)


def _readings_in_words(say: Language, error: LedgerError) -> list[str]:
    """Return what to call the readings of one amount; none where amounts tell them apart."""
    match error.code:
        case Code.REFUND_UNCLEAR:
            return [say.plain("It came back"), say.plain("It was spent")]
        case Code.DEBT_UNCLEAR:
            whom = error.details["whom"]
            name = whom.text if isinstance(whom, Name) else ""
            name = shown(name, _MAX_NAME)
            return [say.plain("{name} owes me", name=name), say.plain("I owe {name}", name=name)]
        case Code.IS_A_PAYMENT:
            lines = error.details["lines"]
            assert isinstance(lines, tuple)
            return [str(line)[:_LABEL] for line in lines]
        case Code.REST_UNCLEAR:
            items, amount = error.details["items"], error.details["amount"]
            assert isinstance(items, Money)
            assert isinstance(amount, Money)
            both = replace(items, minor=items.minor + amount.minor)
            return [
                say.plain("Everybody's"),
                say.plain("Mine"),
                say.plain("Tip and tax"),
                say.plain("Only {amount}", amount=say.money(items)),
                say.plain("{amount} in all", amount=say.money(both)),
            ]
        case Code.UNKNOWN_NAME:
            unknown, near = error.details["name"], error.details.get("near")
            assert isinstance(unknown, Name)
            ours = [shown(near.first_name, _MAX_NAME)] if isinstance(near, Member) else []
            new = say.plain("Add {name}", name=shown(unknown.text, _MAX_NAME))
            return [*ours, new, say.plain("Not a name")]
        case Code.WORDS_LEFT:
            stands = error.details.get("stands")
            if isinstance(stands, Way):
                return [say.plain("Yes: {way}", way=way_label(say, stands))[:_LABEL]]
            return [say.plain("Yes, record it so")]
        case Code.HOW_OFTEN:
            return [say.plain("Only this once")]
        case _:
            return []


def _namesakes(error: LedgerError) -> list[Button]:
    """Return a button for each whose name is in a line, where a press can say who is meant.

    The detail `said` has those who were said to be meant before.
    """
    members, said = error.details.get("members"), error.details.get("said")
    if error.code is not Code.NAME_AMBIGUOUS or not isinstance(said, tuple):
        return []
    if not isinstance(members, tuple) or len(said) >= _MOST_SAID:
        return []
    names = Names(members)
    return [
        Button(names.plain(member.id)[:_MAX_LABEL], press(Verb.WHO, *said, member.id))
        for member in members[:_MOST_NAMESAKES]
    ]


def with_name_meant(error: LedgerError, typed: str) -> str | None:
    """Return a line with the name of whoever was perhaps meant in the place of an unknown one."""
    name, near = error.details.get("name"), error.details.get("near")
    if not isinstance(name, Name) or not isinstance(near, Member) or "\n" in typed:
        return None
    written = re.compile(rf"(?<!\w)@?{re.escape(name.text)}(?!\w)")
    meant = "@" + "_".join((near.username or near.first_name).split())
    example, count = written.subn(lambda _: meant, typed)
    return example if count == 1 and example != typed else None


def told(say: Language, error: LedgerError) -> Markup:
    """Return a mistake in words alone, for an answer that tells of several."""
    return _TELLINGS[error.code](Mistake(say, error.details, None))


def _kept(say: Language, error: LedgerError) -> Markup | None:
    entry = error.details.get("kept")
    if not isinstance(entry, Entry):
        return None
    return say("#{number} stays as it was.", number=entry.number)


def _otherwise(error: LedgerError) -> tuple[str, ...]:
    """Return what helps where the line itself can't be mended."""
    nearest = error.details.get("nearest")
    if error.code is Code.UNKNOWN_TIMEZONE and isinstance(nearest, tuple):
        return tuple(f"/timezone {zone}" for zone in nearest or ("Asia/Kolkata",))
    if error.code is Code.UNKNOWN_NAME and error.details.get("name") is not None:
        return ("/members",)
    return ()


def _copying(say: Language, lines: list[str]) -> Keyboard:
    """Return a button a corrected line, which puts it where it can be pasted and sent."""
    short = [line for line in lines if units(line) <= MAX_COPIED]
    if len(short) == 1:
        return keyboard([Button(say.plain("Copy"), copy=short[0])])
    return keyboard(*([Button(line[:_LABEL], copy=line)] for line in short))


def _to_copy(say: Language, lines: list[str]) -> list[Markup]:
    if len(lines) == 1:
        return [say("Try:  <code>{example}</code>", example=lines[0])]
    return [
        say("Try:  <code>{example}</code>", example=line)
        if place == 0
        else say("or:  <code>{example}</code>", example=line)
        for place, line in enumerate(lines)
    ]
