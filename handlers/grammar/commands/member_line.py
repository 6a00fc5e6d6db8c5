"""Names as the commands about people take them: `@bob`, `me`, a marked account, `"Grandma"`.

In an answer to somebody's message, /add, /remove, /role and /merge may leave the name out.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Literal

from handlers.grammar.commands.setting_line import unknown_choice
from handlers.grammar.keywords import CONNECTORS
from handlers.grammar.lexer import MAX_NAME, Line, Word, word_of
from handlers.grammar.printer import write_whom
from ledger.core.answers.member_changes import Guest
from ledger.core.errors import Code, LedgerError
from ledger.core.members import Name, Role, Sender, Whom

_QUOTED = re.compile(r"""\"([^"]*)\"|(?<!\w)'((?:[^']|'(?=\w))*)'(?!\w)""")
_LINK = re.compile(r"(?:t|telegram)\.me/([A-Za-z]\w*)")
_USERNAME = re.compile(r"\w+\Z")
_PAIRS = frozenset({"pairs", "pair"})
_WHO_OWES = frozenset({"what", "whom", "who", "how", "much", "to", "money"})
"""Words that stand behind "who owes", as /balance is asked."""
_HOW_MUCH = frozenset({"how", "much", "what", "money", "do", "does", "did", "still"})
"""Words that stand before two of whom one owes: "how much do i owe bob"."""
_OWES = frozenset({"owe", "owes"})
_NO_NAMES = frozenset({"me", "all", "everyone", "everybody", "here"})
"""Words that mean somebody else in every line."""
_ADMIN = frozenset({"admin", "administrator", "admins"})
_NOT = frozenset({"not", "no", "remove", "revoke", "isn't", "without", "off"})
"""Words that make "not an admin" of a line."""
_FILLERS = frozenset(
    {*CONNECTORS, "into", "with", "to", "in", "is", "as", "an", "->", "=>", "→", "="}
)
"""Words that stand between names and say nothing."""
_BETWEEN = frozenset({*CONNECTORS, "with", "between", "vs", "to", "for", "n", "of"})
"""Words that stand between two, or before them, whose balance is asked for."""
_MEMBER = frozenset({"member", "user", "none", "members"})


def read_whom(line: Line) -> Whom:
    """Read one name: `@bob`, `me`, a marked account, or `Aunt May` without an @.

    Raises NAME_MISSING(found: str, examples) and TOO_MANY_NAMES(most: int, examples).
    """
    whom = _one_name(line) or line.replied
    if whom is None:
        raise LedgerError(Code.NAME_MISSING, found="", examples=(line.example("@bob"),))
    return whom


def read_balance(line: Line) -> Whom | tuple[Whom, Whom] | Literal["pairs"] | None:
    """Read what /balance asks for: somebody's, the pairs', or everybody's (None).

    Of two, `me and bob`, it is what stands between them; `with bob` is between the sender and Bob.
    Raises TOO_MANY_NAMES(most: int, examples).
    """
    line = _asked(line)
    if len(line.words) == 1 and line.words[0].low in _PAIRS:
        return "pairs"
    if len(line.words) == 1 and (line.words[0].everyone or line.words[0].low in _NO_NAMES - {"me"}):
        return None
    return _two_names(line) or _one_name(line, most=2)


def _asked(line: Line) -> Line:
    """Return a line that asks in a sentence as one that names: `who owes what` are the pairs."""
    lows = [word.low.rstrip("?") for word in line.words]
    if lows[:1] == ["who"] and len(lows) > 1 and lows[1] in _OWES and {*lows[2:]} <= _WHO_OWES:
        return replace(line, words=(word_of("pairs"),))
    if lows[:1] not in (["how"], ["what"]) or not _OWES & {*lows}:
        return line
    said = zip(lows, line.words, strict=True)
    left = [word_of(",") if low in _OWES else word for low, word in said if low not in _HOW_MUCH]
    left = [word for at, word in enumerate(left) if word.plain != "," or 0 < at < len(left) - 1]
    left = [_unasked(word) for word in left]
    alone = len(left) == 1 and left[0].low == "i"
    return replace(line, words=(word_of("me"),) if alone else tuple(left))


def _unasked(word: Word) -> Word:
    return word if word.whom is not None else word_of(word.text.rstrip("?"))


def _two_names(line: Line) -> tuple[Whom, Whom] | None:
    """Return two who are named beside each other, with a word between them or marked."""
    groups: list[list[Word]] = [[]]
    between = False
    for word in line.words:
        low = word.low.strip(",;")
        if word.whom is not None or low in ("me", "i"):
            groups += [[word], []]
        elif low in _BETWEEN or not low:
            between = True
            groups.append([])
        else:
            groups[-1].append(word)
            if word.plain[-1:] in ",;":
                groups.append([])
    found = [_whom_of(group) for group in groups if group]
    if len(found) == 1 and between and line.words[0].low == "with" and found != [Sender()]:
        return Sender(), found[0]
    if len(found) != 2:
        return None
    return found[0], found[1]


def _whom_of(group: Sequence[Word]) -> Whom:
    first = group[0]
    if first.whom is not None or first.low.strip(",;") in ("me", "i"):
        return first.whom or Sender()
    return _bare(tuple(group)) or Name(" ".join(word.plain for word in group))


def read_members(line: Line) -> tuple[Name | Guest, ...]:
    """Read whom /add adds: @names, marked accounts, and guests in quotes (`"Aunt May"`).

    Without a word it is whoever wrote the message that this one answers.
    Raises NAME_MISSING(found: str, a plain word that has neither @ nor quotes; examples).
    """
    found: list[Name | Guest] = [word.whom for word in line.words if isinstance(word.whom, Name)]
    text = " ".join(word.plain for word in line.words if word.whom is None)
    quoted = (" ".join("".join(name).split())[:MAX_NAME] for name in _QUOTED.findall(text))
    found += [Guest(name) for name in quoted if name]
    taken = [name.text for name in found if name.text.lower() in _NO_NAMES and not _marked(name)]
    taken += [word.text for word in line.words if word.everyone]
    if taken:
        examples = (line.example("@bob"), line.example('"Grandma"'))
        raise LedgerError(Code.NAME_MISSING, found=taken[0], examples=examples)
    plain = [
        word
        for word in _QUOTED.sub(" ", text).split()
        if word.strip(",;.") not in {*CONNECTORS, ""}
    ]
    if plain:
        rest = " ".join(plain).strip("@,;.\"'")
        raise LedgerError(Code.NAME_MISSING, found=rest, examples=_additions(line, rest))
    if not found and line.replied is not None:
        found.append(line.replied)
    if not found:
        examples = (line.example("@bob"), line.example('"Grandma"'))
        raise LedgerError(Code.NAME_MISSING, found="", examples=examples)
    return tuple(found)


def _additions(line: Line, rest: str) -> tuple[str, ...]:
    """Return lines that add whom plain words name: an account, and guests by commas."""
    if rest.lower() in _NO_NAMES:
        return line.example("@bob"), line.example('"Grandma"')
    accounts = [word.text for word in line.words if word.whom is not None]
    if accounts:
        # "@Uncle Joe": perhaps one guest, perhaps an account and a guest.
        whole = " ".join(word.plain for word in line.words).replace("@", "").replace('"', "")
        return line.example(f'"{whole}"'), line.example(*accounts, f'"{rest}"')
    found = []
    address = _LINK.search(rest)
    typed = " ".join(word.plain for word in line.words)
    guests = [one.strip("\"' ") for one in re.split(r"[,;]| and ", typed)]
    names = [address[1]] if address else [guest for guest in guests if guest]
    if all(_USERNAME.match(name) for name in names):
        found.append(line.example(*(f"@{name}" for name in names)))
    if not address:
        found.append(line.example(*(f'"{guest}"' for guest in guests if guest)))
    return tuple(found) or (line.example("@bob"), line.example('"Grandma"'))


def _marked(name: Name | Guest) -> bool:
    return isinstance(name, Name) and name.person is not None


def read_role(line: Line) -> tuple[Whom, Role]:
    """Read `/role @bob admin`, in either order; one name may be written without its @.

    Raises NAME_MISSING(found, examples), TOO_MANY_NAMES(most, examples), and
    UNKNOWN_CHOICE(written: str, choices: tuple[str, ...], examples).
    """
    names = _names(line)
    words = [word for word in line.words if word.whom is None and word.low != "me"]
    # A person may be called "User": the last such word says the role.
    roles = [word for word in words if word.low in _ADMIN | _MEMBER][-1:]
    rest = [word for word in words if word not in roles and word.low not in _FILLERS]
    said = len(names)
    if not names and (named := [word for word in rest if word.low not in _NOT]):
        # Of "bob king" the last word is where the role should be.
        name = _bare(named if roles or len(named) < 2 else named[:-1])
        names = [name] if name else names
    names = names or ([line.replied] if line.replied else [])
    if not names:
        raise LedgerError(Code.NAME_MISSING, found="", examples=(line.example("@bob admin"),))
    if len(names) > 1:
        raise LedgerError(Code.TOO_MANY_NAMES, most=1, examples=(line.example("@bob admin"),))
    if not roles:
        written = rest[-1].text if len(rest) + said > 1 else ""
        raise unknown_choice(line, written, ("admin", "member"), write_whom(names[0]))
    is_admin = roles[0].low in _ADMIN and not any(word.low in _NOT for word in rest)
    return names[0], Role.ADMIN if is_admin else Role.MEMBER


def read_merge(line: Line) -> tuple[Whom, Whom]:
    """Read the two names of /merge: the one that goes, and the one it becomes.

    Without their @, two words are two names, and more are where `into` or the like parts
    them. Raises NAME_MISSING(found, first: Whom | None, examples) and
    TOO_MANY_NAMES(most, examples).
    """
    names = _names_and_words(line)
    example = line.example("@Grandma", "@meera")
    if len(names) == 1 and line.replied is not None:
        names.append(line.replied)
    if len(names) < 2:
        # One name is fine as far as it goes: it is the other one that is missing.
        found = line.words[0].text if line.words and not names else ""
        first = names[0] if names else None
        raise LedgerError(Code.NAME_MISSING, found=found, first=first, examples=(example,))
    if len(names) > 2:
        raise LedgerError(Code.TOO_MANY_NAMES, most=2, examples=(example,))
    return names[0], names[1]


def _names_and_words(line: Line) -> list[Whom]:
    """Return the names of a line, those without an @ and those in quotes too."""
    groups: list[Whom | list[Word]] = [[]]
    quote = ""
    for word in line.words:
        if word.whom is not None or (word.low == "me" and not quote):
            groups += [word.whom or Sender(), []]
            continue
        if not quote and (word.low in _FILLERS or not word.low):
            groups.append([])
            continue
        if not quote and word.plain[0] in "\"'":
            groups.append([])
            quote = word.plain[0]
        group = groups[-1]
        assert isinstance(group, list)
        group.append(word)
        if word.plain.rstrip(",;")[-1:] == quote or (not quote and word.plain[-1] in ",;"):
            quote = ""
            groups.append([])
    found = [group for group in groups if group]
    if len(found) == 1 and isinstance(only := found[0], list):
        if len(only) == 2 and only[0].plain[0] not in "\"'":
            found = [[only[0]], [only[1]]]
        elif len(only) > 2 and only[0].plain[0] not in "\"'":
            return []
    names = [_bare(group) if isinstance(group, list) else group for group in found]
    return [name for name in names if name is not None]


def _bare(words: Sequence[Word]) -> Name | None:
    """Return a name written without its @."""
    text = " ".join(word.plain for word in words)[:MAX_NAME].strip("\"' ,;").lstrip("@")
    return Name(text) if text else None


def _one_name(line: Line, most: int = 1) -> Whom | None:
    """Return the one who is named, if anybody; `most` is said of a line that names more."""
    names = _names(line)
    if len(names) > 1:
        raise LedgerError(Code.TOO_MANY_NAMES, most=most, examples=(line.example("@bob"),))
    if names or not line.words:
        return names[0] if names else None
    # Without an @ all the words are one name.
    return _bare(line.words)


def _names(line: Line) -> list[Whom]:
    return [
        Sender() if word.whom is None else word.whom
        for word in line.words
        if word.whom is not None or word.low == "me"
    ]
