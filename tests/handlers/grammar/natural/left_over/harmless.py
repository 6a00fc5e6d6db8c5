"""Forty ordinary lines a language, as people type them on phones: none is asked about."""

from __future__ import annotations

PEOPLE = {
    "en": "Asha Bob Chen Dee",
    "hi": "Asha Rahul Priya",
    "es": "Carlos Lucía Marta Sofía",
    "pt_BR": "Ana João Bia",
    "de": "Jana Lukas Mia",
    "fr": "Camille Léa Hugo",
    "it": "Giulia Giovanni Marco",
    "ru": "Саша Аня Дима",
    "uk": "Олена Аня Андрій",
    "tr": "Elif Mehmet Ayşe",
    "id": "Dewi Budi Sari",
    "ar": "أحمد سارة يوسف",
}
"""The first of them writes."""

_WRITTEN = {
    "en": (
        "20 pizza|1200 dinner at the sea view|45 cab to the airport|pizza 20|rent 15000|"
        "30 birthday present for grandma|12 coke no ice|8 half chicken|60 double room|"
        "9 gluten free bread|300 wifi bill|24 movie night|15 ice cream for the kids|18 card game|"
        "5 parking|40 petrol|7 oat milk|200 back pain meds|33 two for one burgers|11 after eight|"
        "99 all you can eat sushi|14 round trip bus|6 buy one get one tea|80 share bike deposit|"
        "22 take out noodles|10 last minute snacks|55 groceries and cleaning stuff|"
        "130 hotel by the beach|16 beer without alcohol|28 ticket to Will Smith movie|"
        "42 gift for mom and dad|3 free range eggs|19 one way ferry|25 split peas and rice|"
        "70 get together drinks|13 out of season mango|90 water and electricity|21 to go coffee|"
        "17 bread and butter|50 new year fireworks"
    ),
    "hi": (
        "20 पिज़्ज़ा|500 किराना|45 ऑटो|300 बिजली बिल|1200 रात का खाना|"
        "दादी के लिए जन्मदिन का तोहफा 300|60 चाय नाश्ता|15000 किराया|80 पानी की बोतल|"
        "250 सब्जी और फल|99 दूध और ब्रेड|400 पेट्रोल|50 पार्किंग|700 सिनेमा टिकट|35 समोसे|"
        "120 बिना चीनी की चाय|90 आधा किलो पनीर|600 गैस सिलेंडर|150 डबल रोटी और अंडे|"
        "75 बच्चों की आइसक्रीम|20 pizza|500 kirana|auto 45|bijli bill 300|ghar ka kiraya 15000|"
        "chai samosa 60|sabzi aur fal 250|doodh bread 99|petrol 400|goa me hotel 3000|"
        "dadi ke liye birthday gift 300|bina cheeni wali chai 20|aadha kilo paneer 90|"
        "raat ka khana 1200|bachon ki ice cream 75|metro card recharge 200|dosa aur idli 180|"
        "cylinder 900|kaam wali bai 2000|maggi aur pani 60"
    ),
    "es": (
        "20 pizza|45 taxi al aeropuerto|cena 60|alquiler 600|regalo de cumple para la abuela 30|"
        "12 cerveza sin alcohol|9 pan sin gluten|luz y agua 80|compra del súper 54,30|18 cine|"
        "7 café con leche|15 helado para los niños|gasolina 40|5 parking|"
        "33 dos por uno en hamburguesas|medio pollo 8|60 habitación doble|14 ida y vuelta en bus|"
        "22 comida para llevar|130 hotel cerca de la playa|10 chuches de última hora|"
        "25 arroz con pollo|70 copas de año nuevo|3 huevos|16 peaje|90 seguro del coche|"
        "28 entradas del concierto|11 agua con gas|6 cargador para el móvil|200 fianza del piso|"
        "48 tapas y vinos|13 fruta de temporada|19 libro usado|8 menú del día|35 farmacia|"
        "limpieza 50|internet y tele 45|17 churros con chocolate|21 metro y bus|"
        "52 carne para la barbacoa"
    ),
    "pt_BR": (
        "20 pizza|45 uber pro aeroporto|jantar 60|aluguel 900|"
        "presente de aniversário pra vovó 50|12 cerveja sem álcool|9 pão sem glúten|"
        "luz e água 180|mercado 254,30|38 cinema|7 café com leite|15 sorvete das crianças|"
        "gasolina 140|10 estacionamento|33 dois por um no burguer|meio frango 28|"
        "160 quarto duplo|14 ida e volta de ônibus|42 comida pra viagem|330 hotel perto da praia|"
        "10 chiclete e bala|25 arroz e feijão|70 churrasco de domingo no parque|13 ovos|"
        "16 pedágio|90 seguro do carro|128 ingresso do show|6 água com gás|"
        "36 carregador de celular|200 caução do apartamento|48 petiscos e caipirinha|"
        "13 fruta da feira|19 livro usado|28 prato feito|35 farmácia|faxina 150|"
        "internet e tv 145|17 pastel e caldo de cana|21 metrô e ônibus|9 açaí com granola"
    ),
    "de": (
        "20 pizza|45 taxi zum flughafen|abendessen 60|miete 900|geburtstagsgeschenk für oma 30|"
        "12 bier ohne alkohol|9 brot ohne gluten|strom und wasser 80|einkauf rewe 54,30|18 kino|"
        "7 milchkaffee|15 eis für die kinder|tanken 40|5 parken|33 zwei für eins burger|"
        "halbes hähnchen 8|60 doppelzimmer|14 hin und rückfahrt bus|22 essen zum mitnehmen|"
        "130 hotel am meer|10 kaugummi und chips|25 reis mit huhn|70 silvester raketen|3 eier|"
        "16 maut|90 autoversicherung|28 konzertkarten|11 wasser mit kohlensäure|"
        "6 ladekabel fürs handy|200 kaution wohnung|48 tapas und wein|13 obst vom markt|"
        "19 gebrauchtes buch|8 tagesmenü|35 apotheke|putzmittel 50|internet und fernsehen 45|"
        "17 kaffee und kuchen|21 u-bahn und bus|52 fleisch zum grillen"
    ),
    "fr": (
        "20 pizza|45 taxi pour l'aéroport|dîner 60|loyer 900|cadeau d'anniv pour mamie 30|"
        "12 bière sans alcool|9 pain sans gluten|eau et électricité 80|courses carrefour 54,30|"
        "18 ciné|7 café au lait|15 glaces pour les enfants|essence 40|5 parking|"
        "33 burgers deux pour un|demi poulet 8|60 chambre double|14 aller retour en bus|"
        "22 plats à emporter|130 hôtel à côté de la plage|10 chips et bonbons|25 riz au poulet|"
        "70 feux d'artifice|3 œufs|16 péage|90 assurance voiture|28 places de concert|"
        "11 eau gazeuse|6 chargeur de téléphone|200 caution appart|48 tapas et vin|"
        "13 fruits du marché|19 livre d'occasion|8 menu du jour|35 pharmacie|ménage 50|"
        "internet et télé 45|17 café et croissants|21 métro et bus|52 viande pour le barbecue"
    ),
    "it": (
        "20 pizza|45 taxi per l'aeroporto|cena 60|affitto 900|"
        "regalo di compleanno per la nonna 30|12 birra senza alcol|9 pane senza glutine|"
        "luce e acqua 80|spesa esselunga 54,30|18 cinema|7 caffè e brioche|"
        "15 gelato per i bambini|benzina 40|5 parcheggio|33 due per uno hamburger|mezzo pollo 8|"
        "60 camera doppia|14 andata e ritorno in bus|22 cibo da asporto|130 hotel vicino al mare|"
        "10 gomme e patatine|25 riso con pollo|70 fuochi d'artificio|3 uova|16 pedaggio|"
        "90 assicurazione auto|28 biglietti del concerto|11 acqua frizzante|"
        "6 caricatore del telefono|200 caparra casa|48 aperitivo e vino|13 frutta al mercato|"
        "19 libro usato|8 menù del giorno|35 farmacia|pulizie 50|internet e tv 45|"
        "17 i biscotti e il tè|21 metro e bus|52 carne per la griglia"
    ),
    "ru": (
        "20 пицца|450 такси до аэропорта|ужин 1600|аренда 30000|"
        "подарок на день рождения бабушке 3000|120 пиво без алкоголя|90 хлеб без глютена|"
        "свет и вода 800|продукты 1543|кино 700|кофе с молоком 250|мороженое детям 150|"
        "бензин 2000|парковка 200|330 два бургера по акции|полкурицы 400|"
        "5000 номер на двоих взрослых|билеты туда и обратно 1400|еда с собой 900|"
        "отель у моря 13000|жвачка и чипсы 210|рис с курицей 350|7000 салют на новый год|"
        "яйца 130|платная дорога 560|страховка машины 9000|билеты на концерт 2800|"
        "вода с газом 80|зарядка для телефона 600|залог за квартиру 20000|вино и сыр 1480|"
        "фрукты с рынка 530|книга 390|бизнес ланч 450|аптека 735|уборка 1500|интернет и тв 845|"
        "чай с тортом 370|метро и автобус 121|мясо на шашлык 1520"
    ),
    "uk": (
        "20 піца|450 таксі до аеропорту|вечеря 600|оренда 9000|"
        "подарунок на день народження бабусі 300|120 пиво без алкоголю|90 хліб без глютену|"
        "світло і вода 800|продукти 543|кіно 300|кава з молоком 75|морозиво дітям 150|"
        "бензин 1400|парковка 50|330 два бургери по акції|пів курки 180|двомісний номер 1600|"
        "квитки туди й назад 1400|їжа з собою 320|готель біля моря 3000|жуйка і чіпси 110|"
        "рис з куркою 150|салют на новий рік 700|яйця 73|платна дорога 160|страховка машини 3900|"
        "квитки на концерт 1280|вода з газом 40|зарядка для телефону 600|"
        "застава за квартиру 9000|вино і сир 480|фрукти з ринку 230|книжка 290|бізнес ланч 180|"
        "аптека 335|прибирання 500|інтернет і тб 245|чай з тортом 170|метро і автобус 21|"
        "м'ясо на шашлик 820"
    ),
    "tr": (
        "20 pizza|450 havaalanına taksi|akşam yemeği 600|kira 9000|"
        "anneanneye doğum günü hediyesi 300|120 alkolsüz bira|90 glutensiz ekmek|"
        "elektrik ve su 800|market 543|sinema 300|sütlü kahve 75|çocuklara dondurma 150|"
        "benzin 1400|otopark 50|330 bir alana bir bedava burger|yarım tavuk 180|"
        "çift kişilik oda 1600|gidiş dönüş otobüs 1400|paket yemek 320|denize yakın otel 3000|"
        "sakız ve cips 110|tavuklu pilav 150|yılbaşı havai fişek 700|yumurta 73|"
        "otoyol geçişi 160|araba sigortası 3900|konser bileti 1280|maden suyu 40|"
        "telefon şarj aleti 600|ev depozitosu 9000|şarap ve peynir 480|pazardan meyve 230|"
        "ikinci el kitap 290|öğle menüsü 180|eczane 335|temizlik 500|internet ve tv 245|"
        "çay ve pasta 170|metro ve otobüs 21|mangal için et 820"
    ),
    "id": (
        "20rb pizza|150rb taksi ke bandara|makan malam 200rb|kos 1,5 juta|"
        "kado ulang tahun buat nenek 300rb|25rb bir tanpa alkohol|90rb roti tanpa gluten|"
        "listrik dan air 400rb|belanja indomaret 154rb|bioskop 100rb|kopi susu 18rb|"
        "es krim anak anak 45rb|bensin 50rb|parkir 5rb|burger beli satu gratis satu 66rb|"
        "setengah ayam 40rb|kamar double 500rb|tiket pulang pergi 140rb|makanan bungkus 32rb|"
        "hotel dekat pantai 700rb|permen sama keripik 21rb|nasi ayam 25rb|"
        "kembang api tahun baru 170rb|telur 30rb|tol 16rb|asuransi mobil 900rb|"
        "tiket konser 350rb|air mineral 5rb|casan hp 60rb|deposit kontrakan 2 juta|"
        "jajan pasar 48rb|buah di pasar 53rb|buku bekas 39rb|paket hemat 28rb|apotek 35rb|"
        "laundry 50rb|wifi dan tv 245rb|teh sama roti 17rb|gojek dan busway 21rb|"
        "daging buat bakar bakar 152rb"
    ),
    "ar": (
        "20 بيتزا|45 تاكسي للمطار|عشاء 60|إيجار 900|هدية عيد ميلاد لجدتي 30|12 قهوة بدون سكر|"
        "9 خبز بدون جلوتين|كهرباء وماء 80|مشتريات البقالة 54|سينما 18|قهوة بالحليب 7|"
        "آيس كريم للأطفال 15|بنزين 40|موقف السيارة 5|33 برجر عرض اليوم|نصف دجاجة 8|"
        "غرفة مزدوجة 60|تذكرة ذهاب وعودة 14|أكل سفري 22|فندق قريب من البحر 130|علكة وشيبس 10|"
        "رز مع دجاج 25|ألعاب نارية 70|بيض 3|رسوم الطريق 16|تأمين السيارة 90|تذاكر الحفلة 28|"
        "مياه غازية 11|شاحن الجوال 6|عربون الشقة 200|شاي وحلويات 48|فواكه من السوق 13|"
        "كتاب مستعمل 19|وجبة الغداء 8|صيدلية 35|تنظيف البيت 50|إنترنت وتلفزيون 45|فطور وقهوة 17|"
        "مترو وباص 21|لحم للشواء 52"
    ),
}
HARMLESS = {code: tuple(written.split("|")) for code, written in _WRITTEN.items()}
