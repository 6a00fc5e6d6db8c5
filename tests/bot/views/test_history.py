"""The history, one entry's story and the log."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.views import history_pages
from bot.views.reply import MAX_PRESS_BYTES, Reply, Verb, press, read_press
from ledger.core.answers.entry_lists import EntryStory, Filter, HistoryPage, LogPage
from ledger.core.entries import Action, Entry, Revision
from ledger.core.members import Member, MemberId, Roster
from ledger.core.shares import Part, PartKind
from tests.bot.views.speaking import (
    ALICE,
    ASHA,
    BOB,
    CHEN,
    DIA,
    ENGLISH,
    HINDI,
    NOW,
    ROSTER,
    TODAY,
    contents,
    dinner,
    entry,
    labels,
    lines,
    member,
    paid,
    presses,
    shown,
)

ZONE = "Asia/Kolkata"


def page(*entries: Entry, number: int = 1, pages: int = 1) -> HistoryPage:
    return HistoryPage(entries, ROSTER, number, pages, len(entries))


def told(reply: Reply) -> list[str]:
    return [line.replace("\u202f", " ") for line in lines(reply)]


def test_a_line_has_number_date_payer_amount_and_description() -> None:
    two_payers = contents(100, {ASHA: (60, 50), BOB: (40, 50)}, "")
    reply = history_pages.history(
        ENGLISH,
        page(
            entry(16, paid(BOB, ALICE, 190000)),
            entry(12, dinner(on=date(2023, 12, 31))),
            entry(11, two_payers),
        ),
        Filter(),
        TODAY,
    )
    assert lines(reply) == [
        "History",
        "#16 · Feb 20 · Bob → Alice · ₹1,900",
        "#12 · Dec 31, 2023 · Asha · ₹1,200 · dinner",
        "#11 · Feb 20 · Asha + 1 · ₹1",
    ]


def test_a_filter_is_named_even_when_nothing_is_found() -> None:
    wanted = Filter(BOB.id, "din<ner", "food", (2024, 2))
    assert lines(history_pages.history(ENGLISH, page(entry(12, dinner())), wanted, TODAY))[0] == (
        "History: Bob, din<ner, #food, February 2024"
    )
    assert shown(history_pages.history(ENGLISH, page(), wanted, TODAY)) == (
        "Nothing found: Bob, din<ner, #food, February 2024."
    )
    assert "/split 1200 dinner" in shown(history_pages.history(ENGLISH, page(), Filter(), TODAY))


def test_pages_turn_with_their_filter() -> None:
    wanted = Filter(BOB.id, "a:b%3A", "food", (2024, 2))
    reply = history_pages.history(
        ENGLISH, page(entry(12, dinner()), number=2, pages=3), wanted, TODAY
    )
    assert labels(reply) == [["‹", "›"]]
    assert lines(reply)[-1] == "Page 2 of 3"
    before, after = map(read_press, presses(reply))
    assert (before.number(0), after.number(0)) == (1, 3)
    assert history_pages.read_filter(after) == wanted


words = st.text(min_size=1, max_size=80).filter(str.strip)


@given(
    st.builds(
        Filter,
        member=st.none() | st.integers(1, 2**31).map(MemberId),
        words=st.none() | words,
        category=st.none() | words,
        period=st.none() | st.tuples(st.integers(1970, 2100), st.integers(1, 12)),
    )
)
def test_any_filter_fits_a_button_and_comes_back_or_finds_more(wanted: Filter) -> None:
    sent = press(Verb.HISTORY, 999_999, *history_pages.written(wanted))
    assert len(sent.encode()) <= MAX_PRESS_BYTES
    read = history_pages.read_filter(read_press(sent))
    assert (read.member, read.period) == (wanted.member, wanted.period)
    assert (wanted.words or "").startswith(read.words or "")
    assert (wanted.category or "").startswith(read.category or "")


@pytest.mark.parametrize("forged", ["history:1:x", "history:1:mBob", "history:1:d2024-13"])
def test_a_forged_filter_is_refused(forged: str) -> None:
    with pytest.raises(ValueError, match=r".+"):
        history_pages.read_filter(read_press(forged))


def story(*states: tuple[Action, Member | None, object], **more: object) -> EntryStory:
    revisions = tuple(
        Revision(
            number,
            number,
            action,
            None if author is None else author.id,
            NOW + timedelta(hours=number),
            said,  # type: ignore[arg-type]  # contents, made by the caller
        )
        for number, (action, author, said) in enumerate(states, start=1)
    )
    now = replace(entry(12, dinner(), **more), revision=revisions[-1])  # type: ignore[arg-type]
    return EntryStory(now, revisions, ROSTER)


def test_a_story_tells_everything_about_an_entry() -> None:
    more = contents(
        130000, {ASHA: (130000, 65000), DIA: (0, 65000)}, "late dinner", category="food", note="hm"
    )
    reply = history_pages.show(
        ENGLISH,
        story(
            (Action.RECORD, ASHA, dinner()),
            (Action.EDIT, BOB, more),
            (Action.DELETE, CHEN, more),
            (Action.RESTORE, None, more),
        ),
        ZONE,
    )
    assert told(reply) == [
        "🧾 #12 late dinner — ₹1,300",
        "On Feb 20, 2024 · #food",
        "hm",
        "Asha paid. ₹650 each: Asha, Dia.",
        "What happened",
        "Feb 20, 2024 4:00 PM: Asha recorded it",
        (
            "Feb 20, 2024 5:00 PM: Bob changed it: ₹1,200 → ₹1,300, dinner → late dinner, "
            "— → #food, — → hm, who shares"
        ),
        "Feb 20, 2024 6:00 PM: Chen deleted it",
        "Feb 20, 2024 7:00 PM: restored",
    ]
    assert labels(reply) == [["Undo"]]


def test_a_story_of_very_many_changes_tells_the_first_and_the_newest() -> None:
    states = [(Action.RECORD, ASHA, dinner())] + [
        (Action.EDIT, BOB, contents(130000 + minor, {ASHA: (130000 + minor, 130000 + minor)}))
        for minor in (0, 100, 200)
    ]
    whole = story(*states)
    cut = replace(whole, revisions=whole.revisions[2:], recorded=whole.revisions[0])
    told_whole = told(history_pages.show(ENGLISH, whole, ZONE))
    told_cut = told(history_pages.show(ENGLISH, cut, ZONE))
    assert told_cut == [*told_whole[:-3], "…", told_whole[-1]]


def test_a_deleted_entry_s_story_offers_to_restore() -> None:
    reply = history_pages.show(
        ENGLISH, story((Action.RECORD, ASHA, dinner()), (Action.DELETE, BOB, dinner())), ZONE
    )
    assert lines(reply)[0] == "🗑 #12 dinner — ₹1,200"
    assert labels(reply) == [["Restore"]]


def test_a_payment_s_story() -> None:
    payment = paid(BOB, ALICE, 190000)
    reply = history_pages.show(ENGLISH, story((Action.RECORD, BOB, payment)), ZONE)
    assert lines(reply)[0] == "✔ #12 Bob → Alice — ₹1,900"


def test_the_picture_comes_with_the_first_page_and_the_text_fits_its_caption() -> None:
    crowd = [member(number, f"Somebody {number}") for number in range(1, 201)]
    part = Part(PartKind.EXACT, 100)
    others = dict.fromkeys(crowd[1:], (0, 100, part))
    many = contents(20000, {crowd[0]: (20000, 100, part), **others})
    kept = entry(12, many, attachment="photo:abc")
    found = EntryStory(kept, (kept.revision,), Roster(tuple(crowd)))
    pages = []
    for number in range(50):
        reply = history_pages.show(ENGLISH, found, ZONE, number)
        if reply in pages:
            break
        pages.append(reply)
        assert shown(reply)
    assert [reply.attachment for reply in pages] == ["photo:abc", *[None] * (len(pages) - 1)]
    shares = [line for reply in pages for line in lines(reply) if line.endswith(" ₹1")]
    assert len(set(shares)) == 200
    assert presses(pages[0])[0] == "details:12:1"


def test_the_log_says_who_changed_what() -> None:
    edited = entry(12, dinner(), action=Action.EDIT, by=BOB, revision=2)
    posted = entry(13, paid(BOB, ALICE, 100), author=None)
    reply = history_pages.log(
        ENGLISH,
        LogPage(
            ((posted, posted.revision), (edited, edited.revision)), ROSTER, page=1, pages=2, total=3
        ),
        ZONE,
    )
    assert told(reply) == [
        "Who changed what",
        "Feb 20, 2024 3:00 PM: #13 Bob → Alice recorded",
        "Feb 20, 2024 3:00 PM: Bob changed #12 dinner",
        "Page 1 of 2",
    ]
    assert presses(reply) == ["log:2"]


def test_an_empty_log() -> None:
    assert shown(history_pages.log(HINDI, LogPage((), ROSTER, 1, 1, 0), ZONE))
