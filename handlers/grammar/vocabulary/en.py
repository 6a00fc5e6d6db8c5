"""English: the words that mean something in a line."""

from __future__ import annotations

from handlers.grammar.vocabulary import english_verbs as verbs
from handlers.grammar.vocabulary.debt_words import DebtWords
from handlers.grammar.vocabulary.number_words import NumberWords
from handlers.grammar.vocabulary.rule_words import RuleWords
from handlers.grammar.vocabulary.sense_words import SenseWords
from handlers.grammar.vocabulary.turn_words import TurnWords
from handlers.grammar.vocabulary.words import Words

WORDS = Words(
    with_=(
        "with|widh|wirh|woth|qith|eith|w/|w|wth|wiht|wtih|along with|together with|wit|wih|"
        "whit|wuth|wid"
    ),
    for_="for",
    between=(
        "between|among|amongst|btwn|b/w|btw|shared by|split by|shared between|split between|"
        "split among|shared among|divided by|divided between|divided among|"
        "bteween|betwwen|bewteen|betwen|beetween|bw"
    ),
    and_="and|&|+|plus|n|nd|adn|as well as",
    by=(
        "payer|payer is|payer was|the payer is|paid for by|paid by|paid buy|payed buy|paidby|"
        "piad buy|paif by|by|payed by|covered by|pd by|"
        "piad by|bought by|paied by|payd by|paide by"
    ),
    paid=(
        "has paid|had paid|have paid|just paid|already paid|did pay|has already paid|"
        "has just paid|had already paid|actually paid|ended up paying|also paid|"
        "already covered|has covered|paid for it|paid for it all|paid it|paid it all|"
        f"paid|payed|pays|covered|pd|piad|paied|payd|paide|{verbs.PAID}"
    ),
    i_paid=(
        "i had paid|i have paid|i already paid|i just paid|i've already paid|i've just paid|"
        "i have already paid|i ended up paying|i actually paid|i also paid|i did pay|i covered|"
        "i paid|i payed|i've paid|i bought it|i booked it|i ordered it|i bought|i spent|"
        f"paid by me|{verbs.I_PAID}"
    ),
    owes="owes|owe|ows|owse|owess|oews|pays me|had|has|ate|consumed",
    without=(
        "except|excluding|excl|exc|exclude|without|w/o|but|but not|not|minus|no|except for|"
        "not including|not counting|but not for|not with|"
        "dont include|don't include|do not include|didn't include|didnt include|dont count|"
        "don't count|do not count|xcept|sans|dont add|don't add|do not add|"
        "skip|skipping|apart from|other than|leaving out|leave out|excpet|exept|expect|excpt|"
        "wothout|whitout|withot|wihout|wihtout|withput|execpt|exceot|excep|wtihout|withut|witout"
    ),
    everyone=(
        "everyone|evreyone|everyon|everyoen|evrybdy|everybody|all of us|every one|"
        "the whole group|every1|evryone|us all|eveyone|"
        "everone|everyne|everybdy|evrybody|all of you|you all|you guys|y'all|yall"
    ),
    us="us|we",
    me="me|i|myself",
    only=(
        "only|just|alone|nobody but|no one but|noone but|nobody except|no one except|none but|"
        "nobody else but|only us two|just us two|only the two of us|just the two of us"
    ),
    each=(
        "each|apiece|per person|per head|a head|pp|per ticket|per seat|per plate|per pax|per guest|"
        "ea"
    ),
    half=(
        "half|50/50|50-50|fifty-fifty|fifty fifty|half half|half-half|half and half|half n half|"
        "half & half|halves|in half|in halves|in two halves|fifty-50|half each|the other half|"
        "other half"
    ),
    equally=(
        "equally|evenly|split equally|equal|equal split|even split|equal shares|equal parts|"
        "in equal shares|in equal parts|split even|split equal|even steven|to be split equally|"
        "should be split equally|equal split please|equaly|equally split|equally shared|"
        "equally divided|evenly split|split up equally|split up evenly|shared equally|"
        "divided equally|divide equally|share equally|split it equally|split it evenly|"
        "split it|split this|split this equally|going dutch|go dutch|split evenly"
    ),
    rest=(
        "rest|the rest|the remainder|remainder|rest of us|the rest of us|others|the others|"
        "everyone else|everybody else|remaining|the remaining"
    ),
    more="more|extra|on top",
    today="today|tonight|tonite|this morning|this evening|this afternoon|2day|tday",
    yesterday=(
        "yesterday|yestarday|yesterdat|yesteday|yersterday|yesterfay|last night|last nite|"
        "yesterday evening|yesterday night|yesterday morning|"
        "yesterday afternoon|yday|yest|yestreday|yesterdy|ystrday|yesturday|yesterady|yeserday"
    ),
    before_yesterday="day before yesterday|the day before yesterday",
    plus="plus",
    units=(
        "night|nights|day|days|week|weeks|month|months|people|persons|person|"
        "heads|head|kids|kid|adults|adult|shares|share|times|parts|part|"
        "portions|portion|cups|cup|hours|hour|pax|slices|slice|pieces|rounds|"
        "rooms|seats|tickets|beds|drinks|beers"
    ),
    extras=(
        "tip|tips|tax|taxes|vat|gst|service|service charge|delivery|fee|fees|"
        "discount|cover|gratuity|coupon|voucher|rebate"
    ),
    less="less|fewer|off",
    double="double|twice",
    days_ago="days ago|day ago|days back|nights ago",
    refund="cashback|cash back|refund|refunded|refund for|money back|got back|came back",
    to="to",
    from_="from|got from|received from",
    behind_by=(
        "bought it|ordered it|booked it|booked this|"
        "bought|spent|fronted|ordered|booked|picked up|got the|got us|grabbed|paid for|put in|"
        "chipped in|contributed|coughed up|laid out|put up|dished out|bought us|bought everyone|"
        "bought everybody|bought all of us|bought us all|got everyone|got everybody"
    ),
    behind_without=(
        "had none|had nothing|ate nothing|drank nothing|didn't eat|didnt eat|didn't go|didnt go|"
        "didn't join|didnt join|didn't come|didnt come|didn't have any|"
        "not there|wasn't there|wasnt there|not in|isn't in|isnt in|is out|not included|"
        "excluded|not joining|didn't drink|didnt drink|dint drink|dint eat|dint come|dint join|"
        "dint go|was away|left out|sat out|pays nothing|"
        "paid nothing|owes nothing|doesn't pay|doesnt pay|does not pay|is not paying|"
        "isn't paying|isnt paying|not paying|won't pay|is free|free|for free|rode free|"
        "eats free|rides free|goes free|travels free|stays free|comes free|gets in free|"
        "not eating|skipped|skip|skips|"
        "was not there|were not there|is not there|are not there|weren't there|werent there|"
        "aren't there|arent there|isn't there|isnt there|were not in|was not in|are not in|"
        "is not in|were away|are out|were out|dont pay|don't pay|do not pay|need not pay|"
        "should not pay|shouldn't pay|shouldnt pay|will not pay|wont pay|aren't paying|"
        "arent paying|are not paying|did not eat|did not go|did not join|did not come|"
        "did not drink|did not have any|is not included|was not included|are not included|"
        "were not included|not included here|are not joining|is not joining|dont eat|don't eat|"
        f"{verbs.WERE_AWAY}"
    ),
    things=(
        "cheese|milk|sugar|ice|rice|fries|love|tax|tip|tips|delivery|card|cash|"
        "friends|family|kids|colleagues|work|dinner|lunch|breakfast|drinks|"
        "coffee|tea|bread|sauce|salad|chips|butter|chicken|fish|meat|beer|wine|"
        "dessert|toppings|extras|home|fun|visa|mastercard|paypal|train|bus|car|"
        "taxi|plane|mistake|today|tomorrow|cream|lemon|honey|egg|eggs|bacon|"
        "olives|mushrooms|garlic|onions|service|parking|insurance|shipping|"
        "everything|nothing|pasta|noodles|naan|roti|dal|biryani|momos|burger|burgers|sandwich|"
        "sandwiches|soup|starters|mains|snacks|juice|soda|coke|cake|cakes|chocolate|cigarettes|"
        "up|down|out|off|upfront|online|can|box|"
        "fruit|fruits|veggies|popcorn|petrol|fuel|diesel|toll|tolls|hotel|stay|flight|flights|"
        "bill|bills|deposit|advance|fine|fines|party|wedding|birthday|gift|gifts|trip|others|"
        "or|nor|it|this|that|one|two|three|four|five|six|co|friend|wife|husband|gf|bf|"
        "girlfriend|boyfriend|partner|mates|"
        "gang|team|"
        "guest|guests|son|daughter|baby|dog|cat|boss|company|already|fully|partly|later|"
        "half|full|amount|balance|money|loan|salary|emi|subscription|membership|booking|order"
    ),
    on_day="on|dated",
    last_day="last|this|this past|past",
    part_of_day="night|nite|evening|morning|afternoon|noon|eve",
    article="the|a|an|in|of|at|my|our",
    thousands="thousand|thousands",
    millions="million",
    hundreds="hundred",
    lakhs="lakh|lakhs|lac|lacs",
    crores="crore|crores|cr",
    pronouns="he|she|they|him|her|them|someone|somebody",
    polite=(
        "please|pls|plz|plss|please split|pls split|thanks|thank you|thanks a lot|"
        "many thanks|thx|thnx|tnx|ty|cheers|"
        "thanks guys|thanks all|thank u|kindly|tysm"
    ),
    greeting=(
        "please|pls|plz|kindly|hey|hi|hello|hey guys|hi guys|hi all|hey all|ok|okay|so|"
        "btw|fyi|ok so|alright|can you|"
        "could you|can u|guys|yo|hey bot|hi bot|dear all|um|uh|oh|and|also"
    ),
    record=(
        "add|split|record|log|put|put in|note|note down|enter|divide|share|charge|book|expense|"
        "add expense|new expense|expense of|an expense of|add an expense of|split the|split a|"
        "put down|write|write down|save|i need to split|we need to split|let's split|lets split|"
        "i want to split|we spent|spent|we paid|"
        "can we split|need to split|want to split|we should split|gotta split|have to split"
    ),
    i_will_pay="i pay|i'll pay|i will pay|ill pay|i am paying|i'm paying|im paying",
    joking=(
        "split|lol|haha|hehe|lmao|xd|rofl|man|bro|dude|yaar|mate|ok|okay|right|ofc|obviously|"
        "tho|though"
    ),
    i_am_out=(
        "i paid but didnt eat|i paid but didn't eat|i paid but i didnt eat|i paid but i didn't eat|"
        "i paid but didnt have any|i paid but didn't have any|i paid but had none|i only paid|"
        "i just paid|i paid but didnt go|i paid but didn't go|i paid but wasnt there|"
        "i paid but wasn't there|im out|i'm out|i am out|count me out|leave me out|take me out"
    ),
    undescribed=(
        "i|me|mine|myself|he|himself|she|herself|they|themselves|and him|and her|and them|"
        "n him|n her|n them|owe|owes|owed|owing|except|excluding|exclude|everyone|everybody|"
        "joined|joins|joined us|came too|came along|tagged along|every day|every week|"
        "every month|every year|of which|of those|each|apiece|paying|hers|theirs|yesterday|"
        "ago|minus|didn't|"
        "didnt|wasn't|wasnt|halves|settled|oops|none|next time|his own|her own|their own|"
        "unevenly|unequally|dont split|don't split|do not split|not split|"
        "dont share|twice|per family|per couple|per household"
    ),
    done=(
        "paid|pays|pay|paying|got|gets|bought|buys|covered|covers|had|has|ate|eats|puts|charge|"
        "charged|fronted|double|twice|half|split|only|not|without|out|away|free|instead|back|"
        "share|part|card|round|treat"
    ),
    dangling="own|his|and|&|n|with|by|for|but|or|was|is|to|except|without|not",
    story="since|because|cause|cos|coz|cuz|that|which|who|where|when|while|after|before|will|if",
    minus="minus|less",
    people="people|persons|pax|ppl|guys|heads",
    counts=(
        "for two,for us two,for the two of us|for three,for us three,for the three of us|"
        "for four,for the four of us|for five,for the five of us|for six|for seven|for eight|"
        "for nine|for ten"
    ),
    gave=(
        "gave|gives|give|pay|dropped|sent|sends|send|transferred|transfers|handed|returned|repaid|"
        "venmoed|zelled|wired|lent|loaned|lends|refunded|reimbursed|settled|settle|cleared|"
        f"clears|squared|paid off|payed off|{verbs.SENT}"
    ),
    i_gave=(
        "i gave|i sent|i transferred|i returned|i repaid|i handed|i venmoed|i wired|i lent|"
        f"i loaned|{verbs.I_SENT}"
    ),
    got="i got|i received|got|received|get|i collected|collected|i borrowed|borrowed",
    back="back",
    add=(
        "add|include|plus|+|also|and also|forgot|i forgot|we forgot|forgot to add|"
        "i forgot to add|we forgot to add|forgot to include|i forgot to include"
    ),
    behind_add=(
        "too|as well|also|joined|joins|was in|is in|was there too|were there too|was also there|"
        "were also there|was there as well|were there as well|was in too|is in too|was also in|"
        "is also in|were in too|were also in|joined too|also joined|came too|also came|"
        "shared too|also shared|also shares|had it too|had some too|had one too|ate too|"
        "ate it too|in"
    ),
    remove="remove|drop|take out|take off|take|kick out|leave out|delete|exclude",
    behind_remove="out|off|not in|is out|left",
    gets="gets|receives|collects",
    next_day="next|coming|this coming",
    fractions=(
        "1/3:one third,a third,1 third,one-third|2/3:two thirds,2 thirds,two-thirds|"
        "1/4:one quarter,a quarter,quarter,one fourth,a fourth|3/4:three quarters,3 quarters,"
        "three fourths,three-quarters|1/5:one fifth,a fifth|2/5:two fifths|3/5:three fifths|"
        "4/5:four fifths"
    ),
    included="after|net of|incl|inc|inc.|incl.|including|included|inclusive|inclusive of|includes",
    week_ago="last week|a week ago|one week ago|last wk",
    weeks_ago="weeks ago|week ago|weeks back",
    means=(
        "upi|gpay|g pay|google pay|phonepe|paytm|bhim|neft|imps|venmo|zelle|paypal|cash app|"
        "cashapp|revolut|wise|monzo|apple pay|bank transfer|cash|by card|with card|by check|"
        "by cheque|by transfer|bizum|pix|sepa|mb way|swish|twint|blik"
    ),
    treat="treat|treats|treated|shout|is treating|treating|round",
    i_treat="my treat|my shout|my round|i treated|i'm treating|im treating|i am treating|i treat",
    treated_by="on|treat by|treat from|courtesy of",
    it_was=(
        "it was|was|it is|it's|its|is|make it|make that|should be|it should be|"
        "should have been|actually|actually it was|sorry|oops|sorry it was|amount|the amount|"
        "total|the total|amount is|amount was|total is|total was|amount to|change amount to|"
        "change the amount to|change to|change it to|change|to|price|cost|update to|set to|"
        "correct to|correction"
    ),
    came_back=(
        "it came back|it all came back|money came back|the money came back|money back|"
        "we got it back|i got it back|got it back|they refunded it|they refunded us|got refunded|"
        "it got refunded|a refund|as a refund|that was a refund|this was a refund|make it a refund|"
        "mark it as a refund"
    ),
    was_spent=(
        "not a refund|no refund|it was not a refund|it wasn't a refund|it wasnt a refund|"
        "wasn't a refund|this was not a refund|it was spent|it was an expense|it did not come back"
    ),
    take_back=(
        "delete this|delete it|delete this one|delete that|delete|undo|undo this|undo it|"
        "undo that|cancel this|cancel it|cancel this one|cancel that|remove this|remove it|"
        "remove this one|remove that|scrap this|scrap that|scrap it|take it back|"
        "take this back|void this|void it|void"
    ),
    correcting=(
        "no|nope|oops|ooops|whoops|sorry|wait|i meant|i mean|meant|correction|my bad|"
        "my mistake|typo|this"
    ),
    not_behind="not",
    called=(
        "description|desc|rename|rename to|rename it|rename it to|rename this to|call it|call this|"
        "change description to|change the description to|the description is"
    ),
    noted="note|add note|add a note|comment|add comment",
    swap="swap|replace|switch|exchange|change",
    swapped_for="for|with|by|to",
    instead="instead of|in place of|rather than",
    please="please|pls|plz|kindly|to pay|to pay up|to pay me|now|again",
)

RULES = RuleWords(
    every="every|each",
    a_day="day|days|daily",
    a_week="week|weeks|weekly",
    a_month="month|months|monthly",
    a_year="year|years|yearly|annually",
    by_itself="daily|weekly|monthly|yearly|annually",
    workdays="weekday|weekdays|workday|workdays",
    from_day="from|starting|starting from|beginning",
    until="until|till|til",
    switched_on="on|yes",
    switched_off="off|stop|no|never|none",
    two="two|other|second",
    past="last|previous|past",
    present="this|current",
    ever="all|everything|total|ever|all time",
)

DEBTS = DebtWords(
    owes_me=(
        "X needs/has/have/need/ought/gotta to pay/give/return/send me|"
        "X should/must/will/shall/gotta pay/give/return/send me|"
        "X to pay/give/return/send me|X still/now owes/owe me|X owed me|"
        "X is to pay/give me|X is supposed to pay/give me|"
        "X hasn't/hasnt paid/returned/given/sent me|X has not paid/returned/given/sent me|"
        "X hasn't/hasnt paid me back|"
        "X borrowed ~me|X borrowed|X took from me|X has taken from me|i am/m owed >X|"
        "i'm owed by X|X is in debt to me|"
        "X has to pay/give/send me back|X needs to pay/give/send me back|"
        "X should/must/will pay/give/send me back|X owes/owe me back|charge X|"
        "i need to get/collect ~X|get/collect ~X|request/requested ~X|i requested ~X|"
        "X please/pls/plz/kindly pay/give/send/return/transfer me|"
        "X please/pls/plz/kindly pay/give/send/return/transfer|"
        "i lend X|lend X|lend to X|i'm lending X|lending X|"
        "i spotted/loaned X|spotted/loaned X|i loaned to X|loaned to X"
    ),
    i_owe=(
        "i need/have/ought/got/gotta to pay/give/return/send X|"
        "i should/must/will/shall/gotta pay/give/return/send X|"
        "i still/now owe X|i owed X|i'll pay/give/send X|i am/m supposed to pay/give X|"
        "i haven't/havent paid X|i borrowed ~X|borrowed ~X|i took ~X|took ~X|"
        "i still owe X|"
        "i need/have to pay X back|i should/must/will pay X back|i owe X back|"
        "i'm in debt to X|i need/have to give X back|X spotted/loaned me"
    ),
    owes_another=(
        "X needs/has to pay/give/send Y|X should/must/will pay/give/send Y|X to pay/give Y|"
        "X still owes Y|X owed Y|X hasn't/hasnt paid Y|X borrowed ~Y|X took ~Y"
    ),
    still="still|now|also|really|actually|already|only|so|yet",
    already="just|already|finally|also",
)

NUMBERS = NumberWords(
    numbers=(
        "1:one,a|2:two|3:three|4:four|5:five|6:six|7:seven|8:eight|9:nine|10:ten|11:eleven|"
        "12:twelve|13:thirteen|14:fourteen|15:fifteen|16:sixteen|17:seventeen|18:eighteen|"
        "19:nineteen|20:twenty|30:thirty|40:forty,fourty|50:fifty|60:sixty|70:seventy|"
        "80:eighty|90:ninety"
    ),
    half="and a half",
    cents="cent|cents|cts|ct|paise|paisa|pence",
)

TURNS = TurnWords(
    only="only|just",
    pays="pays|pay|owes|owe|gives",
    of_it=(
        "of it|of that|of this|of them|of which|out of it|out of that|from that|worth|worth of it"
    ),
    extra="more|extra",
    fewer="less",
    of_which="of which|out of which|from which|incl|including|of that|out of that|of it",
    whose="only|just|for|is|was|were|is only|is just|was only|was just|are|that's|thats|is all",
    shares="share|part|portion|half",
    mine="mine",
    my="my",
    is_="is|was",
    go="go|going|went|gone|let's go|lets go|split",
    halves="half|halves|50-50|50/50|fifty fifty|fifty-fifty|half half|half-half|half n half",
    gave="gave|put in|put|chipped in|contributed|spent|pitched in|threw in",
    towards="towards|toward",
    cover="cover|covers|covering|treat",
    on_behalf="on behalf of|on behalf|in the name of|behalf of|belongs to|that belongs to",
    my_own="my own",
    plus="plus|and|+",
    for_="for",
    others=(
        "the others|others|everyone else|everybody else|the rest of us|rest of us|the rest|"
        "all others"
    ),
    share_it="split|splits|share|shares|divide|get|pay",
    what_is_left=(
        "the other half|other half|the rest|the remaining|it|the remaining half|what is left|"
        "equally"
    ),
    gets="gets|takes|has|pays|owes",
    take="get|have|pay|take",
    one="1|one",
    portions="share|part",
    each="each|apiece|pp",
    half="half",
    split="to|will|should|pay|pays|split|share|owe",
    claimed="only|just|by|paid|between|and|n|&",
    all_="all",
    among=(
        "for|between|among|with|split between|shared between|divided between|split among|"
        "shared among|divided among|split by|shared by|split with|split amongst|split btw|btw|"
        "btwn|split btwn|b/w|split b/w|equally between|equally among|split equally between|"
        "split equally among|split it between|split evenly between|split evenly among"
    ),
    of_us="of us",
    of="of",
    pay="pays|pay|covers|covered|cover|covering|treat",
    by="by",
    put="put",
    in_="in",
    on="on",
    remaining="remaining",
    rest="rest|remainder",
    the="the",
    both="each|both",
    will="will|should|must|to|has|needs|gonna|shall|can",
    gives="pays|pay|gives|give",
    me_back="me back",
    iou="iou|i.o.u|i.o.u.",
    free="dont charge|don't charge|do not charge|no charge for|not charging|dont bill|don't bill",
    all_others=("the others|all others|all the others|everyone else|everybody else"),
    leave="leave|leaving|keep|keeping|count|left",
    out="out",
    of_that="of it|of this",
    never="not|dont|don't|never|didnt|didn't",
    selves="himself|herself|themselves|themself",
    owns=(
        "his own|her own|his own ticket|her own ticket|his own way|her own way|for himself|"
        "for herself|his own share|her own share|his own food|her own food"
    ),
    own_bills="our own|their own|own share|own part|own bill|own|for ourselves|for themselves",
    had="had|has|ate|took|got|drank",
    and_="and|n|&|nd",
    me="me|myself",
    i="i",
    names_of_numbers="7 eleven",
    counts="counts|count|counted|counts as|count as|counts for|is counted as",
    twice="double|twice|two|2|for two|for 2|as two|as 2|a double share|two shares|2 shares",
    i_will="i'll|ill|i will|i'm|im|i am|i'm gonna|i gotta|i should|let me|i can",
    everyone="everyone|everybody|all of us|all|us all",
    bar="bar|barring|save|save for|besides|bar for|minus|sans",
    rest_of_us="the rest of us|rest of us|the others|the other three|the other two|everyone else",
    owes="owes|owe",
    to="to",
    his="his|her|their",
    came=(
        "came along|came|came with|came with me|joined|joined in|joined me|tagged along|were there|"
        "were with me|were in|had it|came too|ate|ate it|came with us"
    ),
    whole="all|it all|everything|the whole thing|all of it|full|in full|the lot|fully|100%",
    we="we",
    we_all="we all",
    minus="minus|less|except|excluding",
    stuff="stuff|things|items|thing|order|extras|drinks|food|bits|shopping|goods",
    splitting=(
        "split|splitting|are splitting|to split|will split|should split|shared|sharing|chip in|"
        "chipping in|went halves on|go halves on|halved"
    ),
    so="so|hence|thus|therefore|so only|so just|so its|so it's",
    from_="from",
    he="he|she",
    him="him|her",
    acts=(
        "gave|sent|bought|spent|fronted|ordered|footed|picked|sponsored|put|got|booked|paying|"
        "is|was|were|wasn't|wasnt|isn't|isnt|weren't|werent|didn't|didnt|doesn't|doesnt|won't|wont|has|had|ate|counts|skipped|bailed|"
        "stayed|left|will|should|must|joined|came"
    ),
    but="but|except|besides|bar|save|minus|excluding|other than|apart from|except for",
    you_all=(
        "you guys|you all|all of you|all of u|all u|u all|u guys|y'all|yall|you lot|you two|"
        "you three"
    ),
    friends=(
        "friend|mate|buddy|pal|bf|gf|boyfriend|girlfriend|wife|husband|brother|sister|cousin|"
        "roommate|flatmate|colleague|partner|bro"
    ),
    stays="stayed|stays|stayed for|was there|was there for|were there for|slept|slept over",
    us_two=(
        "us two|us 2|just us two|just us 2|only us two|only us 2|the two of us|just the two of us|"
        "we two|just us|only us"
    ),
    already="already|was|was already|is already",
    loan="loan|advance|loaned",
    covered="covered|covered for|spotted|got|paid for",
    paying=(
        "paying|payin|is paying|footing it|covering it|covering|covering this|footing|"
        "footing the bill|picking up the tab|picking up the bill|picking it up|getting it|"
        "getting this|getting this one|got this one|got this|got it|got the bill"
    ),
    shopping=(
        "shopping|the shopping|groceries|the groceries|grocery shopping|the grocery shopping|"
        "food shopping|the food shopping|the weekly shop|the food shop|the big shop|a grocery run|"
        "the grocery run|a food run|a beer run"
    ),
    it="it|this|that|everything|all of it|it all|the whole thing|all",
    some="a|an|some|our|more|all",
    including="incl|including|inc|included|me included",
    it_is="its|it's|it is|it was|that's|thats|that was|this is|this was",
    using=(
        "used|using|on|via|through|swiped|charged to|charged on|put on|put it on|paid with|"
        "paid on|paid using|paid via|paid from|went on|was on|with|charged|swiped|tapped"
    ),
    card="card|credit card|debit card|amex|visa|mastercard|gpay|paypal|upi|wallet|account",
    weights="part|parts|share|shares|portion|portions|night|nights",
    us="us|we|we were|it was us|we are",
    used="shared|used|finished|used up|finished off|drank up|split|polished off",
    them="it|them|that|those|this|these|it all|them all|all of it|all of them|both",
)

SENSES = SenseWords(
    buying="bought|got|ordered|grabbed|fetched",
    covering="covered|covers|spotted",
    fronting="paid|payed|pays|fronted",
    shares="share|part|portion|half|bit",
    own_things=(
        "ticket|tickets|fare|seat|entry|entrance|pass|visa|drink|drinks|beer|beers|coffee|"
        "tea|meal|food|lunch|dinner|breakfast|pizza|burger|order|taxi|cab|uber|bus|train|"
        "flight|fine|rent|tab|bill|subscription|membership|haircut|medicine|meds|recharge|fee|"
        "fees|medicines|tix|dues|prescription|pharmacy|insurance|deposit|course|class|lesson|tuition|"
        "cab|auto|metro|petrol|parking|charger|shoes|shirt|jacket|book|books|laundry|locker|"
        "penalty|visa|doctor|checkup|buyin|buy-in|cover"
    ),
    shared_things=(
        "birthday|bday|b'day|party|wedding|farewell|gift|present|treat|friend|friends|"
        "place|house|home|car|room|card|way"
    ),
    some="a|an|the|some",
    per="per|a|the|each",
    pieces="piece|pc|unit|item|head",
    at_price="a|at|@",
    each_at="at|@",
    totals="total|totals|subtotal|sum|altogether|together",
    of="of",
    wholes="it|that|this|which|them|everything",
    bills="bill|total|amount|price|cost|sum|rent",
    its="the|a|an|that|this|my|our",
    reductions="discount|coupon|voucher|rebate|cashback",
    or_="or|nor",
    he="he|she",
    selves="himself|herself|themself|themselves",
    my="my|mine",
    owned="share|part|portion|half|stuff|order|bill|items|total",
    is_="is|was|were|are",
    cards="card|account|phone|wallet|upi|gpay|paypal|cash|money",
    owing="owes|owe|owed",
    lent="lent|loaned|owed",
    about_change="wrong|currency|date|day|the|it|that|was|is",
    about_payer="payer|the|was|is|it|it's|its|actually",
    who="who|that",
    not_="not|and|but",
    rest_of_all=(
        "rest|others|other|the|equally|split|by|among|for|shared|share|everyone|else|remaining"
    ),
    returned="returned|reimbursed|repaid",
    settled="settled|settle|squared|cleared|evened",
    beside_settled="up|i|we|i've|just|have",
    by_means="via|by|in|through|thru|on|per",
    of_things="the|a|an|my|our|this|that|some",
    mixing="and|n|&",
    of_named_days="black|good|every|the|casual",
    naming="add|forgot|payer|currency",
    refusing=(
        "a|an|so|too|out|away|veg|moved|quit|allergic|arrives|arriving|hungover|diabetic|absent|"
        "doesn't|doesnt|didn't|didnt|isn't|isnt|wasn't|wasnt|won't|wont|can't|cant|cannot|dont|"
        "couldn't|couldnt|hasn't|hasnt|haven't|havent|never|not|no|don't|was|is|were|are|left|"
        "stayed|stays|skipped|hates|cancelled|canceled|avoids|missed|slept|bailed|refused|barely|"
        "hardly|fasting|dieting|sober|late|sick|ill|vegan|vegetarian|wouldn't|wouldnt|had|has|"
        "forgot|arrived|went|hadn't|hadnt|shouldn't|shouldnt|weren't|werent|aren't|arent"
    ),
    handling=(
        "settle|give|return|send|transfer|cover|repay|ne|ko|diya|diye|dega|degi|bharega|"
        "buying|treating|covering|sponsoring|getting|hosting|on|gpayed|transferring|"
        "took|takes|got|gets|gave|gives|brought|brings|put|puts|lent|used|swiped|handled|ordered|"
        "booked|arranged|transferred|sent|bought|buys|spent|did|does|made|organised|organized|"
        "settled|cleared|loaned|borrowed|charged|pays|pay|paying|paid|covers|covered|will|should|"
        "must|returned|collected|withdrew|deposited|donated|contributed|pitched|chipped|hosted|"
        "picked|treated|treats|insisted|offered|fixed|sorted|kept|won|lost|promised|gonna|wants"
    ),
    doing=(
        "sold|lost|won|swam|slept|broke|chose|fell|saw|"
        "came|comes|ate|eats|drank|drinks|drove|drives|rode|ran|flew|shared|shares|joined|joins|"
        "wanted|asked|needs|owes|owe|said|says|told|loves|likes|only|also|too|alone|both|broke|"
        "ruined|owed|sits|sat|watched|watches|played|plays|uses|consumed|finished|shall|would|"
        "could|counts|count|half|double|twice|less|more|extra"
    ),
    was="was|is|it's|its|that's|thats|were",
    i_will="i'll|i'd|i've|i'm|im|ill",
    his="his|her|their",
    denying="doesn't|doesnt|didn't|didnt|isn't|isnt|wasn't|wasnt|won't|wont|can't|cant|cannot|never",
    paying_now="a|an|so|too|out|away|vegan|veg|sober|sick|not|buying|paying|treating|covering|sponsoring|getting|hosting|on",
    beside_verbs="to|just|really|also|only|even|still|actually|both|all|already|then|who|that|which",
    whose="his|her|their|a|my|the",
    guests=(
        "wife|husband|gf|bf|girlfriend|boyfriend|partner|fiance|fiancee|kid|son|daughter|friend|"
        "guest|mum|mom|dad|brother|sister|cousin|roommate|flatmate|mate|colleague|date|baby|"
        "kids|friends|guests|family|parents|mates|pals|buddies|cousins|siblings|colleagues"
    ),
    returnable="deposit|deposits|advance|bond|downpayment|prepayment|token",
    empty=(
        "the|a|an|back|to|for|of|it|that|this|so|up|off|on|in|at|from|just|again|now|is|was|there|here|too|goes|by|"
        "and|or|also|only"
    ),
    presents="gift|gifts|present|presents|cake|flowers|bouquet|farewell",
    which_money="the|that|this|those|my|his|her|their",
    that="that|which|what",
    borrowing="borrowed|took",
    money="money|debt|dues|loan",
    selling="sold|won|resold",
    going="goes|go|going|belongs|belong",
    came="came|went|comes|goes|sent|paid|credited|back|refunded|returned|landed",
    have="had|have|has|got|kept|keeps",
    all_of_it="all|everything|entirely|completely|fully",
    not_bought=(
        "lost|hurt|drunk|robbed|fined|stuck|fired|married|refunded|reimbursed|home|here|there|up|"
        "down|off|on|through|done|ready|rid|nothing|none|it|that|this|half|double|money|cash|"
        "more|less|extra|both|one|only|just|his|her|their|my|your|from|with|for|by|and"
    ),
    heads="pp|person|head|pax|guest|p/p",
    numbered=(
        "room|rooms|gate|seat|table|flight|bus|train|tram|line|platform|zone|level|floor|terminal|"
        "unit|apt|apartment|flat|house|no|no.|number|nr|row|track|part|episode|season|chapter|"
        "size|route|highway|exit|lot|court|lane|door|block|sector|phase|stop|hall|class|grade|"
        "version|area|route|studio|building|iphone|ps|xbox|galaxy|pixel|day|week|night|round|game|"
        "invoice|order|ticket|locker|booking|ref|nh|mm|f1|page|stall|hotel"
    ),
    dated_things=(
        "breakfast|brekkie|brunch|lunch|dinner|supper|drinks|beers|groceries|shopping|taxi|taxis|"
        "cab|cabs|uber|ubers|ola|auto|bus|train|petrol|fuel|parking|toll|tolls|bbq|barbecue|pizza|"
        "sushi|curry|kebab|kebabs|burgers|takeaway|takeout|movie|movies|cinema|tickets|coffee|"
        "coffees|ice|pub|bar|club|party|picnic|meal|food|snacks|tickets|bowling|karaoke"
    ),
)
