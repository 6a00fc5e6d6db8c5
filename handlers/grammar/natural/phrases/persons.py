"""Who is named at a word: by a mark, by a name, or as whoever writes."""

from __future__ import annotations

import re
from dataclasses import replace

from handlers.grammar.lexer import Word
from handlers.grammar.literals.parts import is_part
from handlers.grammar.natural.phrases.days import Days
from handlers.grammar.natural.phrases.somebody import Somebody
from handlers.grammar.vocabulary import Role
from ledger.core.members import MemberId, Name, Sender

_INITIAL = re.compile(r"[^\W\d_]\.\Z")
_ASK_ENDINGS = (
    Role.WITH, Role.FOR, Role.BETWEEN, Role.WITHOUT, Role.TO, Role.FROM, Role.ADD, Role.REMOVE,
)  # fmt: skip
_BEFORE_ARTICLES = (
    *_ASK_ENDINGS,
    Role.BY,
    Role.PAID,
    Role.AND,
    Role.ONLY,
    Role.ADD,
    Role.REMOVE,
    Role.BEFORE_PAYER,
)
_BEHIND_ARTICLES = (
    Role.PAID, Role.HAS, Role.GAVE, Role.GAVE_ME, Role.OWES, Role.BEHIND_WITHOUT, Role.NOT_BEHIND,
    Role.BEHIND_ADD, Role.BEHIND_REMOVE,
)  # fmt: skip
MOST_BEFORE = 4
DATIVES = frozenset({"мне", "мені", "mir", "mi", "bana", "لي", "मुझे", "mujhe"})
_ME_IS_TO_ME = frozenset({"es", "pt", "fr"})


class Persons(Days):
    """One line's words, asked who is named at an index."""

    def person(self, at: int, *, oblique: bool | None = None) -> Somebody | None:
        """Return who is named at an index, by a mark or by a member's name; without their part.

        `oblique` is whether an ending is asked for there; None looks at the words before.
        """
        if at >= len(self.words):
            return None
        word = self.words[at]
        if word.whom is not None:
            return None if word.out else Somebody(word, at + 1, typed=True)
        if word.escaped or word.everyone:
            return None
        asked = self.asks_ending(at) if oblique is None else oblique
        found = self.circle.find(self.words, at, oblique=asked)
        if found is not None:
            members, stop = found.members, found.stop
            last = self.words[stop - 1].plain
            joined = last[-1:] in (",", ";")
            ended = last.rstrip(",;:.") != last and not _INITIAL.match(last)
            if ended and not joined and stop < len(self.words):
                return None  # "bob." ends a sentence, "alex p." does not.
            word = self.named(members[0], joined)
            return Somebody(word, stop, False, members, bent=found.bent)
        if self.role(at, Role.ME):
            return self._me(at)
        return self._with_article(at)

    def _with_article(self, at: int) -> Somebody | None:
        """Return who is named behind an article: "com o bob", "für die maria"."""
        name = self.role(at, Role.BEFORE_NAME)
        if name != at + 1:
            return None
        found = self.circle.find(self.words, name, oblique=self.asks_ending(at))
        if found is None:
            return None
        asked = any(
            self.role(start, *_BEFORE_ARTICLES) == at for start in range(max(0, at - 4), at)
        )
        said = self.role(found.stop, *_BEHIND_ARTICLES)
        return self.person(name) if asked or said else None

    def asks_ending(self, at: int) -> bool:
        """Tell whether a word before an index asks for an ending, as "with" does."""
        before = range(max(0, at - MOST_BEFORE), at)
        return any(
            self.role(start, *_ASK_ENDINGS) == at
            or (self.role(start, Role.BY) == at and not self.role(start, Role.PAID))
            for start in before
        )

    def _me(self, at: int) -> Somebody | None:
        stop = self.role(at, Role.ME)
        verb = self.role(at, Role.I_PAID)
        if stop != at + 1 or (verb > stop and self.ends(verb)):
            return None  # "for bob i bought"
        joined = self.words[at].plain[-1:] in (",", ";")
        clear = (
            joined
            or (at > 0 and self.role(at - 1, Role.FOR) == at and self.words[at].low == "me")
            or bool(self.role(stop, Role.NOT_BEHIND, Role.BEHIND_WITHOUT))
            or self._is_left_out(at)
            or self.ends(stop)
            or is_part(self.words, self.role(stop, Role.OWES) or len(self.words), self.currency)
            or is_part(self.words, stop, self.currency)
            or bool(self.role(stop, Role.HALF, Role.REST))
            or ((too := self.role(stop, Role.BEHIND_ADD)) > 0 and self.ends(too))  # "me too"
            or (self.role(stop, Role.AND) and self._is_known(self.role(stop, Role.AND)))
            or self._is_known(stop)
            or (at > 1 and self.role(at - 1, Role.AND) == at and self._is_known(at - 2))
        )
        if not clear:
            return None
        word = Word(self.words[at].text.rstrip(",;"), "me", "", Sender(), joined=joined)
        return Somebody(replace(word, text="me"), stop, word.text == "me")

    def _is_left_out(self, at: int) -> bool:
        """Tell whether a word before an index leaves out whoever stands there."""
        before = range(max(0, at - MOST_BEFORE), at)
        return any(self.role(start, Role.WITHOUT) == at for start in before)

    def _is_known(self, at: int) -> bool:
        if self.role(at, Role.BEFORE_NAME) == at + 1:
            at += 1
        if at >= len(self.words):
            return False
        word = self.words[at]
        found = self.circle.find(self.words, at, oblique=True)
        return (word.whom is not None and not word.out) or found is not None

    def is_named_before(self, at: int) -> bool:
        """Tell whether somebody's name ends right before an index."""
        before = (self.person(start) for start in range(max(0, at - MOST_BEFORE), at))
        return any(one is not None and one.stop == at for one in before)

    def named(self, member: MemberId, joined: bool = False) -> Word:
        """Return the word by which the grammar names a member."""
        whom = self.circle.whom(member)
        if isinstance(whom, Name):
            handle = whom.text
            text = f"@{handle}" if handle.replace("_", "").isalnum() else f'@"{handle}"'
        else:
            text = "me"
        return Word(text, text, "", whom, joined=joined)

    def joiner_at(self, at: int) -> int:
        """Return the index behind an "and" or a comma of its own, or 0."""
        if at >= len(self.words) or self.words[at].escaped:
            return 0
        if self.words[at].plain in (",", ";"):
            return self.role(at + 1, Role.AND) or at + 1
        return self.role(at, Role.AND)


def is_to_me(phrases: Persons, at: int) -> bool:
    """Tell whether a word is the writer to whom something goes: "мне должен Боб"."""
    said = phrases.folded(at)
    return said in DATIVES or (said == "me" and bool(_ME_IS_TO_ME & phrases.circle.spoken))
