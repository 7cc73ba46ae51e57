"""Kana as consonants and vowels, one symbol each, so that ヴァ and ヴォ differ in their vowel only.

Vowels a i u e o and consonants in lower case, but for S (sh), J (j), C (ch), T (ts), N (the ん of
a syllable's end), Q (a doubled consonant) and - (a long vowel).
"""

_ROWS = (
    *(("", "アイウエオ"), ("k", "カキクケコ"), ("g", "ガギグゲゴ"), ("s", "サ スセソ")),
    *(("z", "ザ ズゼゾ"), ("t", "タ  テト"), ("d", "ダ  デド"), ("n", "ナニヌネノ")),
    *(("h", "ハヒ ヘホ"), ("b", "バビブベボ"), ("p", "パピプペポ"), ("m", "マミムメモ")),
    *(("r", "ラリルレロ"), ("y", "ヤ ユ ヨ"), ("w", "ワヰ ヱヲ"), ("v", "ヷヸヴヹヺ")),
    *(("S", " シ"), ("J", " ジ"), ("C", " チ"), ("T", "  ツ"), ("f", "  フ")),
)
_SYLLABLES = {
    kana: consonant + vowel
    for consonant, row in _ROWS
    for vowel, kana in zip("aiueo", row, strict=False)
    if kana != " "
} | {"ヂ": "Ji", "ヅ": "zu", "ヵ": "ka", "ヶ": "ke", "ン": "N", "ッ": "Q", "ー": "-"}
_SMALL = dict(
    zip("ァィゥェォャュョヮ", ("a", "i", "u", "e", "o", "ya", "yu", "yo", "wa"), strict=True)
)
_SOFT = frozenset("SJC")


def spoken(text: str) -> str:
    """The symbols of katakana or hiragana; what is neither disappears.

    >>> spoken("ドノヴァン"), spoken("しぇ")
    ('donovaN', 'Se')
    """
    found = ""
    for char in text:
        kana = chr(ord(char) + 0x60) if "ぁ" <= char <= "ゖ" else char
        if kana in _SMALL:
            found = _with_small(found, _SMALL[kana])
        else:
            found += _SYLLABLES.get(kana, "")
    return found


def _with_small(before: str, small: str) -> str:
    """A small vowel or glide takes the place of the vowel before it."""
    if before[-1:] not in ("i", "u", "e", "o"):
        return before + small
    consonant, vowel = before[-2:-1], before[-1]
    if not consonant.isalpha() or consonant in "aiueoNQ":
        return before[:-1] + "w" + small if vowel == "u" and small[0] in "aieo" else before + small
    if consonant in _SOFT and small[0] == "y":
        return before[:-1] + small[1:]
    if vowel == "u" and consonant in "kg" and len(small) == 1:
        return before[:-1] + "w" + small
    return before[:-1] + small
