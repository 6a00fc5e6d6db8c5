"""Italian: the words that mean something in a line."""

from __future__ import annotations

from handlers.grammar.vocabulary.debt_words import DebtWords
from handlers.grammar.vocabulary.number_words import NumberWords
from handlers.grammar.vocabulary.reply_words import ReplyWords
from handlers.grammar.vocabulary.rule_words import RuleWords
from handlers.grammar.vocabulary.sense_words import SenseWords
from handlers.grammar.vocabulary.words import Words

WORDS = Words(
    with_="con|insieme a|col|con il|con la|coi|cn",
    for_="per|diviso per|da dividere per|diviso in|diviso|da dividere in",
    between="tra|fra",
    and_="e|ed|né",
    by=(
        "pagato da|pagata da|pagati da|da|l'ha pagata|l'ha pagato|li ha pagati|le ha pagate|"
        "ha messo|pagate da"
    ),
    paid=(
        "ha pagato|paga|pagato|pagò|che ha pagato|ha messo|hanno pagato|abbiamo pagato|"
        "abbiamo messo|mette|l'ha pagata|l'ha pagato|li ha pagati|le ha pagate|"
        "l'hanno pagata|l'hanno pagato|ha anticipato|anticipa|ha offerto lui"
    ),
    i_paid=(
        "ho pagato io|ho pagato|io ho pagato|pago io|pagato da me|ho speso|ho comprato|"
        "ho messo|io ho messo|ho messo io|metto io|l'ho pagata io|l'ho pagato io|"
        "li ho pagati io|le ho pagate io|ho anticipato io|ho anticipato|io pago|"
        "ho pagato tutto io"
    ),
    owes="deve|devono|ha avuto|ha mangiato|mi deve dare|deve darmi|mi deve ridare",
    without=(
        "senza|tranne|eccetto|meno|salvo|non|senza di|a parte|senza contare|escluso|esclusa|esclusi"
    ),
    everyone="tutti|tutte|tutti noi|tutti quanti",
    us="noi",
    me="io|me|mi",
    only="solo|soltanto|solamente",
    each="ciascuno|ciascuna|a testa|a persona|per persona|cadauno|l'uno",
    half="metà|la metà|metà e metà|metà a testa|a metà",
    equally="in parti uguali|equamente",
    rest="resto|il resto",
    more="in più",
    today="oggi|stasera|stamattina|stanotte",
    yesterday="ieri|ieri sera",
    before_yesterday="l'altro ieri|altro ieri|avantieri",
    plus="più",
    units=(
        "notte|notti|giorno|giorni|settimana|settimane|persone|persona|bambini|"
        "adulti|parti|parte|quote|volte|tazze|ore"
    ),
    extras="mancia|tasse|iva|servizio|consegna|coperto|sconto|spedizione",
    less="in meno",
    double="doppio|il doppio",
    days_ago="giorni fa|giorno fa",
    refund=(
        "rimborso|rimborsato|mi hanno ridato|mi hanno restituito|ci hanno ridato|"
        "ci hanno restituito|mi hanno rimborsato|ci hanno rimborsato"
    ),
    to="a|al|alla|allo|ad",
    from_="da|ricevuto da|dal|dalla|dallo",
    things=(
        "formaggio|latte|zucchero|ghiaccio|riso|patatine|carta|contanti|amici|"
        "famiglia|caffè|pane|salsa|mancia|consegna|limone|carne|pollo"
    ),
    thousands="mila|mille",
    i_owe="devo|io devo|devo dare|devo ridare|devo restituire",
    gave=(
        "ha dato|ha mandato|ha inviato|ha girato|ha restituito|ha ridato|ha prestato|"
        "ha fatto un bonifico di"
    ),
    gave_me=(
        "mi ha pagato|mi ha dato|mi ha mandato|mi ha inviato|mi ha girato|mi ha restituito|"
        "mi ha ridato|mi ha prestato|mi ha fatto un bonifico di|mi ha bonificato|"
        "mi ha passato|mi ha fatto un satispay di|mi ha fatto satispay di|"
        "mi ha fatto un paypal di|mi ha satispayato|mi ha ripagato|mi ha rimborsato"
    ),
    got="ho ricevuto|ricevuto",
    last_day="scorso|scorsa|passato|questo|lo scorso|la scorsa",
    part_of_day="sera|mattina|pomeriggio|notte|mezzogiorno",
    article="il|lo|la|i|gli|le|un|una|di|del|in|al",
    minus="meno",
    people="persone",
    counts=(
        "per due,in due|per tre,in tre|per quattro,in quattro|per cinque,in cinque|"
        "per sei,in sei|per sette|per otto|per nove|per dieci"
    ),
    i_gave=(
        "ho dato|ho mandato|ho inviato|ho girato|ho restituito|ho ridato|gli ho dato|"
        "le ho dato|gli ho mandato|ho prestato|ho fatto un bonifico di|ho fatto un satispay di"
    ),
    back="indietro|in restituzione",
    add="aggiungi|aggiungere|metti|includi|anche",
    behind_add="anche|pure",
    remove="togli|togliere|rimuovi|elimina|leva",
    before_name="il|lo|la|l'",
    gets="riceve|prende",
    behind_by="ha comprato|ha preso|ha offerto",
    next_day="prossimo|prossima|il prossimo",
    behind_without=(
        "non paga|non c'era|non mangia|non ha mangiato|non beve|non ha bevuto|non viene|"
        "non è venuto|non è venuta|non ne beve|non ne vuole|non lo beve|che non beve|"
        "non ha preso niente|non prende niente|non voleva|non ha voluto"
    ),
    fractions="1/3:un terzo|2/3:due terzi|1/4:un quarto|3/4:tre quarti",
    included="incluso|inclusa|compreso|compresa",
    week_ago="la settimana scorsa|settimana scorsa|la scorsa settimana|una settimana fa",
    weeks_ago="settimane fa",
    means="contanti|in contanti|bonifico|con bonifico|con carta",
    treat="offre|ha offerto|offriva",
    treated_by="offre|offerto da|offerta da|ha offerto|offriva|ospita|è stato|è stata",
    it_was="erano|era|sono|in realtà|in realtà erano|importo|l'importo|cambia in|scusa",
    before_payer="è stato|è stata|sono stati",
    came_back=(
        "era un rimborso|è un rimborso|è stato un rimborso|ce li hanno ridati|me li hanno ridati|"
        "soldi restituiti"
    ),
    was_spent="non era un rimborso|non è un rimborso|era una spesa",
    take_back=(
        "cancella questo|cancella|cancellalo|annulla questo|annulla|annullalo|elimina questo|"
        "eliminalo"
    ),
    correcting="no|ops|scusate|volevo dire|intendevo|correzione",
    not_behind="no",
    called="descrizione|chiamalo",
    noted="nota|aggiungi nota",
    swap="sostituisci|scambia",
    swapped_for="con",
    instead="invece di|al posto di",
    please="per favore|per piacere|di pagare",
    pronouns="lui|lei|loro",
    polite="per favore|perfavore|grazie|grazie mille|pls",
    greeting="ciao|ragazzi|raga|ehi|allora",
    record="segna|aggiungi|metti|dividi|scrivi",
    did_not="non|neanche",
    i_am_out="non vengo|non c'ero|non bevo|non mangio|sono fuori",
    undescribed=(
        "metà|io|mi torna|mi tornano|mi ridanno|il suo|è mio|sono miei|di cui|lui|lei|loro|"
        "ciascuno|ciascuna|ognuno|ognuna|nessuno|devo|deve|devono|dobbiamo|doveva|tranne|"
        "eccetto|eccetto che|escluso|esclusa|meno|la metà|ieri|l'altro ieri|ops|è venuto|"
        "è venuta|sono venuti|anche lui|anche lei|ogni mese|ogni settimana|ogni giorno|"
        "ogni anno|pari|alla romana|la prossima|prossima volta|le sue|i suoi|propri|proprie|"
        "diversamente|in modo diverso|ma|bensì|mio conto|offro io|ha rimborsato|"
        "hanno rimborsato|ci ha rimborsato|mi ha rimborsato|ha ridato|hanno ridato|"
        "ha restituito|hanno restituito|ci ha ridato|tocca a me|pago tutto io"
    ),
    done=(
        "dato|dà|prestato|mangia|mangiano|mangiato|beve|bevuto|preso|prende|comprato|carta|"
        "parte|giro|gratis|invece|al posto|doppio|senza|paga|pagano|messo|mette|più|fuori|"
        "extra|ha bevuto|ha mangiato|ha preso|ordinato|ha ordinato|bevono"
    ),
    dangling="con|per|ma|senza|o|tranne|non",
    story="perché|poiché|quando|dove|mentre|dopo|prima|se|siccome|dato che",
    harmless="a metà prezzo|metà prezzo|metà strada|i|me|mine|ago|he|none|minus|or|but|has",
)

RULES = RuleWords(
    every="ogni|tutti i|tutte le|tutti gli",
    a_day="giorno|giorni|giornaliero|quotidiano|giornalmente",
    a_week="settimana|settimane|settimanale|settimanalmente",
    a_month="mese|mesi|mensile|mensilmente",
    a_year="anno|anni|quest'anno|annuale|annualmente",
    by_itself="giornalmente|settimanalmente|mensilmente|annualmente",
    on_date="il|il giorno|al|giorno",
    first_of_month="il primo|il primo giorno|a inizio mese",
    last_of_month="l'ultimo|l'ultimo giorno|l'ultimo del mese|a fine mese",
    workdays="giorno feriale|giorni feriali|feriali",
    from_day="dal|da|a partire dal",
    until="fino al|fino a|sino al",
    at_time="alle|all'|ore|alle ore",
    behind_time="ore",
    switched_on="sì|attiva",
    switched_off="no|disattiva|spegni|mai|stop",
    two="due",
    past="scorso|passato|precedente",
    present="questo|quest'",
    ever="tutto|totale|sempre",
)

DEBTS = DebtWords(
    owes_me=(
        "X mi deve/doveva|mi deve X|X mi deve dare/ridare/restituire/pagare|"
        "X deve darmi/ridarmi/restituirmi/pagarmi|X è in debito con me|X deve a me|"
        "mi deve dare/ridare X|X mi è debitore/debitrice|ho anticipato X|"
        "gli/le ho anticipato X|mi devi X|X mi devi|manca/mancano ~X|manca/mancano di X|"
        "X mi dà/darà|X mi devono|mi devono X|X non mi ha ridato/restituito"
    ),
    i_owe=(
        "devo X|io devo X|>X devo|gli/le devo X|devo dare/ridare/restituire/pagare X|"
        "io devo dare/ridare/restituire X|devo dargli/darle/ridargli/ridarle X|"
        "sono in debito con X|>X devo dare/ridare|>X gli/le devo|io gli/le devo X|"
        "devo ancora X|X mi ha anticipato|ti devo X|X ti devo|X ha pagato la mia parte|"
        "X ha messo la mia parte"
    ),
    owes_another=(
        "X deve Y|X gli/le deve >Y|X deve dare/ridare/restituire/pagare Y|"
        "X è in debito con Y|<X devono >Y|<X devono dare >Y"
    ),
    unclear="debito X|debito con X|debito ~X|debiti X",
    still="ancora|sempre|già|anche|pure|in|tutto|poi|gia|appena",
    already="già|appena",
    paid_mine="X mi ha pagato",
    paid_theirs="ho pagato >X|gli/le ho pagato >X",
    we_owe="dobbiamo X|gli/le dobbiamo X",
)

NUMBERS = NumberWords(
    numbers=(
        "2:due|3:tre|4:quattro|5:cinque|6:sei|7:sette|8:otto|9:nove|10:dieci|15:quindici|"
        "20:venti|30:trenta|50:cinquanta|100:cento|150:centocinquanta|200:duecento|"
        "300:trecento|400:quattrocento|500:cinquecento|600:seicento|700:settecento|"
        "800:ottocento|900:novecento|2000:duemila|3000:tremila|4000:quattromila|"
        "5000:cinquemila|10000:diecimila|1500:millecinquecento"
    ),
    half="e mezzo|e mezza",
    cents="centesimi|centesimo|cent|cents",
    point="e",
)

SENSES = SenseWords(
    comparing="come",
    due="entro|scade|fino",
    totals="totale",
    of="di",
    reductions="sconto",
    or_="o",
    by_means="per",
    own_things=(
        "biglietto|ingresso|parte|quota|pranzo|cena|caffè|birra|taxi|volo|multa|abbonamento|"
        "medicine"
    ),
    returnable="cauzione|caparra|deposito|acconto|anticipo",
    gifts="regalo|regalino",
    presents="regalo|regalino|fiori|torta",
    returned="restituita|restituito|rimborsata|rimborsato|resa",
)

REPLIES = ReplyWords(
    instead=(
        "non X , (ma |)Y",
        "non X ma Y",
        "non era X (ma |era |)Y",
    ),
    each_part=(
        "X N (a testa|ciascuno)",
        "N (a testa|ciascuno) (per |)X",
    ),
    joins=(
        "(hai |abbiamo |ho |avete |)dimenticato X",
        "manca X",
        "c era anche X",
    ),
    when=("(era|è stato) ~",),
    take_back=(
        "(cancella|cancellalo|cancellare|elimina|eliminalo|togli)( questo| per favore| tutto)*",
    ),
    reasons=("sbagliato|sbagliata|errore|doppio|doppione|già|prova|per sbaglio"),
    never=("non|perché|chi|se"),
    openings=("ah|oh|no|scusa|scusate|aspetta|in realtà|ma|dai|ops|per favore"),
    closings=("per favore|scusa|scusate|haha|grazie|in realtà|alla fine|credo"),
    of_changes=(
        "cancella|cancellare|elimina|eliminare|annulla|sbagliato|sbagliata|errore|correggi|"
        "correggere|cambia|cambiare|modifica|pagato|paga|pagare|pagano|dividere|dividi|"
        "diviso|divisa|quota|parte|metà|deve|devo|devono|importo|prezzo|totale|mancia|"
        "dimenticato|manca|senza|tutti|valuta|data|aggiungi|togli|doppio|doppione"
    ),
    chatting=(
        "grazie|ahaha|haha|lol|bello|bella|buono|buonissimo|fantastico|ottimo|perfetto|"
        "grande|evviva|auguri|figo"
    ),
)
