"""Short words beside the book: apologies, delays, confirmations and toasts."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Final

from markupsafe import Markup

from bot.language.catalogues import Language
from bot.views.differences import differences
from bot.views.entry_lines import title
from bot.views.expense_receipt import details_button
from bot.views.names import Names, shown
from bot.views.pages import keyboard, text
from bot.views.reply import MAX_ALERT, Button, Reply, Style, Verb, press
from ledger.core.answers.entry_changes import Written
from ledger.core.entries import Action, Entry, EntryKind
from ledger.core.members import Member, MemberId, Roster

_LONGEST: Final = 24


def apology(say: Language, reference: str) -> Reply:
    """Return the answer where a bug of ours stood in the way; the log has the reference."""
    return Reply(
        say(
            "Sorry, something went wrong on my side, and it has been noted: "
            "<code>{reference}</code>.",
            reference=reference,
        )
    )


def kept(say: Language) -> Reply:
    """Return what a person is told whose command waits for the book to come back."""
    return Reply(say("I can't reach the book right now. Your message is kept, and I'll answer it."))


def too_many(say: Language, seconds: int) -> Reply:
    """Return the answer to more commands a minute than one person may send."""
    return Reply(
        say.n(
            "That's a lot at once. Give me {count} second, then send it again.",
            "That's a lot at once. Give me {count} seconds, then send it again.",
            seconds,
        )
    )


def toast_too_many(say: Language, seconds: int) -> str:
    """Return the toast to more presses a minute than one person may make."""
    told = say.n(
        "That's a lot at once. Give me {count} second, then press again.",
        "That's a lot at once. Give me {count} seconds, then press again.",
        seconds,
    )
    return told.striptags()


def change_answer(say: Language, changed: Written) -> Reply:
    """Return the short answer to a change whose receipt is out of sight: all that changed."""
    entry = changed.entry
    facts = {
        "title": title(say, entry, Names(changed.roster)),
        "amount": say.money(entry.contents.amount),
    }
    buttons = keyboard([details_button(say, entry)])
    if entry.revision.action is Action.DELETE:
        return Reply(say("{title} ({amount}) is deleted.", **facts), buttons)
    if entry.revision.action is Action.RESTORE:
        return Reply(say("{title} ({amount}) counts again.", **facts), buttons)
    assert changed.before is not None, "what is new is told by its receipt"
    before, after = changed.before.contents, entry.contents
    told = list(differences(say, before, after))
    if not told or (len(told) == 1 and before.amount != after.amount):
        return Reply(say("{title} is {amount} now.", **facts), buttons)
    return Reply(
        say("{title} is changed: {differences}.", differences=say.list(told), **facts), buttons
    )


def nothing_changed(say: Language, entry: Entry, roster: Roster) -> Reply:
    """Return the answer to an edit that says what the entry said before."""
    return Reply(say("{title} says so already.", title=title(say, entry, Names(roster))))


def how_to_say(say: Language, entry: Entry, roster: Roster, other: MemberId) -> Reply:
    """Return the answer to a reply that says something of an entry, but not what.

    `other` is somebody whom an example names.
    """
    number, name = entry.number, Names(roster).plain(other)
    if entry.contents.kind is EntryKind.PAYMENT:
        return Reply(
            say(
                "What should change in #{number}? Answer with the right amount, for example "
                "<code>95</code>, or with <code>delete</code>.",
                number=number,
            ),
            keyboard([details_button(say, entry)]),
        )
    change = Button(say.plain("Change"), press(Verb.CHANGE, number, 0))
    return Reply(
        say(
            "What should change in #{number}? Answer for example <code>95</code>, "
            "<code>{name} paid</code>, <code>{name} too</code>, <code>without {name}</code> or "
            "<code>delete</code>, or press Change.",
            number=number,
            name=name,
        ),
        keyboard([change]),
    )


def how_to_answer(say: Language, readings: Sequence[tuple[str, int, int]]) -> Reply:
    """Return the answer to a reply that says something, but not what our question asks.

    `readings` are what the question's buttons say, with the choice and the minor units of each;
    a press does then what the reply says.
    """
    if readings:
        return Reply(
            say("Which one is it? Press a button, or edit your message."),
            keyboard(
                *(
                    [Button(label, press(Verb.READ_THEN, choice, minor))]
                    for label, choice, minor in readings
                )
            ),
        )
    return Reply(say("Please edit your message, or write it anew in other words."))


def how_to_pay(say: Language) -> Reply:
    """Return the answer to what somebody says below suggested payments."""
    return Reply(say("Paid? Then press the payment below /settle."))


def given_up(say: Language) -> Reply:
    """Return the answer to whoever gives up on a line that we asked about."""
    return Reply(say("OK, nothing is recorded."))


def ask_others(say: Language, who_may: Markup, name: str, number: int) -> Reply:
    """Return the answer to what somebody says of an entry which only others may change.

    `who_may` tells who that is: their press does what was said.
    """
    yes = Button(say.plain("Yes, change it"), press(Verb.GRANTED, number))
    return Reply(
        text(who_may, say("If {name} is right, press the button.", name=shown(name, _LONGEST))),
        keyboard([yes]),
    )


def ask_undo(say: Language, entry: Entry, roster: Roster, today: date) -> Reply:
    """Return the question before /undo takes back an entry that is older than a day."""
    return Reply(
        say(
            "Your latest entry here is {title} ({amount}), of {date}. Take it back?",
            title=title(say, entry, Names(roster)),
            amount=say.money(entry.contents.amount),
            date=say.date(entry.contents.on, today),
        ),
        keyboard([Button(say.plain("Undo"), press(Verb.UNDO, entry.number), style=Style.WARNS)]),
    )


def toast_in(say: Language, entry: Entry, member: Member) -> str:
    """Return the toast after I'm in / out, as plain text."""
    shares = any(share.member == member.id for share in entry.contents.owers)
    if shares:
        return say.plain("You're in.")
    return say.plain("You're out.")


def toast_joined(say: Language) -> str:
    """Return the toast of somebody who pressed Join."""
    return say.plain("You're in.")


def toast_already(say: Language) -> str:
    """Return the toast of a press that changes nothing any more."""
    return say.plain("That's done already.")


def toast_paid(say: Language, entry: Entry, roster: Roster) -> str:
    """Return the toast of a press for a payment that is recorded already."""
    names, contents = Names(roster), entry.contents
    return say.plain(
        "Recorded already as #{number}: {payer} paid {payee} {amount}.",
        number=entry.number,
        payer=names.plain(contents.payers[0].member),
        payee=names.plain(contents.owers[0].member),
        amount=say.money(contents.amount),
    )


def toast_plan_changed(say: Language) -> str:
    """Return the alert to a payment's button where the plan says something else by now."""
    return say.plain("The plan has changed, so nothing was recorded. Here is the new one.")


def toast_stale(say: Language) -> str:
    """Return the alert to a button whose entry, group or message is no longer what it was."""
    return say.plain("This button is out of date.")


def alert(reply: Reply) -> str:
    """Return an answer's text as a button's alert: plain, at most 200 characters."""
    told = reply.text.striptags()
    return told if len(told) <= MAX_ALERT else told[: MAX_ALERT - 1] + "…"


def still_counts(say: Language, entry: Entry, roster: Roster) -> Reply:
    """Return the answer where an expense's message no longer says an expense."""
    return Reply(
        say(
            "{title} ({amount}) still counts. To take it away, press Undo below its receipt, or "
            "write <code>/delete {number}</code>.",
            title=title(say, entry, Names(roster)),
            amount=say.money(entry.contents.amount),
            number=entry.number,
        )
    )


def toast_writer_only(say: Language, name: str) -> str:
    """Return what somebody else is told who answers a question about a line."""
    return say.plain("Only {name} can say: they wrote it.", name=name)


def writer_only(say: Language, name: str) -> Reply:
    """Return the same as an answer to words."""
    return Reply(say("Only {name} can say: they wrote it.", name=name))
