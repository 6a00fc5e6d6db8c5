"""English: what people write below a receipt about who shares, and how many they were."""

from __future__ import annotations

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
from handlers.grammar.vocabulary.reply_words import ReplyWords

_IS_NOT: Final = (
    "(wasnt|werent|isnt|arent|was not|were not|is not|are not|am not|aint|wasnt even|werent even|"
    "wasnt actually|was never|were never)"
)
_DID_NOT: Final = "(didnt|did not|dint|never|doesnt|does not|dont|do not|couldnt|wont|will not)"
_SO_MANY: Final = "(#\\d+#|two|three|four|five|six)"
_TOO: Final = "( too| as well| also| with us| later| late|)"
_EVERYBODY: Final = "(everyone|everybody|all of us|us all|the whole group|all of them|every one)"
_PEOPLE: Final = "(people|persons|person|ppl|pax|heads|friends|friend|guests|guest|others)"
_OUT: Final = "(so|and|then) (just |)(leave|take|keep|count) (him|her|them|Z|it) out"
_GONE: Final = (
    "(left|left early|left before ~|went home|went home early|backed out|dropped out|pulled out|"
    "bailed|bailed out|cancelled|canceled|is out|are out|couldnt make it|couldnt come)"
)

PEOPLE: Final = ReplyWords(
    joins=(
        (
            "X (insists|says|said|swears|claims|reckons) (hes|shes|theyre|(he|she|they) (was|were|"
            f"is|are)) (also |)(in|there|with us|in on {IT}){_TOO}"
        ),
        f"X 's (also |)(in|in on {IT}|with us|coming){_TOO}",
        (
            f"(you |u |we |Z |)(forgot|forgot about|forgot to add|forgot to include|missed|"
            f"missed out|left out) X{_TOO}"
        ),
        "(you|u|we|Z) left X out",
        f"X {IS} (missing|missing here|missing from {IT}|missing in {IT}|forgotten)",
        "missing X",
        "X (too|as well|also)",
        f"X {SHOULD} (also |)be (in|included|added|there|part of {IT}|in {IT}|on {IT}){_TOO}",
        (
            f"X (was|were|is|are|am) (also |)(in|in on {IT}|there|with us|with me|part of {IT}|"
            f"included|at {IT}|with us for {IT}){_TOO}"
        ),
        (
            f"X (also |)(came|joined|ate|joined in|had some|had one|came along|tagged along|"
            f"shared|"
            f"shared {IT}|shares {IT}|shares|joined us|came with us|had {IT}|"
            f"joined for {IT}|split {IT}|"
            f"was along|were along|stayed|stayed over|stayed the night|slept over|made it|"
            f"wants in|wants to join|jumped in|hopped in|wanted in|is coming|are coming){_TOO}"
        ),
        (
            f"(put|count|include|add|get|bring|throw) X (in|too|as well|back|back in|to {IT}|"
            f"in {IT}|to the list|to the split|in the split|on {IT}){_TOO}"
        ),
        f"(add|include|and|plus|also) X{_TOO}",
        "(with|for) X (too|as well|also)",
        f"also (with|for) X{_TOO}",
        f"{IT_WAS} (also (for|with) X|(for|with) X (too|also|as well))",
    ),
    leaves=(
        (
            f"X ('s |{IS} |)not (in|there|here|coming|going|joining|eating|part of {IT}|"
            f"in on {IT})( anymore| any more| after all| today| tonight| in the end)*"
        ),
        "X 's out( too| as well| also| after all)*",
        f"X {_IS_NOT} (there|with us|in|here|around) (but |and )Y {IS}( there| with us| in|)",
        f"Y {IS} (there|with us|in|here) (but |and )(not X|X {_IS_NOT}( there| with us| in|))",
        (
            f"X {_IS_NOT} (in on {IT}|in {IT}|part of {IT}|at {IT}|on {IT}|there|here|"
            f"with us|"
            f"in|involved|included|there at all|there for {IT}|there that day|there that night|"
            f"part of the group|going|eating|coming|joining|drinking)"
        ),
        (
            f"X (shouldnt|should not|shudnt) (be|have been) (in|on|here|included|there|"
            f"charged|paying|"
            f"part of {IT}|in {IT}|on {IT}|charged for {IT}|paying for {IT}|added)"
        ),
        (
            f"X {_DID_NOT} (even |actually |)(come|eat|drink|join|go|want any|want {IT}|have any|"
            f"have {IT}|eat any|eat {IT}|eat anything|have anything|drink any|drink anything|"
            f"order anything|take any|come to {IT}|come along|make it|share {IT}|take part|"
            f"show up|"
            f"(come|go|join|ride|travel|stay|eat) (in|on|for|along|with|at) ~|"
            f"order|join us|come with us|owe anything|owe any of {IT}|want to share)"
        ),
        (
            f"(take|leave|keep|get|kick|drop|remove|count) X (out|off)( of {IT}| from {IT}|"
            f" of the split| of the list| the list| {IT}|)"
        ),
        f"(remove|drop|exclude|skip|take|delete) X (from|of) ({IT}|the split|the list)",
        f"(dont|do not) (count|include|charge|add|bill) X( for {IT}| in {IT}| here| to {IT}|)",
        f"(not|no|without|minus|except|skip) X (here|for {IT}|on {IT}|in {IT}|this time)",
        f"({SAID} |)(not for|not with|without) X",
        (
            f"((we were|there were|we are) {_SO_MANY}|({IT_WAS}|only|for|) {_SO_MANY} (of us|"
            f"people)) (not|no|without|minus) X"
        ),
        "X (owes|owe|pays) nothing",
        f"X (brought|had|ate|got|took|made|ordered) (his|her|their|<\\d+> 's) own( ~|)( {_OUT}|)",
        f"X ~ {_OUT}( of {IT}|)",
        f"{IT} (was|is) without X",
        "~ (was|is) without X",
        f"X {_GONE} (so|then|and) ({IT_WAS} |)(only |just )?(the |)N( of us| left| people|)",
        f"(split|share|divide) ({IT} |)(#\\d+#|two|three|four|five|six) ways (without|minus) X",
    ),
    only=(
        f"(only|just) X (use|uses|used|using|eat|eats|drink|drinks|drank|wanted|want) {IT}",
        (
            f"({SAID} |)(really |actually |)(only|just) (for |with |between |)X"
            f"( who| that|)( shared| had| ate| were there| was there| there| here| went| split)?"
            f"( {IT}|)"
        ),
        f"(only|just) X (shared|had|ate|went|was there|were there|split|joined|came)( {IT}|)",
        f"only (split|share|divide) ({IT} |)(between|among|by) X",
        f"({IT_WAS} |)(all|all of it|all of this) (for |is |)X( 's|)",
        (
            f"X (owes|owe|{SHOULD} (pay|owe)) ({IT} all|all of {IT}|all|everything|"
            f"the whole thing|the lot|the whole bill|the whole amount)"
        ),
        f"X alone {HAVING} {IT}",
        f"({IT_WAS}|{IT} {IS}) (only|just|all) X 's( alone| only|)",
        f"({IT_WAS}|{IT} {IS}) X 's (alone|only)",
        f"Z {_GONE} (so|then|and) ({IT_WAS} |)(only|just) (for |)X( left| then|)",
    ),
    among=(
        (
            f"({SAID} |)(for|between|split between|shared between|shared by|split by|split among|"
            f"shared among|split between just) X( only| alone|)"
        ),
        f"(split|share|divide) {IT} (between|among|by) X( only| alone|)",
        "(split|share) between X( only|)",
        "(50/50|50-50|fifty fifty|half half|half and half|halves) (between |)X",
        f"(we |)(split|shared) {IT} ({_SO_MANY} ways |)X",
        f"(only|just|for|between|among) (the |us |){_SO_MANY}( of us|) X",
        "X (50/50|50-50|fifty fifty|go halves|went halves)",
    ),
    listed=(
        "X",
        f"X (split|shared|divided|share|had|ate) {IT}",
        f"{SHOULD} be X",
    ),
    company=(
        f"(only |just |)(split|share|divide) ({IT} |)(only |)with X( only| alone|)",
        f"{SAID} with X( only|)",
        (
            f"((split|share) ({IT} |)|)(50/50|50-50|fifty fifty|half half|half and half|halves|"
            f"half) with X"
        ),
        "(split |)(50/50|50-50|halves) X",
    ),
    narrowed=("with X( only|)",),
    everybody=(
        f"{SAID} (for |with |)(everyone|everybody|all of us|us all|the whole group)",
        (
            f"{_EVERYBODY} (was there|were there|shares|shared|shares {IT}|shared {IT}|"
            f"split {IT}|"
            f"ate|had {IT}|was in|is in|are in|were in|{SHOULD} (be in|share|pay|split)|came|"
            f"splits|splits {IT}|was with us)"
        ),
        (
            f"(for|add|include|split with|shared with|with|split by|shared by|split between|"
            f"between|"
            f"among|split among|share with) {_EVERYBODY}"
        ),
        (
            f"(just |)(split|share|divide) ({IT} |)(equally |evenly |)(with|between|among|by) "
            f"{_EVERYBODY}( equally| evenly|)"
        ),
        "(for |we |)(all of us|all us)( please|)",
        f"({IT_WAS} |)(for |)all N of us( please|)",
    ),
    equally=(
        (
            f"(just |only |still |)(split|share|divide|shared|divided) ({IT} |)"
            f"(equally|evenly|equal|even)( please| instead|)"
        ),
        "(equal|even) (split|shares|parts)",
        f"{SHOULD} be (split |shared |)(equal|equally|evenly|even)",
        f"{IT_WAS} (split |shared |)(equally|evenly|equal)",
        "(everyone|everybody) (pays|owes) the same",
        "(equally|evenly)",
    ),
    so_many=(
        f"(we|there) (were|was|are) {REALLY}N( of us| {_PEOPLE}|)( in all| in total| there|)",
        f"({SAID} |{IT_WAS} |for |)(only |just |)N (of us|{_PEOPLE}|ways|way)( please|)",
        f"(make|split|share|divide|cut) ({IT} |)(by |in |into |)N (ways|parts|shares|{_PEOPLE})",
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
        f"(add |{IT_WAS} |Z |)(a |an |Z 's |the |)(and|plus) one( more|){_TOO}",
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
)
