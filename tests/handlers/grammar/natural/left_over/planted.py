"""Lines that say more of people or money than any rule reads: each is asked about."""

from __future__ import annotations

_WRITTEN = {
    "en": (
        "45 dinner everyone paid their own|60 cab half comes back to me|"
        "50 beer chen only had water|50 beer i only had water|40 shopping of those 10 is mine|"
        "80 dinner chen ate less|30 movie nobody owes anything|25 kebab except the vegan|"
        "20 pizza plus ten dollars tip|10 ice cream with|90 dinner instead of bob comes tom|"
        "30 cab she will pay|20 pizza without Pedro|30 cab they will pay me later|"
        "20 lunch him and her not|30 cab bob jumped out halfway so less for him|"
        "40 tickets chen already gave me his|45 pizza nobody wanted dee's half|25 beers on me|"
        "80 dinner asha pays next time|50 taxi split unevenly|70 bill chen covers his own drinks|"
        "20 snacks for bob's mom not him"
    ),
    "hi": (
        "200 पिज़्ज़ा पर प्रिया खा चुकी थी|450 खाना हर एक ने अपना दिया|"
        "600 टैक्सी आधा मुझे वापस मिलेगा|500 बीयर प्रिया ने सिर्फ पानी पिया|"
        "500 बीयर मैं सिर्फ पानी|200 pizza par priya kha chuki thi|"
        "450 khana sabne apna apna diya|600 taxi aadha mujhe wapas milega|"
        "500 beer priya ne sirf paani piya|800 khana priya ne kam khaya|"
        "300 movie kisi ka udhar nahi|250 kebab vegan ko chhodkar|900 khana rahul ki jagah tom|"
        "300 taxi woh dega|200 pizza Pedro ke bina|500 beer maine sirf paani piya|"
        "600 पेट्रोल प्रिया चलाती है तो नहीं देगी|400 टिकट प्रिया ने मुझे दे दिया|"
        "250 बीयर मेरी तरफ से|600 petrol priya chalati hai to nahi degi|"
        "400 ticket priya ne mujhe de diya|250 beer meri taraf se|800 khana priya agli baar degi|"
        "500 taxi barabar nahi"
    ),
    "es": (
        "20 pizza pero marta ya comió|45 cena cada quien paga lo suyo|"
        "60 taxi la mitad me la devuelven|50 cerveza marta solo tomó agua|"
        "50 cerveza yo solo agua|40 compra de los que 10 son míos|"
        "80 cena aunque marta comió menos|30 cine nadie debe nada|25 kebab excepto el vegano|"
        "20 pizza más diez euros de propina|10 helado con|90 cena en vez de lucía viene tom|"
        "30 taxi ella pagará|60 hotel a lucía le toca menos|20 pizza sin Pedro|"
        "60 gasolina marta conduce así que no paga|40 entradas marta ya me dio lo suyo|"
        "25 cervezas corren de mi cuenta|80 cena marta paga la próxima|"
        "50 taxi a partes desiguales|70 cuenta marta paga sus copas|"
        "20 snacks no para lucía sino su madre|30 cine a medias menos marta"
    ),
    "pt_BR": (
        "20 pizza mas bia já comeu|45 jantar cada um pagou o seu|60 uber metade volta pra mim|"
        "50 cerveja bia só tomou água|50 cerveja eu só água|40 mercado 10 é só meu|"
        "80 jantar bia comeu menos|30 cinema ninguém deve nada|25 lanche exceto o vegano|"
        "20 pizza mais dez reais de gorjeta|10 sorvete com|90 jantar no lugar do joão vem tom|"
        "30 táxi ele vai pagar|20 pizza sem Pedro|60 gasolina bia dirige então não paga|"
        "40 ingressos bia já me deu a parte dela|25 cervejas por minha conta|"
        "80 jantar bia paga na próxima|50 uber dividido desigual|"
        "70 conta bia paga as bebidas dela|20 lanche não é pro joão é pra mãe dele"
    ),
    "de": (
        "20 pizza aber mia hat schon gegessen|20 pizza lukas kommt für sich selbst auf|"
        "45 essen jeder hat selbst gezahlt|60 taxi die hälfte kriege ich zurück|"
        "50 bier mia hat nur wasser getrunken|50 bier ich hatte nur wasser|"
        "40 einkauf davon sind 10 privat für mich|20 eis lukas nimmt den rest|"
        "80 essen wobei mia weniger hatte|30 kino niemand schuldet was|"
        "25 döner außer dem veganer|60 hotel mia bekommt rabatt|50 party keiner zahlt|"
        "20 pizza plus zehn euro trinkgeld|10 eis mit|90 essen statt lukas kommt tom|"
        "90 essen lukas hatte sein geld vergessen|60 benzin mia fährt also zahlt sie nichts|"
        "40 karten mia hat mir ihres schon gegeben|45 pizza keiner wollte mias hälfte|"
        "25 bier geht auf mich|80 essen mia zahlt nächstes mal|50 taxi ungleich geteilt|"
        "70 rechnung mia zahlt ihre getränke selbst|20 snacks nicht für lukas sondern seine mama"
    ),
    "fr": (
        "20 pizza mais léa a déjà mangé|45 dîner chacun a payé le sien|"
        "60 taxi on me rend la moitié|50 bière léa n'a pris que de l'eau|"
        "50 bière moi juste de l'eau|80 resto léa a moins mangé|30 ciné personne doit rien|"
        "25 kebab sauf le végan|20 pizza plus dix euros de pourboire|10 glace avec|"
        "90 resto à la place de hugo vient tom|30 taxi elle paiera|20 pizza sans Pedro|"
        "60 essence léa conduit donc elle paie rien|40 billets léa m'a déjà donné sa part|"
        "25 bières c'est pour moi|80 resto léa paie la prochaine fois|"
        "50 taxi partagé inégalement|70 addition léa paie ses boissons"
    ),
    "it": (
        "20 pizza ma marco ha già mangiato|45 cena ognuno ha pagato il suo|60 taxi metà mi torna|"
        "50 birra io solo acqua|80 cena marco ha mangiato meno|30 cinema nessuno deve niente|"
        "25 kebab tranne il vegano|20 pizza più dieci euro di mancia|10 gelato con|"
        "90 cena al posto di marco viene tom|30 taxi lei pagherà|20 pizza senza Pedro|"
        "60 benzina marco guida quindi non paga|40 biglietti marco mi ha già dato i suoi|"
        "80 cena marco paga la prossima|50 taxi diviso in modo diverso|"
        "70 conto marco paga le sue bevande|20 snack non per marco ma sua mamma"
    ),
    "ru": (
        "200 пицца но аня уже ела|450 ужин каждый платил за себя|600 такси половину мне вернут|"
        "500 пиво аня пила только воду|500 пиво я только воду|800 ужин аня ела меньше|"
        "300 кино никто ничего не должен|250 шаурма кроме вегана|"
        "200 пицца плюс сто рублей чаевые|100 мороженое с|900 ужин вместо димы придёт том|"
        "300 такси она заплатит|200 пицца без Пети|600 бензин аня за рулём и не платит|"
        "400 билеты аня мне уже отдала|250 пиво за мой счёт|800 ужин аня платит в следующий раз|"
        "500 такси не поровну|700 счёт аня платит за свои напитки|200 снеки не диме а его маме"
    ),
    "uk": (
        "200 піца але аня вже їла|450 вечеря кожен платив за себе|"
        "600 таксі половину мені повернуть|500 пиво аня пила тільки воду|500 пиво я тільки воду|"
        "800 вечеря аня їла менше|300 кіно ніхто нічого не винен|250 шаурма крім вегана|"
        "200 піца плюс сто гривень чайові|100 морозиво з|900 вечеря замість андрія прийде том|"
        "300 таксі вона заплатить|200 піца без Петра|600 бензин аня за кермом і не платить|"
        "400 квитки аня мені вже віддала|250 пиво за мій рахунок|"
        "800 вечеря аня платить наступного разу|500 таксі не порівну|"
        "700 рахунок аня платить за свої напої|200 снеки не андрію а його мамі"
    ),
    "tr": (
        "200 pizza ama ayşe çoktan yedi|450 yemek herkes kendi ödedi|"
        "600 taksi yarısı bana geri gelecek|500 bira ayşe sadece su içti|500 bira ben sadece su|"
        "300 pizza mehmet bana bir şey vermeli|800 yemek ayşe az yedi|"
        "300 sinema kimsenin borcu yok|250 kebap vegan hariç|200 pizza artı on lira bahşiş|"
        "900 yemek mehmet yerine tom geliyor|300 taksi o ödeyecek|200 pizza Pedro hariç|"
        "600 benzin ayşe sürüyor o yüzden ödemez|400 bilet ayşe parasını verdi|"
        "800 yemek ayşe bir dahaki sefere öder|500 taksi eşit değil|"
        "700 hesap ayşe kendi içkisini ödüyor|200 atıştırmalık mehmet'e değil annesine"
    ),
    "id": (
        "20rb pizza tapi sari udah makan|45rb makan bayar sendiri sendiri|"
        "60rb taksi setengahnya balik ke aku|50rb bir sari cuma minum air|50rb bir aku cuma air|"
        "30rb pizza budi harus kasih aku sesuatu|80rb makan sari makannya dikit|"
        "30rb bioskop nggak ada yang utang|25rb kebab kecuali yang vegan|"
        "20rb pizza plus sepuluh ribu tip|90rb makan gantinya budi si tom|"
        "30rb taksi dia yang bayar|20rb pizza tanpa Pedro|"
        "60rb bensin sari yang nyetir jadi gak bayar|40rb tiket sari udah kasih ke aku|"
        "25rb bir aku yang traktir|80rb makan sari bayar lain kali|50rb taksi dibagi gak rata|"
        "70rb tagihan sari bayar minumannya sendiri|20rb snack bukan buat budi tapi mamanya"
    ),
    "ar": (
        "20 بيتزا بس سارة أكلت من قبل|45 عشاء كل واحد دفع عن نفسه|60 تاكسي نصفها يرجع لي|"
        "50 عصير سارة شربت ماء فقط|50 عصير أنا ماء فقط|80 عشاء سارة أكلت أقل|"
        "30 سينما ما حد عليه شي|25 كباب ما عدا النباتي|20 بيتزا زائد عشرة ريال بقشيش|"
        "90 عشاء بدل يوسف|30 تاكسي هي بتدفع|60 بنزين سارة تسوق فما تدفع|40 تذاكر سارة عطتني حقها|"
        "25 قهوة على حسابي|80 عشاء سارة تدفع المرة الجاية|50 تاكسي مقسوم مو بالتساوي|"
        "70 فاتورة سارة تدفع مشروباتها"
    ),
}
PLANTED = {code: tuple(written.split("|")) for code, written in _WRITTEN.items()}
