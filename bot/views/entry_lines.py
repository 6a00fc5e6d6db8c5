"""An entry in words: its title, who paid, who owes what, and what else was said."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Final

from markupsafe import Markup

from bot.language.catalogues import Language
from bot.views.names import Names, shown
from ledger.core.entries import Contents, Entry, EntryKind
from ledger.core.money import Money
from ledger.core.shares import EQUAL_PART, Part, PartKind, Share

MAX_NAMES: Final = 30
"""Names in one receipt; Details has the rest."""
MAX_TITLE: Final = 100
MAX_NOTE: Final = 500
MAX_ARITHMETIC: Final = 200


def title(say: Language, entry: Entry, names: Names) -> Markup:
    """Return what an entry is called: "#12 dinner", "#16 Bob → Alice", or just "#13"."""
    number = entry.number
    contents = entry.contents
    if contents.kind is EntryKind.PAYMENT:
        payer, payee = names[contents.payers[0].member], names[contents.owers[0].member]
        return say("#{number} {payer} → {payee}", number=number, payer=payer, payee=payee)
    description = shown(contents.description, MAX_TITLE)
    if description:
        return say("#{number} {description}", number=number, description=description)
    return say("#{number}", number=number)


def amount(say: Language, contents: Contents) -> str | Markup:
    """Return an entry's amount; of a refund, that it came back."""
    told = say.money(contents.amount)
    return say("{amount} came back", amount=told) if contents.is_refund else told


def worked_out(say: Language, contents: Contents, typed: str | None) -> Markup | None:
    """Return "(20+30)*1.1 = ₹55", or None where the amount was typed as a number."""
    if typed is None:
        return None
    shortened = shown(typed, MAX_ARITHMETIC)
    return say("{typed} = {amount}", typed=shortened, amount=say.money(contents.amount))


def shares(
    say: Language, contents: Contents, names: Names, limit: int, *, one_a_line: bool = False
) -> list[Markup]:
    """Return who paid and who owes what, in lines, with at most about `limit` names.

    An equal split names its people in one sentence; `one_a_line` keeps lines short instead,
    so that they can be paged.
    """
    groups = [] if one_a_line else _equal_groups(contents)
    if len(groups) == 1:
        each = _each(say, contents, names, groups[0], limit)
        return [_paid_and_each(say, contents, names, each)]
    return [_paid(say, contents, names), *_owed(say, contents, names, groups, limit)]


def owed(say: Language, contents: Contents, names: Names, limit: int) -> list[Markup]:
    """Return what each owes alone, in lines, with at most about `limit` names."""
    return _owed(say, contents, names, _equal_groups(contents), limit)


def _owed(
    say: Language, contents: Contents, names: Names, groups: Sequence[tuple[Share, ...]], limit: int
) -> list[Markup]:
    if groups:
        each_of = (_each(say, contents, names, group, limit) for group in groups)
        return [say("{each}.", each=each) for each in each_of]
    owers = contents.owers
    lines = [_share(say, contents, names, share) for share in owers[:limit]]
    if len(owers) > limit:
        left = len(owers) - limit
        lines.append(say.n("and {count} more: see Details", "and {count} more: see Details", left))
    return lines


def circumstances(say: Language, contents: Contents, today: date) -> Markup | None:
    """Return the date where it is not today, and the category."""
    if contents.on == today:
        category = contents.category
        return None if category is None else say("#{category}", category=category)
    day = say.date(contents.on, today)
    if contents.category is None:
        return say("On {date}", date=day)
    return say("On {date} · #{category}", date=day, category=contents.category)


_HASHTAG = re.compile(r"(?<!\S)#\w*[^\W\d]\w*")


def further_category(say: Language, contents: Contents) -> Markup | None:
    """Return that a second #category counts for nothing, where there is one."""
    found = _HASHTAG.search(contents.description) if contents.category else None
    if found is None:
        return None
    return say(
        "Filed under #{category} only: {other} stays in the description.",
        category=contents.category,
        other=shown(found[0], MAX_NOTE),
    )


def note(say: Language, contents: Contents) -> Markup | None:
    """Return what stood behind `//`."""
    if not contents.note:
        return None
    return say("<i>{note}</i>", note=shown(contents.note, MAX_NOTE))


def _equal_groups(contents: Contents) -> list[tuple[Share, ...]]:
    """Return the participants by share, most first, where nobody has a number of their own."""
    if not contents.is_equal or any(share.part is None for share in contents.owers):
        return []
    by_share: dict[int, list[Share]] = {}
    for share in contents.owers:
        by_share.setdefault(share.owed_minor, []).append(share)
    return sorted((tuple(group) for group in by_share.values()), key=len, reverse=True)


def _each(
    say: Language, contents: Contents, names: Names, group: tuple[Share, ...], limit: int
) -> Markup:
    listed = [names[share.member] for share in group[:limit]]
    if len(group) > limit:
        left = len(group) - limit
        listed.append(say.n("{count} more", "{count} more", left))
    amount = say.money(Money(group[0].owed_minor, contents.currency))
    if len(group) == 1:
        return say("{amount}: {names}", amount=amount, names=say.list(listed))
    return say("{amount} each: {names}", amount=amount, names=say.list(listed))


def _paid_and_each(say: Language, contents: Contents, names: Names, each: Markup) -> Markup:
    if len(contents.payers) == 1:
        payer = names[contents.payers[0].member]
        if contents.is_refund:
            return say("{name} got it. {each}.", name=payer, each=each)
        return say("{name} paid. {each}.", name=payer, each=each)
    if contents.is_refund:
        payers = _payers(say, contents, names)
        return say("Got it: {payers}. {each}.", payers=payers, each=each)
    return say("Paid: {payers}. {each}.", payers=_payers(say, contents, names), each=each)


def _paid(say: Language, contents: Contents, names: Names) -> Markup:
    if len(contents.payers) == 1:
        name = names[contents.payers[0].member]
        if contents.is_refund:
            return say("{name} got it.", name=name)
        return say("{name} paid.", name=name)
    if contents.is_refund:
        return say("Got it: {payers}.", payers=_payers(say, contents, names))
    return say("Paid: {payers}.", payers=_payers(say, contents, names))


def _payers(say: Language, contents: Contents, names: Names) -> Markup:
    payers = contents.payers
    listed = [
        say(
            "{name} {amount}",
            name=names[share.member],
            amount=say.money(Money(share.paid_minor, contents.currency)),
        )
        for share in payers[:MAX_NAMES]
    ]
    if len(payers) > MAX_NAMES:
        listed.append(say.n("{count} more", "{count} more", len(payers) - MAX_NAMES))
    return say.list(listed)


def _share(say: Language, contents: Contents, names: Names, share: Share) -> Markup:
    name = names[share.member]
    amount = say.money(Money(share.owed_minor, contents.currency))
    part = _part(say, contents, share.part)
    if part is None:
        return say("{name} {amount}", name=name, amount=amount)
    return say("{name} {amount} ({part})", name=name, amount=amount, part=part)


def _part(say: Language, contents: Contents, part: Part | None) -> str | None:
    """Return how somebody's part was written, where the share alone does not say it."""
    if part is None or part == EQUAL_PART or part.kind is PartKind.EXACT:
        return None
    if part.kind is PartKind.PERCENT:
        return say.percent(part.value)
    if part.kind is PartKind.SHARES:
        return f"×{say.number(Decimal(part.value).scaleb(-4))}"
    return say.net(Money(part.value, contents.currency))
