"""German: the words that mean something in a line."""

from __future__ import annotations

from handlers.grammar.vocabulary.debt_words import DebtWords
from handlers.grammar.vocabulary.number_words import NumberWords
from handlers.grammar.vocabulary.reply_words import ReplyWords
from handlers.grammar.vocabulary.rule_words import RuleWords
from handlers.grammar.vocabulary.sense_words import SenseWords
from handlers.grammar.vocabulary.turn_words import TurnWords
from handlers.grammar.vocabulary.words import Words

WORDS = Words(
    with_="mit|zusammen mit|mit dem|mit der|m",
    for_=("für|fuer|geteilt durch|aufgeteilt auf|teilen wir durch|teilen durch|durch"),
    between="zwischen|unter",
    and_="und|sowie",
    by=(
        "bezahlt von|gezahlt von|von|bezahlt hat|gezahlt hat|bezahlt haben|gezahlt haben|"
        "ausgelegt hat"
    ),
    paid=(
        "bezahlt|hat bezahlt|zahlt|zahlte|bezahlte|gezahlt|hat gezahlt|gekauft|geholt|"
        "besorgt|ausgelegt|haben bezahlt|haben gezahlt|zusammen bezahlt|gemeinsam bezahlt|"
        "getankt|hat getankt|eingekauft|hat eingekauft|vorgestreckt|hat vorgestreckt|"
        "hats bezahlt|hats gezahlt|hat es bezahlt|hat es gezahlt|hats ausgelegt|hats vorgestreckt"
    ),
    i_paid=(
        "ich habe bezahlt|hab ich bezahlt|ich zahlte|ich hab bezahlt|ich bezahlte|"
        "von mir bezahlt|bezahlt von mir|ich zahle|ich habe gekauft|hab gekauft|habe gekauft|"
        "hab ich ausgelegt|ich hab ausgelegt|hab ich vorgestreckt|hab ich gekauft|"
        "hab ich geholt|"
        "habs bezahlt|habs gezahlt|ich habs bezahlt|ich habs gezahlt|hab ich gezahlt|"
        "ich hab gezahlt|ich hab das bezahlt|ich hab das gezahlt|ich hab es bezahlt|"
        "ich hab es gezahlt"
    ),
    owes="schuldet|schulde|hatte|hat gehabt",
    without="ohne|außer|ausser|nicht|bis auf|ohne den|ohne die|exklusive",
    everyone="alle|wir alle|uns alle|allen",
    us="uns",
    me="ich|mich|mir",
    only="nur|bloß|allein",
    each="je|jeder|pro person|pro kopf|pro nase",
    half="halb|hälfte|die hälfte|halbe-halbe|halbe halbe",
    equally="gleichmäßig|zu gleichen teilen",
    rest="rest|der rest|den rest",
    more="mehr|extra",
    today="heute|heute abend|heute nacht|heut|heut abend|heut nacht|heute früh|heute mittag",
    yesterday="gestern|gestern abend",
    before_yesterday="vorgestern",
    plus="plus|zuzüglich",
    units=(
        "nacht|nächte|nächten|tag|tage|tagen|woche|wochen|personen|leute|"
        "kinder|erwachsene|anteile|anteil|teile|mal|tassen|stunden|stück"
    ),
    extras="trinkgeld|steuer|mwst|service|lieferung|gebühr|rabatt",
    less="weniger",
    double="doppelt|zweimal|das doppelte",
    before_days="vor",
    day_words="tag|tagen",
    refund=(
        "rückerstattung|erstattung|rückzahlung|zurückbekommen|zurück bekommen|zurückgekriegt|"
        "zurück gekriegt|zurückerhalten|erstattet|zurückerstattet|zurückbezahlt bekommen"
    ),
    to="an",
    from_="von|bekommen von|vom|bekommen vom",
    things=(
        "käse|milch|zucker|eis|reis|pommes|karte|bar|familie|freunde|freunden|"
        "kaffee|brot|soße|salat|sahne|trinkgeld|steuer|lieferung|bus|bahn|auto"
    ),
    thousands="tausend|tsd",
    gave=(
        "gab|gibt|schickte|schickt|überwies|gegeben|geschickt|überwiesen|zurückgegeben|"
        "zurückgezahlt|zurückbezahlt|geliehen|lieh|leiht|hat überwiesen|hat zurückgezahlt"
    ),
    gave_me=(
        "hat mir|gab mir|schickte mir|überwies mir|hat mir gepaypalt|hat mir paypalt|paypalt mir"
    ),
    got="bekam|ich bekam|bekommen|erhalten",
    on_day="am",
    last_day="letzten|letzter|letzte|vergangenen|vorigen|diesen",
    part_of_day="abend|nacht|morgen|früh|vormittag|nachmittag|mittag",
    weekdays=(
        "montagabend montagmorgen|dienstagabend|mittwochabend|donnerstagabend|"
        "freitagabend freitagnacht|sonnabend samstagabend samstagnacht|"
        "sonntagabend sonntagmorgen"
    ),
    article="der|die|das|den|dem|ein|eine|in|im|bei",
    minus="minus|abzüglich",
    people="personen|leute",
    counts=(
        "für zwei,zu zweit|für drei,zu dritt|für vier,zu viert|für fünf,zu fünft|"
        "für sechs,zu sechst|für sieben|für acht|für neun|für zehn"
    ),
    i_gave="ich gab|ich habe|ich hab|habe|hab|ich schickte|ich überwies",
    back="zurück|wieder",
    has="hat|habe|hab|haben",
    add="füge|nimm|plus|auch|dazu|hinzu",
    behind_add=(
        "hinzu|hinzufügen|dazu|auch|dabei|rein|auch dabei|ist auch dabei|ist dabei|"
        "war auch dabei|kommt dazu"
    ),
    remove="entferne|streiche|lösche|nimm|minus",
    behind_remove="raus|weg|heraus|entfernen|streichen|löschen",
    before_name="der|die|den|dem|das",
    gets="bekommt|kriegt|erhält|kriegt noch|bekommt noch",
    behind_by="kaufte|holte|hat gekauft|hat geholt|hat ausgelegt",
    next_day="nächsten|nächster|nächste|kommenden|kommender|kommende",
    behind_without=(
        "zahlt nichts|zahlt nicht|isst nicht mit|war nicht dabei|nicht dabei|zahlt nix|"
        "trinkt nicht mit|trinkt nix|trinkt nichts|war nicht da|isst nix|isst nichts|"
        "kommt nicht mit|bin nicht dabei|isst nicht|essen nicht|trinkt nicht|trinken nicht|"
        "trinkt keinen|trinkt keine|trinkt kein|isst kein|isst keine|isst keinen|mag kein|"
        "mag keinen|mag keine|wollte nicht|wollte nix|wollte keinen|trinkt ja nix|"
        "isst ja nix|der trinkt nix"
    ),
    fractions=(
        "1/3:ein drittel|2/3:zwei drittel|1/4:ein viertel|3/4:drei viertel,dreiviertel|"
        "1/5:ein fünftel"
    ),
    included="inkl|inklusive|inbegriffen|einschließlich",
    week_ago="letzte woche|letzter woche|vorige woche|vor einer woche",
    week_words="woche|wochen",
    means="bar|in bar|überweisung|per überweisung|mit karte|per karte",
    treat=(
        "lädt ein|hat eingeladen|gibt aus|spendiert|hat spendiert|gibt einen aus|"
        "gibt eine runde aus|schmeißt eine runde|schmeißt ne runde"
    ),
    treated_by="geht auf|auf|war|das war|es war",
    it_was=(
        "es waren|es war|waren|war|es sind|sind|eigentlich|waren es|betrag|der betrag|"
        "betrag ist|ändere auf|ändern auf|sorry|auf"
    ),
    before_payer="hat|hat doch|hat aber|hat eigentlich|das hat|das war|es war|doch|haben",
    came_back=(
        "es war eine erstattung|das war eine erstattung|war eine erstattung|"
        "es war eine rückerstattung|das war eine rückerstattung|das kam zurück|kam zurück|"
        "das geld kam zurück|"
        "geld zurück|wir haben es zurückbekommen|ist zurückgekommen"
    ),
    was_spent=(
        "keine erstattung|keine rückerstattung|das war keine erstattung|"
        "das war keine rückerstattung|das war eine ausgabe|es war eine ausgabe"
    ),
    take_back=(
        "lösch das|lösche das|das löschen|löschen|bitte löschen|storno|stornieren|"
        "storniere das|rückgängig|rückgängig machen|mach das rückgängig|nimm das zurück|"
        "kann weg|weg damit"
    ),
    correcting="nein|ups|sorry|entschuldigung|ich meinte|ich meine|korrektur",
    not_behind="nicht",
    called="beschreibung|nenn es|nenne es|umbenennen in",
    noted="notiz",
    swap="ersetze|tausche",
    swapped_for="durch|gegen|mit",
    instead="statt|anstatt|anstelle von",
    please="bitte|zu zahlen",
    pronouns="ihn|ihm|ihr|ihnen",
    polite="bitte|danke|danke euch|merci|dankeschön",
    greeting="hi|hallo|hey|moin|leute|servus|na",
    record="trag ein|trag|notier|notiere|schreib auf|schreib|teil|mach|nimm",
    did_not=(
        "haben nix|hat nix|haben nichts|hat nichts|haben nicht|hat nicht|war nicht|waren nicht"
    ),
    i_am_out=(
        "bin nicht dabei|war nicht dabei|ich war nicht dabei|ich bin nicht dabei|bin raus|"
        "ich bin raus|trinke nicht mit|esse nicht mit"
    ),
    undescribed=(
        "hälfte|ich|kriege zurück|bekomme zurück|davon|selbst|für sich|privat für|mich|mir|"
        "er|ihm|ihn|jeder|jede|jeden|jeweils|jeder selbst|niemand|keiner|schulde|schuldet|"
        "schulden|schuldest|schuldig|außer|ausgenommen|ausgeschlossen|abzüglich|zur hälfte|"
        "halbiert|hat|hab|habe|haben|hatte|selber|ups|hoppla|oops|nicht dabei|war dabei|"
        "waren dabei|auch dabei|kam mit|kamen mit|kommt mit|mitgekommen|gestern|vorgestern|"
        "jeden monat|jede woche|jeden tag|jedes jahr|quitt|beglichen|ausgelegt|vorgestreckt|"
        "nächstes mal|das nächste mal|eigene|eigenen|ungleich|sondern|aber|auf mich|"
        "auf meine kappe|geht auf mich|erstattet|erstattet von|erstattet bekommen|"
        "erstattet mir|rest wir|den rest wir"
    ),
    done=(
        "gab|gegeben|überwiesen|isst|aß|trank|nahm|kaufte|gekauft|gegessen|getrunken|karte|"
        "anteil|teil|runde|gratis|umsonst|frei|stattdessen|doppelt|halb|halbe|kein|keine|"
        "allein|extra|mehr|weniger|zahlt|zahlen|kriegt|bekommt|übernimmt|mit dabei|raus|weg|"
        "alle bezahlt|trinkt|hatte nur|genommen"
    ),
    dangling="mit|von|für|oder|ohne|außer|aber|bis|nicht",
    story="weil|da|dass|nachdem|bevor|wenn|wo|seit|denn|damit",
    harmless="zum halben preis|he|me|none|mine|i|was|not|back|or|also|so",
)

RULES = RuleWords(
    every="jeden|jede|jedes|alle|immer",
    a_day="tag|tage|täglich",
    a_week="woche|wochen|wöchentlich",
    a_month="monat|monate|monatlich",
    a_year="jahr|jahre|jährlich",
    by_itself="täglich|wöchentlich|monatlich|jährlich",
    on_date="am",
    first_of_month="am ersten|am monatsersten|zum ersten",
    last_of_month="am letzten|am letzten tag|am monatsletzten|zum monatsende|am monatsende",
    workdays="werktag|werktags|werktage|wochentags",
    from_day="ab|ab dem|seit",
    until="bis|bis zum",
    at_time="um",
    behind_time="uhr|h",
    switched_on="an|ein|ja",
    switched_off="aus|stopp|stop|nein|nie|keine",
    two="zwei|zweite|zweiten|zweites",
    past="letzten|letzter|letztes|letzte|voriger|vorigen|voriges|vergangenen|vergangenes",
    present="diesen|dieser|dieses|diesem",
    ever="alles|gesamt|insgesamt|immer",
)

DEBTS = DebtWords(
    owes_me=(
        "X schuldet/schuldete mir|mir schuldet X|schuldet mir X|"
        "X muss/soll/müsste mir geben/zahlen/bezahlen/zurückgeben/zurückzahlen/überweisen|"
        "X muss/soll/müsste mir|X ist mir schuldig|X steht/hängt bei mir|"
        "X hat schulden bei mir|X hat bei mir schulden|ich krieg/kriege/bekomm/bekomme ~X|"
        "ich krieg/kriege/bekomm/bekomme ~X zurück|krieg/kriege/bekomm/bekomme ~X|"
        "~X krieg/kriege/bekomm/bekomme ich|krieg/kriege/bekomm/bekomme ich ~X|"
        "bekomme/kriege ~X zurück|ich hab/habe X ausgelegt/vorgestreckt|"
        "hab/habe X ausgelegt/vorgestreckt|ich hab/habe für X ausgelegt/vorgestreckt|"
        "hab/habe für X ausgelegt/vorgestreckt|du schuldest mir X|X du schuldest mir|"
        "hab/habe bei X gut|ich hab/habe bei X gut|X steht noch bei mir|~X fehlen/fehlt mir|"
        "~X fehlen/fehlt noch|~X fehlen/fehlt|"
        "X wollte/wird/sollte/soll mir geben/zahlen/zurückgeben/zurückzahlen|"
        "X wollte/sollte mir|X schulden mir|X hat mir nicht zurückgezahlt/zurückgegeben|"
        "mir schulden X|"
        "X leiht/lieh/borgt/borgte sich von/bei mir|X hat sich von/bei mir geliehen/geborgt|"
        "X hat von/bei mir geliehen/geborgt|X hat sich geliehen/geborgt"
    ),
    i_owe=(
        "ich schulde X|schulde X|X schulde ich|ich schuld X|"
        "ich muss/soll X geben/zahlen/bezahlen/zurückgeben/zurückzahlen/überweisen|"
        "muss X geben/zahlen/bezahlen/zurückgeben/zurückzahlen/überweisen|"
        "muss ich X geben/zahlen/zurückgeben/zurückzahlen/überweisen|"
        "X muss ich geben/zahlen/zurückgeben/zurückzahlen/überweisen|ich bin X schuldig|"
        "bin X schuldig|X bin ich schuldig|hab/habe schulden bei X|"
        "ich hab/habe schulden bei X|ich hab/habe bei X schulden|hab/habe bei X schulden|"
        "steh/stehe bei X|ich steh/stehe bei X|X kriegt/bekommt noch von mir|"
        "X kriegt/bekommt von mir noch|von mir kriegt/bekommt X noch|"
        "von mir bekommt/kriegt noch X|X hat mir ausgelegt/vorgestreckt|"
        "X hat für mich ausgelegt/vorgestreckt|ich schulde dir X|X ich schulde dir|"
        "schulde dir X|X schulde dir|X hat bei mir gut|X hat gut bei mir|"
        "X hat meinen anteil/teil bezahlt/gezahlt|X hat für mich mitbezahlt|"
        "hab/habe mir ~X geliehen/geborgt|ich hab/habe mir ~X geliehen/geborgt|"
        "ich leih/leihe mir ~X|leih/leihe mir ~X|hab/habe mir bei X geliehen/geborgt|"
        "ich hab/habe mir bei X geliehen/geborgt"
    ),
    owes_another=(
        "X schuldet Y|X ist Y schuldig|X hat schulden bei Y|X hat bei Y schulden|"
        "X muss/soll Y geben/zahlen/bezahlen/zurückgeben/zurückzahlen/überweisen|"
        "Y kriegt/bekommt noch ~X|Y kriegt/bekommt ~X noch|X schulden Y|<X schulden >Y"
    ),
    unclear="schulden X|X schulden|X offen|X fehlen/fehlt noch",
    still=(
        "noch|ja|halt|eh|doch|immer|eigentlich|übrigens|insgesamt|jetzt|auch|schon|grad|"
        "gerade|eben|vorhin"
    ),
    already="schon|grad|gerade|eben|vorhin|ja|halt|doch|eh",
    paid_mine="X hat mir bezahlt/gezahlt",
    paid_theirs="hab/habe X bezahlt/gezahlt|ich hab/habe X bezahlt/gezahlt",
    we_owe="wir schulden X|wir müssen X geben/zahlen|X schulden wir",
)

NUMBERS = NumberWords(
    numbers=(
        "2:zwei|3:drei|4:vier|5:fünf|6:sechs|7:sieben|8:acht|9:neun|10:zehn|20:zwanzig|"
        "50:fünfzig,fuffzig|100:hundert,einhundert|200:zweihundert|300:dreihundert|"
        "400:vierhundert|500:fünfhundert|600:sechshundert|700:siebenhundert|800:achthundert|"
        "900:neunhundert|1500:anderthalbtausend|2000:zweitausend|3000:dreitausend|"
        "5000:fünftausend"
    ),
    half="einhalb",
    cents="cent|cents",
)

SENSES = SenseWords(
    comparing="wie|als",
    due="fällig|bis|spätestens",
    per="pro",
    at_price="zu|je",
    each_at="je",
    totals="insgesamt|gesamt|summe|gesamtsumme|total",
    of="von|vom",
    reductions="rabatt|gutschein",
    or_="oder",
    own_things=(
        "ticket|karte|eintritt|fahrkarte|bahnticket|zugticket|flug|essen|kaffee|bier|anteil|"
        "teil|döner|pizza|medikamente|taxi|strafe|abo"
    ),
    returnable="kaution|anzahlung|pfand|vorauszahlung|vorschuss",
    gifts="geschenk|geschenke|geburtstagsgeschenk",
    presents="geschenk|geburtstagsgeschenk|blumen|torte",
    returned="zurückbekommen|erstattet|zurückerstattet|zurückgezahlt|retour",
)

REPLIES = ReplyWords(
    instead=(
        "nicht X , (sondern |)Y",
        "nicht X sondern Y",
        "(es |das |)war nicht X (sondern |)Y",
    ),
    each_part=(
        "X (jeweils|je|jeder) N",
        "N (je|jeweils) (für |)X",
    ),
    joins=(
        "(du hast |ihr habt |ich habe |ich hab |hast |)X vergessen",
        "X fehlt( noch|)",
        "X war auch (dabei|da)",
    ),
    when=("(das|es) (war|ist) (am |)~",),
    take_back=(
        "(das |es |bitte )*(löschen|lösch|lösche|entfernen|entferne|stornieren)( das| es| bitte)*",
    ),
    reasons=(
        "falsch|fehler|doppelt|versehen|aus versehen|schon|test|stimmt nicht|falsche gruppe|irrtum"
    ),
    never=("nicht löschen|warum|wer|soll|sollen|wenn|ob"),
    openings=("ach|oh|nee|nein|äh|moment|also|eigentlich|sorry|halt|ups|tut mir leid|bitte|aber"),
    closings=("bitte|sorry|haha|lol|danke|eigentlich|leider|übrigens|glaube ich|oder"),
    of_changes=(
        "löschen|lösch|lösche|gelöscht|weg|falsch|falsche|falscher|fehler|stimmt|korrigieren|"
        "korrigiere|ändern|ändere|bezahlt|gezahlt|zahlt|zahle|zahlen|bezahlen|geteilt|teilen|"
        "aufteilen|teilt|anteil|hälfte|schuldet|schulde|betrag|preis|summe|trinkgeld|"
        "vergessen|fehlt|ohne|alle|jeder|währung|datum|stornieren|hinzufügen|raus|doppelt"
    ),
    chatting=(
        "danke|dankeschön|haha|lol|hihi|super|toll|lecker|prima|cool|schön|geil|nice|perfekt|"
        "klasse|prost|glückwunsch|gerne|mega"
    ),
)

TURNS = TurnWords(
    using="mit|mit der|mit dem|über|ueber|über die|über den|auf|auf die|per|via|von der|vom",
    card=(
        "karte|kreditkarte|ec karte|ec-karte|eckarte|bankkarte|girokarte|girocard|visa|"
        "visakarte|mastercard|amex|paypal|konto"
    ),
    card_of="von|vom|von der",
)
