"""Spanish: the words that mean something in a line."""

from __future__ import annotations

from handlers.grammar.vocabulary.debt_words import DebtWords
from handlers.grammar.vocabulary.number_words import NumberWords
from handlers.grammar.vocabulary.reply_words import ReplyWords
from handlers.grammar.vocabulary.rule_words import RuleWords
from handlers.grammar.vocabulary.sense_words import SenseWords
from handlers.grammar.vocabulary.turn_words import TurnWords
from handlers.grammar.vocabulary.words import Words

WORDS = Words(
    with_="con|junto con|c/|con el|con la|cn|kn|ccon",
    for_=(
        "para|dividido por|dividir por|dividido en|dividir en|a dividir entre|pa|pal|pa la|"
        "pa el|pa los|dividido entre|dividimos entre|a repartir entre|partido entre|"
        "partir entre|repartido entre"
    ),
    between="entre",
    and_="y|e|ni",
    by="pagado por|pagada por|pagó|por|compró|lo compró|pagaron",
    paid=(
        "pagó|pago|ha pagado|paga|puso|pagamos|lo pagó|la pagó|los pagó|lo pago|la pago|"
        "las pagó|quien pagó|quien ha pagado|el que pagó|la que pagó|ha puesto|pagaron|"
        "pusieron|pone|ponemos|hemos pagado|hemos puesto|lo puso|la puso|los puso|adelantó|"
        "adelanto|ha adelantado|lo adelantó|"
        "pagados|pagadas|la ha pagado|lo ha pagado|las ha pagado|los ha pagado|"
        "ha puesto el dinero|puso el dinero|adelantó el dinero|"
        "pagado|pagada"
    ),
    i_paid=(
        "pagué yo|yo pagué|pagué|he pagado|pagado por mí|puse yo|pago yo|le pagué|le di|"
        "le he pagado|gasté|he gastado|compré|he comprado|lo pagué yo|lo pagué|yo puse|puse|"
        "lo puse yo|he puesto|la pagué yo|la pagué|los pagué|fui yo quien pagó|pongo|"
        "pongo yo|yo pongo|adelanté|yo adelanté|he adelantado"
    ),
    owes=(
        "debe|deben|tuvo|comió|me tiene que dar|me tiene que pagar|me tiene que devolver|"
        "tiene que darme|tiene que pagarme"
    ),
    without="sin|excepto|menos|salvo|no|sin contar|sin contar a|sin incluir a|sin a",
    everyone="todos|todas|todo el mundo|todos nosotros",
    us="nosotros|nosotras",
    me="yo|mí|mi|conmigo",
    only="solo|sólo|solamente|únicamente",
    each="cada uno|cada una|c/u|por persona|por cabeza|por barba",
    half="mitad|la mitad|mitad y mitad|a medias",
    equally="a partes iguales|por igual|igual",
    rest="resto|el resto|lo demás",
    more="más",
    today="hoy|esta noche|esta mañana|esta tarde",
    yesterday="ayer|anoche",
    before_yesterday="anteayer|antes de ayer|antier",
    plus="más",
    units=(
        "noche|noches|día|días|semana|semanas|personas|persona|niños|adultos|"
        "partes|parte|veces|tazas|horas"
    ),
    extras="propina|impuesto|impuestos|iva|servicio|envío|tasa|descuento",
    less="menos|de menos",
    double="doble|el doble",
    before_days="hace",
    day_words="día|días",
    refund=(
        "reembolso|devolución|devuelto|me devolvieron|nos devolvieron|me han devuelto|"
        "nos han devuelto"
    ),
    to="a|al",
    from_="de|recibido de|del",
    things=(
        "queso|leche|azúcar|hielo|arroz|patatas|tarjeta|efectivo|amigos|"
        "familia|café|pan|salsa|propina|envío|limón|carne|pollo"
    ),
    thousands="mil",
    i_owe=(
        "debo|le debo|yo debo|yo le debo|tengo que darle|tengo que dar|tengo que pagar|"
        "tengo que pagarle|tengo que devolver|tengo que devolverle"
    ),
    gave=(
        "dio|ha dado|le dio|le pagó|le ha pagado|envió|mandó|transfirió|devolvió|le devolvió|"
        "prestó|le prestó|hizo un bizum de|hizo un bizum"
    ),
    gave_me=(
        "me pagó|me ha pagado|me dio|me ha dado|me envió|me mandó|me transfirió|me devolvió|"
        "me pasó|me prestó|me hizo un bizum de|me hizo un bizum|me ha pasado|me ha enviado|"
        "me ha mandado|me ha devuelto|me ha transferido|me hizo bizum de|me bizumeó|"
        "me bizumeo|me regresó|me transfirio|"
        "me dejó|me ha dejado"
    ),
    got="recibí|he recibido",
    on_day="el",
    last_day="pasado|este|último|el pasado|el último|del pasado",
    part_of_day="por la noche|por la mañana|por la tarde|en la noche|a la noche|noche|tarde",
    article="la|los|un|una|en|de|del",
    minus="menos",
    people="personas|gente",
    counts=(
        "para dos,entre dos|para tres,entre tres|para cuatro,entre cuatro|"
        "para cinco,entre cinco|para seis,entre seis|para siete,entre siete|"
        "para ocho,entre ocho|para nueve,entre nueve|"
        "para diez,entre diez"
    ),
    i_gave=(
        "di|le di|envié|le envié|mandé|le mandé|transferí|le transferí|devolví|le devolví|"
        "he dado|le he dado|pasé|le pasé|le pagué|le he pagado|presté|le presté|"
        "hice un bizum de|hice un bizum|le hice un bizum de|le hice un bizum|bizum de|"
        "le dejé|dejé"
    ),
    back="de vuelta",
    add="añade|agrega|suma|incluye|añadir|agregar|incluir|también",
    behind_add="también",
    remove="quita|saca|elimina|borra|quitar|sacar|eliminar",
    before_name="el|la",
    gets="recibe|cobra",
    behind_by="compró|ha comprado",
    next_day="próximo|próxima|que viene|el próximo",
    behind_without=(
        "no paga|no come|no estaba|no viene|no va|no fue|no bebe|no bebió|no comió|no cenó|"
        "no toma|no tomó|no bebía|no quiso|no quería|que no bebe|que no toma|no ha venido|"
        "no vino|no pudo venir|no pudo|no anda|no estuvo|no come nada"
    ),
    fractions=(
        "1/3:un tercio|2/3:dos tercios|1/4:una cuarta parte,la cuarta parte|3/4:tres cuartos,"
        "tres cuartas partes"
    ),
    included="incluido|incluida|incluyendo|incl",
    week_ago="la semana pasada|semana pasada|hace una semana",
    week_words="semana|semanas",
    means="efectivo|en efectivo|transferencia|por transferencia|con tarjeta",
    treat="invita|invitó|nos invita|nos invitó|ha invitado",
    treated_by="invita|invitó|invitado por|invitados por|fue",
    it_was=(
        "eran|era|fueron|son|es|en realidad|en realidad eran|importe|el importe|monto|"
        "cambia a|perdón"
    ),
    before_payer="fue|ha sido",
    came_back=(
        "era un reembolso|fue un reembolso|es un reembolso|nos lo devolvieron|me lo devolvieron|"
        "dinero devuelto|lo devolvieron"
    ),
    was_spent=(
        "no era un reembolso|no fue un reembolso|no es un reembolso|era un gasto|fue un gasto"
    ),
    take_back=(
        "borra esto|bórralo|borralo|borrar|anula esto|anúlalo|anulalo|anular|cancela esto|"
        "cancélalo|cancelalo|elimina esto|elimínalo|eliminalo|deshacer"
    ),
    correcting="no|ups|perdón|perdon|quise decir|quería decir|corrección",
    not_behind="no",
    called="descripción|llámalo|renombra a",
    noted="nota|añade nota",
    swap="cambia|reemplaza|sustituye",
    swapped_for="por|con",
    instead="en vez de|en lugar de",
    please="por favor|porfa|que pague",
    pronouns="él|ella|ellos|ellas",
    polite="por favor|porfa|porfi|xfa|gracias|muchas gracias|gracias a todos",
    greeting="hola|oye|oigan|chicos|chicas|vale|bueno|holi|buenas",
    record="apunta|anota|añade|agrega|pon|divide|reparte|mete",
    did_not="no|tampoco|ni",
    i_am_out="no voy|no fui|no bebo|no como|no participo|no estuve",
    undescribed=(
        "mitad|yo|me devuelven|me devuelve|cada quien|lo suyo|lo mío|es mío|son míos|es mía|"
        "de los que|de los cuales|ella|ellos|ellas|nosotros|nosotras|vosotros|cada uno|"
        "cada una|nadie|ninguno|debo|debe|deben|debemos|debes|debía|excepto|salvo|menos|"
        "la mitad|mitades|pago yo|me toca|le toca|me debe|me deben|se apuntó|se apuntaron|"
        "se unió|vino también|también vino|ayer|anteayer|ups|uy|cada mes|cada semana|"
        "cada día|cada año|a medias|a pachas|saldado|en paz|la próxima|próxima vez|propio|"
        "propia|propios|propias|sus|desigual|desiguales|sino|pero|mi cuenta|invito yo|"
        "yo invito|devolvió|devolvieron|nos devolvió|nos devolvieron|ha devuelto|"
        "han devuelto|devuelve|reembolsó|reembolsaron|me devolvió|me regresó|me regresaron"
    ),
    done=(
        "dio|da|come|comen|comió|bebió|bebe|tomó|compró|comprado|tarjeta|parte|ronda|gratis|"
        "en vez|vuelta|doble|sin|paga|pagan|pago|pone|puso|lleva|más|fuera|extra|toma|tomaba|"
        "cenó|pidió|bebía|tomaron|pidieron|ha tomado|ha bebido|ha comido|ha pedido"
    ),
    dangling="con|por|para|pero|sin|ni|no",
    story="porque|pues|cuando|donde|mientras|desde|si|ya que|para que",
    harmless="a mitad de precio|a mitad de camino|me|he|has|i|mine|none|minus|but|or",
)

RULES = RuleWords(
    every="cada|todos los|todas las|los|las",
    a_day="día|días|diario|diariamente|a diario",
    a_week="semana|semanas|semanal|semanalmente",
    a_month="mes|meses|mensual|mensualmente",
    a_year="año|años|anual|anualmente",
    by_itself="diariamente|semanalmente|mensualmente|anualmente",
    on_date="el|el día|día|los días",
    first_of_month="el primero|el primer día|el día primero|a primeros",
    last_of_month="el último día|el último|último día|a fin de mes",
    workdays="entre semana|día laborable|días laborables",
    from_day="desde|desde el|a partir de|a partir del",
    until="hasta|hasta el",
    at_time="a las|a la",
    behind_time="h|horas",
    switched_on="sí|activar|encender",
    switched_off="no|desactivar|apagar|nunca|parar|ninguno",
    two="dos",
    past="pasado|anterior|último",
    present="este|actual",
    ever="todo|total|siempre|todo el tiempo",
)

DEBTS = DebtWords(
    owes_me=(
        "X me debe/debía/adeuda|me debe/adeuda X|a mí me debe X|"
        "X me está/quedó/queda debiendo|X me tiene que dar/pagar/devolver|"
        "me tiene que dar/pagar/devolver X|X tiene que darme/pagarme/devolverme|"
        "X debe darme/pagarme/devolverme|X me debe dar/pagar/devolver|"
        "X me ha de dar/pagar/devolver|me debes X|X me debes|X me debés|"
        "falta/faltan/queda/quedan ~X|cóbrale/cobrale/cobra/cobrar/cobrarle X|X me deben|"
        "me deben X|X no me devolvió/pagó/devolvio|X no me ha devuelto/pagado|"
        "X me pidió prestado/prestados|X me ha pedido prestado/prestados|"
        "me pidió prestado/prestados X|pagué/puse/adelanté/pago/pongo por X|"
        "he pagado/puesto/adelantado por X|le adelanté X|X me pidió"
    ),
    i_owe=(
        "debo X|yo debo X|le debo X|yo le debo X|>X le debo|>X debo|>X yo le debo|"
        "tengo que dar/pagar/devolver/darle/pagarle/devolverle X|"
        "le tengo que dar/pagar/devolver X|>X le tengo que dar/pagar/devolver|"
        "yo le tengo que dar/pagar/devolver X|"
        "yo tengo que dar/pagar/devolver/darle/pagarle/devolverle X|"
        ">X tengo que darle/pagarle/devolverle|estoy debiendo X|le estoy debiendo X|"
        "le quedé/quedo debiendo X|hay que darle/pagarle/devolverle X|debo darle/pagarle X|"
        "le adeudo X|te debo X|X te debo|te estoy debiendo X|te tengo que dar X|"
        "X pagó por mí|X pagó lo mío|X pagó mi parte|X puso mi parte|"
        "le devolveré/devolvere/daré/dare X|"
        "le pedí prestado/prestados X|pedí prestado/prestados X|"
        "le he pedido prestado/prestados X|X puso/adelantó por mí|"
        "X ha puesto/adelantado/pagado por mí|X me adelantó"
    ),
    owes_another=(
        "<X debe >Y|<X le debe >Y|>Y le debe <X|<X le debe Y|"
        "<X tiene que dar/pagar/devolver/darle/pagarle/devolverle >Y|"
        "<X le tiene que dar/pagar/devolver >Y|<X le está/quedó debiendo >Y|<X le deben >Y|"
        "<X deben >Y|<X le deben Y"
    ),
    unclear="deuda X|deuda con X|deuda de X|deuda ~X|deudas X",
    still="todavía|aún|ya|pues|aun|ahora|también|total|en|y",
    already="ya",
    paid_mine="X me pagó/puso",
    paid_theirs="le pagué/puse >X|pagué/puse >X",
    we_owe="debemos X|le debemos X|>X le debemos",
)

NUMBERS = NumberWords(
    numbers=(
        "2:dos|3:tres|4:cuatro|5:cinco|6:seis|7:siete|8:ocho|9:nueve|10:diez|12:doce|"
        "15:quince|20:veinte|30:treinta|40:cuarenta|50:cincuenta|100:cien,ciento|"
        "200:doscientos,doscientas|300:trescientos,trescientas|400:cuatrocientos|"
        "500:quinientos,quinientas|600:seiscientos|700:setecientos|800:ochocientos|"
        "900:novecientos"
    ),
    half="y medio|y media",
    cents="céntimos|centavos|centimos|cts|cent",
    point="con",
)

SENSES = SenseWords(
    comparing="como|que",
    due="hasta|vence",
    totals="total",
    per="por",
    of="de",
    reductions="descuento",
    or_="o",
    by_means="por|en",
    own_things=(
        "entrada|billete|boleto|pasaje|parte|comida|cena|café|cerveza|taxi|vuelo|multa|"
        "suscripción|medicinas|consumición"
    ),
    returnable="fianza|depósito|anticipo|seña|señal|adelanto",
    gifts="regalo|regalito",
    presents="regalo|regalito|flores|tarta",
    returned="devuelta|devuelto|reembolsada|reembolsado",
)

REPLIES = ReplyWords(
    instead=(
        "no X , (sino |)Y",
        "no (fue |era |)X sino Y",
        "no (fue|era) X (fue |era |)Y",
    ),
    each_part=(
        "X N cada uno",
        "N cada uno X",
        "N cada uno para X",
    ),
    joins=(
        "(te |nos |me |se |)(olvidaste|olvido|olvide|olvidamos) (de |a |)X",
        "falta X",
        "X falta",
        "X también (estaba|estuvo|vino|fue)",
    ),
    when=("(esto |eso |)(fue|era) (el |)~",),
    take_back=(
        (
            "(por favor |)(borrar|borra|borralo|bórralo|elimina|eliminalo|"
            "elimínalo|quita|quitalo|anula|anulalo)( esto| eso| por favor)*"
        ),
    ),
    reasons=(
        "mal|error|equivocado|equivocada|duplicado|repetido|ya estaba|prueba|sin querer|"
        "me equivoqué"
    ),
    never=("no lo borres|por qué|quién|si|no borres|no"),
    openings=("ah|oh|ay|uy|perdón|perdona|no|espera|bueno|pero|en realidad|por favor|oye"),
    closings=("por favor|perdón|jaja|gracias|al final|en realidad|creo|lol"),
    of_changes=(
        "borrar|borra|bórralo|eliminar|elimina|quitar|quita|anular|mal|error|equivocado|"
        "equivocada|incorrecto|corregir|corrige|cambiar|cambia|pagó|pago|pagué|pagaron|paga|"
        "pagar|dividir|divide|dividido|repartir|parte|mitad|debe|debo|deben|importe|monto|"
        "precio|total|propina|olvidé|olvidaste|falta|faltó|sin|todos|moneda|fecha|añade|"
        "agrega|doble|duplicado"
    ),
    chatting=(
        "gracias|jaja|jajaja|lol|genial|rico|buenísimo|perfecto|guay|qué bueno|saludos|"
        "felicidades|crack|mola"
    ),
)

TURNS = TurnWords(
    using=(
        "con|con la|con el|usando|usando la|en|en la|por|por el|cargado a|cargado a la|cargada a la"
    ),
    card=(
        "tarjeta|tarjeta de crédito|tarjeta de débito|visa|mastercard|amex|paypal|"
        "tarje|tarjeta visa"
    ),
    card_of="de|del|de la",
)
