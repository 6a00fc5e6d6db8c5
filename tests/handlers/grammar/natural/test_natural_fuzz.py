"""Lines of names, keywords, amounts and words in any order, all languages mixed."""

from __future__ import annotations

import re
from dataclasses import dataclass, fields, replace

from hypothesis import given
from hypothesis import strategies as st

from bot.views.expense_receipt import receipt
from handlers.grammar.circle import Circle
from handlers.grammar.commands.split_line import read_split, reading
from handlers.grammar.lexer import from_text
from handlers.grammar.literals.dates import WEEKDAYS
from handlers.grammar.proposals import write_line
from handlers.grammar.repair import correct_expense
from handlers.grammar.vocabulary import LANGUAGES
from ledger.core.entries import Contents, EntryKind
from ledger.core.errors import LedgerError
from ledger.core.expense_line import ExpenseLine
from ledger.core.folding import fold
from ledger.core.members import MemberId, Roster, Sender, Whom
from ledger.core.split_terms import SplitTerms, said
from tests.bot.views.speaking import ENGLISH, INR, ROSTER, TODAY, entry, placeholder, shown

ROLES = sorted(
    {
        phrase
        for words in LANGUAGES.values()
        for field in fields(words)
        for phrase in str(getattr(words, field.name)).split("|")
        if phrase
    }
)
NAMES = ["bob", "Chen", "dia", "Grandma", "@bob", "@chen", "me", "alice", "-@bob", "@all", "sam"]
NUMBERS = ["20", "1200", "3", "40%", "x2", "12.50", "€5", "1/3", "2:1", "60/40", "+10", "-5", "7"]
WORDS = ["pizza", "taxi", "bob's", "refund", "on", "yesterday", "fri", "#food", ",", "split", "2x"]
PIECE = st.one_of(*map(st.sampled_from, (NAMES, NUMBERS, WORDS, ROLES)))
LINE = st.builds(
    lambda pieces, joiner: joiner.join(pieces),
    st.lists(PIECE, min_size=1, max_size=8),
    st.sampled_from([" ", " ", " ", ", ", "\n"]),
)
SPOKEN = st.sets(st.sampled_from(sorted(LANGUAGES)), max_size=3).map(frozenset)
_WORD = re.compile(r"[^\W\d_]{3,}")


@dataclass(frozen=True)
class Told:
    """What a line comes to among those of the sample roster, newcomers as placeholders."""

    line: ExpenseLine
    terms: SplitTerms
    contents: Contents
    roster: Roster


def tell(text: str, spoken: frozenset[str]) -> Told:
    """Read a line and compute its shares; raises LedgerError as the bot does."""
    circle = Circle(ROSTER, ROSTER.members[0].id, spoken)
    line = read_split(from_text(text), INR, TODAY, circle)
    new: dict[str, MemberId] = {}

    def member(whom: Whom) -> MemberId:
        found = circle.member_of(whom)
        if found is not None:
            return found
        key = fold(str(getattr(whom, "text", "")))
        return new.setdefault(key, MemberId(100 + len(new)))

    payers = tuple((member(whom), minor) for whom, minor in line.payers)
    named = tuple((member(whom), part) for whom, part in line.participants)
    out = tuple(member(whom) for whom in line.left_out)
    for people in ([who for who, _ in payers], [who for who, _ in named], out):
        if len({*people}) < len(people):
            raise TwiceError
    if {*out} & {who for who, _ in named}:
        raise TwiceError
    everyone = tuple(one.id for one in ROSTER.active) if line.everyone or not named else ()
    terms = said(named, out, payers or ((circle.sender or MemberId(1), None),), everyone=everyone)
    terms = replace(terms, refund=line.refund)
    try:
        shares = terms.shares(line.amount)
    except LedgerError as error:
        correct_expense(error, line, INR, read=reading(INR, TODAY, circle), circle=circle)
        raise
    contents = Contents(
        *(EntryKind.EXPENSE, line.amount.minor, line.amount.currency, line.description, None),
        *(line.on or TODAY, line.note, shares, terms),
    )
    strangers = tuple(placeholder(id_, name or "x") for name, id_ in new.items())
    return Told(line, terms, contents, Roster((*ROSTER.members, *strangers)))


def any_refund(text: str) -> bool:
    """Tell whether a line has a word for money that came back, of any language."""
    said = [phrase for words in LANGUAGES.values() for phrase in words.refund.split("|")]
    return any(fold(phrase) in fold(text) for phrase in said)


class TwiceError(Exception):
    """Somebody stands twice in a line, which the book refuses."""


@given(LINE, SPOKEN)
def test_what_is_booked_is_what_the_receipt_says(text: str, spoken: frozenset[str]) -> None:
    try:
        told = tell(f"/split {text}", spoken)
    except (LedgerError, TwiceError):
        return
    told_text = shown(receipt(ENGLISH, entry(1, told.contents), told.roster, TODAY))
    assert ENGLISH.money(told.contents.amount) in told_text
    for share in told.contents.owers:
        name = told.roster[share.member].first_name
        assert name in told_text or "more" in told_text, (name, told_text)


@given(LINE, SPOKEN)
def test_a_line_written_back_is_read_as_the_same_terms(text: str, spoken: frozenset[str]) -> None:
    try:
        told = tell(f"/split {text}", spoken)
    except (LedgerError, TwiceError):
        return
    circle = Circle(ROSTER, ROSTER.members[0].id, spoken)
    read = reading(INR, TODAY, circle)
    written = f"/split {write_line(told.line, INR, read, circle)}"
    again = tell(written, spoken)
    assert again.terms.means(told.terms), (written, told.line, again.line)
    assert again.contents.amount == told.contents.amount, written
    assert again.contents.on == told.contents.on, written


@given(LINE, SPOKEN)
def test_a_proposal_works_and_keeps_what_was_written(text: str, spoken: frozenset[str]) -> None:
    try:
        tell(f"/split {text}", spoken)
    except TwiceError:
        return
    except LedgerError as error:
        examples = error.details["examples"]
    else:
        return
    assert isinstance(examples, tuple)
    for example in examples:
        assert example.startswith(("/split", "/refund"))
        line = tell(example, spoken).line
        people = [who for who, _ in (*line.participants, *line.payers)] + [*line.left_out]
        for whom in people:
            assert isinstance(whom, Sender) or fold(whom.text) in fold(text), (whom, example)
        assert line.refund <= ("-5" in text or "refund" in text or any_refund(text)), example
        kept = fold(example)
        known = {fold(name) for member in ROSTER for name in (member.first_name,)}
        for word in _WORD.findall(text):
            if fold(word) in WEEKDAYS:
                continue  # Written as a date.
            is_role = any(fold(word) in fold(role).split() for role in ROLES)
            assert is_role or fold(word) in kept or fold(word) in known, (word, example)
