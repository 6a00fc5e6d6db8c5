"""Currencies in words behind a number: `20 usd`, `20 dollars`, and what is no currency: ETH."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from handlers.grammar.lexer import Line, Word, word_of
from handlers.grammar.literals import currencies
from ledger.core.errors import Code, LedgerError
from ledger.core.folding import fold
from ledger.core.money import Currency

_CODES = frozenset(
    [
        "usd",
        "eur",
        "chf",
        "gbp",
        "inr",
        "jpy",
        "aud",
        "cad",
        "nzd",
        "sgd",
        "hkd",
        "cny",
        "sek",
        "nok",
        "dkk",
        "pln",
        "czk",
        "huf",
        "thb",
        "krw",
        "idr",
        "myr",
        "php",
        "vnd",
        "aed",
        "sar",
        "brl",
        "mxn",
        "zar",
        "rub",
        "uah",
        "ils",
        "egp",
        "pkr",
        "bdt",
        "lkr",
        "npr",
        "kwd",
        "qar",
    ]
)
"""Codes in small letters that are no words of any language we speak."""

_NAMES: Mapping[str, str] = {
    name: sign
    for sign, names in {
        "€": "euro euri euros euroes eruo eruos евро євро يورو यूरो",
        "$": "dollar dollars dolars dollors dollers dolares dolar dollari "
        "доллар доллара долларов баксов бакса бакс "
        "долар долари доларів баксів бакси دولار دولارات डॉलर",
        "₹": "rupee rupees rupess rupes ruppees rupaye rupay rupaiya rupias rupie roupies "
        "рупия рупий рупії روبية रुपये रुपए रुपया",
        "¥": "yen yenes иен йен єн ين येन",
        "฿": "baht бат бата батов بات बाट",
        "₽": "ruble rubles rouble roubles rubel rubli рубль рубля рублей рублі рублів руб р "
        "روبل रूबल",
        "₴": "hryvnia hryvnias гривна гривны гривен гривня гривні гривень грн",
    }.items()
    for name in fold(names).split()
}
_CODES_OF_NAMES: Mapping[str, str] = {
    name: code
    for code, names in {
        "CHF": "franken",
        "GBP": "quid",
        "IDR": "rupiah рупиах",
        "BRL": "reais",
        "TRY": "tl",
        "CNY": "yuan rmb renminbi юаней юань يوان युआन",
    }.items()
    for name in fold(names).split()
}
_OF_SEVERAL: Mapping[str, tuple[str, ...]] = {
    name: codes
    for names, codes in (
        ("peso pesos", ("MXN", "ARS", "CLP", "COP", "UYU", "PHP", "DOP", "CUP")),
        ("lira lirasi ليرة ليرات", ("TRY", "LBP", "SYP")),
        ("dirham dirhams درهم دراهم", ("AED", "MAD")),
        ("franc francs", ("CHF", "XOF", "XAF")),
        ("riyal riyals ريال ريالات", ("SAR", "QAR", "OMR", "YER", "IRR")),
        ("جنيه جنيهات", ("EGP", "SDG")),
    )
    for name in fold(names).split()
}
"""Names of several countries' money: the group's own where it is one of them, else the first."""
_ALONE: Mapping[str, tuple[str, ...]] = dict.fromkeys(
    ("pound", "pounds"), ("GBP", "EGP", "LBP", "SDG", "SSP", "SYP")
)
"""Names of money that behind a number may be something else, as in "2 pounds of apples"."""
_ADJECTIVES: Mapping[str, str] = {
    "canadian": "CAD", "aussie": "AUD", "australian": "AUD", "kiwi": "NZD", "mexican": "MXN",
    "swiss": "CHF", "danish": "DKK", "swedish": "SEK", "norwegian": "NOK", "singaporean": "SGD",
}  # fmt: skip
"""Whose money it is, where nothing of theirs stands behind: `250 canadian for the motel`."""
_MONEY = frozenset(["dollar", "dollars", "bucks", "francs", "kronor", "kroner", "pesos"])
_BEHIND_MONEY = _MONEY | frozenset(["for", "on", "at", "to", "in", "paid", "by", "with"])
_DOLLARS_ELSEWHERE = "bucks"
"""What friends call dollars, and rupees or rand where they have those."""
_ALSO_BUCKS = frozenset(["INR", "PKR", "LKR", "NPR", "BDT", "ZAR"])
_OUR_OWN = frozenset(
    fold(
        "balles pavos machacantes conto contos pila mangos tacken ocken kröten sacchi рэ "
        "рубликов perak duit"
    ).split()
)
"""What friends call the money that they have, whichever it is."""
_NO_CURRENCY = frozenset(["btc", "eth", "usdt", "usdc", "sol", "doge", "xrp", "ltc", "ada", "bnb"])
_GLUED = re.compile(r"(\d[\d.,]*)((?![a-zA-Z])[^\W\d_]+|tl|TL|lira|euros?)([,;.]?)\Z")
_OF = frozenset({"of", "de", "di", "da"})
_PLAIN = re.compile(r"\d{1,9}(?:,\d{3})*(?:\.\d{1,2})?[,;.]?\Z")
_NUMBER = re.compile(r"[\d.,'+*/()-]*\d\)?k?\Z")


def with_codes(line: Line, home: Currency) -> Line:
    """Return the line with a code for the first currency that stands in words behind a number.

    Raises UNKNOWN_CURRENCY(written, currency: str, examples: none) for what is none: `0.5 ETH`.
    """
    words = _apart(line.words, home)
    for at in range(len(words) - 1):
        before, number = words[at], words[at + 1]
        if _is_bare(before) and before.low in _CODES and number.plain[:1].isdigit():
            written = before.low.upper()
            words[at] = Word(written, written, before.low)
            return replace(line, words=tuple(words))
    for at in range(1, len(words)):
        number, word = words[at - 1], words[at]
        if number.whom is not None or word.whom is not None or word.escaped or word.everyone:
            continue
        if number.escaped or not _NUMBER.match(number.plain):
            continue
        if word.low in _NO_CURRENCY and (word.low != "sol" or word.text.isupper()):
            raise LedgerError(
                Code.UNKNOWN_CURRENCY,
                written=f"{number.text} {word.text}",
                currency=word.text.upper(),
                examples=(),
            )
        code = _code(word, home) or _code_at_end(words, at, home) or _code_of_adjective(words, at)
        if code is not None and not _says_another(words, at, code):
            dollars = words[at + 1 : at + 2] if word.low in _ADJECTIVES else []
            if dollars and dollars[0].low in _MONEY:
                words.pop(at + 1)  # "canadian dollars"
            words[at] = Word(code, code, code.lower(), joined=word.joined)
            return replace(line, words=tuple(words))
    return line


def with_code_first(line: Line, home: Currency) -> Line:
    """Return the line with a code for the currency that begins it without an amount: `usd`.

    A name of one, `dollars`, is that where nothing else is said.
    """
    if not line.words or not _is_bare(first := line.words[0]):
        return line
    code = first.low.upper() if first.low in _CODES else None
    if len(line.words) == 1:
        own = _ALONE.get(fold(first.low), ())
        code = code or _code(first, home) or (home if home in own else next(iter(own), None))
    if code is None:
        return line
    return replace(line, words=(replace(first, text=code, plain=code), *line.words[1:]))


def _apart(words: Sequence[Word], home: Currency) -> list[Word]:
    """Set currencies in letters of other scripts apart from their numbers: `500р`, `300грн`."""
    found: list[Word] = []
    for word in words:
        glued = _GLUED.match(word.plain) if _is_bare(word) else None
        if glued and _code(word_of(glued[2]), home):
            name = replace(word_of(glued[2] + glued[3]), breaks=word.breaks)
            found += [word_of(glued[1]), name]
        else:
            found.append(word)
    return found


def may_be_currency(word: Word) -> bool:
    """Tell whether a word means, in some group, a currency or what is used as one."""
    low = fold(word.low)
    return (
        word.low in _CODES
        or word.low in _NO_CURRENCY
        or low in _NAMES
        or low in _OF_SEVERAL
        or low in _CODES_OF_NAMES
        or low in _OUR_OWN
        or low == _DOLLARS_ELSEWHERE
    )


def may_be_pounds(word: Word) -> bool:
    """Tell whether a word means a currency unless it weighs something: `75 pounds`."""
    return fold(word.low) in _ALONE


def _code_at_end(words: Sequence[Word], at: int, home: Currency) -> str | None:
    """Return the currency of `75 pounds` that weigh nothing: no larger number, and no "of" behind.

    `2 pounds of apples 10` is no money.
    """
    own = _ALONE.get(fold(words[at].low))
    if own is None or (at + 1 < len(words) and words[at + 1].low in _OF):
        return None
    numbers = [word for word in words if _is_bare(word) and _PLAIN.match(word.plain)]
    if not _PLAIN.match(words[at - 1].plain) or max(numbers, key=_size) is not words[at - 1]:
        return None
    if len(numbers) > 1 and at + 1 < len(words) and words[at].plain[-1:] not in (",", ";"):
        return None
    return home if home in own else own[0]


def _code_of_adjective(words: Sequence[Word], at: int) -> str | None:
    """Return the currency of `250 canadian for the motel`; in "2 canadian beers" it is none."""
    behind = words[at + 1 : at + 2]
    money = not behind or words[at].plain[-1:] in (",", ";") or behind[0].low in _BEHIND_MONEY
    return _ADJECTIVES.get(fold(words[at].low)) if money else None


def _size(word: Word) -> float:
    return float(word.plain.rstrip(",;.").replace(",", ""))


def _is_bare(word: Word) -> bool:
    return word.whom is None and not word.escaped and not word.everyone


def _says_another(words: list[Word], at: int, code: str) -> bool:
    """Tell whether a further word is a currency, too: asked back about by the grammar."""
    return at + 1 < len(words) and currencies.apart(words[at + 1].plain, Currency(code)) not in (
        None,
        code,
    )


def _code(word: Word, home: Currency) -> str | None:
    low = fold(word.low)
    if word.low in _CODES:
        return word.low.upper()
    if word.text == "RMB":
        return "CNY"
    if low in _NAMES:
        return currencies.by_sign(_NAMES[low], home)
    if low in _OUR_OWN:
        return home
    if low == _DOLLARS_ELSEWHERE:
        return home if home in _ALSO_BUCKS else currencies.by_sign("$", home)
    if low in _OF_SEVERAL:
        return home if home in _OF_SEVERAL[low] else _OF_SEVERAL[low][0]
    return _CODES_OF_NAMES.get(low)
