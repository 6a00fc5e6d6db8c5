"""Money handed over as people say it: `bob paid me 20`, `20 to bob`, `вернул Бобу 20`.

Who gave and who got is told by words before and behind names, by their endings, and by where
the verb stands.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date

from handlers.grammar.circle import Circle
from handlers.grammar.lexer import Line, Word, word_of
from handlers.grammar.literals.amounts import figure_at
from handlers.grammar.natural.figures.said_amounts import in_figures
from handlers.grammar.natural.payments.reasons import Reason, without_reason
from handlers.grammar.natural.phrases.persons import is_to_me
from handlers.grammar.natural.phrases.phrases import Phrases
from handlers.grammar.natural.phrases.somebody import Somebody
from handlers.grammar.natural.tokens.attached import detached
from handlers.grammar.natural.tokens.glued import off_amounts
from handlers.grammar.sounds import is_cyrillic
from handlers.grammar.vocabulary import Role, vocabulary
from handlers.grammar.vocabulary.sense_words import Sense
from ledger.core.errors import Code, LedgerError
from ledger.core.folding import fold
from ledger.core.members import Name, Sender
from ledger.core.money import Currency

_VERBS_LAST = frozenset({"tr", "hi"})
_SUBJECT_BEHIND = frozenset({"es", "pt", "fr", "it"})
"""Languages in which a name behind the verb did what it says: "ha pagato Bob"."""
_BENDING = frozenset({"ru", "uk"})
_ARROWS = frozenset({"->", "→", ">", "=>"})


@dataclass
class Transfer:
    """The people of one line: who gave, who got, and whose order alone says it.

    `others` are the words that are none of that, the amount among them; `note` what it was for.
    `verb` is whether anything says that money was handed over, `given` whether it can be said of
    no expense ("gave", "back"); `directed` whether "from" or "to" stands before somebody,
    `for_whom` whether "for" says who got it, and `free` whether a verb stands before the one
    unsaid name that may be on either side of it. `shared` is whether "with" stands before
    somebody, as it does of what is spent together. `means` is whether it says how the money went.
    """

    payers: list[Word] = field(default_factory=list)
    payees: list[Word] = field(default_factory=list)
    unsaid: list[Word] = field(default_factory=list)
    others: list[Word] = field(default_factory=list)
    note: tuple[Word, ...] = ()
    verb: bool = False
    given: bool = False
    free: bool = False
    directed: bool = False
    for_whom: bool = False
    shared: bool = False
    means: bool = False

    @property
    def is_unclear(self) -> bool:
        """Whether the only name may be who gave as well as who got."""
        return self.free and len(self.unsaid) == 1 and not (self.payers or self.payees)

    @property
    def ordered(self) -> list[Word] | None:
        """The payer, if not the sender, and the payee; None where that is not clear."""
        payers, payees, unsaid = self.payers, self.payees, self.unsaid
        if self.is_unclear or len(payers) > 1 or len(payees) > 1 or len(unsaid) > 2:
            return None
        if not payers and not payees:
            return unsaid or None
        if len(unsaid) + len(payers) + len(payees) > 2:
            return None
        if payers and payees:
            return [payers[0], payees[0]]
        if payers:
            return [payers[0], *(unsaid or ([] if is_me(payers[0]) else [me()]))]
        return [unsaid[0], payees[0]] if unsaid else [payees[0]]


def read_transfer(line: Line, home: Currency, today: date, circle: Circle) -> Transfer:
    """Sort the people of a line by whom its words let the money go from and to."""
    line = off_amounts(in_figures(line, circle, home), circle, home)
    line = _without_already(detached(line, circle, payment=True), circle)
    line, reason = without_reason(line, home, today, circle)
    found = _Reader(line, home, Phrases(line.words, circle, home, today)).read()
    to_somebody = bool(found.payees or found.unsaid)
    found.given |= found.verb and (reason is Reason.OWED or (bool(reason) and to_somebody))
    return found


def _without_already(line: Line, circle: Circle) -> Line:
    """Return the line without words such as "schon", which may stand within a verb."""
    already = circle.words.debts.already
    if not already:
        return line
    words = (
        word
        for word in line.words
        if word.whom is not None or word.escaped or fold(word.low) not in already
    )
    return replace(line, words=tuple(words))


def direction_unclear(line: Line, found: Transfer) -> LedgerError:
    """Return PAYMENT_UNCLEAR(written, direction=True, examples) for `отдал Bob 500`.

    The examples are a line for each way round.
    """
    name, rest = found.unsaid[0].text, " ".join(word.text for word in found.others)
    return LedgerError(
        Code.PAYMENT_UNCLEAR,
        written=" ".join(word.text for word in line.words),
        direction=True,
        examples=(f"/settle {name} {rest}", f"/settle {name} me {rest}"),
    )


def me() -> Word:
    """Return the word for whoever writes."""
    return Word("me", "me", "", Sender())


def is_me(word: Word) -> bool:
    """Tell whether a word is whoever writes."""
    return isinstance(word.whom, Sender)


class _Reader:
    """Reads one line from left to right."""

    def __init__(self, line: Line, home: Currency, phrases: Phrases) -> None:
        self._words = line.words
        self._home = home
        self._phrases = phrases
        self._spoken = phrases.circle.spoken
        self._found = Transfer()

    def read(self) -> Transfer:
        """Read the line."""
        at = 0
        while at < len(self._words):
            if self._words[at].plain == "//":
                self._found.others += self._words[at:]
                break
            at = (
                self._due(at)
                or self._said(at)
                or self._what_for(at)
                or self._named(at)
                or self._dated(at)
                or self._by_means(at)
                or self._verb(at)
                or self._other(at)
            )
        return self._found

    def _due(self, at: int) -> int:
        """Take `till friday`, which is no day of the payment but a note; return what follows."""
        stop = self._phrases.day(at + 1) if self._phrases.is_a(at, Sense.DUE) else 0
        self._found.note += self._words[at:stop]
        return stop

    def _said(self, at: int) -> int:
        """Take `i paid`, `from bob`, `to bob`, "мне" and `got`."""
        phrases, found = self._phrases, self._found
        if stop := phrases.role(at, Role.GAVE_ME):
            found.payees.append(me())
            found.verb = found.given = True
            return stop
        if stop := phrases.role(at, Role.I_PAID, Role.I_GAVE):
            found.payers.append(me())
            found.verb = True
            found.given |= bool(phrases.role(at, Role.I_GAVE))
            return stop
        roles = [(Role.FROM, found.payers), (Role.TO, found.payees)]
        if found.verb and any(map(is_me, found.payees)):  # "got paid back by dee"
            roles.append((Role.BY, found.payers))
        for role, people in roles:
            stop = phrases.role(at, role)
            if stop and (one := _person(phrases, stop)) is not None:
                people.append(one.word)
                found.directed = True
                return one.stop
        if (stop := phrases.role(at, Role.WITH)) and _person(phrases, stop) is not None:
            self._found.shared = True
            return stop  # "settled 300 with bob" is no other way round than without it.
        if phrases.role(at, Role.ME) == at + 1 and is_to_me(phrases, at):
            found.payees.append(me())
            return at + 1
        if phrases.role(at, Role.GOT) and not (found.others or found.payers or found.unsaid):
            found.payees.append(me())
            found.verb = found.given = True
            return phrases.role(at, Role.GOT)
        return 0

    def _what_for(self, at: int) -> int:
        stop = self._phrases.role(at, Role.FOR)
        begun = self._found.others or self._found.verb
        if not stop or stop >= len(self._words) or not begun:
            return 0
        if (one := _person(self._phrases, stop)) is not None:
            self._found.payees.append(one.word)
            self._found.for_whom = True
            return one.stop
        self._found.note = _note(self._phrases, stop, self._home)
        return stop + len(self._found.note)

    def _named(self, at: int) -> int:
        phrases, found = self._phrases, self._found
        one = _person(phrases, at)
        if one is None:
            return 0
        if one.bent:  # "Бобу заплатил Дима": money goes to Боб.
            found.payees.append(one.word)
            return one.stop
        if stop := phrases.role(one.stop, Role.GAVE_ME):
            found.payers.append(one.word)
            found.payees.append(me())
            found.verb = found.given = True
            return stop
        if stop := phrases.role(one.stop, Role.BEHIND_TO):
            found.payees.append(one.word)
            return stop
        if stop := phrases.role(one.stop, Role.GETS):
            found.payees.append(one.word)
            found.verb = found.given = True
            return stop
        if stop := self._gives(one.stop):
            found.payers.append(one.word)
            return stop
        after_payer = found.payers and not found.payees
        if found.free and self._is_unmarked_subject(at):
            found.payers.append(one.word)
            return one.stop
        (found.payees if after_payer else found.unsaid).append(one.word)
        return one.stop

    def _gives(self, at: int) -> int:
        """Return the index behind a word that says who stands before it gave the money."""
        phrases, found = self._phrases, self._found
        if stop := phrases.role(at, Role.PAID, Role.GAVE, Role.BEHIND_BY):
            found.verb = True
            found.given |= bool(phrases.role(at, Role.GAVE))
            return stop
        if stop := phrases.role(at, Role.BEHIND_FROM):
            found.directed = True
            return stop
        if stop := phrases.role(at, Role.BEHIND_GAVE, Role.HAS):
            return stop
        if at < len(self._words) and self._words[at].low in _ARROWS:
            found.verb = found.given = True
            return at + 1
        return 0

    def _is_unmarked_subject(self, at: int) -> bool:
        """Tell whether a name behind a verb did what it says: "отдал Боб", "pagó bob".

        "отдал Bob" may be either way round, as Latin letters take no endings.
        """
        if self._spoken & (_SUBJECT_BEHIND | _VERBS_LAST):
            return True
        return bool(self._spoken & _BENDING) and is_cyrillic(self._phrases.folded(at))

    def _dated(self, at: int) -> int:
        stop = self._phrases.day(at)
        if stop:
            day = self._phrases.day_meant(at).isoformat()
            others = self._found.others
            # Who writes "on" before it says no more by that.
            said = others and others[-1].low == "on" and not others[-1].escaped
            others += [word_of(day)] if said else [word_of("on"), word_of(day)]
        return stop

    def _by_means(self, at: int) -> int:
        """Take how the money went, `cash` or `via upi`, which is a note; return what follows."""
        start = at + 1 if self._phrases.is_a(at, Sense.BY_MEANS) else at
        stop = self._phrases.role(at, Role.MEANS) or self._phrases.role(start, Role.MEANS)
        if stop and self._phrases.role(at, Role.GAVE) > stop:
            return 0  # "upi kiya"
        if stop:
            self._found.note = (*self._found.note, *self._words[at:stop])
            self._found.means = True
        return stop

    def _verb(self, at: int) -> int:
        """Take a verb of giving that stands by itself, and "back"; return the index behind it."""
        phrases, found = self._phrases, self._found
        if stop := phrases.role(at, Role.BACK):
            found.given = True
            return stop
        stop = phrases.role(at, Role.PAID, Role.GAVE, Role.GOT)
        if not stop:
            return 0
        found.verb = True
        found.given |= bool(phrases.role(at, Role.GAVE, Role.GOT))
        if last := self._said_last(at, stop):
            return last
        run = tuple(" ".join(map(phrases.folded, range(at, stop))).split())
        of_word = vocabulary(frozenset()).roles.get(run, ())
        english = {Role.PAID, Role.GAVE}.intersection(of_word)
        if english or "id" in self._spoken:
            return stop  # The order says it: "gave bob 20".
        if found.unsaid and not (found.payers or found.payees) and self._spoken & _VERBS_LAST:
            found.payers.append(found.unsaid.pop())
        elif not (found.unsaid or found.payers or found.payees):
            found.free = True
        return stop

    def _said_last(self, at: int, stop: int) -> int:
        """Read English `bob 50 received`, who gave it; after `bob 50 paid` he may have got it."""
        found = self._found
        if self._spoken - {"en"} or not found.others or found.payers or found.payees:
            return 0
        stop += self._phrases.is_word(stop, "it")
        if len(found.unsaid) != 1 or (stop < len(self._words) and self._words[stop].plain != "//"):
            return 0
        if self._phrases.role(at, Role.GOT):
            found.payers.append(found.unsaid.pop())
            found.payees.append(me())
        else:
            found.free = True
        return stop

    def _other(self, at: int) -> int:
        self._found.others.append(self._words[at])
        return at + 1


def _person(phrases: Phrases, at: int) -> Somebody | None:
    one = phrases.person(at)
    if one is None and phrases.role(at, Role.BEFORE_NAME) == at + 1:
        behind = phrases.person(at + 1)  # "hab der mia 20 gegeben"
        one = None if behind is None or behind.typed else behind
    if one is None and phrases.role(at, Role.ME) == at + 1:
        return Somebody(me(), at + 1, typed=False)
    if one is None or len(one.members) < 2:
        return one
    if one.bent:
        return None
    # Which of several is asked, once it is looked up by what was typed.
    typed = " ".join(word.plain.rstrip(",;:.") for word in phrases.words[at : one.stop])
    return replace(one, word=replace(one.word, whom=Name(typed)))


def _note(phrases: Phrases, at: int, home: Currency) -> tuple[Word, ...]:
    """Return what a payment was for: the words up to a number, a date or a note."""
    found: list[Word] = []
    for place in range(at, len(phrases.words)):
        word = phrases.words[place]
        if word.plain == "//" or word.whom is not None or word.low == "on":
            break
        try:
            if figure_at(phrases.words, place, home) is not None:
                break
        except LedgerError:
            break
        found.append(word)
    return tuple(found)
