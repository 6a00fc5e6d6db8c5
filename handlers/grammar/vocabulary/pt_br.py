"""Portuguese (Brazil): the words that mean something in a line."""

from __future__ import annotations

from handlers.grammar.vocabulary.debt_words import DebtWords
from handlers.grammar.vocabulary.number_words import NumberWords
from handlers.grammar.vocabulary.reply_words import ReplyWords
from handlers.grammar.vocabulary.rule_words import RuleWords
from handlers.grammar.vocabulary.sense_words import SenseWords
from handlers.grammar.vocabulary.words import Words

WORDS = Words(
    with_="com|junto com|c/|cm|c",
    for_=(
        "para|pra|pro|dividir por|dividido por|dividir em|dividido em|rachar em|rachado em|"
        "divide por"
    ),
    between="entre",
    and_="e|nem",
    by=(
        "pago por|paga por|por|pago pelo|pago pela|comprado por|comprou|quem pagou foi|"
        "pagou foi|pago pelos|pagaram"
    ),
    paid=(
        "pagou|paga|pago|bancou|quem pagou|que pagou|pagaram|pagamos|botou|colocou|pôs|bota|"
        "coloca|adiantou"
    ),
    i_paid=(
        "eu paguei|paguei|paguei eu|pago por mim|eu pago|gastei|comprei|botei|eu botei|"
        "coloquei|eu coloquei|fui eu que paguei|quem pagou fui eu|eu que paguei|adiantei|"
        "eu adiantei"
    ),
    owes="deve|devem|comeu|teve|tem que me dar|tem que me pagar|tem que me devolver",
    without="sem|exceto|menos|fora|tirando|não|sem contar|excluindo|sem incluir",
    everyone="todos|todas|todo mundo|todos nós|a galera|geral",
    us="nós|gente|a gente",
    me="eu|mim|comigo",
    only="só|somente|apenas",
    each="cada um|cada uma|cada|por pessoa|por cabeça",
    half="metade|a metade|meio a meio|meio-a-meio",
    equally="igualmente|por igual|em partes iguais",
    rest="resto|o resto|o restante",
    more="a mais",
    today="hoje|esta noite|esta manhã",
    yesterday="ontem|ontem à noite",
    before_yesterday="anteontem",
    plus="mais",
    units=(
        "noite|noites|dia|dias|semana|semanas|pessoas|pessoa|crianças|adultos|"
        "partes|parte|cotas|vezes|xícaras|horas"
    ),
    extras="gorjeta|imposto|impostos|serviço|entrega|taxa|desconto|frete",
    less="a menos",
    double="dobro|o dobro|em dobro",
    days_ago="dias atrás|dia atrás",
    before_days="há",
    day_words="dia|dias",
    refund="reembolso|estorno|devolução|me devolveram|nos devolveram|devolveram",
    to="a|à|ao|para|pra|pro",
    from_="de|do|da|recebi de",
    things=(
        "queijo|leite|açúcar|gelo|arroz|batata|cartão|pix|dinheiro|amigos|família|café|pão|"
        "molho|gorjeta|entrega|limão|carne|frango|churras|churrasco|rolê|cerveja|breja|uber|"
        "mercado|pizza"
    ),
    thousands="mil",
    i_owe="devo|eu devo|tenho que dar|tenho que pagar|tenho que devolver|preciso pagar",
    gave=(
        "deu|enviou|mandou|transferiu|devolveu|passou|emprestou|fez um pix de|fez um pix|"
        "fez pix de|fez pix|mandou um pix de|mandou pix de"
    ),
    gave_me=(
        "me pagou|me deu|me enviou|me mandou|me transferiu|me devolveu|me passou|"
        "me emprestou|me fez um pix de|me fez um pix|me mandou um pix de|me mandou pix de|"
        "me pixou|me fez pix de|me fez pix|me passou um pix de|me passou um pix|me reembolsou"
    ),
    got="recebi|eu recebi",
    on_day="no|na",
    last_day="passado|passada|última|último|na última|no último",
    behind_day="feira",
    part_of_day="à noite|de noite|à tarde|de tarde|de manhã|pela manhã|noite",
    article="o|a|os|as|um|uma|em|de|do|da",
    minus="menos",
    people="pessoas|gente",
    counts=(
        "para dois,pra dois,a dois|para três,pra três|para quatro,pra quatro|"
        "para cinco,pra cinco|para seis,pra seis|para sete|para oito|para nove|para dez"
    ),
    i_gave=(
        "dei|enviei|mandei|transferi|devolvi|passei|eu dei|eu enviei|eu mandei|eu transferi|"
        "eu devolvi|eu passei|emprestei|fiz um pix de|fiz um pix|fiz pix de|fiz pix|"
        "fiz o pix de|mandei um pix de|mandei um pix|mandei pix de|mandei pix|pix de"
    ),
    back="de volta",
    add="adiciona|adicione|inclui|inclua|coloca|bota|também",
    behind_add="também|junto",
    remove="tira|remove|remova|exclui|exclua|retira|tirar",
    before_name="o|a|os|as",
    gets="recebe|ganha",
    behind_by="comprou",
    next_day="próximo|próxima|que vem|na próxima",
    behind_without=(
        "não paga|não comeu|não estava|não foi|não bebe|não bebeu|não vai|não come|n tava|"
        "não tava|n bebe|n come|n foi|n veio|não veio|n vai|n bebeu|n comeu|q n bebe|"
        "que não bebe|q não bebe|n paga|não quis|n quis|nao bebe|nao foi|nao tava|tava fora|"
        "não toma|n toma|nao toma|num bebe|num foi|num tava"
    ),
    fractions="1/3:um terço|2/3:dois terços|1/4:uma quarta parte,a quarta parte|3/4:três quartos",
    included="incluso|inclusa|incluindo|incluído",
    week_ago="semana passada|na semana passada|há uma semana",
    week_words="semana|semanas",
    means="dinheiro|em dinheiro|transferência|por transferência|no cartão",
    treat="convida|convidou|bancou",
    treated_by=(
        "convidou|convida|por conta do|por conta da|por conta de|na conta do|na conta da|foi|"
        "foi o|foi a"
    ),
    it_was="era|eram|foi|foram|são|na verdade|na verdade foi|valor|o valor|muda para|desculpa",
    before_payer="foi",
    came_back=(
        "era um reembolso|foi um reembolso|é um reembolso|era um estorno|foi um estorno|"
        "o dinheiro voltou|dinheiro de volta"
    ),
    was_spent=(
        "não era um reembolso|não foi um reembolso|não é um reembolso|era um gasto|foi um gasto"
    ),
    take_back=(
        "apaga isso|apaga|apagar|cancela isso|cancela|cancelar|exclui isso|excluir|desfaz|"
        "desfazer|anula isso"
    ),
    correcting="não|ops|perdão|desculpem|quis dizer|queria dizer|correção",
    not_behind="não|n",
    called="descrição|chama de",
    noted="nota|observação|obs",
    swap="troca|troque|substitui",
    swapped_for="por|pelo|pela",
    instead="em vez de|no lugar de|no lugar do|no lugar da",
    please="por favor|pfv|pf|de pagar",
    pronouns="ele|ela|eles|elas|dele|dela",
    polite="por favor|pfv|valeu|vlw|obrigado|obrigada|brigado|brigada",
    greeting="oi|olá|galera|gente|pessoal|e aí",
    record="anota|coloca|lança|divide|bota|adiciona|põe",
    did_not="não|nem|tampouco|n|num",
    i_am_out="não vou|não fui|não bebo|não como|tô fora|to fora|não participo",
    undescribed=(
        "metade|eu|devolvem|o seu|só meu|é meu|é minha|são meus|dos quais|ele|ela|eles|elas|"
        "cada um|cada uma|ninguém|devo|deve|devem|devendo|devia|devemos|exceto|menos|tirando|"
        "a metade|metades|meio a meio|ontem|anteontem|ops|foi junto|foram juntos|veio também|"
        "veio junto|vieram também|também foi|também veio|todo mês|toda semana|todo dia|"
        "todo ano|quitado|quites|na próxima|próxima vez|próprio|própria|próprios|próprias|"
        "dele|dela|desigual|desiguais|mas|minha conta|devolveu|reembolsou|me devolveu|"
        "nos devolveu|estornou|por minha conta|por conta minha|eu banco|é por minha conta"
    ),
    done=(
        "come|comem|comeu|bebeu|bebe|pegou|comprou|comprado|cartão|parte|rodada|grátis|"
        "no lugar|em vez|volta|dobro|sem|paga|pagam|botou|colocou|deu|mais|fora|extra|tomou|"
        "toma|pediu|jantou|pegaram|tomaram"
    ),
    dangling="com|por|para|pra|mas|sem|nem|ou|não",
    story="porque|pois|quando|onde|enquanto|desde|se|já que",
    harmless="metade do preço|metade do caminho|me|he|ate|has|i|none|minus|or",
)

RULES = RuleWords(
    every="cada|todo|toda|todos os|todas as|a cada",
    a_day="dia|dias|diário|diariamente",
    a_week="semana|semanas|semanal|semanalmente",
    a_month="mês|meses|mensal|mensalmente",
    a_year="ano|anos|anual|anualmente",
    by_itself="diariamente|semanalmente|mensalmente|anualmente",
    on_date="no dia|dia|todo dia",
    first_of_month="no primeiro dia|no primeiro|dia primeiro|no dia primeiro",
    last_of_month="no último dia|no último|no fim do mês",
    workdays="dia útil|dias úteis",
    from_day="desde|a partir de|a partir do",
    until="até|até o|até dia",
    at_time="às|as|à",
    behind_time="h|horas",
    switched_on="sim|ligar|ativar",
    switched_off="não|desligar|desativar|parar|nunca",
    two="dois|duas",
    past="passado|anterior|último",
    present="este|esse|neste|nesse|deste|atual",
    ever="tudo|total|sempre",
)

DEBTS = DebtWords(
    owes_me=(
        "X me deve/devia|me deve X|X tá/está/ficou/ta me devendo|X me tá/ta devendo|"
        "X deve para/pra mim|X tá/ta/está/ficou devendo para/pra mim|X deve a mim|"
        "X tem que/de me dar/pagar/devolver|X precisa me dar/pagar/devolver|"
        "X tem que/de pagar/dar/devolver para/pra mim|X tá/ta/está me devendo|"
        "X tá/ta/está/ficou devendo|você/vc/voce me deve X|X você/vc/voce me deve|"
        "tu me deve/deves X|falta/faltam ~X|cobra/cobrar ~X|cobra/cobrar X|"
        "X ficou de me pagar/dar/devolver|X vai me pagar/dar/devolver|X me devem|me devem X|"
        "X não me devolveu/pagou"
    ),
    i_owe=(
        "devo X|eu devo X|>X devo|>X eu devo|tô/to/estou/tou/fiquei devendo X|"
        "eu tô/to/estou/tou/fiquei devendo X|tenho que/de dar/pagar/devolver X|"
        "preciso dar/pagar/devolver X|eu tenho que/de dar/pagar/devolver X|"
        "eu preciso dar/pagar/devolver X|tenho uma dívida com X|tô/to devendo com X|"
        "te devo X|X te devo|tô/to/estou te devendo X|X tô/to te devendo|X pagou por mim|"
        "X pagou minha parte|X pagou a minha parte"
    ),
    owes_another=(
        "X deve Y|X tá/ta/está/ficou devendo Y|X tem que/de dar/pagar/devolver Y|"
        "X precisa dar/pagar/devolver Y|<X devem >Y"
    ),
    unclear="dívida X|dívida com X|dívida ~X",
    still="ainda|já|tbm|também|total",
    already="já",
    paid_mine="X me pagou",
    paid_theirs="paguei >X",
    we_owe="devemos X|a gente deve X|nós devemos X",
)

NUMBERS = NumberWords(
    numbers=(
        "2:dois,duas|3:três|4:quatro|5:cinco|6:seis|7:sete|8:oito|9:nove|10:dez|12:doze|"
        "15:quinze|20:vinte|30:trinta|40:quarenta|50:cinquenta|100:cem,cento|200:duzentos|"
        "300:trezentos|400:quatrocentos|500:quinhentos|600:seiscentos|700:setecentos|"
        "800:oitocentos|900:novecentos"
    ),
    half="e meio|e meia",
    cents="centavos|centavo|cents",
    point="e|com",
)

SENSES = SenseWords(
    comparing="como|que",
    due="até|vence",
    totals="total",
    per="por",
    of="de",
    reductions="desconto",
    or_="ou",
    by_means="por|em",
    own_things=(
        "entrada|ingresso|passagem|parte|almoço|janta|café|cerveja|breja|uber|voo|multa|"
        "remédio|lanche|cota"
    ),
    returnable="caução|calção|depósito|sinal|adiantamento|entrada",
    gifts="presente|presentinho",
    presents="presente|presentinho|flores|bolo",
    returned="devolvida|devolvido|reembolsada|reembolsado|estornado",
)

REPLIES = ReplyWords(
    instead=(
        "não X , (mas |)Y",
        "não X mas Y",
        "não (foi|era) X (foi |era |)Y",
    ),
    each_part=(
        "X N cada( um|)",
        "N cada( um|) (para |)X",
    ),
    joins=(
        "(você |voce |vc |)(esqueceu|esqueci) (de |do |da |o |a |)X",
        "falta (o |a |)X",
        "faltou (o |a |)X",
    ),
    when=("(isso |)(foi|era) ~",),
    take_back=(
        "(apaga|apagar|exclui|excluir|deleta|deletar|remove|cancela)( isso| esse| por favor| pfv)*",
    ),
    reasons=("errado|errada|erro|duplicado|repetido|já|teste|sem querer|me enganei"),
    never=("não|por que|quem|se"),
    openings=("ah|oh|não|nao|desculpa|espera|na verdade|mas|ops|opa|por favor"),
    closings=("por favor|desculpa|kkk|obrigado|obrigada|na verdade|no fim|acho"),
    of_changes=(
        "apaga|apagar|exclui|excluir|deleta|deletar|remove|tira|tirar|errado|errada|erro|"
        "corrige|corrigir|muda|mudar|troca|pagou|paguei|pagaram|paga|pagar|dividir|divide|"
        "dividido|rachar|racha|parte|metade|deve|devo|devem|valor|preço|total|gorjeta|"
        "esqueci|esqueceu|falta|faltou|sem|todos|todo mundo|moeda|data|adiciona|coloca|dobro|"
        "duplicado"
    ),
    chatting=(
        "obrigado|obrigada|valeu|haha|kkk|kkkk|rs|rsrs|legal|massa|top|delícia|show|perfeito|"
        "parabéns|amei"
    ),
)
