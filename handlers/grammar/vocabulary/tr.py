"""Turkish: the words that mean something in a line."""

from __future__ import annotations

from handlers.grammar.vocabulary.debt_words import DebtWords
from handlers.grammar.vocabulary.number_words import NumberWords
from handlers.grammar.vocabulary.reply_words import ReplyWords
from handlers.grammar.vocabulary.rule_words import RuleWords
from handlers.grammar.vocabulary.sense_words import SenseWords
from handlers.grammar.vocabulary.words import Words

WORDS = Words(
    and_="ve|ile",
    paid="ödedi|verdi|ödediler|ödedik|verdik|aldık|ısmarladık",
    i_paid=("ben ödedim|ödedim|ben verdim|verdim|gönderdim|yolladım|harcadım|aldım ben|ben aldım"),
    owes="borçlu|borcu var",
    everyone="herkes|hepimiz|herkese|hepimize|herkesin",
    us="biz|bize",
    me="ben|bana|beni|benim|benimle|benden",
    only="sadece|yalnızca|yalnız",
    each="kişi başı|kişi başına|adam başı|her biri|herkesten",
    half="yarısı|yarısını|yarım",
    equally="eşit|eşit olarak|yarı yarıya|ortak|yarı yarı|yarı-yarıya|bölüşelim",
    rest="kalan|kalanı|gerisi",
    more="fazla",
    today="bugün|bu akşam|bu sabah|bu gece",
    yesterday="dün|dün akşam|dün gece",
    before_yesterday="önceki gün|evvelsi gün",
    plus="artı",
    units="gece|gün|hafta|kişi|çocuk|yetişkin|pay|hisse|kez|kere|kat|fincan|saat",
    extras="bahşiş|vergi|kdv|servis|teslimat|ücret|indirim|kuver",
    less="eksik|daha az",
    double="iki katı|çift",
    days_ago="gün önce",
    refund="iade|geri ödeme|geri geldi|geri aldık|geri ödendi",
    behind_with="ile|ile birlikte|ile beraber|birlikte",
    behind_for="için",
    behind_between="arasında",
    behind_without=(
        "hariç|dışında|olmadan|olmasın|ödemiyor|yemedi|gelmedi|yoktu|yokum|katılmıyorum|"
        "katılmıyor|yemedim|içmedim|içmedi|gelmedim|içmiyor|yemiyor|ödemedi|ödemem|başka"
    ),
    behind_by="tarafından|ödedi|aldı|satın aldı|koydu|doldurdu|harcadı|yaptırdı",
    things="peynir|süt|şeker|kart|nakit|arkadaşlar|aile|kahve|ekmek|limon|et|tavuk",
    i_owe="borcum var|borçluyum",
    thousands="bin",
    millions="milyon",
    gave=(
        "verdi|gönderdi|yolladı|attı|borç verdi|havale yaptı|havale etti|eft yaptı|"
        "geri verdi|geri ödedi|papara attı|iban'a attı"
    ),
    got="aldım",
    last_day="geçen|geçtiğimiz|bu",
    behind_day="günü",
    part_of_day="akşamı|gecesi|sabahı|akşam|gece|sabah|öğlen",
    minus="eksi",
    people="kişilik|kişi",
    counts=(
        "iki kişilik,ikimiz,ikimize|üç kişilik,üçümüz,üçümüze,üç kişi|"
        "dört kişilik,dördümüz,dördümüze,dört kişi|beş kişilik,beşimiz,beş kişi|altı kişilik|"
        "yedi kişilik|sekiz kişilik|dokuz kişilik|on kişilik"
    ),
    i_gave=(
        "gönderdim|yolladım|attım|verdim|ben verdim|iade ettim|borç verdim|havale yaptım|"
        "havale ettim|eft yaptım|geri verdim|geri ödedim"
    ),
    back="geri",
    add="ekle|artı",
    behind_add="ekle|ekleyin|de ekle|da ekle|de|da|dahil",
    remove="çıkar",
    behind_remove="çıkar|çıkart|çıkarın|sil",
    gets="alır|alacak",
    next_day="gelecek|önümüzdeki|haftaya",
    fractions=(
        "1/3:üçte biri,üçte bir|2/3:üçte ikisi,üçte iki|1/4:dörtte biri,dörtte bir,çeyreği|"
        "3/4:dörtte üçü,dörtte üç"
    ),
    included="dahil",
    week_ago="geçen hafta|bir hafta önce",
    weeks_ago="hafta önce",
    means="nakit|elden|havale|havaleyle|eft|kartla",
    treat="ısmarladı|ısmarlıyor|ısmarlar",
    it_was="aslında|toplamı|idi|tuttu|tutar|miktar",
    came_back="bu bir iadeydi|iadeydi|bu iade|bu bir iade|para geri geldi|para iade edildi",
    was_spent="iade değil|bu iade değil|iade değildi|bu bir harcamaydı|harcamaydı",
    take_back=("bunu sil|sil|sil bunu|iptal|iptal et|bunu iptal et|geri al|bunu geri al"),
    correcting="hayır|pardon|özür dilerim|demek istedim|düzeltme",
    not_behind="yok",
    called="açıklama",
    noted="not ekle",
    in_place="yerine",
    please="lütfen|ödesin",
    pronouns="onu|ona|onunla|onsuz",
    polite="lütfen|teşekkürler|teşekkür ederim|sağol|sağolun|tşk|saol|plz",
    greeting="selam|merhaba|arkadaşlar|beyler|hey|gençler",
    record="yaz|ekle|not et|böl|gir",
    i_am_out="ben yokum|yokum",
    undescribed=(
        "ben|kendi ödedi|kendi payı|bunun|kimsenin|benim için|bana|beni|onlar|onlara|ona|onu|"
        "herkes|herkese|her biri|kişi başı|adam başı|hiç kimse|borçlu|borçluyum|borcu|borcum|"
        "borcun|borçlar|hariç|haricinde|dışında|yarı yarıya|dün|evvelsi gün|önceki gün|"
        "kendisi|kendim|kendin|gelmedi|gelmediler|yemedi|yemediler|içmedi|içmediler|ödedi|"
        "ödediler|ödüyor|ödeyecek|ödemedi|ödedim|ödendi sanırım|her ay|her hafta|her gün|"
        "her yıl|eksi|katılmadı|ödeştik|de geldi|da geldi|hesaplaştık|bir dahaki sefere|"
        "bir dahakine|gelecek sefer|eşit değil|ödemez|ödemeyecek|ödemesin|ama|fakat|"
        "kendi içkisini|kendi payını|iade etti|iade ettiler|geri verdi|geri ödedi|"
        "geri verdiler|benden olsun|bu benden|hesap benden|geri|aldı|içti|benden"
    ),
    done=(
        "yedi|içti|aldı|kartı|kartıyla|kartından|payı|hissesi|turu|bedava|ısmarladı|"
        "ısmarlıyor|çift|iki kat|değil|olmadan|öder|verdi|veriyor|fazla|eksik|yarısı|kadar|"
        "içmiş|yemiş|içiyor|yiyor|söyledi"
    ),
    dangling="ama|veya|değil",
    story="çünkü|diye|madem|zira",
    harmless="he|me|i|mine|on|is|for|has|not|part|or|but|geri dönüşüm|geri dönüş|geri vites",
)

RULES = RuleWords(
    every="her|her bir",
    a_day="gün|günde|günlük|günde bir",
    a_week="hafta|haftada|haftalık|haftalar|haftada bir",
    a_month="ay|ayda|ayın|aylık|aylar|ayda bir",
    a_year="yıl|yılda|sene|yıllık|yılda bir|senede bir",
    on_date="ayın",
    first_of_month="ayın birinde|ayın biri|ayın ilk günü|ay başında",
    last_of_month="ayın son günü|ay sonunda|son gün|ayın sonunda",
    workdays="hafta içi|iş günü|iş günleri",
    behind_from="tarihinden itibaren|itibaren",
    behind_until="tarihine kadar|kadar",
    at_time="saat",
    behind_time="da|de|te|ta",
    switched_on="aç|açık|evet",
    switched_off="kapat|kapalı|hayır|dur|durdur",
    two="iki",
    weekdays="pazartesileri|salıları|çarşambaları|perşembeleri|cumaları|cumartesileri|pazarları",
    past="geçen|önceki",
    present="bu",
    ever="hepsi|tümü|toplam|tüm zamanlar",
)

DEBTS = DebtWords(
    owes_me=(
        "<X bana borçlu|bana borçlu <X|bana <X borçlu|'X bana borcu var|bana 'X borcu var|"
        "<X bana verecek/ödeyecek|~X alacağım var|~X alacaklıyım|<X bana borçlandı|"
        "benim ~X alacağım var|<X bana borcu var|bana <X borcu var|<X bana borçlu olan|"
        "~X alacağım|~X alacam|<X benden borç aldı|'X bana vermesi lazım/gerek|"
        "<X bana vermesi lazım/gerek|bana borçlusun X|X bana borçlusun|X bana borcun var|"
        "bana borcun var X|<X geri vermedi|<X bana geri vermedi|<X ödemedi bana"
    ),
    i_owe=(
        ">X borcum var|>X borçluyum|ben >X borçluyum|benim >X borcum var|borcum var >X|"
        ">X vereceğim/ödeyeceğim/vericem/verecem/ödeyecem|"
        ">X vermem/ödemem lazım/gerek/gerekiyor|>X borçlandım|>X borcum|borçluyum >X|"
        "~X borç aldım|>X borçlu kaldım|>X ben borçluyum|sana borcum var X|X sana borcum var|"
        "X sana borçluyum|sana borçluyum X|X benim yerime ödedi|X benim için ödedi"
    ),
    owes_another=(
        "<X >Y borçlu|>Y <X borçlu|'X >Y borcu var|<X >Y borcu var|>Y 'X borcu var|"
        "<X >Y verecek/ödeyecek|<X ~Y borç aldı"
    ),
    unclear="borç X|X borç|'X borcu|X borcu",
    still="hala|hâlâ|daha|toplam|tam|şimdi|demin",
    already="şimdi|demin",
    we_owe=">X borcumuz|>X borcumuz var|>X borçluyuz",
)

NUMBERS = NumberWords(
    numbers=(
        "1:bir|2:iki|3:üç|4:dört|5:beş|6:altı|7:yedi|8:sekiz|9:dokuz|10:on|20:yirmi|30:otuz|"
        "40:kırk|50:elli|100:yüz"
    ),
    half="buçuk|bucuk",
    cents="kuruş|kurus|krş",
)

SENSES = SenseWords(
    totals="toplam|tutar",
    reductions="indirim",
    or_="veya",
    also_things="pazar",
    own_things=(
        "bileti|biletini|payı|payını|yemeği|yemeğini|kahvesi|kahvesini|birası|birasını|"
        "taksisi|taksisini|cezası|cezasını|ilaçları"
    ),
    returnable="depozito|depozitomuz|kaparo|avans|kapora|teminat",
    gifts="hediye",
    presents="hediye|hediyesi|pasta|çiçek",
)

REPLIES = ReplyWords(
    instead=(
        "X değil , (bu |)Y",
        "X değil Y",
    ),
    each_part=(
        "X N er",
        "X kişi başı N",
    ),
    joins=(
        "X( i|yi|yı|) (unuttun|unuttum|unuttuk)",
        "X eksik",
    ),
    take_back=("(bunu |lütfen )*(sil|silin|kaldır|iptal et)( bunu| lütfen)*",),
    reasons=("yanlış|hata|çift|zaten|deneme|yanlışlıkla|iki kere"),
    never=("neden|kim|silme"),
    openings=("ya|ah|hayır|pardon|dur|aslında|ama|lütfen|ayrıca|ve"),
    closings=("lütfen|pardon|haha|teşekkürler|aslında|sanırım|ya"),
    of_changes=(
        "sil|silin|yanlış|hata|hatalı|düzelt|düzeltin|değiştir|değiştirin|ödedi|ödedim|"
        "ödedik|öder|öde|ödeyecek|böl|bölün|bölelim|bölüş|pay|payı|payım|yarısı|yarı|borçlu|"
        "borcu|borcum|tutar|fiyat|toplam|bahşiş|unuttum|unuttun|unuttuk|eksik|olmadan|hariç|"
        "herkes|hepimiz|para birimi|tarih|ekle|çıkar|iptal|çift"
    ),
    chatting=(
        "teşekkürler|teşekkür|sağol|eyvallah|haha|hahaha|lol|süper|harika|güzel|nefis|"
        "tebrikler|afiyet|efsane"
    ),
)
