"""Bills of any items, in any order: everybody owes what was said, and nothing is lost."""

from __future__ import annotations

from collections.abc import Sequence

from hypothesis import given, settings
from hypothesis import strategies as st

from handlers.grammar.commands.split_line import read_split
from handlers.grammar.lexer import from_text
from handlers.grammar.natural.bills.items import ItemReader
from handlers.grammar.natural.bills.plain_items import plain_item
from handlers.grammar.natural.bills.rows import rows_of
from handlers.grammar.proposals import terms_of
from tests.handlers.grammar.groups import circle
from tests.handlers.grammar.reading import INR, TODAY

PEOPLE = circle("en_IN", "Asha Bob Chen Dee")
NAMES = ("me", "bob", "chen", "dee")
THINGS = st.sampled_from(["pasta", "garlic naan", "pizza", "red curry", "soup", "lassi"])
ITEM = st.tuples(
    st.integers(1, 99_999),
    THINGS,
    st.lists(st.sampled_from(NAMES), min_size=1, max_size=3, unique=True),
    st.sampled_from(
        [
            "{0} {1} {2}",
            "{1} {0} {2}",
            "{2} {1} {0}",
            "{2} - {0} {1}",
            "{0} {1} ({2})",
            "2x {1} {0} for {2}",
        ]
    ),
)


def _owed(text: str) -> tuple[dict[str, int], int]:
    line = read_split(from_text(f"/split {text}"), INR, TODAY, PEOPLE)
    terms = terms_of(line, PEOPLE)
    assert terms is not None
    shares = {share.member: share.owed_minor for share in terms.shares(line.amount)}
    owed = {name: shares.get(one.id, 0) for name, one in zip(NAMES, PEOPLE.roster, strict=True)}
    assert sum(shares.values()) == line.amount.minor
    return owed, line.amount.minor


def _written(item: tuple[int, str, Sequence[str], str]) -> str:
    paise, thing, names, form = item
    amount = f"{paise // 100}.{paise % 100:02}" if paise % 100 else str(paise // 100)
    return form.format(amount, thing, ", ".join(names))


@settings(max_examples=30)
@given(st.lists(ITEM, min_size=2, max_size=6), st.booleans(), st.booleans())
def test_everybody_owes_their_items(
    items: list[tuple[int, str, list[str], str]], headed: bool, totalled: bool
) -> None:
    rows = [_written(item) for item in items]
    whole = sum(paise for paise, *_ in items)
    rows[:0] = ["dinner"] if headed else []
    rows += [f"total {whole // 100}.{whole % 100:02}"] if totalled else []
    owed, amount = _owed("\n".join(rows))
    assert amount == whole
    for name in NAMES:
        exact = sum(paise / len(names) for paise, _, names, _ in items if name in names)
        assert abs(owed[name] - exact) < 1


@settings(max_examples=30)
@given(st.lists(ITEM, min_size=2, max_size=5), st.randoms(use_true_random=False))
def test_the_order_of_items_does_not_matter(
    items: list[tuple[int, str, list[str], str]], random: object
) -> None:
    rows = [_written(item) for item in items]
    others = list(rows)
    random.shuffle(others)  # type: ignore[attr-defined]
    first, second = _owed("dinner\n" + "\n".join(rows)), _owed("dinner\n" + "\n".join(others))
    assert first[1] == second[1]
    assert all(abs(first[0][name] - second[0][name]) <= 1 for name in NAMES)


@given(
    st.integers(1, 99_999),
    st.sampled_from(["bob", "chen", "Bob", "me", "dee,", "sam"]),
    st.sampled_from(["pasta", "good", "tip", "with", "without", "total", "paid", "x", "ravioli"]),
    st.sampled_from(["{0} {1} {2}", "{2} {1} {0}", "{1} {0}", "{0} {2}", "{2} {0} {1}"]),
)
def test_what_is_plain_is_read_as_by_all_rules(
    amount: int, name: str, thing: str, form: str
) -> None:
    [row] = rows_of(from_text("/split " + form.format(amount, thing, name)))
    plain = plain_item(row, INR, PEOPLE)
    if plain is not None:
        assert ItemReader(INR, TODAY, PEOPLE).read(row) == [plain]
