"""Who opened the Mini App is believed where Telegram has signed it, and not long ago."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from urllib.parse import parse_qsl, urlencode

import pytest

from bot.web.api.init_data import InitDataError, read_init_data, signed_init_data

# As it stands in the documentation of the telegram-apps libraries, which check against it.
KNOWN_TOKEN = "5768337691:AAH5YkoiEuPk8-FZa32hStHTqXiLPtAEhx8"
KNOWN = (
    "query_id=AAHdF6IQAAAAAN0XohDhrOrc&user=%7B%22id%22%3A279058397%2C%22first_name%22%3A"
    "%22Vladislav%22%2C%22last_name%22%3A%22Kibenko%22%2C%22username%22%3A%22vdkfrost%22%2C"
    "%22language_code%22%3A%22ru%22%2C%22is_premium%22%3Atrue%7D&auth_date=1662771648"
    "&hash=c501b71e775f74ce10e377dea85a7ea24ecd640b223ea86dfe453e0eaed2e2b2"
)
THEN = datetime.fromtimestamp(1662771648, UTC)
TOKEN = "7000000001:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw"


def signed(token: str = TOKEN, at: datetime = THEN, **fields: str) -> str:
    """Return initData as Telegram would sign it."""
    user = {"id": 42, "first_name": "Asha", "language_code": "hi"}
    said = {"auth_date": str(int(at.timestamp())), "user": json.dumps(user), **fields}
    return urlencode(signed_init_data(said, token))


def why(init_data: str, now: datetime = THEN, token: str = TOKEN) -> str:
    """Return why initData is not believed."""
    with pytest.raises(InitDataError) as refused:
        read_init_data(init_data, token, now)
    return str(refused.value)


def test_the_known_vector_is_believed() -> None:
    read = read_init_data(KNOWN, KNOWN_TOKEN, THEN)
    person = read.person
    assert (person.id, person.first_name, person.last_name) == (279058397, "Vladislav", "Kibenko")
    assert (person.username, person.language) == ("vdkfrost", "ru")
    assert read.start_param is None


def test_the_order_of_the_fields_says_nothing() -> None:
    turned = "&".join(reversed(KNOWN.split("&")))
    assert read_init_data(turned, KNOWN_TOKEN, THEN) == read_init_data(KNOWN, KNOWN_TOKEN, THEN)


def test_the_start_parameter_is_handed_on() -> None:
    assert read_init_data(signed(start_param="abc_1"), TOKEN, THEN).start_param == "abc_1"


def test_a_foreign_bots_is_not_believed() -> None:
    assert why(KNOWN) == "forged"


@pytest.mark.parametrize("name", ["user", "auth_date", "query_id"])
def test_a_field_that_was_changed_left_out_or_added_is_noticed(name: str) -> None:
    fields = dict(parse_qsl(KNOWN))
    changed = {**fields, name: fields[name].replace("2", "3", 1)}
    without = {key: value for key, value in fields.items() if key != name}
    for forged in (changed, without, {**fields, "chat_type": "group"}):
        if forged != fields:
            assert why(urlencode(forged), token=KNOWN_TOKEN) == "forged"


@pytest.mark.parametrize("hash_", ["", "0" * 64, "C501B71E", "é"])
def test_a_wrong_hash_is_noticed(hash_: str) -> None:
    fields = {**dict(parse_qsl(KNOWN)), "hash": hash_}
    assert why(urlencode(fields), token=KNOWN_TOKEN) == "forged"


def test_a_field_twice_is_refused_whatever_the_signature_says() -> None:
    twice = "user=%7B%22id%22%3A1%7D&" + KNOWN
    assert why(twice, token=KNOWN_TOKEN) == "unreadable"
    assert why(f"{KNOWN}&hash={'0' * 64}", token=KNOWN_TOKEN) == "unreadable"


@pytest.mark.parametrize(
    ("later", "believed"),
    [
        (timedelta(hours=1), True),
        (timedelta(hours=1, seconds=1), False),
        (timedelta(seconds=-60), True),
        (timedelta(seconds=-61), False),
        (timedelta(days=365), False),
    ],
)
def test_it_is_good_for_an_hour_and_clocks_may_differ_by_a_minute(
    later: timedelta, believed: bool
) -> None:
    if believed:
        assert read_init_data(KNOWN, KNOWN_TOKEN, THEN + later).person.id == 279058397
    else:
        assert why(KNOWN, THEN + later, KNOWN_TOKEN) == "stale"


@pytest.mark.parametrize(
    "user",
    [
        *("", "null", "[]", "{}", "[" * 5000, '{"id": "42", "first_name": "A"}'),
        *('{"id": -5, "first_name": "A"}', '{"id": true, "first_name": "A"}'),
        *('{"id": 42, "first_name": 7}', '{"id": 42, "first_name": "A", "is_bot": true}'),
        f'{{"id": {2**60}, "first_name": "A"}}',
    ],
)
def test_a_user_that_is_none_is_refused_even_if_signed(user: str) -> None:
    assert why(signed(user=user)) == "unreadable"


@pytest.mark.parametrize("date", ["", "-1", "1e9", "١٢٣", "9" * 400])
def test_a_moment_that_is_none_is_refused_even_if_signed(date: str) -> None:
    assert why(signed(auth_date=date)) == "unreadable"


@pytest.mark.parametrize(
    "garbage", ["", "=", "a", "&&&", "%ff=%ff", "a=1&" * 40, "a=" + "b" * 9000]
)
def test_garbage_is_refused(garbage: str) -> None:
    assert why(garbage) in {"unreadable", "forged"}


def test_names_are_kept_as_every_database_takes_them() -> None:
    user = '{"id": 42, "first_name": "A\\u0000\\ud800"}'
    assert read_init_data(signed(user=user), TOKEN, THEN).person.first_name == "A\u200b\ufffd"
