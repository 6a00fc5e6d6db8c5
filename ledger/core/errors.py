"""People's mistakes. Everything else that goes wrong is a bug of ours."""

from __future__ import annotations

from enum import StrEnum


class Code(StrEnum):
    """Which mistake it was; the text for people belongs to the catalogue."""

    # Amounts
    AMOUNT_MISSING = "amount_missing"
    AMOUNT_NOT_POSITIVE = "amount_not_positive"
    AMOUNT_AMBIGUOUS = "amount_ambiguous"
    AMOUNT_TOO_LARGE = "amount_too_large"
    TOO_MANY_DECIMALS = "too_many_decimals"
    BAD_ARITHMETIC = "bad_arithmetic"
    UNKNOWN_CURRENCY = "unknown_currency"
    # Splitting
    PARTS_BELOW_AMOUNT = "parts_below_amount"
    PARTS_ABOVE_AMOUNT = "parts_above_amount"
    PERCENT_ABOVE_100 = "percent_above_100"
    PAID_NOT_AMOUNT = "paid_not_amount"
    NEGATIVE_SHARE = "negative_share"
    NOBODY_SHARES = "nobody_shares"
    PERSON_TWICE = "person_twice"
    BAD_DATE = "bad_date"
    BAD_PART = "bad_part"
    PAID_UNCLEAR = "paid_unclear"
    PAYMENT_UNCLEAR = "payment_unclear"
    ONE_COMMAND = "one_command"
    # Names and members
    UNKNOWN_NAME = "unknown_name"
    NAME_AMBIGUOUS = "name_ambiguous"
    NAME_MISSING = "name_missing"
    IS_A_BOT = "is_a_bot"
    TOO_MANY_NAMES = "too_many_names"
    NOT_A_PERSON = "not_a_person"
    BALANCE_OPEN = "balance_open"
    TWO_ACCOUNTS = "two_accounts"
    # Entries
    NO_SUCH_ENTRY = "no_such_entry"
    NUMBER_MISSING = "number_missing"
    NOTHING_TO_UNDO = "nothing_to_undo"
    NOTHING_OWED = "nothing_owed"
    SAME_PERSON = "same_person"
    ALREADY_DELETED = "already_deleted"
    NOT_DELETED = "not_deleted"
    NOT_AN_EXPENSE = "not_an_expense"
    NOT_A_PAYMENT = "not_a_payment"
    NOT_EQUAL = "not_equal"
    # Rights
    ADMINS_ONLY = "admins_only"
    MAY_NOT_CHANGE = "may_not_change"
    NOT_YOUR_PAYMENT = "not_your_payment"
    # Time
    RULE_MISSING = "rule_missing"
    RULE_NEVER_FIRES = "rule_never_fires"
    BAD_TIME = "bad_time"
    TOO_MANY_SCHEDULES = "too_many_schedules"
    NO_SUCH_SCHEDULE = "no_such_schedule"
    MAY_NOT_CHANGE_SCHEDULE = "may_not_change_schedule"
    MEMBERS_AWAY = "members_away"
    OWES_NOTHING = "owes_nothing"
    REMINDED_TODAY = "reminded_today"
    REMINDERS_MUTED = "reminders_muted"
    # Settings
    UNKNOWN_TIMEZONE = "unknown_timezone"
    UNKNOWN_LANGUAGE = "unknown_language"
    UNKNOWN_CHOICE = "unknown_choice"


class LedgerError(Exception):
    """Somebody asked for what can't be recorded; nothing was.

    `details` are domain values (Money, Member, Name, date, str, int) for the answer's
    placeholders. The families that raise a code say which details it carries.
    """

    def __init__(self, code: Code, **details: object) -> None:
        super().__init__(code.value)
        self.code = code
        self.details = details
