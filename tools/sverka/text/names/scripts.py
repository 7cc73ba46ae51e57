"""Letters of names: which script they belong to, and the sound symbols they stand for."""

import unicodedata
from functools import lru_cache

from sverka.text.names.kana import spoken
from sverka.text.names.tables import pinyin

LONGEST = 40
"""Letters of one name token that are looked at; the rest is ignored, so that time stays linear."""

UNCASED = frozenset({"Arab", "Hebr", "Hani", "Kana", "Hang", "Thai", "Deva"})

_BLOCKS = (
    (0x0041, 0x024F, "Latn"),
    (0x0250, 0x02FF, "Latn"),
    (0x0370, 0x03FF, "Grek"),
    (0x0400, 0x052F, "Cyrl"),
    (0x0530, 0x058F, "Armn"),
    (0x0590, 0x05FF, "Hebr"),
    (0x0600, 0x06FF, "Arab"),
    (0x0750, 0x077F, "Arab"),
    (0x0900, 0x097F, "Deva"),
    (0x0E00, 0x0E7F, "Thai"),
    (0x10A0, 0x10FF, "Geor"),
    (0x1100, 0x11FF, "Hang"),
    (0x1C80, 0x1C8F, "Cyrl"),
    (0x1E00, 0x1EFF, "Latn"),
    (0x1F00, 0x1FFF, "Grek"),
    (0x2C60, 0x2C7F, "Latn"),
    (0x3040, 0x30FF, "Kana"),
    (0x3130, 0x318F, "Hang"),
    (0x31F0, 0x31FF, "Kana"),
    (0x3400, 0x4DBF, "Hani"),
    (0x4E00, 0x9FFF, "Hani"),
    (0xAC00, 0xD7AF, "Hang"),
    (0xF900, 0xFAFF, "Hani"),
    (0xFB1D, 0xFB4F, "Hebr"),
    (0xFB50, 0xFDFF, "Arab"),
    (0xFE70, 0xFEFF, "Arab"),
    (0xFF66, 0xFF9F, "Kana"),
    (0x20000, 0x323AF, "Hani"),
)


@lru_cache(maxsize=8192)
def letter_script(char: str) -> str:
    """ISO 15924 code of a letter (`Kana` for both kana), '' for what is no letter of a script."""
    if not char.isalpha() and unicodedata.category(char) != "Mn":
        return ""
    code = ord(char)
    for first, last, script in _BLOCKS:
        if code <= last:
            return script if code >= first else ""
    return ""


@lru_cache(maxsize=65536)
def script_of(text: str) -> str:
    """Script of the first letters that have one; '' without letters.

    >>> script_of("Кудлай"), script_of("Kudlay"), script_of("«カ»")
    ('Cyrl', 'Latn', 'Kana')
    """
    for char in text[:LONGEST]:
        if script := letter_script(char):
            return script
    return ""


# Letters of Cyrillic alphabets written as Russian would write the sound.
_CYRILLIC = str.maketrans(
    {"ё": "е", "і": "и", "ї": "и", "є": "е", "ґ": "г", "ў": "у", "ј": "й", "љ": "ль", "њ": "нь"}
    | {"ћ": "ч", "ђ": "дж", "џ": "дж", "ѓ": "дж", "ќ": "к", "ѕ": "з", "ʼ": "", "'": "", "’": ""}
    | {"ү": "у", "ұ": "у", "ө": "о", "ә": "а", "қ": "к", "ғ": "г", "ң": "н", "һ": "х", "`": ""}
)
_RUSSIAN = frozenset("абвгдежзийклмнопрстуфхцчшщъыьэюя")
_BULGARIAN = str.maketrans({"щ": "шт", "ъ": "а"})
_ARABIC = str.maketrans(
    {"أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ى": "ي", "ی": "ي", "ک": "ك", "ہ": "ه", "ھ": "ه"}
    | {"ـ": "", "ء": ""}
)
_HEBREW = str.maketrans(
    {"ם": "מ", "ן": "נ", "ץ": "צ", "ף": "פ", "ך": "כ", "׳": "'", "’": "'", "װ": "וו", "ײ": "יי"}
    | {"־": "", '"': "", "״": ""}
)
_LATIN = str.maketrans(
    {"ł": "l", "ø": "o", "ß": "ss", "æ": "ae", "œ": "oe", "đ": "d", "ð": "d", "þ": "th", "ə": "a"}
    | {"ı": "i", "š": "sh", "č": "ch", "ž": "zh", "ş": "sh", "ș": "sh", "ś": "sh", "ñ": "ny"}
    | {"ğ": "g", "ţ": "ts", "ț": "ts", "ć": "ch", "ř": "rzh"}
)
# Initials of pinyin as one symbol; what follows is the final, one capital each.
_INITIALS: tuple[str, ...] = ("zh", "ch", "sh", *"bpmfdtnlgkhjqxzcsrwy")
_INITIAL_SYMBOL = {"zh": "ž", "ch": "č", "sh": "š"}
_FINALS = (
    *("a", "ai", "an", "ang", "ao", "e", "ei", "en", "eng", "er", "i", "ia", "ian", "iang", "iao"),
    *("ie", "in", "ing", "iong", "iu", "o", "ong", "ou", "u", "ua", "uai", "uan", "uang", "ue"),
    *("ui", "un", "uo", "v", "ve", "ü", "üe", "üan", "ün", "ê", "m", "n", "ng"),
)
_FINAL_SYMBOL = {final: chr(0x0391 + n) for n, final in enumerate(_FINALS)}
_FINAL_OF: dict[str, str] = {symbol: final for final, symbol in _FINAL_SYMBOL.items()}
PINYIN_OF = str.maketrans({s: i for i, s in _INITIAL_SYMBOL.items()} | _FINAL_OF)
"""Letters of pinyin for the symbols of initials and finals."""


def final_of(symbol: str) -> str:
    """The pinyin final that a symbol stands for, '' for other symbols."""
    return _FINAL_OF.get(symbol, "")


@lru_cache(maxsize=32768)
def syllable_symbols(char: str) -> str:
    """Initial and final of an ideograph's Mandarin reading, one symbol each; '' if unknown."""
    syllable = pinyin().get(char, "")
    for initial in _INITIALS:
        if syllable.startswith(initial) and syllable != initial:
            rest = _FINAL_SYMBOL.get(syllable[len(initial) :], "")
            return _INITIAL_SYMBOL.get(initial, initial) + rest
    return _FINAL_SYMBOL.get(syllable, "")


def _bare(text: str) -> str:
    """Without combining marks, composed again."""
    marks = unicodedata.normalize("NFD", text)
    kept = "".join(char for char in marks if not unicodedata.combining(char))
    return str(unicodedata.normalize("NFC", kept))


@lru_cache(maxsize=65536)
def symbols(token: str, language: str) -> str:
    """The sound symbols of one name token, all of one script, at most `LONGEST` of them.

    Latin without diacritics (š → sh), Cyrillic in Russian letters, Arabic and Hebrew without
    points and final forms, kana as consonants and vowels, Korean as jamo without the silent
    initial, Chinese as initial and final of each syllable. What is no letter disappears.
    """
    text: str = unicodedata.normalize("NFKC", token[:LONGEST]).lower()
    if text.isascii() and text.isalpha():
        return text
    script = script_of(text)
    if script == "Hani":
        return "".join(map(syllable_symbols, text))[:LONGEST]
    if script == "Hang":
        jamo = unicodedata.normalize("NFD", text)
        return "".join(c for c in jamo if letter_script(c) == "Hang" and c != "\u110b")[:LONGEST]
    if script == "Kana":
        return spoken(text)[:LONGEST]
    if script == "Arab":
        text = text.translate(_ARABIC)
        return "".join(c for c in text if unicodedata.category(c) == "Lo")[:LONGEST]
    if script == "Hebr":
        text = text.translate(_HEBREW)
        return "".join(c for c in text if c == "'" or unicodedata.category(c) == "Lo")[:LONGEST]
    if script == "Cyrl":
        if language == "bg":
            text = text.translate(_BULGARIAN)
        text = text.translate(_CYRILLIC)
        if _RUSSIAN.issuperset(text):
            return text
        text = "".join(c if c == "й" else _bare(c) for c in text)
        return "".join(c for c in text if letter_script(c) == "Cyrl")[:LONGEST]
    text = _bare(text.translate(_LATIN))
    return "".join(c for c in text if c.isalpha())[:LONGEST]


@lru_cache(maxsize=1024)
def language_of(locale: str) -> str:
    """The bare language of a locale's name: `pt_BR` → `pt`."""
    return locale.replace("-", "_").split("_")[0].lower()
