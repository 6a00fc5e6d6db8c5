"""A message's words: what was typed beside what it looks like, with the people it names.

Telegram counts entity offsets in UTF-16 units, marks no mention for names of fewer than four
characters or in other scripts, and lets a text mention hold spaces (Bot API, MessageEntity).
So `@word` is read from the text, and only text mentions from the entities.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field, replace

from ledger.core.errors import Code, LedgerError
from ledger.core.folding import INVISIBLE
from ledger.core.members import Name, Person, Sender, Whom

MAX_NAME = 64
"""The longest name, in characters; a longer word behind an @ names nobody."""

_EVERYBODY = frozenset({"all", "everyone", "everybody", "here"})
_MARKED = 0xF0000
"""Where text mentions stand in the text while it is cut into words: private characters."""
_MOST_MARKED = 200


class _Looks(dict[int, int | str | None]):
    """What a character means by its looks: digits of all scripts, dashes, quotes."""

    def __missing__(self, code: int) -> int | str | None:
        char = chr(code)
        if 0xFF01 <= code <= 0xFF5E:  # The full-width forms of ASCII.
            return chr(code - 0xFEE0)
        if unicodedata.category(char) == "Nd":
            return str(unicodedata.decimal(char))
        raise LookupError(code)


# Zero-width spaces, direction marks and controls go everywhere. The joiners stay in what is
# shown, where emoji and some scripts need them, and count for nothing in reading.
_IGNORED = re.compile(
    "[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u00ad\u061c\u180e\u200b\u200e\u200f\u2060\ufeff"
    "\u202a-\u202e\u2066-\u2069" + "".join(sorted(INVISIBLE)) + "]+"
)
# Halves of characters no database takes; our own marks are nobody else's to type.
_UNUSABLE = re.compile("[\ud800-\udfff\U000f0000-\U000f00c7]")
# Spaces that never break hold a number together: "1 000" as French and Russian write it.
_GROUPED = re.compile("(?<![\\d.,])\\d{1,3}(?:[\u00a0\u2007\u2009\u202f]\\d{3})+(?!\\d)")
_GROUPING = dict.fromkeys([0xA0, 0x2007, 0x2009, 0x202F])
_JOINERS = dict.fromkeys([0x200C, 0x200D, 0xFE0E, 0xFE0F])
_LOOKS = _Looks(
    {ord(char): "-" for char in "‐‑‒–—―−﹘﹣"}
    | {ord(char): "'" for char in "‘’‚‛′ʼ`´"}
    | {ord(char): '"' for char in "“”„‟″«»"}
    | {ord(char): "x" for char in "×✕✖"}
    | {ord(char): "*" for char in "∗⋅·"}
    | {ord(char): "/" for char in "÷∕⁄"}
    | {ord(char): "," for char in "،、٬"}
    | {ord(char): "." for char in "٫。"}
    | {ord("٪"): "%", ord("﹫"): "@", ord("؛"): ";"}
)

_COMMAND = re.compile(
    r"/(?:(?P<glued>[A-Za-z]{1,32})(?P<number>\d[A-Za-z0-9_]{0,31})|(?P<name>[A-Za-z0-9_]{1,32}))"
    r"(?:@(?P<bot>[A-Za-z0-9_]{1,64}))?(?![\w@/<>])"
)
"""It ends where Telegram ends it. No command of ours has digits: they are its first word."""
_MARKS = re.compile(r"[:,;.!?…]+(?=\s|\Z)|[:,;]+")
"""What people write behind a command: `/split, 500 tea`."""
_BREAKS = r"\n\r\x0b\x0c\x85\u2028\u2029"
_NEXT_LINE = re.compile(rf"[{_BREAKS}][^\S{_BREAKS}]*(/[^/\s]\S*)")
_ROW = re.compile(rf"[{_BREAKS}]+")
_NOTE = re.compile(r"(?<!\S)//\s")
_WORD = re.compile(
    r'[-+‐‑‒–—−]?[@＠]["“”„«][^"“”„«»/@\n]{1,64}["“”»]\S*'
    r"|[-+‐‑‒–—−]?[@＠]['‘‚‛](?:[^'‘’‚‛/@\n]|['’](?=\w)){1,64}['‘’](?!\w)\S*"
    r"|\S+"
)
_ARROW = re.compile(r"(?<=[^\s\d-])(->|=>|→|➡)(?=[^\W\d]|@)")
"""An arrow that touches two people: `@bob->@chen`."""
_TIMES = re.compile(r"(?<=\w)(?=[×✕✖]\d)")
"""Where shares touch a name: `@bob×2`; an x would be part of it."""
_NAME = re.compile(
    r"[(\[{\"'*]*(?P<sign>[-+]?)@?@"
    r"(?:(?P<marked>[\U000F0000-\U000F00C7])"
    r'|"(?P<quoted>[^"]+)"'
    r"|'(?P<single>(?:[^'@]|'(?=\w))+)'(?!\w)"
    r"|(?P<name>(?:[A-Za-z0-9_]|[^\x00-\xa9\u2010-\u205e\u2190-\u21ff\u2600-\u27bf"
    r"\u3000-\u303f\U0001f000-\U0001faff]"
    r"|['-](?=[^\W\d_])(?!s(?!\w)))+))"
)
_PICTURES = re.compile("[\u2600-\u27bf\U0001f000-\U0001faff]+(?=[-+]?@)")
"""Emoji that touch a name behind them."""
_TAIL = re.compile(r"(?:'s(?!\w))?(?P<end>[.!?…)\]}\"'*]*(?P<join>[,;&:=/]*)[)\]}\"']*)")
_ENDS = ",;:.!?)]}\"'"
_ESCAPED = re.compile(
    r"\\(?=[^\w\s]|\d|(?:on|paid(?:-?by)?|payer|w/o|exclude?|skip|but|no|me|all|without|except|excluding|minus|not|x|k|m|mio|million|la(?:kh|c)s?|cr|crores?|euros?|dollars|rupees?|yen)\b"
    r"|(?-i:[A-Z]{3})\b|[^\W\d_]{2})",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Word:
    """One word of a line.

    `text` is as typed; `plain` what it looks like: ASCII digits, `-` for every dash, `x` for
    ×, straight quotes; `low` the same in lower case without punctuation behind it. `whom` is
    whoever the word names with an @ or a mark, `out` that a `-` touches the name, `joined`
    that a comma or the like follows it. `everyone` is `@all`. `escaped` words begin with a
    backslash and are description, whatever they look like. `breaks` is whether the line of
    the message ends behind it.
    """

    text: str
    plain: str
    low: str
    whom: Whom | None = None
    everyone: bool = False
    out: bool = False
    joined: bool = False
    escaped: bool = False
    breaks: bool = field(default=False, compare=False)


def word_of(text: str) -> Word:
    """Return a word of the grammar's own."""
    return Word(text, text, text.rstrip(_ENDS).lower())


def is_letters(text: str) -> bool:
    """Tell whether a text is a word in any script, vowel signs and all: पिज़्ज़ा."""
    return bool(text) and all(unicodedata.category(char)[0] in "LM" for char in text)


@dataclass(frozen=True, slots=True)
class Line:
    """A message's words behind its command.

    `command` is in lower case without slash, None where the text begins with no command;
    `bot` the username behind its @; `prefix` what stands before the words when an example
    is shown (`/split`, `/edit 12`); `replied` whoever wrote the message this one answers;
    `second` a further line's command, which is one too many; `note` what follows the first
    `//` that stands between spaces.
    """

    command: str | None
    bot: str | None
    words: tuple[Word, ...]
    prefix: str = ""
    replied: Name | None = None
    second: str | None = None
    note: str = ""

    def check_single(self) -> None:
        """Raise ONE_COMMAND(second: str, the further command as typed) on a second command."""
        if self.second is not None:
            first = self.example(*(word.text for word in self.words))
            raise LedgerError(Code.ONE_COMMAND, second=self.second, examples=(first,))

    def behind(self, count: int) -> Line:
        """Return the line without its first words, which go to the prefix."""
        gone = " ".join(word.text for word in self.words[:count])
        return replace(self, words=self.words[count:], prefix=f"{self.prefix} {gone}".strip())

    def as_command(self, command: str) -> Line:
        """Return the line as if it were that command's: an answer to the bot's question."""
        return replace(self, command=command, prefix=f"/{command}")

    def example(self, *parts: str) -> str:
        """Return a line of the same command to copy."""
        return " ".join(part for part in (self.prefix, *parts) if part)

    def replaced(self, start: int, stop: int, *parts: str) -> str:
        """Return the line to copy with other words in place of `words[start:stop]`."""
        before = (word.text for word in self.words[:start])
        after = (word.text for word in self.words[stop:])
        return self.example(*before, *parts, *after)


def from_text(text: str, marks: list[tuple[int, int, Person]] | None = None) -> Line:
    """Read plain text; `marks` are text mentions as (offset, length, person) in UTF-16 units."""
    named: list[Name] = []
    if not text.isascii() or not text.isprintable():
        if marks:
            marks = _in_characters(text, marks)
        # The cleaning changes lengths, so it works between the marks.
        text = _marked(text, marks or [], named)
    elif marks:
        text = _marked(text, marks, named)
    text = text.strip()
    command = _COMMAND.match(text)
    further = _NEXT_LINE.search(text)
    body = text[command.end() if command else 0 : further.start() if further else None]
    name = bot = None
    if command:
        name, bot = (command["glued"] or command["name"]).lower(), command["bot"]
        number, behind = command["number"], _MARKS.match(body)
        body = f"{number}{body}" if number else body[behind.end() if behind else 0 :]
    note = _NOTE.search(body)
    return Line(
        name,
        bot,
        tuple(_rows(_ARROW.sub(r" \1 ", body), named)),
        f"/{name}" if name else "",
        second=further[1] if further else None,
        note=_unmarked(" ".join(body[note.end() :].split()), named) if note else "",
    )


def _in_characters(
    text: str, marks: list[tuple[int, int, Person]]
) -> list[tuple[int, int, Person]]:
    """Turn UTF-16 offsets and lengths into those of Python's characters."""
    units = text.encode("utf-16-le", "surrogatepass")

    def characters(count: int) -> int:
        return len(units[: 2 * count].decode("utf-16-le", "replace"))

    return [
        (start := characters(offset), characters(offset + length) - start, person)
        for offset, length, person in marks
    ]


def _marked(text: str, marks: list[tuple[int, int, Person]], named: list[Name]) -> str:
    """Return the cleaned text with one private character, behind an @, for each mention."""
    pieces: list[str] = []
    done = 0
    for start, length, person in sorted(marks, key=lambda mark: mark[0])[:_MOST_MARKED]:
        shown = _clean(text[start : start + length]).strip()
        if start < done or not shown:
            continue
        before = _clean(text[done:start])
        touching = not before or before[-1].isspace() or _looks(before)[-1] in "-+(["
        pieces += [before, "" if touching else " ", "@", chr(_MARKED + len(named))]
        named.append(Name(unicodedata.normalize("NFC", shown.lstrip("@")) or shown, person))
        done = start + length
    pieces.append(_clean(text[done:]))
    return "".join(pieces)


def _clean(text: str) -> str:
    text = _UNUSABLE.sub("\ufffd", _IGNORED.sub("", text))
    return _GROUPED.sub(lambda found: found[0].translate(_GROUPING), text)


def _looks(text: str) -> str:
    return text if text.isascii() else text.translate(_LOOKS)


def _rows(text: str, named: list[Name]) -> list[Word]:
    """Cut a message's lines into words, the last of each line marked."""
    words: list[Word] = []
    for row in _ROW.split(text.strip()):
        found = _words(row, named)
        if found and words:
            words[-1] = replace(words[-1], breaks=True)
        words += found
    return words


def _words(text: str, named: list[Name]) -> list[Word]:
    if "@" not in text and "＠" not in text and "﹫" not in text:
        return [word for shown in text.split() if (word := _word(shown)).plain]
    words: list[Word] = []
    for found in _WORD.finditer(text):
        shown = found[0]
        if "@" in shown or "＠" in shown or "﹫" in shown:
            for piece in _TIMES.split(shown) if '"' not in _looks(shown) else [shown]:
                words += _with_names(piece, named)
        else:
            words.append(_word(shown))
    return [word for word in words if word.plain]


def _word(shown: str) -> Word:
    escape = _ESCAPED.match(shown)
    if escape:
        shown = shown[1:]
    plain = shown if shown.isascii() else shown.translate(_JOINERS).translate(_LOOKS)
    return Word(shown, plain, plain.rstrip(_ENDS).lower(), escaped=escape is not None)


def _with_names(shown: str, named: list[Name]) -> list[Word]:
    """Cut one stretch without spaces into names and what is glued to them: `@bob,@chen:500`."""
    if _ESCAPED.match(shown):
        return [_word(shown)]
    bare = shown if shown.isascii() else shown.translate(_JOINERS)
    plain = _looks(bare)
    words: list[Word] = []
    position = 0
    if pictures := _PICTURES.match(plain):
        position = pictures.end()
        words.append(_word(bare[:position]))
    while position < len(plain):
        found = _NAME.match(plain, position)
        if found is None or (word := _name(found, bare, named)) is None:
            rest = _unmarked(bare[position:], named)
            words.append(_word(rest if position else _unmarked(shown, named)))
            break
        tail = _TAIL.match(plain, found.end())
        assert tail is not None
        behind = plain[tail.end() : tail.end() + 1]
        if not behind or behind in "@+-" or tail["join"][-1:] in (",", ";", ":", "="):
            position = tail.end()
        else:
            position = found.end()
        joined = tail["join"].strip(":=")
        words.append(replace(word, joined=True) if joined else word)
    return words


def _name(found: re.Match[str], bare: str, named: list[Name]) -> Word | None:
    sign = found["sign"]
    if found["marked"]:
        at = ord(found["marked"]) - _MARKED
        name = named[at]
        return Word(sign + name.text, sign + name.text, "", name, out=sign == "-")
    group = next(group for group in ("quoted", "single", "name") if found[group])
    text = unicodedata.normalize("NFC", bare[found.start(group) : found.end(group)]).strip()
    if not text or len(text) > MAX_NAME:
        return None
    written = sign + bare[found.end("sign") : found.end()].replace("@@", "@")
    low = text.lower() if group == "name" else ""
    if low in _EVERYBODY:
        # Nobody leaves everybody out.
        return None if sign == "-" else Word(written, written, "", everyone=True)
    whom = Sender() if low == "me" else Name(text)
    return Word(written, written, "", whom, out=sign == "-")


def _unmarked(text: str, named: list[Name]) -> str:
    for index, name in enumerate(named):
        text = text.replace("@" + chr(_MARKED + index), name.text)
    return text
