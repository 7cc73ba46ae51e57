"""The articles that the tools are given."""

import random
from pathlib import Path

ROOT = Path(__file__).parents[3]


def collect(source: Path, target: Path, number: int) -> int:
    """Copy Markdown files that are UTF-8 and not empty under names of one kind."""
    target.mkdir()
    count = 0
    for path in sorted(source.rglob("*.md")):
        if count == number:
            break
        try:
            text = path.read_bytes().decode("utf-8")
        except (OSError, UnicodeDecodeError):
            continue
        if text.strip() and len(text) < 100_000:
            (target / f"a{count:04}.md").write_bytes(text.encode())
            count += 1
    return count


def compose(target: Path, number: int) -> int:
    """Make articles of the blocks of the stress file and the sentences of the shipped article."""
    target.mkdir()
    stress = (ROOT / "tests/article/data/stress.md").read_text("utf-8")
    blocks = stress[stress.index("# Title") : stress.rindex("<details>")].split("\n\n")
    blocks += (ROOT / "seeds/conversations-about-car-t.txt").read_text("utf-8").split("\n\n")
    for index in range(number):
        chosen = random.Random(index).sample(blocks, 20)
        text = "\n\n".join([f"# Article {index}", *(block.strip("\n") for block in chosen)])
        (target / f"a{index:04}.md").write_text(text + "\n", "utf-8", newline="\n")
    return number
