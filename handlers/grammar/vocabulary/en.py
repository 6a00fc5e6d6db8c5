"""English: the words that mean something in a line."""

from __future__ import annotations

from handlers.grammar.vocabulary import english_verbs as verbs
from handlers.grammar.vocabulary.debt_words import DebtWords
from handlers.grammar.vocabulary.number_words import NumberWords
from handlers.grammar.vocabulary.rule_words import RuleWords
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
        "don't count|do not count|xcept|xcpt|xept|ecxept|excet|exccept|'cept|cept|sans|unless|"
        "w/out|excepting|excepted|aside from|apart|besides|leaving|dont add|"
        "don't add|do not add|"
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
        "each|apiece|per person|a person|each person|per head|a head|a pop|pp|per ticket|per seat|"
        "per plate|per pax|per guest|ea"
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
    from_="from|frm|got from|received from",
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
        "railcard|discount|discounts|voucher|vouchers|coupon|coupons|points|promo|code|wifi|ac|miles|"
        "baggage|luggage|seats|guide|driver|pool|balcony|view|helmet|helmets|gear|towels|equipment|"
        "taxes|gst|vat|interest|cashback|sides|upgrade|permits|fees|subtitles|heating|utilities|"
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
        "tho|though|obvs|obv|duh"
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
        "unless|xcpt|xept|nobody|"
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
    notes="5:fiver,fivers|10:tenner,tenners",
    stacks="1000:grand",
)
