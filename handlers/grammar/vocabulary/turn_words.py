"""What a language's file says of turns of phrase: their words, which other rules don't know so."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class TurnWords:
    """One language's words in turns of phrase, alternatives separated by `|`; runs keep spaces.

    Of parts: `only`, `pays` or `gets` stand before somebody's number, `of_it`, `extra` or `fewer`
    behind it, and `than` before the others; `of_which` before a number that is one person's,
    whom one of `whose` stands before;
    `shares` behind whose part it is (`mine`, `my`), with `is_` between; `my_own` behind what is
    added (`plus`) for (`for_`) the writer alone. `others` are everybody else, who `share_it`,
    `what_is_left` perhaps, or `take` `one` of the `portions` `each`. `half` is one of two parts;
    people `split` it each, where none of `claimed` stands before them. `all_` are everybody,
    also behind `among` and before `of_us`; they count things
    unless `of` is behind their number.

    Of paying: `pay` is any of its verbs, and `by` stands before who did; `put` may have `in_`
    behind it, unless `on` something; `remaining` and `rest` are what is left to pay, with `the`
    before; `both` of several paid as much. Somebody `will` and `gives` `me_back`; `iou` is a debt
    in a word. Who `leave`s people `out`, perhaps `of_that` and unless `never`, does not count
    them; nor who says that people go `free`. What is for `all_others` is not whoever's who paid.

    What is asked about: paying `for_` `selves` and another, `own_bills`, and who `had` some
    `extra`. `and_` joins people, `me` is the writer as one of them and `i` as who does
    something. `names_of_numbers` are no sums: the shop "7 eleven".

    Who `counts` `twice` has two parts, and so has who has `double` `shares`, or says `i_will` pay
    for another's share.
    `bar` leaves out behind `everyone`; `rest_of_us` are all but whose something is. `owes` may
    have `to` behind it, and `his` before the half that is owed; who `came` was there, too.
    `weights` are units of shares. `he` and `him` stand for somebody who is named before; `acts`
    behind "he" say that they pay or share, or not. `minus` stands before what is one's own of
    all, as is their `stuff`. People are `splitting` something; `so` stands between why somebody
    pays so much (`from_` them) and that they do. Who pays the `whole` of it treats the others,
    or owes it; what `we_all` owe may be said of each. What is paid `on_behalf` of somebody is
    theirs alone, and whoever is to `cover` them pays for them. People `go` `halves` with
    somebody; who `gave` so much `towards` something paid that of it. `but` stands between everyone
    and those who owe nothing; whoever `stays` so many nights has that weight. `it_is` may begin
    "all for bob"; `using` stands before whose `card` has paid, or before a card that is said to
    be somebody's (`card_of`). `us_two` are the writer and whoever else is named; who `covered`
    the writer paid for them. What
    `you_all` owe may be said of each. `friends` stand before the name of one ("my mate tom"), and
    one's `owns` are no part of what is shared ("chen paid his own").
    Who is `paying`, or put `it` on their card, has paid, and who got `some` things, or did the
    `shopping`, has bought them; everyone `including` somebody are all. `us` stands before how
    many we were; who `used` something up, or `had` all of `them`, shares it.
    Who `brings` guests has a part for each of them. Who `was_there` fewer `nights` than it was
    has perhaps so many parts, and who `does` something twice pays each time.
    What everybody `hands` over, perhaps asked in `polite` words, may be said of each.
    A game is of so many `a_side`. What a way `there` cost is added to that of the way `and_back`;
    what was `two_times` cost as much each time, perhaps, and what comes on `top` is added. Beside
    us `strangers` may have been there. Behind a slash so much is `a_week`, `a_month` or `a_year`.
    """

    only: str = ""
    pays: str = ""
    of_it: str = ""
    extra: str = ""
    fewer: str = ""
    than: str = ""
    of_which: str = ""
    whose: str = ""
    shares: str = ""
    mine: str = ""
    my: str = ""
    is_: str = ""
    my_own: str = ""
    plus: str = ""
    for_: str = ""
    others: str = ""
    share_it: str = ""
    what_is_left: str = ""
    gets: str = ""
    take: str = ""
    one: str = ""
    portions: str = ""
    each: str = ""
    half: str = ""
    split: str = ""
    claimed: str = ""
    all_: str = ""
    among: str = ""
    of_us: str = ""
    of: str = ""
    pay: str = ""
    by: str = ""
    put: str = ""
    in_: str = ""
    on: str = ""
    remaining: str = ""
    rest: str = ""
    the: str = ""
    both: str = ""
    will: str = ""
    gives: str = ""
    me_back: str = ""
    iou: str = ""
    leave: str = ""
    free: str = ""
    all_others: str = ""
    out: str = ""
    of_that: str = ""
    never: str = ""
    selves: str = ""
    own_bills: str = ""
    had: str = ""
    and_: str = ""
    me: str = ""
    i: str = ""
    names_of_numbers: str = ""
    counts: str = ""
    twice: str = ""
    double: str = ""
    i_will: str = ""
    bar: str = ""
    rest_of_us: str = ""
    owes: str = ""
    to: str = ""
    his: str = ""
    came: str = ""
    weights: str = ""
    he: str = ""
    him: str = ""
    acts: str = ""
    minus: str = ""
    stuff: str = ""
    splitting: str = ""
    so: str = ""
    from_: str = ""
    whole: str = ""
    everyone: str = ""
    on_behalf: str = ""
    cover: str = ""
    go: str = ""
    halves: str = ""
    gave: str = ""
    towards: str = ""
    we_all: str = ""
    but: str = ""
    stays: str = ""
    it_is: str = ""
    using: str = ""
    card: str = ""
    card_of: str = ""
    us_two: str = ""
    covered: str = ""
    already: str = ""
    loan: str = ""
    you_all: str = ""
    friends: str = ""
    owns: str = ""
    we: str = ""
    paying: str = ""
    it: str = ""
    some: str = ""
    including: str = ""
    shopping: str = ""
    brings: str = ""
    nights: str = ""
    was_there: str = ""
    does: str = ""
    hands: str = ""
    polite: str = ""
    us: str = ""
    used: str = ""
    them: str = ""
    a_side: str = ""
    there: str = ""
    and_back: str = ""
    two_times: str = ""
    top: str = ""
    strangers: str = ""
    a_week: str = ""
    a_month: str = ""
    a_year: str = ""


class TurnRole(StrEnum):
    """What a word means in a turn of phrase; see `TurnWords`."""

    ONLY = "only"
    PAYS = "pays"
    OF_IT = "of_it"
    EXTRA = "extra"
    FEWER = "fewer"
    THAN = "than"
    OF_WHICH = "of_which"
    WHOSE = "whose"
    SHARE = "shares"
    MINE = "mine"
    MY = "my"
    IS = "is_"
    MY_OWN = "my_own"
    PLUS = "plus"
    FOR = "for_"
    OTHERS = "others"
    SHARE_IT = "share_it"
    WHAT_IS_LEFT = "what_is_left"
    GETS = "gets"
    TAKE = "take"
    ONE = "one"
    PORTION = "portions"
    EACH = "each"
    HALF = "half"
    SPLIT = "split"
    CLAIMED = "claimed"
    ALL = "all_"
    AMONG = "among"
    OF_US = "of_us"
    OF = "of"
    PAY = "pay"
    BY = "by"
    PUT = "put"
    IN = "in_"
    ON = "on"
    REMAINING = "remaining"
    REST = "rest"
    THE = "the"
    BOTH = "both"
    WILL = "will"
    GIVES = "gives"
    ME_BACK = "me_back"
    IOU = "iou"
    LEAVE = "leave"
    FREE = "free"
    ALL_OTHERS = "all_others"
    OUT = "out"
    OF_THAT = "of_that"
    NEVER = "never"
    SELF = "selves"
    OWN_BILLS = "own_bills"
    HAD = "had"
    AND = "and_"
    ME = "me"
    I = "i"  # noqa: E741
    NAME_OF_A_NUMBER = "names_of_numbers"
    COUNTS = "counts"
    TWICE = "twice"
    DOUBLE = "double"
    I_WILL = "i_will"
    BAR = "bar"
    REST_OF_US = "rest_of_us"
    OWES = "owes"
    TO = "to"
    HIS = "his"
    CAME = "came"
    PORTIONS = "weights"
    HE = "he"
    HIM = "him"
    ACTS = "acts"
    MINUS = "minus"
    STUFF = "stuff"
    SPLITTING = "splitting"
    SO = "so"
    FROM = "from_"
    WHOLE = "whole"
    EVERYONE = "everyone"
    ON_BEHALF = "on_behalf"
    COVER = "cover"
    GO = "go"
    HALVES = "halves"
    GAVE = "gave"
    TOWARDS = "towards"
    WE_ALL = "we_all"
    BUT = "but"
    STAYS = "stays"
    IT_IS = "it_is"
    USING = "using"
    CARD = "card"
    CARD_OF = "card_of"
    US_TWO = "us_two"
    COVERED = "covered"
    ALREADY = "already"
    LOAN = "loan"
    YOU_ALL = "you_all"
    FRIEND = "friends"
    OWN = "owns"
    WE = "we"
    PAYING = "paying"
    IT = "it"
    SOME = "some"
    INCLUDING = "including"
    SHOPPING = "shopping"
    BRINGS = "brings"
    NIGHTS = "nights"
    WAS_THERE = "was_there"
    DOES = "does"
    HANDS = "hands"
    POLITE = "polite"
    US = "us"
    USED = "used"
    THEM = "them"
    A_SIDE = "a_side"
    THERE = "there"
    AND_BACK = "and_back"
    TWO_TIMES = "two_times"
    TOP = "top"
    STRANGERS = "strangers"
    A_WEEK = "a_week"
    A_MONTH = "a_month"
    A_YEAR = "a_year"
