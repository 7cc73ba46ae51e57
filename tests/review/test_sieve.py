"""What a rule says it needs changes what a review costs, never what it finds."""

import gzip
import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sverka.review import Fact, Where, sieve
from sverka.review.api import check
from sverka.review.cases import cases
from sverka.review.record import ENOUGH, Examined, Record, pack
from sverka.review.rule import page, rules

DATA = Path(os.environ.get("SVERKA_DATA", Path(__file__).parents[3] / "shared" / "data"))
CATALOGUES = sorted((DATA / "po").glob("*.po.gz"))
SIFTED = {name: rule for name, rule in rules().items() if rule.needs}


def test_rules_without_what_they_need_would_find_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    paths = []
    for name in SIFTED:
        for place, case in enumerate(cases(page(name))):
            for number, block in enumerate(b for b in case.blocks if b.kind == "po"):
                path = tmp_path / f"{name}-{place}-{number}.{block.words[0]}.po"
                path.write_text("\n".join(block.lines) + "\n", "utf-8")
                paths.append(path)
    sifted = check(paths, select=list(SIFTED))
    assert len({finding.rule for finding in sifted.findings}) > len(SIFTED) / 2
    for rule in SIFTED.values():
        monkeypatch.setattr(rule, "needs", None)
    sieve._sieve.cache_clear()
    try:
        assert check(paths, select=list(SIFTED)).findings == sifted.findings
    finally:
        sieve._sieve.cache_clear()


@pytest.mark.slow
@pytest.mark.skipif(not CATALOGUES, reason="needs the development catalogues")
@pytest.mark.parametrize("packed", CATALOGUES, ids=lambda path: path.name)
def test_a_sieve_hides_nothing_of_a_catalogue(
    packed: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / packed.stem
    path.write_bytes(gzip.decompress(packed.read_bytes()))
    sifted = check([path])
    for rule in SIFTED.values():
        monkeypatch.setattr(rule, "needs", None)
    sieve._sieve.cache_clear()
    try:
        assert check([path]).findings == sifted.findings
    finally:
        sieve._sieve.cache_clear()


@given(st.integers(1, 4))
def test_groups_count_for_as_much_as_their_rule_asks(number: int) -> None:
    pairwise = next(rule for rule in rules().values() if rule.least > 1)
    single = next(rule for rule in rules().values() if rule.judger and rule.least == 1)
    where = Where("a.po", "de", "a", "target", 0, None, "x", "msgstr")
    facts = [("key", Fact(where, None, str(n))) for n in range(number)]
    by_rule = {rule.name: facts for rule in (pairwise, single)}
    record = Record(pack(Examined((), by_rule, (), 0)))
    weights = sorted(weight for _, weight in record.weights(0, 1 << 64))
    assert weights == sorted((number, ENOUGH))
