"""English turns of phrase, in words that the rules know: `dee only pays 6`, `i put 20`."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from typing import Final

from handlers.grammar.circle import Circle
from handlers.grammar.keywords import PAID
from handlers.grammar.lexer import Line, Word, word_of
from handlers.grammar.natural.debts.bought_for import name_of, possessor
from ledger.core.errors import Code, LedgerError
from ledger.core.folding import fold
from ledger.core.members import Sender

_NUMBER: Final = re.compile(r"[^\w\s]?\d[\d.,]*k?[,;]?\Z")
_ONLY: Final = frozenset({"only", "just"})
_PAYS: Final = frozenset({"pays", "pay", "owes", "owe", "gives"})
_GIVES: Final = frozenset({"pays", "pay", "gives", "give"})
_WILL: Final = frozenset({"will", "should", "must", "to", "has", "needs", "gonna", "shall", "can"})
_SHARES: Final = frozenset({"share", "part", "portion", "half"})
_ADJUSTING: Final = {"more": "+", "extra": "+", "less": "-"}
_GETS: Final = frozenset({"gets", "takes", "has", "pays", "owes"})
_SHARE_IT: Final = frozenset({"split", "splits", "share", "shares", "divide", "get", "pay"})
_WHAT_IS_LEFT: Final = (
    ("the", "other", "half"), ("other", "half"), ("the", "rest"), ("the", "remaining"), ("it",),
    ("the", "remaining", "half"), ("what", "is", "left"), ("equally",),
)  # fmt: skip
_NEAR: Final = 5
_PAY: Final = PAID | {"pays", "pay", "covers", "covered"}
_LEAVE: Final = frozenset({"leave", "leaving", "keep", "keeping", "count", "left"})
_NOT: Final = frozenset({"not", "dont", "don't", "never", "didnt", "didn't"})
_HAD: Final = frozenset({"had", "has", "ate", "took", "got", "drank"})
_CLAIMING: Final = frozenset({"only", "just", "by", "paid", "between", "and", "n", "&"})
"""Before people whose half is read otherwise."""
_SELVES: Final = frozenset({"himself", "herself", "themselves", "themself"})
_EACH: Final = frozenset({"each", "apiece", "pp"})
_AND: Final = frozenset({"and", "n", "&", "nd"})
_ONE_EACH: Final = frozenset({"1", "one"})
_OTHERS: Final = (
    ("the", "others"), ("others",), ("everyone", "else"), ("everybody", "else"),
    ("the", "rest", "of", "us"), ("rest", "of", "us"), ("the", "rest"), ("all", "others"),
)  # fmt: skip
_IN_WORDS: Final = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8}
_EVERYBODY: Final = Word("all", "all", "", everyone=True)
_FEWEST: Final = 2

_Turn = tuple[int, list[Word]]
"""The index behind what was said, and the words for it."""


def in_known_words(line: Line, circle: Circle) -> Line:
    """Return the line with the words that the rules know for such as say the same.

    Raises PAID_UNCLEAR(examples) where a line says that several paid, each for some.
    """
    said = _Said(line, circle)
    said.check_who_paid()
    words: list[Word] = []
    parts: list[Word] = []
    at = 0
    turns: list[Callable[[int], _Turn | None]] = [
        said.pays_me_back, said.gets_half, said.others_share, said.others_one_each, said.put,
        said.remaining, said.all_of_us, said.share_of, said.paid_the_rest, said.each_paid,
        said.only_these_each, said.paid_between, said.leave_out, said.i_o_u,
        said.half_each, said.seven_eleven,
    ]  # fmt: skip
    while at < said.end:
        if (found := said.pays_only(at) or said.of_which(at)) is not None:
            at, part = found
            parts += part
            continue
        if (own := said.plus_own(at)) is not None:
            words += line.words[at : at + 3]
            at, part = own
            parts += part
            continue
        found = next(filter(None, (turn(at) for turn in turns)), None)
        stop, instead = (at + 1, [line.words[at]]) if found is None else found
        if found is not None and instead:
            instead[-1] = replace(instead[-1], breaks=line.words[stop - 1].breaks)
        words += instead
        at = stop
    return replace(line, words=(*words, *parts, *line.words[said.end :]))


class _Said:
    """One line's words, asked what is said at an index."""

    def __init__(self, line: Line, circle: Circle) -> None:
        words = line.words
        self._line = line
        self.end = next((at for at, word in enumerate(words) if word.plain == "//"), len(words))
        self._words = words
        self._circle = circle
        self._texts = ["" if _is_claimed(word) else fold(word.low) for word in words[: self.end]]
        self._numbers = sum(self._is_number(at) for at in range(self.end))

    def check_who_paid(self) -> None:
        """Raise PAID_UNCLEAR for `bob pays for himself and dee` and `we all paid our own`.

        He may have paid all, or only take two parts of it.
        """
        for at in range(self.end):
            if self._text(at) in _PAY and self._is_own(at + 1):
                raise LedgerError(Code.PAID_UNCLEAR, examples=())
            self._check_extra(at)
            verb, for_, self_, and_ = (self._text(at + place) for place in range(1, 5))
            said = verb in _PAY and for_ == "for" and self_ in _SELVES and and_ in _AND
            if said and self._is_named(at) and self._is_whose(at + 5):
                payer, other = _alone(self._words[at]), _alone(self._words[at + 5])
                rest = [word.text for word in (*self._words[:at], *self._words[at + 6 :])]
                name = f"@{payer.text.lstrip('@')}"
                out = "-me" if other.text == "me" else f"-@{other.text.lstrip('@')}"
                ways = ((*rest, "paid", name), (*rest, "all", name, "x2", out))
                lines = tuple(self._line.example(*way) for way in ways)
                raise LedgerError(Code.PAID_UNCLEAR, examples=lines)

    def _check_extra(self, at: int) -> None:
        """Raise BAD_PART(reason="near") for `bob had 2 slices extra`: how much that is, is open."""
        had, number, thing, extra = (self._text(at + place) for place in range(1, 5))
        said = had in _HAD and thing.isalpha() and extra.rstrip(",.;") in ("extra", "more")
        if not (said and self._is_named(at) and (number.isdigit() or number in _IN_WORDS)):
            return
        texts = [word.text for word in self._words]
        story = [f"\\{text}" for text in texts[at : at + 5]]
        twice = ("all", texts[at], "x2")
        ways = ((*texts[:at], *twice, *texts[at + 5 :]), (*texts[:at], *story, *texts[at + 5 :]))
        raise LedgerError(
            Code.BAD_PART,
            written=" ".join(texts[at : at + 5]),
            reason="near",
            name=None,
            examples=tuple(self._line.example(*way) for way in ways),
        )

    def _is_own(self, at: int) -> bool:
        """Tell whether `our own` or `for ourselves` stands at a word."""
        if self._text(at) in ("our", "their"):
            return self._text(at + 1) == "own"
        return self._text(at) == "for" and self._text(at + 1) in ("ourselves", "themselves")

    def pays_me_back(self, at: int) -> _Turn | None:
        """Read `bob pays me back 9` beside the amount of all, which he owes then."""
        verb = at
        while self._text(verb) in _WILL:
            verb += 1
        back = [self._text(verb + 1), self._text(verb + 2)] == ["me", "back"]
        if self._numbers < _FEWEST or not back or self._text(verb) not in _GIVES:
            return None
        return (verb + 3, [word_of("owes"), word_of("me")]) if self._is_named(at - 1) else None

    def pays_only(self, at: int) -> _Turn | None:
        """Read `dee only pays 6`, `dee pays 6 of it` and `dee pays 6 more` beside an amount.

        What is left is everybody's, unless others are named.
        """
        if self._numbers < _FEWEST or not self._is_named(at) or self._text(at - 1) in _AND:
            return None
        verbs = [self._text(at + 1), self._text(at + 2)]
        only = verbs[0] in _ONLY and verbs[1] in _PAYS
        only |= verbs[0] in _PAYS and verbs[1] in _ONLY
        number = at + 3 if only else at + 2
        if not self._is_number(number) or not (only or verbs[0] in _PAYS):
            return None
        stop, part = number + 1, self._words[number]
        if sign := _ADJUSTING.get(self._text(stop), ""):
            stop, part = stop + 1, word_of(f"{sign}{part.plain.rstrip(',;')}")
        elif self._text(stop) == "of" and self._text(stop + 1) in ("it", "that", "this", "them"):
            stop += 2
        elif not only:
            return None
        everybody = [] if self._names_others(at) else [_EVERYBODY]
        return stop, [*everybody, _alone(self._words[at]), part]

    def of_which(self, at: int) -> _Turn | None:
        """Read `46 dinner of which 6 beer only dee` beside an amount: so much more for her."""
        start = at + 2 if (self._text(at), self._text(at + 1)) == ("of", "which") else 0
        if self._numbers < _FEWEST or not start or not self._is_number(start):
            return None
        name = next((one for one in range(start + 1, self.end) if self._is_whose(one)), 0)
        before = self._text(name - 1)
        if not name or name > start + _NEAR or before not in (*_ONLY, "for", "is", "was", "were"):
            return None
        number = self._words[start].plain.rstrip(",;")
        everybody = [] if self._names_others(name) else [_EVERYBODY]
        return name + 1, [*everybody, _alone(self._words[name]), word_of(f"+{number}")]

    def gets_half(self, at: int) -> _Turn | None:
        """Read `dee gets half` where the others share what is left."""
        stop = at + 1
        if self._text(at) not in _GETS or not self._is_named(at - 1):
            return None
        said = self._text(stop).rstrip(",") == "half" and any(
            self._others(one) for one in range(stop, self.end)
        )
        return (stop + 1, [word_of("50%")]) if said else None

    def others_share(self, at: int) -> _Turn | None:
        """Read `the rest of us split the other half`: everybody else."""
        verb = self._others(at)
        if not verb or self._text(verb) not in _SHARE_IT:
            return None
        stop = verb + 1
        for run in _WHAT_IS_LEFT:
            if tuple(self._texts[stop : stop + len(run)]) == run:
                stop += len(run)
                break
        return (stop, [_EVERYBODY]) if stop >= self.end else None

    def plus_own(self, at: int) -> _Turn | None:
        """Read `40 dinner plus 6 for my own beer`: it is added, and mine alone."""
        own = self._text(at + 3) == "my" and self._text(at + 4) == "own"
        if self._text(at) not in ("plus", "and", "+") or not self._is_number(at + 1):
            return None
        if not own or self._text(at + 2) != "for" or self._numbers < _FEWEST:
            return None
        number = self._words[at + 1].plain.rstrip(",;")
        me = Word("me", "me", "", Sender())
        everybody = [] if self._names_others(at + 3) else [_EVERYBODY]
        return at + 5, [*everybody, me, word_of(f"+{number}")]

    def others_one_each(self, at: int) -> _Turn | None:
        """Read `the others 1 each` beside somebody's shares: everybody has one otherwise."""
        stop = self._others(at)
        stop += self._text(stop) in ("get", "have", "pay", "take")
        if not stop or self._text(stop) not in _ONE_EACH:
            return None
        stop += 1 + (self._text(stop + 1) in ("share", "part"))
        return (stop + 1, [_EVERYBODY]) if self._text(stop) == "each" else None

    def put(self, at: int) -> _Turn | None:
        """Read `i put 20`, `bob put in 15`: that is paid."""
        if self._text(at) != "put" or not (self._text(at - 1) == "i" or self._is_named(at - 1)):
            return None
        stop = at + 1 + (self._text(at + 1) == "in")
        on_card = self._text(stop + 1) == "on"  # "bob put 20 on my card"
        return (stop, [word_of("paid")]) if self._is_number(stop) and not on_card else None

    def paid_between(self, at: int) -> _Turn | None:
        """Read `bob paid 50, dee 30, i paid 40`: between those who paid she did, too."""
        before = at - 1 - (self._text(at - 1) in _AND)
        behind = at + 2 + (self._text(at + 2) in _AND)
        paid = self._is_number(before) and self._text(before - 1) in (*PAID, "in", "put")
        pays = self._is_whose(behind) or self._text(behind) == "i"
        if not (paid and pays and self._is_named(at) and self._is_number(at + 1)):
            return None
        if self._text(behind + 1) not in PAID:
            return None
        return at + 2, [_alone(self._words[at]), word_of("paid"), self._words[at + 1]]

    def remaining(self, at: int) -> _Turn | None:
        """Read `paid the remaining 40`: that much."""
        paid = self._text(at - 1) in PAID or self._text(at - 1) in ("put", "in")
        stop = at + (self._text(at) == "the") + 1
        said = paid and self._text(stop - 1) == "remaining" and self._is_number(stop)
        return (stop + 1, [self._words[stop]]) if said else None

    def all_of_us(self, at: int) -> _Turn | None:
        """Read `all 4` and `for all four of us` where so many are here."""
        at += self._text(at) in ("for", "between", "among", "with")
        if self._text(at) != "all":
            return None
        text = self._text(at + 1).rstrip(",.;")
        count = int(text) if text.isdigit() else _IN_WORDS.get(text, 0)
        of_us = [self._text(at + 2), self._text(at + 3)] == ["of", "us"]
        stop = at + (4 if of_us else 2)
        ends = stop >= self.end or of_us or self._words[stop - 1].plain[-1:] in ",;"
        thing = self._text(at + 2)
        if text.isdigit() and thing.isalpha() and thing != "of" and self._numbers > 1:
            return at + 2, [word_of("all"), replace(self._words[at + 1], escaped=True)]
        here = count == len(self._circle.roster.active) and count >= _FEWEST
        return (stop, [_EVERYBODY]) if here and ends else None

    def share_of(self, at: int) -> _Turn | None:
        """Read `bobs share 300`, `my part 20` and `mine 20` beside other numbers: a part."""
        text = self._text(at)
        number = at + 1 + (self._text(at + 1) in _SHARES)
        number += self._text(number) in ("is", "was")
        # Beside "bob paid" it would be what they paid.
        paid = any(text in _PAY for text in self._texts) or self._text(at - 1) == "for"
        if self._numbers < _FEWEST or not self._is_number(number) or paid:
            return None
        if text == "mine" or (text == "my" and number > at + 1):
            me = Word("me", "me", "", Sender())
            return number + 1, [me, _alone(self._words[number])]
        whom = possessor(text, self._circle) if number > at + 1 else None
        if whom is None or (member := self._circle.member_of(whom)) is None:
            return None
        return number + 1, [name_of(member, self._circle), _alone(self._words[number])]

    def each_paid(self, at: int) -> _Turn | None:
        """Read `bob and i paid 650 each` where nothing says how much it was in all."""
        people, stop = self._list(at)
        each = self._text(stop) in ("each", "both")
        number = stop + 1 + each
        stop = number + 1 + (not each)
        if len(people) < _FEWEST or self._text(number - 1) not in PAID or self._numbers > 1:
            return None
        if not self._is_number(number) or not (each or self._text(number + 1) in _EACH):
            return None
        words: list[Word] = []
        for one in people:
            words += [one, word_of("paid"), self._words[number], word_of("and")]
        return stop, words[:-1]

    def only_these_each(self, at: int) -> _Turn | None:
        """Read `bob and dee 12 each, chen paid`: whoever paid is not among them."""
        people, stop = self._list(at)
        if len(people) < _FEWEST or not self._is_number(stop) or self._numbers > 1:
            return None
        behind = range(stop + 2, self.end)
        paid = any(
            self._text(one) in PAID and (self._is_named(one - 1) or self._is_named(one + 1))
            for one in behind
        )
        if not paid or self._text(stop + 1) not in _EACH:
            return None
        return stop, [word_of("only"), *self._words[at:stop]]

    def leave_out(self, at: int) -> _Turn | None:
        """Read `leave chen out`, `keep bob and chen out of it`: all but them."""
        denied = self._text(at - 1) in _NOT or self._text(at) not in _LEAVE
        people, stop = ([], 0) if denied else self._list(at + 1)
        if not people or self._text(stop).rstrip(",.;") != "out":
            return None
        stop += 1
        if self._text(stop) == "of" and self._text(stop + 1).rstrip(",.;") in ("it", "this"):
            stop += 2
        names = [replace(one, joined=place > 0) for place, one in enumerate(people)]
        return stop, [word_of("except"), *names]

    def i_o_u(self, at: int) -> _Turn | None:
        """Read `iou dee 460`: I owe it."""
        said = self._text(at) in ("iou", "i.o.u", "i.o.u.") and self._is_named(at + 1)
        return (at + 1, [word_of("i"), word_of("owe")]) if said else None

    def half_each(self, at: int) -> _Turn | None:
        """Read `bob and chen pay half each`: nothing is left for anybody else."""
        people, stop = self._list(at)
        start = stop
        while self._text(stop) in ("to", "will", "should", "pay", "pays", "split", "share", "owe"):
            stop += 1
        said = [self._text(stop), self._text(stop + 1).rstrip(",.;")] == ["half", "each"]
        if not said or len(people) != _FEWEST or self._text(at - 1) in _CLAIMING:
            return None
        comma = [word_of(",")] if self._words[stop + 1].plain.endswith(",") else []
        return stop + 2, [word_of("only"), *self._words[at:start], *comma]

    def seven_eleven(self, at: int) -> _Turn | None:
        """Read the shop `7 eleven` as no sum of money."""
        said = self._text(at) == "7" and self._text(at + 1).rstrip(",") == "eleven"
        if not said:
            return None
        return at + 2, [Word("7-eleven", "7-eleven", "", escaped=True)]

    def _list(self, at: int) -> tuple[list[Word], int]:
        """Return the people of a list that begins at a word, and the index behind it."""
        people: list[Word] = []
        while at < self.end and (self._is_named(at) or self._text(at) in ("i", "me")):
            people.append(_alone(self._words[at]))
            at += 1
            if self._text(at) in _AND and at + 1 < self.end:
                at += 1
        return people, at

    def paid_the_rest(self, at: int) -> _Turn | None:
        """Read `i paid 200 and bob the rest`: he paid that, too."""
        at += self._text(at) in ("and", "&", "n")
        stop = at + 1 + (self._text(at + 1) == "the")
        paid = any(self._text(one) in PAID for one in range(at))
        if not paid or self._text(stop).rstrip(",.") not in ("rest", "remainder"):
            return None
        ends = stop + 1 >= self.end or self._words[stop].plain[-1:] in ",;"
        if not (ends and (self._is_named(at) or self._text(at) in ("i", "me"))):
            return None
        name = self._words[at] if self._is_named(at) else Word("me", "me", "", Sender())
        return stop + 1, [word_of("rest"), word_of("by"), _alone(name)]

    def _others(self, at: int) -> int:
        """Return the index behind "the others", or 0."""
        for run in _OTHERS:
            if tuple(self._texts[at : at + len(run)]) == run:
                return at + len(run)
        return 0

    def _text(self, at: int) -> str:
        return self._texts[at] if 0 <= at < self.end else ""

    def _is_number(self, at: int) -> bool:
        return (
            0 <= at < self.end
            and bool(self._text(at))
            and bool(_NUMBER.match(self._words[at].plain))
        )

    def _is_named(self, at: int) -> bool:
        """Tell whether somebody's name ends at a word."""
        if not 0 <= at < self.end:
            return False
        word = self._words[at]
        if word.whom is not None:
            return not word.out
        return bool(self._text(at)) and len(self._circle.members(word.low, oblique=False)) == 1

    def _is_whose(self, at: int) -> bool:
        return self._is_named(at) or self._text(at) in ("me", "myself")

    def _names_others(self, at: int) -> bool:
        """Tell whether others than whoever stands at an index are named, and have not only paid."""
        others = (one for one in range(self.end) if one != at and self._is_named(one))
        return any(
            self._text(one + 1) not in PAID and self._text(one - 1) not in (*PAID, "by")
            for one in others
        )


def _is_claimed(word: Word) -> bool:
    return word.whom is not None or word.escaped or word.everyone


def _alone(word: Word) -> Word:
    """Return a name without the comma behind it."""
    return word_of(word.plain.rstrip(",;")) if word.whom is None else replace(word, joined=False)
