"""What friends type on a phone in Hindi is what is booked, or is asked about."""

from __future__ import annotations

import pytest

from tests.handlers.grammar.meanings import meaning

PEOPLE = "Asha Rahul Priya Vikram"
"""The first of them writes."""


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("/split 600 पिज़्ज़ा राहुल और प्रिया के साथ", "600 पिज़्ज़ा: Asha 200 Rahul 200 Priya 200"),
        ("/split 450 टैक्सी विक्रम ने दिए", "Vikram paid 450 टैक्सी: all"),
        ("/split राहुल ने 900 दिए बीयर के लिए", "Rahul paid 900 बीयर: all"),
        ("/split 1200 राशन सब विक्रम को छोड़कर", "1200 राशन: Asha 400 Rahul 400 Priya 400"),
        ("/split 500 खाना आधा आधा प्रिया के साथ", "500 खाना: Asha 250 Priya 250"),
        (
            "/split टिकट 150 प्रति व्यक्ति राहुल और प्रिया के साथ",
            "450 टिकट: Asha 150 Rahul 150 Priya 150",
        ),
        ("/split 1000 गिफ्ट राहुल 40% प्रिया 60%", "1000 गिफ्ट: Rahul 400 Priya 600"),
        ("/split 600 पेट्रोल मैंने 400 दिए और राहुल ने 200", "Asha 400 Rahul 200 paid 600 पेट्रोल: all"),
        ("/split राहुल ने मुझे 200 वापस दिए", "? /settle @Rahul me 200"),
        ("/pay मैंने प्रिया को 350 दिए", "Asha → Priya 350"),
        ("/refund 300 डिपॉज़िट विक्रम के साथ", "back: 300 डिपॉज़िट: Asha 150 Vikram 150"),
        ("/split 245.50 सिनेमा कल विक्रम के साथ", "245.50 सिनेमा on 19: Asha 122.75 Vikram 122.75"),
        ("/split ३०० रुपये पिज़्ज़ा पिछले शुक्रवार", "300 पिज़्ज़ा on 16: all"),
        ("/split 300 पिज़्ज़ा 14 तारीख", "300 पिज़्ज़ा on 14: all"),
        ("/split 2 हज़ार होटल सबका", "2000 होटल: all"),
        ("/every महीने 1 तारीख 6000 किराया राहुल के साथ", "each month on 1: 6000 किराया: Rahul"),
        ("/remind राहुल को", "remind Rahul"),
        ("/edit 1 प्रिया के बिना", "-Priya"),
        ("/edit 1 प्रिया ने दिए", "Priya paid"),
        ("/split 120 आइसक्रीम सिर्फ राहुल के लिए", "120 आइसक्रीम: Rahul 120"),
        ("/split 330 पार्किंग मेरे बिना", "330 पार्किंग: Rahul 110 Priya 110 Vikram 110"),
        ("/split 300 चाट मैं और राहुल", "300 चाट: Asha 150 Rahul 150"),
        (
            "/split राहुल ने 300 और प्रिया ने 200 दिए किराना 500",
            "Rahul 300 Priya 200 paid 500 किराना: all",
        ),
        ("/split परसों टैक्सी 240 प्रिया के साथ", "240 टैक्सी on 18: Asha 120 Priya 120"),
        ("/split मुझे प्रिया को 150 देने हैं", "Priya paid 150: Asha 150"),
        ("/split 400 बार, विक्रम नहीं देगा", "400 बार: Asha 133.34 Rahul 133.33 Priya 133.33"),
        ("/split 200 पिज़्ज़ा 14 तारीख को प्रिया के साथ", "200 पिज़्ज़ा on 14: Asha 100 Priya 100"),
        ("/pay प्रिया ने मुझे 200 भेजे", "Priya → Asha 200"),
        ("/split चाय 180 राहुल की तरफ से", "? treat"),
        ("/split 5 सौ पेट्रोल", "500 पेट्रोल: all"),
        ("/split मेट्रो 84 सोमवार को राहुल के साथ", "84 मेट्रो on 19: Asha 42 Rahul 42"),
        (
            "/split 700 खाना (राहुल ने दिए) विक्रम के बिना",
            "Rahul paid 700 खाना: Asha 233.34 Rahul 233.33 Priya 233.33",
        ),
        ("/split राहुल 120 मैं 80 नाश्ता", "200 नाश्ता: Asha 80 Rahul 120"),
        ("/pay प्रिया ने मुझे 150 दिए", "Priya → Asha 150"),
        ("/refund 600 टिकट वापसी", "back: 600 टिकट वापसी: all"),
        ("/edit 1 950 था", "950"),
        ("/edit 1 विक्रम को भी", "+Vikram"),
        ("/split 500 टैक्सी मैं और प्रिया", "500 टैक्सी: Asha 250 Priya 250"),
        ("/split 60 डॉलर होटल प्रिया के साथ", "60 USD होटल: Asha 30 Priya 30"),
        ("/split 210 चाट मैं, राहुल और प्रिया", "210 चाट: Asha 70 Rahul 70 Priya 70"),
        ("/split 300 पार्किंग मुझे और राहुल को छोड़कर", "300 पार्किंग: Priya 150 Vikram 150"),
        ("/every शुक्रवार 200 सफ़ाई राहुल के साथ", "each week on (4,): 200 सफ़ाई: Rahul"),
        ("/split राहुल और प्रिया ने 400 पिज़्ज़ा के दिए", "Rahul 200 Priya 200 paid 400 पिज़्ज़ा के: all"),
    ],
)
def test_is_read_as_meant(typed: str, meant: str) -> None:
    assert meaning("hi", PEOPLE, typed) == meant
