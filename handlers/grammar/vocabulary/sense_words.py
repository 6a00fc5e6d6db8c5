"""What a language's file says of single words that other words make sense of."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class SenseWords:
    """One language's single words that mean something only beside what they are said of.

    By themselves they are what something was for, unlike those of `Words`. Alternatives are
    separated by `|`.

    Of what one paid for another, "bob covered my ticket": the verbs `buying`, `covering` and
    `fronting`; `own_things` are one's own where a name says whose, `shared_things` everybody's
    though they are mine; `shares` are one's own of anything; `some` stands before a thing.
    Of prices and sums: `per` before `pieces` ("4 per piece"), `at_price` before the price of one
    ("3 kebabs a 7 euro"), `each_at` where it is
    nothing else; `totals` beside the sum of all; `of` between a fraction and what it is
    of, which are `wholes` ("half of it") or `bills`, with `its` before; `reductions` take off
    from a bill.
    Of shares: `or_` joins who is left out, who may be `he` or one of `selves` where one person
    paid; `my` and `is_` stand beside what is `owned` ("my part is 20"); `mixing` words make of
    "half and half" a thing; `we` begins a list of whom the writer is one.
    Of paying: `cards` are what is paid with ("paid by bob's card"), `owing` and `lent` verbs of
    debts, `settled` of payments, with `beside_settled` saying no more, and `by_means` before how
    ("via upi"); `returned` of refunds, said perhaps of what is `returnable`: a deposit. What is of
    `presents` ("gift for bob") is hardly shared by whoever it is for, nor is what is of `feasts`
    ("bob's birthday") where all others are as many as share it; `gifts` are presents and nothing
    else. A
    description of nothing but `empty` words says not what it was for: "back the".
    Of changes: `about_change` and `about_payer` say which, before `who` it was and `not_` who not;
    `naming` names a change that was perhaps not read; `rest_of_all` is said of everybody else.
    `of_things` stand before a thing and no name, `of_named_days` before a day that is a feast,
    and `also_things` are days that are something else as well; `dated_things` are of the day
    before them ("mon lunch"). A day behind `comparing` words or what is `due` is another one's
    ("same as last week", "due friday"), and what is taken out of `kitties` is no expense.
    `numbered` things have numbers for names ("room 204"); `heads` pay so much each ("7.50 pp"),
    and `employers` a part that nobody of the group does.
    Of what is asked about: behind a name `refusing` says that they perhaps did not share,
    `handling` that they perhaps paid, `doing` anything else that people do; `beside_verbs` may
    stand between. Somebody is `bringing` `guests`, with `whose` before. `was` stands before
    whoever it was, `i_will` begins what the writer says of themselves, `denying` says of anybody
    that they did not; `paying_now` stands behind a name with an "is" ("bob's buying"), and `his`
    before people who are not named.
    Of payments: `which_money` stands before an amount that is spoken of ("the 40"); what is said
    of it may begin with `that`, `borrowing` is a verb of whoever owes it, and `money` is what it
    is called. By `selling` money comes in. What came back is `going` to those whose it is; it
    `came` to whoever got it, who `have` it. Before a treat `all_of_it` says that it is theirs
    ("all on bob").
    Behind "was away" `spells` begin how long. Who owes nothing is `square`, and all is `well`
    behind words such as "we're", which are `being`; `handed_money` is given, as other things are
    that were bought.
    `places` stand behind these words ("at the pub"), and who paid behind `through`; `booking` is
    done for whoever goes.
    What people get that is `not_bought` says nothing of who paid ("bob got sick").
    """

    buying: str = ""
    covering: str = ""
    fronting: str = ""
    shares: str = ""
    own_things: str = ""
    shared_things: str = ""
    some: str = ""
    per: str = ""
    pieces: str = ""
    at_price: str = ""
    each_at: str = ""
    totals: str = ""
    of: str = ""
    wholes: str = ""
    bills: str = ""
    its: str = ""
    reductions: str = ""
    or_: str = ""
    he: str = ""
    selves: str = ""
    my: str = ""
    owned: str = ""
    is_: str = ""
    cards: str = ""
    owing: str = ""
    lent: str = ""
    about_change: str = ""
    about_payer: str = ""
    who: str = ""
    not_: str = ""
    rest_of_all: str = ""
    returned: str = ""
    settled: str = ""
    beside_settled: str = ""
    by_means: str = ""
    of_things: str = ""
    mixing: str = ""
    of_named_days: str = ""
    also_things: str = ""
    we: str = ""
    naming: str = ""
    refusing: str = ""
    handling: str = ""
    doing: str = ""
    beside_verbs: str = ""
    whose: str = ""
    was: str = ""
    i_will: str = ""
    denying: str = ""
    paying_now: str = ""
    his: str = ""
    guests: str = ""
    bringing: str = ""
    returnable: str = ""
    presents: str = ""
    gifts: str = ""
    feasts: str = ""
    empty: str = ""
    which_money: str = ""
    that: str = ""
    borrowing: str = ""
    money: str = ""
    selling: str = ""
    going: str = ""
    came: str = ""
    have: str = ""
    all_of_it: str = ""
    not_bought: str = ""
    dated_things: str = ""
    kitties: str = ""
    comparing: str = ""
    due: str = ""
    numbered: str = ""
    heads: str = ""
    square: str = ""
    well: str = ""
    spells: str = ""
    being: str = ""
    handed_money: str = ""
    places: str = ""
    through: str = ""
    booking: str = ""
    employers: str = ""


class Sense(StrEnum):
    """What a word means beside others; see `SenseWords`."""

    BUYING = "buying"
    COVERING = "covering"
    FRONTING = "fronting"
    SHARE = "shares"
    OWN_THING = "own_things"
    SHARED_THING = "shared_things"
    SOME = "some"
    PER = "per"
    PIECE = "pieces"
    AT_PRICE = "at_price"
    EACH_AT = "each_at"
    TOTAL = "totals"
    OF = "of"
    WHOLE = "wholes"
    BILL = "bills"
    ITS = "its"
    REDUCTION = "reductions"
    OR = "or_"
    HE = "he"
    SELF = "selves"
    MY = "my"
    OWNED = "owned"
    IS = "is_"
    CARD = "cards"
    OWING = "owing"
    LENT = "lent"
    ABOUT_CHANGE = "about_change"
    ABOUT_PAYER = "about_payer"
    WHO = "who"
    NOT = "not_"
    REST_OF_ALL = "rest_of_all"
    RETURNED = "returned"
    SETTLED = "settled"
    BESIDE_SETTLED = "beside_settled"
    BY_MEANS = "by_means"
    OF_THINGS = "of_things"
    MIXING = "mixing"
    OF_NAMED_DAY = "of_named_days"
    ALSO_THING = "also_things"
    WE = "we"
    NAMING = "naming"
    REFUSING = "refusing"
    HANDLING = "handling"
    DOING = "doing"
    BESIDE_VERB = "beside_verbs"
    WHOSE = "whose"
    WAS = "was"
    I_WILL = "i_will"
    DENYING = "denying"
    PAYING_NOW = "paying_now"
    HIS = "his"
    GUEST = "guests"
    BRINGING = "bringing"
    RETURNABLE = "returnable"
    PRESENT = "presents"
    GIFT = "gifts"
    FEAST = "feasts"
    EMPTY = "empty"
    WHICH_MONEY = "which_money"
    THAT = "that"
    BORROWING = "borrowing"
    MONEY = "money"
    SELLING = "selling"
    GOING = "going"
    CAME = "came"
    HAD = "have"
    ALL_OF_IT = "all_of_it"
    NOT_BOUGHT = "not_bought"
    DATED_THING = "dated_things"
    KITTY = "kitties"
    COMPARING = "comparing"
    DUE = "due"
    NUMBERED = "numbered"
    HEAD = "heads"
    SQUARE = "square"
    WELL = "well"
    SPELL = "spells"
    BEING = "being"
    HANDED_MONEY = "handed_money"
    PLACE = "places"
    THROUGH = "through"
    BOOKING = "booking"
    EMPLOYER = "employers"
