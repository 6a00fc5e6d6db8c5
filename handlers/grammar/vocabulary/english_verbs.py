"""English verbs of paying, of sending money and of being away, in the forms that people type."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final


def _words(written: str) -> tuple[str, ...]:
    return tuple(one.strip() for one in written.replace("\n", " ").split("|"))


def _each(firsts: Iterable[str], seconds: Iterable[str]) -> tuple[str, ...]:
    behind = tuple(seconds)
    return tuple(f"{first} {second}" for first in firsts for second in behind)


_BILL: Final = _words("the bill|the tab|the check|the cheque|bill|tab")
_ROUND: Final = _words("the round|this round|that round|the round in|a round in|a round|rounds")
_PAYING: Final = (
    *_each(_words("footed|foots|picked up|picks up|picked|got|gets|settled|cleared"), _BILL),
    *_each(_words("sorted|took care of|handled|paid|covered|covers|took"), _BILL),
    *_each(_words("got|gets|stood|bought"), (*_ROUND, "us all")),
    *_words("stood us"),
    *_each(_words("paid|covered"), _words("the lot|the whole lot|the whole thing|everything|us")),
    *_each(
        _words("paid for|covered for"), _words("everything|everyone|everybody|all of us|us all")
    ),
    *_each(_words("swiped|tapped|used"), _words("the card|his card|her card|their card")),
    *_each(_words("gave|put up"), _words("the money|the cash")),
    *_each(
        _words("sorted|handled|took care of|covered|covers|got"), _words("it|this one|that one")
    ),
    *_words("footed|sponsored|sponsors|shelled out|forked out|stumped up|made the payment"),
    *_words("did the payment|is paying for it|picked it up|paid up front|paid upfront"),
)
_SERVICES: Final = _words(
    "venmo|zelle|paypal|cashapp|gpay|upi|phonepe|paytm|bhim|revolut|monzo|wise|bizum|pix|swish|"
    "twint|blik|tikkie|etransfer|e-transfer|interac|mobilepay|vipps|paynow|payme|wire|neft|imps"
)
_SENDING: Final = (
    *(f"{one}{ending}" for one in _SERVICES for ending in ("'d", "ed", "d", "'ed")),
    *_words("transfered|xferred|e-transferred|etransferred|bank transferred|cash apped"),
    *_words("paypalled|gpaid|upi paid|squared up|squared up with|evened up|evened up with"),
    *_each(
        _words("cleared|settled|paid|paid off"),
        _each(_words("his|her|their|my|the"), _words("dues|due|debt|debts|balance")),
    ),
    *_words("cleared dues|settled dues|paid dues"),
)
_NEVER: Final = _words(
    "didn't|didnt|did not|din't|couldn't|couldnt|could not|cudnt|can't|cant|cannot|won't|wont|"
    "will not|wouldn't|wouldnt"
)
_TAKE_PART: Final = _words(
    "eat|drink|go|join|join us|come|attend|participate|have any|have some|want any|take any|order|"
    "order anything|play|watch|stay|make it|show up|turn up|get any|take part|come along"
)
_BE: Final = _words("was|were|is|are")
_BE_NOT: Final = _words(
    "wasn't|wasnt|weren't|werent|isn't|isnt|aren't|arent|ain't|aint|was not|were not|is not|are not"
)
_AWAY: Final = _words(
    "away|absent|asleep|sleeping|at home|at work|working|abroad|out of town|out of station|"
    "on leave|elsewhere|fasting|travelling|traveling|not around|not here|not home|not with us|"
    "not sharing|not coming|not drinking|not eating|not joining|a no show|a no-show"
)
_THERE: Final = _words(
    "there|here|in|around|home|at home|with us|present|coming|going|eating|drinking|joining"
)
_AWAY_ALONE: Final = _words(
    "bailed|bailed on us|bailed out|ditched|ditched us|skipped it|skipped this|stayed home|"
    "stayed at home|stayed back|opted out|sat it out|sat this out|sat this one out|dropped out|"
    "backed out|pulled out|had left|had already left|already left|left before|missed it|missed out|"
    "missed this|gave it a miss|no show|no-show|had to work|never came|never ate|never drank|"
    "never joined|never showed up|excluded|gets in free|got in free|"
    "goes free|went free|get in free"
)

PAID: Final = "|".join(_PAYING)
"""Behind whoever paid: `bob footed the bill`."""
I_PAID: Final = "|".join(f"i {one}" for one in _PAYING)
SENT: Final = "|".join(_SENDING)
"""Said of payments, and of no expense: `gpay'd bob 450`, `bob cleared his dues`."""
I_SENT: Final = "|".join(f"i {one}" for one in _SENDING)
WERE_AWAY: Final = "|".join(
    (
        *_each(_NEVER, _TAKE_PART),
        *_each(_BE, _AWAY),
        *_each(_BE_NOT, _THERE),
        *_AWAY_ALONE,
    )
)
"""Behind whoever took no part: `chen was asleep`, `dee couldn't make it`."""
