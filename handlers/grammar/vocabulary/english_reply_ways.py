"""English: what people write below a receipt that may be meant in several ways."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from handlers.grammar.vocabulary.english_reply_people import PEOPLE
from handlers.grammar.vocabulary.english_reply_pieces import HAVING, IS, IT, IT_WAS
from handlers.grammar.vocabulary.reply_words import ReplyWords

_PAID: Final = "(paid|payed|pays|pd|covered|gave|put in|chipped in|contributed)"
_BY: Final = "( in cash| cash| by card| with card| on card| card| by upi| upi| on gpay| gpay|)"
_REST: Final = (
    "((the |another |a further |a |other |the other )*"
    "(balance|rest|remaining|remainder|outstanding|difference|extra|more|amount|other|another)"
    "( amount| money|)( of|) )"
)
_ALSO: Final = "( too| as well| also| more| extra| on top| besides| for it)*"
_CAME: Final = (
    "(joined|came|joined us|was there|were there|was with us|stayed|was in|arrived|ate|was around|"
    "came along|slept over|participated|took part)"
)
_PART_OF_IT: Final = (
    "((the |a |one |1 )*(1st|2nd|3rd|4th|first|second|third|last|other|one|single|half|final|"
    "next|saturday|sunday|friday|monday|tuesday|wednesday|thursday) ?"
    "(night|day|evening|morning|afternoon|half|part|weekend|round|leg|stop|course|meal|time|"
    "(of )(it|the (trip|stay|time|evening|night|dinner|meal|day|days|nights)))|"
    "(half|part) (of )?(it|the (trip|stay|time|evening|night|dinner|meal|day|days|nights))|"
    "(the )?(end|beginning|start|dessert|drinks|starters|main|mains|weekend|night|day|evening))"
)
_HIMSELF: Final = (
    "(himself|herself|themselves|himself only|his own|her own|their own|his own stuff|his|hers|"
    "theirs|his part|her part|their part|his share|her share|their share|his own share|"
    "her own share|myself|<\\d+> 's own|<\\d+> 's( own|) (share|part))"
)
_OWN: Final = f"((paid|payed|pays|covered) (for )?{_HIMSELF}|(paid|payed) (separately|apart|extra))"

WAYS: Final[ReplyWords] = replace(
    PEOPLE,
    item=(
        f"X 's ~ ({IS} |cost |costs |came to |for )(only |just |like |about |)N( in it| of it|)",
        f"(the )?~ (of|for) X ({IS} |cost |costs |came to )(only |just |)N",
    ),
    extra=(
        f"X (also |){HAVING} (~ |an |one |)extra( ~|)( for| {IT_WAS}|) N",
        f"X (also |){HAVING} (~ |an |one |)extra( ~|) N",
        f"X (also |){HAVING} (~ |)N (extra|more|on top)",
        "(an |)extra N (for|on|from|to) X",
        "N (extra|more|on top) (for|on|from) X",
        "X (pays|owes|should pay|needs to pay) N (extra|more|on top)",
    ),
    balance=(
        (
            f"(and |also )?(add|plus|there was|there were|{IT_WAS}) {_REST}?N "
            f"(that |which |)(was |)X {_PAID}{_ALSO}"
        ),
        (
            f"(and |also )?(add|plus|there was|there were|{IT_WAS}) {_REST}?N "
            "(that |which |)(was |)(paid by|from|by) X"
        ),
        f"(and |also |){_REST}N (that |which |)(was |)(X {_PAID}{_ALSO}|(paid by|from|by) X)",
        f"(and |also |)X {_PAID} {_REST}(of |)N{_BY}{_ALSO}",
        f"(and |also |)X (also |){_PAID} N( more| extra| on top| besides)( too| as well|)",
        f"(and |)X also {_PAID} N",
    ),
    more=(
        (
            "(add|plus|and|also|forgot|there was|there were|we also had|we also got) "
            "(another |a |the |)N (for |of |on |)(the |some |)~"
        ),
        "(add|plus) (the |some |)~ (for |of |)N",
    ),
    partly=(
        f"X (only |just ){_CAME} (in |)(for |on |at |from |)(only |just |)({_PART_OF_IT})",
        f"X {_CAME} (in |)(only |just )(for |on |at |from |)({_PART_OF_IT})",
        f"X {_CAME} (in |)(for |on |at |from |)({_PART_OF_IT}) (only|alone)",
        f"(only |just )({_PART_OF_IT}) (for|with) X",
        (
            f"X (only |just )?{_CAME} (only |just )?(for |)N (of|out of) (the )?M "
            "(nights|days|evenings|times|rounds)"
        ),
        (
            f"X (only |just )?{_CAME} (only |just )?(for |)(just |only )?N "
            "(nights|night|days|day) (of|out of) (the )?M"
        ),
        "X missed (half|the (first|last|second|other) (night|day|half|part|evening))",
    ),
    came_apart=(
        f"X {_CAME}( too| also| as well|)( and| but| ,|) ((he|she|they|X) )?(just |)({_OWN})",
        f"X ({_OWN})",
        f"X ({IS} )?(already )?(paid|paying) (separately|apart|on (his|her|their) own)",
    ),
    meant=("(Z |)(mean|meant) X( instead|)", "X Z (mean|meant)", "\\* X", "X \\*"),
    swapped=(
        "(swap|switch|exchange|interchange|flip) X( around| over|)",
        (
            "X (should be |are |need to be |must be |got |)(swapped|switched|the other way "
            "(round|around)|flipped)"
        ),
        "(Z |)(mixed up|swapped|confused|switched) X",
    ),
    not_amount=(
        "(the )?~ (was|were|is|cost|came to) N (and |, )?(not|instead of|rather than) M",
        f"({IT_WAS} |make it |should be |)N (and |,|but |)?(not|instead of|rather than) M",
        f"(not|no|isnt|wasnt) M (but |its |{IT_WAS} |)?N",
    ),
    both_paid=(
        f"X {_PAID}{_BY} N{_BY} (and |, |while )*Y( {_PAID}|){_BY} M{_BY}",
        f"{_PAID} by X N{_BY} (and |, )*(by |)Y M{_BY}",
        f"N{_BY} (by|from) X (and |, )*M{_BY} (by|from) Y",
    ),
    of_it=(
        f"((Z |)(paid |gave |sent |got |only |just |it was |was )*)?(half|N)( of {IT}| only|)",
        f"(Z |)(only |just )?{_PAID} (only |just )?(half|N)( of {IT}| so far| for now|)",
        f"X (only |just )?{_PAID} (only |just )?(half|N)( of {IT}| so far| for now|)",
    ),
    other_way=(
        f"({IT_WAS} |)(the )?(other way|wrong way|opposite)( round| around| direction|)",
        f"({IT_WAS} |)(in |the )*(wrong|opposite|other) direction",
        "(reverse|swap|turn) (it|that|them)( around| round|)",
        f"({IT_WAS} |)(the )?reverse(d)?",
    ),
    paid_whom=(
        f"({IT_WAS} |)(for|to) X( (and |)not (to |)Y|)",
        f"({IT_WAS} |)(to |)X (and |)not (to |)Y",
        f"{IT_WAS} (to |)X",
        f"not (to |)Y (but |, ?|{IT_WAS} )*(to |)X",
        "(Z |)(mean|meant) (to |)X( not (to |)Y|)",
    ),
    declines=(
        "no|nope|nah|neither|none|none of these|none of them|none of those|neither of them|"
        "neither one|not that|not that one|not this|not any of them"
    ),
    first="the first one|first|1st|the first|the 1st|the 1st one|first one|option 1|the top one",
    second="the second one|second|2nd|the second|the 2nd|the 2nd one|second one|option 2",
    last_one="the last one|last|the last|last one|the bottom one",
)
