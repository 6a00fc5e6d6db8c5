"""Rewriting the words behind the amount: names, who paid, who is left out, days."""

from __future__ import annotations

import re
from dataclasses import replace

from handlers.grammar.keywords import PAID
from handlers.grammar.lexer import Word, word_of
from handlers.grammar.literals.amounts import figure_at
from handlers.grammar.literals.parts import is_part
from handlers.grammar.natural.debts.owing import OwingReader
from handlers.grammar.natural.parts.fractions import fraction_at
from handlers.grammar.natural.phrases.headcounts import headcount_at
from handlers.grammar.natural.phrases.phrases import Phrases
from handlers.grammar.natural.phrases.taking import Rewritten
from handlers.grammar.natural.sharers.ratios import RatioReader
from handlers.grammar.natural.sharers.sharers import SharerReader
from handlers.grammar.vocabulary import Role
from handlers.grammar.vocabulary.sense_words import Sense
from ledger.core.errors import Code, LedgerError

_A_NUMBER = re.compile(r"\d{1,7}(?:[.,]\d{1,2})?[,;]?\Z")
_SHORT_DATE = re.compile(r"\d{1,2}[/.]\d{1,2}[,;]?\Z")
_LEAST_PART = 20
_NEAR = 6
"""Words behind a name among which a number may be theirs."""
_RELATIVE = (Role.YESTERDAY, Role.BEFORE_YESTERDAY, Role.WEEK_AGO)


def _are_plain(phrases: Phrases, start: int, stop: int) -> bool:
    """Tell whether nothing but description stands there, and no clause begins."""
    return not any(
        (phrases.ends(at) and not phrases.role(at, Role.ONLY)) or phrases.words[at].escaped
        for at in range(start, stop)
    )


def _names(word: Word) -> bool:
    return (word.whom is not None or word.low == "me") and not (word.out or word.escaped)


def _may_be_part(minor: int, whole: int) -> bool:
    """Tell whether a number is of the size of somebody's part: "room 4" of 1200 is hardly."""
    return minor < whole <= minor * _LEAST_PART


class Rewriter(OwingReader, SharerReader, RatioReader):
    """Rewrites one line's words into the grammar's own."""

    def rewrite(self) -> Rewritten:
        """Rewrite the line."""
        at = 0
        while at < len(self._words):
            word = self._words[at]
            if word.plain == "//":
                self._done.words += self._words[at:]
                break
            if at in self._skipped:
                stop = at + 1
            elif word.escaped or word.everyone or word.out:
                stop = self._copied(at)
            else:
                stop = (
                    self._owed(at)
                    or self._i_am_out(at)  # "i paid but didn't eat"
                    or self._paid(at)
                    or self._double(at)
                    or self._rest(at)
                    or self._left_out(at)
                    or self._only(at)
                    or self._everyone(at)
                    or self._share_of(at)
                    or self._headcount(at)
                    or self._halves(at)
                    or self._ratio(at)
                    or self._ways(at)
                    or self._with(at)
                    or self._listed(at)
                    or self._another_day(at)
                    or self._day(at)
                    or self._each(at)
                    or self._for_what(at)
                    or self._copied(at)
                )
            assert stop > at
            at = stop
        self._put_payer()
        self._check_numbers()
        self._check_number_before()
        return self._done

    def _check_numbers(self) -> None:
        """Raise BAD_PART(reason="near") for a number that was left near a name: `bob drank 30`.

        With other words between them it may be theirs as well as say what it was for.
        """
        words = self._done.words
        left = Phrases(words, self._circle, self._amount.currency, self._today)
        for at, word in enumerate(words):
            if word.plain == "//":
                return
            one = None if word.whom is not None else self._circle.find(words, at)
            if one is None or len(one.members) > 1:
                continue
            near = range(one.stop + 1, min(len(words), one.stop + _NEAR))
            number = next((place for place in near if _A_NUMBER.match(words[place].plain)), None)
            if number is None or words[number].escaped or not _are_plain(left, one.stop, number):
                continue
            texts = [one.text for one in words]
            name = left.named(one.members[0]).text
            raise LedgerError(
                Code.BAD_PART,
                written=" ".join(texts[at : number + 1]),
                reason="near",
                name=None,
                words=(
                    (
                        *(*texts[:at], name, texts[number]),
                        *(*texts[one.stop : number], *texts[number + 1 :]),
                    ),
                    (*texts[:number], f"\\{texts[number]}", *texts[number + 1 :]),
                ),
            )

    def _check_number_before(self) -> None:
        """Raise BAD_PART(reason="near") for a number before the one name: `100 pizza 50 me`.

        It may be their part as well as say what it was for.
        """
        words = self._done.words
        named = [at for at, word in enumerate(words) if _names(word)]
        if len(named) != 1 or named[0] < 2 or words[named[0] - 2].low in PAID:
            return
        at = named[0] - 1
        number = words[at]
        if number.escaped or not _A_NUMBER.match(number.plain) or number.plain[-1] in ",;":
            return
        try:
            figure = figure_at(words, at, self._amount.currency)
            behind = is_part(words, at + 2, self._amount.currency)
        except LedgerError:
            return
        if figure is None or behind or not _may_be_part(figure.minor, self._amount.minor):
            return
        texts = [word.text for word in words]
        raise LedgerError(
            Code.BAD_PART,
            written=" ".join(texts[at : at + 2]),
            reason="near",
            name=None,
            words=(
                (*texts[:at], texts[at + 1], texts[at], *texts[at + 2 :]),
                (*texts[:at], f"\\{texts[at]}", *texts[at + 1 :]),
            ),
        )

    def _headcount(self, at: int) -> int:
        """Note for how many it is; the words are description unless they say how it is shared."""
        found = headcount_at(self._phrases, at)
        if found is None:
            return 0
        self._done.count, stop = found
        if skipped := self._halves(at):
            return skipped
        self._done.words += [replace(word, escaped=True) for word in self._words[at:stop]]
        return stop

    # Days and sums

    def _day(self, at: int) -> int:
        """Read a day without `on`, at the end or before a clause."""
        phrases = self._phrases
        if phrases.has_months and self._words[at].low == "on" and (said := phrases.dated(at + 1)):
            self._done.words += [word_of("on"), word_of(said[0].isoformat())]
            return said[1]
        full = phrases.role(at, Role.ON_DAY) or at
        if stop := self._in_digits(at, full):
            return stop
        stop, dated = phrases.day(at), None
        if not stop and (dated := phrases.dated(phrases.role(at, Role.ON_DAY) or at)):
            stop = dated[1]
        if not stop or (self._has_date and self._words[at].low != "on"):
            return 0
        if stop == at + 1 and not self._done.words and phrases.is_a(at, Sense.ALSO_THING):
            return 0
        if not dated and (talk := phrases.role(stop, Role.POLITE, Role.JOKING)):
            clear = phrases.role(at, *_RELATIVE) and phrases.ends(talk)
            stop = talk if clear else stop  # "yesterday lol"
        if not self._may_be_dated(at, stop):
            return 0
        if phrases.is_a(at - 1, Sense.OF_NAMED_DAY):
            return 0
        if phrases.role(stop, Role.NEXT_DAY) or self._is_next(at):
            return 0  # What is to come is no day of an expense.
        day = dated[0] if dated else phrases.day_meant(at)
        self._has_date = True
        self._drop_from(at)
        self._done.words += [word_of("on"), word_of(day.isoformat())]
        return stop

    def _another_day(self, at: int) -> int:
        """Keep a day when something is due, or like that of another: `same as last week`."""
        before = at - 1
        while before > 0 and self._phrases.role(before, Role.ARTICLE, Role.ON_DAY):
            before -= 1
        if not self._phrases.is_a(before, Sense.COMPARING, Sense.DUE):
            return 0
        start = self._phrases.role(at, Role.ON_DAY) or at
        stop = self._phrases.day(start)
        if not stop and (dated := self._phrases.dated(start)):
            stop = dated[1]
        if not stop and start > at and self._phrases.is_date(start):
            stop = start + 1
        self._done.words += [replace(word, escaped=True) for word in self._words[at:stop]]
        return stop

    def _drop_from(self, at: int) -> None:
        """Drop the "from" of `lunch from yesterday`."""
        if self._done.words[1:] and self._phrases.is_word(at - 1, "from"):
            self._done.words.pop()

    def _is_short_date(self, at: int) -> bool:
        """Tell whether a day of a month in digits, `14/11`, stands there before a clause."""
        if self._has_date or at >= len(self._words) or not _SHORT_DATE.match(self._words[at].plain):
            return False
        return self._phrases.is_date(at) and self._may_be_dated(at, at + 1)

    def _in_digits(self, at: int, full: int) -> int:
        """Read `am 14/11`, `14/11` at the end, `14.2.2024`; return the index behind it, or 0.

        `full` is where the digits stand.
        """
        phrases = self._phrases
        short = self._words[at].low != "on" and (full > at or self._is_last_date(at))
        # Where it is no day, or two, the grammar says so.
        whole = not self._has_date and phrases.is_full_date(full)
        if not (short and self._is_short_date(full)) and not (
            whole and self._may_be_dated(at, full + 1)
        ):
            return 0
        self._has_date = True
        self._done.words += [word_of("on"), self._words[full]]
        return full + 1

    def _is_last_date(self, at: int) -> bool:
        """Tell whether `14/11` behind what it was for can be one day only, and is no `24/7`."""
        plain = self._words[at].plain.rstrip(",;")
        clear = self._phrases.is_clear_date(at) and "/" in plain and plain != "24/7"
        return clear and bool(self._done.words)

    def _is_next(self, at: int) -> bool:
        before = range(max(0, at - 2), at)
        return any(self._phrases.role(start, Role.NEXT_DAY) == at for start in before)

    def _may_be_dated(self, at: int, stop: int) -> bool:
        """Tell whether a day stands first, at the end, or before a clause or people."""
        phrases = self._phrases
        clear = stop > at + 1 or phrases.role(at, *_RELATIVE) or phrases.is_full_date(at)
        begins = not self._done.words and bool(clear)
        everybody = phrases.role(stop, Role.EVERYONE) or (
            stop < len(self._words) and self._words[stop].everyone
        )
        everybody = everybody or (stop < len(self._words) and self._words[stop].low == "all")
        return (
            begins
            or bool(everybody)
            or self._counts_us(stop)
            or phrases.ends(stop)
            or self._ends_with_people(stop)
        )

    def _counts_us(self, at: int) -> bool:
        """Tell whether the `3 of us` of `lunch yesterday 3 of us not dee` stands there."""
        if at >= len(self._words) or not self._words[at].escaped:
            return False
        return self._counts(self._words[at])

    def _ends_with_people(self, at: int) -> bool:
        behind = self._phrases.role(at, Role.FOR) or at
        return self._phrases.people(behind) is not None

    def _for_what(self, at: int) -> int:
        """Skip a "for" that stands behind what it was for: "petrol ke liye"."""
        stop = self._phrases.role(at, Role.BEHIND_FOR)
        return stop if stop and self._done.words and self._phrases.ends(stop) else 0

    def _each(self, at: int) -> int:
        """Read "each" where only people or clauses follow: the amount is what each owes."""
        stop = self._phrases.role(at, Role.EACH)
        if not stop or self._done.each or not self._phrases.ends(stop):
            return 0
        if self._phrases.role(stop, Role.PAID, Role.BY, Role.I_PAID):
            return 0  # "each paid half"
        if self._is_each_ones_fraction(at):
            return stop
        behind_part = bool(self._done.words) and self._counts(self._done.words[-1])
        if behind_part and len(self._done.words) > 1:
            return 0
        self._done.each = True
        return stop

    def _counts(self, word: Word) -> bool:
        """Tell whether a word is a number, of things that each has: `4x25 one each`."""
        return word.plain[:1].isdigit() or word.low in self._circle.words.numbers.values

    def _is_each_ones_fraction(self, at: int) -> bool:
        """Tell whether `a quarter` before "each" is an equal share, of which nothing is left.

        Raises BAD_PART(reason="each") for another fraction.
        """
        start = next(
            (one for one in (at - 2, at - 1) if _fraction_up_to(self._phrases, one, at)), -1
        )
        if start < 0:
            return False
        found = fraction_at(self._phrases, start)
        people = sum(one.active for one in self._circle.roster)
        if found is None or found[0] * people != 1 or len(self._done.words) < at - start:
            texts = [word.text for word in self._words]
            raise LedgerError(
                Code.BAD_PART,
                written=" ".join(texts[start : at + 1]),
                reason="each",
                name=None,
                words=((*texts[:start], *texts[at + 1 :]),),
            )
        del self._done.words[start - at :]
        return True


def _fraction_up_to(phrases: Phrases, start: int, stop: int) -> bool:
    found = fraction_at(phrases, start) if start >= 0 else None
    return found is not None and found[1] == stop
