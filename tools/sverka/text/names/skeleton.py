"""Consonant skeletons: a coarse key of the sound of a name in any script, for prefiltering.

Labials b, dentals t, velars k, sibilants s, then m, n and l (also for r); vowels and the letters
that come and go between languages (h, j, v, w, y) are left out.
"""

from sverka.text.names.scripts import final_of

_CLASSES = {
    "b": "bpfпбфبفپבפフブプベペボポビピバパᄇᄑᄈᆸᇁ",
    "t": "tdтдتدطضثذظةטתדトタテドダデᄃᄐᄄᆮᇀ",
    "k": "kgcqкгكقغجگקכגカキクケコガギグゲゴᄀᄏᄁᆨᆿᆩ",
    "s": "szxšžčсзцчшщжسصزشچژסשזצサシスセソザジズゼゾチツヂヅᄉᄊᄌᄎᄍᆺᆽᆾᆻ",
    "m": "mмمמマミムメモᄆᆷ",
    "n": "nнنנナニヌネノンᄂᆫᆼ",
    "l": "lrлрلرלרラリルレロᄅᆯ",
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
    found = ""
    for char in symbols.translate(_TABLE):
        if not found.endswith(char):
            found += char
    return found
