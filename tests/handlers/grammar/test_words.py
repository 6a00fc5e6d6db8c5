"""Words: what Telegram sends, cut and normalised."""

from __future__ import annotations

from datetime import UTC, datetime
from types import SimpleNamespace

import pytest
import telegram

from handlers.grammar.lexer import Line, from_text
from handlers.grammar.message import from_message
from ledger.core.errors import Code, LedgerError
from ledger.core.members import Name, Person, Sender, UserId, Whom

MEERA = telegram.User(7, "Meera", is_bot=False, last_name="K", language_code="hi")
MEERA_AS_PERSON = Person(UserId(7), "Meera", "K", None, "hi")
ROBOT = telegram.User(8, "Robot", is_bot=True)
CHAT = telegram.Chat(-1, "group")


def message(
    text: str,
    *mentioned: tuple[str, telegram.User],
    caption: bool = False,
    answers: telegram.Message | None = None,
) -> telegram.Message:
    """Return a message whose text mentions stand where Telegram would put them."""
    entities = []
    for shown, user in mentioned:
        before = text[: text.index(shown)]
        offset, length = (len(part.encode("utf-16-le")) // 2 for part in (before, shown))
        entities.append(telegram.MessageEntity("text_mention", offset, length, user=user))
    now = datetime(2024, 2, 20, tzinfo=UTC)
    if caption:
        return telegram.Message(1, now, CHAT, caption=text, caption_entities=entities)
    return telegram.Message(
        1, now, CHAT, text=text, entities=entities, reply_to_message=answers, from_user=MEERA
    )


def named(line: Line) -> list[Whom]:
    return [word.whom for word in line.words if word.whom is not None]


def texts(line: Line) -> list[str]:
    return [word.text for word in line.words]


@pytest.mark.parametrize(
    ("text", "command", "bot"),
    [
        ("/split 1200", "split", None),
        ("/Split@All_Square_bot 1200", "split", "All_Square_bot"),
        ("/split\n1200", "split", None),
        ("\u200f/split 1200", "split", None),
        ("1200 dinner", None, None),
        ("/split1200 x", "split", None),
        ("/split/5", None, None),
        ("/splité 5", None, None),
    ],
)
def test_command_and_bot(text: str, command: str | None, bot: str | None) -> None:
    line = from_text(text)
    assert (line.command, line.bot) == (command, bot)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("@bob", ["bob"]),
        ("@bob, @chen; @dia.", ["bob", "chen", "dia"]),
        ("@bob,@chen&@dia/@eli", ["bob", "chen", "dia", "eli"]),
        ("(with @bob)", ["bob"]),
        ("@दीदी @Жан @李雷", ["दीदी", "Жан", "李雷"]),
        ("@Aunt_May @Anne-Marie @O'Brien", ["Aunt_May", "Anne-Marie", "O'Brien"]),
        ("@bob's place", ["bob"]),
        ("@bob’s place", ["bob"]),
        ('@"Aunt May"', ["Aunt May"]),
        ("@“Aunt May”", ["Aunt May"]),
        ("@‘Grandpa’", ["Grandpa"]),
        ("@‘Aunt May’, @'Miles O’Brien'", ["Aunt May", "Miles O’Brien"]),
        ("@O’Brien", ["O’Brien"]),
        ("−@chen –@dia -@eli", ["chen", "dia", "eli"]),
        ("@bo\u200bb\u200f", ["bob"]),
        ("＠bob", ["bob"]),
        ("@bob… @chen→", ["bob", "chen"]),
        ("asha@example.com @ @- @.", []),
        ("@" + "x" * 65, []),
    ],
)
def test_names_are_read_from_the_text(text: str, names: list[str]) -> None:
    assert named(from_text(text)) == [Name(name) for name in names]


def test_shares_with_a_times_sign_touch_a_name() -> None:
    line = from_text("@bob×2 @chen✕1.5")
    assert named(line) == [Name("bob"), Name("chen")]
    assert [word.plain for word in line.words] == ["@bob", "x2", "@chen", "x1.5"]


def test_numbers_glued_to_names_come_apart() -> None:
    line = from_text("@bob:500 @chen+100 @dia-50 @eli=7 @fay,8")
    assert texts(line) == [
        *("@bob", "500", "@chen", "+100", "@dia", "-50", "@eli", "7", "@fay", "8")
    ]


def test_me_and_all_behind_an_at() -> None:
    line = from_text("@me @ALL -@me")
    assert line.words[0].whom == Sender()
    assert line.words[1].everyone
    assert line.words[2].out


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("१२०० ١٢٣ １２", ["1200", "123", "12"]),
        ("−5 –5 —5 －5", ["-5", "-5", "-5", "-5"]),
        ("×2 2×", ["x2", "2x"]),
        ("“a” ‘b’", ['"a"', "'b'"]),
        ("1\u00a0200 1\u202f200 1\u00a0200a 7\u00a0a", ["1200", "1200", "1200a", "7", "a"]),
        ("12\u200b50", ["1250"]),
        ("\u202e300\u202c", ["300"]),
    ],
)
def test_characters_mean_what_they_look_like(text: str, plain: list[str]) -> None:
    assert [word.plain for word in from_text(text).words] == plain


def test_the_text_stays_as_typed() -> None:
    line = from_text("₹१२ “चाय” – 👨\u200d👩\u200d👧 it’s")
    assert texts(line) == ["₹१२", "“चाय”", "–", "👨\u200d👩\u200d👧", "it’s"]


def test_what_no_book_can_hold_goes() -> None:
    assert texts(from_text("a\x00b c\ud800d \U000f0000")) == ["ab", "c\ufffdd", "\ufffd"]


@pytest.mark.parametrize("caption", [False, True])
def test_text_mentions_hold_spaces_and_stand_behind_emoji(*, caption: bool) -> None:
    sent = message("/split 300 🍕🍕 Meera K 500 x", ("Meera K", MEERA), caption=caption)
    line = from_message(sent)
    assert named(line) == [Name("Meera K", MEERA_AS_PERSON)]
    assert texts(line) == ["300", "🍕🍕", "Meera K", "500", "x"]


def test_a_minus_may_touch_a_text_mention() -> None:
    line = from_message(message("/split 300 −Meera", ("Meera", MEERA)))
    assert line.words[1].out
    assert line.words[1].whom == Name("Meera", MEERA_AS_PERSON)


def test_a_mentioned_bot_is_nobody() -> None:
    line = from_message(message("/split 300 Robot", ("Robot", ROBOT)))
    assert named(line) == []
    assert texts(line) == ["300", "Robot"]


@pytest.mark.parametrize("name", ["LedgerBot", "gifbot"])
def test_the_bots_that_a_message_knows_are_refused_whatever_their_names(name: str) -> None:
    answered = telegram.Message(
        *(2, datetime(2024, 2, 20, tzinfo=UTC), CHAT),
        from_user=telegram.User(9, "GIF", is_bot=True, username="gifbot"),
    )
    said = message(f"/split 300 tea @{name} @bob", answers=answered)
    said.set_bot(SimpleNamespace(username="ledgerbot"))  # type: ignore[arg-type]  # all it takes
    with pytest.raises(LedgerError) as caught:
        from_message(said)
    assert caught.value.code is Code.IS_A_BOT
    assert caught.value.details["examples"] == ("/split 300 tea @bob",)


def test_people_may_be_called_like_bots() -> None:
    said = message("/split 300 tea @abbot // @ledgerbot")
    said.set_bot(SimpleNamespace(username="ledgerbot"))  # type: ignore[arg-type]  # all it takes
    assert named(from_message(said))[0] == Name("abbot")


def test_our_marks_typed_by_somebody_name_nobody() -> None:
    line = from_message(message("/split 1 @\U000f0000 Meera", ("Meera", MEERA)))
    assert named(line) == [Name("\ufffd"), Name("Meera", MEERA_AS_PERSON)]


def test_whom_a_message_answers() -> None:
    answered = message("hello")
    assert from_message(message("/add", answers=answered)).replied == Name("Meera", MEERA_AS_PERSON)
    assert from_message(message("/add")).replied is None


def test_a_note_keeps_its_names_and_spaces_are_one() -> None:
    line = from_message(message("/split 3 tea // with  Meera,\n@bob", ("Meera", MEERA)))
    assert line.note == "with Meera, @bob"


def test_a_second_command_is_one_too_many() -> None:
    line = from_text("/split 100 tea\n  /split 200 cake\n/undo")
    with pytest.raises(LedgerError) as caught:
        line.check_single()
    assert caught.value.code is Code.ONE_COMMAND
    assert caught.value.details == {"second": "/split", "examples": ("/split 100 tea",)}


@pytest.mark.parametrize("text", ["/split 100 tea\n// a note", "/split 100\ntea and/or cake"])
def test_other_lines_are_none(text: str) -> None:
    from_text(text).check_single()


def test_backslash_takes_a_words_meaning_away() -> None:
    words = from_text(r"\@home \on \#1 \// \o/ \me a\b").words
    assert [word.text for word in words] == ["@home", "on", "#1", "//", r"\o/", "me", r"a\b"]
    assert [word.escaped for word in words] == [True, True, True, True, False, True, False]


def test_the_line_behind_a_number_and_another_command() -> None:
    line = from_text("/edit 12 300 pizza").behind(1)
    assert line.prefix == "/edit 12"
    assert line.replaced(0, 1, "400") == "/edit 12 400 pizza"
    assert from_text("1200 dinner").as_command("split").example("1200") == "/split 1200"
