"""Callback data: one writer, one reader, Telegram's limit, and no trust."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.views.reply import Button, Press, Verb, press, read_press


def test_a_press_names_its_verb_and_arguments() -> None:
    assert press(Verb.UNDO, 12) == "undo:12"
    assert read_press("undo:12") == Press(Verb.UNDO, ("12",))
    assert read_press("join") == Press(Verb.JOIN, ())


@given(st.sampled_from(Verb), st.lists(st.text(max_size=5), max_size=3))
def test_what_is_pressed_is_what_was_written(verb: Verb, args: list[str]) -> None:
    # A lone surrogate can't be sent at all.
    args = [arg.encode("utf-8", "ignore").decode() for arg in args]
    assert read_press(press(verb, *args)) == Press(verb, tuple(args))


def test_callback_data_never_exceeds_telegram_s_limit() -> None:
    largest = press(Verb.PAID, 2**31, 2**31, "INR", 10**16, 2**31, 99)
    assert len(largest) <= 64
    with pytest.raises(AssertionError):
        press(Verb.HISTORY, "क" * 30)


@pytest.mark.parametrize("forged", ["", "drop:1", "UNDO:1", ":", "undo"])
def test_forged_data_is_no_press_or_has_no_number(forged: str) -> None:
    with pytest.raises(ValueError, match=r".+"):
        read_press(forged).number(0)


@pytest.mark.parametrize("arg", ["", "-1", "1.5", "²", "१२", "x"])
def test_only_plain_digits_are_a_number(arg: str) -> None:
    with pytest.raises(ValueError, match="no number"):
        Press(Verb.UNDO, (arg,)).number(0)


def test_a_button_does_one_thing_or_nothing() -> None:
    with pytest.raises(AssertionError):
        Button("both", press="join", url="https://example.org")
    with pytest.raises(AssertionError):
        Button("too much", copy="x" * 257)
    assert Button("nothing").is_disabled
    assert not Button("copies", copy="/split 12 tea").is_disabled
