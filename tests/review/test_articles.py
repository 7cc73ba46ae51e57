"""A review reads articles as the configuration has them cut."""

from pathlib import Path

import pytest

import sverka
from tests.helpers import write

CONFIG = """
pivot = "en"
articles = ["seeds/*.md"]
catalogs = "locales/{locale}/LC_MESSAGES/{article}.po"
front_matter = ["tagline"]
code_comments = true
"""
ARTICLE = """---
tagline: The the first line
---

Text.

```sh
# Begin begin with with this.
ls
```
"""


def test_front_matter_and_comments_are_reviewed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path, {"sverka.toml": CONFIG, "seeds/a.md": ARTICLE})
    monkeypatch.chdir(tmp_path)
    found = sverka.check(select=["doubled-word"]).findings
    assert [(f.line, f.text) for f in found] == [
        (2, "The the"),
        (8, "Begin begin"),
        (8, "with with"),
    ]
