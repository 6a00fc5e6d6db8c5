"""What is refused of accounts: who they are, what opens them, and which groups they reach."""

from __future__ import annotations

from typing import Final

from markupsafe import Markup

from bot.views.refusals.mistake import Mistake, Telling
from ledger.core.errors import Code


def _email_taken(it: Mistake) -> Markup:
    return it.say("Somebody has an account with this e-mail address already.")


def _name_from_telegram(it: Mistake) -> Markup:
    return it.say("This name comes from Telegram: change it there.")


def _no_such_group(it: Mistake) -> Markup:
    return it.say("There is no such group, or you are not in it.")


def _no_such_token(it: Mistake) -> Markup:
    return it.say("There is no such token; perhaps it was revoked.")


def _too_many_tokens(it: Mistake) -> Markup:
    most = it.number("most")
    if most is None:
        return it.say("You have as many tokens as one may have: revoke one first.")
    return it.say("You have {most} tokens, which is the most: revoke one first.", most=most)


def _already_a_member(it: Mistake) -> Markup:
    name = it.whom("member")
    if name is None:
        return it.say("That person is in the group already.")
    return it.say("{name} is in the group already.", name=name)


def _last_admin(it: Mistake) -> Markup:
    name = it.whom("member")
    if name is None:
        return it.say("A group needs an admin: make somebody else one first.")
    return it.say("{name} is the only admin: make somebody else one first.", name=name)


def _bad_code(it: Mistake) -> Markup:
    return it.say("This code does not work: it is old, used, or has a slip in it. Get a new one.")


def _already_linked(it: Mistake) -> Markup:
    return it.say("These two are joined to somebody else already.")


def _in_chat_already(it: Mistake) -> Markup:
    return it.say("This group is a chat's already.")


def _chat_has_book(it: Mistake) -> Markup:
    return it.say(
        "This chat has entries of its own, so it can't take another group's book. "
        "Use a chat where nothing is recorded yet."
    )


def _key_reused(it: Mistake) -> Markup:
    return it.say("This Idempotency-Key was used for something else: take a new one.")


TELLINGS: Final[dict[Code, Telling]] = {
    Code.EMAIL_TAKEN: _email_taken,
    Code.NAME_FROM_TELEGRAM: _name_from_telegram,
    Code.NO_SUCH_GROUP: _no_such_group,
    Code.NO_SUCH_TOKEN: _no_such_token,
    Code.TOO_MANY_TOKENS: _too_many_tokens,
    Code.ALREADY_A_MEMBER: _already_a_member,
    Code.LAST_ADMIN: _last_admin,
    Code.BAD_CODE: _bad_code,
    Code.ALREADY_LINKED: _already_linked,
    Code.IN_CHAT_ALREADY: _in_chat_already,
    Code.CHAT_HAS_BOOK: _chat_has_book,
    Code.KEY_REUSED: _key_reused,
}
