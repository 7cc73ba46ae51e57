"""Writes the character → pinyin syllable table that `sverka.text.names` ships.

    python -m tests.benchmarks.names.pinyin

The readings come from pypinyin (MIT, https://github.com/mozillazg/python-pinyin), whose single
character table follows the Unihan database (kHanyuPinyin, kMandarin; Unicode licence). Kept: the
first reading, without tone, of every character of the CJK Unified Ideographs block.
"""

import gzip
from collections import defaultdict

from pypinyin import Style, lazy_pinyin

from sverka.text.names.tables import DATA


def main() -> None:
    syllables: dict[str, list[str]] = defaultdict(list)
    for code in range(0x4E00, 0xA000):
        (syllable,) = lazy_pinyin(chr(code), style=Style.NORMAL, v_to_u=True)
        if syllable != chr(code):
            syllables[syllable].append(chr(code))
    lines = [
        "# First Mandarin reading of each CJK Unified Ideograph, without tone.",
        "# From pypinyin (MIT) after Unihan kHanyuPinyin/kMandarin (Unicode License v3).",
        *(f"{syllable}\t{''.join(chars)}" for syllable, chars in sorted(syllables.items())),
    ]
    path = DATA / "pinyin.tsv.gz"
    path.write_bytes(gzip.compress("\n".join(lines).encode() + b"\n", mtime=0))
    print(f"{path.name}: {len(syllables)} syllables, {path.stat().st_size} bytes")


if __name__ == "__main__":
    main()
