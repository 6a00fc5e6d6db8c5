"""English: the words of turns of phrase, in which they mean what they mean nowhere else."""

from __future__ import annotations

from handlers.grammar.vocabulary.turn_words import TurnWords

TURNS = TurnWords(
    only="only|just",
    pays=(
        "pays|pay|owes|owe|gives|in for|is in for|is only in for|is just in for|was in for|"
        "was only in for"
    ),
    of_it=(
        "of it|of that|of this|of them|of which|out of it|out of that|from that|worth|worth of it"
    ),
    extra="more|extra",
    fewer="less|off|fewer",
    than="than|then",
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
    put="put|put down|laid down",
    in_="in",
    on="on",
    remaining="remaining",
    rest="rest|remainder|balance",
    the="the",
    both="each|both",
    will="will|should|must|to|has|needs|gonna|shall|can",
    gives="pays|pay|gives|give",
    me_back="me back",
    iou="iou|i.o.u|i.o.u.",
    free=(
        "nothing for|none for|dont charge|don't charge|do not charge|no charge for|not charging|"
        "dont bill|don't bill"
    ),
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
    double="double|twice",
    i_will="i'll|ill|i will|i'm|im|i am|i'm gonna|i gotta|i should|let me|i can",
    everyone="everyone|everybody|all of us|all|us all",
    bar="bar|barring|save|save for|besides|bar for|minus|sans|less|bare|saving",
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
        "brought|brings|invited|gave|sent|bought|spent|fronted|ordered|footed|picked|sponsored|put|got|booked|paying|"
        "is|was|were|wasn't|wasnt|isn't|isnt|weren't|werent|didn't|didnt|doesn't|doesnt|won't|wont|has|had|ate|counts|skipped|bailed|"
        "stayed|left|will|should|must|joined|came|forgot|lost"
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
    nights="night|nights|nite|nites|day|days",
    was_there=(
        "was|were|is|only|just|stayed|stays|staying|stay|slept|came|joined|there|here|for|in|"
        "with us|left after|left|had|did|around|will be|arrived for"
    ),
    hands="give|gives|send|sends|transfer|pay|gpay|venmo|zelle|owe|chuck|sling",
    polite="please|pls|plz|should|must|needs to|need to|has to|have to|to|can",
    does=(
        "did|did it|does|does it|did that|had|has|went|took|rode|played|bought|ate|drank|used|"
        "went down|had it|rode it|tried it|goes"
    ),
    brings=(
        "brought|brings|bringing|is bringing|brought along|invited|had brought|took along|"
        "brought over|came with|comes with|has brought|also brought"
    ),
    it="it|this|that|everything|all of it|it all|the whole thing|all",
    some="a|an|some|our|more|all",
    including="incl|including|inc|included|me included",
    it_is="its|it's|it is|it was|that's|thats|that was|this is|this was",
    using=(
        "used|using|on|via|through|swiped|charged to|charged on|put on|put it on|paid with|"
        "paid on|paid using|paid via|paid from|went on|was on|with|charged|swiped|tapped|from|off|"
        "off of|out of|comes out of|came out of|coming out of|goes out of|went out of|comes from|"
        "came from|coming from|comes off|came off|taken from|taken off|taken out of|gone from|"
        "goes on|debited from|billed to|deducted from"
    ),
    card="card|credit card|debit card|amex|visa|mastercard|gpay|paypal|upi|wallet|account",
    weights="part|parts|share|shares|portion|portions|night|nights",
    us="us|we|we were|it was us|we are",
    used="shared|used|finished|used up|finished off|drank up|split|polished off",
    a_side="a side|aside|a-side|per side",
    there="there|going|going there|outbound|onward|one way",
    and_back="back|coming|coming back|return|returning|way back|on the way back|the other way",
    two_times="twice|two times|2 times",
    top="on top|on top of that|on top of it|added on top",
    strangers="others|other people|friends|more|extras|guests|more people|strangers",
    a_week="wk|week",
    a_month="mo|mth|mnth|month",
    a_year="yr|year|annum",
    them="it|them|that|those|this|these|it all|them all|all of it|all of them|both",
)
