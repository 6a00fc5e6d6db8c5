"""What people type and press: the one ordered list of everything the bot answers."""

from __future__ import annotations

from collections.abc import Sequence

from telegram import Update

from bot.conversation.routing import Command, Elsewhere, Happened, Pressed, Route, connect
from bot.conversation.turn import Services
from bot.views.reply import Verb
from handlers import (
    balance_commands,
    correction_commands,
    history_commands,
    member_commands,
    message_edits,
    privacy_commands,
    schedule_commands,
    setting_commands,
    settle_commands,
    split_commands,
    welcome,
)

__all__ = ["routes"]


def routes(services: Services) -> Sequence[Route]:
    """Return everything registered; the first route that matches an update answers it."""
    listed: list[Route] = [
        # What is typed most stands first: every update walks down this list.
        Command("split", split_commands.split, edited=split_commands.split_edited),
        Command("settle", settle_commands.settle, edited=settle_commands.settle_edited),
        Command("balance balances", balance_commands.balance),
        Command("me", balance_commands.me, group_only=False),
        Command("history", history_commands.history),
        Command("show", history_commands.show),
        Command("log", history_commands.log),
        Command("undo", correction_commands.undo),
        Command("delete", correction_commands.delete),
        Command("restore", correction_commands.restore),
        Command("edit", correction_commands.edit),
        Command("every", schedule_commands.every, edited=schedule_commands.every_edited),
        Command("remind", schedule_commands.remind),
        Command("weekly", schedule_commands.weekly_summary, group_only=False),
        Command("add", member_commands.add),
        Command("remove", member_commands.remove),
        Command("members", member_commands.members),
        Command("role", member_commands.role),
        Command("merge", member_commands.merge),
        Command("currency", setting_commands.currency),
        Command("timezone", setting_commands.timezone),
        Command("simplify", setting_commands.simplify),
        Command("language", setting_commands.speak, group_only=False),
        Command("privacy", privacy_commands.privacy, group_only=False),
        Command("start", welcome.start, group_only=False),
        Command("help", welcome.help, group_only=False),
        # Buttons.
        Pressed(Verb.TOGGLE, correction_commands.toggle_pressed),
        Pressed(Verb.UNDO, correction_commands.undo_pressed),
        Pressed(Verb.RESTORE, correction_commands.restore_pressed),
        Pressed(Verb.PAID, settle_commands.paid_pressed),
        Pressed(Verb.GOT, settle_commands.paid_pressed),
        Pressed(Verb.SETTLE, settle_commands.settle_pressed),
        Pressed(Verb.BALANCE, balance_commands.balance_pressed),
        Pressed(Verb.STANDING, balance_commands.standing_pressed),
        Pressed(Verb.PAIRS, balance_commands.pairs_pressed),
        Pressed(Verb.CHART, balance_commands.chart_pressed),
        Pressed(Verb.DETAILS, history_commands.details_pressed),
        Pressed(Verb.HISTORY, history_commands.history_pressed),
        Pressed(Verb.LOG, history_commands.log_pressed),
        Pressed(Verb.MEMBERS, member_commands.members_pressed),
        Pressed(Verb.MERGE, member_commands.merge_pressed),
        Pressed(Verb.JOIN, member_commands.join_pressed),
        Pressed(Verb.EVERY, schedule_commands.every_pressed),
        Pressed(Verb.SKIP, schedule_commands.skip_pressed),
        Pressed(Verb.STOP, schedule_commands.stop_pressed),
        Pressed(Verb.RESUME, schedule_commands.resume_pressed),
        Pressed(Verb.WEEKLY, schedule_commands.weekly_pressed, group_only=False),
        Pressed(Verb.REMIND, schedule_commands.remind_pressed),
        Pressed(Verb.SNOOZE, schedule_commands.snooze_pressed),
        Pressed(Verb.MUTE, schedule_commands.mute_pressed),
        Pressed(Verb.CURRENCY, setting_commands.currency_pressed),
        Pressed(Verb.TIMEZONE, setting_commands.timezone_pressed),
        Pressed(Verb.LANGUAGE, setting_commands.speak_pressed, group_only=False),
        Pressed(Verb.SIMPLIFY, setting_commands.simplify_pressed),
        Pressed(Verb.PRIVACY, privacy_commands.privacy_pressed, group_only=False),
        Pressed(Verb.EXPORT_ME, privacy_commands.export_pressed, group_only=False),
        Pressed(Verb.FORGET_ME, privacy_commands.forget_pressed, group_only=False),
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
        Happened(split_commands.may_answer, split_commands.answered),
        # What was edited and is no command now: an answer to our question, or it was one before.
        Happened(message_edits.was_edited, split_commands.answer_edited),
        # Last: whatever else is written in private gets the way to a group.
        Happened(welcome.addressed_in_private, welcome.in_private),
    ]
    elsewhere = Elsewhere(welcome.in_private, welcome.too_many)
    return connect(listed, services, elsewhere, message_edits.redraw_pressed)


def _pressed(update: Update) -> bool:
    return update.callback_query is not None
