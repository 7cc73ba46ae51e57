"""Comments in code blocks of Markdown: lines that are nothing but a comment."""

import re
from collections.abc import Iterator, Sequence

from sverka.article.blocks import RawBlock, literal

_SIGNS = {
    "#": "bash conf dockerfile elixir gitignore graphql ini julia make makefile nim perl pl "
    "powershell properties ps1 py python r rb ruby sh shell toml yaml yml zsh",
    "//": "c c# c++ cpp cs csharp dart go groovy java javascript js json5 jsonc jsx kotlin kt less "
    "php proto rs rust scala scss swift ts tsx typescript zig",
    "--": "ada elm haskell hs lua sql vhdl",
    ";": "asm clj clojure lisp scheme",
    "%": "erlang latex matlab prolog tex",
}
_SIGN_OF = {name: sign for sign, names in _SIGNS.items() for name in names.split()}


def code_comments(
    text: str, lines: Sequence[tuple[int, int]], info: str, first: int, end: int
) -> Iterator[RawBlock]:
    """Yield the comments in the lines of a fenced block; `info` tells the language of the code."""
    words = re.split(r"[\s,{]", info.strip().lower(), maxsplit=1)
    sign = _SIGN_OF.get(words[0].removeprefix("language-"))
    if not sign:
        return
    comment = re.compile(rf"[ \t>]*{re.escape(sign)}+[ \t]+(\S.*?)[ \t]*")
    for low, high in lines[first + 1 : end - 1]:
        found = comment.fullmatch(text, low, high)
        if found and any(map(str.isalpha, found[1])):
            yield RawBlock("code comment", (literal(text, *found.span(1)),))
