"""Endings that names take in a sentence, and what stands in their place in the name itself.

As folded: й is и, ё is е, ї is і. Most endings may stand for several names; only those of
the group's people count.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

Endings = Mapping[str, tuple[str, ...]]
"""What an ending stands for: of "Машей" е and й go, and а or я is what the name ends in."""

_RUSSIAN: Final[Endings] = {
    "а": ("",),  # Боба
    "у": ("", "а"),  # Бобу, Машу
    "ом": ("",),
    "ым": ("",),  # Ивановым
    "е": ("", "а", "я", "и", "ь"),  # о Бобе, Маше, Ане, Андрее, Игоре
    "ы": ("а",),  # Риты
    "и": ("а", "я", "ь", "и"),  # Маши, Ани, Любови
    "ои": ("а",),  # Ритой
    "ою": ("а",),
    "еи": ("а", "я"),  # Машей, Аней
    "ею": ("а", "я"),
    "я": ("и", "ь"),  # Андрея, Игоря
    "ю": ("и", "ь", "я"),  # Андрею, Игорю, Аню
    "ем": ("и", "ь", ""),  # Андреем, Игорем, Прохожем
    "ью": ("ь",),  # Любовью
}

_UKRAINIAN: Final[Endings] = {
    "а": ("", "о"),  # Боба, Дмитра
    "у": ("", "о", "а"),
    "ом": ("", "о"),
    "им": ("",),  # Іваничевим
    "ові": ("", "о"),
    "еві": ("", "ь"),
    "єві": ("и",),  # Сергієві
    "і": ("", "о", "а", "я", "ь"),  # Маші, Олі
    "зі": ("га",),  # Ользі
    "ці": ("ка",),
    "и": ("а",),  # Рити
    "ою": ("а",),
    "ею": ("а", "я"),  # Машею, Олею
    "єю": ("я",),  # Марією
    "я": ("и", "ь", ""),  # Андрія, Ігоря
    "ю": ("и", "ь", "", "я"),  # Андрію, Ігорю, Олю
    "ем": ("ь", ""),
    "єм": ("и",),  # Сергієм
    "ям": ("я",),  # Іллям
}

ENDINGS: Final[Mapping[str, Endings]] = {
    "ru": _RUSSIAN,
    "uk": _UKRAINIAN,
}
"""The endings of each language that has them, by its code."""

STEMS: Final[Mapping[str, Mapping[str, str]]] = {
    "ru": {"павл": "павел", "льв": "лев"},
    "uk": {"павл": "павло", "федор": "федір", "яков": "яків", "льв": "лев"},
}
"""What some names lose or change before an ending: "с Павлом" is with Павел."""

LIKE_NAMES: Final = frozenset({"а", "я"})
"""Endings that names have of themselves: Жана is a name, and what is of Жан."""
