"""Telegram's HTML parse mode: marked-up text to plain text and entities, with its errors.

The rules and the errors' wording follow TDLib's `parse_html` and its tests. Byte offsets in
errors count UTF-8, entity offsets UTF-16 units.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot.playground.wire import Json, bad_request, utf16_length

_KINDS = {
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "u": "underline",
    "ins": "underline",
    "s": "strikethrough",
    "strike": "strikethrough",
    "del": "strikethrough",
    "tg-spoiler": "spoiler",
    "span": "spoiler",
    "code": "code",
    "pre": "pre",
    "blockquote": "blockquote",
    "a": "text_link",
    "tg-emoji": "custom_emoji",
}
_REFERENCE = re.compile(r"&(?:#x([0-9a-fA-F]+)|#([0-9]+)|(lt|gt|amp|quot));?")
_NAMED = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}
_ATTRIBUTE = re.compile(r"""\s*([^\s=>]*)\s*(=?)\s*""")
_TOKEN = re.compile(r"[a-zA-Z0-9.\-]*")
_USER_LINK = re.compile(r"tg://user/?\?id=(\d+)")


@dataclass(slots=True)
class _Open:
    tag: str
    offset: int
    argument: str = ""
    expandable: bool = False


def parse_html(source: str) -> tuple[str, list[Json]]:
    """Return the plain text and its entities.

    A `tg://user?id=…` link becomes `{"type": "text_mention", "user": {"id": …}}`; the caller
    fills in the person or drops it. Raises `ApiError` ("can't parse entities: …").
    """
    if "<" not in source and "&" not in source:
        return source, []
    return _Reader(source).read()


class _Reader:
    def __init__(self, source: str) -> None:
        self.source = source
        self.pieces: list[str] = []
        self.offset = 0
        self.open: list[_Open] = []
        self.entities: list[Json] = []

    def read(self) -> tuple[str, list[Json]]:
        source, at = self.source, 0
        while at < len(source):
            tag = source.find("<", at)
            if tag < 0:
                tag = len(source)
            self._write(unescape(source[at:tag]))
            if tag == len(source):
                break
            at = self._end_tag(tag) if source.startswith("</", tag) else self._start_tag(tag)
        if self.open:
            last = self.open[-1].tag
            raise self._error(f'Can\'t find end tag corresponding to start tag "{last}"')
        self.entities.sort(key=lambda entity: (entity["offset"], -entity["length"]))
        return "".join(self.pieces), self.entities

    def _write(self, text: str) -> None:
        self.pieces.append(text)
        self.offset += utf16_length(text)

    def _start_tag(self, begin: int) -> int:
        source = self.source
        name_match = re.compile(r"[^\s>]*").match(source, begin + 1)
        assert name_match is not None
        at = name_match.end()
        if at >= len(source):
            raise self._error("Unclosed start tag", begin)
        tag = name_match.group().lower()
        if tag not in _KINDS:
            raise self._error(f'Unsupported start tag "{tag}"', begin)
        opened = _Open(tag, self.offset)
        while True:
            match = _ATTRIBUTE.match(source, at)
            assert match is not None
            name, equals, at = match[1].lower(), match[2], match.end()
            if not name and not equals and source.startswith(">", at):
                break
            if not name and at < len(source):
                raise self._error(f'Empty attribute name in the tag "{tag}"', begin)
            if at >= len(source):
                raise self._error(f'Unclosed start tag "{tag}"', begin)
            value = ""
            if equals:
                value, at = self._attribute_value(at, begin)
            _note(opened, name, value)
        if tag == "span" and opened.argument != "tg-spoiler":
            raise self._error('Tag "span" must have class "tg-spoiler"', begin)
        self.open.append(opened)
        return at + 1

    def _attribute_value(self, at: int, begin: int) -> tuple[str, int]:
        source = self.source
        quote = source[at]
        if quote in "\"'":
            end = source.find(quote, at + 1)
            if end < 0:
                raise self._error("Unclosed start tag", begin)
            return unescape(source[at + 1 : end]), end + 1
        match = _TOKEN.match(source, at)
        assert match is not None
        end = match.end()
        if end >= len(source) or not (source[end].isspace() or source[end] == ">"):
            raise self._error("Unexpected end of name token", at)
        return match.group(), end

    def _end_tag(self, begin: int) -> int:
        if not self.open:
            raise self._error("Unexpected end tag", begin)
        match = re.compile(r"([^\s>]*)\s*").match(self.source, begin + 2)
        assert match is not None
        tag, at = match[1].lower(), match.end()
        if not self.source.startswith(">", at):
            raise self._error("Unclosed end tag", begin)
        opened = self.open.pop()
        if tag and tag != opened.tag:
            raise self._error(
                "Unmatched end tag", begin, f', expected "</{opened.tag}>", found "</{tag}>"'
            )
        if self.offset > opened.offset:
            self._close(opened)
        return at + 1

    def _close(self, opened: _Open) -> None:
        entity: Json = {
            "type": _KINDS[opened.tag],
            "offset": opened.offset,
            "length": self.offset - opened.offset,
        }
        argument = opened.argument
        if opened.tag == "a":
            address = argument or "".join(self.pieces)[-entity["length"] :]
            user = _USER_LINK.fullmatch(address)
            if user:
                entity |= {"type": "text_mention", "user": {"id": int(user[1])}}
            elif _is_address(address):
                entity["url"] = address
            else:
                return
        elif opened.tag == "code" and argument.startswith("language-"):
            pre = self.open[-1] if self.open and self.open[-1].tag == "pre" else None
            if pre is not None and pre.offset == opened.offset:
                pre.argument = argument
                return
        elif opened.tag == "pre" and argument.startswith("language-"):
            entity["language"] = argument.removeprefix("language-")
        elif opened.tag == "blockquote" and opened.expandable:
            entity["type"] = "expandable_blockquote"
        elif opened.tag == "tg-emoji":
            if not argument.isdigit():
                raise self._error("Invalid custom emoji identifier specified")
            entity["custom_emoji_id"] = argument
        self.entities.append(entity)

    def _error(self, reason: str, at: int | None = None, rest: str = "") -> Exception:
        if at is not None:
            reason += f" at byte offset {len(self.source[:at].encode())}{rest}"
        return bad_request(f"can't parse entities: {reason}")


def unescape(text: str) -> str:
    """Return a text with the references that Telegram knows resolved, others left alone."""
    return _REFERENCE.sub(_resolved, text) if "&" in text else text


def _resolved(match: re.Match[str]) -> str:
    if match[3]:
        return _NAMED[match[3]]
    code = int(match[1], 16) if match[1] else int(match[2])
    if 0 < code < 0x110000 and not 0xD800 <= code < 0xE000:
        return chr(code)
    return match[0]


def _note(opened: _Open, name: str, value: str) -> None:
    if (opened.tag, name) in {
        ("a", "href"),
        ("code", "class"),
        ("span", "class"),
        ("tg-emoji", "emoji-id"),
    }:
        opened.argument = value
    elif opened.tag == "blockquote" and name == "expandable":
        opened.expandable = True


def _is_address(address: str) -> bool:
    return bool(re.match(r"(?:(?:https?|tg|ftp|ton)://\S|mailto:|[\w-]+(?:\.[\w-]+)+)", address))
