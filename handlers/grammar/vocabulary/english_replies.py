"""English: what people write below a receipt when something is wrong in it."""

from __future__ import annotations

from typing import Final

from handlers.grammar.vocabulary.reply_words import ReplyWords

_IT: Final = "(it|this|that|this one|that one|this time|the bill|the tab|dinner|lunch)"
_IS: Final = "(is|was|are|were|am)"
_IT_WAS: Final = "(it was|its|it is|this was|this is|that was|thats|that is|was)"
_IS_NOT: Final = (
    "(wasnt|werent|isnt|arent|was not|were not|is not|are not|am not|aint|wasnt even|werent even|"
    "wasnt actually|was never|were never)"
)
_DID_NOT: Final = "(didnt|did not|dint|never|doesnt|does not|dont|do not|couldnt|wont|will not)"
_SHOULD: Final = (
    "(should|shd|shud|needs to|need to|has to|have to|must|ought to|is supposed to|"
    "was supposed to|were supposed to|supposed to|was meant to|is meant to|meant to|shouldve)"
)
_SAID: Final = f"({_IT_WAS}|({_IT} |){_SHOULD} (be|have been|been)|make it|make this)"
_SO_MANY: Final = "(#\\d+#|two|three|four|five|six)"
_TOO: Final = "( too| as well| also| with us| later| late|)"
_EVERYBODY: Final = "(everyone|everybody|all of us|us all|the whole group|all of them|every one)"
_HAVING: Final = "(had|ate|drank|ordered|took|got|has|have|used)"
_THE_REST: Final = (
    "(and |)(the |)(rest|others|other|everyone else|everybody else|remaining|remainder)"
    "( [a-z]+){0,7}"
)
_EXTRA: Final = (
    "(tip|tips|tax|taxes|vat|gst|service|service charge|delivery|fee|fees|parking|gratuity|cover)"
)
_BILL: Final = "(the |)(amount|bill|total|price|cost|receipt|tab|sum|number)"
_REALLY: Final = "(actually |really |only |just |in fact |in total |more like |)"
_PEOPLE: Final = "(people|persons|person|ppl|pax|heads|friends|friend|guests|guest|others)"
_BOUGHT: Final = (
    "(got|bought|ordered|booked|grabbed|sorted|handled|picked up|footed|covered|paid for)"
)
_BUY: Final = "(buy|get|order|book|grab|cover|pay|pay for|pick up)"
_OUT: Final = "(so|and|then) (just |)(leave|take|keep|count) (him|her|them|Z|it) out"
_GONE: Final = (
    "(left|left early|left before ~|went home|went home early|backed out|dropped out|pulled out|"
    "bailed|bailed out|cancelled|canceled|is out|are out|couldnt make it|couldnt come)"
)
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

REPLIES: Final = ReplyWords(
    joins=(
        (
            f"(you |u |we |Z |)(forgot|forgot about|forgot to add|forgot to include|missed|"
            f"missed out|left out) X{_TOO}"
        ),
        "(you|u|we|Z) left X out",
        f"X {_IS} (missing|missing here|missing from {_IT}|missing in {_IT}|forgotten)",
        "missing X",
        "X (too|as well|also)",
        f"X {_SHOULD} (also |)be (in|included|added|there|part of {_IT}|in {_IT}|on {_IT}){_TOO}",
        (
            f"X (was|were|is|are|am) (also |)(in|in on {_IT}|there|with us|with me|part of {_IT}|"
            f"included|at {_IT}|with us for {_IT}){_TOO}"
        ),
        (
            f"X (also |)(came|joined|ate|joined in|had some|had one|came along|tagged along|"
            f"shared|"
            f"shared {_IT}|shares {_IT}|shares|joined us|came with us|had {_IT}|"
            f"joined for {_IT}|split {_IT}|"
            f"was along|were along|stayed|stayed over|stayed the night|slept over|made it|"
            f"wants in|wants to join|wanted in|is coming|are coming){_TOO}"
        ),
        (
            f"(put|count|include|add|get|bring|throw) X (in|too|as well|back|back in|to {_IT}|"
            f"in {_IT}|to the list|to the split|in the split|on {_IT}){_TOO}"
        ),
        f"(add|include|and|plus|also) X{_TOO}",
        "(with|for) X (too|as well|also)",
        f"also (with|for) X{_TOO}",
        f"{_IT_WAS} (also (for|with) X|(for|with) X (too|also|as well))",
    ),
    leaves=(
        f"X {_IS_NOT} (there|with us|in|here|around) (but |and )Y {_IS}( there| with us| in|)",
        f"Y {_IS} (there|with us|in|here) (but |and )(not X|X {_IS_NOT}( there| with us| in|))",
        (
            f"X {_IS_NOT} (in on {_IT}|in {_IT}|part of {_IT}|at {_IT}|on {_IT}|there|here|"
            f"with us|"
            f"in|involved|included|there at all|there for {_IT}|there that day|there that night|"
            f"part of the group|going|eating|coming|joining|drinking)"
        ),
        (
            f"X (shouldnt|should not|shudnt) (be|have been) (in|on|here|included|there|"
            f"charged|paying|"
            f"part of {_IT}|in {_IT}|on {_IT}|charged for {_IT}|paying for {_IT}|added)"
        ),
        (
            f"X {_DID_NOT} (even |actually |)(come|eat|drink|join|go|want any|want {_IT}|have any|"
            f"have {_IT}|eat any|eat {_IT}|eat anything|have anything|drink any|drink anything|"
            f"order anything|take any|come to {_IT}|come along|make it|share {_IT}|take part|"
            f"show up|"
            f"order|join us|come with us|owe anything|owe any of {_IT}|want to share)"
        ),
        (
            f"(take|leave|keep|get|kick|drop|remove|count) X (out|off)( of {_IT}| from {_IT}|"
            f" of the split| of the list| the list| {_IT}|)"
        ),
        f"(remove|drop|exclude|skip|take|delete) X (from|of) ({_IT}|the split|the list)",
        f"(dont|do not) (count|include|charge|add|bill) X( for {_IT}| in {_IT}| here| to {_IT}|)",
        f"(not|no|without|minus|except|skip) X (here|for {_IT}|on {_IT}|in {_IT}|this time)",
        f"({_SAID} |)(not for|not with|without) X",
        (
            f"((we were|there were|we are) {_SO_MANY}|({_IT_WAS}|only|for|) {_SO_MANY} (of us|"
            f"people)) (not|no|without|minus) X"
        ),
        "X (owes|owe|pays) nothing",
        f"X (brought|had|ate|got|took|made|ordered) (his|her|their|<\\d+> 's) own( ~|)( {_OUT}|)",
        f"X ~ {_OUT}( of {_IT}|)",
        f"{_IT} (was|is) without X",
        "~ (was|is) without X",
        f"X {_GONE} (so|then|and) ({_IT_WAS} |)(only |just )?(the |)N( of us| left| people|)",
        f"(split|share|divide) ({_IT} |)(#\\d+#|two|three|four|five|six) ways (without|minus) X",
    ),
    only=(
        (
            f"({_SAID} |)(really |actually |)(only|just) (for |with |between |)X"
            f"( who| that|)( shared| had| ate| were there| was there| there| here| went| split)?"
            f"( {_IT}|)"
        ),
        f"(only|just) X (shared|had|ate|went|was there|were there|split|joined|came)( {_IT}|)",
        f"only (split|share|divide) ({_IT} |)(between|among|by) X",
        f"({_IT_WAS} |)(all|all of it|all of this) (for |is |)X( 's|)",
        (
            f"X (owes|owe|{_SHOULD} (pay|owe)) ({_IT} all|all of {_IT}|all|everything|"
            f"the whole thing|the lot|the whole bill|the whole amount)"
        ),
        f"X alone {_HAVING} {_IT}",
        f"({_IT_WAS}|{_IT} {_IS}) (only|just|all) X 's( alone| only|)",
        f"({_IT_WAS}|{_IT} {_IS}) X 's (alone|only)",
        f"Z {_GONE} (so|then|and) ({_IT_WAS} |)(only|just) (for |)X( left| then|)",
    ),
    among=(
        (
            f"({_SAID} |)(for|between|split between|shared between|shared by|split by|split among|"
            f"shared among|split between just) X( only| alone|)"
        ),
        f"(split|share|divide) {_IT} (between|among|by) X( only| alone|)",
        "(split|share) between X( only|)",
        "(50/50|50-50|fifty fifty|half half|half and half|halves) (between |)X",
        f"(we |)(split|shared) {_IT} ({_SO_MANY} ways |)X",
        f"(only|just|for|between|among) (the |us |){_SO_MANY}( of us|) X",
        "X (50/50|50-50|fifty fifty|go halves|went halves)",
    ),
    listed=(
        "X",
        f"X (split|shared|divided|share|had|ate) {_IT}",
        f"{_SHOULD} be X",
    ),
    company=(
        f"(only |just |)(split|share|divide) ({_IT} |)(only |)with X( only| alone|)",
        f"{_SAID} with X( only|)",
        (
            f"((split|share) ({_IT} |)|)(50/50|50-50|fifty fifty|half half|half and half|halves|"
            f"half) with X"
        ),
        "(split |)(50/50|50-50|halves) X",
    ),
    narrowed=("with X( only|)",),
    paid=(
        f"({_IT_WAS} |)X who {_PAID}( {_IT}| for {_IT}|)( not Z|)",
        (
            f"X (actually |)(had |has |)(actually |){_PAID} (for |)({_IT}|everything|all of {_IT}|"
            f"the whole thing)( not Z|)"
        ),
        f"X put {_IT} on (his|her|their|my|<\\d+> 's|the|a) card( (and |)not (Z|Z 's)|)",
        (
            f"(put|charge|book) {_IT} (on|to|under) X( 's| 's card|) (and |but |)"
            "not (Z|Z 's|Z 's card)"
        ),
        "X used (his|her|their|<\\d+> 's) (card|cash)",
        f"({_IT_WAS} |)(on |with |by |)X 's (card|money|cash)( not Z 's|)",
        f"({_IT_WAS} |)X (who |)(actually |){_BOUGHT} {_IT}( (and |)not Z|)",
        f"X {_IS} the (payer|one who {_PAID}|one paying)",
        f"(the |)payer ({_IS} |{_SHOULD} be |)X",
        (
            f"Z (didnt|did not|dint|wasnt the one who|never) ({_BUY}|{_PAID}|{_BOUGHT})"
            f"( for {_IT}| {_IT}|) (but |)({_IT_WAS} |)"
            f"X( did| {_PAID}| {_PAID} {_IT}| {_PAID} for {_IT}| {_BOUGHT} {_IT}|)"
        ),
        (
            f"(it |that |)(wasnt|was not|isnt) Z( who {_PAID}|) (but |)({_IT_WAS} |)"
            f"X (who |that |)(did|{_PAID})( {_IT}| for {_IT}|)"
        ),
        f"(it |that |)(wasnt|was not) Z who {_PAID} (but |)({_IT_WAS} |)X",
        f"not Z (but |)({_IT_WAS} |)X (did|{_PAID})( {_IT}| for {_IT}|)",
        f"X {_PAID} (and |)not Z",
        "X did( not Z|)",
        f"X (actually |really |)({_PAID}|fronted {_IT}|paid (cash|by card|in cash|with card))",
        "(used|with|on) X 's (card|cash|money)",
        f"({_IT_WAS} |)paid by X( and not Z| not Z|)",
        f"{_SHOULD} (be|say) paid by X",
        f"{_SHOULD} (be|say) X {_PAID}",
        f"(wrong payer|change payer|change the payer)( to|) ({_IT_WAS} |)X",
        "(make|set) X (as |)(the |)payer",
        "(make|set|change) (the |)payer (to |as |)X",
        f"X ({_IS}|'s) paying( for {_IT}|)",
        f"X {_PAID} (together|jointly|equally|half each|half half)",
    ),
    paid_part=(
        (
            f"X (paid|payed|pd|covered|gave|put in|chipped in|contributed|spent|already paid|"
            f"already gave) "
            f"N( of {_IT}| of the #\\d+#| in cash| cash| towards {_IT}| toward {_IT}|)"
        ),
        f"X (paid|payed|covered|already paid) (only |just |)half( of {_IT}|)",
        (
            "X (paid|covered) (only |just |)(half|N) (and |)Y (paid |covered |)"
            "(half|the other half|other half|the rest|rest)"
        ),
    ),
    instead=(
        f"not X , ({_IT_WAS} |but |)Y",
        "not X (but|its|it was) Y",
        f"(it |that |)(wasnt|was not|isnt|is not) X (but |)({_IT_WAS} |)Y",
        f"({_IT_WAS} |{_SHOULD} be |)Y (and |)not X",
        f"X {_SHOULD} be Y",
    ),
    unclear=(
        "no , X",
        f"X {_HAVING} (~ |an |one |)extra( ~|)( for|) N",
        "(only|just) X ,? ?N",
        "X (owes|owe) Y",
        (
            f"X (has |have |had |just |already )*({_PAID}|paying|gave|given|sent|returned|"
            f"transferred|venmoed|"
            f"covers|covering|repaid) (back |for |)Y( back|)( already| now| too|)"
            f"( N| P| half| for {_IT}| his share| her share| their share| the money| cash)?"
            f"( already| now| back| cash| in cash| for {_IT}| yesterday| today)*"
        ),
        f"X ({_IS} |will |can |should |)(pay|paying|pays|cover|covering) for Y( too|)",
        f"X {_PAID} (the |)(rest|remaining|remainder)",
        f"({_SAID} |{_IT} |)(all |)on X",
        "X 's (treat|shout|round)",
    ),
    each_part=(
        f"X ({_SHOULD} (pay|owe|be|have) |owe |pay |had |have |ate |both |)(only |just |)N each",
        "(only |just |)N each (for|from|by) X",
        f"(both |)X ({_SHOULD} |)(owe|pay|had|have) (only |just |)N( each|) (each|both|apiece)",
    ),
    each_paid=(f"X (both |each |){_PAID} N each",),
    pairs=("N (for |)X (and |)M (for |)Y",),
    part=(
        f"X {_SHOULD} (be|pay|owe|have|get|only pay|only owe) (only |just |)N( {_THE_REST}|)",
        (
            f"X 's (share|part|portion|half|bit|cut|stuff|food|bill|order|items|meal|total|one|) ?"
            f"({_IS} |{_SHOULD} be |came to |cost |)(only |just |)N( {_THE_REST}|)"
        ),
        (
            f"X (only |just |){_HAVING} ~ (so |thats |that was |it was |its |worth |for |)N"
            f"( for (<\\d+>|him|her|them|that|it)| worth| only|)( {_THE_REST}|)"
        ),
        f"X (only |just |){_HAVING} (only |just |)N( worth| of {_IT}| only|)( {_THE_REST}|)",
        (
            f"X (only |just |)(owes|pays|owe|pay|gives|is paying|are paying|will pay) (me |"
            f"only |just |)"
            f"N( of {_IT}| for {_IT}| only|)( {_THE_REST}|)"
        ),
        f"X N( only|) {_THE_REST}",
        "X only N",
        "(put|set|make|mark|charge) X (down |)(for |at |to |)N",
        "N (is|was) (only |)(for |)X( 's|)",
        f"(only |just |)N (for|from) X( only|)( {_THE_REST}|)",
        f"X {_IS} (only |just |in for |)N( {_THE_REST}|)",
    ),
    own=(
        (
            f"(and |also |but |)N of ({_IT}|{_BILL}) ({_IS} |)(just |only |all |)(for |)"
            f"X( only| alone| 's( ~|)|)"
        ),
        f"(and |also |but |)N {_IS} (just |only |all |)(for |)X 's ~",
    ),
    part_and_amount=(
        (
            f"(and |also |plus |)X (had |owes |owe |was |is |)N (so |and |, ){_IT_WAS} "
            "M( total| in all|)"
        ),
    ),
    half=(
        f"X (pays|owes|pay|owe|{_SHOULD} (pay|owe|have)) P( of {_IT}|)( {_THE_REST}|)",
        f"X (pays|owes|pay|owe|{_SHOULD} (pay|owe|have)) half( of {_IT}|)( {_THE_REST}|)",
        f"half of {_IT} (is|was) X( 's|)",
    ),
    double=(
        "X (counts|count) (as |for |)(double|twice|two)",
        f"X {_SHOULD} (pay|count|count as|be) (double|twice|two)",
        "X (pays|owes|had) double",
        "(charge|count) X (double|twice|as two|for two)",
    ),
    amount=(
        f"({_IT} |{_BILL} |){_SHOULD} (be|say|read|have been|have said) {_REALLY}N( total|)",
        (
            f"({_IT}|{_BILL}) {_REALLY}(was|is|were|came to|comes to|came out to|cost|"
            f"costs) {_REALLY}N"
            f"( total| not #\\d+#|)"
        ),
        f"its {_REALLY}N( total|)",
        f"{_REALLY}N (it|that) (is|was)",
        "(Z |)(meant|typed|wanted|meant to (write|say|type|put|add)|wanted to (write|say|type)) N",
        f"(make|change|fix|correct|set|update|edit) ({_IT}|{_BILL}) (to |)N",
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
        f"(Z |we |you |)forgot (the |){_EXTRA} ({_IT_WAS} |another |plus |add |)(N|P)",
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
    everybody=(
        f"{_SAID} (for |with |)(everyone|everybody|all of us|us all|the whole group)",
        (
            f"{_EVERYBODY} (was there|were there|shares|shared|shares {_IT}|shared {_IT}|"
            f"split {_IT}|"
            f"ate|had {_IT}|was in|is in|are in|were in|{_SHOULD} (be in|share|pay|split)|came|"
            f"splits|splits {_IT}|was with us)"
        ),
        (
            f"(for|add|include|split with|shared with|with|split by|shared by|split between|"
            f"between|"
            f"among|split among|share with) {_EVERYBODY}"
        ),
        (
            f"(just |)(split|share|divide) ({_IT} |)(equally |evenly |)(with|between|among|by) "
            f"{_EVERYBODY}( equally| evenly|)"
        ),
        "(for |we |)(all of us|all us)( please|)",
        f"({_IT_WAS} |)(for |)all N of us( please|)",
    ),
    equally=(
        (
            f"(just |only |still |)(split|share|divide|shared|divided) ({_IT} |)"
            f"(equally|evenly|equal|even)( please| instead|)"
        ),
        "(equal|even) (split|shares|parts)",
        f"{_SHOULD} be (split |shared |)(equal|equally|evenly|even)",
        f"{_IT_WAS} (split |shared |)(equally|evenly|equal)",
        "(everyone|everybody) (pays|owes) the same",
        "(equally|evenly)",
    ),
    when=(
        f"(we had|we did|we went|we ate|we paid|we bought|from) ({_IT} |)~",
        f"({_IT}|the date) ({_IS} |happened |should be |){_REALLY}(from |on |for |)~",
        f"({_IT} |)(was |is |){_REALLY}(on |)~ not (today|yesterday|now)",
        f"(move|change|set) ({_IT}|the date|date) to ~",
        f"(wrong date|wrong day|date|day) ({_IT_WAS} |)(on |from |)~",
    ),
    category=(
        (
            f"(put|file|move|place|log|tag|mark|categorize|categorise|categorize) ({_IT} |)"
            f"(under|in|into|as|to) (the |)~( category|)"
        ),
        f"(the |)(category|tag) ({_IS} |{_SHOULD} be |)~",
        f"{_IT_WAS} (under |)(category) ~",
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
    so_many=(
        f"(we|there) (were|was|are) {_REALLY}N( of us| {_PEOPLE}|)( in all| in total| there|)",
        f"({_SAID} |{_IT_WAS} |for |)(only |just |)N (of us|{_PEOPLE}|ways|way)( please|)",
        f"(make|split|share|divide|cut) ({_IT} |)(by |in |into |)N (ways|parts|shares|{_PEOPLE})",
    ),
    more_people=(
        f"(and|plus|add|with|there (was|were)) (another |)N (more |extra |other |){_PEOPLE}{_TOO}",
        f"N (more|extra|other|additional|new) {_PEOPLE}( came| joined| were there| was there|)",
        f"N {_PEOPLE} more",
    ),
    one_more=(
        (
            f"(and |plus |add |with |there was |)(one more|another|an extra|one extra) "
            f"{_PEOPLE}( came| joined| was there|){_TOO}"
        ),
        f"(add |{_IT_WAS} |Z |)(a |an |Z 's |the |)(and|plus) one( more|){_TOO}",
        "add one more",
    ),
    one_fewer=(
        f"(one|N) {_PEOPLE} (less|fewer)",
        f"N (less|fewer) {_PEOPLE}",
        f"(one less|one fewer|minus one)( {_PEOPLE}|)",
    ),
    no_guest=(
        (
            "(no|without|minus|not|didnt bring|did not bring) (a |an |the |Z 's |his |her |)"
            "(plus|and) (one|N)"
        ),
        "(a |the |Z 's |)(plus|and) (one|N) (didnt|did not) (come|show up|make it)",
    ),
    of_price=(
        "bill|total|price|cost|costs|amount|spent|receipt|tip|tax|fee|fees|discount|off|cash|each|"
        "money|quid|bucks|coupon|voucher|cashback|charge|charges|service|delivery|it cost"
    ),
    gives_up=(
        "nvm|nevermind|never mind|nm|forget (it|this|that|about it)|leave (it|this)",
        "(dont|do not) (bother|(worry about|record|book) (it|this|that))",
        "(changed my mind|not (needed|anymore|any more))",
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
        "am i in|didnt get|havent got|not received|didnt receive|never got"
    ),
    chatting=(
        "thanks|thank|thx|ty|tysm|cheers|lol|lmao|rofl|haha|hahaha|hehe|nice|great|awesome|"
        "amazing|cool|love|loved|yum|yummy|delicious|legend|king|queen|boss|wow|congrats|"
        "enjoy|best|fun|hero|star|epic|perfect|welcome|happy|birthday|omg|xd|yay|hungry|miss|"
        "good|well done|u rock|you rock|looks good|sweet|dope|fire|insane|crazy"
    ),
)
