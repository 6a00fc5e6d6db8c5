"""Who was covered has not paid: whether whoever covered them shares it is asked."""

from __future__ import annotations

import pytest

from tests.handlers.grammar.buttons import offered
from tests.handlers.grammar.friends import FLAT, among_four


@pytest.mark.parametrize(
    ("text", "ways"),
    [
        *(
            (
                text,
                {
                    "Bob and Chen": "90 dinner: Bob 45 Chen 45",
                    "Without Dee": "90 dinner: Asha 30 Bob 30 Chen 30",
                    "Everybody": "90 dinner: all",
                },
            )
            for text in (
                "dinner 90 covered bob and chen",
                "dinner 90 i covered bob and chen",
                "i covered bob and chen 90 dinner",
                "dinner 90, covered chen and bob",
            )
        ),
        *(
            (
                text,
                {
                    "Only Chen": "12 lunch: Chen 12",
                    "Asha and Chen": "12 lunch: Asha 6 Chen 6",
                    "Everybody": "12 lunch: all",
                },
            )
            for text in (
                *("i covered chen 12 lunch", "covered chen 12 lunch", "lunch 12 i covered chen"),
            )
        ),
        *(
            (
                text,
                {
                    "Bob paid · Only Chen": "Bob paid 20 cab: Chen 20",
                    "Bob paid · Bob and Chen": "Bob paid 20 cab: Bob 10 Chen 10",
                    "Bob paid · Everybody": "Bob paid 20 cab: all",
                },
            )
            for text in ("cab 20 bob covered chen", "bob covered chen, 20 cab")
        ),
        (
            "90 dinner chen covered me and bob",
            {
                "Chen paid · Asha and Bob": "Chen paid 90 dinner: Asha 45 Bob 45",
                "Chen paid · Without Dee": "Chen paid 90 dinner: Asha 30 Bob 30 Chen 30",
                "Chen paid · Everybody": "Chen paid 90 dinner: all",
            },
        ),
    ],
)  # fmt: skip
def test_who_shares_where_somebody_was_covered_is_asked(text: str, ways: dict[str, str]) -> None:
    assert offered(FLAT, f"/split {text}") == ways


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("covered bobs dinner 45", "45 dinner: Bob 45"),
        ("bob covered dinner 90", "Bob paid 90 dinner: all"),
        ("bob covered for chen 20", "Bob paid 20: Chen 20"),
        ("i covered the cab 240", "240 the cab: all"),
        ("covered parking 40", "40 covered parking: all"),
        ("insurance 900 covers bob and me", "900 insurance covers: Asha 450 Bob 450"),
    ],
)
def test_what_was_covered_is_read(text: str, meant: str) -> None:
    assert among_four(text) == meant
