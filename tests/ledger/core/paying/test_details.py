"""Payment details are checked as far as their scheme allows, and kept in one form."""

from __future__ import annotations

import pytest

from ledger.core.errors import Code, LedgerError
from ledger.core.paying.checks import guessed, pay_detail
from ledger.core.paying.details import EXAMPLES, PayDetail, Scheme


@pytest.mark.parametrize(
    ("scheme", "written", "kept"),
    [
        (Scheme.UPI, "asha@okbank", "asha@okbank"),
        (Scheme.IBAN, "de89 3704 0044 0532 0130 00", "DE89370400440532013000"),
        (Scheme.PIX, "Asha@Example.com", "asha@example.com"),
        (Scheme.PIX, "529.982.247-25", "52998224725"),
        (Scheme.PIX, "(11) 96123-4567", "+5511961234567"),
        (
            Scheme.PIX,
            "123E4567-E12B-12D3-A456-426655440000",
            "123e4567-e12b-12d3-a456-426655440000",
        ),
        (Scheme.PIX, "+55 11 96123-4567", "+5511961234567"),
        (Scheme.PIX, "a" * 63 + "@example.co.uk", "a" * 63 + "@example.co.uk"),
        (Scheme.PROMPTPAY, "081-234-5678", "+66812345678"),
        (Scheme.PROMPTPAY, "1-1120-34563-56-2", "1112034563562"),
        (Scheme.PROMPTPAY, "0-9940-00617-72-1", "0994000617721"),
        (Scheme.PROMPTPAY, "004999000288505", "004999000288505"),
        (Scheme.LINK, "https://paypal.me/asha", "https://paypal.me/asha"),
        (Scheme.LINK, "paypal.me/asha", "https://paypal.me/asha"),
        (Scheme.LINK, "https://a.example/" + "a" * 182, "https://a.example/" + "a" * 182),
    ],
)
def test_a_detail_is_kept_in_one_form(scheme: Scheme, written: str, kept: str) -> None:
    assert pay_detail(scheme, written) == PayDetail(scheme, kept)


@pytest.mark.parametrize(
    ("scheme", "written"),
    [
        (Scheme.UPI, "asha"),
        (Scheme.UPI, "asha@example.com"),
        (Scheme.UPI, "a sha@okbank"),
        (Scheme.IBAN, "DE88370400440532013000"),
        (Scheme.IBAN, "DE8937040044"),
        (Scheme.PIX, "529.982.247-26"),
        (Scheme.PIX, "asha@example"),
        (Scheme.PROMPTPAY, "+44 20 7946 0000"),
        (Scheme.PIX, "a" * 64 + "@example.co.uk"),
        (Scheme.PROMPTPAY, "12"),
        (Scheme.LINK, "http://paypal.me/asha"),
        (Scheme.LINK, "https://paypal.me@elsewhere.example/asha"),
        (Scheme.LINK, "https://asha:secret@elsewhere.example/"),
        (Scheme.LINK, "https://elsewhere.example:8443/asha"),
        (Scheme.LINK, "https://a.example/" + "a" * 183),
        (Scheme.LINK, "https:///asha"),
        (Scheme.LINK, "https://localhost/asha"),
        (Scheme.LINK, "https://paypal.me/as ha"),
        (Scheme.LINK, "https://раypal.me/asha"),
        (Scheme.LINK, "https://paypal.me/" + "a" * 200),
        (Scheme.LINK, "javascript:alert(1)"),
        (Scheme.LINK, "https://[::1"),
    ],
)
def test_what_no_payment_could_reach_is_refused(scheme: Scheme, written: str) -> None:
    with pytest.raises(LedgerError) as refused:
        pay_detail(scheme, written)
    assert refused.value.code is Code.BAD_PAY_DETAIL
    assert refused.value.details == {"scheme": scheme, "written": written}


def test_the_scheme_may_be_left_out_where_it_can_be_seen() -> None:
    assert guessed("asha@okbank") == PayDetail(Scheme.UPI, "asha@okbank")
    assert guessed("DE89370400440532013000") == PayDetail(Scheme.IBAN, "DE89370400440532013000")
    assert guessed("https://wise.com/pay/me/asha") == PayDetail(
        Scheme.LINK, "https://wise.com/pay/me/asha"
    )
    assert guessed("0812345678") is None


def test_every_example_is_right() -> None:
    for scheme, example in EXAMPLES.items():
        pay_detail(scheme, example.partition(":")[2])
