"""English: what people write below a receipt: who shares, and here who paid, parts and amounts."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from handlers.grammar.vocabulary.english_reply_pieces import (
    HAVING,
    IS,
    IT,
    IT_WAS,
    REALLY,
    SAID,
    SHOULD,
)
from handlers.grammar.vocabulary.english_reply_ways import WAYS

_THE_REST: Final = (
    "(and |)(the |)(rest|others|other|everyone else|everybody else|remaining|remainder)"
    "( [a-z]+){0,7}"
)
_EXTRA: Final = (
    "(tip|tips|tax|taxes|vat|gst|service|service charge|delivery|fee|fees|parking|gratuity|cover)"
)
_BILL: Final = "(the |)(amount|bill|total|price|cost|receipt|tab|sum|number)"
_BOUGHT: Final = (
    "(got|bought|ordered|booked|grabbed|sorted|handled|picked up|footed|covered|paid for)"
)
_BUY: Final = "(buy|get|order|book|grab|cover|pay|pay for|pick up)"
_SOMEBODY: Final = "(X|he|she|they)"
_GAVE: Final = (
    "(paid|payed|gave|sent|returned|transferred|transfered|venmoed|venmod|gpayed|gpaid|paypaled|"
    "revoluted|zelled|wired|repaid|handed|refunded|reimbursed)"
)
_HAS: Final = "((has|have|had|just|already|now|actually|since) )*"
_HERS: Final = (
    "(hers|his|theirs|(her|his|their|<\\d+> 's) (own |)"
    "(share|part|half|bit|money|portion|cut|stuff|cash)|"
    "what (he|she|they|X) (owes|owed|owe)( me| you| Z|))"
)
_MINE: Final = "(Z 's|(Z 's|<\\d+> 's) (own |)(share|part|half|bit|money|portion|cut)|it|that)"
_SINCE: Final = (
    "( already| back| now| too| just now| yesterday| today| last night| earlier| cash| in cash|"
    " by cash| in full| for (it|this|that|everything))*"
)
_PAID: Final = "(paid|payed|pays|pd|covered|paid up)"

REPLIES: Final = replace(
    WAYS,
    paid=(
        f"({IT_WAS} |)X who {_PAID}( {IT}| for {IT}|)( not Z|)",
        (
            f"X (actually |)(had |has |)(actually |){_PAID} (for |)({IT}|everything|all of {IT}|"
            f"the whole thing)( not Z|)"
        ),
        f"X put {IT} on (his|her|their|my|<\\d+> 's|the|a) card( (and |)not (Z|Z 's)|)",
        (
            f"(put|charge|book) {IT} (on|to|under) X( 's| 's card|) (and |but |)"
            "not (Z|Z 's|Z 's card)"
        ),
        "X used (his|her|their|<\\d+> 's) (card|cash)",
        f"({IT_WAS} |)(on |with |by |)X 's (card|money|cash)( not Z 's|)",
        f"({IT_WAS} |)X (who |)(actually |){_BOUGHT} {IT}( (and |)not Z|)",
        f"X {IS} the (payer|one who {_PAID}|one paying)",
        f"(the |)payer ({IS} |{SHOULD} be |)X",
        (
            f"Z (didnt|did not|dint|wasnt the one who|never) ({_BUY}|{_PAID}|{_BOUGHT})"
            f"( for {IT}| {IT}|) (but |)({IT_WAS} |)"
            f"X( did| {_PAID}| {_PAID} {IT}| {_PAID} for {IT}| {_BOUGHT} {IT}|)"
        ),
        (
            f"(it |that |)(wasnt|was not|isnt) Z( who {_PAID}|) (but |)({IT_WAS} |)"
            f"X (who |that |)(did|{_PAID})( {IT}| for {IT}|)"
        ),
        f"(it |that |)(wasnt|was not) Z who {_PAID} (but |)({IT_WAS} |)X",
        f"not Z (but |)({IT_WAS} |)X (did|{_PAID})( {IT}| for {IT}|)",
        f"X {_PAID} (and |)not Z",
        "X did( not Z|)",
        f"X (actually |really |)({_PAID}|fronted {IT}|paid (cash|by card|in cash|with card))",
        "(used|with|on) X 's (card|cash|money)",
        f"({IT_WAS} |)paid by X( and not Z| not Z|)",
        f"{SHOULD} (be|say) paid by X",
        f"{SHOULD} (be|say) X {_PAID}",
        f"(wrong payer|change payer|change the payer)( to|) ({IT_WAS} |)X",
        "(make|set) X (as |)(the |)payer",
        "(make|set|change) (the |)payer (to |as |)X",
        f"X ({IS}|'s) paying( for {IT}|)",
        f"X {_PAID} (together|jointly|equally|half each|half half)",
    ),
    paid_part=(
        (
            f"X (paid|payed|pd|covered|gave|put in|chipped in|contributed|spent|already paid|"
            f"already gave) "
            f"N( of {IT}| of the #\\d+#| in cash| cash| towards {IT}| toward {IT}|)"
        ),
        f"X (paid|payed|covered|already paid) (only |just |)half( of {IT}|)",
        (
            "X (paid|covered) (only |just |)(half|N) (and |)Y (paid |covered |)"
            "(half|the other half|other half|the rest|rest)"
        ),
    ),
    instead=(
        f"not X , ({IT_WAS} |but |)Y",
        "not X (but|its|it was) Y",
        f"(it |that |)(wasnt|was not|isnt|is not) X (but |)({IT_WAS} |)Y",
        f"({IT_WAS} |{SHOULD} be |)Y (and |)not X",
        f"X {SHOULD} be Y",
    ),
    unclear=(
        "no , X",
        "(only|just) X ,? ?N",
        "X (owes|owe) Y",
        (
            f"X (has |have |had |just |already )*({_PAID}|paying|gave|given|sent|returned|"
            f"transferred|venmoed|"
            f"covers|covering|repaid) (back |for |)Y( back|)( already| now| too|)"
            f"( N| P| half| for {IT}| his share| her share| their share| the money| cash)?"
            f"( already| now| back| cash| in cash| for {IT}| yesterday| today)*"
        ),
        f"X ({IS} |will |can |should |)(pay|paying|pays|cover|covering) for Y( too|)",
        f"X {_PAID} (the |)(rest|remaining|remainder)",
        f"({SAID} |{IT} |)(all |)on X",
        "X 's (treat|shout|round)",
    ),
    each_part=(
        f"X ({SHOULD} (pay|owe|be|have) |owe |pay |had |have |ate |both |)(only |just |)N each",
        "(only |just |)N each (for|from|by) X",
        f"(both |)X ({SHOULD} |)(owe|pay|had|have) (only |just |)N( each|) (each|both|apiece)",
    ),
    each_paid=(f"X (both |each |){_PAID} N each",),
    pairs=(
        "N (for |)X (and |)M (for |)Y",
        f"X 's ({IS} |)N (and |, |but )*Y 's ({IS} |)M",
    ),
    part=(
        f"X {SHOULD} (be|pay|owe|have|get|only pay|only owe) (only |just |)N( {_THE_REST}|)",
        (
            f"X 's (share|part|portion|half|bit|cut|stuff|food|bill|order|items|meal|total|one|) ?"
            f"({IS} |{SHOULD} be |came to |cost |)(only |just |)N( {_THE_REST}|)"
        ),
        (
            f"X (only |just |){HAVING} ~ (so |thats |that was |it was |its |worth |for |)N"
            f"( for (<\\d+>|him|her|them|that|it)| worth| only|)( {_THE_REST}|)"
        ),
        f"X (only |just |){HAVING} (only |just |)N( worth| of {IT}| only|)( {_THE_REST}|)",
        (
            f"X (only |just |)(owes|pays|owe|pay|gives|is paying|are paying|will pay) (me |"
            f"only |just |)"
            f"N( of {IT}| for {IT}| only|)( {_THE_REST}|)"
        ),
        f"X N( only|) {_THE_REST}",
        "X only N",
        "(put|set|make|mark|charge) X (down |)(for |at |to |)N",
        "N (is|was) (only |)(for |)X( 's|)",
        f"(only |just |)N (for|from) X( only|)( {_THE_REST}|)",
        f"X {IS} (only |just |in for |)N( {_THE_REST}|)",
    ),
    own=(
        (
            f"(and |also |but |)N of ({IT}|{_BILL}) ({IS} |)(just |only |all |)(for |)"
            f"X( only| alone| 's( ~|)|)"
        ),
        f"(and |also |but |)N {IS} (just |only |all |)(for |)X 's ~",
    ),
    part_and_amount=(
        (
            f"(and |also |plus |)X (had |owes |owe |was |is |)N (so |and |, ){IT_WAS} "
            "M( total| in all|)"
        ),
    ),
    half=(
        f"X (pays|owes|pay|owe|{SHOULD} (pay|owe|have)) P( of {IT}|)( {_THE_REST}|)",
        f"X (pays|owes|pay|owe|{SHOULD} (pay|owe|have)) half( of {IT}|)( {_THE_REST}|)",
        f"half of {IT} (is|was) X( 's|)",
    ),
    double=(
        "X (counts|count) (as |for |)(double|twice|two)",
        f"X {SHOULD} (pay|count|count as|be) (double|twice|two)",
        "X (pays|owes|had) double",
        (
            "X (had|ate|drank|ordered|got|took) [a-z]+ (so|and|then) (he|she|they|Z) "
            "(pays|owes|counts|pay|owe|count) (for |as |)(double|twice|two)"
        ),
        "(charge|count) X (double|twice|as two|for two)",
    ),
    amount=(
        f"({IT} |{_BILL} |){SHOULD} (be|say|read|have been|have said) {REALLY}N( total|)",
        (
            f"({IT}|{_BILL}) {REALLY}(was|is|were|came to|comes to|came out to|cost|"
            f"costs) {REALLY}N"
            f"( total| not #\\d+#|)"
        ),
        f"its {REALLY}N( total|)",
        f"{REALLY}N (it|that) (is|was)",
        "(Z |)(meant|typed|wanted|meant to (write|say|type|put|add)|wanted to (write|say|type)) N",
        f"(make|change|fix|correct|set|update|edit) ({IT}|{_BILL}) (to |)N",
        f"N (with|incl|including|after|inc|including the|with the|after the|incl the) {_EXTRA}",
        f"(with|incl|including|after) (the |){_EXTRA} (it was |its |it is |it came to |thats |)N",
        "N (in total|all in|in all|altogether|total)",
        "(we |Z |)(only |)(spent|paid) N (in total|altogether|total|in all)",
        "(the |)(real|right|correct|actual) (amount|total|price|number) (is |was |)N",
    ),
    added=(
        (
            f"(add|plus|there was|there was also|there were|also|forgot|Z forgot|we forgot|"
            f"missed|and|"
            f"forgot to add|Z forgot to add|dont forget) (a |an |another |the |)(N|P) (for |"
            f")(the |)"
            f"{_EXTRA}( on top| too| as well| also| extra|)"
        ),
        (
            f"(N|P) (for |)(the |){_EXTRA} (not included|on top|missing|is missing|"
            f"was missing|extra|"
            f"too|as well|not counted|on top of that)"
        ),
        (
            f"(add|plus|and|there was|there was also|forgot|Z forgot|also) (the |a |"
            f"){_EXTRA} (of |was |) ?"
            f"(N|P)( on top| too| as well| also|)"
        ),
        f"{_EXTRA} (of |was |is |) ?(N|P) (on top|not included|extra|too|as well|missing)",
        "(add |plus |and |)(another |)N (on top|on top of that)",
        f"(Z |we |you |)forgot (the |){_EXTRA} ({IT_WAS} |another |plus |add |)(N|P)",
        "(add|plus|and) P",
    ),
    added_each=(
        (
            f"(add |plus |and |there was |there was also |also |)(a |)N (~ |){_EXTRA} "
            f"(each|per person|pp|a head|apiece)( on top| too| as well| also| extra|)"
        ),
        (
            f"(add |plus |and |there was |also |)(a |)N (each|per person|pp|a head|apiece) "
            f"(on top|extra|for the (~ |){_EXTRA}|(~ |){_EXTRA})"
            f"( (for|of) the (~ |){_EXTRA}| on top| too| as well| extra|)"
        ),
    ),
    reduced=(
        (
            "(we got |there was |they gave |they gave us |got |with |forgot |forgot the |"
            "Z got |minus |)"
            "(a |the |)(N|P) (discount|off|reduction|coupon|cashback|voucher)( on it| on that|)"
        ),
    ),
    when=(
        f"(we had|we did|we went|we ate|we paid|we bought|from) ({IT} |)~",
        f"({IT}|the date) ({IS} |happened |should be |){REALLY}(from |on |for |)~",
        f"({IT} |)(was |is |){REALLY}(on |)~ not (today|yesterday|now)",
        f"(move|change|set) ({IT}|the date|date) to ~",
        f"(wrong date|wrong day|date|day) ({IT_WAS} |)(on |from |)~",
    ),
    category=(
        (
            f"(put|file|move|place|log|tag|mark|categorize|categorise|categorize) ({IT} |)"
            f"(under|in|into|as|to) (the |)~( category|)"
        ),
        f"(the |)(category|tag) ({IS} |{SHOULD} be |)~",
        f"{IT_WAS} (under |)(category) ~",
    ),
    give_back=(
        "(restore|bring back|undelete|recover)( (it|this|that|this one|that one|the entry)|)",
        "(bring|put|get|take) (it|this|that) back",
        "undo (the|that) (delete|deletion|deleting)",
    ),
    take_back=(
        (
            "(delete|remove|undo|erase|revert)( (it|this|that|this one|that one|(the |this |"
            "that )(whole |)"
            "(entry|expense|one|thing|record|receipt|transaction|bill|whole thing)|entry|expense|"
            "it all|all of it|me this|again)|)"
        ),
        (
            "(cancel|scrap|scratch|void|disregard|ignore|get rid of|take back|take off|take down|"
            "take out|kill|drop) (it|this|that|this one|that one|(the |this |that )"
            "(entry|expense|one|thing|record|receipt|transaction))"
        ),
        "take (it|this|that|this one|that one) (back|off|out|down|away)",
    ),
    repaid=(
        f"{_SOMEBODY} {_HAS}{_GAVE} (back |)Y{_SINCE}( N)?( (for |)({_HERS}|the money))?{_SINCE}",
        f"{_SOMEBODY} {_HAS}{_GAVE} (back N|N back|N back to Y|N to Y){_SINCE}( for {_HERS})?",
        f"{_SOMEBODY} {_HAS}{_GAVE} {_HERS}( back|)( to Y)?{_SINCE}",
        f"{_SOMEBODY} {_HAS}{_GAVE} (me |Z |)back{_SINCE}",
        f"(he|she|they) {_HAS}(gave|sent|transferred|venmoed|returned) N{_SINCE}",
        (f"{_SOMEBODY} {_HAS}(settled|squared|settled up|squared up|evened up)( with Y)?{_SINCE}"),
        f"{_SOMEBODY} (is|are|am) (already |now |all )*(settled|square|paid up)( with Y)?{_SINCE}",
        f"(Y |){_HAS}(got|received) (back |)(N|{_HERS}|the money) (back |)(from|off) X{_SINCE}",
        f"(Y |){_HAS}(got|received) X 's (share|part|half|bit|money|portion|cut){_SINCE}",
        (
            f"X 's (share|part|half|bit|portion|cut) (is|was|has been|is all) "
            f"(already )?(paid|settled|sent|received|sorted|done|in){_SINCE}"
        ),
    ),
    repaid_to_you=(
        f"(Z |){_HAS}{_GAVE} (back |)(you|u|ya){_SINCE}( N)?( (for |)({_MINE}|the money))?{_SINCE}",
        f"(Z |){_HAS}(sent|transferred|venmoed|returned|paid back|repaid) ({_MINE}|N){_SINCE}",
        f"(Z |){_HAS}(paid|payed) (Z 's|Z 's (share|part|half|bit|portion|cut)){_SINCE}",
    ),
    perhaps_repaid=(
        "X ((has|have|had|just|already|now|since) )+(paid|payed|paid up)( already| now| just now)*",
        "X (paid|payed) (already|just now|now|up|up already)",
        f"(he|she|they) {_HAS}(paid|payed|paid up){_SINCE}",
    ),
    of_price=(
        "bill|total|price|cost|costs|amount|spent|receipt|tip|tax|fee|fees|discount|off|cash|each|"
        "money|quid|bucks|coupon|voucher|cashback|charge|charges|service|delivery|it cost"
    ),
    gives_up=(
        "nvm|nevermind|never mind|nm|forget (it|this|that|about it)|leave (it|this)",
        "(dont|do not) (bother|(worry about|record|book) (it|this|that))",
        "(changed my mind|not (needed|anymore|any more))",
        "((posted|sent|wrote|put) (it |this |that |)(in|to) (the |)|)(wrong|another) (group|chat)",
        "(its |this was |it was |that was |meant |)(for |)(the |another |my )other (group|chat)",
    ),
    adds_them=(
        (
            "(yes |yeah |yep |ok |please |pls |then |just )*(add|include|put in|count in) "
            "(him|her|them|it|that one|this one)( in| too| please| pls)*"
        ),
        "(hes|shes|theyre|he is|she is|they are|its) (new|a friend|a mate|not (in |)here( yet)?)",
    ),
    reasons=(
        "wrong|mistake|duplicate|duplicated|dupe|double|twice|already|test|error|accident|"
        "accidental|"
        "by accident|didnt happen|never happened|cancelled|canceled|wrong group|wrong chat|sorry|"
        "oops|my bad|testing|not needed|no longer needed|got refunded|not for this group|"
        "wrong one|"
        "accidentally|mistakenly|doesnt count|not right|whoops|typo|fake|joke|joking|kidding|"
        "wasnt real|incorrect|no|nope|wait|messed up|again"
    ),
    never="dont|not|never|why|who|if|should|shall|how|did|do|does|cant|cannot|wont|wouldnt|unless",
    openings=(
        "nvm|never mind|nevermind|nm|oh|and|wait|hey|hmm|hm|um|uh|ah|ahh|argh|damn|shit|crap|"
        "ugh|actually|i think|i guess|btw|"
        "also|so|sorry|hold on|hang on|please|pls|plz|just realised|just realized|just noticed|"
        "i just realised|i just realized|turns out|pretty sure|i am pretty sure|i am sure|can you|"
        "could you|can u|could u|can we|would you|yeah|yep|yes|nah|nope|no|well|guys|bot|fyi|lol|"
        "haha|hehe|wrong|thats wrong|this is wrong|its wrong|it is wrong|that is wrong|not right|"
        "thats not right|thats not it|not correct|correction|edit|i forgot|forgot to say|"
        "forgot to mention|i meant|i mean|meant|my bad|my mistake|my fault|oops|ops|oopsie|whoops|"
        "but|wait no|no wait|oh no|oh wait|sry|soz|apologies|in fact|technically|remember|"
        "remember that|dont forget|as i said|like i said|i said|i believe|i am afraid|"
        "wrong amount|"
        "wrong payer|wrong person|wrong people|wrong date|wrong day|wrong currency|wrong name|"
        "wrong price|wrong number|wrong total|"
        "need to|you need to|we need to|i want to|i need to|you should|we should|lets|let us|"
        "omg|omw|"
        "ohh|ooh|ok so|right|silly me|typo|mistake|there is a mistake|theres a mistake|mate|"
        "bro|dude|man|listen|look|ok no|just saying"
    ),
    closings=(
        "in the end|after all|sorry|lol|haha|hehe|tho|though|actually|i think|i guess|please|pls|"
        "plz|thanks|thx|ty|thank you|my bad|my mistake|my fault|mate|bro|dude|man|guys|btw|ok|"
        "okay|"
        "yeah|right|i mean|i meant|i believe|by the way|for this|for that|for this one|"
        "for that one|"
        "this time|that time|that day|that night|fyi|oops|whoops|sry|soz|already|xd|smh|thats all|"
        "remember|i forgot|if possible|when you can|cheers|bot|now|then|at all|sadly|"
        "unfortunately|"
        "obviously|of course|ofc|yaar|na|no worries|again|really|dont forget him|"
        "dont forget her|dont forget them|dont forget me|remember that"
    ),
    excuses=(
        "wrong|typo|mistake|messed|mistyped|mistype|typed|forgot|error|screwed|confused|mixed|"
        "realised|realized|noticed|thought|sorry|oops|bad|remembered|misread|miscounted|checked|"
        "incorrect|right|dumb|stupid|silly|fault|autocorrect|no|wait|actually|nope|hang on|"
        "hold on|"
        "yeah|check|coupon|discount|rounding|rounded|round"
    ),
    story=(
        "he|she|they|hes|shes|theyre|because|coz|cos|cuz|bc|since|as|so he|so she|so they|who|"
        "it was late|was sick|was ill|remember"
    ),
    of_money=(
        "owes|owe|owed|pays|paid|pay|half|double|twice|share|shares|split|only|free|nothing|all|"
        "treat|treats|covers|covered|rest|extra|more|less|not|tip|everyone|everybody"
    ),
    of_changes=(
        "delete|deleted|remove|removed|undo|cancel|erase|wrong|incorrect|mistake|error|typo|"
        "fix|correct|change|changed|edit|update|paid|pay|pays|payed|paying|payer|split|"
        "splits|splitting|share|shares|shared|sharing|half|double|twice|owe|owes|owed|amount|"
        "price|total|tip|tax|refund|currency|include|included|exclude|missing|forgot|"
        "everyone|everybody|all of us|duplicate|per person|each|equally|category|date|treat|"
        "cash|rupees|dollars|euros|pounds|bucks|wasnt there|not there|add|wasnt me|why am i|"
        "am i in|same again|again today|once more|"
        "didnt get|havent got|not received|didnt receive|never got"
    ),
    agrees=(
        "yes|yep|yeah|yup|yes please|yes pls|correct|right|exactly|exactly that|ok|okay|sure|"
        "thats right|thats it|that one|true|ya|yess|yes thats right|yes that one|please|indeed"
    ),
    chatting=(
        "thanks|thank|thx|ty|tysm|cheers|lol|lmao|rofl|haha|hahaha|hehe|nice|great|awesome|"
        "amazing|cool|love|loved|yum|yummy|delicious|legend|king|queen|boss|wow|congrats|"
        "enjoy|best|fun|hero|star|epic|perfect|welcome|happy|birthday|omg|xd|yay|hungry|miss|"
        "good|well done|u rock|you rock|looks good|sweet|dope|fire|insane|crazy"
    ),
)
