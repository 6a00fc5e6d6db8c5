"""The words of each language that mean something in a line, one file a language."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property, lru_cache
from threading import Lock
from typing import TypeVar

from babel import Locale

from handlers.grammar.literals.dates import WEEKDAYS
from handlers.grammar.vocabulary import (
    ar,
    de,
    en,
    english_replies,
    english_senses,
    english_turns,
    es,
    fr,
    hi,
    it,
    pt_br,
    ru,
    tr,
    uk,
)
from handlers.grammar.vocabulary import id as indonesian
from handlers.grammar.vocabulary.debt_words import Debts, DebtWords, debts_of
from handlers.grammar.vocabulary.number_words import Numbers, NumberWords, numbers_of
from handlers.grammar.vocabulary.reply_words import Replies, ReplyWords, replies_of
from handlers.grammar.vocabulary.roles import Role as Role
from handlers.grammar.vocabulary.rule_words import RuleRole, RuleWords
from handlers.grammar.vocabulary.sense_words import Sense, SenseWords
from handlers.grammar.vocabulary.turn_words import TurnRole, TurnWords
from handlers.grammar.vocabulary.words import Words
from ledger.core.folding import fold_once

LANGUAGES: Mapping[str, Words] = {
    "en": en.WORDS,
    "hi": hi.WORDS,
    "es": es.WORDS,
    "pt_BR": pt_br.WORDS,
    "de": de.WORDS,
    "fr": fr.WORDS,
    "it": it.WORDS,
    "ru": ru.WORDS,
    "uk": uk.WORDS,
    "tr": tr.WORDS,
    "id": indonesian.WORDS,
    "ar": ar.WORDS,
}
RULES: Mapping[str, RuleWords] = {
    "en": en.RULES,
    "hi": hi.RULES,
    "es": es.RULES,
    "pt_BR": pt_br.RULES,
    "de": de.RULES,
    "fr": fr.RULES,
    "it": it.RULES,
    "ru": ru.RULES,
    "uk": uk.RULES,
    "tr": tr.RULES,
    "id": indonesian.RULES,
    "ar": ar.RULES,
}
DEBTS: Mapping[str, DebtWords] = {
    "en": en.DEBTS,
    "hi": hi.DEBTS,
    "es": es.DEBTS,
    "pt_BR": pt_br.DEBTS,
    "de": de.DEBTS,
    "fr": fr.DEBTS,
    "it": it.DEBTS,
    "ru": ru.DEBTS,
    "uk": uk.DEBTS,
    "tr": tr.DEBTS,
    "id": indonesian.DEBTS,
    "ar": ar.DEBTS,
}
NUMBERS: Mapping[str, NumberWords] = {
    "en": en.NUMBERS,
    "hi": hi.NUMBERS,
    "es": es.NUMBERS,
    "pt_BR": pt_br.NUMBERS,
    "de": de.NUMBERS,
    "fr": fr.NUMBERS,
    "it": it.NUMBERS,
    "ru": ru.NUMBERS,
    "uk": uk.NUMBERS,
    "tr": tr.NUMBERS,
    "id": indonesian.NUMBERS,
    "ar": ar.NUMBERS,
}
SENSES: Mapping[str, SenseWords] = {
    "en": english_senses.SENSES,
    "hi": hi.SENSES,
    "es": es.SENSES,
    "pt_BR": pt_br.SENSES,
    "de": de.SENSES,
    "fr": fr.SENSES,
    "it": it.SENSES,
    "ru": ru.SENSES,
    "uk": uk.SENSES,
    "tr": tr.SENSES,
    "id": indonesian.SENSES,
    "ar": ar.SENSES,
}
TURNS: Mapping[str, TurnWords] = {
    "en": english_turns.TURNS,
    "es": es.TURNS,
    "de": de.TURNS,
    "fr": fr.TURNS,
}
"""Mostly what English says in other words than the rules know, so far."""
REPLIES: Mapping[str, ReplyWords] = {
    "en": english_replies.REPLIES,
    "hi": hi.REPLIES,
    "es": es.REPLIES,
    "pt_BR": pt_br.REPLIES,
    "de": de.REPLIES,
    "fr": fr.REPLIES,
    "it": it.REPLIES,
    "ru": ru.REPLIES,
    "uk": uk.REPLIES,
    "tr": tr.REPLIES,
    "id": indonesian.REPLIES,
    "ar": ar.REPLIES,
}
"""What is said below a receipt: most sentences are English so far."""


_SHORT_DAYS = frozenset({"ru", "uk"})
"""Languages in which a weekday's short name is no other word: "пн", but "sal" and "sen" are."""
_WORDS_AS_WELL = frozenset({"so", "do", "mar", "mer", "jeu", "sam", "ter", "qua", "sex", "sal"})
_WORDS_AS_WELL |= {"per", "cum", "min", "sen", "sel", "गुरु", "रवि"}
"""Short names of days that are words wherever they stand, or people."""
_FEIRA = "-feira"
"""What Portuguese leaves out when it speaks: sexta is sexta-feira."""

_MAKING = Lock()
"""So that of several threads that come upon a language at once one puts its words in order, and
not each a megabyte of its own."""

Phrase = tuple[str, ...]
AnyRole = TypeVar("AnyRole", Role, RuleRole, TurnRole)


@dataclass(frozen=True)
class Vocabulary:
    """What the words of several languages mean, by runs of them as tuples, folded."""

    roles: Mapping[Phrase, tuple[Role, ...]]
    rules: Mapping[Phrase, tuple[RuleRole, ...]]
    turns: Mapping[Phrase, tuple[TurnRole, ...]]
    senses: Mapping[Sense, frozenset[str]]
    weekdays: Mapping[str, int]
    short_weekdays: Mapping[str, int]
    rule_weekdays: Mapping[str, int]
    rule_duals: tuple[str, ...]
    months: Mapping[str, int]
    counts: Mapping[Phrase, int]
    fractions: Mapping[Phrase, Fraction]
    debts: Debts
    numbers: Numbers
    longest: int
    codes: frozenset[str]

    @cached_property
    def replies(self) -> Replies:
        """What is said below a receipt; most lines are read without it."""
        return replies_of([REPLIES[code] for code in sorted(self.codes & REPLIES.keys())])

    @cached_property
    def known(self) -> frozenset[str]:
        """All words that mean something by themselves, or that such a run begins with.

        But for things: they only say that they are nobody's name. Of the senses only what is
        returned has a rule of its own, "deposit returned", of rules how often, and of turns whose
        card paid; others are said beside such runs.
        """
        runs = (run[0] for run, roles in self.roles.items() if roles != (Role.THING,))
        counts = (run[0] for run in (*self.counts, *self.fractions))
        days = (*self.weekdays, *self.short_weekdays, *self.months)
        numbers = (*self.numbers.values, *self.numbers.cents, *self.numbers.point)
        numbers += (*self.numbers.notes, *self.numbers.stacks)
        halves = (run[0] for run in self.numbers.half)
        said = (*self.debts.sentences, *numbers, *halves)
        cards = (run[0] for run, roles in self.turns.items() if TurnRole.CARD in roles)
        often = {RuleRole.EVERY, RuleRole.BY_ITSELF}
        rules = (run[0] for run, roles in self.rules.items() if often & {*roles})
        return frozenset(
            {*runs, *counts, *days, *said, *rules, *cards, *self.senses[Sense.RETURNED]}
        )


@lru_cache(maxsize=256)
def vocabulary(languages: frozenset[str]) -> Vocabulary:
    """Return the words of some languages, always with English; others than ours are left out.

    A language is also found by its first part: `de_AT` is German, `pt` Brazilian.
    """
    codes = {"en"}
    for language in languages:
        short = language.replace("-", "_").partition("_")[0]
        codes |= {code for code in LANGUAGES if code == language or code.partition("_")[0] == short}
    with _MAKING:
        return _vocabulary_of(frozenset(codes))


@lru_cache(maxsize=64)
def _vocabulary_of(codes: frozenset[str]) -> Vocabulary:
    """Return the words of languages of ours, one and the same for all who speak them."""
    roles = _by_phrase(Role, [LANGUAGES[code] for code in sorted(codes)])
    rules = _by_phrase(RuleRole, [RULES[code] for code in sorted(codes)])
    turns = _by_phrase(TurnRole, [TURNS[code] for code in sorted(codes & TURNS.keys())])
    senses = _by_sense([SENSES[code] for code in sorted(codes)])
    weekdays: dict[str, int] = {}
    shorts: dict[str, int] = {}
    for code in sorted(codes):
        weekdays |= {name: day for name, day in _weekdays(code) if name not in weekdays}
        shorts |= {name: day for name, day in _short_weekdays(code) if name not in shorts}
    # Others that are short are words: sun, sat, mon.
    weekdays |= {name: WEEKDAYS[name] for name in ("tue", "tues", "wed", "thu", "thurs", "fri")}
    months = {name: month for code in sorted(codes - {"en"}) for name, month in _months(code)}
    counts = {phrase: count for code in sorted(codes) for phrase, count in _counts(code)}
    fractions = {run: value for code in sorted(codes) for run, value in _fractions(code)}
    rule_days = {name: day for code in sorted(codes) for name, day in _days_of_rules(code)}
    duals = next((RULES[code].duals for code in sorted(codes) if RULES[code].duals), "")
    return Vocabulary(
        *(roles, rules, turns, senses, weekdays, shorts, rule_days),
        *(tuple(map(fold_once, duals.split())), months, counts, fractions),
        debts_of([DEBTS[code] for code in sorted(codes & DEBTS.keys())]),
        numbers_of([NUMBERS[code] for code in sorted(codes & NUMBERS.keys())]),
        longest=max(map(len, (*roles, *rules))),
        codes=codes,
    )


def _by_phrase(
    roles: Iterable[AnyRole], spoken: Sequence[Words | RuleWords | TurnWords]
) -> dict[Phrase, tuple[AnyRole, ...]]:
    """Return what each phrase of some languages means."""
    found: dict[Phrase, list[AnyRole]] = {}
    for role in roles:
        texts = {text for words in spoken for text in getattr(words, role.value).split("|")}
        for phrase in {tuple(fold_once(text).split()) for text in texts if text}:
            found.setdefault(phrase, []).append(role)
    kept: dict[tuple[AnyRole, ...], tuple[AnyRole, ...]] = {}  # One for the thousands alike.
    means = ((phrase, tuple(several)) for phrase, several in found.items())
    return {phrase: kept.setdefault(several, several) for phrase, several in means}


def _by_sense(spoken: Sequence[SenseWords]) -> dict[Sense, frozenset[str]]:
    """Return the words of some languages by what they mean beside others."""
    return {
        sense: frozenset(
            fold_once(word)
            for words in spoken
            for word in getattr(words, sense.value).split("|")
            if word
        )
        for sense in Sense
    }


def _weekdays(code: str) -> Iterator[tuple[str, int]]:
    """Return a language's names of days: CLDR's, and how people call them besides."""
    for width in ("wide", "abbreviated") if code in _SHORT_DAYS else ("wide",):
        for day, name in Locale.parse(code).days["format"][width].items():
            yield fold_once(name.replace("ʼ", "'")), day
            yield fold_once(name.removesuffix(_FEIRA)), day
    yield from _named_days(LANGUAGES[code])


def _named_days(words: Words | RuleWords) -> Iterator[tuple[str, int]]:
    for day, names in enumerate(words.weekdays.split("|")):
        for name in names.split():
            yield fold_once(name), day


def _days_of_rules(code: str) -> Iterator[tuple[str, int]]:
    """Return more names of days as rules call them, where short ones can be nothing else."""
    for day, name in Locale.parse(code).days["format"]["abbreviated"].items():
        yield fold_once(name.rstrip(".")), day
    yield from _named_days(RULES[code])


def _short_weekdays(code: str) -> Iterator[tuple[str, int]]:
    """Return the short names of a language's days that are hardly anything else at the end."""
    for day, name in Locale.parse(code).days["format"]["abbreviated"].items():
        short = fold_once(name.rstrip("."))
        if short not in _WORDS_AS_WELL:
            yield short, day


def _counts(code: str) -> Iterator[tuple[Phrase, int]]:
    """Return how a language says for how many people something is, in words."""
    for count, phrases in enumerate(LANGUAGES[code].counts.split("|"), 2):
        for phrase in filter(None, phrases.split(",")):
            yield tuple(fold_once(phrase).split()), count


def _fractions(code: str) -> Iterator[tuple[Phrase, Fraction]]:
    """Return how a language says parts of a whole in words."""
    for said in filter(None, LANGUAGES[code].fractions.split("|")):
        value, _, phrases = said.partition(":")
        for phrase in phrases.split(","):
            yield tuple(fold_once(phrase).split()), Fraction(value)


def _months(code: str) -> Iterator[tuple[str, int]]:
    """Return a language's names of months, also those that stand behind a day, and short ones."""
    for widths in Locale.parse(code).months.values():
        for width in ("wide", "abbreviated"):
            for month, name in widths[width].items():
                yield fold_once(name.rstrip(".")), month
