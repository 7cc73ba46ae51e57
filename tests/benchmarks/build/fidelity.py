"""How many articles come back byte for byte when every message is translated by itself."""

from pathlib import Path


def fidelity(articles: Path, outputs: Path) -> str:
    """Compare the outputs of one locale, `a0000.md` and so on, with the articles."""
    same = total = 0
    for path in articles.iterdir():
        total += 1
        built = outputs / path.name
        same += built.is_file() and built.read_bytes() == path.read_bytes()
    return f"{same}/{total}"
