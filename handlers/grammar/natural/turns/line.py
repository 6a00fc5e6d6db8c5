"""A line's turns of phrase in words that the rules know: the first kind that fits counts."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from handlers.grammar.circle import Circle
from handlers.grammar.lexer import Line, Word
from handlers.grammar.natural.turns.beyond_us import check_beyond_us
from handlers.grammar.natural.turns.cards import whose_card_paid
from handlers.grammar.natural.turns.covering import check_covered
from handlers.grammar.natural.turns.guests import brought, pays_for_guests, ways_with_guests
from handlers.grammar.natural.turns.halves import go_halves, half_and_half_of_several, half_each
from handlers.grammar.natural.turns.having import had_only, they_had_it
from handlers.grammar.natural.turns.leaving_out import (
    all_bar,
    for_the_others,
    goes_free,
    leave_out,
    paid_their_own,
    the_rest_of_us,
)
from handlers.grammar.natural.turns.less import check_less, gets_so_much_off
from handlers.grammar.natural.turns.names import my_friend, name_of_a_number, of_a_side
from handlers.grammar.natural.turns.others import (
    all_of_us,
    gets_half,
    half_and_others,
    others_one_each,
    others_share,
)
from handlers.grammar.natural.turns.owing import (
    all_but_owe,
    everybody_pays,
    i_o_u,
    loan_to,
    owe_each,
    owes_half,
    pays_a_percentage,
    pays_for_theirs,
    pays_me_back,
)
from handlers.grammar.natural.turns.parts import (
    had_so_much,
    i_paid_and_share,
    of_all_is,
    of_which,
    own_stuff,
    parts_of_groups,
    pays_only,
    plus_own,
    rest_is_whose,
    share_of,
    share_paid,
    so_many_each,
    so_many_for,
    so_much_each,
    so_much_for,
    stayed,
)
from handlers.grammar.natural.turns.paying import (
    each_paid,
    from_me,
    gave_for_work,
    gave_so_much,
    i_only_paid,
    only_these_each,
    paid_between,
    paid_the_rest,
    part_and_rest,
    put,
    remaining,
    so_much_already,
    so_much_and_rest,
    so_much_by,
    so_much_was_theirs,
    we_each_paid,
    we_paid_half,
    with_card_of,
)
from handlers.grammar.natural.turns.ratios import in_ratio
from handlers.grammar.natural.turns.said import ReadTurn, Said
from handlers.grammar.natural.turns.several import check_several
from handlers.grammar.natural.turns.so_many import gone_before, so_many_of_us, so_many_ways
from handlers.grammar.natural.turns.sums import (
    divided_among,
    in_a_period,
    there_and_back,
    two_times,
)
from handlers.grammar.natural.turns.together import (
    all_for,
    and_self,
    apart_only,
    came_along,
    from_everybody,
    on_behalf_of,
    only_these_came,
    they_split,
    us_two,
)
from handlers.grammar.natural.turns.twice import carries_share, counts_twice
from handlers.grammar.natural.turns.unclear import check_unclear
from handlers.grammar.natural.turns.who_paid import (
    booked_it,
    did_and_paid,
    everybody_with_me,
    got_things,
    is_paying,
    on_own_card,
    paid_parts_of_it,
)
from handlers.grammar.natural.turns.within import own_of_all

_TURNS: Final[tuple[ReadTurn, ...]] = (
    paid_parts_of_it,
    booked_it,
    is_paying,
    on_own_card,
    did_and_paid,
    got_things,
    everybody_with_me,
    ways_with_guests,
    pays_for_guests,
    brought,
    counts_twice,
    carries_share,
    so_many_for,
    go_halves,
    half_and_half_of_several,
    share_paid,
    i_paid_and_share,
    of_all_is,
    stayed,
    all_but_owe,
    everybody_pays,
    pays_a_percentage,
    so_much_was_theirs,
    so_much_already,
    so_much_and_rest,
    part_and_rest,
    from_me,
    so_much_by,
    gave_so_much,
    so_much_for,
    gets_so_much_off,
    parts_of_groups,
    rest_is_whose,
    so_much_each,
    so_many_each,
    had_so_much,
    pays_only,
    had_only,
    own_of_all,
    of_which,
    own_stuff,
    plus_own,
    owes_half,
    owe_each,
    in_ratio,
    pays_me_back,
    pays_for_theirs,
    gets_half,
    half_and_others,
    others_share,
    others_one_each,
    put,
    remaining,
    all_of_us,
    gone_before,
    so_many_of_us,
    so_many_ways,
    share_of,
    paid_the_rest,
    we_each_paid,
    each_paid,
    only_these_each,
    paid_between,
    leave_out,
    paid_their_own,
    goes_free,
    all_bar,
    the_rest_of_us,
    for_the_others,
    came_along,
    apart_only,
    only_these_came,
    they_had_it,
    they_split,
    on_behalf_of,
    all_for,
    us_two,
    we_paid_half,
    with_card_of,
    i_only_paid,
    i_o_u,
    loan_to,
    half_each,
    my_friend,
    name_of_a_number,
    of_a_side,
    there_and_back,
    two_times,
    divided_among,
    in_a_period,
    gave_for_work,
    from_everybody,
    and_self,
)
"""Order matters: "the others 1 each" is theirs before 1 is anybody's number."""


def in_known_words(line: Line, circle: Circle) -> Line:
    """Return the line with the words that the rules know for such as say the same.

    Raises what `unclear.check_unclear`, `several.check_several`, `covering.check_covered` and
    `less.check_less` raise.
    """
    line = whose_card_paid(line, circle)
    said = Said(line, circle)
    check_unclear(said)
    check_several(said)
    check_beyond_us(said)
    check_covered(said)
    check_less(said)
    words: list[Word] = []
    parts: list[Word] = []
    at = 0
    while at < said.end:
        found = next(filter(None, (read(said, at) for read in _TURNS)), None)
        if found is None:
            words.append(line.words[at])
            at += 1
            continue
        assert found.stop > at
        instead = list(found.instead)
        if instead:
            instead[-1] = replace(instead[-1], breaks=line.words[found.stop - 1].breaks)
        words += instead
        parts += found.parts
        at = found.stop
    return replace(line, words=(*words, *parts, *line.words[said.end :]))
