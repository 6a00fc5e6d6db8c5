"""What friends type on a phone in Hindi in Latin letters is what is booked, or is asked about."""

from __future__ import annotations

import pytest

from tests.handlers.grammar.meanings import meaning

PEOPLE = "Asha Rahul Priya Vikram"
"""The first of them writes."""


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("/split 600 pizza rahul aur priya ke saath", "600 pizza: Asha 200 Rahul 200 Priya 200"),
        ("/split 450 taxi vikram ne diye", "Vikram paid 450 taxi: all"),
        ("/split rahul ne 900 diye beer ke liye", "Rahul paid 900 beer: all"),
        ("/split 1200 ration sab vikram ko chhodke", "1200 ration: Asha 400 Rahul 400 Priya 400"),
        ("/split 500 khana aadha aadha priya ke sath", "500 khana: Asha 250 Priya 250"),
        (
            "/split ticket 150 per head rahul aur priya ke saath",
            "450 ticket: Asha 150 Rahul 150 Priya 150",
        ),
        ("/split 1000 gift rahul 40% priya 60%", "1000 gift: Rahul 400 Priya 600"),
        (
            "/split 600 petrol maine 400 diye aur rahul ne 200",
            "Asha 400 Rahul 200 paid 600 petrol: all",
        ),
        ("/split rahul ne mujhe 200 wapas diye", "? /settle @Rahul me 200"),
        ("/pay maine priya ko 350 diye", "Asha → Priya 350"),
        ("/refund 300 deposit vikram ke saath", "back: 300 deposit: Asha 150 Vikram 150"),
        ("/split 245.50 movie kal vikram ke sath", "245.50 movie on 19: Asha 122.75 Vikram 122.75"),
        ("/split 300 rupaye pizza pichle shukravar", "300 pizza on 16: all"),
        ("/split 300 pizza 14 tarikh", "300 pizza on 14: all"),
        ("/split 2 hazar hotel sabka", "2000 hotel: all"),
        (
            "/every mahine 1 tarikh 6000 kiraya rahul ke saath",
            "each month on 1: 6000 kiraya: Rahul",
        ),
        ("/remind rahul ko", "remind Rahul"),
        ("/edit 1 priya ke bina", "-Priya"),
        ("/edit 1 priya ne diye", "Priya paid"),
        ("/split 120 icecream sirf rahul ke liye", "120 icecream: Rahul 120"),
        ("/split 330 parking mere bina", "330 parking: Rahul 110 Priya 110 Vikram 110"),
        ("/split vikram ne mujhe 250 dene hain", "250: Vikram 250"),
        ("/split 300 chaat main aur rahul", "300 chaat: Asha 150 Rahul 150"),
        (
            "/split rahul ne 300 aur priya ne 200 diye kirana 500",
            "Rahul 300 Priya 200 paid 500 kirana: all",
        ),
        ("/split parso taxi 240 priya ke saath", "240 taxi on 18: Asha 120 Priya 120"),
        ("/split mujhe priya ko 150 dene hain", "Priya paid 150: Asha 150"),
        ("/split 400 bar, vikram nahi dega", "400 bar: Asha 133.34 Rahul 133.33 Priya 133.33"),
        ("/split 200 pizza 14 tarikh ko priya ke saath", "200 pizza on 14: Asha 100 Priya 100"),
        ("/pay priya ne mujhe 200 bheje", "Priya → Asha 200"),
        ("/split priya ko 500 diye", "? /settle @Priya 500"),
        ("/split 5 sau petrol", "500 petrol: all"),
        (
            "/split 1200 hotel hum teeno rahul priya",
            "1200 hotel hum teeno for 3: Asha 400 Rahul 400 Priya 400",
        ),
        ("/split metro 84 somvar ko rahul ke saath", "84 metro on 19: Asha 42 Rahul 42"),
        (
            "/split 700 khana (rahul ne diye) vikram ke bina",
            "Rahul paid 700 khana: Asha 233.34 Rahul 233.33 Priya 233.33",
        ),
        ("/split rahul 120 main 80 nashta", "200 nashta: Asha 80 Rahul 120"),
        ("/pay priya ne mujhe 150 diye", "Priya → Asha 150"),
        ("/edit 1 950 tha", "950"),
        ("/edit 1 vikram ko bhi", "+Vikram"),
        ("/split chai samosa 120 sab ka", "120 chai samosa sab ka: all"),
        ("/split auto 90 mera aur priya ka", "90 auto ka: Asha 45 Priya 45"),
        ("/split 210 chaat main, rahul aur priya", "210 chaat: Asha 70 Rahul 70 Priya 70"),
        ("/split 300 parking mujhe aur rahul ko chhodkar", "300 parking: Priya 150 Vikram 150"),
        ("/every shukravar 200 safai rahul ke saath", "each week on (4,): 200 safai: Rahul"),
        ("/split rahul aur priya ne 400 diye pizza", "Rahul 200 Priya 200 paid 400 pizza: all"),
    ],
)
def test_is_read_as_meant(typed: str, meant: str) -> None:
    assert meaning("hi", PEOPLE, typed) == meant
