"""Telegram's HTML, held against the cases of TDLib's own tests."""

from __future__ import annotations

import pytest

from bot.playground import entities
from bot.playground.markup import parse_html
from bot.playground.wire import ApiError


@pytest.mark.parametrize(
    ("source", "reason"),
    [
        ("🏟 🏟&lt;<abacaba", "Unclosed start tag at byte offset 13"),
        ("🏟 🏟&lt;<abac aba>", 'Unsupported start tag "abac" at byte offset 13'),
        ("🏟 🏟&lt;<abac>", 'Unsupported start tag "abac" at byte offset 13'),
        ("🏟 🏟&lt;<i   =aba>", 'Empty attribute name in the tag "i" at byte offset 13'),
        ("🏟 🏟&lt;<i    aba>", 'Can\'t find end tag corresponding to start tag "i"'),
        ("🏟 🏟&lt;<i    aba  =  ", 'Unclosed start tag "i" at byte offset 13'),
        ("🏟 🏟&lt;<i    aba  =  190azAz-.,", "Unexpected end of name token at byte offset 27"),
        ('🏟 🏟&lt;<i    aba  =  "&lt;&gt;&quot;>', "Unclosed start tag at byte offset 13"),
        ("🏟 🏟&lt;</", "Unexpected end tag at byte offset 13"),
        ("🏟 🏟&lt;<b></b></", "Unexpected end tag at byte offset 20"),
        ("🏟 🏟&lt;<i>a</i   ", "Unclosed end tag at byte offset 17"),
        (
            "🏟 🏟&lt;<i>a</em   >",
            'Unmatched end tag at byte offset 17, expected "</i>", found "</em>"',
        ),
        ("a < b", 'Unsupported start tag "" at byte offset 2'),
        ("<span>x</span>", 'Tag "span" must have class "tg-spoiler" at byte offset 0'),
        ("<b>x", 'Can\'t find end tag corresponding to start tag "b"'),
        ("<br>", 'Unsupported start tag "br" at byte offset 0'),
    ],
)
def test_what_telegram_refuses(source: str, reason: str) -> None:
    with pytest.raises(ApiError) as refused:
        parse_html(source)
    assert refused.value.description == f"Bad Request: can't parse entities: {reason}"


@pytest.mark.parametrize(
    ("source", "text", "found"),
    [
        ("plain", "plain", []),
        ("&ge;&lt;&gt;&amp;&quot;&#39;&#x1F355;", "&ge;<>&\"'🍕", []),
        ("🍕<b>x</b>", "🍕x", [("bold", 2, 1)]),
        ("<b>a<i>b</i></b>", "ab", [("bold", 0, 2), ("italic", 1, 1)]),
        ("<b></b>x", "x", []),
        ("<s>a</s><u>b</u>", "ab", [("strikethrough", 0, 1), ("underline", 1, 1)]),
        ("<tg-spoiler>a</tg-spoiler>", "a", [("spoiler", 0, 1)]),
        ('<span class="tg-spoiler">a</span>', "a", [("spoiler", 0, 1)]),
        ("<blockquote>a</blockquote>", "a", [("blockquote", 0, 1)]),
        ("<blockquote expandable>a</blockquote>", "a", [("expandable_blockquote", 0, 1)]),
        ("<pre>a  b</pre>", "a  b", [("pre", 0, 4)]),
        ('<pre><code class="language-python">a</code></pre>', "a", [("pre", 0, 1)]),
        ("<CODE>a</Code>", "a", [("code", 0, 1)]),
        ('<a href="https://example.org/?a=1&amp;b=2">x</a>', "x", [("text_link", 0, 1)]),
        ("<a href='tg://user?id=5'>x</a>", "x", [("text_mention", 0, 1)]),
        ('<a href="nowhere">x</a>', "x", []),
    ],
)
def test_what_telegram_makes_of_it(
    source: str, text: str, found: list[tuple[str, int, int]]
) -> None:
    plain, marked = parse_html(source)
    assert plain == text
    assert [(entity["type"], entity["offset"], entity["length"]) for entity in marked] == found


def test_links_and_languages_keep_what_they_name() -> None:
    _, (link,) = parse_html('<a href="https://example.org/?a=1&amp;b=2">x</a>')
    assert link["url"] == "https://example.org/?a=1&b=2"
    _, (person,) = parse_html('<a href="tg://user?id=5">x</a>')
    assert person["user"] == {"id": 5}
    _, (block,) = parse_html('<pre><code class="language-python">a</code></pre>')
    assert block["language"] == "python"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("/split@all_square_bot 12 @alice", ["/split@all_square_bot", "@alice"]),
        ("🍕🍕 @alice", ["@alice"]),
        ("@bob @दीदी a@alice", []),
        ("3/4 http://x.org/split", ["http://x.org/split"]),
        ("#food #2024 #café a#b", ["#food", "#café"]),
        ("mail a@example.org, $USD", ["a@example.org", "$USD"]),
        ("see example.com.", ["example.com"]),
        ("/split 12.50 dinner", ["/split"]),
        ("nothing here", []),
    ],
)
def test_what_telegram_marks_by_itself(text: str, found: list[str]) -> None:
    marked = entities.find(text)
    parts = [part for entity in marked for part in entities.parts(text, [entity], entity["type"])]
    assert parts == found


def test_white_space_around_a_text_goes_and_entities_move() -> None:
    text, marked = entities.trimmed(
        "  🍕 x \n", [{"type": "bold", "offset": 0, "length": 4}, *entities.find("")]
    )
    assert (text, marked) == ("🍕 x", [{"type": "bold", "offset": 0, "length": 2}])
