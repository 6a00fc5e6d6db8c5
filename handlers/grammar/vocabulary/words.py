"""What a language's file says: the words, and runs of words, that mean something in a line."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Words:
    """One language's words by meaning, alternatives separated by `|`; runs keep their spaces.

    Those named `behind_` stand behind the names they speak of (`bob ile`), the others before.
    `paid` stands on either side of a name; `i_paid` says by itself who paid. `units` count
    nights, people and the like behind a number; `extras` are what a bill adds to its items;
    `gave` says of a payment what `paid` does of an expense, `i_gave` that the writer did,
    `gave_me` to whom, and `got` that it was the writer; `gets` of who stands before it; `back` is
    said of money that returns. Behind a name `behind_gave` says that they gave, `has` that a verb
    at the end tells what they did, `behind_to` and `behind_from` to and from whom. `i_owe` stands
    behind whom the writer owes ("Ayşe'ye borcum var"); `must_give` and `must_get` stand behind
    all who are in a debt ("मुझे bob को 30 देने हैं"), `from_me` is the writer in it; `every` to
    `until` are words of rules, `of_month` behind a day ("1 числа"); `each_before` before what
    each owes ("по 300"); `thousands` and `millions` multiply the number before them. `minus`
    takes off from what is somebody's ("bob minus 5"); `people` stand behind how many of them
    something is for, and `counts` are whole phrases of that, from two on ("for two|for three").
    `article` stands before what is no day, though it may look like one ("the sun"), `before_name`
    between "with" and a name ("com o bob"); `on_day` before a day of the week, `last_day` before
    or behind one, `behind_day` right behind its name, and `part_of_day` behind any day ("freitag
    abend"). `weekdays` are everyday names besides those of CLDR, from Monday on, several by
    spaces. `add` and `remove` say of an entry who shares it, too, or no longer, before a name or
    behind it ("dia too", "chen raus"). `things` stand where a name could, and are none: "with
    cheese". `days_ago` stands behind how many ("2 days ago"); where a word stands before them,
    too, `before_days` is that one and `day_words` those behind ("vor 2 tagen"). `fractions` are
    parts of a whole, each in digits before how people say it (`1/3:a third|2/3:two thirds`).
    `weeks_ago` and `week_words` are of weeks what those of days are, `week_ago` is one of them
    ("last week"). `included` says that a tip is in the amount, `means` how money was handed over
    ("cash"); `treat` stands behind who does, `i_treat` says
    so of the writer, `treated_by` before ("bob's treat", "drinks on bob");
    `it_was` stands before an amount and says no more than it. In a change of an entry `called`
    stands before its new description and `noted` before a note; `swap` before whom somebody
    comes in for, with `swapped_for` between them; `instead` between who comes in and for whom,
    `in_place` the other way round ("chen yerine dev"). `please` ends a reminder. `before_payer`
    stands before whoever paid where the verb is behind them ("c'est bob qui a payé"). `not_behind`
    leaves out whoever stands before it at the end ("bob nicht"), and `did_not` with a verb
    behind it ("marta no cenó"); `i_am_out` says so of the writer ("no voy"); `hundreds`, `lakhs`
    and `crores` multiply as `thousands` do; `pronouns` stand for somebody whom no line names.
    `polite` words say nothing at either end of a line, `greeting` at its beginning, `record` right
    before its amount ("add 600 pizza"), `joking` behind names at its end; `i_will_pay` before
    what is the writer's share, or what they pay of all. `correcting` words put a wrong amount
    right, where a line has nothing but them and the right one ("oops 540"); `take_back` are all of
    a reply that takes an entry back, `came_back` of one that makes it a refund and `was_spent` of
    one that says that it is none.

    What no rule has read is asked about by these: `undescribed` words are hardly part of what
    something was for, nor are `done` beside a member's name, nor `dangling` ones at its end;
    unless behind a `story` ("since i walked"). `harmless` words and runs look like such, of
    English perhaps, and are what something was for ("i biscotti", "a metà prezzo").
    """

    with_: str = ""
    for_: str = ""
    between: str = ""
    and_: str = ""
    by: str = ""
    paid: str = ""
    i_paid: str = ""
    owes: str = ""
    without: str = ""
    everyone: str = ""
    us: str = ""
    me: str = ""
    only: str = ""
    each: str = ""
    half: str = ""
    fractions: str = ""
    equally: str = ""
    rest: str = ""
    more: str = ""
    less: str = ""
    double: str = ""
    days_ago: str = ""
    before_days: str = ""
    day_words: str = ""
    weeks_ago: str = ""
    week_words: str = ""
    week_ago: str = ""
    today: str = ""
    yesterday: str = ""
    before_yesterday: str = ""
    on_day: str = ""
    last_day: str = ""
    next_day: str = ""
    behind_day: str = ""
    part_of_day: str = ""
    weekdays: str = ""
    article: str = ""
    before_name: str = ""
    plus: str = ""
    minus: str = ""
    people: str = ""
    counts: str = ""
    units: str = ""
    extras: str = ""
    refund: str = ""
    to: str = ""
    from_: str = ""
    behind_with: str = ""
    behind_for: str = ""
    behind_between: str = ""
    behind_without: str = ""
    behind_by: str = ""
    things: str = ""
    i_owe: str = ""
    must_give: str = ""
    must_get: str = ""
    from_me: str = ""
    add: str = ""
    behind_add: str = ""
    remove: str = ""
    behind_remove: str = ""
    gave: str = ""
    i_gave: str = ""
    gave_me: str = ""
    got: str = ""
    gets: str = ""
    back: str = ""
    behind_to: str = ""
    behind_from: str = ""
    behind_gave: str = ""
    has: str = ""
    each_before: str = ""
    thousands: str = ""
    millions: str = ""
    included: str = ""
    means: str = ""
    treat: str = ""
    i_treat: str = ""
    treated_by: str = ""
    it_was: str = ""
    called: str = ""
    noted: str = ""
    swap: str = ""
    swapped_for: str = ""
    instead: str = ""
    in_place: str = ""
    please: str = ""
    before_payer: str = ""
    hundreds: str = ""
    lakhs: str = ""
    pronouns: str = ""
    polite: str = ""
    greeting: str = ""
    record: str = ""
    joking: str = ""
    i_will_pay: str = ""
    crores: str = ""
    not_behind: str = ""
    did_not: str = ""
    undescribed: str = ""
    done: str = ""
    dangling: str = ""
    story: str = ""
    harmless: str = ""
    i_am_out: str = ""
    correcting: str = ""
    take_back: str = ""
    came_back: str = ""
    was_spent: str = ""
