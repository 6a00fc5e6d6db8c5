"""The smallest debt that anybody is reminded of: about five US dollars in each currency.

A rough table and no rates: only the order of magnitude matters, it asks nothing from the
network, and a group may set a limit of its own.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from ledger.core.money import Currency, Money, exponent

_ABOUT_FIVE_DOLLARS: Final = {
    "2": "KWD BHD OMR",
    "4": "JOD GBP GIP FKP SHP KYD",
    "5": "USD EUR CHF CAD AUD NZD SGD BND PAB BSD BBD BMD AWG AZN BAM BGN BZD FJD ANG XCG CUP "
    "LYD TND GEL TOP WST XCD PGK BYN SBD",
    "15": "ILS TMT PEN MYR BOB GHS",
    "20": "AED SAR QAR PLN RON CNY BRL TJS TTD BWP",
    "40": "DKK HKD MOP SVC GTQ MAD ERN",
    "50": "SEK NOK CZK ZAR NAD SZL LSL TRY MDL SCR MVR ZMW MRU",
    "100": "MXN THB TWD UYU NIO HNL VUV DOP MUR",
    "200": "PHP UAH EGP CVE RSD KGS AFN",
    "300": "MKD BTN NPR ETB GYD JMD BDT HTG ISK GMD MZN",
    "400": "INR RUB ALL SRD",
    "600": "KES DJF JPY DZD XPF",
    "1000": "PKR HUF LKR YER LRD VES",
    "2000": "AMD AOA CRC KZT XAF XOF KMF CLP",
    "5000": "ARS NGN RWF CDF KRW IQD MMK SDG",
    "15000": "BIF MWK MNT TZS COP SOS SYP UGX MGA",
    "40000": "PYG KHR GNF UZS",
    "100000": "IDR LAK VND SLE STN IRR LBP",
}
_AMOUNTS: Final = {
    code: Decimal(amount) for amount, codes in _ABOUT_FIVE_DOLLARS.items() for code in codes.split()
}
_OTHERWISE: Final = Decimal(5)


def worth_a_reminder(currency: Currency) -> Money:
    """Return about what five US dollars are in a currency, as a round sum."""
    amount = _AMOUNTS.get(currency, _OTHERWISE)
    return Money(int(amount.scaleb(exponent(currency))), currency)
