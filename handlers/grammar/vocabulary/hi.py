"""Hindi: the words that mean something in a line."""

from __future__ import annotations

from handlers.grammar.vocabulary.debt_words import DebtWords
from handlers.grammar.vocabulary.number_words import NumberWords
from handlers.grammar.vocabulary.reply_words import ReplyWords
from handlers.grammar.vocabulary.rule_words import RuleWords
from handlers.grammar.vocabulary.sense_words import SenseWords
from handlers.grammar.vocabulary.words import Words

WORDS = Words(
    and_="और|aur|तथा|व|एवं",
    paid=(
        "ने दिए|ने दिया|ने दिये|ने चुकाए|ने चुकाया|ने भरे|ने भुगतान किया|ne diye|ne diya|"
        "ne pay kiya|ने pay kiya|ne bhara|ne bhare|ne bhari|ne bharwaya|ne bharwaye|"
        "ne dalwaya|ne dalwaye|ne kharche|ne kharch kiye|ne kharch kiya|ne chukaya|"
        "ne chukaye|ne lagaye|ne lagaya|ne pay kar diya|ne pay kiye|ne pay kar diye|"
        "ne mangwaya|ne mangwaye|ne mangaya|ne bhar diya|ne bhar diye|ne de diye|ne de diya|"
        "ने भरा|ने भरवाया|ने डलवाया|ने खर्च किए|ने खर्च किये|ने लगाए|ने मंगाया|ने मंगवाया|"
        "ने दे दिए|ने पे किए"
    ),
    i_paid=(
        "मैंने दिए|मैंने दिया|मैंने चुकाए|मैंने चुकाया|मैंने भरे|मैंने भुगतान किया|"
        "maine diye|maine diya|maine pay kiya|mene diya|mene diye|mene pay kiya|maine bhara|"
        "maine bhare|maine bhari|maine bharwaya|maine bharwaye|maine dalwaya|maine dalwaye|"
        "maine kharche|maine kharch kiye|maine kharch kiya|maine chukaya|maine chukaye|"
        "maine lagaye|maine lagaya|maine pay kar diya|maine pay kiye|maine pay kar diye|"
        "maine mangwaya|maine mangwaye|maine mangaya|maine bhar diya|maine bhar diye|"
        "मैंने भरा|मैंने खर्च किए|मैंने लगाए|maine di|maine dii|mene di|maine de diye|"
        "maine de di"
    ),
    without="बिना|सिवाय|bina",
    everyone="सब|सभी|हम सब|sab|sabhi|सबके|sabke|सबका|sabka",
    us="हम|hum",
    me="मैं|मुझे|मेरे|मैंने|mujhe|main|mere|maine|मेरा|mera|mene",
    only="सिर्फ़|सिर्फ|केवल|बस|sirf",
    each="हर एक|प्रति व्यक्ति|हर कोई|har ek|per person",
    half="आधा|आधा आधा|आधा-आधा|aadha|aadha aadha",
    equally="बराबर|बराबर बराबर",
    rest="बाकी|बाक़ी|शेष|baki|baaki|बाक़ी सब|bacha",
    more="ज़्यादा|ज्यादा",
    today="आज|aaj",
    yesterday="कल|kal|कल रात",
    before_yesterday="परसों|parso",
    plus="प्लस",
    units=(
        "रात|रातें|दिन|हफ़्ते|हफ्ते|हफ़्ता|लोग|व्यक्ति|बच्चे|हिस्सा|हिस्से|बार|कप|घंटे|raat|raate|din|hafte|log|bande|bachche|hissa|hisse|baar"
    ),
    extras="टिप|टैक्स|कर|सर्विस|डिलीवरी|शुल्क|छूट",
    less="कम|kam",
    double="दोगुना|दुगना|double",
    days_ago="दिन पहले|din pehle|din pahle",
    refund=(
        "रिफ़ंड|रिफंड|वापसी|wapas mila|wapas mile|vapas mila|vapas mile|वापस मिला|वापस मिले|"
        "wapas aaya|wapas aaye|refund mila|रिफंड मिला"
    ),
    behind_with="के साथ|ke saath|ke sath|संग|साथ",
    behind_for="के लिए|के लिये|ke liye|ke lie",
    behind_between="के बीच|में|ke beech",
    behind_without=(
        "के बिना|को छोड़कर|के अलावा|के सिवा|को छोड़ कर|ko chhodkar|ke bina|ke alawa|"
        "ko chhod ke|ko chhod kar|को छोड़ के|ke bagair|के बगैर|ke alava|ke siva|बिना|bina|"
        "नहीं देगा|nahi dega|nahi khaya|नहीं खाया|nahi tha|नहीं था|nahi aaya|नहीं आया|"
        "ko chhodke|को छोड़के|ko chodke|ko chod kar|ko chodkar|ko nikal kar|nahi aayi|"
        "nahi khaayi|nahi thi|nahi piya|nahi deta|nahi degi|नहीं देगी|नहीं थी|नहीं आई|"
        "ko hata ke|ke siwa|minus|alawa|siwa|bagair|अलावा|nahi peeta|nahi peeti|"
        "wo nahi peeta|woh nahi peeta|nahi khata|nahi khati|nahi gaya|nahi gayi|nahi aaega|"
        "नहीं पीता|नहीं पीती|नहीं खाता|नहीं खाती|nahi pita|nahi piti|nhi tha|nhi thi|"
        "nhi aaya|nhi aayi|nhi khaya|nhi peeta|nhi pita|nhi khata"
    ),
    behind_by=(
        "ने दिए|ने दिया|ने दिये|ने चुकाए|ने चुकाया|ने भरे|ने भुगतान किया|ne diye|ne diya|"
        "ne pay kiya|ne kharida|ने खरीदा|ne kharide|ने खरीदे|ne liya|ने लिया|ne liye|ने लिए"
    ),
    things="चीज़|दूध|चीनी|बर्फ़|चावल|कार्ड|नकद|दोस्तों|परिवार|कॉफ़ी|चाय|मक्खन|पनीर",
    thousands="हज़ार|हज़ार|हजार|hazar|hazaar|hajar|hajaar|hazzar",
    last_day="पिछले|पिछली|पिछला|बीते|pichle|pichhle",
    behind_day="को|ko",
    part_of_day="रात|शाम|सुबह|दोपहर|raat|sham|shaam|subah|ki raat|की रात|की शाम|की सुबह",
    weekdays=(
        "somvar somwar|mangalvar mangalwar|budhvar budhwar|guruvar guruwar बृहस्पतिवार|"
        "shukravar shukrawar|shanivar shaniwar|ravivar raviwar itvar itwar इतवार"
    ),
    minus="माइनस",
    people="लोगों|लोग|व्यक्ति|log|logon",
    counts=(
        "दो लोगों के लिए,do logon ke liye,हम दोनों,hum dono,dono|"
        "तीन लोगों के लिए,teen logon ke liye,हम तीनों,hum teeno,teeno,hum teen,हम तीन|"
        "चार लोगों के लिए,char logon ke liye,chaar logon ke liye,हम चारों,hum chaaro|"
        "पाँच लोगों के लिए,पांच लोगों के लिए,paanch logon ke liye|छह लोगों के लिए"
    ),
    gave=(
        "दिए|दिया|दिये|लौटाए|लौटाया|लौटा दिए|भेजे|भेज दिए|चुकाए|diye|diya|de diye|de diya|"
        "lautaye|lauta diye|bheje|bhej diye|transfer kiye|उधार दिए|udhar diye|upi kiya|"
        "upi kar diya|upi kiye|gpay kiya|gpay kiye|gpay kar diya|paytm kiya|paytm kiye|"
        "transfer kiya|transfer kar diya|bhej diya|send kiya|send kiye|send kar diye|"
        "send kar diya|यूपीआई किया|यूपीआई किए|ट्रांसफर किया|ट्रांसफर किए|lauta diya|"
        "wapas kiye|wapas kiya|udhaar diye|udhaar diya|udhar diya|उधार दिया|wapas kar diye|"
        "wapas de diye|वापस किए|वापस किया|वापस कर दिए|phonepe kiya|phonepe kiye|phone pe kiya"
    ),
    got="मिले|मिल गए|mile|mil gaye",
    back="वापस|wapas|vapas|waapas",
    behind_to="को|ko",
    behind_from="से|se",
    behind_gave="ने|ne",
    i_gave="मैंने|maine|मैंने उधार|maine udhar",
    must_give=(
        "देने हैं|देने है|देना है|देना हैं|dene hain|dene hai|dena hai|dene h|dena h|"
        "dene the|dena tha|देने थे|dene thay"
    ),
    must_get="लेने हैं|लेने है|लेना है|lene hain|lene hai|lena hai|lene h|lena h",
    from_me="मुझसे|mujhse",
    add="जोड़ो|जोड़ें|jodo",
    behind_add="को जोड़ो|को जोड़ें|को भी|भी|को भी जोड़ो|ko jodo|ko add karo|bhi|ko bhi|ko bhi jodo",
    remove="हटाओ|hatao",
    behind_remove="को हटाओ|को हटाएं|को निकालो|ko hatao|ko nikalo|ko remove karo",
    owes="ka|का|ki|की|ke|के",
    next_day="अगले|अगला|agle",
    fractions=(
        "1/3:एक तिहाई,ek tihai|2/3:दो तिहाई,do tihai|1/4:एक चौथाई,ek chauthai|3/4:तीन चौथाई,"
        "teen chauthai"
    ),
    included="सहित|मिलाकर|sahit|milakar",
    week_ago="पिछले हफ़्ते|पिछले हफ्ते|pichle hafte|pichle week",
    weeks_ago="हफ़्ते पहले|हफ्ते पहले|hafte pehle",
    means="नकद|कैश|यूपीआई|nakad",
    treat="की तरफ़ से|की तरफ से|ki taraf se|ki party|की ओर से|ki or se",
    it_was="असल में|asal mein|actually|था|थे|थी|tha|thi|रकम|राशि",
    has="ने|ne",
    hundreds="सौ|sau",
    lakhs="लाख",
    crores="करोड़|करोड़",
    came_back=(
        "यह रिफंड था|यह रिफ़ंड था|ये रिफंड था|पैसे वापस आए|पैसे वापस मिले|yeh refund tha|"
        "ye refund tha|refund tha|paise wapas aaye|paise wapas mile"
    ),
    was_spent=(
        "यह रिफंड नहीं था|रिफंड नहीं|refund nahi|refund nahi tha|ye refund nahi tha|"
        "yeh kharcha tha|ye kharcha tha"
    ),
    take_back=(
        "इसे हटाओ|हटाओ|हटा दो|इसे हटा दो|रद्द करो|ise hatao|hatao|hata do|ise hata do|"
        "delete karo|delete kar do|cancel karo|cancel kar do"
    ),
    correcting="नहीं|माफ़ करना|मेरा मतलब|nahi|sorry|mera matlab",
    not_behind="नहीं|nahi|nahin",
    called="विवरण",
    noted="नोट",
    in_place="की जगह|ki jagah",
    please="प्लीज़|प्लीज|कृपया",
    pronouns="uske|usko|unke|उसके|उसको|उनके",
    polite="please|plz|कृपया|प्लीज|धन्यवाद|शुक्रिया|shukriya|dhanyavaad|thanks|yaar|bhai",
    greeting="hello|guys|doston|अरे|arre",
    record="likho|add karo|likh lo|note karo|लिखो|लिख लो|daal do|daalo|डाल दो",
    did_not="nahi|nahin|नहीं|ne nahi|ने नहीं",
    i_am_out="main nahi tha|main nahi thi|मैं नहीं था|मैं नहीं थी",
    undescribed=(
        "मैं|अपना अपना|खा चुका|खा चुकी|इसमें से|जिसमें से|apna apna|kha chuka|kha chuki|woh|"
        "isme se|jisme se|मैंने|मुझे|मुझको|वह|वो|उसने|उसको|उसे|उन्होंने|हर एक|प्रत्येक|"
        "हर कोई|सबने|सभी ने|सब ने|उधार|उधारी|बकाया|बाकी|छोड़कर|सिवाय|के अलावा|को छोड़|"
        "आधा आधा|आधा-आधा|बराबर|हर महीने|हर हफ्ते|हर दिन|ने दिए|ने दिया|ने दी|ने चुकाया|"
        "ने चुकाए|ने भरा|ने भरे|नहीं था|नहीं थी|नहीं आया|नहीं आई|नहीं खाया|भी था|भी थी|"
        "भी आया|maine|mene|mujhe|mujhko|usne|usko|use diya|unhone|unko|har ek|sabne|sab ne|"
        "udhar|udhaar|udhari|baaki|chhodkar|chodkar|chhod ke|ke alawa|ke siwa|ke sivay|"
        "aadha aadha|adha adha|barabar|har mahine|har hafte|har din|ne diya|ne diye|ne di|"
        "ne pay kiya|ne bhara|ne bhare|nahi tha|nahi thi|nahi aaya|nahi aayi|nahi khaya|"
        "nahin tha|bhi tha|bhi thi|bhi aaya|hisaab barabar|अगली बार|मेरी तरफ से|अपने|लेकिन|"
        "agli baar|meri taraf se|apna|apne|apni|lekin|refund kiya|refund kar diya|"
        "refund kiye|wapas kiye|wapas kiya|wapas kar diye|wapas aa gaye|रिफंड किया|वापस किए|"
        "वापस किया|mere taraf se|meri party"
    ),
    done=(
        "खाया|खाई|पिया|लिया|लिए|खरीदा|कार्ड|हिस्सा|मुफ्त|की जगह|दोगुना|बिना|देगा|देगी|दिया|"
        "दिए|ज्यादा|कम|आधा|khaya|khayi|piya|liya|liye|kharida|hissa|free|ki jagah|dugna|bina|"
        "dega|degi|diya|diye|jyada|zyada|kam|aadha|adha|peeya|peeta|khata|mangwaya|मंगाया|"
        "sirf paani|sirf chai"
    ),
    dangling="से|लेकिन|या|lekin|ya|nahi|नहीं",
    story="क्योंकि|जब|अगर|ताकि|इसलिए|kyunki|kyuki|kyonki|jab|agar|taki|isliye",
    harmless="me|he|i|main|mine|or|is|by|on|use|ho|so|ago|for",
)

RULES = RuleWords(
    every="हर|प्रति|har|हरेक",
    a_day="दिन|रोज़|रोज|रोज़ाना|रोजाना|din|roz|rozana",
    a_week="हफ़्ते|हफ्ते|हफ़्ता|सप्ताह|साप्ताहिक|hafte|hafta|saptah",
    a_month="महीने|महीना|माह|मासिक|mahine|mahina|maah",
    a_year="साल|वर्ष|सालाना|saal|salana",
    by_itself="रोज़ाना|रोजाना|rozana",
    of_month="तारीख|तारीख़|तारीख को|तारीख़ को|tarikh|tareekh|tarikh ko|tareekh ko",
    first_of_month="पहली तारीख को|पहली तारीख|pehli tarikh ko|pehli tarikh",
    last_of_month="आख़िरी दिन|आखिरी दिन|महीने के आख़िर में|महीने के अंत में|aakhri din",
    workdays="काम के दिन|कार्यदिवस",
    behind_from="से|se",
    behind_until="तक|tak",
    behind_time="बजे|baje",
    switched_on="चालू|हाँ|हां|शुरू|chalu|haan",
    switched_off="बंद|नहीं|रोको|band|nahi|roko",
    two="दो|do|दूसरे|dusre",
    past="पिछले|पिछला|पिछली|pichle|pichla|pichhle",
    present="इस|यह|is|yeh",
    ever="सब|कुल|सारा|sab|kul|sara",
)

DEBTS = DebtWords(
    owes_me=(
        "X pe/par/pr/पर/पे mere/mera/meri/मेरे/मेरा hain/hai/h/है/हैं/the/थे|"
        "X pe/par/pr/पर/पे mere/mera/meri/मेरे/मेरा|"
        "mere/mera/मेरे/मेरा X pe/par/pr/पर/पे hain/hai/h/है/हैं|"
        "mere/mera/मेरे/मेरा X pe/par/pr/पर/पे|X ke/के paas/पास mere/मेरे hain/hai/h/है/हैं|"
        "X ke/के paas/पास mere/मेरे|mere/मेरे X ke/के paas/पास hain/hai/है/हैं|"
        "X mujhe/mereko/मुझे dega/degi/denge/देगा/देगी/देंगे|"
        "mujhe/mereko/मुझे X dega/degi/देगा/देगी|"
        "X ne/ने mujhse/mujh/मुझसे se/से udhaar/udhar/उधार liye/liya/lie/लिए/लिया/लिये|"
        "X ne/ने mujhse/मुझसे udhaar/udhar/उधार liye/liya/lie/लिए/लिया/लिये|"
        "X ne/ने udhaar/udhar/उधार liye/liya/lie/लिए/लिया/लिये|"
        "X mera/mere/मेरा/मेरे qarzdar/karzdar/कर्ज़दार hai/है|"
        "X se/से lena/lene/लेना/लेने baaki/baki/बाकी|"
        "mujhe/मुझे X se/से milne/मिलने hain/hai/h/हैं/है|"
        "X se/से milne/मिलने hain/hai/h/हैं/है|"
        "maine/mene/मैंने X ka/ki/ke/का/के/की bhara/bhare/diya/diye/bhar/भरा/भरे/दिया/दिए|"
        "X ne/ने mere/मेरे wapas/वापस nahi/नहीं kiye/किए"
    ),
    i_owe=(
        "mujhpe/mujhpar/मुझपर/मुझपे X ke/ka/के/का hain/hai/h/है/हैं|"
        "mujhpe/mujhpar/मुझपर/मुझपे X ke/ka/के/का|"
        "mujh/मुझ pe/par/पर/पे X ke/ka/के/का hain/hai/h/है/हैं|"
        "mujh/मुझ pe/par/पर/पे X ke/ka/के/का|"
        "X ke/ka/के/का mujhpe/mujhpar/मुझपर/मुझपे hain/hai/h/है/हैं|"
        "X ke/ka/के/का mujhpe/mujhpar/मुझपर/मुझपे|"
        "X ke/ka/के/का mujh/मुझ pe/par/पर/पे hain/hai/h/है/हैं|"
        "X ke/ka/के/का mujh/मुझ pe/par/पर/पे|"
        "mere/मेरे upar/pe/par/ऊपर/पर/पे X ke/ka/के/का hain/hai/h/हैं/है|"
        "mere/मेरे upar/pe/par/ऊपर/पर/पे X ke/ka/के/का|"
        "X ke/के mere/मेरे upar/pe/par/ऊपर/पर/पे hain/hai/h/हैं/है|"
        "X ke/के mere/मेरे upar/pe/par/ऊपर/पर/पे|"
        "mere/मेरे paas/पास X ke/के hain/hai/h/हैं/है|"
        "X ke/के mere/मेरे paas/पास hain/hai/h/हैं/है|"
        "maine/mene/मैंने X se/से udhaar/udhar/उधार liye/liya/lie/लिए/लिया/लिये|"
        "X se/से udhaar/udhar/उधार liye/liya/lie/लिए/लिया/लिये|"
        "mujhe/मुझे X ke/के dene/देने hain/hai/h/हैं/है|X ke/के dene/देने hain/hai/h/हैं/है|"
        "X ko/को dunga/dungi/doonga/doongi/दूंगा/दूंगी/दूँगा/दूँगी|"
        "main/मैं X ko/को dunga/dungi/doonga/doongi/दूंगा/दूंगी/दूँगा/दूँगी|"
        "X ne/ने mera/mere/मेरा/मेरे bhara/bhare/diya/diye/भरा/भरे/दिया/दिए"
    ),
    owes_another=(
        "X pe/par/पर/पे Y ke/ka/के/का hain/hai/h/है/हैं|X pe/par/पर/पे Y ke/ka/के/का|"
        "X ne/ने Y se/से udhaar/udhar/उधार liye/liya/lie/लिए/लिया/लिये|"
        "Y ke/के X pe/par/पर/पे hain/hai/h/है/हैं|X Y ko/को dega/degi/देगा/देगी|"
        "Y ne/ने X ka/ki/ke/का/के/की bhara/bhare/diya/diye/भरा/भरे/दिया/दिए"
    ),
    unclear=(
        "X ka/का udhaar/udhar/उधार|X ka/का udhaar/udhar/उधार hai/है|udhaar/udhar/उधार X|"
        "X udhaar/udhar/उधार|X ke/के hain/baaki/baki/हैं/बाकी|"
        "X ke/के baaki/baki/बाकी hain/hai/हैं/है|X ka/का qarz/karz/कर्ज़|X ka/का hisaab/hisab"
    ),
    still=(
        "baaki|baki|baqi|bache|बाकी|बाक़ी|बचे|udhaar|udhar|उधार|abhi|अभी|bhi|भी|ab|अब|paise|"
        "पैसे|to|तो|rupaye|rupay|kal|total|कुल|already"
    ),
    already="abhi|already|अभी|to",
    we_owe="hum/हम pe/par/पर/पे X ke/के hain/hai/हैं/है|hum/हम pe/par/पर/पे X ke/के",
)

NUMBERS = NumberWords(
    numbers=(
        "1:ek,एक|1.5:dedh,डेढ़|2:do,दो|2.5:dhai,dhaai,ढाई|3:teen,तीन|4:char,chaar,चार|"
        "5:paanch,panch,पाँच,पांच|6:chhe,chhah,छह|7:saat,सात|8:aath,आठ|9:nau,नौ|10:das,दस|"
        "20:bees,बीस|50:pachaas,pachas,पचास"
    ),
    cents="paise|पैसे",
)

SENSES = SenseWords(
    totals="कुल|टोटल",
    reductions="छूट",
    or_="या",
    own_things=(
        "ticket|टिकट|hissa|हिस्सा|khana|खाना|chai|चाय|coffee|taxi|dawai|दवाई|recharge|entry|bus|auto"
    ),
    returnable="डिपॉजिट|डिपॉज़िट|एडवांस|जमानत|deposit|advance|token|bayana",
    gifts="गिफ्ट|तोहफा|तोहफ़ा|gift|tohfa",
    presents="गिफ्ट|तोहफा|तोहफ़ा|gift|tohfa|cake",
    returned="लौटाया|लौटा|lauta",
)

REPLIES = ReplyWords(
    instead=(
        "X नहीं , Y",
        "X नहीं Y",
        "X nahi , Y",
        "X nahi Y",
        "X nahin Y",
    ),
    each_part=("X (हर एक|har ek) N",),
    joins=(
        "X (को |ko )?(भूल गए|भूल गया|bhool gaye|bhool gaya|bhul gaye|bhul gaya)",
        "X (bhi tha|bhi thi|भी था|भी थी)",
    ),
    when=("(यह |ये |yeh |ye |)~ (का|की|ka|ki) (है|था|hai|tha)",),
    take_back=(
        (
            "(isko |ise |yeh |ye |इसे |)(hata do|hatao|delete karo|"
            "delete kar do|हटा दो|हटाओ)( please| प्लीज़|)"
        ),
    ),
    reasons=("गलत|ग़लत|गलती|दो बार|पहले से|galat|galat hai|galti|do baar|pehle se|galti se|double"),
    never=("मत|mat|क्यों|kyun|kaun"),
    openings=("अरे|नहीं|माफ़ करना|रुको|वैसे|लेकिन|are|arre|nahi|sorry|ruko|waise|lekin|yaar|aur"),
    closings=("यार|प्लीज़|शुक्रिया|yaar|please|shukriya|haha|na|hai na"),
    of_changes=(
        "हटाओ|हटा|मिटाओ|गलत|ग़लत|गलती|ठीक करो|बदलो|बदल|दिया|दिए|दिये|चुकाया|बाँटो|बांटो|बाँट|"
        "हिस्सा|आधा|आधे|बाकी|रकम|कीमत|कुल|टिप|भूल|बिना|सब|सबका|मुद्रा|तारीख|जोड़ो|दोबारा|"
        "hatao|hata|galat|galti|badlo|badal|diya|diye|diye the|chukaya|baanto|banto|hissa|"
        "aadha|baaki|raqam|bhool|bina|sab|sabka|jodo|dobara"
    ),
    chatting=(
        "धन्यवाद|शुक्रिया|हाहा|मस्त|बढ़िया|वाह|मज़ा|मजा|बधाई|shukriya|dhanyavad|mast|badhiya|"
        "waah|maza|mazaa|badhai"
    ),
)
