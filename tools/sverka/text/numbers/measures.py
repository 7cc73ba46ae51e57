"""Slavic adjectives of measure, in one word: «сорокасемилетний», «двадцятичотиригодинний»."""

import re
from decimal import Decimal
from functools import lru_cache

_TENS = {
    "ru": "двадцати тридцати сорока пятидесяти шестидесяти семидесяти восьмидесяти девяносто",
    "uk": "двадцяти тридцяти сорока п'ятдесяти шістдесяти сімдесяти вісімдесяти дев'яносто",
}
"""20, 30 …, as adjectives begin."""
_UNITS = {
    "ru": "одно двух? тр[её]х четыр[её]х пяти шести семи восьми девяти",
    "uk": "одно двох? (?:три|трьох) (?:чотири|чотирьох) п'яти шести семи восьми дев'яти",
}
_MEASURES = {
    "ru": "летн летк лети недельн дневн месячн часов минутн секундн (?:милли)?литров "
    "(?:кило)?грамм (?:милли|санти|кило)?метров процентн градусн кратн этажн местн "
    "коечн страничн балльн рублев тысячн миллионн",
    "uk": "річн річч літн літт тижнев денн місячн годинн хвилинн секундн (?:мілі)?літров "
    "(?:кіло)?грам (?:мілі|санти|кіло)?метров відсотков градусн кратн разов поверхов місн ліжков "
    "сторінков бальн гривнев тисячн мільйонн",
}
"""What is measured: the beginning of what follows."""
_FACTORS = {"тысячн": 1000, "тисячн": 1000, "миллионн": 10**6, "мільйонн": 10**6}

_BEGINNINGS = {
    language: frozenset(
        form.removeprefix("(?:")[:2].replace("'", mark)
        for form in ("сто", *tens.split(), *_UNITS[language].split())
        for mark in "'’ʼ"
    )
    for language, tens in _TENS.items()
}
"""The first two letters of those number words."""
_APOSTROPHES = str.maketrans("’ʼ", "''")
_FORTY = 4
"""«сорокалетний»: no stem of the table, for «сорока» is a magpie, too."""


@lru_cache(maxsize=4)
def _pattern(language: str) -> "re.Pattern[str] | None":
    if language not in _TENS:
        return None
    tens, units = (
        "|".join(f"({form})" for form in table[language].split()) for table in (_TENS, _UNITS)
    )
    return re.compile(rf"(сто)?(?:{tens})?(?:{units})?({'|'.join(_MEASURES[language].split())})\w*")


def measured(word: str, language: str) -> Decimal | None:
    """Return the number in a small adjective of measure, None if it is none.

    Only of two or more number words: one alone is a word of the table. Russian and Ukrainian.
    """
    if word[:2] not in _BEGINNINGS.get(language, ()):
        return None
    pattern = _pattern(language)
    found = pattern.fullmatch(word.translate(_APOSTROPHES)) if pattern else None
    if found is None:
        return None
    hundred, parts, measure = found[1], found.groups()[1:-1], found[found.lastindex or 0]
    tens = next((place for place, part in enumerate(parts[:8], 2) if part), 0)
    units = next((place for place, part in enumerate(parts[8:], 1) if part), 0)
    if (hundred is not None) + (tens > 0) + (units > 0) < 2 and tens != _FORTY:
        return None
    value = 100 * (hundred is not None) + 10 * tens + units
    return Decimal(value * _FACTORS.get(measure, 1))
