"""Signed tokens: nothing but our own, of the kind that is asked for, and not too old."""

from __future__ import annotations

import base64
import json
from datetime import timedelta

import jwt
import pytest

from bot.web.api.tokens import TokenKind, Tokens
from ledger.core.clock import MovableClock

SECRET = "s" * 40


@pytest.fixture
def tokens(clock: MovableClock) -> Tokens:
    return Tokens(SECRET, clock)


def new(tokens: Tokens, kind: TokenKind = TokenKind.ACCESS) -> str:
    return tokens.signed(tokens.new_claims(7, kind), kind)


def said(token: str) -> dict[str, object]:
    """Return what a token says, whoever signed it."""
    claims: dict[str, object] = jwt.decode(token, options={"verify_signature": False})
    return claims


def test_a_token_says_whose_it_is_until_when(tokens: Tokens, clock: MovableClock) -> None:
    claims = tokens.read(new(tokens), TokenKind.ACCESS)
    assert claims is not None
    assert claims.user_id == 7
    assert timedelta(minutes=14) < claims.expires - clock.now() <= timedelta(minutes=15)
    assert said(new(tokens)).keys() == {"user_id", "jti", "token_type", "iat", "exp"}


def test_each_is_another(tokens: Tokens) -> None:
    assert said(new(tokens))["jti"] != said(new(tokens))["jti"]


@pytest.mark.parametrize(
    ("kind", "lasts"),
    [(TokenKind.ACCESS, timedelta(minutes=15)), (TokenKind.REFRESH, timedelta(days=30))],
)
def test_a_token_ends(
    tokens: Tokens, clock: MovableClock, kind: TokenKind, lasts: timedelta
) -> None:
    token = new(tokens, kind)
    clock.move(lasts - timedelta(seconds=30))
    assert tokens.read(token, kind) is not None
    clock.move(timedelta(seconds=31))
    assert tokens.read(token, kind) is None


def test_one_kind_is_not_the_other(tokens: Tokens) -> None:
    assert tokens.read(new(tokens, TokenKind.REFRESH), TokenKind.ACCESS) is None
    assert tokens.read(new(tokens), TokenKind.REFRESH) is None


def test_a_token_signed_with_another_secret_is_not_ours(
    tokens: Tokens, clock: MovableClock
) -> None:
    assert tokens.read(new(Tokens("t" * 40, clock)), TokenKind.ACCESS) is None


def _part(value: object) -> str:
    return base64.urlsafe_b64encode(json.dumps(value).encode()).rstrip(b"=").decode()


@pytest.mark.parametrize("name", ["none", "None", "NONE", "nOnE", ""])
def test_a_token_that_nobody_signed_is_not_ours(tokens: Tokens, name: str) -> None:
    _, body, signature = new(tokens).split(".")
    head = _part({"alg": name, "typ": "JWT"})
    for end in ("", signature):
        assert tokens.read(f"{head}.{body}.{end}", TokenKind.ACCESS) is None


@pytest.mark.parametrize("algorithm", ["HS384", "HS512"])
def test_another_algorithm_with_our_secret_is_not_ours(algorithm: str, clock: MovableClock) -> None:
    tokens = Tokens("s" * 64, clock)
    other = jwt.encode(said(new(tokens)), "s" * 64, algorithm)
    assert tokens.read(other, TokenKind.ACCESS) is None


def test_a_claim_that_was_changed_is_noticed(tokens: Tokens) -> None:
    head, _, signature = new(tokens).split(".")
    body = _part({**said(new(tokens)), "user_id": 8})
    assert tokens.read(f"{head}.{body}.{signature}", TokenKind.ACCESS) is None


@pytest.mark.parametrize("left_out", ["user_id", "jti", "token_type", "exp", "iat"])
def test_a_token_without_all_its_claims_is_not_ours(tokens: Tokens, left_out: str) -> None:
    claims = {name: value for name, value in said(new(tokens)).items() if name != left_out}
    assert tokens.read(jwt.encode(claims, SECRET, "HS256"), TokenKind.ACCESS) is None


@pytest.mark.parametrize(
    "odd",
    [
        *({"user_id": "7"}, {"user_id": True}, {"user_id": None}, {"jti": 5}),
        *({"exp": "soon"}, {"exp": 1e30}, {"token_type": ["access"]}),
    ],
)
def test_a_token_with_odd_claims_is_not_ours(tokens: Tokens, odd: dict[str, object]) -> None:
    token = jwt.encode({**said(new(tokens)), **odd}, SECRET, "HS256")
    assert tokens.read(token, TokenKind.ACCESS) is None


@pytest.mark.parametrize("garbage", ["", ".", "..", "a.b.c", "é.é.é", "." * 10_000])
def test_garbage_is_no_token(tokens: Tokens, garbage: str) -> None:
    assert tokens.read(garbage, TokenKind.ACCESS) is None
