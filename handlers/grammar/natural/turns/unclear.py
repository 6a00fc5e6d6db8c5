"""Turns of phrase that may mean either: who paid for whom, and how much "extra" is."""

from __future__ import annotations

from dataclasses import replace

from handlers.grammar.natural.turns.said import Said, alone
from handlers.grammar.vocabulary.turn_words import TurnRole
from ledger.core.errors import Code, LedgerError

_WHOLE_PHRASE = 5
_BOTH = 2


def check_unclear(said: Said) -> None:
    """Raise PAID_UNCLEAR(examples) for `bob pays for himself and dee`, `we all paid our own`.

    He may have paid all, or only take two parts of it. Raise BAD_PART(reason="near") for
    `bob had 2 slices extra`: how much that is, is open.
    """
    for at in range(said.end):
        if said.pays(at) and said.means(at + 1, TurnRole.OWN_BILLS):
            raise LedgerError(Code.PAID_UNCLEAR, examples=())
        _check_extra(said, at)
        _check_mine(said, at)
        _check_pays_all(said, at)
        _check_pays_for(said, at)
        _check_all_owe(said, at)
        _check_pays_half(said, at)
        _check_each_pays(said, at)
        _check_from(said, at)
        _check_for_himself(said, at)
        _check_pays_some(said, at)
        _check_bracket(said, at)
        _check_so_much_extra(said, at)


def _check_for_himself(said: Said, at: int) -> None:
    for_ = at + 2 if said.pays(at + 1) else 0
    self_ = said.means(for_, TurnRole.FOR) if for_ else 0
    and_ = said.means(self_, TurnRole.SELF) if self_ else 0
    other = said.means(and_, TurnRole.AND) if and_ else 0
    if not (other and said.is_named(at) and said.is_whose(other)):
        return
    payer, too = alone(said.words[at]), alone(said.words[other])
    rest = [word.text for word in (*said.words[:at], *said.words[other + 1 :])]
    name = f"@{payer.text.lstrip('@')}"
    out = "-me" if too.text == "me" else f"-@{too.text.lstrip('@')}"
    ways = ((*rest, "paid", name), (*rest, "all", name, "x2", out))
    lines = tuple(said.line.example(*way) for way in ways)
    raise LedgerError(Code.PAID_UNCLEAR, examples=lines)


def _check_mine(said: Said, at: int) -> None:
    """Raise BAD_PART(reason="near") for `bob paid 60, mine was 40`: my part of it, or I paid that.

    `i owe 40` beside it is asked about alike.
    """
    if owe := (said.means(at + 1, TurnRole.OWES) if said.means(at, TurnRole.I) else 0):
        number = owe
    else:
        share = said.means(at + 1, TurnRole.SHARE) if said.means(at, TurnRole.MY) else 0
        number = said.past(share or said.means(at, TurnRole.MINE), TurnRole.IS)
    if not number or not said.is_number(number):
        return  # As at most words of most lines: what follows looks at all of them.
    verbs = (one for one in range(1, said.end) if said.paid(one) and said.is_named(one - 1))
    verb = next(verbs, 0)
    others = [one for one in range(said.end) if said.is_number(one) and one != number]
    if not verb or len(others) != 1 or number < verb:
        return
    texts = [word.text for word in said.words]
    amount, mine, name = texts[others[0]], texts[number], said.somebody(verb - 1).text
    told = {others[0], verb - 1, verb, *range(at, number + 1)}
    rest = [text for one, text in enumerate(texts) if one not in told]
    raise LedgerError(
        Code.BAD_PART,
        written=" ".join(texts[at : number + 1]),
        reason="near",
        name=None,
        examples=(
            said.line.example(amount, "only", "me", mine, name, *rest, "paid", name),
            said.line.example(amount, *rest, "paid", name, "me", mine),
        ),
    )


def _check_extra(said: Said, at: int) -> None:
    number, thing, extra = (said.text(at + place) for place in range(2, _WHOLE_PHRASE))
    has = said.means(at + 1, TurnRole.HAD) and said.means(at + 4, TurnRole.EXTRA)
    if not (has and extra and thing.isalpha() and said.is_named(at)):
        return
    if not (number.isdigit() or said.circle.words.numbers.values.get(number, 0) > 1):
        return
    texts = [word.text for word in said.words]
    stop = at + _WHOLE_PHRASE
    story = [f"\\{text}" for text in texts[at:stop]]
    twice = ("all", texts[at], "x2")
    ways = ((*texts[:at], *twice, *texts[stop:]), (*texts[:at], *story, *texts[stop:]))
    raise LedgerError(
        Code.BAD_PART,
        written=" ".join(texts[at:stop]),
        reason="near",
        name=None,
        examples=tuple(said.line.example(*way) for way in ways),
    )


def _check_pays_all(said: Said, at: int) -> None:
    """Raise BAD_PART(reason="treat") for `bob pays all`: he paid, or all of it is his."""
    verb = said.past(at + 1, TurnRole.WILL) if said.is_somebody(at) else 0
    pays = said.means(verb, TurnRole.PAYS) if verb else 0
    stop = said.means(pays, TurnRole.WHOLE) if pays else 0
    if not stop or (said.paid(verb) and said.text(verb) == "paid"):
        return
    name = said.somebody(at).text
    texts = [word.text for word in said.words]
    rest = (*texts[:at], *texts[stop:])
    raise LedgerError(
        Code.BAD_PART,
        written=" ".join(texts[at:stop]).rstrip(",;"),
        reason="treat",
        name=None,
        examples=(
            said.line.example(*rest, "paid", name),
            said.line.example(*rest, "only", name),
        ),
    )


def _check_pays_for(said: Said, at: int) -> None:
    """Raise PAID_UNCLEAR for `i'll pay for bob` beside what all of it is for.

    His share is mine then, or all of it is what I paid for him, who owes it.
    """
    start, who = said.means(at, TurnRole.I_WILL), "me"
    if not start and said.is_named(at):
        start, who = said.means(at + 1, TurnRole.WILL), said.somebody(at).text
    verb = said.means(start, TurnRole.PAY, TurnRole.PAYS) if start else 0
    for_ = said.means(verb, TurnRole.FOR) if verb else 0
    for_ = for_ or (verb if said.means(start, TurnRole.COVER) else 0)
    whom = for_ if for_ and said.is_whose(for_) else 0
    if not whom or said.numbers != 1 or not said.is_number_before(at):
        return
    out = said.somebody(whom).text
    texts = [word.text for word in said.words]
    rest = (*texts[:at], *texts[whom + 1 :])
    left = "-me" if out == "me" else f"-{out}"
    paid = () if who == "me" else ("paid", who)
    raise LedgerError(
        Code.PAID_UNCLEAR,
        examples=(
            said.line.example(*rest, "all", who, "x2", left),
            said.line.example(*rest, "only", out, *paid),
            said.line.example(*rest, "all", *paid),
        ),
    )


def _check_all_owe(said: Said, at: int) -> None:
    """Raise PAID_UNCLEAR for `we all owe dee 500`, `you guys owe me 500`: each, or together.

    So it is for `everyone give me 300`.
    """
    stop = said.means(at, TurnRole.WE_ALL) or said.means(at, TurnRole.YOU_ALL)
    owed = said.means(stop, TurnRole.OWES) if stop else 0
    stop = stop or said.means(at, TurnRole.EVERYONE)
    give = said.means(said.past(stop, TurnRole.POLITE), TurnRole.HANDS) if stop else 0
    give_me = bool(not owed and give and said.means(give, TurnRole.ME))
    owed = owed or (give if give_me else 0)
    number = owed + 1
    if not owed or not said.is_number(number) or said.numbers > 1:
        return
    to_me = said.means(at, TurnRole.YOU_ALL) and said.means(owed, TurnRole.ME)
    mine = give_me or bool(to_me)
    if not (mine or said.is_named(owed)):
        return
    if said.means(number + 1, TurnRole.EACH):
        return
    name = said.somebody(owed).text
    paid = () if mine else ("paid", name)
    texts = [word.text for word in said.words]
    rest = (*texts[:at], *texts[number + 1 :])
    raise LedgerError(
        Code.PAID_UNCLEAR,
        examples=(
            said.line.example(texts[number], "each", *rest, "all", f"-{name}", *paid),
            said.line.example(texts[number], *rest, "all", f"-{name}", *paid),
        ),
    )


def _check_pays_half(said: Said, at: int) -> None:
    """Raise PAID_UNCLEAR for `chen pays half`: of what two share, or the others share the rest."""
    verb = said.past(at + 1, TurnRole.WILL) if said.is_named(at) else 0
    pays = said.means(verb, TurnRole.GIVES) if verb else 0
    half = said.past(pays, TurnRole.THE) if pays else 0
    stop = said.means(half, TurnRole.HALF) if half else 0
    ends = stop and (stop >= said.end or said.words[stop - 1].plain[-1:] in ",;")
    if not ends or said.means(at - 1, TurnRole.CLAIMED) or said.names_others(at):
        return
    if any(said.means(one, TurnRole.OTHERS, TurnRole.HALF) for one in range(stop, said.end)):
        return
    name = said.somebody(at).text
    texts = [word.text for word in said.words]
    rest = (*texts[:at], *texts[stop:])
    raise LedgerError(
        Code.PAID_UNCLEAR,
        examples=(
            said.line.example(*rest, name, "me"),
            said.line.example(*rest, "all", name, "50%"),
        ),
    )


def _check_each_pays(said: Said, at: int) -> None:
    """Raise PAID_UNCLEAR for `speaker 500 bob pays 200 i pay 300`: shares, or what they paid."""
    parts: list[str] = []
    total, stop = 0, at
    while said.is_somebody(stop) and (number := said.means(stop + 1, TurnRole.PAYS)):
        text = said.words[number].plain.rstrip(",;") if said.is_number(number) else ""
        if not text.isdigit():
            return
        parts += [said.somebody(stop).text, text]
        total += int(text)
        stop = said.past(number + 1, TurnRole.AND)
    if len(parts) <= 2:
        return
    before = [said.words[one].plain.rstrip(",;") for one in range(at) if said.is_number(one)]
    if before != [str(total)]:
        return
    texts = [word.text for word in said.words]
    rest = (*texts[:at], *texts[stop:])
    raise LedgerError(
        Code.PAID_UNCLEAR,
        examples=(
            said.line.example(*rest, "only", *parts),
            said.line.example(*rest, "paid", *parts),
        ),
    )


def _check_from(said: Said, at: int) -> None:
    """Raise PAID_UNCLEAR for `petrol 1200, 500 from bob`: his share, or what he paid of it."""
    name = said.means(at + 1, TurnRole.FROM) if said.is_number(at) else 0
    if (
        not name
        or not said.is_named(name)
        or said.numbers != _BOTH
        or not said.is_number_before(at)
    ):
        return
    stop = said.past(name + 1, TurnRole.AND)
    rest_is = said.means(said.past(stop, TurnRole.THE), TurnRole.REST)
    mine = bool(rest_is and said.means(said.past(rest_is, TurnRole.IS), TurnRole.ME, TurnRole.MINE))
    stop = said.past(rest_is, TurnRole.IS) + 1 if mine else name + 1
    who, number = said.somebody(name).text, said.words[at].plain.rstrip(",;")
    texts = [word.text for word in said.words]
    rest = (*texts[:at], *texts[stop:])
    shared = (who, number, "me") if mine else ("all", who, number)
    raise LedgerError(
        Code.PAID_UNCLEAR,
        examples=(
            said.line.example(*rest, *shared),
            said.line.example(*rest, "paid", who, number, "me"),
        ),
    )


def _check_pays_some(said: Said, at: int) -> None:
    """Raise BAD_PART(reason="near") for `2000 gas bob pays 300`: his part, or what he put in."""
    number = at + 2
    both = said.means(at + 1, TurnRole.PAYS) and said.means(at + 1, TurnRole.PAY)
    if not (said.is_named(at) and both == number):
        return  # Who owes 300 paid nothing, and who covered 300 paid that.
    if not said.is_number(number) or said.numbers != _BOTH or not said.is_number_before(at):
        return
    if number + 1 < said.end or said.means(at - 1, TurnRole.AND):
        return
    texts = [word.text for word in said.words]
    rest, name, part = texts[:at], said.somebody(at).text, texts[number]
    everybody = [word.text for word in said.everybody_but(at)]
    raise LedgerError(
        Code.BAD_PART,
        written=" ".join(texts[at : number + 1]),
        reason="near",
        name=None,
        examples=(
            said.line.example(*rest, *everybody, name, part),
            said.line.example(*rest, "paid", name, part, "me"),
        ),
    )


def _check_bracket(said: Said, at: int) -> None:
    """Raise BAD_PART(reason="near") for `80 (12 wine just me and dee)`: so much more for them.

    Or it only says what it was for, and who shares all of it.
    """
    stop = next((one for one in range(at, said.end) if said.words[one].plain[-1:] == ")"), -1)
    number = said.words[at].plain.removeprefix("(")
    if stop <= at or number == said.words[at].plain or not number.isdigit():
        return
    inside = [
        replace(word, text=text, plain=text, low=text.lower())
        for word in said.words[at : stop + 1]
        if (text := word.plain.strip("()"))
    ]
    group = Said(replace(said.line, words=tuple(inside)), said.circle)
    names = [group.somebody(one).text for one in range(group.end) if group.is_somebody(one)]
    if not names or group.numbers != 1 or said.numbers != _BOTH:
        return
    texts = [word.text for word in said.words]
    rest = (*texts[:at], *texts[stop + 1 :])
    each, cents = divmod(int(number) * 100 // len(names), 100)
    more = f"{each}.{cents:02}" if cents else str(each)
    parts = [text for name in names for text in (name, f"+{more}")]
    raise LedgerError(
        Code.BAD_PART,
        written=" ".join(word.text for word in inside),
        reason="near",
        name=None,
        examples=(
            said.line.example(*rest, "all", *parts),
            said.line.example(*rest, *names),
        ),
    )


def _check_so_much_extra(said: Said, at: int) -> None:
    """Raise BAD_PART(reason="near") for `dee 300 drinks extra`: more for her, or all of hers."""
    number, stop = at + 1, at + 3
    extra = said.means(stop, TurnRole.EXTRA) >= said.end > stop
    if not (said.is_named(at) and said.is_number(number) and extra):
        return
    if said.numbers != _BOTH or not said.is_number_before(at):
        return
    texts = [word.text for word in said.words]
    rest, name, part = texts[:at], said.somebody(at).text, said.words[number].plain
    raise LedgerError(
        Code.BAD_PART,
        written=" ".join(texts[at : stop + 1]),
        reason="near",
        name=None,
        examples=(
            said.line.example(*rest, "all", name, f"+{part}"),
            said.line.example(*rest, name, part),
        ),
    )
