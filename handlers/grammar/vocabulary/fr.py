"""French: the words that mean something in a line."""

from __future__ import annotations

from handlers.grammar.vocabulary.debt_words import DebtWords
from handlers.grammar.vocabulary.number_words import NumberWords
from handlers.grammar.vocabulary.reply_words import ReplyWords
from handlers.grammar.vocabulary.rule_words import RuleWords
from handlers.grammar.vocabulary.sense_words import SenseWords
from handlers.grammar.vocabulary.turn_words import TurnWords
from handlers.grammar.vocabulary.words import Words

WORDS = Words(
    with_="avec|avec le|avec la|av|ac|avc|avek",
    for_=(
        "pour|divisé par|à diviser par|divisé en|on divise en|on divise par|divise par|"
        "divise en|on partage en|à partager en"
    ),
    between="entre|parmi",
    and_="et|ni",
    by="payé par|réglé par|par|acheté par|l'a payé|l'a payée",
    paid=(
        "payé|a payé|paye|paie|a réglé|qui a payé|qui paye|qui paie|a mis|ont payé|on a payé|"
        "avons payé|l'a payé|l'a payée|met|a avancé|"
        "payés|payées|payée|a tout payé|l'a réglé|qui a réglé|qui a avancé|a tout réglé"
    ),
    i_paid=(
        "j'ai payé|je paye|je paie|j’ai payé|payé par moi|par moi|j'ai dépensé|j'ai acheté|"
        "c'est moi qui ai payé|c’est moi qui ai payé|c'est moi qui paie|moi qui ai payé|"
        "j'ai mis|j’ai mis|jai payé|jai paye|j'paye|jpaye|je mets|jai mis|jai acheté"
    ),
    owes="doit|doivent|a eu|a mangé|a pris pour",
    without="sans|sauf|excepté|hormis|à part|pas|sans compter|hors",
    everyone="tous|tout le monde|nous tous|toutes",
    us="nous",
    me="moi|je",
    only="seulement|uniquement|juste|que pour|que",
    each="chacun|chacune|par personne|par tête|pp",
    half="moitié|la moitié|moitié moitié|moitié-moitié",
    equally="à parts égales|également|équitablement|moit moit|moit-moit|50/50",
    rest="reste|le reste",
    more="de plus|en plus",
    today=(
        "aujourd'hui|ce soir|ce matin|cet après-midi|ce midi|cet aprem|cette nuit|c't aprem|tantôt"
    ),
    yesterday="hier|hier soir",
    before_yesterday="avant-hier|avant hier",
    plus="plus",
    units=(
        "nuit|nuits|jour|jours|semaine|semaines|personnes|personne|enfants|"
        "adultes|parts|part|fois|tasses|heures"
    ),
    extras="pourboire|taxe|tva|service|livraison|frais|remise|réduction",
    less="de moins|en moins",
    double="double|le double|compte double|double part",
    before_days="il y a",
    day_words="jour|jours",
    refund=(
        "remboursement|remboursé|on m'a rendu|on m'a remboursé|on nous a rendu|"
        "on nous a remboursé|ils m'ont remboursé|ils nous ont remboursé"
    ),
    to="à",
    from_="de|reçu de",
    things=(
        "fromage|lait|sucre|frites|carte|amis|famille|café|pain|sauce|salade|"
        "pourboire|livraison|bus|train|voiture"
    ),
    thousands="mille",
    i_owe="je dois|faut que je rende|il faut que je rende|je dois rendre|je dois donner",
    gave=(
        "a donné|donne|a envoyé|a viré|a rendu|a remboursé|donné|envoyé|viré|rendu|a prêté|"
        "a fait un virement de|a filé|file|a passé|a refilé|a lydia|a remboursé à"
    ),
    gave_me=(
        "m'a payé|m'a donné|m'a envoyé|m'a viré|m'a rendu|m'a remboursé|m’a payé|m’a donné|"
        "m’a envoyé|m’a viré|m’a rendu|m’a remboursé|m'a prêté|m'a fait un virement de|"
        "m’a fait un virement de|m'a fait un lydia de|m'a filé|m'a passé|ma filé|ma rendu|"
        "ma passé|ma donné|m'a refilé|m'a lydia"
    ),
    got="j'ai reçu|j’ai reçu|reçu",
    on_day="le",
    last_day="dernier|passé|ce",
    part_of_day="soir|matin|midi|après-midi|nuit|dans la nuit",
    article="la|les|un|une|du|de|en|au",
    minus="moins",
    people="personnes|gens",
    counts=(
        "pour deux,à deux|pour trois,à trois|pour quatre,à quatre|pour cinq,à cinq|pour six|"
        "pour sept|pour huit|pour neuf|pour dix"
    ),
    i_gave=(
        "j'ai donné|j'ai envoyé|j'ai viré|j'ai rendu|j'ai remboursé|j'ai prêté|"
        "j'ai fait un virement de|j'ai fait un lydia de|j'ai filé|j'ai passé|jai filé|"
        "jai rendu|jai donné|jai viré|lydia de|lydia|j'ai lydia|j'ai refilé"
    ),
    back="en retour",
    add="ajoute|ajouter|rajoute|inclus|aussi",
    behind_add="aussi|en plus",
    remove="enlève|enlever|retire|retirer|supprime",
    before_name="le|la",
    gets="reçoit|touche",
    behind_by="a acheté|a pris|a offert",
    next_day="prochain|prochaine",
    behind_without=(
        "ne paie pas|ne paye pas|n'était pas là|paie rien|n'a pas bu|ne boit pas|"
        "n'a pas mangé|n'est pas venu|n'est pas venue|pas là|pas venu|pas venue|boit pas|"
        "boivent pas|mange pas|mangent pas|vient pas|viennent pas|était pas là|"
        "étaient pas là|en prend pas|en prends pas|prend pas|en boit pas|en mange pas|"
        "en veut pas|veut pas|il boit pas|elle boit pas|vient plus|a rien pris|a rien bu|"
        "a rien mangé|mange rien|boit rien|prend rien"
    ),
    fractions="1/3:un tiers|2/3:deux tiers|1/4:un quart|3/4:trois quarts",
    included="inclus|incluse|compris|comprise|y compris",
    week_ago="la semaine dernière|semaine dernière|la semaine passée|il y a une semaine",
    week_words="semaine|semaines",
    means="espèces|en espèces|liquide|en liquide|virement|par virement|par carte",
    treat="offre|invite|régale|a offert|a invité|qui offre|qui invite|qui régale",
    treated_by=(
        "offert par|invités par|offerte par|a offert|a invité|régale|c'est|c'était|c’est|c’était"
    ),
    it_was=(
        "c'était|c'est|en fait|en fait c'était|ça faisait|ça fait|montant|le montant|"
        "change en|pardon"
    ),
    before_payer="c'est|c’est|c'était|c est",
    came_back=(
        "c'était un remboursement|c'est un remboursement|on nous l'a rendu|on me l'a rendu|"
        "argent rendu|c'était remboursé"
    ),
    was_spent=(
        "ce n'était pas un remboursement|c'était pas un remboursement|"
        "ce n'est pas un remboursement|pas un remboursement|c'était une dépense"
    ),
    take_back=("supprime ça|supprime-le|supprimer|annule ça|annule|annuler|efface ça|efface"),
    correcting="non|oups|pardon|désolé|je voulais dire|correction",
    not_behind="non",
    called="appelle ça|renomme en|renomme",
    noted="note|ajoute une note",
    swap="remplace|échange",
    swapped_for="par|avec",
    instead="au lieu de|à la place de",
    please="svp|stp|s'il te plaît|s'il te plait|de payer",
    pronouns="lui|elle|eux|elles",
    polite="svp|stp|merci|merci bcp|merci beaucoup|s'il te plaît|s'il vous plaît",
    greeting="salut|coucou|bonjour|hello|les gars|bon|alors",
    record="note|ajoute|mets|partage|divise|rajoute",
    did_not="pas|ont pas|n'ont pas|n'a pas|a pas|n'est pas|n'étaient pas|était pas|étaient pas",
    i_am_out=(
        "je viens pas|j'étais pas là|je bois pas|je mange pas|je participe pas|j'étais pas la"
    ),
    undescribed=(
        "moitié|je|me rend|me rendent|me revient|le sien|perso pour|c'est à moi|dont|moi|lui|"
        "elle|eux|elles|chacun|chacune|dois|doit|doivent|devait|sauf|excepté|hormis|"
        "la moitié|moitiés|moitié moitié|ai payé|hier|avant-hier|oups|est venu|est venue|"
        "sont venus|nous a rejoint|nous a rejoints|chaque mois|chaque semaine|chaque jour|"
        "chaque année|tous les mois|tous les jours|personne d'autre|quitte|quittes|"
        "la prochaine|prochaine fois|propre|propres|ses|inégal|inégale|inégales|inégalement|"
        "mon compte|pour ma pomme|mais sa|mais son|mais ses|mais pour|mais pas|mais moi|"
        "mais toi|a remboursé|ont remboursé|nous a remboursé|nous ont remboursé|a rendu|"
        "ont rendu|a remboursée|remboursé par|remboursée par"
    ),
    done=(
        "donné|prêté|mange|mangent|mangé|bu|boit|pris|prend|acheté|carte|part|tournée|"
        "gratuit|gratuitement|à la place|retour|double|pas|sans|paie|paye|paient|payent|mis|"
        "donne|plus|moins|demi|extra|a bu|a mangé|a pris|buvait|mangeait|commandé|a commandé"
    ),
    dangling="avec|par|pour|mais|sans|ni|ou|sauf|pas|non|c'est",
    story="parce|car|quand|depuis|pendant|puisque|si|comme|après|avant",
    harmless="à moitié prix|moitié prix|me|i|mine|minus|or|but|he|none|on|has",
)

RULES = RuleWords(
    every="chaque|tous les|toutes les|les",
    a_day="jour|jours|quotidien|quotidiennement",
    a_week="semaine|semaines|hebdomadaire|hebdo",
    a_month="mois|mensuel|mensuellement",
    a_year="an|ans|année|années|annuel|annuellement",
    by_itself="quotidiennement|mensuellement|annuellement",
    on_date="le|au",
    first_of_month="le premier|au premier|en début de mois",
    last_of_month="le dernier jour|le dernier|en fin de mois",
    workdays="jour ouvré|jours ouvrés|en semaine",
    from_day="à partir du|à partir de|dès le|dès|depuis le",
    until="jusqu'au|jusqu'à|jusqu'en|jusque",
    at_time="à",
    behind_time="h|heures|heure",
    switched_on="oui|activer",
    switched_off="non|désactiver|arrêter|jamais|stop",
    two="deux",
    past="dernier|dernière|passé|passée|précédent|précédente",
    present="ce|cet|cette",
    ever="tout|total|toujours",
)

DEBTS = DebtWords(
    owes_me=(
        "X me doit/devait|me doit X|X doit me rendre/donner/payer/rembourser/filer|X m'doit|"
        "X me doit rendre/donner|X a une dette envers/avec moi|X m'est redevable de|"
        "X m'est redevable|faut que X me rende/donne/rembourse|il faut que X me rende/donne|"
        "X doit à moi|X doit rendre/donner à moi|j'ai/jai avancé X|tu me dois X|X tu me dois|"
        "tme dois X|il manque ~X|manque ~X|X doit filer|X me doivent|me doivent X|"
        "X m'a pas rendu|"
        "X m'a/ma emprunté|X m'emprunte"
    ),
    i_owe=(
        "je dois X|dois X|>X je dois|j'dois X|jdois X|je lui dois X|c'est moi qui dois X|"
        "je dois rendre/donner/payer/rembourser/filer X|dois rendre/donner X|"
        "faut que je rende/donne/rembourse/file X|il faut que je rende/donne/rembourse X|"
        "je suis redevable X|j'ai une dette envers/avec X|chui redevable X|je devais X|"
        "X m'a/ma avancé|je te dois X|X je te dois|jte dois X|j'te dois X|jlui dois X|"
        "j'lui dois X|X a payé ma part|X a avancé ma part|X a mis ma part|"
        "j'ai/jai emprunté X|je lui ai emprunté X|X a avancé pour moi|X avance pour moi"
    ),
    owes_another=(
        "X doit Y|X doit rendre/donner/payer/rembourser Y|<X lui doit >Y|"
        "faut que X rende/donne >Y|X doivent Y|<X doivent >Y"
    ),
    unclear="dette X|dette ~X|dette envers/avec X|dettes X",
    still="encore|toujours|tjrs|tjs|tjr|quand|même|aussi|déjà|bien|en|du|coup|deja",
    already="déjà|bien",
    paid_mine="X m'a payé",
    paid_theirs="j'ai payé >X|jai payé >X|je lui ai payé >X",
    we_owe="on doit X|nous devons X|on lui doit X",
)

NUMBERS = NumberWords(
    numbers=(
        "2:deux|3:trois|4:quatre|5:cinq|6:six|7:sept|8:huit|9:neuf|10:dix|15:quinze|20:vingt|"
        "30:trente|50:cinquante|100:cent,cents"
    ),
    half="et demi|et demie",
    cents="centimes|centime|cts",
)

SENSES = SenseWords(
    comparing="comme|que",
    due="jusqu'à|jusqu'au|avant|échéance",
    totals="total",
    per="par",
    of="de",
    reductions="remise|réduction",
    or_="ou",
    by_means="par|en",
    own_things=(
        "billet|place|entrée|ticket|part|repas|café|bière|plat|taxi|vol|amende|abonnement|"
        "médicaments"
    ),
    returnable="caution|acompte|arrhes|avance|consigne|dépôt",
    gifts="cadeau|cadeaux",
    presents="cadeau|bouquet|fleurs|gâteau",
    returned="rendu|rendue|remboursé|remboursée|restituée|restitué",
)

REPLIES = ReplyWords(
    instead=(
        "pas X , (mais |)Y",
        "pas X mais Y",
        "(ce |c )?(n )?était pas X (mais |c était |)Y",
    ),
    each_part=(
        "X N chacun",
        "N chacun (pour |)X",
    ),
    joins=(
        "(tu as |vous avez |j ai |on a |)oublié X",
        "il manque X",
        "X était là aussi",
    ),
    when=("(c'etait|cetait|cest) ~",),
    take_back=(
        (
            "(supprimer|supprime|supprimez|efface|effacer|annule|annuler|"
            "enlève)( ça| le| la| s il te plait| stp)*"
        ),
    ),
    reasons=("faux|fausse|erreur|doublon|double|trompé|trompée|test|déjà|par erreur"),
    never=("ne|pas|pourquoi|qui|si"),
    openings=("ah|oh|non|pardon|désolé|désolée|attends|euh|en fait|mais|stp|oups"),
    closings=("stp|svp|désolé|désolée|mdr|merci|en fait|finalement|pardon|je crois"),
    of_changes=(
        "supprimer|supprime|efface|effacer|annule|annuler|faux|fausse|erreur|trompé|trompée|"
        "corriger|corrige|changer|change|modifier|payé|paye|paie|paies|payer|partager|"
        "partage|partagé|diviser|part|moitié|doit|dois|doivent|montant|prix|total|pourboire|"
        "oublié|oublie|manque|sans|tous|tout le monde|devise|date|ajoute|ajouter|enlève|"
        "retire|double|doublon"
    ),
    chatting=(
        "merci|haha|mdr|lol|super|génial|cool|top|délicieux|parfait|bravo|santé|sympa|miam|"
        "félicitations"
    ),
)

TURNS = TurnWords(
    using="avec|avec la|avec le|sur|sur la|sur le|via|via le|par la|av la|ac la|avc la",
    card=(
        "carte|carte bleue|carte bancaire|carte de crédit|cb|visa|mastercard|amex|paypal|carte visa"
    ),
    card_of="de|du|à|a",
)
