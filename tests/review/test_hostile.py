"""One message that is made to cost: nothing is reported without end."""

from collections import Counter
from pathlib import Path

import pytest

from sverka.review.api import check
from sverka.review.examine import MOST
from tests.helpers import po


@pytest.mark.parametrize("sign", ["a@b.c ", "http://a.b/ ", "A-", "[x](", "1.1.2020 "])
def test_a_rule_stops_where_nobody_reads_on(sign: str, tmp_path: Path) -> None:
    path = tmp_path / "a.de.po"
    path.write_text(po("de", (sign * 3000, "Ein Text")), encoding="utf-8")
    report = check([path])
    assert not report.problems
    found = Counter(finding.rule for finding in report.findings)
    told = Counter(f.rule for f in report.findings if f.message.endswith("are not listed"))
    assert all(number < 3010 for number in found.values())
    assert all(found[rule] >= MOST for rule in told)


def test_what_is_left_out_is_said(tmp_path: Path) -> None:
    path = tmp_path / "a.de.po"
    path.write_text(po("de", ("http://a.b/ " * 3000, "Ein Text")), encoding="utf-8")
    found = [f for f in check([path]).findings if f.rule == "url-mismatch"]
    assert len(found) == MOST
    assert found[-1].message.endswith("more of this kind in this entry are not listed")


def test_nothing_is_said_to_be_left_out_where_nothing_is(tmp_path: Path) -> None:
    path = tmp_path / "a.de.po"
    path.write_text(po("de", ("http://a.b/ " * MOST, "Ein Text")), encoding="utf-8")
    found = [f for f in check([path]).findings if f.rule == "url-mismatch"]
    assert len(found) == MOST
    assert not found[-1].message.endswith("are not listed")
