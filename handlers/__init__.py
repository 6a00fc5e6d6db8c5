"""What people type and press: the one ordered list of everything the bot answers."""

from __future__ import annotations

from collections.abc import Sequence

from telegram import Update

from bot.conversation.routing import Command, Elsewhere, Happened, Pressed, Route, connect
from bot.conversation.turn import Services
from bot.views.reply import Verb
from handlers import (
    balances,
    corrections,
    edits,
    history,
    members,
    preferences,
    privacy,
    scheduling,
    settling,
    splitting,
    welcome,
)

__all__ = ["routes"]


def routes(services: Services) -> Sequence[Route]:
    """Return everything registered; the first route that matches an update answers it."""
    listed: list[Route] = [
        # What is typed most stands first: every update walks down this list.
        Command("split", splitting.split, edited=splitting.split_edited),
        Command("settle", settling.settle, edited=settling.settle_edited),
        Command("balance balances", balances.balance),
        Command("me", balances.me, group_only=False),
        Command("history", history.history),
        Command("show", history.show),
        Command("log", history.log),
        Command("undo", corrections.undo),
        Command("delete", corrections.delete),
        Command("restore", corrections.restore),
        Command("edit", corrections.edit),
        Command("every", scheduling.every, edited=scheduling.every_edited),
        Command("remind", scheduling.remind),
        Command("weekly", scheduling.weekly_summary, group_only=False),
        Command("add", members.add),
        Command("remove", members.remove),
        Command("members", members.members),
        Command("role", members.role),
        Command("merge", members.merge),
        Command("currency", preferences.currency),
        Command("timezone", preferences.timezone),
        Command("simplify", preferences.simplify),
        Command("language", preferences.speak, group_only=False),
        Command("privacy", privacy.privacy, group_only=False),
        Command("start", welcome.start, group_only=False),
        Command("help", welcome.help, group_only=False),
        # Buttons.
        Pressed(Verb.TOGGLE, corrections.toggle_pressed),
        Pressed(Verb.UNDO, corrections.undo_pressed),
        Pressed(Verb.RESTORE, corrections.restore_pressed),
        Pressed(Verb.PAID, settling.paid_pressed),
        Pressed(Verb.GOT, settling.paid_pressed),
        Pressed(Verb.SETTLE, settling.settle_pressed),
        Pressed(Verb.BALANCE, balances.balance_pressed),
        Pressed(Verb.STANDING, balances.standing_pressed),
        Pressed(Verb.PAIRS, balances.pairs_pressed),
        Pressed(Verb.CHART, balances.chart_pressed),
        Pressed(Verb.DETAILS, history.details_pressed),
        Pressed(Verb.HISTORY, history.history_pressed),
        Pressed(Verb.LOG, history.log_pressed),
        Pressed(Verb.MEMBERS, members.members_pressed),
        Pressed(Verb.MERGE, members.merge_pressed),
        Pressed(Verb.JOIN, members.join_pressed),
        Pressed(Verb.EVERY, scheduling.every_pressed),
        Pressed(Verb.SKIP, scheduling.skip_pressed),
        Pressed(Verb.STOP, scheduling.stop_pressed),
        Pressed(Verb.RESUME, scheduling.resume_pressed),
        Pressed(Verb.WEEKLY, scheduling.weekly_pressed, group_only=False),
        Pressed(Verb.REMIND, scheduling.remind_pressed),
        Pressed(Verb.SNOOZE, scheduling.snooze_pressed),
        Pressed(Verb.MUTE, scheduling.mute_pressed),
        Pressed(Verb.CURRENCY, preferences.currency_pressed),
        Pressed(Verb.TIMEZONE, preferences.timezone_pressed),
        Pressed(Verb.LANGUAGE, preferences.speak_pressed, group_only=False),
        Pressed(Verb.SIMPLIFY, preferences.simplify_pressed),
        Pressed(Verb.PRIVACY, privacy.privacy_pressed, group_only=False),
        Pressed(Verb.EXPORT_ME, privacy.export_pressed, group_only=False),
        Pressed(Verb.FORGET_ME, privacy.forget_pressed, group_only=False),
        Pressed(Verb.HELP, welcome.help, group_only=False),
        # Behind all buttons of ours: whatever else is pressed is old or forged.
        Happened(_pressed, welcome.stale),
        # What the chat itself says.
        Happened(welcome.bot_moved, welcome.bot_came_or_went),
        Happened(welcome.group_moved, welcome.moved),
        Happened(welcome.people_came, welcome.people_joined),
        Happened(welcome.somebody_left, welcome.person_left),
        Happened(welcome.member_changed, welcome.member_came_or_went),
        # Behind the commands: an answer to our question may not be a command itself.
        Happened(splitting.may_answer, splitting.answered),
        # What was edited and is no command now: an answer to our question, or it was one before.
        Happened(edits.was_edited, splitting.answer_edited),
        # Last: whatever else is written in private gets the way to a group.
        Happened(welcome.addressed_in_private, welcome.in_private),
    ]
    elsewhere = Elsewhere(welcome.in_private, welcome.too_many)
    return connect(listed, services, elsewhere, edits.redraw_pressed)


def _pressed(update: Update) -> bool:
    return update.callback_query is not None
