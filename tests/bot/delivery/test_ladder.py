"""The ladder, rung by rung: what a refused message becomes next."""

from __future__ import annotations

import pytest
from markupsafe import Markup
from telegram.error import BadRequest

from bot.delivery.ladder import Address, Draft, Refusal, loggable, next_rung, refusal
from bot.views.reply import Button, Document, Reply

BUTTONS = ((Button("Undo", "undo:1"),),)
HERE = Address(-100)
FULL = Draft(HERE, Reply(Markup("<b>#1</b> tea"), BUTTONS, picture=b"png"), reply_to=7)


@pytest.mark.parametrize(
    ("words", "why"),
    [
        ("Bad Request: can't parse entities: unsupported start tag", Refusal.MARKUP),
        ("Bad Request: message to be replied not found", Refusal.REPLY),
        ("Bad Request: wrong file identifier/http url specified", Refusal.FILE),
        ("Bad Request: not enough rights to send photos to the chat", Refusal.PICTURE),
        ("Bad Request: not enough rights to send documents to the chat", Refusal.PICTURE),
        ("Bad Request: CHAT_SEND_PHOTOS_FORBIDDEN", Refusal.PICTURE),
        ("Bad Request: TOPIC_CLOSED", Refusal.TOPIC),
        ("Bad Request: message thread not found", Refusal.TOPIC),
        ("Bad Request: not enough rights to send text messages to the chat", Refusal.MUTED),
        ("Bad Request: have no rights to send a message", Refusal.MUTED),
        ("Bad Request: CHAT_SEND_PLAIN_FORBIDDEN", Refusal.MUTED),
        ("Bad Request: ALLOW_PAYMENT_REQUIRED_10", Refusal.PAID),
        ("Bad Request: chat not found", Refusal.GONE),
        ("Bad Request: SOMETHING_NEW", Refusal.UNKNOWN),
    ],
)
def test_telegrams_words_are_known(words: str, why: Refusal) -> None:
    assert refusal(BadRequest(words)) is why


def rungs(why: Refusal, draft: Draft = FULL) -> list[Draft]:
    """Go down for the same reason again and again."""
    found = []
    while (lower := next_rung(draft, why)) is not None:
        found.append(lower)
        draft = lower
    return found


def test_an_unknown_refusal_costs_the_file_then_the_buttons_then_the_formatting() -> None:
    bare, unbuttoned, plain = rungs(Refusal.UNKNOWN)
    assert (bare.has_file, bare.reply.buttons) == (False, BUTTONS)
    assert (unbuttoned.reply.buttons, unbuttoned.plain) == ((), False)
    assert plain.text() == {"text": "#1 tea", "parse_mode": None}


def test_a_question_loses_its_input_field_before_its_formatting() -> None:
    asking = Draft(HERE, Reply(Markup("How much?"), asks="1200 dinner"))
    assert [(rung.reply.asks, rung.plain) for rung in rungs(Refusal.UNKNOWN, asking)] == [
        (None, False),
        (None, True),
    ]


@pytest.mark.parametrize(
    "reply",
    [
        Reply(Markup("x"), picture=b"png"),
        Reply(Markup("x"), document=Document("a.json", b"{}")),
        Reply(Markup("x"), attachment="photo:AgAC"),
    ],
)
def test_where_pictures_are_forbidden_the_text_goes_alone(reply: Reply) -> None:
    lower = next_rung(Draft(HERE, reply), Refusal.PICTURE)
    assert lower is not None
    assert lower.reply == Reply(Markup("x"))


def test_formatting_that_cannot_be_read_goes_and_nothing_else() -> None:
    lower = next_rung(FULL, Refusal.MARKUP)
    assert lower is not None
    assert (lower.plain, lower.has_file, lower.reply.buttons) == (True, True, BUTTONS)


def test_a_lost_answered_message_is_let_go() -> None:
    lower = next_rung(FULL, Refusal.REPLY)
    assert lower is not None
    assert (lower.reply_to, lower.reply) == (None, FULL.reply)


@pytest.mark.parametrize("why", [Refusal.MUTED, Refusal.PAID, Refusal.GONE])
def test_a_chat_that_takes_nothing_has_no_rungs(why: Refusal) -> None:
    assert next_rung(FULL, why) is None


@pytest.mark.parametrize("why", Refusal)
def test_every_way_down_ends(why: Refusal) -> None:
    assert len(rungs(why)) <= 4


def test_the_log_gets_no_words_that_may_quote_the_message() -> None:
    quoting = BadRequest('can\'t parse entities: unexpected "secret dinner" at byte 5')
    assert loggable(quoting) == "MARKUP"
    assert loggable(BadRequest("Bad Request: TOPIC_CLOSED")) == "TOPIC_CLOSED"
