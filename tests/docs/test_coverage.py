"""docs/coverage.md says what is true."""

import shutil
import subprocess
from collections import Counter
from pathlib import Path

import pytest

from sverka.review.rule import rules
from tests.docs.coverage import NUMBERS, PAGE, checks, page

TAGS = Path("/usr/share/i18nspector/data/tags")


def test_the_page_is_current() -> None:
    assert PAGE.read_text("utf-8") == page(), "run `python -m tests.docs.coverage`"


def test_every_check_of_every_tool_is_there_once() -> None:
    assert Counter(check.tool for check in checks()) == NUMBERS
    assert len({(check.tool, check.name) for check in checks()}) == sum(NUMBERS.values())


def test_every_rule_named_exists() -> None:
    assert {rule for check in checks() for rule in check.rules} <= rules().keys()


def test_nothing_is_missing() -> None:
    assert [check for check in checks() if check.status == "missing"] == []


@pytest.mark.skipif(not TAGS.is_file(), reason="i18nspector is not installed")
def test_i18nspector_s_own_list() -> None:
    lines = TAGS.read_text("utf-8").splitlines()
    tags = {line.strip("[]") for line in lines if line.startswith("[")}
    assert tags == {check.name for check in checks() if check.tool == "i18nspector"}


@pytest.mark.skipif(not shutil.which("pofilter"), reason="pofilter is not installed")
def test_pofilter_s_own_list() -> None:
    done = subprocess.run(["pofilter", "-l"], capture_output=True, text=True, check=True)
    names = {line.split("\t")[0] for line in done.stdout.splitlines() if "\t" in line}
    assert names == {check.name for check in checks() if check.tool == "pofilter"}
