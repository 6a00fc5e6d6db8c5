"""A language whose words several threads ask for at once, and what is kept of them."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

from handlers.grammar import vocabulary as words
from handlers.grammar.vocabulary import LANGUAGES, Vocabulary, vocabulary
from ledger.core.folding import fold

_THREADS = 4


def test_its_words_are_put_in_order_once() -> None:
    vocabulary.cache_clear()
    words._vocabulary_of.cache_clear()
    together = Barrier(_THREADS)

    def ask(_: int) -> Vocabulary:
        together.wait()
        return vocabulary(frozenset({"tr"}))

    with ThreadPoolExecutor(_THREADS) as threads:
        found = list(threads.map(ask, range(_THREADS)))
    assert all(one is found[0] for one in found)


def test_they_are_not_kept_a_second_time_as_words_that_people_have_typed() -> None:
    fold.cache_clear()
    words._vocabulary_of.__wrapped__(frozenset(LANGUAGES))
    assert fold.cache_info().currsize == 0
