"""Consonant skeletons: a coarse key of the sound of a name in any script, for prefiltering.

Labials b, dentals t, velars k, sibilants s, then m, n and l (also for r); vowels and the letters
that come and go between languages (h, j, v, w, y) are left out.
"""

import re

from sverka.text.names.scripts import PINYIN_OF, final_of

_RUNS = re.compile(r"(.)\1+", re.DOTALL)
_CLASSES = {
    "b": "bpfпбфبفپבפᄇᄑᄈᆸᇁ",
    "t": "tdтдتدطضثذظةטתדᄃᄐᄄᆮᇀ",
    "k": "kgcqкгكقغجگקכגカキクケコガギグゲゴᄀᄏᄁᆨᆿᆩ",
    "s": "szxSJCTšžčсзцчшщжسصزشچژסשזצᄉᄊᄌᄎᄍᆺᆽᆾᆻ",
    "m": "mмمמᄆᆷ",
    "n": "nNнنנᄂᆫᆼ",
    "l": "lrлрلرלרᄅᆯ",
}


class _Table(dict[int, str]):
    """Class of every letter; what has none disappears."""

    def __missing__(self, code: int) -> str:
        final = final_of(chr(code))
        found = "l" if final == "er" else "n" if final.endswith(("n", "ng")) else ""
        self[code] = found
        return found


_TABLE = _Table({ord(c): name for name, chars in _CLASSES.items() for c in chars})


def skeleton(symbols: str) -> str:
    """The consonant classes of a string of sound symbols, each run of one class once."""
    return _RUNS.sub(r"\1", symbols.translate(_TABLE))


_DIGRAPHS = (
    *(("dzh", ""), ("dz", ""), ("zh", ""), ("kh", ""), ("chi", "ti"), ("sch", "s"), ("tch", "s")),
    *(("ch", "s"), ("sh", "s"), ("ts", "s"), ("tz", "s"), ("ce", "se"), ("ci", "si")),
    *(("ge", "e"), ("gi", "i"), ("gy", "y"), ("dj", ""), ("ph", "f"), ("x", "ks"), ("j", "")),
)
_READABLE = PINYIN_OF | str.maketrans({"ב": "b", "כ": "h", "ج": "j", "خ": "h", "ה": "h", "ف": "v"})
_SPOKEN = str.maketrans({"S": "sh", "J": "j", "C": "ch", "T": "ts", "N": "n", "Q": "", "-": ""})
"""Letters for the capitals among the symbols of kana."""
_COARSE = str.maketrans(
    {c: group[0] for group in ("aeo", "iy", "uwv", "kgqc", "sz", "td", "bpf", "lr") for c in group}
    | {"h": "", "'": ""}
)


def coarse(symbols: str) -> str:
    """The string romanised and folded to a few classes of vowels and consonants."""
    from anyascii import anyascii

    folded = symbols.translate(_SPOKEN)
    if not symbols.isascii():
        folded = anyascii(folded.translate(_READABLE)).lower()
    for pair, single in _DIGRAPHS:
        folded = folded.replace(pair, single)
    return _RUNS.sub(r"\1", folded.translate(_COARSE))
