"""People's mistakes. Everything else that goes wrong is a bug of ours."""

from __future__ import annotations

from enum import StrEnum


class Code(StrEnum):
    """Which mistake it was; the text for people belongs to the catalogue."""

    # Amounts
    AMOUNT_MISSING = "amount_missing"
    AMOUNT_NOT_POSITIVE = "amount_not_positive"
    AMOUNT_AMBIGUOUS = "amount_ambiguous"
    REFUND_UNCLEAR = "refund_unclear"
    REST_UNCLEAR = "rest_unclear"
    BILL_CURRENCIES = "bill_currencies"
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
    DEBT_UNCLEAR = "debt_unclear"
    IS_A_PAYMENT = "is_a_payment"
    WORDS_LEFT = "words_left"
    HOW_OFTEN = "how_often"
    ONE_COMMAND = "one_command"
    # Names and members
    UNKNOWN_NAME = "unknown_name"
    NAME_AMBIGUOUS = "name_ambiguous"
    NAME_MISSING = "name_missing"
    NAME_TAKEN = "name_taken"
    NO_SUCH_SET = "no_such_set"
    TOO_MANY_SETS = "too_many_sets"
    BAD_WEIGHT = "bad_weight"
    IS_A_BOT = "is_a_bot"
    TOO_MANY_NAMES = "too_many_names"
    TOO_MANY_ITEMS = "too_many_items"
    LINE_CROWDED = "line_crowded"
    BOOK_FULL = "book_full"
    NOT_A_PERSON = "not_a_person"
    BALANCE_OPEN = "balance_open"
    TWO_ACCOUNTS = "two_accounts"
    # Entries
    NO_SUCH_ENTRY = "no_such_entry"
    NUMBER_MISSING = "number_missing"
    NOTHING_TO_UNDO = "nothing_to_undo"
    NOTHING_OWED = "nothing_owed"
    PLAN_CHANGED = "plan_changed"
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
    NOT_YOUR_IMPORT = "not_your_import"
    # Accounts
    EMAIL_TAKEN = "email_taken"
    NAME_FROM_TELEGRAM = "name_from_telegram"
    NO_SUCH_GROUP = "no_such_group"
    NO_SUCH_TOKEN = "no_such_token"  # noqa: S105 (a word)
    TOO_MANY_TOKENS = "too_many_tokens"
    ALREADY_A_MEMBER = "already_a_member"
    LAST_ADMIN = "last_admin"
    BAD_CODE = "bad_code"
    ALREADY_LINKED = "already_linked"
    IN_CHAT_ALREADY = "in_chat_already"
    CHAT_HAS_BOOK = "chat_has_book"
    KEY_REUSED = "key_reused"
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
    HAS_LEFT = "has_left"
    NO_CHAT = "no_chat"
    REMINDERS_MUTED = "reminders_muted"
    # Files
    FILE_MISSING = "file_missing"
    FILE_UNREADABLE = "file_unreadable"
    NO_SUCH_IMPORT = "no_such_import"
    NO_SUCH_PICTURE = "no_such_picture"
    TOO_MANY_PICTURES = "too_many_pictures"
    # Settings
    UNKNOWN_TIMEZONE = "unknown_timezone"
    UNKNOWN_LANGUAGE = "unknown_language"
    UNKNOWN_CHOICE = "unknown_choice"
    BAD_PAY_DETAIL = "bad_pay_detail"
    BAD_RATE = "bad_rate"
    NO_RATE = "no_rate"
    NOTHING_TO_CONVERT = "nothing_to_convert"
    CHANGED_SINCE = "changed_since"


class LedgerError(Exception):
    """Somebody asked for what can't be recorded; nothing was.

    `details` are domain values (Money, Member, Name, date, str, int) for the answer's
    placeholders. The families that raise a code say which details it carries.
    """

    def __init__(self, code: Code, **details: object) -> None:
        super().__init__(code.value)
        self.code = code
        self.details = details
