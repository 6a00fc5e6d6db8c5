"""Payment codes say what apps expect of them, compared with published examples."""

from __future__ import annotations

from ledger.core.money import Currency, Money
from ledger.core.paying.details import PayDetail, Scheme
from ledger.core.paying.emv import emv_code
from ledger.core.paying.payloads import payload


def test_the_checksum_is_that_of_published_codes() -> None:
    # Banco Central do Brasil, Manual do BR Code, the static example.
    assert (
        emv_code(
            {
                "00": "01",
                "26": {"00": "br.gov.bcb.pix", "01": "123e4567-e12b-12d1-a456-426655440000"},
                "52": "0000",
                "53": "986",
                "58": "BR",
                "59": "Fulano de Tal",
                "60": "BRASILIA",
                "62": {"05": "***"},
            }
        )
        == "00020126580014br.gov.bcb.pix0136123e4567-e12b-12d1-a456-426655440000520400005303986"
        "5802BR5913Fulano de Tal6008BRASILIA62070503***63041D3D"
    )


def test_upi_says_who_how_much_and_what_for() -> None:
    found = payload(PayDetail(Scheme.UPI, "asha@okbank"), "Asha M", _inr(190050), "All Square")
    assert found == "upi://pay?pa=asha@okbank&pn=Asha%20M&cu=INR&am=1900.50&tn=All%20Square"


def test_an_amount_of_another_currency_is_left_out() -> None:
    found = payload(PayDetail(Scheme.UPI, "asha@okbank"), "Asha", _money(500, "EUR"), "x")
    assert found == "upi://pay?pa=asha@okbank&pn=Asha&cu=INR&tn=x"


def test_the_checksum_is_that_of_a_known_promptpay_code() -> None:
    # The example of the promptpay-qr package: 089-999-9999.
    assert (
        emv_code(
            {
                "00": "01",
                "01": "11",
                "29": {"00": "A000000677010111", "01": "0066899999999"},
                "58": "TH",
                "53": "764",
            }
        )
        == "00020101021129370016A000000677010111011300668999999995802TH53037646304FE29"
    )


def test_promptpay_of_a_phone_a_number_and_a_wallet() -> None:
    def promptpay(number: str, amount: Money | None = None) -> str:
        code = payload(PayDetail(Scheme.PROMPTPAY, number), "Asha", amount, "x")
        assert code is not None
        return code

    with_amount = promptpay("+66899999999", _money(422, "THB"))
    assert with_amount.startswith("000201010212" + "29370016A00000067701011101130066899999999")
    assert "54044.22" in with_amount
    assert promptpay("+66899999999").startswith("000201010211")
    assert "02131112034563562" in promptpay("1112034563562")
    assert "0315004999000288505" in promptpay("004999000288505")


def test_pix_names_the_receiver_in_plain_letters() -> None:
    found = payload(PayDetail(Scheme.PIX, "a@b.co"), "João D'Ávila 🎉", _money(1000, "BRL"), "x")
    assert found is not None
    assert "540510.00" in found
    assert "5911JOAO DAVILA" in found
    nameless = payload(PayDetail(Scheme.PIX, "a@b.co"), "आशा", None, "x")
    assert nameless is not None
    assert "5903PIX" in nameless


def test_a_paypal_link_asks_for_the_amount_and_others_stay() -> None:
    paypal = PayDetail(Scheme.LINK, "https://paypal.me/asha")
    assert payload(paypal, "A", _money(1250, "EUR"), "x") == "https://paypal.me/asha/12.50EUR"
    assert payload(paypal, "A", None, "x") == "https://paypal.me/asha"
    set_already = PayDetail(Scheme.LINK, "https://paypal.me/asha/5")
    assert payload(set_already, "A", _money(1250, "EUR"), "x") == "https://paypal.me/asha/5"
    wise = PayDetail(Scheme.LINK, "https://wise.com/pay/me/asha")
    assert payload(wise, "A", _money(1250, "EUR"), "x") == wise.value


def test_a_pix_code_is_as_the_manual_has_it() -> None:
    key = "123e4567-e12b-12d1-a456-426655440000"
    found = payload(PayDetail(Scheme.PIX, key), "Fulano de Tal", None, "x")
    assert found is not None
    assert found.startswith(
        f"00020126580014br.gov.bcb.pix0136{key}520400005303986"
        "5802BR5913FULANO DE TAL6006BRASIL62070503***6304"
    )


def test_a_promptpay_code_is_in_baht_and_of_thailand() -> None:
    found = payload(PayDetail(Scheme.PROMPTPAY, "+66899999999"), "A", None, "x")
    assert found is not None
    assert found.startswith(
        "00020101021129370016A0000006770101110113006689999999953037645802TH6304"
    )


def test_a_link_that_ends_with_a_slash_gets_no_second_one() -> None:
    paypal = PayDetail(Scheme.LINK, "https://paypal.me/asha/")
    assert payload(paypal, "A", _money(1250, "EUR"), "x") == "https://paypal.me/asha/12.50EUR"
    shouted = PayDetail(Scheme.LINK, "https://paypal.me/MAX")
    assert payload(shouted, "A", _money(1250, "EUR"), "x") == "https://paypal.me/MAX/12.50EUR"


def test_an_iban_has_no_text_of_this_kind() -> None:
    assert payload(PayDetail(Scheme.IBAN, "DE89370400440532013000"), "A", None, "x") is None


def _inr(minor: int) -> Money:
    return _money(minor, "INR")


def _money(minor: int, code: str) -> Money:
    return Money(minor, Currency(code))
