"""Pages that are written from the code: `python -m tests.docs.pages` writes them anew."""

import os
import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
PAGES = ("docs/rules.md", "docs/review.svg")

_INTRODUCTION = """# Rules

Written from the rules themselves; `sverka explain RULE` shows a rule's page, `--select` and
`--ignore` take rules or families. *Certainty* is what the rule claims by default: a finding may
state another.

"""


def rules_page() -> str:
    """Return the table of all rules."""
    from sverka.review.cases import repairs
    from sverka.review.rule import rules

    families: dict[str, list[str]] = {}
    for rule in rules().values():
        summary = re.search(r"## What it finds\n+(.*?)(?:\n\n|\Z)", rule.page, re.DOTALL)
        assert summary
        text = " ".join(summary[1].split()).replace("|", "\\|")
        first = re.split(r"(?<=[.:]) ", text, maxsplit=1)[0].rstrip(":.") + "."
        link = f"[{rule.name}](../tools/sverka/rules/{rule.name.replace('-', '_')}.md)"
        repair = "yes" if repairs(rule.page) else ""
        families.setdefault(rule.family, []).append(
            f"| {link} | {first} | {rule.severity}, {rule.certainty} | {repair} |\n"
        )
    text = _INTRODUCTION
    for family, rows in sorted(families.items()):
        text += f"## {family}\n\n| rule | finds | default | repairs |\n|---|---|---|---|\n"
        text += "".join(rows) + "\n"
    return text.rstrip("\n") + "\n"


def picture() -> str:
    """Return the picture of the review of the shipped article."""
    import sverka
    from sverka.report.svg import render

    return re.sub(r",&#160;\d+\.\d&#160;s(?=<)", "", render(sverka.check()))


def main() -> None:
    """Write the pages."""
    os.chdir(ROOT)
    for path, text in zip(PAGES, (rules_page(), picture()), strict=True):
        Path(path).write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
