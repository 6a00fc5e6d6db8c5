"""Words that tell what an expense was for, a line a language: en es pt fr de it ru uk tr id hi ar.

What they say is only ever shown as a guess.
"""

from __future__ import annotations

from typing import Final

CATEGORY_WORDS: Final = {
    "food": """
        dinner lunch breakfast brunch pizza restaurant cafe coffee tea beer wine bar drinks
        burger sushi ramen
        cena almuerzo desayuno comida restaurante cerveza vino tapas bebidas
        jantar almoço cafezinho cerveja vinho lanche churrasco
        dîner déjeuner resto bière vin apéro
        abendessen mittagessen frühstück kaffee bier wein döner
        pranzo colazione ristorante birra aperitivo gelato
        ужин обед завтрак кафе кофе пиво ресторан пицца
        вечеря сніданок обід кава піца
        yemek kahvaltı kahve bira restoran kebap
        makan sarapan restoran kopi nasi
        खाना चाय नाश्ता पिज़्ज़ा
        عشاء غداء فطور مطعم قهوة
    """,
    "groceries": """
        groceries supermarket grocery milk bread vegetables fruit market
        supermercado compra mercado verduras
        feira padaria
        courses supermarché marché pain
        einkauf lebensmittel supermarkt rewe aldi lidl edeka
        spesa supermercato
        продукты супермаркет
        продукти
        market bakkal
        belanja pasar
        किराना सब्ज़ी दूध
        بقالة سوبرماركت
    """,
    "transport": """
        taxi cab uber lyft bolt ola grab bus train metro subway tram fuel petrol gas
        parking toll ferry
        autobús tren gasolina peaje
        ônibus trem gasolina pedágio estacionamento
        essence péage carburant
        zug bahn bus benzin sprit maut
        treno benzina pedaggio autobus
        такси бензин метро автобус поезд
        таксі потяг
        taksi otobüs benzin
        ojek kereta bensin taksi
        टैक्सी ऑटो पेट्रोल
        تاكسي بنزين
    """,
    "travel": """
        hotel hostel airbnb flight flights tickets visa booking
        vuelo vuelos alojamiento
        voo hospedagem pousada passagem
        hôtel vol auberge
        flug unterkunft ferienwohnung
        volo albergo ostello
        отель гостиница билеты рейс
        готель квитки
        otel uçak bilet
        penginapan pesawat tiket
        होटल उड़ान
        فندق طيران
    """,
    "home": """
        rent electricity internet wifi water heating cleaning utilities furniture gas
        alquiler luz agua
        aluguel energia água
        loyer électricité
        miete strom heizung
        affitto bolletta luce
        аренда свет интернет
        оренда світло
        kira elektrik fatura
        sewa listrik
        किराया बिजली
        إيجار كهرباء
    """,
    "fun": """
        cinema movie movies concert museum party game games bowling netflix spotify ski
        cine concierto museo fiesta
        cinema show festa museu
        cinéma concert musée
        kino konzert museum
        concerto museo festa
        кино концерт музей
        кіно
        sinema konser müze
        bioskop konser
        सिनेमा
        سينما
    """,
    "health": """
        pharmacy medicine doctor dentist hospital
        farmacia médico
        farmácia remédio
        pharmacie médecin
        apotheke arzt
        dottore medicina
        аптека врач лекарства
        лікар ліки
        eczane ilaç doktor
        apotek obat dokter
        दवा डॉक्टर
        صيدلية دواء
    """,
    "gifts": """
        gift gifts present flowers birthday
        regalo flores
        presente
        cadeau fleurs
        geschenk blumen
        regalo fiori
        подарок цветы
        подарунок квіти
        hediye çiçek
        hadiah kado
        उपहार
        هدية
    """,
}
"""Categories with their words, alternatives separated by spaces."""
