"""Every `po` block of every rule's page is a test."""

from pathlib import Path

import pytest

from sverka.review import Finding
from sverka.review.api import check
from sverka.review.cases import Block, Case, Expectation, cases, expectations, write_project
from sverka.review.rule import Rule, page, rules

SECTIONS = ("What it finds", "Why it matters", "What it cannot see")


ALL_CASES = [
    pytest.param(name, case, id=f"{name}: {case.title}")
    for name in rules()
    for case in cases(page(name))
]


@pytest.mark.parametrize("rule", rules().values(), ids=rules())
def test_page_says_what_why_and_what_not(rule: Rule) -> None:
    assert rule.page.startswith(f"# {rule.name}\n")
    for section in SECTIONS:
        assert f"\n## {section}\n" in rule.page
    assert cases(rule.page), "a page without cases"


@pytest.mark.parametrize("rule", rules().values(), ids=rules())
def test_page_has_a_finding_and_a_silence(rule: Rule) -> None:
    blocks = [b for case in cases(rule.page) for b in case.blocks if b.kind == "po"]
    expected = [e for block in blocks for _, e in expectations(block) if e.verb == "expect"]
    entries = sum(line.startswith("msgid ") for block in blocks for line in block.lines)
    assert expected, "no case in which the rule finds something"
    assert entries > len(expected), "no entry on which the rule is silent"


@pytest.mark.parametrize(("name", "case"), ALL_CASES)
def test_case(name: str, case: Case, tmp_path: Path) -> None:
    report = check((), write_project(case, tmp_path), select=[name])
    assert name == "syntax" or not report.problems
    remaining = list(report.findings)
    for block in case.blocks:
        if block.kind != "po":
            continue
        for line, expectation in expectations(block):
            msgid, msgctxt = entry_after(block, line)
            hits = [
                finding
                for finding in remaining
                if finding.msgid == msgid
                and finding.msgctxt == msgctxt
                and finding.locale == block.words[0]
                and fits(finding, expectation)
            ]
            if expectation.verb == "miss":
                assert not hits, f"{expectation.text!r} is found now: say `expect`"
                continue
            assert hits, (
                f"{expectation} of {msgid!r} in {block.words[0]} is not found; "
                f"left: {[describe(finding) for finding in remaining]}"
            )
            remaining.remove(hits[0])
    assert not remaining, f"not expected: {[describe(finding) for finding in remaining]}"


def fits(finding: Finding, expectation: Expectation) -> bool:
    repair = finding.fix.edits[0].text if finding.fix else None
    return (
        expectation.severity in (None, finding.severity)
        and expectation.certainty in (None, finding.certainty)
        and expectation.text in (None, finding.text)
        and expectation.repair in (None, repair)
    )


def describe(finding: Finding) -> str:
    repair = f" -> {finding.fix.edits[0].text!r}" if finding.fix else ""
    return (
        f"{finding.locale} {finding.severity} {finding.certainty} {finding.text!r}{repair} "
        f"in {finding.msgid!r}: {finding.message}"
    )


def entry_after(block: Block, line: int) -> tuple[str, str | None]:
    """Return (msgid, msgctxt) of the entry that follows a line of a block."""
    import polib

    text = "\n".join(block.lines[line:])
    if text.find('msgid ""\nmsgstr') == text.find("msgid "):
        return "", None
    entry = polib.pofile('msgid ""\nmsgstr ""\n\n' + text)[0]
    return entry.msgid, entry.msgctxt
