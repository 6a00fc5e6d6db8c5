"""The group's people as a line is read with them: who is named by which words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from unicodedata import category

from handlers.grammar.category_guess import guessed_category
from handlers.grammar.inflection import nominatives
from handlers.grammar.lexer import Word
from handlers.grammar.sounds import sound
from handlers.grammar.spellings import is_latin, spelled
from handlers.grammar.vocabulary import Vocabulary, vocabulary
from handlers.grammar.vocabulary.letters import SCRIPTS
from ledger.core.folding import fold
from ledger.core.member_sets import MemberSet
from ledger.core.members import (
    Member,
    MemberId,
    MemberKind,
    Name,
    Roster,
    Sender,
    Whom,
    full_name,
    name_with_initial,
)
from ledger.core.slips import perhaps_called

_LONGEST = 4
"""The most words of a name that are looked at."""
_TWO_ALPHABETS = frozenset({"ru", "uk"})
"""Languages whose people have names in Latin letters as often as in their own."""
_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue"})
_ENDS = ",;:.!?)]}\"'"

Key = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Found:
    """Whom a run of words names, and the index behind it.

    `bent` is whether their name has an ending there that it has not by itself: "Бобом".
    """

    members: tuple[MemberId, ...]
    stop: int
    bent: bool


@dataclass(frozen=True, slots=True)
class _Known:
    """Whom a text names: by itself or by an ending, and `either` by that or only by this.

    Where an ending is asked for, it may also be the ending of another name: "без Жана".
    """

    named: tuple[MemberId, ...]
    either: tuple[MemberId, ...]
    bent: bool


@dataclass(frozen=True)
class Circle:
    """Who is there when a line is read, who writes it, and in which languages besides English.

    `sender` is None where no member stands behind the line. Only active members are found, and
    the inactive ones of `also`. `sets` are names of several people; `meant` those who were said
    to be meant of one name.
    """

    roster: Roster
    sender: MemberId | None
    languages: frozenset[str] = frozenset()
    sets: tuple[MemberSet, ...] = ()
    meant: frozenset[MemberId] = frozenset()
    also: frozenset[MemberId] = frozenset()
    _keys: dict[Key, set[MemberId]] = field(init=False, repr=False, compare=False)
    _fallbacks: dict[Key, set[MemberId]] = field(init=False, repr=False, compare=False)
    words: Vocabulary = field(init=False, repr=False, compare=False)
    _languages: frozenset[str] = field(init=False, repr=False, compare=False)
    _sounds: dict[tuple[bool, str], set[MemberId]] = field(init=False, repr=False, compare=False)
    _known: dict[tuple[str, bool], _Known] = field(
        init=False, repr=False, compare=False, default_factory=dict
    )

    def __post_init__(self) -> None:
        keys: dict[Key, set[MemberId]] = {}
        fallbacks: dict[Key, set[MemberId]] = {}
        alike = Counter(fold(member.first_name) for member in self.roster)
        for member in (one for one in self.roster if one.active or one.id in self.also):
            theirs = _keys_of(member.first_name, full_name(member), member.username)
            namesakes = alike[fold(member.first_name)] > 1
            if namesakes and (shown := _key(name_with_initial(member))):
                theirs |= {shown}  # As namesakes are shown.
            for key in theirs:
                keys.setdefault(key, set()).add(member.id)
                if member.kind is not MemberKind.PLACEHOLDER:
                    # "Maria José" is Maria to her friends, unless somebody is just Maria.
                    fallbacks.setdefault(key[:1], set()).add(member.id)
        object.__setattr__(self, "_keys", keys)
        object.__setattr__(self, "_fallbacks", fallbacks)
        object.__setattr__(self, "words", vocabulary(self.languages))
        short = (code.replace("-", "_").partition("_")[0] for code in self.languages)
        object.__setattr__(self, "_languages", frozenset(short))
        object.__setattr__(self, "_sounds", self._heard())

    def _heard(self) -> dict[tuple[bool, str], set[MemberId]]:
        """Return the members by how their names sound, where people write in two alphabets."""
        found: dict[tuple[bool, str], set[MemberId]] = {}
        for key, ids in [*self._keys.items(), *self._fallbacks.items()]:
            if not self._languages & _TWO_ALPHABETS:
                break
            if len(key) == 1 and (heard := sound(key[0])) is not None:
                found.setdefault(heard, set()).update(ids)
        return found

    def members(self, text: str, *, oblique: bool = True) -> tuple[MemberId, ...]:
        """Return the active members of a name, however it is spelled and what its ending is.

        `oblique` is whether it may have any ending, as behind "with".
        """
        return self._know(text, oblique).either

    @property
    def has_two_alphabets(self) -> bool:
        """Whether a word in Latin letters may be a name in others here."""
        return bool(self._languages & _TWO_ALPHABETS or self._foreign)

    @cached_property
    def _foreign(self) -> Mapping[Key, tuple[re.Pattern[str], ...]]:
        """The names in a script that leaves vowels out, with what they are in Latin letters."""
        spoken = self._languages & SCRIPTS.keys()
        found: dict[Key, tuple[re.Pattern[str], ...]] = {}
        for key in (*self._keys, *self._fallbacks) if spoken else ():
            if patterns := _spelled(key, spoken):
                found[key] = patterns
        return found

    @cached_property
    def first_words(self) -> frozenset[str]:
        """The folded words that names of active members begin with."""
        return frozenset(key[0] for key in self._keys)

    def is_called(self, text: str) -> bool:
        """Tell whether a text is an active member's name as it stands."""
        return bool(self._called(_key(text)))

    @property
    def spoken(self) -> frozenset[str]:
        """The languages that a line may be in besides English, by their short codes."""
        return self._languages

    def nearly(self, text: str) -> Member | None:
        """Return whom a name that is nobody's was perhaps meant to be."""
        return perhaps_called(self.roster, text)

    def _written(self, key: Key) -> set[MemberId]:
        return self._keys.get(key) or self._fallbacks.get(key) or set()

    def _called(self, key: Key) -> set[MemberId]:
        found = self._written(key) or self._sounding(key) or self._spelled(key)
        if not found and self.meant and (near := self.nearly(" ".join(key))) is not None:
            return {near.id} & self.meant
        return (found & self.meant or found) if len(found) > 1 else found

    def _sounding(self, key: Key) -> set[MemberId]:
        """Return those whose names sound like it in the other alphabet."""
        heard = sound(key[0]) if self._sounds and len(key) == 1 else None
        if heard is None:
            return set()
        return self._sounds.get((not heard[0], heard[1]), set())

    def _spelled(self, key: Key) -> set[MemberId]:
        """Return those whose names are spelled so in another script: राहुल, and Rahul.

        But for words that are what an expense was for: عشاء is dinner, and hardly Asha.
        """
        spoken = self._languages & SCRIPTS.keys()
        if not spoken or not key or key in self.words.roles or guessed_category(" ".join(key)):
            return set()
        patterns = _spelled(key, spoken)
        if patterns:
            names = (name for name in (*self._keys, *self._fallbacks) if _are(name, patterns))
        elif self._foreign and all(map(is_latin, key)):
            names = (name for name, of in self._foreign.items() if _are(key, of))
        else:
            return set()
        return {member for name in names for member in self._written(name)}

    def _bent(self, key: Key, oblique: bool) -> set[MemberId]:
        found: set[MemberId] = set()
        for name in nominatives(key, self._languages, oblique=oblique):
            found |= self._called(name)
        return found

    def _know(self, text: str, oblique: bool) -> _Known:
        """Return whom a text names; each word of a line is asked about by many rules."""
        known = self._known.get((text, oblique))
        if known is None:
            known = self._known[text, oblique] = self._looked_up(text, oblique)
        return known

    def _looked_up(self, text: str, oblique: bool) -> _Known:
        key = _key(text)
        called = self._called(key)
        if called and not oblique:
            named = either = tuple(sorted(called))
        else:
            bent = self._bent(key, oblique)
            named, either = tuple(sorted(called | bent)), tuple(sorted(called or bent))
        return _Known(named, either, bent=not called)

    def set_called(self, text: str) -> tuple[MemberId, ...]:
        """Return the active members of a set; nobody where somebody or no set has that name."""
        key = fold(text)
        if self.is_called(text):
            return ()
        found = (one.members for one in self.sets if fold(one.name) == key)
        return tuple(id_ for id_ in next(found, ()) if self.roster[id_].active)

    def find(self, words: Sequence[Word], at: int, *, oblique: bool = False) -> Found | None:
        """Return whom the words from `at` on name by their longest such run.

        `oblique` is whether a word before them asks for an ending: "без Жана" may be without
        Жан, or without somebody called Жана.
        """
        texts: list[str] = []
        found = None
        for stop in range(at, min(len(words), at + _LONGEST)):
            word = words[stop]
            if word.whom is not None or word.everyone or word.escaped:
                break
            bare = word.plain.rstrip(_ENDS)
            texts.append(bare)
            known = self._know(" ".join(texts), oblique)
            if known.named:
                found = Found(known.named, stop + 1, known.bent)
            if bare != word.plain or (known.named and not fold(bare)):
                break  # A name does not go on behind a mark, nor behind one that is a picture.
        return found

    def whom(self, member: MemberId) -> Whom:
        """Return a member as a line names them."""
        if member == self.sender:
            return Sender()
        return Name(self.handle(member), member=member)

    def handle(self, member: MemberId) -> str:
        """Return the shortest text that names one member only, where there is one."""
        one = self.roster[member]
        full = full_name(one)
        candidates = [one.username or one.first_name, one.first_name, full]
        named = (text for text in candidates if self._only(text) == member)
        return next(named, full)

    def _only(self, text: str) -> MemberId | None:
        """Return the one member of a name as it stands, None where there are several or none."""
        called = self._written(_key(text))
        return next(iter(called)) if len(called) == 1 else None

    def member_of(self, whom: Whom) -> MemberId | None:
        """Return the member that a line's word means, None where it is nobody yet."""
        if isinstance(whom, Sender):
            return self.sender
        if whom.member is not None:
            return whom.member
        if whom.person is not None:
            ids = (one.id for one in self.roster if one.user_id == whom.person.id)
            return next(ids, None)
        return self._only(whom.text)


def _spelled(key: Key, languages: frozenset[str]) -> tuple[re.Pattern[str], ...]:
    """Return what the words of a name may be in Latin letters; nothing where they are in those."""
    for language in languages:
        patterns = [spelled(word, language) for word in key]
        if all(patterns):
            return tuple(pattern for pattern in patterns if pattern is not None)
    return ()


def _are(key: Key, patterns: Sequence[re.Pattern[str]]) -> bool:
    return len(key) == len(patterns) and all(
        pattern.fullmatch(word) for pattern, word in zip(patterns, key, strict=True)
    )


@lru_cache(maxsize=1024)
def _keys_of(first_name: str, full: str, username: str | None) -> frozenset[Key]:
    """Return what somebody is looked up by: each line of a group is read among the same people."""
    names = {first_name, full, username or first_name}
    # "Ana-María" is written in two words as often, and Jürgen is Juergen where ü is missing.
    names |= {name.replace("-", " ") for name in (first_name, full)}
    names |= {name.casefold().translate(_UMLAUTS) for name in names}
    return frozenset(key for name in names if (key := _key(name)))


def _key(text: str) -> Key:
    """Return a name as it is looked up; of one that is nothing but pictures these."""
    key = tuple(fold(text).split())
    return key or tuple("".join(sign for sign in text if category(sign) == "So").split())
